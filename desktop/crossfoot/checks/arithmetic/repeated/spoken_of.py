"""Numbers spoken of as known that the record has not told: "346 children … Where the 376 were living".

"Of the 263, 197 were fostered", "all 112 were in time", "the 257 cost us" take up a number that stands before. Where
the record has no such number, nor two beside it that make it, but one before it with a digit changed or two
exchanged, that is likely the number meant. No words need be shared: the reader finds none either.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from rapidfuzz.distance import OSA

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.same_thing import told
from crossfoot.model import Figure, Nature, Qualifier, Unit

_COUNTS = frozenset({Unit.COUNT, Unit.FTE, None})
_DIGITS = 3
"""Shorter numbers are one slip from too many others."""
_BACK = 12
"""So many sentences back what is taken up may stand; "the 342" of a list's last item stands under its lead-in."""
_NEAR = 3
_MADE_OF = 8
"""So many figures in front are tried for two, or for a row, that make a number told for the first time."""
_STEM = 5
_LARGEST = Decimal(10) ** 9
_TAKES_UP = re.compile(
    r"\b(?:of|among|amongst|between|for|where|from|with|that|how|when|while|and|but) (?:the|these|those|our)\s+$"
    r"|\b(?:all|these|those)\s+$"
    r"|(?:^|[.;:•*–-]\s+)(?:the|our)\s+$"
)
_STANDS_ALONE = re.compile(
    r"\s*(?:[.,;:)]|\((?!\d)|$|(?:had|have|has|were|was|are|is|will|would|could|did|do|does|came|went|cost|costs"
    r"|included?|between|together|offered|took|left|live[ds]?|got|need(?:ed)?|made|who|that|whose|whom)\b)"
)
_NARROWED = re.compile(
    r"\s*(?:[a-z-]+ ){0,3}(?:aged|under|over|without|other|remaining|further|more|left over)\b"
    r"|\s*(?:per cent|%|days?|weeks?|months?|years?|hours?|miles?|pages?|metres?)\b"
)
_ANOTHER = re.compile(r"\b(?:other|remaining|further|next|last|previous|target|plan(?:ned)?|additional)\s+$")


def spoken_of(context: Context) -> Iterator[tuple[Figure, Figure]]:
    """Yield pairs of figures, the later of which is spoken of as known and is the earlier with a slip."""
    counted = [f for f in context.figures if f.unit in _COUNTS and f.value > 0]
    times = Counter(f.value for f in counted)
    earlier: dict[int, list[Figure]] = defaultdict(list)
    for at, figure in enumerate(counted):
        size = len(_digits(figure))
        if size >= _DIGITS and times[figure.value] == 1 and _is_taken_up(context, figure):
            before = [f for f in earlier[size] if _is_retyped(f, figure) and _may_be_meant(context, f, figure)]
            if before and not _is_made(counted[max(0, at - _MADE_OF) : at], figure) and _once(context, figure):
                yield before[-1], figure
        if size >= _DIGITS and figure.nature in {Nature.ACTUAL, None} and figure.qualifier in _FIRM:
            earlier[size].append(figure)


_FIRM = frozenset({Qualifier.NONE, Qualifier.APPROX})


def _digits(figure: Figure) -> str:
    """Return the digits of a whole number; none of one with decimals or that ends in two noughts, which is rounded."""
    if figure.step != 1 or figure.value >= _LARGEST or figure.value % 100 == 0:
        return ""
    return str(figure.value.quantize(Decimal(1)))


def _is_taken_up(context: Context, figure: Figure) -> bool:
    """Tell whether the words around a number of the text speak of it as of one told before, and of all of it."""
    paragraph = context.passages.paragraph_of(figure)
    if figure.qualifier is not Qualifier.NONE or paragraph is None or paragraph.is_row:
        return False
    front, behind = context.passages.before(figure, 30), context.passages.after(figure, 40)
    if _ANOTHER.search(front) or _NARROWED.match(behind):
        return False
    return _TAKES_UP.search(front) is not None


def _is_retyped(first: Figure, second: Figure) -> bool:
    """Tell whether one of two numbers of one length has a digit changed or two exchanged in the other."""
    return OSA.distance(_digits(first), _digits(second)) == 1


def _may_be_meant(context: Context, first: Figure, second: Figure) -> bool:
    """Tell whether what is taken up may be an earlier number: the words allow it and it is not far."""
    one, other = told(context, first), told(context, second)
    apart = other.place - one.place
    if not 0 < apart <= _BACK or one.table is not None:
        return False
    if _STANDS_ALONE.match(context.passages.after(second, 24)):
        return True
    stems = [{word[:_STEM] for word in told_as.beside} for told_as in (one, other)]
    return bool(stems[0] & stems[1]) and apart <= _NEAR


def _is_made(before: Sequence[Figure], figure: Figure) -> bool:
    """Tell whether figures in front make a number: two that add up or differ by it, or a row that ends at it."""
    if any(figure.value in {a.value + b.value, abs(a.value - b.value)} for a, b in combinations(before, 2)):
        return True
    total = Decimal(0)
    for one in reversed(before):
        total += one.value
        if total == figure.value:
            return True
    return False


def _once(context: Context, figure: Figure) -> bool:
    """Tell whether the record prints a number in one place only, whether or not it was read as a figure there."""
    return len(re.findall(rf"(?<![\d,.]){re.escape(figure.quote)}(?![\d%]|[.,]\d)", context.text)) == 1
