"""Rule 14: figures older or newer than the report's own period."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.cues import COMPARISON, content_words
from crossfoot.checks.basis.outcome import Outcome, Rule, query
from crossfoot.checks.dates.after_meeting import after_the_meeting
from crossfoot.checks.dates.calendar import long_day, month_end
from crossfoot.checks.dates.day_to_come import told_at_a_day_to_come
from crossfoot.checks.dates.levels import LEVEL, is_state
from crossfoot.checks.dates.odd_date import dated_otherwise, odd_dates
from crossfoot.checks.dates.reported import DAY, ReportPeriod, report_period
from crossfoot.model import Figure, Measure, Nature, PeriodKind, Severity, Stage, Unit
from crossfoot.model.wording import period_words

_STALE = timedelta(days=20)
"""A figure for the month before the report's last one is stale; a day or two inside the month are not."""
_TWO_MONTHS = timedelta(days=62)
"""What is further back than this is compared with as a rule: the same day of last year, the end of the last one."""
_YEAR = timedelta(days=366)
_YEARS = timedelta(days=750)
"""The day that the report ends on, but of the year before or the one before that, is a slip of the year."""
_EARLIER = timedelta(days=5)
_FEW = 10
"""Less than so many are an event of the month as a rule ("two left in November") and not the level of a stock."""
_TOLD = frozenset({Unit.COUNT, Unit.FTE, Unit.PERCENT, Unit.GBP, None})
_UPDATE = re.compile(
    r"\b(?:since|update\w*|currently|now|at the time|to date|latest|most recent|this month"
    r"|subsequently|by then|later|will|would|(?:day|time|date) of writing|on that (?:date|day))\b"
)
_PEAK = re.compile(r"\b(?:having|peak\w*|compared|against|from|previous\w*|had been|up on|down on|since)\b")
"""Words behind which a date is another figure's."""
_MONTH = 31


def check_within_period(context: Context) -> Iterator[Outcome]:
    """Ask about figures dated well before the end of the report's period, or after it.

    Asked of stocks, and of counts of one month, whose latest value in the record is stale; figures that are there for
    comparison, and figures of another quarter (rule 15), are left alone. Source: rule 14 of the list of checks
    ("information up to the end of September", looked after children quoted for August).
    """
    report = report_period(context)
    asked: set[str] = set()
    end = None if report is None else report.end
    for odd in (*odd_dates(context, end), *(dated_otherwise(context, end) if end is not None else ())):
        if end in {odd.usual, None} and odd.figure.id not in asked:
            asked.add(odd.figure.id)
            yield query(
                f"The figure is of {long_day(odd.day)}, the report or what is beside it of {long_day(odd.usual)}; "
                "worth checking.",
                odd.figure,
                f" is of {long_day(odd.day)}, not of {long_day(odd.usual)}",
            )
    yield from _after_the_meeting(context, asked)
    for figure in _latest(context) if report is not None else ():
        period = figure.period
        if period is None or report is None or figure.id in asked or not _is_held(context, figure, report):
            continue
        sentence = context.passages.sentence_of(figure)
        words = sentence.low if sentence else ""
        another_year = (period.end.day, period.end.month) == (report.end.day, report.end.month)
        oldest = _YEARS if another_year and period.kind is PeriodKind.AS_AT else _YEAR
        if period.end + _STALE < report.end and period.end + oldest > report.end:
            if report.quarter is not None and (period.end - period.start).days > 60:
                continue
            before = context.passages.before(figure, 30)
            if COMPARISON.search(before) or before.rfind("(") > before.rfind(")"):
                continue
            if _is_of_last_year(context, figure) or _goes_back_from(context, figure) or _LOOKED_INTO.search(words):
                continue
            # What was left when the accounts were closed is known but once a year.
            closed = figure.unit is Unit.GBP and (period.end.month, period.end.day) == _YEAR_END
            if closed or _stands_in_an_earlier_picture(context, figure) or _goes_on_to_a_later(context, figure):
                continue
            if period.end + _TWO_MONTHS < report.end and _is_told_of_again(context, figure):
                continue
            yield query(
                f"The figure is of {period_words(period).removeprefix('as at ')}, the report is up to "
                f"{long_day(report.end)}; "
                "worth checking whether a later one was to hand.",
                figure,
                f" is {period_words(period)}, the report up to {long_day(report.end)}",
            )
        elif (
            period.start > report.end + _EARLIER
            and not _UPDATE.search(words)
            and not _is_told_of_again(context, figure)
            and not _is_known_at_the_end(context, figure, report.end)
            and _is_stated(context, figure, report.end)
        ):
            yield query(
                f"The figure is of {period_words(period).removeprefix('as at ')}, after the report's own end on "
                f"{long_day(report.end)}; worth checking.",
                figure,
                f" is {period_words(period)}, the report up to {long_day(report.end)}",
            )


