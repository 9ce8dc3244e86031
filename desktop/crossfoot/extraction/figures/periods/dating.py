"""The period of a number: what its own words say, or what it takes over from what stands around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from crossfoot.extraction.figures.layout import Shape
from crossfoot.extraction.figures.periods import stretches
from crossfoot.extraction.figures.periods.binding import BETWEEN
from crossfoot.extraction.figures.periods.kinds import counts_what_happened, counts_what_there_was, is_stock
from crossfoot.extraction.figures.periods.known import When
from crossfoot.extraction.figures.periods.leaning import (
    EARLIER,
    figure_leaned_on,
    found_by,
    is_of_an_earlier_time,
)
from crossfoot.extraction.figures.periods.reporting import is_term_of_a_strategy
from crossfoot.extraction.figures.place import Place
from crossfoot.extraction.figures.reading import says_when_decided
from crossfoot.extraction.figures.sentences import Sentence
from crossfoot.extraction.figures.sight import Sight
from crossfoot.model import Measure, Nature, Period, PeriodKind, Span, Unit

LEAD = "the words before the list"
PREVIOUS = "the sentence before"
HEADING = "the heading"
BUDGET = "the budget's year"
PARAGRAPH = "the paragraph before"
REPORTING = "reporting period"
LATEST = "latest date named"
FIGURE = "the figure before"
ITEMS = "the items before"
IN_BRACKETS = "the words on brackets"
_SOURCES = frozenset({LEAD, PREVIOUS, HEADING, BUDGET, PARAGRAPH, REPORTING, LATEST})

_OF_ITS_YEAR = frozenset({Nature.BUDGET, Nature.FORECAST, Nature.VARIANCE, Nature.TARGET})
"""What amounts are of a year, whatever day it was said on."""

_MONTH = 31
_PART_OF_A_YEAR = 300
"""How many days are less than the year that a forecast is of."""

_OF_A_YEAR = frozenset({Measure.PLAN, Measure.FORECAST, Measure.DERIVED, Measure.YEAR_FLOW})


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
        """Return a period taken from elsewhere: of a stock the last day of the stretch, of a flow the whole of it."""
        return Dated(self._suited(self._of_its_year(period)), how)

    def _of_its_year(self, period: Period) -> Period:
        """Return the year that a number of its kind is counted by: money by the financial, schools by their own.

        What was, in a record that plans a year to come, is of what was over.
        """
        known = self.place.known
        if self.sight.number.money and stretches.is_year(period) and period.start.month == _SEPTEMBER:
            period = stretches.financial_year(period.start.year)
        if known.schools and period == known.reporting and not self.sight.number.money:
            period = _school_year(period)
        unfinished = known.meeting is not None and period.end > known.meeting and stretches.is_year(period)
        reports = self.nature in {Nature.ACTUAL, Nature.BENCHMARK} and not self.sight.number.money
        if unfinished and known.outturn is not None and reports and not is_of_an_earlier_time(self.sight):
            period = known.outturn
        return period

    def _suited(self, period: Period) -> Period:
        """Return the last day of a stretch for a stock, the whole of it for a flow, its year for a plan."""
        reporting = self.place.known.reporting
        happened = counts_what_happened(self.sight)
        if period.kind is PeriodKind.AS_AT:
            whole = reporting is not None and reporting.kind is PeriodKind.DURING and period.end == reporting.end
            counted = self.sight.number.unit is not Unit.PERCENT and happened
            if self.sight.number.money and self.nature in _OF_ITS_YEAR and not _BALANCE.search(self._sentence):
                return _year_of(period)
            return reporting if whole and reporting is not None and counted else period
        if self._is_planned():
            foreseen = (period.end - period.start).days < _PART_OF_A_YEAR and (
                self.nature is Nature.FORECAST
                or (self.sight.number.money and self.nature in {Nature.BUDGET, Nature.VARIANCE})
            )
            decided = self.nature is Nature.PROPOSED and self.sight.number.money
            if self.nature is Nature.BUDGET and self.sight.number.money and stretches.is_year(period):
                return period
            return _year_of(period) if foreseen else period if decided else suited(period, self.measure)
        lasts = (period.end - period.start).days > _MONTH and counts_what_there_was(self.sight)
        if self.sight.number.unit is not Unit.PERCENT and lasts:
            return self._not_beyond_the_report(stretches.as_at(period.end), period)
        return period if happened else self._not_beyond_the_report(suited(period, self.measure), period)

    def _not_beyond_the_report(self, held: Period, within: Period) -> Period:
        """Return the day of a stock, or the last day reported where that comes first: what is of a later day is not."""
        reporting = self.place.known.reporting
        if held.kind is PeriodKind.AS_AT and reporting is not None and within.start <= reporting.end < held.end:
            return stretches.as_at(reporting.end)
        return held

    @property
    def _sentence(self) -> str:
        """Return the words of the number's sentence in lower case."""
        return self.sight.sentence.lowered

    def _is_planned(self) -> bool:
        """Tell whether the number is a plan, which is of its whole year."""
        return self.nature not in {Nature.ACTUAL, Nature.BENCHMARK}


