"""Four numbers alone in a passage of which words tell that some came and some went, weighed against chance.

"72 became the subject of a plan, while 58 plans were discontinued; 211 had a plan at the end, compared with 197 at the
beginning." Whichever is the opening and whichever the closing number, it and what went are together as much as the
other and what came, so that two of the four add up to what the other two do. Where no two do, and no three make the
fourth, a slip of typing in one of them is worth a look if chance would hardly bring it so near.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from math import log2

from crossfoot.checks.arithmetic.changes.balances import Balance, clause_of, flow_in, speaks_of_flows
from crossfoot.checks.arithmetic.changes.misread import balance_outcomes
from crossfoot.checks.basis.chance import surprise
from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.outcome import Outcome
from crossfoot.checks.basis.passages import Paragraph
from crossfoot.checks.basis.sums import adds_up
from crossfoot.model import Figure, Nature, Qualifier, Unit

_PLACED = frozenset({Unit.COUNT, Unit.FTE, Unit.GBP, None})
_APART = frozenset({Nature.TARGET, Nature.BENCHMARK, Nature.CHANGE, Nature.VARIANCE})
_FOUR, _SENTENCES = 4, 3
_TELLING = 20
_ENOUGH = 3.0


def weighed_balances(context: Context) -> Iterator[Outcome]:
    """Yield the balances of passages that hold four numbers alone, where a slip keeps them from coming out."""
    for paragraph in context.passages.paragraphs:
        if paragraph.is_row or len(paragraph.figures) != _FOUR or len(paragraph.sentences) > _SENTENCES + 1:
            continue
        if all(speaks_of_flows(context.passages.low[paragraph.span.start : paragraph.span.end])):
            found = _balance(context, paragraph)
            if found is not None and _surprise(found) - log2(3) >= _ENOUGH:
                yield from balance_outcomes(context, [found])


def _balance(context: Context, paragraph: Paragraph) -> Balance | None:
    """Return what one number that came and one that went make of the other two, where nothing else explains them."""
    figures = paragraph.figures
    told = all(f.unit in _PLACED and f.qualifier is Qualifier.NONE and f.nature not in _APART for f in figures)
    if not told or not all(same_kind(f, figures[0]) and f.value > 0 for f in figures):
        return None
    flows = {f.id: _flow(context, f) for f in figures}
    came, went = ([f for f in figures if flows[f.id] == way] for way in ("in", "out"))
    if len(came) != 1 or len(went) != 1 or _is_explained(figures):
        return None
    if any(_tells_in_what_way(context, figure, figures) for figure in (came[0], went[0])):
        return None
    first, last = (f for f in figures if f not in (came[0], went[0]))
    if min(first.value, last.value) < _TELLING * first.step:
        return None
    forth = Balance(first, (came[0],), (went[0],), last)
    back = Balance(last, (came[0],), (went[0],), first)
    return max((forth, back), key=_surprise)


def _flow(context: Context, figure: Figure) -> str | None:
    """Return whether the words of its clause tell that a number came or went."""
    home = context.passages.sentence_of(figure)
    return flow_in(*clause_of(context, home, figure)) if home is not None else None


def _tells_in_what_way(context: Context, figure: Figure, figures: Sequence[Figure]) -> bool:
    """Tell whether a number is only of those that came or went in one way, besides others: "twelve joined by post"."""
    home = context.passages.sentence_of(figure)
    if home is None:
        return False
    stop = min(
        (f.span.start for f in figures if figure.span.end <= f.span.start < home.span.end), default=home.span.end
    )
    return _IN_ONE_WAY.search(context.passages.low[figure.span.end : stop]) is not None


_IN_ONE_WAY = re.compile(
    r"\b(?:by (?:telephone|phone|post|letter|e?-?mail|word)|without|through|via|online|in person)\b"
)


def _is_explained(figures: Sequence[Figure]) -> bool:
    """Tell whether two of four numbers are as much as the other two, or three of them, or two, make another."""
    a, b, c, d = (f.value for f in figures)
    pairs = a + b == c + d or a + c == b + d or a + d == b + c
    return pairs or any(
        adds_up(parts, whole)
        for whole in figures
        for size in (2, 3)
        for parts in combinations([f for f in figures if f is not whole], size)
    )


def _surprise(balance: Balance) -> float:
    """Return how seldom chance brings a balance so near coming out, by a slip in one of its numbers."""
    opening, came, went, closing = balance.opening, balance.came[0], balance.went[0], balance.closing
    over = opening.value + came.value - went.value - closing.value
    return max(
        surprise(closing, closing.value + over),
        surprise(opening, opening.value - over),
        surprise(came, came.value - over),
        surprise(went, went.value + over),
    )
