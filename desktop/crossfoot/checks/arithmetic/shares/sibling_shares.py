"""Shares told in a row, each behind its count, are of one whole: "theft (408; 33%), violence (284; 23%)".

Which whole it is the row says itself: the one that most of its shares are right of. Before a count and a percentage
are held against a whole that stands nearer, this one is asked for. The same holds of a count that says by how much
something changed: its percentage is of what there was before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.interval import reach
from crossfoot.model import Figure, Nature, Unit

_COUNTS = frozenset({Unit.COUNT, Unit.FTE, Unit.GBP, None})
_BESIDE = re.compile(r"[^.\d]{0,40}?[(;,]\s*(?:or |i\.e\. |that is )?|\s*[–—|\t-]\s*")
_LEAST = 2
"""How many of the other shares of a row must be right of a whole for it to be the row's."""

_CHANGED_BEHIND = re.compile(r"\s*(?:\([^)]*\)\s*)?(?:[a-z]+\s+)?(?:more|fewer|less|higher|lower|up|down|additional)\b")
_CHANGED_BEFORE = re.compile(
    r"\b(?:increase|rise|growth|fall|drop|reduction|decrease|decline|rose|risen|fell|fallen|grew|grown|up|down|gain|loss)"
    r"\s+(?:of|by)\s+(?:about |some |just |only |a further )?£?$"
)


def is_of_its_row(context: Context, part: Figure, percent: Figure) -> bool:
    """Tell whether a percentage is right of a printed whole that the other shares of its row are of.

    What the row adds up to is no such whole: where it alone is right, the printed one may be the slip.
    """
    siblings = [pair for pair in _row(context, part) if pair[1] is not percent]
    if len(siblings) < _LEAST:
        return False
    wholes = [figure for figure in context.figures if figure.unit is part.unit and figure.value > part.value]
    values = {reach(whole) for whole in wholes}
    return any(
        _is_of(part, whole.low, whole.high, percent) and _fitting(siblings, whole.low, whole.high) >= _LEAST
        for whole in values
    )


def is_of_what_was_before(context: Context, part: Figure, whole: Figure, percent: Figure) -> bool:
    """Tell whether a count says by how much something changed, and its percentage is of what there was before."""
    changed = part.nature is Nature.CHANGE
    changed = changed or _CHANGED_BEHIND.match(context.passages.after(part, 40)) is not None
    changed = changed or _CHANGED_BEFORE.search(context.passages.before(part, 40)) is not None
    if not changed:
        return False
    return any(
        base > 0 and _is_of(part, base, base, percent) for base in (whole.value - part.value, whole.value + part.value)
    )


def _row(context: Context, part: Figure) -> Iterator[tuple[Figure, Figure]]:
    """Yield the counts with their shares that stand in one sentence or list with a count, in the order of the text."""
    block = context.passages.list_of(part)
    if block is not None:
        for item in block.items:
            yield from _beside(context, item.figures)
        return
    sentence = context.passages.sentence_of(part)
    if sentence is None:
        return
    paragraph = context.passages.paragraphs[sentence.paragraph]
    yield from _beside(context, paragraph.figures)


def _beside(context: Context, figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Yield each count with the percentage right behind it."""
    for count, percent in pairwise(figures):
        counted = count.unit in _COUNTS and count.value > 0 and percent.unit is Unit.PERCENT
        if counted and _BESIDE.fullmatch(context.passages.between(count, percent)) is not None:
            yield count, percent


def _fitting(pairs: Sequence[tuple[Figure, Figure]], low: Decimal, high: Decimal) -> int:
    """Return how many counts have their printed share of a whole."""
    return sum(_is_of(count, low, high, percent) for count, percent in pairs)


def _is_of(part: Figure, low: Decimal, high: Decimal, percent: Figure) -> bool:
    """Tell whether a printed percentage is a count's share of a whole that lies between two values."""
    if low <= 0 or high.is_infinite():
        return False
    printed, own = reach(percent), reach(part)
    return own.low * 100 / high <= printed.high and printed.low <= own.high * 100 / low
