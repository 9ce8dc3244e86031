"""Closing a workspace: nothing that waits for its turn, or is worked out beside the window, asks it any more."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QThreadPool, QTimer
from pytestqt.qtbot import QtBot

from crossfoot.review.prepared import Prepared

DAY = date(2013, 6, 13)


def test_records_that_are_being_compared_when_the_workspace_closes_are_left_alone(
    make_world: Callable[..., Any], make_record: Callable[..., Prepared], qtbot: QtBot
) -> None:
    world = make_world()
    world.results[:] = [make_record(f"{n}.txt", f"There were {1000 + n:,} open cases.", DAY) for n in range(70)]
    intake = world.window.workplace.intake
    told: list[object] = []
    intake.ended.connect(lambda: told.append(intake))
    intake.take([Path("records")])
    QThreadPool.globalInstance().waitForDone()
    assert intake.is_running
    world.window.close_workspace()
    QCoreApplication.processEvents()
    assert told == []
    assert not world.window.status.is_importing


def test_what_waits_for_its_turn_on_the_desk_asks_nothing_of_a_workspace_that_was_closed(
    make_world: Callable[..., Any], make_record: Callable[..., Prepared], qtbot: QtBot
) -> None:
    world = make_world(*(make_record(f"{n}.txt", f"There were {1000 + n:,} open cases.", DAY) for n in range(3)))
    desk = world.desk
    desk.selection.select_document(world.review.documents()[-1].id)
    due: list[QTimer] = []
    for timer in desk.findChildren(QTimer):
        timer.setSingleShot(True)
        timer.start(0)
        due.append(timer)
    assert due
    world.window.close_workspace()
    QCoreApplication.processEvents()  # what was let go is deleted only by the loop itself
    assert not any(timer.isActive() for timer in due)
