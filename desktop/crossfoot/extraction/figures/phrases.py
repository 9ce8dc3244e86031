"""The noun phrase that a number counts, in the text's own words."""

from __future__ import annotations

from crossfoot.extraction.figures.numerals import Number, is_fte
from crossfoot.extraction.figures.sentences import Sentence
from crossfoot.extraction.figures.tokens import NUMBER, SIGN, is_plural
from crossfoot.extraction.figures.words import (
    AUXILIARIES,
    DETERMINERS,
    GENERIC_HEADS,
    PEOPLE_AND_CASES,
    PREPOSITIONS,
    TIME_STEMS,
    VERBS,
    word_set,
)
from crossfoot.extraction.unchanging import unchanging

_STOP_SIGNS = frozenset('.,;:()[]|–—"“”')
_FASTENERS = frozenset("-‐‑'’/")
_REFERRED = word_set("the these those all our its them which whom")
_ARTICLES = word_set("the a an all our its their")
_SETS = word_set("sets set pairs pair")
"""What only bundles the things that are counted: "16 sets of adopters"."""

_COUNTED_SINGULARS = word_set("staff people complement total")
_ATTRIBUTES_IN_ED = word_set("looked need bed unallocated allocated proposed shared")
"""Words in "-ed" that describe the noun behind them or belong to its name; others begin a participle phrase."""

_CLAUSE_OPENERS = word_set("and but while which where compared against than during since by")
_VERBS_OF_STATE = word_set("was were had is are has have")
_CONJUNCTIONS = word_set("and or but & while whilst whereas although though because than when where which if")
_SUBJECTS = word_set("it they he she we you there")
_LONGEST_TAIL = 9


@unchanging(frozen=True, slots=True)
class Phrase:
    """The words that a number counts: tokens ``first`` to ``last``; ``head`` is its noun's stem or empty.

    ``close`` is the index behind the first noun phrase, before any "of", "in" or participle.
    """

    first: int
    close: int
    last: int
    head: str


def phrase_behind(s: Sentence, n: Number) -> Phrase:
    """Return the noun phrase behind a number: "unallocated looked after children cases"."""
    first = _begin(s, n)
    if _ends_a_line_of_its_name(s, n):
        return Phrase(first, first, first, "")
    phrase = _NounPhrase(s, first, money=n.money)
    phrase.read()
    close, head = phrase.close, phrase.head
    if not head and close > first:
        head = s.stem(close - 1)
    return Phrase(first, close, _tail_end(s, close), head)


_SETS_OFF = frozenset("-–—")


def _ends_a_line_of_its_name(s: Sentence, n: Number) -> bool:
    """Tell of a number behind its name and a dash whether its line ends there, so that the next line is another's."""
    if s.low(n.first - 1) not in _SETS_OFF or n.last >= len(s.tokens) or not s.is_word(n.first - 2):
        return False
    end, start = s.tokens[n.last - 1].end, s.tokens[n.last].start
    return "\n" in s.text[end:start]


def is_generic(head: str) -> bool:
    """Tell whether a head says so little that the sentence's subject names what is counted."""
    return not head or head in GENERIC_HEADS or head in TIME_STEMS


def _begin(s: Sentence, n: Number) -> int:
    """Return where the noun phrase begins: behind "x", "FTE", "(FTE)", "of the" and articles."""
    j = n.last
    if s.low(j) == "x":
        j += 1
    j += is_fte(s.tokens, j)
    if s.low(j) == "(" and is_fte(s.tokens, j + 1):
        j += 2 + is_fte(s.tokens, j + 1)
        if s.low(j - 1) != ")":
            j += 1
    if s.low(j) == "of":
        if s.low(j + 1) in _REFERRED:
            j += 2
        elif n.unit is not None:
            j += 1
    while s.low(j) in _ARTICLES and j > n.last:
        j += 1
    if s.low(j) in _SETS and s.low(j + 1) == "of":
        j += 2
    return j


