"""The dialog for a fault of the program's own."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from crossfoot.ui.widgets import resize_within_screen


class FaultDialog(QDialog):
    """Says that something went wrong, shows the report, and lets the officer save it or go on."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Something went wrong")
        words = QLabel(
            "Crossfoot made a mistake of its own. Every decision up to now is saved, and you can go on working. "
            "The report below holds no text of your documents; save it to pass it on."
        )
        words.setWordWrap(True)
        text = QPlainTextEdit(report)
        text.setReadOnly(True)
        text.setAccessibleName("Report")
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Close)
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setText("Save report…")
        self.buttons.button(QDialogButtonBox.StandardButton.Close).setText("Go on")
        self.buttons.rejected.connect(self.reject)
        self.buttons.accepted.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        for widget in (words, text, self.buttons):
            layout.addWidget(widget)
        resize_within_screen(self, 600, 360)
