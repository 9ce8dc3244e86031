"""The columns of the figures table as data: what they show, sort by, and whether they can be edited."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import partial

from crossfoot.model import Dictionary, ReviewedFigure, State, Unit
from crossfoot.model.wording import UNIT_WORDS
from crossfoot.review.queueing import DOUBTFUL
from crossfoot.ui import words

SortKey = tuple[bool, str | int | float | Decimal | date]
"""Empty cells last, then the value itself."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the columns know beside the figure of a row: the dictionary, and of each record its title and its day."""

    dictionary: Dictionary
    titles: Mapping[str, str]
    days: Mapping[str, date | None]


@dataclass(frozen=True, slots=True)
class Column:
    """One column. ``field`` is the correctable field of the figure that it shows, or empty.

    ``fits`` are words in bold that the column has room for, whatever the font.
    ``amount`` gives the number that a filter such as ">100" compares, in columns that hold numbers.
    """

    title: str
    hint: str
    width: int
    text: Callable[[ReviewedFigure, Known], str]
    key: Callable[[ReviewedFigure, Known], SortKey]
    field: str = ""
    amount: Callable[[ReviewedFigure], Decimal] | None = None
    fits: str = ""


_ORDER = {state: place for place, state in enumerate(State)}


def _said(name: str, item: ReviewedFigure, known: Known) -> str:
    """Return the words of a field of a figure."""
    return words.field(item.current, name, known.dictionary)


def _value(item: ReviewedFigure, known: Known) -> str:
    """Return a figure's value; a rate without "per 10,000", which the column of units says and this would cut."""
    if item.current.unit is Unit.RATE_PER_10000:
        return words.value(replace(item.current, unit=Unit.COUNT))
    return _said("value", item, known)


def _by_words(name: str, item: ReviewedFigure, known: Known) -> SortKey:
    """Sort a column by its words."""
    said = _said(name, item, known).casefold()
    return (not said, said)


def _of_field(name: str, width: int, hint: str = "") -> Column:
    """Return the column of one correctable field."""
    return Column(words.FIELDS[name], hint, width, partial(_said, name), partial(_by_words, name), name)


def _doubt(item: ReviewedFigure) -> str:
    """Return how sure the program is of a reading, with a sign where it is in doubt."""
    share = f"{item.current.confidence:.0%}"
    return f"⚠ {share}" if item.current.confidence < DOUBTFUL else share


def _period_key(item: ReviewedFigure, _: Known) -> SortKey:
    """Sort periods by their last day."""
    period = item.current.period
    return (period is None, period.end if period else date.min)


def _record(item: ReviewedFigure, known: Known) -> str:
    """Return the record that a figure stands in: its day first, for reports of a series share their title."""
    return f"{words.day(known.days.get(item.document))} · {known.titles.get(item.document, '')}"


def _record_key(item: ReviewedFigure, known: Known) -> SortKey:
    """Sort records by the days of their meetings."""
    day = known.days.get(item.document)
    return (day is None, day or date.min)


COLUMNS: tuple[Column, ...] = (
    Column(
        "State",
        "undecided",
        110,
        lambda item, _: "+ added" if words.is_addition(item) else words.state(item.state),
        lambda item, _: (False, _ORDER[item.state]),
    ),
    Column(
        "Value",
        ">100",
        68,
        _value,
        lambda item, _: (False, item.current.value),
        "value",
        lambda item: item.current.value,
        fits="£9,999,999",
    ),
    replace(_of_field("unit", 54), fits=UNIT_WORDS[Unit.RATE_PER_10000]),
    _of_field("indicator", 146),
    _of_field("label", 98),
    _of_field("subject", 74),
    Column("Period", "2012", 128, partial(_said, "period"), _period_key, "period"),
    _of_field("nature", 62),
    Column(
        "Section",
        "",
        72,
        lambda item, _: words.section(item.current.section),
        lambda item, _: (item.current.section is None, item.current.span.start),
    ),
    Column(
        "Sure",
        "<80",
        62,
        lambda item, _: _doubt(item),
        lambda item, _: (False, item.current.confidence),
        amount=lambda item: Decimal(round(item.current.confidence * 100)),
    ),
    Column("Note", "", 120, lambda item, _: _remarks(item), lambda item, _: (not _remarks(item), _remarks(item))),
    Column("Record", "", 150, _record, _record_key),
)
"""All columns, in their order on the screen, but for the record: it stands behind the value where all records do."""

STATE, VALUE, RECORD = 0, 1, len(COLUMNS) - 1


def _remarks(item: ReviewedFigure) -> str:
    """Return the reason and the note of a figure on one line, and how newer rules read it."""
    return " · ".join(part for part in (words.presence(item), words.was(item), item.reason, item.note) if part)


_COMPARISON = re.compile(
    r"""\s*(?P<sign><=|>=|≤|≥|<|>|=)?\s*(?P<pound>£)?(?P<low>-?[\d,]+(?:\.\d+)?)\s*(?P<scale>%|k|m)?
        \s*(?:(?:-|–|to)\s*£?(?P<high>[\d,]+(?:\.\d+)?)\s*(?P<end>%|k|m)?)?\s*""",
    re.VERBOSE,
)
_SIGNS = {"≤": "<=", "≥": ">="}
_SCALE = {"k": Decimal(1_000), "m": Decimal(1_000_000)}


def matcher(column: Column, typed: str) -> Callable[[ReviewedFigure, Known], bool]:
    """Return the test for one column's filter: words that the cell must hold, or a comparison of numbers.

    ">100", "<=5.5m", "=40" and "100-200" compare where the column holds numbers, ">50%" and ">£1m" those of that
    unit alone; a plain number there is looked for among the digits.
    """
    wanted = typed.strip().casefold()
    parts = _COMPARISON.fullmatch(wanted)
    if column.amount and parts and (parts["sign"] or parts["high"]):
        sign, end = parts["sign"] or "between", parts["end"]
        low, high = _number(parts["low"], parts["scale"] or end), _number(parts["high"], end or parts["scale"])
        unit = Unit.GBP if parts["pound"] else Unit.PERCENT if "%" in {parts["scale"], end} else None
        return partial(_compares, column, _SIGNS.get(sign, sign), (low, high), unit)
    if column.amount:
        wanted = wanted.replace(",", "")
        return lambda item, known: wanted in column.text(item, known).casefold().replace(",", "")
    if wanted in {"-", "–"}:
        return lambda item, known: column.text(item, known) in {"", "–"}
    return lambda item, known: wanted in column.text(item, known).casefold()


def _number(digits: str | None, scale: str | None = None) -> Decimal:
    """Return the number that was typed; digits that make none count as nought."""
    try:
        return Decimal((digits or "0").replace(",", "")) * _SCALE.get(scale or "", Decimal(1))
    except InvalidOperation:
        return Decimal(0)


def _compares(
    column: Column,
    sign: str,
    ends: tuple[Decimal, Decimal],
    unit: Unit | None,
    item: ReviewedFigure,
    _: Known,
) -> bool:
    """Compare a figure's number with what was typed; with a unit, a value of another one does not fit."""
    if column.amount is None or (unit and column.field == "value" and item.current.unit is not unit):
        return False
    held = column.amount(item)
    low, high = ends
    return {
        "<": held < low,
        "<=": held <= low,
        ">": held > low,
        ">=": held >= low,
        "=": held == low,
        "between": low <= held <= high,
    }[sign]
