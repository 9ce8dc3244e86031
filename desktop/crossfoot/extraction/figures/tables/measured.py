"""The unit that a cell has from the measure that its row names, where no word of the table tells one.

Tables of indicators leave out what everybody there knows: "NI 59 | 72.5" is a share, "S47 rate | 141.2" a rate per
10,000 children. What would else be a count is one of these where its row names nothing that is counted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from crossfoot.extraction.figures.indicators.choice import THRESHOLD, Choice
from crossfoot.extraction.figures.numerals import Number
from crossfoot.extraction.figures.tables.context import CellContext
from crossfoot.model import Unit

_RATE = re.compile(r"\brates?\b", re.IGNORECASE)
_COUNTED = re.compile(
    r"\b(?:numbers?|no\.|count|headcount|cohort|ratio|scores?|index|average|mean|median|days|weeks|months)(?!\w)|£",
    re.IGNORECASE,
)
"""What a row or a column says of how it counts: in heads or points, in an average or in days."""
_CODE = re.compile(r"[A-Z]{1,4}\s?\d{1,3}[a-z]?")
LEAST_RATE = 5
_MOST_PERCENT = 100


def unit_by_name(
    n: Number, around: CellContext, choices: Sequence[Choice], choose: Callable[[Unit], list[Choice]]
) -> tuple[Unit, list[Choice]] | None:
    """Return the unit of a number by what its row names, with what the words speak for then; None to leave it be.

    ``choices`` are what they speak for in the unit that it has, ``choose`` tells the same for another unit.
    """
    label = around.label.text
    if n.unit is not Unit.COUNT or _COUNTED.search(f"{label} {around.head.text}") is not None:
        return None
    if _RATE.search(label) is not None:
        for unit, fits in ((Unit.RATE_PER_10000, n.value >= LEAST_RATE), (Unit.PERCENT, n.value <= _MOST_PERCENT)):
            named = choose(unit) if fits else []
            if _is_of_the_row(named):
                return unit, named
        return None
    if n.value > _MOST_PERCENT or (n.step >= 1 and _CODE.match(label) is None) or _is_of_the_row(choices):
        return None
    named = choose(Unit.PERCENT)
    return (Unit.PERCENT, named) if _is_of_the_row(named) and named[0].alone else None


def _is_of_the_row(choices: Sequence[Choice]) -> bool:
    """Tell whether what the words speak for most is named by the row."""
    return bool(choices) and choices[0].weight >= THRESHOLD and choices[0].zone == "row"
