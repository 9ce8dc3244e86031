"""Statements of account: lines that are added or taken off one after the other, down to what is left.

"Base budget 4,120; inflation 118; savings (210); budget 4,028", "Income 412, less repairs 118, less management 71,
surplus 223". A line in brackets, with a minus or that begins with "less" is taken off. Lines that lead to a line called
net, a balance or a surplus are a sum with signs; where they do not, a slip of typing that chance would hardly bring so
near is asked about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from math import log2

from crossfoot.checks.arithmetic.wholes.partitions import Partition
from crossfoot.checks.basis.chance import surprise
from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.sums import adds_up
from crossfoot.model import Figure, Qualifier, Unit

_CLOSES = re.compile(
    r"\b(?:net|total|balance|surplus|deficit|budget|requirement|yield|remaining|remains?|available|headroom|shortfall"
    r"|gap|position|forward|closing|revised|left|outstanding|at (?:31|30|1) [a-z]+|at (?:the )?(?:year )?end)\b",
    re.IGNORECASE,
)
_TAKEN_OFF = re.compile(r"^\W*(?:less|deduct|minus|take off)\b", re.IGNORECASE)
_OPENS = re.compile(
    r"\b(?:base|opening|brought|gross|original|approved|current|last year|previous|at (?:1|31) [a-z]+|in hand"
    r"|income)\b",
    re.IGNORECASE,
)
_ADDED = frozenset({Unit.COUNT, Unit.FTE, Unit.GBP, None})
_LEAST, _MOST = 3, 20
_ENOUGH = 2.0
Line = tuple[str, Figure]


def statements(context: Context, settled: frozenset[str]) -> Iterator[Partition]:
    """Yield what each statement of account leads to with its lines, signed; figures in ``settled`` have their sum."""
    for lines in _columns(context):
        if _LEAST < len(lines) + 1 <= _MOST and _CLOSES.search(lines[-1][0]):
            if settled & {f.id for _, f in lines} or not all(_may_stand(f, lines[0][1]) for _, f in lines):
                continue
            found = _of_lines(lines)
            if found is not None:
                yield found


def _columns(context: Context) -> Iterator[Sequence[Line]]:
    """Yield the lines of each list with one number to an item, and of each table that has one column of numbers."""
    for block in context.passages.lists:
        if all(len(item.figures) == 1 for item in block.items):
            yield [(label, item.figures[0]) for label, item in zip(block.labels, block.items, strict=True)]
    for table in context.passages.tables:
        if len(table.rows) < _LEAST:
            continue
        for index in range(1, table.width):
            cells = table.column(index)
            lines = [(label, cell) for label, cell in zip(table.labels, cells, strict=True) if cell is not None]
            if len(lines) == len(cells):
                yield lines


def _may_stand(figure: Figure, first: Figure) -> bool:
    return figure.unit in _ADDED and same_kind(figure, first) and figure.qualifier is Qualifier.NONE


def _of_lines(lines: Sequence[Line]) -> Partition | None:
    """Return the last line that the lines before lead to, or miss by a slip; one with no line taken off is a sum.

    A line in between that is called a balance and is what the lines before it lead to is where the next ones begin.
    """
    *told, (_, whole) = lines
    parts = [replace(f, value=-abs(f.value)) if _TAKEN_OFF.search(label) else f for label, f in told]
    start = 0
    for at in range(2, len(parts)):
        if _CLOSES.search(told[at][0]) and adds_up(parts[start:at], parts[at]):
            start = at
    parts = parts[start:]
    if len(parts) < _LEAST - 1 or not any(p.value < 0 for p in parts):
        return None
    if adds_up(parts, whole):
        return Partition(whole, tuple(parts)) if whole.value else None
    if parts[0].value <= 0 or (len(parts) < _LEAST and not _OPENS.search(told[start][0])):
        return None
    near = _surprise(parts, whole)
    sure = near > 0 and near - log2(len(parts) + 1) >= _ENOUGH
    return Partition(whole, tuple(parts)) if sure else None


def _surprise(parts: Sequence[Figure], whole: Figure) -> float:
    """Return how seldom chance brings signed lines so near what they lead to, by a slip in one of them."""
    over = sum((p.value for p in parts), Decimal(0)) - whole.value
    return max(_of_size(whole, whole.value + over), *(_of_size(p, p.value - over) for p in parts))


def _of_size(figure: Figure, meant: Decimal) -> float:
    """Return the surprise of a line whose sign is the same printed and meant."""
    return surprise(replace(figure, value=abs(figure.value)), abs(meant)) if figure.value * meant > 0 else 0.0
