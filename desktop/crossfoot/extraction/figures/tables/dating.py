"""The days of a table's cell: what its head or row names, as the row's measure and the notes to the table mean it.

A head "Dec 2008" dates a count of children on the last day of December, a count "in quarter" on the quarter up to
then, and what a note calls cumulative on all months since April.
"""

from __future__ import annotations

import re
from datetime import date

from crossfoot.extraction.figures.folding import folded
from crossfoot.extraction.figures.numerals import Number
from crossfoot.extraction.figures.periods import stretches
from crossfoot.extraction.figures.periods.conventions import since_april
from crossfoot.extraction.figures.periods.expressions import COUNT
from crossfoot.extraction.figures.periods.kind_of_year import counted_by_calendar_years
from crossfoot.extraction.figures.periods.kinds import (
    is_stock,
    names_what_there_is,
    says_what_happened,
    says_what_there_was,
)
from crossfoot.extraction.figures.periods.printed import MONTHS_IN, count_of
from crossfoot.extraction.figures.periods.question import suited, year_of_budget
from crossfoot.extraction.figures.periods.schools import Kind, kind_of_words
from crossfoot.extraction.figures.periods.sources import REPORTING
from crossfoot.extraction.figures.tables.context import CellContext
from crossfoot.extraction.figures.tables.names import IS_SHARE
from crossfoot.extraction.figures.words import MONTHS
from crossfoot.model import Measure, Nature, Period, PeriodKind, Unit

CELL = "cell"
"""From where a cell takes the period that it names itself."""

ABOVE = "words above"
"""The same for the sentence over a table."""

_AROUND = frozenset({ABOVE, REPORTING})

_OF_THE_YEAR = frozenset({Nature.BUDGET, Nature.FORECAST, Nature.VARIANCE})
_WHOLE_YEAR = re.compile(r"\b(?:full|whole)[\s-]year\b|\bannual\b|\byear[\s-]end\b", re.IGNORECASE)
_TO_DATE = re.compile(r"\bto[\s-]date\b|\b(?:so|thus)\s+far\b|\bytd\b|\bspen[dt]\b|\bexpenditure\b", re.IGNORECASE)
_UP_TO = re.compile(
    r"\b(?:actuals?|spen[dt](?:ing)?|expenditure|paid|received|income|costs?|position|profile[d]?|budget)\s+"
    r"(?:up\s+)?to\s+(?:the\s+)?(?:end\s+of\s+)?\w+",
    re.IGNORECASE,
)
"""Heads of what has flowed since April up to the day that they name: "Actual to 30 Nov"."""

_FORESEEN = frozenset({Nature.FORECAST, Nature.VARIANCE})
_FOR_THE_YEAR = re.compile(
    r"\b(?:outturn|forecast|projected|projection|full[\s-]year|annual|year[\s-]end)\b", re.IGNORECASE
)
_SINCE_APRIL = re.compile(r"\bto[\s-]date\b|\b(?:so|thus)\s+far\b|\bytd\b|\bcumulative\b", re.IGNORECASE)
_AT_THE_END = re.compile(
    r"\bat\s+(?:the\s+)?(?:(?:end|close)\s+of\b|(?:year|quarter|month|period)[\s-]*end\b|31\b|30\b)|\bas\s+at\b|\bsnapshot\b"
    r"|\bend\s+of\s+(?:the\s+)?(?:year|quarter|month|period)\b|\((?:year|quarter|month|period)[\s-]*end\)",
    re.IGNORECASE,
)
_AT_THE_START = re.compile(
    r"\bat\s+(?:the\s+)?(?:start|beginning|opening)\s+of\s+(?:the\s+|each\s+)?(?:year|quarter|month|period)\b",
    re.IGNORECASE,
)
_IN_QUARTER = re.compile(r"\b(?:in|during|for|per)\s+(?:the\s+|each\s+)?quarter\b|\bquarterly\b", re.IGNORECASE)
_IN_MONTH = re.compile(r"\b(?:in|during|for|per)\s+(?:the\s+|each\s+)?month\b|\bmonthly\b", re.IGNORECASE)
_ROLLING = re.compile(r"\brolling\s+(?:year|12|twelve)\b", re.IGNORECASE)
_DAY_OF_YEARS = re.compile(
    rf"\b(?P<stretch>(?:(?P<count>{COUNT})\s+)?(?P<unit>half[\s-]years?|years?|quarters?|months?)\s+(?:end(?:ing|ed)?|(?:up\s+)?to)\s+)?"
    r"(?:(?:as\s+)?at\s+|on\s+)?(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+|(?(stretch)(?:the\s+end\s+of\s+)?|(?!)))"
    rf"(?P<month>{'|'.join(MONTHS)})\b(?![\s,]+(?:19|20)\d\d)",
    re.IGNORECASE,
)
"""A day without its year over bare years: "at 31 March", "Year ending 31 March", "half year to September"."""

