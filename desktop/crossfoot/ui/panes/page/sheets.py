"""What the page view draws: sheets of paper, each with the places of its words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from crossfoot.model import Page, Span
from crossfoot.ui.look.theme import Theme


class Sheets(Protocol):
    """The sheets of one document; indexes begin with 0, sizes and boxes are in points."""

    def __len__(self) -> int:
        """Return how many sheets there are."""

    def size(self, index: int) -> tuple[float, float]:
        """Return the width and height of a sheet."""

    def page(self, index: int) -> Page:
        """Return a sheet's words with their boxes."""

    def sheets_of(self, span: Span) -> Sequence[int]:
        """Return the sheets that words of ``span`` stand on."""

    def colours(self, theme: Theme) -> Theme:
        """Return the colours that suit the paper, in a window that wears ``theme``."""

    def look_at(self, indexes: Sequence[int], scale: float) -> None:
        """Take note of the sheets in view, most wanted first, at ``scale`` pixels a point; others may be let go."""

    def paint(self, painter: QPainter, index: int, room: QRectF, theme: Theme) -> None:
        """Draw a sheet into ``room``, as finely as it is at hand."""

    def paint_small(self, painter: QPainter, index: int, room: QRectF, theme: Theme) -> None:
        """Draw a sheet into ``room`` as a thumbnail."""

    def close(self) -> None:
        """Let go of everything that was held for the sheets."""
