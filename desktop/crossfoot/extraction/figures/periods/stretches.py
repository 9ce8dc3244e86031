"""Months, quarters, financial years and school years as periods, as councils count them."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from crossfoot.model import Period, PeriodKind


def month_end(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def ends_a_month(day: date) -> bool:
    """Tell whether a day is the last of its month."""
    return day == month_end(day.year, day.month)


def month(year: int, number: int) -> Period:
    """Return a month as a period."""
    return Period(date(year, number, 1), month_end(year, number), PeriodKind.DURING)


def months(first: tuple[int, int], last: tuple[int, int]) -> Period | None:
    """Return the stretch from one (year, month) to another, or None where it would run backwards."""
    start, end = date(first[0], first[1], 1), month_end(*last)
    return Period(start, end, PeriodKind.DURING) if start <= end else None


def financial_year(start: int) -> Period:
    """Return the council's financial year that begins on 1 April of ``start``."""
    return Period(date(start, 4, 1), date(start + 1, 3, 31), PeriodKind.DURING)


def calendar_year(year: int) -> Period:
    """Return the year from January to December."""
    return Period(date(year, 1, 1), date(year, 12, 31), PeriodKind.DURING)


def school_year(start: int) -> Period:
    """Return the school year that begins on 1 September of ``start``."""
    return Period(date(start, 9, 1), date(start + 1, 8, 31), PeriodKind.DURING)


def as_schools_count(period: Period) -> Period:
    """Return the school year that begins in the year of a financial one, and any other period as it is."""
    start = period.start.year
    return school_year(start) if period == financial_year(start) else period


def is_school_year(period: Period) -> bool:
    """Tell whether a period is a school year."""
    return period == school_year(period.start.year)


def quarter(start: int, number: int) -> Period:
    """Return quarter 1 to 4 of the financial year that begins in ``start``."""
    first = 4 + 3 * (number - 1)
    year = start
    if first > 12:
        first, year = first - 12, start + 1
    return Period(date(year, first, 1), month_end(year, first + 2), PeriodKind.DURING)


def quarter_ending(day: date) -> Period:
    """Return the latest quarter that was over on a day."""
    start = financial_start(day)
    return [q for year in (start - 1, start) for n in (1, 2, 3, 4) if (q := quarter(year, n)).end <= day][-1]


def half(start: int, number: int) -> Period:
    """Return the first or the second half of the financial year that begins in ``start``."""
    first, last = (1, 2) if number == 1 else (3, 4)
    return Period(quarter(start, first).start, quarter(start, last).end, PeriodKind.DURING)


def is_half(period: Period) -> bool:
    """Tell whether a period is the first or the second half of a financial year."""
    start = financial_start(period.end)
    return (period.start, period.end) in {(h.start, h.end) for h in (half(start, 1), half(start, 2))}


def part_of(whole: Period, count: int, *, last: bool) -> Period:
    """Return the first or the last ``count`` months of a stretch."""
    if last:
        return Period(max(whole.start, back(whole.end, count)), whole.end, PeriodKind.DURING)
    number = whole.start.year * 12 + whole.start.month - 1 + count - 1
    end = month_end(number // 12, number % 12 + 1)
    return Period(whole.start, min(end, whole.end), PeriodKind.DURING)


def shifted_back(period: Period, count: int) -> Period:
    """Return a stretch or a day moved back by ``count`` months; the end of a month stays one."""

    def earlier(day: date) -> date:
        year, index = divmod(day.year * 12 + day.month - 1 - count, 12)
        last = monthrange(year, index + 1)[1]
        at_end = day.day == monthrange(day.year, day.month)[1]
        return date(year, index + 1, last if at_end else min(day.day, last))

    return Period(earlier(period.start), earlier(period.end), period.kind)


def is_year(period: Period) -> bool:
    """Tell whether a period is a whole year."""
    return 364 <= (period.end - period.start).days <= 366


def as_at(day: date) -> Period:
    """Return a single day as the date at which something was counted."""
    return Period(day, day, PeriodKind.AS_AT)


def financial_start(day: date) -> int:
    """Return the year in which the financial year that holds ``day`` began."""
    return day.year if day.month >= 4 else day.year - 1


def back(day: date, count: int) -> date:
    """Return the day that ends ``count`` months before ``day`` plus one: the start of a stretch of months."""
    first = day + timedelta(days=1)
    number = first.year * 12 + first.month - 1 - count
    year, index = divmod(number, 12)
    return date(year, index + 1, min(first.day, monthrange(year, index + 1)[1]))


def year_before(period: Period) -> Period:
    """Return the same stretch of the year before."""

    def shifted(day: date) -> date:
        if day.month == 2 and day.day == 29:
            return date(day.year - 1, 2, 28)
        return day.replace(year=day.year - 1)

    return Period(shifted(period.start), shifted(period.end), period.kind)


def year_after(day: date) -> date:
    """Return the same day of the year after; the end of February stays the end."""
    return date(day.year + 1, day.month, min(day.day, monthrange(day.year + 1, day.month)[1]))


def quarter_of(period: Period) -> tuple[int, int] | None:
    """Return the financial year's start and the quarter's number where the period is one quarter."""
    start = financial_start(period.start)
    return next(
        (
            (start, n)
            for n in (1, 2, 3, 4)
            if quarter(start, n).start == period.start and quarter(start, n).end == period.end
        ),
        None,
    )
