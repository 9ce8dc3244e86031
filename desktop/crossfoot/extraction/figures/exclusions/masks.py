"""Stretches of text whose digits are never figures: addresses, telephone numbers, postcodes, times, codes."""

from __future__ import annotations

import re

from crossfoot.extraction.quick import matches

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_ORDINAL = r"(?:st|nd|rd|th)?"
_HALF_DAY = r"(?:am|pm|a\.m|p\.m|AM|PM|A\.M|P\.M|noon)"

# every run is bounded and begins at its own edge, so that no input can make the search go over it twice
_LINKS = (
    r"https?://\S+",
    r"www\.\S+",
    r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}",
    r"(?<![\w.-])(?:[\w-]{1,64}\.){1,5}(?:uk|com|org|net)\b(?:/\S*)?",
)
_BEGUN_BY_A_LETTER = (
    # postcodes
    r"[A-Z]{1,2}\d[A-Z\d]?[ \xa0]\d[A-Z]{2}\b",
    # codes with a year of two parts: "C.118/19-20"
    r"[A-Z]{1,6}[./ ]?\d{1,5}/\d{2}[-–]\d{2,4}\b",
    # codes of reports: "CAB/12/045", "CYP-2013/14"
    r"[A-Z]{1,6}\.?/?\d{1,5}/\d{1,5}(?:/\d+)?\b",
    r"[A-Z]{2,6}[-./ ]\d{2,6}[-/]\d{1,6}\b",
    # grades, from A* to C
    r"A\*?\s?(?:-|–|to)\s?[A-G]\b",
    r"[A-Z]{2,5}\(\d{2,4}\)\s?\d{1,4}\b",
)
_TELEPHONE = r"0\d{2,4}\)?[\s-]?\d{3,4}[\s-]?\d{3,4}\b(?:\s?(?:to|or|and|/|-|–)\s?\d{3,4}\s\d{3,4}\b)?"
_BEGUN_BY_A_DIGIT = (
    _TELEPHONE,
    # sizes of files
    r"\d{1,5}(?:\.\d{1,3})?\s?[KMG]B\b",
    # the first days of several: "7, 8 and" of "7, 8 and 21 January"
    rf"\d{{1,2}}{_ORDINAL}(?:,\s\d{{1,2}}{_ORDINAL}){{1,6}},?\s(?:and|or|&)\s(?=\d{{1,2}}{_ORDINAL}\s{_MONTH})",
    # the first of two days: "12th and" of "12th and 13th June"
    rf"\d{{1,2}}{_ORDINAL}\s(?:and|to|or|&)\s(?=\d{{1,2}}{_ORDINAL}\s{_MONTH})",
    # from one time of day to another
    rf"\d{{1,2}}(?:[.:]\d{{2}})?\s?(?:to|-|–)\s?\d{{1,2}}(?:[.:]\d{{2}})?\s?{_HALF_DAY}",
    rf"\d{{1,2}}[/–-]\d{{1,2}}\s(?={_MONTH})",
    # times of day
    r"\d{1,2}[.:]\d{1,2}\s?(?:[ap]m|[ap]\.m\.?|[AP]M|[AP]\.M\.?|noon)(?!\w)",
    r"(?:[01]\d|2[0-3])[.:][0-5]\d\s?(?:hours|hrs)(?!\w)",
    r"\d{1,2}\s?(?:[ap]m|[ap]\.m\.|[AP]M|[AP]\.M\.|noon|midnight|o['’]clock)(?!\w)",
    r"(?:[01]?\d|2[0-3]):[0-5]\d\b",
    # behind a weekday: "every Tuesday 8.30"
    r"(?<=[a-z]day\s)(?:[01]?\d|2[0-3])\.[0-5]\d\b(?!\s?%)",
    r"[01]\d{3}\s?(?:hours|hrs)\b",
)
_CODES = rf"\b(?:(?=[A-Z])(?:{'|'.join(_BEGUN_BY_A_LETTER)})|(?=\d)(?:{'|'.join(_BEGUN_BY_A_DIGIT)}))|\({_TELEPHONE}"
_MASKED = re.compile(_CODES)
_MASKED_WITH_LINKS = re.compile("|".join((*_LINKS, _CODES)))
_OPENS_A_CODE = re.compile(r"[(A-Z0-9](?:(?<=\()|(?<!\w.))")
"""Where one of them that is no link may begin."""

_HAS_LINKS = re.compile(r"://|www\.|@|\.(?:uk|com|org|net)\b")
_DIGIT = re.compile(r"\d")
_RATIO = re.compile(r"\bratios?\b", re.IGNORECASE)
"""What shows that "1:24" is no time of day, within the characters before it."""

_NEAR = 40


def masks(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the offsets of links, telephone numbers, postcodes, times of day and codes in ``text[start:end]``."""
    linked = _HAS_LINKS.search(text, start, end) is not None
    if not linked and _DIGIT.search(text, start, end) is None:
        return []
    found = (
        _MASKED_WITH_LINKS.finditer(text, start, end) if linked else matches(_OPENS_A_CODE, _MASKED, text, start, end)
    )
    return [
        match.span()
        for match in found
        if ":" not in match.group() or not _RATIO.search(text, max(start, match.start() - _NEAR), match.start())
    ]
