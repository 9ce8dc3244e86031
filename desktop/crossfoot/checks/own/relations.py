"""The relations that an officer can choose instead of typing a formula."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from crossfoot.checks.own.formula import FormulaError

NAMES = "abcdefghijklmnopqrstuvwxyz"
"""The names that picked figures get, in the order in which they were picked."""


class Relation(StrEnum):
    """How picked figures belong together; the last picked is what the others come to."""

    SUM = "sum"
    DIFFERENCE = "difference"
    PRODUCT = "product"
    RATIO = "ratio"
    SHARE = "share"
    EQUALS = "equals"
    FORMULA = "formula"


_SIGNS = {Relation.SUM: " + ", Relation.DIFFERENCE: " − ", Relation.PRODUCT: " × ", Relation.RATIO: " ÷ "}


def formula_of(relation: Relation, names: Sequence[str]) -> str:
    """Return the formula of a relation over names in their order; raise FormulaError where they are too few."""
    least = 2 if relation is Relation.EQUALS else 3
    if len(names) < least:
        raise FormulaError(f"A {relation.value} needs {least} figures at least: pick more.")
    if relation is Relation.EQUALS:
        if len(names) > 2:
            raise FormulaError("Equals compares two figures: pick two.")
        return f"{names[0]} = {names[1]}"
    if relation is Relation.SHARE:
        if len(names) > 3:
            raise FormulaError("A share needs three figures: the part, the whole and the percentage.")
        return f"{names[0]} ÷ {names[1]} × 100 = {names[2]}"
    return _SIGNS[relation].join(names[:-1]) + f" = {names[-1]}"
