"""The checks of many records follow when all are in: a job in the background, stored a few at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from crossfoot.model import Changes, WorldError
from crossfoot.review.findings.following import Following, check_stored
from crossfoot.review.session import Review
from crossfoot.ui import words
from crossfoot.ui.intake.importing import processes
from crossfoot.ui.intake.jobs import ChildJob
from crossfoot.ui.intake.storing import Storing
from crossfoot.ui.operations import Funnel
from crossfoot.ui.status import StatusLine

MakeCheckJob = Callable[[Sequence[str], Review, QObject], ChildJob]


def usual_check_job(documents: Sequence[str], review: Review, parent: QObject) -> ChildJob:
    """Make a job that checks documents of a workspace; each is taken out of it as it is stored when its turn comes."""
    call_in = dict(review.call_in_rules())

    def call(document: str) -> Callable[[], object]:
        return partial(check_stored, review.stored(document), call_in)

    return ChildJob(documents, call, lambda document: review.document(document).title, jobs=processes(), parent=parent)


class FollowingChecks(QObject):
    """Makes the checks that a workspace still awaits. ``ended`` comes when they are in or the officer has cancelled."""

    ended = Signal()

    def __init__(
        self,
        review: Review,
        funnel: Funnel,
        status: StatusLine,
        parent: QObject | None = None,
        make_job: MakeCheckJob = usual_check_job,
    ) -> None:
        super().__init__(parent)
        self._review = review
        self._status = status
        self._make_job = make_job
        self._job: ChildJob | None = None
        self._read = (0, 0)
        self._refused: list[str] = []
        self._is_put_off = False
        self._storing: Storing[Following] = Storing(self._store, lambda each: each.document, funnel, self)
        self._storing.failed.connect(self._refused.append)
        self._storing.moved.connect(self._show)
        self._storing.emptied.connect(self._end)

    @property
    def is_running(self) -> bool:
        """Tell whether records are being checked."""
        return self._job is not None

    def start(self) -> bool:
        """Begin with the checks that are awaited; tell whether there are any. What was compared stands until then."""
        documents = () if self._review.read_only else self._review.await_checks()
        if not documents:
            return False
        self._refused.clear()
        self._is_put_off = False
        self._review.hold_comparison()
        self._storing.begin()
        job = self._job = self._make_job(documents, self._review, self)
        job.prepared.connect(self._storing.put)
        job.failed.connect(self._refused.append)
        job.progressed.connect(self._progress)
        job.finished.connect(self._finish)
        job.start()
        return True

    def cancel(self) -> None:
        """Stop; what is stored stays, and the other records are checked when they are looked at."""
        if self._job is not None:
            self._storing.drop()
            self._job.cancel()

    def put_off(self) -> None:
        """Stop for something else and tell nobody; what is stored stays, and :meth:`start` goes on with the others."""
        self._is_put_off = True
        self.cancel()

    def _store(self, made: Sequence[Following], enough: Callable[[], bool]) -> Sequence[Changes | WorldError]:
        """Store some of what was made; a workspace that cannot be written refuses one after the other."""
        try:
            return self._review.take_checks(made, enough)
        except WorldError as error:
            return (error,)

    def _progress(self, done: int, total: int) -> None:
        """Note how many records are checked."""
        self._read = (done, total)
        self._show()

    def _show(self) -> None:
        """Show how many records' findings are in."""
        done, total = self._read
        if self._job is not None and total:
            self._status.show_progress("Checking", max(0, done - self._storing.waiting), total)

    def _finish(self, cancelled: bool) -> None:
        """Store the rest, and end."""
        if cancelled:
            self._storing.drop()
        self._storing.finish()

    def _end(self) -> None:
        """Say how it ended where something is left to say."""
        job, self._job = self._job, None
        if job is not None:
            job.deleteLater()
        self._status.end_import()
        if self._is_put_off:
            return
        left = self._review.awaited
        if left:
            records = words.plural(left, "record is", "records are")
            self._status.say(
                f"{records} not checked yet: each is when it is opened. {' '.join(self._refused[:1])}".strip()
            )
        self.ended.emit()
