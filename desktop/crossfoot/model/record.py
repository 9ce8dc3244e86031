"""The decision record: its sections, dates, resolutions and promises."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from crossfoot.model.span import Span


class SectionKind(StrEnum):
    """The seven sections of the proforma; the values are those of the JSON interface."""

    TITLE = "title"
    DECISION = "decision"
    REASONS = "reasons"
    ALTERNATIVES = "alternatives"
    CONFLICTS = "conflicts"
    DISPENSATIONS = "dispensations"
    CALL_IN = "call_in"


class DateRole(StrEnum):
    """What a printed date stands for in the record."""

    MEETING = "meeting"
    CALL_IN = "call_in"
    PROPER_OFFICER = "proper_officer"
    OTHER = "other"


class Direction(StrEnum):
    """Which way a statement without a number says that things went or stand."""

    UP = "up"
    DOWN = "down"
    SAME = "same"
    HIGH = "high"
    LOW = "low"
    ABOVE_TARGET = "above_target"
    BELOW_TARGET = "below_target"


class Stage(StrEnum):
    """Where an indicator stands in the process model that Cabinet approved in June 2013.

    The further values are the places of ``resources/indicators.tsv`` beside the model's three.
    """

    INPUTS = "inputs"
    PROCESSES = "processes"
    OUTPUTS = "outputs"
    WORKFORCE = "workforce"
    BUDGET = "budget"
    INSPECTION = "inspection"
    CONTEXT = "context"


@dataclass(frozen=True, slots=True)
class Section:
    """One section: its heading as printed and the span of its body, heading left out.

    The body's span is empty where nothing stands under the heading.
    """

    kind: SectionKind
    heading: str
    span: Span


@dataclass(frozen=True, slots=True)
class Resolution:
    """One numbered resolution; ``number`` is as printed ("1", "a", "iv"), without its stop."""

    number: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A calendar date as it stands in the text.

    ``day`` is None where the words name no day of the calendar ("31 June 2013").
    ``weekday`` is the weekday that the text names beside it, Monday being 0, or None.
    """

    span: Span
    quote: str
    day: date | None
    weekday: int | None = None
    role: DateRole = DateRole.OTHER


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim about an indicator without a number: "contacts have reduced slightly"."""

    indicator: str | None
    direction: Direction
    stage: Stage | None
    span: Span
    quote: str


@dataclass(frozen=True, slots=True)
class Commitment:
    """Something promised: what, by whom, and by when or how often, in the text's words."""

    what: str
    who: str
    when: str
    due: date | None
    span: Span


class ReferenceKind(StrEnum):
    """What a reference points at, and so what it is found by."""

    MEETING = "meeting"
    MINUTE = "minute"
    RECORD = "record"


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that point at another meeting, minute or record: "Cabinet on 13 June 2013", "Minute 45/12", "D130045".

    A meeting was on a day from ``first`` to ``last``, both the same where the day is told; ``number`` is that of the
    minute or record as printed.
    """

    kind: ReferenceKind
    span: Span
    quote: str
    first: date | None = None
    last: date | None = None
    number: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """What a document says of itself. Every field is None or empty where the text is silent."""

    council: str | None = None
    title: str | None = None
    reference: str | None = None
    meeting_date: date | None = None
    call_in: date | None = None
    proper_officer_date: date | None = None
    sections: tuple[Section, ...] = ()
    resolutions: tuple[Resolution, ...] = ()
    dates: tuple[PrintedDate, ...] = ()
    references: tuple[Reference, ...] = ()

    def section(self, kind: SectionKind) -> Section | None:
        """Return the first section of ``kind``, or None."""
        return next((s for s in self.sections if s.kind is kind), None)

    def section_at(self, offset: int) -> SectionKind | None:
        """Return the kind of the section whose body holds the character at ``offset``, or None."""
        return next((s.kind for s in self.sections if s.span.start <= offset < s.span.end), None)
