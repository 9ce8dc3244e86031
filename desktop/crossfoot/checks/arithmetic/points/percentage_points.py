"""Rule 4: the difference of two percentages, in points."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from rapidfuzz.distance import OSA

from crossfoot.checks.arithmetic.points.points_across import points_across
from crossfoot.checks.arithmetic.points.points_of_others import of_something_else
from crossfoot.checks.arithmetic.points.points_side import sides
from crossfoot.checks.arithmetic.triples import points as points_told
from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.interval import Interval, reach
from crossfoot.checks.basis.outcome import Outcome, Rule, holds, query
from crossfoot.checks.basis.passages import Sentence
from crossfoot.model import Figure, Nature, Severity, Unit
from crossfoot.model.wording import number_words

_POINTS = re.compile(r"^\s*(?:%|percentage|per cent(?:age)?)?[ -]*points?\b")
_BENCHMARK = re.compile(r"\b(?:england|national\w*|region\w*|average|target|neighbours?|similar|elsewhere)\b")
_AGAINST = re.compile(
    r"\b(?:to|from|compared|against|than|and|with|while|whereas|in|had been|before|earlier|previous(?:ly)?|last|but"
    r"|up|down"
    r"|now)\b|,"
)
_THAN = re.compile(r"\b(?:than|above|below|from|on|over|up on|down on|ahead of|behind)\b")
_NEW_CLAUSE = re.compile(r"[;:]|\b(?:and|yet|but|while|whereas|although|though)\b")
_THAN_OTHERS = re.compile(r"\bthan (?!(?:in|at|last|the (?:previous|year|same))\b)")
_DISTANCE = re.compile(
    r"\b(?:by|of|gap|higher|lower|above|below|increase|decrease|improvement|fall|rise|up|down|difference|more"
    r"|less|drop|reduction)\b"
)


def check_points(context: Context) -> Iterator[Outcome]:
    """Say of a number of points whether it is the difference of the two percentages beside it.

    Candidates are sentences with exactly two percentages and one number of points, or one percentage with a number of
    points in a sentence that follows one with the other percentage of the same indicator. Source: rule 4 of the
    list of checks ("40 % and 44 % called '5 points higher'").
    """
    settled: set[str] = set()
    for sentence in context.passages.sentences:
        points = [f for f in sentence.figures if _is_points(context, f)]
        if len(points) != 1:
            continue
        pair = _pair(context, sentence, points[0])
        if pair is None or _of_an_earlier_time(context, pair, points[0]) or _of_others(context, pair, points[0]):
            continue
        settled |= {f.id for f in (*pair, points[0])}
        yield _said(*pair, points[0])
    done: set[str] = set()
    for one, other, apart in points_across(context, frozenset(settled)):
        earlier = _of_an_earlier_time(context, (one, other), apart)
        if apart.id not in done and not earlier and not _of_others(context, (one, other), apart):
            done.add(apart.id)
            settled |= {one.id, other.id, apart.id}
            yield _said(one, other, apart)
    yield from _in_tables(context)
    for first, second, number, words, place in points_told(context, settled):
        lead = context.passages.low[max(0, place.start - 30) : place.start]
        others = of_something_else(context, (first, second), place) or _THE_FIRST.search(lead) is not None
        if abs(first.value - second.value) != number and others:
            continue
        distance = abs(first.value - second.value)
        # A number with decimals has digits enough to be some other difference: it must be a slip of typing off.
        whole = number == number.to_integral_value() or OSA.distance(str(number), str(distance.normalize())) <= 1
        if whole and number / _FAR <= distance <= number * _FAR:
            yield _told(first, second, number, words)
    yield from sides(context)


_THE_FIRST = re.compile(r"\bthe (?:first|second|third|former|latter|other|last)\b[^.;]{0,14}$")
"""Words before points that one of several percentages moved by: what it moved from was told elsewhere."""


def _of_others(context: Context, pair: tuple[Figure, Figure], points: Figure) -> bool:
    """Tell whether points that are not the difference of two percentages are counted from something else."""
    first = _THE_FIRST.search(context.passages.before(points, 30)) is not None
    return not _agree(*pair, points) and (
        first or _lies_between_others(context, pair, points) or of_something_else(context, pair, points.span)
    )


def _lies_between_others(context: Context, pair: tuple[Figure, Figure], points: Figure) -> bool:
    """Tell whether points lie between one of two percentages and another: "49.0% … 64.1%. It dropped by 15.1"."""
    paragraph = context.passages.paragraph_of(points)
    before = [f for f in paragraph.figures if f.span.end <= points.span.start] if paragraph is not None else []
    levels = [f for f in before if f.unit is Unit.PERCENT and f not in pair]
    return any(abs(f.value - one.value) == abs(points.value) > 0 for f in levels for one in pair)


_THAN_EARLIER = re.compile(r"[^.;,]{0,45}\bthan (?:in|at|last|a year|the (?:year|quarter|month|first|last|previous))\b")


def _of_an_earlier_time(context: Context, pair: tuple[Figure, Figure], points: Figure) -> bool:
    """Tell whether points are of an earlier time, and one of two percentages is an aim: "79%, the aim being 90%"."""
    aimed = any(figure.nature in {Nature.TARGET, Nature.BENCHMARK} for figure in pair)
    return aimed and _THAN_EARLIER.match(context.passages.after(points, 70)) is not None


_FAR = Decimal("3.5")
"""Percentages that are further apart, or nearer, than this factor allows are not those that the points are of."""


def _told(first: Figure, second: Figure, number: Decimal, words: str) -> Outcome:
    """Return whether a number of points that is said in words is the difference of two percentages."""
    low, high = sorted((first, second), key=lambda f: f.value)
    value = high.value - low.value
    slack = (high.step + low.step) / 2
    working: tuple[Figure | str, ...] = (high, " − ", low, f" = {number_words(value)} points, “{words}”")
    if abs(value - number) < max(slack, Decimal("0.001")):
        return holds(f"The two percentages are {words} apart.", *working, " holds")
    return query(
        f"The two percentages are {number_words(value)} points apart, but “{words}” is printed; worth checking.",
        *working,
    )


def _said(first: Figure, second: Figure, points: Figure) -> Outcome:
    """Return whether a number of points is the difference of two percentages."""
    value = abs(second.value - first.value)
    working: tuple[Figure | str, ...] = (
        (second, " − ", first) if second.value >= first.value else (first, " − ", second)
    )
    said = number_words(value)
    if _agree(first, second, points):
        return holds(
            f"The two percentages are {number_words(points.value)} points apart.",
            *working,
            " = ",
            points,
            " holds",
        )
    return query(
        f"The two percentages are {said} points apart, but {number_words(points.value)} is printed; worth checking.",
        *working,
        f" = {said} points, ",
        points,
        " is printed",
    )


def _in_tables(context: Context) -> Iterator[Outcome]:
    """Say of a table's column of points whether each cell is the difference of the two percentages before it."""
    for table in context.passages.tables:
        for index, title in enumerate(table.header):
            if index < 3 or not _POINTS_HEAD.search(title.lower()):
                continue
            for row in table.rows:
                cells = row[index - 2 : index + 1]
                first, second, points = cells if len(cells) == 3 else (None, None, None)
                if first is None or second is None or points is None:
                    continue
                if first.unit is second.unit is Unit.PERCENT:
                    yield _said(first, second, points)


