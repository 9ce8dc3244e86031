"""Which words a record has, kept in a few hundred bytes: enough to tell that a record says nothing of a thing.

A thousand records' words would fill the memory, so each word sets one bit of a long number (a Bloom filter of one hash,
https://en.wikipedia.org/wiki/Bloom_filter). A word that a record has is always found; one that it has not is taken for
one of its own once in a dozen times or so, and several words hardly ever.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from zlib import crc32

from crossfoot.checks.basis.cues import content_words

_BITS = 8192
_STEM = 6
"""So many letters of a word are compared: "placed" and "placement" speak of one thing."""
_KEPT = 32


@lru_cache(maxsize=_KEPT)
def wordprint(text: str) -> str:
    """Return the print of a text's telling words, in hexadecimal digits."""
    found = 0
    for word in content_words(text):
        found |= _bit(word)
    return f"{found:x}"


def may_speak_of(printed: str, words: Iterable[str]) -> bool:
    """Tell whether a record with this print may have all of some words; one without a print may have any."""
    if not printed:
        return True
    bits = int(printed, 16)
    return all(bits & _bit(word) for word in words)


def _bit(word: str) -> int:
    return 1 << (crc32(word[:_STEM].encode()) % _BITS)
