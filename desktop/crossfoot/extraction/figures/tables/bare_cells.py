"""Cells that hold just a number, or just a year, a date or a quarter."""

from __future__ import annotations

import re

from crossfoot.extraction.figures.tables.short_times import names_two_years

OVER_OR_UNDER = r"\(?(?:over|under|above|below)(?:[\s-]?(?:budget|spen[dt]\w*))?\)?"
"""What stands behind an amount in a cell that is a variance: "£612,000 over"."""

_SIGN = r"[-−–+]"
_NUMBER = rf"""{_SIGN}?\s*£?\s*{_SIGN}?\s*
    \d[\d,]*(?:\.\d+)?
    \s*(?:%|k|m|bn|p|pp|million|fte|wte|\*+|days?|weeks?|per\s?cent)?"""
_NUMERIC = re.compile(
    rf"""[(\[]?\s*{_NUMBER}\s*[)\]]?\s*(?:%|\*+|†)?
    (?:\s*{OVER_OR_UNDER})?   # £612,000 over
    (?:\s*(?:[(\[/]|(?:out\s)?of\b)\s*{_NUMBER}\s*[)\]]?)?   # 4.5 (6.0), with the year before in brackets; 58 of 60""",
    re.VERBOSE | re.IGNORECASE,
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_TIMELIKE = re.compile(
    rf"""(?:19|20)\d{{2}}(?:\s*[/–-]\s*(?:\d{{4}}|\d{{2}}))?
  | q[1-4].*
  | quarter\s.*
  | \d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}
  | (?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?{_MONTH}[a-z]*\.?,?[\s'’-]*(?:(?:19|20)?\d{{2}})?""",
    re.VERBOSE | re.IGNORECASE,
)
_THOUSANDS = re.compile(r"[(\[]?\s*£?\s*['’]?0{3}s?\s*[)\]]?", re.IGNORECASE)


def is_number_cell(words: str) -> bool:
    """Tell whether a cell holds just a number."""
    return bool(words) and _NUMERIC.fullmatch(words) is not None and _THOUSANDS.fullmatch(words) is None


def is_time_cell(words: str) -> bool:
    """Tell whether a cell holds just a year, a date or a quarter."""
    return bool(words) and (_TIMELIKE.fullmatch(words) is not None or names_two_years(words))
