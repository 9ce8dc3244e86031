"""Reading files in other processes while the window goes on, and recognising the pages that are pictures."""

from __future__ import annotations

import os
from collections.abc import Hashable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, Signal

from crossfoot.model import Dictionary, ScanError, WorldError
from crossfoot.readers import scans
from crossfoot.readers.scans import RecognisedWord
from crossfoot.review.prepared import Prepared
from crossfoot.review.preparing import (
    Prepare,
    pack_work,
    page_of_scan,
    prepare_all,
    prepare_packed,
    prepare_within_limits,
)
from crossfoot.review.readying import CHECKED_ON_THE_WAY, with_rows, with_rows_unchecked
from crossfoot.review.session import Review
from crossfoot.ui.intake.jobs import ChildJob

_MOST = 2
"""Processes that read at a time: more cores are rare where this runs, and each takes memory."""


class ImportJob(ChildJob):
    """Prepares files one after the other in child processes; ``prepared`` carries each :class:`Prepared`.

    A file with several records carries several. ``scanned`` carries the path of a file and the numbers of its pages
    that are pictures, where ``tesseract`` is there to recognise them.
    """

    scanned = Signal(object, object)

    def __init__(
        self,
        paths: Sequence[Path],
        dictionary: Dictionary,
        *,
        jobs: int = 1,
        work: Prepare = prepare_all,
        tesseract: str | None = None,
        parent: QObject | None = None,
    ) -> None:
        packed = pack_work(work, dictionary)
        super().__init__(paths, lambda path: partial(prepare_packed, packed, path), str, jobs=jobs, parent=parent)
        self._tesseract = tesseract

    def _hand_on(self, thing: Hashable, result: object) -> None:
        """Carry on the records of a file one after the other, or its pages that are still to be recognised."""
        records = cast("tuple[Prepared, ...]", result)
        silent = records[0].reading.silent
        if silent and self._tesseract:
            self.scanned.emit(thing, silent)
            return
        for prepared in records:
            self.prepared.emit(prepared)

    def _refuse(self, thing: Hashable, error: WorldError) -> None:
        """Say why a file could not be read, unless its pages can be recognised."""
        if isinstance(error, ScanError) and self._tesseract:
            self.scanned.emit(thing, error.pages)
        else:
            super()._refuse(thing, error)


class RecognitionJob(ChildJob):
    """Recognises pages of one PDF, each in a child process; ``words`` holds by number what was found until now.

    A page that cannot be recognised is told and stays without words.
    """

    def __init__(self, path: Path, pages: Sequence[int], tesseract: str, *, parent: QObject | None = None) -> None:
        super().__init__(
            pages,
            lambda page: partial(page_of_scan, path, page, tesseract),
            lambda page: f"Page {page} of {path.name}",
            parent=parent,
        )
        self.path = path
        self.words: dict[int, tuple[RecognisedWord, ...]] = {}

    def _hand_on(self, thing: Hashable, result: object) -> None:
        """Keep the words of a page."""
        self.words[cast("int", thing)] = cast("tuple[RecognisedWord, ...]", result)


def usual_import(paths: Sequence[Path], review: Review, parent: QObject) -> ImportJob:
    """Make a job that reads the files by what the officer taught until now, and makes them ready to be stored.

    It has a process for each of two cores, which give way to the window. It recognises nothing itself but tells what
    is to be recognised. Few records are checked on the way; of many the checks follow when all are in.
    """
    work = _work(review, checks=len(paths) <= CHECKED_ON_THE_WAY)
    return ImportJob(paths, review.dictionary, jobs=processes(), work=work, tesseract=scans.program(), parent=parent)


def processes() -> int:
    """Return how many processes work beside the window."""
    return min(_MOST, os.cpu_count() or 1)


def recognised_import(
    path: Path, words: Mapping[int, tuple[RecognisedWord, ...]], review: Review, parent: QObject
) -> ImportJob:
    """Make the job that reads a PDF with the words that were recognised in the pictures of its pages."""
    return ImportJob([path], review.dictionary, work=partial(_work(review), recognised=dict(words)), parent=parent)


def _work(review: Review, *, checks: bool = True) -> partial[tuple[Prepared, ...]]:
    """Return what prepares a file for a workspace, and checks it where that is wanted now."""
    ready = partial(with_rows, call_in=dict(review.call_in_rules())) if checks else with_rows_unchecked
    return partial(prepare_within_limits, taught=review.taught(), ready=ready)
