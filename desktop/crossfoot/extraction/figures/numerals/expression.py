"""What a number expression is: its form, its exact value, its unit and the tokens that it takes in."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from crossfoot.model import Unit

ONE = Decimal(1)


class Form(StrEnum):
    """How a number is printed."""

    DIGITS = "digits"
    WORDS = "words"
    FRACTION = "fraction"
    MULTIPLE = "multiple"
    ZERO = "zero"


@dataclass(slots=True)
class Number:
    """A number expression over the tokens ``first`` to ``last``, ``last`` not included.

    ``core`` is the index of the token that holds the number itself. ``value`` and ``step`` (the size of the
    last printed digit) are in whole units; ``scale`` is the multiplier that was applied to both. ``unit`` is
    what the expression itself says, or None until its sentence or table settles it; ``money`` tells that a
    pound sign, pence or pounds stand in it, or that its unit came out as pounds. ``unnamed`` tells that it is
    of a kind which no unit of ours names: another currency, tonnes, miles, hours.
    """

    first: int
    last: int
    core: int
    value: Decimal
    step: Decimal
    form: Form
    unit: Unit | None = None
    money: bool = False
    scale: Decimal = ONE
    negative: bool = False
    unnamed: bool = False

    @property
    def bare(self) -> bool:
        """Tell whether it is a whole number in digits alone, without sign, unit or multiplier."""
        return (
            self.unit is None
            and not self.money
            and self.last - self.first == 1
            and self.form is Form.DIGITS
            and self.scale == 1
            and self.step == 1
        )

    def settle(self, unit: Unit | None) -> None:
        """Take the unit that the number's surroundings gave it; pounds make it money."""
        if unit is not None:
            self.unit = unit
        if unit is Unit.GBP:
            self.money = True
