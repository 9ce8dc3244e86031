"""A formula worked out over figures: values with their rounding, and units that must go together.

Pounds and children do not add; a share is a number without a unit and compares with a percentage as its hundredth.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from crossfoot.checks.basis.interval import Interval, reach
from crossfoot.checks.own.formula import (
    Comparison,
    FormulaError,
    Name,
    Number,
    Operation,
    Term,
    is_grouped,
    read_formula,
)
from crossfoot.model import Figure, Unit
from crossfoot.model.wording import number_words, value_words

_LARGEST = Decimal(10) ** 24
_PURE = frozenset({Unit.RATIO, Unit.SCORE})
_POWERS = {1: "", 2: " squared", 3: " cubed"}
_LONG = 30
"""How many characters of a name are shown in a message."""
_UNIT_WORDS: Mapping[str, str] = MappingProxyType(
    {"GBP": "pounds", "count": "counts", "percent": "percentages", "rate_per_10000": "rates per 10,000"}
)
_TOLERANCE = re.compile(r"(?P<number>\d[\d,]*(?:\.\d+)?)\s*(?P<percent>%|per cent)?")

Units = tuple[tuple[str, int], ...]
"""The units of a value with their powers, in order: (("GBP", 1), ("count", -1)) for pounds a child."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A value, every value it may stand for, and its units; ``typed`` tells a number of the formula itself."""

    value: Decimal
    reach: Interval
    units: Units = ()
    typed: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """Both sides of a formula, and whether they agree within rounding and tolerance."""

    left: Amount
    sign: str
    right: Amount
    agrees: bool


def check_formula(text: str, figures: Mapping[str, Figure], tolerance: str = "") -> Result:
    """Work a formula out over named figures.

    Raises FormulaError, with one plain sentence, where it cannot be read, names something that is not there, mixes
    units, or divides by nought.
    """
    formula = read_formula(text)
    check_names(formula, tuple(figures))
    left, right = _work(formula.left, figures), _work(formula.right, figures)
    left, right = _common(left, right)
    slack = _slack(tolerance, right)
    return Result(left, formula.sign, right, _agrees(left, formula.sign, right, slack))


def check_names(formula: Comparison, known: tuple[str, ...]) -> None:
    """Raise FormulaError where a formula names what is not there."""
    unknown = next((name for name in formula.names() if name not in known), None)
    if unknown is not None:
        there = ", ".join(known) if known else "none yet; pick figures first"
        shown = unknown if len(unknown) <= _LONG else f"{unknown[:_LONG]}…"
        raise FormulaError(f"“{shown}” is not the name of a figure here: the names are {there}.")
    if not formula.names():
        raise FormulaError("The formula names no figure: use the names of those picked.")


def read_tolerance(text: str) -> tuple[Decimal, bool]:
    """Return a tolerance as number and whether it is a percentage; raise FormulaError where it is neither."""
    plain = text.strip()
    if not plain:
        return Decimal(0), False
    match = _TOLERANCE.fullmatch(plain.removeprefix("±").strip().removeprefix("£"))
    if match is None or not is_grouped(match["number"]):
        raise FormulaError(f"“{plain}” is no tolerance: type a number such as 2 or 0.5, or a percentage such as 1%.")
    return Decimal(match["number"].replace(",", "")), match["percent"] is not None


def _slack(text: str, right: Amount) -> Decimal:
    """Return a tolerance in the unit of the right side."""
    number, percent = read_tolerance(text)
    return abs(right.value) * number / 100 if percent else number


def _work(term: Term, figures: Mapping[str, Figure]) -> Amount:
    """Return what a term comes to."""
    if isinstance(term, Number):
        return Amount(term.value, Interval(term.value, term.value), typed=True)
    if isinstance(term, Name):
        figure = figures[term.name]
        return Amount(figure.value, reach(figure), _units(figure))
    return _operate(term, _work(term.left, figures), _work(term.right, figures))


def _units(figure: Figure) -> Units:
    """Return the units of a figure; a figure without one counts, and posts count as people do."""
    unit = figure.unit
    if unit in {None, Unit.FTE}:
        unit = Unit.COUNT
    if unit is Unit.PERCENTAGE_POINTS:
        unit = Unit.PERCENT
    return () if unit is None or unit in _PURE else ((unit.value, 1),)


