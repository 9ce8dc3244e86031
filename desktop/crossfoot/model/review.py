"""The officer's layer: decisions on figures, annotations, and the journal of both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from crossfoot.model.assurance import SignOff
from crossfoot.model.figure import Figure, Unit
from crossfoot.model.span import Span


class State(StrEnum):
    """What the officer has decided on a figure; the values are those of the JSON interface."""

    UNREVIEWED = "unreviewed"
    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    REJECTED = "rejected"
    QUERIED = "queried"


class Presence(StrEnum):
    """How a figure stands in the newest reading of its document's text, where there were several."""

    STEADY = ""
    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"


class Origin(StrEnum):
    """Who put a figure there: the program, or the officer who saw that it was missed."""

    FOUND = "found"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Earlier:
    """What was decided on a figure in the version of its document that a new one took the place of.

    ``figure`` is its workspace id there. ``value`` and ``unit`` are what held then: the officer's where they
    were corrected.
    """

    figure: str
    quote: str
    value: Decimal
    unit: Unit | None = None
    state: State = State.UNREVIEWED
    note: str = ""
    reason: str = ""
    reviewer: str = ""
    reviewed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ReviewedFigure:
    """A figure with what the officer decided on it.

    ``id`` is unique in the workspace ("d1-3fa9c02b11"); ``printed`` is the machine's
    layer and never changes; ``current`` is the same figure with the officer's corrections
    laid over it, and is what tables, charts, checks and exports use. ``corrected`` holds
    just the changed fields, as text in the form of the JSON interface.

    Newer rules may have read the text again since. ``presence`` tells an undecided figure that only they found
    (new), and a decided one that they read differently (changed) or no longer find (gone). What was decided on
    stays ``printed`` as the officer saw it; ``reread`` is what the newest rules make of a changed figure.
    ``reading`` numbers the reading that was decided on, None standing for the document's first.
    ``earlier`` is what was decided in an earlier version of the document, where this one reads differently.
    """

    id: str
    document: str
    printed: Figure
    current: Figure
    state: State = State.UNREVIEWED
    origin: Origin = Origin.FOUND
    corrected: Mapping[str, str] = field(default_factory=dict)
    note: str = ""
    reason: str = ""
    reviewer: str = ""
    reviewed_at: datetime | None = None
    reading: int | None = None
    presence: Presence = Presence.STEADY
    reread: Figure | None = None
    earlier: Earlier | None = None


class AnnotationKind(StrEnum):
    """A highlight marks words; a comment says something about them."""

    HIGHLIGHT = "highlight"
    COMMENT = "comment"


class About(StrEnum):
    """What an annotation is about: words of the text, or something that has no words of its own there."""

    TEXT = "text"
    DOCUMENT = "document"
    FINDING = "finding"
    CHART_POINT = "chart_point"


@dataclass(frozen=True, slots=True)
class Reply:
    """What somebody answered under a mark."""

    text: str
    reviewer: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Annotation:
    """The officer's mark on a stretch of the text, or a note ``about`` something else.

    ``id`` is unique in the workspace. ``quote`` are the words that it stands on: those of the text, a document's title,
    what a finding says, or a chart and its point. ``target`` is the finding's id, or that of the figure that a chart's
    point stands for; a note outlives them. ``span`` is the place that it leads to, empty where there is none.
    ``replies`` are the thread under its comment, oldest first; ``resolved`` tells that nothing is open about it.
    """

    id: str
    document: str
    span: Span
    quote: str
    kind: AnnotationKind
    comment: str = ""
    colour: str = "yellow"
    tags: tuple[str, ...] = ()
    reviewer: str = ""
    created_at: datetime | None = None
    replies: tuple[Reply, ...] = ()
    resolved: bool = False
    about: About = About.TEXT
    target: str = ""


@dataclass(frozen=True, slots=True)
class JournalRow:
    """One row of the append-only journal: who did what to what, when, and why.

    ``before`` and ``after`` are what was changed, as JSON text. Rows of one ``group`` were
    done by one act and are undone together. ``undoes`` is the group that this row takes
    back, or None. ``digest`` is the SHA-256 of the row and of the digest before it.
    """

    seq: int
    at: datetime
    reviewer: str
    verb: str
    target_kind: str
    target: str
    document: str | None
    before: str
    after: str
    reason: str
    group: int
    undoes: int | None
    digest: str


@dataclass(frozen=True, slots=True)
class Counts:
    """How far the check has come; ``found`` is always the sum of the five states."""

    unreviewed: int = 0
    confirmed: int = 0
    corrected: int = 0
    rejected: int = 0
    queried: int = 0
    findings: int = 0

    @property
    def found(self) -> int:
        """Return the number of figures, whoever found them."""
        return self.decided + self.unreviewed

    @property
    def decided(self) -> int:
        """Return the number of figures that the officer has decided on."""
        return self.confirmed + self.corrected + self.rejected + self.queried


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """One row of the documents list."""

    id: str
    title: str
    path: str
    meeting_date: date | None
    council: str | None
    counts: Counts
    notes: tuple[str, ...] = ()
    sign_off: SignOff | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    """What a verb touched, so that each pane redraws only that.

    ``sign_offs`` are documents that were signed or whose signature went, ``second_checks`` figures.
    """

    documents: frozenset[str] = frozenset()
    figures: frozenset[str] = frozenset()
    annotations: frozenset[str] = frozenset()
    findings_of: frozenset[str] = frozenset()
    rules: frozenset[str] = frozenset()
    sign_offs: frozenset[str] = frozenset()
    second_checks: frozenset[str] = frozenset()
    own_checks: frozenset[str] = frozenset()
    views: frozenset[str] = frozenset()
    codes: frozenset[str] = frozenset()

    def __or__(self, other: Changes) -> Changes:
        """Join two sets of changes."""
        return Changes(
            self.documents | other.documents,
            self.figures | other.figures,
            self.annotations | other.annotations,
            self.findings_of | other.findings_of,
            self.rules | other.rules,
            self.sign_offs | other.sign_offs,
            self.second_checks | other.second_checks,
            self.own_checks | other.own_checks,
            self.views | other.views,
            self.codes | other.codes,
        )


@dataclass(frozen=True, slots=True)
class SeriesPoint:
    """One point of a trend: a figure at the last day of its period."""

    figure: str
    document: str
    day: date
    value: Decimal
    printed: Decimal
    state: State
    subject: str
