"""What the officer types becomes a value: "£5.5m", "57.5%", "Q1 2015/16", "31 March 2013".

Entries are read the way a council officer writes them, and the way the program itself shows them,
so that a field can be opened and closed without changing. What cannot be read is refused with one
sentence that shows what could be typed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from types import MappingProxyType

from crossfoot.extraction.figures.numerals.spelled import words_at
from crossfoot.extraction.figures.tokens import tokens_of
from crossfoot.model import Dictionary, Figure, Nature, Qualifier, Unit, WorldError
from crossfoot.model.wording import UNIT_WORDS, figure_words, period_words, value_words
from crossfoot.review.overlay import FIELDS, field_text, period_text, plain_number
from crossfoot.review.typed_period import read_period

_SCALES: Mapping[str, Decimal] = MappingProxyType(
    {
        "k": Decimal(1_000),
        "thousand": Decimal(1_000),
        "m": Decimal(1_000_000),
        "mn": Decimal(1_000_000),
        "million": Decimal(1_000_000),
        "bn": Decimal(1_000_000_000),
        "b": Decimal(1_000_000_000),
        "billion": Decimal(1_000_000_000),
    }
)

_MOST_DIGITS = 18
"""Digits that a value may have, as in a formula of the officer's own: more are a key that was held down."""

_LONG = 30
"""How many characters of an entry are shown in a message."""

_TOO_LARGE = Decimal(10) ** 15
"""A thousand times what the United Kingdom spends in a year, in pounds: no record of a council has a larger value."""

_NUMBER = re.compile(
    r"""(?P<sign>[-−–+])?\s*(?P<pound>£|GBP)?\s*(?P<inner>[-−–])?
        (?P<digits>\d{1,3}(?:[,\u202f\u00a0 ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)
        \s*(?P<scale>k|thousand|mn|m|million|bn|b|billion)?(?![a-z])
        \s*(?P<unit>.*)""",
    re.IGNORECASE | re.VERBOSE,
)

_UNITS: Mapping[str, Unit] = MappingProxyType(
    {unit.value.casefold(): unit for unit in Unit}
    | {words.casefold(): unit for unit, words in UNIT_WORDS.items()}
    | {unit.value.replace("_", " ").casefold(): unit for unit in Unit}
    | {
        "number": Unit.COUNT,
        "cases": Unit.COUNT,
        "children": Unit.COUNT,
        "per cent": Unit.PERCENT,
        "percentage": Unit.PERCENT,
        "pc": Unit.PERCENT,
        "points": Unit.PERCENTAGE_POINTS,
        "percentage point": Unit.PERCENTAGE_POINTS,
        "pp": Unit.PERCENTAGE_POINTS,
        "pounds": Unit.GBP,
        "pound": Unit.GBP,
        "full-time equivalent": Unit.FTE,
        "full time equivalent": Unit.FTE,
        "wte": Unit.FTE,
        "rate per 10,000": Unit.RATE_PER_10000,
        "per 10000": Unit.RATE_PER_10000,
        "day": Unit.DAYS,
        "week": Unit.WEEKS,
        "month": Unit.MONTHS,
        "year": Unit.YEARS,
    }
)

_QUALIFIERS: Mapping[str, Qualifier] = MappingProxyType(
    {qualifier.value: qualifier for qualifier in Qualifier}
    | {
        "none": Qualifier.NONE,
        "exact": Qualifier.NONE,
        "exactly": Qualifier.NONE,
        "about": Qualifier.APPROX,
        "approximately": Qualifier.APPROX,
        "around": Qualifier.APPROX,
        "circa": Qualifier.APPROX,
        "c.": Qualifier.APPROX,
        "more than": Qualifier.OVER,
        "at least": Qualifier.OVER,
        "above": Qualifier.OVER,
        "less than": Qualifier.UNDER,
        "at most": Qualifier.UNDER,
        "up to": Qualifier.UNDER,
        "below": Qualifier.UNDER,
        "on average": Qualifier.AVERAGE,
        "mean": Qualifier.AVERAGE,
    }
)

