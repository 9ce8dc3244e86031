"""Whether an indicator is counted in a figure's unit: what a list offers first, and what is asked about when chosen.

The extraction gives no indicator to a number that it cannot be printed as; the officer may, and is told.
"""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.extraction.figures.indicators.choice import Kind
from crossfoot.extraction.figures.lexicon import Family, family_of
from crossfoot.model import Dictionary, Figure, Indicator, Nature, Unit
from crossfoot.model.wording import UNIT_WORDS

_SHARES = frozenset({Unit.PERCENT, Unit.PERCENTAGE_POINTS})
_MOVES = frozenset({Nature.CHANGE, Nature.VARIANCE})
_SAID = {"GBP": "£", "%": "%", "FTE": "FTE"}


def usual_unit(indicator: Indicator) -> str:
    """Return what an indicator is usually counted in, in words: "children", "%", "£"."""
    return " ".join(_SAID.get(word, word) for word in indicator.usual_unit.split())


def suits(indicator: Indicator, figure: Figure) -> bool:
    """Tell whether a figure's number may be one of an indicator: its unit fits, or it says how that moved."""
    if figure.unit is None or (figure.unit in _SHARES and figure.nature in _MOVES):
        return True
    family = family_of(indicator)
    if family is Family.CATEGORY:
        return True
    whole = figure.value == figure.value.to_integral_value()
    fit = Kind(figure.unit, figure.nature or Nature.ACTUAL, whole).fit(family, indicator)
    return fit is not None and not (family is Family.RATE and figure.unit is Unit.COUNT)


def by_suiting(dictionary: Dictionary, figure: Figure | None) -> Sequence[Indicator]:
    """Return all indicators, those first that a figure may be of; within each part as the dictionary has them."""
    return sorted(dictionary, key=lambda indicator: figure is not None and not suits(indicator, figure))


def doubt(dictionary: Dictionary, figure: Figure) -> str:
    """Return a sentence where a figure's indicator is not counted in its unit; empty where it may be."""
    indicator = dictionary.by_key.get(figure.indicator or "")
    if indicator is None or figure.unit is None or suits(indicator, figure):
        return ""
    printed = "a count" if figure.unit is Unit.COUNT else f"in {UNIT_WORDS[figure.unit]}"
    return f"“{indicator.name}” is counted in {usual_unit(indicator)}, and this figure is {printed}: look at both."