def _after_the_meeting(context: Context, asked: set[str]) -> Iterator[Outcome]:
    """Ask about what is told as it was on a day after the meeting, and note the figures that were asked about."""
    for figure, day, meeting in after_the_meeting(context):
        asked.add(figure.id)
        yield query(
            f"The figure is told as it was on {long_day(day)}, which had not come when the meeting was held on "
            f"{long_day(meeting)}; worth checking.",
            figure,
            f" is of {long_day(day)}, the meeting of {long_day(meeting)}",
        )
    told = {span for one in context.figures if one.id in asked for e in one.evidence if (span := e.span) is not None}
    for span, day, meeting in told_at_a_day_to_come(context):
        if not any(span.overlaps(other) for other in told):
            yield query(
                f"What is told as it was at {long_day(day)} had not come when the meeting was held on "
                f"{long_day(meeting)}; worth checking.",
                f"{long_day(day)}, the meeting of {long_day(meeting)}",
                span=span,
                words=day.isoformat(),
            )


def _is_held(context: Context, figure: Figure, report: ReportPeriod) -> bool:
    """Tell whether a figure is held against a report's time.

    Where that time only follows from the title, which may name the month of the paper, a figure of that time must show
    it, and levels alone are held.
    """
    if not report.guessed:
        return True
    shown = any(f.period is not None and abs(f.period.end - report.end) <= _EARLIER for f in context.figures)
    return shown and figure.period is not None and figure.period.kind is PeriodKind.AS_AT


_LOOKED_INTO = re.compile(
    r"\b(?:asked|survey\w*|consult(?:ed|ation)|inspect\w+|audit\w*|sampled?|examined|interviewed|wrote to|census)\b"
)
"""Deeds of one time: whom the Council asked in May it need not ask again by the end of June."""
_YEAR_END = (3, 31)
_LAST_YEAR = re.compile(
    r"(?:[^.;\d]|quarter \d|q\d){0,60}?\b"
    r"(?:last year|(?:the )?(?:previous|preceding) (?:year|month|quarter)|a year (?:ago|before|earlier)"
    r"|(?:twelve|12|six|three) months (?:ago|before|earlier)|the year before)\b"
)


def _is_of_last_year(context: Context, figure: Figure) -> bool:
    """Tell whether the words behind a figure make it one of the time before: "at the end of quarter 3 last year"."""
    return _LAST_YEAR.match(context.passages.after(figure, 90)) is not None


def _goes_back_from(context: Context, figure: Figure) -> bool:
    """Tell whether "the figure was" takes up what the sentence before tells of a later day."""
    sentence = context.passages.sentence_of(figure)
    before = context.passages.previous(sentence) if sentence else None
    if sentence is None or before is None or figure.period is None or not _TAKES_UP.match(sentence.low):
        return False
    end = figure.period.end
    return any(f.period is not None and f.period.end > end and f.unit is figure.unit for f in before.figures)


_TAKES_UP = re.compile(
    r"\s*(?:(?:at|on|in|by) [^.;,]{3,24},? )?(?:the (?:figure|number|total|comparable figure)|it|this|there) "
    r"(?:was|were|had been|stood at)\b"
)


_GOES_ON = re.compile(
    r"^\s*(?:adding|with|after adding|together with) (?:this|the|that)\b|"
    r"\b(?:it|this|that|they) (?:will|would|should|is now|are now|has since|have since|now)\b"
)


def _goes_on_to_a_later(context: Context, figure: Figure) -> bool:
    """Tell whether the next sentence goes on to the later value: "It was £9.4m at 31 March. With this it will be …"."""
    sentence = context.passages.sentence_of(figure)
    if sentence is None or sentence.index + 1 >= len(context.passages.sentences):
        return False
    following = context.passages.sentences[sentence.index + 1]
    return following.paragraph == sentence.paragraph and _GOES_ON.search(following.low) is not None


