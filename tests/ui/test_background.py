"""Work beside the window: whoever asked for it is told how it ended, always, unless they are gone."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from crossfoot.ui.background import BackgroundJob


def _same(number: int) -> int:
    return number


def test_every_one_of_many_jobs_tells_its_end(qtbot: QtBot) -> None:
    who, told = QObject(), list[int]()
    for begun in range(0, 2_000, 20):
        for number in range(begun, begun + 20):
            job: BackgroundJob[int] = BackgroundJob(partial(_same, number), who)
            job.done.connect(told.append)
            job.start()
        qtbot.waitUntil(lambda begun=begun: len(told) == begun + 20)
    assert sorted(told) == list(range(2_000))
