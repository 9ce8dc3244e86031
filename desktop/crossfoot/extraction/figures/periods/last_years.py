"""The days of "last year", "the year before", "the previous year": of what was told, or of the year that was over."""

from __future__ import annotations

import re

from crossfoot.extraction.figures.periods import stretches
from crossfoot.extraction.figures.periods.expression import Expression
from crossfoot.extraction.figures.periods.known import Calendar
from crossfoot.extraction.figures.periods.looking_back import year_said
from crossfoot.model import Period, PeriodKind

_YEAR_AGO = re.compile(r"before|earlier|ago|previously")
_COMPARED = re.compile(
    r"\b(?:than|with|to|on|from|against)\s+(?:in\s+|for\s+|that\s+of\s+)?(?:the\s+)?$", re.IGNORECASE
)
_OF_SCHOOL = re.compile(r"\b(?:school|academic)\b", re.IGNORECASE)
_LAST = re.compile(r"\blast\b", re.IGNORECASE)
_SEPTEMBER = 9

_LONGER_THAN_A_YEAR = 400
"""How many days make a stretch that has no "last year": a strategy's, not a report's."""

_A_YEAR = 365
"""How many days after a year a report on it is read, for which it is still the last one that was over."""

_BESIDE = 160
"""How near the words stand that tell "last year" from "this year"."""


def last_year(x: Expression) -> Period | None:
    """Read "last year", "the year before": the stretch last named a year earlier, or the financial year before."""
    if _OF_SCHOOL.search(x.words) is not None and (x.known.last is None or x.known.last.start.month != _SEPTEMBER):
        return year_said(x.words, Calendar(meeting=x.known.meeting, last=x.known.last) if x.known.meeting else x.known)
    base, anchor = x.known.last or x.known.reported() or x.known.above, x.known.anchor()
    if x.part("lt") and x.known.compared is not None:
        base = x.known.compared
    before_last = bool(x.part("lb"))
    if before_last or base is None or (base.end - base.start).days > _LONGER_THAN_A_YEAR:
        day = x.known.meeting
        return stretches.financial_year(stretches.financial_start(day) - 1 - before_last) if day is not None else None
    told = _same_part_of_it(x) or (x.known.reporting if _is_reported(x) else None)
    if told is not None:
        return told
    if _is_the_one_just_closed(x) and x.known.meeting is not None:
        return stretches.financial_year(stretches.financial_start(x.known.meeting) - 1)
    ago = _YEAR_AGO.search(x.words.lower()) is not None
    beside = _set_beside(x)
    during = base.kind is PeriodKind.DURING
    from_now = _LAST.search(x.words) is not None and anchor is not None and base != x.known.reporting
    counted_back = during and stretches.is_year(base) and not from_now
    if ago or beside or (during and (_compared(x) or counted_back)):
        return stretches.year_before(base)
    day = anchor if from_now and anchor is not None else base.end
    return stretches.financial_year(stretches.financial_start(day) - 1)


def _same_part_of_it(x: Expression) -> Period | None:
    """Return the part of last year that is reported of this one, where "in the same period" stands behind it."""
    part = x.known.reported()
    if part is None or stretches.is_year(part) or _IN_THE_SAME.match(x.match.string, x.match.end()) is None:
        return None
    return stretches.year_before(part)


_IN_THE_SAME = re.compile(
    r"(?:[^.;]|\.\d){0,70}\b(?:in|during|over|for)\s+the\s+same\s+(?:period|months|weeks|half|quarter|time)\b",
    re.IGNORECASE,
)
"""What makes last year the same part of it: "Last year it was £36.8m in the same period"."""


def _is_reported(x: Expression) -> bool:
    """Tell whether "last year" is the year that is reported, over at the meeting, and not what it is compared with."""
    reporting, meeting = x.known.reporting, x.known.meeting
    if reporting is None or meeting is None or not stretches.is_year(reporting) or _LAST.search(x.words) is None:
        return False
    start = x.match.start()
    beside = x.match.string[max(0, start - _BESIDE) : x.match.end() + _BESIDE].lower()
    over = 0 < (meeting - reporting.end).days < _A_YEAR
    over = over and ("this year" not in beside or _THIS_YEAR_IS.search(beside) is not None)
    last = x.known.last
    back = last is None or last == reporting or last.end < reporting.start
    back = back or (last is not None and last.end > reporting.end and not stretches.is_year(last))
    after = _IT_WAS_THEN if last == reporting else _A_NUMBER_NEXT
    if _OPENS_WITH_IT.search(x.match.string, max(0, start - 3), start) and after.match(x.match.string, x.match.end()):
        return False  # "Last year 2,415" sets it beside what was told of the year that is reported
    return over and back and not (_compared(x) or _set_beside(x))


_THIS_YEAR_IS = re.compile(r"\bthis\s+year(?:['’]s)?\b(?:[^.;]|\.\d){0,40}?\b(?:is|are|will|would|stands)\b")
"""What makes "this year" beside "last year" the one under way, so that the one that is reported was the last."""

_OPENS_WITH_IT = re.compile(r"(?:^|[.!?;]\s|\n)\s*$")
_A_NUMBER_NEXT = re.compile(r"[,:]?\s+£?\d[\d,.]*%?[\s\xa0]*(?:[.;)](?!\d)|\n|$)")
_IT_WAS_THEN = re.compile(
    rf"{_A_NUMBER_NEXT.pattern}|,?\s+(?:it|this|that|there|they|the\s+(?:figure|number|total|rate))\s+(?:was|were|had|came|happened)\b"
)
"""What stands behind a "last year" that is set beside what was just told of the year that is reported."""


def _is_the_one_just_closed(x: Expression) -> bool:
    """Tell whether "the last financial year" is the one that had closed when the record was written on a part of it."""
    reporting, meeting = x.known.reporting, x.known.meeting
    if reporting is None or meeting is None or stretches.is_year(reporting) or _LAST.search(x.words) is None:
        return False
    later = stretches.financial_start(meeting) > stretches.financial_start(reporting.end)
    return later and "financial" in x.words.lower() and not (_compared(x) or _set_beside(x))


def _compared(x: Expression) -> bool:
    """Tell whether an expression is compared with, as the same part of it: "than last year", "last year's figure"."""
    start, end = x.match.start(), x.match.end()
    if _FIGURE_OF_IT.match(x.match.string, end - 2, end + 24) is not None:
        return True
    return _COMPARED.search(x.match.string, max(0, start - 24), start) is not None


_FIGURE_OF_IT = re.compile(
    r"['’]s\s+(?:figures?|total|number|performance|result|rate|level|equivalent)\b", re.IGNORECASE
)


def _set_beside(x: Expression) -> bool:
    """Tell whether an expression stands in brackets behind what it is compared with: "57.4% (last year 57.1%)"."""
    start = x.match.start()
    return x.match.string[max(0, start - 1) : start] == "("
