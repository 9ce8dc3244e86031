"""Rule 25: identical values in neighbouring rows, as a line copied twice leaves them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.outcome import Outcome, Rule, query
from crossfoot.checks.basis.passages import ListBlock, Sentence, Table
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
    """Ask about clauses or sentences side by side that give the same values of two names: "A 21.3 and 22.7; B 21.3 …".

    The clauses are known by their semicolons, by the sentences that they are, or by as many values in each.
    """
    before: list[Figure] = []
    paragraph = -1
    for sentence in context.passages.sentences:
        if not sentence.figures or context.passages.paragraphs[sentence.paragraph].is_row:
            before = []
            continue
        groups = [before] if paragraph == sentence.paragraph and before else []
        own = _clauses(sentence)
        for first, second in pairwise([*groups, *own]):
            if _are_copies(context, first, second):
                parts: list[Figure | str] = []
                for a, b in zip(first, second, strict=True):
                    parts += [", " if parts else "", a, " and ", b]
                yield query("Two clauses give the same values; worth checking that none was copied.", *parts)
                break
        before, paragraph = own[-1] if len(own) == 1 else [], sentence.paragraph


def _clauses(sentence: Sentence) -> list[list[Figure]]:
    """Return the values of the clauses of a sentence: by its semicolons, or else in groups of two or three."""
    figures = list(sentence.figures)
    if ";" in sentence.text:
        ends = [sentence.span.start + m.start() for m in re.finditer(";", sentence.text)]
        bounds = [sentence.span.start, *ends, sentence.span.end]
        return [[f for f in figures if a <= f.span.start < b] for a, b in pairwise(bounds)]
    for size in (2, 3):
        groups = [figures[at : at + size] for at in range(0, len(figures), size)]
        same = any(_values_of(a) == _values_of(b) for a, b in pairwise(groups))
        if len(figures) > size and len(figures) % size == 0 and same:
            return groups
    return [figures]


def _values_of(figures: Sequence[Figure]) -> list[tuple[Decimal, Unit | None]]:
    """Return values with their units; "17" beside "14 days" leaves its unit out and is told as a number alone."""
    return [(figure.value, figure.unit if figure.unit in {Unit.PERCENT, Unit.GBP} else None) for figure in figures]


_AGAIN = re.compile(
    r"\b(?:same|again|also|both|each|respectively|that is|i\.e|unchanged|identical|as (?:in|for|with)|of (?:these|those"
    r"|them|the \d)|between|from)\b"
)
_NAMED = re.compile(r"\b[a-z]{3,}\b")


def _are_copies(context: Context, first: Sequence[Figure], second: Sequence[Figure]) -> bool:
    """Tell whether two groups of values are equal though they are told of two names, and too long for a coincidence."""
    if len(first) != len(second) or len(first) < 2 or _values_of(first) != _values_of(second):
        return False
    if len({f.value for f in first}) < 2 or any(_digits(f) < 2 for f in (*first, *second)):
        return False
    fronts = [context.passages.before(group[0], 60) for group in (first, second)]
    between = context.passages.low[first[-1].span.end : second[-1].span.end]
    names = [re.split(r"[;.\d]", front)[-1] for front in fronts]
    return _AGAIN.search(between) is None and names[0] != names[1] and all(_NAMED.search(name) for name in names)


def _single(block: ListBlock) -> bool:
    """Tell whether a list has the same number of figures, all of one kind, in three items or more, with names."""
    units = {figure.unit for item in block.items for figure in item.figures}
    counts = {len(item.figures) for item in block.items}
    return (
        len(block.items) >= (2 if max(counts) > 1 else 3)
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
    long = len(pairs) > 1 and telling and sum(_printed_digits(a) for a, _ in pairs) >= _SEVERAL
    enough = len(telling) >= 2 or long or (len(pairs) == 1 and _digits(pairs[0][0]) >= _DIGITS and _fine(columns[0]))
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


def _printed_digits(figure: Figure) -> int:
    """Return how many digits a value is printed with, noughts and all."""
    return len(re.sub(r"\D", "", str(figure.value)))


_SEVERAL = 4
"""So many digits in all, of two columns or more of which one has two, are no coincidence."""


def _fine(column: Sequence[Figure]) -> bool:
    """Tell whether a column's values are spread over fifty printed steps or more, so that equals are rare."""
    values = [f.value for f in column]
    return column[0].unit is not Unit.GBP and (max(values) - min(values)) / column[0].step >= 50


EQUAL_ROWS = Rule(
    25, "equal neighbours", Severity.LOW, "Neighbouring rows are not copies of each other.", check_equal_rows
)
