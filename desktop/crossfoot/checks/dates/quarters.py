"""Rule 15: the quarter that a report names against the dates it gives."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.cues import COMPARISON
from crossfoot.checks.basis.outcome import Outcome, Rule, holds, query
from crossfoot.checks.dates.calendar import long_day, quarter_days, quarter_of, quarter_words
from crossfoot.checks.dates.covered import covered
from crossfoot.checks.dates.numbered_months import numbered_months
from crossfoot.checks.dates.quarter_claims import claims
from crossfoot.checks.dates.quarter_ends import ends_beside
from crossfoot.checks.dates.quarter_months import months_beside
from crossfoot.checks.dates.quarter_stretches import stretches_beside
from crossfoot.checks.dates.reported import named_quarters, report_period
from crossfoot.checks.dates.title_quarter import title_quarter
from crossfoot.model import Figure, Nature, Period, PeriodKind, Severity, Verdict
from crossfoot.model.wording import period_words

_YEAR = timedelta(days=366)


def check_quarters(context: Context) -> Iterator[Outcome]:
    """Say whether a named quarter and the day beside it belong together, and ask about figures of another quarter.

    The financial year begins in April. Figures of an earlier quarter are asked about where they are not given for
    comparison and the report has no figure of the same indicator for its own quarter. Source: rule 15 of the list of
    checks (report on quarter 1 to 30 June 2015, figures of January to March 2015 "during the quarter").
    """
    found = list(_in_one_place(context))
    yield from found
    if not any(outcome.verdict is Verdict.QUERY for outcome in found):
        claimed = list(claims(context))
        yield from claimed or title_quarter(context)
    yield from numbered_months(context)
    yield from _other_quarters(context)


def _in_one_place(context: Context) -> Iterator[Outcome]:
    """Say of each quarter whether the days and months that stand beside it are its own."""
    said: set[str] = set()
    for named in named_quarters(context):
        if named.end is None:
            continue
        words = " ".join(named.span.cut(context.text).split())
        if words.casefold() in said:
            continue
        said.add(words.casefold())
        year = named.year if named.year is not None else named.end.year - (named.number == 4)
        last = quarter_days(year, named.number)[1]
        if named.end == last:
            yield holds(
                f"{long_day(named.end)} is the end of {quarter_words(year, named.number)}.",
                f"{quarter_words(year, named.number)} ends on {long_day(last)}, holds",
                span=named.span,
                words=words,
            )
        elif quarter_of(named.end) != (year, named.number):
            yield query(
                f"{long_day(named.end)} is not in {quarter_words(year, named.number)}, which ends on "
                f"{long_day(last)}; worth checking.",
                f"{quarter_words(year, named.number)} ends on {long_day(last)}, {long_day(named.end)} is printed",
                span=named.span,
                words=words,
            )
    beside = list(months_beside(context))
    yield from beside
    places = [outcome.span for outcome in beside if outcome.span is not None]
    stretched = list(stretches_beside(context, places))
    yield from stretched
    yield from ends_beside(context, [*places, *(one.span for one in stretched if one.span is not None)])
    yield from covered(context)


def _other_quarters(context: Context) -> Iterator[Outcome]:
    """Yield a query for each other quarter whose figures stand where the report's own would be expected."""
    report = report_period(context)
    if report is None or report.quarter is None:
        return
    start, end = quarter_days(*report.quarter)
    own = {
        f.indicator
        for f in context.figures
        if f.period is not None and start <= f.period.end <= end + timedelta(days=1)
    }
    beside = set(_beside_own(context, start, end))
    others: dict[Period, list[Figure]] = defaultdict(list)
    for figure in context.figures:
        period = figure.period
        if period is None or figure.nature not in {Nature.ACTUAL, None} or period.kind is not PeriodKind.DURING:
            continue
        if any(e.field == "period" and e.rule == "now" for e in figure.evidence):
            continue  # "in the quarter" names none
        length = (period.end - period.start).days
        near = length >= 80 or abs((period.end - end).days) <= 95
        if (
            not 27 <= length <= 95
            or not near
            or start <= period.end <= end
            or abs((period.end - end).days) > _YEAR.days
        ):
            continue
        if (figure.indicator in own and figure.indicator is not None) or figure.id in beside:
            continue
        others[period].append(figure)
    for period, figures in others.items():
        sentence = context.passages.sentence_of(figures[0])
        if sentence is not None and (COMPARISON.search(sentence.low) or _ON_A_QUARTER.search(sentence.low)):
            continue
        if all(_PEOPLE.search(context.passages.before(f, 50)) for f in figures):
            continue  # a population is of no quarter
        if any(_compared(context, f) or _is_marked(context, f) for f in figures):
            continue
        if all(_is_event(context, f) or (period.start > end and _is_ahead(context, f)) for f in figures):
            continue
        parts: list[Figure | str] = []
        for figure in figures[:8]:
            parts += [", " if parts else "", figure]
        yield query(
            f"The report is on {quarter_words(*report.quarter)}, but these figures are of {period_words(period)}; "
            "worth checking which quarter is meant.",
            *[p for p in parts if p],
            f" are of {period_words(period)}, the report of {period_words(Period(start, end, PeriodKind.DURING))}",
        )


