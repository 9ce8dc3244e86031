"""How much it tells that one slip of typing lies between a printed number and the one that is due.

Of the numbers with as many digits few are one slip from another: two of a hundred have its digits exchanged, one in
five has another digit in one place, and each digit more makes both ten times rarer. What chance hardly brings was most
likely typed; rules that look for a figure's relation far and wide weigh that against how many relations they tried.
"""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from math import log2

from crossfoot.model import Figure

_LARGEST = Decimal(10) ** 12
_FEWEST = 2


def surprise(printed: Figure, meant: Decimal) -> float:
    """Return in bits how seldom chance brings a printed figure within one slip of ``meant``; 0.0 where it is not.

    A slip is another digit in one place, or two neighbouring digits exchanged; noughts that both end with are left out.
    """
    step = printed.step
    if step <= 0 or meant <= 0 or printed.value <= 0 or max(printed.value, meant) / step > _LARGEST:
        return 0.0
    shown, due = (str((value / step).quantize(Decimal(1))) for value in (printed.value, meant))
    if len(shown) != len(due) or shown == due:
        return 0.0
    while len(shown) > _FEWEST and shown[-1] == due[-1] == "0":
        shown, due = shown[:-1], due[:-1]
    size = len(shown)
    apart = [place for place in range(size) if shown[place] != due[place]]
    numbers = 9 * 10 ** (size - 1)
    if len(apart) == 1:
        return log2(numbers / (9 * size))
    first, last = apart[0], apart[-1]
    swapped = len(apart) == _FEWEST and last - first == 1 and shown[first] == due[last] and shown[last] == due[first]
    return log2(numbers / (size - 1)) if swapped else 0.0


_WIDEST = 40
"""More values than these are too many for a slip towards one of them to tell anything."""


def surprise_within(printed: Figure, low: Decimal, high: Decimal) -> float:
    """Return in bits how seldom chance brings a figure within one slip of any value that a rounded relation allows."""
    step = printed.step
    if step <= 0 or high < low or (high - low) / step > _WIDEST or low <= printed.value <= high:
        return 0.0
    first, last = (low / step).to_integral_value(ROUND_CEILING), (high / step).to_integral_value(ROUND_FLOOR)
    many = int(last - first) + 1
    best = max((surprise(printed, (first + more) * step) for more in range(many)), default=0.0)
    return max(0.0, best - log2(many)) if best else 0.0
