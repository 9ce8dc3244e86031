"""The period that a number's own words state, as a number of its kind means it.

"At the end of September" is that day for people waiting, April to September for what was spent, and the whole year for
what is forecast.
"""

from __future__ import annotations

import re
from datetime import date

from crossfoot.extraction.figures.periods import stretches
from crossfoot.extraction.figures.periods.binding import compares
from crossfoot.extraction.figures.periods.conventions import since_april
from crossfoot.extraction.figures.periods.kind_of_year import counted_by_calendar_years, in_its_kind_of_year
from crossfoot.extraction.figures.periods.kinds import counts_what_happened, counts_what_there_was, is_stock
from crossfoot.extraction.figures.periods.known import When
from crossfoot.extraction.figures.periods.leaning import is_said_again
from crossfoot.extraction.figures.periods.question import (
    BALANCE,
    OF_ITS_YEAR,
    SET_BEFOREHAND,
    WHOLE_YEAR,
    Dated,
    Question,
    is_a_month,
    words_before,
    year_of,
)
from crossfoot.model import Figure, Nature, Period, PeriodKind, Unit

_APRIL = 4

_PROFILED = re.compile(r"\b(?:profiled?|phased|to[\s-]date|ytd)\b")
_SPENT = re.compile(
    r"\b(?:spen[dt](?:ing)?|expenditure|income|receipts?|raised|takings|earned|collected|paid|payments?|cost(?:s|ing)?|profiled?"
    r"|phased|billed|invoiced|banked|took|committed|defrayed|drawn\s+down)\b"
)
"""Words of money that flows: what has flowed by a day did so since April."""

_SPENDING_STANDS = re.compile(
    r"\b(?:spend(?:ing)?|expenditure|income|takings|receipts)\s+(?:[a-z]+\s+){0,3}(?:stood|stands|standing)\b"
)
"""What flows, though it is told to stand at so much by a day: "spending stood at £61.2m"."""

_COLLECTED = re.compile(
    r"\bcollect(?:ed|ion)\b|\b(?:tax|rates|rents?)\b(?:[^.;]|\.(?=\d)){0,60}\b(?:(?:come|came|coming|brought|taken)\s+in|received|gathered|recovered"
    r"|banked|paid|due)\b|\b(?:received|gathered|receipts|paid)\b(?:[^.;]|\.(?=\d)){0,60}\b(?:tax|rates)\b"
)
"""What is told as a share of the year's bills that has come in by a day."""

_REACHED = re.compile(r"\b(?:reached|totalled|numbered)[\s\xa0]+(?:about|around|some|only)?[\s\xa0]*$", re.IGNORECASE)
_UP_TO = re.compile(r"\b(?:to|up\s+to(?:\s+and\s+including)?)\s+(?:the\s+)?(?:end\s+of\s+)?(?:the\s+)?$", re.IGNORECASE)


def _counted_since_april(question: Question, period: Period, when: When) -> Period | None:
    """Return the stretch since April that a figure beside is of, moved to the year of a like date of the number's own.

    "74.6% by the end of November (75.3% in November 2012)", "£14.1m, or 43%, at 30 November".
    """
    beside = question.sight.before or _figure_it_goes_on_about(question)
    held = beside.period if beside is not None else None
    if (
        held is None
        or held.kind is PeriodKind.AS_AT
        or held.start.month != _APRIL
        or (period.end - period.start).days > 31
    ):
        return None
    alike = beside is not None and (beside.unit is question.sight.number.unit or is_said_again(question.sight))
    like_date = (held.end.month, held.end.day) == (
        period.end.month,
        period.end.day,
    ) and held.end.year >= period.end.year
    in_the_month = when.rule == "month" and held.end == period.end  # "81% in the year to date, 84% in December"
    if counts_what_there_was(question.sight) or BALANCE.search(_words(question)) is not None:
        return None
    up_to = _is_up_to(question, when)
    counted = question.sight.number.unit in _COUNTED and not question.sight.number.money
    counted = counted and not when.compares and not counts_what_happened(question.sight)
    if not up_to and (is_stock(question.measure) or counted):
        return None
    if not alike or not like_date or in_the_month or (held.end - held.start).days < _LONGER_THAN_A_MONTH:
        return None
    for _ in range(held.end.year - period.end.year):
        held = stretches.year_before(held)
    return held


