"""Small questions that several parts of the record ask about a line."""

from __future__ import annotations

from crossfoot.extraction.dates import find_dates

_LONGEST_DATE_LINE = 80


def is_date_alone(words: str) -> bool:
    """Tell whether the words are a date and nothing else but marks or a time of day."""
    words = words.strip()
    if not words or len(words) > _LONGEST_DATE_LINE:
        return False
    dates = find_dates(words)
    if len(dates) != 1:
        return False
    rest = words[: dates[0].span.start] + words[dates[0].span.end :]
    return sum(map(str.isalpha, rest)) <= len("at p.m.")
