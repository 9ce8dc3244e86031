"""The part of the sign-off tab where a second reviewer goes through what another has decided."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from crossfoot.model import Dictionary, ReviewedFigure
from crossfoot.ui import words
from crossfoot.ui.look.theme import UNIT
from crossfoot.ui.widgets import plain_label

SHARES = (("all figures", 1.0), ("one in two", 0.5), ("one in five", 0.2), ("one in ten", 0.1))
"""How large a sample is, in words and as a share."""

_ASKED = {"value": "Value", "unit": "Unit", "period": "Period"}
"""The fields that a blind check types again: the ones that a figure is quoted by."""


class SecondCheckBox(QWidget):
    """Starts a second check and asks about one figure after the other.

    ``started`` carries the share and whether it is blind, ``answered`` the typed fields and the note; ``skipped`` and
    ``stopped`` tell what was pressed. It holds no figures: the pane shows them one at a time.
    """

    started = Signal(float, bool)
    answered = Signal(object, str)
    skipped = Signal()
    stopped = Signal()
    initials_wanted = Signal()

    def __init__(self, dictionary: Dictionary) -> None:
        super().__init__()
        self._dictionary = dictionary
        self._blind = False
        self._start_text: dict[str, str] = {}
        self.said = plain_label("", "muted", wrap=True)
        self.share = QComboBox()
        self.share.setAccessibleName("How many figures")
        for text, share in SHARES:
            self.share.addItem(text, share)
        self.blind = QCheckBox("Blind: values are hidden and typed again")
        self.start = QPushButton("Start the second check")
        self.initials = QPushButton("Other initials…")
        self.progress = plain_label("", "pane-title")
        self.figure = plain_label("", wrap=True)
        self.refusal = plain_label("", "warning", wrap=True)
        self.lines = {name: QLineEdit() for name in _ASKED}
        self.note = QLineEdit()
        self.note.setPlaceholderText("Note")
        self.note.setAccessibleName("Note on this second check")
        self.answer = QPushButton("Agree  ⏎")
        self.answer.setProperty("primary", True)
        self.skip = QPushButton("&Skip")
        self.stop = QPushButton("Stop  Esc")
        self._before = QWidget()
        self._during = QWidget()
        self._lay_out()
        self._connect()
        self._during.hide()

    @property
    def is_running(self) -> bool:
        """Tell whether a figure is asked about."""
        return not self._during.isHidden()

    def show_ready(self, said: str, *, may_start: bool, read_only: bool) -> None:
        """Show how far the second check is, and whether this reviewer can go on with it."""
        self._during.hide()
        self._before.show()
        self.said.setText(said)
        for widget in (self.share, self.blind, self.start):
            widget.setVisible(may_start)
        self.initials.setVisible(not may_start and not read_only)

    def show_figure(self, item: ReviewedFigure, at: int, of: int, *, blind: bool) -> None:
        """Ask about one figure: what was decided is shown, or hidden and to be typed again."""
        self._blind = blind
        self._before.hide()
        self._during.show()
        self.progress.setText(f"Figure {at} of {of}")
        self.refusal.hide()
        self.note.clear()
        if blind:
            self.figure.setText(
                "Type what the record says at the lit place, in full: 2,730 under a heading of £000 is £2,730k."
            )
        else:
            state = words.state(item.state)
            self.figure.setText(f"{state}: {words.value(item.current)} · {words.headline(item, self._dictionary)}")
        for name, line in self.lines.items():
            shown = "" if blind else words.field(item.current, name, self._dictionary)
            self._start_text[name] = shown
            line.setText(shown)
        self._name_answer()
        self.lines["value"].setFocus(Qt.FocusReason.OtherFocusReason)
        self.lines["value"].selectAll()

    def refuse(self, sentence: str) -> None:
        """Say why an answer was not taken."""
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))

    def _fields(self) -> Mapping[str, str]:
        """Return what was typed: in a blind check all that is not empty, else what differs from what was shown."""
        typed = {name: line.text().strip() for name, line in self.lines.items()}
        if self._blind:
            return {name: text for name, text in typed.items() if text or name == "value"}
        return {name: text for name, text in typed.items() if text != self._start_text[name]}

    def _name_answer(self) -> None:
        """Say on the button what Enter will do."""
        if self._blind:
            self.answer.setText("Compare  ⏎")
        else:
            self.answer.setText("Differs  ⏎" if self._fields() else "Agree  ⏎")

    def _enter(self) -> None:
        """Press the button that holds the keyboard; from everywhere else, give the answer."""
        for button in (self.skip, self.stop):
            if button.hasFocus():
                button.click()
                return
        self._answer()

    def _answer(self) -> None:
        """Tell what was typed; a blind check waits for a value."""
        if self.is_running and self._blind and not self.lines["value"].text().strip():
            self.refuse("Type the value first, as the record has it at the lit place.")
        elif self.is_running:
            self.answered.emit(self._fields(), self.note.text())

    def _lay_out(self) -> None:
        """Put the start above the questions; one of the two is shown."""
        before = QVBoxLayout(self._before)
        before.setContentsMargins(0, 0, 0, 0)
        before.setSpacing(UNIT - 2)
        row = QHBoxLayout()
        row.addWidget(self.share, 1)
        row.addWidget(self.start)
        before.addWidget(self.said)
        before.addWidget(self.blind)
        before.addLayout(row)
        before.addWidget(self.initials, 0, Qt.AlignmentFlag.AlignLeft)
        during = QVBoxLayout(self._during)
        during.setContentsMargins(0, 0, 0, 0)
        during.setSpacing(UNIT - 2)
        form = QGridLayout()
        form.setVerticalSpacing(2)
        for place, (name, title) in enumerate(_ASKED.items()):
            label = plain_label(title, "muted")
            label.setBuddy(self.lines[name])
            self.lines[name].setAccessibleName(f"{title} for the second check")
            self.lines[name].setProperty("compact", True)
            form.addWidget(label, place, 0)
            form.addWidget(self.lines[name], place, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.answer, 1)
        buttons.addWidget(self.skip)
        buttons.addWidget(self.stop)
        for widget in (self.progress, self.figure):
            during.addWidget(widget)
        during.addLayout(form)
        during.addWidget(self.note)
        during.addWidget(self.refusal)
        during.addLayout(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._before)
        layout.addWidget(self._during)

    def _connect(self) -> None:
        """List the box's own connections."""
        self.start.clicked.connect(lambda: self.started.emit(self.share.currentData(), self.blind.isChecked()))
        self.initials.clicked.connect(self.initials_wanted)
        self.answer.clicked.connect(self._answer)
        self.skip.clicked.connect(self.skipped)
        self.stop.clicked.connect(self.stopped)
        for line in self.lines.values():
            line.textEdited.connect(self._name_answer)
        for key in ("Return", "Enter"):
            shortcut = QShortcut(QKeySequence(key), self._during)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._enter)
        escape = QShortcut(QKeySequence("Esc"), self._during)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.stopped)