_COUNTED = frozenset({Unit.COUNT, None})
_LONGER_THAN_A_MONTH = 40


def _figure_it_goes_on_about(question: Question) -> Figure | None:
    """Return the last figure of the sentence before where this one only compares it: "That compares with 24 at"."""
    sight = question.sight
    previous = sight.around.previous
    if sight.index or not previous or not previous[-1].told:
        return None
    compared = _COMPARES_IT.search(sight.sentence.text, sight.sentence.start, sight.start) is not None
    return previous[-1].told[-1] if compared else None


_COMPARES_IT = re.compile(
    r"\b(?:that|this|it|which)\s+(?:compar\w+\s+(?:with|to)|was|had\s+been)\b"
    r"|\A\W{0,3}compared\s+(?:with|to)\b",
    re.IGNORECASE,
)
"""How a sentence goes on about the figure before it."""


def _is_up_to(question: Question, when: When) -> bool:
    """Tell whether "to" or "up to" leads up to an expression, or it says how far the year had gone."""
    s = question.sight.sentence
    if when.rule == "halfway":
        return True
    return _UP_TO.search(s.text, max(s.start, when.span.start - 24), when.span.start) is not None


def _had_been_done_by(question: Question, when: When) -> bool:
    """Tell whether a day is one by which that had been done which was begun before: "by 31 October it had"."""
    s = question.sight.sentence
    if question.place.known.began is None or "by" not in s.words or "had" not in s.words:
        return False
    return _BY.search(s.text, max(s.start, when.span.start - 24), when.span.start) is not None


_BY = re.compile(r"\bby\s+(?:the\s+)?(?:end\s+of\s+)?(?:the\s+)?$", re.IGNORECASE)


def _may_add_up(question: Question, when: When) -> bool:
    """Tell whether a day is one up to which something may have added up: "to that date", but no "at the year end"."""
    if when.rule == "now":
        return _is_up_to(question, when)
    return when.rule != "year end" or _OF_A_PART.search(when.span.cut(question.sight.sentence.text)) is not None


def _is_a_price(question: Question) -> bool:
    """Tell whether an amount is what each of something costs, which does not add up: "they were costing £3,150"."""
    sight = question.sight
    behind = sight.sentence.text[sight.end : min(sight.right, sight.end + 24)]
    return _PRICED.search(words_before(sight)) is not None or _EACH.match(behind) is not None


_PRICED = re.compile(r"\b(?:average|mean|price|(?:was|were|is|are)\s+costing)\b[^.;]{0,30}$", re.IGNORECASE)
_EACH = re.compile(
    r"[\s\xa0]+(?:each|apiece|an?[\s\xa0]+(?:week|night|day|place|head|hour)|per[\s\xa0]+[a-z]+)\b", re.IGNORECASE
)


def _adds_up_to(question: Question, when: When, period: Period) -> bool:
    """Tell whether a number has added up since April: "spending at 31 August", "1,204 received to the end of June"."""
    sight = question.sight
    if period.kind is not PeriodKind.AS_AT or question.nature not in _ADDING or not _may_add_up(question, when):
        return False
    beside = sight.before
    aside = beside is not None and beside.period is not None and beside.period.kind is PeriodKind.AS_AT
    if aside and sight.sentence.text[when.span.start - 1 : when.span.start] == "(":
        return False  # "£74.2m (31 March 2021: £61.5m)" is held as what it stands beside
    words = sight.sentence.lowered
    # What has been spent by a day is told out of the budget of the whole year, unless that is profiled.
    of_year = question.nature is Nature.BUDGET or (question.nature is not Nature.ACTUAL and looks_ahead(question))
    if (of_year and not _PROFILED.search(words)) or BALANCE.search(words):
        return False
    lasted = sight.number.unit in _TIMES and _is_up_to(question, when)
    if lasted or sight.number.money:
        spent = lasted or (_SPENT.search(words) is not None and not _is_a_price(question))
        return spent and (_SPENDING_STANDS.search(words) is not None or not counts_what_there_was(sight))
    if sight.number.unit is Unit.PERCENT:
        return _COLLECTED.search(words) is not None
    up_to = _is_up_to(question, when) or _had_been_done_by(question, when)
    reached = when.span.start >= sight.end and _REACHED.search(sight.sentence.text, sight.left, sight.start) is not None
    return (up_to or reached) and counts_what_happened(sight)


