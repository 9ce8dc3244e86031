"""The journal pane."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidgetItem, QPushButton, QVBoxLayout

from crossfoot.model import Changes, JournalRow
from crossfoot.review.session import Review
from crossfoot.review.telling import Told
from crossfoot.ui import words
from crossfoot.ui.look.theme import UNIT, Theme
from crossfoot.ui.panes.inspector.checks import journal_words
from crossfoot.ui.selection import Selection
from crossfoot.ui.widgets import Pane, empty_sentence, put_in_place, wrapping_list

_SHOWN = 500
"""How many rows are listed; the command line and the exports have them all."""

_NAMED = {"rule": "rule", "view": "saved view", "code": "codebook", "kept_choice": "kept as it is here:"}
"""What rows about something with a name of its own are called."""
_ON_FIGURES = frozenset({"figure", "second_check"})
"""What rows about one figure are called in the journal."""


class JournalPane(Pane):
    """Lists the journal; Enter or a click goes to what a row is about.

    ``back_wanted`` carries the row to whose state the officer wants to go back.
    """

    back_wanted = Signal(object)

    def __init__(self, review: Review, selection: Selection) -> None:
        super().__init__()
        self._review = review
        self._selection = selection
        self._stale = True
        self.list = wrapping_list("Journal")
        self._empty = empty_sentence("Nothing has been done in this workspace yet.")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.back = QPushButton("Go back to here…")
        self.back.setToolTip("Take back, in one step, everything done after the selected row")
        self.back.clicked.connect(self._ask_back)
        self.list.currentRowChanged.connect(self._show_back)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._empty, 1)
        bar = QHBoxLayout()
        bar.setContentsMargins(UNIT, UNIT // 2, UNIT, UNIT // 2)
        bar.addStretch(1)
        bar.addWidget(self.back)
        layout.addLayout(bar)
        self.hand_keys_to(self.list)
        self.list.itemClicked.connect(self._go)
        self.list.itemActivated.connect(self._go)

    def refresh(self, _changes: Changes) -> None:
        """Read the journal again, now or as soon as it is looked at."""
        self._stale = True
        if self.isVisible():
            self.fill()

    def _current(self) -> JournalRow | None:
        """Return the selected row."""
        item = self.list.currentItem()
        row: JournalRow | None = item.data(Qt.ItemDataRole.UserRole) if item else None
        return row

    def _show_back(self) -> None:
        """Offer to go back to the selected row, unless nothing was done after it."""
        row = self._current()
        first = self.list.item(0)
        newest: JournalRow | None = first.data(Qt.ItemDataRole.UserRole) if first else None
        later = row is not None and newest is not None and row.group != newest.group
        self.back.setEnabled(later and not self._review.read_only)

    def _ask_back(self) -> None:
        """Ask to go back to the selected row."""
        row = self._current()
        if row is not None:
            self.back_wanted.emit(row)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours; the application's palette is all there is here."""

    def fill(self) -> None:
        """List the latest rows, unless nothing was done since."""
        if not self._stale:
            return
        self._stale = False
        rows = self._review.history()[:_SHOWN]
        self.list.clear()
        titles = {each.id: each.title for each in self._review.binned()}
        titles |= {each.id: each.title for each in self._review.documents()}
        for told in self._review.told(rows):
            if not told.lapsed:  # the row that it follows from tells it
                self.list.addItem(self._item(told, titles))
        put_in_place(self, *(self.list, self._empty) if rows else (self._empty, self.list))
        self._show_back()

    def _item(self, told: Told, titles: Mapping[str, str]) -> QListWidgetItem:
        """Return one row in words."""
        row = told.row
        item = QListWidgetItem(f"{journal_words(told)}\n{self._target(row, titles)}")
        item.setData(Qt.ItemDataRole.UserRole, row)
        return item

    def _target(self, row: JournalRow, titles: Mapping[str, str]) -> str:
        """Say what a row is about; ``titles`` are those of the records, by id."""
        if row.target_kind in _NAMED:
            return f"{_NAMED[row.target_kind]} {self._review.target_words(row)}"
        if row.target_kind in _ON_FIGURES and self._review.has_figure(row.target):
            figure = self._review.figure(row.target)
            return f"{words.value(figure.current)} · {words.about(figure, self._review.dictionary)}"
        return titles.get(row.document or "", row.target_kind)

    def _go(self, item: QListWidgetItem) -> None:
        """Go to the figure or the record of a row, where it is still there."""
        row: JournalRow = item.data(Qt.ItemDataRole.UserRole)
        there = {summary.id for summary in self._review.documents()}
        if row.document in there:
            known = {figure.id for figure in self._review.figures(row.document)}
            if row.target in known:
                self._selection.select_figure(row.target)
            else:
                self._selection.select_document(row.document or "")
