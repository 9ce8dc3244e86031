"""A number whose period is asked for, and a period taken from elsewhere as a number of its kind means it."""

from __future__ import annotations

import re
from datetime import date

from crossfoot.extraction.figures.periods import stretches
from crossfoot.extraction.figures.periods.kind_of_year import in_its_kind_of_year
from crossfoot.extraction.figures.periods.kinds import (
    counts_what_happened,
    counts_what_there_was,
    is_share_of_what_there_was,
    is_stock,
    says_how_they_are,
    tells_a_trait,
)
from crossfoot.extraction.figures.periods.leaning import is_of_a_later_time, is_of_an_earlier_time
from crossfoot.extraction.figures.periods.schools import tells_results
from crossfoot.extraction.figures.periods.sources import FIGURE, HEADING, PREVIOUS, REPORTING
from crossfoot.extraction.figures.place import Place
from crossfoot.extraction.figures.sentences import Sentence
from crossfoot.extraction.figures.sight import Sight
from crossfoot.extraction.figures.words import AUXILIARIES
from crossfoot.extraction.unchanging import unchanging
from crossfoot.model import Measure, Nature, Period, PeriodKind, Span, Unit

_NEAR_BY = frozenset({PREVIOUS, FIGURE})
OF_ITS_YEAR = frozenset({Nature.BUDGET, Nature.FORECAST, Nature.VARIANCE, Nature.TARGET})
"""What amounts are of a year, whatever day it was said on."""

_MONTH = 31
_PART_OF_A_YEAR = 300
"""How many days are less than the year that a forecast is of."""

SET_BEFOREHAND = frozenset({Nature.TARGET, Nature.BUDGET, Nature.FORECAST})
WHOLE_YEAR = re.compile(
    r"\b(?:whole|full)[\s-]year|\bannual\b|\byear[\s-]end\b|\bthe\s+year['’]s\b|\b(?:for|over|in)\s+the\s+year\s+(?:of|is|was|as|at)\b",
    re.IGNORECASE,
)
BALANCE = re.compile(
    r"\b(?=[abcdhrsu])(?:capital\s+financing\s+requirement|cfr|cumulative|accumulated|balances?|reserves?|usable\s+(?:capital\s+)?receipts|debt|borrowing|(?<!be\s)carried\s+forward(?!\s+(?:to|into)\b)"
    r"|deficit\b[^.;]{0,24}\b(?:block|dsg|dedicated\s+schools|high\s+needs|collection\s+fund)"
    r"|(?:block|dsg|schools\s+grant|high\s+needs|collection\s+fund)\s+(?:had\s+an?\s+|has\s+an?\s+)?(?:deficit|surplus)"
    r"|deficit\b[^.;]{0,80}\bst(?:and|ands|ood|anding)|(?:surplus|deficit)\b[^.;]{0,40}\bestimated\b[^.;]{0,12}\bat)\b"
)
"""What holds at one day, though it is money that is forecast."""

_SEPTEMBER = 9

_OF_THE_TAX = re.compile(r"\b(?:tax[\s-]?base|band\s+d(?:\s+equivalents?)?|precept)\b")
"""What is set for the year to come, though it is said as what is."""


_NEVER_HELD = frozenset({Unit.DAYS, Unit.WEEKS, Unit.MONTHS})
"""Units of what is no stock by its words alone: "weeks in bed and breakfast" are of a stretch."""


_DRAWN = re.compile(
    r"\b(?:(?:use|contribution|transfer|draw-?down|release|addition|application|call)s?\s+of"
    r"|us(?:ed|ing)|contribut(?:ed|ing)|transferr(?:ed|ing)|drew|draw(?:n|ing)|releas(?:ed|ing)|add(?:ed|ing)|appl(?:ied|ying))"
    r"\s+(?:about\s+|some\s+|a\s+further\s+|only\s+)?£?$",
    re.IGNORECASE,
)
"""What stands before an amount that was moved, where what it was moved from is held: "the use of £2.5m of reserves"."""


