"""Numbers in words: cardinals, fractions, multiples and the words that report a nought."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from crossfoot.extraction.figures.numerals.expression import ONE, Form, Number
from crossfoot.extraction.figures.numerals.units import (
    BILLION,
    MILLION,
    THOUSAND,
    behind_hyphen,
    take_words_behind,
    time_unit,
)
from crossfoot.extraction.figures.tokens import WORD, Token
from crossfoot.extraction.figures.words import word_set
from crossfoot.model import Unit
from crossfoot.model.english import NUMBER_NAMED

_UNITS = {word: Decimal(value) for word, value in NUMBER_NAMED.items() if value < 20}
_TENS = {
    word: Decimal(10 * value)
    for value, word in enumerate(
        ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),
        start=2,
    )
} | {"fourty": Decimal(40)}
_GROUPS = {"hundred": Decimal(100), "dozen": Decimal(12)}
_LARGE = {"thousand": THOUSAND, "million": MILLION, "billion": BILLION}
_GROUPS_OF_ANY_SIZE = _GROUPS | _LARGE
_FRACTIONS = {
    "half": Decimal(2),
    "third": Decimal(3),
    "thirds": Decimal(3),
    "quarter": Decimal(4),
    "quarters": Decimal(4),
    "fifth": Decimal(5),
    "fifths": Decimal(5),
    "sixth": Decimal(6),
    "eighth": Decimal(8),
    "eighths": Decimal(8),
    "tenth": Decimal(10),
    "tenths": Decimal(10),
}
_MULTIPLES = {
    "doubled": Decimal(2),
    "doubling": Decimal(2),
    "trebled": Decimal(3),
    "tripled": Decimal(3),
    "quadrupled": Decimal(4),
    "halved": Decimal("0.5"),
}
_NOUGHTS = frozenset({"no", "none", "nil", "nobody"})
_BEHIND_PART = word_set(
    """
    of in on at to from by with for during since than as between within under over across through after before
    until was were is are had have has did do would will could and or but more less fewer lower higher better
    worse were rose fell came went lived left said so over the
    """
)
_ROUND = frozenset({Decimal(3), Decimal(4), Decimal(5), Decimal(10), Decimal(100)})
_MOST_IN_SHARE = 200
_NO_SHARES = word_set(
    """
    , % - – / : january february march april may june july august september october november december million
    thousand hundred areas teams wards districts schools libraries centres
    """
)
"""What stands behind the second of two counts ("2 in 5 wards"), not behind a share."""

_BEFORE_HALF = frozenset({"just", "nearly", "almost", "about", "over", "only", "by", "fewer", "more"})
_TENTH = Decimal("0.1")
"""The step of a fraction, a half and a multiple: such words are never meant more finely."""

STARTERS = (
    frozenset(_UNITS)
    | frozenset(_TENS)
    | frozenset(_GROUPS)
    | frozenset(_FRACTIONS)
    | frozenset(_MULTIPLES)
    | _NOUGHTS
    | {"a", "an", "thousand", "million"}
)
"""The words that a number in words may begin with."""


def is_number_word(low: str) -> bool:
    """Tell whether a word spells a number from one to ninety: "seven"."""
    return low in _UNITS or low in _TENS


def words_at(tokens: Sequence[Token], i: int) -> Number | None:
    """Return the number that words spell from token ``i`` on, the longest there is."""
    low = tokens[i].low
    if low in _NOUGHTS:
        return Number(i, i + 1, i, Decimal(0), ONE, Form.ZERO)
    if low in _MULTIPLES:
        return Number(i, i + 1, i, _MULTIPLES[low], _TENTH, Form.MULTIPLE, Unit.RATIO)
    spelled = (_half_at(tokens, i) if low == "half" else _parts_at(tokens, i)) or _cardinal_at(tokens, i)
    if spelled is not None:
        take_words_behind(tokens, spelled)
    return spelled


def _half_at(tokens: Sequence[Token], i: int) -> Number | None:
    """Return "half of", "half the", "half a million"; the first half of a year is none."""
    after = tokens[i + 1].low if i + 1 < len(tokens) else ""
    if i and tokens[i - 1].low in {"first", "second", "latter", "this", "other", "next", "last", "better"}:
        return None
    if after == "a" and i + 2 < len(tokens) and tokens[i + 2].low in _GROUPS_OF_ANY_SIZE:
        scale = _GROUPS_OF_ANY_SIZE[tokens[i + 2].low]
        return Number(i, i + 3, i, scale / 2, scale / 2, Form.WORDS, scale=scale)
    bounded = i > 0 and tokens[i - 1].low in _BEFORE_HALF and (after in _BEHIND_PART or after.endswith("ed"))
    if bounded or after in {"of", "the", "all", "our", "its", "their", "that"}:
        return Number(i, i + 1, i, Decimal("0.5"), _TENTH, Form.FRACTION, Unit.RATIO)
    return None


def _parts_at(tokens: Sequence[Token], i: int) -> Number | None:
    """Return "a third", "two-thirds", "three quarters of"; a quarter that nothing is a part of is none."""
    low = tokens[i].low
    count = ONE if low in {"a", "an"} else _UNITS.get(low)
    if count is None or count == 0:
        return None
    j = behind_hyphen(tokens, i + 1)
    part = _FRACTIONS.get(tokens[j].low) if j < len(tokens) else None
    if part is None or (count > 1) != tokens[j].low.endswith("s") or count >= part:
        return None
    following = tokens[j + 1].low if j + 1 < len(tokens) else ""
    by = i > 0 and tokens[i - 1].low == "by"
    if tokens[j].low in {"half", "quarter"} and following != "of" and not by:
        return None
    if count == 1 and j + 1 < len(tokens) and tokens[j + 1].kind is WORD and not _goes_on(following):
        return None
    if i and tokens[i - 1].low in {"first", "last", "next", "previous"}:
        return None
    value = (count / part).quantize(Decimal("0.0001")).normalize()
    return Number(i, j + 1, j, value, _TENTH, Form.FRACTION, Unit.RATIO)


def _goes_on(low: str) -> bool:
    """Tell whether a word may follow "a fifth" as a share, where a noun would make it an ordinal: "a third party"."""
    return low in _BEHIND_PART or low.endswith("ed")


def share_at(tokens: Sequence[Token], i: int) -> Number | None:
    """Return "one in four", "1 in 5" and "3 in 10" as the share that they are; None for other numbers before "in"."""
    if i + 2 >= len(tokens) or tokens[i + 1].low != "in" or tokens[i + 2].suffix or tokens[i].suffix:
        return None
    part, whole = _small(tokens[i].low), _small(tokens[i + 2].low)
    if not part or not whole or part >= whole:
        return None
    round_ = whole in _ROUND or (part == 1 and whole <= _MOST_IN_SHARE)
    behind = tokens[i + 3] if i + 3 < len(tokens) else None
    if not round_ or (behind is not None and (time_unit(behind.low) or behind.low in _NO_SHARES)):
        return None
    return Number(
        i, i + 3, i, (part / whole).quantize(Decimal("0.0001")).normalize(), _TENTH, Form.FRACTION, Unit.RATIO
    )


def _small(low: str) -> Decimal | None:
    """Return the value of a small number in words or digits."""
    if low.isdecimal() and len(low) <= 3:
        return Decimal(low)
    return _UNITS.get(low) or (Decimal(100) if low == "hundred" else _TENS.get(low))


@dataclass(slots=True)
class _Sum:
    """A cardinal as it adds up: ``total`` of what a thousand or more closed, ``group`` of what is still open."""

    total: Decimal = Decimal(0)
    group: Decimal = Decimal(0)
    scale: Decimal = ONE
    step: Decimal = ONE
    begun: bool = False

    def takes_unit(self, value: Decimal) -> bool:
        """Tell whether a word below twenty may come next: behind "twenty" or "hundred", not behind "two"."""
        behind_tens = self.group >= 20 and self.group % 10 == 0 and 0 < value < 10
        behind_hundreds = self.group % 100 == 0 and self.group > 0
        return not self.begun or behind_tens or behind_hundreds

    def add(self, low: str, *, opened: bool) -> bool:
        """Add one number word; False where it cannot go on the sum. ``opened`` tells of an "a" before it."""
        if low in _UNITS:
            if not self.takes_unit(_UNITS[low]):
                return False
            self.group += _UNITS[low]
        elif low in _TENS:
            if self.group % 100 != 0:
                return False
            self.group += _TENS[low]
        elif low in _GROUPS and (self.begun or opened):
            self.group = (self.group or ONE) * _GROUPS[low]
        elif low in _LARGE and (self.begun or opened):
            self.total += (self.group or ONE) * _LARGE[low]
            self.group, self.scale = Decimal(0), _LARGE[low]
        else:
            return False
        self.begun = True
        return True

    def joins(self, tokens: Sequence[Token], j: int) -> bool:
        """Tell whether the "and" at ``j`` joins parts of one number ("hundred and twenty", "two and a half")."""
        after = tokens[j + 1].low if j + 1 < len(tokens) else ""
        rest = tokens[j + 2].low if j + 2 < len(tokens) else ""
        if after == "a" and rest == "half":
            return True
        if after not in _UNITS and after not in _TENS:
            return False
        hundred = self.group >= 100 and self.group % 100 == 0
        return (hundred or (self.group == 0 and self.total > 0)) and rest not in {"hundred", "thousand", "million"}


def _cardinal_at(tokens: Sequence[Token], i: int) -> Number | None:
    """Return a number spelled as a cardinal: "eighteen", "a hundred", "two and a half million"."""
    sum_ = _Sum()
    j, last = i, i
    opened = tokens[i].low in {"a", "an"}
    if opened:
        j += 1
        if j >= len(tokens) or tokens[j].low not in _GROUPS_OF_ANY_SIZE:
            return None
    while j < len(tokens) and tokens[j].kind is WORD:
        low = tokens[j].low
        if low == "and" and sum_.begun and sum_.joins(tokens, j):
            if tokens[j + 1].low == "a":
                j += 3
                last = j
                sum_.group, sum_.step = sum_.group + Decimal("0.5"), _TENTH
            else:
                j += 1
            continue
        if not sum_.add(low, opened=opened):
            break
        last = j + 1
        j = behind_hyphen(tokens, j + 1)
    if not sum_.begun:
        return None
    step = sum_.step * (sum_.scale if sum_.scale > 1 and sum_.group == 0 else ONE)
    return Number(i, last, i, sum_.total + sum_.group, step, Form.WORDS, scale=sum_.scale)
