"""The period that a record reports on, from its title, its first sentences about data, and what it names most."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from crossfoot.extraction.figures.folding import WORD
from crossfoot.extraction.figures.layout import Shape, TextBlock
from crossfoot.extraction.figures.periods import stretches
from crossfoot.extraction.figures.periods.comparisons import MOVED, SET_BESIDE
from crossfoot.extraction.figures.periods.covering import counted_at, said_to_cover, stated_at_the_head
from crossfoot.extraction.figures.periods.finding import resolved
from crossfoot.extraction.figures.periods.known import Calendar, When, may_be_about
from crossfoot.extraction.figures.periods.schools import names_results, names_schools
from crossfoot.extraction.figures.periods.titled import (
    CUE,
    DATED,
    LONGEST_HEADING,
    RESULTS,
    YEAR_JUST_OVER,
    is_term_of_a_strategy,
    period_of_title,
    set_from_april,
    stretch_of,
    year_of_an_annual_report,
)
from crossfoot.model import Period, PeriodKind, Record, Span

_PAST = re.compile(
    rf"{WORD}(?:(?:approved|agreed)(?=\s+(?:by|on|in|at|that)\b)|considered|inspection|inspected|meeting|minutes?|resolved|previous|last\s+met|decided|acts?|"
    r"regulations?|published|adopted|since|until|strategy|plan|launched|opened|letter|introduced|came\s+into|transferred|"
    r"set\s+up|established|abolished)\b",
    re.IGNORECASE,
)
_STATES_POSITION = re.compile(r"\bas\s+(?:at|of)\s*$|\bend\s+of|\bat\s*$|\bto\s*$")
_EARLY = 12
"""How many blocks a record has at most before it says what stretch of time it reports on."""

_FAR = 60
"""How many blocks from the beginning are weighed: a record says early what it reports on."""


class _Weighed(NamedTuple):
    """The periods that may be what a record reports on, with their weights, and how often each is named."""

    scored: list[tuple[int, Period]]
    named: Counter[Period]
    meeting: date | None
    yearly: bool

    def best(self, until: date | None = None) -> Period | None:
        """Return the period of most weight, of those that were over on the day ``until``; None for none."""
        weights = [(self._weight(score, period), period) for score, period in self.scored]
        fit = [item for item in weights if until is None or item[1].end <= until]
        weight, period = max(fit, key=lambda item: item[0], default=(0, None))
        return period if weight >= _LEAST else None

    def _weight(self, score: int, period: Period) -> int:
        """Return the weight of a period with its score: more for each time that it or its last day is named.

        What had long been over at the meeting is seldom what the meeting was told about.
        """
        beside = sum(count for other, count in self.named.items() if other != period and other.end == period.end)
        past = (self.meeting - period.end).days if self.meeting is not None else 0
        fresh = _FRESH_IN_A_YEARLY if self.yearly and stretches.is_year(period) else _FRESH
        stale = min(_STALEST, max(0, past - fresh) // _DAYS_A_POINT)
        return score + 6 * min(self.named[period], 5) + 4 * min(beside, 4) - stale


_LEAST = 10
"""What a period must weigh to be what a record reports on."""

_FRESH, _DAYS_A_POINT, _STALEST = 100, 5, 20
"""After how many days a period that is over begins to lose weight, how many cost one point, and the most it loses."""

_FRESH_IN_A_YEARLY = 300
"""The same of a year, where the record reports once a year."""


def reporting_period(
    text: str,
    blocks: list[TextBlock],
    expressions: Sequence[Sequence[re.Match[str]]],
    record: Record,
    known: Calendar,
) -> Period | None:
    """Return the period that the record says it reports on, or None where it says none.

    The title decides; then the words "position at", "data for" and the like near the beginning, with
    more weight for a period that the record names again and again. ``blocks`` may be those of one item of minutes
    alone, with a ``record`` that has its title and its resolutions.
    """
    own = record.title or ""
    titled = (
        set_from_april(own, known.meeting)
        or stated_at_the_head(text, blocks, known.meeting)
        or said_to_cover(text, blocks, known.meeting)
    )
    if titled is None and len(own) <= LONGEST_HEADING:
        titled = period_of_title(own, Calendar(meeting=known.meeting))
    if titled is None:
        titled = counted_at(text, blocks, known.meeting)
    if titled is None or (known.meeting is None and (titled.end - titled.start).days < _A_MONTH):
        heads = (
            period_of_title(line, Calendar(meeting=known.meeting), _STRETCHES) for line in _head_lines(text, blocks)
        )
        titled = next((period for period in heads if period is not None), titled)
    named = titled
    if named is None:
        best = _weighed(text, blocks, expressions, record, known).best()
        best = _results_just_over(best, text, blocks, record, known.meeting)
        named = _quarter_just_over(best, text, blocks, known) or _quarter_it_ends(best, text, blocks)
        named = named or year_of_an_annual_report(own, known.meeting)
    return (_since_april(named, text, blocks, expressions, known) or named) if named is not None else None


def _results_just_over(
    named: Period | None, text: str, blocks: list[TextBlock], record: Record, meeting: date | None
) -> Period | None:
    """Return the school year that a record of results is of which names no year, or only bare ones to compare with."""
    told = named is not None and stretches.is_year(named) and named.start.month != 1
    heads = (record.title or "", *_head_lines(text, blocks))
    if meeting is None or told or not names_results(line.lower() for line in heads):
        return named
    return stretches.school_year(meeting.year - (meeting.month < RESULTS) - 1)


def _quarter_just_over(named: Period | None, text: str, blocks: list[TextBlock], known: Calendar) -> Period | None:
    """Return the quarter just over at the meeting where the text speaks of "the quarter" and only a year is named."""
    if known.meeting is None or (named is not None and not stretches.is_year(named)):
        return None
    if not _speaks_of_the_quarter(text, blocks):
        return None
    quarter = stretches.quarter_ending(known.meeting)
    return quarter if (known.meeting - quarter.end).days < _LATELY else None


_A_MONTH = 31
_LATELY = 100
"""How many days after its end a quarter is reported on."""


def _quarter_it_ends(named: Period | None, text: str, blocks: list[TextBlock]) -> Period | None:
    """Return the quarter that a month ends, where the text speaks of "the quarter": its months are but parts of it."""
    if (
        named is None
        or named.kind is PeriodKind.AS_AT
        or named.end.month % 3 != 0
        or not _speaks_of_the_quarter(text, blocks)
    ):
        return named
    quarter = stretches.quarter_ending(named.end)
    return quarter if quarter.end == named.end and named.start > quarter.start else named


_OF_THE_QUARTER = re.compile(
    r"[^a-z0-9_](?:in|during|over|for|of|across|throughout|within)\s+(?:the|this)\s+quarter\b(?!\s+(?:to|end(?:ed|ing))\b)"
)


def _speaks_of_the_quarter(text: str, blocks: list[TextBlock]) -> bool:
    """Tell whether a text speaks of "the quarter" as the time that it is about."""
    low = " " + text[blocks[0].start : blocks[-1].end].lower()
    return "quarter" in low and _OF_THE_QUARTER.search(low) is not None


def _since_april(
    named: Period, text: str, blocks: list[TextBlock], expressions: Sequence[Sequence[re.Match[str]]], known: Calendar
) -> Period | None:
    """Return the months since April that the record says it is about, where it names their last quarter."""
    quarter = stretches.quarter_of(named)
    if quarter is None or quarter[1] == 1:
        return None
    whole = Period(stretches.financial_year(quarter[0]).start, named.end, PeriodKind.DURING)
    probe = Calendar(meeting=known.meeting, reporting=named)
    for block, found in zip(blocks[:_EARLY], expressions, strict=False):
        for when in resolved(text, block.start, found, probe):
            lead = text[max(block.start, when.span.start - _REACH) : when.span.start]
            if when.period == whole and when.rule in _SPANS and (len(lead) < _OPENING or CUE.search(lead)):
                return whole
    return None


_REACH, _OPENING = 90, 40
"""How near before a stretch the words stand that tell what the record is about, and how near the opening is."""

_SPANS = frozenset({"monthspan", "datespan", "shortspan", "yearto"})


def outturn_of(
    text: str,
    blocks: list[TextBlock],
    expressions: Sequence[Sequence[re.Match[str]]],
    record: Record,
    known: Calendar,
) -> Period | None:
    """Return what was over at the meeting and is reported in a record that plans a year or more to come, or None."""
    reporting, meeting = known.reporting, known.meeting
    if reporting is None or meeting is None or reporting.end <= meeting or not _is_long(reporting):
        return None
    weighed = _weighed(text, blocks, expressions, record, known)
    year_before = stretches.financial_year(stretches.financial_start(meeting) - 1)
    return weighed.best(until=meeting) or (year_before if weighed.named[year_before] > 1 else None)


def position_of(
    text: str,
    blocks: list[TextBlock],
    expressions: Sequence[Sequence[re.Match[str]]],
    record: Record,
    known: Calendar,
) -> date | None:
    """Return the day up to which a record reports that is about a year not over yet, or None."""
    reporting, meeting = known.reporting, known.meeting
    if reporting is None or meeting is None or reporting.end <= meeting:
        return None
    scored = _weighed(text, blocks, expressions, record, known).scored
    days = [
        (score, period.end)
        for score, period in scored
        if reporting.start <= period.end <= meeting and (period.end - period.start).days < _YEAR
    ]
    return max(days)[1] if days else None


def _weighed(
    text: str,
    blocks: list[TextBlock],
    expressions: Sequence[Sequence[re.Match[str]]],
    record: Record,
    known: Calendar,
) -> _Weighed:
    """Return the periods that the record names, weighed; what a resolution looks forward to is none of them."""
    probe = Calendar(meeting=known.meeting)
    decided = sorted(resolution.span for resolution in record.resolutions)
    yearly = any(_YEARLY.search(line) is not None for line in (record.title or "", *_head_lines(text, blocks)))
    weighed = _Weighed([], Counter(), known.meeting, yearly)
    first = sum(_is_long_paragraph(each) for each in blocks[: _first_of_head(text, blocks, record) + 1])
    passed = 0
    for index, block in enumerate(blocks):
        probe.last = None
        passed += _is_long_paragraph(block)
        at = bisect_right(decided, block.start, key=lambda span: span.start) - 1
        decides = at >= 0 and block.start < decided[at].end
        whens = resolved(text, block.start, expressions[index], probe)
        months = _months_in_a_row(whens) if block.shape is Shape.ROW and index < _FAR else None
        if months is not None and (known.meeting is None or months.end <= known.meeting):
            weighed.scored.append((_LEAST, months))
        for position, when in enumerate(whens):
            if when.period is None or when.weak or when.compares or not may_be_about(when, known.meeting):
                continue
            if _OF_LAST_YEAR.search(text, when.span.start, when.span.end) is not None:
                continue
            if when.rule == "todate" and DATED.search(text, when.span.start, when.span.end) is not None:
                continue  # "so far in 2013/14" goes on to the day of the meeting
            period = _up_to_a_month(stretch_of(whens, position), known.meeting)
            if is_term_of_a_strategy(text, Span(block.start, block.end), period):
                continue
            if decides and (known.meeting is None or period.end > known.meeting):
                continue
            if known.meeting is not None and (period.start - known.meeting).days > _YEAR:
                continue  # what begins in more than a year is planned, not reported
            weighed.named[period] += 1
            if index < _FAR and block.shape is not Shape.ROW:
                score = _score(text, block, when, known.meeting, max(0, passed - first), yearly=yearly)
                if score is not None:
                    weighed.scored.append((score, period))
    return weighed


def _months_in_a_row(whens: Sequence[When]) -> Period | None:
    """Return all the time of a row that names three or more months, one after the other: the heads of a table."""
    named = [w.period for w in whens if w.rule in _MONTHS and w.period is not None]
    if len(named) < _SEVERAL or any((b.start - a.end).days != 1 for a, b in pairwise(named)):
        return None
    return Period(named[0].start, named[-1].end, PeriodKind.DURING)


_MONTHS, _SEVERAL = frozenset({"month", "monthyear"}), 3

_YEAR_IN_A_YEARLY, _PART_IN_A_YEARLY = 30, 25
"""What a year that is over gains in a record that reports once a year, and what a part of a year loses there."""


def _up_to_a_month(period: Period, meeting: date | None) -> Period:
    """Return the whole months of a stretch up to the meeting itself: no report has figures of the day it is read."""
    if meeting is None or period.end != meeting or (period.end - period.start).days < _TWO_MONTHS:
        return period
    over = meeting.replace(day=1) - timedelta(days=1)
    return period if stretches.ends_a_month(meeting) else Period(period.start, over, period.kind)


_OF_LAST_YEAR = re.compile(r"\b(?:last|previous|preceding)\s+(?:financial\s+)?year\b", re.IGNORECASE)


def _is_long_paragraph(block: TextBlock) -> bool:
    """Tell of running text, whatever lines of a head, rows and short items a file sets apart or together."""
    return block.shape is not Shape.ROW and block.end - block.start >= _LONG


_LONG = 60


def _first_of_head(text: str, blocks: list[TextBlock], record: Record) -> int:
    """Return the number of the block that names the council at the head: what a page prints above it is none of it."""
    if not record.council:
        return 0
    named = (
        block.end - block.start < LONGEST_HEADING and record.council.lower() in text[block.start : block.end].lower()
        for block in blocks[:_HIGHEST]
    )
    return next((number for number, names in enumerate(named) if names), 0)


_HIGHEST = 4
"""Within how many blocks from the beginning the head's first stands."""


