"""One number that was read as several, or several as one: figures are joined and split, and nothing is lost by it.

What was read wrongly is rejected with the reason, so that it stays in the table and in the journal; what takes
its place is undecided, so that the officer looks at it like at any other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from crossfoot.extraction.extractor import Extractor
from crossfoot.model import Changes, Document, Figure, Origin, ReviewedFigure, Span, State, WorldError
from crossfoot.review.decisions import as_added, held
from crossfoot.review.ledger import Ledger, figure_entry
from crossfoot.review.proposing import propose
from crossfoot.review.typed import read_value
from crossfoot.workspace import Entry, FigureState

JOIN, SPLIT = "join", "split"
"""The verbs of these acts; the reason of each says what it made of what."""

_APART = 24
"""Characters that may stand between two figures that are joined: more than a line break, less than a sentence."""

_NUMBER = re.compile(r"[£$€]?\d[\d,]*(?:\.\d+)?\s?%?")


def join(ledger: Ledger, figure_ids: Sequence[str], extractor: Extractor) -> Changes:
    """Put one figure in the place of several that stand next to each other, in one act.

    Raises WorldError where they do not, or where no number can be read over them.
    """
    figures = sorted((ledger.shelf.figure(each) for each in dict.fromkeys(figure_ids)), key=lambda f: f.printed.span)
    if len(figures) < 2:
        raise WorldError("To join figures, select two or more of them that stand next to each other.")
    if len({figure.document for figure in figures}) > 1:
        raise WorldError("Figures of different records cannot be joined: select those of one record.")
    for one, other in pairwise(figures):
        if not 0 <= other.printed.span.start - one.printed.span.end <= _APART:
            quotes = f"“{one.printed.quote}” and “{other.printed.quote}”"
            raise WorldError(f"{quotes} do not stand next to each other: select neighbours.")
    document = ledger.shelf.document(figures[0].document)
    span = Span(figures[0].printed.span.start, figures[-1].printed.span.end)
    joined = _over(document, span, figures[0].current, extractor)
    return _put(ledger, JOIN, document, gone=figures, made=[joined], reason=f"joined into “{_plain(joined.quote)}”")


def split(ledger: Ledger, figure_id: str, extractor: Extractor) -> Changes:
    """Put a figure for each number of its words in the place of one, in one act.

    Raises WorldError where its words hold one number only.
    """
    figure = ledger.shelf.figure(figure_id)
    document = ledger.shelf.document(figure.document)
    start = figure.printed.span.start
    places = [Span(*match.span()).shifted(start) for match in _NUMBER.finditer(figure.printed.quote)]
    if len(places) < 2:
        raise WorldError(
            f"There is one number in “{_plain(figure.printed.quote)}”: "
            "select the words of a part in the text and press F."
        )
    parts = [_part(document, place, figure.current, extractor) for place in places]
    named = " and ".join(f"“{_plain(part.quote)}”" for part in parts)
    return _put(ledger, SPLIT, document, gone=[figure], made=parts, reason=f"split into {named}")


def _over(document: Document, span: Span, like: Figure, extractor: Extractor) -> Figure:
    """Return the figure that the words from the first to the last hold; its other fields are those of the first.

    Raises WorldError where a number of them would be lost: "41 | 58" are two cells of a table.
    """
    quote = span.cut(document.text)
    try:
        typed = read_value("".join(quote.split()))
    except WorldError:
        made = propose(document, span, extractor)
        if made.span.start > span.start or made.span.end < span.end:
            raise WorldError(f"“{_plain(quote)}” cannot be read as one number: nothing was joined.") from None
        return replace(made, quote=quote, rule="joined")
    return replace(
        like, span=span, quote=quote, value=typed.value, step=typed.step, unit=typed.unit or like.unit, rule="joined"
    )


def _part(document: Document, span: Span, like: Figure, extractor: Extractor) -> Figure:
    """Return the figure of one part; what the rules do not see there is as in the whole."""
    made = propose(document, span, extractor)
    return replace(
        made,
        span=span,
        quote=span.cut(document.text),
        unit=made.unit or like.unit,
        indicator=made.indicator or like.indicator,
        label=made.label or like.label,
        subject=made.subject or like.subject,
        period=made.period or like.period,
        nature=made.nature or like.nature,
        rule="split",
    )


def _put(
    ledger: Ledger,
    verb: str,
    document: Document,
    *,
    gone: Sequence[ReviewedFigure],
    made: Sequence[Figure],
    reason: str,
) -> Changes:
    """Write one act that rejects figures and puts others in; one that the officer had added goes altogether."""
    now = ledger.clock()
    entries: list[Entry] = []
    for figure in gone:
        before = held(figure)
        after: FigureState | None = replace(
            before, state=State.REJECTED, reason=reason, reviewer=ledger.reviewer, reviewed_at=now
        )
        if figure.origin is Origin.ADDED:
            after = None
        entries.append(figure_entry(figure.id, figure.document, before, after))
    taken = {figure.printed.id for figure in ledger.shelf.sheet(document.id).figures.values()}
    for part in made:
        added = as_added(document, part, taken)
        taken.add(added.id)
        state = FigureState(State.UNREVIEWED, added=added)
        entries.append(figure_entry(f"{document.id}-{added.id}", document.id, None, state))
    return ledger.act(verb, entries, reason=reason, at=now)


def _plain(quote: str) -> str:
    """Return words on one line."""
    return " ".join(quote.split())
