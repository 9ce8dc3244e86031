"""The two ends of a movement and their times: "from 322 to 351 during the year", "187, which had been 151".

The later end is of the time that is told, the earlier one of the time before it.
"""

from __future__ import annotations

import re
from datetime import timedelta
from itertools import pairwise

from crossfoot.extraction.figures.periods import stretches
from crossfoot.extraction.figures.periods.binding import BETWEEN, compares
from crossfoot.extraction.figures.periods.comparisons import SET_BESIDE
from crossfoot.extraction.figures.periods.kinds import (
    counts_what_happened,
    counts_what_there_was,
    is_stock,
)
from crossfoot.extraction.figures.periods.known import When
from crossfoot.extraction.figures.periods.leaning import (
    EARLIER,
    found_by,
    had_been,
    is_end_of_becoming,
    is_of_a_later_time,
    is_of_an_earlier_time,
    is_set_beside,
)
from crossfoot.extraction.figures.periods.question import (
    UNDATED,
    Dated,
    Question,
    words_before,
)
from crossfoot.extraction.figures.sight import Sight
from crossfoot.model import Nature, Period, PeriodKind, Unit

OF_THEM = re.compile(r"[\s\xa0]+of[\s\xa0]+(?:these|those|them)\b", re.IGNORECASE)


def dates_the_later(sight: Sight, when: When) -> bool:
    """Tell whether an expression only dates what a movement came to: "In 2014/15 it fell from 41 to 30"."""
    before = sight.before
    if when.rule == BETWEEN:
        return False
    begin = before.span.start if before is not None else sight.start
    ahead = when.span.end <= begin
    if when.span.end <= sight.start and not ahead:
        ahead = _MOVED_FROM.search(sight.sentence.text[when.span.end : sight.start]) is not None
    return ahead and (_is_year(when.period) or _is_quarter(when.period))


_MOVED_FROM = re.compile(r"(?:\b(?:up|down)\s+|\A,\s*)from[\s\xa0£]*$", re.IGNORECASE)
"""What stands between a year and what there was before it: "awarded for 2013/14, down from £701,000"."""


def _is_year(period: Period | None) -> bool:
    """Tell whether a period is known to be a whole year."""
    return period is not None and stretches.is_year(period)


def _is_quarter(period: Period | None) -> bool:
    """Tell whether a period is known to be a quarter of a year."""
    return period is not None and stretches.quarter_of(period) is not None


def earlier_of_two(question: Question, dated: Dated) -> Dated:
    """Return the year before for the first end of a movement "from 12 to 21", and for "which had been 72".

    Where the later end is of a shorter stretch than a year, nothing tells how far back the first one lies.
    """
    if dated.period is None or (question.nature in _SET and had_been(question.sight)):
        return dated
    beside = question.nature is Nature.ACTUAL and _is_of_what_stands_before(question.sight, dated)
    if not (beside and is_set_beside(question.sight)) and not is_of_an_earlier_time(question.sight):
        return dated
    stated_stretch = dated.period.kind is PeriodKind.DURING and dated.words is not None
    if dated.period.kind is PeriodKind.AS_AT or (stated_stretch and _moves_within(question, dated)):
        return _day_before(question, dated, dated.period)
    if stretches.is_year(dated.period):
        return Dated(stretches.year_before(dated.period), EARLIER)
    if _is_quarter(dated.period) and _moved_in_the_quarter(question.sight):
        compared = _as_compared_before(question, dated.period)
        return compared if compared.period is not None else Dated(stretches.shifted_back(dated.period, 3), EARLIER)
    return _as_compared_before(question, dated.period)


def _moved_in_the_quarter(sight: Sight) -> bool:
    """Tell whether a sentence tells a movement of "the quarter", which is one from the quarter before."""
    s = sight.sentence
    return "quarter" in s.words and _THE_QUARTER.search(s.lowered) is not None


_THE_QUARTER = re.compile(r"\b(?:in|during|for|over)\s+(?:the|this)\s+quarter\b")

_SET = frozenset({Nature.TARGET, Nature.BUDGET})


def of_what_changed_since(question: Question, when: When) -> Dated | None:
    """Return the time up to which something changed since an earlier one: "In 2010/11 it was 412, a fall of 31".

    ``when`` is that earlier time, which the sentence looks back to; the later one is told before it or reported.
    """
    before, period, sight = question.sight.before, when.period, question.sight
    if before is None or before.period is None or period is None or when.span.start >= sight.start:
        return None
    if before.nature is Nature.CHANGE and found_by(before) == EARLIER and _SO_MUCH.search(words_before(sight)):
        return Dated(before.period, EARLIER)
    if before.period.end != period.end:
        return None
    told = (f.period for r in reversed(sight.around.previous) for f in r.told if f.nature is Nature.ACTUAL)
    later = next((p for p in (*told, question.place.known.reporting) if p is not None), None)
    if later is None or not before.period.end < later.end or _SO_MUCH.search(words_before(sight)) is None:
        return None
    if later.kind is PeriodKind.AS_AT and before.period.kind is PeriodKind.AS_AT:
        return Dated(Period(before.period.end, later.end, PeriodKind.DURING), EARLIER)
    return Dated(later, EARLIER) if later.kind is before.period.kind else None


