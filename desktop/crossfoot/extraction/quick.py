"""Searches that are quick because they skip: a pattern tried only where it may begin.

A search that begins with a boundary or a look around tries the whole pattern at every character of a text. One that
begins with a set of characters skips to the next of them at once, many times as fast. A text has a thousand patterns
gone over it, and the searching had been more than a third of the time of reading it.

Of many words each is tried in turn, in vain for nearly all: words that are sorted by their first letter are few to try.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator


def matches(
    opening: re.Pattern[str], pattern: re.Pattern[str], text: str, start: int = 0, end: int = sys.maxsize
) -> Iterator[re.Match[str]]:
    """Yield what ``pattern.finditer(text, start, end)`` does, where no match begins but at one of ``opening``."""
    at = start
    for place in opening.finditer(text, start, end):
        begin = place.start()
        if begin >= at and (match := pattern.match(text, begin, end)) is not None:
            yield match
            at = match.end()


def matches_of_words(opening: re.Pattern[str], pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield what ``pattern.finditer(text)`` does, where every match begins a word right behind an ``opening``.

    An opening begins with the sign before the word, to which a search skips; the text's first word has a blank there.
    """
    at = 0
    for place in opening.finditer(" " + text):
        start = place.start()  # with the blank in front, where the sign stands is where the word does in the text
        if start >= at and (match := pattern.match(text, start)) is not None:
            yield match
            at = match.end()


def one_of(beginnings: Iterable[str]) -> str:
    """Return a pattern of any of these beginnings of words, sorted by the letter that each opens with."""
    by_letter: defaultdict[str, list[str]] = defaultdict(list)
    for words in sorted(beginnings):
        by_letter[words[0]].append(words[1:])
    return "(?:" + "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in by_letter.items()) + ")"
