"""Checks that follow when many records are in: nothing is lost by waiting for them, and nothing old comes over new."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from crossfoot.assets import dictionary
from crossfoot.checks import CallInCount, CallInRule
from crossfoot.model import Changes, Verdict
from crossfoot.review.findings.following import Following, check_stored
from crossfoot.review.prepared import Prepared
from crossfoot.review.readying import with_rows_unchecked
from crossfoot.review.session import Review
from crossfoot.workspace import Workspace

Make = Callable[..., Prepared]


@pytest.fixture
def records(make: Make) -> list[Prepared]:
    """Three records of three months with the same figures, ready to be stored but for their checks."""
    made = [make(f"{n}.txt", date(2016, 7 + n, 14), f" No {n}.") for n in range(3)]
    return [with_rows_unchecked(each, dictionary()) for each in made]


@pytest.fixture
def empty(workspace: Workspace) -> Review:
    """A review of a workspace without records."""
    return Review(workspace, dictionary(), reviewer="AB")


def follow(review: Review) -> list[Following]:
    """Return what another process makes of the documents that await their checks."""
    return [check_stored(review.stored(each), review.call_in_rules()) for each in review.await_checks()]


def test_sums_leave_out_the_findings_of_records_whose_checks_are_awaited(
    empty: Review, records: list[Prepared]
) -> None:
    empty.store_some(records)
    assert empty.awaited == 3
    assert [each.counts.findings for each in empty.documents()] == [0, 0, 0]
    assert empty.findings() == ()


def test_whoever_looks_at_a_record_that_awaits_its_checks_has_its_findings_made_at_once(
    empty: Review, records: list[Prepared]
) -> None:
    empty.store_some(records)
    said = [finding for _, finding in empty.findings("d2")]
    assert any(finding.verdict is Verdict.HOLDS for finding in said)


def test_checks_that_follow_say_what_checks_on_the_way_in_would_have_said(
    tmp_path: Path, empty: Review, records: list[Prepared], make: Make
) -> None:
    empty.store_some(records)
    empty.take_checks(follow(empty))
    with Workspace.open(tmp_path / "at_once.crossfoot", create=True) as workspace:
        at_once = Review(workspace, dictionary())
        for n in range(3):
            at_once.store(make(f"{n}.txt", date(2016, 7 + n, 14), f" No {n}."))
        assert empty.findings() == at_once.findings()
        assert [each.counts for each in empty.documents()] == [each.counts for each in at_once.documents()]
    assert empty.awaited == 0


def test_records_that_nobody_checked_before_the_end_are_awaited_when_the_workspace_is_opened_next(
    tmp_path: Path, records: list[Prepared]
) -> None:
    path = tmp_path / "records.crossfoot"
    with Workspace.open(path, create=True) as workspace:
        first = Review(workspace, dictionary())
        first.store_some(records)
        first.take_checks(follow(first)[:1])
    with Workspace.open(path) as workspace:
        again = Review(workspace, dictionary())
        assert again.await_checks() == ("d2", "d3")
        again.take_checks(follow(again))
        assert again.await_checks() == ()
        assert {document for document, _ in again.findings()} == {"d1", "d2", "d3"}
        assert workspace.verify() == ()


def test_a_figure_corrected_while_its_checks_are_made_elsewhere_keeps_the_findings_of_its_new_value(
    empty: Review, records: list[Prepared]
) -> None:
    empty.store_some(records)
    made = follow(empty)
    whole = next(figure for figure in empty.figures("d1") if figure.printed.quote == "1,370")
    empty.correct(whole.id, {"value": "1371"})
    said = empty.findings("d1")
    assert any(finding.verdict is Verdict.QUERY and finding.rule == 1 for _, finding in said)
    changes = empty.take_checks(made)
    assert changes[0] == Changes()
    assert changes[1:] == (Changes(findings_of=frozenset({"d2"})), Changes(findings_of=frozenset({"d3"})))
    assert empty.findings("d1") == said


def test_checks_made_by_call_in_rules_that_no_longer_hold_are_not_taken_over(
    empty: Review, records: list[Prepared]
) -> None:
    empty.store_some(records)
    other = {"northmoor council": CallInRule(CallInCount.DAYS_AFTER_MEETING, 5)}
    made = [check_stored(empty.stored(each), other) for each in empty.await_checks()]
    assert empty.take_checks(made) == (Changes(), Changes(), Changes())
    assert empty.awaited == 3


def test_no_more_is_stored_in_a_transaction_than_there_is_time_for(empty: Review, records: list[Prepared]) -> None:
    empty.store_some(records)
    assert len(empty.take_checks(follow(empty), lambda: True)) == 1
    assert empty.awaited == 2


def test_records_are_compared_with_those_alone_whose_checks_are_in(empty: Review, records: list[Prepared]) -> None:
    empty.hold_comparison()
    empty.store_some(records)
    empty.take_checks(follow(empty)[:2])
    pending = empty.pending_comparison()
    assert pending is not None
    assert pending.ids == ("d1", "d2")
