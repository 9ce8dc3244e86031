"""The rows that the search keeps of figures, written with the act that changes them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from crossfoot.model import Dictionary, ReviewedFigure
from crossfoot.model.wording import value_words
from crossfoot.workspace.search import FigureIndex, IndexedFigure

if TYPE_CHECKING:  # a process that reads files has no shelf
    from crossfoot.review.shelf import Sheet, Shelf

_LETTER_BEHIND_DIGIT = re.compile(r"(\d)([a-z])", re.IGNORECASE)
"""Where "5.51m" is parted, so that "5.51" finds it too."""


def index_change(index: FigureIndex, dictionary: Dictionary, document_id: str, before: Sheet, after: Sheet) -> None:
    """Write the rows of the figures in which two states of a document differ; for use inside the act's transaction."""
    changed = [f for key, f in after.figures.items() if before.figures.get(key) != f]
    gone = before.figures.keys() - after.figures.keys()
    if changed or gone:
        index.update(document_id, [row_of(figure, dictionary) for figure in changed], gone)


def index_whole(index: FigureIndex, dictionary: Dictionary, document_id: str, sheet: Sheet) -> None:
    """Write all rows of a document anew; for use inside a transaction."""
    index.replace(document_id, [row_of(figure, dictionary) for figure in sheet.figures.values()])


def index_missing(shelf: Shelf, dictionary: Dictionary) -> None:
    """Make the rows of documents that never had any, those of a workspace that is older than the search.

    A workspace that may only be read stays as it is: its figures are then found by their text alone.
    """
    workspace = shelf.workspace
    with workspace.reading():
        missing = workspace.figure_index.missing()
    if not missing or workspace.read_only:
        return
    with workspace.transaction():
        for document_id in missing:
            index_whole(workspace.figure_index, dictionary, document_id, shelf.sheet(document_id))


def row_of(figure: ReviewedFigure, dictionary: Dictionary) -> IndexedFigure:
    """Return a figure as the search knows it: as it stands now, with the words that it can be found by."""
    now = figure.current
    indicator = dictionary.by_key.get(now.indicator) if now.indicator else None
    words = (
        figure.printed.quote,
        _LETTER_BEHIND_DIGIT.sub(r"\1 \2", figure.printed.quote),
        f"{now.value:f}",
        now.label,
        now.subject,
        dictionary.name(now.indicator),
        figure.note,
        figure.reason,
    )
    return IndexedFigure(
        id=figure.id,
        document=figure.document,
        state=figure.state.value,
        value=float(now.value),
        unit=now.unit or "",
        indicator=now.indicator or "",
        stage=indicator.stage.value if indicator else "",
        nature=now.nature or "",
        section=figure.printed.section or "",
        reviewer=figure.reviewer,
        first_day=now.period.start.isoformat() if now.period else "",
        last_day=now.period.end.isoformat() if now.period else "",
        sure=float(figure.printed.confidence),
        start=figure.printed.span.start,
        stop=figure.printed.span.end,
        said=f"{value_words(now.value, now.unit)} {dictionary.name(now.indicator) or now.label}".strip(),
        words=" ".join(word for word in words if word),
    )
