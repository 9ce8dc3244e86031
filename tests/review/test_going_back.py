"""Going back to a point takes back everything since in one act, across restarts, and redo does it again."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crossfoot.assets import dictionary
from crossfoot.model import AnnotationKind, Span, State
from crossfoot.review.prepared import Prepared
from crossfoot.review.session import Review
from crossfoot.workspace import Workspace


def _state(review: Review) -> object:
    """Return all that the officer can see."""
    return (
        [(figure.id, figure.state, figure.corrected, figure.note, figure.reason) for figure in review.figures()],
        [(mark.id, mark.comment, mark.tags) for mark in review.annotations()],
        [row.id for row in review.documents()],
        [each.id for each in review.binned()],
    )


def _act(review: Review, ids: list[str], act: str, place: int) -> None:
    """Do one thing."""
    match act:
        case "confirm":
            review.confirm([ids[place]])
        case "reject":
            review.reject([ids[place]], f"reason {place}")
        case "note":
            review.set_note(ids[place], f"note {place}")
        case "mark":
            review.annotate("d1", Span(place, place + 4), AnnotationKind.COMMENT, comment=str(place))
        case "undo":
            review.undo()
        case "redo":
            review.redo()


_ACTS = st.lists(
    st.tuples(st.sampled_from(["confirm", "reject", "note", "mark", "undo", "redo"]), st.integers(0, 4)), max_size=9
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(before=_ACTS, after=_ACTS)
def test_whatever_was_done_since_going_back_gives_the_state_of_that_point_and_redo_the_one_after(
    review: Review, ids: list[str], before: list[tuple[str, int]], after: list[tuple[str, int]]
) -> None:
    for act, place in before:
        _act(review, ids, act, place)
    point, then = review.history()[0].seq, _state(review)
    undoable = review.undo_label()
    for act, place in after:
        _act(review, ids, act, place)
    now = _state(review)
    review.go_back(point)
    assert _state(review) == then
    if now != then:
        assert review.undo_label() == undoable
        review.redo()
        assert _state(review) == now
    assert review.verify() == ()


def test_undo_goes_on_before_the_point_after_a_restart(review: Review, ids: list[str], workspace: Workspace) -> None:
    review.confirm([ids[0]])
    point = review.history()[0].seq
    review.reject(ids[1:3], "a year")
    review.confirm([ids[3]])
    assert review.steps_since(point) == 2
    review.go_back(point)
    again = Review(workspace, dictionary(), reviewer="AB")
    assert again.redo_label() == "go back 3 figures"
    again.undo()
    assert again.counts().unreviewed == 5


def test_going_back_before_an_import_puts_the_record_into_the_bin(
    review: Review, make: Callable[..., Prepared]
) -> None:
    point = review.history()[0].seq
    review.store(make("other.txt", ending=" More."))
    review.confirm([review.figures("d2")[0].id])
    review.go_back(point)
    assert [row.id for row in review.documents()] == ["d1"]
    review.redo()
    assert review.figures("d2")[0].state is State.CONFIRMED
    assert review.verify() == ()


def test_going_back_to_the_newest_row_changes_nothing(review: Review, ids: list[str]) -> None:
    review.confirm([ids[0]])
    rows = review.history()
    review.go_back(rows[0].seq)
    assert review.history() == rows


def test_going_back_twice_leaves_only_the_second_to_be_done_again(review: Review, ids: list[str]) -> None:
    start = review.history()[0].seq
    review.confirm([ids[0]])
    point = review.history()[0].seq
    review.go_back(start)
    before = _state(review)
    review.go_back(point)
    review.redo()
    assert _state(review) == before
    review.redo()
    assert _state(review) == before
