"""Whether a number is counted by the schools' year, which begins in September, or by the council's own.

"2015/16" of absence is September to August, and "2016" of test results is the school year that ended in its summer;
the same words of money, of staff or of children in care are the council's year. Nobody prints which one is meant: the
nearest words that speak of schools or of something else tell it, those of the sentence first, then what it hangs on,
its heading, and the record's title.
"""

from __future__ import annotations

import re

from crossfoot.extraction.figures.periods import stretches
from crossfoot.extraction.figures.periods.known import Calendar
from crossfoot.extraction.figures.periods.schools import Kind, kind_of_heading, kind_of_sentence
from crossfoot.extraction.figures.sentences import Sentence
from crossfoot.extraction.figures.sight import Sight
from crossfoot.model import Period, Unit

_OF_REGISTRARS = re.compile(
    r"\b(?:life\s+expectancy|mortality|deaths?|births?|suicides?|conceptions?|casualties|under[\s-]75)\b"
)
"""What is counted by calendar years, several together: "2015-17"."""


def counted_by_calendar_years(words: str) -> bool:
    """Tell whether words in lower case are of what registrars count, whose "2015-17" are calendar years."""
    return _OF_REGISTRARS.search(words) is not None


def in_its_kind_of_year(period: Period, sight: Sight, known: Calendar, beside: Sentence | None = None) -> Period:
    """Return the school year that a council's year or, of results, a calendar year means where schools count by it.

    ``beside`` is the sentence that the period is taken from. Any other period, and one of money, is returned as it is.
    """
    start, month = period.start.year, period.start.month
    if sight.number.money or month not in _FIRST_MONTHS or not stretches.is_year(period):
        return period
    financial, calendar = period == stretches.financial_year(start), period == stretches.calendar_year(start)
    if not (financial or calendar):
        return period
    kind = _kind_of(sight, known, beside)
    if kind is Kind.RESULTS or (kind is Kind.SCHOOLS and financial):
        return stretches.school_year(start - calendar)
    return period


_FIRST_MONTHS = frozenset({1, 4})
"""The months in which calendar and financial years begin."""


def _kind_of(sight: Sight, known: Calendar, beside: Sentence | None) -> Kind:
    """Return by which year a number is counted, as its sentence, what that hangs on, its head or the title tells."""
    around = sight.around
    lead = around.lead.sentence if around.lead is not None else None
    for sentence in (sight.sentence, lead):
        kind = kind_of_sentence(sentence) if sentence is not None else Kind.OPEN
        if kind is not Kind.OPEN:
            return kind
    kind = _kind_before(sight)
    if kind is Kind.OPEN and beside is not None:
        kind = kind_of_sentence(beside)
    if kind is not Kind.OPEN:
        return kind
    for head in (around.topic, around.heading):
        kind = kind_of_heading(head.sentence) if head is not None else Kind.OPEN
        if kind is not Kind.OPEN:
            return kind
    if known.schools:
        return Kind.RESULTS if sight.number.unit is Unit.PERCENT else Kind.SCHOOLS
    return Kind.OPEN


def _kind_before(sight: Sight) -> Kind:
    """Return by which year the sentences before count: of a bare number the nearest tells, else all that tell agree."""
    told = [kind_of_sentence(reading.sentence) for reading in reversed(sight.around.previous)]
    told = [kind for kind in told if kind is not Kind.OPEN]
    bare = sight.phrase.close == sight.phrase.first or sight.around.points_back
    return told[0] if told and (bare or len(set(told)) == 1) else Kind.OPEN
