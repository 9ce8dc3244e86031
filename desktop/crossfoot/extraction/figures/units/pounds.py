"""Pounds where no sign stands: of a range, of millions said of a budget, of a text that lost all its signs."""

from __future__ import annotations

from crossfoot.extraction.figures.numerals import Form
from crossfoot.extraction.figures.sight import Sight
from crossfoot.extraction.figures.units.lending import ends_range_of_money
from crossfoot.extraction.figures.words import TIME_STEMS, word_set
from crossfoot.model import Nature, Unit

_PLANNED = frozenset({Nature.BUDGET, Nature.VARIANCE, Nature.FORECAST})
_LEAST_LOST_POUNDS = 10_000
"""A bare number this large, said of a budget and counting nothing, is an amount that lost its sign."""
_LEAST_WITHOUT_SIGNS = 50
"""A bare number this large, said of a price in a text that lost its signs, is an amount."""
_PRICED = word_set(
    """
    cost costing payment pay paid supplement allowance fee rebate saving grant growth price charge salary expenditure
    spend spent funding fund contribution budget overspend underspend reserve income bursary
    """
)
_ACCOUNTED = word_set(
    "outturn variance underspent overspent deficit surplus shortfall gap pressure provision estimate sum"
)
"""Words of accounts that name no price."""

_SUMS = word_set("total number service")
"""Heads that an amount may have: "a total of", "for the service". Others are counted themselves."""
_EACH_TIME = word_set("per a each released would will was were is")
_NEAR = 8


def lost_pounds(sight: Sight) -> Unit | None:
    """Return pounds for "5.5m" without a sign, for millions in a sentence about money, and for a price without one."""
    n = sight.number
    if ends_range_of_money(sight):
        return Unit.GBP
    if n.form is Form.DIGITS and n.scale >= 1000 and sight.sentence.tokens[n.core].suffix in {"k", "m", "bn"}:
        return Unit.GBP
    counts = sight.phrase.head and sight.phrase.head not in _SUMS and sight.phrase.head not in TIME_STEMS
    of_money = not counts and any(c.nature in _PLANNED for c in sight.reading.cues)
    bare = n.form is Form.DIGITS and n.step == 1 and n.value >= _LEAST_LOST_POUNDS
    large = n.scale >= 1_000_000 or (bare and _speaks_of_money(sight))
    return Unit.GBP if (large and of_money) or _is_priced(sight) else None


def _speaks_of_money(sight: Sight) -> bool:
    """Tell whether a sentence is of money: "orders have risen from 41,200 to an expected 43,500" is not."""
    s = sight.sentence
    if any(number.money for number in sight.reading.numbers):
        return True
    return any(s.stem(i) in _PRICED or s.low(i) in _PRICED or s.stem(i) in _ACCOUNTED for i in range(len(s.tokens)))


def is_nil_pounds(sight: Sight) -> bool:
    """Tell of the "nil" behind an amount: "£6,000 in year 2 and nil in year 3"."""
    s, n, k = sight.sentence, sight.number, sight.index
    return k > 0 and s.low(n.first) == "nil" and sight.reading.numbers[k - 1].money


def _is_priced(sight: Sight) -> bool:
    """Tell of a price in a text that lost its pound signs: "costing 5,200 a week", "a payment of 500 would"."""
    s, n = sight.sentence, sight.number
    if not sight.around.without_pounds or n.form is not Form.DIGITS or n.scale != 1 or n.value < _LEAST_WITHOUT_SIGNS:
        return False
    behind = s.low(n.last)
    counts_nothing = not sight.phrase.head or sight.phrase.head in TIME_STEMS
    led_on = behind in _EACH_TIME or (behind == "in" and n.value >= _LEAST_LOST_POUNDS)
    if not counts_nothing and not led_on:
        return False
    reach = 0 if behind in {"per", "a", "released"} or n.value >= _LEAST_LOST_POUNDS else n.first - _NEAR
    return any(s.stem(i) in _PRICED or s.low(i) in _PRICED for i in range(max(0, reach), n.first))
