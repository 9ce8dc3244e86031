"""Records are read again by the rules of today: a job in the background, a transaction for each record."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from crossfoot.model import Changes, Dictionary, Extraction, TaughtRule
from crossfoot.review.preparing import read_again
from crossfoot.review.rereading import Tally
from crossfoot.review.session import Review
from crossfoot.ui import words
from crossfoot.ui.intake.jobs import ChildJob
from crossfoot.ui.operations import Funnel
from crossfoot.ui.status import StatusLine

MakeRereadJob = Callable[[Sequence[str], Review, QObject], ChildJob]


def reread(document: str, text: str, dictionary: Dictionary, taught: tuple[TaughtRule, ...]) -> tuple[str, Extraction]:
    """Return a record's id with what is found in its text now; called in a child process."""
    return document, read_again(text, dictionary, taught)


def usual_reread_job(documents: Sequence[str], review: Review, parent: QObject) -> ChildJob:
    """Make a job with one process; a record's text is taken out of the workspace when its turn comes."""
    taught = review.taught()

    def call(document: str) -> Callable[[], object]:
        return partial(reread, document, review.document(document).text, review.dictionary, taught)

    return ChildJob(documents, call, lambda document: review.document(document).title, parent=parent)


class Rereading(QObject):
    """Reads records again, one job at a time. ``ended`` comes when all are read or the officer has cancelled."""

    ended = Signal()

    def __init__(
        self, review: Review, funnel: Funnel, status: StatusLine, make_job: MakeRereadJob = usual_reread_job
    ) -> None:
        super().__init__()
        self._review = review
        self._funnel = funnel
        self._status = status
        self._make_job = make_job
        self._job: ChildJob | None = None
        self._tally = Tally()
        self._signed = 0
        self._refused = ""
        status.cancel_wanted.connect(self.cancel)

    @property
    def is_running(self) -> bool:
        """Tell whether records are being read."""
        return self._job is not None

    def start(self, documents: Sequence[str]) -> None:
        """Read records again, unless some are being read already."""
        if self._job is not None or not documents:
            return
        self._tally, self._signed, self._refused = Tally(), 0, ""
        job = self._job = self._make_job(documents, self._review, self)
        job.prepared.connect(self._store)
        job.failed.connect(self._note)
        job.progressed.connect(partial(self._status.show_progress, "Reading again"))
        job.finished.connect(self._end)
        job.start()

    def cancel(self) -> None:
        """Stop reading; what is stored stays, and the rest is read as before."""
        if self._job is not None:
            self._job.cancel()

    def _store(self, read: tuple[str, Extraction]) -> None:
        """Store one reading in a transaction of its own.

        A record that went to the bin meanwhile is left alone, and so is one that was signed: its signature would lapse.
        """
        document, extraction = read
        summary = self._review.summary(document)
        if summary is None:
            return
        if summary.sign_off is not None:
            self._signed += 1
            return

        def keep() -> Changes:
            changes, tally = self._review.keep_reading(document, extraction)
            self._tally += tally
            return changes

        sentence = self._funnel.attempt(keep)
        if sentence:
            self._note(sentence)

    def _note(self, sentence: str) -> None:
        """Keep the first sentence that says why a record could not be read again."""
        self._refused = self._refused or sentence

    def _end(self, cancelled: bool) -> None:
        """Say what became of the figures."""
        job, self._job = self._job, None
        if job is not None:
            job.deleteLater()
        self._status.end_import()
        if cancelled and not self._tally.documents and not self._signed:
            self.ended.emit()
            return
        said = f"{words.plural(self._tally.documents, 'record')} read again"
        said += f": {self._tally.words}." if self._tally.documents else "."
        if self._signed:
            stay = "stays" if self._signed == 1 else "stay"
            said += f" {words.plural(self._signed, 'record')} signed meanwhile {stay} as signed."
        if cancelled:
            said += " The rest is as it was."
        self._status.say(f"{said} {self._refused}".strip())
        self.ended.emit()