class _NounPhrase:
    """A noun phrase as it is read word by word: up to ``close``, with the ``head`` that was met last."""

    def __init__(self, s: Sentence, first: int, *, money: bool) -> None:
        self._sentence = s
        self._first = first
        self._at = first
        self._money = money
        self.close = first
        self.head = ""

    def read(self) -> None:
        """Read on to the first word that belongs to the phrase no more."""
        s = self._sentence
        while self._at < len(s.tokens):
            token = s.tokens[self._at]
            if token.kind is SIGN:
                if not self._sign_joins(token.low):
                    return
                self._at += 1
            elif self._is_in_need_or_care():
                self._at += 2
                self.close = self._at
            elif self._conjunction_joins():
                self._at += 1
            elif token.kind is NUMBER or self._ends_before(token.low):
                return
            else:
                self._take(token.low)

    def _take(self, low: str) -> None:
        """Take in one word; a plural or a person or case becomes the head."""
        noun = self._sentence.stem(self._at)
        self._at += 1
        self.close = self._at
        if is_plural(low) or noun in PEOPLE_AND_CASES or low in _COUNTED_SINGULARS:
            self.head = noun

    def _sign_joins(self, low: str) -> bool:
        """Tell whether a sign belongs to the phrase: within a word, or a comma between two adjectives."""
        s, at = self._sentence, self._at
        if low in _FASTENERS and s.touches(at) and s.touches(at + 1):
            return True
        return low == "," and at == self._first + 1 and _may_be_adjective(s, self._first) and s.is_word(at + 1)

    def _is_in_need_or_care(self) -> bool:
        """Tell of "children in need", "young people in care": the only "in" within a noun phrase."""
        s, at = self._sentence, self._at
        return (
            s.low(at) == "in"
            and not self._is_bound_preposition("in")
            and s.low(at + 1) in {"need", "care"}
            and self.head in {"child", "person", "people"}
        )

    def _is_bound_preposition(self, low: str) -> bool:
        """Tell whether a preposition belongs to the word before it: "looked after", "in need in"."""
        return low in {"after", "in"} and self._sentence.low(self._at - 1) in {"looked", "need"}

    def _is_out_of(self) -> bool:
        """Tell of the "out" of "151 out of 870", behind a number that is no amount."""
        s, at = self._sentence, self._at
        return s.low(at) == "out" and at == self._first and s.low(at + 1) == "of" and not self._money

    def _conjunction_joins(self) -> bool:
        """Tell whether "and" joins two attributes, not two nouns."""
        return self._sentence.low(self._at) in {"and", "or"} and not self.head and self._at > self._first

    def _ends_before(self, low: str) -> bool:
        """Tell whether a word belongs to the phrase no more."""
        if low in AUXILIARIES or low in DETERMINERS or low in _SUBJECTS or low in _CONJUNCTIONS:
            return True
        if (low in PREPOSITIONS and low != "following" and not self._is_bound_preposition(low)) or self._is_out_of():
            return True
        if not self.head:
            return False
        if low in VERBS:
            return low != "looked" or self._sentence.low(self._at + 1) != "after"
        if not is_plural(self._sentence.low(self._at - 1)):
            return False
        participle = low.endswith("ed") and low not in _ATTRIBUTES_IN_ED
        return participle or low.endswith("ing") or low in {"who", "whose"}


def _may_be_adjective(s: Sentence, i: int) -> bool:
    """Tell whether the word at ``i`` may be an adjective in a row of them."""
    return s.is_word(i) and not is_plural(s.low(i)) and s.low(i) not in AUXILIARIES


def _tail_end(s: Sentence, close: int) -> int:
    """Return the index up to which words behind the noun phrase still belong to what is counted."""
    if not s.is_word(close) or s.low(close) in _VERBS_OF_STATE:
        return close
    end = close
    while end < len(s.tokens) and end - close < _LONGEST_TAIL:
        token = s.tokens[end]
        stops = token.kind is SIGN and token.low in _STOP_SIGNS
        if stops or token.kind is NUMBER or token.low in _CLAUSE_OPENERS:
            break
        end += 1
    return end
