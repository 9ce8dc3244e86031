"""The documents of a workspace as a list."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from crossfoot.model import Changes, DocumentSummary, file_name
from crossfoot.review.session import Review
from crossfoot.ui import words

Index = QModelIndex | QPersistentModelIndex
SUMMARY = Qt.ItemDataRole.UserRole + 1
"""The role under which a row gives its :class:`DocumentSummary`."""

_NOWHERE = QModelIndex()
_FEW = 16
"""Rows that change together up to which each is told by itself."""


def mark(summary: DocumentSummary) -> str:
    """Return the sign of a document's progress: ✓ signed, ▣ all decided, ◧ begun, ▢ not begun, – nothing to decide."""
    counts = summary.counts
    if summary.sign_off is not None:
        return "✓"
    if not counts.found:
        return "–"
    if not counts.unreviewed:
        return "▣"
    return "◧" if counts.decided else "▢"


def progress_words(summary: DocumentSummary) -> str:
    """Return a document's progress in words, for the tooltip and for the ear."""
    counts = summary.counts
    signed = f", signed off by {summary.sign_off.reviewer}" if summary.sign_off else ""
    if not counts.found:
        return f"no figures{signed}"
    if not counts.unreviewed:
        return f"all {words.plural(counts.found, 'figure')} decided{signed}"
    return f"{counts.decided:,} of {words.plural(counts.found, 'figure')} decided{signed}"


class DocumentsModel(QAbstractListModel):
    """Rows are documents in the order of their meetings; filtered here by words."""

    def __init__(self, review: Review, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._review = review
        self._all: list[DocumentSummary] = []
        self._shown: list[DocumentSummary] = []
        self._wanted: list[str] = []
        self.reload()

    @property
    def total(self) -> int:
        """Return how many documents there are without a filter."""
        return len(self._all)

    def row_of(self, document: str) -> int | None:
        """Return the row of a document, or None where it is not shown."""
        return next((row for row, item in enumerate(self._shown) if item.id == document), None)

    def first_row_of(self, documents: Collection[str]) -> int | None:
        """Return the first row that shows one of some documents, or None where none is shown."""
        return next((row for row, item in enumerate(self._shown) if item.id in documents), None)

    def id_at(self, row: int) -> str:
        """Return the document of a row."""
        return self._shown[row].id

    def set_filter(self, typed: str) -> None:
        """Show only documents that hold every typed word in title, date, council or file name."""
        self._wanted = typed.casefold().split()
        self._arrange()

    def reload(self) -> None:
        """Ask for all documents again."""
        self._all = list(self._review.documents())
        self._arrange()

    def refresh(self, changes: Changes) -> None:
        """Show new counts of what ``changes`` names; documents that came or went are asked for anew."""
        if changes.documents:
            self.reload()
            return
        touched = {item.partition("-")[0] for item in changes.figures} | changes.findings_of | changes.sign_offs
        if not touched:
            return
        now = {each: self._review.summary(each) for each in touched}
        for items in (self._all, self._shown):
            for row, item in enumerate(items):
                items[row] = now.get(item.id) or item
        rows = [row for row, item in enumerate(self._shown) if item.id in touched]
        if len(rows) > _FEW:  # to tell of each takes longer than to draw all that can be seen
            self.dataChanged.emit(self.index(rows[0]), self.index(rows[-1]), [SUMMARY])
            return
        for row in rows:
            self.dataChanged.emit(self.index(row), self.index(row), [SUMMARY])

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many documents are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a document's words."""
        if not index.isValid():
            return None
        item = self._shown[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return item.title
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join((item.title, f"{words.day(item.meeting_date)} · {progress_words(item)}", *item.notes))
            case Qt.ItemDataRole.AccessibleTextRole:
                look = f", {words.plural(item.counts.findings, 'check')} to look at" if item.counts.findings else ""
                return f"{item.title}, {words.day(item.meeting_date)}, {progress_words(item)}{look}"
            case _:
                return item if role == SUMMARY else None

    def _arrange(self) -> None:
        """Filter anew."""
        self.beginResetModel()
        self._shown = [item for item in self._all if self._holds(item)]
        self.endResetModel()

    def _holds(self, item: DocumentSummary) -> bool:
        """Tell whether a document holds every wanted word."""
        text = f"{item.title} {words.day(item.meeting_date)} {item.council or ''} {file_name(item.path)}".casefold()
        return all(word in text for word in self._wanted)
