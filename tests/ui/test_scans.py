"""Files whose pages are pictures are recognised page by page, with progress and a way to stop."""

from __future__ import annotations

import runpy
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from crossfoot import assets
from crossfoot.readers.scans import RecognisedWord
from crossfoot.ui.intake.importing import ImportJob, RecognitionJob
from crossfoot.ui.intake.intake import Intake

READERS = Path(__file__).resolve().parents[1] / "readers"
scanned: Callable[..., bytes] = runpy.run_path(str(READERS / "scan_file.py"))["scanned"]
pdf_of: Callable[..., bytes] = runpy.run_path(str(READERS.parent / "pages" / "pdf_file.py"))["pdf_of"]
WORDS = (
    *(
        RecognisedWord(text, x, 100, x + 5.5 * len(text), 112, 0.96)
        for text, x in (("There", 60), ("were", 95), ("41", 125), ("referrals", 145), ("and", 200))
    ),
    RecognisedWord("57", 225, 100, 236, 112, 0.6),
    RecognisedWord("carers.", 242, 100, 280, 112, 0.9),
)


class ScanOnly(ImportJob):
    """Says at once that its file is a scan of two pages."""

    def __init__(self, path: Path, parent: QObject) -> None:
        super().__init__((), assets.dictionary(), parent=parent)
        self._path = path

    def start(self) -> None:
        """Say it."""
        self.progressed.emit(0, 1)
        self.scanned.emit(self._path, (1, 2))
        self.progressed.emit(1, 1)
        self.finished.emit(False)


class GivenWords(RecognitionJob):
    """Finds the same words on the first page and none on the second, or waits to be cancelled."""

    def __init__(self, path: Path, pages: Sequence[int], parent: QObject, *, waits: bool) -> None:
        super().__init__(path, pages, "tesseract", parent=parent)
        self._waits = waits

    def start(self) -> None:
        """Find them."""
        self.progressed.emit(1, 2)
        if not self._waits:
            self.words = {1: WORDS, 2: ()}
            self.finished.emit(False)

    def cancel(self) -> None:
        """Stop."""
        self.finished.emit(True)


def intake_of(world: Any, path: Path, *, waits: bool) -> Intake:
    desk = world.desk
    intake = Intake(
        world.review,
        desk.funnel,
        world.window.status,
        world.prompter,
        make_job=lambda _paths, _review, parent: ScanOnly(path, parent),
        make_recognition=lambda file, pages, parent: GivenWords(file, pages, parent, waits=waits),
    )
    intake.setParent(world.window)  # it lives as long as the window, as it does in the program
    return intake


def test_a_scan_comes_in_with_its_words_and_the_doubtful_digits_flagged(
    qtbot: QtBot, tmp_path: Path, make_world: Callable[..., Any], short_record: Any
) -> None:
    world = make_world(short_record)
    path = tmp_path / "scan.pdf"
    path.write_bytes(scanned(pdf_of([[(60, 700, "x")], [(60, 700, "y")]]), dots=50))
    intake = intake_of(world, path, waits=False)
    with qtbot.waitSignal(intake.ended, timeout=60_000):
        intake.take([path])
    review = world.review
    (document,) = [row.id for row in review.documents() if row.path == str(path)]
    assert review.document(document).text == "There were 41 referrals and 57 carers."
    assert [figure.printed.doubtful for figure in review.figures(document)] == [False, True]
    assert not world.window.status.is_importing


def test_recognition_can_be_cancelled(
    qtbot: QtBot, tmp_path: Path, make_world: Callable[..., Any], short_record: Any
) -> None:
    world = make_world(short_record)
    path = tmp_path / "scan.pdf"
    intake = intake_of(world, path, waits=True)
    intake.take([path])
    assert intake.is_running
    assert world.window.status.is_importing
    with qtbot.waitSignal(intake.ended, timeout=10_000):
        world.window.status.cancel.click()
    assert len(world.review.documents()) == 1
    assert not world.window.status.is_importing
