"""How sure a reading is, from what supports it: the unit, the words that name its indicator, its period, its form."""

from __future__ import annotations

from crossfoot.extraction.figures.indicators.assigning import Named
from crossfoot.extraction.figures.numerals import Form
from crossfoot.extraction.figures.periods.dating import Dated
from crossfoot.extraction.figures.sight import Sight
from crossfoot.model import Unit

_TOLD_BY_UNIT = frozenset({Unit.GBP, Unit.PERCENT, Unit.FTE, Unit.RATE_PER_10000})
_TAKEN_OVER = frozenset({"reporting period", "the sentence before", "the heading"})
_IN_WORDS = {Form.DIGITS: 0.0, Form.WORDS: -0.08, Form.FRACTION: -0.12, Form.MULTIPLE: -0.12, Form.ZERO: -0.12}


def in_table(indicator: str | None) -> float:
    """Return the confidence of a cell."""
    return 0.93 if indicator else 0.88


def in_sentence(sight: Sight, unit: Unit | None, named: Named, dated: Dated) -> float:
    """Return the confidence of a number in a sentence."""
    sure = 0.72
    if unit in _TOLD_BY_UNIT:
        sure += 0.1
    elif sight.phrase.head:
        sure += 0.06
    if named.weight >= 9:
        sure += 0.1
    elif named.weight >= 6.5:
        sure += 0.05
    if dated.period is None:
        sure -= 0.08
    else:
        sure += -0.03 if dated.how in _TAKEN_OVER else 0.04
    return round(min(0.99, max(0.3, sure + _IN_WORDS[sight.number.form])), 2)
