"""Wholes and parts of tables: columns over a last row, rows before a last column, and relations that most rows keep."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations

from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.passages import Table
from crossfoot.checks.basis.slips import sum_by_slip
from crossfoot.checks.basis.sums import adds_up
from crossfoot.model import Figure, Nature, Qualifier, Unit

_TOTAL = re.compile(
    r"^(?:grand |sub-?)?totals?\b|^all\b(?! (?:the )?others?\b)|^overall\b|^together\b|\btotal$|^sum\b|^net\b"
    r"|\((?:surplus|deficit)\)"
    r"|^in-year\b",
    re.IGNORECASE,
)
_OF_ALL = re.compile(r"\b(?:year|total|all|overall|full year|combined)\b", re.IGNORECASE)
_PLACE = re.compile(
    r"^(?:the )?(?:council|borough|county|city|district|area|town|authority|whole)\b|\bas a whole$", re.IGNORECASE
)
_AVERAGED = re.compile(r"%|per cent|average|rate\b|per (?:10,000|week|month|year)|mean|ratio|percentage", re.IGNORECASE)
_AN_AVERAGE = re.compile(r"\b(?:average|mean|median)\b", re.IGNORECASE)
_DASHES = frozenset({"-", "–", "—", "", "nil", "none"})
_ADDED = frozenset({Unit.COUNT, Unit.FTE, Unit.GBP, None})
Margin = tuple[Figure, tuple[Figure, ...]]
_SEVERAL, _ROWS = 2, 4


def margins(context: Context, table: Table) -> Sequence[Margin]:
    """Return each total of a table with the cells that it is the total of; found once for a record."""
    return context.once(_found)[id(table)]


def _found(context: Context) -> Mapping[int, Sequence[Margin]]:
    """Find the totals of all tables of a record."""
    return {id(table): tuple(_of_table(context, table)) for table in context.passages.tables}


def _of_table(context: Context, table: Table) -> Iterator[Margin]:
    added = _added(context, table)
    inner = list(_inner_totals(table, added))
    yield from inner or _last_row(table, added)
    if not inner:
        yield from _first_row(table, added)
        yield from _amid(table, added)
    if table.header and _TOTAL.search(table.header[-1]) and len(table.header) > 3:
        for number, row in enumerate(table.rows):
            if len(row) == len(table.header):
                yield from _margin(row[1:-1], table.words[number][1:-1], row[-1], added)
    yield from _whole_by_rows(table, added)


def _added(context: Context, table: Table) -> frozenset[str]:
    """Return the cells of a table, by id, that may be added to others of their line."""
    averaged = [_AVERAGED.search(title) is not None for title in table.header]
    rows = [_AN_AVERAGE.search(label) is not None for label in table.labels]
    return frozenset(
        cell.id
        for row, of_averages in zip(table.rows, rows, strict=True)
        for index, cell in enumerate(row)
        if cell is not None and not of_averages and not (index < len(averaged) and averaged[index])
        if _is_additive(context, cell)
    )


def _sums(table: Table, added: frozenset[str], whole: int, parts: Sequence[int]) -> list[Margin]:
    """Return the cells of one row with those of others above or below it, column by column."""
    found: list[Margin] = []
    for index in range(1, table.width):
        column = table.column(index)
        words = [table.words[i][index] if index < len(table.words[i]) else "" for i in parts]
        found += _margin([column[i] for i in parts], words, column[whole], added)
    return found


def _inner_totals(table: Table, added: frozenset[str]) -> Iterator[Margin]:
    """Yield the totals of a table that has several rows of them: of the rows since the last, of all, or of the totals.

    What a total sums up is known by the columns that agree, or by the one column that a slip keeps from it.
    """
    named = [i for i, label in enumerate(table.labels) if _TOTAL.search(label)]
    if len(named) < _SEVERAL or named[0] == 0:
        return
    for place, at in enumerate(named):
        start = named[place - 1] + 1 if place else 0
        since, plain = list(range(start, at)), [i for i in range(at) if i not in named]
        options = [_sums(table, added, at, rows) for rows in (since, plain, named[:place]) if len(rows) > 1]
        holding = [sum(_adds_up(parts, whole) for whole, parts in found) for found in options]
        if any(holding):
            best = options[holding.index(max(holding))]
            yield from (margin for margin in best if _near(margin[1], margin[0]))
        else:
            yield from next((found for found in options if found and all(_by_slip(m) for m in found)), [])


def _first_row(table: Table, added: frozenset[str]) -> Iterator[Margin]:
    """Yield the columns of a table whose first row is the whole of those under it, by its name or by most columns."""
    if len(table.rows) < _ROWS or _TOTAL.search(table.labels[-1]):
        return
    found = _sums(table, added, 0, range(1, len(table.rows)))
    holding = sum(_adds_up(parts, whole) for whole, parts in found)
    named = _TOTAL.search(table.labels[0]) is not None
    if named and (holding or (found and all(_by_slip(margin) for margin in found))):
        yield from (margin for margin in found if _near(margin[1], margin[0]))
    elif holding >= _SEVERAL and holding >= len(found) - 1:
        yield from (margin for margin in found if _adds_up(margin[1], margin[0]) or _by_slip(margin))


def _amid(table: Table, added: frozenset[str]) -> Iterator[Margin]:
    """Yield the columns of a line that sums up all those above it and is not the last, whatever it is called.

    "Base budget, inflation, savings, budget requirement, funding, gap": two columns or more say so, and but for one "
    "all.
    """
    if len(table.rows) <= _ROWS or table.width <= _SEVERAL + 1:
        return
    columns = [table.column(index) for index in range(1, table.width)]
    made = [Decimal(0)] * len(columns)
    for at in range(len(table.rows) - 1):
        cells = [column[at] for column in columns]
        hits = sum(c is not None and c.value != 0 and c.value == m for c, m in zip(cells, made, strict=True))
        if at >= _ROWS and hits >= _SEVERAL:
            found = _sums(table, added, at, range(at))
            holding = sum(_adds_up(parts, whole) for whole, parts in found)
            if holding >= max(_SEVERAL, len(found) - 1):
                yield from (margin for margin in found if _near(margin[1], margin[0]))
                return
        made = [m if c is None else m + c.value for c, m in zip(cells, made, strict=True)]


def _by_slip(margin: Margin) -> bool:
    """Tell whether a slip of typing is all that keeps the cells from adding up to their total, if anything does."""
    whole, parts = margin
    return _adds_up(parts, whole) or sum_by_slip(parts, whole)


def _last_row(table: Table, added: frozenset[str]) -> Iterator[Margin]:
    """Yield the columns of a table whose last row is their total, by its name or because columns say so."""
    if len(table.rows) < 3:
        return
    found = [
        margin
        for index in range(1, table.width)
        for margin in _margin(
            table.column(index)[:-1],
            [row[index] if index < len(row) else "" for row in table.words[:-1]],
            table.column(index)[-1],
            added,
        )
    ]
    label = table.labels[-1]
    holding = sum(_adds_up(parts, whole) for whole, parts in found)
    named = _TOTAL.search(label) is not None
    near = [(whole, parts) for whole, parts in found if _near(parts, whole)]
    if named and len(near) == len(found):
        yield from found
    elif (named or _PLACE.search(label) or not label) and (holding or len(near) == len(found)):
        yield from near if not named else found
    elif holding >= 2 and holding >= len(found) - 1:
        yield from near


def _margin(
    cells: Sequence[Figure | None],
    words: Sequence[str],
    whole: Figure | None,
    added: frozenset[str],
) -> Iterator[Margin]:
    """Yield a total and the cells of its line, where every cell holds what may be added, or a dash."""
    held = tuple(None if word.lower() in _DASHES else cell for cell, word in zip(cells, words, strict=True))
    if any(cell is None and word.lower() not in _DASHES for cell, word in zip(held, words, strict=True)):
        return
    parts = tuple(cell for cell in held if cell is not None)
    if whole is None or len(parts) < 2:
        return
    if all(p.id in added and same_kind(p, whole) for p in (*parts, whole)):
        yield whole, parts


def _is_additive(context: Context, figure: Figure) -> bool:
    """Tell whether a cell may be added to the others of its line; amounts of change may, averages may not."""
    if figure.unit not in _ADDED or figure.qualifier is Qualifier.AVERAGE:
        return False
    natures = {Nature.CHANGE, Nature.VARIANCE, Nature.TARGET}
    money = figure.unit is Unit.GBP
    return context.can_be_part(figure) or context.is_countable(figure) or figure.nature in natures or money


def _adds_up(parts: tuple[Figure, ...], whole: Figure) -> bool:
    """Tell whether the cells add up to their total, and are no row of noughts."""
    return whole.value != 0 and adds_up(parts, whole)


def _near(parts: Sequence[Figure], whole: Figure) -> bool:
    """Tell whether cells come near enough to a total that a slip explains the rest."""
    value = sum((p.value for p in parts), Decimal(0))
    size = max((abs(p.value) for p in parts), default=Decimal(0))
    return abs(value - whole.value) <= max(abs(whole.value), abs(value), size) / 2


_MOST = Decimal("0.6")
_SAMPLE = 8


def _numbers(table: Table, added: frozenset[str]) -> list[int]:
    """Return the columns whose cells may be added in a row."""
    found = []
    for index in range(1, table.width):
        cells = [c for c in table.column(index) if c is not None]
        if len(cells) >= 3 and all(c.id in added for c in cells):
            found.append(index)
    return found


def _whole_by_rows(table: Table, added: frozenset[str]) -> Iterator[Margin]:
    """Yield the rows of a table in which one column is the sum of others in most rows, and in all but one or none."""
    columns = _numbers(table, added)
    if not 3 <= len(columns) <= 8 or len(table.rows) < 3 or (table.header and _TOTAL.search(table.header[-1])):
        return
    yearly = [c for c in columns[2:-1] if c < len(table.header) and _OF_ALL.search(table.header[c])]
    for whole in (*yearly, columns[0], columns[-1]):
        rest = [c for c in columns if c != whole and (whole not in yearly or c < whole)]
        for count in range(len(rest), 1, -1):
            for chosen in combinations(rest, count):
                some = list(_row_sums(table.rows[:_SAMPLE], whole, chosen))
                if 2 * sum(_adds_up(parts, total) for total, parts in some) < len(some):
                    continue  # a few rows tell, and long tables are not read for each choice
                rows = list(_row_sums(table.rows, whole, chosen))
                good = sum(_adds_up(parts, total) for total, parts in rows)
                enough = len(rows) >= 4 and good >= 3 if whole not in yearly else good >= 2
                if enough and good >= len(rows) - 1 and good >= _MOST * len(rows):
                    yield from rows
                    return


def _row_sums(table_rows: Sequence[Sequence[Figure | None]], whole: int, parts: Sequence[int]) -> Iterator[Margin]:
    """Yield the cells of the chosen columns of each row that has them all."""
    for row in table_rows:
        if max(whole, *parts) >= len(row):
            continue
        total, cells = row[whole], tuple(row[i] for i in parts)
        held = tuple(c for c in cells if c is not None)
        if total is not None and len(held) == len(cells) and same_kind(total, held[0]):
            yield total, held
