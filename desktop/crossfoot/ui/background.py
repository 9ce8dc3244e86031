"""Work that touches neither the open workspace nor a widget, done beside the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal

from crossfoot.model import WorldError

Result = TypeVar("Result")


class BackgroundJob(QObject, Generic[Result]):
    """Runs ``work`` in a thread of the pool.

    ``done`` carries its result, ``failed`` the one sentence of the world's error, both in the main
    thread; a fault of the program's own is carried there and raised. The job lives as long as its
    parent: its thread may still be busy with it when the main thread has been told.
    """

    done = Signal(object)
    failed = Signal(str)
    _ended = Signal(object, object)

    def __init__(self, work: Callable[[], Result], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._ended.connect(self._end, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begin; returns at once."""
        QThreadPool.globalInstance().start(self._run)

    def _run(self) -> None:
        """Do the work, in a thread of the pool."""
        try:
            result = self._work()
        except Exception as error:  # noqa: BLE001 - carried over and raised in the main thread
            self._ended.emit(None, error)
        else:
            self._ended.emit(result, None)

    def _end(self, result: Result, error: Exception | None) -> None:
        """Tell how it ended, in the main thread."""
        if error is None:
            self.done.emit(result)
        elif isinstance(error, WorldError):
            self.failed.emit(str(error))
        else:
            raise error
