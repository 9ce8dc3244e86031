"""The page that is shown where a workspace is damaged: what is wrong, and the way back to the newest sound backup."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from crossfoot.review.keeping import Backup, newest_sound
from crossfoot.ui.background import BackgroundJob
from crossfoot.ui.dialogs.backups import backup_words
from crossfoot.ui.look.theme import UNIT
from crossfoot.ui.widgets import in_the_middle, plain_label


class RecoveryPage(QWidget):
    """Offers the newest backup that passes every test; looks for it in the background.

    ``restore_wanted`` carries (backup, workspace), ``other_wanted`` asks for another copy, ``left`` for the start.
    """

    restore_wanted = Signal(object, object)
    other_wanted = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = Path()
        self._backup: Backup | None = None
        self._title = plain_label("", "title", wrap=True)
        self._wrong = plain_label("", wrap=True)
        self.found = plain_label("", wrap=True)
        self._kept = plain_label(
            "The damaged file is not changed: it is kept beside the workspace under a new name.", "muted", wrap=True
        )
        self.restore = QPushButton("Return to this backup")
        self.restore.setProperty("primary", True)
        self.other = QPushButton("Choose another copy…")
        self.back = QPushButton("Back to the start")
        for button in (self.restore, self.other, self.back):
            button.setProperty("large", True)
        buttons = QHBoxLayout()
        buttons.setSpacing(UNIT)
        for button in (self.restore, self.other, self.back):
            buttons.addWidget(button)
        column = QWidget()
        column.setFixedWidth(660)
        inner = QVBoxLayout(column)
        inner.setSpacing(2 * UNIT)
        for widget in (self._title, self._wrong, self.found, self._kept):
            inner.addWidget(widget)
        inner.addLayout(buttons)
        self.setLayout(in_the_middle(column))
        self.restore.clicked.connect(self._restore)
        self.other.clicked.connect(lambda: self.other_wanted.emit(self._workspace))
        self.back.clicked.connect(self.left)

    def show_damage(self, workspace: Path, sentence: str) -> None:
        """Say what is wrong with a workspace, and look for its newest sound backup."""
        self._workspace, self._backup = workspace, None
        self._title.setText(f"{workspace.stem} is damaged")
        self._wrong.setText(sentence)
        self.found.setText("Testing the backups …")
        self.restore.setEnabled(False)
        self.other.setFocus()
        job: BackgroundJob[Backup | None] = BackgroundJob(lambda: newest_sound(workspace), self)
        job.done.connect(lambda backup: self._show_backup(workspace, backup))
        job.failed.connect(self.found.setText)
        job.start()

    def _show_backup(self, workspace: Path, backup: Backup | None) -> None:
        """Offer what was found, unless another workspace is shown by now."""
        if workspace != self._workspace:
            return
        self._backup = backup
        self.restore.setEnabled(backup is not None)
        if backup is None:
            self.found.setText(
                "No sound backup was found beside it. If you have a copy elsewhere, choose it; otherwise ask whoever "
                "looks after your computer for an older version of this file."
            )
            return
        self.found.setText(f"The newest sound backup is of {backup_words(backup)}.")
        self.restore.setFocus()

    def _restore(self) -> None:
        """Ask for the backup that is offered."""
        if self._backup is not None:
            self.restore_wanted.emit(self._backup.path, self._workspace)
