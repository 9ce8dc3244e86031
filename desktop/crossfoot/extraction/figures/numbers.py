"""Number expressions: every printed form of a number, with its value, step and unit.

The grammar knows digits with separators, multipliers ("£5.51m", "1.2 million"), per cent and points,
pence, number words ("one hundred and twenty-five", "two and a half million"), fractions ("a third of",
"two-thirds"), multiples ("doubled"), reported zeros ("no", "none") and bracketed or negative amounts.
Whether such an expression is a figure is decided elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from crossfoot.extraction.figures.tokens import Kind, Token
from crossfoot.model import Unit


class Form(Enum):
    """How a number is printed."""

    DIGITS = "digits"
    WORDS = "words"
    FRACTION = "fraction"
    MULTIPLE = "multiple"
    ZERO = "zero"


@dataclass(slots=True)
class Number:
    """A number expression over the tokens ``first`` to ``last``, ``last`` not included.

    ``core`` is the index of the token that holds the number itself. ``value`` and ``step`` are in whole
    units; ``unit`` is what the expression itself says, or None. ``money`` tells that a pound sign or
    a word for money stands in it, ``scale`` the multiplier that was applied.
    """

    first: int
    last: int
    core: int
    value: Decimal
    step: Decimal
    form: Form
    unit: Unit | None = None
    money: bool = False
    scale: Decimal = Decimal(1)
    negative: bool = False
    bracketed: bool = False


_ONE = Decimal(1)
_THOUSAND = Decimal(1000)
_MILLION = Decimal(1_000_000)
_BILLION = Decimal(1_000_000_000)
SCALES = {
    "k": _THOUSAND,
    "thousand": _THOUSAND,
    "m": _MILLION,
    "mn": _MILLION,
    "mil": _MILLION,
    "million": _MILLION,
    "millions": _MILLION,
    "bn": _BILLION,
    "billion": _BILLION,
}
_SCALE_WORDS = frozenset({"thousand", "million", "millions", "billion", "mn", "bn", "m", "k"})
_UNITS = {
    word: Decimal(value)
    for value, word in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
    )
}
_TENS = {
    word: Decimal(10 * value)
    for value, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2)
} | {"fourty": Decimal(40)}
_GROUPS = {
    "hundred": Decimal(100),
    "thousand": _THOUSAND,
    "million": _MILLION,
    "billion": _BILLION,
    "dozen": Decimal(12),
}
NUMBER_WORDS = frozenset(_UNITS) | frozenset(_TENS) | {"hundred", "dozen"}
_FRACTIONS = {
    "half": Decimal(2),
    "third": Decimal(3),
    "thirds": Decimal(3),
    "quarter": Decimal(4),
    "quarters": Decimal(4),
    "fifth": Decimal(5),
    "fifths": Decimal(5),
    "sixth": Decimal(6),
    "eighth": Decimal(8),
    "eighths": Decimal(8),
    "tenth": Decimal(10),
    "tenths": Decimal(10),
}
_MULTIPLES = {
    "doubled": Decimal(2),
    "doubling": Decimal(2),
    "trebled": Decimal(3),
    "tripled": Decimal(3),
    "quadrupled": Decimal(4),
    "halved": Decimal("0.5"),
}
_TIME_UNITS = {
    "day": Unit.DAYS,
    "days": Unit.DAYS,
    "week": Unit.WEEKS,
    "weeks": Unit.WEEKS,
    "wks": Unit.WEEKS,
    "month": Unit.MONTHS,
    "months": Unit.MONTHS,
    "year": Unit.YEARS,
    "years": Unit.YEARS,
    "yrs": Unit.YEARS,
}
_FTE_WORDS = frozenset({"fte", "ftes", "wte", "wtes"})
_MINUS = frozenset("-−–")
_GLYPHS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
STARTERS = (
    NUMBER_WORDS
    | frozenset(_FRACTIONS)
    | frozenset(_MULTIPLES)
    | {"a", "an", "no", "none", "nil", "thousand", "million"}
)


def parse_digits(text: str) -> tuple[Decimal, Decimal] | None:
    """Return the value and the step of "1,194", "57.5" or "1194"; None for "6.1.1" or "12,34"."""
    whole, dot, fraction = text.partition(".")
    if "." in fraction or "," in fraction:
        return None
    if "," in whole:
        head, *groups = whole.split(",")
        if len(head) > 3 or any(len(group) != 3 for group in groups):
            return None
        whole = "".join((head, *groups))
    if len(whole) + len(fraction) > 15:
        return None
    value = Decimal(f"{whole}.{fraction}" if dot else whole)
    return value, _ONE.scaleb(-len(fraction)) if dot else _ONE


def number_at(tokens: Sequence[Token], i: int) -> Number | None:
    """Return the number expression that begins at token ``i``, or None where none begins there."""
    token = tokens[i]
    if token.kind is Kind.NUMBER:
        return _digits_at(tokens, i, i)
    if token.kind is Kind.SIGN:
        if token.low in "£€$":
            if i + 1 < len(tokens) and tokens[i + 1].kind is Kind.NUMBER:
                return _digits_at(tokens, i, i + 1)
            if (
                i + 2 < len(tokens)
                and tokens[i + 1].low in _MINUS
                and tokens[i + 2].kind is Kind.NUMBER
                and tokens[i + 1].end == tokens[i + 2].start
            ):
                return _digits_at(tokens, i, i + 2, negative=True)
        return None
    if token.kind is Kind.WORD and token.low in STARTERS:
        return _words_at(tokens, i)
    return None


def _digits_at(tokens: Sequence[Token], first: int, core: int, *, negative: bool = False) -> Number | None:
    """Return the expression around the digits at ``core``; ``first`` is the currency sign's index or ``core``."""
    token = tokens[core]
    parsed = parse_digits(token.low)
    if parsed is None:
        return None
    value, step = parsed
    money = first < core and tokens[first].low == "£"
    groups = _loose_groups(tokens, core, money=money)
    if groups:
        joined = parse_digits(",".join([token.low, *(tokens[core + 2 * g].low for g in range(1, groups + 1))]))
        if joined is not None:
            value, step = joined
            number = Number(first, core + 1 + 2 * groups, core, value, step, Form.DIGITS, money=money)
            _take_scale_and_unit(tokens, number)
            return number
    number = Number(first, core + 1, core, value, step, Form.DIGITS, money=money)
    if number.last < len(tokens) and tokens[number.last].low in _GLYPHS and tokens[number.last].start == token.end:
        number.value += _GLYPHS[tokens[number.last].low]
        number.step = Decimal("0.5") if tokens[number.last].low == "½" else Decimal("0.25")
        number.last += 1
    suffix = token.suffix
    if suffix:
        if suffix in SCALES:
            _scale(number, SCALES[suffix])
        elif suffix in _FTE_WORDS:
            number.unit = Unit.FTE
        elif suffix == "p" and not money:
            number.value, number.step = value / 100, step / 100
            number.unit = Unit.GBP
            number.money = True
        elif suffix == "pp":
            number.unit = Unit.PERCENTAGE_POINTS
        elif suffix in _TIME_UNITS:
            number.unit = _TIME_UNITS[suffix]
        elif suffix not in {"x", "no", "nr"}:
            return None
    _take_scale_and_unit(tokens, number)
    before = tokens[first - 1] if first else None
    if not negative and before is not None and before.low in _MINUS and before.end == tokens[first].start:
        outer = tokens[first - 2] if first > 1 else None
        negative = outer is None or (outer.end < before.start or outer.low in "(|/")
        if negative:
            number.first = first - 1
    if negative:
        number.negative = True
        number.value = -number.value
    return number


