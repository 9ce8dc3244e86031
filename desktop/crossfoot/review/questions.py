"""What the screens ask: lists, counts, the next figure to decide on, the history and series."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from crossfoot.model import (
    Annotation,
    Counts,
    DocumentSummary,
    Finding,
    ReviewedFigure,
    SeriesPoint,
    State,
)
from crossfoot.review.annotating import matches
from crossfoot.review.charts import series_points
from crossfoot.review.counting import count_all, counts_of
from crossfoot.review.findings.gathering import findings_of
from crossfoot.review.shelf import Shelf, document_of
from crossfoot.workspace import DocumentRow

T = TypeVar("T")


def documents(shelf: Shelf) -> tuple[DocumentSummary, ...]:
    """Return a line for each document, by meeting date, then name."""
    count_all(shelf)
    return tuple(_summary(shelf, row) for row in shelf.order())


def document(shelf: Shelf, document_id: str) -> DocumentSummary | None:
    """Return the line of one document, or None where it is not there or lies in the bin."""
    row = shelf.row(document_id)
    return None if row is None else _summary(shelf, row)


def _summary(shelf: Shelf, row: DocumentRow) -> DocumentSummary:
    """Return a document's line."""
    return shelf.summary(row, counts_of(shelf, row.id))


def figures(shelf: Shelf, document_id: str | None) -> tuple[ReviewedFigure, ...]:
    """Return a document's figures by place, or all in document order."""
    return tuple(figure for each in shelf.ids(document_id) for figure in shelf.sheet(each).figures.values())


def findings(shelf: Shelf, document_id: str | None) -> tuple[tuple[str, Finding], ...]:
    """Return (document id, finding) pairs, within each document queries first.

    Of all documents those are left out whose own checks are awaited.
    """
    chosen = shelf.checked_ids() if document_id is None else (document_id,)
    return tuple((each, finding) for each in chosen for finding in findings_of(shelf, each))


def marks(shelf: Shelf, document_id: str | None, query: str) -> tuple[Annotation, ...]:
    """Return annotations in the order of their places; with a query those that hold all its words."""
    return tuple(
        annotation
        for each in shelf.ids(document_id)
        for annotation in shelf.sheet(each).annotations.values()
        if matches(annotation, query)
    )


def counts(shelf: Shelf, document_id: str | None) -> Counts:
    """Return how far the check of a document, or of all, has come."""
    if document_id is not None:
        return counts_of(shelf, document_id)
    count_all(shelf)
    return shelf.counts_of_all()


def next_undecided(shelf: Shelf, after: str | None, document_id: str | None, *, backwards: bool) -> str | None:
    """Return the next figure without a decision, going round at the end; None where all are decided.

    ``after`` itself comes last, so that going on never stays where it is while another is open.
    Records in which all are decided are passed over unread.
    """
    ids = _turned(shelf.ids(document_id), backwards)
    home = document_of(after) if after is not None else ""
    start = ids.index(home) if home in ids else 0
    behind: tuple[ReviewedFigure, ...] = ()
    for each in (*ids[start:], *ids[:start]):
        if counts_of(shelf, each).unreviewed:
            there = _in_order(shelf, each, backwards)
            if each == home:
                at = next((place + 1 for place, figure in enumerate(there) if figure.id == after), 0)
                there, behind = there[at:], tuple(there[:at])
            found = next((figure.id for figure in there if figure.state is State.UNREVIEWED), None)
            if found is not None:
                return found
    return next((figure.id for figure in behind if figure.state is State.UNREVIEWED), None)


def _in_order(shelf: Shelf, document_id: str, backwards: bool) -> Sequence[ReviewedFigure]:
    """Return a document's figures by place, from the last one where ``backwards``."""
    return _turned(tuple(shelf.sheet(document_id).figures.values()), backwards)


def _turned(things: Sequence[T], backwards: bool) -> Sequence[T]:
    """Return things from the last to the first where ``backwards``."""
    return things[::-1] if backwards else things


def series(shelf: Shelf, indicator: str) -> tuple[SeriesPoint, ...]:
    """Return an indicator's reported values by the last day of their periods, those not figures left out."""
    return series_points(figures(shelf, None), indicator)
