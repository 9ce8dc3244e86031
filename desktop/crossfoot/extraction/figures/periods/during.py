"""The stretch that "during the quarter", "in the year" and "at this point" mean: what is reported or was last named."""

from __future__ import annotations

import re
from datetime import date, timedelta

from crossfoot.extraction.figures.periods import stretches
from crossfoot.extraction.figures.periods.expression import Expression
from crossfoot.extraction.figures.periods.known import Calendar
from crossfoot.extraction.figures.periods.looking_back import just_over, last_quarter
from crossfoot.extraction.figures.periods.printed import count_of
from crossfoot.model import Period, PeriodKind

_STRETCH = re.compile(r"quarter|period|month|half|year", re.IGNORECASE)
_OF_SCHOOL = re.compile(r"\b(?:school|academic)\b", re.IGNORECASE)
_IN = re.compile(r"\b(?:in|during|over)\s+$", re.IGNORECASE)
_LAST_DAY = (3, 31)
_A_DAY = timedelta(days=1)
_WITHIN = re.compile(r"in|over|during|within")
_APRIL, _SEPTEMBER, _OCTOBER = 4, 9, 10
_FIRST_MONTHS = frozenset({1, _APRIL, _SEPTEMBER})
"""The months in which calendar, financial and school years begin."""

_PART_OF_A_YEAR = 360
"""How many days are less than the year that "during the year" speaks of."""

_PART_OF_A_QUARTER = 80
"""How many days are less than the quarter that "in the quarter" speaks of."""

_HALF = 6
"""How many months of the financial year are its first half."""


def now(x: Expression) -> Period | None:
    """Read "during the quarter" as what is reported, "at this point" as what was last named."""
    words = x.words.lower()
    above = _named_above(words, x.known)
    if above is None and not _STRETCH.search(words):
        above = _at_this_point(x)
    return above or (_stretch_meant(x, words) if _STRETCH.search(words) else None)


def _stretch_meant(x: Expression, words: str) -> Period | None:
    """Return the year, the quarter or the months that are meant where the heading and the paragraph above name none."""
    if "calendar" in words or _OF_SCHOOL.search(words) is not None:
        return _year_of_its_kind(words, x.known)
    last, meeting = x.known.last, x.known.meeting
    if last is not None and meeting is not None and last.end > meeting and x.known.told is not None:
        last = x.known.told if x.known.told.end <= meeting else last
    if last is not None and last.start == last.end == meeting:
        last = x.known.told  # "at the time of writing" is when it was written, and no time that it is about
    named = _of_last_year(x, words) or _named_before(words, last, x.known)
    if named is not None:
        return named
    base = x.known.reporting or last
    if base is None:
        return just_over(x)
    if x.part("nm"):
        return _months_up_to(base, last, count_of(x.part("nm")))
    return _of_the_reported(words, base, x.known)


def _named_above(words: str, known: Calendar) -> Period | None:
    """Return what heading or paragraph above named, for "in that year" and "on that day" where none was named since."""
    above = known.above
    if above is None or known.last is not None or known.told is not None or _THAT.search(words) is None:
        return None
    days = (above.end - above.start).days
    if _STRETCH.search(words) is None:
        if known.reporting is not None and known.reporting.kind is PeriodKind.AS_AT:
            return None  # whoever reports on a day means that one
        return stretches.as_at(above.end) if days <= _A_MONTH or not _A_DAY_OF_IT.search(words) else None
    if above.kind is PeriodKind.AS_AT or ("year" in words and "half" not in words) is not stretches.is_year(above):
        return None
    return above if "quarter" not in words or stretches.quarter_of(above) is not None else None


_A_DAY_OF_IT = re.compile(r"\b(?:day|night|morning|evening|afternoon)\b")


def _of_last_year(x: Expression, words: str) -> Period | None:
    """Return the part of the year before for "in the same period" behind "last year", or None."""
    part = x.known.reported()
    if part is None or stretches.is_year(part) or _THE_SAME.search(words) is None:
        return None
    start = x.match.start()
    return stretches.year_before(part) if _LAST_YEAR.search(x.match.string, max(0, start - _NEAR), start) else None


_NEAR = 70
_THE_SAME = re.compile(r"\bthe\s+same\b")
_LAST_YEAR = re.compile(r"\b(?:last|(?:the\s+)?previous)\s+year\b(?:[^.;]|\.\d)*$", re.IGNORECASE)
"""What makes "in the same period" one of the year before: "Last year it was £36.8m in the same period"."""


def _named_before(words: str, last: Period | None, known: Calendar) -> Period | None:
    """Return the stretch that was last named, for "in that period", "in the same months" and "during the quarter"."""
    over = [p for p in (known.told, last) if p is not None and (known.meeting is None or p.end <= known.meeting)]
    named = sorted((p for p in over if p.kind is PeriodKind.DURING), key=lambda period: period.end, reverse=True)
    if "month" in words and "months" not in words:
        named = [p for p in named if (p.end - p.start).days < _A_MONTH]
    if not named or "year" in words:
        return None
    if _THAT.search(words) is not None:
        return named[0]
    return named[0] if _A_QUARTER.search(words) is not None and stretches.quarter_of(named[0]) is not None else None


