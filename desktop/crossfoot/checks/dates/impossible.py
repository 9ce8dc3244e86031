"""Rule 13: a date that the calendar does not have, or that has lost or gained a digit."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.outcome import Outcome, Rule, query
from crossfoot.checks.dates.calendar import MONTHS
from crossfoot.model import Severity, Span

_NAMES = "|".join(f"{name}|{name[:3]}\\b|{name[:4]}\\b" for name in MONTHS)
_DATE = re.compile(
    rf"(?<![\d./£,-])(?P<day>\d{{1,2}})(?P<nth>st|nd|rd"
    rf"|th)?(?: of)?\s+(?P<month>{_NAMES})\.?,?(?P<rest>\s+(?P<year>\d{{2,6}}))?(?![\d/]|\.\d|-[a-z])"
)
_NUMBERS = re.compile(
    r"(?<![\d./-])(?P<day>\d{1,2})(?P<sign>[/.])(?P<month>\d{1,2})(?P=sign)(?P<year>\d{2,6})(?![\d./-])"
)
_ISO = re.compile(r"(?P<year>(?:19|20)\d\d)(?<![\d./-]\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?![\d./-])")
_MONTH_FIRST = re.compile(rf"\b(?P<month>{'|'.join(MONTHS)}) (?P<day>[3-9]\d)(?P<nth>st|nd|rd|th)\b")
_LATE_ORDINALS = ("30th", "31st", "32nd", "33rd", "34th", "35th", "36th")
_CUT_SHORT = re.compile(r"1[7-9]\d|20\d|2[1-3]\d|0\d\d|9[7-9]\d")
"""What a year of our time is that has lost a digit; other numbers of three digits count what they stand before."""

_FIVE = re.compile(r"\b(?:19|20)\d{3}\b")
_LONG_YEAR = re.compile(
    rf"\b(?:{'|'.join(MONTHS)}),? (?:19|20)\d{{3}}\b"
    r"|\b(?:in|since|of|until|by|from|to|for|during) (?:19|20)\d{3}(?=[.;,)]?(?:\s|$))"
    r"(?![.;,)]?[ \t]+(?!and\b|the\b|to\b|was\b|were\b|had\b|it\b|at\b|in\b|on\b|as\b|a\b)[a-z])(?<!£)"
)
"""A month with a year of five digits, or such a year behind "in" and with nothing behind it that it could count."""
_MONTH_CUT = re.compile(
    rf"\b(?:in|since|until|by|from|of|before|after) (?P<month>{'|'.join(MONTHS)}),? (?P<year>\d{{3}})"
    r"(?!,?\d|[%/-]|\.\d)"
    r"(?=[.;)]|\s*$|,? (?:for|to|by|as|at|with|when|but|it|they|the|we|which|because|where)\b)"
)
"""A month whose year has three digits and nothing behind it to count."""
_THREE = re.compile(r" (?:0\d|1[7-9]|2[0-3]|9[7-9])\d(?!\d|,\d|[%/])(?<=[hyletr].{4})")
_THOUSANDS = re.compile(r"\d,\d{3}$")
_COUNTED = re.compile(
    r"\b(?:were|was|are|is|had|have|has|received|with|about|some|over|nearly|another|all|only|these|those|made|held|got"
    r"|of (?:these|the|our))\s+\Z"
)
"""Words in front of what a number counts: "there were 31 February places"."""
_PART = re.compile(
    r"\b(?:paragraphs?|paras?|sections?|clauses?|versions?|rules?|policy|policies|items?|v|appendix)\.?\s*\Z"
)
"""What a number with stops in it is the number of."""
_DATED = re.compile(
    r"\b(?:on|from|by|until|till|to|since|at|of|before|after|dated|date|ending|ended|and|meeting|published|decision"
    r"|effective|day)\b[\s:]*\Z"
)
"""Words that stand in front of a day."""
_ANCIENT, _FAR = 1000, 2100
_LEAP_YEAR = 2000
_LONGEST_MONTH = 31
_MONTHS_OF_A_YEAR = 12


def check_possible(context: Context) -> Iterator[Outcome]:
    """Ask about dates that name no day of the calendar, and about years with three, five or more digits.

    Source: rule 13 of the list of checks ("31 June 2013"; a year of five digits).
    """
    low = context.passages.low
    asked: list[Span] = []
    for match in _DATE.finditer(low):
        month = next(i for i, name in enumerate(MONTHS, 1) if name.startswith(match["month"][:3]))
        yield from _asked(context, match, month, asked)
    for match in _NUMBERS.finditer(low):
        if _is_a_date(low, match):
            yield from _asked(context, match, int(match["month"]), asked)
    for match in _ISO.finditer(low):
        yield from _asked(context, match, int(match["month"]), asked)
    if any(word in low for word in _LATE_ORDINALS):
        for match in _MONTH_FIRST.finditer(low):
            yield from _asked(context, match, MONTHS.index(match["month"]) + 1, asked)
    for match in _LONG_YEAR.finditer(low) if _FIVE.search(low) else ():
        yield from _of_digits(context, Span(*match.span()), "five", asked)
    for match in _MONTH_CUT.finditer(low) if _THREE.search(low) else ():
        if _CUT_SHORT.fullmatch(match["year"]) is not None and not _is_one_of_several(low, match):
            yield from _of_digits(context, Span(match.start("month"), match.end()), "three", asked)
    for printed in context.record.dates:
        counted = _THOUSANDS.search(printed.quote)  # "November 3,987" is a month's number
        if printed.day is not None or counted is not None or any(s.overlaps(printed.span) for s in asked):
            continue
        if not _PART.search(low[max(0, printed.span.start - 14) : printed.span.start]):
            yield query(
                f"“{printed.quote}” is no day of the calendar; worth checking.",
                printed.quote,
                span=printed.span,
                words=printed.quote,
            )


def _is_a_date(low: str, match: re.Match[str]) -> bool:
    """Tell whether numbers with strokes or stops between them are meant for a date, however their year is printed."""
    front = low[max(0, match.start() - 14) : match.start()]
    if _PART.search(front):
        return False
    return len(match["year"]) > len("201") or _DATED.search(front) is not None


def _is_one_of_several(low: str, match: re.Match[str]) -> bool:
    """Tell whether months with numbers like it stand nearby: "In April 201, in May 218"."""
    near = low[max(0, match.start() - 60) : match.start()] + low[match.end() : match.end() + 60]
    return re.search(rf"\b(?:{'|'.join(MONTHS)}),? \d{{1,3}}\b(?! \d)", near) is not None


def _of_digits(context: Context, span: Span, digits: str, asked: list[Span]) -> Iterator[Outcome]:
    """Yield the query on a month whose year has too many or too few digits."""
    if not any(s.overlaps(span) for s in asked):
        asked.append(span)
        quote = " ".join(span.cut(context.text).split())
        yield query(f"“{quote}” has a year of {digits} digits; worth checking.", quote, span=span, words=quote)


def _asked(context: Context, match: re.Match[str], month: int, asked: list[Span]) -> Iterator[Outcome]:
    """Yield a query where the day does not exist in its month, or the year is cut short or too long."""
    span = Span(match.start(), match.end())
    reason = _reason(context, match, month)
    if reason:
        quote = " ".join(span.cut(context.text).split())
        asked.append(span)
        yield query(f"“{quote}” {reason}; worth checking.", quote, span=span, words=quote)


def _reason(context: Context, match: re.Match[str], month: int) -> str:
    """Return what is amiss with a day, its month and its year; nothing where they are as they may be."""
    told = match.groupdict()
    year, day, nth = told.get("year") or "", int(match["day"]), told.get("nth")
    front = context.passages.low[max(0, match.start() - 20) : match.start()]
    if not year and not nth and (day > _LONGEST_MONTH or _COUNTED.search(front)):
        return ""  # "the 81 of April" and "there were 31 February places" count something
    if len(year) == len("201") and (_CUT_SHORT.fullmatch(year) is None or _counts(context, match)):
        return ""
    reason = ""
    if len(year) in {3, 5, 6} and re.search(r"[,\t\n]", match.group()) is None:
        reason = f"has a year of {('three', '', 'five', 'six')[len(year) - 3]} digits"
    elif len(year) == len("2018") and _DATED.search(front) and _is_of_no_time(context, match, int(year)):
        reason = "has a year that is not of our time"
    elif not 1 <= month <= _MONTHS_OF_A_YEAR:
        reason = "names a month that does not exist"
    elif not 1 <= day <= monthrange(int(year) if len(year) == 4 and int(year) else _LEAP_YEAR, month)[1]:
        reason = "is no day of the calendar"
    elif nth and nth != _ending(day):
        reason = "has not the ending of its number"
    elif re.search(rf"\b(?:on|from|by|until|to|since|at|of) {day}\s\Z", front):
        reason = "has its day twice"
    elif match.re is _DATE and _PARTED.match(context.passages.low, match.end("month")):
        reason = "has a blank in its year"
    return reason


_PARTED = re.compile(
    r",?\s(?:2 0\d\d|20 [0-2]\d|20\d \d)(?![\d%/-]|[.,]\d)"
    r"(?=[.;,)]|\s*$|\s(?:for|to|by|as|at|with|when|and|it|the|was)\b)"
)
"""A year with a blank among its digits."""
_LASTS = re.compile(
    r"\b(?:leases?|leased|term|expir\w+|until|years|bonds?|loans?|matur\w+|centur\w+|founded|built|charter)\b"
)
_AHEAD = 40


def _is_of_no_time(context: Context, match: re.Match[str], year: int) -> bool:
    """Tell whether no record of our time speaks of a day of a year, unless of a lease or of how old something is."""
    meeting = context.record.meeting_date
    latest = min(_FAR, meeting.year + _AHEAD) if meeting is not None else _FAR
    near = context.passages.low[max(0, match.start() - 120) : match.end() + 60]
    return year < _ANCIENT or (year > latest and _LASTS.search(near) is None)


def _ending(day: int) -> str:
    """Return the ending of a day's number: "1st", "2nd", "3rd", "11th"."""
    return "th" if day // 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def _counts(context: Context, match: re.Match[str]) -> bool:
    """Tell of "at 30 September 187 children were": a number that is found to be a figure and has its noun behind it."""
    figure = any(figure.span.start == match.start("year") for figure in context.figures)
    return figure and _NOUN_BEHIND.match(context.passages.low, match.end("year")) is not None


_NOUN_BEHIND = re.compile(
    r"\s+(?!(?:for|to|in|at|of|on|by|with|from|which|that|when|as|but|or|until|after|before|and|onwards?)\b)"
    r"(?:[a-z-]+\s+){0,2}?(?:children|people|[a-z]{3,}[^su]s)\b"
)


POSSIBLE = Rule(13, "impossible date", Severity.HIGH, "Every date is a day of the calendar.", check_possible)
