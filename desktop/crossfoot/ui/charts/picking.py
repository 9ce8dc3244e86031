"""The points of charts that the officer picks for a check of their own, and the button that says how many."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QToolButton, QWidget


class PickButton(QToolButton):
    """While it is down, a click on a point picks it; up again, what was picked is let go.

    ``changed`` is sent whenever other points are picked, or the button is pressed.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._taken: list[str] = []
        self.setCheckable(True)
        self.setProperty("segment", True)
        self.setToolTip("Pick points for a check of your own (F7): click them, or press Space on them")
        self.toggled.connect(self._turn)
        self._show()

    @property
    def taken(self) -> tuple[str, ...]:
        """Return the figures of the picked points in the order in which they were picked."""
        return tuple(self._taken)

    @property
    def caption(self) -> str:
        """Return what is picked in a sentence, with what to do next."""
        number = len(self._taken)
        points = "1 point" if number == 1 else f"{number or 'No'} points"
        return f"{points} picked (square). F7 takes them into a check of your own."

    def take(self, figure: str) -> None:
        """Pick the point of a figure, or leave it out again where it was picked."""
        if figure in self._taken:
            self._taken.remove(figure)
        else:
            self._taken.append(figure)
        if not self.isChecked():
            self.blockSignals(True)
            self.setChecked(True)
            self.blockSignals(False)
        self._show()

    def keep_only(self, known: Collection[str]) -> None:
        """Let go of figures that are there no longer."""
        self._taken = [figure for figure in self._taken if figure in known]
        self._show()

    def _turn(self, on: bool) -> None:
        """Begin to pick, or let go of what was picked."""
        if not on:
            self._taken = []
        self._show()

    def _show(self) -> None:
        """Say how many points are picked."""
        number = len(self._taken)
        self.setText(f"Pick ({number})" if number else "Pick")
        points = "1 point" if number == 1 else f"{number or 'no'} points"
        self.setAccessibleName(f"Pick points for a check, {points} picked")
        self.changed.emit()