def _beside_own(context: Context, start: date, end: date) -> Iterator[str]:
    """Yield the cells of rows that have a figure of the report's own quarter too: those are there for comparison."""
    for table in context.passages.tables:
        for row in table.rows:
            cells = [cell for cell in row if cell is not None]
            if any(cell.period is not None and start <= cell.period.end <= end for cell in cells):
                yield from (cell.id for cell in cells)


def _compared(context: Context, figure: Figure) -> bool:
    """Tell whether a figure is there for comparison: by the words in front of it, or in brackets behind another."""
    before = context.passages.before(figure, 40)
    if COMPARISON.search(before) or _LAST_QUARTER.search(before):
        return True
    sentence = context.passages.sentence_of(figure)
    others = [f for f in sentence.figures if f.span.end < figure.span.start] if sentence else []
    return before.rfind("(") > before.rfind(")") and any(f.unit is figure.unit for f in others)


_LAST_QUARTER = re.compile(r"\blast (?:quarter|month|time|report)\b")
_ON_A_QUARTER = re.compile(r"\b(?:on|from|with|than|over|since|against) (?:the )?(?:q|quarter )[1-4]\b")
_PEOPLE = re.compile(r"\bpopulation[^.;\d]{0,25}$")
_EVENT = re.compile(
    r"[^.;\d]{0,60}?\b(?:started|joined|began|opened|closed|left|arrived|came|moved)(?: for [a-z]+)? in [a-z]+\b"
)
"""What happened in a month, "seven workers started in September", is no quarter's figure."""


def _is_event(context: Context, figure: Figure) -> bool:
    """Tell whether a figure is told as what happened in a month."""
    return _EVENT.match(context.passages.after(figure, 80)) is not None


_OVER = re.compile(
    r"\b(?:was|were|had|did|has been|have been|made|came|went|rose|fell|left|took|held|got|grew|stood|[a-z]{2,}(?<!e)ed"
    r"(?! (?:to|for)\b))\b(?! (?:social|workers?|staff|nurses?|teachers?)\b)"
)


def _is_ahead(context: Context, figure: Figure) -> bool:
    """Tell whether a sentence of running text says nothing that is over: "two more psychologists start in February"."""
    sentence = context.passages.sentence_of(figure)
    if sentence is None or context.passages.paragraphs[sentence.paragraph].is_row:
        return False
    return _OVER.search(sentence.low) is None


_IN_BRACKETS = re.compile(r"\s*\([^()\d]{0,30}\b(?:q|quarter )[1-4](?: only)?\)")


def _is_marked(context: Context, figure: Figure) -> bool:
    """Tell whether a bracket behind a figure says that it is of another quarter: "48.3% (provisional, Q1)"."""
    return _IN_BRACKETS.match(context.passages.after(figure, 50)) is not None


QUARTERS = Rule(
    15, "quarter against dates", Severity.MEDIUM, "The dates are of the quarter that the report names.", check_quarters
)
