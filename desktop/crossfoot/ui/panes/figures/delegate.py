"""The editor inside a cell: it stays open until its entry is understood."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from crossfoot.model import Dictionary, Figure
from crossfoot.ui.completing import complete
from crossfoot.ui.panes.figures.columns import COLUMNS

Index = QModelIndex | QPersistentModelIndex

_ENDS: Mapping[Qt.Key, QStyledItemDelegate.EndEditHint] = MappingProxyType(
    {
        Qt.Key.Key_Return: QStyledItemDelegate.EndEditHint.NoHint,
        Qt.Key.Key_Enter: QStyledItemDelegate.EndEditHint.NoHint,
        Qt.Key.Key_Tab: QStyledItemDelegate.EndEditHint.EditNextItem,
        Qt.Key.Key_Backtab: QStyledItemDelegate.EndEditHint.EditPreviousItem,
    }
)
"""The keys that end an entry, and where each goes from there."""


class CellDelegate(QStyledItemDelegate):
    """Edits a cell as typed text, with the words of the field at hand.

    Enter or Tab first writes the entry; only an entry that was taken closes the editor, and Tab goes on to
    the next field of the same figure. Escape leaves the cell as it was, and so does leaving it with an entry
    that cannot be understood. While it is open, ``typed`` carries the row, the field and the entry as it stands.
    """

    typed = Signal(int, str, str)

    def __init__(
        self, dictionary: Dictionary, figure_at: Callable[[int], Figure], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._dictionary = dictionary
        self._figure_at = figure_at
        self._at: QPersistentModelIndex | None = None

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Make a line with the field's words to complete from."""
        line = QLineEdit(parent)
        column = COLUMNS[index.column()]
        line.setAccessibleName(f"Correct {column.title.lower()}")
        line.setFrame(False)
        complete(line, column.field, self._dictionary, self._figure_at(index.row()))
        self._at = QPersistentModelIndex(index)
        row, field = index.row(), column.field
        line.textEdited.connect(lambda entry: self.typed.emit(row, field, entry))
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Start from the words of the cell, all selected."""
        if isinstance(editor, QLineEdit):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Write the entry when the officer goes elsewhere."""
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Keep an editor open whose entry was refused."""
        if (
            event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and isinstance(editor, QLineEdit)
            and event.key() in _ENDS
            and self._at is not None
            and self._at.isValid()
        ):
            if self._at.model().setData(self._at, editor.text()):
                # a figure that no longer passes the filter has left the table: the next field would be another's
                hint = _ENDS[Qt.Key(event.key())] if self._at.isValid() else QStyledItemDelegate.EndEditHint.NoHint
                self.closeEditor.emit(editor, hint)
            else:
                editor.selectAll()
            return True
        return super().eventFilter(editor, event)
