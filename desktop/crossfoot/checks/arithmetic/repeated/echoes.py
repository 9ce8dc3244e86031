"""Figures that come back with a slip: in a summary, a table and the text, the same thing with one digit wrong."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.same_thing import Told, likeness, told
from crossfoot.checks.basis.slips import is_slip
from crossfoot.model import Figure, Nature, Qualifier, Unit

_COUNTS = frozenset({Unit.COUNT, Unit.FTE, None})
_FIRM = frozenset({Qualifier.NONE, Qualifier.APPROX, Qualifier.AVERAGE})
_SURE = {2: (3, None), 3: (1, 3), 4: (1, 2), 5: (0, 1)}
"""How alike two figures must be told, by the digits they are printed with: two changed places, or one differs."""
_MOST, _FEWEST = 5, 2
_LARGEST = Decimal(10) ** 15
_BACK = 2
"""So much less is needed where the later is spoken of as told before, "of the 284 lettings"; where one has a digit more
than the other, something must be told alike all the same."""


def echoes(context: Context) -> Iterator[tuple[Figure, Figure]]:
    """Yield pairs of figures, the earlier first, that are told as the same thing and differ by one slip of typing.

    A value that stands in the record more than once for the same thing was meant; two that do are two things.
    """
    alike: dict[tuple[object, Decimal], list[Figure]] = defaultdict(list)
    for figure in context.figures:
        if figure.qualifier in _FIRM and figure.value > 0 and _digits(figure) >= 2:
            alike[_kind(figure), figure.step].append(figure)
    for group in alike.values():
        values = Counter(figure.value for figure in group)
        seen = {value for value, times in values.items() if times > 1}
        for one, other in _near(group):
            if one.value == other.value or {one.value, other.value} <= seen:
                continue
            digits = min(_digits(one), _digits(other), _MOST)
            needed = _SURE[digits][not _swapped(one, other)]
            if needed is None or not is_slip(other, one.value):
                continue
            first, second = told(context, one), told(context, other)
            if first.place == second.place or _side_by_side(context, first, second):
                continue
            back = second.known and digits > 2 and other.value not in seen
            if back:
                of_a_length = len(_printed(one)) == len(_printed(other))
                needed = max(needed - _BACK, 0 if of_a_length else 1)
            alike_by = likeness(context, first, second)
            if alike_by >= needed and not _has_a_nearer_twin(context, group, (first, second), alike_by):
                yield (one, other)


def _has_a_nearer_twin(context: Context, group: Sequence[Figure], pair: tuple[Told, Told], alike_by: int) -> bool:
    """Tell whether one of two figures stands in the record again, unchanged, and told more like it than the other."""
    figures = {told_as.figure.id for told_as in pair}
    return any(
        twin.value == own.figure.value
        and twin.id not in figures
        and likeness(context, told(context, twin), own) > alike_by
        for own in pair
        for twin in group
    )


def _near(group: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Yield the pairs whose digits may be one slip apart, in order of place.

    Digits that one slip makes of others are the same with one of them left out of either; so those alone are compared
    that have such a remnant in common, and not each with each.
    """
    having: dict[str, list[int]] = defaultdict(list)
    pairs: set[tuple[int, int]] = set()
    for index, one in enumerate(group):
        digits = _printed(one)
        rests = {digits, *(digits[:at] + digits[at + 1 :] for at in range(len(digits)))}
        # Of two digits only those that changed places are asked about, see _SURE.
        for remnant in rests if len(digits) > _FEWEST else {"".join(sorted(digits))}:
            pairs.update((other, index) for other in having[remnant])
            having[remnant].append(index)
    for first, second in sorted(pairs):
        yield group[first], group[second]


def _side_by_side(context: Context, first: Told, second: Told) -> bool:
    """Tell whether two figures stand in one table or list, whose rows are of different things."""
    if first.table is not None and first.table == second.table:
        return True
    block = context.passages.list_of(first.figure)
    return block is not None and block is context.passages.list_of(second.figure)


def _kind(figure: Figure) -> object:
    """Return what figures must share to be compared: their unit, and whether they are a change."""
    unit = "counts" if figure.unit in _COUNTS else figure.unit
    return unit, figure.nature is Nature.VARIANCE


def _printed(figure: Figure) -> str:
    """Return the digits that a figure is printed with; none of one that is too large to be a slip of another."""
    if figure.step <= 0 or abs(figure.value) / figure.step > _LARGEST:
        return ""
    return str(abs(figure.value / figure.step).quantize(Decimal(1)))


def _digits(figure: Figure) -> int:
    """Return how many digits a figure is printed with, noughts at the end left out for amounts in full."""
    return len(_printed(figure).rstrip("0") or "0") if figure.step >= 1 else len(_printed(figure))


def _swapped(first: Figure, second: Figure) -> bool:
    """Tell whether two values are printed with the same digits in another order."""
    return sorted(_printed(first)) == sorted(_printed(second))
