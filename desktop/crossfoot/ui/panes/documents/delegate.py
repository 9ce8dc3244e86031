"""How one document looks in the list: title, then date, progress and what to look at."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from crossfoot.model import Counts, DocumentSummary
from crossfoot.ui import words
from crossfoot.ui.look.theme import UNIT, Theme
from crossfoot.ui.panes.documents.model import SUMMARY, mark

_SIGN = 2 * UNIT  # room for the sign of progress before the title
_LINES = 2
_KEPT = 2000
"""How many titles are kept as they were set; a list of that many is measured again and again while it scrolls."""

Index = QModelIndex | QPersistentModelIndex


class DocumentDelegate(QStyledItemDelegate):
    """Draws two lines and a thin bar of progress."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._set: dict[tuple[str, int, str], QTextLayout] = {}
        self._heights: dict[tuple[str, int, str], int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Ask for one or two lines of title, one of facts, and air."""
        item = index.data(SUMMARY)
        title = item.title if isinstance(item, DocumentSummary) else ""
        key = (title, self._width(option), option.font.key())
        height = self._heights.get(key)
        if height is None:  # a list asks anew for all of its rows whenever one comes
            lines = self._title(option, item).lineCount() if title else 1
            height = self._heights[key] = (lines + 1) * QFontMetrics(option.font).height() + 2 * UNIT + 4
        return QSize(160, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one document."""
        item = index.data(SUMMARY)
        if not isinstance(item, DocumentSummary):
            return
        painter.save()
        room: QRect = option.rect
        state: QStyle.StateFlag = option.state
        theme = self.theme
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(room, QColor(theme.selected))
            painter.fillRect(QRect(room.left(), room.top(), 3, room.height()), QColor(theme.accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(room, QColor(theme.window))
        metrics = QFontMetrics(option.font)
        top = room.top() + UNIT - 2
        left = room.left() + UNIT + 4
        painter.setFont(option.font)
        painter.setPen(QColor(theme.accent if item.counts.found and not item.counts.unreviewed else theme.muted))
        painter.drawText(QRect(left, top, _SIGN, metrics.height()), Qt.AlignmentFlag.AlignLeft, mark(item))
        title = self._title(option, item)
        painter.setPen(QColor(theme.text))
        title.draw(painter, QPointF(left + _SIGN, top))
        under = top + title.lineCount() * metrics.height() + 2
        width = room.width() - (left - room.left()) - _SIGN - UNIT
        self._second_line(painter, item, QRect(left + _SIGN, under, width, metrics.height()))
        self._bar(painter, item, QRect(left + _SIGN, room.bottom() - 4, width, 2))
        painter.setPen(QColor(theme.grid))
        painter.drawLine(room.bottomLeft(), room.bottomRight())
        painter.restore()

    def _title(self, option: QStyleOptionViewItem, item: DocumentSummary) -> QTextLayout:
        """Set a title on at most two lines of the list's width, the second cut with dots where need be."""
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetrics(font)
        width = self._width(option)
        key = (item.title, width, font.key())
        layout = self._set.get(key)
        if layout is not None:
            return layout
        layout = _set_lines(item.title, font, width)
        if layout.lineCount() > _LINES:
            second = layout.lineAt(_LINES - 1).textStart()
            cut = metrics.elidedText(item.title[second:], Qt.TextElideMode.ElideRight, width)
            layout = _set_lines(f"{item.title[:second]}{cut}", font, width)
        if len(self._set) >= _KEPT:
            self._set.clear()
        self._set[key] = layout
        return layout

    def _width(self, option: QStyleOptionViewItem) -> int:
        """Return the width that a title has."""
        view = self.parent()
        whole = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        return max(40, whole - 2 * UNIT - 4 - _SIGN)

    def _second_line(self, painter: QPainter, item: DocumentSummary, room: QRect) -> None:
        """Draw date on the left, checks and progress on the right."""
        vertical = Qt.AlignmentFlag.AlignVCenter
        metrics = painter.fontMetrics()
        look = f"⚠ {item.counts.findings}" if item.counts.findings else ""
        left = room.width() - (metrics.horizontalAdvance(look) + UNIT if look else 0) - UNIT // 2
        date = day_in(room.width(), metrics)(item.meeting_date)
        done = progress_in(left - metrics.horizontalAdvance(date), metrics, item.counts)
        left -= metrics.horizontalAdvance(done)
        signed = f"{date} · {item.sign_off.reviewer}" if item.sign_off else date
        painter.setPen(QColor(self.theme.muted))
        said = signed if metrics.horizontalAdvance(signed) <= left else date  # the sign before the title says it too
        cut = metrics.elidedText(said, Qt.TextElideMode.ElideRight, left)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | vertical, cut)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | vertical, done)
        if look:
            painter.setPen(QColor(self.theme.warning))
            beside = room.adjusted(0, 0, -metrics.horizontalAdvance(done) - UNIT, 0)
            painter.drawText(beside, Qt.AlignmentFlag.AlignRight | vertical, look)

    def _bar(self, painter: QPainter, item: DocumentSummary, room: QRect) -> None:
        """Draw how much is decided."""
        counts = item.counts
        if counts.found:
            painter.fillRect(room, QColor(self.theme.grid))
            done = QRect(room.left(), room.top(), round(room.width() * counts.decided / counts.found), room.height())
            painter.fillRect(done, QColor(self.theme.accent))


def day_in(width: int, metrics: QFontMetrics) -> Callable[[date | None], str]:
    """Return how the days of a list of this width are said: all of them alike, whatever else stands in a row."""
    widest = sum(metrics.horizontalAdvance(part) for part in ("30 Nov 2012", "⚠ 99", "99/99")) + 2 * UNIT
    return words.day if widest <= width else words.short_day


def progress_in(width: int, metrics: QFontMetrics, counts: Counts) -> str:
    """Return how far a record is decided: "12/45", or in per cent where a thousand figures leave no room for the day.

    It is 100% only when every figure is decided.
    """
    whole = words.progress(counts)
    if not counts.found or metrics.horizontalAdvance(whole) <= width:
        return whole
    return f"{100 * counts.decided // counts.found}%"


def _set_lines(text: str, font: QFont, width: int) -> QTextLayout:
    """Break a text into lines of a width."""
    layout = QTextLayout(text, font)
    height = QFontMetrics(font).height()
    layout.beginLayout()
    while True:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, (layout.lineCount() - 1) * height))
    layout.endLayout()
    return layout
