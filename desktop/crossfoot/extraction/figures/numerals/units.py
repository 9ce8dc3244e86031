"""What stands behind a number and belongs to it: multipliers, per cent, points, pence, pounds, time and FTE."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from crossfoot.extraction.figures.numerals.expression import Number
from crossfoot.extraction.figures.tokens import Kind, Token
from crossfoot.model import Unit

THOUSAND = Decimal(1000)
MILLION = Decimal(1_000_000)
BILLION = Decimal(1_000_000_000)
_SCALES = {
    "k": THOUSAND,
    "thousand": THOUSAND,
    "m": MILLION,
    "mn": MILLION,
    "mil": MILLION,
    "million": MILLION,
    "millions": MILLION,
    "bn": BILLION,
    "billion": BILLION,
}
_SCALE_WORDS = frozenset(_SCALES) - {"mil"}
"""What multiplies a number from behind a space; a single letter does so only behind a pound sign."""

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
_HYPHENS = frozenset("-‐‑–")
_POINTS = frozenset({"point", "points"})


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
        k = behind_hyphen(tokens, j + 1)
        if k < size and tokens[k].low == "time":
            k = behind_hyphen(tokens, k + 1)
            if k < size and tokens[k].low in {"equivalent", "equivalents"}:
                return k + 1 - j
    return 0


def behind_hyphen(tokens: Sequence[Token], j: int) -> int:
    """Return the index behind a hyphen at ``j`` that joins two words without a space, else ``j``."""
    if (
        j + 1 < len(tokens)
        and tokens[j].low in _HYPHENS
        and tokens[j].start == tokens[j - 1].end
        and tokens[j + 1].start == tokens[j].end
    ):
        return j + 1
    return j


def take_suffix(number: Number, suffix: str) -> bool:
    """Let the letters fastened to a number's digits ("m", "k", "p", "fte") act on it; False for letters of a code."""
    if suffix in _SCALES:
        _multiply(number, _SCALES[suffix])
    elif suffix in _FTE_WORDS:
        number.unit = Unit.FTE
    elif suffix == "p" and not number.money:
        _count_pence(number)
    elif suffix == "pp":
        number.unit = Unit.PERCENTAGE_POINTS
    elif suffix in _TIME_UNITS:
        number.unit = _TIME_UNITS[suffix]
    else:
        return suffix in {"x", "no", "nr"}
    return True


def take_words_behind(tokens: Sequence[Token], number: Number) -> None:
    """Let the expression take in "million", "per cent", "percentage points", "pence", "pounds" behind it."""
    _take_scale(tokens, number)
    _take_unit(tokens, number)
    if number.money and number.unit is None:
        number.unit = Unit.GBP


def _take_scale(tokens: Sequence[Token], number: Number) -> None:
    """Take in a multiplier behind the number, where it has none yet."""
    if number.last >= len(tokens) or number.scale != 1:
        return
    token = tokens[number.last]
    if token.low in _SCALE_WORDS and token.kind is Kind.WORD and (len(token.low) > 1 or number.money):
        _multiply(number, _SCALES[token.low])
        number.last += 1


def _take_unit(tokens: Sequence[Token], number: Number) -> None:
    """Take in a unit behind the number."""
    j, size = number.last, len(tokens)
    low = tokens[j].low if j < size else ""
    following = tokens[j + 1].low if j + 1 < size else ""
    if low in {"%", "percent", "pct"}:
        _take_percent(tokens, number, 1)
    elif low == "per" and following in {"cent", "cents"}:
        _take_percent(tokens, number, 2)
    elif low == "percentage" and following in _POINTS:
        number.unit = Unit.PERCENTAGE_POINTS
        number.last += 2
    elif low in {"pp", "ppt", "ppts"}:
        number.unit = Unit.PERCENTAGE_POINTS
        number.last += 1
    elif low == "pence" and not number.money:
        _count_pence(number)
        number.last += 1
    elif low == "pounds" or (low == "pound" and following != "for"):
        number.money = True
        number.last += 1


def _take_percent(tokens: Sequence[Token], number: Number, length: int) -> None:
    """Take in a word for per cent of ``length`` tokens, and "points" behind it."""
    number.unit = Unit.PERCENT
    number.last += length
    if number.last < len(tokens) and tokens[number.last].low in _POINTS:
        number.unit = Unit.PERCENTAGE_POINTS
        number.last += 1


def _multiply(number: Number, scale: Decimal) -> None:
    """Apply a multiplier to the value and to the size of its last digit."""
    number.value *= scale
    number.step *= scale
    number.scale *= scale


def _count_pence(number: Number) -> None:
    """Turn a number of pence into pounds."""
    number.value, number.step = number.value / 100, number.step / 100
    number.unit, number.money = Unit.GBP, True
