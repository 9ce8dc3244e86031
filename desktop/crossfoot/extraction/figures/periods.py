"""Period expressions: the words that say when, and the days they stand for.

Every expression is found in the text first, as words; it is then resolved against what is known at
that place: the record's meeting date, its reporting period, and the expressions before it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from crossfoot.extraction.figures import calendar
from crossfoot.extraction.figures.words import MONTHS
from crossfoot.model import Period, PeriodKind, Span

_S = r"[\s\xa0]+"
_O = r"[\s\xa0]*"
_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
_YEAR = r"(?:19|20)\d{2}"
_WEEKDAY = rf"(?:(?:mon|tues?|wednes|wed|thurs?|fri|satur|sat|sun)(?:day)?,?{_S})?"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_DATE = rf"{_WEEKDAY}(?:the{_S})?{_DAY}{_S}(?:of{_S})?{_MONTH},?{_S}{_YEAR}(?!\d)"
_SHORT_DATE = rf"{_DAY}{_S}(?:of{_S})?{_MONTH}(?!\w)"
_SLASHED = r"(?:0?[1-9]|[12]\d|3[01])[/.](?:0?[1-9]|1[0-2])[/.](?:(?:19|20)\d{2}|\d{2})(?![\d/])"
_ISO = r"(?:19|20)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)"
_ANYDATE = rf"(?:{_DATE}|{_SLASHED}|{_ISO})"
_DASH = rf"(?:{_O}(?:-|–|—){_O}|{_S}(?:to|until|through{_S}to|up{_S}to){_S})"
_AND = rf"{_S}(?:and|to){_S}"
_SPLIT = rf"{_YEAR}{_O}(?:/|-|–|‑){_O}(?:{_YEAR}|\d{{2}})(?![\d/])"
_COUNT = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen)"
_ORDINAL = r"(?:first|second|third|fourth|1st|2nd|3rd|4th|final|last)"
_EDGE = rf"(?:(?:the{_S})?(?:end|close|beginning|start){_S}of{_S}(?:the{_S})?)"

_PATTERN = re.compile(
    rf"""
    (?P<datespan>between{_S}(?:{_ANYDATE}|{_SHORT_DATE}){_AND}{_ANYDATE}|(?:{_ANYDATE}|{_SHORT_DATE}){_DASH}{_ANYDATE})
  | (?P<yearto>(?:(?:{_COUNT}|the){_S})?(?:(?:rolling|full|financial|municipal|calendar|academic){_S})?(?P<ylen>years?|quarter|months?|weeks?|period){_S}(?:up{_S})?(?:to|ended|ending|until|ending{_S}on){_S}
        (?:{_EDGE})?(?P<yto>{_ANYDATE}|{_MONTH}{_S}{_YEAR}|{_SHORT_DATE}|{_MONTH}))
  | (?P<date>{_ANYDATE})
  | (?P<shortspan>between{_S}{_SHORT_DATE}{_AND}{_SHORT_DATE}|{_SHORT_DATE}{_DASH}{_SHORT_DATE})
  | (?P<monthspan>between{_S}{_MONTH}(?:{_S}{_YEAR})?{_AND}{_MONTH}(?:{_S}{_YEAR})?|{_MONTH}(?:{_S}{_YEAR})?{_DASH}(?:the{_S}end{_S}of{_S})?{_MONTH}(?:{_S}{_YEAR})?)
  | (?P<shortdate>{_SHORT_DATE})
  | (?P<quarter>(?:(?:quarters?|qtr|q){_O}(?P<qn>[1-4])|(?P<qo>{_ORDINAL}){_S}quarter)(?!\d|{_O}%)
        (?:{_O}[(,]?{_O}(?:of{_S})?(?:the{_S})?(?:financial{_S}year{_S})?(?P<qy>{_SPLIT}|{_YEAR}(?!\d)))?)
  | (?P<half>(?P<ho>first|second){_S}(?:half|six{_S}months){_S}of{_S}(?:the{_S})?(?:financial{_S}year{_S})?(?P<hy>{_SPLIT}))
  | (?P<monthyear>{_MONTH}(?:{_O},)?(?:{_S}of)?{_S}{_YEAR}(?!\d))
  | (?P<split>(?:(?P<acb>academic|school){_S}year{_S})?{_SPLIT}(?:{_S}(?P<aca>academic|school){_S}year)?)
  | (?P<term>(?P<tn>autumn|spring|summer|winter)(?:{_S}term)?(?:{_S}of)?{_S}(?P<ty>{_YEAR})(?!\d))
  | (?P<year>\b{_YEAR}\b(?![,.]\d)(?!{_O}%))
  | (?P<same>(?:the{_S})?(?:same|corresponding|equivalent){_S}(?:period|quarter|time|month|point|date|stage)(?:{_S}(?:of|in|from))?(?:{_S}the)?{_S}(?:(?P<sy>{_SPLIT})|(?:last|previous|prior|preceding){_S}(?:financial{_S})?year|(?:a{_S})?year{_S}(?:before|earlier|ago)|the{_S}year{_S}before|{_YEAR}))
  | (?P<lastyear>(?:in{_S}|for{_S}|during{_S}|on{_S}|than{_S})?(?:the{_S})?(?:last|previous|preceding|prior){_S}(?:financial{_S}|academic{_S}|municipal{_S}|full{_S})?year(?:'s|’s)?\b|(?:the|a){_S}year{_S}(?:before|earlier|ago|previously)|twelve{_S}months{_S}(?:earlier|before|previously|ago))
  | (?P<lastquarter>(?:the{_S})?(?:previous|preceding|prior|last){_S}quarter)
  | (?P<lastmonth>(?:the{_S})?(?:previous|preceding|prior|last){_S}month)
  | (?P<thisyear>(?:this|the{_S}current|the{_S}present){_S}(?:financial{_S}|municipal{_S}|academic{_S})?year|year{_S}end|the{_S}year-end)
  | (?P<now>(?:at{_S})?(?:this|that|the{_S}same){_S}(?:point|date|time|stage)\b|(?:at{_S}|during{_S}|in{_S}|over{_S})(?:the|this|that){_S}(?:same{_S})?(?:quarter|period|month|year)\b(?!{_S}(?:to|ended|ending|up|from|of)\b))
  | (?P<month>{_MONTH})
    """,
    re.VERBOSE | re.IGNORECASE,
)
_TRIGGER = re.compile(
    r"(?<![^\W_])(?:\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|q\s?[1-4]|qu|year|months?|weeks?|period|between|first|second|third|"
    r"fourth|final|last|prev|prec|prior|same|corresp|equiv|this|that|the\s(?:same|corr|equi|last|prev|prec|prior|year|curr|pres|quar|period|month)|"
    r"a\syear|at\sth|during\sth|in\sth|over\sth|in\s(?:last|prev)|for\s(?:the\s)?(?:last|prev)|on\s(?:the\s)?(?:last|prev)|than\s(?:the\s)?(?:last|prev)|"
    r"aut|spr|sum|win|aca|school\s|roll|full|calendar|financial|municipal|mon|tue|wed|thu|fri|sat|sun|"
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen)",
    re.IGNORECASE,
)
_QUICK = re.compile(
    r"(?:19|20)\d\d|\d[/.]\d|quarter|qtr|\bq\s?[1-4]\b|year|month|period|point|date|time|stage|week|"
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?P<edge>(?:end|close|beginning|start|middle)\s+of(?:\s+the)?(?:\s+(?:financial\s+year|quarter|year|month))?,?\s*\(?$)"
    r"|(?P<asat>(?:\bas\s+(?:at|of)|\bat|\bas\s+on)(?:\s+the)?\s*\(?$)|(?P<upto>\b(?:up\s+to|to|until|by)\s*$)|(?P<since>\b(?:since|from)\s*$)|(?P<other>\b(?:in|on|during|for|of|over|throughout|within|ending|ended)(?:\s+the)?\s*\(?$)",
    re.IGNORECASE,
)
_MODAL_MAY = re.compile(r"\bmay$")


@dataclass(frozen=True, slots=True)
class When:
    """One period expression: its words and, where it could be resolved, its days.

    ``rule`` names how it was read. ``edge`` is "end" where the words point at the end of the stretch;
    ``weak`` marks an expression that names no day by itself ("at this point", "the quarter").
    """

    span: Span
    rule: str
    period: Period | None
    weak: bool = False

    @property
    def compares(self) -> bool:
        """Tell whether the words point away from what is reported: "last year", "the same period of 2013"."""
        return self.rule in {"lastyear", "same", "lastquarter", "last quarter", "lastmonth"}


@dataclass(slots=True)
class Calendar:
    """What is known about time at the place that is being read.

    ``meeting`` is the meeting date; ``reporting`` the period that the record says it reports on;
    ``last`` the latest expression of the same block that named its days by itself.
    """

    meeting: date | None = None
    reporting: Period | None = None
    last: Period | None = None

    def anchor(self) -> date | None:
        """Return the day that months without a year are counted back from."""
        if self.reporting is not None:
            return self.reporting.end
        return self.meeting

    def month(self, number: int) -> Period | None:
        """Return the latest month of that number that is not after the anchor, near the last expression."""
        anchor = self.meeting or (self.reporting.end if self.reporting else None)
        if self.last is not None:
            days = [
                calendar.month(y, number)
                for y in (self.last.end.year - 1, self.last.end.year, self.last.end.year + 1)
                if 1 < y < 9998
            ]
            days = [p for p in days if anchor is None or p.start <= anchor]
            if days:
                return min(days, key=lambda p: abs((p.end - self.last.end).days))  # type: ignore[union-attr]
        if anchor is None:
            return None
        year = anchor.year if number <= anchor.month else anchor.year - 1
        return calendar.month(year, number)


_BESIDE = re.compile(
    rf"[\s\xa0]*[(,][\s\xa0]*(?:(?:to|ending|ended|as{_S}at|at|up{_S}to|end){_S})?({_ANYDATE})", re.IGNORECASE
)
_DOTTED = re.compile(r"\d{1,2}\.\d{1,2}\.\d{2}(?!\d)")
_CITES = re.compile(
    r"\b(?:sections?|paras?|paragraphs?|appendix|appendices|clauses?|rules?|sub-?sections?)\b[^a-z]*(?:\b(?:and|to|or)\b[^a-z]*)*$",
    re.IGNORECASE,
)


def _month_number(words: str) -> int:
    """Return the number of a month's name or abbreviation."""
    return MONTHS[words.strip().rstrip(".").lower()]


_NUMERIC = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{2,4})")
_DAYMONTH = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th)?{_S}(?:of{_S})?({_MONTH})(?:,?{_S}({_YEAR}))?", re.IGNORECASE)
_MONTH_YEAR = re.compile(rf"({_MONTH})(?:[\s,]+(?:of\s+)?({_YEAR}))?", re.IGNORECASE)
_YEARS = re.compile(r"\d{4}|\d{2}")


def _day(words: str) -> date | None:
    """Return the day that a printed date names, or None where there is no such day."""
    words = words.strip()
    try:
        if re.match(_ISO, words):
            return date.fromisoformat(words[:10])
        numeric = _NUMERIC.match(words)
        if numeric:
            day, month, year = (int(g) for g in numeric.groups())
            if year < 100:
                year += 2000 if year < 70 else 1900
            return date(year, month, day)
        spelled = _DAYMONTH.search(words)
        if spelled and spelled.group(3):
            return date(int(spelled.group(3)), _month_number(spelled.group(2)), int(spelled.group(1)))
    except ValueError:
        return None
    return None


def _split_start(words: str) -> tuple[int, int] | None:
    """Return the first and the last year of "2015/16", "2015-2018"; None where they run backwards."""
    parts = _YEARS.findall(words)
    first = int(parts[0])
    last = int(parts[1]) if len(parts[1]) == 4 else first // 100 * 100 + int(parts[1])
    if last < first and len(parts[1]) == 2:
        last += 100
    return (first, last) if first <= last else None


def find_whens(text: str, start: int, end: int, known: Calendar) -> list[When]:
    """Return the period expressions of ``text[start:end]`` in order, resolved against ``known``.

    ``known.last`` moves on with each expression that names its days.
    """
    if not _QUICK.search(text, start, end):
        return []
    found: list[When] = []
    at = start
    while True:
        trigger = _TRIGGER.search(text, at, end)
        if trigger is None:
            break
        match = _PATTERN.match(text, trigger.start(), end)
        if match is None:
            at = trigger.start() + 1
            continue
        at = max(match.end(), trigger.start() + 1)
        when = _read(text, start, match, known)
        if when is None:
            continue
        found.append(when)
        if when.period is not None and not when.weak and not when.compares:
            known.last = when.period
    return found


def _read(text: str, start: int, match: re.Match[str], known: Calendar) -> When | None:
    """Resolve one match; None where the words turn out to say nothing of time."""
    name = next(n for n in _READERS if match.group(n) is not None)
    words = match.group(name)
    before = text[max(start, match.start() - 40) : match.start()]
    lead = _BEFORE.search(before)
    if name in {"month", "monthyear"} and not _is_month(text, match, lead):
        return None
    if name in {"date", "datespan"} and _DOTTED.match(words) and (lead is None or _CITES.search(before)):
        return None
    if name == "year" and not _is_year(text, match, lead):
        return None
    if (
        name == "quarter"
        and match.group("qo")
        and match.group("qo").lower() in {"last", "final"}
        and not match.group("qy")
    ):
        return When(Span(match.start(), match.end()), "last quarter", _last_quarter(known), weak=True)
    period = _READERS[name](match, known)
    rule = name
    edge = lead.lastgroup if lead else None
    if period is not None and edge == "edge" and period.kind is PeriodKind.DURING:
        day = period.start if re.search(r"(?:beginning|start)\s", lead.group(), re.IGNORECASE) else period.end  # type: ignore[union-attr]
        period, rule = calendar.as_at(day), f"end of {name}"
    elif (period is not None and name == "date" and edge == "since") or (period is not None and edge == "since" and name in {"month", "monthyear"} and "since" in lead.group().lower()):
        stop = known.reporting.end if known.reporting else known.meeting
        if stop is not None and stop > period.start:
            period, rule = Period(period.start, stop, PeriodKind.DURING), "since"
    if name == "thisyear" and "end" in words.lower() and period is not None:
        period, rule = calendar.as_at(period.end), "year end"
    return When(Span(match.start(), match.end()), rule, period, weak=name in {"now"})


def _is_month(text: str, match: re.Match[str], lead: re.Match[str] | None) -> bool:
    """Tell a month from the verb "may", "march" and the like: it has a capital and no subject before it."""
    words = match.group()
    if not words[0].isupper():
        return False
    if match.lastgroup == "monthyear" or match.group("monthyear"):
        return True
    if words.rstrip(".").lower() in {
        "may",
        "march",
        "mar",
        "jan",
        "sep",
        "dec",
        "oct",
        "nov",
        "apr",
        "aug",
        "feb",
        "jun",
        "jul",
    }:
        return (
            lead is not None
            or text[match.end() : match.end() + 1] in {",", ")", "|", "\t", "\n", ""}
            or match.start() == 0
        )
    return True


def _is_year(text: str, match: re.Match[str], lead: re.Match[str] | None) -> bool:
    """Tell a year from a count: nothing that can be counted stands behind it."""
    before = text[max(0, match.start() - 1) : match.start()]
    if before and before in "£/-–.:":
        return False
    after = text[match.end() : match.end() + 16]
    if after[:1] in "/-–" and after[1:2].isdigit():
        return False
    if lead is not None:
        return True
    named = _NAMED.search(text, max(0, match.start() - 24), match.start())
    if named is not None and named.group(1).lower() not in _MONTHS_AND_TERMS:
        return False
    counted = re.match(
        r"[\s\xa0]+(?:children|people|pupils|young|cases|referrals|homes|adults|residents|households|places|[a-z]+s)\b",
        after,
    )
    return counted is None


_NAMED = re.compile(r"\b([A-Z][A-Za-z’']+)[\s\xa0,]+$")
_MONTHS_AND_TERMS = frozenset(MONTHS) | {
    "in",
    "during",
    "by",
    "since",
    "for",
    "from",
    "to",
    "autumn",
    "spring",
    "summer",
    "winter",
    "easter",
    "christmas",
    "census",
    "calendar",
    "year",
    "and",
    "the",
    "between",
    "of",
    "academic",
}


def _dates(match: re.Match[str], known: Calendar) -> Period | None:
    words = match.group("datespan")
    days = [d for d in (_day(m.group()) for m in re.finditer(_ANYDATE, words, re.IGNORECASE)) if d]
    if len(days) == 2:
        return Period(days[0], days[1], PeriodKind.DURING) if days[0] <= days[1] else None
    if len(days) == 1:
        first = _DAYMONTH.match(re.sub(_WEEKDAY, "", words, count=1, flags=re.IGNORECASE).lstrip())
        if first is not None:
            try:
                start = date(days[0].year, _month_number(first.group(2)), int(first.group(1)))
            except ValueError:
                return None
            if start > days[0]:
                start = start.replace(year=start.year - 1)
            return Period(start, days[0], PeriodKind.DURING)
    return None


def _year_to(match: re.Match[str], known: Calendar) -> Period | None:
    words = match.group("yto")
    end = _day(words)
    if end is None:
        stretch = _one_month(words, known)
        spelled = _DAYMONTH.search(words)
        if spelled and not spelled.group(3):
            short = _short(words, known)
            end = short.end if short else None
        elif stretch:
            end = stretch.end
    if end is None:
        return None
    length = match.group("ylen").lower()
    count = re.match(_COUNT, match.group("yearto"), re.IGNORECASE)
    if length == "period":
        return calendar.as_at(end)
    if length.startswith("week"):
        weeks = _count(count.group()) if count else 1
        return Period(end - timedelta(days=7 * weeks - 1), end, PeriodKind.DURING)
    many = {"year": 12, "years": 12, "quarter": 3, "month": 1, "months": 1}[length]
    if length in {"months", "years"} and count:
        many *= _count(count.group())
    return Period(calendar.back(end, many), end, PeriodKind.DURING)


_COUNTS = {w: i for i, w in enumerate(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], 1)} | {
    "eighteen": 18
}