_OF_A_PART = re.compile(r"\b(?:quarter|month|period)\b", re.IGNORECASE)
_TIMES = frozenset({Unit.DAYS, Unit.WEEKS, Unit.MONTHS})
_ADDING = frozenset({Nature.ACTUAL, Nature.BUDGET, Nature.VARIANCE})

_KIND_OPEN = frozenset({"split", "minisplit", "year", "lastyear", "thisyear", "now", "same", "ago", "nextyear"})
"""Forms that name a year and leave open whether it begins in April or in September."""


def stated(question: Question, when: When, period: Period) -> Dated:
    """Return the period that the number's own words state; an outturn at the year's end is that of the year."""
    period = _as_counted(question, when, period)
    period = _of_its_kind_of_year(question, when, period)
    period = _at_its_end(question, when, _beside_a_day(question, when, period))
    period = _of_the_kind_of_its_counterpart(question, when, period)
    if when.rule in _PARTS_OF_A_YEAR and _is_labelled_at_the_end(question, when):
        period = stretches.as_at(period.end)
    if question.sight.number.money and when.rule in {"month", "monthyear"} and _is_balance_by(question, when):
        return Dated(stretches.as_at(period.end), when.rule, when.span)
    period = _as_planned(question, when, period)
    period = _no_longer_than_reported(question, period) if when.rule == "now" else period
    return Dated(_of_the_whole_year(question, when, period), when.rule, when.span)


def _of_the_kind_of_its_counterpart(question: Question, when: When, period: Period) -> Period:
    """Return a time counted back as a day or a stretch, as what it is set beside is: "A year earlier it was 7%"."""
    beside = _counterpart(question) if when.rule == "ago" else None
    held = beside.period if beside is not None else None
    if held is None or (held.kind is PeriodKind.AS_AT) is (period.kind is PeriodKind.AS_AT):
        return period
    years = held.end.year - period.end.year
    back = stretches.shifted_back(held, 12 * years)
    return back if years > 0 and back.end == period.end else period


def _counterpart(question: Question) -> Figure | None:
    """Return the figure of the same unit right before a number, in its sentence or the one before."""
    sight = question.sight
    told = sight.told or (sight.around.previous[-1].told if sight.around.previous else ())
    alike = told[-1] if told and told[-1].unit is sight.number.unit else None
    return alike if alike is not None and alike.nature in {Nature.ACTUAL, Nature.BENCHMARK} else None


def _no_longer_than_reported(question: Question, period: Period) -> Period:
    """Return the part of a year that had gone by of what was counted in it: "the total for the year is now 101"."""
    known, sight = question.place.known, question.sight
    reporting, meeting = known.reporting, known.meeting
    if question.nature is not Nature.ACTUAL or sight.number.money or reporting is None or meeting is None:
        return period
    within = period.start <= reporting.end < period.end and reporting.end <= meeting < period.end
    part = within and stretches.is_year(period) and not stretches.is_year(reporting)
    return Period(period.start, reporting.end, PeriodKind.DURING) if part else period


def _as_counted(question: Question, when: When, period: Period) -> Period:
    """Return the stretch since April of what adds up, and the year of what is planned: "month 6", "to 30 June"."""
    money = question.sight.number.money
    flows = money and not counts_what_there_was(question.sight)
    ahead = question.nature in OF_ITS_YEAR or (money and looks_ahead(question))
    if when.rule == "ledger" and ahead and not _PROFILED.search(_words(question)):
        return year_of(period) if money or question.nature is Nature.FORECAST else period
    if question.nature is Nature.VARIANCE and _IS_FORESEEN.match(question.sight.sentence.text, question.sight.end):
        return year_of(period)
    before = _counted_since_april(question, period, when) if when.rule != "today" else None
    if before is not None and question.nature in _ADDING:
        return before
    spent = when.rule == "ledger" and flows and question.nature in {Nature.ACTUAL, Nature.BUDGET}
    return _since_it_began(question, period) if spent or _adds_up_to(question, when, period) else period


