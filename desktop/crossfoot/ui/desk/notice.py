"""Lines over the desk that ask or tell something once, without holding anything up."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QWidget

from crossfoot.ui.look.theme import UNIT
from crossfoot.ui.widgets import plain_label


class InitialsNotice(QFrame):
    """Says with which initials decisions are signed, to be kept or changed; ``accepted`` carries them."""

    accepted = Signal(str)

    def __init__(self, initials: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("notice", True)
        self.line = QLineEdit(initials)
        self.line.setMaxLength(12)
        self.line.setFixedWidth(80)
        self.line.setAccessibleName("Your initials")
        self.keep = QPushButton("Keep")
        row = QHBoxLayout(self)
        row.setContentsMargins(UNIT + 4, UNIT // 2, UNIT, UNIT // 2)
        row.setSpacing(UNIT)
        row.addWidget(plain_label("Your decisions are signed with the initials"))
        row.addWidget(self.line)
        row.addWidget(self.keep)
        row.addStretch(1)
        self.keep.clicked.connect(self._accept)
        self.line.returnPressed.connect(self._accept)

    def _accept(self) -> None:
        """Take the initials, unless there are none."""
        initials = self.line.text().strip()
        if initials:
            self.accepted.emit(initials)


class Notice(QFrame):
    """Says something, with words to press; ``chosen`` carries the one that was pressed, and the line goes."""

    chosen = Signal(str)

    def __init__(self, said: str, answers: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("notice", True)
        self.said = plain_label(said, wrap=True)
        self.buttons = {answer: QPushButton(answer) for answer in answers}
        row = QHBoxLayout(self)
        row.setContentsMargins(UNIT + 4, UNIT // 2, UNIT, UNIT // 2)
        row.setSpacing(UNIT)
        row.addWidget(self.said, 1)
        for answer, button in self.buttons.items():
            row.addWidget(button)
            button.clicked.connect(partial(self._choose, answer))

    def _choose(self, answer: str) -> None:
        """Go, and tell the answer."""
        self.hide()
        self.chosen.emit(answer)
        self.deleteLater()
