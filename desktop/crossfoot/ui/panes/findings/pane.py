"""The checks pane: every finding of the record, by severity, with its working."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QListView,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from crossfoot.model import Changes, Finding, Severity, Verdict
from crossfoot.review.session import Review
from crossfoot.ui import words
from crossfoot.ui.panes.inspector.checks import FindingCard
from crossfoot.ui.selection import Selection
from crossfoot.ui.theme import UNIT, Theme
from crossfoot.ui.widgets import empty_layout, plain_label

_THIS, _ALL = 0, 1
_RANK = {severity: place for place, severity in enumerate(Severity)}


class FindingsPane(QWidget):
    """Lists findings; choosing one lights its figures through ``finding_chosen`` (document, finding).

    ``counted`` carries how many there are to look at.
    """

    finding_chosen = Signal(str, object)
    counted = Signal(int)

    def __init__(self, review: Review, selection: Selection, theme: Theme) -> None:
        super().__init__()
        self._review = review
        self._selection = selection
        self._theme = theme
        self._found: list[tuple[str, Finding]] = []
        self._scope = QComboBox()
        self._scope.addItems(["This record", "All records"])
        self._scope.setAccessibleName("Which checks")
        self.holding = QCheckBox("Also what holds")
        self.list = QListWidget()
        self.list.setAccessibleName("Checks")
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._empty = plain_label("", "muted", wrap=True)
        self._detail = QWidget()
        self._card = QVBoxLayout(self._detail)
        self._card.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        bar = QHBoxLayout()
        bar.setContentsMargins(UNIT, UNIT // 2, UNIT, UNIT // 2)
        bar.addWidget(self._scope)
        bar.addStretch(1)
        bar.addWidget(self.holding)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._empty, 1)
        layout.addWidget(self._detail)
        self._empty.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setFocusProxy(self.list)
        self._scope.activated.connect(self._fill)
        self.holding.toggled.connect(self._fill)
        self.list.currentItemChanged.connect(self._choose)
        self.list.itemActivated.connect(self._choose)
        selection.document_changed.connect(self._fill)
        self._fill()

    def refresh(self, changes: Changes) -> None:
        """Show new findings of what ``changes`` names."""
        if changes.findings_of or changes.documents:
            self._fill()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._fill()

    def _fill(self) -> None:
        """List the findings anew and keep the chosen one."""
        current = self.list.currentItem()
        kept = self._found[current.data(Qt.ItemDataRole.UserRole)] if current else None
        mine = self._review.findings(self._selection.document) if self._selection.document else ()
        found = list(self._review.findings(None) if self._scope.currentIndex() == _ALL else mine)
        if not self.holding.isChecked():
            found = [item for item in found if item[1].verdict is Verdict.QUERY]
        found.sort(key=lambda item: (item[1].verdict is Verdict.HOLDS, _RANK[item[1].severity]))
        self._found = found
        self.list.blockSignals(True)
        self.list.clear()
        for place, (document, finding) in enumerate(found):
            item = self._item(place, document, finding)
            self.list.addItem(item)
            if kept and (document, finding.id) == (kept[0], kept[1].id):
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        self._show_detail()
        self.list.setVisible(bool(found))
        self._empty.setVisible(not found)
        self._empty.setText(
            "No check asks for a look here. That does not say that the figures are true: only that those the checks "
            "know agree with each other."
        )
        self.counted.emit(sum(finding.verdict is Verdict.QUERY for _, finding in mine))

    def _item(self, place: int, document: str, finding: Finding) -> QListWidgetItem:
        """Return the row of one finding."""
        glyph, severity = words.SEVERITIES[finding.severity]
        sign = "✓" if finding.verdict is Verdict.HOLDS else glyph
        item = QListWidgetItem(f"{sign}  {finding.message}")
        item.setData(Qt.ItemDataRole.UserRole, place)
        said = "holds" if finding.verdict is Verdict.HOLDS else f"worth a look, {severity}"
        title = self._review.document(document).title
        item.setToolTip(f"{said} · rule {finding.rule}, {finding.name} · {title}")
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{said}: {finding.message}")
        if finding.verdict is Verdict.QUERY and finding.severity is Severity.HIGH:
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            item.setFont(font)
        return item

    def _choose(self) -> None:
        """Light the chosen finding's figures and show its working."""
        self._show_detail()
        current = self.list.currentItem()
        if current is not None:
            self.finding_chosen.emit(*self._found[current.data(Qt.ItemDataRole.UserRole)])

    def _show_detail(self) -> None:
        """Show the working of the chosen finding, each number a link."""
        empty_layout(self._card)
        current = self.list.currentItem()
        self._detail.setVisible(current is not None)
        if current is not None:
            document, finding = self._found[current.data(Qt.ItemDataRole.UserRole)]
            show = partial(self.finding_chosen.emit, document)
            self._card.addWidget(FindingCard(finding, self._selection.select_figure, show))
