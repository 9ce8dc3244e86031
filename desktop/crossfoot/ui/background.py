"""Work that touches neither the open workspace nor a widget, done beside the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, QThreadPool, Signal

from crossfoot.model import WorldError

Result = TypeVar("Result")


class _Work(QObject):
    """What a thread of the pool is busy with; it outlives whoever asked for it, and goes when it is done."""

    ended = Signal(object, object)

    def __init__(self, work: Callable[[], object]) -> None:
        super().__init__(QCoreApplication.instance())
        self._work = work
        self.ended.connect(self.deleteLater, Qt.ConnectionType.QueuedConnection)

    def run(self) -> None:
        """Do it, in a thread of the pool."""
        try:
            result = self._work()
        except Exception as error:  # noqa: BLE001 - carried over and raised in the main thread
            self.ended.emit(None, error)
        else:
            self.ended.emit(result, None)


class BackgroundJob(QObject, Generic[Result]):
    """Runs ``work`` in a thread of the pool.

    ``done`` carries its result, ``failed`` the one sentence of the world's error, both in the main
    thread; a fault of the program's own is carried there and raised. Its parent is who is told: with
    it the job goes, and nothing is told any more, while the thread goes on with the work to its end.
    """

    done = Signal(object)
    failed = Signal(str)

    def __init__(self, work: Callable[[], Result], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work

    def start(self) -> None:
        """Begin; returns at once."""
        work = _Work(self._work)
        work.ended.connect(self._end, Qt.ConnectionType.QueuedConnection)
        QThreadPool.globalInstance().start(work.run)

    def _end(self, result: Result, error: Exception | None) -> None:
        """Tell how it ended, in the main thread."""
        if error is None:
            self.done.emit(result)
        elif isinstance(error, WorldError):
            self.failed.emit(str(error))
        else:
            raise error
