"""The whole that a part called the rest of it completes: "the remaining 47", "so that 928 were left"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from crossfoot.checks.arithmetic.wholes.sum_words import is_row_of_equals
from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.slips import sum_by_slip, told_by_slip
from crossfoot.checks.basis.sums import adds_up
from crossfoot.model import Figure
from crossfoot.model.english import numbers_named

Sum = tuple[Figure, tuple[Figure, ...]]
"""A whole and its parts."""
_A_NUMBER = re.compile(rf"\b(?:\d[\d,]*(?:\.\d+)?|{numbers_named(2, 12)})\b")


def turned_about(near: Sequence[Figure], last: Figure) -> Sum | None:
    """Return the whole told behind its part: "£29.5m was spent of a programme of £34.8m. The balance of £5.3m …"."""
    pairs = ((whole, part) for whole in near for part in near if whole is not part and adds_up((part, last), whole))
    found = next(pairs, None)
    return None if found is None else (found[0], (found[1], last))


def slipped_rest(context: Context, near: Sequence[Figure], last: Figure) -> Sum | None:
    """Return the whole nearest before "the remaining 47" that a slip keeps from what it completes."""
    for start in range(len(near) - 2, -1, -1):
        parts = (*near[start + 1 :], last)
        numbers = len(_A_NUMBER.findall(context.passages.low, near[start].span.end, last.span.end))
        if numbers > len(parts) or is_row_of_equals(context, near[start], (near[start], *parts)):
            continue  # some of the parts were not seen
        made, whole = sum((p.value for p in parts), Decimal(0)), near[start].value
        near_by = Decimal("0.6") * whole <= made <= Decimal("1.6") * whole
        if (near_by and sum_by_slip(parts, near[start])) or told_by_slip(parts, near[start]):
            return near[start], parts
    return None


def left_over(near: Sequence[Figure], last: Figure) -> Sum | None:
    """Return the largest figure before "so that 928 …", with the others and what is left over as its parts."""
    for count in (2, 3, 4):
        chosen = list(near[-count:])
        if len(chosen) < count:
            break
        whole = max(chosen, key=lambda f: f.value)
        parts = (*(f for f in chosen if f is not whole), last)
        if adds_up(parts, whole):
            return whole, parts
    for count in (2, 3):
        chosen = list(near[-count:])
        if len(chosen) < count:
            break
        whole = max(chosen, key=lambda f: f.value)
        parts = (*(f for f in chosen if f is not whole), last)
        if whole.value > last.value and sum_by_slip(parts, whole):
            return whole, parts
    return None
