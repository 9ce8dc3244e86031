"""How sure a reading is: what share of the readings with the same support are right on records never read.

Rules do better on the records that were read while they were written, so the shares come from first runs alone: of
records that others had written and annotated, and that no writer of rules had seen when they were first read. What was
right then is kept in ``tests/benchmarks/first_runs.tsv``, by record, and ``tests/benchmarks/calibration.py`` counts the
shares from it: of the figures read with each kind of support, how many had their place, value, unit, indicator and
period right, as far as the annotation states them. The readings of one record stand and fall together, above all
those of one table; so a record counts for no more than a few of each kind.

Three things tell the good readings from the bad. Is the time named in full ("in 2014/15", a dated heading), or does it
hang on another ("last year"), or is it taken over from what stands around? Is the figure filed under an indicator,
which may be the wrong one? And is it an amount of money, of which budgets, forecasts and parts are easily mistaken, or
a number in words, which often counts something by the way? The rules have been mended since the first runs, by what was
wrong in them: a share is rather too low than too high, and few figures are shown as sure.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from crossfoot.extraction.figures.periods.question import UNDATED
from crossfoot.extraction.figures.periods.sources import (
    BUDGET,
    FIGURE,
    HEADING,
    ITEMS,
    LATEST,
    LEAD,
    PARAGRAPH,
    PREVIOUS,
    REPORTING,
)
from crossfoot.model import Unit

_IN_FULL = frozenset(
    {"split", "year", "monthyear", "date", "calyear", "datespan", "monthspan", "fy", "yearspan", "minisplit", "ledger"}
) | {HEADING, LATEST, PARAGRAPH}
"""Expressions that name their days by themselves, and frames that do so for all that stands in them."""

_TAKEN_OVER = frozenset({PREVIOUS, FIGURE, LEAD, ITEMS, "the same number before"})
"""Periods of the words around, which the number may not share."""

_OF_RECORD = frozenset({REPORTING, BUDGET})


class Share(NamedTuple):
    """How many readings were right, of how many that were read."""

    right: int
    read: int


COUNTED: Mapping[str, Share] = {
    "cell with its own time, a count": Share(355, 476),
    "cell with its own time, money": Share(107, 175),
    "cell with its own time, per cent": Share(194, 240),
    "cell with the record's time, a count": Share(105, 197),
    "cell with the record's time, money": Share(130, 163),
    "cell with the record's time, per cent": Share(65, 104),
    "no time, an indicator": Share(24, 48),
    "no time, in words": Share(7, 20),
    "no time, money": Share(14, 20),
    "no time, no indicator": Share(32, 51),
    "time named in full, an indicator": Share(548, 680),
    "time named in full, in words": Share(172, 227),
    "time named in full, money": Share(503, 630),
    "time named in full, no indicator": Share(550, 687),
    "time of the record, an indicator": Share(459, 660),
    "time of the record, in words": Share(265, 395),
    "time of the record, money": Share(594, 735),
    "time of the record, no indicator": Share(500, 761),
    "time taken over, an indicator": Share(597, 868),
    "time taken over, in words": Share(201, 301),
    "time taken over, money": Share(397, 538),
    "time taken over, no indicator": Share(522, 762),
    "time that hangs on another, an indicator": Share(701, 976),
    "time that hangs on another, in words": Share(256, 372),
    "time that hangs on another, money": Share(303, 480),
    "time that hangs on another, no indicator": Share(559, 852),
}
"""The readings of first runs by their support, as ``calibration.py`` prints them."""


_NONE_READ = Share(0, 0)


def support_in_sentence(unit: Unit | None, how: str, *, keyed: bool, spelled: bool) -> str:
    """Return what supports a number in a sentence or list.

    ``how`` is the rule that found its period; ``keyed`` tells that it is filed under an indicator, ``spelled`` that it
    is written in words.
    """
    if how.removeprefix("end of ") in _IN_FULL:
        time = "time named in full"
    elif how in _TAKEN_OVER:
        time = "time taken over"
    elif how in _OF_RECORD:
        time = "time of the record"
    elif how == UNDATED.how:
        time = "no time"
    else:
        time = "time that hangs on another"
    kind = "money" if unit is Unit.GBP else "in words" if spelled else "an indicator" if keyed else "no indicator"
    return f"{time}, {kind}"


def support_in_table(unit: Unit | None, *, dated_here: bool) -> str:
    """Return what supports a cell; ``dated_here`` tells that column, row or caption give its period."""
    time = "its own time" if dated_here else "the record's time"
    kind = "money" if unit is Unit.GBP else "per cent" if unit is Unit.PERCENT else "a count"
    return f"cell with {time}, {kind}"


def confidence(support: str, counted: Mapping[str, Share] = COUNTED) -> float:
    """Return how sure a reading with such support is, from 0 to 1.

    Two readings are added to those counted, one right and one wrong, so that few readings make nothing certain.
    """
    share = counted.get(support, _NONE_READ)
    return round((share.right + 1) / (share.read + 2), 2)
