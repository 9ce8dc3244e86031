"""Stretches of text whose digits are never figures: addresses, telephone numbers, postcodes, times, codes."""

from __future__ import annotations

import re

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_ORDINAL = r"(?:st|nd|rd|th)?"
_HALF_DAY = r"(?:am|pm|a\.m|p\.m|AM|PM|A\.M|P\.M|noon)"

_KINDS = (
    # links and addresses
    r"https?://\S+",
    r"www\.\S+",
    # every run is bounded and begins at its own edge, so that no input can make the search go over it twice
    r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}",
    r"(?<![\w.-])(?:[\w-]{1,64}\.){1,5}(?:uk|com|org|net)\b(?:/\S*)?",
    # postcodes and telephone numbers
    r"\b[A-Z]{1,2}\d[A-Z\d]?[ \xa0]\d[A-Z]{2}\b",
    r"\(?\b0\d{2,4}\)?[\s-]?\d{3,4}[\s-]?\d{3,4}\b(?:\s?(?:to|or|and|/|-|–)\s?\d{3,4}\s\d{3,4}\b)?",
    # codes with a year of two parts: "C.118/19-20"
    r"\b[A-Z]{1,6}[./ ]?\d{1,5}/\d{2}[-–]\d{2,4}\b",
    # codes of reports: "CAB/12/045", "CYP-2013/14"
    r"\b[A-Z]{1,6}\.?/?\d{1,5}/\d{1,5}(?:/\d+)?\b",
    r"\b[A-Z]{2,6}[-./ ]\d{2,6}[-/]\d{1,6}\b",
    # grades, from A* to C
    r"\bA\*?\s?(?:-|–|to)\s?[A-G]\b",
    # sizes of files
    r"\b\d{1,5}(?:\.\d{1,3})?\s?[KMG]B\b",
    # the first days of several: "7, 8 and" of "7, 8 and 21 January"
    rf"\b\d{{1,2}}{_ORDINAL}(?:,\s\d{{1,2}}{_ORDINAL}){{1,6}},?\s(?:and|or|&)\s(?=\d{{1,2}}{_ORDINAL}\s{_MONTH})",
    # the first of two days: "12th and" of "12th and 13th June"
    rf"\b\d{{1,2}}{_ORDINAL}\s(?:and|to|or|&)\s(?=\d{{1,2}}{_ORDINAL}\s{_MONTH})",
    # from one time of day to another
    rf"\b\d{{1,2}}(?:[.:]\d{{2}})?\s?(?:to|-|–)\s?\d{{1,2}}(?:[.:]\d{{2}})?\s?{_HALF_DAY}",
    r"\b[A-Z]{2,5}\(\d{2,4}\)\s?\d{1,4}\b",
    rf"\b\d{{1,2}}[/–-]\d{{1,2}}\s(?={_MONTH})",
    # times of day
    r"\b\d{1,2}[.:]\d{1,2}\s?(?:[ap]m|[ap]\.m\.?|[AP]M|[AP]\.M\.?|hours|hrs|noon)(?!\w)",
    r"\b\d{1,2}\s?(?:[ap]m|[ap]\.m\.|[AP]M|[AP]\.M\.|noon|midnight|o['’]clock)(?!\w)",
    r"\b(?:[01]?\d|2[0-3]):[0-5]\d\b",
    r"\b[01]\d{3}\s?(?:hours|hrs)\b",
)
_MASKED = re.compile("|".join(_KINDS))

_HINTS = (
    r"[@:/]",
    r"www",
    r"\.(?:gov|org|co|com)",
    r"\b0\d",
    r"[apAP]\.?[mM]\b",
    r"\d\s(?:and|to|or|&)\s\d",
    r"\d\s?[KMG]B\b",
    r"[A-Z]\(\d",
    r"\d[/–-]\d+\s[A-Z]",
    r"o.clock",
    r"noon",
    r"midnight",
    r"\bA\*?\s?[-–t]",
    r"\b[A-Z]{1,2}\d",
    r"[A-Z]{2}[-./ ]\d",
    r"\d[.:]\d\d\s?h",
)
_RATIO = re.compile(r"\bratios?\b", re.IGNORECASE)
"""What shows that "1:24" is no time of day, within the characters before it."""

_NEAR = 40
_HINT = re.compile("|".join(_HINTS))
"""What every such stretch holds; blocks without it, nearly all, need no further look."""


def masks(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the offsets of links, telephone numbers, postcodes, times of day and codes in ``text[start:end]``."""
    if not _HINT.search(text, start, end):
        return []
    return [
        match.span()
        for match in _MASKED.finditer(text, start, end)
        if ":" not in match.group() or not _RATIO.search(text, max(start, match.start() - _NEAR), match.start())
    ]
