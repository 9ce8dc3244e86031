"""Search through everything in the workspace: texts, figures with their labels, and annotations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from crossfoot.model import Dictionary, Document, SectionKind, Span
from crossfoot.review.annotating import matches
from crossfoot.review.shelf import Shelf

_AROUND = 60
"""Characters shown on both sides of a hit."""


class HitKind(StrEnum):
    """Where a hit was found."""

    TEXT = "text"
    FIGURE = "figure"
    ANNOTATION = "annotation"


@dataclass(frozen=True, slots=True)
class Hit:
    """One place that a query leads to. ``target`` is the figure's or annotation's id, or the document's."""

    kind: HitKind
    document: str
    target: str
    span: Span
    section: SectionKind | None
    snippet: str


def search(shelf: Shelf, dictionary: Dictionary, query: str) -> tuple[Hit, ...]:
    """Return the hits of a query in document order, in each document by place.

    In a text the query is looked for as a phrase, small and capital letters and line breaks minded
    not; a figure or annotation is a hit where all words stand in what is known of it.
    """
    if not query.strip():
        return ()
    return tuple(hit for row in shelf.order() for hit in _in_document(shelf, dictionary, row.id, query))


def _in_document(shelf: Shelf, dictionary: Dictionary, document_id: str, query: str) -> list[Hit]:
    """Return the hits of one document by place."""
    document, sheet = shelf.document(document_id), shelf.sheet(document_id)
    found = [_hit(HitKind.TEXT, document, document_id, span) for span in _in_text(document.text, query)]
    words = query.casefold().split()
    for figure in sheet.figures.values():
        known = (
            figure.printed.quote,
            figure.current.label,
            figure.current.subject,
            dictionary.name(figure.current.indicator),
            figure.note,
            figure.reason,
        )
        if all(word in " ".join(known).casefold() for word in words):
            found.append(_hit(HitKind.FIGURE, document, figure.id, figure.printed.span))
    found += [
        _hit(HitKind.ANNOTATION, document, annotation.id, annotation.span, annotation.comment)
        for annotation in sheet.annotations.values()
        if matches(annotation, query)
    ]
    return sorted(found, key=lambda hit: (hit.span, hit.kind))


def _in_text(text: str, query: str) -> Iterator[Span]:
    """Yield the places of a phrase, whatever white space stands between its words."""
    phrase = r"\s+".join(re.escape(word) for word in query.split())
    for match in re.finditer(phrase, text, re.IGNORECASE):
        yield Span(match.start(), match.end())


def _hit(kind: HitKind, document: Document, target: str, span: Span, comment: str = "") -> Hit:
    """Return a hit with the words around it, the hit itself in square brackets, on one line."""
    text = document.text
    before = text[max(0, span.start - _AROUND) : span.start]
    after = text[span.end : span.end + _AROUND]
    snippet = " ".join(f"{before}[{span.cut(text)}]{after}".split())
    said = f"{' '.join(comment.split())} — {snippet}" if comment else snippet
    return Hit(kind, document.id, target, span, document.record.section_at(span.start), said)