def _count(words: str) -> int:
    return int(words) if words.isdigit() else _COUNTS[words.lower()]


def _one_date(match: re.Match[str], known: Calendar) -> Period | None:
    day = _day(match.group("date"))
    return calendar.as_at(day) if day else None


def _short(words: str, known: Calendar) -> Period | None:
    spelled = _DAYMONTH.search(words)
    if spelled is None:
        return None
    stretch = known.month(_month_number(spelled.group(2)))
    if stretch is None:
        return None
    try:
        return calendar.as_at(date(stretch.start.year, stretch.start.month, int(spelled.group(1))))
    except ValueError:
        return None


def _short_date(match: re.Match[str], known: Calendar) -> Period | None:
    return _short(match.group("shortdate"), known)


def _short_span(match: re.Match[str], known: Calendar) -> Period | None:
    pieces = [p.group() for p in re.finditer(_SHORT_DATE, match.group("shortspan"), re.IGNORECASE)]
    ends = [_short(p, known) for p in pieces[:2]]
    if len(ends) < 2 or ends[0] is None or ends[1] is None or ends[0].start > ends[1].end:
        return None
    return Period(ends[0].start, ends[1].end, PeriodKind.DURING)


def _one_month(words: str, known: Calendar) -> Period | None:
    named = _MONTH_YEAR.search(words)
    if named is None:
        return None
    number = _month_number(named.group(1))
    return calendar.month(int(named.group(2)), number) if named.group(2) else known.month(number)


