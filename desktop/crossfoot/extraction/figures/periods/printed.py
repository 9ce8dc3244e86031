"""Printed days, months and years, read into days; where the year is left out, it comes from what is known."""

from __future__ import annotations

import re
from datetime import date

from crossfoot.extraction.figures.periods import stretches
from crossfoot.extraction.figures.periods.expressions import (
    DAY_AND_MONTH,
    ISO,
    MONTH_AND_DAY,
    MONTH_AND_YEAR,
    NUMERIC_DATE,
    YEARS,
)
from crossfoot.extraction.figures.periods.known import Calendar
from crossfoot.extraction.figures.words import MONTHS
from crossfoot.model import Period
from crossfoot.model.english import NUMBER_NAMED

_ISO_DATE = re.compile(ISO)
_COUNTS = NUMBER_NAMED

MONTHS_IN = {
    "year": 12,
    "years": 12,
    "half year": 6,
    "half years": 6,
    "half": 6,
    "quarter": 3,
    "quarters": 3,
    "month": 1,
    "months": 1,
}


def month_number(words: str) -> int:
    """Return the number of a month's name or abbreviation."""
    return MONTHS[words.strip().rstrip(".").lower()]


def count_of(words: str) -> int:
    """Return the number of years, months or weeks that a count in digits or words gives."""
    return int(words) if words.isdigit() else _COUNTS[words.lower()]


def day_of(words: str) -> date | None:
    """Return the day that a date with its year names, or None where there is no such day."""
    words = words.strip()
    try:
        if _ISO_DATE.match(words):
            return date.fromisoformat(words[:10])
        numeric = NUMERIC_DATE.match(words)
        if numeric:
            day, month, year = (int(group) for group in numeric.groups())
            return date(_full_year(year), month, day)
        spelled = spelled_day(words)
        if spelled is not None and spelled[2]:
            return date(int(spelled[2]), spelled[1], spelled[0])
    except ValueError:  # the calendar has no such day: the words name none
        return None
    return None


def spelled_day(words: str) -> tuple[int, int, str] | None:
    """Return day, month and the digits of the year, if there are any, of "31 March 2014" or "March 31st"."""
    found = DAY_AND_MONTH.search(words)
    if found is not None:
        return int(found[1]), month_number(found[2]), found[3] or ""
    turned = MONTH_AND_DAY.search(words)
    return (int(turned[2]), month_number(turned[1]), turned[3] or "") if turned is not None else None


def _full_year(year: int) -> int:
    """Return a year of two digits with its century."""
    if year >= 100:
        return year
    return year + (2000 if year < 70 else 1900)


def day_without_year(words: str, known: Calendar) -> Period | None:
    """Return the day that "30 June" names, in the year that is known, or None."""
    spelled = spelled_day(words)
    month = known.month(spelled[1]) if spelled is not None else None
    if spelled is None or month is None:
        return None
    try:
        return stretches.as_at(month.start.replace(day=spelled[0]))
    except ValueError:  # the month has no such day
        return None


def month_of(words: str, known: Calendar) -> Period | None:
    """Return the month that "June 2013" or "June" names, or None."""
    named = MONTH_AND_YEAR.search(words)
    if named is None:
        return None
    number = month_number(named.group(1))
    return stretches.month(_full_year(int(named.group(2))), number) if named.group(2) else known.month(number)


def split_years(words: str) -> tuple[int, int] | None:
    """Return the first and the last year of "2015/16" or "2015-2018"; None where they run backwards."""
    parts = YEARS.findall(words)
    first = int(parts[0])
    last = int(parts[1]) if len(parts[1]) == 4 else first // 100 * 100 + int(parts[1])
    if last < first and len(parts[1]) == 2:
        last += 100
    if first < _CENTURY:
        return (_full_year(first), _full_year(first) + 1) if last == first + 1 else None
    return (first, last) if first <= last else None


_CENTURY = 100
