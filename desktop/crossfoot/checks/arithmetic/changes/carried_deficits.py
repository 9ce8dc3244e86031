"""Deficits and balances carried forward: what was brought forward and what the year adds make the cumulative one.

"The deficit of £1.2m brought forward … an overspend of £2.3m … a cumulative deficit of £3.5m", "the cumulative deficit
was £11.4m in March and will be £17.1m" beside a grant of £31.8m and spending of £37.5m.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.interval import Interval, reach
from crossfoot.checks.basis.outcome import Outcome, holds, query
from crossfoot.checks.basis.slips import is_slip
from crossfoot.model import Figure, Qualifier, Unit
from crossfoot.model.wording import value_words

_CUMULATIVE = re.compile(r"\b(?:cumulative|accumulated)\b[^.;£\d]{0,50}£?$")
_FORWARD = re.compile(r"^[^.;£\d]{0,20}\b(?:brought|carried) forward\b")
_LED = re.compile(r"\b(?:brought|carried) forward\b[^.;£\d]{0,30}£?$")
_BECOMES = re.compile(
    r"\b(?:(?:will|would) (?:then |therefore )?(?:be|reach|rise to|grow to|stand at)|rising to|growing to|increasing to"
    r"|forecast (?:to be|at))[^.;£\d]{0,20}£?$"
)
_LATER = re.compile(r"^[^.;]{0,20}\bby (?:the end of |[a-z]+ )*20\d\d|^[^.;]{0,40}\byears?\b")
_TELLING, _LARGE = 30, 100


@dataclass(frozen=True, slots=True)
class _Year:
    """What a year adds: an amount that is told, or the larger of two amounts less the smaller."""

    more: Figure
    less: Figure | None = None

    @property
    def value(self) -> Decimal:
        """Return what the year adds."""
        return self.more.value - (self.less.value if self.less else Decimal(0))

    @property
    def reach(self) -> Interval:
        """Return every value that it may stand for."""
        return reach(self.more) - reach(self.less) if self.less else reach(self.more)

    @property
    def working(self) -> tuple[Figure | str, ...]:
        """Return how it is worked out."""
        return ("(", self.more, " − ", self.less, ")") if self.less else (self.more,)


def carried_deficits(context: Context) -> Iterator[Outcome]:
    """Yield whether what was brought forward and what the year adds make what is carried on."""
    if "£" not in context.text:
        return
    for paragraph in context.passages.paragraphs:
        amounts = [f for f in paragraph.figures if _is_amount(f)]
        if paragraph.is_row or len(amounts) <= 2:
            continue
        found = _ends(context, amounts)
        if found is not None:
            opening, closing, carried = found
            yield from _settle(amounts, opening, closing, carried=carried)


def _is_amount(figure: Figure) -> bool:
    told = figure.qualifier in {Qualifier.NONE, Qualifier.APPROX}
    return figure.unit is Unit.GBP and told and figure.value > 0


def _ends(context: Context, amounts: Sequence[Figure]) -> tuple[Figure, Figure, bool] | None:
    """Return what was brought forward, the cumulative amount that it leads to, and whether it is said to be carried."""
    cumulative = [f for f in amounts if _CUMULATIVE.search(context.passages.before(f, 80))]
    forward = [
        f
        for f in amounts
        if _FORWARD.match(context.passages.after(f, 40)) or _LED.search(context.passages.before(f, 60))
    ]
    for first, second in pairwise(amounts):
        later = _LATER.match(context.passages.after(second, 60)) is not None
        if first in cumulative and not later and _BECOMES.search(context.passages.between(first, second)):
            return first, second, False
    if len(cumulative) == 1 and len(forward) == 1 and cumulative[0] is not forward[0]:
        return forward[0], cumulative[0], True
    return None


def _settle(amounts: Sequence[Figure], opening: Figure, closing: Figure, *, carried: bool) -> Iterator[Outcome]:
    """Yield the year that leads from the one amount to the other, or misses it by a slip of typing."""
    others = [f for f in amounts if f is not opening and f is not closing]
    years = [_Year(f) for f in others]
    for one, other in pairwise(others):
        if one.step == other.step and one.value != other.value:
            years.append(_Year(max(one, other, key=_value), min(one, other, key=_value)))
    good = next((y for y in years if (reach(opening) + y.reach).meets(reach(closing))), None)
    if good is not None:
        yield holds(
            "What was carried forward and the year make it.", opening, " + ", *good.working, " = ", closing, " holds"
        )
        return
    if closing.value < (_TELLING if carried else _LARGE) * closing.step:
        return
    missed = [y for y in years if is_slip(closing, opening.value + y.value)]
    if len({y.value for y in missed}) == 1:
        due = value_words(opening.value + missed[0].value, closing.unit)
        yield query(
            f"What was carried forward and the year make {due}, but {value_words(closing.value, closing.unit)} is "
            "printed; worth checking.",
            opening,
            " + ",
            *missed[0].working,
            f" = {due}, ",
            closing,
            " is printed",
        )


def _value(figure: Figure) -> Decimal:
    return figure.value
