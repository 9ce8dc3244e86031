"""Which figures of a record others are compared with: totals that the text dates, cells, and parts named in full."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from crossfoot.checks.across.naming import series_of, telling_of, telling_words, whole_name
from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.cues import content_words
from crossfoot.model import Figure, Measure, Nature, PeriodKind, Qualifier, Unit
from crossfoot.model.english import MONTH


def is_level(context: Context, figure: Figure, *, cells: bool = False) -> bool:
    """Tell whether a figure is the total of an indicator that the text dates itself: no part, change, aim or guess.

    With ``cells`` those of short rows and items count too, which may be of a part.
    """
    if series_of(figure) is None or figure.period is None or not context.dates_itself(figure):
        return False
    if not _is_told(figure):
        return False
    if figure.qualifier not in {Qualifier.NONE, Qualifier.AVERAGE} or _is_part(context, figure, cells=cells):
        return False
    item = context.passages.paragraph_of(figure)
    short = item is None or item.is_row or len(item.figures) <= 2
    by_date = figure.indicator is not None and not telling_words(figure)
    return by_date or cells or not (short and context.passages.in_list(figure))


_SET_AGAINST = re.compile(
    r"\b(?:from|against|compared (?:with|to)|than|previously|down on|up on)\s+(?:the |some |about |only )*£?$"
)


def lent_name(context: Context, figure: Figure) -> Figure:
    """Return a figure under the name of the one it is set against: "following a fall from 276, there were 259 …".

    A figure behind its day has the name in front of the day: "Permits in force at 31 March 2019: 420".
    """
    sentence = context.passages.sentence_of(figure)
    if figure.indicator is not None or figure.period is None or sentence is None:
        return figure
    if not telling_words(figure):
        lined = _LINED.match(sentence.low[: figure.span.start - sentence.span.start])
        return figure if lined is None else replace(figure, label=lined["what"])
    values = [f for f in sentence.figures if f.nature is not Nature.CHANGE]
    if len(values) != _TWO or figure.nature is Nature.CHANGE:
        return figure
    other = values[0] if values[1].id == figure.id else values[1]
    named = other.indicator is not None or (other is values[0] and len(values) < len(sentence.figures))
    alike = named and other.unit is figure.unit and other.nature is figure.nature
    if not alike or _SET_AGAINST.search(context.passages.before(figure, 40)) is None:
        return figure
    return replace(figure, indicator=other.indicator, label=other.label, subject=other.subject)


_LINED = re.compile(
    rf"\s*(?:[-•*–]\s+|\d+(?:\.\d+)*\.?\s+)?(?P<what>[a-z][^.;:]{{4,90}}?),? \(?(?:as )?(?:at|on|by|in) (?:the )?"
    rf"(?:end of )?(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{MONTH})(?:,? \d{{4}})?\)?\s*[:–-]\s*£?$"
)
"""A line that names what is counted, a day and a colon, in front of its figure."""
_TWO = 2


def _is_told(figure: Figure) -> bool:
    """Tell whether a figure is a count or a share, a sum of money on a day or an average time, that is no aim or guess.

    What is owed on a day is a deficit, and so a variance, however it came about.
    """
    if figure.unit is Unit.GBP:
        on_a_day = figure.period is not None and figure.period.kind is PeriodKind.AS_AT
        return on_a_day and figure.nature in {Nature.ACTUAL, Nature.VARIANCE, None}
    if figure.unit in {Unit.DAYS, Unit.WEEKS}:
        average = figure.qualifier is Qualifier.AVERAGE or "average" in f"{figure.label} {figure.subject}".lower()
        return average and figure.nature in {Nature.ACTUAL, None}
    return figure.unit in {Unit.COUNT, Unit.PERCENT, None} and figure.nature in {Nature.ACTUAL, None}


def _is_part(context: Context, figure: Figure, *, cells: bool) -> bool:
    """Tell whether a figure is a part of a total; "unallocated cases" are none where that is the figure's own name."""
    if not context.is_subset(figure):
        return False
    own = content_words(figure.subject.split(",")[0]) <= (
        content_words(figure.label) if cells else telling_of(figure.label)
    )
    bare = not telling_of(figure.label) and figure.indicator is not None
    return context.is_told_as_part(figure) or not (own or bare)


def is_cell(context: Context, figure: Figure) -> bool:
    """Tell whether a figure is what a row or an item gives for an indicator on a day, whole or part."""
    return is_level(context, figure, cells=True) and not is_level(context, figure)


def is_named_part(context: Context, figure: Figure) -> bool:
    """Tell whether a figure of the text is a part of a total, of a day that the text names, and is named in full.

    What a part came to over a stretch of time is seldom told twice, and every figure kept is read at each opening.
    """
    if figure.period is None or figure.period.kind is not PeriodKind.AS_AT or not context.dates_itself(figure):
        return False
    if not _is_told(figure):
        return False
    plain = figure.qualifier is Qualifier.NONE and not context.passages.in_list(figure)
    return plain and whole_name(figure) is not None and _is_part(context, figure, cells=False)


def is_of_a_day(context: Context, figure: Figure) -> bool:
    """Tell whether a figure is a count or share of a day that the text names, no part, change or aim."""
    period = figure.period
    if period is None or period.kind is not PeriodKind.AS_AT or not context.dates_itself(figure):
        return False
    return _is_told(figure) and figure.qualifier is Qualifier.NONE and not context.is_subset(figure)


def latest_of(levels: list[Figure]) -> Iterator[Figure]:
    """Yield, for each measure, the record's total of the latest day or stretch of time.

    Flows are among them: what came in a quarter is set against what came in another one.
    """
    found: dict[str, Figure] = {}
    for figure in levels:
        series = series_of(figure)
        if figure.period is None or series is None:
            continue
        held = found.get(series)
        if held is None or held.period is None or held.period.end < figure.period.end:
            found[series] = figure
    yield from found.values()


def is_stock(context: Context, figure: Figure) -> bool:
    """Tell whether a figure is the level of a stock, by its indicator or else because it is told of a day."""
    measure = context.measure(figure)
    on_a_day = figure.period is not None and figure.period.kind is PeriodKind.AS_AT
    counted = figure.unit in {Unit.COUNT, Unit.GBP, None}
    return measure is Measure.STOCK or (measure is None and on_a_day and counted)


def bare(figure: Figure) -> Figure:
    """Return a figure without its evidence, which no rule over several records asks for."""
    return replace(figure, evidence=())