def _stands_in_an_earlier_picture(context: Context, figure: Figure) -> bool:
    """Tell whether a figure beside it, of the same earlier day, comes again in the record with its later value."""
    sentence = context.passages.sentence_of(figure)
    beside = [
        f
        for f in (sentence.figures if sentence else ())
        if f is not figure and f.period == figure.period and f.indicator not in {None, figure.indicator}
    ]
    return any(
        other.period is not None and figure.period is not None and other.period.end > figure.period.end
        for one in beside
        for other in context.by_indicator.get(one.indicator or "", ())
        if other.unit is one.unit and other.nature in {Nature.ACTUAL, None}
    )


def _is_told_of_again(context: Context, figure: Figure) -> bool:
    """Tell whether other sentences have figures of the same time: a slip gives a time that nothing else is of.

    A time that a record speaks of again and again is one it compares with, or up to which it goes on.
    """
    sentence = context.passages.sentence_of(figure)
    return any(
        other.period is not None
        and figure.period is not None
        and other.period.end == figure.period.end
        and other.nature is figure.nature
        and context.passages.sentence_of(other) is not sentence
        for other in context.figures
    )


def _is_known_at_the_end(context: Context, figure: Figure, end: date) -> bool:
    """Tell whether the record has a value of the same indicator at the report's end, which a later one updates."""
    return any(
        other.value != figure.value and other.unit is figure.unit and abs(other.period.end - end) <= _EARLIER
        for other in context.by_indicator.get(figure.indicator or "", ())
        if other.period is not None and other.nature in {Nature.ACTUAL, None}
    )


def _balance(figure: Figure) -> bool:
    """Tell whether a figure is a sum of money on a day: a reserve, a deficit, what is owed."""
    on_a_day = figure.period is not None and figure.period.kind is PeriodKind.AS_AT and figure.period.end.day > 1
    return figure.unit is Unit.GBP and on_a_day and figure.nature in {Nature.ACTUAL, Nature.VARIANCE, None}


def _measured(context: Context, figure: Figure) -> bool:
    """Tell whether a figure tells what was, of an indicator of the service itself or as a level on a day."""
    indicator = context.indicator(figure)
    if _balance(figure):
        return True
    if figure.nature not in {Nature.ACTUAL, None}:
        return False
    if indicator is None:
        return _is_level_on_a_day(context, figure)
    return indicator.stage in {Stage.INPUTS, Stage.PROCESSES, Stage.OUTPUTS, Stage.WORKFORCE}


def _is_stated(context: Context, figure: Figure, end: date) -> bool:
    """Tell whether a figure is told as a level of a stock, and not as what came of something."""
    before, measure = context.passages.before(figure, 80), context.measure(figure)
    level = (
        LEVEL.search(before)
        or context.passages.in_list(figure)
        or (
            (_AS_AT_FIRST.search(before) or (measure is Measure.STOCK and _ON_FIRST.search(before)))
            and figure.period is not None
            and figure.period.end <= end + _SOON
        )
    )
    counted = figure.unit in {Unit.COUNT, None}
    return bool(level) and (measure is Measure.STOCK or (counted and measure in {Measure.RATIO_OF_STOCK, None}))


_SOON = timedelta(days=95)
"""A day right in front of its figure that is a quarter past the report's end at most is taken for a slip."""
_AS_AT_FIRST = re.compile(r"\b(?:as at|as of|at(?: the end of)?) [^.;,]{6,25},?\s*$")
_ON_FIRST = re.compile(r"^on [^.;,]{6,25},?\s*$")
"""A day right in front of a figure: "As at 31 March 2003, 41 pupils"."""


def _is_level_on_a_day(context: Context, figure: Figure) -> bool:
    """Tell whether a count without an indicator is the level of something on a day that the text names."""
    period = figure.period
    if period is None or period.kind is not PeriodKind.AS_AT or figure.unit not in {Unit.COUNT, None}:
        return False
    # What is told of the last day of a month is a level; of another day it may be what happened on it.
    return (period.end == month_end(period.end) and figure.value >= _FEW) or is_state(context, figure)


