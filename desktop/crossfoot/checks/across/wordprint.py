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
    return f"{mask_of(content_words(text)):x}"


def bits_of(printed: str) -> int:
    """Return a print as the number that ``mask_of`` words is looked for in; without a print any word may be there."""
    return int(printed, 16) if printed else -1


def mask_of(words: Iterable[str]) -> int:
    """Return the bits that words set: a record may have all of them where its print has every one."""
    found = 0
    for word in words:
        found |= 1 << (crc32(word[:_STEM].encode()) % _BITS)
    return found
