"""What a number is judged by: its sentence, what the sentence hangs on, and its neighbours."""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.extraction.figures.numerals import Number
from crossfoot.extraction.figures.phrases import Phrase
from crossfoot.extraction.figures.reading import Reading
from crossfoot.extraction.figures.relative import number_before
from crossfoot.extraction.figures.sentences import Sentence
from crossfoot.extraction.unchanging import unchanging
from crossfoot.model import Figure, Period

_LONGEST_ROW = 8
"""How many numbers of one range or row are looked back over for the words that speak of them all."""

_RANGE_WORDS = frozenset({"to", "-", "–", "—", "and", "or", ",", "between"})


@unchanging(frozen=True, slots=True)
class Surroundings:
    """What a sentence hangs on: its lead-in, its heading, and the last sentences before it in its block.

    ``lead_source`` is the figure that a list gives the parts of; ``points_back`` tells that the sentence opens with
    "of these", "there were 3" and the like, ``before`` is the last figure of the block before the sentence. ``topic``
    is what the paragraph opens with as its heading: "Fostering."; ``titles`` are those of the whole record.
    ``before_lead`` are the sentences before the lead-in in its paragraph.
    ``dated`` is the last sentence of the block that is firm about a time, ``stretches`` are those that its sentences
    are about.
    ``without_pounds`` tells that the record prints amounts and no pound sign at all: it lost them.
    """

    lead: Reading | None = None
    lead_source: Figure | None = None
    heading: Reading | None = None
    previous: Sequence[Reading] = ()
    points_back: bool = False
    before: Figure | None = None
    topic: Reading | None = None
    titles: Sequence[Reading] = ()
    without_pounds: bool = False
    dated: Reading | None = None
    stretches: Sequence[Period] = ()
    before_lead: Sequence[Reading] = ()


@unchanging(frozen=True, slots=True)
class Sight:
    """One number, from ``start`` to ``end``, with all that it is judged by.

    ``index`` is its place among the sentence's numbers, ``phrase`` what it counts, ``told`` the last figures before it
    in the sentence, ``before`` the very last, None for the first. ``left`` is the offset where the number before it
    ends, those in one range or row with it aside, ``right`` where the next one begins: words beyond them belong to
    those.
    """

    reading: Reading
    index: int
    around: Surroundings
    sentence: Sentence
    number: Number
    phrase: Phrase
    start: int
    end: int
    left: int
    right: int
    told: Sequence[Figure] = ()
    before: Figure | None = None

    @classmethod
    def of(cls, reading: Reading, index: int, around: Surroundings, told: Sequence[Figure]) -> Sight:
        """Return the sight of a sentence's number; ``told`` are the figures before it in the sentence."""
        s, numbers = reading.sentence, reading.numbers
        first = index
        while first and index - first < _LONGEST_ROW and _in_one_row(s, numbers[first - 1], numbers[first]):
            first -= 1
        bound = number_before(s, numbers, first)
        left = s.tokens[numbers[bound].last - 1].end if bound >= 0 else s.start
        right = s.tokens[numbers[index + 1].first].start if index + 1 < len(numbers) else s.end
        n = numbers[index]
        start, end = s.tokens[n.first].start, s.tokens[n.last - 1].end
        before = told[-1] if told else None
        return cls(reading, index, around, s, n, reading.phrase_of(n), start, end, left, right, told, before)


def _in_one_row(s: Sentence, a: Number, b: Number) -> bool:
    """Tell whether two numbers stand in one range or row: "21 to 32", "155 and 78"."""
    return 0 < b.first - a.last <= 2 and all(s.low(j) in _RANGE_WORDS for j in range(a.last, b.first))
