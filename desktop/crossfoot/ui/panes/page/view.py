"""The pages themselves: scrolled as one column, lit, their words selectable."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
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
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from crossfoot.model import Document, Page, Span
from crossfoot.readers.page_boxes import boxes_on
from crossfoot.ui.look.theme import Theme
from crossfoot.ui.panes.page.drawing import draw_light, edges, placed
from crossfoot.ui.panes.page.lights import SheetLights
from crossfoot.ui.panes.page.scroll import SheetScroll
from crossfoot.ui.panes.page.selecting import WordSelection, nearest_word
from crossfoot.ui.panes.page.sheets import Sheets
from crossfoot.ui.panes.text.lights import Layer, Light
from crossfoot.ui.panes.text.view import MarginMark

_SIGN = 15.0
"""Pixels of a margin sign's height."""


class PageView(SheetScroll):
    """Shows the sheets of one document.

    ``figure_clicked`` carries the id of the lit number under a click, ``note_clicked`` that of an annotation,
    ``link_clicked`` that of the record that words lead to, ``selection_moved`` tells whenever other words are
    selected.
    """

    figure_clicked = Signal(str)
    note_clicked = Signal(str)
    link_clicked = Signal(str)
    selection_moved = Signal()

    def __init__(self, theme: Theme, make_sheets: Callable[[Document], Sheets], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._make_sheets = make_sheets
        self._document: Document | None = None
        self._marks: tuple[MarginMark, ...] = ()
        self._say: Callable[[str], str] = str
        self._chosen = WordSelection()
        self.lights = SheetLights(self.viewport().update)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Pages of the record")
        self.setAccessibleDescription(
            "Lit numbers are figures. The arrows left and right go from word to word, with Shift they select; "
            "then press F, H or M."
        )
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.viewport().setMouseTracking(True)

    # What is shown

    def show_document(self, document: Document | None) -> None:
        """Show the pages of another document, or none; all lights go out."""
        self._document = document
        self._marks = ()
        self._chosen.forget()
        self.lights.clear()
        self.show_sheets(self._make_sheets(document) if document is not None else None)

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

    # How it works

    def kept_point(self) -> QPointF | None:
        """Keep the middle of the selected figure where it is, if it is in view."""
        rooms = [self._room_of(light.span) for light in self.lights.group("selected")]
        points = [room.center() for room in rooms if room is not None]
        return next((point for point in points if self.viewport().rect().contains(point.toPoint())), None)

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
                painter.fillRect(placed(edges(box), corner, zoom), colour)
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
