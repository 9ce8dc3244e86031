"""Parts that add up after all: with the ones that are told the other way taken off, or as parts of a larger whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from crossfoot.checks.basis.context import Context
from crossfoot.model import Figure

_LESS = re.compile(
    r"\b(?:under|under[\s-]?spen\w+|off-?set\w*|less|minus|sav(?:ed|ings?)|favourable"
    r"|surplus(?:es)?)\b(?![\s\xa0]*(?:than|£|\d))"
)
"""Words beside an amount that count against the others: "£121,000 under", "an offsetting underspend of £85,000"."""

_FAR = 60
_NEAR = 24
_SISTERS, _TELLING = 3, 100
"""How many further parts may stand between the larger whole and the first, and how large it is at least."""
_BEFORE = 12
"""How many figures before the first part the larger whole may stand."""


def offsets_the_rest(context: Context, parts: Sequence[Figure], whole: Figure) -> bool:
    """Tell whether parts add up to their whole where those that are told to be under it are taken off."""
    signs = [-1 if _is_less(context, part) else 1 for part in parts]
    if len(set(signs)) == 1:
        return False
    total = sum((sign * part.value for sign, part in zip(signs, parts, strict=True)), Decimal(0))
    slack = sum((part.step for part in parts), whole.step) / 2
    return abs(abs(total) - abs(whole.value)) <= slack


def are_siblings(context: Context, parts: Sequence[Figure], whole: Figure) -> bool:
    """Tell whether what looks like a whole is but the first of parts, with which it adds up to a figure before them.

    "214 children had a plan: neglect 112, emotional abuse 79, physical 14, sexual 9".
    """
    named = {figure.indicator for figure in (whole, *parts)}
    first = min(part.span.start for part in parts)
    if whole.span.start > first:
        return False
    before = [f for f in context.figures if f.span.end <= whole.span.start and f.unit is whole.unit]
    total = whole.value + sum(part.value for part in parts)
    if len(named) == 1 and None not in named and any(figure.value == total for figure in before[-_BEFORE:]):
        return True
    # "Of the 486, 331 were in foster homes. In residential homes there were 74; 39 …, and the rest, 42": of the 486
    for index in range(len(before) - 1, max(0, len(before) - 1 - _SISTERS), -1):
        total += before[index].value
        if total >= _TELLING and before[index - 1].value == total:
            return True
    return False


def _is_less(context: Context, figure: Figure) -> bool:
    """Tell whether words right beside an amount say that it counts against the others."""
    near = context.passages.before(figure, _FAR)
    last = max(near.rfind(sign) for sign in ("£", ";", "\n", " and ")) + 1
    behind = re.split(r"[£\d\n;,.]", context.passages.after(figure, _NEAR), maxsplit=1)[0]
    return _LESS.search(near[last:]) is not None or _LESS.search(behind) is not None
