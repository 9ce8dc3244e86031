"""What a record's title says of the time that it reports on: "Quarter 1 2019/20", "Outturn", "Fees from April"."""

from __future__ import annotations

import re
from datetime import date

from crossfoot.extraction.figures.folding import WORD
from crossfoot.extraction.figures.periods import stretches
from crossfoot.extraction.figures.periods.finding import find_whens
from crossfoot.extraction.figures.periods.known import MID_YEAR, Calendar, When, may_be_about
from crossfoot.extraction.figures.periods.printed import count_of
from crossfoot.extraction.figures.periods.schools import names_schools
from crossfoot.model import Period, PeriodKind, Span
from crossfoot.model.english import numbers_named

CUE = re.compile(
    rf"{WORD}(?:data|information|position|performance|monitoring|period|update[ds]?|activity|outturn|cover(?:s|ed|ing)?|"
    r"report(?:s|ed|ing)?|quarter|statistics|figures|results|return|budget|forecast|accounts|year|estimates|council\s+tax|"
    r"precept|charges|rents?|admissions?)\b",
    re.IGNORECASE,
)
"""Words of reporting: beside a time they make it what is reported on."""

DATED = re.compile(r"(?:19|20)\d\d|/\d\d\b")
"""What names its year."""

LONGEST_HEADING = 160
"""How many characters a line has at most that heads something."""

YEAR_JUST_OVER = 200
"""How many days after its end a year is likely the one that is reported on."""

RESULTS = 8
"""The month in which schools have the results of the year; before it a year in a title is one to come."""

_OF_A_STRATEGY = re.compile(
    r"\b(?:(?:council|corporate|business|delivery|improvement)\s+plan|strateg(?:y|ies|ic)|framework|policy|place\s+planning|sufficiency)\b",
    re.IGNORECASE,
)
"""Titles whose span of years is how long something holds, not what is reported on."""

_LONGER_THAN_A_YEAR = 400
_ALSO = re.compile(r"\band\b", re.IGNORECASE)
_PAST_MEETING = re.compile(r"\bmeeting\b[^.;]*$", re.IGNORECASE)


def set_from_april(title: str, meeting: date | None) -> Period | None:
    """Return the year that begins with what a title sets: "Fees for care homes from April 2018"; None for none."""
    said = _FROM_APRIL.search(title)
    if said is None or meeting is None:
        return None
    coming = meeting.year + (meeting.month > _MIDDLE)
    year = int(said["year"]) if said["year"] else coming
    return stretches.financial_year(year) if 0 <= coming - year <= 1 else None


_MIDDLE = 6
"""The month up to which "from April" is of the year that has begun."""

_FROM_APRIL = re.compile(
    r"\b(?:fees?|charg(?:es?|ing)|rents?|tariffs?|prices|rates|allowances|pay|budgets?|precepts?|council\s+tax)\b[^.;:]{0,60}?"
    r"\bfrom\s+(?:the\s+)?(?:1(?:st)?\s+)?april\b(?:\s+(?P<year>(?:19|20)\d\d))?",
    re.IGNORECASE,
)


def period_of_title(title: str, known: Calendar, forms: frozenset[str] | None = None) -> Period | None:
    """Return the period that a title names in one of some ``forms``: "Quarter 1 2019/20"; None for none."""
    whens = [
        w
        for w in find_whens(title, 0, len(title), known)
        if w.period is not None
        and not w.weak
        and not w.compares
        and may_be_about(w, known.meeting)
        and (forms is None or w.rule in forms)
    ]
    if known.meeting is not None:
        this_year = [w for w in whens if w.rule == "year" and w.period and w.period.start.year == known.meeting.year]
        results = _of_school_results(title, whens, known.meeting)
        if results is not None:
            return results
        whens = [w for w in whens if w not in this_year]
    if _OF_A_STRATEGY.search(title) is not None:
        whens = [w for w in whens if w.period is None or not _is_of_years(w.period)]
    whens = [w for w in whens if w.period is None or not w.period.start == w.period.end == known.meeting]
    whens = [w for w in whens if w.rule not in {"thisyear", "lastyear"}]  # which year that is, its other words tell
    whens = [w for w in whens if w.rule != "term" or CUE.search(title) is not None]
    whens = [w for w in whens if not _PAST_MEETING.search(title, max(0, w.span.start - 40), w.span.start)]
    whens = [w for w in whens if not _BEHIND_A_YEAR.search(title, 0, w.span.start) or DATED.search(w.span.cut(title))]
    if not whens:
        if forms is not None and len(title) >= _LONGEST_TITLE:
            return None
        read = (_months_gone, _half_just_over, _year_just_over)
        return next((period for each in read if (period := each(title, known.meeting)) is not None), None)
    best = min(whens, key=lambda w: (w.rule == "year", (w.period.end - w.period.start).days if w.period else 0))
    period = stretch_of(whens, whens.index(best))
    whole = _year_looked_back_on(title, whens, best, known.meeting)
    if whole is not None:
        return whole
    return _up_to_its_day(title, best, period)


