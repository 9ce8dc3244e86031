"""Said sums: how an addition and its outcome are put, for every rule that adds up parts."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import accumulate

from crossfoot.checks.basis.interval import reach, total
from crossfoot.checks.basis.outcome import Outcome, holds, query
from crossfoot.model import Figure
from crossfoot.model.wording import value_words


def added(parts: Sequence[Figure]) -> tuple[Decimal, list[Figure | str]]:
    """Return the sum of the printed values and the working up to it: "4 + 23 + 13"."""
    working: list[Figure | str] = []
    for part in parts:
        working += [" + ", part] if working else [part]
    return sum((p.value for p in parts), Decimal(0)), working


def adds_up(parts: Sequence[Figure], whole: Figure) -> bool:
    """Tell whether the parts add up to the whole, rounding allowed for.

    That every part was rounded as far as it can be, and all of them to the same side, is no rounding to allow for.
    """
    value, due = total(parts), reach(whole)
    touching = value.high == due.low or due.high == value.low
    return value.meets(due) and not (touching and len(parts) > 1 and value.low < value.high)


_FEWEST = 3
"""Of so many parts one may have been taken for a part that is none."""
_LARGE = 50
"""A whole of so many steps: of smaller numbers chance makes any sum."""


def without_one(parts: Sequence[Figure], whole: Figure) -> list[Figure] | None:
    """Return the parts but one where these are the whole to the last digit, or None.

    "55.5 were in post and 6.5 vacant, covered by 5 FTE agency staff": the agency staff are no part of the 62 posts. A
    slip of typing in one part leaves the others too few.
    """
    if len(parts) < _FEWEST or whole.step <= 0 or abs(whole.value) / whole.step < _LARGE:
        return None
    value = sum((p.value for p in parts), Decimal(0))
    odd = next((part for part in parts if part.value and value - part.value == whole.value), None)
    return None if odd is None else [part for part in parts if part is not odd]


def _is_subtotal(parts: Sequence[Figure], one: Figure) -> bool:
    """Tell whether a part is the sum of two or more of those right before it."""
    at = list(parts).index(one)
    sums = accumulate(p.value for p in reversed(parts[:at]))
    return any(value == one.value for count, value in enumerate(sums, 1) if count > 1)


def sum_outcome(
    parts: Sequence[Figure], whole: Figure, what: str = "The parts", more: int = 0, *, every: bool = False
) -> Outcome:
    """Return the working of parts and whole, whether they agree or not.

    ``more`` is what parts add that are printed but are no figures: "one was outstanding". ``every`` tells that none of
    the parts may have been taken for one by mistake, unless it sums up those before it: they are the rows of a table.
    """
    value, working = added(parts)
    if more:
        value += more
        working.append(f" + {more}")
    said, printed = value_words(value, whole.unit), value_words(whole.value, whole.unit)
    if adds_up(parts, whole) or (more and value == whole.value):
        note = " holds" if value == whole.value else f" printed, {said} computed, holds within rounding"
        return holds(f"{what} add up to {printed}.", *working, " = ", whole, note)
    fitting = without_one(parts, whole)
    if every and fitting is not None and not _is_subtotal(parts, next(p for p in parts if p not in fitting)):
        fitting = None
    if fitting is not None:
        return holds(f"{what} add up to {printed}.", *added(fitting)[1], " = ", whole, " holds")
    return query(
        f"{what} add up to {said}, but {printed} is printed; worth checking which is meant.",
        *working,
        f" = {said}, ",
        whole,
        " is printed",
    )
