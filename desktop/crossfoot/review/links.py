"""References to other meetings and records, led to the documents of the workspace that they mean.

A reference is resolved anew each time, because documents come and go. A meeting means every record of it: several
items were decided there; those whose titles share most words with the sentence come first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from crossfoot.extraction.record.elsewhere import number_key
from crossfoot.model import Reference, ReferenceKind
from crossfoot.review.shelf import Shelf
from crossfoot.workspace import DocumentRow

_AROUND = 200
"""Characters on both sides of a reference whose words are compared with titles."""

_SHORTEST = 3
"""A number of fewer letters and digits would be the end of too many others."""


@dataclass(frozen=True, slots=True)
class Link:
    """A reference of a document with the documents that it means, the likeliest first; none where none is here."""

    reference: Reference
    documents: tuple[str, ...] = ()


def links(shelf: Shelf, document_id: str) -> tuple[Link, ...]:
    """Return the references of a document in the order of their places."""
    document = shelf.document(document_id)
    rows = [row for row in shelf.order() if row.id != document_id]
    here = next((row for row in shelf.order() if row.id == document_id), None)
    found = []
    for reference in document.record.references:
        meant = [row for row in _meant(reference, rows) if here is None or _same_council(row, here)]
        start, end = reference.span.start, reference.span.end
        said = _words(document.text[max(0, start - _AROUND) : end + _AROUND])
        meant.sort(key=lambda row: -len(said & _words(row.name)))
        found.append(Link(reference, tuple(row.id for row in meant)))
    return tuple(found)


def _meant(reference: Reference, rows: list[DocumentRow]) -> Iterator[DocumentRow]:
    """Yield the documents whose meeting date or reference is the one that was named."""
    key = number_key(reference.number)
    for row in rows:
        if reference.kind is ReferenceKind.MEETING:
            first, last = reference.first, reference.last
            if first is not None and last is not None and row.meeting_date and first <= row.meeting_date <= last:
                yield row
        elif row.reference and len(key) >= _SHORTEST:
            own = number_key(row.reference)
            if own == key or (reference.kind is ReferenceKind.MINUTE and own.endswith(key)):
                yield row


def _same_council(one: DocumentRow, other: DocumentRow) -> bool:
    """Tell whether two records may be of one council; one that does not name its council may be of any."""
    return not one.council or not other.council or one.council.casefold() == other.council.casefold()


def _words(text: str) -> set[str]:
    """Return the longer words of a text."""
    return set(re.findall(r"[^\W\d_]{4,}", text.casefold()))
