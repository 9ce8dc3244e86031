"""What cells of a table have from those beside or below them, where none of their own words names a measure.

"Police | 774", "Schools | 435" and the like that add up to "All | 2,418" are parts of what that is, whatever their rows
are called. "Plans, March | June | Change" goes on about plans.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from crossfoot.extraction.figures.indicators.silence import names_no_measure
from crossfoot.extraction.figures.lexicon import Family, Lexicon
from crossfoot.extraction.figures.tables.heads import HeadWords
from crossfoot.model import Figure, Measure, Nature, Unit

_TOTAL = re.compile(
    r"(?:grand |sub-?\s?|overall )?totals?\b.*|all\b(?: \w+)?|overall|combined|together|sum", re.IGNORECASE
)
_FEWEST_PARTS = 2
_LEAST = 20
"""Smaller numbers add up by chance."""

_PLANNED = re.compile(r"\W*(?:proposed|planned|plan|new|revised|forecast|projected|expected)\W*", re.IGNORECASE)
"""Heads that say no more than of what nature a column is."""


def named_by_their_totals(
    lexicon: Lexicon,
    figures: Iterable[Figure],
    columns: Mapping[int, Sequence[Figure]],
    told: Mapping[tuple[Decimal, Unit | None], Figure],
) -> list[Figure]:
    """Return the figures of a table, the parts that have no indicator with that of the total that they add up to.

    ``columns`` are the figures of each column whose head names nothing of its own, ``told`` those told before the
    table by value and unit. Only what happens is parted so: those there are at a time are parted by what else they
    are, which has names of its own: "Placed with parents | 27".
    """
    named: dict[str, str] = {}
    for column in columns.values():
        counts = [f for f in column if f.unit is Unit.COUNT and f.nature is not Nature.CHANGE]
        if len(counts) != len(column) or len(counts) < _FEWEST_PARTS or all(f.indicator for f in counts):
            continue
        key = _of_the_whole(counts, told)
        if key is not None and lexicon.indicators[key].measure is Measure.FLOW:
            named.update((f.id, key) for f in counts if f.indicator is None)
    return [replace(f, indicator=named[f.id]) if f.id in named and f.indicator is None else f for f in figures]


def _of_the_whole(counts: Sequence[Figure], told: Mapping[tuple[Decimal, Unit | None], Figure]) -> str | None:
    """Return the indicator of what the counts of a column add up to: its total's, or that of what was told before."""
    *parts, last = counts
    totalled = _TOTAL.fullmatch(last.label) is not None
    if totalled and (len(parts) < _FEWEST_PARTS or sum(f.value for f in parts) != last.value):
        return None
    if totalled and last.indicator is not None:
        return last.indicator
    whole = last.value if totalled else sum((f.value for f in counts), Decimal(0))
    before = told.get((whole, Unit.COUNT))
    several = len(parts) >= _FEWEST_PARTS and whole >= _LEAST
    return before.indicator if before is not None and several else None


def like_the_one_beside(lexicon: Lexicon, figure: Figure, head: HeadWords, beside: Sequence[Figure]) -> Figure:
    """Return a figure with the indicator of the one on its left, where its column's head names but a time or a change.

    ``beside`` are the figures of its row before it.
    """
    if figure.indicator is not None or not beside or head.sentence is None or beside[-1].indicator is None:
        return figure
    if figure.unit is not Unit.GBP and lexicon.families[beside[-1].indicator] is Family.MONEY:
        return figure
    same = figure.unit is beside[-1].unit or (figure.unit is Unit.PERCENT and figure.nature is Nature.CHANGE)
    bare = names_no_measure(head.sentence) or _PLANNED.fullmatch(head.text) is not None
    in_time = figure.unit is Unit.COUNT and _IN_TIME.match(head.text) is not None
    return replace(figure, indicator=beside[-1].indicator) if same and bare and not in_time else figure


_IN_TIME = re.compile(
    r"\W*(?:of which |of these )?(?:within|inside|in)\s(?:the\s)?(?:\d+|time|target|timescales?)\b", re.IGNORECASE
)
"""Heads of how many of those beside them were done in time, which no indicator counts."""