_MONTHS_OF_YEARS = re.compile(
    rf"\b(?P<first>{'|'.join(MONTHS)})\s*(?:to|[-–])\s*(?:the\s+end\s+of\s+)?(?P<last>{'|'.join(MONTHS)})\b(?![\s,]+(?:19|20)\d\d)",
    re.IGNORECASE,
)
"""Some months of each of the years behind: "Visits, April to September" over "2009 | 2010"."""

_MONTH_OF_YEARS = re.compile(
    rf"\b(?:(?:at|in)\s+(?:the\s+)?(?:end\s+of\s+)?(?:each\s+)?(?P<month>{'|'.join(MONTHS)})"
    rf"|(?P<counted>{'|'.join(MONTHS)})\s+(?:school\s+)?(?:census|count|snapshot|survey|returns?))\b(?![\s,]+(?:19|20)\d\d)",
    re.IGNORECASE,
)
"""A month without its year over bare years: "at the January census", "in March of each year"."""

_SCHOOL_YEAR = re.compile(r"\b(?:academic|school)\s+years?\b", re.IGNORECASE)
_YEAR_END = re.compile(r"\byear[\s-]end\b|\bend\s+of\s+(?:the\s+|each\s+)?(?:financial\s+)?year\b", re.IGNORECASE)
_PROFILED = re.compile(r"\bprofiled?\b|\bphased\b|\bmonthly\b", re.IGNORECASE)
_COUNTED = frozenset({Unit.COUNT, Unit.FTE, None})
_MONTH = 31
_QUARTER = 92


def period_of_cell(
    named: tuple[Period, str], around: CellContext, number: Number, nature: Nature, measure: Measure | None
) -> Period:
    """Return the days of a cell; ``named`` is the period that column, row, caption or record give it, and which."""
    noted = _by_a_note(around, nature, named[1])
    if noted is not None:
        return noted
    if number.money:
        return _of_amount(named, around, number, nature, measure)
    return _of_count((_of_its_kind_of_year(named[0], around, number), named[1]), around, number, nature, measure)


def _of_its_kind_of_year(period: Period, around: CellContext, number: Number) -> Period:
    """Return the school year that a year means in a row of what is counted in schools, else the period.

    The row's name and its group tell it, else corner and words above, else the record's title.
    """
    start = period.start.year
    financial, calendar = period == stretches.financial_year(start), period == stretches.calendar_year(start)
    several = _as_calendar_years(period, around)
    if several is not None:
        return several
    begun = period.start == date(start, 4, 1) and _PART_YEAR.search(f"{around.label.text} {around.head.text}")
    if not (financial or calendar or begun) or _COUNCILS_YEAR.search(around.heads) is not None:
        return period
    row = folded(f"{around.group.text} {around.label.text} {around.head.text}")
    outer = folded(f"{around.corner.text} {around.caption}")
    told = kind_of_words(row)
    told = kind_of_words(outer) if told is Kind.OPEN else told
    if told is Kind.OPEN and around.known.schools:
        told = Kind.RESULTS if number.unit is Unit.PERCENT else Kind.SCHOOLS
    if told is Kind.SCHOOLS and begun and not financial:
        return _part_of_school_year(period)
    if told is Kind.RESULTS or (told is Kind.SCHOOLS and financial):
        return stretches.school_year(start - calendar)
    return period


_PART_YEAR = re.compile(
    r"\b(?:19|20)\d\d[/–-]\d\d(?:\d\d)?\b[^|]*\b(?:to|until|ytd|(?:so|thus)\s+far)\b", re.IGNORECASE
)


