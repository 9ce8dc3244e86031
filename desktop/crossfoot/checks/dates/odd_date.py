"""The one date of a table or list that is not the date of all its other rows, for rule 14."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.cues import COMPARISON
from crossfoot.checks.basis.passages import small
from crossfoot.checks.dates.reported import DAY, printed_day
from crossfoot.model import Figure

_CELL = re.compile(rf"\s*(?:as at |at |on |to )?(?:the )?(?:end of )?{DAY}\s*")
_AT = re.compile(rf"\b(?:as at|at|on|to)\s+(?:the end of\s+)?{DAY}")
_AT_HEAD = re.compile(rf"(?:\b(?:as at|at|on)\s+|^\s*)(?:the end of\s+)?{DAY}\s*$")
_ROWS = 3
_NEAR = timedelta(days=800)
"""A date further off than this is no slip, and of something else."""


@dataclass(frozen=True, slots=True)
class OddDate:
    """A figure, its date, and the date of all figures beside it."""

    figure: Figure
    day: date
    usual: date


def odd_dates(context: Context, end: date | None) -> Iterator[OddDate]:
    """Yield the figures of tables with a column of dates, and of lists with a date in each item, whose date is odd.

    ``end`` is the report's own last day: of two rows, the one of another day is odd.
    """
    for table in context.passages.tables:
        for index in range(1, table.width):
            cells = [row[index] if index < len(row) else "" for row in table.words]
            days = [_day(_CELL.fullmatch(small(cell))) for cell in cells]
            firsts = [next((f for f in row if f is not None), None) for row in table.rows]
            yield from _odd(firsts, days, end)
    for block in context.passages.lists:
        items = [context.passages.low[item.span.start : item.span.end] for item in block.items]
        dated = [list(_AT.finditer(words)) for words in items]
        if all(len(found) == 1 for found in dated) and not any(COMPARISON.search(words) for words in items):
            firsts = [item.figures[0] if item.figures else None for item in block.items]
            yield from _odd(firsts, [_day(found[0]) for found in dated], end)


def dated_otherwise(context: Context, end: date) -> Iterator[OddDate]:
    """Yield the first figure of each table whose columns all name one earlier day than the report's own end."""
    for table in context.passages.tables:
        titles = [_AT_HEAD.search(title.lower()) for title in table.header]
        days = {_day(title) for title in titles if title is not None}
        figure = next((cell for row in table.rows for cell in row[1:] if cell is not None), None)
        if len(days) != 1 or figure is None:
            continue
        day = days.pop()
        if day is not None and day + _STALE < end <= day + _YEAR:
            yield OddDate(figure, day, end)


_STALE, _YEAR = timedelta(days=20), timedelta(days=366)


def _day(match: re.Match[str] | None) -> date | None:
    """Return the day that a match names, or None."""
    return None if match is None else printed_day(match)


def _odd(figures: Sequence[Figure | None], days: Sequence[date | None], end: date | None) -> Iterator[OddDate]:
    """Yield the one figure whose date is not that of all others."""
    known = [day for day in days if day is not None]
    pair = len(known) == _ROWS - 1 and end in known
    if (len(known) < _ROWS and not pair) or len(known) != len(days):
        return
    (usual, count), *others = sorted(Counter(known).items(), key=lambda item: (-item[1], item[0] != end))
    if count != len(known) - 1 or len(others) != 1 or abs(others[0][0] - usual) > _NEAR:
        return
    at = days.index(others[0][0])
    figure = figures[at]
    if figure is not None:
        yield OddDate(figure, others[0][0], usual)
