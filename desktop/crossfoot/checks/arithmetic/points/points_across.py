"""Two percentages and a number of points that stand alone together in neighbouring sentences or lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from crossfoot.checks.basis.context import Context
from crossfoot.model import Figure, Qualifier, Unit

Three = tuple[Figure, Figure, Figure]

_OTHERS = re.compile(r"\b(?:respectively|to between|at least|up to|over the (?:three|four|five|ten) years)\b")
_APART = re.compile(
    r"\b(?:above|below|higher|lower|gap|difference|increase\w*|decrease\w*|rise|risen|rose|fall|fell|fallen"
    r"|drop\w*|improve\w*"
    r"|up|down|ahead|behind|better|worse|more|less|short|change|reduction|gain\w*|closer|apart|narrow\w*|widen\w*"
    r"|by|of)\b"
)
_THREE = 3
_LINE = 70
"""The longest line, in characters, that is a name and its number."""
_FAR = Decimal(3)


def points_across(context: Context, settled: frozenset[str]) -> Iterator[Three]:
    """Yield two percentages and the points that are told of them, where no other percentage is near.

    Figures in ``settled`` were read within their sentence.
    """
    for paragraph in context.passages.paragraphs:
        sentences = paragraph.sentences
        for size in range(1, _THREE + 1):
            for start in range(len(sentences) - size + 1):
                window = sentences[start : start + size]
                low = context.passages.low[window[0].span.start : window[-1].span.end]
                if window[0].figures and window[-1].figures and not _OTHERS.search(low):
                    yield from _three([f for s in window for f in s.figures], low, settled)
    rows = context.passages.paragraphs
    for trio in zip(rows, rows[1:], rows[2:], strict=False):
        alone = all(len(p.figures) == 1 and p.span.end - p.span.start <= _LINE for p in trio)
        if alone and all(b.index - a.index == 1 for a, b in pairwise(trio)):
            low = context.passages.low[trio[0].span.start : trio[2].span.end]
            yield from _three([p.figures[0] for p in trio], low, settled)


def _three(figures: Sequence[Figure], low: str, settled: frozenset[str]) -> Iterator[Three]:
    shares = [f for f in figures if f.unit is Unit.PERCENT]
    points = [f for f in figures if f.unit is Unit.PERCENTAGE_POINTS]
    if len(shares) != 2 or len(points) != 1 or not _APART.search(low):
        return
    first, second, told = *shares, points[0]
    plain = all(f.qualifier is Qualifier.NONE for f in (*shares, told))
    apart = abs(first.value - second.value)
    near = told.value > 0 and apart / _FAR <= told.value <= apart * _FAR
    if plain and near and told.span.start > second.span.start and not {first.id, second.id, told.id} & settled:
        yield first, second, told