def reports_on_schools(text: str, blocks: list[TextBlock], record: Record) -> bool:
    """Tell whether a record is of schools, so that its years begin in September, by its title and its head."""
    return names_schools(line.lower() for line in (record.title or "", *_head_lines(text, blocks)))


_HEAD = 10


def reports_yearly(text: str, blocks: list[TextBlock], record: Record) -> bool:
    """Tell whether a record reports once a year: its title or its head says "annual"."""
    heads = (text[block.start : block.end] for block in blocks[:_HEAD] if block.end - block.start < LONGEST_HEADING)
    return any(_YEARLY.search(words) is not None for words in (record.title or "", *heads))


_YEARLY = re.compile(r"\b(?:annual|yearly)\b", re.IGNORECASE)


def _is_long(period: Period) -> bool:
    """Tell whether a period is a year or more."""
    return (period.end - period.start).days >= _YEAR


_YEAR = 360


def _head_lines(text: str, blocks: list[TextBlock]) -> list[str]:
    """Return the lines that head a record, before its first sentence or list: its title is one of them."""
    lines: list[str] = []
    for block in blocks[:_TITLE_LINES]:
        words = text[block.start : block.end].strip()
        if block.shape is Shape.ITEM or (len(words) > LONGEST_HEADING and words.endswith(".")):
            break
        if words.endswith(":") and len(words) > _LONG:
            break
        if block.shape is not Shape.ROW and not words.endswith(".") and not _is_numbered(words):
            lines += [line for line in words.split("\n") if not _is_numbered(line) and len(line) <= LONGEST_HEADING]
    return lines