def of_what_changed_between(question: Question) -> Dated | None:
    """Return the time between two days for a change: "At 30 September there were 318, six more than in June"."""
    sight, before = question.sight, question.sight.before
    if question.nature is not Nature.CHANGE or before is None or before.period is None:
        return None
    later, text = before.period, sight.sentence.text
    if later.kind is not PeriodKind.AS_AT or _NEXT.fullmatch(text, before.span.end, sight.start) is None:
        return None
    for when in sight.reading.whens:
        if when.span.start >= sight.end and _MORE_THAN.fullmatch(text, sight.end, when.span.start) is not None:
            first = when.period
            if first is None or (first.end - first.start).days > A_MONTH or first.end >= later.end:
                return None
            return Dated(Period(first.end + timedelta(days=1), later.end, PeriodKind.DURING), EARLIER)
    return None


_NEXT = re.compile(r"[^.;\d]{0,60}(?:,|\band)[\s\xa0]+(?:which\s+(?:is|was)\s+)?")
_MORE_THAN = re.compile(
    r"(?:[\s\xa0]+[a-z-]+){0,2}[\s\xa0]+(?:more|fewer|less|higher|lower)(?:[\s\xa0]+[a-z-]+){0,2}[\s\xa0]+than[\s\xa0]+"
    r"(?:in|at|on)[\s\xa0]+(?:the[\s\xa0]+)?(?:(?:end|close)[\s\xa0]+of[\s\xa0]+)?(?:the[\s\xa0]+)?",
    re.IGNORECASE,
)
"""What stands between how much something changed and the day since when."""

_SO_MUCH = re.compile(
    r"\bso\b[^.;]*$|(?:,|\b(?:which|that)[\s\xa0]+is)[\s\xa0]+an?[\s\xa0]+(?:[a-z]+[\s\xa0]+)?(?:rise|fall|increase|decrease|reduction|drop|growth)[\s\xa0]+of[\s\xa0]+"
    r"(?:[a-z]+[\s\xa0]+)?£?$|\b(?:rise|fall|increase|decrease|reduction|drop)[\s\xa0]+(?:was|is|of)[\s\xa0]+(?:[a-z]+[\s\xa0]+)?£?$",
    re.IGNORECASE,
)
"""What leads from what there had been to how much it changed: "so there were 31 fewer", ", a rise of 14"."""


def _is_of_what_stands_before(sight: Sight, dated: Dated) -> bool:
    """Tell whether a period is none that is stated for the number itself, but for the one before it or for neither."""
    return dated.words is None or (sight.before is not None and dated.words.end <= sight.before.span.start)


def between_the_ends(question: Question) -> Dated | None:
    """Return the time between two days for what came and went in it: "166 in August against 163 in March, 14 having".

    The two days are those of the last two figures of a sentence that hold at one.
    """
    sight = question.sight
    if len(sight.told) < _TWO or question.nature is not Nature.ACTUAL or "having" not in sight.sentence.words:
        return None
    if _HAVING.match(sight.sentence.text, sight.end) is None:
        return None
    days = [f.period.end for f in sight.told if f.period is not None and f.period.kind is PeriodKind.AS_AT]
    stretches_told = [f.period for f in sight.told if f.period is not None and found_by(f) == _BETWEEN_THEM]
    if stretches_told:
        return Dated(stretches_told[-1], _BETWEEN_THEM)
    if len(days) < _TWO or days[-1] == days[-2]:
        return None
    first, last = sorted(days[-2:])
    return Dated(Period(first + timedelta(days=1), last, PeriodKind.DURING), _BETWEEN_THEM)


_TWO = 2
_BETWEEN_THEM = "between the two days"
_HAVING = re.compile(r"[\s\xa0]+(?:[a-z-]+[\s\xa0]+){0,3}?having[\s\xa0]+", re.IGNORECASE)


def as_the_one_compared_before(question: Question) -> Dated | None:
    """Return the time with which the sentence before compared, for what a part of its number is compared with.

    "There were 4,318, against 3,212 in the same months of 2012. Of these 1,148 were accepted, compared with 902".
    """
    sight, before = question.sight, question.sight.before
    if before is None or before.period is None or before.unit is not sight.number.unit:
        return None
    if question.nature is not Nature.ACTUAL or before.nature is not Nature.ACTUAL or not sight.around.previous:
        return None
    if _AS_AGAINST.fullmatch(sight.sentence.text, before.span.end, sight.start) is None:
        return None
    for reading in reversed(sight.around.previous):
        for earlier, figure in pairwise(reading.told):
            text, period = reading.sentence.text, figure.period
            if period is None or period.end >= before.period.end or figure.nature is not Nature.ACTUAL:
                continue
            if compares(text, earlier.span.end, figure.span.start) and not _is_longer(period, before.period):
                return Dated(period, EARLIER)
    return None


