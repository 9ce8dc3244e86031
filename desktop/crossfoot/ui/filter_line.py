"""The lines in which lists and tables are filtered and searched."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

_STEPS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class FilterLine(QLineEdit):
    """A line to filter by. While nothing was typed into it, undo and redo are those of the workspace.

    Qt lets every line take these keys, also one with nothing to take back; an officer who stands in an empty filter
    would press them in vain.
    """

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window where there is nothing here that they could mean."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and any(event.matches(step) for step in _STEPS)
            and not (self.text() or self.isUndoAvailable() or self.isRedoAvailable())
        ):
            event.ignore()
            return False
        return super().event(event)