_A_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]{2}")


def _is_numbered(line: str) -> bool:
    """Tell whether a line begins with its number and not with a day: "1 April 2016 to 31 March 2017"."""
    return line[:1].isdigit() and _A_DAY.match(line) is None


_TITLE_LINES = 8
"""How many of a record's first blocks may hold its title."""


_STRETCHES = frozenset(
    {
        "quarter",
        "quarterspan",
        "split",
        "minisplit",
        "half",
        "yearto",
        "monthspan",
        "ledger",
        "year",
        "datespan",
        "end of split",
        "end of quarter",
    }
)
"""Forms that a line over a record may name what it reports on with; its days and months are of the meeting."""


def _score(text: str, block: TextBlock, when: When, meeting: date | None, index: int, *, yearly: bool) -> int | None:
    """Return how well an expression serves as the reporting period; None where it cannot.

    ``index`` counts the long paragraphs before it: a file may set the lines of a head apart or together,
    and its rows as cells or as lines, but its running text is the same in every format.
    """
    period = when.period
    if period is None:
        return None
    if (
        meeting is not None
        and period.start <= meeting <= period.end
        and when.rule in {"monthyear", "month", "date", "shortdate"}
    ):
        return None
    start = max(block.start, text.rfind(".", block.start, when.span.start) + 1)
    lead = text[max(start, when.span.start - 90) : when.span.end + 30]
    near = text[max(start, when.span.start - 30) : when.span.start].lower()
    score = _likelihood(when, period, meeting, yearly=yearly)
    if block.shape is Shape.HEADING or block.end - block.start < 120:
        score += 15
    if _has_cue(text, start, when):
        score += 30
    if near.rstrip().endswith(("from", "from the")):
        score -= 25
    if _REPORTS_ON.search(text, max(start, when.span.start - 40), when.span.start):
        score += 12 * (when.rule == "year")
    elif _PAST.search(lead):
        score -= 25
    if meeting is not None and period.start > meeting:
        score -= _taken_off_a_time_to_come(text[start : when.span.start])
    if when.rule in _DAYS and _OF_AN_EVENT.search(text[start : when.span.end + _REACH]):
        score -= 40
    if when.rule in {"quarter", "end of quarter", "yearto", "monthspan", "half", "datespan"}:
        score += 22 if index < _EARLY and DATED.search(text, when.span.start, when.span.end) else 12
    if period.kind is PeriodKind.AS_AT:
        score -= _taken_off_a_day(period.end, near)
    sentence = max(block.start, text.rfind(". ", block.start, when.span.start) + 1)
    if _COMPARISON.search(text, max(sentence, when.span.start - 60), when.span.start):
        return None
    score -= 2 * index
    return score if score >= 0 else None


