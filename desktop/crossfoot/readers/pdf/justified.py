"""Lines that are stretched to both edges of their column: their gaps may be as wide as those between a table's cells.

What a layout stretches it stretches evenly, so that no gap of a line is wider than the others; and it stretches all
lines of a paragraph but the last to one edge. Cells of a table hold several words, or numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from crossfoot.readers.pdf.words import Word

_SAME_EDGE = 2.0
"""Points within which the right ends of lines lie that are stretched to one edge."""
_FEWEST_AT_EDGE = 3
_FEWEST_GAPS = 3
_WIDER, _WIDER_SHARE = 0.8, 0.08
"""How much wider than the usual one a gap is at most: so many points, or such a share of it."""
_EVEN_SHARE = 0.6
"""The share of the gaps that are as wide as the usual one; kerning takes a little from some."""
WIDEST = 6.0
"""The widest gap, as so many times the height of the words."""
_NEAR = 2.0
"""How far the next line of a paragraph stands below a line at most, as so many times the height of its words."""
_MOST_NUMBERS = 0.5
"""The share of numbers, those left out that a sentence's stop or comma follows."""


def stretched_rows(rows: Sequence[Sequence[Word]], first_words: Sequence[int]) -> set[int]:
    """Return the numbers of the rows of a column that are stretched to its edge; rows stand from the top.

    ``first_words`` tells for each row where its words begin behind a list's label, whose gap is its own. A row of two
    or three words could be a table's: it is stretched where it stands right beside one that is for certain.
    """
    even = [is_even(row[first:]) for row, first in zip(rows, first_words, strict=True)]
    rights = sorted(row[-1].right for row in rows)
    flush = [sum(abs(row[-1].right - right) <= _SAME_EDGE for right in rights) >= _FEWEST_AT_EDGE for row in rows]
    gaps = [len(row) - first - 1 for row, first in zip(rows, first_words, strict=True)]
    found = {n for n in range(len(rows)) if even[n] and flush[n] and gaps[n] >= _FEWEST_GAPS}
    short = [n for n in range(len(rows)) if even[n] and flush[n] and 0 < gaps[n] < _FEWEST_GAPS]
    for number in (*short, *reversed(short)):
        if any(
            other in found and _are_near(rows[number], rows[other], to_edge=other < number)
            for other in (number - 1, number + 1)
        ):
            found.add(number)
    return found


def is_even(words: Sequence[Word]) -> bool:
    """Tell whether no gap between words is wider than the others, and most are as wide; numbers alone are a table's."""
    gaps = [after.left - before.right for before, after in pairwise(words)]
    if not gaps:
        return False
    usual, high = median(gaps), words[0].height
    slack = max(_WIDER, _WIDER_SHARE * usual)
    numbers = sum(_is_number(word.text) for word in words)
    return (
        max(gaps) <= min(usual + slack, WIDEST * high)
        and sum(usual - gap <= slack for gap in gaps) >= _EVEN_SHARE * len(gaps)
        and numbers <= _MOST_NUMBERS * len(words)
    )


def _is_number(text: str) -> bool:
    """Tell whether a word is a number, and none of a sentence that goes on behind a comma."""
    return any(map(str.isdigit, text)) and not any(map(str.isalpha, text)) and text[-1] not in ",.;:"


def _are_near(row: Sequence[Word], other: Sequence[Word], *, to_edge: bool) -> bool:
    """Tell whether two rows stand as lines of one paragraph do: near, and ``to_edge`` from one left edge too."""
    step = abs(row[0].top - other[0].top)
    reach = abs(row[-1].right - other[-1].right) <= _SAME_EDGE
    return reach and step <= _NEAR * row[0].height and (not to_edge or row[0].left >= other[0].left - _SAME_EDGE)
