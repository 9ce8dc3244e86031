"""The decisions of a colleague's copy come in as that colleague's; where both decided and differ, one chooses."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crossfoot.assets import dictionary
from crossfoot.model import AnnotationKind, Span, State, WorldError
from crossfoot.model.judging import Judgement
from crossfoot.review.merging import merge_words
from crossfoot.review.prepared import Prepared
from crossfoot.review.session import Review
from crossfoot.workspace import TargetKind, Workspace

Colleague = Callable[[], Iterator[Review]]


@pytest.fixture
def copy(review: Review, tmp_path: Path) -> Path:
    """Return a copy of the workspace as it is now, for a colleague."""
    made = tmp_path / "theirs" / "spring.crossfoot"
    made.parent.mkdir()
    review.backup(made)
    return made


@contextmanager
def colleague(path: Path, initials: str = "JS") -> Iterator[Review]:
    """Open a copy as another reviewer."""
    with Workspace.open(path, create=not path.exists()) as workspace:
        clock = iter(datetime(2024, 5, 7, 9, minute, tzinfo=UTC) for minute in range(60))
        yield Review(workspace, dictionary(), reviewer=initials, clock=lambda: next(clock))


def test_what_only_the_colleague_decided_comes_in_under_the_colleagues_initials_and_time(
    review: Review, ids: list[str], copy: Path
) -> None:
    review.confirm(ids[:1])
    with colleague(copy) as theirs:
        theirs.correct(ids[1], {"value": "177"}, "typed wrongly")
        theirs.query([ids[2]], "of which teams?")
    plan = review.compare_copy(copy)
    assert (plan.conflicts, plan.left_out, plan.reviewers) == ((), (), ("JS",))
    review.merge(plan)
    corrected = review.figure(ids[1])
    assert (corrected.state, corrected.current.value, corrected.reviewer) == (State.CORRECTED, 177, "JS")
    assert corrected.reviewed_at == datetime(2024, 5, 7, 9, 0, tzinfo=UTC)
    assert review.figure(ids[2]).reason == "of which teams?"
    assert review.figure(ids[0]).reviewer == "AB"
    assert {row.reviewer for row in review.history() if row.verb == "merge"} == {"AB"}
    assert review.verify() == ()


def test_a_merge_is_one_act_that_undo_takes_back(review: Review, ids: list[str], copy: Path) -> None:
    with colleague(copy) as theirs:
        theirs.confirm(ids[:3])
        theirs.annotate("d1", Span(0, 5), AnnotationKind.COMMENT, comment="who counted?")
    review.merge(review.compare_copy(copy))
    assert (review.counts().confirmed, len(review.annotations())) == (3, 1)
    review.undo()
    assert (review.counts().confirmed, len(review.annotations())) == (0, 0)
    review.redo()
    assert (review.counts().confirmed, len(review.annotations())) == (3, 1)
    assert review.verify() == ()


def test_where_both_decided_and_differ_nothing_changes_until_one_side_is_chosen(
    review: Review, ids: list[str], copy: Path
) -> None:
    review.confirm(ids[:3])
    with colleague(copy) as theirs:
        theirs.reject(ids[:2], "a year")
        theirs.confirm([ids[2]])
    plan = review.compare_copy(copy)
    assert [(each.mine.state, each.theirs.state) for each in plan.conflicts] == [(State.CONFIRMED, State.REJECTED)] * 2
    assert plan.agreed == 1
    review.merge(plan)
    assert review.counts().confirmed == 3
    review.merge(plan, [ids[1]])
    assert [review.figure(each).state for each in ids[:2]] == [State.CONFIRMED, State.REJECTED]
    assert review.figure(ids[1]).reviewer == "JS"


def test_what_a_reviewer_decided_anew_since_both_began_comes_in_and_what_only_this_copy_changed_stays(
    review: Review, ids: list[str], tmp_path: Path
) -> None:
    review.confirm(ids[:2])
    copy = tmp_path / "later.crossfoot"
    review.backup(copy)
    review.reject([ids[0]], "a year")
    with colleague(copy, "AB") as theirs:
        theirs.reject([ids[1]], "counted already")
    plan = review.compare_copy(copy)
    assert plan.conflicts == ()
    review.merge(plan)
    assert [review.figure(each).reason for each in ids[:2]] == ["a year", "counted already"]


def test_another_reviewer_overrules_a_decision_only_where_that_is_chosen(
    review: Review, ids: list[str], tmp_path: Path
) -> None:
    review.confirm(ids[:2])
    copy = tmp_path / "later.crossfoot"
    review.backup(copy)
    with colleague(copy) as theirs:
        theirs.reject([ids[1]], "counted already")
    plan = review.compare_copy(copy)
    assert [(each.mine.reviewer, each.theirs.reviewer) for each in plan.conflicts] == [("AB", "JS")]
    review.merge(plan)
    assert review.figure(ids[1]).state is State.CONFIRMED
    review.merge(plan, plan.choices)
    assert review.figure(ids[1]).reason == "counted already"


def test_what_was_kept_as_it_is_here_is_asked_again_only_where_one_side_says_something_else(
    review: Review, ids: list[str], copy: Path
) -> None:
    review.confirm(ids[:3])
    with colleague(copy) as theirs:
        theirs.reject(ids[:3], "a year")
    plan = review.compare_copy(copy)
    review.merge(plan, here=ids[:2])
    again = review.compare_copy(copy)
    assert (again.choices, again.kept) == ((ids[2],), 2)
    assert "2 kept as here in a merge before" in merge_words(again)
    with colleague(copy) as theirs:
        theirs.reject([ids[0]], "counted already")
    review.query([ids[1]], "which year?")
    assert review.compare_copy(copy).choices == tuple(ids[:3])
    assert review.verify() == ()


def test_undo_of_a_merge_forgets_what_was_kept_in_it(review: Review, ids: list[str], copy: Path) -> None:
    review.confirm(ids[:1])
    with colleague(copy) as theirs:
        theirs.reject(ids[:1], "a year")
    review.merge(review.compare_copy(copy), here=ids[:1])
    assert review.compare_copy(copy).is_empty
    assert review.undo_label() == f"merge “{review.figure(ids[0]).printed.quote}”"
    review.undo()
    assert review.compare_copy(copy).choices == (ids[0],)
    review.redo()
    assert review.compare_copy(copy).choices == ()


def test_what_nobody_looked_at_is_asked_again(review: Review, ids: list[str], copy: Path) -> None:
    review.confirm(ids[:1])
    with colleague(copy) as theirs:
        theirs.reject(ids[:2], "a year")
    review.merge(review.compare_copy(copy))
    assert review.compare_copy(copy).choices == (ids[0],)


def test_the_copy_is_left_as_it_is_to_the_last_byte(review: Review, ids: list[str], copy: Path) -> None:
    with colleague(copy) as theirs:
        theirs.confirm(ids)
    before = copy.read_bytes()
    review.merge(review.compare_copy(copy))
    assert copy.read_bytes() == before
    assert [each.name for each in copy.parent.iterdir()] == [copy.name]


def test_a_workspace_that_was_made_apart_is_merged_by_the_files_of_its_records(
    review: Review, ids: list[str], make: Callable[..., Prepared], tmp_path: Path
) -> None:
    apart = tmp_path / "apart.crossfoot"
    with colleague(apart) as theirs:
        theirs.store(make("other.txt", ending=" More."))
        theirs.store(make("the same under another name.txt"))
        theirs.confirm([figure.id for figure in theirs.figures("d2")][:2])
        theirs.confirm([figure.id for figure in theirs.figures("d1")][:1])
    plan = review.compare_copy(apart)
    assert plan.left_out == ("“Contacts More.” is not in this workspace: import it, then merge again.",)
    review.merge(plan)
    assert [review.figure(each).state for each in ids[:3]] == [State.CONFIRMED, State.CONFIRMED, State.UNREVIEWED]


def test_a_figure_that_the_colleague_added_comes_in(review: Review, copy: Path, place: Callable[[str], Span]) -> None:
    with colleague(copy) as theirs:
        theirs.add_figure("d1", theirs.propose_figure("d1", place("41")), {"unit": "fte"})
    review.merge(review.compare_copy(copy))
    added = next(figure for figure in review.figures() if figure.printed.quote == "41")
    assert (added.current.unit, added.reviewer) == ("fte", "JS")
    assert review.verify() == ()


def test_merging_twice_brings_nothing_new(review: Review, ids: list[str], copy: Path) -> None:
    with colleague(copy) as theirs:
        theirs.confirm(ids[:3])
        theirs.set_note(ids[3], "look again")
        theirs.annotate("d1", Span(0, 5), AnnotationKind.COMMENT, comment="who counted?")
    review.merge(review.compare_copy(copy))
    assert review.compare_copy(copy).is_empty
    assert review.figure(ids[3]).note == "look again"


def test_notes_of_both_stand_beside_each_other_and_no_decision_is_lost_by_them(
    review: Review, ids: list[str], copy: Path
) -> None:
    review.confirm([ids[0]])
    review.set_note(ids[0], "seen in the report")
    with colleague(copy) as theirs:
        theirs.set_note(ids[0], "ask finance")
    plan = review.compare_copy(copy)
    review.merge(plan)
    assert review.figure(ids[0]).note == "seen in the report / ask finance"
    assert review.figure(ids[0]).state is State.CONFIRMED


def test_a_second_check_comes_in_where_both_hold_the_same_decision(
    review: Review, ids: list[str], tmp_path: Path
) -> None:
    review.confirm(ids[:2])
    copy = tmp_path / "checked.crossfoot"
    review.backup(copy)
    with colleague(copy) as theirs:
        theirs.check_again(ids[0])
        theirs.check_again(ids[1])
    review.reject([ids[1]], "a year")
    plan = review.compare_copy(copy)
    assert [(each.kind, each.target, each.reviewer) for each in plan.arrivals] == [
        (TargetKind.SECOND_CHECK, ids[0], "JS")
    ]
    assert plan.left_out == (
        "1 second check or sign-off is about other decisions than stand here: look and sign again.",
    )
    review.merge(plan)
    assert review.verify() == ()


def test_a_copy_of_an_older_form_is_merged_and_keeps_its_form(review: Review, tmp_path: Path) -> None:
    kept = Path(__file__).parents[1] / "workspace" / "forms" / "form_1.crossfoot"
    old = tmp_path / "old.crossfoot"
    shutil.copyfile(kept, old)
    plan = review.compare_copy(old)
    assert plan.documents == 0
    assert "Contacts" in plan.left_out[0]
    assert old.read_bytes() == kept.read_bytes()


def test_the_workspace_itself_one_that_is_open_and_what_is_none_are_refused_in_a_sentence(
    review: Review, path: Path, copy: Path, tmp_path: Path
) -> None:
    with pytest.raises(WorldError, match="this workspace itself"):
        review.compare_copy(path)
    with colleague(copy), pytest.raises(WorldError, match="is open for"):
        review.compare_copy(copy)
    (tmp_path / "notes.crossfoot").write_text("no workspace")
    with pytest.raises(WorldError, match="not a Crossfoot workspace"):
        review.compare_copy(tmp_path / "notes.crossfoot")


def test_what_the_colleague_decided_on_a_finding_comes_in(review: Review, copy: Path) -> None:
    (finding, *_) = (each for _, each in review.findings("d1"))
    with colleague(copy) as theirs:
        theirs.judge("d1", [finding.id], Judgement.DISMISSED, "rounded in the source")
    plan = review.compare_copy(copy)
    assert [(each.value.finding, each.reviewer) for each in plan.arrivals] == [(finding.id, "JS")]
    review.merge(plan)
    assert review.compare_copy(copy).is_empty
    review.undo()
    assert not review.compare_copy(copy).is_empty
