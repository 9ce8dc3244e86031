"""What can be decided on a finding: raise it with the author, dismiss it with a reason, take it up again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QVBoxLayout, QWidget

from crossfoot.model.judging import Judgement
from crossfoot.ui.look.theme import UNIT
from crossfoot.ui.widgets import AskBar, FlowLayout

REASONS = ("rounded on purpose", "the text explains it", "other figures are meant", "checked with the source")
"""Reasons for a dismissal that one key takes."""


class JudgingBar(QFrame):
    """The buttons under a finding, and the line that asks for a reason or a note; ``left`` when it is answered."""

    raise_wanted = Signal()
    dismiss_wanted = Signal()
    take_up_wanted = Signal()
    copy_wanted = Signal()
    note_wanted = Signal()
    left = Signal()

    def __init__(self, read_only: bool) -> None:
        super().__init__()
        self._read_only = read_only
        self._then: Callable[[str], None] | None = None
        self.ask = AskBar()
        self.buttons = {
            "raise": _button("✉ Raise  A", "Raise with the author, key A"),
            "dismiss": _button("⊘ Dismiss  D", "Dismiss with a reason, key D"),
            "take_up": _button("↺ Take up  B", "Take up again, key B"),
            "copy": _button("Copy  C", "Copy the text to the author, key C"),
            "note": _button("Note  M", "Write a note on this check, key M"),
        }
        self._row = QWidget()
        flow = FlowLayout(self._row)
        flow.setSpacing(UNIT // 2)
        for button in self.buttons.values():
            flow.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(UNIT, UNIT // 2, UNIT, UNIT // 2)
        layout.addWidget(self.ask)
        layout.addWidget(self._row)
        self.buttons["raise"].clicked.connect(self.raise_wanted)
        self.buttons["dismiss"].clicked.connect(self.dismiss_wanted)
        self.buttons["take_up"].clicked.connect(self.take_up_wanted)
        self.buttons["copy"].clicked.connect(self.copy_wanted)
        self.buttons["note"].clicked.connect(self.note_wanted)
        self.ask.asked.connect(self._row.hide)  # a question needs the room
        self.ask.answered.connect(self._answered)
        self.ask.left.connect(self._leave)

    def offer(self, *, may_judge: bool, judgement: Judgement) -> None:
        """Offer what can be decided on the chosen finding."""
        self.ask.hide()
        self._row.show()
        may = may_judge and not self._read_only
        done = {Judgement.OPEN: "take_up", Judgement.RAISED: "raise", Judgement.DISMISSED: "dismiss"}[judgement]
        for verb in ("raise", "dismiss", "take_up"):  # what it is already is not offered: the rest fits on one line
            self.buttons[verb].setVisible(verb != done)
        self.buttons["raise"].setEnabled(may and judgement is not Judgement.RAISED)
        self.buttons["dismiss"].setEnabled(may and judgement is not Judgement.DISMISSED)
        self.buttons["take_up"].setEnabled(may and judgement is not Judgement.OPEN)
        self.buttons["copy"].setEnabled(may_judge)
        self.buttons["note"].setEnabled(not self._read_only)

    def ask_raise(self, then: Callable[[str], None]) -> None:
        """Ask for a note to the author; Enter alone sends none."""
        if self.buttons["raise"].isEnabled():
            self._then = then
            self.ask.ask("Raise with the author. A note to them?", hint="optional; Enter goes on without")

    def ask_dismiss(self, then: Callable[[str], None]) -> None:
        """Ask for the reason of a dismissal."""
        if self.buttons["dismiss"].isEnabled():
            self._then = then
            self.ask.ask("This needs no look because…", reasons=REASONS, hint="digit, or own words", needs_text=True)

    def ask_note(self, then: Callable[[str], None]) -> None:
        """Ask for a note on the finding; it decides nothing."""
        if self.buttons["note"].isEnabled():
            self._then = then
            self.ask.ask("Note on this check", hint="words, and #tags", needs_text=True)

    def copy(self, text: str) -> None:
        """Put a text on the clipboard."""
        QApplication.clipboard().setText(text)

    def _answered(self, text: str) -> None:
        """Do what the question was for."""
        then, self._then = self._then, None
        self._row.show()
        self.left.emit()
        if then is not None:
            then(text)

    def _leave(self) -> None:
        """Forget the question."""
        self._then = None
        self._row.show()
        self.left.emit()


def _button(text: str, name: str) -> QPushButton:
    """Return a button with a name that can be read out."""
    button = QPushButton(text)
    button.setAccessibleName(name)
    return button