_NATURES: Mapping[str, Nature] = MappingProxyType(
    {nature.value: nature for nature in Nature}
    | {
        "outturn": Nature.ACTUAL,
        "planned": Nature.BUDGET,
        "projected": Nature.FORECAST,
        "projection": Nature.FORECAST,
        "average elsewhere": Nature.BENCHMARK,
    }
)


@dataclass(frozen=True, slots=True)
class TypedValue:
    """A number as typed: in whole units, the size of its last digit, and the unit where one stood with it."""

    value: Decimal
    step: Decimal
    unit: Unit | None = None
    qualifier: Qualifier | None = None


def read_fields(
    fields: Mapping[str, str], current: Figure, dictionary: Dictionary
) -> tuple[dict[str, str], Decimal | None]:
    """Return typed fields as corrections, and the size of the value's last digit where a value is among them.

    A unit or a word like "over" typed with the value goes to its own field, unless that was typed too.
    Raises WorldError for an entry that cannot be read, ValueError for a field that no figure has.
    """
    unknown = [name for name in fields if name not in FIELDS]
    if unknown:
        raise ValueError(f"a figure has no field {unknown[0]!r}")
    entries: dict[str, str] = {}
    step: Decimal | None = None
    if "value" in fields:
        typed = _value_as_shown(fields["value"], current)
        entries["value"] = f"{typed.value:f}"
        step = typed.step
        if typed.unit is not None and typed.unit is not current.unit:
            entries["unit"] = typed.unit.value
        if typed.qualifier is not None and typed.qualifier is not current.qualifier:
            entries["qualifier"] = typed.qualifier.value
    entries.update({name: _read(name, text, current, dictionary) for name, text in fields.items() if name != "value"})
    return entries, step


def _read(name: str, text: str, current: Figure, dictionary: Dictionary) -> str:
    """Return any field but the value as a correction."""
    match name:
        case "unit":
            return _text(read_unit(text))
        case "indicator":
            return read_indicator(text, dictionary) or ""
        case "period":
            return _period_as_shown(text, current)
        case "nature":
            return _text(read_nature(text))
        case "qualifier":
            return read_qualifier(text).value
        case _:
            return _one_line(text)


def read_value(text: str) -> TypedValue:
    """Return the number that was typed; raise WorldError where there is none.

    >>> read_value("£5.5m").value
    Decimal('5500000')
    """
    words = " ".join(text.split())
    qualifier = next(
        (q for word, q in sorted(_QUALIFIERS.items(), key=lambda item: -len(item[0])) if _starts(words, word)), None
    )
    if qualifier is not None:
        longest = max((word for word, q in _QUALIFIERS.items() if q is qualifier and _starts(words, word)), key=len)
        words = words[len(longest) :].strip()
    match = _NUMBER.fullmatch(words)
    if match is None:
        spelled = _spelled(words)
        if spelled is None:
            raise _no_number(text)
        return replace(spelled, qualifier=qualifier)
    unit = _unit_beside(match["pound"], match["unit"], text)
    scale = _SCALES[match["scale"].casefold()] if match["scale"] else Decimal(1)
    digits = re.sub(r"[,\u202f\u00a0 ]", "", match["digits"])
    if len(digits.replace(".", "")) > _MOST_DIGITS:
        raise _too_long(text)
    try:
        number = Decimal(digits)
    except InvalidOperation as error:  # digits of other alphabets that \d lets through
        raise _no_number(text) from error
    exponent = number.as_tuple().exponent
    step = (Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)) * scale
    minus = (match["sign"] or match["inner"] or "+") != "+"
    value = number * scale
    if value >= _TOO_LARGE:
        raise _too_long(text)
    return TypedValue(plain_number(-value if minus else value), plain_number(step), unit, qualifier)


def _spelled(words: str) -> TypedValue | None:
    """Return a number that was typed in words, as a record may print it ("two", "twenty-six"), or None."""
    tokens = tokens_of(words, [(0, len(words))])
    number = words_at(tokens, 0) if tokens else None
    if number is None or number.last != len(tokens):
        return None
    return TypedValue(plain_number(number.value), plain_number(number.step), number.unit)


