"""Rules 14 and 16: figures older or newer than the report's own period, and figures without a date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.cues import COMPARISON
from crossfoot.checks.basis.outcome import Outcome, Rule, query
from crossfoot.checks.basis.passages import Sentence
from crossfoot.checks.dates.calendar import long_day
from crossfoot.checks.dates.reported import report_period
from crossfoot.model import Figure, Measure, Nature, PeriodKind, Qualifier, Severity, Stage, Unit
from crossfoot.model.wording import period_words

_STALE = timedelta(days=20)
"""A figure for the month before the report's last one is stale; a day or two inside the month are not."""
_YEAR = timedelta(days=366)
_YEARS = timedelta(days=750)
"""The day that the report ends on, but of the year before or the one before that, is a slip of the year."""
_EARLIER = timedelta(days=5)
_FEW = 10
"""Less than so many are an event of the month as a rule ("two left in November") and not the level of a stock."""
_UPDATE = re.compile(
    r"\b(?:since|update\w*|currently|now|at the time|to date|latest|most recent|this month"
    r"|subsequently|by then|later|will|would)\b"
)
_PEAK = re.compile(r"\b(?:having|peak\w*|compared|against|from|previous\w*|had been|up on|down on|since)\b")
"""Words behind which a date is another figure's."""
_LEVEL = re.compile(
    r"\b(?:stood at|stands at|standing at|totall?ed|amounted to|remained at|remains at|reached"
    r"|risen to|rose to|fallen to|fell to|increased to|decreased to|reduced to|was|were|there (?:is|are)"
    r"|had been|numbered)\b"
)
_LEVEL_BESIDE = re.compile(
    r"\b(?:stood at|totall?ed|amounted to|remained at|reached|risen to|rose to|fallen to|fell to|was|were|had|numbered"
    r"|responsible for|looking after|supporting|caring for)\s+(?:now |only |about |some |around |a total of )*$|^\s*$"
)
_STATE = re.compile(
    r"\b(?:unallocated|waiting|awaiting|open (?:cases|to)|vacan(?:t|cies)|caseloads?|looked after|in care|subject to"
    r"|on roll|on the (?:list|register)|in need|placed|outstanding|overdue|supported)\b"
)
"""Words of what is counted on a day, and not over a stretch of time."""
_PLANNED = re.compile(r"\b(?:built|based|designed|planned|provided|room|capacity|funded|allowed)\s+(?:on|for)\s*$")
_MONTH = 31
_TIME = re.compile(r"\s*(?:[a-z]+ )?(?:years?|months?|weeks?|days?|quarters?|times?|occasions?|meetings?)\b")
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
        another_year = (period.end.day, period.end.month) == (report.end.day, report.end.month)
        oldest = _YEARS if another_year and period.kind is PeriodKind.AS_AT else _YEAR
        if period.end + _STALE < report.end and period.end + oldest > report.end:
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
        elif period.start > report.end + _EARLIER and not _UPDATE.search(words) and _is_stated(context, figure):
            yield query(
                f"The figure is of {period_words(period).removeprefix('as at ')}, after the report's own end on "
                f"{long_day(report.end)}; worth checking.",
                figure,
                f" is {period_words(period)}, the report up to {long_day(report.end)}",
            )


def _measured(context: Context, figure: Figure) -> bool:
    """Tell whether a figure tells what was, of an indicator of the service itself or as a level on a day."""
    indicator = context.indicator(figure)
    if figure.nature not in {Nature.ACTUAL, None}:
        return False
    if indicator is None:
        return _is_level_on_a_day(context, figure)
    return indicator.stage in {Stage.INPUTS, Stage.PROCESSES, Stage.OUTPUTS, Stage.WORKFORCE}


def _is_stated(context: Context, figure: Figure) -> bool:
    """Tell whether a figure is told as a level of a stock, and not as what came of something."""
    level = _LEVEL.search(context.passages.before(figure, 80)) or context.passages.in_list(figure)
    return context.measure(figure) is Measure.STOCK and bool(level)