def _month_span(match: re.Match[str], known: Calendar) -> Period | None:
    named = list(_MONTH_YEAR.finditer(match.group("monthspan")))
    if len(named) < 2:
        return None
    first, last = _month_number(named[0].group(1)), _month_number(named[1].group(1))
    end_year = int(named[1].group(2)) if named[1].group(2) else None
    start_year = int(named[0].group(2)) if named[0].group(2) else None
    if end_year is None:
        if start_year is not None:
            end_year = start_year if last >= first else start_year + 1
        else:
            stretch = known.month(last)
            if stretch is None:
                return None
            end_year = stretch.end.year
    if start_year is None:
        start_year = end_year if first <= last else end_year - 1
    return calendar.months((start_year, first), (end_year, last))


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


def _quarter(match: re.Match[str], known: Calendar) -> Period | None:
    number = int(match.group("qn")) if match.group("qn") else _ORDINALS[match.group("qo").lower()]
    words = match.group("qy")
    beside = _BESIDE.match(match.string, match.end())
    if not words and beside is not None:
        day = _day(beside.group(1))
        if day is not None:
            start = calendar.financial_start(day)
            here = calendar.quarter(start, number)
            return here if here.start <= day <= here.end else None
    if words:
        years = _split_start(words) if len(_YEARS.findall(words)) > 1 else (int(words), int(words))
        return calendar.quarter(years[0], number) if years else None
    if known.last is not None:
        inside = calendar.quarter(calendar.financial_start(known.last.end), number)
        if known.meeting is None or inside.end <= known.meeting:
            return inside
    anchor = known.anchor()
    if anchor is None:
        return None
    start = calendar.financial_start(anchor)
    here = calendar.quarter(start, number)
    if here.start > anchor:
        here = calendar.quarter(start - 1, number)
    return here


