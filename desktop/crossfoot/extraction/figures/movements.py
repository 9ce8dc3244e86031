"""Movements: "rose by 12%, from 310 to 347". The two ends of one are numbers of the same measure.

The first end stands behind "from", the second behind "to". What is told of the first is told of the second: they share
their name, their indicator and their unit, which is none of the change before them: a change in percent says nothing
of the unit of what changed.
"""

from __future__ import annotations

from crossfoot.extraction.figures.numerals import Form
from crossfoot.extraction.figures.sight import Sight
from crossfoot.extraction.figures.words import word_set
from crossfoot.model import Figure, Nature, Unit

_HEDGES = word_set("around about approximately some nearly almost just over under only a an the roughly")
_OPENS, _CLOSES = word_set("from"), word_set("to")
_ENDS = _OPENS | _CLOSES
_SHARES = word_set("percentage proportion share")


def _word_before(sight: Sight, index: int) -> str:
    """Return the word before a number of the sentence, hedges aside."""
    s, first = sight.sentence, sight.reading.numbers[index].first
    while first and s.low(first - 1) in _HEDGES:
        first -= 1
    return s.low(first - 1)


def _joins(sight: Sight, index: int) -> bool:
    """Tell whether a number and the one behind it are the ends of a movement."""
    numbers = sight.reading.numbers
    if index < 0 or index + 1 >= len(numbers) or not sight.sentence.words >= _ENDS:
        return False
    if _word_before(sight, index) not in _OPENS or _word_before(sight, index + 1) not in _CLOSES:
        return False
    s, between = sight.sentence, range(numbers[index].last, numbers[index + 1].first)
    return all(s.is_word(i) or s.low(i) == "%" for i in between) and len(between) <= _LONGEST


_CLAUSE = 30
"""How many words before the base of a change may say that it is a share."""

_LONGEST = 6
"""How many words at most stand between both ends: "from 41 children in April to 53 children"."""


def begins_movement(sight: Sight) -> bool:
    """Tell of the first end of a movement: the 310 of "from 310 to 347"."""
    return _joins(sight, sight.index)


def start_of_movement(sight: Sight) -> Figure | None:
    """Return the figure of the first end where a number is the second: that of the 310 for the 347."""
    return sight.before if _joins(sight, sight.index - 1) else None


def change_before(sight: Sight) -> Figure | None:
    """Return the change that a number is the base of: "12%, from 310", "a fall of 12% from 310"."""
    before = sight.before
    if before is None or before.nature is not Nature.CHANGE or sight.number.form is not Form.DIGITS:
        return None
    earlier = sight.reading.numbers[sight.index - 1]
    gap = range(sight.reading.phrase_of(earlier).close, sight.number.first)
    if _word_before(sight, sight.index) not in _OPENS or any(sight.sentence.low(i) in {"and", ";"} for i in gap):
        return None
    return before


def unit_beside_change(sight: Sight, change: Figure) -> Unit | None:
    """Return the unit of the base of a change, or None where the change says nothing of it."""
    if change.unit is Unit.PERCENTAGE_POINTS:
        return Unit.PERCENT
    if change.unit is not Unit.PERCENT:
        return change.unit
    s = sight.sentence
    spoken = any(s.low(i) in _SHARES for i in range(max(0, sight.number.first - _CLAUSE), sight.number.first))
    return Unit.PERCENT if spoken else None
