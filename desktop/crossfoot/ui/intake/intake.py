"""Files come in: one job at a time, each document its own transaction, the failures told at the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from crossfoot.model import Changes
from crossfoot.readers.scans import program
from crossfoot.review.preparing import Prepared
from crossfoot.review.session import Review
from crossfoot.ui import words
from crossfoot.ui.intake.importing import ImportJob, RecognitionJob, recognised_import, usual_import
from crossfoot.ui.operations import Funnel
from crossfoot.ui.prompter import Prompter
from crossfoot.ui.status import StatusLine

MakeJob = Callable[[Sequence[Path], Review, QObject], ImportJob]
MakeRecognition = Callable[[Path, Sequence[int], QObject], RecognitionJob]


def usual_job(paths: Sequence[Path], review: Review, parent: QObject) -> ImportJob:
    """Make a job with one process: a laptop of two cores keeps the other for the window.

    The files are read by what the officer taught until now.
    """
    return usual_import(paths, review.dictionary, review.taught(), parent)


def usual_recognition(path: Path, pages: Sequence[int], parent: QObject) -> RecognitionJob:
    """Make the job that recognises pages of one file; only a file comes here whose pages Tesseract can recognise."""
    return RecognitionJob(path, pages, program() or "", parent=parent)


class Intake(QObject):
    """Runs imports into one review. ``ended`` comes when nothing is left to read.

    Files whose pages are pictures wait until the others are in; then their pages are recognised one by one.

    ``twins`` carries pairs of a document and one that came in now and looks like a new version of it.
    """

    ended = Signal()
    twins = Signal(object)

    def __init__(
        self,
        review: Review,
        funnel: Funnel,
        status: StatusLine,
        prompter: Prompter,
        make_job: MakeJob = usual_job,
        *,
        make_recognition: MakeRecognition = usual_recognition,
    ) -> None:
        super().__init__()
        self._review = review
        self._funnel = funnel
        self._status = status
        self._prompter = prompter
        self._make_job = make_job
        self._make_recognition = make_recognition
        self._job: ImportJob | RecognitionJob | None = None
        self._scans: list[tuple[Path, Sequence[int]]] = []
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
        self._scans.clear()
        if self._job is not None:
            self._job.cancel()

    def _begin(self) -> None:
        """Start a job over all files that wait."""
        job = self._make_job(tuple(self._queue), self._review, self)
        self._queue.clear()
        self._failures.clear()
        self._stored = 0
        job.progressed.connect(self._status.show_import)
        self._run_import(job)

    def _run_import(self, job: ImportJob) -> None:
        """Run a job that carries documents."""
        self._job = job
        job.prepared.connect(self._store)
        job.scanned.connect(lambda path, pages: self._scans.append((path, pages)))
        job.failed.connect(self._failures.append)
        job.finished.connect(self._end)
        job.start()

    def _recognise(self) -> None:
        """Recognise the pages of the next file that waits for it."""
        path, pages = self._scans.pop(0)
        job = self._job = self._make_recognition(path, pages, self)
        job.failed.connect(self._failures.append)
        job.progressed.connect(partial(self._status.show_progress, f"Recognising pages of {path.name}"))
        job.finished.connect(partial(self._read_recognised, job))
        job.start()

    def _read_recognised(self, job: RecognitionJob, cancelled: bool) -> None:
        """Read a file with the words that were recognised in the pictures of its pages."""
        if cancelled or not any(job.words.values()):
            if not cancelled:
                self._failures.append(f"{job.path.name}: no words were recognised in it; get the document itself.")
            self._end(cancelled)
            return
        job.deleteLater()
        self._run_import(recognised_import(job.path, job.words, self._review.dictionary, self._review.taught(), self))

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
        if self._scans:
            self._recognise()
            return
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
