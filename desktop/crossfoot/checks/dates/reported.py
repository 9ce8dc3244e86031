"""The period that a report says it is of, for rules 14 to 16."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.cues import COMPARISON
from crossfoot.checks.dates.calendar import MONTHS, month_end, quarter_days
from crossfoot.model import SectionKind, Span

_MONTH = "|".join(MONTHS)
DAY = (
    rf"(?:(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+)?(?P<month>{_MONTH}),?\s+(?P<year>\d{{4}})"
    r"|(?P<dd>\d{1,2})[/.](?P<mm>\d{1,2})[/.](?P<yy>\d{4}|\d{2}))\b"
)
"""A day in words or figures, or a month: its groups are read by :func:`printed_day`."""
_UP_TO = re.compile(
    rf"\b(?:information|data|position|figures|accounts|performance|activity|report"
    rf"|statistics|account|update|summary|overview|digest|bulletin|return|results)\b"
    r"[^.;]{0,120}?\b(?:up to|to|as at|at|for the period ending"
    rf"|(?:quarter|year|months?|period|term) (?:which )?end(?:ing|ed)(?: on)?"
    rf"|until)\s+(?:and including\s+)?(?:the end of\s+|the position at\s+|end\s+)?{DAY}"
)
_QUARTER = re.compile(
    rf"\b(?:quarter\s+(?P<number>[1-4](?!\s+(?:{_MONTH}))|one|two|three|four)|q(?P<short>[1-4])|(?P<word>first|second|third"
    r"|fourth|final|(?<=year['’]s )last"
    r"|last(?=\s+quarter\s+of\s+(?:the\s+(?:financial\s+)?year\b|\d{4}\s*[/-])))\s+quarter)\b"
    r"(?:(?:\s+(?:performance|monitoring|report|update|results|figures|data|position|outturn|activity))*"
    r"\s*(?:of|in|for|,|-|–)?\s*(?:the\s+(?:financial\s+)?year\s+)?(?P<from>\d{4})\s*[/-]\s*(?P<to>\d{2,4}))?"
)
_DATED = re.compile(
    rf"[\s,]*\(?\s*(?:which (?:ended|ends|ran to)(?: on)?|to|at|as at|up to|ending|ended(?: on)?"
    rf"|ends on|until|the end of)?\s*(?:the end of\s+)?{DAY}(?!\s*(?:to\b|until\b|[-–]))\)?"
)
_DATED_BEFORE = re.compile(
    rf"\b(?:to|ending|ended|end of|at)(?: on)?\s+(?:the end of\s+)?{DAY}[\s,(–-]*"
    r"(?:(?:which (?:is|was)|being|that is|i\.e\.)\s+)?(?:the\s+)?$"
)
_COVERS = re.compile(
    r"\b(?:report|account|review|statement|return)\b(?: [a-z']+){0,3}? (?:(?:which|that) )?(?:cover(?:s|ed|ing)"
    r"|dealt with|deals with|was (?:on|of|for)|is (?:on|of|for))"
    r" (?:the )?(?:(?:financial |calendar |municipal )?year )?"
    r"(?:(?P<from>\d{4})\s?[/-]\s?(?P<to>\d{2,4})\b|(?<=calendar year )(?P<calendar>\d{4})(?!\s?[/-]\s?\d))"
    r"|\bannual report (?:for|of|on) the (?:(?:financial |municipal )?year (?P<f>\d{4})\s?[/-]\s?(?P<t>\d{2,4})\b"
    r"|calendar year (?P<c>\d{4})(?!\s?[/-]\s?\d))"
)
"""Words by which an annual report names the whole year that it is of."""
_TITLED = re.compile(
    r"\b(?:report|digest|update|performance|information|bulletin|monitoring|return|statistics|data|position|scorecard)\b"
    rf"[^\d]{{0,40}}?(?:(?P<month>{_MONTH}) (?P<year>\d{{4}})|\b(?P<from>\d{{4}})\s?[/-]\s?(?P<to>\d{{2,4}}))\s*$"
)
"""A title that ends with the month or the year that it is of."""
_LATELY = timedelta(days=200)
_NUMBER = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "final": 4,
    "last": 4,
}


@dataclass(frozen=True, slots=True)
class Named:
    """A quarter as named: ``year`` is the one its financial year begins in, ``end`` its last day as printed."""

    number: int
    year: int | None
    end: date | None
    span: Span


@dataclass(frozen=True, slots=True)
class ReportPeriod:
    """What a report says it is of: its last day, the quarter where it names one, and where it says so.

    ``guessed`` tells that the last day follows from the title or the meeting, and is not told with the figures.
    """

    end: date
    quarter: tuple[int, int] | None
    span: Span
    guessed: bool = False


def printed_day(match: re.Match[str]) -> date | None:
    """Return the day that a match of day, month and year names; without a day the month's last; None for none."""
    if match["month"]:
        month, year = MONTHS.index(match["month"]) + 1, int(match["year"])
    else:
        month, year = int(match["mm"]), int(match["yy"]) + (2000 if len(match["yy"]) == len("19") else 0)
    if not 1 <= year <= 9998 or not 1 <= month <= 12:
        return None
    if match["month"] and not match["day"]:
        return month_end(date(year, month, 1))
    day = int(match["day"] or match["dd"])
    return date(year, month, day) if 1 <= day <= monthrange(year, month)[1] else None


