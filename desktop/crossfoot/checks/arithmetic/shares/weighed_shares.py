"""Shares whose count and whole stand sentences away, weighed by the words against how many pairs might be meant.

A percentage that nothing nearer explains is set against every pair of counts told about it: in its sentence, in those
before it in the paragraph, in the list that it is an item of. One that agrees explains it. Where none does, a pair that
a slip of typing keeps from agreeing is worth a look if chance would hardly bring it: how seldom a slip is so near, how
close the pair is told and how the words tie it to the percentage, less what it costs that many pairs were tried.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from math import log2

from crossfoot.checks.arithmetic.shares.share_tables import fits, is_count, printed_share
from crossfoot.checks.arithmetic.shares.share_words import beside, told_alike, weight
from crossfoot.checks.basis.chance import surprise, surprise_within
from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.interval import reach
from crossfoot.checks.basis.passages import Sentence
from crossfoot.model import Figure, Nature, Qualifier, Unit

Share = tuple[Figure, Figure, Figure]

_SIGN = re.compile(r"\s*(?:%|per ?cent|percent)")
_FIRM = frozenset({Qualifier.NONE, Qualifier.APPROX, Qualifier.UNDER, Qualifier.OVER})
_BOUNDS = frozenset({Qualifier.UNDER, Qualifier.OVER})
_AIMS = frozenset({Nature.CHANGE, Nature.BENCHMARK, Nature.TARGET})
_BACK = 4
_ENOUGH = 4.5
"""How sure, in bits, a pair must be that a slip keeps from agreeing, to be asked about."""
_HELD = 4.0
"""How sure, in bits, a pair must be that agrees, to be shown as what a percentage is of."""
_SLIPPED = 6.0
"""How seldom, in bits, a figure is mistyped: what it costs to take a pair with a slip where another pair agrees."""
_LARGEST_POOL = 14
_COUNTED_TWICE = 2.0
"""What it costs to ask of a part and of its whole as well whether they were mistyped."""
_TELLS = 1.0
"""What a slip must tell by itself, in bits: words alone make no slip of what any number might be."""
_TELLING = 20
_SPREAD = 50
"""Percentages are spread over so many whole numbers, most of them: how seldom chance makes one agree."""


def weighed_shares(context: Context, settled: frozenset[str]) -> Iterator[Share]:
    """Yield part, whole and percentage of shares that only the record about them explains."""
    for sentence in context.passages.sentences:
        if not any(f.unit is Unit.PERCENT for f in sentence.figures):
            continue
        if context.passages.paragraphs[sentence.paragraph].is_row:
            continue
        for place, percent in enumerate(sentence.figures):
            if percent.id not in settled and _is_share(percent):
                found = _settled(context, sentence, place)
                if found is not None:
                    yield found


def _is_share(percent: Figure) -> bool:
    """Tell whether a figure is a percentage that can be a share: no aim and no change."""
    if percent.unit is not Unit.PERCENT or not 0 < percent.value < 100 or percent.nature in _AIMS:
        return False
    return percent.qualifier in _FIRM


def _settled(context: Context, sentence: Sentence, place: int) -> Share | None:
    """Return the share that agrees, or the one that a slip keeps from it and that chance would hardly bring."""
    percent = sentence.figures[place]
    pool = [f for f in _pool(context, sentence) if f is not percent]
    if not 2 <= len(pool) <= _LARGEST_POOL:
        return None
    pairs = [(a, b) for a in pool for b in pool if a is not b and same_kind(a, b) and 0 < a.value < b.value]
    if not pairs:
        return None
    about = beside(context, sentence, place, pool)
    tried = log2(len({(part.value, whole.value) for part, whole in pairs}))
    agreeing = [
        (weight(context, about, *pair) + _seldom(percent) - tried, pair) for pair in pairs if fits(*pair, percent)
    ]
    held = max(agreeing, key=lambda one: one[0], default=None)
    if held is not None and held[0] >= _HELD:
        return (*held[1], percent)
    best: tuple[float, Share] | None = None
    for part, whole in pairs:
        near = _surprise(part, whole, percent)
        if near < _TELLS or whole.value < _TELLING * whole.step or any(fits(part, whole, f) for f in about.others):
            continue
        if about.then and told_alike(about, part, whole) is None:
            continue  # of another time than what was told before it
        sure = near + weight(context, about, part, whole) - tried
        if best is None or sure > best[0]:
            best = sure, (part, whole, percent)
    if percent.quote[-1:].isdigit() and not _SIGN.match(context.passages.after(percent, 12)):
        return None  # a mark, a limit or a year's points, taken for a percentage by its heading
    least = max(_ENOUGH, held[0] + _SLIPPED if held is not None else _ENOUGH)
    if best is None or best[0] < least or any(_moves(a, b, percent) for a, b in pairs):
        return None
    return None if _is_of_another_time(context, best[1]) else best[1]


def _seldom(percent: Figure) -> float:
    """Return in bits how seldom chance makes a percentage agree with two counts that have nothing to do with it."""
    return log2(_SPREAD / float(percent.step)) if percent.step > 0 else 0.0


def _is_of_another_time(context: Context, share: Share) -> bool:
    """Tell whether the percentage is the part's share of its whole's count of another time, told further off.

    "Contacts were 113 up on the 1,702 of last year, referrals fell to 552, so that 30.4% became one": of the 1,815 in
    the table above.
    """
    part, whole, percent = share
    return percent.step < 1 and any(
        fits(part, other, percent) and other.value > part.value
        for other in context.by_indicator.get(whole.indicator or "", ())
        if other is not whole and same_kind(other, whole) and not context.is_subset(other)
    )


def _moves(part: Figure, whole: Figure, percent: Figure) -> bool:
    """Tell whether a percentage is what one of two counts is more or less than the other, or of both together."""
    if percent.qualifier in _BOUNDS:  # "just under 29%" is 28.6%, and not any share below it
        percent = replace(percent, qualifier=Qualifier.NONE, step=percent.step * 2)
    apart, slack = whole.value - part.value, percent.step
    both = part.value + whole.value
    shares = ((apart, part.value), (apart, whole.value), (apart, both), (part.value, both))
    return any(abs(value / base * 100 - percent.value) <= slack for value, base in shares)


def _surprise(part: Figure, whole: Figure, percent: Figure) -> float:
    """Return how seldom chance brings the three so near a share, by a slip in the percentage or in the part."""
    share = printed_share(part, whole)
    first = surprise(percent, share)
    if percent.step >= 1 and abs(share - share.quantize(Decimal(1))) > Decimal("0.45"):
        first = max(first, surprise(percent, share + Decimal("0.1")), surprise(percent, share - Decimal("0.1")))
    if first or percent.qualifier is not Qualifier.NONE:
        return first
    told_as = reach(percent)  # the percentage is right, and the part or its whole was mistyped
    low, high = told_as.low / 100, told_as.high / 100
    other = surprise_within(part, whole.value * low, whole.value * high)
    if low > 0:
        other = max(other, surprise_within(whole, part.value / high, part.value / low))
    return max(0.0, other - _COUNTED_TWICE)


def _pool(context: Context, sentence: Sentence) -> list[Figure]:
    """Return the plain counts told about a percentage: in its sentence, and in those before it that belong to it."""
    every, paragraphs = context.passages.sentences, context.passages.paragraphs
    own = paragraphs[sentence.paragraph]
    found = [f for f in sentence.figures if _plain(f)]
    for index in range(sentence.index - 1, max(-1, sentence.index - 1 - _BACK), -1):
        other = paragraphs[every[index].paragraph]
        if other is not own and (other.is_row or other.index < own.index - _BACK or own.kind == "text"):
            break
        found = [f for f in every[index].figures if _plain(f)] + found
        if other is not own and other.kind == "text":
            break
    return found


def _plain(figure: Figure) -> bool:
    """Tell whether a figure is a count or an amount that may be a part or its whole."""
    told_firmly = figure.qualifier in {Qualifier.NONE, Qualifier.APPROX} and figure.value > 0
    return told_firmly and is_count(figure) and figure.nature is not Nature.BENCHMARK
