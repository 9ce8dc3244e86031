"""Points of a percentage or a score, which are not said to be per cent: "up by six points", "7 points below"."""

from __future__ import annotations

from crossfoot.extraction.figures.numerals.expression import Form, Number
from crossfoot.extraction.figures.sentences import Sentence
from crossfoot.extraction.figures.words import word_set

_MOVES_BY = word_set(
    """
    by up down of some about around almost nearly just another add adds added adding gain gained gaining lost lose
    losing dropped fell rose slipped improved
    """
)
_SETS_APART = word_set(
    "lower higher better worse more less fewer below above behind ahead up down short adrift to on off clear between"
)


def is_of_points(s: Sentence, n: Number) -> bool:
    """Tell whether a number is of points: any in digits, and one in words that something moved or differs by."""
    if s.stem(n.last) != "point" or n.form not in {Form.DIGITS, Form.WORDS}:
        return False
    return n.form is Form.DIGITS or s.low(n.first - 1) in _MOVES_BY or s.low(n.last + 1) in _SETS_APART
