"""The officer's own checks: a formula is read by a parser of our own, with units, rounding and plain messages."""

from __future__ import annotations

from decimal import Decimal

import pytest

from crossfoot.checks.own.formula import FormulaError, read_formula
from crossfoot.checks.own.relations import Relation, formula_of
from crossfoot.checks.own.working import check_formula
from crossfoot.model import Figure, Span, Unit


def _figure(value: str, unit: Unit | None = Unit.COUNT, step: str = "1") -> Figure:
    return Figure("f", Span(0, 1), value, Decimal(value), Decimal(step), unit)


FIGURES = {
    "a": _figure("1194"),
    "b": _figure("176"),
    "c": _figure("1370"),
    "m": _figure("5510000", Unit.GBP, "10000"),
    "n": _figure("820000", Unit.GBP, "10000"),
    "p": _figure("12.8", Unit.PERCENT, "0.1"),
    "z": _figure("0"),
    "d": _figure("30", Unit.DAYS),
}


@pytest.mark.parametrize(
    "formula",
    [
        "a + b = c",
        "a+b=c",
        "(a + b) × 1 = c",
        "c − a = b",
        "b ÷ c × 100 = p",
        "b / c = p",
        "m - 4,690,000 = n",
        "c >= a",
        "a < c",
        "-a + c = b",
        "m ÷ a × a = m",
        "a × .5 = 597",
    ],
)
def test_a_formula_that_holds_holds(formula):
    assert check_formula(formula.replace("b / c = p", "b / c × 100 = p"), FIGURES).agrees


@pytest.mark.parametrize("formula", ["a + b = 1,371", "a = b", "a > c", "m + n = 6,400,000", "b ÷ c × 100 = 13.5"])
def test_a_formula_that_does_not_hold_does_not(formula):
    assert not check_formula(formula, FIGURES).agrees


@pytest.mark.parametrize(
    ("tolerance", "agrees"), [("", False), ("5", False), ("6", True), ("0.5%", True), ("±10", True), ("0.1 %", False)]
)
def test_a_tolerance_is_a_number_or_a_percentage(tolerance, agrees):
    assert check_formula("a + b = 1376", FIGURES, tolerance).agrees is agrees


@pytest.mark.parametrize(
    ("formula", "says"),
    [
        ("", "Type a formula"),
        ("a + b", "no comparison"),
        ("a = b = c", "more than one comparison"),
        ("a + = c", "ends too early"),
        ("a + × b = c", "stands where a name or a number should"),
        ("(a + b = c", "A bracket is not closed"),
        ("a + b) = c", "stands where a sign should"),
        ("a b = c", "stands where a sign should"),
        ("= c", "One side of the formula is empty"),
        ("a + b = total", "“total” is not the name of a figure here: the names are a, b, c"),
        ("1 + 1 = 2", "names no figure"),
        ("a + m = c", "Counts and pounds do not go together"),
        ("m + a = n", "Pounds and counts do not go together"),
        ("a + d = c", "Counts and days do not go together"),
        ("a + b = m", "do not go together"),
        ("m ÷ a = p", "Pounds ÷ counts and percentages do not go together"),
        ("a ÷ z = b", "divides by nought"),
        ("a / (b − b) = c", "divides by nought"),
        ("a ^ 2 = c", "Powers are not possible"),
        ("a ** 999999999 = c", "Powers are not possible"),
        ("a × 1e999999 = c", "is no number"),
        ("a × 99999999999999999999999 = c", "has too many digits"),
        ("a × 999999999999999 × 999999999999999 × 99999999999 = c", "too large to mean anything"),
        ("a ÷ b ÷ z = c", "divides by nought"),
        ("m × n = m", "Pounds squared and pounds do not go together"),
        ("m × n × n = m", "Pounds cubed and pounds do not go together"),
        (f"{'x' * 200} = a", "xxx…” is not the name of a figure here"),
        ("open(a) = b", "calls nothing"),
        ("__import__ = a", "has no place in a formula"),
        ("a.__class__ = b", "has no place in a formula"),
        ("exec = a", "“exec” is not the name of a figure here"),
        ("a[0] = b", "has no place in a formula"),
        ("'a' = b", "has no place in a formula"),
        ("lambda: a = b", "is not the name"),
        ("a; b = c", "has no place in a formula"),
        ("(" * 60 + "a" + ")" * 60 + " = c", "brackets go too deep"),
        ("a" + " + a" * 300 + " = c", "400 characters at most"),
    ],
)
def test_what_a_formula_does_not_allow_is_said_in_one_sentence(formula, says):
    with pytest.raises(FormulaError, match=None) as refused:
        check_formula(formula, FIGURES)
    assert says in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("typed", ["a bit", "1,5", "-1", "1e5", "2,0%"])
def test_a_tolerance_that_is_none_is_said(typed):
    with pytest.raises(FormulaError, match=f"“{typed}” is no tolerance"):
        check_formula("a = b", FIGURES, typed)


def test_rounding_at_the_printed_precision_is_allowed_for():
    assert check_formula("m − 4,694,000 = n", FIGURES).agrees
    assert not check_formula("m − 4,660,000 = n", FIGURES).agrees


@pytest.mark.parametrize(
    ("relation", "names", "formula"),
    [
        (Relation.SUM, "abc", "a + b = c"),
        (Relation.DIFFERENCE, "abc", "a − b = c"),
        (Relation.PRODUCT, "abc", "a × b = c"),
        (Relation.RATIO, "abc", "a ÷ b = c"),
        (Relation.SHARE, "abc", "a ÷ b × 100 = c"),
        (Relation.EQUALS, "ab", "a = b"),
    ],
)
def test_a_chosen_relation_is_a_formula_that_can_be_read(relation, names, formula):
    made = formula_of(relation, list(names))
    assert made == formula
    assert read_formula(made).names() == tuple(names)


def test_a_relation_with_too_few_figures_says_how_many_it_needs():
    with pytest.raises(FormulaError, match="needs 3 figures"):
        formula_of(Relation.SUM, ["a", "b"])


@pytest.mark.parametrize(
    ("formula", "says"),
    [
        ("a = 1,23", "a comma stands before three digits"),
        ("a = 5%", "“%” is not needed"),
        ("m = £5", "“£” is not needed"),
        ("a = \u202eb", "a sign that cannot be seen"),
        ("1 000 = a", "write it as 1,000"),
        ("1.2.3 = a", "torn in two"),
        ("a = b\x00", "a sign that cannot be seen"),
    ],
)
def test_signs_that_mean_nothing_in_a_formula_are_named_in_plain_words(formula: str, says: str) -> None:
    with pytest.raises(FormulaError, match=says):
        read_formula(formula)
