"""Shares whose percentage stands elsewhere than their counts: in a scorecard, a headline, another paragraph.

"18 of the 73 who became subject to a plan" under a table that gives 24.7%. The two counts are part and whole in so many
words; the percentage is one that no counts beside it explain, told in words that they share or of an indicator whose
whole they are. One that agrees explains them. Where none does, the one that a slip of typing keeps from agreeing is
worth a look if chance would hardly bring it so near.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from math import log2

from crossfoot.checks.arithmetic.shares.share_tables import fits, printed_share
from crossfoot.checks.basis.bases import BASES, PARTS, of_the_same_time
from crossfoot.checks.basis.chance import surprise
from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.same_thing import another_day, told
from crossfoot.model import Figure, Nature, Qualifier, Unit

Share = tuple[Figure, Figure, Figure]
_OF_THE = re.compile(r"\s*(?:were |was )?(?:out )?of (?:the|those|these|our|all|its|their)(?: [a-z]+){0,1}\s*")
_COUNTS = frozenset({Unit.COUNT, Unit.FTE, None})
_AIMS = frozenset({Nature.TARGET, Nature.BENCHMARK, Nature.CHANGE})
_LEAST = 20
_ENOUGH = 7.0
_BASE = 4.0


def shares_elsewhere(context: Context, settled: frozenset[str]) -> Iterator[Share]:
    """Yield part, whole and percentage of the shares that a slip keeps from agreeing with counts told elsewhere."""
    percents = [
        f
        for f in context.figures
        if f.unit is Unit.PERCENT and f.id not in settled and f.nature not in _AIMS and 0 < f.value < 100
    ]
    if not percents:
        return
    for part, whole in _pairs(context):
        if part.id not in settled and whole.id not in settled:
            found = _missed(context, part, whole, percents)
            if found is not None:
                yield part, whole, found
    yield from _by_definition(context, percents)


def _pairs(context: Context) -> Iterator[tuple[Figure, Figure]]:
    """Yield the counts of "18 of the 73", in whole numbers and both of something that happened."""
    for sentence in context.passages.sentences:
        for part, whole in pairwise(sentence.figures):
            counts = part.unit in _COUNTS and whole.unit in _COUNTS and part.value < whole.value
            if counts and whole.value >= _LEAST and _OF_THE.fullmatch(context.passages.between(part, whole)):
                yield part, whole


def _missed(context: Context, part: Figure, whole: Figure, percents: list[Figure]) -> Figure | None:
    """Return the percentage that a slip keeps from being the share of two counts, if none is."""
    if any(fits(part, whole, percent) for percent in percents):
        return None
    best: tuple[float, Figure] | None = None
    near = [(f, _weight(context, part, whole, f)) for f in percents]
    tied = [(f, weight) for f, weight in near if weight > 0]
    for percent, weight in tied:
        meant = (
            surprise(percent, printed_share(part, whole)),
            surprise(part, whole.value * percent.value / 100) if part.value >= _LEAST or percent.step < 1 else 0.0,
            surprise(whole, part.value * 100 / percent.value),
        )
        sure = max(meant) + weight - log2(3 * len(tied))
        if max(meant) and (best is None or sure > best[0]):
            best = sure, percent
    return best[1] if best is not None and best[0] >= _ENOUGH else None


def _weight(context: Context, part: Figure, whole: Figure, percent: Figure) -> float:
    """Return what says that a percentage is the share of two counts, in bits; nothing where it is not of them."""
    if another_day(context, part, percent) or percent.qualifier not in {Qualifier.NONE, Qualifier.APPROX}:
        return 0.0
    base = BASES.get(percent.indicator or "")
    keys = {part.indicator, whole.indicator} - {None}
    first, second, share = told(context, part), told(context, whole), told(context, percent)
    if share.compared or (first.others | second.others) ^ share.others:
        return 0.0
    common = len(share.words & (first.beside | second.beside))
    if base not in keys and percent.indicator not in keys and common < 2:
        return 0.0
    home, other = context.passages.sentence_of(part), context.passages.sentence_of(percent)
    far = abs(home.index - other.index) if home is not None and other is not None else _LEAST
    return _BASE * (base in keys or percent.indicator in keys) + min(3, common) + (far <= _LEAST)


def _by_definition(context: Context, percents: list[Figure]) -> Iterator[Share]:
    """Yield the shares of percentages in tables whose part and whole have indicators of their own."""
    for percent in percents:
        key = percent.indicator or ""
        if key not in PARTS or percent.qualifier is not Qualifier.NONE:
            continue
        parts, wholes = (of_the_same_time(context, one, percent) for one in (PARTS[key], BASES[key]))
        if len({f.value for f in parts}) != 1 or len({f.value for f in wholes}) != 1:
            continue
        part, whole = parts[0], wholes[0]
        if not same_kind(part, whole) or fits(part, whole, percent) or part.value >= whole.value:
            continue
        near = (surprise(percent, printed_share(part, whole)), surprise(part, whole.value * percent.value / 100))
        if any(near):
            yield part, whole, percent
