"""The form of a figure's fields: as typed text, with what the record says beside a correction."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QToolButton, QWidget

from crossfoot.model import Dictionary, Figure, ReviewedFigure
from crossfoot.review.explaining import Reason
from crossfoot.ui import words
from crossfoot.ui.completing import complete
from crossfoot.ui.look.theme import UNIT
from crossfoot.ui.widgets import plain_label


class FigureForm(QWidget):
    """One line for each field that can be corrected.

    ``submitted`` tells that Enter was pressed in a field, ``escaped`` that Escape was, ``edited``
    that a field's text differs from the figure's or no longer does. ``evidence`` carries the
    spans that the field with the focus was read from.
    """

    submitted = Signal()
    escaped = Signal()
    edited = Signal(bool)
    evidence = Signal(object)

    def __init__(self, dictionary: Dictionary, selected_words: Callable[[], str]) -> None:
        super().__init__()
        self._dictionary = dictionary
        self._selected_words = selected_words
        self._reasons: dict[str, Reason] = {}
        self._start: dict[str, str] = {}
        self._figure: Figure | None = None
        self._kind: tuple[object, ...] = ()
        self.printed = {name: plain_label(role="muted", wrap=True) for name in words.FIELDS}
        self.lines = {name: self._line(name) for name in words.FIELDS}
        self.takers: dict[str, QToolButton] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(UNIT // 2)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for place, (name, title) in enumerate(words.FIELDS.items()):
            label = plain_label(title, "muted")
            label.setBuddy(self.lines[name])
            grid.addWidget(label, 2 * place, 0)
            grid.addWidget(self.lines[name], 2 * place, 1)
            self.takers[name] = self._taker(name, title)
            grid.addWidget(self.takers[name], 2 * place, 2)
            grid.addWidget(self.printed[name], 2 * place + 1, 1, 1, 2)

    def show_figure(self, figure: Figure, item: ReviewedFigure | None = None, reasons: Sequence[Reason] = ()) -> None:
        """Fill the form; ``item`` gives what the record says where the officer changed it, ``reasons`` why."""
        self._figure = figure
        self._reasons = {reason.field: reason for reason in reasons}
        self._start = {name: words.field(figure, name, self._dictionary) for name in words.FIELDS}
        for name, line in self.lines.items():
            line.setText(self._start[name])
            line.setCursorPosition(0)
            why = self._reasons[name].why if name in self._reasons else ""
            line.setToolTip(f"Read from: {why}" if why else "")
            line.setAccessibleDescription(why)
            changed = item is not None and name in item.corrected
            if item is not None and changed:
                self.printed[name].setText(f"✎ {words.as_read(item, name, self._dictionary)}")
            self.printed[name].setVisible(changed)
        self.edited.emit(False)

    def fields(self) -> dict[str, str]:
        """Return the fields whose text differs from the figure's, as typed."""
        return {
            name: line.text().strip() for name, line in self.lines.items() if line.text().strip() != self._start[name]
        }

    def type_again(self, fields: Mapping[str, str]) -> None:
        """Put what was typed into the lines again."""
        for name, text in fields.items():
            self.lines[name].setText(text)
        if fields:
            self._tell_edited()

    def restore(self) -> None:
        """Put the figure's own words back."""
        for name, line in self.lines.items():
            line.setText(self._start[name])

    def set_read_only(self, read_only: bool) -> None:
        """Let the fields be read but not changed, in a workspace that cannot be written."""
        for name, line in self.lines.items():
            line.setReadOnly(read_only)
            self.takers[name].setEnabled(not read_only)

    def start_at(self, name: str) -> None:
        """Give a field the focus with its text selected."""
        self.lines[name].setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.lines[name].selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Watch the lines for the focus and for Escape."""
        if event.type() is QEvent.Type.FocusIn:
            name = watched.objectName()
            if name == "indicator":
                self._offer_indicators()
            reason = self._reasons.get(name)
            self.evidence.emit(reason.spans if reason else ())
        elif event.type() is QEvent.Type.FocusOut:
            self.evidence.emit(())
        elif event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
            return True
        return super().eventFilter(watched, event)

    def _line(self, name: str) -> QLineEdit:
        """Make the line of one field."""
        line = QLineEdit(self)
        line.setObjectName(name)
        line.setProperty("compact", True)
        line.setAccessibleName(words.FIELDS[name])
        line.installEventFilter(self)
        line.returnPressed.connect(self.submitted)
        line.textEdited.connect(self._tell_edited)
        if name != "indicator":
            complete(line, name, self._dictionary, None)
        return line

    def _offer_indicators(self) -> None:
        """Complete the indicator from those that suit the figure first; the list is made anew where its kind differs.

        It waits for the officer to come to the line: most figures are decided without.
        """
        figure = self._figure
        if figure is None:
            return
        kind = (figure.unit, figure.nature, figure.value == figure.value.to_integral_value())
        if kind != self._kind:
            self._kind = kind
            complete(self.lines["indicator"], "indicator", self._dictionary, figure)

    def _taker(self, name: str, title: str) -> QToolButton:
        """Make the button that takes a field from the selected words."""
        button = QToolButton()
        button.setText("⇤")
        button.setToolTip("Take from the words selected in the text")
        button.setAccessibleName(f"Take {title.lower()} from the selected text")
        button.setProperty("quiet", True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(partial(self._take, name))
        return button

    def _take(self, name: str) -> None:
        """Fill a field from the words that are selected in the text."""
        said = " ".join(self._selected_words().split())
        if said:
            self.lines[name].setText(said)
            self.lines[name].setFocus()
            self._tell_edited()

    def _tell_edited(self) -> None:
        """Tell whether anything differs."""
        self.edited.emit(bool(self.fields()))
