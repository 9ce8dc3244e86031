"""The lines of a text that carry words, with the mark-up around them known but left in its place."""

from __future__ import annotations

import re
from dataclasses import dataclass

MARKUP = r"(?:[*_#`\\]|</?[A-Za-z][A-Za-z0-9]{0,9}>)"
"""One piece of mark-up of the light kind that records carry: ``**``, ``#``, ``<u>``."""

GAP = r"(?:[^\S\n]{1,6}(?:\n[^\S\n]{0,30})?|\n[^\S\n]{0,30})"
"""A gap between two words of one phrase: blanks and at most one line break, never a blank line."""

_WORDY = re.compile(r"[^\n]*[^\s][^\n]*")
_LEAD = re.compile(rf"(?:[\s>|]|{MARKUP})*")
_TRAIL = re.compile(rf"(?:[^\S\n]|\||{MARKUP})+\Z")
_ANY_MARKUP = re.compile(MARKUP)
_TRAIL_WINDOW = 40


@dataclass(frozen=True, slots=True)
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
    for match in _WORDY.finditer(text):
        start, end = match.span()
        lead = _LEAD.match(text, start, end)
        first = lead.end() if lead else start
        last = end
        if first < end:
            window = max(first, end - _TRAIL_WINDOW)
            trail = _TRAIL.search(text[window:end])
            last = window + trail.start() if trail else end
        lines.append(Line(start, end, first, max(first, last), start - previous > 1))
        previous = end
    return lines


def plain(words: str) -> str:
    """Return the words on one line, without mark-up."""
    return " ".join(_ANY_MARKUP.sub("", words).split())


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range without the blanks and mark-up around its words."""
    lead = _LEAD.match(text, start, end)
    first = lead.end() if lead else start
    last = end
    while last > first:
        window = max(first, last - _TRAIL_WINDOW)
        trail = _TRAIL.search(text[window:last].rstrip()) or None
        kept = window + (trail.start() if trail else len(text[window:last].rstrip()))
        if kept == last:
            break
        last = kept
    return first, max(first, last)