def _is_longer(period: Period, other: Period) -> bool:
    """Tell whether a stretch is clearly longer than another one."""
    return (period.end - period.start).days > (other.end - other.start).days + A_MONTH


_AS_AGAINST = re.compile(
    rf"[^.;\d]{{0,60}}\b(?:{SET_BESIDE}|against)\s+(?:about\s+|around\s+|only\s+|just\s+)?£?",
    re.IGNORECASE,
)


def _as_compared_before(question: Question, later: Period) -> Dated:
    """Return the time that the sentences before compared with, for a movement that names none."""
    for reading in reversed(question.sight.around.previous):
        for when in reversed(reading.whens):
            if when.compares and when.period is not None and when.period.end < later.end:
                held = later.kind is PeriodKind.AS_AT
                return Dated(stretches.as_at(when.period.end) if held else when.period, EARLIER)
    return UNDATED


def holds_at_a_day(question: Question) -> bool:
    """Tell whether a number is of what there is on a day, by its indicator or by its words."""
    return is_stock(question.measure) or counts_what_there_was(question.sight)


def _moves_within(question: Question, dated: Dated) -> bool:
    """Tell whether a stock moves within the stretch that ``dated`` names, or something else "over the quarter"."""
    before = question.sight.before
    began = before is not None and before.period is not None and found_by(before) == EARLIER
    if (
        holds_at_a_day(question)
        or is_end_of_becoming(question.sight)
        or (began and before is not None and _is_a_day(before.period))
    ):
        return True
    if dated.words is None or question.measure is not None or question.sight.number.unit is not Unit.COUNT:
        return False
    over = _OVER.match(question.sight.sentence.text, dated.words.start) is not None
    return over and not counts_what_happened(question.sight)


def _is_a_day(period: Period | None) -> bool:
    """Tell whether a period is known to be a day."""
    return period is not None and period.kind is PeriodKind.AS_AT


_OVER = re.compile(r"over\b", re.IGNORECASE)


def _day_before(question: Question, dated: Dated, later: Period) -> Dated:
    """Return the day at which a stock was what it moved away from: before a stretch that is named, or a year before.

    "Rose from 322 to 351 during the year" begins on the last day of the year before. Where no stretch is named and
    what it came to is not of the end of a year, nothing tells how far back it lies.
    """
    if later.kind is PeriodKind.DURING and dated.words is not None:
        return Dated(stretches.as_at(later.start - timedelta(days=1)), EARLIER, dated.words)
    reporting = question.place.known.reporting
    yearly = (later.end.month, later.end.day) == (3, 31) or (reporting is not None and stretches.is_year(reporting))
    beside = question.sight.around.before
    day = stretches.as_at(stretches.year_before(stretches.as_at(later.end)).end)
    alike = beside is not None and beside.period is not None and beside.period.end == day.end
    return Dated(day, EARLIER) if yearly or alike else _as_compared_before(question, later)


def at_the_end(question: Question, dated: Dated) -> Dated:
    """Return the last day of a stretch for a stock that something moved to in it: "from 322 to 351 during the year"."""
    period = dated.period
    if period is None or period.kind is PeriodKind.AS_AT or (period.end - period.start).days <= A_MONTH:
        return dated
    moved = is_of_a_later_time(question.sight) and _moves_within(question, dated)
    if dated.words is None or not (moved or _remains_of_what_was_done(question, dated)):
        return dated
    reported = question.place.known.anchor()
    end = reported if reported is not None and period.start <= reported < period.end else period.end
    return Dated(stretches.as_at(end), dated.how, dated.words)


A_MONTH = 31


_NEXT_CLAUSE = re.compile(r"[,;:]|\band\b|\bso\b|\bleaving\b")


def _remains_of_what_was_done(question: Question, dated: Dated) -> bool:
    """Tell whether a number is what is left of what those before it say was done: "… closed 140, so 122 are live"."""
    sight, before = question.sight, question.sight.before
    if before is None or before.period != dated.period or dated.words is None or dated.words.start >= before.span.start:
        return False
    counted = sight.number.unit is Unit.COUNT and question.nature is Nature.ACTUAL
    counted = counted and OF_THEM.match(sight.sentence.text, sight.end) is None
    counted = counted and sight.sentence.low(0) not in {"of", "among"}
    counted = counted and _NEXT_CLAUSE.search(sight.sentence.text, before.span.end, sight.start) is not None
    return counted and counts_what_there_was(sight)
