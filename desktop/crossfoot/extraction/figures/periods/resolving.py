"""The days that a period expression stands for: one reader for each form of the pattern."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from crossfoot.extraction.figures.periods import stretches
from crossfoot.extraction.figures.periods.expressions import (
    ANY_DATE,
    COUNT,
    DATE_BESIDE,
    DAY_AND_MONTH,
    MONTH_AND_YEAR,
    SHORT_DATE,
    SPLIT,
    WEEKDAY,
    YEAR,
    YEARS,
)
from crossfoot.extraction.figures.periods.known import Calendar
from crossfoot.extraction.figures.periods.printed import (
    count_of,
    day_of,
    day_without_year,
    month_number,
    month_of,
    split_years,
)
from crossfoot.model import Period, PeriodKind

_ANY_DATE = re.compile(ANY_DATE, re.IGNORECASE)
_SHORT_DATE = re.compile(SHORT_DATE, re.IGNORECASE)
_WEEKDAY = re.compile(WEEKDAY, re.IGNORECASE)
_COUNT = re.compile(COUNT, re.IGNORECASE)
_SPLIT = re.compile(SPLIT)
_YEAR_AT_END = re.compile(rf"{YEAR}$")
_YEAR_AGO = re.compile(r"before|earlier|ago|previously")
_COMPARED = re.compile(
    r"\b(?:than|with|to|on|from|against)\s+(?:in\s+|for\s+|that\s+of\s+)?(?:the\s+)?$", re.IGNORECASE
)
_STRETCH = re.compile(r"quarter|period|month|year", re.IGNORECASE)
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
}
_TERMS = {"autumn": (9, 12), "spring": (1, 4), "summer": (5, 8), "winter": (12, 12)}
_MONTHS_IN = {
    "year": 12,
    "years": 12,
    "half year": 6,
    "half years": 6,
    "half": 6,
    "quarter": 3,
    "quarters": 3,
    "month": 1,
    "months": 1,
}
_OF_SCHOOL = re.compile(r"\b(?:school|academic)\b", re.IGNORECASE)
_YEAR_PAST = re.compile(r"\b(?:last|previous|preceding|prior)\b", re.IGNORECASE)
_YEAR_NOW = re.compile(r"\b(?:current|present|this)\b", re.IGNORECASE)
_AFTER = re.compile(r"following|after")
_LAST_YEAR = re.compile(r"last\s+year$")
_OPENS = re.compile(r"start|begin|began|open|outset", re.IGNORECASE)
_PART_OF_A_YEAR = 300
"""How many days are less than the year that "during the year" speaks of."""

_LONGER_THAN_A_YEAR = 400
_PART_OF_A_QUARTER = 80
"""How many days are less than the quarter that "in the quarter" speaks of."""

_LONGEST_SPAN = 20
"""How many years "2015-2018" may span; more is a code."""


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression as matched, with what is known where it stands. ``form`` is the name of its alternative."""

    form: str
    match: re.Match[str]
    known: Calendar

    @property
    def words(self) -> str:
        """Return the expression's words."""
        return self.match.group()

    def part(self, name: str) -> str:
        """Return the words of a named part; an empty text where the expression goes without."""
        return self.match.group(name) or ""


def resolve(expression: Expression) -> Period | None:
    """Return the days that an expression stands for, or None where they cannot be told."""
    return _READERS[expression.form](expression)


def last_quarter(known: Calendar) -> Period | None:
    """Return the quarter before the one that is reported, or None where that is not one quarter."""
    base = known.reporting or known.last
    place = stretches.quarter_of(base) if base is not None else None
    if place is None:
        anchor = known.anchor()
        if anchor is None:
            return None
        start = stretches.financial_start(anchor)
        over = [q for y in (start - 1, start) for n in (1, 2, 3, 4) if (q := stretches.quarter(y, n)).end <= anchor]
        return over[-1]
    start, number = place
    return stretches.quarter(start, number - 1) if number > 1 else stretches.quarter(start - 1, 4)


