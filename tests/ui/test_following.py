"""The checks of many records follow their import, in the background of the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from crossfoot.assets import dictionary
from crossfoot.model import Verdict
from crossfoot.review.prepared import Prepared
from crossfoot.review.preparing import prepare
from crossfoot.review.readying import with_rows_unchecked
from crossfoot.review.session import Review
from crossfoot.ui.panes.documents.model import SUMMARY
from crossfoot.workspace import Workspace

WRONG = "There were 1,194 contacts in June, of which 176 became referrals and 1,000 did not. On Monday 13 June 2013"


@pytest.fixture
def unchecked(tmp_path: Path) -> Callable[[int], list[Prepared]]:
    """Return a maker of records that each have something to ask about, ready to be stored but for their checks."""

    def make(count: int) -> list[Prepared]:
        paths = [tmp_path / f"{n}.txt" for n in range(count)]
        for n, path in enumerate(paths):
            path.write_text(f"{WRONG} it was record {n} that was read.", encoding="utf-8")
        return [with_rows_unchecked(prepare(path, dictionary()), dictionary()) for path in paths]

    return make


def shown_findings(world: Any) -> list[int]:
    model = world.desk.documents.model
    return [model.index(row).data(SUMMARY).counts.findings for row in range(model.rowCount())]


def test_records_are_there_before_they_are_checked_and_their_findings_come_after(
    make_world: Callable[..., Any], unchecked: Callable[[int], list[Prepared]], qtbot: QtBot
) -> None:
    world = make_world()
    world.results[:] = unchecked(3)
    intake = world.window.workplace.intake
    landed: list[list[int]] = []
    intake.landed.connect(lambda: landed.append(shown_findings(world)))
    with qtbot.waitSignal(intake.ended, timeout=60_000):
        intake.take([Path("records")])
    assert landed[0][1:] == [0, 0]  # the first is being looked at
    assert all(count > 0 for count in shown_findings(world))
    assert {finding.verdict for _, finding in world.review.findings()} >= {Verdict.QUERY}
    assert not world.window.status.is_importing


def test_cancelled_checks_are_said_to_be_left_and_go_on_when_the_workspace_is_opened_next(
    make_world: Callable[..., Any], unchecked: Callable[[int], list[Prepared]], qtbot: QtBot
) -> None:
    world = make_world()
    world.results[:] = unchecked(3)
    intake = world.window.workplace.intake
    with qtbot.waitSignal(intake.landed, timeout=60_000):
        intake.take([Path("records")])
    world.window.status.cancel.click()
    assert not world.window.status.is_importing
    assert world.window.status.currentMessage() == "3 records are not checked yet: each is when it is opened."
    world.window.close_workspace()
    world.window.open_workspace(world.workspace)
    with qtbot.waitSignal(world.window.workplace.intake.ended, timeout=60_000):
        pass
    assert all(count > 0 for count in shown_findings(world))


def test_files_that_come_while_records_are_checked_come_in_first_and_all_are_checked_then(
    make_world: Callable[..., Any], unchecked: Callable[[int], list[Prepared]], qtbot: QtBot
) -> None:
    world = make_world()
    records = unchecked(4)
    intake = world.window.workplace.intake
    world.results[:] = records[:3]
    with qtbot.waitSignal(intake.landed, timeout=60_000):
        intake.take([Path("first")])
    world.results[:] = records[3:]
    with qtbot.waitSignal(intake.ended, timeout=60_000):
        intake.take([Path("second")])
    assert len(shown_findings(world)) == 4
    assert all(count > 0 for count in shown_findings(world))


def test_a_record_opened_before_its_checks_are_in_shows_its_findings(
    make_world: Callable[..., Any], unchecked: Callable[[int], list[Prepared]], tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "many.crossfoot"
    with Workspace.open(path, create=True) as workspace:
        Review(workspace, dictionary()).store_some(unchecked(3))
    world = make_world(open_it=False)
    world.window.open_workspace(path)
    assert world.desk.findings.list.model().rowCount() > 0
    with qtbot.waitSignal(world.window.workplace.intake.ended, timeout=60_000):
        pass
    assert world.review.awaited == 0