def _part_of_school_year(period: Period) -> Period:
    """Return the part of a school year up to the month that a part of a financial year was read to end with."""
    start, end = date(period.start.year, 9, 1), period.end
    if end < start:
        end = stretches.month_end(end.year + 1, end.month)
    return Period(start, end, PeriodKind.DURING)


def _as_calendar_years(period: Period, around: CellContext) -> Period | None:
    """Return "2015-17" or "1994-98" as calendar years where deaths are counted, or other heads are bare years."""
    if (period.start.month, period.end.month) != (4, 3) or (period.end - period.start).days <= _YEAR_AT_MOST:
        return None
    row = folded(f"{around.group.text} {around.label.text} {around.caption}")
    if not counted_by_calendar_years(row) and _BARE_YEAR.search(around.heads) is None:
        return None
    return Period(date(period.start.year, 1, 1), date(period.end.year, 12, 31), PeriodKind.DURING)


_YEAR_AT_MOST = 366
_BARE_YEAR = re.compile(r"(?<![\d/–-])(?:19|20)\d\d(?!\s?[/–-]?\d|\s?[/–-]\s?\d)")


_COUNCILS_YEAR = re.compile(r"\b(?:financial|calendar)\s+years?\b", re.IGNORECASE)


def _by_a_note(around: CellContext, nature: Nature, source: str) -> Period | None:
    """Return the period that the note to a cell's sign names, or a note on all figures of others; None for none."""
    noted = around.conventions.noted.get(around.sign) if around.sign and source != CELL else None
    if noted is None and nature is Nature.BENCHMARK and source in _AROUND:
        others = around.conventions.others
        return year_as_told(others, f"{around.corner.text} {around.caption}") if others is not None else None
    return noted


def _of_amount(
    named: tuple[Period, str], around: CellContext, number: Number, nature: Nature, measure: Measure | None
) -> Period:
    """Return the days of an amount: budgets, forecasts and variances are of the year, what flowed is since April."""
    (period, source), head = named, around.head.text
    if source in _AROUND and nature in _OF_THE_YEAR and _is_long_over(period, around):
        meeting = around.known.meeting
        period = stretches.financial_year(stretches.financial_start(meeting)) if meeting is not None else period
    if source == REPORTING:
        to_date = nature is Nature.ACTUAL and _SINCE_APRIL.search(head) is not None
        return since_april(period) if to_date else year_of_budget(period)
    if source in _AROUND:
        return _as_headed(period, around, number, nature, measure)
    if _UP_TO.search(head) and nature in {Nature.ACTUAL, Nature.BUDGET}:
        return since_april(period) if (period.end - period.start).days <= _MONTH else period
    held = period.kind is PeriodKind.AS_AT and _YEAR_END.search(head) and _OWED.search(folded(head))
    if nature in _FORESEEN and _FOR_THE_YEAR.search(around.heads) and not held and not _stays(head):
        return year_of_budget(period)
    row = folded(f"{around.group.text} {around.label.text}")
    if (
        nature is Nature.ACTUAL
        and (period.end - period.start).days > _MONTH
        and _OWED.search(row)
        and not _MOVED.search(f"{row} {head}")
    ):
        return stretches.as_at(period.end)
    return _whole(period) if _is_of_the_year(nature, head) else period


def _is_long_over(period: Period, around: CellContext) -> bool:
    """Tell whether a table forecasts how the year will end, while the date over it was read as one of a year over.

    "What they expect to spend by 31 March", said in December, is of the next one.
    """
    meeting = around.known.meeting
    if meeting is None or _FORECAST.search(around.heads) is None:
        return False
    return (meeting - year_of_budget(period).end).days > _CLOSED


_FORECAST = re.compile(r"\b(?:forecast|projected|projection|expected|estimated)\b", re.IGNORECASE)
_CLOSED = 120
"""How many days after its end nobody forecasts any more how a year will have ended."""

