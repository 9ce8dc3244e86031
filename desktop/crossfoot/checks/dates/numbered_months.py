"""Months of the financial year told by their number, for rule 15: "to 30 November 2013 (period 8)", "Month 4 (July)".

Budgets are monitored by numbered periods, the first being April. Only a month set right beside the number is held
against it: in brackets, behind a comma, a colon or a dash, or with nothing but "the end of" between them. Two numbers
that a report gives as its own are held against each other too.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.cues import COMPARISON
from crossfoot.checks.basis.outcome import Outcome, holds, query
from crossfoot.checks.dates.calendar import MONTHS
from crossfoot.model import SectionKind, Span

_SHORT = "|".join(f"{name[:3]}(?:{name[3:]})?" if name[3:] else name for name in MONTHS)
_NUMBER = (
    r"(?:(?:period|month)(?: number| no\.?)? ?|p|m)0?(?P<number>1[0-2]|[1-9])"
    r"(?![\d.%,/]\d|\d|%| ?(?:of|to|and|[-–]) ?\d)"
)
_DAY = rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? )?(?P<month>{_SHORT})\b\.?(?:,? ?(?:\d{{4}}|[’']\d\d))?"
_LEADING = (
    r"(?:(?:that is,?|i\.e\.|being|which (?:is|was)|the|end|close|of|to|at|as at|up to|ending|ended|april to|for) ?)*"
)
_BEHIND = re.compile(rf"\b{_NUMBER}\s?[,:(–—-]?\s?(?:{_LEADING})(?<=[\s(–—:-]){_DAY}(?! ?(?:to|until|and|[-–])\b)")
_BEFORE = re.compile(
    rf"(?<!from )\b{_DAY}\s?[,(–—-]\s?(?:(?:that is,?|i\.e\.|being|which (?:is|was)|the end of|end of) ?)*{_NUMBER}"
)
_NAMED = re.compile(rf"\b{_NUMBER}\b")
_FIRST_MONTH = re.compile(r"\b(?:january|september) (?:being|is|was|as) (?:period|month) (?:1|one)\b|\bcalendar year\b")
_OWN = re.compile(
    r"\b(?:this|the|presents?|sets? out|provides?|details) (?:[a-z]+ )?"
    r"(?:report|paper|monitoring|position|outturn|forecast|statement)\b[^.;]{0,90}$"
)
_REPORTED = re.compile(r"\b(?:was|were|as|we|been) (?:last )?reported\b|\bimprove\w*|\bworse\w*")
_EARLY = 1_500
"""How far into a record, in characters, it says of when its report is."""
_APRIL = 4


def numbered_months(context: Context) -> Iterator[Outcome]:
    """Say whether the month beside a numbered period is its own, the first being April, and whether numbers agree.

    Source: rule 15 of the list of checks; local government's financial year begins on 1 April (Local Government Finance
    Act 1992, section 1(3)).
    """
    low = context.passages.low
    if _MAY.search(low) is None or _FIRST_MONTH.search(low) is not None:
        return
    wrong = False
    seen: set[tuple[int, int]] = set()
    for found in (*_BEHIND.finditer(low), *_BEFORE.finditer(low)):
        number = int(found["number"])
        month = next(n for n, name in enumerate(MONTHS, 1) if name.startswith(found["month"][:3]))
        if not _ends(found["day"], month) or (number, month) in seen or _is_a_span(low, found):
            continue
        seen.add((number, month))
        due = (number + _APRIL - 2) % 12 + 1
        closes = "(" in found.group() and low[found.end() : found.end() + 1] == ")"
        span = Span(found.start(), found.end() + closes)
        words = " ".join(span.cut(context.text).split())
        if due == month:
            yield holds(f"Period {number} of a financial year is {MONTHS[due - 1].capitalize()}.", f"“{words}” holds")
            continue
        wrong = True
        yield query(
            f"Period {number} of a financial year that begins in April is {MONTHS[due - 1].capitalize()}, but "
            f"“{words}” is printed; worth checking.",
            f"period {number} is {MONTHS[due - 1].capitalize()}, {MONTHS[month - 1].capitalize()} is printed",
            span=span,
            words=words,
        )
    if not wrong:
        yield from _two_numbers(context)


_MAY = re.compile(r"\b(?:period|month)(?: number| no\.?)? ?\d|\b[pm]\d{1,2}\b")


def _ends(day: str | None, month: int) -> bool:
    """Tell whether a day, where one is printed, is the last of its month: a meeting's day beside a period is not."""
    return day is None or int(day) in {monthrange(2023, month)[1], monthrange(2024, month)[1]}


def _is_a_span(low: str, found: re.Match[str]) -> bool:
    """Tell whether what was found is one end of a stretch: "April to July (period 4)" is held against its end alone."""
    return (
        re.match(r"\s?(?:to|until|[-–])\s?(?:the end of )?(?:\d{1,2} )?[a-z]{3}", low[found.end() : found.end() + 14])
        is not None
    )


def _two_numbers(context: Context) -> Iterator[Outcome]:
    """Yield a query where the title numbers its period otherwise than the sentence that says what the report is."""
    low = context.passages.low
    head = context.record.section(SectionKind.TITLE)
    if head is None:
        return
    titled = {int(m["number"]): m for m in _NAMED.finditer(low, head.span.start, head.span.end)}
    if len(titled) != 1:
        return
    number, title = next(iter(titled.items()))
    for sentence in context.passages.sentences:
        if sentence.span.start < head.span.end or sentence.span.start > head.span.end + _EARLY:
            continue
        told = list(_NAMED.finditer(low, sentence.span.start, sentence.span.end))
        if len(told) != 1 or COMPARISON.search(sentence.low) or _REPORTED.search(sentence.low):
            continue
        if _OWN.search(low, sentence.span.start, told[0].start()) is None:
            continue
        other = int(told[0]["number"])
        if other != number:
            yield query(
                f"The title names period {number}, but the report is said to be on period {other}; worth checking.",
                f"“{title.group()}” against “{told[0].group()}”",
                span=Span(told[0].start(), told[0].end()),
                words=f"{number}|{other}",
            )
        return
