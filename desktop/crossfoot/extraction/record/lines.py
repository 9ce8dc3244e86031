"""The lines of a text that carry words, with the mark-up around them known but left in its place."""

from __future__ import annotations

import re

from crossfoot.extraction.unchanging import unchanging

MARKUP = r"(?:[*_#`\\]|</?[A-Za-z][A-Za-z0-9]{0,9}>)"
"""One piece of mark-up of the light kind that records carry: ``**``, ``#``, ``<u>``."""

GAP = r"(?:[^\S\n]{1,6}(?:\n[^\S\n]{0,30})?|\n[^\S\n]{0,30})"
"""A gap between two words of one phrase: blanks and at most one line break, never a blank line."""

HEAD_LINES = 60
"""Lines with words in which a record's title and its item's number are looked for."""

LONGEST_HEADLINE = 200
"""Characters of a line that can be a title."""

_LEAD = re.compile(rf"(?:[\s>|]|{MARKUP})*")
_TRAIL = re.compile(rf"(?:\s|\||{MARKUP}){{1,40}}\Z")
_ANY_MARKUP = re.compile(MARKUP)
_EDGE = frozenset("*_#`\\<>| \t\xa0\f\v")
_TRAIL_WINDOW = 40


@unchanging(frozen=True, slots=True)
class Line:
    """One line with words: where it stands, where its words begin and end, whether a blank line comes before."""

    start: int
    end: int
    first: int
    last: int
    after_blank: bool


def lines_of(text: str) -> list[Line]:
    """Return the lines of ``text`` that hold more than blanks, in order."""
    lines: list[Line] = []
    previous = -2
    start = 0
    for words in text.split("\n"):
        end = start + len(words)
        if words and not words.isspace():
            first, last = trimmed(text, start, end)
            lines.append(Line(start, end, first, last, start - previous > 1))
            previous = end
        start = end + 1
    return lines


def plain(words: str) -> str:
    """Return the words on one line, without mark-up."""
    return " ".join(_ANY_MARKUP.sub("", words).split())


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range without the blanks and mark-up around its words."""
    words = text[start:end]
    stripped = words.strip()
    first = start + words.find(stripped) if stripped else start
    last = first + len(stripped)
    if stripped and stripped[0] in _EDGE:
        lead = _LEAD.match(text, first, last)
        first = lead.end() if lead else first
    while last > first and text[last - 1] in _EDGE:
        trail = _TRAIL.search(text, max(first, last - _TRAIL_WINDOW), last)
        if trail is None:
            break
        last = trail.start()
    return first, last
