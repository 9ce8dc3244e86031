"""The inspector pane."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from crossfoot.model import Changes, Figure, Finding, Origin, ReviewedFigure, State, Verdict, WorldError
from crossfoot.review.explaining import explain
from crossfoot.review.session import Review
from crossfoot.review.suiting import doubt
from crossfoot.ui import words
from crossfoot.ui.look.theme import UNIT, Theme
from crossfoot.ui.panes.inspector.checks import FigureChecks, FigureHistory
from crossfoot.ui.panes.inspector.form import FigureForm
from crossfoot.ui.panes.inspector.reasons import FigureReasons
from crossfoot.ui.selection import Selection
from crossfoot.ui.widgets import AskBar, ElidedLabel, plain_label, rule_line

DECISIONS = (
    ("confirm", "✓ Confirm", "⏎"),
    ("correct", "✎ Correct", "E"),
    ("reject", "✗ Reject", "R"),
    ("query", "? Query", "Q"),
)
"""The four decisions: the action's name, the button's words, its key."""

_PAUSE = 200  # milliseconds without a key, after which a typed value is tried out


class InspectorPane(QScrollArea):
    """Shows the selected figure and takes decisions on it.

    ``decided`` carries the name of a decision whose button was pressed; ``evidence`` the spans
    that a field was read from; ``finding_chosen`` a finding to light; ``unkept`` the figure that was left
    with what was typed for it and not kept, by field, and ``unadded`` the same of a document's new figure.
    ``correct`` and ``note`` are asked to write and return an empty text, or the sentence that says why not.
    """

    decided = Signal(str)
    evidence = Signal(object)
    finding_chosen = Signal(object)
    figure_proposed = Signal(object, object)
    unkept = Signal(str, object)
    unadded = Signal(str, object, object)
    left = Signal()

    def __init__(
        self,
        review: Review,
        selection: Selection,
        theme: Theme,
        *,
        correct: Callable[[str, Mapping[str, str]], str],
        note: Callable[[str, str], str],
        selected_words: Callable[[], str],
    ) -> None:
        super().__init__()
        self._review = review
        self._selection = selection
        self._theme = theme
        self._correct = correct
        self._write_note = note
        self._item: ReviewedFigure | None = None
        self._proposal: Figure | None = None
        self._proposed_in = ""
        self._is_saving = False
        self._told: tuple[ReviewedFigure | None, tuple[Finding, ...]] = (None, ())
        self.form = FigureForm(review.dictionary, selected_words)
        self.ask = AskBar()
        self.note = QLineEdit()
        self.buttons: dict[str, QPushButton] = {}
        self._state = plain_label()
        self._place = ElidedLabel()
        self._value = plain_label(role="value", wrap=True)  # a long one breaks, and does not push the panes about
        self._headline = plain_label(wrap=True)
        self._quote = plain_label(role="muted", wrap=True)
        self.presence = plain_label(role="warning", wrap=True)
        self._earlier = plain_label(role="warning", wrap=True)
        self._refusal = plain_label(role="warning", wrap=True)
        self.what_if = plain_label(role="muted", wrap=True)
        self._entry: dict[str, str] = {}
        self._trying = QTimer(self)
        self._trying.setSingleShot(True)
        self._trying.setInterval(_PAUSE)
        self._save = QPushButton("Save correction")
        self._restore = QPushButton("Restore")
        self._checks = FigureChecks(selection.select_figure, self.finding_chosen.emit)
        self.reasons = FigureReasons(self.evidence.emit)
        self._history = FigureHistory()
        self.empty = plain_label("", "muted", wrap=True)
        self._body = QWidget()
        self._lay_out()
        self._connect()
        self._show(selection.figure)

    def take_keys(self, actions: Sequence[QAction]) -> None:
        """Let the deciding keys work on the buttons that name them; Enter presses the button that has the focus."""
        letters = [action for action in actions if action.objectName() != "confirm"]
        for button in self.buttons.values():
            button.addActions(letters)

    def refresh(self, changes: Changes) -> None:
        """Show what ``changes`` names of the selected figure."""
        figure = self._selection.figure
        around = self._selection.document in changes.findings_of or bool(changes.documents)
        if figure in changes.figures or (around and self._told != self._facts(self._find(figure))):
            self._show(figure)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._show(self._selection.figure)

    def propose(self, figure: Figure) -> None:
        """Show what would be made of the selected words, to be changed and added, or left."""
        self._tell_unkept(self._typed())
        self._proposal, self._proposed_in = figure, self._selection.document
        self.empty.hide()
        self._body.show()
        self._show_head(words.value(figure), "New figure from the selected words", figure.quote)
        self._place.setText("")
        self._state.setText("")
        self._earlier.hide()
        self._set_mode(proposing=True)
        text = self._review.document(self._selection.document).text
        reasons = explain(text, figure)
        self.form.show_figure(figure, reasons=reasons)
        self.reasons.tell(text, figure, reasons)
        self.form.set_read_only(False)
        self.presence.hide()
        self._checks.tell(())
        self._history.tell(())
        self.form.start_at("value")

    def start_correcting(self) -> None:
        """Put the focus into the value, and bring it into view."""
        self.ensureWidgetVisible(self.form.lines["qualifier"])
        self.form.start_at("value")
        self.ensureWidgetVisible(self.form.lines["value"])

    def refuse(self, sentence: str) -> None:
        """Say why an entry was not taken, right under the form."""
        self._refusal.setText(sentence)
        self._refusal.setVisible(bool(sentence))
        if sentence:
            self.ensureWidgetVisible(self._refusal)

    def _lay_out(self) -> None:
        """Put the parts under each other."""
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Inspector")
        top = QHBoxLayout()
        top.addWidget(self._state)
        top.addWidget(self._place, 1)
        self._place.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._place.setProperty("role", "muted")
        decide = QGridLayout()
        decide.setSpacing(UNIT // 2)
        for place, (name, text, key) in enumerate(DECISIONS):
            button = QPushButton(f"{text}  {key}")
            button.setAccessibleName(f"{text[2:]}, key {key if key != '⏎' else 'Enter'}")
            button.setProperty("primary", name == "confirm")
            button.clicked.connect(lambda _=False, said=name: self.decided.emit(said))
            decide.addWidget(button, place // 2, place % 2)
            self.buttons[name] = button
        self.note.setPlaceholderText("Note")
        self.note.setAccessibleName("Note on this figure")
        self._save.setProperty("primary", True)
        saving = QHBoxLayout()
        saving.addStretch(1)
        saving.addWidget(self._restore)
        saving.addWidget(self._save)
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(UNIT - 2)
        body.addLayout(top)
        for label in (self._value, self._headline, self._quote, self.presence, self._earlier):
            body.addWidget(label)
        body.addLayout(decide)
        under: tuple[QWidget, ...] = (self.ask, self._checks, rule_line(), self.what_if, self.form, self._refusal)
        for widget in under:
            body.addWidget(widget)
        body.addLayout(saving)
        body.addWidget(self.note)
        body.addWidget(self.reasons)
        body.addWidget(self._history)
        body.addStretch(1)
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(UNIT + 4, UNIT, UNIT + 4, UNIT)
        layout.addWidget(self.empty)
        layout.addWidget(self._body, 1)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setWidget(inside)
        self._refusal.hide()
        self.what_if.hide()
        self.what_if.setAccessibleName("What if this were saved")

    def _connect(self) -> None:
        """List the pane's own connections."""
        self._selection.figure_changed.connect(self._show)
        self._selection.document_changed.connect(self._show_document)
        self.ask.asked.connect(self._show_question)
        self.form.evidence.connect(self.evidence)
        self.form.edited.connect(self._show_saving)
        self.form.edited.connect(self._try_soon)
        self._trying.timeout.connect(self._try_out)
        self.form.submitted.connect(self._submit)
        self.form.escaped.connect(self._escape)
        self._save.clicked.connect(self._submit)
        self._restore.clicked.connect(self._escape)
        self.note.editingFinished.connect(self.save_note)

    def _show_question(self) -> None:
        """Bring a question into view as soon as it has its place."""
        QTimer.singleShot(0, self.ask, lambda: self.ensureWidgetVisible(self.ask, 0, UNIT))

    def _show_document(self, _document: str) -> None:
        """Show at least why there is nothing to show."""
        if not self._selection.figure:
            self._show("")

    def _show(self, figure_id: str) -> None:
        """Show one figure, or what to do where there is none; what is being typed for it stays."""
        typed = self._typed()
        if self._proposal is not None:
            self._tell_unkept(typed)
            typed = {}
        self._proposal = None
        self.refuse("")
        item = self._find(figure_id)
        if item is None or (self._item is not None and item.id != self._item.id):
            self.ask.hide()
            self.verticalScrollBar().setValue(0)  # another figure is read from its value on
            self.evidence.emit(())
            self._tell_unkept(typed)
            typed = {}
        self._item = item
        self._told = self._facts(item)
        self.empty.setVisible(item is None)
        self._body.setVisible(item is not None)
        if item is None:
            self.empty.setText(self._nothing_words())
            return
        text = self._review.document(item.document).text
        quote = words.surroundings(text, item.printed.span, 26)
        self._show_head(words.value(item.current), words.headline(item, self._review.dictionary), quote)
        self._show_state(item)
        self._show_presence(item)
        self._earlier.setText(words.earlier(item))
        self._earlier.setVisible(item.earlier is not None)
        self._set_mode(proposing=False)
        reasons = explain(text, item.printed)
        self.form.show_figure(item.current, item, reasons)
        self.form.type_again(typed)
        self.reasons.tell(text, item.printed, reasons)
        self.form.set_read_only(self._review.read_only)
        if not self.note.hasFocus():
            self.note.setText(item.note)
        self.note.setReadOnly(self._review.read_only)
        self._history.tell(self._review.told(self._review.history(target=item.id)))
        self._checks.tell(self._told[1])  # last: what comes to be shown has all of the pane laid out anew at once

    def _typed(self) -> dict[str, str]:
        """Return what is typed for the figure, or for the new one, and not kept yet."""
        nothing = self._is_saving or (self._item is None and self._proposal is None)
        return {} if nothing else self.form.fields()

    def _tell_unkept(self, typed: Mapping[str, str]) -> None:
        """Tell what was typed and not kept, of a figure that is still there or of a new one."""
        if typed and self._proposal is not None:
            self.unadded.emit(self._proposed_in, self._proposal, typed)
        elif typed and self._item is not None and self._find(self._item.id) is not None:
            self.unkept.emit(self._item.id, typed)

    def type_again(self, fields: Mapping[str, str]) -> None:
        """Type fields for the figure as they were before the officer went on, ready to be kept."""
        self.form.type_again(fields)
        self.form.start_at(next(iter(fields), "value"))

    def _find(self, figure_id: str) -> ReviewedFigure | None:
        """Return the figure, or None where it is no longer in the workspace."""
        return self._review.figure(figure_id) if figure_id and self._review.has_figure(figure_id) else None

    def _facts(self, item: ReviewedFigure | None) -> tuple[ReviewedFigure | None, tuple[Finding, ...]]:
        """Return what is shown of a figure: itself, and what the checks say of it, queries first."""
        if item is None:
            return None, ()
        findings = [finding for _, finding in self._review.findings(item.document) if item.id in finding.figures]
        return item, tuple(sorted(findings, key=lambda finding: finding.verdict is Verdict.HOLDS))

    def _nothing_words(self) -> str:
        """Say what to do where no figure is selected."""
        if not self._selection.document:
            return "The selected figure stands here, with its checks, its fields and its history."
        if not self._review.figures(self._selection.document):
            return "No figures were found in this record. Select a number in the text and press F to add one."
        return "Choose a figure in the table, or click a lit number in the text."

    def _show_head(self, value: str, headline: str, quote: str) -> None:
        """Show the value, what it is about and the words around it."""
        self._value.setText(value)
        self._headline.setText(headline)
        self._quote.setText(f"“{quote}”")

    def _show_state(self, item: ReviewedFigure) -> None:
        """Show the state by sign, word and colour, and who decided it."""
        style = self._theme.state(item.state)
        self._state.setText(words.standing(item, self._review.reviewer))
        sheet = (
            f"color: {style.text}; background: {style.fill}; border: 1px solid {style.edge};"
            " border-radius: 4px; padding: 1px 8px; font-weight: 600;"
        )
        if sheet != self._state.styleSheet():  # most often it is undecided like the one before
            self._state.setStyleSheet(sheet)
        told = self._state.text() != words.state(item.state)
        origin = "added by hand" if item.origin is Origin.ADDED and not told else ""
        who = " · ".join(
            part for part in (origin, item.reason, item.reviewer, words.section(item.current.section)) if part
        )
        self._place.setText(who)
        self.buttons["confirm"].setEnabled(item.state is not State.CONFIRMED and not self._review.read_only)
        for name in ("correct", "reject", "query"):
            self.buttons[name].setEnabled(not self._review.read_only)

    def _show_presence(self, item: ReviewedFigure) -> None:
        """Say how newer rules read the figure, where they differ, and which choices of the officer do not suit."""
        said = words.presence(item)
        newer = words.reread(item, self._review.dictionary)
        if newer:
            said = f"{said}: {newer}. U takes their reading."
        chosen = item.corrected.keys() & {"indicator", "unit"}
        unsuited = doubt(self._review.dictionary, item.current) if chosen else ""
        self.presence.setText("\n".join(part for part in (said, f"⚠ {unsuited}" if unsuited else "") if part))
        self.presence.setVisible(bool(self.presence.text()))

    def _set_mode(self, *, proposing: bool) -> None:
        """Show the decisions for a figure, or the one button for a proposal."""
        self._state.setVisible(not proposing)
        for button in self.buttons.values():
            button.setVisible(not proposing)
        self.note.setVisible(not proposing)
        self._save.setText("Add figure  ⏎" if proposing else "Save correction  ⏎")
        self._restore.setText("Cancel  Esc" if proposing else "Restore  Esc")
        self._show_saving(proposing)

    def _show_saving(self, edited: bool) -> None:
        """Offer to save only where there is something to save."""
        self._save.setVisible(edited or self._proposal is not None)
        self._restore.setVisible(edited or self._proposal is not None)

    def _try_soon(self, edited: bool) -> None:
        """Say what the typed value would do to the checks as soon as typing pauses; nothing is written."""
        self.what_if.hide()
        self.refuse("")  # what was refused is being typed anew
        if edited and self._proposal is None and self._item is not None:
            self._trying.start()
        else:
            self._trying.stop()

    def try_entry(self, figure_id: str, field: str, entry: str) -> None:
        """Say what an entry that is being typed elsewhere would do to the checks, as soon as typing pauses."""
        if self._item is None or self._item.id != figure_id or self._proposal is not None:
            return
        self.what_if.hide()
        self._entry = {field: entry.strip()}
        self._trying.start()

    def leave_entry(self) -> None:
        """Forget what was typed elsewhere."""
        if self._entry:
            self._entry = {}
            self._trying.stop()
            self.what_if.hide()

    def _try_out(self) -> None:
        """Show which checks would come and go with what stands in the form, or in the cell that is being typed in."""
        fields = self._entry or self.form.fields()
        if self._item is None or not fields:
            return
        try:
            said = words.what_if(self._review.what_if(self._item.id, fields))
        except WorldError as error:
            said = str(error)
        self.what_if.setText(said)
        self.what_if.show()
        QTimer.singleShot(0, self.what_if, self._bring_what_if)

    def _bring_what_if(self) -> None:
        """Bring what the checks would say into view, and the line that is typed in with it."""
        self.ensureWidgetVisible(self.what_if, 0, UNIT)
        line = self.form.lines["value"]
        if line.hasFocus():
            self.ensureWidgetVisible(line, 0, UNIT)

    def _submit(self) -> None:
        """Write the changed fields, or add the proposed figure."""
        if self._proposal is not None:
            self._is_saving = True
            self.figure_proposed.emit(self._proposal, self.form.fields())
            self._is_saving = False
            return
        fields = self.form.fields()
        if self._item is None or not fields:
            self.left.emit()
            return
        self._is_saving = True
        sentence = self._correct(self._item.id, fields)
        self._is_saving = False
        if sentence:
            self._trying.stop()
            self.what_if.hide()  # it would say the same
            self.refuse(sentence)
        else:
            self.left.emit()

    def _escape(self) -> None:
        """Put the figure's own words back and leave the form."""
        self.form.restore()
        self._show(self._selection.figure)
        self.left.emit()

    def save_note(self) -> None:
        """Keep the note, if it is another."""
        if self._item is None or self.note.isReadOnly() or self.note.text().strip() == self._item.note:
            return
        sentence = self._write_note(self._item.id, self.note.text().strip())
        self.refuse(sentence)
