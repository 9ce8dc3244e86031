"""The codebook: what tags and colours mean, and the ways to rename, merge and carry them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from crossfoot.model.codebook import CodeKind, CodeUse
from crossfoot.ui.look.theme import UNIT
from crossfoot.ui.widgets import FlowLayout, plain_label, resize_within_screen, swatch

_HEADS = ("Code", "Means", "Marks")


class CodebookDialog(QDialog):
    """Lists colours and tags. Meanings are typed into the table; tags are added, renamed, merged and removed.

    ``explained`` carries (kind, name, meaning), ``merged`` (old tags, new name), ``removed`` a tag;
    ``export_wanted`` and ``import_wanted`` ask for files.
    """

    explained = Signal(object, str, str)
    merged = Signal(object, str)
    removed = Signal(str)
    export_wanted = Signal()
    import_wanted = Signal()

    def __init__(self, highlights: Mapping[str, str], *, read_only: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Codebook")
        self._read_only = read_only
        self._highlights = highlights
        self._uses: tuple[CodeUse, ...] = ()
        self.table = QTableWidget(0, len(_HEADS))
        self.table.setAccessibleName("Codebook: colours and tags with what they mean")
        self.table.setHorizontalHeaderLabels(list(_HEADS))
        self.table.verticalHeader().hide()
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        self.name = QLineEdit()
        self.name.setPlaceholderText("name of a tag")
        self.name.setAccessibleName("Name of a tag, new or in the place of the selected ones")
        self.add, self.rename, self.remove = QPushButton("Add"), QPushButton("Rename"), QPushButton("Remove")
        self.bring, self.carry = QPushButton("Import…"), QPushButton("Export…")
        row = QWidget()
        flow = FlowLayout(row)
        self.name.setMinimumWidth(180)
        for widget in (self.name, self.add, self.rename, self.remove, self.bring, self.carry):
            flow.addWidget(widget)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(UNIT)
        layout.addWidget(
            plain_label(
                "Type what a colour or a tag means. With several tags selected, a name merges them into one: "
                "their marks keep their places, and undo parts them again.",
                wrap=True,
            )
        )
        layout.addWidget(self.table, 1)
        layout.addWidget(row)
        layout.addWidget(self.buttons)
        resize_within_screen(self, 640, 460)
        self.table.itemChanged.connect(self._explain)
        self.table.itemSelectionChanged.connect(self._offer)
        self.name.textChanged.connect(self._offer)
        self.add.clicked.connect(lambda: self._take_name(self.explained.emit, CodeKind.TAG, self.name.text(), ""))
        self.rename.clicked.connect(lambda: self._take_name(self.merged.emit, self._selected_tags(), self.name.text()))
        self.remove.clicked.connect(self._remove)
        self.bring.clicked.connect(self.import_wanted)
        self.carry.clicked.connect(self.export_wanted)
        self.buttons.rejected.connect(self.reject)
        for button in (self.add, self.rename, self.remove, self.bring, self.carry):
            button.setAutoDefault(False)

    def show_codes(self, uses: Sequence[CodeUse]) -> None:
        """List what the codebook holds now."""
        self._uses = tuple(uses)
        self.table.blockSignals(True)
        self.table.setRowCount(len(self._uses))
        for row, use in enumerate(self._uses):
            colour = use.code.kind is CodeKind.COLOUR
            name = QTableWidgetItem(use.code.name if colour else f"#{use.code.name}")
            if colour and use.code.name in self._highlights:
                name.setIcon(swatch(self._highlights[use.code.name], self.palette().text().color()))
            name.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            meaning = QTableWidgetItem(use.code.meaning)
            meaning.setToolTip(use.code.meaning)
            if self._read_only:
                meaning.setFlags(name.flags())
            marks = QTableWidgetItem(f"{use.marks:,}")
            marks.setFlags(name.flags())
            marks.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            for column, item in enumerate((name, meaning, marks)):
                self.table.setItem(row, column, item)
        self.table.blockSignals(False)
        self._offer()

    def _selected_tags(self) -> list[str]:
        """Return the tags of the selected rows."""
        rows = sorted({index.row() for index in self.table.selectedIndexes()})
        return [self._uses[row].code.name for row in rows if self._uses[row].code.kind is CodeKind.TAG]

    def _offer(self) -> None:
        """Offer what can be done with the selection and the name."""
        tags, named, writable = self._selected_tags(), bool(self.name.text().strip()), not self._read_only
        self.add.setEnabled(named and writable)
        self.rename.setText("Merge" if len(tags) > 1 else "Rename")
        self.rename.setEnabled(bool(tags) and named and writable)
        self.remove.setEnabled(bool(tags) and writable)
        self.bring.setEnabled(writable)

    def _explain(self, item: QTableWidgetItem) -> None:
        """Tell of a meaning that was typed."""
        code = self._uses[item.row()].code
        if item.column() == 1 and item.text().strip() != code.meaning:
            self.explained.emit(code.kind, code.name, item.text())

    def _take_name(self, tell: object, *said: object) -> None:
        """Tell of a name that was typed, and empty the line."""
        if callable(tell):
            tell(*said)
        self.name.clear()

    def _remove(self) -> None:
        """Tell of the tags to remove."""
        for tag in self._selected_tags():
            self.removed.emit(tag)