@unchanging(frozen=True, slots=True)
class Dated:
    """A period, how it was found, and the words that state it for this very number, if any do."""

    period: Period | None
    how: str
    words: Span | None = None


_SHARES = frozenset({Unit.PERCENT, Unit.PERCENTAGE_POINTS})
_TIMES = frozenset({Unit.DAYS, Unit.WEEKS, Unit.MONTHS})
"""Units of how long something took, which is of the time in which it was done."""

_FLOWS = frozenset({Measure.FLOW, Measure.RATIO_OF_FLOW, Measure.YEAR_FLOW, Measure.PLAN, Measure.DERIVED})
"""What is counted over a stretch, whatever words of something that lasts stand near it."""

_OF_ALL = frozenset({REPORTING, HEADING, PREVIOUS})
"""Where a time comes from that is of more than those who were counted in it."""

_ROW = re.compile(r"(?:,\s+(?:and\s+)?|\s+and\s+)[A-Za-z][A-Za-z’'\s-]{2,60}")
"""What stands between two numbers of one verb: the next subject and no verb of its own."""

_OUT_OF = frozenset({"of", "among", "amongst"})

UNDATED = Dated(None, "none")


@unchanging(frozen=True, slots=True)
class Question:
    """A number whose period is asked for: where it stands, what nature it has, and what its indicator measures."""

    sight: Sight
    place: Place
    nature: Nature
    measure: Measure | None

    def taken(self, period: Period, how: str, beside: Sentence | None = None) -> Dated:
        """Return a period taken from elsewhere: of a stock the last day of the stretch, of a flow the whole of it.

        ``beside`` is the sentence that it is taken from, if it is one.
        """
        if self.nature in SET_BEFOREHAND and WHOLE_YEAR.search(words_before(self.sight)):
            return Dated(year_of(period), how)
        year = self._of_its_year(period, beside)
        if stretches.is_school_year(year) and self.sight.number.unit in _SHARES and tells_results(self.sight.sentence):
            return Dated(year, how)
        return Dated(self._suited(year, how), how)

    def _of_its_year(self, period: Period, beside: Sentence | None) -> Period:
        """Return the year that a number of its kind is counted by: money by the financial, schools by their own.

        What was, in a record that plans a year to come, is of what was over.
        """
        known = self.place.known
        if self.sight.number.money and stretches.is_year(period) and period.start.month == _SEPTEMBER:
            period = stretches.financial_year(period.start.year)
        period = in_its_kind_of_year(period, self.sight, known, beside)
        unfinished = known.meeting is not None and period.end > known.meeting and stretches.is_year(period)
        reports = self.nature in {Nature.ACTUAL, Nature.BENCHMARK} and not self.sight.number.money
        reports = reports and not self.sight.sentence.says(_OF_THE_TAX)
        if unfinished and known.outturn is not None and reports and not is_of_an_earlier_time(self.sight):
            period = known.outturn
        return period

    def _suited(self, period: Period, how: str) -> Period:
        """Return the last day of a stretch for a stock, the whole of it for a flow, its year for a plan."""
        short = (period.end - period.start).days < _MONTH and not self._is_the_month_reported(period)
        if how in _NEAR_BY and period.kind is PeriodKind.DURING and short:
            of_year = how == PREVIOUS and self.sight.number.money and self.nature in OF_ITS_YEAR
            return year_of(period) if of_year else period
        if period.kind is PeriodKind.AS_AT:
            return self._of_a_day(period, how)
        if self._is_planned():
            return self._of_a_plan(period)
        if self._is_drawn():
            return period
        lasts = (period.end - period.start).days > _MONTH or self._is_the_month_reported(period)
        lasts = lasts and counts_what_there_was(self.sight)
        lasts = lasts and (self.measure not in _FLOWS or says_how_they_are(self.sight))
        share = self.sight.number.unit is Unit.PERCENT
        lasts = lasts and (
            is_share_of_what_there_was(self.sight) if share else self.sight.number.unit not in _NEVER_HELD
        )
        trait = tells_a_trait(self.sight) and self._is_part_of_nothing_that_happened()
        if lasts or (trait and how in _OF_ALL and not stretches.is_school_year(period)):
            return self._not_beyond_the_report(stretches.as_at(period.end), period)
        happened = counts_what_happened(self.sight) and not (trait and is_stock(self.measure))
        happened = happened or (how != REPORTING and self._goes_on_with_a_row(period))
        return period if happened else self._not_beyond_the_report(suited(period, self.measure), period)

    def _goes_on_with_a_row(self, period: Period) -> bool:
        """Tell whether a number shares the verb of the one before it: "schools completed 197, health visitors 96"."""
        before, s = self.sight.before, self.sight.sentence
        if before is None or before.period != period or before.unit is not Unit.COUNT or self.sight.number.money:
            return False
        between = s.text[before.span.end : self.sight.start]
        return _ROW.fullmatch(between) is not None and not (set(between.lower().split()) & AUXILIARIES)

    def _is_the_month_reported(self, period: Period) -> bool:
        """Tell whether a period is the month that the record reports on, at the end of which it tells what there is."""
        known = self.place.known
        return period == known.reporting and not known.schools and is_a_month(period)

    def _is_part_of_nothing_that_happened(self) -> bool:
        """Tell whether no words before count what happened in a while, of which those who are told of may be a part."""
        around, s = self.sight.around, self.sight.sentence
        if self.measure in _FLOWS or around.lead is not None or s.low(0) in _OUT_OF:
            return False
        told = [*self.sight.told, *(figure for reading in around.previous for figure in reading.told)]
        wholes = (
            f for f in told if f.unit is Unit.PERCENT or (f.unit is Unit.COUNT and f.value >= self.sight.number.value)
        )
        return all(f.period is None or f.period.kind is PeriodKind.AS_AT for f in wholes)

    def _of_a_day(self, period: Period, how: str) -> Period:
        """Return a day as it is, its year for planned money, or the stretch reported up to it for what happened."""
        balance = self.nature is not Nature.VARIANCE and self.sight.sentence.says(BALANCE)
        if self.sight.number.money and self.nature in OF_ITS_YEAR and not balance:
            return year_of(period)
        stretch = self._ending_on(period.end)
        if self.nature is Nature.CHANGE and stretch is not None and stretches.is_year(stretch):
            return stretch
        share = self.sight.number.unit is Unit.PERCENT and self.measure is not None and self.measure not in _FLOWS
        if stretch is None or share:
            return period
        if how == FIGURE and is_stock(self.measure):
            return period
        if self.sight.number.unit in _TIMES and not counts_what_there_was(self.sight):
            return stretch
        spent = self.sight.number.money and self.nature is Nature.ACTUAL and not balance
        held = is_stock(self.measure) or counts_what_there_was(self.sight)
        flows = self.sight.number.unit is Unit.PERCENT and self.measure in _FLOWS and not held
        return stretch if (spent and not held) or flows or counts_what_happened(self.sight) else period

    def _ending_on(self, day: date) -> Period | None:
        """Return the stretch up to a day that the sentences before name, or what the record reports on up to it."""
        previous = self.sight.around.previous
        told = (f.period for reading in reversed(previous) for f in reading.told if f.nature is Nature.ACTUAL)
        named = (when.period for reading in reversed(previous) for when in reading.whens)
        for period in (*told, *named, *reversed(self.sight.around.stretches), self.place.known.reporting):
            if period is not None and period.kind is PeriodKind.DURING and period.end == day:
                return period
        return self._up_to_the_position(day)

    def _up_to_the_position(self, day: date) -> Period | None:
        """Return the time up to a day that the record states the position on: a year, or the months since April."""
        known = self.place.known
        if known.reporting is None or known.reporting.kind is not PeriodKind.AS_AT or known.reporting.end != day:
            return None
        if is_of_a_later_time(self.sight):
            return None
        if known.yearly and not self.sight.number.money:
            return Period(stretches.back(day, 12), day, PeriodKind.DURING)
        return Period(stretches.financial_year(stretches.financial_start(day)).start, day, PeriodKind.DURING)

    def _of_a_plan(self, period: Period) -> Period:
        """Return the year of what is foreseen in a part of it, and of planned money the stretch as it is."""
        money = self.sight.number.money
        if money and self.nature is Nature.FORECAST and self.sight.sentence.says(BALANCE):
            return stretches.as_at(
                year_of(period).end if (period.end - period.start).days < _PART_OF_A_YEAR else period.end
            )
        foreseen = self.nature in {Nature.FORECAST, Nature.BUDGET} or (money and self.nature is Nature.VARIANCE)
        if foreseen and (period.end - period.start).days < _PART_OF_A_YEAR:
            return period if self.is_profiled(period) else year_of(period)
        decided = money and (
            self.nature is Nature.PROPOSED
            or (self.nature in {Nature.BUDGET, Nature.VARIANCE} and stretches.is_year(period))
        )
        moved = self.nature is Nature.CHANGE  # what a stock rose by, it rose by in all of the stretch
        return period if decided or moved else suited(period, self.measure)

    def is_profiled(self, period: Period) -> bool:
        """Tell whether a budget beside what was spent in a part of a year is that part's: by how near it comes to it.

        The budget of the year would be about as many times the amount as there are such parts in a year.
        """
        spent = self.sight.before
        if self.nature is not Nature.BUDGET or spent is None or spent.nature is not Nature.ACTUAL or not spent.value:
            return False
        if not self.sight.number.money or spent.unit is not Unit.GBP or spent.period != period:
            return False
        whole = 365 / ((period.end - period.start).days + 1)
        return self.sight.number.value / spent.value < (1 + whole) / 2

    def _not_beyond_the_report(self, held: Period, within: Period) -> Period:
        """Return the day of a stock, or the last day reported where that comes first: what is of a later day is not."""
        reporting, position = self.place.known.reporting, self.place.known.position
        last = position or (reporting.end if reporting is not None else None)
        if held.kind is PeriodKind.AS_AT and last is not None and within.start <= last < held.end:
            return stretches.as_at(last)
        return held

    def _is_drawn(self) -> bool:
        """Tell whether an amount was moved to or from what is held: "after the use of £2.5m of reserves"."""
        return self.sight.number.money and _DRAWN.search(words_before(self.sight)) is not None

    def _is_planned(self) -> bool:
        """Tell whether the number is a plan, which is of its whole year."""
        return self.nature not in {Nature.ACTUAL, Nature.BENCHMARK}


def is_a_month(period: Period) -> bool:
    """Tell whether a period is a calendar month."""
    return period == stretches.month(period.end.year, period.end.month)


def year_of(period: Period) -> Period:
    """Return the financial year in which a period ends."""
    return stretches.financial_year(stretches.financial_start(period.end))


def suited(period: Period, measure: Measure | None) -> Period:
    """Return a period as the measure asks: a stock holds at one day, the last of a stretch."""
    if is_stock(measure) and period.kind is PeriodKind.DURING and not stretches.is_school_year(period):
        return stretches.as_at(period.end)
    return period


def words_before(sight: Sight) -> str:
    """Return the words between the number before and this one."""
    return sight.sentence.text[max(sight.left, sight.start - 60) : sight.start]


def year_of_budget(reporting: Period) -> Period:
    """Return the financial year that amounts are of in a record that reports on a part of it."""
    if (reporting.end - reporting.start).days > 366:
        return reporting
    return stretches.financial_year(stretches.financial_start(reporting.end))
