"""Amounts that are parts of one told before them: they add up to it, or are said to be of it."""

from __future__ import annotations

import re
from decimal import Decimal

from crossfoot.extraction.figures.numerals import Number
from crossfoot.extraction.figures.sight import Sight
from crossfoot.model import Figure, Unit

_OF_IT = re.compile(
    r"[\s\xa0]+of[\s\xa0]+(?:which|it|this|that|these|those|them|the[\s\xa0]+(?:total|sum|latter|former))\b",
    re.IGNORECASE,
)
_FEWEST = 2
"""How many amounts at least must add up to another for that to be no chance."""


def is_said_to_be_a_part(sight: Sight) -> bool:
    """Tell whether an amount is said to be a part of the one before: "£1.2m of which is unlikely to be found"."""
    return _OF_IT.match(sight.sentence.text, sight.end, sight.sentence.end) is not None


def whole_by_sum(sight: Sight) -> Figure | None:
    """Return the amount before that this one and those beside it add up to: "£2.96m: A £1.39m, B £0.91m, C £0.66m"."""
    numbers, k = sight.reading.numbers, sight.index
    by_place = {sight.sentence.tokens[n.first].start: j for j, n in enumerate(numbers[:k])}
    for whole in reversed(sight.told):
        j = by_place.get(whole.span.start)
        if j is not None and whole.unit is Unit.GBP and _last_part(whole, numbers, j) >= k:
            return whole
    return None


def _last_part(whole: Figure, numbers: list[Number], at: int) -> int:
    """Return the place of the last of the amounts right behind a whole that add up to it; -1 where none do."""
    parts: list[Decimal] = []
    step = whole.step
    for i, number in enumerate(numbers[at + 1 :], start=at + 1):
        if not number.money:
            continue
        parts.append(abs(number.value))
        step = max(step, number.step)
        far = sum(parts) - abs(whole.value)
        if len(parts) >= _FEWEST and abs(far) <= step / 2 and step * _FINE <= min(parts):
            return i
        if far > step:
            break
    return -1


_FINE = 2
"""How many times its last digit the smallest part must be, since coarse amounts add up to anything."""
