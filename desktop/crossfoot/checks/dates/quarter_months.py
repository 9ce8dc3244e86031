"""Months beside a named quarter, for rule 15: "quarter 2 (July to September 2018)", "October 61, November 58, …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.cues import COMPARISON
from crossfoot.checks.basis.outcome import Outcome, holds, query
from crossfoot.checks.dates.calendar import MONTHS
from crossfoot.checks.dates.reported import Named, named_quarters, report_period
from crossfoot.model import Span

_NAMES = "|".join(MONTHS)
_RANGE = re.compile(
    rf"(?:\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?)?\b(?P<first>{_NAMES})(?:,? (?P<from>\d{{4}}))?,?\s*"
    rf"(?:to|until|-|–|and|(?={_NAMES}))\s*(?:(?:the )?end of )?(?:(?:{_NAMES}) and )?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?)?(?P<last>{_NAMES})\b(?:,? (?P<to>\d{{4}}))?"
)
_BESIDE = re.compile(
    r"^[\s(,:–-]*(?:(?:i\.e\.|that is|from|covering|being|which (?:was|is|runs?|ran)(?: from)?|the months (?:of|from)"
    r"|(?:the )?(?:reporting )?(?:period|months|dates?)(?: covered)?(?: from| of|:)?|covers|months),?\s+)*$"
)
_IN_FRONT = re.compile(r"^[\s),(–-]*(?:(?:which (?:is|was)|being|that is|i\.e\.)\s+)?(?:the\s+)?$")
_THE_QUARTER = re.compile(r"\b(?:the|this) quarter\b(?! (?:before|earlier|after|previous))")
_NEXT = 75
_STARTS = frozenset({1, 4, 7, 10})
_THREE = 3


def months_beside(context: Context) -> Iterator[Outcome]:
    """Say of the months behind or in front of a named quarter, with their year, whether they are its own."""
    low = context.passages.low
    done: set[int] = set()
    quarters = list(named_quarters(context))
    for named in quarters:
        found = _adjacent(low, named)
        if found is not None and _is_three(found):
            done.add(found.start())
            yield _said(context, named.number, named.year, found, min(named.span.start, found.start()))
    for start, end, number in sorted(_places(context, quarters)):
        found = _RANGE.search(low, max(start, end - 30), end + _NEXT)
        sentence = context.passages.sentence_at(start)
        if found is None or found.start() in done or sentence is None or found.end() > sentence.span.end:
            continue
        if found.start() < start or not _is_three(found) or _month(found, "first") not in _STARTS:
            continue
        ahead = low[max(sentence.span.start, start - 40) : found.start()].replace("from", "")
        if re.search(r"\bquarter|[;:]|\bfigures?\b", low[end : found.start()]) or COMPARISON.search(ahead):
            continue
        done.add(found.start())
        yield _said(context, number, None, found, start)
    yield from _one_by_one(context, quarters)


def _adjacent(low: str, named: Named) -> re.Match[str] | None:
    """Return the range of months that stands next to a quarter, behind it or in front of it, with nothing between."""
    end = named.span.end
    behind = _RANGE.search(low, end, end + _NEXT)
    if behind is not None and _BESIDE.match(low[end : behind.start()]):
        return behind
    start = max(0, named.span.start - _NEXT)
    front = list(_RANGE.finditer(low, start, named.span.start))
    if front and _IN_FRONT.match(low[front[-1].end() : named.span.start]):
        return front[-1]
    return None


def _places(context: Context, quarters: list[Named]) -> Iterator[tuple[int, int, int]]:
    """Yield where a quarter is named, or meant by "the quarter", and its number."""
    yield from ((named.span.start, named.span.end, named.number) for named in quarters)
    report = report_period(context)
    own = [report.quarter[1]] if report is not None and report.quarter is not None else []
    for match in _THE_QUARTER.finditer(context.passages.low):
        before = [q.number for q in quarters if match.start() - 400 < q.span.end <= match.start()]
        yield from ((match.start(), match.end(), number) for number in (before[-1:] or own))


def _month(found: re.Match[str], name: str) -> int:
    """Return the number of a month that a range names."""
    return MONTHS.index(found[name]) + 1


def _is_three(found: re.Match[str]) -> bool:
    """Tell whether a range is one of three months."""
    return (_month(found, "last") - _month(found, "first")) % 12 == _THREE - 1


def _of_quarter(number: int) -> list[int]:
    """Return the months of a quarter of the financial year, which begins in April."""
    return [(3 * number + step) % 12 + 1 for step in range(_THREE)]


def _said(context: Context, number: int, year: int | None, found: re.Match[str], start: int) -> Outcome:
    """Return whether a range of months is that of a quarter, and of its year where both name one."""
    months = _of_quarter(number)
    span = Span(start, max(found.end(), start + 1))
    words = " ".join(span.cut(context.text).split())
    due = f"{MONTHS[months[0] - 1].capitalize()} to {MONTHS[months[-1] - 1].capitalize()}"
    printed = " ".join(found.group().split()).title().replace(" To ", " to ")
    if _month(found, "first") != months[0]:
        return query(
            f"Quarter {number} of a financial year is {due}, but {printed} is printed; worth checking.",
            f"quarter {number} is {due}, {printed} is printed",
            span=span,
            words=words,
        )
    ends = found["to"] or found["from"]
    meant = None if year is None else year + (number == 4)
    if meant is not None and ends is not None and int(ends) != meant:
        return query(
            f"Quarter {number} of {year}/{(meant if number == 4 else meant + 1) % 100:02} is {due} {meant}, but "
            f"{printed} is printed; worth checking.",
            f"{due} {meant}, {printed} is printed",
            span=span,
            words=words,
        )
    return holds("The months are those of the quarter.", f"quarter {number} is {due}, holds", span=span, words=words)


_MONTH = re.compile(rf"\b(?P<month>{_NAMES})\b")


def _one_by_one(context: Context, quarters: list[Named]) -> Iterator[Outcome]:
    """Ask about three months told one by one with a figure each that are not those of the quarter they are said of."""
    report = report_period(context)
    own = [report.quarter[1]] if report is not None and report.quarter is not None else []
    for sentence in context.passages.sentences:
        named = [MONTHS.index(m["month"]) + 1 for m in _MONTH.finditer(sentence.low)]
        if len(named) != _THREE or len(sentence.figures) < _THREE or COMPARISON.search(sentence.low):
            continue
        here = [q.number for q in quarters if sentence.span.contains(q.span)]
        before = [q.number for q in quarters if sentence.span.start - 400 < q.span.end <= sentence.span.start]
        meant = here[:1] or ((before[-1:] or own) if "quarter" in sentence.low else [])
        if meant and named != _of_quarter(meant[0]) and _are_meant(named, _of_quarter(meant[0])):
            due = [MONTHS[m - 1].capitalize() for m in _of_quarter(meant[0])]
            said = ", ".join(MONTHS[m - 1].capitalize() for m in named)
            yield query(
                f"Quarter {meant[0]} of a financial year is {due[0]} to {due[-1]}, but the months are {said}; "
                "worth checking.",
                f"{said} in quarter {meant[0]}",
                span=sentence.span,
                words=said,
            )


def _are_meant(named: list[int], due: list[int]) -> bool:
    """Tell whether three months are told as those of a quarter: in a row, or two of its own with one other."""
    return (
        all((b - a) % 12 == 1 for a, b in pairwise(named)) or sum(a == b for a, b in zip(named, due, strict=True)) == 2
    )
