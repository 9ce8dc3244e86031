"""The sheets in small, beside the page view: where one is, and a quick way elsewhere."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from crossfoot.ui.look.theme import UNIT, Theme
from crossfoot.ui.panes.page.sheets import Sheets

Index = QModelIndex | QPersistentModelIndex

_WIDTH = 76
_ROOM = 108
_LABEL = 18
_NOWHERE = QModelIndex()


class _SheetsModel(QAbstractListModel):
    """One row for each sheet."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sheets: Sheets | None = None

    def show(self, sheets: Sheets | None) -> None:
        """Take other sheets."""
        self.beginResetModel()
        self.sheets = sheets
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many sheets there are."""
        return 0 if parent.isValid() or self.sheets is None else len(self.sheets)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a sheet's number, for the eye and the ear."""
        if not index.isValid() or self.sheets is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return str(self.sheets.page(index.row()).number)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"Page {self.sheets.page(index.row()).number} of {len(self.sheets)}"
        return None


class _SheetDelegate(QStyledItemDelegate):
    """Draws a sheet in small with its number under it."""

    def __init__(self, theme: Theme, model: _SheetsModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._model = model

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Ask for the same room for every sheet."""
        return QSize(_WIDTH + 2 * UNIT, _ROOM + _LABEL + UNIT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one sheet."""
        sheets = self._model.sheets
        if sheets is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, room = sheets.colours(self.theme), QRectF(option.rect)
        wide, high = sheets.size(index.row())
        scale = min(_WIDTH / wide, _ROOM / high)
        left = room.center().x() - wide * scale / 2
        sheet = QRectF(left, room.top() + UNIT / 2 + (_ROOM - high * scale) / 2, wide * scale, high * scale)
        painter.fillRect(sheet, QColor(theme.base))
        sheets.paint_small(painter, index.row(), sheet, theme)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setPen(QPen(QColor(self.theme.accent if chosen else self.theme.outline), 3 if chosen else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(sheet)
        painter.setPen(QColor(self.theme.text if chosen else self.theme.muted))
        below = QRectF(room.left(), room.bottom() - _LABEL, room.width(), _LABEL)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, str(index.data()))
        painter.restore()


class Thumbnails(QListView):
    """The list of small sheets; ``chosen`` carries the index of the one that was gone to."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheets = _SheetsModel(self)
        self._delegate = _SheetDelegate(theme, self._sheets, self)
        self.setModel(self._sheets)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAccessibleName("Pages in small")
        self.setFixedWidth(_WIDTH + 2 * UNIT + 18)
        self.clicked.connect(lambda index: self.chosen.emit(index.row()))
        self.activated.connect(lambda index: self.chosen.emit(index.row()))
        self._following = False
        self.selectionModel().currentChanged.connect(self._publish)

    def show_sheets(self, sheets: Sheets | None) -> None:
        """Show other sheets."""
        self._sheets.show(sheets)

    def follow(self, sheet: int) -> None:
        """Mark the sheet that is read and keep it in view."""
        index = self._sheets.index(sheet)
        if index.isValid() and self.currentIndex().row() != sheet:
            self._following = True
            self.setCurrentIndex(index)
            self._following = False

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._delegate.theme = theme
        self.viewport().update()

    def _publish(self, current: QModelIndex, _before: QModelIndex) -> None:
        """Tell which sheet was gone to with the keys."""
        if current.isValid() and not self._following:
            self.chosen.emit(current.row())
