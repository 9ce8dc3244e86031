"""Everything can be taken back, and done again, across restarts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from crossfoot.assets import dictionary
from crossfoot.model import AnnotationKind, Changes, Span, State
from crossfoot.review.session import Review
from crossfoot.workspace import Workspace


def _states(review: Review) -> list[State]:
    return [figure.state for figure in review.figures()]


def test_undo_and_redo_survive_a_restart(workspace: Workspace, path: Path, review: Review, ids: list[str]) -> None:
    review.confirm(ids[:1])
    review.reject(ids[1:2], "a year")
    review.undo()
    workspace.close()
    with Workspace.open(path) as again:
        reopened = Review(again, dictionary(), reviewer="AB")
        assert (reopened.undo_label(), reopened.redo_label()) == ("confirm 1,194", "reject 176")
        reopened.redo()
        assert _states(reopened)[:2] == [State.CONFIRMED, State.REJECTED]
        reopened.undo()
        reopened.undo()
        assert _states(reopened) == [State.UNREVIEWED] * 5


def test_undo_brings_back_who_decided_and_when(review: Review, ids: list[str]) -> None:
    review.confirm(ids[:1])
    before = review.figure(ids[0])
    review.reviewer = "CD"
    review.reject(ids[:1], "a year")
    review.undo()
    assert review.figure(ids[0]) == before


def test_every_act_can_be_taken_back_one_by_one_and_done_again(
    review: Review, ids: list[str], place: Callable[[str], Span]
) -> None:
    acts: list[Callable[[], Changes]] = [
        lambda: review.confirm(ids[:2]),
        lambda: review.correct(ids[0], {"value": "1196"}),
        lambda: review.query(ids[2:3], "why?"),
        lambda: review.set_note(ids[3], "see appendix"),
        lambda: review.annotate("d1", Span(0, 5), AnnotationKind.COMMENT, comment="hm"),
        lambda: review.add_figure("d1", review.propose_figure("d1", place("£4.69m"))),
        lambda: review.remove_document("d1"),
    ]
    seen = [_picture(review)]
    for act in acts:
        act()
        seen.append(_picture(review))
    for expected in reversed(seen[:-1]):
        review.undo()
        assert _picture(review) == expected
    for expected in seen[1:]:
        review.redo()
        assert _picture(review) == expected
    assert review.redo_label() is None


def test_after_a_new_act_nothing_can_be_done_again(review: Review, ids: list[str]) -> None:
    review.confirm(ids[:1])
    review.undo()
    review.confirm(ids[1:2])
    assert review.redo_label() is None
    assert review.redo() == Changes()
    review.undo()
    assert (review.undo_label(), review.redo_label()) == ("import record.txt", "confirm 176")


def test_undo_goes_past_what_was_undone_before(review: Review, ids: list[str]) -> None:
    review.confirm(ids[:1])
    review.confirm(ids[1:2])
    review.undo()
    review.confirm(ids[2:3])
    review.undo()
    review.redo()
    review.undo()
    assert review.undo_label() == "confirm 1,194"
    review.undo()
    assert _states(review) == [State.UNREVIEWED] * 5


def test_nothing_to_undo_changes_nothing(path: Path) -> None:
    with Workspace.open(path, create=True) as workspace:
        review = Review(workspace, dictionary())
        assert (review.undo(), review.redo()) == (Changes(), Changes())
        assert (review.undo_label(), review.redo_label()) == (None, None)


def test_the_journal_keeps_what_was_taken_back(review: Review, ids: list[str]) -> None:
    review.confirm(ids[:1])
    review.undo()
    undone, confirmed = review.history(ids[0])
    assert (undone.verb, undone.undoes, confirmed.verb) == ("undo", confirmed.group, "confirm")
    assert (undone.before, undone.after) == (confirmed.after, confirmed.before)


def test_an_act_on_many_is_named_by_their_number(review: Review, ids: list[str]) -> None:
    review.confirm(ids)
    assert review.undo_label() == "confirm 5 figures"


def _picture(review: Review) -> object:
    return review.documents(), review.figures(), review.annotations()


@pytest.mark.parametrize("way", ["undo", "go back"])
def test_what_is_taken_back_right_after_a_restart_is_checked_and_found_anew(
    path: Path, workspace: Workspace, review: Review, ids: list[str], way: str
) -> None:
    before = (review.documents(), review.search("value:1370"))
    point = review.history()[0].seq
    review.correct(ids[2], {"value": "1,307"})
    assert review.documents()[0].counts.findings > before[0][0].counts.findings
    workspace.close()
    with Workspace.open(path) as again:
        opened = Review(again, dictionary(), reviewer="AB")
        opened.undo() if way == "undo" else opened.go_back(point)
        assert (opened.documents(), opened.search("value:1370")) == before
        assert opened.verify() == ()