def _is_year(period: Period) -> bool:
    """Tell whether a period is a whole year."""
    return 364 <= (period.end - period.start).days <= 366


def _date_span(x: Expression) -> Period | None:
    """Read "1 April to 30 June 2013": the first date may leave its year to the second."""
    days = [day for day in (day_of(m.group()) for m in _ANY_DATE.finditer(x.words)) if day]
    if len(days) == 2:
        return Period(days[0], days[1], PeriodKind.DURING) if days[0] <= days[1] else None
    first = DAY_AND_MONTH.match(_WEEKDAY.sub("", x.words, count=1).lstrip()) if len(days) == 1 else None
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
    length = " ".join(x.part("ylen").lower().replace("-", " ").split())
    count = _COUNT.match(x.words)
    if length == "period":
        return stretches.as_at(end)
    if length.startswith("week"):
        weeks = count_of(count.group()) if count else 1
        return Period(end - timedelta(days=7 * weeks - 1), end, PeriodKind.DURING)
    months = _MONTHS_IN[length]
    if length in {"months", "years", "quarters"} and count:
        months *= count_of(count.group())
    return Period(stretches.back(end, months), end, PeriodKind.DURING)


def _end_of_stretch(x: Expression) -> date | None:
    """Return the last day of "the year to …"."""
    words = x.part("yto")
    day = day_of(words)
    if day is not None:
        return day
    spelled = DAY_AND_MONTH.search(words)
    without_year = spelled is not None and not spelled.group(3)
    ending = day_without_year(words, x.known) if without_year else month_of(words, x.known)
    return ending.end if ending is not None else None


def _date(x: Expression) -> Period | None:
    """Read "30 June 2013" and the like."""
    day = day_of(x.words)
    return stretches.as_at(day) if day else None


def _short_date(x: Expression) -> Period | None:
    """Read "30 June"."""
    return day_without_year(x.words, x.known)


def _short_span(x: Expression) -> Period | None:
    """Read "1 April to 30 June"."""
    ends = [day_without_year(m.group(), x.known) for m in _SHORT_DATE.finditer(x.words)][:2]
    if len(ends) < 2 or ends[0] is None or ends[1] is None or ends[0].start > ends[1].end:
        return None
    return Period(ends[0].start, ends[1].end, PeriodKind.DURING)


def _month(x: Expression) -> Period | None:
    """Read "June 2013" and "June"."""
    return month_of(x.words, x.known)


def _month_span(x: Expression) -> Period | None:
    """Read "April to June 2013": either end may leave its year to the other, or to what is known."""
    named = list(MONTH_AND_YEAR.finditer(x.words))
    if len(named) < 2:
        return None
    first, last = month_number(named[0].group(1)), month_number(named[1].group(1))
    start_year, end_year = (int(m.group(2)) if m.group(2) else None for m in named[:2])
    if end_year is None and start_year is not None:
        end_year = start_year if last >= first else start_year + 1
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
    if words:
        years = split_years(words) if len(YEARS.findall(words)) > 1 else (int(words), int(words))
        return stretches.quarter(years[0], number) if years else None
    beside = DATE_BESIDE.match(x.match.string, x.match.end())
    day = day_of(beside.group(1)) if beside is not None else None
    if day is not None:
        here = stretches.quarter(stretches.financial_start(day), number)
        return here if here.start <= day <= here.end else None
    return _quarter_without_year(number, x.known)


def _quarter_without_year(number: int, known: Calendar) -> Period | None:
    """Return the quarter of the year last named, or else the latest that has begun by what is reported."""
    if known.last is not None:
        inside = stretches.quarter(stretches.financial_start(known.last.end), number)
        if known.meeting is None or inside.end <= known.meeting:
            return inside
    anchor = known.anchor()
    if anchor is None:
        return None
    start = stretches.financial_start(anchor)
    here = stretches.quarter(start, number)
    return here if here.start <= anchor else stretches.quarter(start - 1, number)


