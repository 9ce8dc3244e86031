"""The surface that charts are drawn on: axes, marks that can be clicked and walked, and the emphasis.

This module imports pyqtgraph, which takes 370 ms; the pane imports it when it has been painted.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainterPath, QResizeEvent
from PySide6.QtWidgets import QWidget

from crossfoot.review.charts_records import Records
from crossfoot.ui.charts.labels import Labels, View
from crossfoot.ui.charts.marks import Mark, across, along, nearest
from crossfoot.ui.charts.ticks import Tick
from crossfoot.ui.look.theme import Theme
from crossfoot.ui.words import plural

_REACH = 24.0  # pixels between a click and the figure that it means
_TICK_LENGTH = 4
_BUBBLE = 34  # pixels of the square round a mark in whose upper right corner the sign of a note stands

Ticks = Callable[[float, float, int], list[Tick]]
"""Gives ticks for an axis: from, to, and how many have room."""


class Canvas(pg.PlotWidget):  # type: ignore[misc]  # pyqtgraph carries no types
    """A plot without pan and zoom, of which every mark stands for a figure.

    ``picked`` is sent with a figure's id when the officer clicks its mark or presses Enter on it; ``taken`` when they
    press Space on it or click it with Ctrl, or click it while ``is_taking``: it is to go into a check of their own.
    ``records`` have the words for the record that a mark is from.
    ``pointed`` with its words when the keyboard or the mouse comes to it, empty when it leaves.
    """

    picked = Signal(str)
    taken = Signal(str)
    pointed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.marks: tuple[Mark, ...] = ()
        self._cursor: int | None = None
        self._selected = ""
        self._taken: frozenset[str] = frozenset()
        self.is_taking = False
        self._x_range = self._y_range = (0.0, 1.0)
        self._margins = (8.0, 8.0, 8.0, 8.0)
        self._x_ticks: Ticks | None = None
        self._y_ticks: Ticks | None = None
        self.labels = Labels(self.text)
        self._dots: list[tuple[float, float]] = []
        self._strokes: list[tuple[tuple[float, float], tuple[float, float]]] = []
        self._ring: Any = None
        self._focus_ring: Any = None
        self._frames: Any = None
        self._bubbles: Any = None
        self._noted: Mapping[str, int] = {}
        self.records = Records()
        self._laid_out = (0.0, 0.0)
        plot = self.getPlotItem()
        plot.setMenuEnabled(False)
        plot.hideButtons()
        plot.setMouseEnabled(x=False, y=False)
        plot.getViewBox().setDefaultPadding(0)
        plot.getViewBox().sigResized.connect(self._follow_box)
        self.setAntialiasing(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setFrameShape(self.Shape.NoFrame)

    def begin(self, theme: Theme, name: str) -> None:
        """Take everything off and start a new chart, which screen readers call ``name``."""
        self.theme = theme
        self._cursor = None
        self.marks = ()
        self.labels = Labels(self.text)
        self._dots, self._strokes = [], []
        self.clear()
        self.setBackground(theme.base)
        self.setAccessibleName(name)
        self.setAccessibleDescription("")
        for side in ("left", "bottom"):
            axis = self.getAxis(side)
            axis.setPen(pg.mkPen(theme.border))
            axis.setTextPen(pg.mkPen(theme.muted))
            axis.setStyle(tickLength=-_TICK_LENGTH, tickFont=self.font(), autoExpandTextSpace=True)
        self._ring = self._ring_item(theme.accent, 18, 3.0)
        self._focus_ring = self._ring_item(theme.text, 24, 1.5)
        self._frames = self._ring_item(theme.text, 15, 2.0, symbol="s")
        self._bubbles = self._ring_item(theme.text, _BUBBLE, 1.2, symbol=_bubble(), fill=theme.highlights["yellow"])

    def frame(
        self,
        x_range: tuple[float, float],
        y_range: tuple[float, float],
        *,
        x_ticks: Ticks | None,
        y_ticks: Ticks | None,
        margins: tuple[float, float, float, float] = (16.0, 16.0, 16.0, 16.0),
    ) -> None:
        """Say what the axes run over; ``margins`` are pixels to keep free at left, top, right and bottom.

        An axis without ticks is not drawn.
        """
        self._x_range, self._y_range, self._margins = x_range, y_range, margins
        self._x_ticks, self._y_ticks = x_ticks, y_ticks
        self.showAxis("bottom", x_ticks is not None)
        self.showAxis("left", y_ticks is not None)
        self.getPlotItem().showGrid(x=False, y=False)

    def finish(self, marks: Sequence[Mark]) -> None:
        """Take the marks of the chart, lay everything out, and emphasise the selected figure."""
        self.marks = tuple(marks)
        self._lay_out()
        self.select(self._selected)
        self.frame_taken(self._taken)
        self.sign_noted(self._noted)

    def text(
        self,
        words: str,
        x: float,
        y: float,
        *,
        colour: str,
        anchor: tuple[float, float] = (0.0, 0.5),
        bold: bool = False,
        masked: bool = False,
    ) -> Any:
        """Write ``words`` at a place of the chart; ``anchor`` is the point of the words that lies there.

        ``masked`` words cover the lines behind them, for places where these may cross.
        """
        fill = pg.mkBrush(self.theme.base) if masked else None
        item = pg.TextItem(words, color=QColor(colour), anchor=anchor, fill=fill)
        item.textItem.document().setDocumentMargin(2)  # words begin near where bars begin, descenders stay whole
        font = self.font()
        font.setBold(bold)
        item.setFont(font)
        item.setPos(x, y)
        self.addItem(item, ignoreBounds=True)
        return item

    def text_width(self, words: str) -> float:
        """Return how many pixels ``words`` take."""
        return QFontMetricsF(self.font()).horizontalAdvance(words)

    def dots(self, places: Sequence[tuple[float, float]], *, colour: str, filled: bool, size: float = 9.0) -> None:
        """Draw round marks: filled in ``colour`` or hollow with its edge."""
        self._dots += places
        item = pg.ScatterPlotItem(
            x=[x for x, _ in places],
            y=[y for _, y in places],
            size=size,
            pen=pg.mkPen(colour, width=1.5),
            brush=pg.mkBrush(colour if filled else self.theme.base),
            antialias=True,
        )
        item.setZValue(10)
        self.addItem(item)

    def sign(self, x: float, y: float, symbol: str, colour: str, size: float = 8.0) -> None:
        """Draw one small sign, such as the "x" of a printed value that was corrected."""
        item = pg.ScatterPlotItem(x=[x], y=[y], size=size, symbol=symbol, pen=pg.mkPen(colour, width=1.5), brush=None)
        item.setZValue(9)
        self.addItem(item)

    def line(
        self,
        places: Sequence[tuple[float, float]],
        colour: str,
        *,
        width: float = 1.0,
        style: Qt.PenStyle = Qt.PenStyle.SolidLine,
    ) -> None:
        """Draw a line through ``places``."""
        self._strokes += pairwise(places)
        item = pg.PlotCurveItem(
            x=np.array([x for x, _ in places], dtype=float),
            y=np.array([y for _, y in places], dtype=float),
            pen=pg.mkPen(colour, width=width, style=style),
            antialias=True,
        )
        self.addItem(item)

    def box(self, left: float, top: float, right: float, bottom: float, colour: str) -> None:
        """Fill a rectangle of the chart."""
        item = pg.BarGraphItem(
            x0=[left], x1=[right], y0=[min(top, bottom)], y1=[max(top, bottom)], brush=pg.mkBrush(colour), pen=None
        )
        item.setZValue(-10)
        self.addItem(item)

    def select(self, figure: str) -> None:
        """Emphasise the mark of ``figure``; nothing is emphasised where the chart does not have it."""
        self._selected = figure
        if self._ring is None:
            return
        places = [(mark.x, mark.y) for mark in self.marks if mark.figure == figure]
        self._ring.setData(x=[x for x, _ in places], y=[y for _, y in places])

    def frame_taken(self, figures: Collection[str]) -> None:
        """Draw a square round the marks of the figures that were taken for a check."""
        self._taken = frozenset(figures)
        if self._frames is None:
            return
        places = [(mark.x, mark.y) for mark in self.marks if mark.figure in self._taken]
        self._frames.setData(x=[x for x, _ in places], y=[y for _, y in places])

    def sign_noted(self, notes: Mapping[str, int]) -> None:
        """Draw a small speech bubble beside the marks of the figures that have notes on this chart, so many each."""
        self._noted = dict(notes)
        if self._bubbles is None:
            return
        places = [(mark.x, mark.y) for mark in self.marks if mark.figure in self._noted]
        self._bubbles.setData(x=[x for x, _ in places], y=[y for _, y in places])

    def said(self, mark: Mark, *, whole: bool = False) -> str:
        """Return what is said of a mark: its figure, its record, and how many notes there are on it.

        A long title of the record is cut unless ``whole``.
        """
        count = self._noted.get(mark.figure, 0)
        parts = (mark.words, self.records.words(mark.document, whole=whole), plural(count, "note") if count else "")
        return " · ".join(part for part in parts if part)

    def go_to(self, figure: str) -> None:
        """Stand on the mark of a figure, as if the keyboard had walked there; where there is none, stay."""
        found = next((place for place, mark in enumerate(self.marks) if mark.figure == figure), None)
        if found is not None:
            self._cursor = found
            if self.hasFocus():
                self._show_cursor()

    @property
    def selected_mark(self) -> Mark | None:
        """Return the mark that is emphasised, or None."""
        return next((mark for mark in self.marks if mark.figure == self._selected), None)

    @property
    def walked_mark(self) -> Mark | None:
        """Return the mark that the keyboard is on, else the one that is emphasised, or None."""
        return self.selected_mark if self._cursor is None else self.marks[self._cursor]

    def pixels(self) -> Any:
        """Return where the marks are on the widget, an array of the shape (marks, 2) in pixels."""
        box = self.getPlotItem().getViewBox()
        places = [self.mapFromScene(box.mapViewToScene(QPointF(mark.x, mark.y))) for mark in self.marks]
        return np.array([(place.x(), place.y()) for place in places], dtype=float).reshape(-1, 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the marks with the arrows, Home and End; Enter selects the figure, Space takes it for a check."""
        key = event.key()
        if key == Qt.Key.Key_Space and self.walked_mark is not None:
            self.taken.emit(self.walked_mark.figure)
            return
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._cursor is not None:
            self.picked.emit(self.marks[self._cursor].figure)
            return
        if self._cursor is None and self.selected_mark is not None:
            self._cursor = self.marks.index(self.selected_mark)
        moves: dict[int, Callable[[], int | None]] = {
            Qt.Key.Key_Right: lambda: along(self.marks, self._cursor, 1),
            Qt.Key.Key_Left: lambda: along(self.marks, self._cursor, -1),
            Qt.Key.Key_Down: lambda: across(self.marks, self._cursor, 1),
            Qt.Key.Key_Up: lambda: across(self.marks, self._cursor, -1),
            Qt.Key.Key_Home: lambda: along(self.marks, None, 1),
            Qt.Key.Key_End: lambda: along(self.marks, None, -1),
        }
        if key not in moves:
            event.ignore()
            return
        self._cursor = moves[Qt.Key(key)]()
        self._show_cursor()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select the figure of the nearest mark, or take it for a check."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        found = self._mark_at(event)
        if found is not None and event.button() == Qt.MouseButton.LeftButton:
            self._cursor = found
            held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            (self.taken if held or self.is_taking else self.picked).emit(self.marks[found].figure)
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do nothing: the press has done it."""
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what the mouse is over."""
        found = self._mark_at(event)
        self.pointed.emit("" if found is None else self.said(self.marks[found]))
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor if found is None else Qt.CursorShape.PointingHandCursor)
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is: one that comes by key stands on the selected figure, or on the first."""
        super().focusInEvent(event)
        by_key = event.reason() in {
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
            Qt.FocusReason.ShortcutFocusReason,
        }
        if by_key and self._cursor is None and self.marks:
            selected = self.selected_mark
            self._cursor = self.marks.index(selected) if selected else along(self.marks, None, 1)
        self._show_cursor()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the keyboard's ring away."""
        super().focusOutEvent(event)
        if self._focus_ring is not None:
            self._focus_ring.setData(x=[], y=[])

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Lay labels and ticks out for the new size."""
        super().resizeEvent(event)
        if getattr(self, "_ring", None) is not None:  # the base class resizes before __init__ has ended
            self._lay_out()

    def _mark_at(self, event: QMouseEvent) -> int | None:
        """Return the index of the mark that the mouse means, or None."""
        return nearest(self.pixels(), (event.position().x(), event.position().y()), _REACH)

    def _show_cursor(self) -> None:
        """Draw the ring at the mark that the keyboard is on, and say it."""
        if self._focus_ring is None:
            return
        if self._cursor is None:
            self._focus_ring.setData(x=[], y=[])
            return
        mark = self.marks[self._cursor]
        self._focus_ring.setData(x=[mark.x], y=[mark.y])
        said = self.said(mark)
        self.setAccessibleDescription(said)
        self.pointed.emit(said)

    def _ring_item(
        self, colour: str, size: float, width: float, symbol: str | QPainterPath = "o", fill: str | None = None
    ) -> Any:
        """Return a ring, a square or another sign that stands nowhere yet."""
        pen = pg.mkPen(colour, width=width)
        brush = pg.mkBrush(fill) if fill else None
        ring = pg.ScatterPlotItem(size=size, symbol=symbol, pen=pen, brush=brush, antialias=True)
        ring.setZValue(20)
        self.addItem(ring)
        return ring

    def _lay_out(self) -> None:
        """Set ranges so that the pixel margins stay free, then ticks by room, then the words beside lines and marks."""
        box = self.getPlotItem().getViewBox()
        self._laid_out = (math.inf, math.inf)  # what is resized meanwhile needs no laying out of its own
        for _ in range(2):  # the width of the left axis depends on its words, and the box's width on that
            self.getPlotItem().layout.activate()
            self._set_ranges(max(40.0, box.width()), max(40.0, box.height()))
        x_range, y_range = box.viewRange()
        view = View(tuple(x_range), tuple(y_range), max(40.0, box.width()), max(40.0, box.height()))
        self.labels.lay_out(view, self._dots, self._strokes)
        self._laid_out = (box.width(), box.height())

    def _follow_box(self) -> None:
        """Lay out anew when an axis has taken more or less room for its words than it was thought to need."""
        box = self.getPlotItem().getViewBox()
        apart = max(abs(box.width() - self._laid_out[0]), abs(box.height() - self._laid_out[1]))
        if self._ring is not None and 1.0 <= apart < math.inf:
            self._lay_out()

    def _set_ranges(self, width: float, height: float) -> None:
        """Set both ranges and their ticks for a view of this size in pixels."""
        left, top, right, bottom = self._margins
        right = min(right, 0.5 * width)
        (x0, x1), (y0, y1) = self._x_range, self._y_range
        x_scale = (x1 - x0) / max(20.0, width - left - right)
        y_scale = (y1 - y0) / max(20.0, height - top - bottom)
        self.setXRange(x0 - left * x_scale, x1 + right * x_scale, padding=0)
        self.setYRange(y0 - bottom * y_scale, y1 + top * y_scale, padding=0)
        if self._x_ticks:
            wide = max((self.text_width(words) for _, words in self._x_ticks(x0, x1, 4)), default=48.0) + 24
            self.getAxis("bottom").setTicks([self._x_ticks(x0, x1, max(1, int((width - left - right) / wide)))])
        if self._y_ticks:
            tall = QFontMetricsF(self.font()).height() * 1.8
            self.getAxis("left").setTicks([self._y_ticks(y0, y1, max(2, int((height - top - bottom) / tall)))])


def _bubble() -> QPainterPath:
    """Return a speech bubble in the upper right corner of a square of size 1 round the middle."""
    path = QPainterPath(QPointF(0.17, -0.16))
    path.lineTo(0.22, -0.24)
    path.lineTo(0.14, -0.24)
    path.lineTo(0.14, -0.47)
    path.lineTo(0.47, -0.47)
    path.lineTo(0.47, -0.24)
    path.lineTo(0.3, -0.24)
    path.closeSubpath()
    return path
