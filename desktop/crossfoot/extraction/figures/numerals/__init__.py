"""Number expressions: every printed form of a number, with its value, step and unit.

The grammar knows digits with separators, multipliers ("£5.51m", "1.2 million"), per cent and points,
pence, number words ("one hundred and twenty-five", "two and a half million"), fractions ("a third of",
"two-thirds"), multiples ("doubled"), reported zeros ("no", "none") and negative amounts.
Whether such an expression is a figure is decided elsewhere.
"""

from crossfoot.extraction.figures.numerals.expression import Form, Number
from crossfoot.extraction.figures.numerals.grammar import OPENERS, number_at
from crossfoot.extraction.figures.numerals.points import is_of_points
from crossfoot.extraction.figures.numerals.spelled import is_number_word
from crossfoot.extraction.figures.numerals.units import MEASURES, is_fte, time_unit

__all__ = [
    "MEASURES",
    "OPENERS",
    "Form",
    "Number",
    "is_fte",
    "is_number_word",
    "is_of_points",
    "number_at",
    "time_unit",
]
