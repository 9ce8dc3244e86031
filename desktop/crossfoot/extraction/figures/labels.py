"""Label and subject of a figure, put together from the words that it counts and the words that it is told of.

The label is what is counted, in the text's words; the subject whom or what it is about: the name of a list
item, the words that tell one part from the others, the body compared with.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from crossfoot.extraction.figures.natures.nature import Told
from crossfoot.extraction.figures.numerals import Number
from crossfoot.extraction.figures.sentences import Sentence
from crossfoot.extraction.figures.sight import Sight
from crossfoot.extraction.figures.tokens import Kind
from crossfoot.extraction.figures.words import AUXILIARIES, DETERMINERS, PREPOSITIONS, word_set
from crossfoot.model import Nature

_SMALL_WORDS = "the|a|an|of|and|that|in|for|to|by|with|from|at|on"
_EDGES = re.compile(rf"^(?:{_SMALL_WORDS})\s+|\s+(?:{_SMALL_WORDS}|was|were|is|are)$", re.IGNORECASE)
_BETWEEN = word_set(
    """
    stood totalled rose fell dropped risen fallen increased decreased reduced - – : ( further just approximately about
    set only
    """
)
"""Words and signs that stand between a subject and its number, beside verbs and prepositions."""

_CLAUSE_OPENERS = word_set("that which while whilst although")
_LEADING_WORDS = DETERMINERS | word_set("and of number total overall proportion percentage")
_BEFORE_PREDICATE = word_set("assessed as judged rated in placed from at of")
_BEHIND_PREDICATE = word_set("and but while which")
_TOLD_BY_COMPARISON = frozenset({Nature.BENCHMARK, Nature.TARGET, Nature.VARIANCE})
_LONGEST_SUBJECT, _LONGEST_PREDICATE = 9, 6


class Naming(NamedTuple):
    """What a figure is called: what it counts and whom or what it is about."""

    label: str
    subject: str


def name_of(sight: Sight, told: Told) -> Naming:
    """Return the label and the subject of a number."""
    s, n, phrase, lead = sight.sentence, sight.number, sight.phrase, sight.around.lead
    wide = words_between(s, phrase.first, phrase.last)
    before = _clean(_subject_before(s, n, _first_token_behind(s, sight.left)))
    parts: list[str] = []
    if lead is not None:
        parts.append(before)
    if told.nature in _TOLD_BY_COMPARISON and told.words is not None:
        parts.append(_clean(told.words.cut(s.text)))
    parts += [_predicate(s, n), wide, before]
    label = words_between(s, phrase.first, phrase.close) or before or wide
    if not label and lead is not None:
        words = lead.sentence
        label = _clean(words_between(words, max(0, len(words.tokens) - 8), len(words.tokens)))
    if not label:
        label = words_between(s, max(0, n.first - 4), min(len(s.tokens), n.last + 4))
    return Naming(label, ", ".join(dict.fromkeys(part for part in parts if part)))


def words_between(s: Sentence, first: int, last: int) -> str:
    """Return the text from token ``first`` up to ``last`` on one line."""
    if first >= last or first >= len(s.tokens):
        return ""
    start, end = s.tokens[first].start, s.tokens[min(last, len(s.tokens)) - 1].end
    return " ".join(s.text[start:end].split())


def _first_token_behind(s: Sentence, offset: int) -> int:
    """Return the first token that ends behind an offset; the sentence's first where the offset is its start."""
    if offset <= s.start:
        return 0
    return next((j for j, token in enumerate(s.tokens) if token.end > offset), 0)


def _subject_before(s: Sentence, n: Number, left: int) -> str:
    """Return the words before a number that it is told of, back to the token ``left``, without verbs at the end."""
    end = n.first
    while end > left and _stands_between(s.low(end - 1)):
        end -= 1
    first = end
    while first > left and end - first < _LONGEST_SUBJECT:
        token = s.tokens[first - 1]
        if (token.kind is Kind.SIGN and token.low in ".;:()|,") or token.low in _CLAUSE_OPENERS:
            break
        first -= 1
    while first < end and s.low(first) in _LEADING_WORDS:
        first += 1
    return words_between(s, first, end)


def _stands_between(low: str) -> bool:
    """Tell whether a word leads from a subject to its number."""
    return low in AUXILIARIES or low in PREPOSITIONS or low in _BETWEEN


def _predicate(s: Sentence, n: Number) -> str:
    """Return what is said of a number that stands as a subject: "23 were female" gives "female"."""
    first = n.last
    if s.low(first) not in AUXILIARIES:
        return ""
    while s.low(first) in AUXILIARIES or s.low(first) in _BEFORE_PREDICATE:
        first += 1
    end = first
    while end - first < _LONGEST_PREDICATE and s.is_word(end) and s.low(end) not in _BEHIND_PREDICATE:
        end += 1
    return words_between(s, first, end)


def _clean(words: str) -> str:
    """Return words without articles and prepositions at either end and on one line."""
    words = " ".join(words.split()).strip(" -–—:;,.()•*")
    while (shorter := _EDGES.sub("", words).strip(" -–—:;,.()")) != words:
        words = shorter
    return words
