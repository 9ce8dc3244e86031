"""A number whose indicator is asked for, with what its words speak for."""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.extraction.figures.indicators.choice import THRESHOLD, Choice, Kind
from crossfoot.extraction.figures.indicators.named import Named
from crossfoot.extraction.figures.lexicon import Lexicon
from crossfoot.extraction.figures.phrases import is_generic
from crossfoot.extraction.figures.place import Place
from crossfoot.extraction.figures.sight import Sight
from crossfoot.extraction.unchanging import unchanging
from crossfoot.model import Figure, Nature, Unit

CARRIED_ON = 5.0
"""The weight of an indicator that a number has from another one."""

NONE = Named(None, 0.0)
"""What a number has for which no indicator speaks."""


@unchanging(frozen=True, slots=True)
class Asked:
    """A number whose indicator is asked for: where it stands, of what kind it is, and what its words speak for.

    ``told`` is the nature that the words tell, before a resolution or a date makes a plan of it. ``silent`` tells that
    its words name no measure.
    """

    lexicon: Lexicon
    sight: Sight
    place: Place
    kind: Kind
    nature: Nature
    choices: list[Choice]
    silent: bool

    @property
    def counts_nothing_else(self) -> bool:
        """Tell whether behind the number no noun of its own is counted."""
        return is_generic(self.sight.phrase.head)

    @property
    def best(self) -> Choice | None:
        """Return what the words speak for most, or None where that is too little."""
        return self.choices[0] if self.choices and self.choices[0].weight >= THRESHOLD else None


def last_amount(told: Sequence[Figure]) -> Figure | None:
    """Return the last amount of money among figures, or None."""
    return next((figure for figure in reversed(told) if figure.unit is Unit.GBP), None)
