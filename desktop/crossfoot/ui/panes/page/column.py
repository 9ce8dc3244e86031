"""Sheets one below the other, as they are scrolled: where each stands at a zoom."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

GAP = 12.0
"""Pixels between sheets, and around them."""


@dataclass(frozen=True, slots=True)
class Column:
    """Sheets of the given sizes (in points) at ``zoom`` pixels a point; all its own places are in pixels."""

    sizes: tuple[tuple[float, float], ...]
    zoom: float
    tops: tuple[float, ...]

    @classmethod
    def of(cls, sizes: Sequence[tuple[float, float]], zoom: float) -> Column:
        """Return the column of sheets of these sizes."""
        return cls(tuple(sizes), zoom, tuple(accumulate((high * zoom + GAP for _, high in sizes), initial=GAP)))

    @property
    def width(self) -> float:
        """Return the width of the widest sheet with its edges."""
        return max((wide for wide, _ in self.sizes), default=0.0) * self.zoom + 2 * GAP

    @property
    def height(self) -> float:
        """Return the height of all sheets with their gaps."""
        return self.tops[-1]

    def at(self, y: float) -> int:
        """Return the sheet at a height, or the nearest one above; 0 at the top."""
        return max(0, min(len(self.sizes), bisect_right(self.tops, y)) - 1)

    def between(self, top: float, bottom: float) -> range:
        """Return the sheets that a stretch of the column shows."""
        first = self.at(top)
        if first < len(self.sizes) and self.tops[first] + self.sizes[first][1] * self.zoom < top:
            first += 1
        return range(first, min(len(self.sizes), self.at(bottom) + 1))

    def left(self, index: int, room: float) -> float:
        """Return the left edge of a sheet that stands in the middle of ``room`` pixels, or of the widest sheet."""
        return (max(room, self.width) - self.sizes[index][0] * self.zoom) / 2
