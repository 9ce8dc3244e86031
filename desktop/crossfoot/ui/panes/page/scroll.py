"""Sheets scrolled as one column: how large they are, which of them are in view, and where places on them stand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from crossfoot.model import Span
from crossfoot.readers.page_boxes import boxes_on
from crossfoot.ui.look.theme import UNIT
from crossfoot.ui.panes.page.column import GAP, Column
from crossfoot.ui.panes.page.drawing import edges, placed
from crossfoot.ui.panes.page.sheets import Sheets

SMALLEST, LARGEST = 0.25, 4.0
"""How small and how large pages can be made; 1 is the size of the paper."""

_STEP = 1.15
_NEAR = 200
"""Characters behind a place that has no words of its own, in which the next word is looked for."""


class SheetScroll(QAbstractScrollArea):
    """The room in which sheets are scrolled; what is drawn in it is its heirs' affair.

    ``turned`` carries the index of the sheet that is read, ``zoomed`` tells that the size has changed.
    """

    turned = Signal(int)
    zoomed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheets: Sheets | None = None
        self._column = Column.of((), 1.0)
        self._factor: float | None = None
        self._shown = -1
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.verticalScrollBar().setSingleStep(48)
        self.horizontalScrollBar().setSingleStep(48)

    def show_sheets(self, sheets: Sheets | None) -> None:
        """Show other sheets from their top, or none; those before are let go."""
        if self.sheets is not None:
            self.sheets.close()
        self.sheets = sheets
        self._lay_out()
        self.verticalScrollBar().setValue(0)
        self._look()

    def kept_point(self) -> QPointF | None:
        """Return the point of the view that stays in its place when the size changes; None stands for the top."""
        return None

    @property
    def factor(self) -> float:
        """Return how large the pages are; 1 is the size of the paper."""
        return self._column.zoom / self._unit()

    @property
    def fits_width(self) -> bool:
        """Tell whether the pages are kept as wide as the view."""
        return self._factor is None

    @property
    def current_sheet(self) -> int:
        """Return the index of the sheet that is read: the one in the upper third of the view."""
        return self._column.at(self.verticalScrollBar().value() + self.viewport().height() / 3)

    @property
    def in_view(self) -> range:
        """Return the indexes of the sheets that are in view."""
        top = self.verticalScrollBar().value()
        return self._column.between(top, top + self.viewport().height())

    def fit_width(self) -> None:
        """Keep the pages as wide as the view."""
        self._zoom(None)

    def zoom_to(self, factor: float) -> None:
        """Show the pages at a size; 1 is the size of the paper."""
        self._zoom(min(LARGEST, max(SMALLEST, factor)))

    def zoom_by(self, steps: float, at: QPointF | None = None) -> None:
        """Make the pages larger or smaller by steps; what lies at a point of the view stays there."""
        factor = self.factor * _STEP**steps
        for usual in (1.0, 0.5, 2.0):  # so that the size of the paper is met on the way
            if abs(factor - usual) < 0.04 * usual:
                factor = usual
        self._zoom(min(LARGEST, max(SMALLEST, factor)), at)

    def reveal(self, span: Span) -> None:
        """Bring a place into the middle of the view, unless it is comfortably in view already."""
        room = self._room_of(span) or self._room_of(Span(span.start, span.end + _NEAR))
        if room is None:
            return
        bar, view = self.verticalScrollBar(), self.viewport().rect()
        if room.top() < 4 * UNIT or room.bottom() > view.height() - 4 * UNIT:
            bar.setValue(bar.value() + round(room.center().y() - view.height() * 0.42))
        if room.left() < UNIT or room.right() > view.width() - UNIT:
            across = self.horizontalScrollBar()
            across.setValue(across.value() + round(room.center().x() - view.width() / 2))

    def place(self) -> int:
        """Return the offset of what stands at the top of the view."""
        if self.sheets is None or not len(self.sheets):
            return 0
        index = self._column.at(self.verticalScrollBar().value() + 1)
        down = self._point_on(index, QPointF(0, 0)).y()
        page = self.sheets.page(index)
        return next((box.span.start for box in page.boxes if box.top >= down), page.span.end)

    def go_to_sheet(self, index: int) -> None:
        """Bring the top of a sheet to the top of the view."""
        if 0 <= index < len(self._column.sizes):
            self.verticalScrollBar().setValue(round(self._column.tops[index] - GAP / 2))

    def box_of(self, span: Span) -> QRectF | None:
        """Return where the first line of a place stands in the view now, or None where it stands nowhere."""
        return self._room_of(span)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is read in view."""
        super().resizeEvent(event)
        self._keeping_place(self._lay_out)

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:  # noqa: N802 - Qt's name
        """Draw what came into view."""
        self.viewport().update()
        self._look()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or with Ctrl make the pages larger or smaller around the pointer."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(event.angleDelta().y() / 120, event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    def sizeHint(self) -> QSize:
        """Ask for as much as the text would."""
        return QSize(500, 400)

    def _unit(self) -> float:
        """Return how many pixels of the screen a point of paper has at its own size."""
        return self.logicalDpiX() / 72

    def _zoom(self, factor: float | None, at: QPointF | None = None) -> None:
        """Take another size; what lies at a point, or at the one that is kept, stays there."""
        self._factor = factor
        self._keeping_place(self._lay_out, at)
        self.zoomed.emit()

    def _lay_out(self) -> None:
        """Work out where each sheet stands, and how far can be scrolled."""
        sheets = self.sheets
        sizes = [sheets.size(index) for index in range(len(sheets))] if sheets is not None else []
        room = self.viewport().size()
        widest = max((wide for wide, _ in sizes), default=595.0)
        if self._factor is None:
            zoom = max(SMALLEST * self._unit(), min(LARGEST * self._unit(), (room.width() - 2 * GAP) / widest))
        else:
            zoom = self._factor * self._unit()
        self._column = Column.of(sizes, zoom)
        self.verticalScrollBar().setRange(0, max(0, round(self._column.height - room.height())))
        self.verticalScrollBar().setPageStep(max(1, room.height() - 6 * UNIT))
        fits = self._factor is None or self._column.width <= room.width()
        self.horizontalScrollBar().setRange(0, 0 if fits else round(self._column.width - room.width()))
        self.horizontalScrollBar().setPageStep(max(1, room.width()))

    def _keeping_place(self, change: Callable[[], None], at: QPointF | None = None) -> None:
        """Change the layout while the paper at a point of the view stays under it."""
        point = at or self.kept_point() or QPointF(self.viewport().width() / 2, 0)
        index = self._column.at(self.verticalScrollBar().value() + point.y())
        before = self._point_on(index, point) if index < len(self._column.sizes) else None
        change()
        if before is not None and index < len(self._column.sizes):
            corner = self._corner(index)
            zoom = self._column.zoom
            down, across = self.verticalScrollBar(), self.horizontalScrollBar()
            down.setValue(down.value() + round(corner.y() + before.y() * zoom - point.y()))
            across.setValue(across.value() + round(corner.x() + before.x() * zoom - point.x()))
        self.viewport().update()
        self._look()

    def _look(self) -> None:
        """Tell the sheets which of them are in view, and the window which one is read."""
        if self.sheets is None:
            return
        seen = list(self.in_view)
        if seen:
            near = [index for index in (seen[-1] + 1, seen[0] - 1) if 0 <= index < len(self.sheets)]
            self.sheets.look_at([*seen, *near], round(self._column.zoom * self.devicePixelRatioF(), 3))
        current = self.current_sheet
        if current != self._shown:
            self._shown = current
            self.setAccessibleName(f"Pages of the record, page {current + 1} of {len(self.sheets)}")
            self.turned.emit(current)

    def _corner(self, index: int) -> QPointF:
        """Return where the upper left corner of a sheet stands in the view."""
        left = self._column.left(index, self.viewport().width()) - self.horizontalScrollBar().value()
        return QPointF(round(left), round(self._column.tops[index] - self.verticalScrollBar().value()))

    def _point_on(self, index: int, point: QPointF) -> QPointF:
        """Return a point of the view in points of a sheet."""
        corner = self._corner(index)
        return QPointF(point.x() - corner.x(), point.y() - corner.y()) / self._column.zoom

    def _room_of(self, span: Span) -> QRectF | None:
        """Return where the first line of a place stands in the view."""
        if self.sheets is None:
            return None
        for index in self.sheets.sheets_of(span):
            boxes = boxes_on(self.sheets.page(index), span)
            if boxes:
                return placed(edges(boxes[0]), self._corner(index), self._column.zoom)
        return None

    def _sheet_at(self, point: QPointF) -> int | None:
        """Return the sheet at a height of the view, or None where there is none."""
        if self.sheets is None or not len(self.sheets):
            return None
        return self._column.at(self.verticalScrollBar().value() + point.y())