_IS_FORESEEN = re.compile(
    r"(?:[\s\xa0]+[a-z-]+){0,3}[\s\xa0]+(?:is|was|has\s+been|had\s+been)[\s\xa0]+(?:now[\s\xa0]+)?"
    r"(?:forecast|projected|predicted|expected|anticipated|foreseen)\b",
    re.IGNORECASE,
)
"""What stands behind an amount that is foreseen for the year: "and an overspend of £2.4m is forecast"."""


def _since_it_began(question: Question, period: Period) -> Period:
    """Return the stretch since April, or since what the block tells of was begun in that year, up to a day."""
    year, began = since_april(period), question.place.known.began
    later = began is not None and year.start < began <= period.end
    return Period(began, period.end, PeriodKind.DURING) if later and began is not None else year


def _of_its_kind_of_year(question: Question, when: When, period: Period) -> Period:
    """Return the school year for schools, and calendar years together for deaths and births."""
    if when.rule == "split" and not stretches.is_year(period) and counted_by_calendar_years(_words(question)):
        return Period(date(period.start.year, 1, 1), date(period.end.year, 12, 31), period.kind)
    return in_its_kind_of_year(period, question.sight, question.place.known) if when.rule in _KIND_OPEN else period


def _beside_a_day(question: Question, when: When, period: Period) -> Period:
    """Return the same day, or the same part, of an earlier year that a figure is compared with: "298 (149 in 2003)"."""
    beside, unit = question.sight.before, question.sight.number.unit
    if when.rule != "year" or beside is None or beside.unit is not unit or beside.period is None:
        return period
    day, year = beside.period.end, period.end.year
    if day.year <= year:
        return period
    if beside.period.kind is PeriodKind.DURING:
        part = (beside.period.end - beside.period.start).days < _PART_OF_A_YEAR
        text, low = question.sight.sentence.text, beside.span.end
        between = text[low : max(question.sight.start, when.span.start)]
        if _NEXT_IN_BRACKETS.fullmatch(between):
            return stretches.shifted_back(beside.period, 12 * (day.year - year)) if part else period
        part = (
            part
            and question.nature is not Nature.BENCHMARK
            and ("(" in between or compares(text, low, low + len(between)) or _HAD_BEEN.search(between) is not None)
        )
        return stretches.shifted_back(beside.period, 12 * (day.year - year)) if part else period
    return stretches.as_at(date(year, day.month, min(day.day, stretches.month_end(year, day.month).day)))


def _at_its_end(question: Question, when: When, period: Period) -> Period:
    """Return the last day of the stretch that a stock is compared with: "(the year before: 29)", "(Q1: 121)"."""
    beside, reporting = question.sight.before, question.place.known.reporting
    monthly = reporting is not None and question.place.known.meeting is not None and is_a_month(reporting)
    monthly = monthly and is_a_month(period)
    if monthly and is_stock(question.measure) and not counts_what_happened(question.sight):
        return stretches.as_at(period.end)  # whoever reports on months tells what there is at the end of each
    if (period.end - period.start).days <= _A_MONTH or not (is_stock(question.measure) or question.measure is None):
        return period
    on_a_day = beside is not None and beside.period is not None and beside.period.kind is PeriodKind.AS_AT
    alike = beside is not None and on_a_day and beside.unit is question.sight.number.unit
    counted = question.sight.number.unit is not Unit.PERCENT and question.nature not in OF_ITS_YEAR
    counted = counted and not counts_what_happened(question.sight)
    if question.measure is None:
        opened = question.sight.sentence.text[when.span.start - 1 : when.span.start] == "("
        return stretches.as_at(period.end) if alike and counted and opened and when.rule == "quarter" else period
    held = (when.compares and counted) or (alike and (when.compares or when.rule in _STRETCHES))
    return stretches.as_at(period.end) if held else period