_A_MONTH = 31
_THAT = re.compile(r"\b(?:that|those|same)\b")
_A_QUARTER = re.compile(r"\bthe\s+quarter\b")


def _months_up_to(base: Period, last: Period | None, count: int) -> Period:
    """Return so many months up to the end of what is reported, or up to the day within it that was last named."""
    day = last is not None and last.kind is PeriodKind.AS_AT and base.start < last.end < base.end
    end = last.end if last is not None and day and stretches.ends_a_month(last.end) else base.end
    return Period(stretches.back(end, count), end, PeriodKind.DURING)


def _at_this_point(x: Expression) -> Period | None:
    """Return what was last named: the whole of it "in this time", its last day "at this point"."""
    reported = x.known.reporting
    day = reported is not None and reported.kind is PeriodKind.AS_AT
    last = x.known.last or x.known.told or (reported if day else None)
    if last is None or _IN.search(x.match.string, max(0, x.match.start() - 8), x.match.start()):
        return last
    return stretches.as_at(last.end)


def _year_of_its_kind(words: str, known: Calendar) -> Period | None:
    """Return the calendar or the school year that is meant by its kind alone."""
    if "calendar" in words:
        day = known.anchor()
        return stretches.calendar_year(day.year - (day.month < _OCTOBER)) if day is not None else None
    day = known.last.end if known.last is not None else known.anchor()
    return _school_year_over(day) if day is not None else None


def _of_the_reported(words: str, base: Period, known: Calendar) -> Period:
    """Return the half, the year, the quarter or the last month of what is reported or was last named."""
    if "half" in words:
        second = (base.end.month - _APRIL) % 12 >= _HALF and not stretches.is_year(base)
        return stretches.half(stretches.financial_start(base.end), 1 + second)
    if "year" in words:
        return _in_the_year(words, base, known)
    if "month" in words:
        return stretches.month(base.end.year, base.end.month)
    return _in_the_quarter(base, known) if "quarter" in words else base


def _in_the_year(words: str, base: Period, known: Calendar) -> Period:
    """Return the year that is meant where ``base`` is reported or was last named."""
    if _has_just_begun(base, known) and _WITHIN.match(words):
        return stretches.year_before(base)
    if known.last is not None and _is_just_over(known):
        return known.last
    if known.last is not None and known.last.kind is PeriodKind.AS_AT and _WITHIN.match(words):
        ended = known.last.end if (known.last.end.month, known.last.end.day) == _LAST_DAY else known.last.end - _A_DAY
        if (ended.month, ended.day) == _LAST_DAY and ended < base.end:
            return stretches.financial_year(ended.year - 1)  # "On 1 April there were 487; 131 had left over the year"
    if base.kind is PeriodKind.AS_AT and known.yearly:
        return Period(stretches.back(base.end, 12), base.end, PeriodKind.DURING)
    short = (base.end - base.start).days < _PART_OF_A_YEAR
    return stretches.financial_year(stretches.financial_start(base.end)) if short else base


def _in_the_quarter(base: Period, known: Calendar) -> Period:
    """Return the quarter that is meant where ``base`` is reported or was last named."""
    days = (base.end - base.start).days
    if days < _PART_OF_A_QUARTER:
        return stretches.quarter(stretches.financial_start(base.end), (base.end.month - 4) % 12 // 3 + 1)
    if days > _PART_OF_A_QUARTER + 15 and known.meeting is not None:
        return last_quarter(Calendar(meeting=min(base.end, known.meeting))) or base
    return base


def _is_just_over(known: Calendar) -> bool:
    """Tell whether what was last named is the year that had just ended at the meeting."""
    if known.last is None or known.meeting is None or not stretches.is_year(known.last):
        return False
    if known.last.start.month not in _FIRST_MONTHS:
        return False
    return 0 <= (known.meeting - known.last.end).days < _JUST


_JUST = 150
"""How many days after its end a year is still the one that "in the year" means."""


def _school_year_over(day: date) -> Period:
    """Return the school year that holds a day, or the one just over where it had only begun."""
    begun = day.year if (day.month, day.day) >= (_SEPTEMBER, 1) else day.year - 1
    just = day.month in {_SEPTEMBER, _SEPTEMBER + 1, _SEPTEMBER + 2, _SEPTEMBER + 3}
    return stretches.school_year(begun - just)


def _has_just_begun(period: Period, known: Calendar) -> bool:
    """Tell whether a year had begun so shortly before the meeting that what happened "over the year" is of another."""
    if known.meeting is None or not stretches.is_year(period):
        return False
    return 0 <= (known.meeting - period.start).days < _BARELY


_BARELY = 90
"""How many days old a year is of which nothing much can be told."""
