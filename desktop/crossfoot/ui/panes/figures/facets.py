"""The facets beside the figures table: what figures have in common, with counts, to be ticked."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from crossfoot.model import Changes, Nature, State
from crossfoot.model.views import ViewKind
from crossfoot.model.wording import UNIT_WORDS, nature_words
from crossfoot.review.facets import Choice, Facet, FacetView
from crossfoot.review.session import Review
from crossfoot.ui import words
from crossfoot.ui.look.theme import UNIT
from crossfoot.ui.widgets import ElidedComboBox, LinkButton, Pane, plain_label

_TITLES: Mapping[Facet, str] = MappingProxyType(
    {
        Facet.STATE: "State",
        Facet.FINDING: "Checks",
        Facet.INDICATOR: "Indicator",
        Facet.STAGE: "Stage",
        Facet.UNIT: "Unit",
        Facet.NATURE: "Nature",
        Facet.SECTION: "Section",
        Facet.DOCUMENT: "Record",
        Facet.REVIEWER: "Reviewer",
        Facet.TAG: "Tag",
    }
)
_OPEN = {Facet.STATE, Facet.FINDING, Facet.INDICATOR}
_VALUES = 40
"""How many values of one facet are listed; the most frequent come first, and the table's own filters find the rest."""
_FINDINGS = {"query": "asks for a look", "holds": "holds", "": "none"}
_FACET, _VALUE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class FacetsPanel(Pane):
    """Ticks choose values; ``chosen`` carries the :class:`FacetView` of the choice, or None where nothing is ticked.

    A choice can be kept under a name: ``name_wanted`` asks for one and carries (a suggestion, what to do with the
    answer), ``save_wanted`` carries (name, choice), ``forget_wanted`` a view's id. What is counted is what the table
    beside can show: one record or all; ``all_wanted`` asks for the other of the two, and carries whether for all.
    """

    chosen = Signal(object)
    name_wanted = Signal(str, object)
    save_wanted = Signal(str, object)
    forget_wanted = Signal(str)
    all_wanted = Signal(bool)

    def __init__(self, review: Review, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._review = review
        self._scope: str | None = None
        self._choice: dict[Facet, frozenset[str]] = {}
        self._titles: Mapping[str, str] = {}
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._show)
        self.tree = QTreeWidget()
        self.tree.setColumnCount(2)
        self.tree.setHeaderHidden(True)
        self.tree.setAccessibleName("Facets: Space ticks a value")
        self.tree.setUniformRowHeights(True)
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.setIndentation(12)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.views = ElidedComboBox()
        self.views.setAccessibleName("Saved views")
        self.save = QPushButton("Save…")
        self.save.setToolTip("Keep this choice under a name")
        self.forget = QPushButton("Forget")
        self.forget.setToolTip("Forget the saved view that is shown")
        self.clear = QPushButton("None")
        self.clear.setToolTip("Take all ticks away")
        self._of = plain_label(role="muted")
        self.switch = LinkButton("", "", self._switch)
        self._lay_out()
        self.tree.itemChanged.connect(self._tick)
        self.views.activated.connect(self._take_view)
        self.save.clicked.connect(lambda: self.name_wanted.emit(self._suggestion(), self.save_as))
        self.forget.clicked.connect(self._forget)
        self.clear.clicked.connect(lambda: self.choose({}))

    def fill(self) -> None:
        """List everything anew, with the ticks as they are."""
        self._titles = self._review.titles()
        self._list_views()
        self._show()

    def set_scope(self, document: str | None) -> None:
        """Count the figures of one document, or of all."""
        if document != self._scope:
            self._scope = document
            if not self.isHidden():
                self._show()

    def choose(self, choice: Choice) -> None:
        """Tick these values and no others; a choice among records is one among all of them."""
        self._choice = {facet: values for facet, values in choice.items() if values}
        if Facet.DOCUMENT in self._choice and self._scope is not None:
            self.all_wanted.emit(True)
        else:
            self._show()

    def refresh(self, changes: Changes) -> None:
        """Count again after an act, where the panel is in use."""
        if self.isHidden():
            return
        if changes.documents:
            self.fill()
        elif changes.figures or changes.annotations or changes.findings_of:
            self._show()
        if changes.views:
            self._list_views()

    def leave(self) -> None:
        """Let the table show everything; the ticks stay for the next time."""
        self.chosen.emit(None)

    def _lay_out(self) -> None:
        """Put the saved views over the facets."""
        row = QHBoxLayout()
        row.setSpacing(UNIT // 2)
        row.addWidget(self.views, 1)
        for button in (self.save, self.forget, self.clear):
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(UNIT, 0, UNIT // 2, UNIT // 2)
        layout.setSpacing(UNIT // 2)
        layout.addLayout(row)
        counted = QHBoxLayout()
        counted.addWidget(self._of)
        counted.addStretch(1)
        counted.addWidget(self.switch)
        layout.addLayout(counted)
        layout.addWidget(self.tree, 1)
        self._empty = plain_label("There are no figures to tell apart yet.", "muted", wrap=True)
        layout.addWidget(self._empty)
        self.hand_keys_to(self.tree)

    def _show(self) -> None:
        """Ask for the counts of the choice, and show them."""
        choice = self._choice if self._scope is None else _without(self._choice, Facet.DOCUMENT)
        view = self._review.facets(choice, self._scope)
        self._list(view)
        every = self._scope is None
        self._of.setText(f"{words.plural(view.total, 'figure')} in {'all records' if every else 'this record'}")
        other = "Only this record" if every else "All records"
        self.switch.lead(other, "count and choose among these instead", self._switch)
        self._empty.setVisible(not view.total)
        self.clear.setEnabled(bool(self._choice))
        self.save.setEnabled(bool(self._choice) and not self._review.read_only)
        self.chosen.emit(view if self._choice else None)

    def _switch(self) -> None:
        """Ask for all records instead of one, or for one instead of all."""
        self.all_wanted.emit(self._scope is not None)

    def _list(self, view: FacetView) -> None:
        """List the facets; what was open stays open, and the cursor where it was."""
        current = self.tree.currentItem()
        at = (current.data(0, _FACET), current.data(0, _VALUE)) if current else None
        tops = [self.tree.topLevelItem(row) for row in range(self.tree.topLevelItemCount())]
        opened = {top.data(0, _FACET) for top in tops if top and top.isExpanded()} if tops else set(_OPEN)
        self.tree.blockSignals(True)
        self.tree.clear()
        for facet, counts in view.counts.items():
            chosen = self._choice.get(facet, frozenset())
            if (not chosen and set(counts) <= {""}) or (facet is Facet.DOCUMENT and self._scope is not None):
                continue
            top = QTreeWidgetItem(self.tree, [_TITLES[facet], f"{len(chosen)} ticked" if chosen else ""])
            top.setData(0, _FACET, facet)
            font = top.font(0)
            font.setBold(True)
            top.setFont(0, font)
            for value in self._listed(counts, chosen):
                item = QTreeWidgetItem(top, [self._words(facet, value), f"{counts[value]:,}"])
                item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(0, Qt.CheckState.Checked if value in chosen else Qt.CheckState.Unchecked)
                item.setData(0, _FACET, facet)
                item.setData(0, _VALUE, value)
                item.setToolTip(0, item.text(0))
                if (facet, value) == at:
                    self.tree.setCurrentItem(item)
            if len(counts) > _VALUES:
                more = QTreeWidgetItem(top, [f"… {len(counts) - _VALUES:,} more", ""])
                more.setFlags(Qt.ItemFlag.ItemIsEnabled)
            top.setExpanded(facet in opened or bool(chosen))
            if at == (facet, None):
                self.tree.setCurrentItem(top)
        self.tree.blockSignals(False)

    def _listed(self, counts: Mapping[str, int], chosen: frozenset[str]) -> list[str]:
        """Return the values to list: the most frequent, and the chosen ones whatever their counts."""
        first = list(counts)[:_VALUES]
        return first + [value for value in counts if value in chosen and value not in first]

    def _words(self, facet: Facet, value: str) -> str:
        """Return a value in words."""
        if facet is Facet.FINDING:
            return _FINDINGS[value]
        if not value:
            return "none"
        if facet is Facet.STATE:
            return words.state(State(value))
        if facet is Facet.INDICATOR:
            return self._review.dictionary.name(value)
        if facet is Facet.DOCUMENT:
            return self._titles.get(value, value)
        return _plain(facet, value)

    def _tick(self, item: QTreeWidgetItem) -> None:
        """Take or leave a value."""
        facet, value = item.data(0, _FACET), item.data(0, _VALUE)
        if value is None:
            return
        facet = Facet(facet)
        held = self._choice.get(facet, frozenset())
        ticked = item.checkState(0) is Qt.CheckState.Checked
        values = held | {value} if ticked else held - {value}
        self._choice = {**self._choice, facet: values} if values else _without(self._choice, facet)
        self._later.start()  # the tree is still busy with the line that would be listed anew

    def _list_views(self) -> None:
        """List the saved views under a first line that stands for none."""
        views = self._review.views(ViewKind.FACETS)
        self.views.clear()
        self.views.addItem("Views" if views else "No views", "")
        for view in views:
            self.views.addItem(view.name, view.id)
        self.forget.setEnabled(False)

    def _take_view(self, place: int) -> None:
        """Tick what a saved view says."""
        wanted = self.views.itemData(place)
        self.forget.setEnabled(bool(wanted) and not self._review.read_only)
        for view in self._review.views(ViewKind.FACETS):
            if view.id == wanted:
                known = {facet.value for facet in Facet}
                self.choose({Facet(name): frozenset(vals) for name, vals in view.chosen.items() if name in known})

    def save_as(self, name: str) -> None:
        """Ask to keep the choice under a name."""
        self.save_wanted.emit(name, {facet.value: tuple(sorted(values)) for facet, values in self._choice.items()})

    def _suggestion(self) -> str:
        """Return the ticked values in words, as a name."""
        said = [self._words(facet, value) for facet, values in self._choice.items() for value in sorted(values)]
        return ", ".join(said)[:60]

    def _forget(self) -> None:
        """Ask to forget the saved view that is shown."""
        wanted = self.views.currentData()
        if wanted:
            self.forget_wanted.emit(wanted)


def _without(choice: Choice, facet: Facet) -> dict[Facet, frozenset[str]]:
    """Return a choice without one facet."""
    return {other: values for other, values in choice.items() if other is not facet}


def _plain(facet: Facet, value: str) -> str:
    """Return the words of a value that a dictionary of words names."""
    if facet is Facet.UNIT:
        return next((said for unit, said in UNIT_WORDS.items() if unit.value == value), value)
    if facet is Facet.NATURE:
        return next((nature_words(nature) for nature in Nature if nature.value == value), value)
    if facet is Facet.SECTION:
        return next((said for kind, said in words.SECTIONS.items() if kind.value == value), value)
    return value
