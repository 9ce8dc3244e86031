"""The terms of a school year: named with their year, in a report on one, or beside another term of it."""

from __future__ import annotations

import re
from datetime import date, timedelta

from crossfoot.extraction.figures.periods import stretches
from crossfoot.extraction.figures.periods.expression import Expression
from crossfoot.extraction.figures.periods.printed import split_years
from crossfoot.model import Period, PeriodKind

_TERMS = {"autumn": (9, 12), "spring": (1, 4), "summer": (5, 8), "winter": (12, 12)}
_SEPTEMBER = 9
_WELL_BEGUN = 45
"""How many days old a term is before figures of it are reported."""


def term(x: Expression) -> Period | None:
    """Read "autumn term 2015", "the autumn and spring terms of 2016/17".

    Without a year it is that of the school year that is reported, or else the latest that had begun.
    """
    first, last = _TERMS[x.part("tn").lower()], _TERMS[(x.part("tm") or x.part("tn")).lower()]
    if x.part("ty"):
        years = split_years(x.part("ty")) if not x.part("ty").isdigit() else None
        year = int(x.part("ty")[:4]) if years is None else years[0] + (first[0] < _SEPTEMBER)
        return stretches.months((year, first[0]), (year + (last[0] < first[0]), last[1]))
    reporting, anchor = x.known.reporting, x.known.meeting or x.known.anchor()
    under_way = _so_far(x, first[0])
    if under_way is not None:
        return under_way
    if reporting is not None and stretches.is_school_year(reporting):
        year = reporting.start.year + (first[0] < _SEPTEMBER)
        return stretches.months((year, first[0]), (year + (last[0] < first[0]), last[1]))
    if anchor is None:
        return None
    begun = date(anchor.year, first[0], 1) + timedelta(days=_WELL_BEGUN) <= anchor
    year = anchor.year if begun else anchor.year - 1
    over = stretches.months((year, first[0]), (year + (last[0] < first[0]), last[1]))
    return over if over is None or not x.part("tm") or over.end <= anchor else stretches.year_before(over)


def _so_far(x: Expression, month: int) -> Period | None:
    """Return a term that was under way at the meeting, up to it, where "so far" or "to date" stands behind it."""
    meeting = x.known.meeting
    if meeting is None or _UNDER_WAY.match(x.match.string, x.match.end()) is None:
        return None
    begun = date(meeting.year - (month > meeting.month), month, 1)
    return Period(begun, meeting, PeriodKind.DURING)


_UNDER_WAY = re.compile(r"\s+(?:(?:so|thus)\s+far|to\s+date)\b", re.IGNORECASE)


def term_beside(x: Expression) -> Period | None:
    """Read "in the spring" as a term of the year that one was named of: "97% in the autumn term, 95% in the spring"."""
    base, named = x.known.last, _TERMS[x.part("te").lower()]
    if base is None or base.end.year != base.start.year or (base.start.month, base.end.month) not in _TERMS.values():
        return None
    year = base.start.year - (base.start.month < _SEPTEMBER) + (named[0] < _SEPTEMBER)
    return stretches.months((year, named[0]), (year, named[1]))


def summer_before(x: Expression) -> Period | None:
    """Read "last summer" of results as the school year before the one that is reported."""
    reporting = x.known.reporting
    schools = reporting is not None and stretches.is_school_year(reporting)
    return stretches.year_before(reporting) if schools and reporting is not None else None
