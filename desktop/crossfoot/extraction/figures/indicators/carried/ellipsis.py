"""Whether a number's clause leaves out what is measured and only points at it: "the figure is 28%", "that is 73".

What it points at was said before. The words of the clause tell of whom, where or when the number is, and no measure;
a rate is told by its base alone: "per 10,000 of the population that is 73".
"""

from __future__ import annotations

from crossfoot.extraction.figures.rates import TEN_THOUSAND, base_at
from crossfoot.extraction.figures.sentences import Sentence
from crossfoot.extraction.figures.sight import Sight
from crossfoot.extraction.figures.words import AUXILIARIES, word_set

_STANDS_FOR_IT = word_set(
    "mean median figure number total percentage proportion rate average equivalent comparator share ratio level"
)
"""Nouns that stand for what was measured where nothing behind them says of what."""

_LEADS_TO_IT = AUXILIARIES | word_set(
    """
    at to from about around some nearly just over under almost exactly only now then currently stood stands standing
    reached rose rises risen fell fallen falls dropped
    increased decreased reduced went gone crept climbed slipped moved up down back still already again today
    approximately roughly ought not no more less fewer than above below
    """
)
"""Words between such a noun, or a pronoun, and its number."""

_POINTING = word_set("this that it they these those")
_LONGEST = 8
"""How many words may stand between a pointing word and its number."""

_SAYS_HOW_HIGH = AUXILIARIES | word_set(", of at for per stood stands it this that")
"""What stands behind a rate that is told: "a rate of 73", not "at the present rate it will pass 180"."""

_BASES = word_set("10,000 10000 10k 10,000s")
_RATES = frozenset({"rate"})
_SECTIONS = word_set("section sec s")
"""What makes a number behind it the name of an enquiry: "the rate of section 47 enquiries"."""


def points_back_by_a_noun(sight: Sight) -> bool:
    """Tell whether a number is said of "the figure", "the number" or "the average" and of nothing else."""
    s = sight.sentence
    at = _before_the_verb(s, sight.number.first)
    if at >= sight.number.first - 1:
        return False
    return s.low(at) in _STANDS_FOR_IT or _told_of_a_group(s, at)


def _told_of_a_group(s: Sentence, at: int) -> bool:
    """Tell whether such a noun is only told of whom: "the current average for this group is 12"."""
    for i in range(at, max(-1, at - _LONGEST_GROUP), -1):
        if s.low(i) in _OF_WHOM:
            return s.low(i - 1) in _STANDS_FOR_IT
        if s.is_number(i) or s.low(i) in AUXILIARIES or s.low(i) in {",", ";"}:
            return False
    return False


_OF_WHOM = word_set("for among amongst in across at within")
_LONGEST_GROUP = 7


def points_back_by_a_pronoun(sight: Sight) -> bool:
    """Tell whether a number is said of "this", "that" or "it": "this had crept up to 9%", "that is 73"."""
    s, first = sight.sentence, sight.number.first
    at = _before_the_verb(s, first)
    return at < first - 1 and s.low(at) in _POINTING and s.low(at + 1) in _LEADS_TO_IT


def speaks_of_a_rate(sight: Sight) -> bool:
    """Tell whether a number that prints no base is a rate by the words before it: "per 10,000 that is 73"."""
    s, first = sight.sentence, sight.number.first
    for i in range(first - 1, -1, -1):
        if s.low(i) in {";", ":"}:
            return False
        based = s.low(i) in _BASES and base_at(s, i - 1) == TEN_THOUSAND
        if based and s.is_number(i - 2):
            return False  # the base of a rate that is told already: "51.3 per 10,000, although"
        if based or (s.stem(i) in _RATES and s.low(i + 1) in _SAYS_HOW_HIGH):
            return True
        if s.is_number(i) and s.low(i) not in _BASES and s.low(i - 1) not in _SECTIONS:
            return False
    return False


def _before_the_verb(s: Sentence, first: int) -> int:
    """Return the index of the word before the verb that leads to the number at ``first``."""
    at = first - 1
    while at >= 0 and first - at <= _LONGEST and s.low(at) in _LEADS_TO_IT:
        at -= 1
    return at
