"""The search pane."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
)

from crossfoot.model import Changes, WorldError
from crossfoot.model.views import ViewKind
from crossfoot.review.search import Hit, HitKind
from crossfoot.review.session import Review
from crossfoot.ui import words
from crossfoot.ui.filter_line import FilterLine
from crossfoot.ui.look.theme import UNIT, Theme
from crossfoot.ui.selection import Selection
from crossfoot.ui.widgets import ElidedComboBox, Pane, plain_label, wrapping_list

_PAUSE = 150  # milliseconds between the last key and the search
_LIMIT = 200
"""How many hits of one kind are listed; more words narrow them down."""
_HEADS = {HitKind.FIGURE: "Figures", HitKind.ANNOTATION: "Notes", HitKind.TEXT: "Text"}
"""The kinds in the order in which they are listed."""
_HELP = (
    "Type to search the whole workspace. “Words in quotes” follow each other, refer* is a beginning, -draft must not "
    "be there. Fields narrow it down: indicator:referrals value:>200 state:queried date:2013 section:reasons tag:ask"
)


class SearchPane(Pane):
    """Searches while one types; ``place_wanted`` carries (document, span) of a chosen hit.

    A search can be kept under a name: ``name_wanted`` asks for one and carries (a suggestion, what to do with the
    answer), ``save_wanted`` carries (name, query), ``forget_wanted`` the id of a saved search.
    """

    place_wanted = Signal(str, object)
    note_wanted = Signal(str)
    name_wanted = Signal(str, object)
    save_wanted = Signal(str, str)
    forget_wanted = Signal(str)
    left = Signal()

    def __init__(self, review: Review, selection: Selection) -> None:
        super().__init__()
        self._review = review
        self._selection = selection
        self._hits: list[Hit] = []
        self.box = _SearchBox(self)
        self.box.setPlaceholderText("Search texts, figures and notes")
        self.box.setAccessibleName("Search everything")
        self.box.setClearButtonEnabled(True)
        self.list = wrapping_list("Search results")
        self._said = plain_label(_HELP, "muted", wrap=True)
        self._said.setAlignment(Qt.AlignmentFlag.AlignTop)  # it has the room of the list while there is no hit
        self.saved = ElidedComboBox()
        self.saved.setAccessibleName("Saved searches")
        self.keep = QPushButton("Save…")
        self.keep.setToolTip("Keep this search under a name")
        self.forget = QPushButton("Forget")
        self.forget.setToolTip("Forget the saved search that is shown")
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PAUSE)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        layout.setSpacing(UNIT)
        kept = QHBoxLayout()
        kept.setSpacing(UNIT // 2)
        kept.addWidget(self.saved, 1)
        kept.addWidget(self.keep)
        kept.addWidget(self.forget)
        layout.addWidget(self.box)
        layout.addLayout(kept)
        layout.addWidget(self._said)
        layout.addWidget(self.list, 1)
        self.hand_keys_to(self.box)
        self.saved.activated.connect(self._take_saved)
        self.keep.clicked.connect(lambda: self.name_wanted.emit(self.box.text().strip(), self._save_as))
        self.forget.clicked.connect(lambda: self.forget_wanted.emit(self.saved.currentData()))
        self.box.textChanged.connect(self._offer_to_keep)
        self._list_saved()
        self._later.timeout.connect(self.search)
        self.box.textChanged.connect(self._wait)
        self.box.returnPressed.connect(self._first)
        self.box.down.connect(self._into_list)
        self.box.escaped.connect(self.left)
        self.list.currentItemChanged.connect(self._go)
        self.list.itemActivated.connect(self._go)
        self.list.hide()

    def start(self, text: str = "") -> None:
        """Take the focus, with words to look for where some are selected in the text."""
        if text:
            self.box.setText(text)
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    def refresh(self, changes: Changes) -> None:
        """Search again where something was changed that is listed."""
        if changes.views:
            self._list_saved()
        if self.box.text().strip() and (changes.documents or changes.annotations or changes.figures):
            self._later.start()

    def _list_saved(self) -> None:
        """List the saved searches under a first line that stands for none."""
        searches = self._review.views(ViewKind.SEARCH)
        self.saved.clear()
        self.saved.addItem("Saved searches" if searches else "No saved searches", "")
        for view in searches:
            self.saved.addItem(view.name, view.id)
        self._offer_to_keep()

    def _take_saved(self) -> None:
        """Search again what a saved search says."""
        for view in self._review.views(ViewKind.SEARCH):
            if view.id == self.saved.currentData():
                self.box.setText(view.query)
                self.search()
        self._offer_to_keep()

    def _save_as(self, name: str) -> None:
        """Ask to keep what is searched for under a name."""
        self.save_wanted.emit(name, self.box.text().strip())

    def _offer_to_keep(self) -> None:
        """Say what can be kept and forgotten now."""
        writable = not self._review.read_only
        self.keep.setEnabled(bool(self.box.text().strip()) and writable)
        self.forget.setEnabled(bool(self.saved.currentData()) and writable)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours; the application's palette is all there is here."""

    def search(self) -> None:
        """List the hits, kind by kind."""
        self._later.stop()
        query = self.box.text().strip()
        wrong = ""
        try:
            found = self._review.search(query, _LIMIT)
        except WorldError as error:  # a field half typed: said where one looks, and not in a box
            found, wrong = (), str(error)
        self._hits = sorted(found, key=lambda hit: list(_HEADS).index(hit.kind))
        self.list.blockSignals(True)
        self.list.clear()
        summaries = {summary.id: summary for summary in self._review.documents()}
        place = 0
        for kind, group in groupby(self._hits, key=lambda hit: hit.kind):
            listed = list(group)
            more = "+" if len(listed) == _LIMIT else ""
            head = QListWidgetItem(f"{_HEADS[kind]} {len(listed)}{more}")
            head.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(head)
            for hit in listed:
                where = summaries[hit.document]
                section = f" · {words.section(hit.section)}" if hit.section else ""
                place_words = f"{where.title}, {words.day(where.meeting_date)}{section}"
                row = QListWidgetItem(f"{hit.snippet}\n{place_words}")
                row.setData(Qt.ItemDataRole.UserRole, place)
                self.list.addItem(row)
                place += 1
        self.list.blockSignals(False)
        self.list.setVisible(bool(self._hits))
        self._said.setVisible(not self._hits)
        self._said.setText(wrong or ("Nothing was found." if query else _HELP))

    def _wait(self) -> None:
        """Search as soon as no key has come for a moment."""
        self._later.start()

    def _first(self) -> None:
        """Search at once and go to the first hit; pressed again, to the next."""
        if self._later.isActive() or not self._hits:
            self.search()
        items = self._rows()
        if items:
            current = self.list.currentItem()
            place = items.index(current) + 1 if current in items else 0
            self.list.setCurrentItem(items[place % len(items)])

    def _into_list(self) -> None:
        """Go from the box into the list."""
        rows = self._rows()
        if rows:
            self.list.setFocus()
            if self.list.currentItem() is None:
                self.list.setCurrentItem(rows[0])

    def _rows(self) -> list[QListWidgetItem]:
        """Return the rows that are hits."""
        rows = (self.list.item(row) for row in range(self.list.count()))
        return [row for row in rows if row.data(Qt.ItemDataRole.UserRole) is not None]

    def _go(self) -> None:
        """Bring the current hit into view; a figure becomes the selected one."""
        current = self.list.currentItem()
        place = current.data(Qt.ItemDataRole.UserRole) if current else None
        if place is None:
            return
        hit = self._hits[place]
        if hit.kind is HitKind.FIGURE:
            self._selection.select_figure(hit.target)
        elif hit.kind is HitKind.ANNOTATION:
            self.note_wanted.emit(hit.target)
        else:
            self.place_wanted.emit(hit.document, hit.span)


class _SearchBox(FilterLine):
    """A line that hands on Escape and the arrow down."""

    escaped = Signal()
    down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Look at the key before the line takes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.down.emit()
        else:
            super().keyPressEvent(event)
