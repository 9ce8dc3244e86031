"""Periods as an officer types them, and as the program shows them.

A bare day is a day that a figure holds at. Everything longer is a stretch of time, unless "as at"
stands before it: then it is its last day. Quarters are those of the financial year that is named
with them ("Q1 2015/16" is April to June 2015).
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from crossfoot.model import Period, PeriodKind, WorldError
from crossfoot.model.english import MONTH_NAMES

_MONTHS = {said: number for number, name in enumerate(MONTH_NAMES, 1) for said in (name.lower(), name[:3].lower())}
_MONTHS["sept"] = 9

_YEAR = r"(?P<year>\d{4})"
_WORDED_DAY = re.compile(
    rf"(?:[a-z]+day,?\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>[a-z]+)\.?,?\s+{_YEAR}"
)
_MONTH_FIRST = re.compile(rf"(?P<month>[a-z]+)\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_YEAR}")
_NUMBERED_DAY = re.compile(r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4}|\d{2})")
_ISO_DAY = re.compile(rf"{_YEAR}-(?P<month>\d{{1,2}})-(?P<day>\d{{1,2}})")
_MONTH = re.compile(rf"(?P<month>[a-z]+)\.?,?\s+{_YEAR}")
_ISO_MONTH = re.compile(rf"{_YEAR}-(?P<month>\d{{2}})")
_FINANCIAL_YEAR = re.compile(r"(?:fy\s*)?(?P<first>\d{4})\s*[/–-]\s*(?P<last>\d{4}|\d{2})")
_CALENDAR_YEAR = re.compile(_YEAR)
_QUARTER = re.compile(r"(?:q|quarter\s*)(?P<quarter>[1-4])\s*(?:of\s+)?,?\s*(?P<rest>.+)")
_QUARTER_LAST = re.compile(r"(?P<rest>\d{4}\s*[/–-]\s*\d{2,4})\s*,?\s*(?:q|quarter\s*)(?P<quarter>[1-4])")
_MONTHS_OF_A_YEAR = re.compile(rf"(?P<first>[a-z]+)\.?\s*(?:–|-|to)\s*(?P<last>[a-z]+)\.?\s+{_YEAR}")
_BETWEEN = re.compile(r"(?:from\s+|between\s+)?(?P<first>.+?)\s*(?:\bto\b|\band\b|\buntil\b|–|—|\s-\s)\s*(?P<last>.+)")
_AS_AT = re.compile(r"(?:as\s+(?:at|of|on)|at|on)\s+(?:the\s+end\s+of\s+)?")
_DURING = re.compile(r"(?:during|in|for)\s+")


def read_period(text: str) -> Period | None:
    """Return the period that was typed; empty is none. Raise WorldError where it cannot be read."""
    words = " ".join(text.casefold().split())
    if words in {"", "none", "–", "-"}:
        return None
    as_at = _AS_AT.match(words)
    during = None if as_at else _DURING.match(words)
    marker = as_at or during
    rest = words[marker.end() :] if marker else words
    try:
        days = _days(rest)
    except ValueError as error:
        raise WorldError(f"“{text}” names a day that the calendar does not have: check day, month and year.") from error
    if days is None:
        raise WorldError(
            f"“{text}” is not a period that can be read: type it like 31 March 2013, June 2013, Q1 2015/16, 2015/16 "
            "or 1/4/2015 to 30/6/2015."
        )
    first, last = days
    if last < first:
        raise WorldError(f"“{text}” ends before it starts: put the earlier day first.")
    if as_at:
        return Period(last, last, PeriodKind.AS_AT)
    alone = first == last and during is None and _between(rest) is None
    return Period(first, last, PeriodKind.AS_AT if alone else PeriodKind.DURING)


def _days(words: str) -> tuple[date, date] | None:
    """Return the first and last day of any entry, or None; raise ValueError for a day of no calendar."""
    return _one(words) or _months_of_a_year(words) or _between(words)


def _one(words: str) -> tuple[date, date] | None:
    """Return the days of an entry that names one thing: a day, month, quarter or year."""
    return _day(words) or _month(words) or _quarter(words) or _year(words)


def _between(words: str) -> tuple[date, date] | None:
    """Return the days from the start of one named thing to the end of another."""
    match = _BETWEEN.fullmatch(words) or re.fullmatch(r"(?P<first>[\d-]{10})/(?P<last>[\d-]{10})", words)
    if match is None or _financial_year(words):
        return None
    first, last = _one(match["first"]), _one(match["last"])
    return (first[0], last[1]) if first and last else None


def _day(words: str) -> tuple[date, date] | None:
    """Return a single day, worded ("31st March 2013"), numbered the British way ("31/3/2013") or ISO."""
    match = _WORDED_DAY.fullmatch(words) or _MONTH_FIRST.fullmatch(words)
    if match:
        month = _MONTHS.get(match["month"])
        if month is None:
            return None
        day = date(int(match["year"]), month, int(match["day"]))
        return day, day
    match = _NUMBERED_DAY.fullmatch(words) or _ISO_DAY.fullmatch(words)
    if match is None:
        return None
    year = int(match["year"]) + (2000 if len(match["year"]) == 2 else 0)
    day = date(year, int(match["month"]), int(match["day"]))
    return day, day


def _month(words: str) -> tuple[date, date] | None:
    """Return a whole month."""
    match = _MONTH.fullmatch(words)
    if match:
        month = _MONTHS.get(match["month"])
        return _whole_months(int(match["year"]), month, month) if month else None
    match = _ISO_MONTH.fullmatch(words)
    return _whole_months(int(match["year"]), int(match["month"]), int(match["month"])) if match else None


def _months_of_a_year(words: str) -> tuple[date, date] | None:
    """Return months of one year, "Apr–Jun 2015"."""
    match = _MONTHS_OF_A_YEAR.fullmatch(words)
    if match is None:
        return None
    first, last = _MONTHS.get(match["first"]), _MONTHS.get(match["last"])
    if first is None or last is None:
        return None
    year = int(match["year"])
    return _whole_months(year, first, first)[0], _whole_months(year, last, last)[1]


def _quarter(words: str) -> tuple[date, date] | None:
    """Return a quarter of a financial year; a quarter of a bare year is refused, for it could mean two."""
    match = _QUARTER.fullmatch(words) or _QUARTER_LAST.fullmatch(words)
    if match is None:
        return None
    first_year = _financial_year(match["rest"])
    if first_year is None:
        return None
    quarter = int(match["quarter"])
    year, month = (first_year, 1 + 3 * quarter) if quarter < 4 else (first_year + 1, 1)
    return _whole_months(year, month, month + 2)


def _year(words: str) -> tuple[date, date] | None:
    """Return a financial year ("2015/16", April to March) or a calendar year ("2015")."""
    first_year = _financial_year(words)
    if first_year is not None:
        return date(first_year, 4, 1), date(first_year + 1, 3, 31)
    match = _CALENDAR_YEAR.fullmatch(words)
    return (date(int(match["year"]), 1, 1), date(int(match["year"]), 12, 31)) if match else None


def _financial_year(words: str) -> int | None:
    """Return the first year of "2015/16" or "2015/2016", or None where the two do not follow each other."""
    match = _FINANCIAL_YEAR.fullmatch(words)
    if match is None:
        return None
    first, last = int(match["first"]), match["last"]
    follows = last == str(first + 1) if len(last) == 4 else int(last) == (first + 1) % 100
    return first if follows else None


def _whole_months(year: int, first: int, last: int) -> tuple[date, date]:
    """Return the first day of one month and the last day of another of the same year."""
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])
