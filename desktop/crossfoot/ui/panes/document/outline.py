"""Where one can go from a record: its sections, what it claims and promises, and the records that it refers to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from crossfoot.model import Commitment, Dictionary, Document, DocumentSummary, Span, Statement
from crossfoot.review.links import Link
from crossfoot.ui import words

_LONGEST = 76
"""Characters of an entry; the tooltip has it whole."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One place to go to: a span of this record, or another record where ``document`` names one."""

    said: str
    span: Span
    document: str = ""


def sections_of(document: Document) -> Iterator[Entry]:
    """Yield the sections of a record by their short names."""
    for section in document.record.sections:
        yield Entry(words.section(section.kind), Span(section.span.start, section.span.start))


def claims_of(statements: Sequence[Statement], dictionary: Dictionary) -> Iterator[Entry]:
    """Yield what a record claims in words alone: of which indicator, which way, and its place in the process model."""
    for each in statements:
        sign, way = words.DIRECTIONS[each.direction]
        told = f"{way} ({each.stage.value.replace('_', ' ')})" if each.stage else way
        about = ", ".join(filter(None, (dictionary.name(each.indicator), told)))
        yield Entry(f"{sign} {about}: {' '.join(each.quote.split())}", each.span)


def promises_of(commitments: Sequence[Commitment]) -> Iterator[Entry]:
    """Yield what a record promises: when, by whom, and what."""
    for each in commitments:
        when = f"by {words.day(each.due)}" if each.due else each.when
        said = ": ".join(part for part in (" · ".join(part for part in (when, each.who) if part), each.what) if part)
        yield Entry(f"☑ {said}", each.span)


def references_of(links: Sequence[Link], summary: Callable[[str], DocumentSummary | None]) -> Iterator[Entry]:
    """Yield what a record refers to: an entry for each record that may be meant, one where none is here.

    ``summary`` gives the line of a record by its id.
    """
    for link in links:
        quote = " ".join(link.reference.quote.split())
        there = [
            Entry(f"→ {quote}: {record.title}, {words.day(record.meeting_date)}", link.reference.span, record.id)
            for record in map(summary, link.documents)
            if record is not None
        ]
        yield from there or [Entry(f"→ {quote}: not in this workspace", link.reference.span)]


class Outline(QComboBox):
    """A list to choose a place from; ``chosen`` carries the :class:`Entry`."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Go to a section, a claim, a promise or another record")
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.take_room(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(24)
        self.activated.connect(self._choose)

    def take_room(self, roomy: bool) -> None:
        """Say in full what the list is for, or where there is little room in one word; its tooltip has it whole."""
        self.setPlaceholderText("Go to …" if roomy else "Go")
        self.setMinimumContentsLength(6 if roomy else 1)
        self.setToolTip("" if roomy else self.accessibleName())

    def minimumSizeHint(self) -> QSize:
        """Return the size that is wanted now: Qt keeps the least one of before, when there was more room."""
        return self.sizeHint()

    def fill(self, *groups: Sequence[Entry]) -> None:
        """Show groups of entries with a line between them."""
        self.clear()
        for group in filter(None, groups):
            if self.count():
                self.insertSeparator(self.count())
            for entry in group:
                said = entry.said if len(entry.said) <= _LONGEST else f"{entry.said[: _LONGEST - 1]}…"
                self.addItem(said, entry)
                self.setItemData(self.count() - 1, entry.said, Qt.ItemDataRole.ToolTipRole)
        texts = [self.itemText(row) for row in range(self.count())]
        widest = max(map(self.fontMetrics().horizontalAdvance, texts), default=0)
        self.view().setMinimumWidth(widest + 40)
        self.setCurrentIndex(-1)
        self.setVisible(self.count() > 0)

    def _choose(self, row: int) -> None:
        """Tell what was chosen, and be ready for the next choice."""
        entry = self.itemData(row)
        self.setCurrentIndex(-1)
        if isinstance(entry, Entry):
            self.chosen.emit(entry)
