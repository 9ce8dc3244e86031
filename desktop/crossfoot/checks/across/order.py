"""Records in the order of their meetings, and what each says last of an indicator."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.outcome import Outcome
from crossfoot.model import Figure, Measure, Nature, Qualifier, Severity, Unit


@dataclass(frozen=True, slots=True)
class AcrossRule:
    """One check over several records in the order of their meetings; each outcome comes with the document it is of."""

    number: int
    name: str
    severity: Severity
    sentence: str
    check: Callable[[Sequence[Context]], Iterable[tuple[str, Outcome]]]


def in_order(contexts: Iterable[Context]) -> list[Context]:
    """Return the records that have a meeting date, the earliest first."""
    dated = [c for c in contexts if c.record.meeting_date is not None]
    return sorted(dated, key=lambda c: (c.record.meeting_date or date.min, c.input.document_id))


def is_level(context: Context, figure: Figure) -> bool:
    """Tell whether a figure is the total of an indicator that the text dates itself: no part, change, aim or guess."""
    if figure.indicator is None or figure.period is None or not context.dates_itself(figure):
        return False
    if figure.unit not in {Unit.COUNT, Unit.PERCENT, None} or figure.nature not in {Nature.ACTUAL, None}:
        return False
    if figure.qualifier not in {Qualifier.NONE, Qualifier.AVERAGE} or context.is_subset(figure):
        return False
    item = context.passages.paragraph_of(figure)
    short = item is None or item.is_row or len(item.figures) <= 2
    return not (short and context.passages.in_list(figure))


def levels(context: Context) -> list[Figure]:
    """Return the record's totals, found once."""
    return context.once(_levels)


def _levels(context: Context) -> list[Figure]:
    """Find the record's totals."""
    return [f for f in context.figures if is_level(context, f)]


def last_stocks(context: Context) -> dict[str, Figure]:
    """Return, for each stock, the record's total of the latest day."""
    found: dict[str, Figure] = {}
    for figure in levels(context):
        if context.measure(figure) is not Measure.STOCK or figure.period is None or figure.indicator is None:
            continue
        held = found.get(figure.indicator)
        if held is None or held.period is None or held.period.end < figure.period.end:
            found[figure.indicator] = figure
    return found
