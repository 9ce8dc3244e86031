"""What one record says that others are compared with: its totals, its trend words, its promise to report.

A sketch is small, so that those of a thousand records can be kept at hand and compared at once when one changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from crossfoot.checks.basis.context import Context
from crossfoot.model import Figure, Measure, Nature, Qualifier, Span, Unit

_ROSE = re.compile(
    r"\b(?:rise|risen|rose|rising|increased?|increasing|grown|grew|climbed|gone up"
    r"|upward)\b[a-z ,]{0,24}\b(?:to|at)\s+$"
)
_FELL = re.compile(
    r"\b(?:fall|fallen|fell|falling|decreased?|dropped|reduced|declined?|gone down"
    r"|downward)\b[a-z ,]{0,24}\b(?:to|at)\s+$"
)
_THAN_LAST = (
    r"\b[a-z ]{0,14}\b(?:than|since|from|on|over)\b[a-z ]{0,20}\b(?:last|previous|earlier) "
    r"(?:report|record|update|meeting|time)\b"
)
_MORE_BEHIND = re.compile(rf"^[^.;]{{0,60}}?\b(?:more|higher|up|an increase|a rise){_THAN_LAST}")
_FEWER_BEHIND = re.compile(rf"^[^.;]{{0,60}}?\b(?:fewer|lower|less|down|a decrease|a fall|a reduction){_THAN_LAST}")
_EVERY = (
    (1, "monthly", r"(?<!bi)(?<!bi[ -])(?<!six[ -])\bmonthly\b|\bevery month\b"),
    (2, "every two months", r"\bbi[- ]?monthly\b|\bevery (?:alternate|other|second) (?:cabinet|meeting|month)\b"),
    (3, "quarterly", r"\bquarterly\b|\bevery quarter\b|\bevery three months\b|\beach quarter\b"),
    (
        6,
        "every six months",
        r"\b(?:six|6)[- ]monthly\b|\b(?:half[- ]yearly|every six months|twice (?:a|each|every) year|bi-?annual\w*)\b",
    ),
    (12, "yearly", r"\bannually\b|\bannual (?:basis|reports?)\b|\bevery year\b|\bevery twelve months\b"),
)
_COMPILED = tuple((months, name, re.compile(pattern)) for months, name, pattern in _EVERY)
_REPORT = re.compile(r"\b(?:reports?|updates?|reported|brought)\b")


_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_ONCE = re.compile(
    rf"\b(?:in|within|after) (?P<number>{'|'.join(_NUMBERS)}|\d{{1,2}}) months?(?:['’]s? time| time)?\b"
    r"|\b(?P<year>in a year|in twelve months|next year)\b"
)


@dataclass(frozen=True, slots=True)
class Promise:
    """How often a record's resolutions promise a further report: every so many months, in words, and where.

    ``once`` tells that one report is promised in so many months, and no more.
    """

    months: int
    words: str
    span: Span
    once: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure that is said to have risen (1) or fallen (-1) where the sentence gives no earlier value."""

    figure: Figure
    way: int


@dataclass(frozen=True, slots=True)
class Sketch:
    """One record as the rules over several see it.

    ``levels`` are the totals that the text dates itself, ``stocks`` the last of each stock among them; ids of
    figures are those of the record.
    """

    document_id: str
    meeting_date: date | None = None
    council: str | None = None
    title: str | None = None
    promise: Promise | None = None
    levels: tuple[Figure, ...] = ()
    stocks: tuple[Figure, ...] = ()
    claims: tuple[Claim, ...] = ()


def sketch(context: Context) -> Sketch:
    """Return the sketch of one record."""
    record = context.record
    levels = [_bare(f) for f in context.figures if is_level(context, f)]
    return Sketch(
        context.input.document_id,
        record.meeting_date,
        record.council,
        record.title,
        _promise(context),
        tuple(levels),
        tuple(_last_stocks(context, levels)),
        tuple(Claim(_bare(f), way) for f in context.figures if (way := _claimed(context, f))),
    )


def _bare(figure: Figure) -> Figure:
    """Return a figure without its evidence, which no rule over several records asks for."""
    return replace(figure, evidence=())


def is_level(context: Context, figure: Figure) -> bool:
    """Tell whether a figure is the total of an indicator that the text dates itself: no part, change, aim or guess."""
    if figure.indicator is None or figure.period is None or not context.dates_itself(figure):
        return False
    if figure.unit not in {Unit.COUNT, Unit.PERCENT, None} or figure.nature not in {Nature.ACTUAL, None}:
        return False
    if figure.qualifier not in {Qualifier.NONE, Qualifier.AVERAGE} or context.is_subset(figure):
        return False
    item = context.passages.paragraph_of(figure)
    short = item is None or item.is_row or len(item.figures) <= 2
    return not (short and context.passages.in_list(figure))


def _last_stocks(context: Context, levels: list[Figure]) -> Iterator[Figure]:
    """Yield, for each stock, the record's total of the latest day."""
    found: dict[str, Figure] = {}
    for figure in levels:
        if context.measure(figure) is not Measure.STOCK or figure.period is None or figure.indicator is None:
            continue
        held = found.get(figure.indicator)
        if held is None or held.period is None or held.period.end < figure.period.end:
            found[figure.indicator] = figure
    yield from found.values()


def _claimed(context: Context, figure: Figure) -> int:
    """Return the way that a stock is said to have gone where its sentence gives no other value, or nought."""
    sentence = context.passages.sentence_of(figure)
    if sentence is None or len(sentence.figures) != 1 or context.measure(figure) is not Measure.STOCK:
        return 0
    before, after = context.passages.before(figure, 60), context.passages.after(figure, 110)
    if _ROSE.search(before) or _MORE_BEHIND.match(after):
        return 1
    return -1 if _FELL.search(before) or _FEWER_BEHIND.match(after) else 0


def _promise(context: Context) -> Promise | None:
    """Return how often the resolutions promise a further report, or None for no such promise."""
    for resolution in context.record.resolutions:
        low = resolution.text.lower()
        if not _REPORT.search(low):
            continue
        for months, words, pattern in _COMPILED:
            if pattern.search(low):
                return Promise(months, words, resolution.span)
        once = _ONCE.search(low)
        if once is not None:
            number = once["number"]
            months = 12 if number is None else int(number) if number.isdecimal() else _NUMBERS.index(number) + 1
            return Promise(months, once.group(), resolution.span, once=True)
    return None
