"""What a number has from its place in a list whose items are told alike.

"West - 405 children, an average of 21.3" leaves out what "East - 460 children, an average of 22.4 for each worker" said
before it: the same words lead to the same.
"""

from __future__ import annotations

from crossfoot.extraction.figures.indicators.asked import Asked
from crossfoot.extraction.figures.reading import Reading
from crossfoot.model import Figure

_OWN_WORDS = frozenset({"counted", "before", "behind"})
_LEAST_OF_A_NAME = 5
"""How many letters a word has at least that may name something: "an average of", not "of them"."""

_LEAST, _MOST = 2, 8
"""How many words lead from the number before to one that is told as in the item before."""


def as_in_the_item_before(asked: Asked) -> Figure | None:
    """Return the figure that stands in a number's place in the item before, behind the same words; None for none."""
    sight, item = asked.sight, asked.place.item_before
    k = sight.index
    if item is None or k == 0 or len(item.told) <= k or len(sight.told) < k:
        return None
    if asked.best is not None and asked.best.zone in _OWN_WORDS:
        return None
    words = _leading_to(sight.reading, k)
    names = any(len(word) >= _LEAST_OF_A_NAME for word in words)
    if not names or not _LEAST <= len(words) <= _MOST or words != _leading_to(item, k):
        return None
    alike = item.told[k]
    return alike if alike.indicator is not None and item.told[k - 1].unit is sight.told[-1].unit else None


def _leading_to(reading: Reading, k: int) -> tuple[str, ...]:
    """Return the words between a number of a sentence and the one before it."""
    numbers = reading.numbers
    return tuple(reading.sentence.lows[numbers[k - 1].last : numbers[k].first])
