"""Values that others bound: a median by the longest, an average by what nobody is above, a whole's rate by its parts'.

An average of everybody lies between those of the groups that everybody is made of, whatever their sizes: the rate of
all pupils between that of boys and that of girls, the region's between those of its councils.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.interval import reach
from crossfoot.checks.basis.outcome import Outcome, holds, query
from crossfoot.checks.basis.passages import Paragraph, Table
from crossfoot.checks.basis.sums import adds_up
from crossfoot.model import Figure, Nature, Unit
from crossfoot.model.wording import value_words

_MIDDLE = re.compile(
    r"\b(?:average|mean|median|averag(?:ed|es|ing)|typical(?:ly)?)\b(?: (?:was|is|of|being|at|wait|were"
    r"|stood|now))*\s*£?$"
)
_MIDDLE_BEHIND = re.compile(r"^\s*(?:[a-z]+ )?on average\b")
_TOP = re.compile(
    r"\b(?:longest|highest|largest|maximum|dearest|most|oldest|nobody (?:had |has |with |is |was )?(?:above|over"
    r"|more than)|no one (?:had |has |with |is |was )?(?:above|over|more than)|none (?:above|over|more than)|at most"
    r"|no more than"
    r"|never (?:above|over|more than))\b[a-z ]{0,30}?(?: (?:was|is|at|being|of))?\s*£?$"
)
_BOTTOM = re.compile(
    r"\b(?:shortest|lowest|smallest|minimum|cheapest|youngest|nobody (?:had |has |with )?(?:below|under|less than"
    r"|fewer than)"
    r"|at least|no fewer than|no less than)\b[a-z ]{0,30}?(?: (?:was|is|at|being|of))?\s*£?$"
)
_WHOLE_ROW = re.compile(
    r"^(?:all|total|overall|together|combined|both|everyone|all [a-z]+|council|borough|county|city)\b"
)
_RATES = frozenset({Unit.PERCENT, Unit.RATE_PER_10000, Unit.DAYS, Unit.WEEKS, Unit.MONTHS, Unit.SCORE})
_COUNTS = frozenset({Unit.COUNT, Unit.FTE, None})
_NOT_AN_AVERAGE = re.compile(r"\b(?:target|change|difference|gap|lost|total|rolling|england|neighbours?)\b")


def bounded(context: Context) -> Iterator[Outcome]:
    """Yield whether averages lie within what bounds them."""
    yield from _by_extremes(context)
    yield from _by_groups(context)
    for table in context.passages.tables:
        yield from _by_columns(table)


def _by_extremes(context: Context) -> Iterator[Outcome]:
    """Yield whether an average lies under the highest and over the lowest that the same sentence gives."""
    for sentence in context.passages.sentences:
        # "Nobody above 22" reports a nought beside its bound.
        both = [f for f in sentence.figures if f.value > 0]
        if context.passages.paragraphs[sentence.paragraph].is_row or len(both) != _TWO:
            continue
        for average in both:
            other = both[0] if average is both[1] else both[1]
            if not _is_middle(context, average) or _NOT_AN_AVERAGE.search(sentence.low):
                continue
            front = context.passages.before(other, 60)
            top, bottom = _TOP.search(front), _BOTTOM.search(front)
            alike = same_kind(average, other) or _bare(average, other)
            if not alike or bool(top) is bool(bottom) or _far(context, average, other):
                continue
            fits = reach(average).low <= other.value if top else reach(average).high >= other.value
            named = top or bottom
            word = " ".join(named.group().split()) if named is not None else ""
            yield _said(fits, f"average {value_words(average.value, average.unit)}", average, (other,), word)


def _is_middle(context: Context, figure: Figure) -> bool:
    """Tell whether the words beside a figure call it an average or a median."""
    before = context.passages.before(figure, 50)
    return (
        _MIDDLE.search(before) is not None or _MIDDLE_BEHIND.match(context.passages.after(figure, 30)) is not None
    ) and not _TOP.search(before)


def _bare(first: Figure, second: Figure) -> bool:
    """Tell whether one of two figures leaves its unit to the other: "212 days and the median 41"."""
    return (first.unit in _COUNTS) is not (second.unit in _COUNTS) and Unit.GBP not in {first.unit, second.unit}


def _far(context: Context, first: Figure, second: Figure) -> bool:
    """Tell whether two figures stand too far apart to be of one thing."""
    low, high = sorted((first.span, second.span))
    gap = context.passages.low[low.end : high.start]
    return high.start - low.end > _CLAUSE or re.search(r"\.|\bof (?:which|whom|these|them)\b", gap) is not None


def _by_groups(context: Context) -> Iterator[Outcome]:
    """Yield whether the rate of all, in the last of rows of one rate each, lies between those of its groups."""
    run: list[Paragraph] = []
    for paragraph in (*context.passages.paragraphs, None):
        row = paragraph is not None and (paragraph.is_row or paragraph.kind in {"item", "short"})
        if paragraph is not None and row and paragraph.figures:
            run.append(paragraph)
            continue
        yield from _of_run(context, run)
        run = []


def _of_run(context: Context, run: Sequence[Paragraph]) -> Iterator[Outcome]:
    """Yield whether each row named for all lies between the rows of its groups just above it."""
    for index in range(2, len(run)):
        firsts = [row.figures[0] for row in run[: index + 1]]
        labels = [
            context.passages.low[row.span.start : f.span.start].strip(" |\t-–:*")
            for row, f in zip(run, firsts, strict=False)
        ]
        if not _WHOLE_ROW.search(labels[index]) or len(run) > _MANY:
            continue
        groups = firsts[:index]
        unit = groups[0].unit
        plain = all(f.unit is unit and f.nature in {Nature.ACTUAL, None} for f in firsts)
        words = " ".join(labels)
        if unit not in _RATES or not plain or _NOT_AN_AVERAGE.search(words) or len({f.indicator for f in firsts}) > 1:
            continue
        if unit is Unit.PERCENT and adds_up(groups, firsts[index]):
            continue  # shares that make the whole
        yield _between(firsts[index], groups, labels[index])


_TWO, _MANY, _CLAUSE, _LEAST_WIDTH = 2, 8, 80, 4


def _by_columns(table: Table) -> Iterator[Outcome]:
    """Yield whether rates of a last column lie between the others, where a row of counts makes it their sum."""
    rows = [row[1:] for row in table.rows if len(row) == table.width and all(f is not None for f in row[1:])]
    full = [[f for f in row if f is not None] for row in rows]
    if table.width < _LEAST_WIDTH or len(full) < _TWO:
        return
    counts = [r for r in full if all(f.unit in _COUNTS for f in r) and r[-1].value > max(f.value for f in r[:-1])]
    if not any(adds_up(r[:-1], r[-1]) for r in counts):
        return
    for row in full:
        unit = row[0].unit
        if unit in _RATES and all(f.unit is unit for f in row) and all(f.nature is row[0].nature for f in row):
            yield _between(row[-1], row[:-1], (table.header[-1] if table.header else "") or "whole")


def _between(whole: Figure, groups: Sequence[Figure], word: str) -> Outcome:
    """Return whether a rate of all lies between those of its groups."""
    low, high = min(groups, key=lambda f: f.value), max(groups, key=lambda f: f.value)
    fits = reach(low).low <= reach(whole).high and reach(whole).low <= reach(high).high
    return _said(fits, f"“{word.strip()}”, {value_words(whole.value, whole.unit)},", whole, (low, high), "")


def _said(fits: bool, name: str, value: Figure, ends: Sequence[Figure], word: str) -> Outcome:
    """Return whether a value lies within its bounds."""
    if len(ends) > 1:
        working: tuple[Figure | str, ...] = ("from ", ends[0], " to ", ends[1], ", all ", value)
        bound = f"from {value_words(ends[0].value, ends[0].unit)} to {value_words(ends[1].value, ends[1].unit)}"
    else:
        working = (f"{word} ", ends[0], ", average ", value)
        bound = f"{word} {value_words(ends[0].value, ends[0].unit)}"
    if fits:
        return holds("The value lies within its bounds.", *working, ", holds")
    return query(f"The {name} does not go with the others, {bound}; worth checking.", *working)