def _year_of(period: Period) -> Period:
    """Return the financial year in which a period ends."""
    return stretches.financial_year(stretches.financial_start(period.end))


def suited(period: Period, measure: Measure | None) -> Period:
    """Return a period as the measure asks: a stock holds at one day, the last of a stretch."""
    if is_stock(measure) and period.kind is PeriodKind.DURING:
        return stretches.as_at(period.end)
    return period


def period_of(question: Question, when: When | None) -> Dated:
    """Return a number's period; ``when`` is the expression of its sentence that was found to date it."""
    decided = when is not None and question.sight.number.money and says_when_decided(question.sight.sentence, when)
    if when is not None and when.period is not None and not decided:
        stated = _stated(question, when, when.period)
        return _earlier_of_two(question, stated) if _dates_the_later(question.sight, when) else stated
    if decided and when is not None and when.period is not None and question.nature is Nature.BUDGET:
        coming = _year_decided_on(when.period)
        if coming is not None:
            return Dated(coming, BUDGET)
    return _earlier_of_two(question, _taken_over(question))


def _year_decided_on(decided: Period) -> Period | None:
    """Return the financial year that a budget is of which was fixed in the last months before it, or None."""
    return stretches.financial_year(decided.end.year) if decided.end.month < _APRIL else None


def _taken_over(question: Question) -> Dated:
    """Return the period that a number takes over from what stands around it, the nearest first."""
    return (
        _of_brackets(question)
        or _of_figure_before(question)
        or _of_lead(question)
        or _of_previous(question)
        or _of_items(question)
        or _of_heading(question)
        or _of_budget(question)
        or _of_record(question)
    )


def _stated(question: Question, when: When, period: Period) -> Dated:
    """Return the period that the number's own words state; an outturn at the year's end is that of the year."""
    money = question.sight.number.money
    sentence = question.sight.sentence
    flows = money and not counts_what_there_was(question.sight)
    if when.rule == "ledger" and question.nature in _OF_ITS_YEAR and not _PROFILED.search(sentence.lowered):
        period = _year_of(period) if money or question.nature is Nature.FORECAST else period
    elif (when.rule == "ledger" and flows and question.nature in {Nature.ACTUAL, Nature.BUDGET}) or (
        _adds_up_to(question, when, period)
    ):
        start = date(stretches.financial_start(period.end), _APRIL, 1)
        period = Period(start, period.end, PeriodKind.DURING)
    schools = question.place.known.schools or _of_schools(sentence)
    if when.rule == "split" and not money and stretches.is_year(period) and schools:
        period = _school_year(period)
    elif when.rule == "year" and _OF_RESULTS.search(sentence.lowered) and not money:
        period = stretches.school_year(period.start.year - 1)
    elif when.rule == "split" and not stretches.is_year(period) and _OF_REGISTRARS.search(sentence.lowered):
        period = Period(date(period.start.year, 1, 1), date(period.end.year, 12, 31), period.kind)
    beside = question.sight.before
    held = beside.period if beside is not None and beside.unit is question.sight.number.unit else None
    if when.rule == "year" and held is not None and held.kind is PeriodKind.AS_AT and held.end.year > period.end.year:
        period = stretches.as_at(
            held.end.replace(year=period.end.year, day=min(held.end.day, 28 if held.end.month == 2 else 31))
        )
    period = _as_planned(question, when, period)
    if (
        question.nature in _SET
        and period.kind is PeriodKind.DURING
        and _WHOLE_YEAR.search(_words_before(question.sight))
    ):
        period = _year_of(period)
    planned = money and question.nature in {Nature.FORECAST, Nature.VARIANCE}
    if planned and _BALANCE.search(sentence.lowered):
        planned = False
    meeting = question.place.known.meeting
    gone_by = meeting is not None and period.end <= meeting
    foreseen_at = when.rule in {"month", "monthyear"} or (when.rule == "quarter" and _looks_ahead(question))
    dated = period.kind is PeriodKind.AS_AT or (gone_by and foreseen_at)
    if planned and dated and (_is_year_end(period) or _looks_ahead(question)):
        period = _year_of(period)
    return Dated(period, when.rule, when.span)


