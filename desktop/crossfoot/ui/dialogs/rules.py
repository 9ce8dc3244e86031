"""The list of what this workspace was taught: switched on and off, taken away, carried to and from a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from crossfoot.model import Changes, TaughtRule
from crossfoot.model.wording import rule_words
from crossfoot.review.session import Review
from crossfoot.review.teaching.files import read_rules, write_rules
from crossfoot.ui import words
from crossfoot.ui.operations import Funnel
from crossfoot.ui.prompter import Prompter
from crossfoot.ui.widgets import plain_label, resize_within_screen, wrap_rows

RULES = "Rules (*.json)"


class RulesDialog(QDialog):
    """Lists the rules beside the desk, which can be worked at meanwhile; a tick says that a rule is on.

    ``read_again`` is asked to read the records again that were read before the rules of today.
    """

    def __init__(
        self,
        review: Review,
        funnel: Funnel,
        prompter: Prompter,
        read_again: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._review = review
        self._funnel = funnel
        self._prompter = prompter
        self.setWindowTitle("Taught rules")
        self.list = QListWidget()
        self.list.setAccessibleName("Taught rules")
        wrap_rows(self.list)
        self._empty = plain_label(
            "Nothing was taught yet. Correct an indicator or a unit, or reject a number that is no figure: "
            "the line over the desk then offers to keep it as a rule.",
            "muted",
            wrap=True,
        )
        self._behind = plain_label(wrap=True)
        self.refusal = plain_label(role="warning", wrap=True)
        self.said = plain_label(role="muted", wrap=True)
        self.forget = QPushButton("&Remove rule")
        self.bring = QPushButton("&Import…")
        self.carry = QPushButton("&Export…")
        self.read = QPushButton("Read records a&gain")
        self._close = QPushButton("Close")
        self._lay_out()
        self.list.itemChanged.connect(self._switch)
        self.list.currentRowChanged.connect(self._enable)
        self.forget.clicked.connect(self._forget)
        self.bring.clicked.connect(self._bring)
        self.carry.clicked.connect(self._carry)
        self.read.clicked.connect(read_again)
        self._close.clicked.connect(self.close)
        QShortcut(QKeySequence(Qt.Key.Key_Delete), self.list, self._forget, context=Qt.ShortcutContext.WidgetShortcut)
        funnel.changed.connect(self._follow)
        self.fill()

    def fill(self) -> None:
        """List the rules anew, the current one staying current."""
        current = self._current()
        self.list.blockSignals(True)
        self.list.clear()
        for rule in self._review.taught():
            item = QListWidgetItem(rule_words(rule, self._review.dictionary))
            item.setData(Qt.ItemDataRole.UserRole, rule)
            item.setCheckState(Qt.CheckState.Checked if rule.on else Qt.CheckState.Unchecked)
            who = " · ".join(part for part in (rule.reviewer, words.moment(rule.made_at)) if part)
            item.setToolTip(who)
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole, f"{item.text()}, {'on' if rule.on else 'off'}{who and ', ' + who}"
            )
            self.list.addItem(item)
            if current is not None and rule.id == current.id:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        behind = len(self._review.outdated())
        number = "# stands for a number. " if any("#" in rule.pattern for rule in self._review.taught()) else ""
        self._behind.setText(
            f"{number}{words.plural(behind, 'record was', 'records were')} read by other rules than these; "
            "reading again keeps every decision."
            if behind
            else f"{number}All records are read by these rules."
        )
        self.read.setEnabled(behind > 0 and not self._review.read_only)
        self._enable()

    def _lay_out(self) -> None:
        """Put list and buttons side by side."""
        side = QVBoxLayout()
        for button in (self.forget, self.bring, self.carry, self.read):
            button.setAutoDefault(False)
            side.addWidget(button)
        side.addStretch(1)
        side.addWidget(self._close)
        body = QVBoxLayout()
        for widget in (self._empty, self.list, self._behind, self.refusal, self.said):
            body.addWidget(widget, 1 if widget in {self._empty, self.list} else 0)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)  # it has the list's room while there is no rule
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addLayout(body, 1)
        layout.addLayout(side)
        resize_within_screen(self, 680, 380)
        self.refusal.hide()
        self.said.hide()

    def _enable(self) -> None:
        """Offer only what can be done."""
        some = self.list.count() > 0
        may = not self._review.read_only
        self._empty.setVisible(not some)
        self.list.setVisible(some)
        self.forget.setEnabled(may and self._current() is not None)
        self.bring.setEnabled(may)
        self.carry.setEnabled(some)

    def _current(self) -> TaughtRule | None:
        """Return the rule under the cursor."""
        item = self.list.currentItem()
        rule: TaughtRule | None = item.data(Qt.ItemDataRole.UserRole) if item else None
        return rule

    def _switch(self, item: QListWidgetItem) -> None:
        """Switch a rule as its tick says."""
        rule: TaughtRule = item.data(Qt.ItemDataRole.UserRole)
        on = item.checkState() is Qt.CheckState.Checked
        self._do(lambda: self._review.set_rule_on(rule.id, on))

    def _forget(self) -> None:
        """Take the current rule away; undo brings it back."""
        rule = self._current()
        if rule is not None and not self._review.read_only:
            self._do(lambda: self._review.remove_rule(rule.id))

    def _bring(self) -> None:
        """Keep the rules of a file."""
        paths = self._prompter.open_files("Import rules", RULES)
        if not paths:
            return
        before = {rule.id: rule for rule in self._review.taught()}
        read: list[TaughtRule] = []

        def keep() -> Changes:
            read.extend(read_rules(paths[0], self._review.dictionary))
            return self._review.keep_rules(read)

        if self._do(keep):
            after = {rule.id: rule for rule in self._review.taught()}
            self._say(_brought(len(read), before, after))

    def _carry(self) -> None:
        """Write the rules to a file."""
        suggestion = self._review.path.with_name(f"{self._review.path.stem} rules.json")
        path = self._prompter.save_file("Export rules", suggestion, RULES)
        if path is not None and self._do(partial(self._write, path)):
            self._say(f"{words.plural(self.list.count(), 'rule')} written to {path}.")

    def _write(self, path: Path) -> Changes:
        """Write the rules; nothing of the workspace changes."""
        write_rules(self._review.taught(), path)
        return Changes()

    def _do(self, verb: Callable[[], Changes]) -> bool:
        """Run a verb, and say in the dialog why it was refused; tell whether it went through."""
        sentence = self._funnel.attempt(verb)
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))
        self.said.hide()
        if sentence:
            self.fill()
        return not sentence

    def _say(self, sentence: str) -> None:
        """Say what became of a file."""
        self.said.setText(sentence)
        self.said.show()

    def _follow(self, changes: Changes) -> None:
        """List the rules anew where one was changed, or where records were read again."""
        if changes.rules or changes.documents:
            self.fill()


def _brought(read: int, before: Mapping[str, TaughtRule], after: Mapping[str, TaughtRule]) -> str:
    """Return what became of rules from a file: those that came in, those that gave way, and those that were here."""
    came = sum(before.get(each) != rule for each, rule in after.items())
    gave_way = sum(after.get(each) != rule for each, rule in before.items())
    parts = [f"{words.plural(came, 'rule')} came in"]
    if gave_way:
        parts.append(f"{gave_way} in the place of what was taught here of the same words")
    if read > came:
        parts.append(f"{read - came} {'was' if read - came == 1 else 'were'} here already")
    return f"{', '.join(parts)}. Undo takes that back." if came else "All of these rules are here already."