_OWED = re.compile(
    r"\b(?:arrears|debts?|balances?|reserves?|borrowing|investments|outstanding|owed|carried\s+forward)\b"
)
_MOVED = re.compile(
    r"\b(?:use|used|from|to|contributions?|transfers?|interest|charges?|repaid|repayments?|drawn|movements?|provision|cost"
    r"|collected|recovered|written|income|met|budgets?|outturn)\b",
    re.IGNORECASE,
)
"""Words of a row of money that is owed or held which make it what flowed: "Interest on balances", "Use of reserves"."""


def _of_count(
    named: tuple[Period, str], around: CellContext, number: Number, nature: Nature, measure: Measure | None
) -> Period:
    """Return the days of what is no amount: a stock's last day, a rolling year, or the stretch as its row means it."""
    period, source = named
    own = folded(f"{around.label.text} {around.head.text}")
    if "rolling" in own and _ROLLING.search(own):
        return Period(stretches.back(period.end, 12), period.end, PeriodKind.DURING)
    if source in _AROUND:
        return _of_count_around(period, around, number, nature, measure)
    if period.kind is PeriodKind.AS_AT and nature is Nature.ACTUAL and number.unit is not Unit.FTE:
        return _up_to(period, around, measure)
    if period.kind is PeriodKind.AS_AT or nature in _OF_THE_YEAR:
        return period
    return _of_row(period, around, number, measure)


def _of_count_around(
    period: Period, around: CellContext, number: Number, nature: Nature, measure: Measure | None
) -> Period:
    """Return the same under a time that stands over the whole table; shares of savings are of the year of these."""
    stays = _stays(around.head.text)
    if measure in _BY_THE_YEAR and not stays:
        return year_of_budget(period)
    if nature is Nature.TARGET and period.kind is PeriodKind.DURING and not stays:
        period = year_of_budget(period)
    held = period.kind is PeriodKind.DURING and number.unit in _COUNTED and nature is Nature.ACTUAL
    if held and _holds_at_a_day(folded(f"{around.label.text} {around.head.text}"), number, measure):
        return stretches.as_at(period.end)
    return _as_headed(period, around, number, nature, measure)


_BY_THE_YEAR = frozenset({Measure.YEAR_FLOW, Measure.PLAN, Measure.FORECAST, Measure.DERIVED})


def _up_to(day: Period, around: CellContext, measure: Measure | None) -> Period:
    """Return the stretch up to a head's day for a row of what happened: the year to 31 March, or since April."""
    row = folded(f"{around.group.text} {around.label.text}")
    if _SINCE_APRIL.search(row) and not is_stock(measure) and not says_what_there_was(row):
        return since_april(day)
    head = folded(around.head.text)
    if _DONE_TO.search(head) and says_what_happened(head) and not is_stock(measure):
        return since_april(day)
    flows = _IN_YEAR.search(row) is not None or (measure in _FLOWS and "placed" not in row)
    if is_stock(measure) or not flows or not says_what_happened(row):
        return day
    if _IN_QUARTER.search(row):
        return Period(stretches.back(day.end, 3), day.end, PeriodKind.DURING)
    if (day.end.month, day.end.day) == (3, 31) or around.conventions.cumulative or _SINCE_APRIL.search(row):
        return since_april(day)
    return day


_DONE_TO = re.compile(r"[a-z]\s+(?:up\s+)?to\s+(?:the\s+)?(?:end\s+(?:of\s+)?)?(?:\d|[a-z]{3})")
"""A head of what was done up to a day: "Completed to 30 September"."""

_FLOWS = frozenset({Measure.FLOW, Measure.RATIO_OF_FLOW, Measure.YEAR_FLOW})
_IN_YEAR = re.compile(r"\b(?:in|during|over|for)\s+(?:the\s+)?(?:year|quarter)\b")


def of_row_and_column(around: CellContext) -> Period | None:
    """Return the days that a row of a year and the head of a part of years name together: "2015/16" under "Q3".

    Or under "Balance at year end". None where either names no time, or the head its own year.
    """
    year, part, head = around.label.period, around.head.period, around.head.text
    if year is not None and year.kind is PeriodKind.DURING and _PERIOD_END.search(head) is not None:
        return stretches.as_at(year.end)
    if year is None or part is None or not stretches.is_year(year):
        return None
    if _A_YEAR.search(around.label.text) is None or _A_YEAR.search(head) is not None:
        return None
    ends = _YEAR_END.search(head) is not None
    if ends or (part.end - part.start).days > _HALF_A_YEAR:
        return stretches.as_at(year.end) if ends else None
    begins_later = (part.start.month, part.start.day) < (year.start.month, year.start.day)
    later = year.start.year - part.start.year + begins_later
    return stretches.shifted_back(part, -12 * later)


