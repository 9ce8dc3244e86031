"""Small numbers that count nothing of the service: set phrases, the text's own parts, words that point back."""

from __future__ import annotations

from crossfoot.extraction.figures.exclusions.candidate import END, Candidate
from crossfoot.extraction.figures.numerals import Form
from crossfoot.extraction.figures.sentences import Sentence
from crossfoot.extraction.figures.tokens import is_plural
from crossfoot.extraction.figures.words import (
    ABSTRACT_NOUNS,
    AUXILIARIES,
    DETERMINERS,
    PEOPLE_AND_CASES,
    PREPOSITIONS,
    VERBS,
    word_set,
)

_SET_PHRASE = "set phrase"
_POINTS_BACK = "points back"
_OWN_PARTS = "count of the text's own parts"
_COUNTS_NOTHING = "small number in words that counts nothing"

_BEFORE_ONE = word_set("top big magic catch no any each every at this that such which")
_BEHIND_ONE = word_set(
    """
    of another off such or that which who to - – hand by year time month day week in as is has more size stop where
    was would could can for with on at from
    """
)
_POINTERS = word_set("these those both other first last next")
_REFERRED = word_set("the these those them whom which our its their")
_CLAUSE_STARTS = END | word_set(", ; : and which whom but that - – — ( only just all .")
_BEFORE_BARE = word_set(
    """
    were was only just with to from by but remaining and another of : further these than at least
    """
)
_BEHIND_BARE = END | word_set(". , ) ; were was are is had have in of at from to remain remained and received on")


def set_phrase(c: Candidate) -> str | None:
    """Number words in set phrases: "one of the", "one another", "no one", "one to one", "on the one hand"."""
    n = c.number
    if c.before == "top" and n.unit is None:
        return _SET_PHRASE
    if n.value == 1 and _one_to_one(c):
        return _SET_PHRASE
    if n.form is not Form.WORDS or n.last - n.first > 1:
        return None
    if n.value == 1 and (c.before in _BEFORE_ONE or c.behind in _BEHIND_ONE):
        counted = c.behind == "of" and c.before in {"only", "just"}
        return None if counted else _SET_PHRASE
    return _POINTS_BACK if c.before in _POINTERS else None


def _one_to_one(c: Candidate) -> bool:
    """Tell of both numbers of "one to one" and "1:1"."""
    s, n = c.sentence, c.number
    first = c.behind == "to" and s.low(n.last + 1) == s.low(n.first)
    second = c.before in {"to", ":"} and s.low(n.first - 2) == s.low(n.first)
    return first or second


def own_parts(c: Candidate) -> str | None:
    """A count of the text's own parts reports nothing: "three key aims", "two options"."""
    s, n = c.sentence, c.number
    if n.money or n.unit is not None or n.step != 1 or n.value > 20 or n.form is Form.ZERO:
        return None
    if n.form is Form.DIGITS and s.stem(n.last) == "point":
        return None
    for j in range(n.last, min(n.last + 5, len(s.tokens))):
        low, noun = s.low(j), s.stem(j)
        if not s.is_word(j) or low in AUXILIARIES or low in PREPOSITIONS or low in DETERMINERS or low == "and":
            return None
        if is_plural(low) and low not in VERBS:
            return _OWN_PARTS if noun in ABSTRACT_NOUNS else None
        if n.value == 1 and noun in ABSTRACT_NOUNS:
            return _OWN_PARTS
    return None


def small_word(c: Candidate) -> str | None:
    """A small number in words is a figure where it counts people, cases or things that the service has."""
    n = c.number
    if n.form is not Form.WORDS or n.unit is not None or n.money or n.value > 12 or n.step != 1:
        return None
    if _stands_for_noun(c):
        return None
    noun = _counted_noun(c)
    if noun is not None:
        return _of_noun(c, noun)
    if c.before in _BEFORE_BARE and c.behind in _BEHIND_BARE and _may_stand_bare(c):
        return _POINTS_BACK if c.before == "of" and c.behind == "of" else None
    if c.earlier and c.earlier[-1].reason is None and c.before in {"and", ","}:
        return None
    return _COUNTS_NOTHING


def _counted_noun(c: Candidate) -> int | None:
    """Return the place of the noun that the number counts: one person or case, or a plural; None for none."""
    s, n = c.sentence, c.number
    for j in range(n.last, min(n.last + 6, len(s.tokens))):
        low = s.low(j)
        if not s.is_word(j) or _ends_phrase(low):
            return None
        if n.value == 1:
            describes = s.is_word(j + 1) and s.stem(j + 1) in PEOPLE_AND_CASES
            if s.stem(j) in PEOPLE_AND_CASES and not is_plural(low) and not describes:
                return j
        elif is_plural(low) and low not in VERBS:
            return j
    return None


def _ends_phrase(low: str) -> bool:
    """Tell whether a word ends the noun phrase behind a number."""
    return low in AUXILIARIES or low in DETERMINERS or (low in PREPOSITIONS and low not in {"of", "after", "in"})


def _of_noun(c: Candidate, j: int) -> str | None:
    """Return why a small number that counts the noun at ``j`` is no figure, or None."""
    if c.number.value == 1:
        return None
    noun = c.sentence.stem(j)
    if c.before in {"the", "its", "our", "their"} and noun not in {"child", "person", "pupil", "case", "referral"}:
        return _POINTS_BACK
    return None if noun in PEOPLE_AND_CASES or noun not in ABSTRACT_NOUNS else _OWN_PARTS


def _may_stand_bare(c: Candidate) -> bool:
    """Tell whether a number may stand without its noun; a "one" needs more to show that it counts."""
    return c.number.value > 1 or c.before in {"only", "just", ":", "by", "to", "from"}


def _stands_for_noun(c: Candidate) -> bool:
    """Tell whether a number word stands for people or things named before: "Eleven of the …", "two were"."""
    s, n = c.sentence, c.number
    if c.before == "but" and s.low(n.first - 2) == "all":
        return True
    if c.before not in _CLAUSE_STARTS:
        return False
    if c.behind == "of" and s.low(n.last + 1) in _REFERRED:
        if n.value == 1:
            return s.low(n.last + 1) in {"them", "whom", "these", "those"} and c.before not in {"that", "all"}
        return not any(s.stem(j) in ABSTRACT_NOUNS for j in range(n.last + 2, min(n.last + 6, len(s.tokens))))
    return n.value != 1 and (c.behind in AUXILIARIES or _is_past(s, n.last))


def _is_past(s: Sentence, j: int) -> bool:
    """Tell whether a verb in the past stands at ``j``, not a participle before a plural noun."""
    low = s.low(j)
    if low in {"went", "left", "took", "came", "chose", "began", "at"}:
        return True
    return low.endswith("ed") and len(low) > 4 and not is_plural(s.low(j + 1))
