"""The indicator that a number was given, with what speaks for it."""

from __future__ import annotations

from crossfoot.extraction.figures.indicators.choice import Choice
from crossfoot.extraction.unchanging import unchanging
from crossfoot.model import Unit

_CERTAIN = 9.0
"""The weight of an indicator that is matched by its place in a row."""


@unchanging(frozen=True, slots=True)
class Named:
    """A number's indicator, the weight that speaks for it, and the choice of words that names it, if any does.

    ``unit`` is what a number that names none has from the figure that it goes on from.
    """

    indicator: str | None
    weight: float
    words: Choice | None = None
    unit: Unit | None = None

    @classmethod
    def in_order(cls, indicator: str) -> Named:
        """Return the indicator of a number that is matched with a name by its place in a row."""
        return cls(indicator, _CERTAIN)

    @classmethod
    def by(cls, choice: Choice) -> Named:
        """Return the indicator of a choice."""
        return cls(choice.indicator, choice.weight, choice)

    @property
    def certain(self) -> bool:
        """Tell whether the words name it so clearly that a repeated number does not change it."""
        return self.weight >= _CERTAIN
