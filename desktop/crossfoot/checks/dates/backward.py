"""Stretches of time that end before they begin, for rule 13: "from 1 April 2019 to 31 March 2019"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.outcome import Outcome, query
from crossfoot.checks.dates.calendar import MONTHS, long_day, month_end
from crossfoot.model import Span

_TO = re.compile(r"\s*(?:to|until|till|up to|through to|and ending on|[-–—])\s*(?:and including )?(?:the )?\s*")
_AND = re.compile(r"\s+and\s+(?:the )?")
_BETWEEN = re.compile(r"\bbetween (?:the )?(?:\w+day,? )?(?:the )?\Z")
_CLOSED = re.compile(
    r"(?:,|,?\s+(?:and|but|before it))\s+(?:\w+ )?(?:then |was |were |had been |finally )*"
    r"(?:closed|ended|finished|concluded|completed|expired|ran out|came to an end|closes|ends|finishes|expires"
    r"|will (?:close|end|finish))(?: (?:on|at [^.;\d]{3,20} on))? (?:the )?"
)
_OPENED = re.compile(
    r"\b(?:opened|began|begun|started|commenced|launched|open|opens|begins|starts|running)\b(?: [a-z]+){0,2} \Z"
)
_MOVED = re.compile(
    r"\b(?:compar\w+|against|than|brought|moved?|moving|advanced|chang\w+|amend\w+|revis\w+|correct\w+|shift\w+|alter\w+"
    r"|reschedul\w+|put back|pulled|backdat\w+|deadlines?|dates?|earlier|sooner)\b"
)
"""Words in front of two days that are compared, or one of which takes the other's place."""
_NAMES = "|".join(MONTHS)
_MONTHS_TO = re.compile(
    r"(?P<y1>(?:19|20)\d\d)(?P<join> (?:to|until|and) | ?[-–—] ?)(?:the end of )?"
    rf"(?P<m2>{_NAMES}) (?P<y2>(?:19|20)\d\d)\b"
)
_MONTH_BEFORE = re.compile(rf"\b(?P<m1>{_NAMES}) \Z")
_DAY_BEFORE = re.compile(r"\d(?:st|nd|rd|th)?(?: of)? \Z")


def backward(context: Context) -> Iterator[Outcome]:
    """Yield queries for days, and months with their years, that are joined as a stretch and stand the wrong way round.

    Source: rule 13 of the list of checks, an impossible date; a stretch that ends before it begins has one.
    """
    low = context.passages.low
    printed = [d for d in context.record.dates if d.day is not None]
    for first, last in pairwise(printed):
        if first.day is None or last.day is None or last.day >= first.day:
            continue
        if _are_joined(low, first.span, last.span):
            yield _turned(context, first.day, last.day, Span(first.span.start, last.span.end))
    for found in _MONTHS_TO.finditer(low):
        opening = max(0, found.start() - len("september "))
        month = _MONTH_BEFORE.search(low[opening : found.start()])
        if month is None:
            continue
        front = low[max(0, opening + month.start() - 30) : opening + month.start()]
        if (found["join"].strip() == "and" and not _BETWEEN.search(front)) or _DAY_BEFORE.search(front):
            continue
        start = date(int(found["y1"]), MONTHS.index(month["m1"]) + 1, 1)
        end = month_end(date(int(found["y2"]), MONTHS.index(found["m2"]) + 1, 1))
        if end < start and not _MOVED.search(front):
            yield _turned(context, start, end, Span(opening + month.start(), found.end()))


def _are_joined(low: str, first: Span, last: Span) -> bool:
    """Tell whether the words beside two days make them the first and the last of a stretch of time."""
    between = low[first.end : last.start]
    front = low[max(0, first.start - 40) : first.start]
    if "\t" in between or "|" in between or "\n\n" in between or _MOVED.search(front):
        return False
    if _TO.fullmatch(between):
        return "\n" not in between or between.strip() != "-"
    if _AND.fullmatch(between):
        return _BETWEEN.search(front) is not None
    return _CLOSED.fullmatch(between) is not None and _OPENED.search(front) is not None


def _turned(context: Context, start: date, end: date, span: Span) -> Outcome:
    """Return the query on a stretch."""
    quote = " ".join(span.cut(context.text).split())
    return query(
        f"“{quote}” ends before it begins; worth checking.",
        f"{long_day(end)} is before {long_day(start)}",
        span=span,
        words=quote,
    )
