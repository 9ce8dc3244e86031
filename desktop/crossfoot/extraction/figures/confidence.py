"""How sure a reading is: the share of the readings with the same support that are right.

The shares were counted over our own annotated records (``tests/extraction/gold/development``) by
``tests/benchmarks/calibration.py``, which prints them anew: of the figures read with each kind of support, how many
had their place, value, unit, indicator and period right, as far as the annotation states them. Two things tell the
good readings from the bad: how the period was found, and whether the number is a measure (pounds, per cent, days)
or a count, whose noun has to be understood. No share rests on far fewer than thirty readings: what was read less often
is counted together with its neighbour.
"""

from __future__ import annotations

from crossfoot.extraction.figures.periods.dating import (
    BUDGET,
    FIGURE,
    HEADING,
    LATEST,
    LEAD,
    PARAGRAPH,
    PREVIOUS,
    REPORTING,
    UNDATED,
    Dated,
)
from crossfoot.model import Unit

_COUNTED = frozenset({Unit.COUNT, Unit.RATIO, None})
_FRAMED = frozenset({LEAD, PARAGRAPH, BUDGET, LATEST})
"""Periods that a list, a paragraph or a budget gives to all that stands in it."""

_TAKEN_OVER = frozenset({PREVIOUS, HEADING, REPORTING, UNDATED.how})
"""Periods of the sentence before, the heading or the record, which the number may not share."""

_POINTED = frozenset({FIGURE, "now", "since", "year end", "lastmonth", "lastquarter", "last quarter"})
"""Periods that hang on another one, "end of …" among them: wrong wherever that is wrong."""


def in_sentence(unit: Unit | None, dated: Dated) -> float:
    """Return the confidence of a number in a sentence or a list."""
    counted = unit in _COUNTED
    if dated.how in _POINTED or dated.how.startswith("end of "):
        return 0.55  # 31 of 56
    if dated.how in _TAKEN_OVER:
        return 0.75 if counted else 0.88  # 130 of 173, 145 of 164
    if dated.how in _FRAMED:
        return 0.83 if counted else 0.93  # 24 of 29, 55 of 59
    return 0.87 if counted else 0.84  # its own words say when: 74 of 85, 79 of 94


def in_table(*, dated_here: bool) -> float:
    """Return the confidence of a cell; ``dated_here`` tells that column, row or caption give its period."""
    return 0.98 if dated_here else 0.87  # 133 of 136, 59 of 68