def _loose_groups(tokens: Sequence[Token], core: int, *, money: bool) -> int:
    """Return how many groups of thousands follow with a space behind the comma: "£108, 000" has one."""
    groups, j = 0, core
    while (
        j + 2 < len(tokens)
        and tokens[j + 1].low == ","
        and tokens[j + 1].start == tokens[j].end
        and tokens[j + 2].kind is Kind.NUMBER
        and len(tokens[j + 2].low) == 3
        and not tokens[j].suffix
        and (money or tokens[j + 2].low[0] == "0")
        and tokens[core].low.isdigit()
        and len(tokens[core].low) <= 3
    ):
        groups += 1
        j += 2
    return groups


def _scale(number: Number, scale: Decimal) -> None:
    """Apply a multiplier; a number with one, or with a pound sign, is money unless told otherwise."""
    number.value *= scale
    number.step *= scale
    number.scale *= scale


def _take_scale_and_unit(tokens: Sequence[Token], number: Number) -> None:
    """Let the expression take in "million", "per cent", "percentage points", "pence", "FTE" behind it."""
    j, size = number.last, len(tokens)
    if j < size and tokens[j].low in _SCALE_WORDS and tokens[j].kind is Kind.WORD and number.scale == 1:
        word = tokens[j].low
        if len(word) > 1 or number.money:
            _scale(number, SCALES[word])
            j += 1
    if j < size:
        low = tokens[j].low
        following = tokens[j + 1].low if j + 1 < size else ""
        if low == "%" or low in {"percent", "pct"}:
            number.unit = Unit.PERCENT
            j += 1
            if following in {"point", "points"}:
                number.unit = Unit.PERCENTAGE_POINTS
                j += 1
        elif low == "per" and following in {"cent", "cents"}:
            number.unit = Unit.PERCENT
            j += 2
            if j < size and tokens[j].low in {"point", "points"}:
                number.unit = Unit.PERCENTAGE_POINTS
                j += 1
        elif low == "percentage" and following in {"point", "points"}:
            number.unit = Unit.PERCENTAGE_POINTS
            j += 2
        elif low in {"pp", "ppt", "ppts"}:
            number.unit = Unit.PERCENTAGE_POINTS
            j += 1
        elif low == "pence" and not number.money:
            number.value, number.step = number.value / 100, number.step / 100
            number.unit, number.money = Unit.GBP, True
            j += 1
        elif low == "pounds" or (low == "pound" and following != "for"):
            number.money = True
            j += 1
    if number.money and number.unit is None:
        number.unit = Unit.GBP
    number.last = j