def _is_labelled_at_the_end(question: Question, when: When) -> bool:
    """Tell whether a row names the ends of the quarters behind it: "In Stage 1 at quarter end: Q1 8; Q2 6"."""
    s = question.sight.sentence
    label = next((w for w in question.sight.reading.whens if w.rule == "year end"), None)
    if label is None or label.span.end > when.span.start:
        return False
    return s.text[label.span.end : label.span.end + 1] == ":"


_PARTS_OF_A_YEAR = frozenset({"quarter", "month", "monthyear", "split"})

_NEXT_IN_BRACKETS = re.compile(r"[;,][\s\xa0]+(?:19|20)\d\d:?[\s\xa0£]*|[;,][\s\xa0]+")
"""What stands between two numbers of earlier years in brackets: "(2023: 4,622; 2022: 4,190)"."""

_HAD_BEEN = re.compile(r"\b(?:it|there|they)\s+(?:had\s+been|was|were)\b", re.IGNORECASE)
_PART_OF_A_YEAR = 300
_A_MONTH = 31
_STRETCHES = frozenset({"quarter", "split", "half"})


def _of_the_whole_year(question: Question, when: When, period: Period) -> Period:
    """Return the financial year of what is set or foreseen for it, whatever part of it or day its words name."""
    money, words, nature = question.sight.number.money, _words(question), question.nature
    around = question.sight.around
    back = around.points_back or _GOES_ON.search(words) is not None
    spoken = f"{around.previous[-1].sentence.lowered} {words}" if back and around.previous else words
    day, balance = period.kind is PeriodKind.AS_AT, BALANCE.search(spoken) is not None
    before = words_before(question.sight)
    of_year = not day and nature in SET_BEFOREHAND and WHOLE_YEAR.search(before) is not None
    of_year = of_year or (day and nature in SET_BEFOREHAND and _THE_YEARS.search(before) is not None)
    share = question.sight.number.unit is Unit.PERCENT and not is_stock(question.measure)
    if when.rule == "year end" and nature in SET_BEFOREHAND and share:
        of_year = not counts_what_there_was(question.sight)
    if when.rule == "year end" and money and nature in _PLANNED and not (balance or "deficit" in words):
        of_year = (
            of_year
            or _BY_THEN.search(question.sight.sentence.text, max(0, when.span.start - 4), when.span.end) is not None
        )
    if when.rule == "year end" and nature in _TO_COME and question.sight.number.unit is Unit.COUNT:
        adds_up = nature is Nature.TARGET or _TO_TOTAL.search(words_before(question.sight)) is not None
        of_year = of_year or (adds_up and counts_what_happened(question.sight))
    held = balance or "deficit" in words or "surplus" in words
    meeting = question.place.known.meeting
    planned = nature in _PLANNED or (meeting is not None and meeting < period.end)
    if money and planned and not held and _is_year_end(period) and when.rule in _MONTHS:
        of_year = (
            of_year
            or _BY.search(question.sight.sentence.text, max(0, when.span.start - 24), when.span.start) is not None
        )
    if money and nature in {Nature.BUDGET, Nature.TARGET} and not balance and not _PROFILED.search(words):
        of_year = of_year or (when.rule == "todate" and not question.is_profiled(period))
        of_year = of_year or day or (looks_ahead(question) and _is_said_then(question, when))
    foreseen = nature is Nature.ACTUAL and _LOOKED_LIKE.search(words_before(question.sight)) is not None
    if money and (nature in {Nature.FORECAST, Nature.VARIANCE} or foreseen) and not balance:
        month = when.rule in {"month", "monthyear"} or (when.rule == "quarter" and looks_ahead(question))
        gone_by = meeting is not None and period.end <= meeting and (month or _is_said_then(question, when))
        of_year = of_year or ((day or gone_by) and (_is_year_end(period) or looks_ahead(question)))
    if (
        money
        and when.rule == "quarter"
        and _AT.search(question.sight.sentence.text, max(0, when.span.start - 12), when.span.start)
    ):
        of_year = of_year or _goes_on_about_the_year(question)
    return year_of(period) if of_year else period