def _up_to_its_day(title: str, best: When, period: Period) -> Period:
    """Return what a title reports on that names ``best``: what was counted since April "to 30 June", or the day."""
    half = MID_YEAR.search(title) if best.rule == "split" else None
    if half is not None and not _ALSO.search(title, best.span.end, max(best.span.end, half.start())):
        return stretches.half(stretches.financial_start(period.start), 1)
    day = best.rule == "end of month" or period.kind is PeriodKind.AS_AT
    up_to_a_day = day and _UP_TO.search(title, 0, best.span.start) is not None
    if up_to_a_day and _OF_PROGRESS.search(title, 0, best.span.start) is not None:
        return Period(period.end, period.end, PeriodKind.AS_AT)
    if up_to_a_day and stretches.ends_a_month(period.end) and _QUARTERLY.search(title) and not _OF_MONEY.search(title):
        return stretches.quarter_ending(period.end)
    if best.rule == "ledger" or (up_to_a_day and stretches.ends_a_month(period.end)):
        return Period(date(stretches.financial_start(period.end), 4, 1), period.end, PeriodKind.DURING)
    return period


def _months_gone(title: str, meeting: date | None) -> Period | None:
    """Return the months since April that were over at the meeting of "Position after seven months", else None."""
    said = _AFTER_MONTHS.search(title)
    if said is None or meeting is None:
        return None
    count, start = count_of(said["after"] or said["number"] or said["of"]), stretches.financial_start(meeting)
    years = (stretches.part_of(stretches.financial_year(year), count, last=False) for year in (start, start - 1))
    return next((gone for gone in years if 0 <= (meeting - gone.end).days < YEAR_JUST_OVER), None)


_N = rf"(?:{numbers_named(2, 12)}|1[0-2]|[2-9])"
_AFTER_MONTHS = re.compile(
    rf"\bafter\s+(?:the\s+first\s+)?(?P<after>{_N})\s+months\b"
    rf"|\b(?:month|period)\s+(?:number\s+)?(?P<number>one|{_N})\b(?!\s+[a-z]+s\b)"
    rf"|\b(?P<of>{_N})[\s-]months?['’]?\s+(?:\w+\s+)?(?:monitoring|position|performance|report|figures|results|review|statement)\b",
    re.IGNORECASE,
)
"""How a title says how much of the year had gone: "Position after seven months", "Period Five"."""


def _half_just_over(title: str, meeting: date | None) -> Period | None:
    """Return the half that was over at the meeting of "Half-year progress report", which names no year; else None."""
    if meeting is None or MID_YEAR.search(title) is None:
        return None
    start = stretches.financial_start(meeting)
    halves = (stretches.half(start, 1), stretches.half(start - 1, 2))
    return next((half for half in halves if 0 <= (meeting - half.end).days < YEAR_JUST_OVER), None)


def _year_just_over(title: str, meeting: date | None) -> Period | None:
    """Return the year that was over at the meeting of "Provisional outturn", which names none; else None."""
    if meeting is None or _OF_THE_YEARS_END.search(title) is None or _FORESEEN.search(title) is not None:
        return None
    year = stretches.financial_year(stretches.financial_start(meeting) - 1)
    return year if (meeting - year.end).days < YEAR_JUST_OVER else None


def year_of_an_annual_report(title: str, meeting: date | None) -> Period | None:
    """Return the year that was over at the meeting of an "Annual report" whose text names no time at all; else None."""
    if meeting is None or _ANNUAL_REPORT.search(title) is None:
        return None
    year = stretches.financial_year(stretches.financial_start(meeting) - 1)
    return year if (meeting - year.end).days < YEAR_JUST_OVER else None


