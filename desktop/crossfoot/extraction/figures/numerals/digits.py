"""Numbers in digits: "1,194", "£5.51m", "57.5%", "-£1.2m", "£108, 000"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from crossfoot.extraction.figures.numerals.expression import ONE, Form, Number
from crossfoot.extraction.figures.numerals.units import take_suffix, take_words_behind
from crossfoot.extraction.figures.tokens import NUMBER, Token
from crossfoot.model import Unit

MINUS_SIGNS = frozenset("-−–")
RANGE_SIGNS = frozenset({"-", "−", "–", "—", "to"})
CURRENCIES = frozenset("£€$")
GLYPHS = {
    "½": Decimal("0.5"),
    "¼": Decimal("0.25"),
    "¾": Decimal("0.75"),
    "⅓": Decimal("0.3333"),
    "⅔": Decimal("0.6667"),
}
_SCALES_OF_RANGES = frozenset({"k", "m", "bn"})
_LEAST_SCALE = 100
"""From here on, "1:500" is the scale of a drawing."""

_MOST_DIGITS = 15
"""No figure of a council has more; longer runs are codes, and arithmetic on them would cost time."""


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
    if len(whole) + len(fraction) > _MOST_DIGITS:
        return None
    value = Decimal(f"{whole}.{fraction}" if dot else whole)
    return value, ONE.scaleb(-len(fraction)) if dot else ONE


def digits_at(tokens: Sequence[Token], first: int, core: int, *, negative: bool = False) -> Number | None:
    """Return the expression around the digits at ``core``; ``first`` is the currency sign's index or ``core``.

    None where the digits belong to a code. ``negative`` tells of a minus between sign and digits.
    """
    token = tokens[core]
    parsed = parse_digits(token.low)
    if parsed is None:
        return None
    money = first < core and tokens[first].low == "£"
    foreign = first < core and not money
    groups = _loose_groups(tokens, core, money=money)
    joined = parse_digits(",".join(tokens[core + 2 * g].low for g in range(groups + 1))) if groups else None
    if joined is not None:
        number = Number(first, core + 1 + 2 * groups, core, *joined, Form.DIGITS, money=money, unnamed=foreign)
        take_words_behind(tokens, number)
        return number
    number = Number(first, core + 1, core, *parsed, Form.DIGITS, money=money, unnamed=foreign)
    _take_glyph(tokens, number)
    if token.suffix and not take_suffix(tokens, number, token.suffix):
        return None
    take_words_behind(tokens, number)
    if number.scale == 1 and number.unit in {None, Unit.GBP}:
        _take_scale_of_range(tokens, number)
    _take_ratio(tokens, number)
    if negative or _is_minus(tokens, first):
        number.first = first if negative else first - 1
        number.negative = True
        number.value = -number.value
    return number


def glyph_at(tokens: Sequence[Token], first: int, core: int) -> Number:
    """Return the amount or share that a fraction sign at ``core`` begins: "£½M", "½%"; "½" alone is a ratio."""
    value, money = GLYPHS[tokens[core].low], first < core and tokens[first].low == "£"
    step = Decimal("0.5") if value == Decimal("0.5") else Decimal("0.25")
    number = Number(first, core + 1, core, value, step, Form.DIGITS, money=money, unnamed=first < core and not money)
    take_words_behind(tokens, number)
    if number.unit is None and first == core and number.scale == 1:
        number.form, number.unit = Form.FRACTION, Unit.RATIO
    return number


def bracketed_at(tokens: Sequence[Token], i: int) -> Number | None:
    """Return the negative amount in brackets behind the currency sign at ``i``: "£(345)k", "£(1.2m)"."""
    number = digits_at(tokens, i, i + 2)
    if number is None or number.last >= len(tokens) or tokens[number.last].low != ")":
        return None
    number.last += 1
    if number.scale == 1 and number.last < len(tokens) and tokens[number.last].start == tokens[number.last - 1].end:
        take_words_behind(tokens, number)
    number.value, number.negative = -number.value, True
    return number


def _take_scale_of_range(tokens: Sequence[Token], number: Number) -> None:
    """Multiply the lower end of a range whose upper end alone names its thousands or millions: "£1.2–1.4m"."""
    j = number.last
    if j + 1 >= len(tokens):
        return
    between = tokens[j].low == "and" and number.first > 0 and tokens[number.first - 1].low == "between"
    if tokens[j].low not in RANGE_SIGNS and not between:
        return
    k = j + 1 + (tokens[j + 1].low in CURRENCIES and j + 2 < len(tokens))
    upper = parse_digits(tokens[k].low) if tokens[k].kind is NUMBER else None
    if upper is None or upper[0] <= number.value:
        return
    if number.money and tokens[k].low.endswith(",000") and number.value < 1000 and number.value * 1000 < upper[0]:
        number.value, number.step, number.scale = number.value * 1000, number.step * 1000, Decimal(1000)
        return
    other = Number(k, k + 1, k, *upper, Form.DIGITS, money=number.money)
    suffix = tokens[k].suffix
    if suffix in _SCALES_OF_RANGES:
        take_suffix(tokens, other, suffix)
    elif not suffix:
        take_words_behind(tokens, other)
    number.value, number.step, number.scale = number.value * other.scale, number.step * other.scale, other.scale


def _take_ratio(tokens: Sequence[Token], number: Number) -> None:
    """Take in what a colon sets against the number, where one of the two is 1: "2.7:1", "1:24"."""
    core = number.core
    if not number.bare and not (number.unit is None and number.scale == 1 and not number.money):
        return
    if core + 2 >= len(tokens) or tokens[core + 1].low != ":" or tokens[core + 2].kind is not NUMBER:
        return
    if tokens[core + 1].start != tokens[core].end or tokens[core + 2].start != tokens[core + 1].end:
        return
    other = None if tokens[core + 2].suffix else parse_digits(tokens[core + 2].low)
    if other is None or 1 not in {number.value, other[0]} or number.value == other[0]:
        return
    value, step = other if number.value == 1 else (number.value, number.step)
    if 1 < value < _LEAST_SCALE:
        number.value, number.step, number.unit, number.last = value, step, Unit.RATIO, core + 3


def _take_glyph(tokens: Sequence[Token], number: Number) -> None:
    """Take in a fraction fastened to the digits: "4½"."""
    if number.last >= len(tokens):
        return
    glyph = tokens[number.last]
    if glyph.low in GLYPHS and glyph.start == tokens[number.core].end:
        number.value += GLYPHS[glyph.low]
        number.step = Decimal("0.5") if glyph.low == "½" else Decimal("0.25")
        number.last += 1


def _is_minus(tokens: Sequence[Token], first: int) -> bool:
    """Tell whether a minus stands right before the expression, not a dash between two words or numbers."""
    if not first:
        return False
    before = tokens[first - 1]
    if before.low not in MINUS_SIGNS or before.end != tokens[first].start:
        return False
    outer = tokens[first - 2] if first > 1 else None
    return outer is None or outer.end < before.start or outer.low in "(|/"


def _loose_groups(tokens: Sequence[Token], core: int, *, money: bool) -> int:
    """Return how many groups of thousands follow with a space behind the comma: "£108, 000" has one."""
    groups, j = 0, core
    while (
        groups <= _MOST_DIGITS // 3
        and j + 2 < len(tokens)
        and tokens[j + 1].low == ","
        and tokens[j + 1].start == tokens[j].end
        and tokens[j + 2].kind is NUMBER
        and len(tokens[j + 2].low) == 3
        and not tokens[j].suffix
        and (money or tokens[j + 2].low[0] == "0")
        and tokens[core].low.isdigit()
        and len(tokens[core].low) <= 3
    ):
        groups += 1
        j += 2
    return groups
