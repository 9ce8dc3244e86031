"""The pages themselves: scrolled as one column, lit, their words selectable."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QToolTip, QWidget

from crossfoot.model import Document, Page, Span, WordBox
from crossfoot.readers.page_boxes import boxes_on
from crossfoot.ui.panes.page.column import GAP, Column
from crossfoot.ui.panes.page.drawing import draw_light, placed
from crossfoot.ui.panes.page.lights import SheetLights
from crossfoot.ui.panes.page.selecting import WordSelection, nearest_word
from crossfoot.ui.panes.page.sheets import Sheets
from crossfoot.ui.panes.text.lights import Layer, Light
from crossfoot.ui.panes.text.view import MarginMark
from crossfoot.ui.theme import UNIT, Theme

SMALLEST, LARGEST = 0.25, 4.0
"""How small and how large pages can be made; 1 is the size of the paper."""

_STEP = 1.15
_NEAR = 200
"""Characters behind a place that has no words of its own, in which the next word is looked for."""
_SIGN = 15.0
"""Pixels of a margin sign's height."""


class PageView(QAbstractScrollArea):
    """Shows the sheets of one document.

    ``figure_clicked`` carries the id of the lit number under a click, ``note_clicked`` that of an annotation,
    ``link_clicked`` that of the record that words lead to, ``selection_moved`` tells whenever other words are
    selected, ``turned`` the index of the sheet that is read, ``zoomed`` that the size has changed.
    """

    figure_clicked = Signal(str)
    note_clicked = Signal(str)
    link_clicked = Signal(str)
    selection_moved = Signal()
    turned = Signal(int)
    zoomed = Signal()

    def __init__(self, theme: Theme, make_sheets: Callable[[Document], Sheets], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._make_sheets = make_sheets
        self._document: Document | None = None
        self.sheets: Sheets | None = None
        self._column = Column.of((), 1.0)
        self._factor: float | None = None
        self._marks: tuple[MarginMark, ...] = ()
        self._say: Callable[[str], str] = str
        self._chosen = WordSelection()
        self._shown = -1
        self.lights = SheetLights(self.viewport().update)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Pages of the record")
        self.setAccessibleDescription(
            "Lit numbers are figures. The arrows left and right go from word to word, with Shift they select; "
            "then press F, H or M."
        )
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(48)
        self.horizontalScrollBar().setSingleStep(48)

    # What is shown

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

    def show_document(self, document: Document | None) -> None:
        """Show the pages of another document, or none; all lights go out."""
        if self.sheets is not None:
            self.sheets.close()
        self._document = document
        self.sheets = self._make_sheets(document) if document is not None else None
        self._marks = ()
        self._chosen.forget()
        self.lights.clear()
        self._lay_out()
        self.verticalScrollBar().setValue(0)
        self._look()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.viewport().update()

    def set_margin(self, marks: Sequence[MarginMark]) -> None:
        """Replace the signs in the margin."""
        self._marks = tuple(marks)
        self.viewport().update()

    def set_words(self, say: Callable[[str], str]) -> None:
        """Set who says what a light is, by its key, for the tooltip."""
        self._say = say

    def redraw(self, _index: int = 0) -> None:
        """Draw again, as when a picture came."""
        self.viewport().update()

    # Size

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

    # Words

    def selected_span(self) -> Span | None:
        """Return the selected words, or None."""
        return self._chosen.span

    def select_span(self, span: Span) -> None:
        """Select words and bring them into view."""
        before = self._chosen.span
        if span.start < span.end:
            self._chosen.take(span)
        self._tell_selection(before)
        self.reveal(span)

    def let_go(self) -> None:
        """Let the selected words go."""
        before = self._chosen.span
        self._chosen.begin(None)
        self._tell_selection(before)

    def put_caret(self, span: Span) -> None:
        """Let the keyboard start at ``span``, unless words are selected."""
        self._chosen.put_caret(span.start)

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

    # What Qt asks

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sheets in view, then what is lit on them."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), QColor(self._theme.window))
        if self.sheets is None:
            painter.setPen(QColor(self._theme.muted))
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, "The pages of a record stand here.")
        else:
            for index in self.in_view:
                self._paint_sheet(painter, self.sheets, index)
        painter.end()

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

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to select words; Shift goes on from where the last selection began."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        word, before = self._word_near(event.position()), self._chosen.span
        if word is not None and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._chosen.extend(word)
        else:
            self._chosen.begin(word)
        self._tell_selection(before)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select words while the button is held; else show by the pointer what can be clicked."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            word, before = self._word_near(event.position()), self._chosen.span
            if word is not None and self._chosen.may_extend(word):
                self._chosen.extend(word)
                self._tell_selection(before)
            bar, y = self.verticalScrollBar(), event.position().y()
            beyond = min(0.0, y) + max(0.0, y - self.viewport().height())
            bar.setValue(bar.value() + round(beyond))  # dragged out of the view, the pages come along
            return
        over = any(self._lights_at(event.position(), each) for each in (Layer.FIGURE, Layer.LINK))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Select the lit figure or the note that was clicked; a second click takes the one below it."""
        if event.button() is not Qt.MouseButton.LeftButton or self._chosen.span is not None:
            return
        keys = [light.key for light in self._lights_at(event.position(), Layer.FIGURE)]
        if keys:
            selected = {light.key for light in self.lights.group("selected")}
            place = next((place + 1 for place, key in enumerate(keys) if key in selected), 0)
            self.figure_clicked.emit(keys[place % len(keys)])
        elif notes := self._lights_at(event.position(), Layer.NOTE):
            self.note_clicked.emit(notes[0].key)
        elif links := self._lights_at(event.position(), Layer.LINK):
            self.link_clicked.emit(links[0].key)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word under the pointer."""
        word = self._word_near(event.position())
        if word is not None:
            self.select_span(word)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through words and pages by the keyboard."""
        key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        bar = self.verticalScrollBar()
        match key:
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                self._step(forward=key == Qt.Key.Key_Right, extending=shift)
            case Qt.Key.Key_Home | Qt.Key.Key_End:
                bar.setValue(bar.minimum() if key == Qt.Key.Key_Home else bar.maximum())
            case Qt.Key.Key_Escape if self._chosen.span is not None:
                self.let_go()
            case Qt.Key.Key_C if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                if self._document is not None and self._chosen.span is not None:
                    QApplication.clipboard().setText(self._chosen.span.cut(self._document.text))
            case _:
                super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what lies under the pointer: a figure, a note or a sign in the margin."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._words_at(QPointF(event.pos())), self.viewport())
            return True
        return super().viewportEvent(event)

    def sizeHint(self) -> QSize:
        """Ask for as much as the text would."""
        return QSize(500, 400)

    # How it works

    def _unit(self) -> float:
        """Return how many pixels of the screen a point of paper has at its own size."""
        return self.logicalDpiX() / 72

    def _zoom(self, factor: float | None, at: QPointF | None = None) -> None:
        """Take another size; what lies at a point, else the selected figure, else the top of the view, stays there."""
        self._factor = factor
        self._keeping_place(self._lay_out, at or self._selected_point())
        self.zoomed.emit()

    def _selected_point(self) -> QPointF | None:
        """Return the middle of the selected figure, where it is in view."""
        rooms = [self._room_of(light.span) for light in self.lights.group("selected")]
        points = [room.center() for room in rooms if room is not None]
        return next((point for point in points if self.viewport().rect().contains(point.toPoint())), None)

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
        point = at or QPointF(self.viewport().width() / 2, 0)
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

    def _paint_sheet(self, painter: QPainter, sheets: Sheets, index: int) -> None:
        """Draw one sheet with its lights, the selected words and the signs beside it."""
        theme = sheets.colours(self._theme)
        zoom, corner = self._column.zoom, self._corner(index)
        wide, high = sheets.size(index)
        room = QRectF(corner.x(), corner.y(), round(wide * zoom), round(high * zoom))
        painter.fillRect(room, QColor(theme.base))
        sheets.paint(painter, index, room, theme)
        painter.setPen(QPen(QColor(self._theme.border), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(room)
        page = sheets.page(index)
        for light, boxes in self.lights.on(page):
            draw_light(painter, light, [placed(box, corner, zoom) for box in boxes], theme)
        if self._chosen.span is not None:
            colour = QColor(theme.accent)
            colour.setAlpha(90)
            for box in boxes_on(page, self._chosen.span):
                painter.fillRect(placed(_edges(box), corner, zoom), colour)
        painter.setPen(QColor(theme.warning))
        font = painter.font()
        font.setPixelSize(round(_SIGN))
        painter.setFont(font)
        for mark, top in self._margin_tops(page, corner):
            painter.drawText(QPointF(corner.x() + 4, top + _SIGN), mark.glyph)

    def _margin_tops(self, page: Page, corner: QPointF) -> list[tuple[MarginMark, float]]:
        """Return the signs beside one page with the tops of their lines in the view."""
        tops = []
        for mark in self._marks:
            if page.boxes and page.span.start <= mark.offset < page.span.end:
                at = bisect_left(page.boxes, mark.offset + 1, key=lambda box: box.span.end)
                box = page.boxes[min(at, len(page.boxes) - 1)]
                tops.append((mark, corner.y() + box.top * self._column.zoom))
        return tops

    def _room_of(self, span: Span) -> QRectF | None:
        """Return where the first line of a place stands in the view."""
        if self.sheets is None:
            return None
        for index in self.sheets.sheets_of(span):
            boxes = boxes_on(self.sheets.page(index), span)
            if boxes:
                return placed(_edges(boxes[0]), self._corner(index), self._column.zoom)
        return None

    def _sheet_at(self, point: QPointF) -> int | None:
        """Return the sheet at a height of the view, or None where there is none."""
        if self.sheets is None or not len(self.sheets):
            return None
        return self._column.at(self.verticalScrollBar().value() + point.y())

    def _lights_at(self, point: QPointF, layer: Layer) -> list[Light]:
        """Return the lights of a layer under a point of the view."""
        index = self._sheet_at(point)
        if index is None or self.sheets is None:
            return []
        on_sheet = self._point_on(index, point)
        return self.lights.at(self.sheets.page(index), on_sheet.x(), on_sheet.y(), layer)

    def _words_at(self, point: QPointF) -> str:
        """Return the tooltip of a point of the view."""
        index = self._sheet_at(point)
        if index is None or self.sheets is None:
            return ""
        corner = self._corner(index)
        if corner.x() <= point.x() <= corner.x() + _SIGN + 8:
            tops = self._margin_tops(self.sheets.page(index), corner)
            near = [mark.words for mark, top in tops if top - 4 <= point.y() <= top + 24]
            if near:
                return "\n".join(near)
        layers = (Layer.FIGURE, Layer.NOTE, Layer.LINK)
        lights = [light for layer in layers for light in self._lights_at(point, layer)]
        return "\n".join(words for light in lights if (words := self._say(light.key)))

    def _word_near(self, point: QPointF) -> Span | None:
        """Return the word under a point of the view, or the nearest one of its sheet."""
        index = self._sheet_at(point)
        if index is None or self.sheets is None:
            return None
        on_sheet = self._point_on(index, point)
        word = nearest_word(self.sheets.page(index), on_sheet.x(), on_sheet.y())
        return word.span if word is not None else None

    def _step(self, *, forward: bool, extending: bool) -> None:
        """Go to the next word or the one before, and bring it into view."""
        if self.sheets is None:
            return
        before = self._chosen.span
        word = self._chosen.step(self.sheets, forward=forward, extending=extending)
        if word is not None and self._document is not None:
            self._tell_selection(before)
            self.reveal(word.span)
            said = QAccessibleAnnouncementEvent(self, word.span.cut(self._document.text))
            QAccessible.updateAccessibility(said)

    def _tell_selection(self, before: Span | None) -> None:
        """Draw and tell where other words are selected than before."""
        if self._chosen.span != before:
            self.viewport().update()
            self.selection_moved.emit()


def _edges(box: WordBox) -> tuple[float, float, float, float]:
    """Return a box's left, top, right and bottom."""
    return box.left, box.top, box.right, box.bottom