def _is_level_on_a_day(context: Context, figure: Figure) -> bool:
    """Tell whether a count without an indicator is the level of something on a day that the text names."""
    on_a_day = figure.period is not None and figure.period.kind is PeriodKind.AS_AT
    return on_a_day and figure.unit in {Unit.COUNT, None} and _is_state(context, figure)


def _latest(context: Context) -> Iterator[Figure]:
    """Yield the latest figure of each indicator that a report would be expected to bring up to date."""
    latest: dict[str, Figure] = {}
    for figure in context.figures:
        if figure.period is None or not _said_here(context, figure) or not _measured(context, figure):
            continue
        measure = context.measure(figure)
        month = (figure.period.end - figure.period.start).days <= _MONTH
        counted = figure.unit in {Unit.COUNT, None} and measure in {Measure.STOCK, Measure.RATIO_OF_STOCK, None}
        if not month or not (counted or measure in {Measure.FLOW, Measure.STOCK}):
            continue
        if figure.value < _FEW and figure.period.kind is not PeriodKind.AS_AT and measure is not Measure.FLOW:
            continue
        name = figure.indicator or figure.label.lower()
        held = latest.get(name)
        if held is None or held.period is None or held.period.end < figure.period.end:
            latest[name] = figure
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
    if told.start > figure.span.end and _PEAK.search(context.passages.low, figure.span.end, told.start):
        return False
    behind = (f for f in sentence.figures if f.id != figure.id and told.end <= f.span.start <= told.end + 3)
    return all(re.search(r"[;:)]", context.text[told.end : f.span.start]) for f in behind)


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
    if not context.dates_itself(figure) or (told is not None and told.rule == "the paragraph before"):
        return False
    if told is None or told.rule != "the sentence before":
        return True
    sentence = context.passages.sentence_of(figure)
    before = context.passages.previous(sentence) if sentence else None
    return before is None or not before.figures or not all(_is_flow(context, f) for f in before.figures)


def _needs_date(context: Context, figure: Figure) -> bool:
    """Tell whether a figure is the level of a stock on a day that the text does not tell."""
    if figure.period is None and _is_stock_without_a_time(context, figure):
        return True
    if not _is_of_a_day(context, figure):
        return False
    sentence = context.passages.sentence_of(figure)
    paragraph = context.passages.paragraph_of(figure)
    if sentence is None or paragraph is None or context.passages.in_list(figure) or context.is_subset(figure):
        return False
    before = context.passages.before(figure, 80)
    if not _LEVEL.search(before) or re.search(r"\bof (?:all |the |our )*$", before) or _OWN_DATE.search(sentence.low):
        return False
    # What came in a month dates no level of another sentence; a level on a day does, and a year to its end.
    return not any(
        context.dates_itself(f)
        and f.span.start < figure.span.start
        and (f in sentence.figures or not _is_flow(context, f))
        for f in paragraph.figures
    )


_STANDS = re.compile(
    r"\b(?:stood at|stands at|standing at|totall?ed|amounted to|amounts to|numbered|of whom there (?:were|are)"
    r"|balances? (?:were|was|of|is))\s+(?:now |only |about |some |around |a total of )*£?$"
)
_IN_ALL = re.compile(
    r"\b(?:in|over|during|for|throughout|since|per|each|every|within|between) (?:the |a |this |last )?[a-z]*\s*"
    r"(?:year|quarter|month|week|period|day|term)s?\b"
)
_GOING_ON = re.compile(
    r"\b(?:waiting|under way|receiving|in care|on the|subject to|with an?|open|vacant|placed|living)\b"
)


