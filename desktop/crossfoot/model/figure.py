"""A figure: a number in a record that reports, plans or compares something."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from crossfoot.model.carrying import carried_whole
from crossfoot.model.record import SectionKind
from crossfoot.model.span import Span


class Unit(StrEnum):
    """What a figure counts; the values are those of the JSON interface."""

    COUNT = "count"
    PERCENT = "percent"
    PERCENTAGE_POINTS = "percentage_points"
    GBP = "GBP"
    FTE = "fte"
    RATE_PER_10000 = "rate_per_10000"
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"
    SCORE = "score"
    RATIO = "ratio"


class Nature(StrEnum):
    """Whether a figure tells what was, what is planned, or what it is compared with."""

    ACTUAL = "actual"
    BUDGET = "budget"
    FORECAST = "forecast"
    TARGET = "target"
    BENCHMARK = "benchmark"
    CHANGE = "change"
    VARIANCE = "variance"
    PROPOSED = "proposed"


class Qualifier(StrEnum):
    """How firmly the text states the value."""

    NONE = ""
    APPROX = "approx"
    OVER = "over"
    UNDER = "under"
    AVERAGE = "average"


class PeriodKind(StrEnum):
    """A figure holds at one day (a stock) or for a stretch of time (a flow)."""

    AS_AT = "as_at"
    DURING = "during"


@carried_whole
@dataclass(frozen=True, slots=True)
class Period:
    """The days that a figure is about; both ends belong to it."""

    start: date
    end: date
    kind: PeriodKind

    def __post_init__(self) -> None:
        """Refuse a period that ends before it starts."""
        if self.end < self.start:
            raise ValueError(f"a period cannot end on {self.end} before it starts on {self.start}")


@carried_whole
@dataclass(frozen=True, slots=True)
class Evidence:
    """Which words, by which rule, gave a figure one of its fields.

    ``field`` is a field name of :class:`Figure`; ``span`` names the words in the
    document's text, or is None where the rule needed none.
    """

    field: str
    rule: str
    span: Span | None = None


@carried_whole
@dataclass(frozen=True, slots=True)
class Figure:
    """One figure, as the program read it or as the officer added it.

    ``value`` is in whole units (pounds, not millions; 57.5 for 57.5 %), exact.
    ``step`` is the size of the last printed digit in the same unit: 10,000 for
    "£5.51m", 0.1 for "57.5%". ``confidence`` is the share of such readings, between
    0 and 1, that are right. ``id`` is made from the words and their surroundings,
    so that it stays when text elsewhere in the document changes; it is unique
    within its document. ``doubtful`` tells that its digits were recognised in a picture and
    are not sure.
    """

    id: str
    span: Span
    quote: str
    value: Decimal
    step: Decimal = Decimal(1)
    unit: Unit | None = None
    indicator: str | None = None
    label: str = ""
    subject: str = ""
    period: Period | None = None
    nature: Nature | None = None
    qualifier: Qualifier = Qualifier.NONE
    section: SectionKind | None = None
    confidence: float = 1.0
    rule: str = ""
    evidence: tuple[Evidence, ...] = field(default=())
    doubtful: bool = False