def _latest(context: Context) -> Iterator[Figure]:
    """Yield the latest figure of each indicator that a report would be expected to bring up to date."""
    latest: dict[str, Figure] = {}
    for figure in context.figures:
        if figure.period is None or not _said_here(context, figure) or not _measured(context, figure):
            continue
        measure = context.measure(figure)
        month = (figure.period.end - figure.period.start).days <= _MONTH
        counted = figure.unit in {Unit.COUNT, None} and measure in {Measure.STOCK, Measure.RATIO_OF_STOCK, None}
        counted = counted or _balance(figure) or (measure in {Measure.FLOW, Measure.STOCK} and figure.unit in _TOLD)
        if not month or not counted:
            continue
        if figure.value < _FEW and figure.period.kind is not PeriodKind.AS_AT and measure is not Measure.FLOW:
            continue
        label = _NAMED_DAY.sub("", figure.label.lower())
        name = label if _balance(figure) else _counted(figure) or label
        held = latest.get(name)
        if held is None or held.period is None or held.period.end < figure.period.end:
            latest[name] = figure
    yield from latest.values()


def _counted(figure: Figure) -> str | None:
    """Return what a figure counts: its indicator, and the thing in its words where these are of something else."""
    on_a_day = figure.period is not None and figure.period.kind is PeriodKind.AS_AT
    if figure.indicator is None or figure.subject == "" or not on_a_day:
        return figure.indicator
    words = content_words(f"{figure.label} {figure.subject}".lower())
    return (
        figure.indicator
        if words & content_words(figure.indicator.replace("_", " "))
        else f"{figure.indicator} {figure.subject}"
    )


def _said_here(context: Context, figure: Figure) -> bool:
    """Tell whether a figure's date stands in its own sentence, as far as the evidence tells."""
    sentence = context.passages.sentence_of(figure)
    told = next((e.span for e in figure.evidence if e.field == "period"), None)
    if not figure.evidence or _dated_by_its_row(context, figure):
        return True
    if sentence is None or told is None or not sentence.span.overlaps(told):
        return False
    # "287 (September, 281)": the month is that of the figure behind it.
    if told.start > figure.span.end and _PEAK.search(context.passages.low, figure.span.end, told.start):
        return False
    low = context.passages.low
    if _OF_ITS_OWN.search(low[max(sentence.span.start, told.start - 40) : told.start]) or _ALONE.match(
        low[told.end :][:12]
    ):
        return False  # "the campaign launched in September had led to 63 enquiries", "19 came in August alone"
    if told.end < figure.span.start and _NEXT_CLAUSE.search(low[told.end : figure.span.start]):
        return False
    behind = (f for f in sentence.figures if f.id != figure.id and told.end <= f.span.start <= told.end + 3)
    return all(re.search(r"[;:)]", context.text[told.end : f.span.start]) for f in behind)


def _dated_by_its_row(context: Context, figure: Figure) -> bool:
    """Tell whether the name of a figure's row ends with a day: "Rough sleepers counted at 30 June 2023"."""
    rule = next((e.rule for e in figure.evidence if e.field == "period"), None)
    sentence = context.passages.sentence_of(figure)
    if rule != "row" or sentence is None:
        return False
    name = context.passages.low[sentence.span.start : figure.span.start]
    return re.search(rf"[a-z]{{4}}[a-z]* (?:as )?(?:at|on) (?:the end of )?{DAY}[\s|]*$", name) is not None


_NAMED_DAY = re.compile(DAY)


_OF_ITS_OWN = re.compile(
    r"\b(?:launched|opened|begun|began|started|starts?|begins?|joins?|opens?|arrives?|introduced|published|issued|agreed"
    r"|approved|appointed|adopted|set up|established|inspected|visited)"
    r"(?: (?:work|post|here|there))?\s+(?:in|on|from|at)\s*$"
)
"""Words whose date is that of what they tell, and of no level beside it."""
_ALONE = re.compile(r"\s*(?:\d{4}\s*)?(?:alone|only)\b")
_NEXT_CLAUSE = re.compile(r",\s*(?:and|but|so)\s+(?:we|it|they|there|this|that|the)\b|;")


WITHIN_PERIOD = Rule(
    14, "outside the report's period", Severity.MEDIUM, "Figures are of the report's own period.", check_within_period
)
