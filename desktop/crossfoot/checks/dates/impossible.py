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
    rf"(?<![\d./£,-])(?P<day>\d{{1,2}})(?:st|nd|rd"
    rf"|th)?(?: of)?\s+(?P<month>{_NAMES})\.?,?(?P<rest>\s+(?P<year>\d{{2,6}}))?(?![\d/]|\.\d)"
)
_NUMBERS = re.compile(
    r"(?<![\d./-])(?P<day>\d{1,2})(?P<sign>[/.])(?P<month>\d{1,2})(?P=sign)(?P<year>\d{4,6})(?![\d./-])"
)
_CUT_SHORT = re.compile(r"1[7-9]\d|20\d|2[1-3]\d|0\d\d|9[7-9]\d")
"""What a year of our time is that has lost a digit; other numbers of three digits count what they stand before."""

_FIVE = re.compile(r"\b(?:19|20)\d{3}\b")
_LONG_YEAR = re.compile(
    rf"\b(?:{'|'.join(MONTHS)}),? (?:19|20)\d{{3}}\b"
    r"|\b(?:in|since|of|until|by|from|to) (?:19|20)\d{3}(?=[.;,)]?(?:\s|$))"
    r"(?![.;,)]?[ \t]+(?!and\b|the\b|to\b|was\b|were\b|had\b|it\b|at\b|in\b|on\b|as\b|a\b)[a-z])(?<!£)"
)
"""A month with a year of five digits, or such a year behind "in" and with nothing behind it that it could count."""
_THOUSANDS = re.compile(r"\d,\d{3}$")
_LEAP_YEAR = 2000
_LONGEST_MONTH = 31


def check_possible(context: Context) -> Iterator[Outcome]:
    """Ask about dates that name no day of the calendar, and about years with three, five or more digits.

    Source: rule 13 of the list of checks ("31 June 2013"; a year of five digits).
    """
    asked: list[Span] = []
    for match in _DATE.finditer(context.passages.low):
        month = next(i for i, name in enumerate(MONTHS, 1) if name.startswith(match["month"][:3]))
        yield from _asked(context, match, month, asked)
    for match in _NUMBERS.finditer(context.passages.low):
        yield from _asked(context, match, int(match["month"]), asked)
    for match in _LONG_YEAR.finditer(context.passages.low) if _FIVE.search(context.passages.low) else ():
        span = Span(*match.span())
        if not any(s.overlaps(span) for s in asked):
            asked.append(span)
            quote = " ".join(span.cut(context.text).split())
            yield query(f"“{quote}” has a year of five digits; worth checking.", quote, span=span, words=quote)
    for printed in context.record.dates:
        counted = _THOUSANDS.search(printed.quote)  # "November 3,987" is a month's number
        if printed.day is None and counted is None and not any(s.overlaps(printed.span) for s in asked):
            yield query(
                f"“{printed.quote}” is no day of the calendar; worth checking.",
                printed.quote,
                span=printed.span,
                words=printed.quote,
            )


def _asked(context: Context, match: re.Match[str], month: int, asked: list[Span]) -> Iterator[Outcome]:
    """Yield a query where the day does not exist in its month, or the year is cut short or too long."""
    span = Span(match.start(), match.end())
    quote = " ".join(span.cut(context.text).split())
    year = match["year"] or ""
    day = int(match["day"])
    reason = ""
    if not year and day > _LONGEST_MONTH:
        return  # "the 81 of April" counts something
    if len(year) == len("201") and (_CUT_SHORT.fullmatch(year) is None or _counts(context, match)):
        return
    if len(year) in {3, 5, 6} and re.search(r"[,\t\n]", match.group()) is None:
        reason = f"has a year of {('three', '', 'five', 'six')[len(year) - 3]} digits"
    elif not 1 <= month <= 12:
        reason = "names a month that does not exist"
    elif not 1 <= day <= monthrange(int(year) if len(year) == 4 and int(year) else _LEAP_YEAR, month)[1]:
        reason = "is no day of the calendar"
    if reason:
        asked.append(span)
        yield query(f"“{quote}” {reason}; worth checking.", quote, span=span, words=quote)


def _counts(context: Context, match: re.Match[str]) -> bool:
    """Tell of "at 30 September 187 children were": a number that is found to be a figure and has its noun behind it."""
    figure = any(figure.span.start == match.start("year") for figure in context.figures)
    return figure and _NOUN_BEHIND.match(context.passages.low, match.end("year")) is not None


_NOUN_BEHIND = re.compile(r"\s+(?:[a-z-]+\s+){0,2}?(?:children|people|[a-z]{3,}[^su]s)\b")


POSSIBLE = Rule(13, "impossible date", Severity.HIGH, "Every date is a day of the calendar.", check_possible)
