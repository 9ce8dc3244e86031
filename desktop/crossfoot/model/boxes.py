"""Where words stand on a page, kept small: a document of 500 pages has some hundred thousand of them."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil, floor
from typing import overload

from crossfoot.model.span import Span

_FINE = 100
"""Boxes are kept in hundredths of a point, finer than any screen shows."""


@dataclass(frozen=True, slots=True)
class WordBox:
    """Where a run of text stands on a page, in points from the page's top left corner."""

    span: Span
    left: float
    top: float
    right: float
    bottom: float


class WordBoxes(Sequence[WordBox]):
    """Boxes in the order of their spans, 24 bytes each; a box is made when it is asked for.

    Edges are kept in hundredths of a point, outwards, so that a box still covers its words.
    """

    __slots__ = ("_edges", "_places")

    def __init__(self, boxes: Iterable[WordBox] = ()) -> None:
        self._places = array("I")
        self._edges = array("i")
        for box in boxes:
            self._places.extend((box.span.start, box.span.end))
            low = (floor(round(edge * _FINE, 3)) for edge in (box.left, box.top))
            high = (ceil(round(edge * _FINE, 3)) for edge in (box.right, box.bottom))
            self._edges.extend((*low, *high))

    def __len__(self) -> int:
        return len(self._places) // 2

    @overload
    def __getitem__(self, index: int) -> WordBox: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[WordBox, ...]: ...

    def __getitem__(self, index: int | slice) -> WordBox | tuple[WordBox, ...]:
        if isinstance(index, slice):
            return tuple(self._box(at) for at in range(*index.indices(len(self))))
        at = index + len(self) if index < 0 else index
        if not 0 <= at < len(self):
            raise IndexError(index)
        return self._box(at)

    def __iter__(self) -> Iterator[WordBox]:
        return map(self._box, range(len(self)))

    def __eq__(self, other: object) -> bool:
        if isinstance(other, WordBoxes):
            return self._places == other._places and self._edges == other._edges
        return tuple(self) == other if isinstance(other, tuple) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"WordBoxes({list(self)})"

    def _box(self, at: int) -> WordBox:
        """Return the box at a place that is known to be there."""
        left, top, right, bottom = self._edges[4 * at : 4 * at + 4]
        span = Span(self._places[2 * at], self._places[2 * at + 1])
        return WordBox(span, left / _FINE, top / _FINE, right / _FINE, bottom / _FINE)
