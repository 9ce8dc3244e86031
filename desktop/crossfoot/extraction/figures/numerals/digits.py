"""Numbers in digits: "1,194", "£5.51m", "57.5%", "-£1.2m", "£108, 000"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from crossfoot.extraction.figures.numerals.expression import ONE, Form, Number
from crossfoot.extraction.figures.numerals.units import take_suffix, take_words_behind
from crossfoot.extraction.figures.tokens import Kind, Token

MINUS_SIGNS = frozenset("-−–")
_GLYPHS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
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
    groups = _loose_groups(tokens, core, money=money)
    joined = parse_digits(",".join(tokens[core + 2 * g].low for g in range(groups + 1))) if groups else None
    if joined is not None:
        number = Number(first, core + 1 + 2 * groups, core, *joined, Form.DIGITS, money=money)
        take_words_behind(tokens, number)
        return number
    number = Number(first, core + 1, core, *parsed, Form.DIGITS, money=money)
    _take_glyph(tokens, number)
    if token.suffix and not take_suffix(number, token.suffix):
        return None
    take_words_behind(tokens, number)
    if negative or _is_minus(tokens, first):
        number.first = first if negative else first - 1
        number.negative = True
        number.value = -number.value
    return number


def _take_glyph(tokens: Sequence[Token], number: Number) -> None:
    """Take in a fraction fastened to the digits: "4½"."""
    if number.last >= len(tokens):
        return
    glyph = tokens[number.last]
    if glyph.low in _GLYPHS and glyph.start == tokens[number.core].end:
        number.value += _GLYPHS[glyph.low]
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
