"""Two percentages set beside each other, with two counts for each: "from 326 to 379, as a share 81.1% and 78.0%".

What was at one time is told beside what was at another: two wholes, two parts, two shares, "26.6% as against 28.1%".
Which count belongs to which follows from the order: as far as the one part stands from its fellow, so far stand the
two wholes from each other. A share that agrees tells how its fellow is made up; one that a slip keeps from that is
asked about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from crossfoot.checks.arithmetic.shares.share_tables import fits, is_count, plausible, printed_share
from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.interval import reach
from crossfoot.checks.basis.passages import Sentence
from crossfoot.checks.basis.slips import is_slip, is_slip_within
from crossfoot.model import Figure, Nature, Qualifier, Unit

Share = tuple[Figure, Figure, Figure]
_SET_BESIDE = re.compile(
    r"^[^;]{0,70}?(?:\b(?:compar\w+|against|from|to|than|and|or|was|were|been|where|while|last|previous\w*|earlier|before)"
    r"\b|\()[^;]{0,60}$"
)
_AIMS = frozenset({Nature.CHANGE, Nature.BENCHMARK, Nature.TARGET})
_OTHERS = re.compile(r"\b(?:target\w*|aim\w*|national\w*|england|region\w*|neighbours?|averag\w*|standard|points?)\b")
_BACK = 2
"""So many sentences before theirs the counts of two percentages may stand."""
_FOUR = 4
_MOST = 10
_LEAST = 20


def paired_shares(context: Context, settled: frozenset[str]) -> Iterator[Share]:
    """Yield part, whole and percentage of the shares that are set beside another which agrees."""
    for sentence in context.passages.sentences:
        percents = [f for f in sentence.figures if f.unit is Unit.PERCENT]
        if len(percents) < 2 or context.passages.paragraphs[sentence.paragraph].is_row:
            continue
        pool: Sequence[Figure] | None = None
        for first, second in pairwise(percents):
            if {first.id, second.id} <= settled or not _set_beside(context, first, second):
                continue
            pool = _pool(context, sentence) if pool is None else pool
            if _FOUR <= len(pool) <= _MOST:
                yield from _paired(pool, first, second, settled)


def _set_beside(context: Context, first: Figure, second: Figure) -> bool:
    """Tell whether two percentages are of one thing at two times or places."""
    plain = all(0 < f.value < 100 and f.nature not in _AIMS and f.qualifier is Qualifier.NONE for f in (first, second))
    between = context.passages.between(first, second)
    if not plain or first.step != second.step or _SET_BESIDE.match(between) is None:
        return False
    return (
        _OTHERS.search(f"{context.passages.before(first, 30)} {between} {context.passages.after(second, 12)}") is None
    )


def _pool(context: Context, sentence: Sentence) -> Sequence[Figure]:
    """Return the plain counts of a sentence and of those before it in its paragraph."""
    start = max(0, sentence.index - _BACK)
    window = [s for s in context.passages.sentences[start : sentence.index + 1] if s.paragraph == sentence.paragraph]
    return [f for s in window for f in s.figures if _is_plain(f)]


def _is_plain(figure: Figure) -> bool:
    told = figure.qualifier in {Qualifier.NONE, Qualifier.APPROX} and figure.value > 0
    return told and is_count(figure) and figure.nature not in _AIMS


def _paired(pool: Sequence[Figure], first: Figure, second: Figure, settled: frozenset[str]) -> Iterator[Share]:
    """Yield the shares of two percentages, of which one at least agrees."""
    found: list[tuple[Share, Share]] = []
    for sure, other in ((first, second), (second, first)):
        for a, part in enumerate(pool):
            for b, whole in enumerate(pool):
                if part is whole or not same_kind(part, whole) or not fits(part, whole, sure):
                    continue
                for c, d in _fellows(pool, a, b):
                    if same_kind(c, d) and 0 < c.value < d.value:
                        found.append(((part, whole, sure), (c, d, other)))
    agreeing = [pair for pair in found if fits(*pair[1])]
    meant = agreeing or [pair for pair in found if _is_missed(*pair[1])]
    if first.step >= 1 and (len(pool) != _FOUR or len({pair[1][:2] for pair in meant}) > 1):
        return
    if len({tuple(f.value for f in pair[1][:2]) for pair in meant}) == 1 or agreeing:
        for share in meant[0]:
            if share[2].id not in settled:
                yield share


def _fellows(pool: Sequence[Figure], a: int, b: int) -> Iterator[tuple[Figure, Figure]]:
    """Yield the part and the whole that stand as far on, or back, as each other from a part and a whole."""
    for step in (-2, -1, 1, 2):
        c, d = a + step, b + step
        if 0 <= c < len(pool) and 0 <= d < len(pool) and not {a, b} & {c, d}:
            yield pool[c], pool[d]


def _is_missed(part: Figure, whole: Figure, percent: Figure) -> bool:
    """Tell whether one slip of typing in any of the three keeps a share from agreeing."""
    if whole.value < _LEAST * whole.step:
        return False
    low, high = reach(percent).low / 100, reach(percent).high / 100
    return (
        (is_slip(percent, printed_share(part, whole)) and plausible(part, whole, percent))
        or is_slip_within(part, whole.value * low, whole.value * high)
        or (percent.step < 1 and is_slip_within(whole, part.value / high, part.value / low))
    )
