"""Rules 18 to 20: the same figure in two records, a trend word against the last record, a jump."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from crossfoot.checks.across.order import AcrossRule, last_stocks, levels
from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.cues import Way, content_words
from crossfoot.checks.basis.interval import reach
from crossfoot.checks.basis.outcome import Outcome, holds, query
from crossfoot.checks.dates.calendar import long_day
from crossfoot.model import Figure, Measure, Period, Severity, Unit
from crossfoot.model.wording import figure_words, period_words

_QUARTER_DAYS = 100
_QUARTER = Decimal("0.25")
_TEN = 10
_ROSE = re.compile(r"\b(?:rise|risen|rose|increased|grown|grew|climbed|gone up|upward)\b[a-z ]{0,24}\b(?:to|at)\s+$")
_FELL = re.compile(
    r"\b(?:fall|fallen|fell|decreased|dropped|reduced|declined|gone down"
    r"|downward)\b[a-z ]{0,24}\b(?:to|at)\s+$"
)


def _meeting(context: Context) -> str:
    """Return the record's meeting in words."""
    day = context.record.meeting_date
    return f"the record of {long_day(day)}" if day else "an earlier record"


def _alike(first: Figure, second: Figure) -> bool:
    """Tell whether two figures of one indicator count the same things, as far as their labels have words for them."""
    words = content_words(first.label), content_words(second.label)
    return not words[0] or not words[1] or bool(words[0] & words[1])


def check_same_date(contexts: Sequence[Context]) -> Iterator[tuple[str, Outcome]]:
    """Say of a figure that two records give for one indicator and one period whether it is the same in both.

    Source: rule 19 of the list of checks.
    """
    known: dict[tuple[str, Period, Unit | None], tuple[Context, Figure]] = {}
    for context in contexts:
        for figure in levels(context):
            if figure.period is None or figure.indicator is None:
                continue
            key = (figure.indicator, figure.period, figure.unit)
            before = known.get(key)
            if before is None:
                known[key] = context, figure
            elif before[0] is not context and _alike(before[1], figure):
                said = f"{figure_words(before[1])} in {_meeting(before[0])}"
                working: tuple[Figure | str, ...] = (figure, f", {said}, both {period_words(figure.period)}")
                if reach(figure).meets(reach(before[1])):
                    yield (
                        context.input.document_id,
                        holds("Two records give the same figure.", *working, ", holds", words=said),
                    )
                else:
                    message = f"{figure_words(figure)} here, but {said} for the same date; worth checking."
                    yield context.input.document_id, query(message, *working, words=said)


def check_trend_since(contexts: Sequence[Context]) -> Iterator[tuple[str, Outcome]]:
    """Say of "had risen to …" without an opening figure whether the last record's figure is on that side.

    Source: rule 18 of the list of checks ("had continued to rise" against the last record's value).
    """
    last: dict[str, tuple[Context, Figure]] = {}
    for context in contexts:
        for figure in context.figures:
            before = last.get(figure.indicator or "")
            way = _claimed(context, figure)
            if before is None or way is None or before[1].unit is not figure.unit:
                continue
            said = f"{figure_words(before[1])} in {_meeting(before[0])}"
            word = "risen" if way is Way.UP else "fallen"
            working: tuple[Figure | str, ...] = (figure, f", said to have {word}; {said}")
            if (figure.value - before[1].value) * way > 0:
                yield (
                    context.input.document_id,
                    holds(f"It has {word} since the last record.", *working, ", holds", words=said),
                )
            else:
                message = f"The figure is said to have {word}, but it was {said}; worth checking."
                yield context.input.document_id, query(message, *working, words=said)
        for key, stock in last_stocks(context).items():
            last[key] = context, stock


def _claimed(context: Context, figure: Figure) -> Way | None:
    """Return the way that a stock is said to have gone where its sentence gives no other value, or None."""
    sentence = context.passages.sentence_of(figure)
    if sentence is None or len(sentence.figures) != 1 or context.measure(figure) is not Measure.STOCK:
        return None
    before = context.passages.before(figure, 60)
    return Way.UP if _ROSE.search(before) else Way.DOWN if _FELL.search(before) else None


def check_jumps(contexts: Sequence[Context]) -> Iterator[tuple[str, Outcome]]:
    """Ask about a stock that is ten times another record's, or a quarter off it within a quarter of a year.

    Source: rule 20 of the list of checks (×10, or ±25 % on a stock in a quarter).
    """
    series: dict[str, list[tuple[Context, Figure]]] = {}
    for context in contexts:
        for key, figure in last_stocks(context).items():
            series.setdefault(key, []).append((context, figure))
    for points in series.values():
        for (earlier, before), (later, after) in pairwise(points):
            if before.period is None or after.period is None or before.value < 20 or after.value <= 0:
                continue
            if before.unit is not after.unit or not _alike(before, after):
                continue
            days = (after.period.end - before.period.end).days
            factor = max(after.value / before.value, before.value / after.value)
            change = abs(after.value - before.value) / before.value
            if factor >= _TEN or (0 < days <= _QUARTER_DAYS and change > _QUARTER):
                said = f"{figure_words(before)} in {_meeting(earlier)}"
                message = f"{figure_words(after)} here, {said}: a jump; worth checking."
                yield later.input.document_id, query(message, after, f", {said}", words=said)


TREND_SINCE = AcrossRule(
    18, "trend across records", Severity.MEDIUM, "A trend word agrees with the last record.", check_trend_since
)
SAME_DATE = AcrossRule(19, "one date, two records", Severity.HIGH, "Two records agree on one date.", check_same_date)
JUMPS = AcrossRule(20, "jump between records", Severity.LOW, "A stock does not jump between records.", check_jumps)
