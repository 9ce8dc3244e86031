"""An invented record, stored in a workspace without any reading or searching of files."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from crossfoot.model import (
    Block,
    BlockKind,
    Commitment,
    Direction,
    Evidence,
    Extraction,
    Figure,
    Nature,
    Page,
    Period,
    PeriodKind,
    PrintedDate,
    Qualifier,
    Reading,
    Record,
    Resolution,
    Section,
    SectionKind,
    Span,
    Stage,
    Statement,
    Unit,
    WordBox,
)
from crossfoot.workspace import Act, Entry, FigureState, TargetKind, Workspace, dumps

TEXT = "Harbour Vale Council. At 30 June 2016 there were 1,194 open cases, and £5.51m was spent. Visits fell."
NOW = datetime(2024, 5, 6, 10, 42, tzinfo=UTC)


def _span(quote: str) -> Span:
    start = TEXT.index(quote)
    return Span(start, start + len(quote))


@pytest.fixture
def reading() -> Reading:
    """Return a reading with everything a reader can give."""
    return Reading(
        reader="pdf",
        text=TEXT,
        blocks=(Block(BlockKind.HEADING, Span(0, 20), 2), Block(BlockKind.PARAGRAPH, Span(20, len(TEXT)))),
        pages=(Page(1, 595.2, 841.9, Span(0, len(TEXT)), (WordBox(Span(0, 7), 72.0, 72.5, 110.25, 84.0),)),),
        notes=("Page 2 holds a picture without text.",),
    )


@pytest.fixture
def extraction() -> Extraction:
    """Return an extraction with a value in every field."""
    period = Period(date(2016, 6, 30), date(2016, 6, 30), PeriodKind.AS_AT)
    return Extraction(
        version="7",
        record=Record(
            council="Harbour Vale Council",
            title="Cases",
            meeting_date=date(2016, 7, 14),
            sections=(Section(SectionKind.DECISION, "2. Record of the Decision", Span(22, 60)),),
            resolutions=(Resolution("1", "the report be noted", Span(60, 70)),),
            dates=(PrintedDate(_span("30 June 2016"), "30 June 2016", date(2016, 6, 30), 3),),
        ),
        figures=(
            Figure(
                id="aaaaaaaaaa",
                span=_span("1,194"),
                quote="1,194",
                value=Decimal(1194),
                unit=Unit.COUNT,
                indicator="contacts",
                label="open cases",
                subject="North",
                period=period,
                nature=Nature.ACTUAL,
                qualifier=Qualifier.APPROX,
                section=SectionKind.DECISION,
                confidence=0.875,
                rule="count",
                evidence=(Evidence("period", "before", _span("30 June 2016")), Evidence("unit", "noun")),
            ),
            Figure("bbbbbbbbbb", _span("£5.51m"), "£5.51m", Decimal("5510000.00"), Decimal(10000), Unit.GBP),
        ),
        statements=(Statement("contacts", Direction.DOWN, Stage.INPUTS, _span("Visits fell"), "Visits fell"),),
        commitments=(Commitment("report back", "the Director", "quarterly", None, Span(0, 7)),),
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where the test's workspace stands."""
    return tmp_path / "spring.crossfoot"


@pytest.fixture
def filled(path: Path, reading: Reading, extraction: Extraction) -> Path:
    """Return a workspace with one document and two decisions, closed again."""
    with Workspace.open(path, create=True) as workspace:
        with workspace.transaction():
            workspace.documents.add("records/cases.pdf", b"%PDF bytes", reading, extraction, NOW)
            workspace.findings.replace("d1", ())
        decide(workspace, "d1-aaaaaaaaaa", "right")
        decide(workspace, "d1-bbbbbbbbbb", "looked up")
    return path


def decide(workspace: Workspace, figure: str, reason: str) -> None:
    """Write one decision the way the review does."""
    with workspace.transaction():
        entry = Entry(TargetKind.FIGURE, figure, "d1", "null", dumps(FigureState(reason=reason)))
        workspace.officer.apply(workspace.journal.append(Act("confirm", NOW, "AB", reason), [entry]))


@pytest.fixture
def decision() -> Callable[[Workspace, str, str], None]:
    """Return the function that writes one decision."""
    return decide
