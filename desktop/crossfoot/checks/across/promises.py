"""Rules 34 and 35: what the records promise to report, and when it came."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rapidfuzz import fuzz

from crossfoot.checks.across.order import AcrossRule
from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.outcome import Outcome, query
from crossfoot.checks.dates.calendar import long_day
from crossfoot.model import Severity, Span

_EVERY = (
    (1, "monthly", r"(?<!bi)(?<!bi[ -])(?<!six[ -])\bmonthly\b|\bevery month\b"),
    (2, "every two months", r"\bbi[- ]?monthly\b|\bevery (?:alternate|other|second) (?:cabinet|meeting|month)\b"),
    (3, "quarterly", r"\bquarterly\b|\bevery quarter\b|\bevery three months\b"),
    (6, "every six months", r"\b(?:six|6)[- ]monthly\b|\bhalf[- ]yearly\b|\bevery six months\b"),
    (12, "yearly", r"\bannually\b|\bannual (?:basis|reports?)\b|\bevery year\b"),
)
_COMPILED = tuple((months, name, re.compile(pattern)) for months, name, pattern in _EVERY)
_REPORT = re.compile(r"\b(?:reports?|updates?|reported|brought)\b")
_MONTH_DAYS = 31
_GRACE = 1.7
"""A report may be a meeting or two late before its lack is worth asking about."""


def _promise(context: Context) -> tuple[int, str, Span] | None:
    """Return how often the resolutions promise a further report: months, words, place; None for no such promise."""
    for resolution in context.record.resolutions:
        low = resolution.text.lower()
        if not _REPORT.search(low):
            continue
        for months, name, pattern in _COMPILED:
            if pattern.search(low):
                return months, name, resolution.span
    return None


def _same_report(first: Context, second: Context) -> bool:
    """Tell whether two records are of one series: of one council and much the same title."""
    council = first.record.council, second.record.council
    titles = first.record.title or "", second.record.title or ""
    return (
        council[0] == council[1]
        and bool(titles[0])
        and fuzz.token_set_ratio(titles[0].lower(), titles[1].lower()) >= 80
    )


def check_promises(contexts: Sequence[Context]) -> Iterator[tuple[str, Outcome]]:
    """Ask where a record promises reports at another interval than the last record of its series did.

    Source: rule 34 of the list of checks (quarterly in 2011 and 2015, every alternate Cabinet in 2013 and 2014).
    """
    promised: list[tuple[Context, int, str]] = []
    for context in contexts:
        promise = _promise(context)
        if promise is None:
            continue
        months, name, span = promise
        before = next((p for p in reversed(promised) if _same_report(p[0], context)), None)
        if before is not None and before[1] != months and before[0].record.meeting_date is not None:
            said = f"{before[2]} in the record of {long_day(before[0].record.meeting_date)}"
            message = f"Reports are promised {name} here, but {said}; worth checking."
            yield context.input.document_id, query(message, f"{name}, {said}", span=span, words=f"{name}|{said}")
        promised.append((context, months, name))


def check_follow_ups(contexts: Sequence[Context]) -> Iterator[tuple[str, Outcome]]:
    """Ask where a promised report did not come in time: the next record of its series is much later than promised.

    Nothing is said of the last record of a series: its follow-up may be to come, or not be in the workspace. Source:
    rule 35 of the list of checks.
    """
    series: list[list[Context]] = []
    for context in contexts:
        home = next((s for s in series if _same_report(s[-1], context)), None)
        if home is None:
            series.append([context])
        else:
            home.append(context)
    for records in series:
        for earlier, later in pairwise(records):
            promise = _promise(earlier)
            first, second = earlier.record.meeting_date, later.record.meeting_date
            if promise is None or first is None or second is None:
                continue
            days = (second - first).days
            if days > promise[0] * _MONTH_DAYS * _GRACE:
                message = (
                    f"Reports were promised {promise[1]}, but the next one here is of {long_day(second)}; "
                    f"worth checking."
                )
                working = f"{promise[1]} from {long_day(first)}, next on {long_day(second)}, {days} days later"
                yield earlier.input.document_id, query(message, working, span=promise[2], words=working)


PROMISES = AcrossRule(
    34, "reporting promises", Severity.LOW, "Records of one series promise the same interval.", check_promises
)
FOLLOW_UPS = AcrossRule(
    35, "follow-up that never came", Severity.MEDIUM, "A promised report comes in time.", check_follow_ups
)