def _half(x: Expression) -> Period | None:
    """Read "the first six months of 2015/16", "the first three quarters of the year", "the second half"."""
    unit = x.part("hu").lower()
    months = 6 if unit == "half" else count_of(x.part("hn") or "one") * (3 if unit == "quarters" else 1)
    if not x.part("hy") and unit != "half" and x.part("ho").lower() in {"last", "past", "previous", "preceding"}:
        return _months_past(months, x.known)
    whole = _year_said(x.part("hy"), x.known)
    if whole is None:
        return None
    last = x.part("ho").lower() in {"second", "closing", "last", "final"}
    return stretches.part_of(whole, min(months, 12), last=last)


def _months_past(count: int, known: Calendar) -> Period | None:
    """Return the months up to the end of what is reported, or up to the last month that was over at the meeting."""
    end = known.anchor()
    if end is None:
        return None
    if end != stretches.month_end(end.year, end.month):
        end = end.replace(day=1) - timedelta(days=1)
    return Period(stretches.back(end, count), end, PeriodKind.DURING)


def _year_said(words: str, known: Calendar) -> Period | None:
    """Return the year that "2015/16", "2015", "the previous year" or, for no words, "the year" stands for."""
    if YEARS.search(words):
        years = split_years(words) if len(YEARS.findall(words)) > 1 else None
        if years is not None:
            return stretches.school_year(years[0]) if _OF_SCHOOL.search(words) else stretches.financial_year(years[0])
        year = int(YEARS.findall(words)[0])
        return Period(date(year, 1, 1), date(year, 12, 31), PeriodKind.DURING)
    anchor = known.anchor() or (known.last.end if known.last else None)
    if anchor is None:
        return None
    back = 1 if _YEAR_PAST.search(words) else 0
    if _OF_SCHOOL.search(words):
        return stretches.school_year(anchor.year - (anchor.month < 9) - back)
    named = known.last is not None and _is_year(known.last) and not back and not _YEAR_NOW.search(words)
    return known.last if named else stretches.financial_year(stretches.financial_start(anchor) - back)


def _ledger(x: Expression) -> Period | None:
    """Read "month 6" and "period 9": the financial year up to the end of that month."""
    number = int(x.part("ln"))
    years = split_years(x.part("ly")) if x.part("ly") else None
    anchor = x.known.anchor()
    if years is not None:
        start = years[0]
    elif anchor is not None:
        start = stretches.financial_start(anchor)
    else:
        return None
    end = stretches.part_of(stretches.financial_year(start), number, last=False).end
    if years is None and x.known.meeting is not None and end > x.known.meeting:
        end = stretches.part_of(stretches.financial_year(start - 1), number, last=False).end
    return stretches.as_at(end)


def _fy(x: Expression) -> Period | None:
    """Read "FY19" and "FY18/19" by the year in which they end."""
    digits = x.part("fye") or x.part("fyl")
    year = int(digits) if len(digits) > 2 else 2000 + int(digits)
    return stretches.financial_year(year - 1)


def _ago(x: Expression) -> Period | None:
    """Read "two years earlier", "six months ago": what was last named, moved back."""
    base = x.known.last or x.known.reported()
    if base is None:
        return None
    count = 1 if x.part("an").lower() == "a" else count_of(x.part("an"))
    unit = x.part("au").lower().rstrip("s")
    if unit == "week":
        return stretches.as_at(base.end - timedelta(days=7 * count))
    return stretches.shifted_back(base, count * {"year": 12, "quarter": 3, "month": 1}[unit])


def _month_ago(x: Expression) -> Period | None:
    """Read "last September" as the latest before the meeting, "the March before" as the one before what was named."""
    number = month_number(x.part("mb") or x.part("ma") or x.part("md") or x.part("mf"))
    words, base, anchor = x.words.lower(), x.known.last, x.known.meeting or x.known.anchor()
    earlier = x.part("md") or words.startswith(("the prev", "prev", "the prec", "prec", "the prior", "prior"))
    if base is not None and earlier:
        if base.kind is PeriodKind.AS_AT and base.end.month == number:
            return stretches.year_before(base)
        return stretches.month(base.start.year - (number >= base.start.month), number)
    if anchor is None:
        return None
    if x.part("mn"):
        return stretches.month(anchor.year + (number <= anchor.month), number)
    if _LAST_YEAR.search(words):
        return stretches.month(anchor.year - 1, number)
    this = words.startswith("this") or "this" in x.part("mw").lower()
    return stretches.month(anchor.year if this else anchor.year - (number >= anchor.month), number)