def _likelihood(when: When, period: Period, meeting: date | None, *, yearly: bool) -> int:
    """Return how likely an expression of its form is to name what is reported, where it is not 0."""
    over = yearly and meeting is not None and period.end < meeting and period.kind is PeriodKind.DURING
    whole = _YEAR_IN_A_YEARLY if stretches.is_year(period) else -_PART_IN_A_YEARLY
    return _likelihood_of_form(when, period, meeting) + whole * over


def _likelihood_of_form(when: When, period: Period, meeting: date | None) -> int:
    """Return the same by the form of the expression alone."""
    if when.rule == "split" and meeting is not None and 0 <= (meeting - period.end).days <= YEAR_JUST_OVER:
        return 6
    if when.rule == "monthspan" and (period.end - period.start).days < _TWO_MONTHS:
        return _SELDOM["month"]
    return _SELDOM.get(when.rule, 0)


_TWO_MONTHS = 63
"""How many days two months have no more of."""

_SELDOM = {"year": -12, "term": -12, "month": -15, "thisyear": -30, "nextyear": -30}
"""Forms that seldom name what is reported, with what they lose: "a second report in March"."""

_REPORTS_ON = re.compile(
    r"\b(?:figures|reports?|results|statistics|data|performance|accounts|outturn|position|monitoring|activity)"
    r"\s+(?:for|on|of|in|covering)\s+(?:the\s+(?:financial\s+|calendar\s+)?(?:year\s+)?)?$",
    re.IGNORECASE,
)
"""Words right before a time that make it what is reported on: "considered the figures for 2010"."""

