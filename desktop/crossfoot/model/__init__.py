"""The words that all parts of the program share: frozen values without behaviour of their own."""

from crossfoot.model.document import Block, BlockKind, Document, Extraction, Page, Reading, WordBox
from crossfoot.model.errors import WorldError
from crossfoot.model.figure import Evidence, Figure, Nature, Period, PeriodKind, Qualifier, Unit
from crossfoot.model.finding import Finding, Severity, Verdict, WorkingPart
from crossfoot.model.indicator import Better, Dictionary, Indicator, Measure
from crossfoot.model.record import (
    Commitment,
    DateRole,
    Direction,
    PrintedDate,
    Record,
    Resolution,
    Section,
    SectionKind,
    Stage,
    Statement,
)
from crossfoot.model.review import (
    Annotation,
    AnnotationKind,
    Changes,
    Counts,
    DocumentSummary,
    JournalRow,
    Origin,
    ReviewedFigure,
    SeriesPoint,
    State,
)
from crossfoot.model.span import Span

__all__ = [
    "Annotation",
    "AnnotationKind",
    "Better",
    "Block",
    "BlockKind",
    "Changes",
    "Commitment",
    "Counts",
    "DateRole",
    "Dictionary",
    "Direction",
    "Document",
    "DocumentSummary",
    "Evidence",
    "Extraction",
    "Figure",
    "Finding",
    "Indicator",
    "JournalRow",
    "Measure",
    "Nature",
    "Origin",
    "Page",
    "Period",
    "PeriodKind",
    "PrintedDate",
    "Qualifier",
    "Reading",
    "Record",
    "Resolution",
    "ReviewedFigure",
    "Section",
    "SectionKind",
    "SeriesPoint",
    "Severity",
    "Span",
    "Stage",
    "State",
    "Statement",
    "Unit",
    "Verdict",
    "WordBox",
    "WorkingPart",
    "WorldError",
]
