"""Files come in: one job at a time, each document its own transaction, the failures told at the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from crossfoot.model import Changes
from crossfoot.review.preparing import Prepared, prepare_within_limits
from crossfoot.review.session import Review
from crossfoot.ui import words
from crossfoot.ui.importing import ImportJob
from crossfoot.ui.operations import Funnel
from crossfoot.ui.prompter import Prompter
from crossfoot.ui.status import StatusLine

MakeJob = Callable[[Sequence[Path], Review, QObject], ImportJob]


def usual_job(paths: Sequence[Path], review: Review, parent: QObject) -> ImportJob:
    """Make a job with one process: a laptop of two cores keeps the other for the window.

    The files are read by what the officer taught until now.
    """
    return ImportJob(
        paths, review.dictionary, work=partial(prepare_within_limits, taught=review.taught()), parent=parent
    )


class Intake(QObject):
    """Runs imports into one review. ``ended`` comes when nothing is left to read.

    ``twins`` carries pairs of a document and one that came in now and looks like a new version of it.
    """

    ended = Signal()
    twins = Signal(object)

    def __init__(
        self, review: Review, funnel: Funnel, status: StatusLine, prompter: Prompter, make_job: MakeJob = usual_job
    ) -> None:
        super().__init__()
        self._review = review
        self._funnel = funnel
        self._status = status
        self._prompter = prompter
        self._make_job = make_job
        self._job: ImportJob | None = None
        self._queue: list[Path] = []
        self._failures: list[str] = []
        self._stored = 0
        self._fresh: set[str] = set()
        status.cancel_wanted.connect(self.cancel)

    @property
    def is_running(self) -> bool:
        """Tell whether files are being read."""
        return self._job is not None

    def take(self, paths: Sequence[Path]) -> None:
        """Import files, after those that are being imported already."""
        self._queue += paths
        if self._job is None and self._queue:
            self._begin()

    def cancel(self) -> None:
        """Stop reading; what is stored stays."""
        self._queue.clear()
        if self._job is not None:
            self._job.cancel()

    def _begin(self) -> None:
        """Start a job over all files that wait."""
        job = self._make_job(tuple(self._queue), self._review, self)
        self._queue.clear()
        self._failures.clear()
        self._stored = 0
        self._job = job
        job.prepared.connect(self._store)
        job.failed.connect(self._failures.append)
        job.progressed.connect(self._status.show_import)
        job.finished.connect(self._end)
        job.start()

    def _store(self, prepared: Prepared) -> None:
        """Store one document in a transaction of its own."""
        sentence = self._funnel.attempt(partial(self._bring_in, prepared))
        if sentence:
            self._failures.append(sentence)
        else:
            self._stored += 1

    def _bring_in(self, prepared: Prepared) -> Changes:
        """Store one document and keep its id."""
        changes = self._review.store(prepared)
        self._fresh |= changes.documents
        return changes

    def _end(self, cancelled: bool) -> None:
        """Say what came in, and list what did not."""
        job, self._job = self._job, None
        if job is not None:
            job.deleteLater()
        self._status.end_import()
        said = f"{words.plural(self._stored, 'record')} imported"
        if cancelled:
            said += ", the rest cancelled"
        self._status.say(f"{said}.")
        if self._failures:
            left_out = words.plural(len(self._failures), "file was", "files were")
            self._prompter.report("Import", f"{said}; {left_out} left out:", tuple(self._failures))
        if self._queue:
            self._begin()
        else:
            self.ended.emit()
            pairs = self._review.twins(self._fresh)
            self._fresh.clear()
            if pairs:
                self.twins.emit(pairs)
