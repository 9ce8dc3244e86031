"""The figures that a number without words of its own may go on from, the nearest first."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from crossfoot.extraction.figures.indicators.asked import Asked
from crossfoot.extraction.figures.indicators.carried.ellipsis import points_back_by_a_noun, points_back_by_a_pronoun
from crossfoot.extraction.figures.indicators.carried.order import source_in_order
from crossfoot.extraction.figures.indicators.reach import is_told_of_a_pronoun
from crossfoot.extraction.figures.indicators.silence import names_before
from crossfoot.extraction.figures.sight import Surroundings
from crossfoot.model import Figure, Nature, Unit

_COMPARED = frozenset({Nature.TARGET, Nature.BENCHMARK})


def sources_of(asked: Asked) -> Iterator[Figure]:
    """Yield the figures that a number may go on from, the nearest first."""
    sight, around = asked.sight, asked.sight.around
    whole = _whole_before_its_parts(asked)
    if whole is not None:
        yield whole
    in_order = source_in_order(sight) if asked.silent else None
    if in_order is not None:
        yield in_order
    yield from reversed(sight.told)
    last = _alike_in_size(asked, asked.place.last)
    goes_on = around.points_back or is_told_of_a_pronoun(sight) or not sight.told or not names_before(sight)
    if last is not None and goes_on and _is_of_block(last, around):
        if asked.nature in _COMPARED and last.unit is not asked.kind.unit and not sight.told and around.previous:
            yield from (f for f in reversed(around.previous[-1].told) if f.unit is asked.kind.unit)
        if asked.kind.unit is Unit.COUNT and last.unit is Unit.PERCENT and len(around.previous) > 1 and not sight.told:
            only_share = len(around.previous[-1].told) == 1 and around.previous[-1].told[0] is last
            yield from (f for f in reversed(around.previous[-2].told if only_share else ()) if f.unit is Unit.COUNT)
        yield last
    if sight.told and around.previous and points_back_by_a_noun(sight):
        yield from reversed(around.previous[-1].told[-1:])  # "taking the three teams together the average was 20.9"
    if asked.place.listed is not None and not sight.told and not around.previous and points_back_by_a_pronoun(sight):
        yield asked.place.listed
    if around.lead_source is not None:
        yield around.lead_source
    elif last is not None and around.lead is not None and not around.previous:
        yield last


def _whole_before_its_parts(asked: Asked) -> Figure | None:
    """Return what "the total" was: the whole that the sentence before told parts of, "Of this number 168 were"."""
    sight = asked.sight
    s, previous = sight.sentence, sight.around.previous
    if sight.told or len(previous) < _TWO or s.low(0) != "the" or s.low(1) not in _TOTALS:
        return None
    parts, whole = previous[-1].sentence, previous[-2].told
    parted = parts.low(0) == "of" and parts.low(1) in _OF_IT
    return whole[-1] if parted and whole and whole[-1].unit is asked.kind.unit else None


_SENTENCES = 2
_TOTALS = frozenset({"total", "whole", "overall"})
_OF_IT = frozenset({"this", "these", "those", "the", "them"})
_TWO = 2


def _alike_in_size(asked: Asked, last: Figure | None) -> Figure | None:
    """Return the figure that a bare count goes on from: the rate before it, or the count before that if it is as large.

    "772 children in care, a rate of 96 per 10,000. In March it had 698."
    """
    previous = asked.sight.around.previous
    if last is None or not previous or not asked.kind.bare or last.unit is not Unit.RATE_PER_10000:
        return last
    value = asked.sight.number.value
    told = [f for reading in previous[-_SENTENCES:] for f in reading.told]
    counts = [f for f in told if f.unit is Unit.COUNT and f.indicator is not None]
    if counts and not as_large(value, last.value) and as_large(value, counts[-1].value):
        return counts[-1]
    return last


def as_large(a: Decimal, b: Decimal) -> bool:
    """Tell whether neither of two numbers is much larger than the other."""
    return max(a, b) <= _MUCH_LARGER * min(a, b)


_MUCH_LARGER = 3


def _is_of_block(figure: Figure, around: Surroundings) -> bool:
    """Tell whether a figure stands in one of the sentences before in the same block."""
    return bool(around.previous) and around.previous[0].sentence.block.start <= figure.span.start
