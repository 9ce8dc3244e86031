"""Writing a summary in the background: the window never waits on a disk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal

from crossfoot.model import WorldError


class ExportJob(QObject):
    """Runs a write that touches neither the workspace nor a widget.

    ``written`` carries the path, ``failed`` the one sentence of the world's error; a fault of the
    program's own is carried to the main thread and raised there.
    """

    written = Signal(object)
    failed = Signal(str)
    _ended = Signal(object)

    def __init__(self, path: Path, write: Callable[[Path], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._write = write
        self._ended.connect(self._end, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begin; returns at once."""
        QThreadPool.globalInstance().start(self._run)

    def _run(self) -> None:
        """Write, in a thread of the pool."""
        try:
            self._write(self._path)
        except Exception as error:  # noqa: BLE001 - carried over and raised in the main thread
            self._ended.emit(error)
        else:
            self._ended.emit(None)

    def _end(self, error: Exception | None) -> None:
        """Tell how it ended, in the main thread."""
        if error is None:
            self.written.emit(self._path)
        elif isinstance(error, WorldError):
            self.failed.emit(str(error))
        else:
            raise error
