"""The days of expressions that look ahead of what is known: "next year", "the rest of the year"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from crossfoot.extraction.figures.periods import stretches
from crossfoot.extraction.figures.periods.expression import Expression
from crossfoot.extraction.figures.periods.printed import count_of
from crossfoot.model import Period, PeriodKind

_AFTER = re.compile(r"following|after")

_LATELY = 200
"""How many days after a year a report on it is read, for which "next year" is the one that has just begun."""


def rest_of_year(x: Expression) -> Period | None:
    """Read "the remaining six months" and "the rest of the year": up to the end of March."""
    stop = x.known.stop()
    if stop is None:
        return None
    year = stretches.financial_year(stretches.financial_start(stop))
    if x.part("rn"):
        return stretches.part_of(year, count_of(x.part("rn")), last=True)
    start = stop + timedelta(days=1)
    return Period(start, year.end, PeriodKind.DURING) if start < year.end else None


def next_year(x: Expression) -> Period | None:
    """Read "next year", "the following year": the financial year behind the one named or the meeting's."""
    base, meeting = x.known.last, x.known.meeting
    if _AFTER.search(x.words.lower()) and base is not None and stretches.is_year(base):
        return Period(base.end + timedelta(days=1), stretches.year_after(base.end), PeriodKind.DURING)
    reporting = x.known.reporting
    if _NEW.search(x.words) is not None and (meeting is None or meeting.month > _MIDDLE):
        return None  # late in a year "the new year" is January
    if reporting is not None and meeting is not None and 0 <= (meeting - reporting.end).days < _LATELY:
        meeting = reporting.end if stretches.is_year(reporting) else meeting
    anchor = meeting or x.known.anchor()
    return stretches.financial_year(stretches.financial_start(anchor) + 1) if anchor is not None else None


_NEW = re.compile(r"\bnew\b", re.IGNORECASE)
_MIDDLE = 7


def next_years(x: Expression) -> Period | None:
    """Read "the next two years": those behind the meeting's year, or behind the one named that they follow."""
    following = "following" in (x.part("nw") or x.part("nx")).lower()
    base = x.known.last if following and x.known.last is not None else None
    end = base.end if base is not None else x.known.meeting or x.known.anchor()
    if end is None:
        return None
    start = stretches.financial_start(end) + 1
    count = count_of(x.part("na") or x.part("nb"))
    return Period(date(start, 4, 1), date(start + count, 3, 31), PeriodKind.DURING)