def named_quarters(context: Context) -> tuple[Named, ...]:
    """Return the quarters that the text names, with their year and printed last day; looked for once for a record."""
    return context.once(_all_named)


def _all_named(context: Context) -> tuple[Named, ...]:
    return tuple(_named(context)) if _MAY_NAME.search(context.passages.low) else ()


OTHER_YEAR = re.compile(r"\b(?:calendar|academic|school|contract|accounting|tax) year\b")
"""Words beside a quarter that make it one of another year than the financial one."""
_MAY_NAME = re.compile(r"quarter|\bq[1-4]")


def _named(context: Context) -> Iterator[Named]:
    """Yield the quarters that the text names, in its order."""
    low = context.passages.low
    for match in _QUARTER.finditer(low):
        if "year" in (near := low[max(0, match.start() - 50) : match.end() + 20]) and OTHER_YEAR.search(near):
            continue
        number = match["number"] or match["short"] or match["word"]
        dated = _DATED.match(low, match.end(), match.end() + 60)
        if dated is None and (before := _DATED_BEFORE.search(low[max(0, match.start() - 70) : match.start()])):
            # The day may stand in front of the name: the quarter that ended then, and in brackets which one it was.
            start = max(0, match.start() - 70) + before.start()
            year = int(match["from"]) if match["from"] else None
            yield Named(_NUMBER.get(number) or int(number), year, printed_day(before), Span(start, match.end()))
            continue
        end = printed_day(dated) if dated else None
        yield Named(
            _NUMBER.get(number) or int(number),
            int(match["from"]) if match["from"] else None,
            end,
            Span(match.start(), dated.end() if dated else match.end()),
        )


def report_period(context: Context) -> ReportPeriod | None:
    """Return the period that the report says it is of, or None where it does not say; looked for once for a record."""
    return context.once(_period)


def _period(context: Context) -> ReportPeriod | None:
    """Return the period that the report says it is of, or None where it does not say.

    The first sentence that speaks of the report's information, data or position decides; in it a quarter with its last
    day, or else a day up to which the information goes.
    """
    for quarter in named_quarters(context):
        sentence = context.passages.sentence_at(quarter.span.start)
        if sentence is None or COMPARISON.search(sentence.low[: quarter.span.start - sentence.span.start][-40:]):
            continue
        about = re.search(
            r"\b(?:report|data|information|position|performance|covering|covered|analysis|picture)\b", sentence.low
        )
        if about is None:
            continue
        if quarter.year is not None:
            return ReportPeriod(
                quarter_days(quarter.year, quarter.number)[1], (quarter.year, quarter.number), quarter.span
            )
        if quarter.end is not None:
            year = quarter.end.year - (quarter.number == 4)
            return ReportPeriod(quarter.end, (year, quarter.number), quarter.span)
        begun = _last_begun(context, quarter.number)
        if begun is not None:
            return ReportPeriod(quarter_days(begun, quarter.number)[1], None, quarter.span, guessed=True)
    match = _UP_TO.search(context.passages.low)
    end = printed_day(match) if match else None
    if match and end:
        return ReportPeriod(end, None, Span(match.start(), match.end()))
    return _titled(context) or _year_covered(context.passages.low)


def _last_begun(context: Context, number: int) -> int | None:
    """Return the year in which the financial year began whose quarter of that number ended last before the meeting."""
    meeting = context.record.meeting_date
    if meeting is None:
        return None
    year = next(y for y in (meeting.year, meeting.year - 1, meeting.year - 2) if quarter_days(y, number)[1] <= meeting)
    return year if meeting - quarter_days(year, number)[1] <= _LATELY else None


def _titled(context: Context) -> ReportPeriod | None:
    """Return the month or the financial year that a report's title ends with: "Monthly Digest - June 2018"."""
    head = context.record.section(SectionKind.TITLE)
    title = context.record.title
    match = _TITLED.search(title.lower()) if title else None
    if match is None:
        return None
    if match["month"]:
        end = month_end(date(int(match["year"]), MONTHS.index(match["month"]) + 1, 1))
    elif (int(match["from"]) + 1) % 100 == int(match["to"]) % 100:
        end = date(int(match["from"]) + 1, 3, 31)
    else:
        return None
    if context.record.meeting_date is not None and end > context.record.meeting_date:
        return None
    return ReportPeriod(end, None, head.span if head else Span(0, 0), guessed=True)


def _year_covered(low: str) -> ReportPeriod | None:
    """Return the whole year that an annual report says it covers, or None."""
    if "cover" not in low and "annual" not in low:
        return None
    match = _COVERS.search(low)
    if match is None:
        return None
    calendar = match["calendar"] or match["c"]
    first, second = match["from"] or match["f"], match["to"] or match["t"]
    if calendar is None and (int(first) + 1) % 100 != int(second) % 100:
        return None
    end = date(int(calendar), 12, 31) if calendar else date(int(first) + 1, 3, 31)
    return ReportPeriod(end, None, Span(match.start(), match.end()))