def read_unit(text: str) -> Unit | None:
    """Return the unit that was typed, by its JSON name or its word; empty is none."""
    words = " ".join(text.casefold().split())
    if words in {"", "none", "–", "-"}:
        return None
    unit = _UNITS.get(words)
    if unit is None:
        raise WorldError(f"“{text}” is not a unit: type one of {', '.join(UNIT_WORDS.values())}.")
    return unit


def read_nature(text: str) -> Nature | None:
    """Return the nature that was typed; empty is none."""
    words = text.strip().casefold()
    if words in {"", "none", "–", "-"}:
        return None
    nature = _NATURES.get(words)
    if nature is None:
        raise WorldError(f"“{text}” is not a nature: type one of {', '.join(n.value for n in Nature)}.")
    return nature


def read_qualifier(text: str) -> Qualifier:
    """Return how firmly a value is stated; empty is exactly."""
    qualifier = _QUALIFIERS.get(" ".join(text.casefold().split()))
    if qualifier is None:
        names = ", ".join(q.value for q in Qualifier if q.value)
        raise WorldError(f"“{text}” does not say how firm a value is: type one of {names}, or leave it empty.")
    return qualifier


def read_indicator(text: str, dictionary: Dictionary) -> str | None:
    """Return the key of the indicator that was typed by key, name or alias; empty is none."""
    words = " ".join(text.casefold().split())
    if words in {"", "none", "–", "-"}:
        return None
    for indicator in dictionary:
        if words in {indicator.key.casefold(), indicator.name.casefold()}:
            return indicator.key
    named = [i.key for i in dictionary if words in {alias.casefold() for alias in i.aliases}]
    if len(named) == 1:
        return named[0]
    if named:
        names = ", ".join(f"“{dictionary.name(key)}”" for key in named[:4])
        raise WorldError(f"“{text}” can mean more than one indicator: type one of {names}.")
    raise WorldError(
        f"“{text}” is not in the dictionary of indicators: choose a name from the list, or leave it empty."
    )


def _value_as_shown(text: str, current: Figure) -> TypedValue:
    """Return the typed value; one left as the screen shows it keeps the figure's own precision."""
    if text.strip() in {figure_words(current), value_words(current.value, current.unit), field_text(current, "value")}:
        return TypedValue(plain_number(current.value), current.step)
    return read_value(text)


def _period_as_shown(text: str, current: Figure) -> str:
    """Return the typed period as a correction; one left as the screen shows it stays the same."""
    if text.strip() in {period_words(current.period), field_text(current, "period")}:
        return field_text(current, "period")
    return period_text(read_period(text))


def _unit_beside(pound: str | None, words: str, text: str) -> Unit | None:
    """Return the unit that stands with a number; raise WorldError where words follow that are none."""
    words = " ".join(words.casefold().split())
    if pound and words:
        raise _no_number(text)
    if pound:
        return Unit.GBP
    if not words:
        return None
    unit = _UNITS.get(words)
    if unit is None:
        raise _no_number(text)
    return unit


def _starts(words: str, word: str) -> bool:
    """Tell whether an entry begins with a whole qualifying word."""
    return bool(word) and words.casefold().startswith(word) and words[len(word) : len(word) + 1] in {" ", "£"}


def _one_line(text: str) -> str:
    """Return a text on one line."""
    return " ".join(text.split())


def _text(value: Unit | Nature | None) -> str:
    """Return the JSON name, or an empty text."""
    return value.value if value else ""


def _too_long(text: str) -> WorldError:
    """Return the error for a number that no record can have."""
    shown = text if len(text) <= _LONG else f"{text[:_LONG]}…"
    return WorldError(f"“{shown}” is too long for a figure of a record: look for a digit too many.")


def _no_number(text: str) -> WorldError:
    """Return the error for an entry that holds no number, or more than one."""
    return WorldError(f"“{text}” is not a number that can be read: type it like 1,194 or 57.5% or £5.5m.")