_MONTHS = frozenset({"month", "monthyear", "monthago"})
_LOOKED_LIKE = re.compile(
    r"\b(?:look(?:s|ed|ing)?\s+like|likely\s+to|expected\s+to|set\s+to|heading\s+for)\b[^.;\d]{0,40}$", re.IGNORECASE
)
_PLANNED = frozenset({Nature.BUDGET, Nature.FORECAST, Nature.VARIANCE, Nature.PROPOSED})
_THE_YEARS = re.compile(r"\bthe\s+year['’]s\s+[a-z]+\s+(?:is|was|of)\b", re.IGNORECASE)
_BY_THEN = re.compile(r"\bby\b", re.IGNORECASE)
_TO_TOTAL = re.compile(
    r"\bto\s+(?:total|number|amount\s+to|add\s+up\s+to)\s+(?:about\s+|around\s+|some\s+)?$", re.IGNORECASE
)
"""What stands before a number that is foreseen to have added up by the end of the year: "are expected to total 85"."""

_TO_COME = frozenset({Nature.FORECAST, Nature.TARGET})
_GOES_ON = re.compile(r"\b(?:they|these|it|this|which)\s+(?:would|will|are|is|were|was|should|could)\b")
"""Words by which a sentence goes on about what the one before it named."""

_AT = re.compile(r"\bat\s+(?:the\s+end\s+of\s+)?$", re.IGNORECASE)
_SAID_AT = re.compile(r"(?:at|after|by)\b", re.IGNORECASE)


def _is_said_then(question: Question, when: When) -> bool:
    """Tell whether a part of a year is only when something was foreseen: "at the half year", "after six months"."""
    text, start = question.sight.sentence.text, when.span.start
    if (when.period is None) or when.period.kind is PeriodKind.AS_AT or stretches.is_year(when.period):
        return False
    return _SAID_AT.match(text, start) is not None or _AT.search(text, max(0, start - 12), start) is not None


def _goes_on_about_the_year(question: Question) -> bool:
    """Tell whether an amount "at quarter 1" is another forecast of the year that the sentence before foresees."""
    if question.nature in {Nature.FORECAST, Nature.VARIANCE}:
        return True
    previous, beside = question.sight.around.previous, question.sight.before
    told = (*(previous[-1].told if previous else ()), *((beside,) if beside is not None else ()))
    return any(f.unit is Unit.GBP and f.nature in {Nature.FORECAST, Nature.VARIANCE} for f in told)


def _is_balance_by(question: Question, when: When) -> bool:
    """Tell whether a balance or a debt is to have come to an amount by a month: on its last day."""
    text, start = question.sight.sentence.text, when.span.start
    held = is_stock(question.measure) or question.sight.sentence.says(BALANCE)
    return held and _BY.search(text, max(0, start - 24), start) is not None


def _words(question: Question) -> str:
    """Return the words of the number's sentence in lower case."""
    return question.sight.sentence.lowered


_BY = re.compile(r"\bby\s+(?:the\s+end\s+of\s+)?$", re.IGNORECASE)
_FROM_THEN = re.compile(r"\bfrom\s+(?:the\s+)?$", re.IGNORECASE)
_YEARLESS = frozenset({"month", "monthspan", "shortdate", "shortspan", "end of month", "end of monthspan"})


def _as_planned(question: Question, when: When, period: Period) -> Period:
    """Return the period as a plan means it: the next October, and the year that begins "from 1 April"."""
    text, start = question.sight.sentence.text, when.span.start
    before = text[max(0, start - 24) : start]
    ahead = question.nature in _AHEAD_OF_NOW or (question.nature is Nature.TARGET and _BY.search(before) is not None)
    ahead = ahead or _is_hoped_for_by(question, when)
    if (
        when.rule in _YEARLESS
        and ahead
        and not _COMPARED_BACK.search(text, max(0, question.sight.start - 90), question.sight.start)
    ):
        period = _next_of_its_kind(period, question.place.known.meeting)
    share = question.sight.number.unit is Unit.PERCENT and question.nature is Nature.PROPOSED
    foreseen = question.nature in _AHEAD_OF_NOW | {Nature.BUDGET}
    meeting = question.place.known.meeting
    if when.rule in {"now", "year end"} and question.nature not in _SET_FOR_IT and meeting is not None:
        period = _of_the_year_under_way(question, period, meeting)
    if when.rule == "thisyear" and foreseen and meeting is not None and period.end < meeting:
        return stretches.financial_year(stretches.financial_start(meeting))
    planned = share or (foreseen and question.sight.number.money)
    if planned and period.start.month == _APRIL and _FROM_THEN.search(before) and (period.end - period.start).days < 31:
        return stretches.financial_year(period.start.year)
    return period


