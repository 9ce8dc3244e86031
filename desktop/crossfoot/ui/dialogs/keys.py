"""The list of keys under F1, made from the same data as the menus."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from crossfoot.ui.actions import key_list
from crossfoot.ui.widgets import resize_within_screen

FURTHER = (
    ("Tab / Shift+Tab", "To the next or previous control", "anywhere"),
    ("Tab / Shift+Tab", "To the figure's next or previous field", "in a cell that is edited"),
    ("any key", "What if: the inspector says which checks would come and go", "while a correction is typed"),
    ("F2", "Edit the cell under the cursor", "in the figures table"),
    ("Shift+arrows", "Select words", "in the document"),
    ("1 … 9", "Take a reason from the list", "after R"),
    ("Esc", "Leave a question, an editor or the search", "anywhere"),
)


class KeysDialog(QDialog):
    """Every key, what it does and where it counts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keys")
        rows = [*key_list(), *FURTHER]
        table = QTableWidget(len(rows), 3, self)
        table.setAccessibleName("Keys")
        table.setHorizontalHeaderLabels(["Key", "Does", "Where"])
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.verticalHeader().hide()
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        for row, cells in enumerate(rows):
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                table.setItem(row, column, item)
        table.setColumnWidth(0, table.sizeHintForColumn(0))
        table.setColumnWidth(1, table.sizeHintForColumn(1))  # what a key does is what is looked for: never cut
        table.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.addWidget(table)
        layout.addWidget(buttons)
        resize_within_screen(self, 760, 600)
