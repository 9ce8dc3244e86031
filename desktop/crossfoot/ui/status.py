"""The status line: how far the check has come, and when it was saved last."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QStatusBar, QWidget

from crossfoot.model import Counts
from crossfoot.ui import words
from crossfoot.ui.look.theme import UNIT
from crossfoot.ui.widgets import ElidedLabel, plain_label


class StatusLine(QStatusBar):
    """Counts on the left, messages over them for a while, the running import on the right.

    "saved" is only ever shown with a time that the funnel told after a commit.
    """

    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: QLabel = ElidedLabel()  # what is done beside the window must not make it wider
        self._counts.setProperty("edge", True)  # its words begin where Qt begins those of a message
        self._saved = ""
        self._words = ""
        self._everything = plain_label()
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setFixedWidth(140)
        self._progress.setAccessibleName("Progress")
        self._doing = plain_label()
        self.cancel = QPushButton("Cancel")
        self._import = QWidget()
        row = QHBoxLayout(self._import)
        row.setContentsMargins(0, 0, UNIT, 0)
        for widget in (self._doing, self._progress, self.cancel):
            row.addWidget(widget)
        self.addWidget(self._counts, 1)
        self.addPermanentWidget(self._everything)
        self.addPermanentWidget(self._import)
        self._import.hide()
        self.cancel.clicked.connect(self.cancel_wanted)

    @property
    def is_importing(self) -> bool:
        """Tell whether an import is shown."""
        return not self._import.isHidden()

    def show_counts(self, here: Counts | None, everywhere: Counts | None, documents: int = 0) -> None:
        """Show "12 of 45 checked · 3 to look at", for the record and for the workspace."""
        self._words = ""
        if here is not None:
            checked = f"{here.decided:,} of {here.found:,} checked" if here.found else "no figures"
            self._words = f"{checked} · {here.findings:,} to look at"
        self._everything.setText("")
        if everywhere is not None and documents > 1:
            records = words.plural(documents, "record")
            self._everything.setText(f"{records}: {everywhere.decided:,} of {everywhere.found:,} checked")
        self._show()

    def shown(self) -> str:
        """Return what stands on the left when no message covers it."""
        return self._counts.text()

    def show_saved(self, at: datetime) -> None:
        """Show when the last transaction was committed."""
        self._saved = f"saved {at:%H:%M}"
        self._show()

    def forget(self) -> None:
        """Show nothing, as when no workspace is open."""
        self._saved = ""
        self.show_counts(None, None)

    def say(self, sentence: str) -> None:
        """Show a sentence for a while; readers of the screen are told too."""
        self.showMessage(sentence, 12_000)
        self.setAccessibleDescription(sentence)

    def show_import(self, done: int, total: int) -> None:
        """Show how many files are in."""
        self.show_progress("Importing", done, total)

    def show_progress(self, doing: str, done: int, total: int) -> None:
        """Show how much of something is done, with a way to cancel it."""
        self._import.show()
        self._progress.setRange(0, max(1, total))
        self._progress.setValue(done)
        self._doing.setText(f"{doing}: {done} of {total}")
        self.cancel.setAccessibleName(f"Cancel: {doing.lower()}")

    def end_import(self) -> None:
        """Take the progress away."""
        self._import.hide()

    def _show(self) -> None:
        """Join what there is to say."""
        self._counts.setText(" · ".join(part for part in (self._words, self._saved) if part))
