"""Opening and saving the files that records came from."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from crossfoot.model import WorldError
from crossfoot.review.originals import Lending, file_name, save_copy
from crossfoot.review.session import Review
from crossfoot.ui.prompter import Prompter


class Originals(QObject):
    """Hands originals to the officer. ``said`` carries a sentence for the status line.

    ``opener`` opens a file in the program that the system has for it, and tells whether there was one.
    """

    said = Signal(str)

    def __init__(
        self, review: Review, prompter: Prompter, opener: Callable[[Path], bool], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._review = review
        self._prompter = prompter
        self._opener = opener
        self._lending = Lending()

    def open(self, document: str) -> None:
        """Open a copy of the original, which cannot be changed, in the program that the system has for it."""
        path = self._review.document(document).path
        try:
            copy = self._lending.lend(document, path, self._review.original(document))
        except WorldError as error:
            self.said.emit(str(error))
            return
        if self._opener(copy):
            self.said.emit(f"A copy of {copy.name} was opened; it can only be read.")
        else:
            self.said.emit(f"No program on this computer opens {copy.name}: save a copy of it instead.")

    def save(self, document: str) -> None:
        """Ask where to, and write the original there, byte for byte."""
        stored = self._review.document(document)
        name = file_name(stored.path)
        suffix = Path(name).suffix
        filters = f"Same kind of file (*{suffix});;All (*)" if suffix else "All (*)"
        to = self._prompter.save_file("Save a copy of the original", Path.home() / name, filters)
        if to is None:
            return
        try:
            save_copy(self._review.original(document), to)
        except WorldError as error:
            self.said.emit(str(error))
        else:
            self.said.emit(f"Saved as {to}.")

    def close(self) -> None:
        """Take the opened copies away."""
        self._lending.close()