def dated_beside(around: CellContext) -> Period | None:
    """Return the days of the column to the left that a head gives but a share or a rate of: "New plans 2021 | %"."""
    head = around.head
    for left in around.left:
        if IS_SHARE.match(head.text) is None and _RATE.match(head.text) is None:
            return None
        if left.period is not None:
            return left.period
        head = left
    return None


_RATE = re.compile(r"\W{0,3}(?:rate\s+)?per\s+[\d,]+", re.IGNORECASE)

_PERIOD_END = re.compile(
    r"\b(?:month|quarter|period)[\s-]end\b|\bend\s+of\s+(?:the\s+)?(?:month|quarter|period)\b", re.IGNORECASE
)
_HALF_A_YEAR = 190
_A_YEAR = re.compile(r"(?:19|20)\d\d|\d\d[/–-]\d\d|['’]\d\d\b")


def year_as_told(period: Period, outer: str) -> Period:
    """Return what a bare year of a head means where the words ``outer`` in corner or caption say how years are meant.

    They may name the day on which it is counted ("at 31 March") or ends ("year ending 31 March"), or its kind.
    """
    year = period.start.year
    if period != stretches.calendar_year(year):
        return period
    named = _part_as_told(year, outer)
    if named is not None:
        return named
    if _SCHOOL_YEAR.search(outer):
        return Period(date(year - 1, 9, 1), date(year, 8, 31), PeriodKind.DURING)
    return stretches.as_at(date(year, 3, 31)) if _YEAR_END.search(outer) else period


def _part_as_told(year: int, outer: str) -> Period | None:
    """Return the day, the months or the stretch of each year that the words over a table name without a year."""
    told = _DAY_OF_YEARS.search(outer)
    if told is not None:
        end = stretches.month(year, MONTHS[told["month"].lower()]).end
        day = end.replace(day=min(int(told["day"]) or 1, end.day)) if told["day"] else end
        if not told["stretch"]:
            return stretches.as_at(day)
        months = count_of(told["count"] or "one") * MONTHS_IN[told["unit"].lower().replace("-", " ")]
        return Period(stretches.back(day, months), day, PeriodKind.DURING)
    span = _MONTHS_OF_YEARS.search(outer)
    if span is not None:
        first, last = (MONTHS[span[name].lower()] for name in ("first", "last"))
        return (
            Period(date(year, first, 1), stretches.month_end(year, last), PeriodKind.DURING) if first < last else None
        )
    month = _MONTH_OF_YEARS.search(outer)
    return stretches.month(year, MONTHS[(month["month"] or month["counted"]).lower()]) if month is not None else None


def _is_of_the_year(nature: Nature, head: str) -> bool:
    """Tell whether an amount under a date is the year's all the same: a budget, a variance, an outturn forecast then.

    What is forecast of a day may be a balance on it, and what is spent or profiled to a day is of less than the year.
    """
    if _TO_DATE.search(head) or _PROFILED.search(head):
        return False
    return nature in {Nature.BUDGET, Nature.VARIANCE} or (nature is Nature.FORECAST and "outturn" in head.lower())


def _stays(head: str) -> bool:
    """Tell whether an amount is of no more than the time that its head names: "Variance to date", "in quarter"."""
    return any(words.search(head) for words in (_TO_DATE, _PROFILED, _IN_QUARTER, _IN_MONTH))


def _whole(period: Period) -> Period:
    """Return the year that is budgeted or forecast "at period 6" or "as at 30 June"; a longer stretch is kept."""
    return year_of_budget(period) if (period.end - period.start).days <= _MONTH else period