def _half(match: re.Match[str], known: Calendar) -> Period | None:
    years = _split_start(match.group("hy"))
    if years is None:
        return None
    first = match.group("ho").lower() == "first"
    low, high = calendar.quarter(years[0], 1 if first else 3), calendar.quarter(years[0], 2 if first else 4)
    return Period(low.start, high.end, PeriodKind.DURING)


def _month_year(match: re.Match[str], known: Calendar) -> Period | None:
    return _one_month(match.group("monthyear"), known)


def _month(match: re.Match[str], known: Calendar) -> Period | None:
    return _one_month(match.group("month"), known)


def _split(match: re.Match[str], known: Calendar) -> Period | None:
    words = match.group("split")
    years = _split_start(re.search(_SPLIT, words).group())  # type: ignore[union-attr]
    if years is None or years[1] - years[0] > 20:
        return None
    school = match.group("acb") or match.group("aca")
    if school:
        return calendar.school_year(years[0])
    first = calendar.financial_year(years[0])
    if years[1] == years[0] + 1:
        return first
    return Period(first.start, date(years[1], 3, 31), PeriodKind.DURING) if years[1] > years[0] else None


def _term(match: re.Match[str], known: Calendar) -> Period | None:
    year = int(match.group("ty"))
    spans = {"autumn": (9, 12), "spring": (1, 4), "summer": (5, 8), "winter": (12, 12)}
    low, high = spans[match.group("tn").lower()]
    return calendar.months((year, low), (year, high))


