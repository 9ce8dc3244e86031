"""What happens when the program itself is at fault: a report, and the window stays alive."""

from __future__ import annotations

import platform
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal, qVersion

from crossfoot import __version__
from crossfoot.model import WorldError

ExceptHook = Callable[[type[BaseException], BaseException, TracebackType | None], object]


def report_of(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return a report that a developer can use and that holds no word of any document.

    Lines of the program and the names of faults are in it; messages and values are not, because
    a message may quote a record.
    """
    frames = traceback.extract_tb(trace)
    lines = [f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}" for frame in frames]
    return "\n".join(
        (
            f"Crossfoot {__version__}",
            f"Python {platform.python_version()}, Qt {qVersion()}, {platform.system()} {platform.release()}",
            f"{kind.__module__}.{kind.__qualname__}",
            *lines,
            "",
        )
    )


class CrashHook(QObject):
    """Takes the place of ``sys.excepthook``: emits ``crashed`` with a report, once at a time.

    A fault that comes while one is being shown is written to standard error only, so that a
    fault that repeats itself does not fill the screen with dialogs. What the world refused where nobody
    expected it, as a file that turns out to be damaged, is no fault of ours: ``refused`` carries the error.
    """

    crashed = Signal(str)
    refused = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._showing = False
        self._before: ExceptHook | None = None

    def install(self) -> None:
        """Become the hook of the interpreter."""
        self._before = sys.excepthook
        sys.excepthook = self.take

    def uninstall(self) -> None:
        """Give the hook back to whoever had it."""
        if self._before is not None:
            sys.excepthook = self._before
            self._before = None

    def take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Report one fault. Ctrl+C in a terminal goes its usual way."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        report = report_of(kind, trace)
        sys.stderr.write(report)
        if self._showing:
            return
        self._showing = True
        try:
            if isinstance(error, WorldError):
                self.refused.emit(error)
            else:
                self.crashed.emit(report)
        finally:
            self._showing = False
