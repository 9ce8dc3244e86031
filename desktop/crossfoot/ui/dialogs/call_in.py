"""The rule by which each council's call-in deadline is counted."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from crossfoot.checks import CallInCount, CallInRule
from crossfoot.review.session import Review
from crossfoot.ui.look.theme import UNIT
from crossfoot.ui.operations import Funnel
from crossfoot.ui.widgets import plain_label, resize_within_screen, scrolled

COUNTS: tuple[tuple[CallInCount | None, str], ...] = (
    (None, "Not set: the usual rules"),
    (CallInCount.PUBLICATION_IS_DAY_ONE, "Working day, publication being day one"),
    (CallInCount.CLEAR_DAYS_AFTER_PUBLICATION, "Clear working days after publication"),
    (CallInCount.DAYS_AFTER_MEETING, "Working days from the meeting"),
)


_USUAL = 5
"""Working days that a rule begins with: those of most councils."""


class CallInDialog(QDialog):
    """One line for each council of the workspace, scrolled where many; a change counts at once and can be undone."""

    def __init__(self, review: Review, funnel: Funnel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._review = review
        self._funnel = funnel
        self.setWindowTitle("Call-in rules")
        self.rows: dict[str, tuple[QComboBox, QSpinBox]] = {}
        self.refusal = plain_label(role="warning", wrap=True)
        lines = QWidget()
        grid = QGridLayout(lines)
        grid.setContentsMargins(UNIT // 2, 0, UNIT, 0)
        for place, title in enumerate(("Council", "How its call-in deadline is counted", "Days")):
            grid.addWidget(plain_label(title, "muted"), 0, place)
        councils = sorted({summary.council for summary in review.documents() if summary.council})
        for line, council in enumerate(councils, start=1):
            self._add(grid, line, council)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(
            plain_label(
                "England's bank holidays are no working days. Where no rule is set, Stockton's holds for Stockton, and "
                "elsewhere either Stockton's or five clear working days after publication is taken to be right.",
                wrap=True,
            )
        )
        if councils:
            grid.setRowStretch(len(councils) + 1, 1)
            area = scrolled(lines, "Rules of the councils")
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the fields in it take the keyboard
            layout.addWidget(area, 1)
        else:
            layout.addWidget(plain_label("No record here names its council.", "muted"), 1, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.refusal)
        layout.addWidget(buttons)
        self.refusal.hide()
        resize_within_screen(self, 640, 200 + lines.sizeHint().height())
        self._show_rules()
        funnel.changed.connect(self._show_rules)

    def _add(self, grid: QGridLayout, line: int, council: str) -> None:
        """Add the line of one council."""
        count, days = QComboBox(), QSpinBox()
        count.addItems([text for _, text in COUNTS])
        count.setAccessibleName(f"How {council} counts")
        days.setRange(1, 30)
        days.setValue(_USUAL)
        days.setAccessibleName(f"Working days of {council}")
        count.setEnabled(not self._review.read_only)
        count.activated.connect(partial(self._set, council))
        days.valueChanged.connect(partial(self._set, council))
        for place, widget in enumerate((plain_label(council, wrap=True), count, days)):
            grid.addWidget(widget, line, place)
        grid.setColumnStretch(0, 1)
        self.rows[council] = count, days

    def _show_rules(self) -> None:
        """Show the rules as they stand: undo may have changed one while the dialog is open."""
        held = {name.casefold(): rule for name, rule in self._review.call_in_rules().items()}
        for council, (count, days) in self.rows.items():
            rule = held.get(council.casefold())
            count.setCurrentIndex([kind for kind, _ in COUNTS].index(rule.count if rule else None))
            if rule is not None and days.value() != rule.days:
                days.blockSignals(True)
                days.setValue(rule.days)
                days.blockSignals(False)
            days.setEnabled(rule is not None and not self._review.read_only)

    def _set(self, council: str, _value: int) -> None:
        """Set the rule of a council as its line says."""
        count, days = self.rows[council]
        kind = COUNTS[count.currentIndex()][0]
        rule = None if kind is None else CallInRule(kind, days.value())
        sentence = self._funnel.attempt(lambda: self._review.set_call_in(council, rule))
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))
