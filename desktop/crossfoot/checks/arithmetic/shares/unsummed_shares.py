"""A table's counts with their shares and no total: the whole is what the counts come to.

"Mainstream | 2,006 | 39%; special | 1,799 | 35%; …": the shares add up to 100, so the counts add up to the whole. Where
one row does not go with the others, its count or its share slipped: all others tell the whole without it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from crossfoot.checks.arithmetic.shares.share_tables import is_count
from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.interval import reach
from crossfoot.checks.basis.outcome import Outcome, holds, query
from crossfoot.checks.basis.passages import Table
from crossfoot.model import Figure, Unit
from crossfoot.model.wording import number_words

_FEWEST = 4
_ALL = (Decimal("98.5"), Decimal("101.5"))
"""What shares that were rounded may add up to."""
_HUNDRED = 100
Rows = Sequence[tuple[Figure, Figure]]


def unsummed_shares(context: Context, settled: frozenset[str]) -> Iterator[Outcome]:
    """Yield whether the counts and shares of tables without a total go with each other."""
    for table in context.passages.tables:
        for at in range(2, table.width):
            rows = _rows(table, at)
            if rows and not {percent.id for _, percent in rows} & settled:
                yield from _of_one_whole(rows)


def _rows(table: Table, at: int) -> Rows:
    """Return the counts of a column with the shares of the one behind it; none unless all rows have both."""
    pairs = list(zip(table.column(at - 1), table.column(at), strict=True))
    rows = [(count, percent) for count, percent in pairs if count is not None and percent is not None]
    if len(rows) < _FEWEST or len(rows) != len(pairs):
        return ()
    counted = all(is_count(c) and c.unit is rows[0][0].unit and c.value > 0 for c, _ in rows)
    shares = all(p.unit is Unit.PERCENT for _, p in rows)
    total = sum((p.value for _, p in rows), Decimal(0))
    return rows if counted and shares and _ALL[0] <= total <= _ALL[1] else ()


def _of_one_whole(rows: Rows) -> Iterator[Outcome]:
    """Yield whether all rows are of what they add up to, or the one that is not while all the others are."""
    whole = sum((count.value for count, _ in rows), Decimal(0))
    if all(_fits(count, percent, whole) for count, percent in rows):
        for count, percent in rows:
            yield holds(f"{number_words(count.value)} is its share of all rows.", count, " is ", percent, " holds")
        return
    for count, percent in rows:
        others = [row for row in rows if row[0] is not count]
        if percent.value >= _HUNDRED:
            continue
        due = sum((c.value for c, _ in others), Decimal(0)) * _HUNDRED / (_HUNDRED - percent.value)
        if not _fits(count, percent, due) and all(_fits(c, p, due) for c, p in others):
            yield query(
                f"{number_words(count.value)} does not go with {number_words(percent.value)}%, as the other rows do; "
                "worth checking.",
                count,
                " beside ",
                percent,
            )
            return


def _fits(count: Figure, percent: Figure, whole: Decimal) -> bool:
    """Tell whether a count has its printed share of a whole."""
    own, printed = reach(count), reach(percent)
    return own.low * _HUNDRED / whole <= printed.high and printed.low <= own.high * _HUNDRED / whole
