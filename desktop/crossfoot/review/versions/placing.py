"""Where marked words stand in another text: the same words, or words much alike, between the same neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from crossfoot.model import Span
from crossfoot.review.matching import AROUND

_LEAST_AROUND = 0.55
"""The share of the neighbouring words that must agree for words found again word for word."""

_LEAST_WORDS = 0.8
"""The share of the words themselves that must agree where they are not found word for word."""

_MOST_PLACES = 500
"""Of very common words only so many places are looked at, the nearest ones first."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Where words stand now; ``score`` is the share, up to 1, of what could agree that does."""

    span: Span
    score: float


def place(old: str, span: Span, new: str) -> Placed | None:
    """Return where the words at ``span`` of the old text stand in the new one, or None where they are lost.

    What is looked for is the quote with 32 characters on both sides. Of several places the one whose
    neighbours agree best is taken, then the one that lies nearest to where the words stood.
    """
    quote = span.cut(old)
    before, behind = _joined(old[max(0, span.start - AROUND) : span.start]), _joined(old[span.end : span.end + AROUND])
    expected = span.start / max(1, len(old)) * len(new)

    def around(found: Span) -> float:
        first = fuzz.ratio(before, _joined(new[max(0, found.start - AROUND) : found.start]))
        last = fuzz.ratio(behind, _joined(new[found.end : found.end + AROUND]))
        return (first + last) / 200

    same = sorted(_same(old, span, new), key=lambda found: abs(found.start - expected))[:_MOST_PLACES]
    if same:
        best = max(same, key=lambda found: (around(found), -abs(found.start - expected)))
        score = around(best)
        return Placed(best, score) if score >= _LEAST_AROUND or len(quote) > 2 * AROUND else None
    return _like(quote, new, before, behind)


def _same(old: str, span: Span, text: str) -> Iterator[Span]:
    """Go through the places of words, whatever blanks and line ends stand between them.

    Whole words are found as whole words; a part of a word, where that was marked, as a part.
    """
    words = [re.escape(word) for word in span.cut(old).split()]
    if words:
        left = r"(?<!\w)" if span.start == 0 or not old[span.start - 1].isalnum() else ""
        right = r"(?!\w)" if span.end >= len(old) or not old[span.end].isalnum() else ""
        for match in re.finditer(left + r"\s+".join(words) + right, text):
            yield Span(*match.span())


def _like(quote: str, text: str, before: str, behind: str) -> Placed | None:
    """Return the place of words much alike, with their neighbours; the place is cut at whole words."""
    known = f"{before} {quote} {behind}".strip()
    wide = fuzz.partial_ratio_alignment(known, text, score_cutoff=60)
    if wide is None:
        return None
    start = max(0, wide.dest_start - AROUND)
    near = text[start : wide.dest_end + AROUND]
    found = fuzz.partial_ratio_alignment(quote, near)
    if found is None or found.score < 100 * _LEAST_WORDS:
        return None
    first, last = start + found.dest_start, start + found.dest_end
    while first > 0 and not text[first - 1].isspace():
        first -= 1
    while last < len(text) and not text[last].isspace():
        last += 1
    words = text[first:last]
    first += len(words) - len(words.lstrip())
    last -= len(words) - len(words.rstrip())
    if first >= last:
        return None
    return Placed(Span(first, last), min(found.score, wide.score) / 100)


def _joined(words: str) -> str:
    """Return words with one space between them."""
    return " ".join(words.split())
