"""The backups of a workspace: what there is to return to."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from crossfoot.review.keeping import Backup
from crossfoot.ui import words
from crossfoot.ui.widgets import plain_label, resize_within_screen


class BackupsDialog(QDialog):
    """Lists the backups beside a workspace; ``restore_wanted`` carries the path of one to return to.

    ``backup_wanted`` asks for a backup now, ``other_wanted`` for a copy that lies elsewhere.
    """

    restore_wanted = Signal(object)
    backup_wanted = Signal()
    other_wanted = Signal()

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Backups")
        self._folder = folder
        self._said = plain_label(wrap=True)
        self._said.setAlignment(Qt.AlignmentFlag.AlignTop)  # it has the room to itself where there are no backups
        self.list = QListWidget()
        self.list.setAccessibleName("Backups, newest first")
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.back = self.buttons.addButton("Return to this one…", QDialogButtonBox.ButtonRole.ActionRole)
        self.now = self.buttons.addButton("Back up now", QDialogButtonBox.ButtonRole.ActionRole)
        self.other = self.buttons.addButton("Another copy…", QDialogButtonBox.ButtonRole.ActionRole)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        for widget in (self._said, self.list, self.buttons):
            layout.addWidget(widget)
        resize_within_screen(self, 600, 400)
        self.list.itemSelectionChanged.connect(self._show_button)
        self.list.itemActivated.connect(self._restore)
        self.back.clicked.connect(self._restore)
        self.now.clicked.connect(self.backup_wanted)
        self.other.clicked.connect(self.other_wanted)
        self.buttons.rejected.connect(self.reject)

    def show_backups(self, backups: Sequence[Backup]) -> None:
        """List what there is now."""
        self.list.clear()
        for backup in backups:
            item = QListWidgetItem(backup_words(backup))
            item.setData(Qt.ItemDataRole.UserRole, backup.path)
            item.setToolTip(str(backup.path))
            self.list.addItem(item)
        self._said.setText(
            "Crossfoot makes a tested copy after half an hour of work, at closing and before an update, and thins out "
            f"old ones. They are kept in the folder “{self._folder.name}” beside the workspace."
            + ("" if backups else " There are none yet.")
        )
        self.list.setVisible(bool(backups))
        if backups:
            self.list.setCurrentRow(0)
            self.list.setFocus()
        self._show_button()

    def _show_button(self) -> None:
        """Offer to return to the selected one."""
        self.back.setEnabled(bool(self.list.selectedItems()))

    def _restore(self) -> None:
        """Ask for the selected one."""
        for item in self.list.selectedItems():
            self.restore_wanted.emit(item.data(Qt.ItemDataRole.UserRole))


def backup_words(backup: Backup) -> str:
    """Return a backup in one line: "3 Sep 2012, 10:42 · while working · 2.4 MB"."""
    size = f"{backup.size / 1e6:.1f} MB" if backup.size >= 1e5 else f"{backup.size / 1e3:.0f} kB"
    return f"{words.day(backup.at.date())}, {backup.at:%H:%M} · {backup.reason.value} · {size}"