_PROFILED = re.compile(r"\b(?:profiled?|phased|to[\s-]date|ytd)\b")
_SPENT = re.compile(
    r"\b(?:spen[dt](?:ing)?|expenditure|income|receipts?|raised|takings|earned|collected|paid|cost(?:s|ing)?|profiled?"
    r"|phased|billed|invoiced|banked)\b"
)
"""Words of money that flows: what has flowed by a day did so since April."""

_COLLECTED = re.compile(r"\bcollect(?:ed|ion)\b")
_UP_TO = re.compile(r"\b(?:to|up\s+to)\s+(?:the\s+)?(?:end\s+of\s+)?(?:the\s+)?$", re.IGNORECASE)


def _adds_up_to(question: Question, when: When, period: Period) -> bool:
    """Tell whether a number has added up since April: "spending at 31 August", "1,204 received to the end of June"."""
    sight = question.sight
    if period.kind is not PeriodKind.AS_AT or question.nature not in _ADDING or when.rule in {"now", "year end"}:
        return False
    words = sight.sentence.lowered
    if _BALANCE.search(words):
        return False
    if sight.number.money:
        return _SPENT.search(words) is not None and not counts_what_there_was(sight)
    if sight.number.unit is Unit.PERCENT:
        return _COLLECTED.search(words) is not None
    up_to = _UP_TO.search(sight.sentence.text, max(sight.sentence.start, when.span.start - 24), when.span.start)
    return up_to is not None and counts_what_happened(sight)


_ADDING = frozenset({Nature.ACTUAL, Nature.BUDGET, Nature.VARIANCE})

_OF_THE = re.compile(r"\s+of\s+(?:the|these|those)\b", re.IGNORECASE)


def _words_before(sight: Sight) -> str:
    """Return the words between the number before and this one."""
    return sight.sentence.text[max(sight.left, sight.start - 60) : sight.start]


_SET = frozenset({Nature.TARGET, Nature.BUDGET, Nature.FORECAST})
_WHOLE_YEAR = re.compile(r"\b(?:whole|full)[\s-]year|\bannual\b|\byear[\s-]end\b", re.IGNORECASE)
_BALANCE = re.compile(r"\b(?:cumulative|accumulated|balances?|reserves?|debt|borrowing)\b")
"""What holds at one day, though it is money that is forecast."""

_OF_REGISTRARS = re.compile(
    r"\b(?:life\s+expectancy|mortality|deaths?|births?|suicides?|conceptions?|casualties|under[\s-]75)\b"
)
"""What is counted by calendar years, several together: "2015-17"."""


_BY = re.compile(r"\bby\s+(?:the\s+end\s+of\s+)?$", re.IGNORECASE)
_FROM_THEN = re.compile(r"\bfrom\s+(?:the\s+)?$", re.IGNORECASE)
_YEARLESS = frozenset({"month", "monthspan", "shortdate", "shortspan", "end of month", "end of monthspan"})