def _year_edge(x: Expression) -> Period | None:
    """Read "the end of the year", "when the year closed", "year end": the last day of it, or the first."""
    unit = (x.part("yu") or x.part("yv") or "year").lower()
    opens = _OPENS.search(x.part("ye") or x.part("yw")) is not None
    base = x.known.reporting or x.known.last
    if unit == "year":
        base = base if base is not None and _is_year(base) else _year_said("", x.known)
    if base is None:
        return None
    return stretches.as_at(base.start if opens else base.end)


def _to_date(x: Expression) -> Period | None:
    """Read "the year to date": from April to the day that the record reports up to."""
    stop = x.known.stop()
    if stop is None:
        return None
    return Period(date(stretches.financial_start(stop), 4, 1), stop, PeriodKind.DURING)


def _since_then(x: Expression) -> Period | None:
    """Read "in the nine months since then": the stretch that follows what was last named."""
    base = x.known.last
    if base is None:
        return None
    start = base.end + timedelta(days=1)
    if not x.part("sn"):
        stop = x.known.stop()
        return Period(start, stop, PeriodKind.DURING) if stop is not None and stop > start else None
    count, unit = count_of(x.part("sn")), x.part("su").lower().rstrip("s")
    if unit == "week":
        return Period(start, start + timedelta(days=7 * count - 1), PeriodKind.DURING)
    number = start.year * 12 + start.month - 1 + count * _MONTHS_IN[unit] - 1
    return Period(start, stretches.month_end(number // 12, number % 12 + 1), PeriodKind.DURING)


def _next_year(x: Expression) -> Period | None:
    """Read "next year", "the following year": the financial year behind the one named or the meeting's."""
    base, meeting = x.known.last, x.known.meeting
    if _AFTER.search(x.words.lower()) and base is not None and _is_year(base):
        return Period(base.end + timedelta(days=1), stretches.year_after(base.end), PeriodKind.DURING)
    anchor = meeting or x.known.anchor()
    return stretches.financial_year(stretches.financial_start(anchor) + 1) if anchor is not None else None


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


def _term(x: Expression) -> Period | None:
    """Read "autumn term 2015"; without its year it is the latest that had begun by the meeting."""
    low, high = _TERMS[x.part("tn").lower()]
    if x.part("ty"):
        year = int(x.part("ty"))
        return stretches.months((year, low), (year, high))
    anchor = x.known.anchor()
    if anchor is None:
        return None
    year = anchor.year if low <= anchor.month else anchor.year - 1
    return stretches.months((year, low), (year, high))


def _calendar_year(x: Expression) -> Period | None:
    """Read "2015"."""
    year = int(x.words)
    return Period(date(year, 1, 1), date(year, 12, 31), PeriodKind.DURING)


def _same_stretch(x: Expression) -> Period | None:
    """Read "the same period of 2014/15": what was last named, moved back to that year."""
    base = x.known.last or x.known.reported()
    if x.part("sy"):
        years = split_years(x.part("sy"))
        if years is None:
            return None
        first, _ = years
        if base is None:
            return stretches.financial_year(first)
        return _moved_back(base, lambda period: stretches.financial_start(period.end) <= first)
    if base is None:
        return None
    plain = _YEAR_AT_END.search(x.words)
    if plain is not None:
        year = int(plain.group())
        return _moved_back(base, lambda period: period.end.year <= year)
    return stretches.year_before(base)


def _moved_back(period: Period, arrived: Callable[[Period], bool]) -> Period:
    """Return the same stretch of the latest earlier year that satisfies ``arrived``."""
    while not arrived(period) and period.start.year > 2:
        period = stretches.year_before(period)
    return period


def _year_before(x: Expression) -> Period | None:
    """Read "last year", "the year before": the stretch last named a year earlier, or the financial year before."""
    base = x.known.last or x.known.reported()
    if base is not None and (base.end - base.start).days > _LONGER_THAN_A_YEAR:
        base = None
    plain = base is not None and base.kind is PeriodKind.DURING and not _is_year(base) and not _compared(x)
    if plain and base is not None and not _YEAR_AGO.search(x.words.lower()):
        return stretches.financial_year(stretches.financial_start(base.end) - 1)
    if base is not None and (base.kind is PeriodKind.DURING or _YEAR_AGO.search(x.words.lower())):
        return stretches.year_before(base)
    day = base.end if base is not None else x.known.meeting
    return stretches.financial_year(stretches.financial_start(day) - 1) if day is not None else None


def _compared(x: Expression) -> bool:
    """Tell whether words of comparison lead up to an expression: "than last year" is the same stretch of it."""
    start = x.match.start()
    return _COMPARED.search(x.match.string, max(0, start - 24), start) is not None


def _quarter_before(x: Expression) -> Period | None:
    """Read "the previous quarter"."""
    return last_quarter(x.known)


def _month_before(x: Expression) -> Period | None:
    """Read "the previous month", and "last month" as the one before the meeting."""
    base = x.known.last or x.known.reported()
    day = base.end if base is not None else None
    if x.known.meeting is not None and re.search(r"\blast\b", x.words.lower()):
        day = x.known.meeting
    if day is None:
        return None
    previous = day.replace(day=1) - timedelta(days=1)
    return stretches.month(previous.year, previous.month)


def _this_year(x: Expression) -> Period | None:
    """Read "this financial year", "the current year"."""
    anchor = x.known.anchor() or (x.known.last.end if x.known.last else None)
    return stretches.financial_year(stretches.financial_start(anchor)) if anchor else None


def _now(x: Expression) -> Period | None:
    """Read "during the quarter" as what is reported, "at this point" as what was last named."""
    if not _STRETCH.search(x.words):
        return stretches.as_at(x.known.last.end) if x.known.last is not None else None
    base = x.known.reporting or x.known.last
    if base is None:
        return None
    words = x.words.lower()
    if "year" in words and (base.end - base.start).days < _PART_OF_A_YEAR:
        return stretches.financial_year(stretches.financial_start(base.end))
    if x.part("nm"):
        return Period(stretches.back(base.end, count_of(x.part("nm"))), base.end, PeriodKind.DURING)
    if "quarter" in words and (base.end - base.start).days < _PART_OF_A_QUARTER:
        month_of_year = (base.end.month - 4) % 12
        return stretches.quarter(stretches.financial_start(base.end), month_of_year // 3 + 1)
    return base


def _calendar_year_named(x: Expression) -> Period | None:
    """Read "the 2022 calendar year"."""
    year = int(x.part("ca") or x.part("cb"))
    return Period(date(year, 1, 1), date(year, 12, 31), PeriodKind.DURING)


_READERS: dict[str, Callable[[Expression], Period | None]] = {
    "datespan": _date_span,
    "yearto": _stretch_to,
    "date": _date,
    "shortspan": _short_span,
    "monthspan": _month_span,
    "shortdate": _short_date,
    "quarter": _quarter,
    "half": _half,
    "monthyear": _month,
    "split": _split_year,
    "yearspan": _year_span,
    "fy": _fy,
    "ledger": _ledger,
    "ago": _ago,
    "monthago": _month_ago,
    "yearedge": _year_edge,
    "todate": _to_date,
    "sincethen": _since_then,
    "nextyear": _next_year,
    "term": _term,
    "calyear": _calendar_year_named,
    "year": _calendar_year,
    "same": _same_stretch,
    "lastyear": _year_before,
    "lastquarter": _quarter_before,
    "lastmonth": _month_before,
    "thisyear": _this_year,
    "now": _now,
    "month": _month,
}
