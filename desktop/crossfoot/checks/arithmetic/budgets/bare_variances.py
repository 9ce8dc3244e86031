"""Variances in a column whose head gives no unit: "Budget (£k) | Outturn (£k) | Over/(under)", 1,640, 1,602, (38).

The numbers are printed as the amounts beside them are, but are read as bare ones. One row that holds tells the scale;
what the others differ from it by is worth a look.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from crossfoot.checks.arithmetic.budgets.variances import as_printed
from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.outcome import Outcome, holds, query
from crossfoot.checks.basis.passages import Table
from crossfoot.model import Figure, Unit
from crossfoot.model.wording import number_words

_PLANNED = re.compile(r"\b(?:budget|estimate|plan|approved|allocation)")
_SPENT = re.compile(r"\b(?:outturn|out-turn|forecast|actual|spen[dt]|expenditure|projected|projection)")
_APART = re.compile(r"\b(?:variance|variation|over|\(?under\)?|difference|position)\b|\(under\)")
_SCALES = (Decimal(1), Decimal(1000), Decimal(1_000_000))
_ROWS = 2
_BARE = frozenset({Unit.COUNT, None})

_Row = tuple[Figure, Figure, Figure]


def bare_variances(context: Context) -> Iterator[Outcome]:
    """Yield whether bare numbers behind a budget and an outturn are their difference, at the scale that rows tell."""
    for table in context.passages.tables:
        yield from _of_table(table)


def _of_table(table: Table) -> Iterator[Outcome]:
    """Yield whether the rows of a table with heads for all three hold, where one of them tells the scale."""
    heads = [title.lower() for title in table.header]
    for at in range(1, len(heads) - 2):
        if not (_PLANNED.search(heads[at]) and _SPENT.search(heads[at + 1]) and _APART.search(heads[at + 2])):
            continue
        rows = [cells for row in table.rows if (cells := _cells(row, at)) is not None]
        if len(rows) < _ROWS:
            continue
        fitting = {scale: [row for row in rows if _fits(row, scale)] for scale in _SCALES}
        scale = max(_SCALES, key=lambda one: len(fitting[one]))
        if fitting[scale] and len(rows) - len(fitting[scale]) <= max(1, len(rows) // 3):
            yield from (_said(row, scale) for row in rows)


def _cells(row: tuple[Figure | None, ...], at: int) -> _Row | None:
    """Return the two amounts of a row and the bare number behind them; None where they are not such."""
    cells = row[at : at + 3]
    if len(cells) < 3:
        return None
    budget, outturn, apart = cells
    if budget is None or outturn is None or apart is None or apart.unit not in _BARE or apart.value == 0:
        return None
    return (budget, outturn, apart) if {budget.unit, outturn.unit} == {Unit.GBP} else None


def _fits(row: _Row, scale: Decimal) -> bool:
    budget, outturn, apart = row
    slack = (budget.step + outturn.step + apart.step * scale) / 2 if apart.step < 1 else Decimal(0)
    return abs(abs(budget.value - outturn.value) - abs(apart.value) * scale) <= slack


def _said(row: _Row, scale: Decimal) -> Outcome:
    """Return whether a bare number is the difference of the two amounts in front of it."""
    budget, outturn, apart = row
    first, second = as_printed(budget, outturn, apart)
    value = (first.value - second.value) / scale
    due = number_words(abs(value))
    if _fits(row, scale):
        return holds(f"Budget and outturn differ by {due}.", first, " − ", second, " = ", apart, " holds")
    return query(
        f"Budget and outturn differ by {due}, but {number_words(abs(apart.value))} is printed; worth checking which of "
        "the three is meant.",
        first,
        " − ",
        second,
        f" = {number_words(value)}, ",
        apart,
        " is printed",
    )
