"""What the screens ask: lists, counts, the next figure to decide on, the history and series."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
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
from crossfoot.review.findings.gathering import findings_of, queries_of
from crossfoot.review.shelf import Shelf
from crossfoot.workspace import DocumentRow

T = TypeVar("T")


def documents(shelf: Shelf) -> tuple[DocumentSummary, ...]:
    """Return a line for each document, by meeting date, then name."""
    return tuple(_summary(shelf, row) for row in shelf.order())


def document(shelf: Shelf, document_id: str) -> DocumentSummary | None:
    """Return the line of one document, or None where it is not there or lies in the bin."""
    row = shelf.row(document_id)
    return None if row is None else _summary(shelf, row)


def _summary(shelf: Shelf, row: DocumentRow) -> DocumentSummary:
    """Return a document's line."""
    return shelf.summary(row, _counts(shelf, row.id))


def figures(shelf: Shelf, document_id: str | None) -> tuple[ReviewedFigure, ...]:
    """Return a document's figures by place, or all in document order."""
    return tuple(figure for each in shelf.ids(document_id) for figure in shelf.sheet(each).figures.values())


def findings(shelf: Shelf, document_id: str | None) -> tuple[tuple[str, Finding], ...]:
    """Return (document id, finding) pairs, within each document queries first."""
    return tuple((each, finding) for each in shelf.ids(document_id) for finding in findings_of(shelf, each))


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
        return _counts(shelf, document_id)
    for each in shelf.uncounted():
        _counts(shelf, each)
    return shelf.counts_of_all()


def _counts(shelf: Shelf, document_id: str) -> Counts:
    """Return how far the check of one document has come."""
    return shelf.counts(document_id, partial(queries_of, shelf, document_id))


def next_undecided(shelf: Shelf, after: str | None, document_id: str | None, *, backwards: bool) -> str | None:
    """Return the next figure without a decision, going round at the end; None where all are decided.

    ``after`` itself comes last, so that going on never stays where it is while another is open.
    """
    ids = shelf.ids(document_id)
    if after is None:  # of a thousand records few have to be looked at
        every = (figure for each in _turned(ids, backwards) for figure in _in_order(shelf, each, backwards))
        return next((figure.id for figure in every if figure.state is State.UNREVIEWED), None)
    around = _turned(figures(shelf, document_id), backwards)
    start = next((index + 1 for index, figure in enumerate(around) if figure.id == after), 0)
    rest = (*around[start:], *around[:start])
    return next((figure.id for figure in rest if figure.state is State.UNREVIEWED), None)


def _in_order(shelf: Shelf, document_id: str, backwards: bool) -> Sequence[ReviewedFigure]:
    """Return a document's figures by place, from the last one where ``backwards``."""
    return _turned(tuple(shelf.sheet(document_id).figures.values()), backwards)


def _turned(things: Sequence[T], backwards: bool) -> Sequence[T]:
    """Return things from the last to the first where ``backwards``."""
    return things[::-1] if backwards else things


def series(shelf: Shelf, indicator: str) -> tuple[SeriesPoint, ...]:
    """Return an indicator's reported values by the last day of their periods, those not figures left out."""
    return series_points(figures(shelf, None), indicator)
