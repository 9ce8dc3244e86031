"""Marks of two copies: what only one side changed is joined, what both changed is asked about, nothing stands twice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from crossfoot.model import About, Annotation, AnnotationKind, Span
from crossfoot.review.session import Review

from .test_merging import colleague


@pytest.fixture
def mark(review: Review) -> str:
    """Return the id of a comment that both copies begin with."""
    review.annotate("d1", Span(0, 5), AnnotationKind.COMMENT, comment="who counted?", tags=["ask"])
    return review.annotations()[0].id


@pytest.fixture
def copy(review: Review, mark: str, tmp_path: Path) -> Path:
    """Return a copy of the workspace with the comment, for a colleague."""
    made = tmp_path / f"copy with {mark}.crossfoot"
    review.backup(made)
    return made


def _only(review: Review) -> Annotation:
    """Return the one mark that there is."""
    (only,) = review.annotations()
    return only


def test_a_mark_that_only_the_colleague_changed_is_changed_and_one_that_both_changed_is_asked_about(
    review: Review, mark: str, tmp_path: Path
) -> None:
    review.annotate("d1", Span(6, 10), AnnotationKind.COMMENT, comment="two")
    second = next(each.id for each in review.annotations() if each.id != mark)
    copy = tmp_path / "both.crossfoot"
    review.backup(copy)
    review.edit_annotation(second, comment="two, mine")
    with colleague(copy) as theirs:
        theirs.edit_annotation(mark, comment="one, theirs")
        theirs.edit_annotation(second, comment="two, theirs")
    plan = review.compare_copy(copy)
    (difference,) = plan.differences
    assert (difference.mine.words.splitlines()[0], difference.mine.reviewer) == ("two, mine", "AB")
    assert (difference.theirs.words.splitlines()[0], difference.theirs.reviewer) == ("two, theirs", "JS")
    assert "were" in difference.arrival.name
    review.merge(plan)
    assert sorted(each.comment for each in review.annotations()) == ["one, theirs", "two, mine"]
    review.merge(plan, plan.choices)
    assert sorted(each.comment for each in review.annotations()) == ["one, theirs", "two, theirs"]
    assert review.compare_copy(copy).is_empty
    assert review.verify() == ()
    review.undo()
    review.undo()
    assert sorted(each.comment for each in review.annotations()) == ["two, mine", "who counted?"]


def test_answers_and_tags_of_both_stand_beside_each_other_and_are_no_difference(
    review: Review, mark: str, copy: Path
) -> None:
    review.reply(mark, "we did")
    review.edit_annotation(mark, tags=["ask", "spring"])
    with colleague(copy) as theirs:
        theirs.reply(mark, "the teams did")
        theirs.edit_annotation(mark, tags=["teams"], colour="blue")
    plan = review.compare_copy(copy)
    assert plan.differences == ()
    review.merge(plan)
    joined = _only(review)
    assert {reply.text for reply in joined.replies} == {"we did", "the teams did"}
    assert (joined.comment, joined.colour, joined.tags) == ("who counted?", "blue", ("spring", "teams"))
    assert review.compare_copy(copy).is_empty


@pytest.mark.parametrize("answers", [True, False])
def test_a_thread_that_the_colleague_resolved_without_an_answer_given_here_stays_open(
    review: Review, mark: str, copy: Path, answers: bool
) -> None:
    review.reply(mark, "and who checked?")
    with colleague(copy) as theirs:
        if answers:
            theirs.reply(mark, "we counted")
        theirs.resolve([mark])
    plan = review.compare_copy(copy)
    assert plan.differences == ()
    review.merge(plan)
    assert not _only(review).resolved
    assert len(_only(review).replies) == 1 + answers


def test_a_thread_that_only_the_colleague_answered_and_resolved_is_resolved(
    review: Review, mark: str, copy: Path
) -> None:
    with colleague(copy) as theirs:
        theirs.reply(mark, "we counted")
        theirs.resolve([mark])
    review.merge(review.compare_copy(copy))
    assert _only(review).resolved


@pytest.mark.parametrize("chosen", [False, True])
def test_a_mark_that_the_colleague_took_away_goes_only_where_that_is_chosen(
    review: Review, mark: str, copy: Path, chosen: bool
) -> None:
    with colleague(copy) as theirs:
        theirs.remove_annotation(mark)
    plan = review.compare_copy(copy)
    assert [(each.theirs.words, each.theirs.reviewer) for each in plan.differences] == [("taken away", "JS")]
    review.merge(plan, plan.choices if chosen else ())
    assert len(review.annotations()) == (0 if chosen else 1)
    assert review.verify() == ()


def test_a_mark_that_was_taken_away_here_and_changed_there_is_asked_about_and_can_come_back(
    review: Review, mark: str, copy: Path
) -> None:
    review.remove_annotation(mark)
    with colleague(copy) as theirs:
        theirs.edit_annotation(mark, comment="who counted, and when?")
    plan = review.compare_copy(copy)
    assert [each.mine.words for each in plan.differences] == ["taken away"]
    review.merge(plan)
    assert review.annotations() == ()
    review.merge(plan, plan.choices)
    assert (_only(review).id, _only(review).comment) == (mark, "who counted, and when?")


def test_a_mark_that_was_only_taken_away_here_stays_away(review: Review, mark: str, copy: Path) -> None:
    review.remove_annotation(mark)
    assert review.compare_copy(copy).is_empty


def test_a_mark_that_came_in_with_a_merge_and_was_changed_there_since_is_changed_and_does_not_stand_twice(
    review: Review, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.crossfoot"
    review.backup(copy)
    with colleague(copy) as theirs:
        theirs.note("d1", About.DOCUMENT, "read it all")
    review.merge(review.compare_copy(copy))
    with colleague(copy) as theirs:
        theirs.edit_annotation(_only(theirs).id, comment="read it all again")
    review.merge(review.compare_copy(copy))
    assert _only(review).comment == "read it all again"


def test_a_mark_that_came_in_with_a_merge_and_was_changed_on_both_sides_since_is_asked_about(
    review: Review, tmp_path: Path, place: Callable[[str], Span]
) -> None:
    copy = tmp_path / "copy.crossfoot"
    review.backup(copy)
    with colleague(copy) as theirs:
        theirs.annotate("d1", place("176"), AnnotationKind.HIGHLIGHT, colour="yellow")
    review.merge(review.compare_copy(copy))
    review.edit_annotation(_only(review).id, colour="green")
    with colleague(copy) as theirs:
        theirs.edit_annotation(_only(theirs).id, colour="blue")
    (difference,) = review.compare_copy(copy).differences
    assert difference.mine.words.startswith("in green")
    assert difference.theirs.words.startswith("in blue")