def _is_hoped_for_by(question: Question, when: When) -> bool:
    """Tell whether a number is to come about by or from a month behind it: "hoped to get this to 80 by September"."""
    sight, start = question.sight, when.span.start
    if start < sight.end or _UNTIL_THEN.search(sight.sentence.text, sight.end, start) is None:
        return False
    return _IS_TO_BE.search(sight.sentence.text, sight.left, sight.start) is not None


_UNTIL_THEN = re.compile(
    r"\b(?:by|from|before|until)\s+(?:the\s+)?(?:(?:end|start|beginning)\s+of\s+)?$", re.IGNORECASE
)
_IS_TO_BE = re.compile(
    r"\b(?:(?:hop|aim|intend|promis|pledg|commit|undertak)(?:e[sd]?|s|ed|ing|en|ted)?|undertook|sought|goes|(?<!had\s)(?:is|are|was|were)\s+to|to\s+be"
    r"|(?:will|would|shall|should)(?!\s+have)|plans?\s+to|ambition|target(?:s|ed)?|ask(?:s|ed)?\s+for)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
"""Words before a number that make it one that is wanted, not one that was."""

_COMPARED_BACK = re.compile(
    r"\b(?:compar\w+\s+(?:with|to)|(?:down|up)\s+from|(?:had\s+been|was|were)\s+(?:forecast|projected|estimated|expected)\s+(?:at|as))"
    r"\b[^.;]{0,60}$",
    re.IGNORECASE,
)
"""Words that make a forecast the one made before: "this compared with a projection of £1.3m in November"."""

_SET_FOR_IT = frozenset({Nature.BUDGET, Nature.PROPOSED, Nature.TARGET})


def _of_the_year_under_way(question: Question, period: Period, meeting: date) -> Period:
    """Return the year that a record which plans one to come was written in, for "by the year end", "for the year".

    What is set is of the year to come, what was and what is foreseen of the one under way.
    """
    reporting = question.place.known.reporting
    if reporting is None or reporting.start <= meeting or period.end <= meeting:
        return period
    year = stretches.financial_year(stretches.financial_start(meeting))
    return stretches.as_at(year.end) if period.kind is PeriodKind.AS_AT else year


_LONG_GONE = 90
"""How many days before the meeting a month lies that a plan cannot mean."""

_AHEAD_OF_NOW = frozenset({Nature.FORECAST, Nature.PROPOSED})


def _next_of_its_kind(period: Period, meeting: date | None) -> Period:
    """Return the stretch a year later where it had gone by at the meeting: "would rise in October" is next October."""
    if meeting is None or (meeting - period.end).days < _LONG_GONE:
        return period
    return Period(
        stretches.year_after(period.start),
        stretches.month_end(period.end.year + 1, period.end.month)
        if period.kind is PeriodKind.DURING
        else stretches.year_after(period.end),
        period.kind,
    )


_AHEAD = re.compile(
    r"\b(?:forecast(?:ing|s)?|foresaw|foresees?|foreseen|project(?:ed|ing|ions?)|predict(?:ed|ing|ions?)|expected|anticipat(?:ed|ing)|implied|implies|likely"
    r"|look(?:s|ed|ing)?\s+like|year[\s-]end|outturn"
    r"|full[\s-]year|by\s+year)\b"
)


def _is_year_end(period: Period) -> bool:
    """Tell whether a day is the last of a financial year."""
    return (period.end.month, period.end.day) == (3, 31)


def looks_ahead(question: Question) -> bool:
    """Tell whether a sentence speaks of how the year will end, so that its date is only when that was foreseen."""
    return question.nature is Nature.FORECAST or question.sight.sentence.says(_AHEAD)
