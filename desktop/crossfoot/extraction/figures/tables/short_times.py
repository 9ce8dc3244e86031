"""The short ways in which the heads of tables say when, and their broken words, written out as a text would have them.

A head has no room: "Q3 21/22", "Dec-21", "99/00", "H1 2021/22", "1999/" over "2000". What stands for what is plain
there, but not in a sentence, where "21/22" may as well be a share; so this is for heads alone.
"""

from __future__ import annotations

import re

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*"
_BROKEN = re.compile(r"(?<=\d)(?P<sign>[/–-])\s+(?=\d\d)")
"""Where a head of several lines breaks within a year: "1999/" over "2000"."""

_BROKEN_WORD = re.compile(r"(?<=[a-z])-\s+(?=[a-z])")
"""Where a head of several lines breaks within a word: "Com-" over "parators"."""

_TWO_YEARS = re.compile(r"(?<![\d/.-])(?P<first>\d\d)\s?[/–-]\s?(?P<second>\d\d)(?![\d/.%-])")
_SHORT_YEAR = re.compile(rf"\b(?P<month>{_MONTH})\.?[\s'’-]+(?P<year>\d\d)\b(?!\s*[\d/])", re.IGNORECASE)
_YEAR = r"(?P<year>(?:19|20)\d\d\s?[/–-]\s?(?:(?:19|20)\d\d|\d\d))"
_QUARTER_BEHIND = re.compile(rf"{_YEAR}\W{{0,3}}(?:q|qtr|quarter)\W{{0,2}}(?P<number>[1-4])\b", re.IGNORECASE)
_QUARTER = re.compile(rf"\b(?:q|qtr|quarter)\W{{0,2}}(?P<number>[1-4])\W{{1,3}}{_YEAR}\)?", re.IGNORECASE)
_HALF = re.compile(rf"\bh(?P<number>[12])\W{{1,3}}{_YEAR}\)?", re.IGNORECASE)
_LONE_QUARTER = re.compile(r"\bqtr\W{0,2}(?P<number>[1-4])\b", re.IGNORECASE)
_LEDGER = re.compile(r"\b(?:m|mth)\s?(?P<number>1[0-2]|[1-9])\b", re.IGNORECASE)
_SCHOOL_YEAR = re.compile(rf"\bAY\s?{_YEAR}")
_YEAR_TO = re.compile(r"\b(?:yr|12\s?m(?:onths?|ths?)?)\.?\s+to\s+", re.IGNORECASE)
_CENTURY_TURNS = 70
"""From which two digits on a year is of the century before."""


def spelled_out(words: str) -> str:
    """Return the words of a head with its short times written out; the words themselves where it has none."""
    words = _BROKEN_WORD.sub("", words)
    words = _BROKEN.sub(r"\g<sign>", words)
    words = _TWO_YEARS.sub(_two_years, words)
    words = _SHORT_YEAR.sub(lambda found: f"{found['month']} {_full(found['year'])}", words)
    words = _QUARTER_BEHIND.sub(r"Q\g<number> \g<year>", words)
    words = _QUARTER.sub(r"Q\g<number> \g<year>", words)
    words = _HALF.sub(_half, words)
    words = _LONE_QUARTER.sub(r"Q\g<number>", words)
    words = _LEDGER.sub(r"Month \g<number>", words)
    words = _SCHOOL_YEAR.sub(r"academic year \g<year>", words)
    return _YEAR_TO.sub("year to ", words)


def names_two_years(words: str) -> bool:
    """Tell whether a cell is just two years that follow each other in two digits each: "99/00"."""
    found = _TWO_YEARS.fullmatch(words.strip())
    return found is not None and "/" in words and _follow(found)


def _two_years(found: re.Match[str]) -> str:
    """Return a year of two digits each in full, where the second follows the first."""
    return f"{_full(found['first'])}/{found['second']}" if _follow(found) and "/" in found[0] else found[0]


def _follow(found: re.Match[str]) -> bool:
    """Tell whether the second of two years follows the first."""
    return (int(found["first"]) + 1) % 100 == int(found["second"])


def _full(digits: str) -> str:
    """Return the year of two digits."""
    return f"{19 if int(digits) >= _CENTURY_TURNS else 20}{digits}"


def _half(found: re.Match[str]) -> str:
    """Return the months of half a financial year."""
    year = int(found["year"][:4])
    return f"April {year} to September {year}" if found["number"] == "1" else f"October {year} to March {year + 1}"