def _as_planned(question: Question, when: When, period: Period) -> Period:
    """Return the period as a plan means it: the next October, and the year that begins "from 1 April"."""
    text, start = question.sight.sentence.text, when.span.start
    before = text[max(0, start - 24) : start]
    ahead = question.nature in _AHEAD_OF_NOW or (question.nature is Nature.TARGET and _BY.search(before) is not None)
    if when.rule in _YEARLESS and ahead:
        period = _next_of_its_kind(period, question.place.known.meeting)
    share = question.sight.number.unit is Unit.PERCENT and question.nature is Nature.PROPOSED
    foreseen = question.nature in _AHEAD_OF_NOW | {Nature.BUDGET}
    meeting = question.place.known.meeting
    if when.rule == "thisyear" and foreseen and meeting is not None and period.end < meeting:
        return stretches.financial_year(stretches.financial_start(meeting))
    planned = share or (foreseen and question.sight.number.money)
    if planned and period.start.month == _APRIL and _FROM_THEN.search(before) and (period.end - period.start).days < 31:
        return stretches.financial_year(period.start.year)
    return period


_SEPTEMBER = 9
_APRIL = 4
_LONG_GONE = 90
"""How many days before the meeting a month lies that a plan cannot mean."""

_AHEAD_OF_NOW = frozenset({Nature.FORECAST, Nature.PROPOSED})


def _next_of_its_kind(period: Period, meeting: date | None) -> Period:
    """Return the stretch a year later where it had gone by at the meeting: "would rise in October" is next October."""
    if meeting is None or (meeting - period.end).days < _LONG_GONE:
        return period
    return Period(
        stretches.year_after(period.start),
        stretches.month_end(period.end.year + 1, period.end.month)
        if period.kind is PeriodKind.DURING
        else stretches.year_after(period.end),
        period.kind,
    )


def _of_schools(sentence: Sentence) -> bool:
    """Tell whether a sentence speaks of schools, whose year begins in September."""
    return _OF_SCHOOLS.search(sentence.lowered) is not None


def _school_year(period: Period) -> Period:
    """Return the school year that begins in the same calendar year as a financial one."""
    return stretches.school_year(period.start.year - (period.start.month < _APRIL))


_AHEAD = re.compile(
    r"\b(?:forecast|projected|projection|predicted|implied|implies|year[\s-]end|outturn|full[\s-]year|by\s+year)\b"
)


def _is_year_end(period: Period) -> bool:
    """Tell whether a day is the last of a financial year."""
    return (period.end.month, period.end.day) == (3, 31)


def _looks_ahead(question: Question) -> bool:
    """Tell whether a sentence speaks of how the year will end, so that its date is only when that was foreseen."""
    return question.nature is Nature.FORECAST or _AHEAD.search(question.sight.sentence.lowered) is not None


def _dates_the_later(sight: Sight, when: When) -> bool:
    """Tell whether an expression only dates what a movement came to: "In 2014/15 it fell from 41 to 30"."""
    before = sight.before
    if when.rule == BETWEEN:
        return False
    return when.span.end <= (before.span.start if before is not None else sight.start) and is_year_of(when.period)


def is_year_of(period: Period | None) -> bool:
    """Tell whether a period is known to be a whole year."""
    return period is not None and stretches.is_year(period)


def _earlier_of_two(question: Question, dated: Dated) -> Dated:
    """Return the year before for the first end of a movement "from 12 to 21", and for "which had been 72".

    Where the later end is of a shorter stretch than a year, nothing tells how far back the first one lies.
    """
    if dated.period is None or not is_of_an_earlier_time(question.sight):
        return dated
    return Dated(stretches.year_before(dated.period), EARLIER) if stretches.is_year(dated.period) else UNDATED