def _year(match: re.Match[str], known: Calendar) -> Period | None:
    year = int(match.group("year"))
    return Period(date(year, 1, 1), date(year, 12, 31), PeriodKind.DURING)


def _same(match: re.Match[str], known: Calendar) -> Period | None:
    base = known.last or known.reporting
    words = match.group("sy")
    if words:
        years = _split_start(words)
        if years is None:
            return None
        if base is not None:
            moved = base
            while calendar.financial_start(moved.end) > years[0] and moved.start.year > 2:
                moved = calendar.year_before(moved)
            return moved
        return calendar.financial_year(years[0])
    plain = re.search(rf"{_YEAR}$", match.group("same"))
    if plain and base is not None:
        moved = base
        while moved.end.year > int(plain.group()) and moved.start.year > 2:
            moved = calendar.year_before(moved)
        return moved
    return calendar.year_before(base) if base is not None else None


def _last_year(match: re.Match[str], known: Calendar) -> Period | None:
    base = known.last or known.reporting
    words = match.group("lastyear").lower()
    if base is not None and (base.kind is PeriodKind.DURING or re.search(r"before|earlier|ago|previously", words)):
        return calendar.year_before(base)
    if base is not None:
        return calendar.financial_year(calendar.financial_start(base.end) - 1)
    if known.meeting is None:
        return None
    return calendar.financial_year(calendar.financial_start(known.meeting) - 1)


