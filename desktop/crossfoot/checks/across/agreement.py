"""Rules 18 to 20: the same figure in two records, a trend word against the last record, a jump."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from crossfoot.checks.across.order import AcrossRule
from crossfoot.checks.across.sketch import Sketch
from crossfoot.checks.basis.cues import content_words
from crossfoot.checks.basis.interval import reach
from crossfoot.checks.basis.outcome import Outcome, holds, query
from crossfoot.checks.dates.calendar import long_day
from crossfoot.model import Figure, Period, Severity, Unit
from crossfoot.model.wording import figure_words, period_words

_QUARTER_DAYS = 100
_QUARTER = Decimal("0.25")
_TEN = 10


def _meeting(sketch: Sketch) -> str:
    """Return the record's meeting in words."""
    day = sketch.meeting_date
    return f"the record of {long_day(day)}" if day else "an earlier record"


def _alike(first: Figure, second: Figure) -> bool:
    """Tell whether two figures of one indicator count the same things, as far as their labels have words for them."""
    words = content_words(first.label), content_words(second.label)
    return not words[0] or not words[1] or bool(words[0] & words[1])


def check_same_date(sketches: Sequence[Sketch]) -> Iterator[tuple[str, Outcome]]:
    """Say of a figure that two records give for one indicator and one period whether it is the same in both.

    Source: rule 19 of the list of checks.
    """
    known: dict[tuple[str, Period, Unit | None], tuple[Sketch, Figure]] = {}
    for sketch in sketches:
        for figure in sketch.levels:
            if figure.period is None or figure.indicator is None:
                continue
            key = (figure.indicator, figure.period, figure.unit)
            before = known.get(key)
            if before is None:
                known[key] = sketch, figure
            elif before[0] is not sketch and _alike(before[1], figure):
                said = f"{figure_words(before[1])} in {_meeting(before[0])}"
                working: tuple[Figure | str, ...] = (figure, f", {said}, both {period_words(figure.period)}")
                if reach(figure).meets(reach(before[1])):
                    yield (
                        sketch.document_id,
                        holds("Two records give the same figure.", *working, ", holds", words=said),
                    )
                else:
                    message = f"{figure_words(figure)} here, but {said} for the same date; worth checking."
                    yield sketch.document_id, query(message, *working, words=said)


def check_trend_since(sketches: Sequence[Sketch]) -> Iterator[tuple[str, Outcome]]:
    """Say of "had risen to …" without an opening figure whether the last record's figure is on that side.

    Source: rule 18 of the list of checks ("had continued to rise" against the last record's value).
    """
    last: dict[str, tuple[Sketch, Figure]] = {}
    for sketch in sketches:
        for claim in sketch.claims:
            figure, way = claim.figure, claim.way
            before = last.get(figure.indicator or "")
            if before is None or before[1].unit is not figure.unit:
                continue
            said = f"{figure_words(before[1])} in {_meeting(before[0])}"
            word = "risen" if way > 0 else "fallen"
            working: tuple[Figure | str, ...] = (figure, f", said to have {word}; {said}")
            if (figure.value - before[1].value) * way > 0:
                yield (
                    sketch.document_id,
                    holds(f"It has {word} since the last record.", *working, ", holds", words=said),
                )
            else:
                message = f"The figure is said to have {word}, but it was {said}; worth checking."
                yield sketch.document_id, query(message, *working, words=said)
        for stock in sketch.stocks:
            last[stock.indicator or ""] = sketch, stock


def check_jumps(sketches: Sequence[Sketch]) -> Iterator[tuple[str, Outcome]]:
    """Ask about a stock that is ten times another record's, or a quarter off it within a quarter of a year.

    Source: rule 20 of the list of checks (×10, or ±25 % on a stock in a quarter).
    """
    series: dict[str, list[tuple[Sketch, Figure]]] = {}
    for sketch in sketches:
        for figure in sketch.stocks:
            series.setdefault(figure.indicator or "", []).append((sketch, figure))
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
                yield later.document_id, query(message, after, f", {said}", words=said)


TREND_SINCE = AcrossRule(
    18, "trend across records", Severity.MEDIUM, "A trend word agrees with the last record.", check_trend_since
)
SAME_DATE = AcrossRule(19, "one date, two records", Severity.HIGH, "Two records agree on one date.", check_same_date)
JUMPS = AcrossRule(20, "jump between records", Severity.LOW, "A stock does not jump between records.", check_jumps)