_WOULD = re.compile(r"\b(?:would|could|might|may)\b[^.;]{0,80}$", re.IGNORECASE)
"""Words before a year to come that make it one of what is only proposed: "would save £310,000 in 2017/18"."""

_AIMED_AT = re.compile(r"\b(?:targets?|aims?|goals?|ambition|priorit(?:y|ies)|by)\b[^.;]{0,40}$", re.IGNORECASE)
"""Words before a year to come that make it what is aimed at, and not what is reported."""


def _taken_off_a_time_to_come(words: str) -> int:
    """Return what a time to come loses by the words before it: it is aimed at, or only thought of."""
    return 15 * (_AIMED_AT.search(words) is not None) + 25 * (_WOULD.search(words) is not None)


def _taken_off_a_day(day: date, near: str) -> int:
    """Return what a single day loses that no words before it make the one at which something was counted."""
    happened = not stretches.ends_a_month(day) and _ON.search(near) is not None
    return 25 * happened + 15 * (_STATES_POSITION.search(near) is None)


_ON = re.compile(r"\bon\s+(?:\w+day,?\s+)?(?:the\s+)?\Z")
"""Before a day that ends no month: something happened on it, and nothing was counted."""

_DAYS = frozenset({"datespan", "dayspan", "shortspan", "monthspan", "date", "shortdate"})
_OF_AN_EVENT = re.compile(
    r"\b(?:consult\w*|survey(?:ed)?|ballot|petition|inspect\w*|ofsted|exhibition)\b", re.IGNORECASE
)
"""What is told of with dates of its own, which are not what a record reports on."""

_COMPARISON = re.compile(
    r"\bhaving\s+[a-z]+\s+(?:to|from|at|by)\s+(?:[^.;]|\.\d){0,30}$"
    rf"|\b(?:{SET_BESIDE}|against|whereas|{MOVED}\s+(?:from|on)|than)\b"
    r"(?:[^.;]|\.\d){0,40}$"
    r"|\b(?:above|below|exceed\w*|beyond|over|under|with|on)\s+the\s+[£\d]\S*[^.;,\d]{0,25}$",
    re.IGNORECASE,
)
"""Words before a time that is only compared with."""


_YEAR_BEFORE = re.compile(r"year\s+(?:before|after|earlier|later|ago)\b", re.IGNORECASE)
"""A "year" that is no word of reporting: "in 2019/20, the last year before the pandemic"."""


def _has_cue(text: str, start: int, when: When) -> bool:
    """Tell whether words of reporting stand near an expression; its own say nothing where they name no year."""
    first, last = max(start, when.span.start - _REACH), when.span.end + _BEHIND
    if DATED.search(text, when.span.start, when.span.end) is not None:
        return any(_YEAR_BEFORE.match(text, first + cue.start()) is None for cue in CUE.finditer(text[first:last]))
    beside = (text[first : when.span.start], text[when.span.end : last])
    return any(CUE.search(words) is not None for words in beside)


_BEHIND = 30
"""How near behind an expression the words stand that tell what the record is about."""
