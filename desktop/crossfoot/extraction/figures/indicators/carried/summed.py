"""Numbers that make up what was told before, whatever their own sentence leaves out.

"419 were taken as referrals. The pattern was the usual one: 158 in July, 112 in August and 149 in September."
"""

from __future__ import annotations

from crossfoot.extraction.figures.indicators.asked import Asked
from crossfoot.model import Unit

_OF_A_TIME_OR_PLACE = frozenset({"in", "on", "at", "from", "for", ",", ";", ".", "and", ")"})
_FEWEST = 3
_LEAST = 20
"""Smaller numbers add up by chance."""


def parts_of_what_was_told(asked: Asked) -> str | None:
    """Return the indicator of the count in the sentence before that all numbers of a sentence add up to, or None."""
    sight = asked.sight
    numbers, previous = sight.reading.numbers, sight.around.previous
    if asked.kind.unit is not Unit.COUNT or len(numbers) < _FEWEST or not previous or not previous[-1].told:
        return None
    if any(n.unit not in {None, Unit.COUNT} or n.money for n in numbers):
        return None
    if sight.sentence.low(sight.number.last) not in _OF_A_TIME_OR_PLACE:
        return None  # what some of them did
    whole = sum(n.value for n in numbers)
    if whole < _LEAST:
        return None
    alike = (f for f in previous[-1].told if f.unit is Unit.COUNT and f.value == whole)
    return next((f.indicator for f in alike if f.indicator is not None), None)
