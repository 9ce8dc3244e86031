"""Backups while one works, at closing and by hand; the bin; and the way back to a copy."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from crossfoot.model import Changes, WorldError
from crossfoot.review.keeping import BackupReason, PendingBackup, backups_folder, list_backups, restore
from crossfoot.review.session import Review
from crossfoot.ui.background import BackgroundJob
from crossfoot.ui.dialogs.backups import BackupsDialog
from crossfoot.ui.dialogs.bin import BinDialog
from crossfoot.ui.prompter import Prompter
from crossfoot.workspace import local_now

_EVERY = 30 * 60 * 1000
"""Milliseconds of work between two backups."""

Run = Callable[[Callable[[], Changes]], bool]


class Safekeeping(QObject):
    """Keeps one open workspace safe. ``said`` carries a sentence for the status line.

    ``return_wanted`` carries the path of a copy that the officer agreed to return to. Copies are written
    in the main thread, which owns the connection, and tested beside the window.
    """

    said = Signal(str)
    return_wanted = Signal(object)

    def __init__(self, review: Review, run: Run, prompter: Prompter, window: QWidget) -> None:
        super().__init__(window)
        self._review = review
        self._run = run
        self._prompter = prompter
        self._window = window
        self._backups: BackupsDialog | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.tick)
        self._timer.start()

    def tick(self) -> None:
        """Back up what was done since the last time; say so only where it cannot be done."""
        self._begin(BackupReason.WORK, lambda _: None)

    def back_up_now(self) -> None:
        """Back up because the officer says so."""
        if self._review.read_only:
            self.said.emit("This workspace can only be read here, so nothing in it needs a backup.")
            return
        self._begin(BackupReason.HAND, self._show_made)

    def leave(self) -> PendingBackup | None:
        """Write the backup at closing, where something was done; whoever closes the workspace finishes it."""
        self._timer.stop()
        if not self._review.unsaved_by_backup:
            return None
        try:
            return self._review.begin_backup(BackupReason.CLOSE)
        except WorldError as error:
            self._prompter.tell("Crossfoot", f"No backup was made at closing; the workspace itself is saved. {error}")
            return None

    def show_bin(self) -> None:
        """Show what was taken out."""
        review = self._review
        dialog = BinDialog(review.binned(), read_only=review.read_only, parent=self._window)

        def put_back(ids: list[str]) -> None:
            if self._run(lambda: review.restore_documents(ids)):
                dialog.show_documents(review.binned())

        dialog.restore_wanted.connect(put_back)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def show_backups(self) -> None:
        """Show what there is to return to."""
        dialog = BackupsDialog(backups_folder(self._review.path), self._window)
        dialog.show_backups(list_backups(self._review.path))
        dialog.backup_wanted.connect(self.back_up_now)
        dialog.restore_wanted.connect(self._ask_to_return)
        dialog.other_wanted.connect(self._choose)
        dialog.finished.connect(self._forget_dialog)
        self._backups = dialog
        dialog.open()

    def _begin(self, reason: BackupReason, then: Callable[[Path], None]) -> None:
        """Write a backup and have it tested beside the window."""
        if reason is not BackupReason.HAND and not self._review.unsaved_by_backup:
            return
        try:
            pending = self._review.begin_backup(reason)
        except WorldError as error:
            self.said.emit(f"No backup was made: {error}")
            return
        job: BackgroundJob[Path] = BackgroundJob(pending.finish, self._window)
        job.done.connect(then)
        job.failed.connect(lambda sentence: self.said.emit(f"No backup was made: {sentence}"))
        job.start()

    def _show_made(self, path: Path) -> None:
        """Say that a backup is there, and list it."""
        self.said.emit(f"Backed up and tested: {path.name}")
        if self._backups is not None:
            self._backups.show_backups(list_backups(self._review.path))

    def _choose(self) -> None:
        """Ask for a copy that lies elsewhere."""
        paths = self._prompter.open_files("Return to a copy", f"Workspaces (*{self._review.path.suffix})")
        if paths:
            self._ask_to_return(paths[0])

    def _ask_to_return(self, backup: Path) -> None:
        """Make sure, and ask the window to return to a copy."""
        question = (
            f"Return to “{backup.stem}”? The workspace as it is now is kept beside it under a new name, "
            "so nothing is lost."
        )
        if self._prompter.confirm("Return to a backup", question, "Return"):
            if self._backups is not None:
                self._backups.close()
            self.return_wanted.emit(backup)

    def _forget_dialog(self) -> None:
        """Let the closed dialog go."""
        if self._backups is not None:
            self._backups.deleteLater()
            self._backups = None


def return_to(backup: Path, workspace: Path, *, damaged: bool = False) -> Path | None:
    """Put a copy in the place of a closed workspace; return where that is kept. Raise WorldError where it cannot be."""
    return restore(backup, workspace, local_now(), "damaged" if damaged else "before")
