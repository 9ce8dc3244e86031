"""Slips of typing: is one printed number another with a digit changed, swapped, dropped or put in?

Where the words alone do not say for sure that figures belong together, a difference that one such slip explains is
worth an officer's look, and any other is more likely a relation that was never meant.
"""

from __future__ import annotations

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


def _digits(value: Decimal, step: Decimal) -> str:
    """Return the digits of a value, counted in steps of the last printed one."""
    return str(abs(value / step).quantize(Decimal(1)))


def sum_by_slip(parts: tuple[Figure, ...], whole: Figure, more: int = 0) -> bool:
    """Tell whether one slip, in the whole or in one of the parts, explains that they do not add up.

    ``more`` is what parts that are no figures add.
    """
    over = sum((p.value for p in parts), Decimal(more)) - whole.value
    return is_slip(whole, whole.value + over) or any(is_slip(part, part.value - over) for part in parts)