_POINTS_HEAD = re.compile(r"\bpoints?\b|\bchange \((?:pp|ppt|pts)\)")


def _agree(first: Figure, second: Figure, points: Figure) -> bool:
    """Tell whether the points are the difference of the printed percentages.

    The rounding of the percentages counts only where the points are printed finer than they are: whoever writes "5
    points"
    beside 40% and 44% did not take the difference of what is printed.
    """
    if points.step < max(first.step, second.step):
        return (reach(second) - reach(first)).size().meets(reach(points).size())
    half = points.step / 2
    distance = abs(second.value - first.value)
    return Interval(points.value - half, points.value + half).size().meets(Interval(distance, distance))


def _is_points(context: Context, figure: Figure) -> bool:
    """Tell whether the figure is a number of percentage points, by its unit or the word behind it."""
    return figure.unit is Unit.PERCENTAGE_POINTS or bool(_POINTS.match(context.passages.after(figure, 24)))


def _pair(context: Context, sentence: Sentence, points: Figure) -> tuple[Figure, Figure] | None:
    """Return the two percentages that the points lie between, in the order of the text, or None."""
    percents = [f for f in sentence.figures if f.unit is Unit.PERCENT and f is not points]
    last = max((p.span.start for p in percents), default=0)
    # "The gap, 19 points, had been the smallest in the region" compares gaps, and not with the region's percentage.
    behind = re.split(r",| (?:was|were|had been|is) ", context.passages.after(points, 60))[0]
    if points.span.start > last and _BENCHMARK.search(behind):
        return None
    if len(percents) == 2:
        fits = _same_measure(*percents) and _compared(context, percents, points)
        return (percents[0], percents[1]) if fits else None
    before = context.passages.previous(sentence)
    if before is None or before.paragraph != sentence.paragraph or not _DISTANCE.search(sentence.low):
        return None
    printed = any(p.span.start > points.span.end for p in percents)  # "better than the 64.3% of neighbours"
    if not printed and _THAN_OTHERS.search(sentence.low, points.span.end - sentence.span.start):
        return None
    both = [f for f in before.figures if f.unit is Unit.PERCENT] + percents
    return (both[0], both[1]) if len(both) == 2 and percents != both and _same_measure(*both) else None


def _compared(context: Context, percents: Sequence[Figure], points: Figure) -> bool:
    """Tell whether a sentence sets its two percentages against each other and gives the points between them."""
    first, second = percents
    if points.span.start > second.span.start or points.span.end <= first.span.start:
        gap = context.passages.between(first, second)
        return len(gap) < 120 and _AGAINST.search(gap) is not None
    gap = context.passages.between(points, second)
    return len(gap) < 90 and _THAN.search(gap) is not None and not _NEW_CLAUSE.search(gap)


def _same_measure(first: Figure, second: Figure) -> bool:
    """Tell whether two percentages may be compared: neither is known to measure something else."""
    return first.indicator is None or second.indicator is None or first.indicator == second.indicator


POINTS = Rule(4, "difference in points", Severity.MEDIUM, "Points are the difference of two percentages.", check_points)