def _as_headed(period: Period, around: CellContext, number: Number, nature: Nature, measure: Measure | None) -> Period:
    """Return the days of a cell under a date that stands over the whole table.

    Budgets, forecasts and variances are of the year, and so is what is headed as the year's; what was spent "to
    date" is from April to that day; a stock holds on the last day.
    """
    head, row = around.head.text, folded(f"{around.group.text} {around.label.text}")
    if _WHOLE_YEAR.search(head) or (number.money and nature in _OF_THE_YEAR):
        return year_of_budget(period)
    short = period.kind is PeriodKind.AS_AT or (period.end - period.start).days <= _MONTH
    if number.money and short and (_TO_DATE.search(head) or _TO_DATE.search(row)):
        start = date(stretches.financial_start(period.end), 4, 1)
        return Period(start, period.end, PeriodKind.DURING)
    if not number.money and period.kind is PeriodKind.DURING:
        if _AT_THE_END.search(row):
            return stretches.as_at(period.end)
        length = (period.end - period.start).days + 1
        if length <= _QUARTER and _SINCE_APRIL.search(f"{row} {head}") and not _IN_MONTH.search(row):
            return since_april(period)
        share = number.unit is Unit.PERCENT and stretches.is_year(period)
        if share or (_IN_QUARTER.search(head) and says_what_happened(folded(head))):
            return period
    return suited(period, measure)


def _of_row(period: Period, around: CellContext, number: Number, measure: Measure | None) -> Period:
    """Return a stretch that a head names as the row means it: its last day, the quarter up to it, or since April."""
    row = folded(f"{around.group.text} {around.label.text}")
    starred = around.sign in around.conventions.ends
    length = (period.end - period.start).days + 1
    held = length > _MONTH and (_holds_at_a_day(row, number, measure) or _is_share_of_a_quarter(row, length, measure))
    if _AT_THE_START.search(row) is not None and length <= _YEAR_AT_MOST:
        return stretches.as_at(period.start)
    if starred or _AT_THE_END.search(row) or held or _is_counted_at_the_ends(row, around, number):
        return stretches.as_at(period.end)
    if _ROLLING.search(row):
        return Period(stretches.back(period.end, 12), period.end, PeriodKind.DURING)
    if _IN_QUARTER.search(row):
        return Period(stretches.back(period.end, 3), period.end, PeriodKind.DURING) if length <= _MONTH else period
    counted_up = around.conventions.cumulative or _SINCE_APRIL.search(f"{row} {around.head.text}") is not None
    return since_april(period) if counted_up and length <= _QUARTER and not _IN_MONTH.search(row) else period


def _is_counted_at_the_ends(row: str, around: CellContext, number: Number) -> bool:
    """Tell whether the words over a table say that all its columns are of the last day of theirs: "(month end)"."""
    outer = f"{around.corner.text} {around.caption}"
    if number.unit is Unit.PERCENT or _AT_EACH_END.search(outer) is None:
        return False
    return not says_what_happened(row)


_AT_EACH_END = re.compile(
    r"\((?:at\s+)?(?:the\s+)?(?:month|quarter)[\s-]ends?\)|\bend\s+of\s+(?:each|every)\s+(?:month|quarter)\b",
    re.IGNORECASE,
)


def _is_share_of_a_quarter(row: str, length: int, measure: Measure | None) -> bool:
    """Tell whether a share of what there is stands under a quarter, so that it is of its last day.

    Over a year such a share may as well be an average of it, and what is done in so many weeks is over the quarter.
    """
    return length <= _QUARTER and is_stock(measure) and _DONE_IN_TIME.search(row) is None


_DONE_IN_TIME = re.compile(
    r"\b(?:in|within|inside)\s+(?:the\s+)?(?:\d+|year|time)|\b(?:issued|completed|held|made|closed)\b"
)


_LENGTHS = frozenset({Unit.DAYS, Unit.WEEKS, Unit.MONTHS, Unit.YEARS})


def _holds_at_a_day(row: str, number: Number, measure: Measure | None) -> bool:
    """Tell whether a row counts what there is, not what happens; shares are told by their measure alone.

    How long something took on average is of the stretch in which it ended.
    """
    if number.unit is Unit.PERCENT or (measure is None and number.unit in _LENGTHS):
        return False
    if measure is None:
        return says_what_there_was(row) or (number.unit is not None and names_what_there_is(row))
    return is_stock(measure) and not says_what_happened(row)
