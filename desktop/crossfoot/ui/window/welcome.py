"""The first page: two ways in, and the workspaces opened last."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from crossfoot.ui.look.theme import UNIT
from crossfoot.ui.widgets import ElidedLabel, LinkButton, empty_layout, in_the_middle, plain_label


class WelcomePage(QWidget):
    """Offers the samples, one's own records and the recent workspaces."""

    samples_wanted = Signal()
    own_wanted = Signal()
    recent_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = plain_label("Crossfoot", "title")
        words = plain_label(
            "Every figure of a Cabinet decision record, lit at its place, decided by you, and added up against the "
            "others. It works on this machine alone: nothing ever leaves it.",
            wrap=True,
        )
        self.samples = QPushButton("Try the sample records")
        self.samples.setProperty("primary", True)
        self.samples.setProperty("large", True)
        self.own = QPushButton("Open your own…")
        self.own.setProperty("large", True)
        hint = plain_label(
            "Word, OpenDocument, RTF, PDF, web pages, mail or plain text, or a workspace. You can also drop them here.",
            "muted",
            wrap=True,
        )
        self._recent_title = plain_label("Opened last", "pane-title")
        self._recent = QVBoxLayout()
        self._recent.setSpacing(UNIT // 4)
        buttons = QHBoxLayout()
        buttons.setSpacing(UNIT)
        buttons.addWidget(self.samples, 1)
        buttons.addWidget(self.own, 1)
        column = QWidget()
        column.setFixedWidth(460)
        inner = QVBoxLayout(column)
        inner.setSpacing(2 * UNIT)
        for button in (self.samples, self.own):
            button.setAutoDefault(True)  # Enter presses it, as everywhere else in this program
        for widget in (title, words):
            inner.addWidget(widget)
        inner.addLayout(buttons)
        inner.addWidget(hint)
        inner.addWidget(self._recent_title)
        inner.addLayout(self._recent)
        self.setLayout(in_the_middle(column))
        self.samples.clicked.connect(self.samples_wanted)
        self.own.clicked.connect(self.own_wanted)
        self.setFocusProxy(self.samples)
        self.show_recent(())

    def show_recent(self, paths: Sequence[Path]) -> None:
        """List workspaces to open again."""
        empty_layout(self._recent)
        self._recent_title.setVisible(bool(paths))
        for path in paths:
            link = LinkButton(path.stem, f"open {path}", partial(self.recent_wanted.emit, path))
            row = QHBoxLayout()
            row.addWidget(link)
            folder = ElidedLabel(str(path.parent))
            folder.setProperty("role", "muted")
            row.addWidget(folder, 1)
            holder = QWidget()
            row.setContentsMargins(0, 0, 0, 0)
            holder.setLayout(row)
            self._recent.addWidget(holder)
