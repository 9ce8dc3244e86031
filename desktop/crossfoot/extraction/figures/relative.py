"""Numbers in a relative clause, which the clause around it goes on behind: "the budget, set after 15% was cut, is £3m".

What stands behind the comma that closes such a clause is told of what stands before it, not of the number in it.
"""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.extraction.figures.numerals import Number
from crossfoot.extraction.figures.sentences import Sentence
from crossfoot.extraction.figures.words import word_set

_OPENS = word_set("which who whose")
_GOES_ON = word_set("is was are were stands stood has had will would came comes totals totalled rose fell")
_LONGEST = 30


def number_before(s: Sentence, numbers: Sequence[Number], k: int) -> int:
    """Return the index of the number that ends before what the k-th is told of; -1 for none.

    It is that before it, or the one before a relative clause that holds that.
    """
    at = k - 1
    if at < 0 or s.words.isdisjoint(_OPENS) or s.low(numbers[k].first - 1) not in _GOES_ON:
        return at
    first = _start_of_clause(s, numbers[k].first)
    while at >= 0 and numbers[at].first >= first > 0:
        at -= 1
    return at


def _start_of_clause(s: Sentence, first: int) -> int:
    """Return where the relative clause begins that closes right before the verb of a number; 0 where there is none."""
    at = first - 1
    while at > 0 and s.low(at) in _GOES_ON:
        at -= 1
    if s.low(at) != ",":
        return 0
    for i in range(at - 1, max(0, at - _LONGEST), -1):
        if s.low(i) in _OPENS and s.low(i - 1) == ",":
            return i
    return 0
