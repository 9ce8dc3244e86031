"""Runs of words of a sentence, made fit to be read as a name: without words of time and small words at their ends."""

from __future__ import annotations

from crossfoot.extraction.figures.sentences import Sentence
from crossfoot.extraction.figures.sight import Sight
from crossfoot.extraction.figures.words import word_set

_SMALL = word_set(
    "the a an of out and that in for to by with from at on as or but than over some about which who also there"
)
_SMALL_AT_THE_END = _SMALL | word_set("was were is are had has have been")
_SIGNS = " -–—:;,.()•*/'’\"“”"
"""What is taken off either end of a name."""

NO_NOUNS = word_set(
    """
    respectively nationally regionally locally overall now then again also only not more fewer less higher lower up
    down each per point points percent altogether previously currently still just yet once there here so thus either
    both all compared against i e ie eg went gave took came left owed led became began chose got made saw had short
    """
)
"""Words that may stand right behind a number without being counted by it."""

CLAUSE_WORDS = word_set("and but that which while whilst although where when because")
LONGEST_LABEL, LONGEST_TAIL, LONGEST_ITEM = 9, 7, 8
"""How many words a label, a part and a list item's name have at most."""


def in_time(sight: Sight, offset: int) -> bool:
    """Tell whether a place lies in a period expression."""
    for when in sight.reading.whens:  # noqa: SIM110 - a loop, as this is asked of every word
        if when.span.start <= offset < when.span.end:
            return True
    return False


def words_of(sight: Sight, first: int, last: int) -> str:
    """Return the words from token ``first`` up to ``last`` on one line, up to the first word of time."""
    s = sight.sentence
    end = first
    while end < min(last, len(s.tokens)) and not in_time(sight, s.tokens[end].start):
        end += 1
    if end <= first:
        return ""
    return clean(s.text[s.tokens[first].start : s.tokens[end - 1].end])


def clean(words: str) -> str:
    """Return words on one line without articles, prepositions and signs at either end."""
    if words.rfind("(") > words.rfind(")"):
        words = words[: words.rfind("(")]
    words = " ".join(words.split()).strip(_SIGNS)
    while (shorter := _without_small_ends(words).strip(_SIGNS)) != words:
        words = shorter
    return words


def _without_small_ends(words: str) -> str:
    """Return words on one line without a small word at either end; nothing where one small word is all."""
    first, _, behind = words.partition(" ")
    if first.lower() in _SMALL:
        words = behind
    before, _, last = words.rpartition(" ")
    return before if before and last.lower() in _SMALL_AT_THE_END else words


def opening_of(s: Sentence, closing: int, least: int) -> int | None:
    """Return where brackets open that a token closes, where no number stands in them: "the pass rate (A*-E) was"."""
    if s.low(closing) != ")":
        return None
    for i in range(closing - 1, max(least, closing - _LONGEST_BRACKET) - 1, -1):
        if s.is_number(i):
            return None
        if s.low(i) == "(":
            return i
    return None


_LONGEST_BRACKET = 10
