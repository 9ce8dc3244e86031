"""The codebook in the window: its dialog, and the files that it is carried by."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from crossfoot.model import Changes
from crossfoot.review.session import Review
from crossfoot.ui.dialogs.codebook import CodebookDialog
from crossfoot.ui.look.theme import Theme
from crossfoot.ui.prompter import Prompter

_FILES = "Codebook (*.json)"


class Codebook(QObject):
    """Shows the codebook of one open workspace. ``said`` carries a sentence for the status line."""

    said = Signal(str)

    def __init__(
        self,
        review: Review,
        run: Callable[[Callable[[], Changes]], bool],
        prompter: Prompter,
        *,
        theme: Callable[[], Theme],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._review = review
        self._run = run
        self._prompter = prompter
        self._theme = theme
        self._window = window

    def show(self) -> None:
        """Show it; everything that is done in it goes through the funnel and can be undone."""
        review = self._review
        dialog = CodebookDialog(self._theme().highlights, read_only=review.read_only, parent=self._window)

        def do(verb: Callable[[], Changes]) -> None:
            self._run(verb)
            dialog.show_codes(review.codebook())

        dialog.explained.connect(lambda kind, name, meaning: do(lambda: review.explain_code(kind, name, meaning)))
        dialog.merged.connect(lambda olds, new: do(lambda: review.merge_tags(olds, new)))
        dialog.removed.connect(lambda tag: do(lambda: review.remove_tag(tag)))
        dialog.export_wanted.connect(self._export)
        dialog.import_wanted.connect(lambda: self._import(do))
        dialog.finished.connect(dialog.deleteLater)
        dialog.show_codes(review.codebook())
        dialog.open()

    def _export(self) -> None:
        """Write the codebook to a file."""
        suggestion = self._review.path.with_name(f"{self._review.path.stem} codebook.json")
        path = self._prompter.save_file("Export the codebook", suggestion, _FILES)
        if path is None:
            return
        try:
            path.write_text(self._review.codebook_text(), encoding="utf-8")
        except OSError as error:
            self._prompter.tell("Crossfoot", f"{path}: cannot be written ({error.strerror}); choose another place.")
            return
        self.said.emit(f"Exported to {path}")

    def _import(self, do: Callable[[Callable[[], Changes]], None]) -> None:
        """Take over the codebook of a file."""
        paths: list[Path] = self._prompter.open_files("Import a codebook", _FILES)
        if not paths:
            return
        try:
            text = paths[0].read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            self._prompter.tell(
                "Crossfoot", f"{paths[0]}: cannot be read as text; choose a file saved from a codebook."
            )
            return
        do(lambda: self._review.import_codebook(text, paths[0].name))