def _of_figure_before(question: Question) -> Dated | None:
    """Return the period of the figure before in the sentence, unless this number is of another time."""
    figure = figure_leaned_on(question.sight, question.nature)
    if figure is None or figure.period is None:
        return None
    how = found_by(figure)
    return question.taken(figure.period, how if how in _SOURCES else FIGURE)


_OPENED = re.compile(r"[\s\xa0]*\([\s\xa0£]*")
_CLOSED = re.compile(r"[\s\xa0]*\)")


def _of_brackets(question: Question) -> Dated | None:
    """Return the period of a number alone in brackets behind another one, where the record says of when these are."""
    sight, said = question.sight, question.place.bracketed
    before, text = sight.before, sight.sentence.text
    if said is None or before is None or before.period is None or before.unit is not sight.number.unit:
        return None
    alone = _OPENED.fullmatch(text, before.span.end, sight.start) and _CLOSED.match(text, sight.end)
    return Dated(said.of(before.period), IN_BRACKETS) if alone else None


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
            pointed = around.points_back or _OF_THE.match(question.sight.sentence.text, question.sight.end) is not None
            if not pointed and _is_part_of(reading.focus, reporting):
                return None
            schools = stretches.is_year(reading.focus) and not question.sight.number.money
            focus = _school_year(reading.focus) if schools and _of_schools(reading.sentence) else reading.focus
            return question.taken(focus, PREVIOUS)
    return None


def _of_items(question: Question) -> Dated | None:
    """Return the period of the items before it for an item of a list that has no lead-in, as on a slide."""
    place = question.place
    if place.item_focus is None or question.sight.sentence.block.shape is not Shape.ITEM:
        return None
    return question.taken(place.item_focus, ITEMS)


def _of_heading(question: Question) -> Dated | None:
    """Return the period that the heading names."""
    heading = question.sight.around.heading
    if heading is None or heading.focus is None:
        return None
    s = heading.sentence
    if is_term_of_a_strategy(s.text, Span(s.start, s.end), heading.focus):
        return None
    return question.taken(heading.focus, HEADING)


def _of_budget(question: Question) -> Dated | None:
    """Return the financial year of the budget spoken of, for amounts and what is counted by the year."""
    if question.measure not in _OF_A_YEAR and question.nature not in {Nature.BUDGET, Nature.VARIANCE}:
        return None
    reporting = question.place.known.reporting
    meeting = question.place.known.meeting
    named = question.place.budget_period
    period = reporting or named
    if reporting is None and meeting is not None and (named is None or named.end < meeting) and _looks_ahead(question):
        period = stretches.as_at(meeting)
    if period is None:
        return None
    return Dated(_year_of(period), BUDGET)


def _of_record(question: Question) -> Dated:
    """Return the period of the paragraph that is pointed back to, or else what the record reports on."""
    place = question.place
    if question.sight.around.points_back and place.focus is not None:
        return question.taken(place.focus, PARAGRAPH)
    if place.known.reporting is not None:
        balance = counts_what_there_was(question.sight) and question.nature is Nature.ACTUAL
        if question.sight.number.money and not balance:
            return Dated(year_of_budget(place.known.reporting), REPORTING)
        return question.taken(place.known.reporting, REPORTING)
    if place.focus is not None:
        return question.taken(place.focus, LATEST)
    return UNDATED


_OF_SCHOOLS = re.compile(
    r"\b(?:pupils?|gcses?|key\s+stage|ks[1-5]|attainment|attendance|exclusions?|suspensions?|a[\s-]levels?|academic"
    r"|school\s+year|persistent(?:ly)?\s+absen\w+|phonics|expected\s+standard|good\s+level\s+of\s+development)\b"
)
"""Words of schools, whose year "2015/16" begins in September."""

_OF_RESULTS = re.compile(
    r"\b(?:gcses?|key\s+stage|ks[1-5]|attainment|a[\s-]levels?|phonics|expected\s+standard|good\s+level\s+of\s+development"
    r"|level\s+[2-5]|a\*?\s?[-–]\s?c|exam(?:ination)?\s+results|progress\s+8)\b"
)
"""Words of tests and examinations, whose year "2015" is the school year that ended in its summer."""


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
