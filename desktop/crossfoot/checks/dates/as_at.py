"""Rules 14 and 16: figures older or newer than the report's own period, and figures without a date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.cues import COMPARISON
from crossfoot.checks.basis.outcome import Outcome, Rule, query
from crossfoot.checks.dates.calendar import long_day
from crossfoot.checks.dates.reported import report_period
from crossfoot.model import Figure, Measure, Nature, Severity, Stage, Unit
from crossfoot.model.wording import period_words

_STALE = timedelta(days=20)
"""A figure for the month before the report's last one is stale; a day or two inside the month are not."""
_YEAR = timedelta(days=366)
_EARLIER = timedelta(days=5)
_UPDATE = re.compile(
    r"\b(?:since|update\w*|currently|now|at the time|to date|latest|most recent|this month"
    r"|subsequently|by then|later|will|would)\b"
)
_LEVEL = re.compile(
    r"\b(?:stood at|stands at|standing at|totall?ed|amounted to|remained at|remains at|reached"
    r"|risen to|rose to|fallen to|fell to|increased to|decreased to|reduced to|was|were|is|are"
    r"|had been)\b"
)
_OWN_DATE = re.compile(
    r"\b(?:current\w*|now|at (?:the|this) (?:time|date|point|end)|to date|at present|(?:this"
    r"|the) (?:quarter|month|year|period)|on that (?:date|day)|same (?:date|day|time)"
    r"|last (?:month|year)|in total|\d{4})\b"
)


def check_within_period(context: Context) -> Iterator[Outcome]:
    """Ask about figures dated well before the end of the report's period, or after it.

    Asked of stocks, and of counts of one month, whose latest value in the record is stale; figures that are there for
    comparison, and figures of another quarter (rule 15), are left alone. Source: rule 14 of the list of checks
    ("information up to the end of September", looked after children quoted for August).
    """
    report = report_period(context)
    if report is None:
        return
    for figure in _latest(context):
        period = figure.period
        if period is None:
            continue
        sentence = context.passages.sentence_of(figure)
        words = sentence.low if sentence else ""
        if period.end + _STALE < report.end and period.end + _YEAR > report.end:
            if report.quarter is not None and (period.end - period.start).days > 60:
                continue
            before = context.passages.before(figure, 30)
            if COMPARISON.search(before) or before.rfind("(") > before.rfind(")"):
                continue
            yield query(
                f"The figure is of {period_words(period).removeprefix('as at ')}, the report is up to "
                f"{long_day(report.end)}; "
                "worth checking whether a later one was to hand.",
                figure,
                f" is {period_words(period)}, the report up to {long_day(report.end)}",
            )
        elif period.start > report.end + _EARLIER and not _UPDATE.search(words) and _measured(context, figure):
            yield query(
                f"The figure is of {period_words(period).removeprefix('as at ')}, after the report's own end on "
                f"{long_day(report.end)}; worth checking.",
                figure,
                f" is {period_words(period)}, the report up to {long_day(report.end)}",
            )


def _measured(context: Context, figure: Figure) -> bool:
    """Tell whether a figure tells what was, of an indicator of the service itself."""
    indicator = context.indicator(figure)
    stage = indicator.stage if indicator else None
    return figure.nature in {Nature.ACTUAL, None} and stage in {
        Stage.INPUTS,
        Stage.PROCESSES,
        Stage.OUTPUTS,
        Stage.WORKFORCE,
    }


def _latest(context: Context) -> Iterator[Figure]:
    """Yield the latest figure of each indicator that a report would be expected to bring up to date."""
    latest: dict[str, Figure] = {}
    for figure in context.figures:
        if (
            figure.period is None
            or figure.indicator is None
            or not _said_here(context, figure)
            or not _measured(context, figure)
        ):
            continue
        measure = context.measure(figure)
        monthly = measure is Measure.FLOW and (figure.period.end - figure.period.start).days <= 31
        if measure is not Measure.STOCK and not monthly:
            continue
        held = latest.get(figure.indicator)
        if held is None or held.period is None or held.period.end < figure.period.end:
            latest[figure.indicator] = figure
    yield from latest.values()


def _said_here(context: Context, figure: Figure) -> bool:
    """Tell whether a figure's date stands in its own sentence, as far as the evidence tells."""
    sentence = context.passages.sentence_of(figure)
    told = next((e.span for e in figure.evidence if e.field == "period"), None)
    if not figure.evidence:
        return True
    if sentence is None or told is None or not sentence.span.overlaps(told):
        return False
    # "287 (September, 281)": the month is that of the figure behind it.
    return not any(f.id != figure.id and told.end <= f.span.start <= told.end + 3 for f in sentence.figures)


def check_dated(context: Context) -> Iterator[Outcome]:
    """Ask about stocks that are given without a day, all of a record in one finding.

    A date in the same sentence, words such as "currently", a dated figure before it in the same paragraph, or a dated
    lead-in are enough of a date. Source: rule 16 of the list of checks ("stood at 287").
    """
    undated = [f for f in context.figures if not _dated_here(context, f) and _needs_date(context, f)]
    if not undated:
        return
    parts: list[Figure | str] = []
    for figure in undated[:8]:
        parts += [", " if parts else "no date of its own: ", figure]
    which = "A figure is" if len(undated) == 1 else f"{len(undated)} figures are"
    yield query(f"{which} given without a date; worth checking what day is meant.", *parts)


def _dated_here(context: Context, figure: Figure) -> bool:
    """Tell whether the figure's own paragraph, or the words that lead it in, date it."""
    told = next((e for e in figure.evidence if e.field == "period"), None)
    return context.dates_itself(figure) and (told is None or told.rule != "the paragraph before")


def _needs_date(context: Context, figure: Figure) -> bool:
    """Tell whether a figure is the level of a stock on a day that the text does not tell."""
    indicator = context.indicator(figure)
    if (
        indicator is None
        or indicator.measure is not Measure.STOCK
        or figure.unit not in {Unit.COUNT, None}
        or figure.value == 0
    ):
        return False
    if indicator.stage not in {Stage.INPUTS, Stage.PROCESSES, Stage.OUTPUTS} or figure.nature not in {
        Nature.ACTUAL,
        None,
    }:
        return False
    sentence = context.passages.sentence_of(figure)
    paragraph = context.passages.paragraph_of(figure)
    if sentence is None or paragraph is None or context.passages.in_list(figure) or context.is_subset(figure):
        return False
    before = context.passages.before(figure, 80)
    if not _LEVEL.search(before) or re.search(r"\bof (?:all |the |our )*$", before) or _OWN_DATE.search(sentence.low):
        return False
    return not any(context.dates_itself(f) and f.span.start < figure.span.start for f in paragraph.figures)


WITHIN_PERIOD = Rule(
    14, "outside the report's period", Severity.MEDIUM, "Figures are of the report's own period.", check_within_period
)
DATED = Rule(16, "figure without a date", Severity.LOW, "A stock is given with its day.", check_dated)
