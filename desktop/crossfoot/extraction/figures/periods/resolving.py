"""The days that a period expression stands for: one reader for each form of the pattern."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from crossfoot.extraction.figures.periods import during, last_years, looking_ahead, looking_back, stretches, terms
from crossfoot.extraction.figures.periods.expression import Expression
from crossfoot.extraction.figures.periods.expressions import (
    ANY_DATE,
    COUNT,
    DATE_BESIDE,
    DAY_AND_MONTH,
    MONTH_AND_YEAR,
    SHORT_DATE,
    SPLIT,
    WEEKDAY,
    YEARS,
)
from crossfoot.extraction.figures.periods.known import Calendar
from crossfoot.extraction.figures.periods.named_days import named_day
from crossfoot.extraction.figures.periods.printed import (
    MONTHS_IN,
    count_of,
    day_of,
    day_without_year,
    month_number,
    month_of,
    spelled_day,
    split_years,
)
from crossfoot.model import Period, PeriodKind

_ANY_DATE = re.compile(ANY_DATE, re.IGNORECASE)
_SHORT_DATE = re.compile(SHORT_DATE, re.IGNORECASE)
_WEEKDAY = re.compile(WEEKDAY, re.IGNORECASE)
_BETWEEN = re.compile(r"^between\s+(?:the\s+)?", re.IGNORECASE)
_COUNT = re.compile(COUNT, re.IGNORECASE)
_ROLLING = re.compile(r"^rolling\s+", re.IGNORECASE)
_SPLIT = re.compile(SPLIT)
_ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
    "final": 4,
    "last": 4,
    "opening": 1,
    "closing": 4,
}
_AS_IT_ENDED = re.compile(r"\b(?:as|when|once)\s+(?:the\s+)?$", re.IGNORECASE)
"""What makes the end of a year the day that is meant: "as the financial year ended on 31 March"."""

_BEFORE = re.compile(r"\sbefore\s", re.IGNORECASE)
_A_DAY = timedelta(days=1)
_CENTURY = 100
_LONGEST_SPAN = 20
"""How many years "2015-2018" may span; more is a code."""


def resolve(expression: Expression) -> Period | None:
    """Return the days that an expression stands for, or None where they cannot be told."""
    return _READERS[expression.form](expression)


def _date_span(x: Expression) -> Period | None:
    """Read "1 April to 30 June 2013": the first date may leave its year to the second."""
    days = [day for day in (day_of(m.group()) for m in _ANY_DATE.finditer(x.words)) if day]
    if len(days) == 2:
        return Period(days[0], days[1], PeriodKind.DURING) if days[0] <= days[1] else None
    words = _BETWEEN.sub("", x.words, count=1)
    first = DAY_AND_MONTH.match(_WEEKDAY.sub("", words, count=1).lstrip()) if len(days) == 1 else None
    if first is None:
        return None
    end = days[0]
    try:
        start = date(end.year, month_number(first.group(2)), int(first.group(1)))
        if start > end:
            start = start.replace(year=start.year - 1)
    except ValueError:  # the calendar has no such day
        return None
    return Period(start, end, PeriodKind.DURING)


def _stretch_to(x: Expression) -> Period | None:
    """Read "the year to 31 March 2014": the stretch of that length that ends there."""
    end = _end_of_stretch(x)
    if end is None:
        return None
    if _BEFORE.search(x.words) is not None:
        end = (end if _SHORT_DATE.fullmatch(x.part("yto")) or day_of(x.part("yto")) else end.replace(day=1)) - _A_DAY
    length = " ".join(x.part("ylen").lower().replace("-", " ").split())
    count = _COUNT.match(_ROLLING.sub("", x.words, count=1))
    if length == "period":
        return stretches.as_at(end)
    if length.startswith("week"):
        weeks = count_of(count.group()) if count else 1
        return Period(end - timedelta(days=7 * weeks - 1), end, PeriodKind.DURING)
    if _AS_IT_ENDED.search(x.match.string, max(0, x.match.start() - 12), x.match.start()) is not None:
        return stretches.as_at(end)
    months = MONTHS_IN[length]
    if length in {"month", "months", "years", "quarters"} and count:
        months *= count_of(count.group())
    return Period(stretches.back(end, months), end, PeriodKind.DURING)


def _months_from(x: Expression) -> Period | None:
    """Read "the eleven months from April": as many months as it says, from the first of that one on."""
    first = month_of(x.part("mr"), x.known)
    if first is None:
        return None
    number = first.start.year * 12 + first.start.month - 1 + count_of(x.part("mq")) - 1
    return Period(first.start, stretches.month_end(number // 12, number % 12 + 1), PeriodKind.DURING)


def _end_of_stretch(x: Expression) -> date | None:
    """Return the last day of "the year to …"."""
    words = _WEEKDAY.sub("", x.part("yto"), count=1)
    if x.part("yp"):
        month = _end_of_ledger(int(x.part("yp")), None, x.known)
        return month.end if month is not None else None
    if x.part("yqn"):
        quarter = _quarter_without_year(int(x.part("yqn")), x.known)
        return quarter.end if quarter is not None else None
    day = day_of(words)
    if day is not None:
        return day
    if words.lower().startswith("th"):
        return x.known.last.end if x.known.last is not None else None
    spelled = spelled_day(words)
    without_year = spelled is not None and not spelled[2]
    ending = day_without_year(words, x.known) if without_year else month_of(words, x.known)
    return ending.end if ending is not None else None


def _date(x: Expression) -> Period | None:
    """Read "30 June 2013" and the like."""
    day = day_of(x.words)
    return stretches.as_at(day) if day else None


def _short_date(x: Expression) -> Period | None:
    """Read "30 June", "31 March last year"."""
    if x.part("dw") and x.known.meeting is not None:
        back = x.part("dw").lower().startswith("last")
        spelled = spelled_day(x.words)
        year = x.known.meeting.year - back
        return _as_at_day(year, spelled) if spelled is not None else None
    return day_without_year(x.words, x.known)


def _as_at_day(year: int, spelled: tuple[int, int, str]) -> Period | None:
    """Return the day of a year that "30 June" names, or None where there is no such day."""
    try:
        return stretches.as_at(date(year, spelled[1], spelled[0]))
    except ValueError:  # the calendar has no such day
        return None


def _short_span(x: Expression) -> Period | None:
    """Read "1 April to 30 June"."""
    ends = [day_without_year(m.group(), x.known) for m in _SHORT_DATE.finditer(x.words)][:2]
    if len(ends) < 2 or ends[0] is None or ends[1] is None:
        return None
    first = ends[0] if ends[0].start <= ends[1].end else stretches.year_before(ends[0])
    return Period(first.start, ends[1].end, PeriodKind.DURING) if first.start <= ends[1].end else None


def _days_of_a_month(x: Expression) -> Period | None:
    """Read "between 3 and 20 June 2014", "11-22 November"."""
    spelled = DAY_AND_MONTH.search(x.words)
    first = _DIGITS.search(x.words)
    if spelled is None or first is None:
        return None
    end = day_of(x.words) if x.part("dy") else None
    last = stretches.as_at(end) if end is not None else day_without_year(x.words, x.known)
    number = int(first.group())
    if last is None or not 0 < number < last.end.day:
        return None
    return Period(last.end.replace(day=number), last.end, PeriodKind.DURING)


_DIGITS = re.compile(r"\d+")


def _week_of(x: Expression) -> Period | None:
    """Read "the week beginning 2 March 2015": seven days."""
    words = x.part("wd")
    day = day_of(words)
    first = stretches.as_at(day) if day is not None else day_without_year(words, x.known)
    if first is None:
        return None
    return Period(first.start, first.start + timedelta(days=6), PeriodKind.DURING)


def _month(x: Expression) -> Period | None:
    """Read "June 2013" and "June"."""
    return month_of(x.words, x.known)


def _month_span(x: Expression) -> Period | None:
    """Read "April to June 2013": either end may leave its year to the other, or to what is known."""
    named = list(MONTH_AND_YEAR.finditer(x.words))
    if x.part("me"):
        begun, end = month_of(named[0].group(), x.known), x.known.anchor()
        return Period(begun.start, end, PeriodKind.DURING) if begun and end and begun.start < end else None
    if len(named) < 2:
        return None
    named = [named[0], named[-1]]
    first, last = month_number(named[0].group(1)), month_number(named[1].group(1))
    start_year, end_year = (int(m.group(2)) if m.group(2) else None for m in named[:2])
    if end_year is None and start_year is not None:
        end_year = start_year if last >= first else start_year + 1
    if end_year is None and x.part("my"):
        within = looking_back.year_said(x.part("my"), x.known)
        if x.part("my").lower().startswith("this") and x.known.meeting is not None:
            within = stretches.financial_year(stretches.financial_start(x.known.meeting))
        fits = (m for n in (0, 1) if within and (m := stretches.month(within.start.year + n, last)).end <= within.end)
        end_year = next((m.end.year for m in fits if within and m.start >= within.start), None)
    if end_year is None:
        month = x.known.month(last)
        if month is None:
            return None
        end_year = month.end.year
    if start_year is None:
        start_year = end_year if first <= last else end_year - 1
    return stretches.months((start_year, first), (end_year, last))


def _quarter(x: Expression) -> Period | None:
    """Read "Q1 2015/16", "quarter 1 (to 30 June 2015)", "the first quarter"."""
    if x.part("qw"):
        number = count_of(x.part("qw"))
    else:
        number = int(x.part("qn")) if x.part("qn") else _ORDINALS[x.part("qo").lower()]
    words = x.part("qy")
    if x.part("qz") or x.part("qu"):
        return _quarter_of(number, x)
    if words:
        years = split_years(words) if len(YEARS.findall(words)) > 1 else (int(words), int(words))
        if years is None or (years[0] < _CENTURY and years[1] != years[0] + 1):
            return None
        if x.part("qo") and years[0] == years[1]:
            return stretches.months(
                (years[0], 3 * number - 2), (years[0], 3 * number)
            )  # a bare year is January to December
        return stretches.quarter(years[0] + (2000 if years[0] < _CENTURY else 0), number)
    beside = DATE_BESIDE.match(x.match.string, x.match.end())
    day = day_of(beside.group(1)) if beside is not None else None
    if day is not None:
        here = stretches.quarter(stretches.financial_start(day), number)
        return here if here.start <= day <= here.end else None
    return _quarter_without_year(number, x.known)


def _quarter_of(number: int, x: Expression) -> Period | None:
    """Return the quarter "of the calendar year", "of last year"."""
    words = (x.part("qz") or x.part("qu")).lower()
    if "calendar" not in words:
        year = looking_back.year_said(words, x.known)
        return stretches.quarter(stretches.financial_start(year.end), number) if year is not None else None
    named, anchor = YEARS.findall(words), x.known.anchor()
    year_of = int(named[0]) if named else (anchor.year if anchor is not None else None)
    if year_of is None:
        return None
    return stretches.months((year_of, 3 * number - 2), (year_of, 3 * number))


def _quarter_span(x: Expression) -> Period | None:
    """Read "quarters 1 to 3", "Q1-Q3 2015/16"."""
    first, last = int(x.part("qa")), int(x.part("qb"))
    years = split_years(x.part("qs")) if x.part("qs") else None
    start = None if years is None else years[0] + (2000 if years[0] < _CENTURY else 0)
    end = _quarter_without_year(last, x.known) if start is None else stretches.quarter(start, last)
    if end is None or first >= last:
        return None
    return Period(stretches.quarter(stretches.financial_start(end.end), first).start, end.end, PeriodKind.DURING)


def _quarter_without_year(number: int, known: Calendar) -> Period | None:
    """Return the quarter of the year last named, or else the latest that has begun by what is reported."""
    reported = _quarter_reported(number, known)
    if reported is not None:
        return reported
    if known.last is not None and not _is_long_past(known):
        inside = stretches.quarter(stretches.financial_start(known.last.end), number)
        if known.meeting is None or inside.end <= known.meeting:
            return inside
    anchor = known.anchor()
    if anchor is None:
        return None
    start = stretches.financial_start(anchor)
    here = stretches.quarter(start, number)
    return here if here.start <= anchor else stretches.quarter(start - 1, number)


def _quarter_reported(number: int, known: Calendar) -> Period | None:
    """Return the quarter of that number with which what is reported ends, where a whole year before it was named."""
    reporting, last = known.reporting, known.last
    if reporting is None or last is None or not stretches.is_year(last) or stretches.is_year(reporting):
        return None
    here = stretches.quarter(stretches.financial_start(reporting.end), number)
    return here if here.end == reporting.end and last.end < here.start else None


def _is_long_past(known: Calendar) -> bool:
    """Tell whether what was last named is a year that lies well before what is reported: "18% in 2019. In Q1 …"."""
    anchor, last = known.anchor(), known.last
    if anchor is None or last is None or not stretches.is_year(last):
        return False
    return last.start.month == 1 and last.end.year < stretches.financial_start(anchor)


def _ledger(x: Expression) -> Period | None:
    """Read "month 6" and "period 9": the financial year up to the end of that month."""
    return _end_of_ledger(int(x.part("ln")), split_years(x.part("ly")) if x.part("ly") else None, x.known)


def _end_of_ledger(number: int, years: tuple[int, int] | None, known: Calendar) -> Period | None:
    """Return the last day of the month of that number in the financial year named, or in the one last reported on."""
    anchor = known.anchor()
    if years is not None:
        start = years[0]
    elif anchor is not None:
        start = stretches.financial_start(anchor)
    else:
        return None
    end = stretches.part_of(stretches.financial_year(start), number, last=False).end
    if years is None and known.meeting is not None and end > known.meeting:
        end = stretches.part_of(stretches.financial_year(start - 1), number, last=False).end
    return stretches.as_at(end)


def _mini_split(x: Expression) -> Period | None:
    """Read "23-24": the financial year of which the record may speak."""
    start = 2000 + int(x.part("ya"))
    return stretches.financial_year(start)


def _mini_span(x: Expression) -> Period | None:
    """Read "23-24 to 26-27"."""
    first, last = 2000 + int(x.part("sa")), 2000 + int(x.part("sb"))
    return Period(date(first, 4, 1), date(last, 3, 31), PeriodKind.DURING) if first < last else None


def _fy(x: Expression) -> Period | None:
    """Read "FY19" and "FY18/19" by the year in which they end."""
    digits = x.part("fye") or x.part("fyl")
    year = int(digits) if len(digits) > 2 else 2000 + int(digits)
    return stretches.financial_year(year - 1)


def _year_span(x: Expression) -> Period | None:
    """Read "2016/17 to 2019/20" and "between 2015 and 2018": from the first day of the one to the last of the other."""
    splits = [split_years(match.group()) for match in _SPLIT.finditer(x.words)]
    if len(splits) == 2 and splits[0] is not None and splits[1] is not None:
        first, last = date(splits[0][0], 4, 1), date(splits[1][1], 3, 31)
    else:
        years = [int(words) for words in YEARS.findall(x.words)]
        first, last = date(years[0], 1, 1), date(years[-1], 12, 31)
    fits = first <= last and last.year - first.year <= _LONGEST_SPAN
    return Period(first, last, PeriodKind.DURING) if fits else None


def _split_year(x: Expression) -> Period | None:
    """Read "2015/16", a financial year unless it is called a school year, and "2015-2018"."""
    found = _SPLIT.search(x.words)
    years = split_years(found.group()) if found is not None else None
    if years is None or years[1] - years[0] > _LONGEST_SPAN:
        return None
    if x.part("acb") or x.part("aca"):
        return stretches.school_year(years[0])
    return Period(date(years[0], 4, 1), date(years[1], 3, 31), PeriodKind.DURING) if years[1] > years[0] else None


def _calendar_year(x: Expression) -> Period | None:
    """Read "2015"."""
    year = int(x.words)
    return stretches.calendar_year(year)


def _calendar_year_named(x: Expression) -> Period | None:
    """Read "the 2022 calendar year"."""
    year = int(x.part("ca") or x.part("cb"))
    return stretches.calendar_year(year)


_READERS: dict[str, Callable[[Expression], Period | None]] = {
    "datespan": _date_span,
    "yearto": _stretch_to,
    "monthsfrom": _months_from,
    "date": _date,
    "shortspan": _short_span,
    "dayspan": _days_of_a_month,
    "weekof": _week_of,
    "monthspan": _month_span,
    "shortdate": _short_date,
    "quarterspan": _quarter_span,
    "quarter": _quarter,
    "half": looking_back.part_of_year,
    "monthyear": _month,
    "split": _split_year,
    "yearspan": _year_span,
    "minispan": _mini_span,
    "minisplit": _mini_split,
    "fy": _fy,
    "ledger": _ledger,
    "ago": looking_back.some_time_ago,
    "halfway": looking_back.half_way,
    "today": looking_back.at_the_meeting,
    "namedday": named_day,
    "rest": looking_ahead.rest_of_year,
    "later": looking_back.some_time_later,
    "elliptic": looking_back.elliptic,
    "monthago": looking_back.month_ago,
    "yearedge": looking_back.year_edge,
    "todate": looking_back.year_to_date,
    "sincethen": looking_back.since_then,
    "nextyears": looking_ahead.next_years,
    "nextyear": looking_ahead.next_year,
    "term": terms.term,
    "season": terms.term_beside,
    "lastsummer": terms.summer_before,
    "calyear": _calendar_year_named,
    "year": _calendar_year,
    "same": looking_back.same_stretch,
    "lastyear": last_years.last_year,
    "lastquarter": looking_back.quarter_before,
    "lastmonth": looking_back.month_before,
    "thisyear": looking_back.this_year,
    "now": during.now,
    "month": _month,
}
