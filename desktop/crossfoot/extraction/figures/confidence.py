"""How sure a reading is: what share of the readings with the same support are right on records never read.

The shares are counted over our own annotated records (``tests/extraction/gold/development``) by
``tests/benchmarks/calibration.py``, which prints them anew: of the figures read with each kind of support, how many
had their place, value, unit, indicator and period right, as far as the annotation states them. Two things tell the
good readings from the bad: how the period was found, and whether the number is a measure (pounds, per cent, days)
or a count, whose noun has to be understood.

Rules do better on the records that were read while they were written. How much, was measured once, when half of the
records had been read by nobody: there the odds of a right reading were those of ``_NEVER_READ`` times as high as in
the half that had been read. Every share is lowered by that much.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from crossfoot.extraction.figures.periods.question import UNDATED
from crossfoot.extraction.figures.periods.sources import (
    BUDGET,
    FIGURE,
    HEADING,
    LATEST,
    LEAD,
    PARAGRAPH,
    PREVIOUS,
    REPORTING,
)
from crossfoot.model import Unit

_COUNTED = frozenset({Unit.COUNT, Unit.RATIO, None})
_FRAMED = frozenset({LEAD, PARAGRAPH, BUDGET})
"""Periods that a list, a paragraph or a budget gives to all that stands in it."""

_TAKEN_OVER = frozenset({PREVIOUS, HEADING, REPORTING, UNDATED.how})
"""Periods of the sentence before, the heading or the record, which the number may not share."""

_POINTED = frozenset({FIGURE, LATEST, "since", "lastmonth", "lastquarter", "last quarter", "ago", "same", "monthago"})
"""Periods that hang on another one: wrong wherever that is wrong."""

_CELL, _CELL_OF_RECORD = "cell with its period", "cell with the record's period"


class Share(NamedTuple):
    """How many readings were right, of how many that were read."""

    right: int
    read: int


COUNTED: Mapping[str, Share] = {
    "by another period, count": Share(69, 79),
    "by another period, measure": Share(47, 59),
    "cell with its period": Share(287, 291),
    "cell with the record's period": Share(92, 92),
    "own words say when, count": Share(204, 209),
    "own words say when, measure": Share(195, 207),
    "period of list or budget, count": Share(48, 48),
    "period of list or budget, measure": Share(75, 81),
    "period taken over, count": Share(283, 316),
    "period taken over, measure": Share(348, 364),
}
"""The readings by their support, as ``calibration.py`` prints them."""

_NEVER_READ = {True: 0.69, False: 0.55}
"""What the odds of a right reading were multiplied by in unread records: in cells (0.916 right against 0.941) and in
sentences (0.716 against 0.820)."""


def support_in_sentence(unit: Unit | None, how: str) -> str:
    """Return what supports a number in a sentence or list, whose period was found by the rule ``how``."""
    kind = "count" if unit in _COUNTED else "measure"
    if how in _POINTED or how.startswith("end of "):
        return f"by another period, {kind}"
    if how in _TAKEN_OVER:
        return f"period taken over, {kind}"
    if how in _FRAMED:
        return f"period of list or budget, {kind}"
    return f"own words say when, {kind}"


def support_in_table(*, dated_here: bool) -> str:
    """Return what supports a cell; ``dated_here`` tells that column, row or caption give its period."""
    return _CELL if dated_here else _CELL_OF_RECORD


def confidence(support: str, counted: Mapping[str, Share] = COUNTED) -> float:
    """Return how sure a reading with such support is, from 0 to 1.

    Two readings are added to those counted, one right and one wrong, so that few readings make nothing certain.
    """
    share = counted.get(support, Share(0, 0))
    odds = (share.right + 1) / (share.read - share.right + 1)
    odds *= _NEVER_READ[support in {_CELL, _CELL_OF_RECORD}]
    return round(odds / (1 + odds), 2)
