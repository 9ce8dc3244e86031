"""The checks pane: every finding of the record or of all, to be gone through, raised or dismissed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from crossfoot.model import About, Changes, Finding, Severity, Verdict
from crossfoot.model.judging import Judgement
from crossfoot.review.session import Review
from crossfoot.ui import words
from crossfoot.ui.filter_line import FilterLine
from crossfoot.ui.look.theme import UNIT, Theme
from crossfoot.ui.panes.findings.judging import JudgingBar
from crossfoot.ui.panes.findings.showing import SHOWN, Shown, keeps
from crossfoot.ui.panes.inspector.checks import FindingCard
from crossfoot.ui.selection import Selection
from crossfoot.ui.widgets import (
    ElidedComboBox,
    Pane,
    empty_layout,
    empty_sentence,
    plain_label,
    put_in_place,
    wrapping_list,
)

_THIS, _ALL = 0, 1
_BY_SEVERITY, _BY_PLACE = 0, 1
_LOW = 38 * UNIT
"""Height below which the working and the filters give way to a question."""
_RANK = {severity: place for place, severity in enumerate(Severity)}
_SIGNS = {Judgement.RAISED: ("✉", "raised with the author"), Judgement.DISMISSED: ("⊘", "dismissed")}


class FindingsPane(Pane):
    """Lists findings; choosing one lights its figures through ``finding_chosen`` (document, finding).

    ``counted`` carries how many of the record there are to look at, as many as the list of records says: one that was
    raised waits for its author. ``own_wanted`` asks for the officer's own checks.
    ``run`` runs a verb and says why where it is refused.
    """

    finding_chosen = Signal(str, object)
    counted = Signal(int)
    own_wanted = Signal()
    said = Signal(str)

    def __init__(
        self, review: Review, selection: Selection, theme: Theme, run: Callable[[Callable[[], Changes]], bool]
    ) -> None:
        super().__init__()
        self._review = review
        self._selection = selection
        self._theme = theme
        self._run = run
        self._found: list[tuple[str, Finding]] = []
        self._titles: dict[str, str] = {}
        self.scope = _combo("Which records", ["This record", "All records"])
        self.shown = _combo("Which checks", list(SHOWN.values()))
        self.order = _combo("Order of the checks", ["Severity first", "As they stand"])
        self.filter = FilterLine()
        self.filter.setPlaceholderText("Filter: words, or rule 6")
        self.filter.setAccessibleName("Filter the checks")
        self.filter.setClearButtonEnabled(True)
        self.own = QPushButton("Own checks…")
        self.own.setToolTip("Checks of your own over picked figures")
        self.list = wrapping_list("Checks")
        self.bar = JudgingBar(review.read_only)
        self._empty = empty_sentence()
        self._awaited = plain_label("", "muted", wrap=True)
        self._card = QVBoxLayout()
        self._detail = QScrollArea()
        self._lay_out()
        self._connect()
        self._fill()

    def refresh(self, changes: Changes) -> None:
        """Show new findings, and decisions on them, of what ``changes`` names."""
        if changes.findings_of or changes.documents or changes.own_checks:
            self._fill()
        elif changes.annotations:
            self._show_detail()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._fill()

    def current(self) -> tuple[str, Finding] | None:
        """Return the chosen finding with its document, or None."""
        row = self.list.currentRow()
        return self._found[row] if 0 <= row < len(self._found) else None

    def go(self, step: int) -> None:
        """Go to the next finding that is to be looked at, or to the one before, round at the end."""
        count = self.list.count()
        if not count and self.scope.currentIndex() == _THIS:
            self.scope.setCurrentIndex(_ALL)
            self._fill()
            count = self.list.count()
        if not count:
            self.said.emit("No check asks for a look.")
            return
        row = self.list.currentRow()
        start = row if row >= 0 else (-1 if step > 0 else count)
        for away in range(1, count + 1):
            place = (start + step * away) % count
            if self._is_open(*self._found[place]):
                self.list.setCurrentRow(place)
                return
        self.said.emit("Every check here is decided on.")

    def raise_it(self) -> None:
        """Raise the chosen finding with the record's author, and show the text to send."""
        chosen = self.current()
        if chosen is not None:
            self.bar.ask_raise(partial(self._judge, chosen, Judgement.RAISED))

    def dismiss(self) -> None:
        """Ask why the chosen finding needs no look, and dismiss it."""
        chosen = self.current()
        if chosen is not None:
            self.bar.ask_dismiss(partial(self._judge, chosen, Judgement.DISMISSED))

    def take_up(self) -> None:
        """Take the decision on the chosen finding back."""
        chosen = self.current()
        if chosen is not None:
            self._judge(chosen, Judgement.OPEN, "")

    def note(self) -> None:
        """Ask for a note on the chosen finding, and keep it."""
        chosen = self.current()
        if chosen is not None:
            self.bar.ask_note(partial(self._note, *chosen))

    def _note(self, document: str, finding: Finding, said: str) -> None:
        """Keep a note on a finding."""
        text, tags = words.parted(said)
        self._run(lambda: self._review.note(document, About.FINDING, text, target=finding.id, tags=tags))
        self._take_focus()

    def choose(self, document: str, finding_id: str) -> bool:
        """Make a finding the chosen one; tell whether it is there, with all filters taken away where they hide it."""
        if not self._put_current(document, finding_id):
            self.filter.clear()
            self.scope.setCurrentIndex(_THIS)
            self.shown.setCurrentIndex(list(SHOWN).index(Shown.ALL))
            self._fill()
            return self._put_current(document, finding_id)
        return True

    def _put_current(self, document: str, finding_id: str) -> bool:
        """Make the row of a finding current; tell whether there is one."""
        for row, (home, finding) in enumerate(self._found):
            if (home, finding.id) == (document, finding_id):
                self.list.setCurrentRow(row)
                return True
        return False

    def copy_letter(self) -> None:
        """Copy the text that asks the author about the chosen finding."""
        chosen = self.current()
        if chosen is not None:
            document, finding = chosen
            decision = self._review.finding_decision(document, finding.id)
            note = decision.reason if decision and decision.judgement is Judgement.RAISED else ""
            self.bar.copy(self._review.letter(document, finding, note))
            self.said.emit("The text to the author is copied: paste it into a message.")

    def _judge(self, chosen: tuple[str, Finding], judgement: Judgement, reason: str) -> None:
        """Decide on a finding and go on; a raised one stays, with its text to be copied."""
        document, finding = chosen
        row = self.list.currentRow()
        if not self._run(lambda: self._review.judge(document, [finding.id], judgement, reason)):
            return
        if judgement is Judgement.RAISED:
            self.copy_letter()
        elif self.list.count():
            self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
        self._take_focus()

    def _take_focus(self) -> None:
        """Hold the keyboard in the list, or where there is none on the sentence in its place."""
        self._detail.setVisible(self.current() is not None)
        for each in (self.filter, self.own):
            each.show()
        (self.list if self._found else self._empty).setFocus()

    def _give_way(self) -> None:
        """Leave a question the room of what is around it where the pane is low; the list says what it is about."""
        if self.height() < _LOW:
            for each in (self._detail, self.filter, self.own):
                each.hide()

    def _is_open(self, document: str, finding: Finding) -> bool:
        """Tell whether a finding still asks for a look."""
        return finding.verdict is Verdict.QUERY and self._review.finding_decision(document, finding.id) is None

    def _lay_out(self) -> None:
        """Put the filters over the list, and the chosen finding under it."""
        self.list.setAccessibleDescription(
            "A raises with the author, D dismisses, B takes up again, C copies the text, M writes a note."
        )
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        first, second = QHBoxLayout(), QHBoxLayout()
        for bar, widgets in ((first, (self.scope, self.shown, self.order)), (second, (self.filter, self.own))):
            bar.setContentsMargins(UNIT, UNIT // 2, UNIT, 0)
            bar.setSpacing(UNIT // 2)
            for widget in widgets:
                bar.addWidget(widget, 0 if widget is self.own else 1)
        inside = QWidget()
        self._card.setContentsMargins(UNIT, UNIT // 2, UNIT, UNIT // 2)
        inside.setLayout(self._card)
        self._detail.setWidget(inside)
        self._detail.setWidgetResizable(True)
        self._detail.setFrameShape(QFrame.Shape.NoFrame)
        self._detail.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._detail.setAccessibleName("The chosen check")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(first)
        layout.addLayout(second)
        layout.addWidget(self._awaited)
        layout.addWidget(self.list, 3)
        layout.addWidget(self._empty, 3)
        layout.addWidget(self._detail, 3)
        layout.addWidget(self.bar)
        self._awaited.setContentsMargins(UNIT, UNIT // 2, UNIT, 0)
        self._awaited.hide()
        for giving_way in (self.list, self._detail):  # a question and its reasons are never cut off
            giving_way.setMinimumHeight(5 * UNIT)

    def _connect(self) -> None:
        """List the pane's own connections."""
        for combo in (self.scope, self.shown, self.order):
            combo.activated.connect(self._fill)
        self.filter.textChanged.connect(self._fill)
        self.own.clicked.connect(self.own_wanted)
        self.list.currentItemChanged.connect(self._choose)
        self.list.itemActivated.connect(self._choose)
        self._selection.document_changed.connect(self._fill)
        self.bar.raise_wanted.connect(self.raise_it)
        self.bar.dismiss_wanted.connect(self.dismiss)
        self.bar.take_up_wanted.connect(self.take_up)
        self.bar.copy_wanted.connect(self.copy_letter)
        self.bar.note_wanted.connect(self.note)
        self.bar.ask.asked.connect(self._give_way)
        self.bar.left.connect(self._take_focus)

    def _fill(self) -> None:
        """List the findings anew and keep the chosen one."""
        kept = self.current()
        mine = self._review.findings(self._selection.document) if self._selection.document else ()
        found = list(self._review.findings(None) if self.scope.currentIndex() == _ALL else mine)
        shown, typed = Shown(list(SHOWN)[self.shown.currentIndex()]), self.filter.text()
        decided = self._review.finding_decision
        found = [(d, f) for d, f in found if keeps(shown, typed, f, decided(d, f.id))]
        if self.order.currentIndex() == _BY_SEVERITY:
            found.sort(key=lambda item: (item[1].verdict is Verdict.HOLDS, _RANK[item[1].severity]))
        else:
            places = {summary.id: place for place, summary in enumerate(self._review.documents())}
            found.sort(key=lambda item: (places.get(item[0], 0), item[1].span.start if item[1].span else -1))
        self._found = found
        self.list.blockSignals(True)
        self.list.clear()
        self._titles = {summary.id: summary.title for summary in self._review.documents()}
        for document, finding in found:
            item = self._item(document, finding)
            self.list.addItem(item)
            if kept and (document, finding.id) == (kept[0], kept[1].id):
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        self._show_detail()
        put_in_place(self, *(self.list, self._empty) if found else (self._empty, self.list))
        self._empty.setText(
            "No check fits the filters."
            if typed or shown is not Shown.TO_LOOK_AT
            else "No check asks for a look here. That does not say that the figures are true: only that those the "
            "checks know agree with each other."
        )
        self._say_what_is_awaited()
        self.counted.emit(sum(keeps(Shown.TO_LOOK_AT, "", finding, decided(d, finding.id)) for d, finding in mine))

    def _say_what_is_awaited(self) -> None:
        """Say of how many records the list knows nothing yet, where it is about all of them."""
        awaited = self._review.awaited if self.scope.currentIndex() == _ALL else 0
        records = words.plural(awaited, "record is", "records are")
        self._awaited.setText(f"{records} not checked yet; what is asked of them is not in this list.")
        self._awaited.setVisible(awaited > 0)

    def _item(self, document: str, finding: Finding) -> QListWidgetItem:
        """Return the row of one finding."""
        glyph, severity = words.SEVERITIES[finding.severity]
        decision = self._review.finding_decision(document, finding.id)
        said = "holds" if finding.verdict is Verdict.HOLDS else f"worth a look, {severity}"
        sign = "✓" if finding.verdict is Verdict.HOLDS else glyph
        if decision is not None:
            sign, said = _SIGNS[decision.judgement]
            said = f"{said}: {decision.reason}" if decision.reason else said
        title = self._titles.get(document, "")
        where = f"  ·  {title}" if self.scope.currentIndex() == _ALL else ""
        item = QListWidgetItem(f"{sign}  {finding.message}{where}")
        item.setToolTip(f"{said} · {words.rule(finding)} · {title}")
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{said}: {finding.message} {title}")
        font = QFont()
        if decision is None and finding.verdict is Verdict.QUERY and finding.severity is Severity.HIGH:
            font.setWeight(QFont.Weight.DemiBold)
        font.setStrikeOut(decision is not None and decision.judgement is Judgement.DISMISSED)
        item.setFont(font)
        return item

    def _choose(self) -> None:
        """Light the chosen finding's figures and show its working."""
        self._show_detail()
        chosen = self.current()
        if chosen is not None:
            self.finding_chosen.emit(*chosen)

    def _show_detail(self) -> None:
        """Show the working of the chosen finding, each number a link, and what can be decided on it."""
        empty_layout(self._card)
        chosen = self.current()
        self._detail.setVisible(chosen is not None)
        self.bar.setVisible(chosen is not None)
        if chosen is None:
            return
        document, finding = chosen
        show = partial(self.finding_chosen.emit, document)
        self._card.addWidget(FindingCard(finding, self._selection.select_figure, show))
        decision = self._review.finding_decision(document, finding.id)
        if decision is not None:
            sign, said = _SIGNS[decision.judgement]
            who = " · ".join(
                part for part in (decision.reason, decision.reviewer, words.moment(decision.decided_at)) if part
            )
            self._card.addWidget(plain_label(f"{sign} {said}{': ' if who else ''}{who}", wrap=True))
        for note in self._review.annotations(document):
            if note.about is About.FINDING and note.target == finding.id:
                done = " · ✓ resolved" if note.resolved else ""
                self._card.addWidget(plain_label(f"Note · {note.comment} · {note.reviewer}{done}", wrap=True))
        self._card.addStretch(1)
        self.bar.offer(
            may_judge=finding.verdict is Verdict.QUERY, judgement=decision.judgement if decision else Judgement.OPEN
        )


def _combo(name: str, choices: list[str]) -> ElidedComboBox:
    """Return a list of choices that gives way where the pane is narrow."""
    combo = ElidedComboBox()
    combo.addItems(choices)
    combo.setAccessibleName(name)
    combo.setMinimumWidth(9 * UNIT)
    return combo
