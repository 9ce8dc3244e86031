"""The period of a number: what its own words say, or what it takes over from what stands around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from crossfoot.extraction.figures.periods import stretches
from crossfoot.extraction.figures.periods.binding import compares
from crossfoot.extraction.figures.periods.known import When
from crossfoot.extraction.figures.place import Place
from crossfoot.extraction.figures.sight import Sight
from crossfoot.model import Measure, Nature, Period, PeriodKind, Span

LEAD = "the words before the list"
PREVIOUS = "the sentence before"
HEADING = "the heading"
BUDGET = "the budget's year"
PARAGRAPH = "the paragraph before"
REPORTING = "reporting period"
LATEST = "latest date named"
FIGURE = "the figure before"
_SOURCES = frozenset({LEAD, PREVIOUS, HEADING, BUDGET, PARAGRAPH, REPORTING, LATEST})

_STOCKS = frozenset({Measure.STOCK, Measure.RATIO_OF_STOCK})
_OF_A_YEAR = frozenset({Measure.PLAN, Measure.FORECAST, Measure.DERIVED, Measure.YEAR_FLOW})
_OF_ANOTHER_TIME = frozenset({Nature.TARGET, Nature.BENCHMARK})


class Dated(NamedTuple):
    """A period, how it was found, and the words that state it for this very number, if any do."""

    period: Period | None
    how: str
    words: Span | None = None


UNDATED = Dated(None, "none")


@dataclass(frozen=True, slots=True)
class Question:
    """A number whose period is asked for: where it stands, what nature it has, and what its indicator measures."""

    sight: Sight
    place: Place
    nature: Nature
    measure: Measure | None

    def taken(self, period: Period, how: str) -> Dated:
        """Return a period taken from elsewhere: of a stock, the last day of the stretch."""
        return Dated(suited(period, self.measure), how)


def suited(period: Period, measure: Measure | None) -> Period:
    """Return a period as the measure asks: a stock holds at one day, the last of a stretch."""
    if measure in _STOCKS and period.kind is PeriodKind.DURING:
        return stretches.as_at(period.end)
    return period


def period_of(question: Question, when: When | None) -> Dated:
    """Return a number's period; ``when`` is the expression of its sentence that was found to date it."""
    if when is not None and when.period is not None:
        return _stated(question, when, when.period)
    return (
        _of_figure_before(question)
        or _of_lead(question)
        or _of_previous(question)
        or _of_heading(question)
        or _of_budget(question)
        or _of_record(question)
    )


def _stated(question: Question, when: When, period: Period) -> Dated:
    """Return the period that the number's own words state; an outturn at the year's end is that of the year."""
    money = question.sight.number.money
    if when.rule == "split" and not money and _OF_SCHOOLS.search(question.sight.sentence.lowered):
        period = stretches.school_year(period.start.year) if is_year(period) else period
    planned = money and question.nature in {Nature.FORECAST, Nature.VARIANCE}
    if planned and period.kind is PeriodKind.AS_AT and (period.end.month, period.end.day) == (3, 31):
        period = stretches.financial_year(stretches.financial_start(period.end))
    return Dated(period, when.rule, when.span)


def _of_figure_before(question: Question) -> Dated | None:
    """Return the period of the figure before in the sentence, unless this number is of another time."""
    sight, before = question.sight, question.sight.before
    if before is None or before.period is None or question.nature in _OF_ANOTHER_TIME:
        return None
    if sight.reading.whens and compares(sight.sentence.text, before.span.end, sight.start):
        return None
    how = next((e.rule for e in before.evidence if e.field == "period"), FIGURE)
    return question.taken(before.period, how if how in _SOURCES else FIGURE)


def _of_lead(question: Question) -> Dated | None:
    """Return the period of a list's lead-in, stated for all its items."""
    lead = question.sight.around.lead
    period = (lead.focus or question.place.lead_period) if lead is not None else None
    return Dated(period, LEAD) if period is not None else None


def _of_previous(question: Question) -> Dated | None:
    """Return the period of a sentence before, unless it only named a part of the reporting period in passing."""
    reporting, around = question.place.known.reporting, question.sight.around
    for reading in reversed(around.previous):
        if reading.focus is not None and (reading.firm or reporting is None):
            if not around.points_back and _is_part_of(reading.focus, reporting):
                return None
            return question.taken(reading.focus, PREVIOUS)
    return None


def _of_heading(question: Question) -> Dated | None:
    """Return the period that the heading names."""
    heading = question.sight.around.heading
    return question.taken(heading.focus, HEADING) if heading is not None and heading.focus is not None else None


def _of_budget(question: Question) -> Dated | None:
    """Return the financial year of the budget spoken of, for amounts and what is counted by the year."""
    if question.measure not in _OF_A_YEAR and question.nature not in {Nature.BUDGET, Nature.VARIANCE}:
        return None
    reporting = question.place.known.reporting
    period = reporting if reporting is not None and is_year(reporting) else question.place.budget_period or reporting
    if period is None:
        return None
    return Dated(stretches.financial_year(stretches.financial_start(period.end)), BUDGET)


def _of_record(question: Question) -> Dated:
    """Return the period of the paragraph that is pointed back to, or else what the record reports on."""
    place = question.place
    if question.sight.around.points_back and place.focus is not None:
        return question.taken(place.focus, PARAGRAPH)
    if place.known.reporting is not None:
        if question.sight.number.money:
            return Dated(year_of_budget(place.known.reporting), REPORTING)
        return question.taken(place.known.reporting, REPORTING)
    if place.focus is not None:
        return question.taken(place.focus, LATEST)
    return UNDATED


_OF_SCHOOLS = re.compile(
    r"\b(?:pupils?|gcses?|key\s+stage|ks[1-5]|attainment|attendance|exclusions?|a[\s-]levels?|academic|school\s+year)\b"
)
"""Words of schools, whose year "2015/16" begins in September."""


def is_year(period: Period) -> bool:
    """Tell whether a period is a whole year."""
    return 364 <= (period.end - period.start).days <= 366


def year_of_budget(reporting: Period) -> Period:
    """Return the financial year that amounts are of in a record that reports on a part of it."""
    if (reporting.end - reporting.start).days > 366:
        return reporting
    return stretches.financial_year(stretches.financial_start(reporting.end))


def _is_part_of(focus: Period, reporting: Period | None) -> bool:
    """Tell whether a stretch is a shorter part of the reporting period."""
    if reporting is None or focus.kind is PeriodKind.AS_AT:
        return False
    return reporting.start <= focus.start and focus.end <= reporting.end and focus != reporting
