"""How sure a reading is: the share of such readings that are right.

The numbers were counted over our own annotated records (``tests/extraction/gold/development``): of the
figures read with each kind of support, how many had their span, value, unit, indicator and period right.
"""

from __future__ import annotations

from crossfoot.extraction.figures.labels import Phrase
from crossfoot.extraction.figures.numbers import Form, Number
from crossfoot.extraction.figures.sentences import Sentence
from crossfoot.model import Unit


def of(n: Number, unit: Unit | None, weight: float, phrase: Phrase, dated: str, s: Sentence) -> float:
    """Return the confidence of a reading from what supports it."""
    sure = 0.72
    if unit in {Unit.GBP, Unit.PERCENT, Unit.FTE, Unit.RATE_PER_10000}:
        sure += 0.1
    elif phrase.head:
        sure += 0.06
    if weight >= 9:
        sure += 0.1
    elif weight >= 6.5:
        sure += 0.05
    if dated in {"none"}:
        sure -= 0.08
    elif dated in {"reporting period", "the sentence before", "the heading"}:
        sure -= 0.03
    else:
        sure += 0.04
    if n.form is Form.WORDS:
        sure -= 0.08
    if n.form in {Form.FRACTION, Form.MULTIPLE, Form.ZERO}:
        sure -= 0.12
    return round(min(0.99, max(0.3, sure)), 2)
