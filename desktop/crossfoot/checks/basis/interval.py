"""What a printed figure may stand for, as an interval, so that rounding and "about" are allowed for once.

A count is exact. Anything else was rounded to its last printed digit and may lie half a step to
either side. "About" loosens by a twentieth, "over" and "under" leave one side open.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from crossfoot.model import Figure, Qualifier, Unit

_INFINITE = Decimal("Infinity")
ABOUT = Decimal("0.05")
"""How far, as a share of the value, "about" may be off."""


@dataclass(frozen=True, slots=True)
class Interval:
    """All values between two ends, which belong to it; an end may be infinite."""

    low: Decimal
    high: Decimal

    def meets(self, other: Interval) -> bool:
        """Tell whether a value lies in both."""
        return self.low <= other.high and other.low <= self.high

    def __add__(self, other: Interval) -> Interval:
        """Return where the sum of two values lies."""
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Interval) -> Interval:
        """Return where the difference of two values lies."""
        return Interval(_difference(self.low, other.high, -_INFINITE), _difference(self.high, other.low, _INFINITE))

    def __truediv__(self, other: Interval) -> Interval:
        """Return where the quotient of two values that are not negative lies; ``other`` must be above nought."""
        low = Decimal(0) if other.high == _INFINITE else max(self.low, Decimal(0)) / other.high
        high = _INFINITE if other.low <= 0 or self.high == _INFINITE else self.high / other.low
        return Interval(low, high)

    def times(self, factor: Decimal | int) -> Interval:
        """Return the interval stretched by a factor above nought."""
        return Interval(self.low * factor, self.high * factor)

    def size(self) -> Interval:
        """Return where the value lies without its sign."""
        if self.low >= 0:
            return self
        if self.high <= 0:
            return Interval(-self.high, -self.low)
        return Interval(Decimal(0), max(-self.low, self.high))


def _difference(a: Decimal, b: Decimal, unknown: Decimal) -> Decimal:
    """Return ``a - b``, or ``unknown`` where both are infinite."""
    return unknown if not a.is_finite() and not b.is_finite() else a - b


def is_exact(figure: Figure) -> bool:
    """Tell whether the figure counts whole things and was not rounded in print."""
    whole = figure.unit in {Unit.COUNT, Unit.FTE, None} and figure.step <= 1
    return whole and figure.value == figure.value.to_integral_value() and figure.qualifier is not Qualifier.AVERAGE


def reach(figure: Figure) -> Interval:
    """Return every value that the printed figure may stand for."""
    slack = Decimal(0) if is_exact(figure) else figure.step / 2
    if figure.qualifier is Qualifier.APPROX:
        slack = max(slack, abs(figure.value) * ABOUT)
    low, high = figure.value - slack, figure.value + slack
    if figure.qualifier is Qualifier.OVER:
        high = _INFINITE
    if figure.qualifier is Qualifier.UNDER:
        low = -_INFINITE
    return Interval(low, high)


def total(figures: Iterable[Figure]) -> Interval:
    """Return where the sum of the figures lies."""
    result = Interval(Decimal(0), Decimal(0))
    for figure in figures:
        result += reach(figure)
    return result


def rounded_like(value: Decimal, figure: Figure, *, finer: int = 0) -> Decimal:
    """Return ``value`` to the printed precision of ``figure``, with up to ``finer`` digits more."""
    exponent = figure.step.normalize().adjusted() if figure.step > 0 else 0
    return value.quantize(Decimal(1).scaleb(exponent - finer)) if abs(value) < Decimal(10) ** 20 else value


_TWO_NOUGHTS = 100


def is_rounded(figure: Figure, value: Decimal) -> bool:
    """Tell whether a printed figure is a value rounded to the noughts that it ends with: £339,000 for £339,040.

    One nought may come about by chance; two were meant.
    """
    if figure.value == 0 or figure.value != figure.value.to_integral_value():
        return False
    step = Decimal(1).scaleb(figure.value.normalize().adjusted() - len(figure.value.normalize().as_tuple().digits) + 1)
    return step >= _TWO_NOUGHTS and abs(figure.value - value) * 2 <= step
