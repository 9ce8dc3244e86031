"""The officer's corrections, laid over what the machine read; the machine's figure is never changed.

Corrections are kept as text in the form of the JSON interface, so that they can be read in the journal
for ever: "5500000", "GBP", "2013-03-31" for a day a figure holds at, "2013-04-01/2013-06-30" for a
stretch of time, and an empty text for a field that the officer cleared.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from crossfoot.model import Figure, Nature, Origin, Period, PeriodKind, Qualifier, ReviewedFigure, Unit
from crossfoot.workspace import FigureState

FIELDS = ("value", "unit", "indicator", "label", "subject", "period", "nature", "qualifier")
"""The fields of a figure that an officer can correct, in the order in which screens show them."""


def period_text(period: Period | None) -> str:
    """Return a period as one ISO text: a day, or two days with a stroke between them."""
    if period is None:
        return ""
    if period.kind is PeriodKind.AS_AT and period.start == period.end:
        return period.start.isoformat()
    stretch = f"{period.start.isoformat()}/{period.end.isoformat()}"
    return f"as_at {stretch}" if period.kind is PeriodKind.AS_AT else stretch


def period_of_text(text: str) -> Period | None:
    """Return the period of a text that :func:`period_text` made."""
    if not text:
        return None
    days = text.removeprefix("as_at ")
    first, _, last = days.partition("/")
    kind = PeriodKind.DURING if last and days == text else PeriodKind.AS_AT
    return Period(date.fromisoformat(first), date.fromisoformat(last or first), kind)


_READ: Mapping[str, Callable[[str], Any]] = MappingProxyType(
    {
        "value": Decimal,
        "unit": lambda text: Unit(text) if text else None,
        "indicator": lambda text: text or None,
        "label": str,
        "subject": str,
        "period": period_of_text,
        "nature": lambda text: Nature(text) if text else None,
        "qualifier": Qualifier,
    }
)


def plain_number(value: Decimal) -> Decimal:
    """Return a number written out, without a power of ten and without zeros that only a scale left behind.

    "£48.00m" is read with two places behind the point, "48m" is typed with none: both are 48000000.
    """
    whole = value.to_integral_value()
    return Decimal(int(whole)) if value == whole else value.normalize()


def field_text(figure: Figure, name: str) -> str:
    """Return one field of a figure as the text that a correction of it would have."""
    value = getattr(figure, name)
    if name == "period":
        return period_text(value)
    if isinstance(value, Decimal):
        return f"{plain_number(value):f}"
    return "" if value is None else str(value)


def corrected_figure(printed: Figure, state: FigureState) -> Figure:
    """Return the figure that holds now: as printed, with the officer's corrections over it."""
    if not state.corrected:
        return printed
    fields: dict[str, Any] = {name: _READ[name](text) for name, text in state.corrected.items()}
    if state.step is not None:
        fields["step"] = state.step
    return replace(printed, **fields)


def reviewed(document_id: str, printed: Figure, state: FigureState | None) -> ReviewedFigure:
    """Return a figure with what the officer holds of it."""
    state = state or FigureState()
    return ReviewedFigure(
        id=f"{document_id}-{printed.id}",
        document=document_id,
        printed=printed,
        current=corrected_figure(printed, state),
        state=state.state,
        origin=Origin.FOUND if state.added is None else Origin.ADDED,
        corrected=MappingProxyType({name: state.corrected[name] for name in FIELDS if name in state.corrected}),
        note=state.note,
        reason=state.reason,
        reviewer=state.reviewer,
        reviewed_at=state.reviewed_at,
        reading=state.reading,
        earlier=state.earlier,
    )
