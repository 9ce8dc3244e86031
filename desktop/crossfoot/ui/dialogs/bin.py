"""The bin: records that were taken out, to be looked over and put back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from crossfoot.review.binning import BinnedDocument
from crossfoot.ui import words
from crossfoot.ui.widgets import plain_label, resize_within_screen, wrap_rows


class BinDialog(QDialog):
    """Lists the records in the bin; ``restore_wanted`` carries the ids of those to put back."""

    restore_wanted = Signal(object)

    def __init__(self, binned: Sequence[BinnedDocument], *, read_only: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Bin")
        self._read_only = read_only
        self._said = plain_label(wrap=True)
        self._said.setAlignment(Qt.AlignmentFlag.AlignTop)  # it has the room to itself while the bin is empty
        self.list = QListWidget()
        self.list.setAccessibleName("Records in the bin")
        self.list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        wrap_rows(self.list)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.back = self.buttons.addButton("Put back", QDialogButtonBox.ButtonRole.ActionRole)
        self.back.setProperty("primary", True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        for widget in (self._said, self.list, self.buttons):
            layout.addWidget(widget)
        resize_within_screen(self, 560, 360)
        self.list.itemSelectionChanged.connect(self._show_button)
        self.list.itemActivated.connect(self._restore)
        self.back.clicked.connect(self._restore)
        self.buttons.rejected.connect(self.reject)
        self.show_documents(binned)

    def show_documents(self, binned: Sequence[BinnedDocument]) -> None:
        """List what is in the bin now."""
        self.list.clear()
        for each in binned:
            item = QListWidgetItem(_words(each))
            item.setData(Qt.ItemDataRole.UserRole, each.id)
            item.setToolTip(each.path)
            self.list.addItem(item)
        self.list.setVisible(bool(binned))
        self._said.setText(
            "Nothing in the bin is lost: a record that is put back has all its decisions, notes and history."
            if binned
            else "The bin is empty. Records that you take out of the workspace come here with all their decisions."
        )
        if binned:
            self.list.setCurrentRow(0)
            self.list.setFocus()
        self._show_button()

    def _show_button(self) -> None:
        """Offer to put back what is selected."""
        self.back.setEnabled(bool(self.list.selectedItems()) and not self._read_only)

    def _restore(self) -> None:
        """Ask for the selected records."""
        chosen = [item.data(Qt.ItemDataRole.UserRole) for item in self.list.selectedItems()]
        if chosen and not self._read_only:
            self.restore_wanted.emit(chosen)


def _words(each: BinnedDocument) -> str:
    """Return the two lines of a record in the bin."""
    by = f" by {each.reviewer}" if each.reviewer else ""
    figures = f"{each.decided:,} of {words.plural(each.figures, 'figure')} decided" if each.figures else "no figures"
    day = words.day(each.meeting_date)
    return f"{each.title}, {day}\n{figures} · taken out {words.moment(each.at)}{by}"
