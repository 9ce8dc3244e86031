"""Numbers that point back at one told before, with two digits exchanged: "a further 47 … of the 74 in agencies".

"Of the 74", "the 24 cases", "the re-profiling of £4.9m" speak of what the record has told. Where it has no such number,
but one before it with two neighbouring digits the other way round, told with one word at least of the same stem, the
two are likely one.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.same_thing import telling, told
from crossfoot.model import Figure, Nature, Qualifier, Unit

_POINTS = re.compile(
    r"(?:\b(?:of|all|for|among|from|with|that|by) (?:the|these|those|our)|\b(?:these|those|all)"
    r"|^(?:the|these|those|all))\s+£?$"
    r"|\bthe (?:[a-z-]+ ){1,2}of £?$"
)
_APART = re.compile(
    r"\b(?:target|national\w*|england|last year|previous\w*|earlier|year before|average|than|compared|against|from"
    r"|total|remaining|rest|balance|in all)\b"
)
_COUNTS = frozenset({Unit.COUNT, Unit.FTE, None})
_FIRM = frozenset({Qualifier.NONE, Qualifier.APPROX})
_LEVELS = frozenset({Nature.ACTUAL, Nature.BUDGET, Nature.PROPOSED, Nature.FORECAST, None})
_STEM, _TWO = 5, 2
_LARGEST = Decimal(10) ** 9


def pointed_back(context: Context) -> Iterator[tuple[Figure, Figure]]:
    """Yield pairs of figures, the later of which points back at the earlier with two digits exchanged."""
    told_firmly = (f for f in context.figures if f.qualifier in _FIRM and f.nature in _LEVELS)
    firm = [(f, digits) for f in told_firmly for digits in (_printed(f),) if digits]
    times = Counter(_key(f) for f, _ in firm)
    alike: dict[object, list[tuple[Figure, str]]] = defaultdict(list)
    for figure, digits in firm:
        key = (_unit(figure), figure.step, "".join(sorted(digits)))
        before = [one for one, printed in alike[key] if _swapped(printed, digits)]
        alike[key].append((figure, digits))
        if not before or times[_key(figure)] > 1 or len({f.value for f in before}) > 1:
            continue
        if _points(context, figure) and _of_one_thing(context, before[-1], figure):
            yield before[-1], figure


def _key(figure: Figure) -> tuple[object, Decimal]:
    return _unit(figure), figure.value


def _unit(figure: Figure) -> object:
    """Return what figures must share to be one: their unit, counts and posts alike."""
    return "counts" if figure.unit in _COUNTS else figure.unit


def _printed(figure: Figure) -> str:
    """Return the digits of a figure that has two at least and stands in running text or a list."""
    if figure.step <= 0 or abs(figure.value) / figure.step > _LARGEST:
        return ""
    digits = str(abs(figure.value / figure.step).quantize(Decimal(1)))
    return digits if len(digits) > 1 else ""


def _swapped(first: str, second: str) -> bool:
    """Tell whether two neighbouring digits of one are exchanged in the other."""
    apart = [at for at in range(len(first)) if first[at] != second[at]] if len(first) == len(second) else []
    return len(apart) == _TWO and apart[1] - apart[0] == 1 and sorted(first) == sorted(second)


def _points(context: Context, figure: Figure) -> bool:
    """Tell whether the words in front of a figure speak of it as of something told."""
    paragraph = context.passages.paragraph_of(figure)
    front = context.passages.before(figure, 40)
    return paragraph is not None and not paragraph.is_row and _POINTS.search(front) is not None


def _of_one_thing(context: Context, first: Figure, second: Figure) -> bool:
    """Tell whether the sentence of one and the clause of the other share a word, and nothing tells them apart."""
    one, other = context.passages.sentence_of(first), context.passages.sentence_of(second)
    if one is None or other is None or one is other:
        return False
    if _APART.search(context.passages.before(second, 40)) or _APART.search(context.passages.before(first, 24)):
        return False
    stems = {word[:_STEM] for word in telling(one.low)}
    return bool(stems & {word[:_STEM] for word in told(context, second).beside})
