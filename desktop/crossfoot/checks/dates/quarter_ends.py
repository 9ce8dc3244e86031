"""Ends of named quarters and parts of the year, for rule 15: "the final quarter of the year ran to 31 March".

A quarter is one of the financial year that begins in April. The month alone decides, so that no year need be printed;
a day beside it with its year is what :mod:`crossfoot.checks.dates.quarters` reads first.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.outcome import Outcome, holds, query
from crossfoot.checks.dates.calendar import MONTHS, long_day, quarter_days, quarter_of
from crossfoot.checks.dates.reported import DAY, named_quarters, printed_day, report_period
from crossfoot.model import Span

_NAMES = "|".join(MONTHS)
_ENDS = (
    r"(?:to|end(?:s|ed|ing)|ran (?:up )?to|runs (?:up )?to|running (?:up )?to|clos(?:es|ed|ing)"
    r"|finish(?:es|ed|ing)|came to an end|up to)"
)
_DAY = rf"(?:(?:on|at|in|with) )?(?:the )?(?:end of )?(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? )?(?P<month>{_NAMES})\b"
_BEHIND = re.compile(
    rf"(?: of (?:the|this|last) (?:(?:financial|municipal|council) )?year)?[\s,(–-]*(?:(?:which|that) (?:had )?)?"
    rf"{_ENDS} {_DAY}(?!\s*(?:\d{{4}}\s*)?(?:to|until|and|[-–])\b)"
)
_NTH_BEHIND = re.compile(
    rf"\b(?:quarter|three months|3 months) {_ENDS} {_DAY}(?: \d{{4}})?[\s,(–-]*(?:(?:which|that) (?:is|was)|being)?\s*"
    r"(?:the )?(?P<nth>first|second|third|fourth|last|final)(?: quarter)? of (?:the|this|that)"
    r" (?:(?:financial|municipal|council) )?year\b"
)
_PART = re.compile(
    r"\b(?P<end>first|last|final|opening|closing) (?P<long>three|3|six|6|nine|9) months of (?:the|this|that)"
    r" (?:financial|municipal|council) year(?: \d{4}\s?[/-]\s?\d{2,4})?"
    rf"[\s,:(–-]*(?:from |that is,? |i\.e\. )?(?:\d{{1,2}} )?(?P<first>{_NAMES})(?: \d{{4}})?"
    rf"\s*(?:to|until|-|–)\s*(?:\d{{1,2}} )?(?P<last>{_NAMES})\b"
)
_REPORTED = re.compile(
    r"\b(?:report|results|figures|information|data|performance|position)\b[^.;]{0,60}?"
    rf"\b(?:three months|quarter) (?:to|ended|ending)(?: on)?(?: the)?(?: end of)? {DAY}"
)
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}
_LONG = {"three": 3, "3": 3, "six": 6, "6": 6, "nine": 9, "9": 9}
_FAR = 90


def ends_beside(context: Context, known: Collection[Span]) -> Iterator[Outcome]:
    """Say whether the month that a text lets a quarter, or a part of the year, end in is its own.

    Places in ``known`` were spoken of before. Source: rule 15 of the list of checks.
    """
    low = context.passages.low
    if "quarter" not in low and "months of" not in low:
        return
    done = list(known)
    for named in named_quarters(context):
        found = None if named.end is not None else _BEHIND.match(low, named.span.end, named.span.end + _FAR)
        if found is not None and not any(span.overlaps(named.span) for span in done):
            done.append(Span(named.span.start, found.end()))
            yield _said(context, named.number, found, named.span.start)
    for found in _NTH_BEHIND.finditer(low):
        span = Span(found.start(), found.end())
        if not any(span.overlaps(other) for other in done):
            yield _said(context, _NTH[found["nth"]], found, found.start())
    for found in _PART.finditer(low):
        yield _part(context, found)
    yield from _of_the_report(context)


def _said(context: Context, number: int, found: re.Match[str], start: int) -> Outcome:
    """Return whether the month found is the last one of a quarter."""
    span = Span(start, found.end())
    words = " ".join(span.cut(context.text).split())
    due = MONTHS[(3 * number + 2) % 12].capitalize()
    printed = found["month"].capitalize()
    if due == printed:
        return holds("The month is the last of the quarter.", f"quarter {number} ends in {due}, holds", span=span)
    return query(
        f"Quarter {number} of a financial year ends in {due}, but {printed} is printed; worth checking.",
        f"quarter {number} ends in {due}, {printed} is printed",
        span=span,
        words=words,
    )


def _part(context: Context, found: re.Match[str]) -> Outcome:
    """Return whether the months beside a part of the financial year are its own."""
    span = Span(found.start(), found.end())
    long = _LONG[found["long"]]
    first = 4 if found["end"] in {"first", "opening"} else (4 - long - 1) % 12 + 1
    last = (first + long - 2) % 12 + 1
    due = f"{MONTHS[first - 1].capitalize()} to {MONTHS[last - 1].capitalize()}"
    printed = f"{found['first'].capitalize()} to {found['last'].capitalize()}"
    if due == printed:
        return holds("The months are those of that part of the year.", f"{due}, holds", span=span)
    return query(
        f"The {found['end']} {found['long']} months of a financial year are {due}, but {printed} is printed; "
        "worth checking.",
        f"{due}, {printed} is printed",
        span=span,
        words=" ".join(span.cut(context.text).split()),
    )


def _of_the_report(context: Context) -> Iterator[Outcome]:
    """Yield a query where the three months that the report is said to be for are not the quarter that it is of."""
    report = report_period(context)
    if report is None or report.quarter is None:
        return
    end = quarter_days(*report.quarter)[1]
    found = _REPORTED.search(context.passages.low)
    day = printed_day(found) if found is not None else None
    if found is None or day is None or quarter_of(day) == report.quarter or report.span.end > found.start():
        return  # what is named later than the three months is not what they were named for
    span = Span(found.start(), found.end())
    yield query(
        f"The report is of the quarter to {long_day(end)}, but is said to be for the three months to {long_day(day)}; "
        "worth checking.",
        f"{long_day(end)}, {long_day(day)} is printed",
        span=span,
        words=" ".join(span.cut(context.text).split()),
    )
