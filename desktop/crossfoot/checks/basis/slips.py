"""Slips of typing: is one printed number another with a digit changed, swapped, dropped or put in?

Where the words alone do not say for sure that figures belong together, a difference that one such slip explains is
worth an officer's look, and any other is more likely a relation that was never meant.
"""

from __future__ import annotations

import math
from decimal import Decimal

from rapidfuzz.distance import OSA

from crossfoot.model import Figure

_LARGEST = Decimal(10) ** 15


def is_slip(printed: Figure, meant: Decimal) -> bool:
    """Tell whether ``printed`` is ``meant`` with one slip of typing, at the printed precision."""
    if meant <= 0 or printed.step <= 0 or max(printed.value, meant) / printed.step > _LARGEST:
        return False
    shown, due = _digits(printed.value, printed.step), _digits(meant, printed.step)
    if max(len(shown), len(due)) < 2:
        return False
    return OSA.distance(shown, due) == 1 and (len(shown) == len(due) or min(len(shown), len(due)) >= 2)


_MANY = 200


def is_slip_within(printed: Figure, low: Decimal, high: Decimal) -> bool:
    """Tell whether ``printed`` is, with one slip of typing, some value of a short stretch, at the printed precision."""
    if printed.step <= 0 or low <= 0 or high < low or high / printed.step > _LARGEST:
        return False
    first, last = math.ceil(low / printed.step), math.floor(high / printed.step)
    return last - first <= _MANY and any(is_slip(printed, steps * printed.step) for steps in range(first, last + 1))


def _digits(value: Decimal, step: Decimal) -> str:
    """Return the digits of a value, counted in steps of the last printed one."""
    return str(abs(value / step).quantize(Decimal(1)))


def sum_by_slip(parts: tuple[Figure, ...], whole: Figure, more: int = 0) -> bool:
    """Tell whether one slip, in the whole or in one of the parts, explains that they do not add up.

    ``more`` is what parts that are no figures add.
    """
    over = sum((p.value for p in parts), Decimal(more)) - whole.value
    return is_slip(whole, whole.value + over) or any(is_slip(part, part.value - over) for part in parts)


_CHANCE = Decimal("0.15")


def told_by_slip(parts: tuple[Figure, ...], whole: Figure, more: int = 0, chance: Decimal = _CHANCE) -> bool:
    """Tell whether one slip explains that parts do not add up, and chance hardly does.

    Each figure of so many digits can slip to so many others; how far apart parts and whole are that have nothing to do
    with each other is spread over all that they may come to. Where the first is few beside the second, a slip was made,
    however far apart it puts them: a leading digit moves a sum by as much as the whole. ``chance`` is how large a share
    of the second the first may be; words that tie the parts to the whole allow for more.
    """
    over = sum((p.value for p in parts), Decimal(more)) - whole.value
    pairs = [(whole, whole.value + over), *((part, part.value - over) for part in parts)]
    if whole.step <= 0 or not any(_is_retyped(figure, meant) for figure, meant in pairs):
        return False
    most = max(sum((abs(p.value) for p in parts), Decimal(more)), abs(whole.value)) / whole.step
    ways = sum(_ways(figure) for figure in (whole, *parts))
    return ways <= chance * 2 * most


def _is_retyped(printed: Figure, meant: Decimal) -> bool:
    """Tell whether a digit was typed for another, or two were exchanged; none was dropped or put in."""
    if not is_slip(printed, meant):
        return False
    return len(_digits(printed.value, printed.step)) == len(_digits(meant, printed.step))


def _ways(figure: Figure) -> int:
    """Return how many other numbers one slip makes of a figure: each digit another, two neighbours exchanged."""
    digits = len(_digits(figure.value, figure.step)) if figure.step > 0 else 1
    return 10 * digits - 1