def _words_at(tokens: Sequence[Token], i: int) -> Number | None:
    """Return the number that words spell from token ``i`` on, the longest there is."""
    low = tokens[i].low
    if low in {"no", "none", "nil"}:
        return Number(i, i + 1, i, Decimal(0), _ONE, Form.ZERO)
    if low in _MULTIPLES:
        return Number(i, i + 1, i, _MULTIPLES[low], Decimal("0.1"), Form.MULTIPLE, Unit.RATIO)
    spelled = _fraction_at(tokens, i) or _cardinal_at(tokens, i)
    if spelled is not None:
        _take_scale_and_unit(tokens, spelled)
    return spelled


def _joined(tokens: Sequence[Token], j: int) -> int:
    """Return the index behind a hyphen that joins token ``j - 1`` to the next word, else ``j``."""
    if (
        j + 1 < len(tokens)
        and tokens[j].low in "-‐‑–"
        and tokens[j].start == tokens[j - 1].end
        and tokens[j + 1].start == tokens[j].end
    ):
        return j + 1
    return j


def _fraction_at(tokens: Sequence[Token], i: int) -> Number | None:
    """Return "half of", "a third of", "two-thirds", "three quarters of"; a quarter of the year is none."""
    low = tokens[i].low
    size = len(tokens)
    if low == "half":
        after = tokens[i + 1].low if i + 1 < size else ""
        if i and tokens[i - 1].low in {"first", "second", "latter", "this", "other", "next", "last", "better"}:
            return None
        if after == "a" and i + 2 < size and tokens[i + 2].low in _GROUPS:
            scale = _GROUPS[tokens[i + 2].low]
            return Number(i, i + 3, i, scale / 2, scale / 2, Form.WORDS, scale=scale)
        if after in {"of", "the", "all", "our", "its", "their", "that"}:
            return Number(i, i + 1, i, Decimal("0.5"), Decimal("0.1"), Form.FRACTION, Unit.RATIO)
        return None
    count = _ONE if low in {"a", "an"} else _UNITS.get(low)
    if count is None or count == 0:
        return None
    j = _joined(tokens, i + 1)
    if j >= size:
        return None
    part = _FRACTIONS.get(tokens[j].low)
    if part is None or (count > 1) != tokens[j].low.endswith("s") or count >= part:
        return None
    if tokens[j].low in {"half", "quarter"} and not (j + 1 < size and tokens[j + 1].low == "of"):
        return None
    value = (count / part).quantize(Decimal("0.0001")).normalize()
    return Number(i, j + 1, j, value, Decimal("0.1"), Form.FRACTION, Unit.RATIO)


