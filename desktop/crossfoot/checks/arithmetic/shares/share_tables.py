"""The shares that tables print beside their counts: of the last row, of the first, or of another cell of the row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.cues import content_words
from crossfoot.checks.basis.interval import reach
from crossfoot.checks.basis.passages import Table
from crossfoot.checks.basis.slips import is_slip
from crossfoot.model import Figure, Qualifier, Unit

Pair = tuple[Figure, Figure]
_SHARE = re.compile(r"%|per ?cent|share|\brate\b|proportion")
_MOVED = re.compile(r"change|increase|decrease|variance|growth|difference|target|national|england|\+/-")


def table_shares(context: Context) -> dict[str, Pair]:
    """Return part and whole of the percentages that tables print, by the percentage's id; found once for a record."""
    return context.once(_found)


def is_count(figure: Figure) -> bool:
    """Tell whether the figure counts something whole and is no average."""
    return figure.unit in {Unit.COUNT, Unit.FTE, Unit.GBP, None} and figure.qualifier is not Qualifier.AVERAGE


def fits(part: Figure, whole: Figure, percent: Figure) -> bool:
    """Tell whether the percentage is the part's share of the whole, rounding allowed for."""
    return whole.value > 0 and (reach(part) / reach(whole)).times(100).meets(reach(percent))


def printed_share(part: Figure, whole: Figure) -> Decimal:
    """Return the part's share of the whole in per cent."""
    return part.value / whole.value * 100


def plausible(part: Figure, whole: Figure, percent: Figure) -> bool:
    """Tell whether a printed percentage is of the size that the share is."""
    share = printed_share(part, whole)
    return Decimal("0.4") * share <= percent.value <= Decimal("2.5") * share


def _found(context: Context) -> dict[str, Pair]:
    """Find the shares of all tables; those of a total go before those of another cell."""
    found: dict[str, Pair] = {}
    for table in context.passages.tables:
        for index in range(1, table.width):
            shares = table.column(index)
            if not any(f is not None and (f.unit is Unit.PERCENT or _titled(table, index)) for f in shares):
                continue
            for other in range(1, table.width):
                if other != index:
                    found |= dict(_of_total(table.column(other), shares))
                    for key, pair in _of_lead(table, table.column(other), shares):
                        found.setdefault(key, pair)
            for key, pair in _of_row(table, index):
                found.setdefault(key, pair)
        if any(_SHARE_ROW.search(label) for label in table.labels):
            turned = _turned(table)
            for index, label in enumerate(table.labels, 1):
                if _SHARE_ROW.search(label):
                    for key, pair in _of_row(turned, index):
                        found.setdefault(key, pair)
    return found


_SHARE_ROW = re.compile(r"%|\bper ?cent|\bshare\b|\brate\b|\bproportion\b", re.IGNORECASE)


def _turned(table: Table) -> Table:
    """Return a table with its rows as columns: rows of a count, of another, and of the one as a share of the other."""
    rows = tuple(
        (None, *(row[index] if index < len(row) else None for row in table.rows)) for index in range(1, table.width)
    )
    return Table(("", *table.labels), ("",) * len(rows), rows, table.lead)


def _of_total(counts: Sequence[Figure | None], shares: Sequence[Figure | None]) -> Iterator[tuple[str, Pair]]:
    """Yield the shares of a column of counts whose last row, or whose first, is the whole."""
    yield from _of_first_row(counts, shares)
    whole = counts[-1]
    if whole is None or not is_count(whole) or whole.value <= 0:
        return
    rows = [(c, p) for c, p in zip(counts[:-1], shares[:-1], strict=True) if c is not None and p is not None]
    good = sum(fits(c, whole, p) for c, p in rows)
    if len(rows) >= 3 and good >= max(2, len(rows) - 1):
        yield from ((p.id, (c, whole)) for c, p in rows)


def _of_lead(
    table: Table, counts: Sequence[Figure | None], shares: Sequence[Figure | None]
) -> Iterator[tuple[str, Pair]]:
    """Yield the shares of a column of counts that add up to the whole which the words above the table name."""
    rows = [(c, p) for c, p in zip(counts, shares, strict=True) if c is not None and p is not None]
    if len(rows) < 3 or len(rows) < len(counts) or not all(is_count(c) for c, _ in rows):
        return
    total = sum((c.value for c, _ in rows), Decimal(0))
    for whole in table.lead.figures if table.lead is not None else ():
        good = sum(fits(c, whole, p) for c, p in rows)
        if is_count(whole) and whole.value == total and good >= max(2, len(rows) - 1):
            yield from ((p.id, (c, whole)) for c, p in rows)
            return


def _of_first_row(counts: Sequence[Figure | None], shares: Sequence[Figure | None]) -> Iterator[tuple[str, Pair]]:
    """Yield the shares of a column whose first row is the whole: it has a count and no share, or 100%."""
    whole, first = counts[0], shares[0]
    if whole is None or not is_count(whole) or (first is not None and first.value != 100):
        return
    rows = [(c, p) for c, p in zip(counts[1:], shares[1:], strict=True) if c is not None and p is not None]
    if rows and all(c.value <= whole.value and c.unit is whole.unit and plausible(c, whole, p) for c, p in rows):
        yield from ((p.id, (c, whole)) for c, p in rows)


def _of_row(table: Table, index: int) -> Iterator[tuple[str, Pair]]:
    """Yield the shares that one cell of a row is of another: "received 76, answered in time 57, 75%".

    Which two columns are meant is known by the rows that agree, all but one of them; with two rows, of which one
    agrees, a slip must explain the other, or the headings name the same thing.
    """
    if _MOVED.search(_title(table, index)):
        return
    best: list[tuple[Figure, Figure, Figure]] = []
    most = 0
    for whole in range(1, table.width):
        for part in range(1, table.width):
            if index in {whole, part} or whole == part:
                continue
            rows = list(_triples(table, whole, part, index))
            good = sum(fits(p, w, s) for p, w, s in rows)
            odd = [row for row in rows if not fits(*row)]
            named = bool(content_words(_title(table, part)) & content_words(_title(table, index)))
            slip = all(_slipped(*row) for row in odd)
            enough = good >= max(2, len(rows) - 1) if len(rows) > 2 else good >= 1 and (slip or named)
            if good > most and enough and all(plausible(*row) or slip for row in rows):
                best, most = rows, good
    yield from ((share.id, (part, whole)) for part, whole, share in best)


def _triples(table: Table, whole: int, part: int, share: int) -> Iterator[tuple[Figure, Figure, Figure]]:
    """Yield part, whole and share of the rows that have all three, where a part is never more than its whole."""
    found = []
    for row in table.rows:
        if max(whole, part, share) < len(row):
            a, b, c = row[part], row[whole], row[share]
            if a is None or b is None or c is None:
                continue
            if not (is_count(a) and is_count(b) and a.unit is b.unit and 0 < a.value <= b.value and c.value > 0):
                return
            found.append((a, b, c))
    yield from found


def _slipped(part: Figure, whole: Figure, percent: Figure) -> bool:
    """Tell whether one slip of typing explains that a percentage is not the share of the cells beside it."""
    meant = (
        (percent, printed_share(part, whole)),
        (part, whole.value * percent.value / 100),
        (whole, part.value * 100 / percent.value),
    )
    return any(is_slip(figure, value) for figure, value in meant)


def _title(table: Table, index: int) -> str:
    """Return a column's heading in small letters."""
    return table.header[index].lower() if index < len(table.header) else ""


def _titled(table: Table, index: int) -> bool:
    """Tell whether a column's heading says that it is of percentages."""
    return _SHARE.search(_title(table, index)) is not None
