"""The base of a rate behind a number, however it is said: "per 10,000", "in every 1,000", "for each ten thousand"."""

from __future__ import annotations

from crossfoot.extraction.figures.sentences import Sentence
from crossfoot.extraction.figures.words import word_set

TEN_THOUSAND = 10_000
PER = word_set("per every each")
"""What opens the base of a rate."""
_DIGITS = {
    "100": 100,
    "1,000": 1_000,
    "1000": 1_000,
    "1k": 1_000,
    "10,000": TEN_THOUSAND,
    "10000": TEN_THOUSAND,
    "10k": TEN_THOUSAND,
    "10,000s": TEN_THOUSAND,
    "100,000": 100_000,
    "100000": 100_000,
    "100k": 100_000,
    "1,000,000": 1_000_000,
}
_WORDS = {"hundred": 100, "thousand": 1_000, "million": 1_000_000}
_TIMES = {"one": 1, "a": 1, "ten": 10, "hundred": 100}


def base_at(s: Sentence, k: int) -> int | None:
    """Return the base of a rate that "per", "every" or "each" at the token ``k`` opens, or None where it opens none."""
    if s.low(k) not in PER:
        return None
    word, times = s.low(k + 1), 1
    if word in _DIGITS:
        return _DIGITS[word]
    if word in _TIMES and s.low(k + 2) in _WORDS:
        word, times = s.low(k + 2), _TIMES[word]
    return _WORDS[word] * times if word in _WORDS else None
