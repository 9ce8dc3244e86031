"""What stands behind a number and belongs to it: multipliers, per cent, points, pence, pounds, time and FTE."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from crossfoot.extraction.figures.numerals.expression import Number
from crossfoot.extraction.figures.tokens import NUMBER, WORD, Token
from crossfoot.extraction.figures.words import word_set
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
    "nights": Unit.DAYS,
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
MEASURES = word_set(
    """
    tonne tonnes ton tons kg kilo kilos kilogram kilograms kilogramme kilogrammes mile miles km kms kilometre
    kilometres metre metres hectare hectares ha acre acres sqm sqft m2 m² km2 ft feet yard yards litre litres
    gallon gallons mw mwh kw kwh gwh kva mph kph bps mb gb hour hours hrs minute minutes mins seconds kilowatt
    megawatt kilowatts megawatts
    """
)
"""Physical measures and hours: a number of them is a figure, but none of our units names it."""

_SPEEDS = frozenset({"mph", "kph"})
"""Fastened to a number they make it the name of a zone or a limit: "20mph zones"."""

_AREAS = frozenset({"sq", "square", "cubic"})
_FTE_WORDS = frozenset({"fte", "ftes", "wte", "wtes"})
_LINE_END = 40
"""How many characters a line's end and the margin behind it take up, at most, behind a hyphen."""

_MOST_METRES = 1000

_HYPHENS = frozenset("-‐‑–")
_POINTS = frozenset({"point", "points"})


def time_unit(low: str) -> Unit | None:
    """Return the unit of time that a word names, or None."""
    return _TIME_UNITS.get(low)


def is_measure(tokens: Sequence[Token], j: int) -> bool:
    """Tell whether a physical measure stands at ``j``: "tonnes", "square metres", "sq. m", "basis points"."""
    if j >= len(tokens):
        return False
    low = tokens[j].low
    following = tokens[j + 1].low if j + 1 < len(tokens) else ""
    if low in _AREAS:
        return following in MEASURES or following in {"m", "."}
    return low in MEASURES or (low == "basis" and following in _POINTS) or (low == "bps")


def is_fte(tokens: Sequence[Token], j: int) -> int:
    """Return how many tokens from ``j`` on say "full-time equivalent" in any form; 0 for none."""
    size = len(tokens)
    if j >= size:
        return 0
    if tokens[j].low in _FTE_WORDS:
        return 0 if j and tokens[j - 1].low == "per" else 1
    if tokens[j].low in {"f", "w"} and [t.low for t in tokens[j + 1 : j + 5]] == [".", "t", ".", "e"]:
        return 6 if j + 5 < size and tokens[j + 5].low == "." else 5
    if tokens[j].low in {"full", "whole"}:
        k = behind_hyphen(tokens, j + 1)
        if k < size and tokens[k].low == "time":
            k = behind_hyphen(tokens, k + 1)
            if k < size and tokens[k].low in {"equivalent", "equivalents"}:
                return k + 1 - j
    return 0


def behind_hyphen(tokens: Sequence[Token], j: int) -> int:
    """Return the index behind a hyphen at ``j`` that joins two words, perhaps over a line's end, else ``j``."""
    if (
        j + 1 < len(tokens)
        and tokens[j].low in _HYPHENS
        and tokens[j].start == tokens[j - 1].end
        and tokens[j + 1].start - tokens[j].end <= _LINE_END
    ):
        return j + 1
    return j


_LENGTHS = word_set(
    """
    wide width long length high height deep depth tall footway footpath cycleway carriageway verge fence wall hedge
    buffer pitch pool track radius apart boundary pavement strip corridor trench pipe
    """
)
"""Words that show that the "m" behind a number means metres, not millions."""


def _are_metres(tokens: Sequence[Token], number: Number) -> bool:
    """Tell whether the "m" fastened to a number without a pound sign means metres: "a 3.5m shared footway"."""
    if number.value >= _MOST_METRES:
        return False
    j, size = number.last, len(tokens)
    if j < size and tokens[j].low in {"x", "²", "by"} and j + 1 < size and tokens[j + 1].kind is NUMBER:
        return True
    near = (*range(max(0, number.first - 4), number.first), *range(j, min(j + 4, size)))
    return any(tokens[k].low in _LENGTHS for k in near if tokens[k].kind is WORD)


def take_suffix(tokens: Sequence[Token], number: Number, suffix: str) -> bool:
    """Let the letters fastened to a number's digits ("m", "k", "p", "fte") act on it; False for letters of a code."""
    if suffix == "m" and not number.money and _are_metres(tokens, number):
        number.unnamed = True
    elif suffix in _SCALES:
        _multiply(number, _SCALES[suffix])
    elif suffix in _FTE_WORDS:
        number.unit = Unit.FTE
    elif suffix == "p" and not number.money:
        _count_pence(number)
    elif suffix in {"pp", "ppt", "ppts", "pts"}:
        number.unit = Unit.PERCENTAGE_POINTS
    elif suffix in _TIME_UNITS:
        number.unit = _TIME_UNITS[suffix]
    elif suffix in MEASURES and suffix not in _SPEEDS and not number.money:
        number.unnamed = True
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
    known = number.money or number.unnamed or token.start == tokens[number.last - 1].end
    if token.low in _SCALE_WORDS and token.kind is WORD and (len(token.low) > 1 or known):
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
    elif not number.money and (low == "pence" or (low == "p" and tokens[j].start == tokens[j - 1].end)):
        _count_pence(number)
        number.last += 1
    elif not number.money and number.unit is None and is_measure(tokens, j):
        number.unnamed = True
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
