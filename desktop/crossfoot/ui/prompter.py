"""The few questions that need a dialog, behind a protocol so that tests answer them directly."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QInputDialog,
    QLabel,
    QMessageBox,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from crossfoot.ui.widgets import resize_within_screen

_REPORT = "report"
"""The name of the windows with a list."""


class Prompter(Protocol):
    """What the window may ask or tell the officer in a dialog."""

    def open_files(self, title: str, filters: str) -> list[Path]:
        """Ask for existing files; an empty list means that the officer thought better of it."""

    def save_file(self, title: str, suggestion: Path, filters: str) -> Path | None:
        """Ask where to write a file; None means that the officer thought better of it."""

    def ask_text(self, title: str, label: str, text: str = "") -> str | None:
        """Ask for one line; None means that the officer thought better of it."""

    def confirm(self, title: str, question: str, yes: str) -> bool:
        """Ask whether to go on; ``yes`` is the word on the button."""

    def tell(self, title: str, sentence: str) -> None:
        """Show one sentence that the officer must not miss."""

    def report(self, title: str, summary: str, lines: Sequence[str]) -> None:
        """Show a list that stays beside the window until it is closed."""

    def go_back_to_report(self) -> None:
        """Give the keys to the list that was shown last, where it is still open."""


class QtPrompter:
    """Asks with Qt's own dialogs, over ``parent``."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent

    def open_files(self, title: str, filters: str) -> list[Path]:
        """Ask for existing files with the system's dialog."""
        names, _ = QFileDialog.getOpenFileNames(self._parent, title, "", filters)
        return [Path(name) for name in names]

    def save_file(self, title: str, suggestion: Path, filters: str) -> Path | None:
        """Ask where to write; the suffix of the chosen filter is added where none was typed.

        The system's dialog asks before a file is replaced, but only of the name that was typed.
        """
        name, chosen = QFileDialog.getSaveFileName(self._parent, title, str(suggestion), filters)
        if not name:
            return None
        path = Path(name)
        if not path.suffix and "*." in chosen:
            path = path.with_suffix("." + chosen.split("*.")[1].split(")")[0].split()[0])
            if path.exists() and not self.confirm(title, f"{path.name} is there already. Replace it?", "Replace"):
                return None
        return path

    def ask_text(self, title: str, label: str, text: str = "") -> str | None:
        """Ask for one line."""
        answer, accepted = QInputDialog.getText(self._parent, title, label, text=text)
        return answer.strip() if accepted else None

    def confirm(self, title: str, question: str, yes: str) -> bool:
        """Ask whether to go on."""
        box = QMessageBox(QMessageBox.Icon.Question, title, question, parent=self._parent)
        box.setTextFormat(Qt.TextFormat.PlainText)
        button = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        return box.clickedButton() is button

    def tell(self, title: str, sentence: str) -> None:
        """Show one sentence."""
        box = QMessageBox(QMessageBox.Icon.Warning, title, sentence, parent=self._parent)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.exec()

    def report(self, title: str, summary: str, lines: Sequence[str]) -> None:
        """Show a list in a window of its own that does not hold up the work."""
        dialog = QDialog(self._parent)
        dialog.setObjectName(_REPORT)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(title)
        heading = QLabel(summary)
        heading.setWordWrap(True)
        heading.setTextFormat(Qt.TextFormat.PlainText)
        text = QPlainTextEdit("\n\n".join(lines))
        text.setReadOnly(True)
        text.setAccessibleName(title)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(dialog.close)
        layout = QVBoxLayout(dialog)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        for widget in (heading, text, buttons):
            layout.addWidget(widget)
        resize_within_screen(dialog, 560, 320)
        dialog.show()

    def go_back_to_report(self) -> None:
        """Bring the list that was shown last to the front, with the keys, where it is still open."""
        shown = [each for each in self._parent.findChildren(QDialog, _REPORT) if each.isVisible()]
        if shown:
            shown[-1].raise_()
            shown[-1].activateWindow()
