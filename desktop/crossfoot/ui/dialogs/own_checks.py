"""The officer's own checks: figures picked on the desk, a relation or a formula, tested while it is typed."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from crossfoot.checks.own.relations import NAMES, Relation
from crossfoot.checks.own.testing import OWN_RULE
from crossfoot.model import Changes, State, Verdict, WorldError
from crossfoot.model.judging import OwnCheck
from crossfoot.model.wording import figure_words
from crossfoot.review.findings.wider import home_of
from crossfoot.review.session import Review
from crossfoot.ui import words
from crossfoot.ui.operations import Funnel
from crossfoot.ui.widgets import plain_label, resize_within_screen, wrap_rows, wrapping_list

RELATIONS = {
    Relation.SUM: "Sum: the others add up to the largest",
    Relation.DIFFERENCE: "Difference: the first less the others is the last",
    Relation.PRODUCT: "Product: the others multiplied are the last",
    Relation.RATIO: "Ratio: the first divided by the second is the last",
    Relation.SHARE: "Share: the first of the second, in per cent, is the last",
    Relation.EQUALS: "Equals: two figures are the same",
    Relation.FORMULA: "Formula, typed below",
}


_NONE_KEPT = (
    "None yet. Pick figures, say how they belong together, and keep the check: it is tested again after every decision."
)

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
"""A name in a formula."""


class _KeptList(QListWidget):
    """The kept checks. What is chosen here comes into the form, so getting the keyboard alone must choose nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Checks that are kept")
        wrap_rows(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the keyboard; Qt would make the first row current, and what was typed beside it would be gone."""
        row = self.currentRow()
        self.blockSignals(True)
        super().focusInEvent(event)
        self.setCurrentRow(row)
        self.blockSignals(False)


class OwnChecksDialog(QDialog):
    """States checks beside the desk, where figures are picked meanwhile; ``picked`` gives those selected there."""

    def __init__(
        self, review: Review, funnel: Funnel, picked: Callable[[], Sequence[str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._review = review
        self._funnel = funnel
        self._picked = picked
        self._ids: list[str] = []
        self._kept = ""
        self._is_typed = self._is_leaving = False
        self.setWindowTitle("Own checks")
        self.list = _KeptList()
        self._none = plain_label(_NONE_KEPT, "muted", wrap=True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop)  # it has the list's room while no check is kept
        self.figures = wrapping_list("Picked figures")
        self.figures.setMinimumHeight(66)
        self.pick = QPushButton("&Pick what is selected")
        self.last = QPushButton("To the en&d")
        self.drop = QPushButton("&Leave out")
        self.relation = QComboBox()
        self.relation.addItems(list(RELATIONS.values()))
        self.formula = QLineEdit()
        self.tolerance = QLineEdit()
        self.title = QLineEdit()
        self.note = QLineEdit()
        self.template = QCheckBox("Test it in later &records, too (a template)")
        self.says = plain_label(wrap=True)
        self.keep = QPushButton("&Keep check")
        self.new = QPushButton("&New check")
        self.remove = QPushButton("&Remove check")
        self._close = QPushButton("Close")
        self._lay_out()
        self._connect()
        self.fill()
        self._show()

    def fill(self) -> None:
        """List the checks that are kept, each with what it says now."""
        self.list.blockSignals(True)
        self.list.clear()
        for check in self._review.own_checks():
            says = self._said(check)
            item = QListWidgetItem(f"{says}{self._elsewhere(check)}")
            item.setData(Qt.ItemDataRole.UserRole, check)
            item.setToolTip(" · ".join(part for part in (check.formula, check.note, check.reviewer) if part))
            self.list.addItem(item)
            if check.id == self._kept:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        self.list.setVisible(self.list.count() > 0)
        self._none.setVisible(not self.list.count())
        self._enable()

    def add(self, figure_ids: Sequence[str]) -> None:
        """Put figures to those that are picked."""
        self._ids += [each for each in figure_ids if each not in self._ids]
        self._show()

    def reject(self) -> None:
        """Close; where something was typed that is not kept, say so first."""
        if self._is_typed and not self._is_leaving:
            self._is_leaving = True
            how = "Keep check keeps it, " if self.keep.isEnabled() else ""
            self.says.setText(f"What you typed is not kept yet: {how}Esc again closes all the same.")
        else:
            super().reject()

    def _said(self, check: OwnCheck) -> str:
        """Return what a kept check says, in a few words."""
        try:
            finding = self._review.try_check(check)
        except WorldError as error:
            return f"{check.title or check.formula}: {error}"
        return f"{'✓' if finding.verdict is Verdict.HOLDS else '⚠'} {finding.message}"

    def _elsewhere(self, check: OwnCheck) -> str:
        """Return what a template says of other records; empty for a check of one."""
        if not check.template:
            return ""
        home = home_of(check, self._review.has_figure)
        name = check.title or check.formula
        others = [f for each, f in self._review.findings() if f.rule == OWN_RULE and f.name == name and each != home]
        asked = sum(finding.verdict is Verdict.QUERY for finding in others)
        if not others:
            return " · template: no other record has these figures"
        return f" · template: in {words.plural(len(others), 'other record')}, {asked or 'none'} to look at"

    def _draft(self) -> OwnCheck:
        """Return the check as it stands in the form; raise WorldError where it cannot be tested."""
        made = self._review.draft_check(
            self._ids,
            list(RELATIONS)[self.relation.currentIndex()],
            formula=self.formula.text(),
            title=self.title.text(),
            tolerance=self.tolerance.text(),
            note=self.note.text(),
            template=self.template.isChecked(),
        )
        return replace(made, id=self._kept)

    def _type(self) -> None:
        """Follow what is typed, and remember that it is not kept."""
        self._is_typed = True
        self._show()

    def _show(self) -> None:
        """Show the picked figures, and what the check says of them."""
        self._is_leaving = False
        row = self.figures.currentRow()
        self.figures.clear()
        for name, figure_id in zip(NAMES, self._ids, strict=False):
            self.figures.addItem(f"{name} = {self._words(figure_id)}")
        self.figures.setCurrentRow(min(row, self.figures.count() - 1))
        relation = list(RELATIONS)[self.relation.currentIndex()]
        self.formula.setEnabled(relation is Relation.FORMULA)
        try:
            made = self._draft()
            finding = self._review.try_check(made)
        except WorldError as error:
            self.says.setText(str(error))
            self.keep.setEnabled(False)
            return
        if relation is not Relation.FORMULA:
            self.formula.setText(made.formula)
        working = "".join(part.text for part in finding.working).strip()
        sign = "✓" if finding.verdict is Verdict.HOLDS else "⚠"
        self.says.setText(f"{sign} {working or finding.message}")
        self.keep.setEnabled(not self._review.read_only)

    def _words(self, figure_id: str) -> str:
        """Return a picked figure in words; one that is gone keeps its name, so that no other takes its place."""
        if not self._review.has_figure(figure_id):
            return "–  ·  not in the workspace any more"
        figure = self._review.figure(figure_id)
        about = words.headline(figure, self._review.dictionary)
        rejected = "  ·  rejected: not a figure" if figure.state is State.REJECTED else ""
        return f"{figure_words(figure.current)}  ·  {about}{rejected}"

    def _lay_out(self) -> None:
        """Put the kept checks beside the form."""
        names = {
            self.formula: "Formula over a, b, c…",
            self.tolerance: "Tolerance",
            self.title: "Name of the check",
            self.note: "Note",
            self.relation: "Relation",
        }
        for widget, name in names.items():
            widget.setAccessibleName(name)
        self.formula.setPlaceholderText("for example (a + b) ÷ 2 = c, or a > b")
        self.tolerance.setPlaceholderText("none, or 2, or 1%")
        self.says.setAccessibleName("What the check says")
        left = QVBoxLayout()
        left.addWidget(plain_label("Kept checks", "pane-title"))
        left.addWidget(self._none, 1)
        left.addWidget(self.list, 1)
        row = QHBoxLayout()
        for button in (self.new, self.remove):
            row.addWidget(button)
        left.addLayout(row)
        form = QFormLayout()
        form.setVerticalSpacing(6)
        form.addRow("Rela&tion", self.relation)
        form.addRow("&Formula", self.formula)
        form.addRow("T&olerance", self.tolerance)
        form.addRow("N&ame", self.title)
        form.addRow("Not&e", self.note)
        picks = QHBoxLayout()
        for button in (self.pick, self.last, self.drop):
            picks.addWidget(button)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(
            plain_label(
                "Figures: select them in the table or the text, or pick points of a chart; then pick them here",
                "muted",
                wrap=True,
            )
        )
        right.addWidget(self.figures, 1)
        right.addLayout(picks)
        right.addLayout(form)
        right.addWidget(self.template)
        right.addWidget(self.says)
        end = QHBoxLayout()
        end.addStretch(1)
        for button in (self.keep, self._close):
            end.addWidget(button)
        right.addLayout(end)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(16)
        layout.addLayout(left, 1)
        layout.addLayout(right, 2)
        for button in (self.pick, self.last, self.drop, self.keep, self.new, self.remove, self._close):
            button.setAutoDefault(False)
        resize_within_screen(self, 820, 480)

    def _connect(self) -> None:
        """List the dialog's own connections."""
        self.pick.clicked.connect(lambda: self.add(self._picked()))
        self.last.clicked.connect(self._put_last)
        self.drop.clicked.connect(self._leave_out)
        self.relation.activated.connect(self._show)
        for line in (self.formula, self.tolerance, self.title, self.note):
            line.textEdited.connect(self._type)
        self.template.toggled.connect(self._show)
        self.keep.clicked.connect(self._keep)
        self.new.clicked.connect(self._start)
        self.remove.clicked.connect(self._remove)
        self.list.currentItemChanged.connect(self._take)
        self._close.clicked.connect(self.reject)
        self._funnel.changed.connect(self._follow)
        for place, act in ((self.figures, self._leave_out), (self.list, self._remove)):
            QShortcut(QKeySequence(Qt.Key.Key_Delete), place, act, context=Qt.ShortcutContext.WidgetShortcut)

    def _enable(self) -> None:
        """Offer only what can be done."""
        self.remove.setEnabled(self.list.currentRow() >= 0 and not self._review.read_only)

    def _follow(self, changes: Changes) -> None:
        """Test everything again after a change on the desk."""
        if changes.figures or changes.documents or changes.own_checks:
            self.fill()
            self._show()

    def _put_last(self) -> None:
        """Put the current figure behind the others: it is what they come to."""
        row = self.figures.currentRow()
        if 0 <= row < len(self._ids):
            self._put([each for place, each in enumerate(self._ids) if place != row] + [self._ids[row]])
            self.figures.setCurrentRow(len(self._ids) - 1)

    def _leave_out(self) -> None:
        """Leave the current figure out of the check."""
        row = self.figures.currentRow()
        if 0 <= row < len(self._ids):
            self._put([each for place, each in enumerate(self._ids) if place != row])

    def _put(self, ids: list[str]) -> None:
        """Take the picked figures in another order, or fewer; in a typed formula each keeps what it stood for."""
        place = {each: name for name, each in zip(NAMES, ids, strict=False)}
        now = {name: place.get(each, "?") for name, each in zip(NAMES, self._ids, strict=False)}
        self.formula.setText(_NAME.sub(lambda match: now.get(match.group(), match.group()), self.formula.text()))
        self._ids = ids
        self._show()

    def _start(self) -> None:
        """Empty the form for another check."""
        self._kept = ""
        self._is_typed = False
        self._ids = []
        for line in (self.formula, self.tolerance, self.title, self.note):
            line.clear()
        self.template.setChecked(False)
        self.list.setCurrentRow(-1)
        self._show()

    def _take(self) -> None:
        """Put a kept check into the form, to be changed."""
        self._enable()
        check = self._current()
        if check is None:
            return
        self._kept = check.id
        self._is_typed = False
        self._ids = list(check.names.values())
        self.relation.setCurrentIndex(list(RELATIONS).index(Relation.FORMULA))
        self.formula.setText(check.formula)
        self.tolerance.setText(check.tolerance)
        self.title.setText(check.title)
        self.note.setText(check.note)
        self.template.setChecked(check.template)
        self._show()

    def _keep(self) -> None:
        """Keep the check, and be ready for the next."""
        sentence = self._funnel.attempt(lambda: self._review.keep_check(self._draft()))
        if sentence:
            self.says.setText(sentence)
        else:
            self._start()

    def _remove(self) -> None:
        """Take the current check away; it can be undone on the desk."""
        check = self._current()
        if check is not None:
            self._funnel.run(lambda: self._review.remove_check(check.id))
            self._start()

    def _current(self) -> OwnCheck | None:
        """Return the kept check under the cursor, or None."""
        row = self.list.currentRow()
        check: OwnCheck | None = self.list.item(row).data(Qt.ItemDataRole.UserRole) if row >= 0 else None
        return check
