"""England's working days, offline, and the parts of a year that reports are of."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

from crossfoot.checks.settings import CallInCount, CallInRule
from crossfoot.model.english import MONTH_NAMES, WEEKDAYS

MONTHS = tuple(name.lower() for name in MONTH_NAMES)
"""The months' names in small letters, as checks read their text."""
_ONE_DAY = timedelta(days=1)


def long_day(day: date) -> str:
    """Return a day in full, as records print it: "12 March 2012"."""
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


def weekday_name(day: date) -> str:
    """Return the name of a day's weekday."""
    return WEEKDAYS[day.weekday()]


def is_working_day(day: date, closed: frozenset[date] = frozenset()) -> bool:
    """Tell whether a day is neither of a weekend, nor a bank holiday of England, nor closed by the council."""
    return day.weekday() < 5 and day not in closed and day not in _bank_holidays(day.year)


@lru_cache(maxsize=64)
def _bank_holidays(year: int) -> frozenset[date]:
    """Return England's bank holidays of a year."""
    # Loaded with the first deadline: the library takes a fifth of a second, and the window is not to wait for it.
    from holidays import country_holidays  # noqa: PLC0415

    return frozenset(country_holidays("GB", subdiv="ENG", years=year))


def working_day(start: date, number: int, closed: frozenset[date] = frozenset()) -> date:
    """Return the ``number``-th working day counted from ``start``, which is the first where it is one itself."""
    day = start
    left = number
    while True:
        if is_working_day(day, closed):
            left -= 1
            if not left:
                return day
        day += _ONE_DAY


def call_in_deadline(
    rule: CallInRule, meeting: date | None, published: date | None, closed: frozenset[date]
) -> date | None:
    """Return the deadline by a council's rule; None where the date that it counts from is not known."""
    match rule.count:
        case CallInCount.PUBLICATION_IS_DAY_ONE:
            return None if published is None else working_day(published, rule.days, closed)
        case CallInCount.CLEAR_DAYS_AFTER_PUBLICATION:
            return None if published is None else working_day(published + _ONE_DAY, rule.days, closed)
        case CallInCount.DAYS_AFTER_MEETING:
            return None if meeting is None else working_day(meeting + _ONE_DAY, rule.days, closed)


def month_end(day: date) -> date:
    """Return the last day of a day's month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def quarter_of(day: date) -> tuple[int, int]:
    """Return the financial year that begins in April, by its first calendar year, and the quarter of a day."""
    return (day.year if day.month >= 4 else day.year - 1), (day.month - 4) % 12 // 3 + 1


def quarter_days(year: int, quarter: int) -> tuple[date, date]:
    """Return the first and last day of a quarter of the financial year that begins in ``year``."""
    month = (3, 6, 9, 0)[quarter - 1] + 1
    start = date(year + (quarter == 4), month, 1)
    return start, month_end(date(start.year, start.month + 2, 1))


def quarter_words(year: int, quarter: int) -> str:
    """Return a quarter's name: "quarter 1 of 2015/16"."""
    return f"quarter {quarter} of {year}/{(year + 1) % 100:02}"
