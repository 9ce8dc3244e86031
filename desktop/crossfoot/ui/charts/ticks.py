"""Where an axis has its ticks and what they say; no Qt."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from crossfoot.model import Unit
from crossfoot.model.wording import day_words, value_words

Tick = tuple[float, str]

_STEPS_OF_MONTHS = (1, 3, 6, 12, 24, 60, 120)


def value_ticks(low: float, high: float, unit: Unit | None, count: int) -> list[Tick]:
    """Return about ``count`` round values from ``low`` to ``high`` with words: two at least, to tell the scale."""
    if high <= low:
        return [(low, _said(low, unit))]
    rough = (high - low) / max(1, count)
    size = 10.0 ** math.floor(math.log10(rough))
    wanted = next(factor for factor in (1.0, 2.0, 5.0, 10.0) if size * factor >= rough * 0.999)
    finer = (factor for factor in (10.0, 5.0, 2.0, 1.0, 0.5, 0.2, 0.1) if factor <= wanted)
    ticks: list[Tick] = []
    for step in (size * factor for factor in finer):
        first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
        ticks = [(n * step, _said(n * step, unit)) for n in range(first, last + 1)]
        if len(ticks) > 1:
            break
    return ticks


def _said(value: float, unit: Unit | None) -> str:
    """Return a tick's words: money and percentages with their sign, all else bare."""
    exact = Decimal(f"{value:.10g}")
    return value_words(exact, unit if unit in {Unit.GBP, Unit.PERCENT} else None)


def day_ticks(days: Mapping[date, str], low: float, high: float, room: int) -> list[Tick]:
    """Return ticks for an axis of ordinal days from ``low`` to ``high`` that has room for ``room`` of them.

    ``days`` are those that have points, with their words. Where they are few they are the ticks;
    else the firsts of months or years are: two at least, to tell the scale.
    """
    own = sorted(days)
    gap = (high - low) / max(1, room)
    if own and len(own) <= room and all(b.toordinal() - a.toordinal() >= gap for a, b in pairwise(own)):
        return [(float(day.toordinal()), days[day]) for day in own]
    first, last = date.fromordinal(max(1, math.floor(low))), date.fromordinal(math.ceil(high))
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    wanted = next((s for s in _STEPS_OF_MONTHS if months / s <= room), _STEPS_OF_MONTHS[-1])
    ticks: list[Tick] = []
    for step in (s for s in reversed(_STEPS_OF_MONTHS) if s <= wanted):
        found = _firsts(first, last, step)
        ticks = [(float(day.toordinal()), words) for day, words in found if low <= day.toordinal() <= high]
        if len(ticks) > 1:
            break
    few = ticks if len(ticks) <= max(2, room) else [ticks[0], ticks[-1]]
    return few or [(float(day.toordinal()), days[day]) for day in own[-1:]]


def _firsts(first: date, last: date, step: int) -> list[tuple[date, str]]:
    """Return the firsts of months or years from one day's month to another's, ``step`` months apart, with words."""
    firsts = [
        date(number // 12, number % 12 + 1, 1)
        for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
        if number % step == 0
    ]
    return [(day, str(day.year) if step >= 12 else day_words(day).partition(" ")[2]) for day in firsts]


def bounds(values: Sequence[float], *, zero_below: float = 0.6) -> tuple[float, float]:
    """Return the ends of an axis for ``values``, with a little air.

    It begins at zero where the lowest value is below ``zero_below`` of the highest, so that
    small differences are not made to look large.
    """
    low, high = min(values), max(values)
    if 0 <= low <= zero_below * high:
        low = min(0.0, low)
    spread = (high - low) or abs(high) or 1.0
    return (low if low == 0 else low - 0.08 * spread, high + 0.08 * spread)
