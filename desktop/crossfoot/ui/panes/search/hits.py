"""What is found: in the texts, among the figures, in the notes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from crossfoot.model import Document, Span
from crossfoot.review.session import Review
from crossfoot.ui import words

LIMIT = 200
"""How many hits of one kind are listed; more words narrow them down."""


class HitKind(Enum):
    """Where something was found."""

    TEXT = "Text"
    FIGURE = "Figures"
    NOTE = "Notes"


@dataclass(frozen=True, slots=True)
class Hit:
    """One place: its document and span, the figure where it is one, and the words to show."""

    kind: HitKind
    document: str
    span: Span
    words: str
    figure: str = ""


def hits(review: Review, query: str) -> Iterator[Hit]:
    """Go through everything in the workspace that holds the words of ``query``, at most LIMIT of each kind."""
    wanted = query.strip()
    if not wanted:
        return
    yield from _first(_figures(review, wanted))
    yield from _first(_notes(review, wanted))
    yield from _first(_texts(review, wanted))


def _first(found: Iterator[Hit]) -> Iterator[Hit]:
    """Return the first hits of a kind."""
    for _, hit in zip(range(LIMIT), found, strict=False):
        yield hit


def _texts(review: Review, wanted: str) -> Iterator[Hit]:
    """Find the words as they follow each other, whatever the space between them."""
    pattern = re.compile(r"\s+".join(re.escape(part) for part in wanted.split()), re.IGNORECASE)
    for summary in review.documents():
        document = review.document(summary.id)
        for found in pattern.finditer(document.text):
            span = Span(*found.span())
            yield Hit(HitKind.TEXT, summary.id, span, _line(document, span))


def _line(document: Document, span: Span) -> str:
    """Return the words around a place, with its section before them."""
    section = document.record.section_at(span.start)
    around = words.surroundings(document.text, span, 40)
    return f"{words.section(section)}: {around}" if section else around


def _figures(review: Review, wanted: str) -> Iterator[Hit]:
    """Find figures whose fields, note or reason hold every word."""
    parts = wanted.casefold().split()
    for item in review.figures():
        said = f"{words.value(item.current)} – {words.headline(item, review.dictionary)}"
        text = f"{said} {item.printed.quote} {item.note} {item.reason}".casefold()
        if all(part in text or part in text.replace(",", "") for part in parts):
            yield Hit(HitKind.FIGURE, item.document, item.printed.span, said, item.id)


def _notes(review: Review, wanted: str) -> Iterator[Hit]:
    """Find notes by their comment, tags and quote."""
    for note in review.annotations(None, wanted):
        yield Hit(HitKind.NOTE, note.document, note.span, note.comment or f"“{note.quote}”")
