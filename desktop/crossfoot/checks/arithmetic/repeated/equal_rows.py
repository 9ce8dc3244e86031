"""Rule 25: identical values in neighbouring rows, as a line copied twice leaves them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.outcome import Outcome, Rule, query
from crossfoot.checks.basis.passages import ListBlock, Table
from crossfoot.model import Figure, Severity, Unit

_DIGITS = 3
"""How many digits equal neighbours need to be told from a coincidence where there is one list alone."""


def check_equal_rows(context: Context) -> Iterator[Outcome]:
    """Ask about neighbouring rows that are equal in every list or column that holds both.

    With two lists or columns, values of two digits are enough; with one, they need three digits and a fine grain
    against
    the spread of the others. Source: rule 25 of the list of checks (North 2 and North 3 equal on both dates).
    """
    lists = [block for block in context.passages.lists if _single(block)]
    seen: set[tuple[str, str]] = set()
    for block in lists:
        for first, second in pairwise(range(len(block.items))):
            names = block.labels[first], block.labels[second]
            if names in seen:
                continue
            seen.add(names)
            columns = [column for b in lists if b.labels == block.labels for column in _values(b)]
            yield from _asked(names, columns, first, second)
    yield from _equal_clauses(context)
    for table in context.passages.tables:
        columns = [c for c in _columns(table) if c]
        for first, second in pairwise(range(len(table.rows))):
            yield from _asked((table.labels[first], table.labels[second]), columns, first, second)


def _equal_clauses(context: Context) -> Iterator[Outcome]:
    """Ask about neighbouring clauses of one sentence that give the same values: "A 21.3 and 22.7; B 21.3 and 22.7"."""
    for sentence in context.passages.sentences:
        if ";" not in sentence.text or context.passages.paragraphs[sentence.paragraph].is_row:
            continue
        ends = [sentence.span.start + m.start() for m in re.finditer(";", sentence.text)]
        bounds = [sentence.span.start, *ends, sentence.span.end]
        clauses = [[f for f in sentence.figures if a <= f.span.start < b] for a, b in pairwise(bounds)]
        for first, second in pairwise(clauses):
            if len(first) != len(second) or len(first) < 2 or any(_digits(f) < 2 for f in (*first, *second)):
                continue
            if all(a.value == b.value and a.unit is b.unit for a, b in zip(first, second, strict=True)):
                parts: list[Figure | str] = []
                for a, b in zip(first, second, strict=True):
                    parts += [", " if parts else "", a, " and ", b]
                yield query("Two clauses give the same values; worth checking that none was copied.", *parts)


def _single(block: ListBlock) -> bool:
    """Tell whether a list has the same number of figures, all of one kind, in three items or more, with names."""
    units = {figure.unit for item in block.items for figure in item.figures}
    counts = {len(item.figures) for item in block.items}
    return (
        len(block.items) >= 3
        and len(units) == 1
        and len(counts) == 1
        and 1 <= max(counts) <= 4
        and len(set(block.labels)) == len(block.labels)
    )


def _values(block: ListBlock) -> list[Sequence[Figure]]:
    """Return the first figures of all items, the second ones, and so on."""
    return [[item.figures[i] for item in block.items] for i in range(len(block.items[0].figures))]


def _columns(table: Table) -> Iterator[Sequence[Figure]]:
    """Yield the columns in which every row has a figure."""
    for index in range(1, table.width):
        cells = [c for c in table.column(index) if c is not None]
        yield cells if len(cells) == len(table.rows) else []


def _asked(names: tuple[str, str], columns: Sequence[Sequence[Figure]], first: int, second: int) -> Iterator[Outcome]:
    """Yield a query where two rows are equal in all columns and that is no coincidence."""
    pairs = [(column[first], column[second]) for column in columns]
    if not pairs or any(a.value != b.value or a.unit is not b.unit for a, b in pairs):
        return
    telling = [(a, b) for a, b in pairs if _digits(a) >= 2]
    enough = len(telling) >= 2 or (len(pairs) == 1 and _digits(pairs[0][0]) >= _DIGITS and _fine(columns[0]))
    if not enough:
        return
    parts: list[Figure | str] = []
    for a, b in pairs:
        parts += [", " if parts else f"{names[0]} and {names[1]}: ", a, " and ", b]
    yield query(
        f"{names[0]} and {names[1]} are printed with the same values; worth checking that no line was copied.", *parts
    )


def _digits(figure: Figure) -> int:
    """Return how many digits a value is printed with, noughts at the end of whole numbers left out."""
    value = figure.value.normalize()
    return len(value.as_tuple().digits) if value else 0


def _fine(column: Sequence[Figure]) -> bool:
    """Tell whether a column's values are spread over fifty printed steps or more, so that equals are rare."""
    values = [f.value for f in column]
    return column[0].unit is not Unit.GBP and (max(values) - min(values)) / column[0].step >= 50


EQUAL_ROWS = Rule(
    25, "equal neighbours", Severity.LOW, "Neighbouring rows are not copies of each other.", check_equal_rows
)
