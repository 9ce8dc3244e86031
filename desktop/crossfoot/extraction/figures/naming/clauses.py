"""What the clause of a number tells of it: before it whose it is, behind it what became of what it counts.

Only figures without an indicator are told apart by these; those of an indicator are told apart by their part alone, so
that they can be set beside each other from record to record.
"""

from __future__ import annotations

from crossfoot.extraction.figures.naming.runs import (
    CLAUSE_WORDS,
    LONGEST_LABEL,
    LONGEST_TAIL,
    NO_NOUNS,
    clean,
    in_time,
    words_of,
)
from crossfoot.extraction.figures.sentences import Sentence
from crossfoot.extraction.figures.sight import Sight
from crossfoot.extraction.figures.tokens import NUMBER, SIGN
from crossfoot.extraction.figures.words import AUXILIARIES, DETERMINERS, PREPOSITIONS, word_set

_OPENS_ASIDE = frozenset("(,:–—-=")
_ENDS = frozenset(";.?!")
_FASTENERS = frozenset("-‐‑'’/&")
_BEFORE_TOLD = AUXILIARIES | word_set("of them these those which whom to been being also newly then")
_NAMELESS = (
    AUXILIARIES
    | PREPOSITIONS
    | NO_NOUNS
    | DETERMINERS
    | word_set(
        """
        it they there own one ones other others since so also and or but day days week weeks month months year years
        end start beginning close further average mean no not more less first second third next last total number figure
        """
    )
)
"""Words that tell nothing by themselves."""

_OF_ANY_BUDGET = word_set("budget budgets set outturn forecast projected spend spending overspend underspend saving")
_ARTICLES = word_set("the these those all our its their")
_CARRIES_ON = word_set("it they this these those that")


def told_before(sight: Sight) -> str:
    """Return the words that a number is told of: the noun in apposition, the object of its verb, or its subject.

    "autism (31%)", "a nursing bed, £612.50", "cut rents by 1%", "Rent collected came to 98.6%".
    """
    s = sight.sentence
    end = sight.number.first
    while end and (s.low(end - 1) in _OPENS_ASIDE or s.low(end - 1) in _LEADS_UP):
        end -= 1
    first = end
    while first and end - first < LONGEST_LABEL and s.tokens[first - 1].end > sight.left:
        token = s.tokens[first - 1]
        if token.low in _ENDS or token.low in _STOPS or (token.kind is SIGN and token.low not in _FASTENERS):
            break
        if token.kind is NUMBER or token.low in CLAUSE_WORDS or in_time(sight, token.start):
            break
        first -= 1
    return _readable(s, first, end)


def is_part_of_next(sight: Sight) -> bool:
    """Tell of the part of a whole that the next number gives: the three of "Three of the 14 secondary schools"."""
    s, numbers, k = sight.sentence, sight.reading.numbers, sight.index
    if k + 1 == len(numbers) or s.low(numbers[k].last) != "of":
        return False
    return all(s.low(i) in _ARTICLES for i in range(numbers[k].last + 1, numbers[k + 1].first))


def told_behind(sight: Sight) -> str:
    """Return what is said behind a number and its noun: "61% of the delays were attributable to the NHS"."""
    s, phrase = sight.sentence, sight.phrase
    first = max(phrase.close, sight.number.last)
    if s.low(first) == ")":
        first += 1
    while s.low(first) in _BEFORE_TOLD:
        first += 1
    end = first
    while end < len(s.tokens) and end - first < LONGEST_TAIL and s.tokens[end].start < sight.right:
        token = s.tokens[end]
        if token.kind is NUMBER or (token.kind is SIGN and token.low not in _FASTENERS):
            break
        if token.low in CLAUSE_WORDS or token.low in _TURNS:
            break
        end += 1
    return words_of(sight, first, end)


def head_of_item(sight: Sight) -> str:
    """Return what a list item begins with, up to a comma or colon: "green waste, charged at £45 a bin: £318k"."""
    s = sight.sentence
    if sight.around.lead is None or s.index or not sight.index:
        return ""
    end = 0
    while end < sight.number.first and end <= LONGEST_TAIL:
        if s.tokens[end].kind is SIGN and s.tokens[end].low not in _FASTENERS:
            return words_of(sight, 0, end)
        end += 1
    return ""


def tells_nothing(part: str) -> bool:
    """Tell whether a part is empty, or has none but small words."""
    return all(word in _NAMELESS for word in part.lower().split())


def says_the_same(part: str, others: list[str]) -> bool:
    """Tell whether all words of a part are said already, apart from small ones and those of any budget."""
    said = {word.strip(",") for other in others for word in other.lower().split()}
    return bool(said) and {word.strip(",") for word in part.lower().split()} - _NAMELESS - _OF_ANY_BUDGET <= said


_LEADS_UP = AUXILIARIES | word_set(
    """
    of at to from by about around nearly almost just over under some approximately roughly up than only was as low high
    a the an still now there fell rose stood dropped increased decreased grew averaged totalled amounted numbered came
    accounted reached improved declined reduced risen fallen grown
    """
)
_STOPS = word_set("that which where when because if whether whereas")
_TURNS = word_set("compared against than whereas leaving giving")


def _readable(s: Sentence, first: int, end: int) -> str:
    """Return the tokens' words without what leads up to them, where any of them is a name."""
    while first < end and (s.low(first) in PREPOSITIONS or s.low(first) in _CARRIES_ON or s.low(first) in NO_NOUNS):
        if s.low(first + 1) in _FASTENERS and s.touches(first + 1):
            break
        first += 1
    if first >= end:
        return ""
    return clean(s.text[s.tokens[first].start : s.tokens[end - 1].end])