def _operate(operation: Operation, left: Amount, right: Amount) -> Amount:
    """Return the sum, difference, product or quotient of two amounts."""
    if operation.sign in {"+", "-"}:
        left, right = _common(left, right)
        made = left.reach + right.reach if operation.sign == "+" else left.reach - right.reach
        value = left.value + right.value if operation.sign == "+" else left.value - right.value
        return _sized(Amount(value, made, left.units, left.typed and right.typed))
    if operation.sign == "*":
        ends = [a * b for a in _ends(left) for b in _ends(right)]
        return _sized(
            Amount(
                left.value * right.value,
                Interval(min(ends), max(ends)),
                _joined(left.units, right.units, 1),
                left.typed and right.typed,
            )
        )
    if right.value == 0 or right.reach.low <= 0 <= right.reach.high:
        raise FormulaError("The formula divides by nought: look at what stands behind the ÷.")
    ends = [a / b for a in _ends(left) for b in _ends(right)]
    return _sized(
        Amount(
            left.value / right.value,
            Interval(min(ends), max(ends)),
            _joined(left.units, right.units, -1),
            left.typed and right.typed,
        )
    )


def _ends(amount: Amount) -> tuple[Decimal, Decimal]:
    """Return the ends of an amount, an open one bounded by what is printed."""
    low = amount.reach.low if amount.reach.low.is_finite() else amount.value
    high = amount.reach.high if amount.reach.high.is_finite() else amount.value
    return low, high


def _joined(left: Units, right: Units, sign: int) -> Units:
    """Return the units of a product (1) or a quotient (-1); a percentage only scales what it is multiplied with."""
    powers = dict(left)
    for unit, power in right:
        powers[unit] = powers.get(unit, 0) + sign * power
    left_over = {unit: power for unit, power in powers.items() if power}
    if len(left_over) > 1:
        left_over.pop(Unit.PERCENT.value, None)
    return tuple(sorted(left_over.items()))


def _common(left: Amount, right: Amount) -> tuple[Amount, Amount]:
    """Return two amounts in one unit; raise FormulaError where there is none.

    A number that was typed takes the unit of the other side; a share without a unit becomes a percentage beside one.
    """
    if left.units == right.units:
        return left, right
    if left.typed or right.typed:
        units = right.units if left.typed else left.units
        return _as(left, units), _as(right, units)
    percent: Units = ((Unit.PERCENT.value, 1),)
    if {left.units, right.units} == {percent, ()}:
        return _as(left, percent), _as(right, percent)
    raise FormulaError(
        f"{_words(left.units)} and {_words(right.units).lower()} do not go together: compare like with like."
    )


def _as(amount: Amount, units: Units) -> Amount:
    """Return an amount in other units, as it stands."""
    return Amount(amount.value, amount.reach, units)


def _words(units: Units) -> str:
    """Return units in words."""
    if not units:
        return "Plain numbers"
    over = [_unit_words(unit, power) for unit, power in units if power > 0]
    under = [_unit_words(unit, -power) for unit, power in units if power < 0]
    words = " ÷ ".join([" × ".join(over) or "1", *under])
    return words[:1].upper() + words[1:]


def _unit_words(unit: str, power: int) -> str:
    """Return a unit in words, with its power where that is no plain one."""
    return _UNIT_WORDS.get(unit, unit.replace("_", " ")) + _POWERS.get(power, f" to the power of {power}")


def _sized(amount: Amount) -> Amount:
    """Return an amount; raise FormulaError where it is too large to mean anything."""
    if abs(amount.value) > _LARGEST:
        raise FormulaError("The formula comes to a number too large to mean anything: look at its products.")
    return amount


def _agrees(left: Amount, sign: str, right: Amount, slack: Decimal) -> bool:
    """Tell whether two sides agree, rounding and tolerance allowed for."""
    wide = Interval(right.reach.low - slack, right.reach.high + slack)
    match sign:
        case "=":
            return left.reach.meets(wide)
        case "<" | "<=":
            strict = sign == "<" and left.value == right.value
            return left.reach.low <= wide.high and not strict
        case _:
            strict = sign == ">" and left.value == right.value
            return left.reach.high >= wide.low and not strict


def amount_words(amount: Amount) -> str:
    """Return an amount as people read it, to six digits at most."""
    value = amount.value
    if value != value.to_integral_value():
        value = Decimal(f"{value:.6g}")
    unit = Unit(amount.units[0][0]) if len(amount.units) == 1 and amount.units[0][1] == 1 else None
    return value_words(value, unit) if unit is not None else number_words(value)
