"""The text itself: read-only, lit, with marks in its margin."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QToolTip, QWidget

from crossfoot.model import Document, Span
from crossfoot.ui.look.theme import UNIT, Theme
from crossfoot.ui.panes.text.lights import Layer, Lights
from crossfoot.ui.panes.text.offsets import Offsets
from crossfoot.ui.panes.text.typesetting import MEASURE, reading_font, typeset

_GUTTER = 3 * UNIT
_SMALLEST, _LARGEST = 8, 28

NO_TEXT = "The text of a record stands here. Import one with Ctrl+O, or drop its file on the window."
"""What stands where no record is shown."""

COMING = "Records are being read. The first of them stands here as soon as all are in."
"""What stands there while records come in."""


@dataclass(frozen=True, slots=True)
class MarginMark:
    """A sign in the margin beside a line: its place, its glyph, and the words of its tooltip."""

    offset: int
    glyph: str
    words: str


class RecordView(QTextEdit):
    """Shows one document's stored text.

    ``figure_clicked`` carries the id of the lit number under a click, ``note_clicked`` that of an
    annotation, ``link_clicked`` that of the record that words lead to, ``selection_moved`` tells
    whenever other words are selected.
    """

    figure_clicked = Signal(str)
    note_clicked = Signal(str)
    link_clicked = Signal(str)
    selection_moved = Signal()

    def __init__(self, theme: Theme, points: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._points = points
        self._document: Document | None = None
        self._offsets = Offsets()
        self._marks: tuple[MarginMark, ...] = ()
        self._sought: Span | None = None
        self._say: Callable[[str], str] = str
        self.lights = Lights(self.document(), theme)
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Text of the record")
        self.setAccessibleDescription("Read-only. Lit numbers are figures; select words and press F, H or M.")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.setTabChangesFocus(True)
        self.setPlaceholderText(NO_TEXT)
        self.selectionChanged.connect(self.selection_moved)

    @property
    def points(self) -> int:
        """Return the size of the text in points."""
        return self._points

    def show_document(self, document: Document | None) -> None:
        """Set another text, or none; all lights go out."""
        self._document = document
        self._marks = ()
        self._sought = None
        if document is None:
            self.document().clear()
            self._offsets = Offsets()
        else:
            self._offsets = typeset(self.document(), document, self._points, QColor(self._theme.muted))
        self.lights.begin(self._offsets, self._theme)
        self._keep_measure()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def set_look(self, theme: Theme, points: int) -> None:
        """Take other colours or another size; whoever calls lights the figures again."""
        self._theme = theme
        self._points = min(_LARGEST, max(_SMALLEST, points))
        place = self._top()
        self.show_document(self._document)
        self._scroll_to(place)

    def set_margin(self, marks: Sequence[MarginMark]) -> None:
        """Replace the signs in the margin."""
        self._marks = tuple(marks)
        self.viewport().update()

    def set_words(self, say: Callable[[str], str]) -> None:
        """Set who says what a light is, by its key, for the tooltip."""
        self._say = say

    def selected_span(self) -> Span | None:
        """Return the selected words without the spaces around them, or None."""
        cursor = self.textCursor()
        if self._document is None or not cursor.hasSelection():
            return None
        start = self._offsets.from_qt(cursor.selectionStart())
        end = self._offsets.from_qt(cursor.selectionEnd())
        words = self._document.text[start:end]
        start += len(words) - len(words.lstrip())
        end -= len(words) - len(words.rstrip())
        return Span(start, end) if start < end else None

    def select_span(self, span: Span) -> None:
        """Select words, as the officer would with the keyboard, and bring them into view."""
        cursor = self.textCursor()
        cursor.setPosition(self._offsets.to_qt(span.start))
        cursor.setPosition(self._offsets.to_qt(span.end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.reveal(span)

    def let_go(self) -> None:
        """Let the selected words go; the caret stays at their end."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def put_caret(self, span: Span) -> None:
        """Put the caret before ``span`` unless words are selected, so that the keyboard starts there."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            cursor.setPosition(self._offsets.to_qt(span.start))
            self.setTextCursor(cursor)

    def reveal(self, span: Span) -> None:
        """Bring a place into the middle of the view, unless it is comfortably in view already.

        It stays the place that is kept in view when the room changes.
        """
        self._sought = span
        box = self._box(span)
        height = self.viewport().height()
        if box.top() < 4 * UNIT or box.bottom() > height - 4 * UNIT:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + round(box.center().y() - height * 0.42))

    def offset_at(self, point: QPoint) -> int | None:
        """Return the offset of the character under a point of the view, or None beside the text."""
        page = self.document().documentLayout()
        scrolled = QPointF(point.x(), point.y() + self.verticalScrollBar().value())
        position = page.hitTest(scrolled, Qt.HitTestAccuracy.ExactHit)
        return self._offsets.from_qt(position) if position >= 0 else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Select the lit figure or the note that was clicked; a second click takes the one below it."""
        super().mouseReleaseEvent(event)
        if event.button() is not Qt.MouseButton.LeftButton or self.textCursor().hasSelection():
            return
        offset = self.offset_at(event.position().toPoint())
        if offset is None:
            return
        figures = self.lights.at(offset, Layer.FIGURE)
        if figures:
            selected = {light.key for light in self.lights.group("selected")}
            keys = [light.key for light in figures]
            place = next((place + 1 for place, key in enumerate(keys) if key in selected), 0)
            self.figure_clicked.emit(keys[place % len(keys)])
        elif notes := self.lights.at(offset, Layer.NOTE):
            self.note_clicked.emit(notes[0].key)
        elif links := self.lights.at(offset, Layer.LINK):
            self.link_clicked.emit(links[0].key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the pointer what can be clicked."""
        super().mouseMoveEvent(event)
        if not event.buttons():
            offset = self.offset_at(event.position().toPoint())
            over = offset is not None and any(self.lights.at(offset, each) for each in (Layer.FIGURE, Layer.LINK))
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what lies under the pointer: a figure, a note or a sign in the margin."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._words_at(event.pos()), self.viewport())
            return True
        return super().viewportEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; the size is changed by its keys only, so that a touchpad cannot change it by chance."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the measure, and keep in view what was sought last."""
        super().resizeEvent(event)
        self._keep_measure()
        if self._sought is not None:
            self.reveal(self._sought)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, then the margin's signs and the outline of the selected figure."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.warning), 1.4))
        for light in self.lights.group("finding"):  # a tint alone would be taken for that of a state
            painter.drawRoundedRect(self._box(light.span).adjusted(-0.75, -0.5, 0.75, 0.5), 2, 2)
        for light in self.lights.group("selected"):
            painter.setPen(QPen(QColor(self._theme.text), 1.5))
            painter.drawRoundedRect(self._box(light.span).adjusted(-1.25, -1, 1.25, 1), 2, 2)
        painter.setPen(QColor(self._theme.warning))
        metrics = QFontMetricsF(self.font())
        for mark, top in self._margin_tops():
            painter.drawText(QPointF(UNIT, top + metrics.ascent() + 2), mark.glyph)
        painter.end()

    def _margin_tops(self) -> list[tuple[MarginMark, float]]:
        """Return the signs whose line is in view with the line's top."""
        placed = [(mark, self._line(mark.offset)) for mark in self._marks]
        return [(mark, line.top()) for mark, line in placed if -20 < line.top() < self.viewport().height()]

    def _words_at(self, point: QPoint) -> str:
        """Return the tooltip of a point of the view."""
        if point.x() < _GUTTER:
            near = [mark.words for mark, top in self._margin_tops() if top - 4 <= point.y() <= top + 24]
            return "\n".join(near)
        offset = self.offset_at(point)
        if offset is None:
            return ""
        layers = (Layer.FIGURE, Layer.NOTE, Layer.LINK)
        lights = [light for layer in layers for light in self.lights.at(offset, layer)]
        return "\n".join(words for light in lights if (words := self._say(light.key)))

    def _line(self, offset: int) -> QRectF:
        """Return the caret's box before the character at ``offset``, in the view's own coordinates."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(self._offsets.to_qt(offset), self.document().characterCount() - 1))
        return QRectF(self.cursorRect(cursor))

    def _box(self, span: Span) -> QRectF:
        """Return the box around a place; one that runs over several lines gives that of its first line."""
        start, end = self._line(span.start), self._line(span.end)
        if end.top() > start.top() + 1:
            return QRectF(start.left(), start.top(), self.viewport().width() - start.left() - _GUTTER, start.height())
        return start.united(end)

    def place(self) -> int:
        """Return the offset of what stands at the top of the view."""
        return self._offsets.from_qt(self._top())

    def _top(self) -> int:
        """Return Qt's position of what stands at the top of the view."""
        return self.cursorForPosition(QPoint(_GUTTER * 2, UNIT)).position()

    def _scroll_to(self, position: int) -> None:
        """Bring Qt's position to the top of the view."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(cursor).top() - UNIT)

    def _keep_measure(self) -> None:
        """Let lines run no longer than is easy to read, with even air on both sides."""
        column = QFontMetricsF(reading_font(self._points)).averageCharWidth() * MEASURE
        side = max(_GUTTER, (self.viewport().width() - column) / 2)
        frame = self.document().rootFrame()
        form = frame.frameFormat()
        if round(form.leftMargin()) != round(side):
            form.setLeftMargin(side)
            form.setRightMargin(side)
            form.setTopMargin(2 * UNIT)
            form.setBottomMargin(4 * UNIT)
            frame.setFrameFormat(form)
