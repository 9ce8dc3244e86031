"""The days of expressions that hang on what is known: "two years ago", "the same point", "at the year end", "since".

Each of them is counted from what was last named, from what the record reports on, or from its meeting.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from crossfoot.extraction.figures.periods import stretches
from crossfoot.extraction.figures.periods.comparisons import MOVED, SET_BESIDE
from crossfoot.extraction.figures.periods.expression import Expression
from crossfoot.extraction.figures.periods.expressions import YEAR, YEARS
from crossfoot.extraction.figures.periods.known import Calendar
from crossfoot.extraction.figures.periods.printed import MONTHS_IN, count_of, month_number, month_of, split_years
from crossfoot.model import Period, PeriodKind

_YEAR_AGO = re.compile(r"before|earlier|ago|previously")
_OF_SCHOOL = re.compile(r"\b(?:school|academic)\b", re.IGNORECASE)
_YEAR_PAST = re.compile(r"\b(?:last|previous|preceding|prior)\b", re.IGNORECASE)
_YEAR_NOW = re.compile(r"\b(?:current|present|this)\b", re.IGNORECASE)
_LAST = re.compile(r"\blast\b", re.IGNORECASE)
_LAST_YEAR = re.compile(r"last\s+year$")
_YEAR_OF_NOW = re.compile(r"\b(?:current|present)\b", re.IGNORECASE)
_OF_A_DAY = re.compile(r"\b(?:point|date|day|stage)\b", re.IGNORECASE)
_THAT = re.compile(r"\bthat\b", re.IGNORECASE)
_OPENS = re.compile(r"start|beg[aiu]n|open|outset", re.IGNORECASE)
_APRIL, _SEPTEMBER, _OCTOBER = 4, 9, 10
_LAST_DAY = (3, 31)
"""The month and the day with which a financial year ends."""

_FIRST_MONTHS = frozenset({1, _APRIL, _SEPTEMBER})
"""The months in which calendar, financial and school years begin."""

_LATELY = 200
"""How many days after a year a report on it is read, for which "next year" is the one that has just begun."""

_BESIDE = 160
"""How near the words stand that tell "last year" from "this year"."""

_PART_OF_A_QUARTER = 80
"""How many days are less than the quarter that "in the quarter" speaks of."""
_YEAR_AT_END = re.compile(rf"{YEAR}$")


def last_quarter(known: Calendar) -> Period | None:
    """Return the quarter before the one that is reported, or None where that is not one quarter."""
    base = known.reporting or known.last or known.above
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


def part_of_year(x: Expression) -> Period | None:
    """Read "the first six months of 2015/16", "the first three quarters of the year", "the second half"."""
    if x.part("hg"):
        return stretches.financial_year(stretches.financial_start(x.known.meeting) - 1) if x.known.meeting else None
    if x.part("hp"):
        return _months_past(12, x.known)
    if x.part("hj"):
        return _months_just_over(_JUST_OVER.get(x.part("hj").lower()) or count_of(x.part("hj")), x.known)
    unit = "half" if x.part("hh") or x.part("hb") else x.part("hu").lower()
    months = 6 if unit == "half" else count_of(x.part("hn") or "one") * (3 if unit == "quarters" else 1)
    if not x.part("hy") and unit != "half" and x.part("ho").lower() in {"last", "past", "previous", "preceding"}:
        return _stretch_before(months, x) or _months_past(months, x.known)
    whole = year_said(x.part("hy") or x.part("hz"), x.known)
    if whole is None:
        return None
    last = x.part("ho").lower() in {"second", "closing", "last", "final"} or x.part("hh").endswith("2")
    return stretches.part_of(whole, min(months, 12), last=last)


_JUST_OVER = {"quarter": 3, "half-year": 6, "half year": 6}


def _months_just_over(count: int, known: Calendar) -> Period | None:
    """Return the months up to the last quarter that was over at the meeting: "the six months just ended"."""
    if known.meeting is None:
        return None
    start = stretches.financial_start(known.meeting)
    ends = [stretches.quarter(year, n).end for year in (start - 1, start) for n in (1, 2, 3, 4)]
    end = max(day for day in ends if day < known.meeting)
    return Period(stretches.back(end, count), end, PeriodKind.DURING)


def _stretch_before(count: int, x: Expression) -> Period | None:
    """Return the months before those last named where they are as many: "against 9.4 in the previous 12 months"."""
    base = x.known.last
    if base is None and x.part("ho").lower() in {"preceding", "previous"}:
        base = x.known.reported()
        base = base if base is not None and base.kind is PeriodKind.DURING else None
    if base is not None and base.kind is PeriodKind.AS_AT and x.part("ho").lower() in {"preceding", "previous"}:
        return Period(stretches.back(base.end, count), base.end, PeriodKind.DURING)
    if base is None or x.part("ho").lower() in {"last", "past"} or stretches.back(base.end, count) != base.start:
        return None
    return stretches.shifted_back(base, count)


def _months_past(count: int, known: Calendar) -> Period | None:
    """Return the months up to the end of what is reported, or up to the last month that was over at the meeting."""
    end = known.anchor()
    if end is None:
        return None
    if end != stretches.month_end(end.year, end.month):
        end = end.replace(day=1) - timedelta(days=1)
    return Period(stretches.back(end, count), end, PeriodKind.DURING)


def year_said(words: str, known: Calendar) -> Period | None:
    """Return the year that "2015/16", "2015", "the previous year" or, for no words, "the year" stands for."""
    if YEARS.search(words):
        years = split_years(words) if len(YEARS.findall(words)) > 1 else None
        if years is not None:
            return stretches.school_year(years[0]) if _OF_SCHOOL.search(words) else stretches.financial_year(years[0])
        year = int(YEARS.findall(words)[0])
        return stretches.calendar_year(year)
    anchor = known.anchor() or (known.last.end if known.last else None)
    if anchor is None:
        return None
    if _YEAR_OF_NOW.search(words) and known.meeting is not None:
        return stretches.financial_year(stretches.financial_start(known.meeting))
    back = 1 if _YEAR_PAST.search(words) else 0
    if _OF_SCHOOL.search(words):
        return stretches.school_year(anchor.year - (anchor.month < 9) - back)
    named = (
        known.last is not None
        and stretches.is_year(known.last)
        and known.last.start.month in _FIRST_MONTHS
        and not back
        and not _YEAR_NOW.search(words)
    )
    return known.last if named else stretches.financial_year(stretches.financial_start(anchor) - back)


def some_time_ago(x: Expression) -> Period | None:
    """Read "two years earlier", "six months ago": what was last named, moved back."""
    base = x.known.last or x.known.reported() or x.known.above
    if base is None:
        return None
    count = 1 if x.part("an").lower() == "a" else count_of(x.part("an"))
    unit = x.part("au").lower().rstrip("s")
    if unit == "week":
        return stretches.as_at(base.end - timedelta(days=7 * count))
    return stretches.shifted_back(base, count * {"year": 12, "quarter": 3, "month": 1}[unit])


def some_time_later(x: Expression) -> Period | None:
    """Read "a year later", "six months on": what was last named, moved on."""
    base = x.known.last
    if base is None:
        return None
    count = 1 if x.part("ln2").lower() == "a" else count_of(x.part("ln2"))
    unit = x.part("lu").lower().rstrip("s")
    if unit == "week" and (base.end - base.start).days > _PART_OF_A_QUARTER:
        return (
            None  # weeks after each event of a long stretch: "1,204 set a quit date, 612 had stopped four weeks later"
        )
    if unit == "week":
        return stretches.as_at(base.end + timedelta(days=7 * count))
    return stretches.shifted_back(base, -count * {"year": 12, "quarter": 3, "month": 1}[unit])


def at_the_meeting(x: Expression) -> Period | None:
    """Read "today", "at the time of writing": the day from which the record looks back.

    A record that reports on a day in the middle of a month, shortly before its meeting, was written on it.
    """
    reporting, meeting = x.known.reporting, x.known.meeting
    written = reporting is not None and reporting.kind is PeriodKind.AS_AT and "meeting" not in x.words.lower()
    if written and reporting is not None and meeting is not None and not stretches.ends_a_month(reporting.end):
        return reporting if 0 <= (meeting - reporting.end).days < _WRITTEN else stretches.as_at(meeting)
    return stretches.as_at(x.known.meeting) if x.known.meeting is not None else None


_WRITTEN = 60
"""How many days before its meeting a record is written at most."""


def elliptic(x: Expression) -> Period | None:
    """Read "in the first" as the quarter or the half of the year that one was named of before."""
    base, number = x.known.last, {"first": 1, "second": 2, "third": 3, "fourth": 4}[x.part("eo").lower()]
    if base is None or base.kind is PeriodKind.AS_AT:
        return None
    start = stretches.financial_start(base.start)
    if stretches.quarter_of(base) is not None:
        return stretches.quarter(start, number)
    halves = (stretches.half(start, 1), stretches.half(start, 2))
    return halves[number - 1] if base in halves and number <= len(halves) else None


def month_ago(x: Expression) -> Period | None:
    """Read "last September" as the latest before the meeting, "the March before" as the one before what was named."""
    number = month_number(x.part("mb") or x.part("ma") or x.part("md") or x.part("mf"))
    words, base, anchor = x.words.lower(), x.known.last, x.known.meeting or x.known.anchor()
    earlier = x.part("md") or words.startswith(("the prev", "prev", "the prec", "prec", "the prior", "prior"))
    if base is not None and x.part("mn").lower().endswith("following"):
        return stretches.month(base.end.year + (number <= base.end.month), number)
    if base is not None and earlier:
        same_month = base.kind is PeriodKind.AS_AT and base.end.month == number
        before = stretches.month(base.start.year - (number >= base.start.month), number)
        return stretches.year_before(base) if same_month else before
    if anchor is None:
        return None
    if x.part("mn"):
        year = anchor.year + (number <= anchor.month)
    elif _LAST_YEAR.search(words):
        year = anchor.year - 1
    elif words.startswith("this") or "this" in x.part("mw").lower():
        year = anchor.year - (number > anchor.month)
    else:
        year = anchor.year - (number >= anchor.month)
    return stretches.month(year, number)


def year_edge(x: Expression) -> Period | None:
    """Read "the end of the year", "when the year closed", "year end": the last day of it, or the first."""
    if x.part("yx"):
        return _its_edge(x)
    unit = (x.part("yu") or x.part("yv") or x.part("yq") or "year").lower()
    opens = _OPENS.search(x.part("ye") or x.part("yw")) is not None
    last = _LAST.search(x.words) is not None and (x.part("yv") or _YEAR_END.search(x.words) is not None)
    if x.part("ym") or last:
        over = month_of(x.part("ym"), x.known) if x.part("ym") else _year_over(x.known)
        return stretches.as_at(over.start if opens else over.end) if over is not None else None
    base = x.known.reported() or x.known.last
    if _THAT.search(x.words) and x.known.last is not None:
        base = x.known.last
    if unit == "year" and base is None:
        base = just_over(x)
    if unit == "year":
        base = base if base is not None and stretches.is_year(base) else year_said("", x.known)
    if base is None:
        return None
    if unit == "month":
        base = stretches.month(base.end.year, base.end.month)
    meeting = x.known.meeting
    if not opens and unit == "year" and meeting is not None and base.end > meeting:
        reporting = x.known.reporting
        if reporting is not None and reporting.end <= meeting and (x.part("yw") or _is_said_of_december(x)):
            base = reporting  # "as the year ended", said of December
        elif is_moved_from(x):
            base = stretches.year_before(base)
    stop = x.known.stop()
    if opens and x.words.lower().startswith("since") and stop is not None:
        return Period(base.start, min(base.end, stop), PeriodKind.DURING)
    return stretches.as_at(base.start if opens else base.end)


_YEAR_END = re.compile(r"\byear(?:['’]s)?[\s\xa0-]end$", re.IGNORECASE)


def _its_edge(x: Expression) -> Period | None:
    """Read "at its end", "by their close": the last day, or the first, of the stretch told of before."""
    last = x.known.last
    told = last if last is not None and last.start < last.end else x.known.reported()
    first = _OPENS.search(x.part("yx")) is not None
    return stretches.as_at(told.start if first else told.end) if told is not None else None


def _is_said_of_december(x: Expression) -> bool:
    """Tell whether "at the end of the year" is of what was, in a record of the time up to the end of December."""
    reporting, text = x.known.reporting, x.match.string
    if reporting is None or (reporting.end.month, reporting.end.day) != (12, 31):
        return False
    start = max(
        0, x.match.start() - _BESIDE, text.rfind("\n\n", 0, x.match.start()), text.rfind(". ", 0, x.match.start())
    )
    ends = [at for at in (text.find(mark, x.match.end()) for mark in (". ", ".\n", "\n\n")) if at >= 0]
    words = text[start : min((*ends, x.match.end() + _BESIDE))]
    return _PAST.search(words) is not None and _AHEAD.search(words) is None


_AHEAD = re.compile(
    r"\b(?:will|would|shall|expect\w*|forecast\w*|project\w*|estimat\w*|anticipat\w*|likely|predict\w*|by)\b",
    re.IGNORECASE,
)


def _year_over(known: Calendar) -> Period | None:
    """Return the financial year that was over at the meeting."""
    return stretches.financial_year(stretches.financial_start(known.meeting) - 1) if known.meeting is not None else None


def half_way(x: Expression) -> Period | None:
    """Read "half-way through the year", "seven months into the year": the last day of that part of the year."""
    day = x.known.anchor() or (x.known.last.end if x.known.last is not None else None)
    if x.known.meeting is not None and _is_said_of_now(x) and _is_over_since_spring(x.known):
        day = x.known.meeting
    if day is None:
        return None
    months = count_of(x.part("hk")) if x.part("hk") else 6
    end = stretches.part_of(stretches.financial_year(stretches.financial_start(day)), min(months, 12), last=False).end
    over = x.known.meeting is None or end <= x.known.meeting
    return stretches.as_at(end) if over else stretches.year_before(stretches.as_at(end))


def _is_over_since_spring(known: Calendar) -> bool:
    """Tell whether the year that is reported was over half a year before the meeting, so that the next is half gone."""
    reporting, meeting = known.reporting, known.meeting
    year = reporting is not None and meeting is not None and stretches.is_year(reporting)
    return year and reporting is not None and meeting is not None and (meeting - reporting.end).days >= _HALF_A_YEAR


_HALF_A_YEAR = 180

_MOVED_FROM = re.compile(
    rf"\b(?:{MOVED}\s+(?:from|on)|(?:rise|fall|increase|reduction)\s+(?:from|on)|{SET_BESIDE}|than|against)"
    r"\s+(?:an?\s+|the\s+|about\s+|around\s+)?[£\d]\S*(?:\s+[a-z-]+){0,2}\s*$",
    re.IGNORECASE,
)
"""What makes "at the year end" behind it the end of the year that is over: "up from 311 at the year end"."""


def is_moved_from(x: Expression, lead: int = 0) -> bool:
    """Tell whether the number before an expression is what something moved away from or is compared with.

    ``lead`` is how many characters before the expression lead up to it: "the end of".
    """
    start = x.match.start() - lead
    return _MOVED_FROM.search(x.match.string, max(0, start - 60), start) is not None


_TERMS = (9, 5, 1)
"""The months in which terms begin, the latest in the year first."""


def year_to_date(x: Expression) -> Period | None:
    """Read "the year to date": from April to the day that the record reports up to."""
    stop, last = x.known.stop(), x.known.last
    if stop is None:
        return None
    start = date(stretches.financial_start(stop), 4, 1)
    years = split_years(x.part("ts")) if x.part("ts") else None
    if years is not None:
        start, day = date(years[0], 4, 1), stop if stop > date(years[0], 4, 1) else x.known.meeting
        return Period(start, day, PeriodKind.DURING) if day is not None and day > start else None
    if "term" in x.words.lower():
        day = x.known.meeting or stop
        begun = next(month for month in _TERMS if month <= day.month)
        return Period(date(day.year, begun, 1), day, PeriodKind.DURING)
    if _OF_SCHOOL.search(x.words) is not None:
        day = x.known.meeting or stop
        return Period(date(day.year - (day.month < _SEPTEMBER), _SEPTEMBER, 1), day, PeriodKind.DURING)
    if x.known.reporting is None and last is not None and start <= last.end <= stop:
        stop = last.end
    meeting = x.known.meeting
    if (stop.month, stop.day) == _LAST_DAY and meeting is not None and stop < meeting:
        return Period(stop + timedelta(days=1), meeting, PeriodKind.DURING)  # the year under way, not the one reported
    return Period(start, stop, PeriodKind.DURING)


_A_MONTH = 31


def since_then(x: Expression) -> Period | None:
    """Read "in the nine months since then": the stretch that follows what was last named."""
    base = x.known.last or x.known.reported()
    if base is None:
        return None
    stop = x.known.stop()
    if (
        stop is not None
        and not x.part("sn")
        and _YEAR_BEGAN.search(x.match.string, max(0, x.match.start() - _BESIDE), x.match.start())
    ):
        return Period(stretches.financial_year(stretches.financial_start(stop)).start, stop, PeriodKind.DURING)
    start = base.end + timedelta(days=1)
    if x.known.last is None and x.known.meeting is not None and not x.part("sn"):
        return Period(start, x.known.meeting, PeriodKind.DURING) if start < x.known.meeting else None
    if not x.part("sn"):
        month = not _ends_a_month(base) and (base.end - base.start).days <= _A_MONTH
        start = base.start if month else start
        stops = (x.known.stop(), x.known.meeting)
        stop = next((day for day in stops if day is not None and day > start), None)
        return Period(start, stop, PeriodKind.DURING) if stop is not None else None
    count, unit = count_of(x.part("sn")), x.part("su").lower().rstrip("s")
    if unit == "week":
        return Period(start, start + timedelta(days=7 * count - 1), PeriodKind.DURING)
    number = start.year * 12 + start.month - 1 + count * MONTHS_IN[unit] - 1
    return Period(start, stretches.month_end(number // 12, number % 12 + 1), PeriodKind.DURING)


_YEAR_BEGAN = re.compile(
    r"\b(?:(?:began|begun|started|opened)\s+(?:the|this)\s+(?:financial\s+)?year|(?:the|this)\s+(?:financial\s+)?year\s+"
    r"(?:began|started|opened))\b[^.;\n]*[.;]\s*$",
    re.IGNORECASE,
)
"""What makes "since then" all of the year so far: "We started the financial year with 121. Since then 16 have"."""


def _ends_a_month(base: Period) -> bool:
    """Tell whether a period is the last day of a month, behind which something new is counted."""
    return base.kind is PeriodKind.AS_AT and base.end == stretches.month_end(base.end.year, base.end.month)


def _over(known: Calendar) -> Period | None:
    """Return what one looks back from: what was last named or told of if it is no time to come, or is reported."""
    named = [period for period in (known.last, known.told, known.reported(), known.above) if period is not None]
    if known.meeting is None:
        return next(iter(named), None)
    return next((period for period in named if period.end <= known.meeting), next(iter(named), None))


def same_stretch(x: Expression) -> Period | None:
    """Read "the same period of 2014/15": what was last named, moved back to that year."""
    base = _over(x.known)
    if "quarter" in x.words.lower() and (base is None or stretches.quarter_of(base) is None):
        reported = x.known.reported()
        base = stretches.quarter_ending(reported.end) if reported is not None else base
    counted_in_a_month = (
        base is not None
        and base.kind is PeriodKind.DURING
        and base == x.known.last
        and (base.end - base.start).days < _A_MONTH
    )
    if base is not None and _OF_A_DAY.search(x.words) is not None and not counted_in_a_month:
        base = stretches.as_at(base.end)
    if x.part("sy"):
        years = split_years(x.part("sy"))
        if years is None:
            return None
        first, _ = years
        half = "half" in x.words.lower()
        if base is None or (half and not stretches.is_half(base)):
            return stretches.half(first, 1) if half else stretches.financial_year(first)
        return _moved_back(base, lambda period: stretches.financial_start(period.end) <= first)
    if base is None:
        return None
    plain = _YEAR_AT_END.search(x.words)
    if plain is not None:
        year = int(plain.group())
        base = stretches.shifted_back(base, 12 * min(0, base.end.year - year))  # "the same quarter of" a later year
        return _moved_back(base, lambda period: period.end.year <= year)
    return stretches.year_before(base)


def _moved_back(period: Period, arrived: Callable[[Period], bool]) -> Period:
    """Return the same stretch of the latest earlier year that satisfies ``arrived``."""
    while not arrived(period) and period.start.year > 2:
        period = stretches.year_before(period)
    return period


def quarter_before(x: Expression) -> Period | None:
    """Read "the previous quarter": the one before what was named, or before what is reported."""
    base = x.known.last
    if base is None or "last" in x.words.lower() or (base.end - base.start).days > _PART_OF_A_QUARTER + 15:
        return last_quarter(x.known)
    start, month_of_year = stretches.financial_start(base.end), (base.end.month - 4) % 12
    number = month_of_year // 3
    before = stretches.quarter(start, number) if number else stretches.quarter(start - 1, 4)
    return stretches.as_at(before.end) if base.kind is PeriodKind.AS_AT and _YEAR_AGO.search(x.words) else before


def month_before(x: Expression) -> Period | None:
    """Read "the previous month", and "last month" as the one before the meeting."""
    base = x.known.last or x.known.reported() or x.known.above
    day = base.end if base is not None else None
    if x.known.meeting is not None and re.search(r"\blast\b", x.words.lower()):
        day = x.known.meeting
    if day is None:
        return None
    previous = day.replace(day=1) - timedelta(days=1)
    return stretches.month(previous.year, previous.month)


def this_year(x: Expression) -> Period | None:
    """Read "this financial year", "the current year"."""
    anchor = x.known.anchor() or (x.known.last.end if x.known.last else None)
    now = _YEAR_OF_NOW.search(x.words) is not None or _is_said_of_now(x)
    if x.known.meeting is not None and (now or _is_long_over(x.known)):
        anchor = x.known.meeting
    return stretches.financial_year(stretches.financial_start(anchor)) if anchor else None


_PRESENT = re.compile(r"\b(?:is|are|will|would|needs?|must|shall|can)\b", re.IGNORECASE)
_VERB_OF_TIME = re.compile(
    r"\b(?:(?P<now>is|are|will|would|to\s+be|needs?|must|shall|can)|(?P<then>was|were|had|did|been|rose|fell))\b",
    re.IGNORECASE,
)
"""The verb before "this year", of which the last one tells: "was £37.2m in 2024/25 and is £39.1m this year"."""
_PAST = re.compile(r"\b(?:was|were|had|did|been|rose|fell)\b", re.IGNORECASE)


def _is_said_of_now(x: Expression) -> bool:
    """Tell whether the words beside "this year" are of what is and will be: "This year it is £3.4m"."""
    text = x.match.string
    start, end = max(0, x.match.start() - _BESIDE // 3), x.match.end() + _BESIDE // 3
    start = max(start, text.rfind(". ", start, x.match.start()) + 1, text.rfind("\n", start, x.match.start()) + 1)
    stop = min((at for at in (text.find(each, x.match.end(), end) for each in (". ", "\n")) if at >= 0), default=-1)
    words = text[start : end if stop < 0 else stop]
    verbs = [*_VERB_OF_TIME.finditer(text, start, x.match.start())]
    if verbs:
        return verbs[-1].lastgroup == "now"
    return _PRESENT.search(words) is not None and _PAST.search(words) is None


def _is_long_over(known: Calendar) -> bool:
    """Tell whether a year that is reported had been over for so long that "this year" is the meeting's."""
    if known.reporting is None or known.meeting is None or not stretches.is_year(known.reporting):
        return False
    return (known.meeting - known.reporting.end).days > _LATELY


def just_over(x: Expression) -> Period | None:
    """Return the year or the quarter that was over at a meeting, where nothing tells which one is meant."""
    words, meeting = x.words.lower(), x.known.meeting
    if meeting is None or "half" in words or "month" in words or "period" in words:
        return None
    if "quarter" in words:
        return stretches.quarter_ending(meeting)
    early = _APRIL <= meeting.month < _OCTOBER
    return stretches.financial_year(stretches.financial_start(meeting) - early)
