"""A record was replaced by a new version in one copy: what was decided on the other version comes in all the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from crossfoot.assets import dictionary
from crossfoot.model import AnnotationKind, Part, State
from crossfoot.model.teaching import RuleKind, TaughtRule
from crossfoot.review.prepared import Prepared
from crossfoot.review.preparing import prepare
from crossfoot.review.session import Review
from crossfoot.workspace import TargetKind, Workspace

from .test_merging import colleague
from .test_versions import HEAD, NEW, OLD, STAFF, TAIL, of, span_of


def _made(path: Path, paragraphs: list[str]) -> Prepared:
    """Return a record of these paragraphs, ready to be stored."""
    path.write_text(HEAD + "\n\n".join(paragraphs) + TAIL, encoding="utf-8")
    return prepare(path, dictionary())


@pytest.fixture
def old(workspace: Workspace, tmp_path: Path) -> Review:
    """Return a review of the old version with two decisions and a comment, signed AB."""
    review = Review(workspace, dictionary(), reviewer="AB")
    review.store(_made(tmp_path / "first.txt", OLD))
    review.confirm([of(review, "1,194").id, of(review, "312").id])
    review.annotate("d1", span_of(review, "foster carers"), AnnotationKind.COMMENT, comment="all of them?")
    return review


@pytest.fixture
def copy(old: Review, tmp_path: Path) -> Path:
    """Return a copy of the workspace with the old version, for a colleague."""
    made = tmp_path / "theirs.crossfoot"
    old.backup(made)
    return made


@pytest.fixture
def new(tmp_path: Path) -> Prepared:
    """Return the new version, ready to be stored."""
    return _made(tmp_path / "second.txt", NEW)


def _states(review: Review, *quotes: str) -> list[tuple[State, str]]:
    """Return what was decided on figures, and by whom."""
    return [(of(review, quote).state, of(review, quote).reviewer) for quote in quotes]


def test_what_a_colleague_decided_on_the_version_that_was_replaced_here_comes_to_the_same_figures_of_the_new_one(
    old: Review, copy: Path, new: Prepared
) -> None:
    old.replace_document("d1", new)
    with colleague(copy) as theirs:
        theirs.correct(of(theirs, "143").id, {"value": "134"}, "see the report")
        theirs.query([of(theirs, "£5.51m").id], "net or gross?")
        theirs.reply(theirs.annotations()[0].id, "all of them")
    plan = old.compare_copy(copy)
    assert (plan.documents, plan.versions, plan.conflicts, plan.left_out) == (1, 1, (), ())
    old.merge(plan)
    assert _states(old, "143", "£5.51m", "1,194") == [
        (State.CORRECTED, "JS"),
        (State.QUERIED, "JS"),
        (State.CONFIRMED, "AB"),
    ]
    (mark,) = old.annotations()
    assert [reply.text for reply in mark.replies] == ["all of them"]
    assert old.compare_copy(copy).is_empty
    assert old.verify() == ()
    old.undo()
    assert of(old, "143").state is State.UNREVIEWED


def test_a_figure_that_reads_otherwise_in_the_new_version_is_asked_about_with_the_colleagues_decision_beside_it(
    old: Review, copy: Path, new: Prepared
) -> None:
    old.replace_document("d1", new)
    with colleague(copy) as theirs:
        theirs.confirm([of(theirs, "176").id])
    old.merge(old.compare_copy(copy))
    changed = of(old, "181")
    assert changed.state is State.UNREVIEWED
    assert changed.earlier is not None
    assert (changed.earlier.quote, changed.earlier.state, changed.earlier.reviewer) == ("176", State.CONFIRMED, "JS")
    assert old.compare_copy(copy).is_empty


def test_what_both_decided_differently_on_two_versions_of_one_figure_stands_side_by_side(
    old: Review, copy: Path, new: Prepared
) -> None:
    old.replace_document("d1", new)
    old.confirm([of(old, "143").id])
    with colleague(copy) as theirs:
        theirs.reject([of(theirs, "143").id], "no figure")
    (conflict,) = old.compare_copy(copy).conflicts
    assert conflict.mine.id == of(old, "143").id
    assert (conflict.mine.state, conflict.theirs.state) == (State.CONFIRMED, State.REJECTED)


def test_what_is_not_in_the_new_version_is_named(old: Review, copy: Path, new: Prepared) -> None:
    old.replace_document("d1", new)
    with colleague(copy) as theirs:
        theirs.confirm([of(theirs, "28").id])
    plan = old.compare_copy(copy)
    assert [each for each in plan.left_out if "28" in each] == [
        "“28” in “Workload in the Fieldwork Teams” is no figure of the version here."
    ]


def test_a_figure_that_the_colleague_added_to_the_old_version_comes_to_its_place_in_the_new_one(
    old: Review, copy: Path, new: Prepared
) -> None:
    with colleague(copy) as theirs:
        span = span_of(theirs, "31 March")
        theirs.add_figure("d1", theirs.propose_figure("d1", span), {"value": "3", "unit": "months"})
    done = old.replace_document("d1", new)
    old.merge(old.compare_copy(copy))
    added = of(old, "31")
    assert added.printed.span.cut(old.document(done.document).text) == "31"
    assert (added.current.value, added.reviewer) == (3, "JS")
    assert old.verify() == ()


def test_what_a_colleague_decided_on_a_new_version_comes_to_the_same_figures_of_the_version_here(
    old: Review, copy: Path, new: Prepared
) -> None:
    with colleague(copy) as theirs:
        theirs.replace_document("d1", new)
        theirs.confirm([of(theirs, "143").id, of(theirs, "41").id, of(theirs, "181").id])
    old.reject([of(old, "312").id], "only changed here")
    plan = old.compare_copy(copy)
    assert (plan.versions, plan.conflicts) == (1, ())
    assert sorted(plan.left_out) == [
        "“181” in “Workload in the Fieldwork Teams” reads otherwise in the version here.",
        "“41” in “Workload in the Fieldwork Teams” is no figure of the version here.",
    ]
    old.merge(plan)
    assert _states(old, "143", "312") == [(State.CONFIRMED, "JS"), (State.REJECTED, "AB")]
    assert old.compare_copy(copy).is_empty


def test_copies_that_both_replaced_the_record_by_versions_of_their_own_are_merged_by_what_they_share(
    old: Review, copy: Path, new: Prepared, tmp_path: Path
) -> None:
    with colleague(copy) as theirs:
        theirs.replace_document("d1", _made(tmp_path / "third.txt", [*OLD, STAFF]))
        theirs.confirm([of(theirs, "143").id])
    old.replace_document("d1", new)
    old.reject([of(old, "312").id], "only changed here")
    plan = old.compare_copy(copy)
    assert (plan.versions, plan.conflicts) == (1, ())
    old.merge(plan)
    assert _states(old, "143", "312") == [(State.CONFIRMED, "JS"), (State.REJECTED, "AB")]


def test_a_name_under_another_version_stays_out_and_says_so(old: Review, copy: Path, new: Prepared) -> None:
    old.replace_document("d1", new)
    with colleague(copy) as theirs:
        theirs.sign_off("d1", "J. Smith")
        theirs.keep_rules([TaughtRule("", RuleKind.INDICATOR, words="placement start", gives="referrals")])
    plan = old.compare_copy(copy)
    assert [each.kind for each in plan.arrivals] == [TargetKind.RULE]
    assert "look and sign again" in plan.left_out[0]


def test_a_record_that_lies_in_the_bin_here_is_to_be_put_back_first(old: Review, copy: Path) -> None:
    old.remove_document("d1")
    assert old.compare_copy(copy).left_out == (
        "“Workload in the Fieldwork Teams” is in the bin here: put it back, then merge again.",
    )


def test_records_of_one_file_are_told_apart(review: Review, make: Callable[..., Prepared], tmp_path: Path) -> None:
    def part(number: int) -> Prepared:
        whole = make("minutes.txt", ending=" More.")
        text = f"{whole.reading.text} Item {number}."
        return replace(whole, reading=replace(whole.reading, text=text, part=Part(number, 2, 0, len(text))))

    for number in (1, 2):
        review.store(part(number))
    copy = tmp_path / "theirs.crossfoot"
    review.backup(copy)
    with colleague(copy) as theirs:
        theirs.confirm([theirs.figures("d2")[0].id])
        theirs.reject([theirs.figures("d3")[0].id], "no figure")
    review.merge(review.compare_copy(copy))
    assert [review.figures(each)[0].state for each in ("d2", "d3")] == [State.CONFIRMED, State.REJECTED]
