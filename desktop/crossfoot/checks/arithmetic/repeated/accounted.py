"""Figures that other figures of the record account for: no slip of typing made them what they are.

A whole that its parts add up to, a part of such a whole, an amount that two others beside it make, a value that stands
in the record twice: each was meant. Where both of two figures are so, neither is the other with a slip.
"""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from crossfoot.checks.arithmetic.wholes.groups import groups
from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.sums import adds_up
from crossfoot.model import Figure

_PLACES = 3
"""Digits from which it is no chance that two numbers beside one make it."""


def both_meant(context: Context, one: Figure, other: Figure) -> bool:
    """Tell whether each of two figures is accounted for by others."""
    known, times = context.once(_accounted_for), context.once(_times)
    return all(figure.id in known or times[abs(figure.value)] > 1 for figure in (one, other))


def _times(context: Context) -> Counter[Decimal]:
    """Return how often each value stands in the record."""
    return Counter(abs(figure.value) for figure in context.figures)


def _accounted_for(context: Context) -> frozenset[str]:
    """Return the ids of parts and wholes that add up, and of what two figures beside one make."""
    found = {
        f.id for group in groups(context) if adds_up(group.parts, group.whole) for f in (group.whole, *group.parts)
    }
    for sentence in context.passages.sentences:
        following = context.passages.sentences[sentence.index + 1 : sentence.index + 2]
        beside = [f for s in (sentence, *following) if s.paragraph == sentence.paragraph for f in s.figures]
        for whole in sentence.figures:
            size = abs(whole.value)
            if whole.step > 0 and size / whole.step >= 10 ** (_PLACES - 1):
                values = {
                    abs(f.value) for f in beside if f is not whole and f.unit is whole.unit and f.nature is whole.nature
                }
                if any(size - value in values and size != 2 * value for value in values):
                    found.add(whole.id)
    return frozenset(found)
