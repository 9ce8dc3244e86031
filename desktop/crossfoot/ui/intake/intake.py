"""Files come in: one job at a time, each document its own act; at the end failures are told.

Then the checks of many records follow, and all are compared with each other.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from crossfoot.readers.scans import program
from crossfoot.review.findings.wider import Compared
from crossfoot.review.prepared import Prepared
from crossfoot.review.session import Review
from crossfoot.ui import words
from crossfoot.ui.background import BackgroundJob
from crossfoot.ui.intake.following import FollowingChecks, MakeCheckJob, usual_check_job
from crossfoot.ui.intake.importing import ImportJob, RecognitionJob, recognised_import, usual_import
from crossfoot.ui.intake.storing import Storing
from crossfoot.ui.leaving import silence
from crossfoot.ui.operations import Funnel
from crossfoot.ui.prompter import Prompter
from crossfoot.ui.status import StatusLine

MakeJob = Callable[[Sequence[Path], Review, QObject], ImportJob]
MakeRecognition = Callable[[Path, Sequence[int], QObject], RecognitionJob]

_FEW = 64
"""Records up to which comparing them takes less than a blink."""


def usual_recognition(path: Path, pages: Sequence[int], parent: QObject) -> RecognitionJob:
    """Make the job that recognises pages of one file; only a file comes here whose pages Tesseract can recognise."""
    return RecognitionJob(path, pages, program() or "", parent=parent)


class Intake(QObject):
    """Runs imports into one review.

    ``begun`` comes with the first file, ``landed`` when nothing is left to read and all records are there with their
    figures, ``ended`` when they are checked and compared too.

    Files whose pages are pictures wait until the others are in; then their pages are recognised one by one.

    ``twins`` carries pairs of a document and one that came in now and looks like a new version of it.
    """

    begun = Signal()
    landed = Signal()
    ended = Signal()
    twins = Signal(object)

    def __init__(
        self,
        review: Review,
        funnel: Funnel,
        status: StatusLine,
        prompter: Prompter,
        make_job: MakeJob = usual_import,
        *,
        make_recognition: MakeRecognition = usual_recognition,
        make_checks: MakeCheckJob = usual_check_job,
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
        self._read = (0, 0)
        self._was_cancelled = False
        self._comparing: BackgroundJob[Compared] | None = None
        self._storing: Storing[Prepared] = Storing(review.store_some, lambda each: each.path, funnel, self)
        self._storing.failed.connect(self._failures.append)
        self._storing.moved.connect(self._show)
        self._storing.emptied.connect(self._end)
        self._checks = FollowingChecks(review, funnel, status, self, make_checks)
        self._checks.ended.connect(self._compare)
        status.cancel_wanted.connect(self.cancel)

    @property
    def is_running(self) -> bool:
        """Tell whether files are being read, or the records that came in checked or compared with the others."""
        return self._job is not None or self._checks.is_running or self._comparing is not None

    @property
    def fresh(self) -> frozenset[str]:
        """The documents that came in with the import that runs, or with the last one."""
        return frozenset(self._storing.fresh)

    def take(self, paths: Sequence[Path]) -> None:
        """Import files, after those that are being imported already, and before any checks that follow."""
        self._queue += paths
        if self._job is None and self._queue:
            self._checks.put_off()
            self._begin()

    def go_on(self) -> None:
        """Make the checks that are awaited since the workspace was open last."""
        if not self.is_running:
            self._checks.start()

    def cancel(self) -> None:
        """Stop reading and checking; what is stored stays."""
        self._queue.clear()
        self._scans.clear()
        self._storing.drop()
        self._checks.cancel()
        if self._job is not None:
            self._was_cancelled = True
            self._job.cancel()

    def close(self) -> None:
        """Stop reading and comparing, and tell nobody: the workspace is about to be closed. What is stored stays."""
        silence(self)
        self.cancel()
        self._status.end_import()

    def _begin(self) -> None:
        """Start a job over all files that wait."""
        job = self._make_job(tuple(self._queue), self._review, self)
        self._queue.clear()
        self._failures.clear()
        self._was_cancelled = False
        self._storing.begin()
        self._review.hold_comparison()
        self.begun.emit()
        job.progressed.connect(self._progress)
        self._run_import(job)

    def _run_import(self, job: ImportJob) -> None:
        """Run a job that carries documents."""
        self._job = job
        job.prepared.connect(self._storing.put)
        job.scanned.connect(lambda path, pages: self._scans.append((path, pages)))
        job.failed.connect(self._failures.append)
        job.finished.connect(self._storing.finish)
        job.start()

    def _progress(self, done: int, total: int) -> None:
        """Note how many files are read."""
        self._read = (done, total)
        self._show()

    def _show(self) -> None:
        """Show how many files are in: those that wait to be stored are not."""
        done, total = self._read
        if self._job is not None and total:
            self._status.show_import(max(0, done - self._storing.waiting), total)

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
            self._storing.finish()
            return
        job.deleteLater()
        self._read = (0, 0)
        self._run_import(recognised_import(job.path, job.words, self._review, self))

    def _end(self) -> None:
        """Say what came in, and list what did not."""
        job, self._job = self._job, None
        if job is not None:
            job.deleteLater()
        if self._scans:
            self._recognise()
            return
        self._status.end_import()
        said = f"{words.plural(self._storing.count, 'record') if self._storing.count else 'No record'} imported"
        if self._was_cancelled:
            said += ", the rest cancelled"
        self._status.say(f"{said}.")
        if self._failures:
            left_out = words.plural(len(self._failures), "file was", "files were")
            self._prompter.report("Import", f"{said}; {left_out} left out:", tuple(self._failures))
        if self._queue:
            self._begin()
        else:
            self.landed.emit()
            self._offer_twins()
            self._check()

    def _check(self) -> None:
        """Make the checks that follow, and compare the records with each other then."""
        if not self._checks.start():
            self._compare()

    def _compare(self) -> None:
        """Compare the records with each other, now that all are in: many of them beside the window."""
        pending = self._review.pending_comparison()
        if pending is None:
            self.ended.emit()
        elif len(pending.ids) <= _FEW:
            self._take_compared(pending.run())
        elif self._comparing is None:
            self._comparing = BackgroundJob(pending.run, self)
            self._comparing.done.connect(self._take_compared)
            self._comparing.start()

    def _take_compared(self, compared: Compared) -> None:
        """Show what was said of the records; where they have changed since, compare again."""
        job, self._comparing = self._comparing, None
        if job is not None:
            job.deleteLater()
        if self._job is not None:  # more is coming in; it compares at its end
            return
        changes = self._review.take_comparison(compared)
        if changes is None:
            self._compare()
        else:
            self._funnel.tell(changes)
            self.ended.emit()

    def _offer_twins(self) -> None:
        """Tell which records look like new versions of others."""
        pairs = self._review.twins(set(self._storing.fresh))
        if pairs:
            self.twins.emit(pairs)
