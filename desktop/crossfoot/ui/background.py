"""Work that touches neither the open workspace nor a widget, done beside the window."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, QThreadPool, Signal

from crossfoot.model import WorldError

Result = TypeVar("Result")


class _Work(QObject):
    """What a thread of the pool is busy with; it outlives whoever asked for it, and goes when it is done.

    ``told`` comes in the main thread, with the result or the error, and before the object goes: whoever is gone by
    then is told nothing.
    """

    told = Signal(object, object)
    _ended = Signal(object, object)

    def __init__(self, work: Callable[[], object]) -> None:
        super().__init__(QCoreApplication.instance())
        self._work = work
        self._telling = Lock()
        self._ended.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def run(self) -> None:
        """Do it, in a thread of the pool."""
        result: object = None
        fault: Exception | None = None
        try:
            result = self._work()
        except Exception as error:  # noqa: BLE001 - carried over and raised in the main thread
            fault = error
        with self._telling:
            self._ended.emit(result, fault)

    def _tell(self, result: object, error: Exception | None) -> None:
        """Tell how it ended, and go.

        The thread may still be leaving its ``emit``: an object that went from under it would lose what it was to tell.
        """
        with self._telling:
            self.deleteLater()
        self.told.emit(result, error)


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
        work.told.connect(self._end)
        QThreadPool.globalInstance().start(work.run)

    def _end(self, result: Result, error: Exception | None) -> None:
        """Tell how it ended, in the main thread."""
        if error is None:
            self.done.emit(result)
        elif isinstance(error, WorldError):
            self.failed.emit(str(error))
        else:
            raise error
