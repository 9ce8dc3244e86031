"""What there is at the end, behind what came and went: "251 at the start, 112 came in and 95 left, so that we had 268".

Such a number adds up, and is of what was counted first, whatever came and went between them.
"""

from __future__ import annotations

from crossfoot.extraction.figures.indicators.asked import Asked
from crossfoot.model import Unit

_SENTENCES_BACK = 3
_LEAST = 10
"""Smaller numbers add up by chance."""


def closing_balance(asked: Asked) -> str | None:
    """Return the indicator of the number that this one is the sum of, with what came and less what went since."""
    sight = asked.sight
    n = sight.number
    if asked.kind.unit is not Unit.COUNT or n.value < _LEAST or n.step < 1:
        return None
    before = [f for r in sight.around.previous[-_SENTENCES_BACK:] for f in r.told]
    counts = [f for f in (*before, *sight.told) if f.unit is Unit.COUNT]
    if len(counts) <= len(("came", "went")):
        return None
    *opening, came, went = counts
    moved = came.value - went.value
    for first in reversed(opening):
        if first.indicator is not None and first.indicator not in {came.indicator, went.indicator}:
            larger = first.value > max(came.value, went.value)
            if larger and n.value - first.value in {moved, -moved}:
                return first.indicator
    return None
