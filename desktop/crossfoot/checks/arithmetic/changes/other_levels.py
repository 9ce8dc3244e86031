"""Changes that lie between other levels than the two that stand nearest, or that are no changes but terms of a sum.

"487 … In 2016 it was 462 and in 2015 it was 439: an increase of 25": of the 462 and the 487. "From 2014 to 2018 they
fell by 294 (8.6%), the small rise in 2016 notwithstanding": of the first year's and not of the 2016 that is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.model import Figure

_A_TERM = re.compile(r"\d[\d.,]*\s*(?:m|k|bn|million)?\s+(?:less|minus|plus)\s+£?$")


def in_a_sum(context: Context, change: Figure) -> bool:
    """Tell whether an amount is a term of a sum that is spelled out: "£1.590m (£3.190m less £0.700m less £0.900m)"."""
    return _A_TERM.search(context.passages.before(change, 24)) is not None


_LED_TO = re.compile(
    r"\b(?:f[ae]ll(?:en)?|rose|risen|rise|dropp?(?:ed)?|went|grew|grown|climb(?:ed)?|increased?|decreased?|reduced?"
    r"|up|down) to\s*£?$"
)


def is_led_to(context: Context, change: Figure) -> bool:
    """Tell whether a number is where something went, and not by how much: "188 in July, fell to 163 in August"."""
    return _LED_TO.search(context.passages.before(change, 18)) is not None


def lies_between_others(context: Context, opening: Figure, change: Figure, closing: Figure) -> bool:
    """Tell whether a change lies between one of its two levels and another of the same indicator beside them."""
    levels = [f for f in _levels(context, opening, change, closing) if f.indicator == closing.indicator]
    ends = {opening.id, closing.id}
    return any(
        abs(one.value - other.value) == abs(change.value) and len(ends & {one.id, other.id}) == 1
        for one, other in combinations(levels, 2)
    )


def grew_from_another(context: Context, opening: Figure, change: Figure, closing: Figure) -> bool:
    """Tell whether a change in per cent is wrong of its opening figure and right of another one beside it."""
    if _leads(opening, change, closing):
        return False
    return any(
        _leads(other, change, closing) for other in _levels(context, opening, change, closing) if other is not closing
    )


def _levels(context: Context, opening: Figure, change: Figure, closing: Figure) -> Iterator[Figure]:
    """Yield the figures of the change's paragraph, and of the list that its levels stand in, that may be its levels."""
    paragraph = context.passages.paragraph_of(change)
    block = context.passages.list_of(opening) or context.passages.list_of(closing)
    listed = [f for item in block.items for f in item.figures] if block is not None else []
    told = paragraph.figures if paragraph is not None and not paragraph.is_row else ()
    yield from (f for f in (*listed, *told) if f is not change and f.value > 0 and same_kind(f, closing))


def _leads(opening: Figure, change: Figure, closing: Figure) -> bool:
    """Tell whether a change in per cent, however it goes, leads from an opening figure to the closing one."""
    if opening.value <= 0:
        return False
    grown = abs(closing.value - opening.value) / opening.value * 100
    return abs(grown - abs(change.value)) <= change.step / 2
