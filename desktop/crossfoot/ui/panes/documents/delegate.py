"""How one document looks in the list: title, then date, progress and what to look at."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from crossfoot.model import DocumentSummary
from crossfoot.ui import words
from crossfoot.ui.panes.documents.model import SUMMARY, mark
from crossfoot.ui.theme import UNIT, Theme

Index = QModelIndex | QPersistentModelIndex


class DocumentDelegate(QStyledItemDelegate):
    """Draws two lines and a thin bar of progress."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Ask for two lines and air."""
        height = QFontMetrics(option.font).height()
        return QSize(160, 2 * height + 2 * UNIT + 4)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one document."""
        item = index.data(SUMMARY)
        if not isinstance(item, DocumentSummary):
            return
        painter.save()
        room: QRect = option.rect
        state: QStyle.StateFlag = option.state
        font = QFont(option.font)
        theme = self.theme
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(room, QColor(theme.selected))
            painter.fillRect(QRect(room.left(), room.top(), 3, room.height()), QColor(theme.accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(room, QColor(theme.window))
        inner = room.adjusted(UNIT + 4, UNIT - 2, -UNIT, -UNIT)
        metrics = QFontMetrics(font)
        sign = metrics.horizontalAdvance("▣ ")
        painter.setFont(font)
        painter.setPen(QColor(theme.accent if item.counts.found and not item.counts.unreviewed else theme.muted))
        painter.drawText(inner, Qt.AlignmentFlag.AlignTop, mark(item))
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(theme.text))
        title = QRect(inner.left() + sign, inner.top(), inner.width() - sign, metrics.height())
        painter.drawText(
            title,
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
            QFontMetrics(font).elidedText(item.title, Qt.TextElideMode.ElideRight, title.width()),
        )
        font.setWeight(QFont.Weight.Normal)
        painter.setFont(font)
        self._second_line(painter, item, title.translated(0, metrics.height() + 2))
        self._bar(painter, item, QRect(title.left(), room.bottom() - 4, title.width(), 2))
        painter.setPen(QColor(theme.grid))
        painter.drawLine(room.bottomLeft(), room.bottomRight())
        painter.restore()

    def _second_line(self, painter: QPainter, item: DocumentSummary, room: QRect) -> None:
        """Draw date on the left, checks and progress on the right."""
        vertical = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(self.theme.muted))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | vertical, words.day(item.meeting_date))
        done = words.progress(item.counts)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | vertical, done)
        if item.counts.findings:
            painter.setPen(QColor(self.theme.warning))
            left = room.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(done) - UNIT, 0)
            painter.drawText(left, Qt.AlignmentFlag.AlignRight | vertical, f"⚠ {item.counts.findings}")

    def _bar(self, painter: QPainter, item: DocumentSummary, room: QRect) -> None:
        """Draw how much is decided."""
        counts = item.counts
        if counts.found:
            painter.fillRect(room, QColor(self.theme.grid))
            done = QRect(room.left(), room.top(), round(room.width() * counts.decided / counts.found), room.height())
            painter.fillRect(done, QColor(self.theme.accent))