_ANNUAL_REPORT = re.compile(
    r"\b(?:annual|yearly)\s+(?:\w+\s+)?(?:reports?|reviews?|returns?|statistics|summary|statement|figures|digest)\b"
    r"|\bthe\s+year\s+in\s+(?:figures|numbers|review)\b|\breview\s+of\s+the\s+(?:past\s+)?year\b",
    re.IGNORECASE,
)

_OF_THE_YEARS_END = re.compile(r"\b(?:outturn|year[\s-]end|end[\s-]of[\s-](?:the[\s-])?year)\b", re.IGNORECASE)
_FORESEEN = re.compile(r"\b(?:forecast|projected|estimated|probable|monitoring)\b", re.IGNORECASE)

_LONGEST_TITLE = 90
"""How long a line over a record is at most that is its title, and no sentence."""

_UP_TO = re.compile(r"\bto\s+(?:the\s+)?(?:end\s+(?:of\s+)?(?:the\s+)?)?\Z", re.IGNORECASE)
"""What stands before the day up to which a title counts since April: "Monitoring report to 30 September 2003"."""


_OF_PROGRESS = re.compile(
    r"\b(?:progress|action\s+plan|improvement\s+plan|status|position|risk\s+register)\b", re.IGNORECASE
)
"""Words of a title that tell how far something had come by a day, and count nothing since April."""

_QUARTERLY = re.compile(r"\bquarterly\b", re.IGNORECASE)
_OF_MONEY = re.compile(r"\b(?:budget\w*|revenue|capital|financ\w+|spend\w*|expenditure|treasury)\b", re.IGNORECASE)
"""Titles of reports that count since April, however often they are made."""

_BEHIND_A_YEAR = re.compile(r"\d\d\s+(?:and|&|with|plus)\s+(?:the\s+|an?\s+)?\Z", re.IGNORECASE)
"""What stands before a quarter that is not of the year named: "Performance 2022/23 and first quarter update"."""


def _year_looked_back_on(title: str, whens: list[When], part: When, meeting: date | None) -> Period | None:
    """Return the year that is over of "performance in 2009/10 and the first half of 2010/11", or None."""
    for when in whens:
        year = when.period
        if year is None or not stretches.is_year(year) or when.rule == "year" or when.span.end >= part.span.start:
            continue
        if meeting is not None and year.end < meeting and _ALSO.search(title, when.span.end, part.span.start):
            return year
    return None


def _of_school_results(title: str, whens: list[When], meeting: date) -> Period | None:
    """Return the school year of "Examination results 2018", as schools have them from August on, or None."""
    if not names_schools([title.lower()]):
        return None
    latest = meeting.year - (meeting.month < RESULTS)
    named = any(w.rule == "year" and w.period is not None and w.period.start.year == latest for w in whens)
    named = named or any(int(year[0]) == latest for year in _A_YEAR.finditer(title))
    return stretches.school_year(latest - 1) if named else None


_A_YEAR = re.compile(r"(?<![\d/–-])(?:19|20)\d\d(?![\d/–-])")
"""A year of a title, whatever stands before it: "SCHOOL PERFORMANCE 2009"."""


def _is_of_years(period: Period) -> bool:
    """Tell whether a period is clearly longer than a year."""
    return (period.end - period.start).days >= _LONGER_THAN_A_YEAR


def is_term_of_a_strategy(text: str, heading: Span, period: Period) -> bool:
    """Tell whether a period of years is how long a strategy holds that a title or heading names."""
    if not _is_of_years(period) or heading.end - heading.start >= LONGEST_HEADING:
        return False
    return _OF_A_STRATEGY.search(text, heading.start, heading.end) is not None


def stretch_of(whens: list[When], position: int) -> Period:
    """Return the expression's stretch; "the end of quarter 1" is the quarter, "year end 2017/18" the year."""
    when = whens[position]
    period = when.period
    if period is None:
        raise ValueError("only an expression that names its days has a stretch")
    if when.rule == "end of quarter":
        start = stretches.financial_start(period.end)
        return next((q for n in (1, 2, 3, 4) if (q := stretches.quarter(start, n)).end == period.end), period)
    if when.rule in {"end of split", "year end"}:
        return stretches.financial_year(stretches.financial_start(period.end))
    return period
