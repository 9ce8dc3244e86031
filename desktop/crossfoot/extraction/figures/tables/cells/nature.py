"""What kind of value a number in a table is: actual, budget, target, change, as row, column and caption tell."""

from __future__ import annotations

import re

from crossfoot.extraction.figures.periods import stretches
from crossfoot.extraction.figures.tables.cells.period import LEADS_ON
from crossfoot.extraction.figures.tables.cells.sight import ESTIMATE, PROBABLE, CellSight, is_bare
from crossfoot.extraction.figures.tables.context import CellContext
from crossfoot.model import Nature, Period, PeriodKind, Unit

_PLANS = frozenset({Nature.PROPOSED, Nature.FORECAST, Nature.TARGET, Nature.BUDGET})
_VARIANCE_HEAD = re.compile(r"\b(?:variance|gap)\b", re.IGNORECASE)
"""Heads that make a difference of a count too, not of money alone."""

_BUDGETED = re.compile(r"\bbudgeted\b", re.IGNORECASE)
"""How a column of counts is headed that the budget allowed for: "Number budgeted", "Budgeted FTE"."""

_TARGETS = re.compile(r"\btargets?\b", re.IGNORECASE)
"""A head of targets, beside which the other columns of a table "of measures with a target" are none."""


def nature_of(cell: CellSight, period: Period | None, source: str) -> Nature:
    """Return the nature that column, row or group tell, or the words above where the column has no head."""
    n, around = cell.number, cell.around
    if n.unit is Unit.PERCENTAGE_POINTS:
        return Nature.CHANGE
    holds_on_a_day = source == "column" and period is not None and period.kind is PeriodKind.AS_AT
    row = around.label.nature
    if holds_on_a_day and row in {Nature.BUDGET, Nature.VARIANCE}:
        row = None  # the name of a reserve or of a deficit that is carried: its balance on that day
    nature = cell.found.nature or around.head.nature or row or around.group.nature
    if nature is None and is_bare(around.head):
        nature = _nature_above(around)
    if nature is Nature.FORECAST and ESTIMATE.search(around.head.text) and PROBABLE.search(around.heads):
        nature = Nature.BUDGET  # the estimates of a year are its budget where another column tells what is likely
    done = nature is Nature.ACTUAL and is_bare(around.head)
    of_money = nature in {Nature.BUDGET, Nature.VARIANCE} and _VARIANCE_HEAD.search(around.head.text) is None
    budgeted = nature is Nature.BUDGET and _BUDGETED.search(around.head.text) is not None
    if nature is None or (of_money and n.unit not in {Unit.GBP, Unit.PERCENT} and not budgeted):
        nature = Nature.ACTUAL
    dated_ahead = (
        source in {"column", "row"}
        and period is not None
        and around.known.meeting is not None
        and (
            period.start > around.known.meeting
            or (n.money and stretches.is_year(period) and period.end > around.known.meeting)
        )
    )
    if nature is Nature.ACTUAL and dated_ahead and not done:
        return _planned(cell, period)
    return nature


def _planned(cell: CellSight, period: Period | None) -> Nature:
    """Return what a number of a time to come is: a charge with its pence is proposed, an amount budgeted."""
    n, meeting = cell.number, cell.around.known.meeting
    if not n.money or (period is not None and period.kind is PeriodKind.AS_AT):
        return Nature.FORECAST
    if cell.around.saves:
        return Nature.PROPOSED
    if n.step >= 1:
        return Nature.BUDGET
    ahead = period is not None and meeting is not None and period.start > meeting
    return Nature.PROPOSED if ahead else Nature.ACTUAL


def _nature_above(around: CellContext) -> Nature | None:
    """Return the nature that the words right above a table give all its cells, or None.

    A sentence with numbers of its own that does not lead on to the table speaks of those: "88% were (target 90%)."
    """
    if not around.above:
        return None
    above = around.above[0]
    if above.numbers and not LEADS_ON.search(above.sentence.lowered):
        return None
    told = next((cue.nature for cue in reversed(around.above[0].cues) if cue.nature in _PLANS), None)
    return None if told is Nature.TARGET and _TARGETS.search(around.heads) is not None else told