def _last_quarter(known: Calendar) -> Period | None:
    base = known.reporting or known.last
    place = calendar.quarter_of(base) if base is not None else None
    if place is None:
        return None
    start, number = place
    return calendar.quarter(start, number - 1) if number > 1 else calendar.quarter(start - 1, 4)


def _quarter_before(match: re.Match[str], known: Calendar) -> Period | None:
    return _last_quarter(known)


def _month_before(match: re.Match[str], known: Calendar) -> Period | None:
    base = known.last or known.reporting
    if base is None:
        return None
    previous = base.end.replace(day=1) - timedelta(days=1)
    return calendar.month(previous.year, previous.month)


def _this_year(match: re.Match[str], known: Calendar) -> Period | None:
    anchor = known.anchor() or (known.last.end if known.last else None)
    return calendar.financial_year(calendar.financial_start(anchor)) if anchor else None


def _now(match: re.Match[str], known: Calendar) -> Period | None:
    if re.search(r"quarter|period|month|year", match.group("now"), re.IGNORECASE):
        return known.reporting or known.last
    return known.last


_READERS: dict[str, Callable[[re.Match[str], Calendar], Period | None]] = {
    "datespan": _dates,
    "yearto": _year_to,
    "date": _one_date,
    "shortspan": _short_span,
    "monthspan": _month_span,
    "shortdate": _short_date,
    "quarter": _quarter,
    "half": _half,
    "monthyear": _month_year,
    "split": _split,
    "term": _term,
    "year": _year,
    "same": _same,
    "lastyear": _last_year,
    "lastquarter": _quarter_before,
    "lastmonth": _month_before,
    "thisyear": _this_year,
    "now": _now,
    "month": _month,
}
