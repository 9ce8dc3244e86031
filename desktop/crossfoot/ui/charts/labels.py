"""The words on a chart that must find room: names at line ends, values beside marks, headings cut with an ellipsis.

This module imports pyqtgraph; the canvas does, too.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF

from crossfoot.ui.charts.placing import (
    Box,
    Place,
    Segment,
    Surface,
    beside_end,
    beside_value,
    first_free,
    least_bad,
    spread,
)

_AIR = 8.0  # pixels between the end of a line and its name
_EDGE = 4.0  # pixels that words keep from the edge of the chart
_LEAST = 40.0  # pixels that a name has even where the line ends at the edge

Wording = tuple[str, str]
"""Words in two parts: the first is cut where there is no room for both, the second stays whole."""


@dataclass(frozen=True, slots=True)
class View:
    """How the chart's own coordinates lie on a view of this many pixels."""

    x_range: tuple[float, float]
    y_range: tuple[float, float]
    width: float
    height: float

    def pixels(self, place: Place) -> Place:
        """Return where a place of the chart is, in pixels from the upper left."""
        (x0, x1), (y0, y1) = self.x_range, self.y_range
        return (place[0] - x0) / (x1 - x0) * self.width, (y1 - place[1]) / (y1 - y0) * self.height

    def place(self, pixels: Place) -> Place:
        """Return the place of the chart that is so many pixels from the upper left."""
        (x0, x1), (y0, y1) = self.x_range, self.y_range
        return x0 + pixels[0] / self.width * (x1 - x0), y1 - pixels[1] / self.height * (y1 - y0)


@dataclass(slots=True)
class _Words:
    """A text item with the place of the chart that it belongs to and what it may say, the fullest wording first."""

    item: Any
    at: Place
    wordings: Sequence[Wording]
    font: QFont
    below: bool = False
    longest: float = math.inf

    def width_of(self, wording: Wording) -> float:
        """Return how many pixels a wording takes."""
        return QFontMetricsF(self.font).horizontalAdvance("".join(wording))

    @property
    def size(self) -> tuple[float, float]:
        """Return the width and height of what is written, in pixels."""
        box = self.item.textItem.boundingRect()
        return box.width(), box.height()

    def fit(self, room: float) -> None:
        """Write the fullest wording that has room, else the shortest cut with an ellipsis; the tip has all words."""
        metrics = QFontMetricsF(self.font)
        margins = 2 * self.item.textItem.document().documentMargin()
        wide = min(room - margins, self.longest)
        fitting = (head + tail for head, tail in self.wordings if metrics.horizontalAdvance(head + tail) <= wide)
        said = next(fitting, None)
        if said is None:
            head, tail = self.wordings[-1]
            beside = wide - metrics.horizontalAdvance(tail)
            said = metrics.elidedText(head, Qt.TextElideMode.ElideRight, beside) + tail
        full = "".join(self.wordings[0])
        self.item.setText(said)
        self.item.setToolTip("" if said == full else full)

    def stand(self, box: Box | None, view: View) -> None:
        """Stand in a box, or be hidden where there is none."""
        self.item.setVisible(box is not None)
        if box is not None:
            self.item.setAnchor((0.5, 0.5))
            self.item.setPos(*view.place(box.middle))


@dataclass(slots=True)
class Labels:
    """All words of a chart that must find room whenever its size changes; ``write`` makes the item of one."""

    write: Callable[..., Any]
    _ends: list[_Words] = field(default_factory=list)
    _values: list[_Words] = field(default_factory=list)
    _headings: list[_Words] = field(default_factory=list)

    def end(self, name: str, at: Place, colour: str, *, short: str) -> None:
        """Write the name of a line at its end, no longer than ``short`` is; the earlier ones are placed first."""
        self._ends.append(self._made([(name, ""), (short, "")], at, colour=colour, masked=True))

    def value(self, words: str, at: Place, colour: str, *, below: bool) -> None:
        """Write a value beside its mark; it is left out where it could not be read, or be taken for another's."""
        self._values.append(self._made([(words, "")], at, colour=colour))
        self._values[-1].below = below

    def heading(self, wordings: Sequence[Wording], at: Place, colour: str, *, bold: bool = False) -> None:
        """Write words that begin at a place and have room up to the edge of the chart."""
        self._headings.append(self._made(wordings, at, colour=colour, bold=bold))

    def lay_out(self, view: View, dots: Sequence[Place], strokes: Sequence[Segment]) -> None:
        """Give everything its place; ``dots`` and ``strokes`` are what is drawn, in the chart's own coordinates."""
        for words in self._headings:
            words.fit(view.width - view.pixels(words.at)[0] - _EDGE)
        if not (self._ends or self._values):
            return
        surface = Surface(
            Box(0.0, 0.0, view.width, view.height),
            [view.pixels(dot) for dot in dots],
            [(view.pixels(one), view.pixels(other)) for one, other in strokes],
        )
        self._place_ends(view, surface)
        said: set[tuple[str, int, int]] = set()
        for words in self._values:
            own = view.pixels(words.at)
            key = ("".join(words.wordings[0]), round(own[0]), round(own[1]))
            box = None if key in said else first_free(surface, beside_value(own, words.size, words.below), own)
            said.add(key)
            words.stand(box, view)

    def _place_ends(self, view: View, surface: Surface) -> None:
        """Place the names: under each other right of the last day, elsewhere where nothing goes through them."""
        edge = max((x for x, _ in surface.dots), default=0.0)
        last = [words for words in self._ends if view.pixels(words.at)[0] > edge - 1.0]
        for words in self._ends:
            words.longest = words.width_of(words.wordings[-1])
            words.fit(max(_LEAST, view.width - view.pixels(words.at)[0] - _AIR))
        if last:
            step = max(words.size[1] for words in last) - 2.0
            levels = spread([view.pixels(words.at)[1] for words in last], step, 0.0, view.height)
            for words, level in zip(last, levels, strict=True):
                wide, tall = words.size
                box = Box.round((view.pixels(words.at)[0] + _AIR + wide / 2, level), (wide, tall))
                surface.take(box)
                words.stand(box, view)
        for words in self._ends:
            if words not in last:
                own = view.pixels(words.at)
                words.stand(least_bad(surface, beside_end(own, words.size), own), view)

    def _made(self, wordings: Sequence[Wording], at: Place, **look: Any) -> _Words:
        """Return words that are written but have no room yet."""
        item = self.write("".join(wordings[0]), *at, **look)
        item.setZValue(5)  # above the lines that are drawn later, below the marks
        return _Words(item, at, wordings, item.textItem.font())