def _is_stock_without_a_time(context: Context, figure: Figure) -> bool:
    """Tell whether a figure that nothing dates is a level: by its indicator, or by "stood at", "numbered".

    Cells and items of lists are levels where their indicator says so, or, with nothing else beside them, their words.
    """
    counted = figure.unit in {Unit.COUNT, Unit.FTE, Unit.GBP, None} and figure.value > 1
    bound = figure.qualifier in {Qualifier.OVER, Qualifier.UNDER, Qualifier.AVERAGE}
    sentence, before = context.passages.sentence_of(figure), context.passages.before(figure, 80)
    if not counted or bound or figure.nature not in {Nature.ACTUAL, None} or sentence is None:
        return False
    timed = _IN_ALL.search(sentence.low) or _OWN_DATE.search(sentence.low)
    behind = context.passages.after(figure, 30)
    if timed or _TIME.match(behind) or _PER.match(behind) or _PLANNED.search(before[-40:]):
        return False
    if any(context.dates_itself(f) and f.span.start < figure.span.start for f in sentence.figures):
        return False  # "In June there were 211 referrals, and the number of plans was 287"
    stock = context.measure(figure) is Measure.STOCK and figure.unit is not Unit.FTE
    if context.passages.in_list(figure):
        told = stock or _GOING_ON.search(sentence.low) is not None
        return told and not _dated_above(context, sentence)
    if _STANDS.search(before) is not None:
        return True
    level = _WERE.search(before) or _NAMED.search(before) or _GOING_ON_NOW.match(context.passages.after(figure, 60))
    return stock and level is not None and not context.is_subset(figure)


_WERE = re.compile(
    r"\b(?:was|were|are|is|reached|remained at|(?:risen|rose|fallen|fell|increased|grown|reduced|decreased) to)\s+"
    r"(?:now |only |about |some |around |a total of )*$"
)
_PER = re.compile(r"^\s*(?:[a-z]+ )?(?:per|each|apiece)\b")
_NAMED = re.compile(r"[a-z]\s*:\s*$")
_GOING_ON_NOW = re.compile(
    r"^\s*(?:[a-z]+ ){1,3}?(?:were|are|was|is) (?:currently )?(?:[a-z]+ing|open|vacant|placed|looked after|in"
    r"|on|with|subject)\b"
)
_ANY_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def _dated_above(context: Context, sentence: Sentence) -> bool:
    """Tell whether one of the few lines above a row or an item names a year: its heading or its lead-in."""
    paragraph = context.passages.paragraphs[sentence.paragraph]
    index = paragraph.index
    while index and (context.passages.paragraphs[index].is_row or context.passages.paragraphs[index].kind != "text"):
        if _ANY_YEAR.search(context.passages.paragraphs[index].span.cut(context.text)):
            return True
        index -= 1
    return _ANY_YEAR.search(context.passages.paragraphs[index].span.cut(context.text)) is not None


def _is_of_a_day(context: Context, figure: Figure) -> bool:
    """Tell whether a figure counts what is there on a day, by its indicator or by the words beside it."""
    counted = figure.unit in {Unit.COUNT, None} and figure.value != 0 and figure.nature in {Nature.ACTUAL, None}
    bound = figure.qualifier in {Qualifier.OVER, Qualifier.UNDER} or _PLANNED.search(
        context.passages.before(figure, 40)
    )
    if not counted or bound or _TIME.match(context.passages.after(figure, 30)):
        return False
    indicator = context.indicator(figure)
    if indicator is None:
        beside = _LEVEL_BESIDE.search(context.passages.before(figure, 80)) is not None
        return beside and _is_state(context, figure)
    return indicator.measure is Measure.STOCK and indicator.stage in {Stage.INPUTS, Stage.PROCESSES, Stage.OUTPUTS}


def _is_flow(context: Context, figure: Figure) -> bool:
    """Tell whether a figure counts what came or went in a month."""
    period = figure.period
    if period is None or period.kind is PeriodKind.AS_AT or (period.end - period.start).days > _MONTH:
        return False
    return context.measure(figure) is Measure.FLOW


def _is_state(context: Context, figure: Figure) -> bool:
    """Tell whether the words beside a count without an indicator speak of what is there on a day."""
    around = context.passages.before(figure, 60) + re.split(r"[.;,]", context.passages.after(figure, 60))[0]
    return _STATE.search(around) is not None and not context.is_subset(figure)


WITHIN_PERIOD = Rule(
    14, "outside the report's period", Severity.MEDIUM, "Figures are of the report's own period.", check_within_period
)
DATED = Rule(16, "figure without a date", Severity.LOW, "A stock is given with its day.", check_dated)
