"""Figures that other figures of the record account for: no slip of typing made them what they are.

A whole that its parts add up to, a part of such a whole, an amount that two others beside it make, a share that two
counts beside it make and these counts, a value that stands in the record twice: each was meant. Where both of two
figures are so, neither is the other with a slip.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from itertools import permutations

from crossfoot.checks.arithmetic.wholes.groups import groups
from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.interval import Interval, reach
from crossfoot.checks.basis.sums import adds_up
from crossfoot.model import Figure, Unit

_PLACES = 3
"""Digits from which it is no chance that two numbers beside one make it."""


def both_meant(context: Context, one: Figure, other: Figure) -> bool:
    """Tell whether each of two figures is accounted for by others."""
    known, times = context.once(_accounted_for), context.once(_times)
    return all(figure.id in known or times[abs(figure.value)] > 1 for figure in (one, other))


def _times(context: Context) -> Counter[Decimal]:
    """Return how often each value stands in the record."""
    return Counter(abs(figure.value) for figure in context.figures)


def _accounted_for(context: Context) -> frozenset[str]:
    """Return the ids of parts and wholes that add up, and of what two figures beside one make."""
    found = {
        f.id for group in groups(context) if adds_up(group.parts, group.whole) for f in (group.whole, *group.parts)
    }
    for sentence in context.passages.sentences:
        following = context.passages.sentences[sentence.index + 1 : sentence.index + 2]
        beside = [f for s in (sentence, *following) if s.paragraph == sentence.paragraph for f in s.figures]
        for whole in sentence.figures:
            size = abs(whole.value)
            if whole.step > 0 and size / whole.step >= 10 ** (_PLACES - 1):
                values = {
                    abs(f.value) for f in beside if f is not whole and f.unit is whole.unit and f.nature is whole.nature
                }
                if any(size - value in values and size != 2 * value for value in values):
                    found.add(whole.id)
        found |= _shares_among(sentence.figures)
    for table in context.passages.tables:
        for row in table.rows:
            found |= _shares_among([cell for cell in row if cell is not None])
        for row in table.rows[:-1]:
            # a share of the total that the last row has in the column of the count
            for count, base in zip(row, table.rows[-1], strict=False):
                if count is not None and base is not None:
                    others = (cell for cell in row if cell is not None and cell is not count)
                    found |= _shares_among([count, base, *others])
    return frozenset(found)


_MOST = 8


def _shares_among(figures: Sequence[Figure]) -> set[str]:
    """Return the ids of percentages and quotients that two of some figures make, and of these two."""
    if not 2 < len(figures) <= _MOST:
        return set()
    found: set[str] = set()
    counts = [f for f in figures if f.unit is not Unit.PERCENT and f.value > 0]
    percents = [f for f in figures if f.unit is Unit.PERCENT and f.value > 0]
    for part, whole in permutations(counts, 2):
        if percents and part.value < whole.value:
            share = (reach(part) / reach(whole)).times(100)
            left = Interval(100 - share.high, 100 - share.low)
            for percent in percents:
                if share.meets(reach(percent)) or left.meets(reach(percent)):
                    found |= {part.id, whole.id, percent.id}
        if not percents and len(counts) == _THREE:
            each = next(f for f in counts if f is not part and f is not whole)
            if part.value > whole.value * 2 and each.step < 1 and (reach(part) / reach(whole)).meets(reach(each)):
                found |= {part.id, whole.id, each.id}
    return found


_THREE = 3
