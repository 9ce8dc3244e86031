"""Vacancy rates: the share of an establishment that is not filled, where posts and rate stand near each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.interval import reach, rounded_like
from crossfoot.checks.basis.outcome import Outcome, holds, query
from crossfoot.checks.basis.slips import is_slip, is_slip_within
from crossfoot.model import Figure, Unit
from crossfoot.model.wording import number_words

_RATE = re.compile(r"\bvacancy rate\b[a-z ]{0,30}(?:of|at|was|is|to)?\s*:?\s*$")
_ESTABLISHMENT = re.compile(r"\bestablish(?:ment|ed)\b")
_FILLED = re.compile(r"^\s*(?:[a-z]+ ){0,3}?(?:filled|in post|occupied)\b")
_COUNTED = frozenset({Unit.COUNT, Unit.FTE, None})
_NEAR = 260
"""How far in front of a rate, in characters, its posts may stand."""


def vacancy_rates(context: Context) -> Iterator[Outcome]:
    """Yield whether a vacancy rate is the unfilled part of the establishment that stands in front of it."""
    for rate in context.figures:
        if rate.unit is not Unit.PERCENT or not _RATE.search(context.passages.before(rate, 60)):
            continue
        front = [f for f in context.figures if 0 < rate.span.start - f.span.end < _NEAR and f.unit in _COUNTED]
        filled = [f for f in front if _FILLED.match(context.passages.after(f, 40))]
        posts = [f for f in front if f not in filled and _is_establishment(context, f)]
        if len(posts) == 1 and len(filled) == 1 and 0 < filled[0].value < posts[0].value:
            yield from _said(posts[0], filled[0], rate)


def _is_establishment(context: Context, figure: Figure) -> bool:
    """Tell whether the words beside a count call it the establishment."""
    beside = f"{context.passages.before(figure, 70)} {context.passages.after(figure, 30).split(';')[0]}"
    return _ESTABLISHMENT.search(beside) is not None


def _said(posts: Figure, filled: Figure, rate: Figure) -> Iterator[Outcome]:
    """Yield whether the rate is that of the posts, or a slip of typing off it; any other rate is of other posts."""
    vacant = (reach(posts) - reach(filled)) / reach(posts)
    value = (posts.value - filled.value) / posts.value * Decimal(100)
    ends = (reach(rate).high, reach(rate).low)
    shown = number_words(rounded_like(value, rate))
    working: tuple[Figure | str, ...] = ("(", posts, " − ", filled, ") ÷ ", posts, " = ")
    if vacant.times(100).meets(reach(rate)):
        yield holds("The vacancy rate is that of the posts.", *working, rate, " holds")
    elif is_slip(rate, value) or is_slip_within(filled, *(posts.value * (100 - end) / 100 for end in ends)):
        yield query(
            f"The posts give a vacancy rate of {shown}%, but {number_words(rate.value)}% is printed; worth checking.",
            *working,
            f"{shown}%, ",
            rate,
            " is printed",
        )
