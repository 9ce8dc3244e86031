"""Label and subject: what a number counts, in the text's own words, and whom or what it is about."""

from __future__ import annotations

from dataclasses import dataclass

from crossfoot.extraction.figures.numbers import Number, is_fte
from crossfoot.extraction.figures.sentences import Sentence
from crossfoot.extraction.figures.tokens import Kind, is_plural
from crossfoot.extraction.figures.words import (
    AUXILIARIES,
    DETERMINERS,
    GENERIC_HEADS,
    PEOPLE_AND_CASES,
    PREPOSITIONS,
    TIME_STEMS,
    VERBS,
)

_JOINERS = frozenset({"after", "in"})
_STOP_SIGNS = frozenset('.,;:()[]|–—"“”')


@dataclass(frozen=True, slots=True)
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
    size = len(s.tokens)
    j = n.last
    if s.low(j) == "x":
        j += 1
    j += is_fte(s.tokens, j)
    if s.low(j) == "(" and is_fte(s.tokens, j + 1):
        j += 2 + is_fte(s.tokens, j + 1)
        if s.low(j - 1) != ")":
            j += 1
    if s.low(j) == "of" and s.low(j + 1) in {"the", "these", "those", "all", "our", "its", "them", "which", "whom"}:
        j += 2
    elif s.low(j) == "of" and n.unit is not None:
        j += 1
    while s.low(j) in {"the", "a", "an", "all", "our", "its", "their"} and j > n.last:
        j += 1
    first = j
    head, nouns = "", 0
    close = first
    while j < size:
        token = s.tokens[j]
        if token.kind is Kind.SIGN:
            if token.low in "-‐‑'’/" and s.touches(j) and s.touches(j + 1):
                j += 1
                continue
            if token.low == "," and j == first + 1 and _adjective(s, first) and s.is_word(j + 1):
                j += 1
                continue
            break
        if token.kind is Kind.NUMBER:
            break
        low = token.low
        if low in AUXILIARIES or low in DETERMINERS:
            break
        if (
            low in PREPOSITIONS
            and not (low in _JOINERS and s.low(j - 1) in {"looked", "need"})
            and low not in {"following"}
        ):
            if low == "in" and s.low(j + 1) in {"need", "care"} and head in {"child", "person", "people"}:
                j += 2
                close = j
                continue
            break
        if low in VERBS and nouns:
            break
        if low in {"and", "or", "but", "&"}:
            if s.is_word(j + 1) and nouns and not is_plural(s.low(j + 1)) and not head:
                j += 1
                continue
            if low in {"and", "or"} and nouns == 0 and j > first:
                j += 1
                continue
            break
        if low.endswith("ing") and nouns and is_plural(s.low(j - 1)):
            break
        if (
            (
                (low.endswith("ed")
                and low not in {"looked", "need", "bed", "unallocated", "allocated", "proposed", "shared"})
                or low in {"who", "whose"}
            )
            and nouns
            and is_plural(s.low(j - 1))
        ):
            break
        j += 1
        close = j
        if is_plural(low) or s.stem(j - 1) in PEOPLE_AND_CASES or low in {"staff", "people", "complement", "total"}:
            head, nouns = s.stem(j - 1), nouns + 1
    if not head and close > first:
        head = s.stem(close - 1)
    last = close
    if s.low(last) in {
        "of",
        "for",
        "in",
        "with",
        "who",
        "from",
        "subject",
        "considered",
        "active",
        "under",
        "on",
        "to",
    } or s.is_word(last):
        last = _extended(s, last)
    return Phrase(first, close, last, head)


def _adjective(s: Sentence, i: int) -> bool:
    """Tell whether the word at ``i`` may be an adjective in a row of them."""
    return s.is_word(i) and not is_plural(s.low(i)) and s.low(i) not in AUXILIARIES


def _extended(s: Sentence, j: int) -> int:
    """Return the index up to which words behind the noun phrase still belong to what is counted."""
    end = j
    while end < len(s.tokens) and end - j < 9:
        token = s.tokens[end]
        if token.kind is Kind.NUMBER or (token.kind is Kind.SIGN and token.low in _STOP_SIGNS):
            break
        if token.low in {
            "and",
            "but",
            "while",
            "which",
            "where",
            "compared",
            "against",
            "than",
            "during",
            "since",
            "by",
        }:
            break
        if token.low in {"was", "were", "had", "is", "are", "has", "have"} and end == j:
            return j
        end += 1
    return end


def is_generic(head: str) -> bool:
    """Tell whether a head says so little that the sentence's subject names what is counted."""
    return not head or head in GENERIC_HEADS or head in TIME_STEMS


def words_between(s: Sentence, first: int, last: int) -> str:
    """Return the text from token ``first`` up to ``last`` on one line."""
    if first >= last or first >= len(s.tokens):
        return ""
    start, end = s.tokens[first].start, s.tokens[min(last, len(s.tokens)) - 1].end
    return " ".join(s.text[start:end].split())


def subject_before(s: Sentence, n: Number, left: int) -> str:
    """Return the words before a number that it is told of, back to the token ``left``, without verbs at the end."""
    j = n.first
    while j > left and (
        s.low(j - 1) in AUXILIARIES
        or s.low(j - 1) in PREPOSITIONS
        or s.low(j - 1)
        in {
            "stood",
            "totalled",
            "rose",
            "fell",
            "dropped",
            "risen",
            "fallen",
            "increased",
            "decreased",
            "reduced",
            "-",
            "–",
            ":",
            "(",
            "further",
            "just",
            "approximately",
            "about",
            "set",
            "only",
        }
    ):
        j -= 1
    first = j
    while first > left and j - first < 9:
        token = s.tokens[first - 1]
        if token.kind is Kind.SIGN and token.low in ".;:()|,":
            break
        if token.low in {"that", "which", "while", "whilst", "although"}:
            break
        first -= 1
    while first < j and s.low(first) in DETERMINERS | {
        "and",
        "of",
        "number",
        "total",
        "overall",
        "proportion",
        "percentage",
    }:
        first += 1
    return words_between(s, first, j)