def _cardinal_at(tokens: Sequence[Token], i: int) -> Number | None:
    """Return a number spelled as a cardinal: "eighteen", "a hundred", "two and a half million"."""
    size = len(tokens)
    total, group, j, last, step = Decimal(0), Decimal(0), i, i, _ONE
    seen = False
    scale = _ONE
    while j < size and tokens[j].kind is Kind.WORD:
        low = tokens[j].low
        if low in _UNITS:
            if (
                seen
                and not (group >= 20 and group % 10 == 0 and 0 < _UNITS[low] < 10)
                and not (group % 100 == 0 and group > 0)
            ):
                break
            group += _UNITS[low]
        elif low in _TENS:
            if group % 100 != 0:
                break
            group += _TENS[low]
        elif low in {"hundred", "dozen"} and (seen or (j > i and tokens[i].low in {"a", "an"})):
            group = (group or _ONE) * _GROUPS[low]
        elif low in {"thousand", "million", "billion"} and (seen or (j > i and tokens[i].low in {"a", "an"})):
            total += (group or _ONE) * _GROUPS[low]
            group, scale = Decimal(0), _GROUPS[low]
        elif low in {"a", "an"} and j == i:
            j += 1
            if j < size and tokens[j].low in _GROUPS:
                continue
            return None
        elif low == "and" and seen and _goes_on(tokens, j, group, total):
            if tokens[j + 1].low in {"a", "half"}:
                j, group = _with_half(tokens, j, group)
                last, step = j, Decimal("0.1")
                continue
            j += 1
            continue
        else:
            break
        seen = True
        last = j + 1
        j = _joined(tokens, j + 1)
    if not seen:
        return None
    value = total + group
    return Number(i, last, i, value, step * (scale if scale > 1 and group == 0 else _ONE), Form.WORDS, scale=scale)


def _goes_on(tokens: Sequence[Token], j: int, group: Decimal, total: Decimal) -> bool:
    """Tell whether the "and" at ``j`` joins parts of one number ("hundred and twenty", "two and a half")."""
    if j + 1 >= len(tokens):
        return False
    after = tokens[j + 1].low
    if after == "a" and j + 2 < len(tokens) and tokens[j + 2].low == "half":
        return True
    rest = tokens[j + 2].low if j + 2 < len(tokens) else ""
    if after not in _UNITS and after not in _TENS:
        return False
    hundred = group >= 100 and group % 100 == 0
    return (hundred or (group == 0 and total > 0)) and rest not in {"hundred", "thousand", "million"}


def _with_half(tokens: Sequence[Token], j: int, group: Decimal) -> tuple[int, Decimal]:
    """Return the index behind "and a half" at ``j`` and the group with it."""
    return j + (3 if tokens[j + 1].low == "a" else 2), group + Decimal("0.5")


def time_unit(low: str) -> Unit | None:
    """Return the unit of time that a word names, or None."""
    return _TIME_UNITS.get(low)


def is_fte(tokens: Sequence[Token], j: int) -> int:
    """Return how many tokens from ``j`` on say "full-time equivalent" in any form; 0 for none."""
    size = len(tokens)
    if j >= size:
        return 0
    if tokens[j].low in _FTE_WORDS:
        return 1
    if tokens[j].low in {"full", "whole"}:
        k = _joined(tokens, j + 1)
        if k < size and tokens[k].low == "time":
            k = _joined(tokens, k + 1)
            if k < size and tokens[k].low in {"equivalent", "equivalents"}:
                return k + 1 - j
    return 0
