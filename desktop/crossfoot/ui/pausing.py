"""What may wait until the window has shown what is more urgent."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


class Pause(QObject):
    """Does something once, some milliseconds after the window has come back to rest; asked again, it waits anew.

    A timer alone counts from where it is started: on a busy machine it would be due before what was changed along with
    it is painted. This one begins to count when the window takes its next turn.
    """

    def __init__(self, milliseconds: int, then: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.setInterval(0)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(milliseconds)
        self._turn.timeout.connect(self._wait.start)
        self._wait.timeout.connect(then)

    def start(self) -> None:
        """Wait, from now on."""
        self._wait.stop()
        self._turn.start()

    def stop(self) -> None:
        """Do it no more."""
        self._turn.stop()
        self._wait.stop()
