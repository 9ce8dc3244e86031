"""A summary of two invented records, one of them hostile, with every state, mark and verdict in it."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from types import MappingProxyType
from typing import Any

import pytest

from crossfoot.export import DocumentPart, Summary
from crossfoot.model import (
    Annotation,
    AnnotationKind,
    Better,
    Dictionary,
    Document,
    Extraction,
    Figure,
    Finding,
    Indicator,
    JournalRow,
    Measure,
    Nature,
    Origin,
    Period,
    PeriodKind,
    Qualifier,
    Reading,
    Record,
    Resolution,
    ReviewedFigure,
    Section,
    SectionKind,
    Severity,
    Span,
    Stage,
    State,
    Unit,
    Verdict,
    WorkingPart,
)

TEXT = """WESTERMERE DISTRICT COUNCIL

Cabinet Meeting 14 March 2024

1. Title of Item/Report

Family Services Pressures

2. Record of the Decision

On 31 January 2024 there were 812 children open to the district's teams. By 29 February the number had
grown by 43 to 856.

The fostering budget was set at £2.4m for 2023/24 and the projected outturn was £2.65m, an overspend of £250k.
Timeliness of reviews stood at 87.5%, and table 4 shows the rest.

RESOLVED that:

1. the pressures be noted.
2. a further report be made in June.

3. Reasons for the Decision

To keep members informed.
"""

HOSTILE = """=cmd|'/C calc'!A0

<script>alert("12 cases")</script> There were 12 cases & <b>no</b> more.
"""

NOON = datetime(2024, 4, 2, 12, 0)  # noqa: DTZ001 - the machine's own clock, so that the words are the same everywhere


def _indicator(key: str, name: str, measure: Measure, stage: Stage) -> Indicator:
    return Indicator(key, name, (), "", measure, stage, Better.NEUTRAL)


DICTIONARY = Dictionary.of(
    [
        _indicator("active_children", "Children open to the service", Measure.STOCK, Stage.INPUTS),
        _indicator("fostering_agency_budget", "Fostering agency budget", Measure.PLAN, Stage.BUDGET),
        _indicator("reviews_percent", "Reviews within timescale (%)", Measure.RATIO_OF_FLOW, Stage.PROCESSES),
    ]
)

YEAR = Period(date(2023, 4, 1), date(2024, 3, 31), PeriodKind.DURING)


def day(year: int, month: int, number: int) -> Period:
    """Return one day that a stock holds at."""
    return Period(date(year, month, number), date(year, month, number), PeriodKind.AS_AT)


def figure(text: str, quote: str, value: str, unit: Unit = Unit.COUNT, **fields: Any) -> Figure:
    """Return a figure at the first place of ``quote`` in ``text``."""
    start = text.index(quote)
    return Figure(
        id=f"f{start}",
        span=Span(start, start + len(quote)),
        quote=quote,
        value=Decimal(value),
        unit=unit,
        section=SectionKind.DECISION,
        rule="made up",
        **fields,
    )


def reviewed(document: str, printed: Figure, state: State, **fields: Any) -> ReviewedFigure:
    """Return ``printed`` as decided by AB at noon, or untouched."""
    current = fields.pop("current", printed)
    if state is not State.UNREVIEWED:
        fields = {"reviewer": "AB", "reviewed_at": NOON, **fields}
    return ReviewedFigure(f"{document}-{printed.id}", document, printed, current, state, **fields)


def _first() -> DocumentPart:
    children: dict[str, Any] = {"indicator": "active_children", "label": "children open to the district's teams"}
    budget: dict[str, Any] = {"indicator": "fostering_agency_budget", "label": "fostering budget", "period": YEAR}
    closing = figure(TEXT, "856", "856", period=day(2024, 2, 29), nature=Nature.ACTUAL, **children)
    corrected = figure(TEXT, "856", "855", period=day(2024, 2, 29), nature=Nature.ACTUAL, **children)
    figures = (
        reviewed(
            "d1",
            figure(TEXT, "812", "812", period=day(2024, 1, 31), nature=Nature.ACTUAL, **children),
            State.CONFIRMED,
        ),
        reviewed("d1", figure(TEXT, "43", "43", nature=Nature.CHANGE, **children), State.CONFIRMED),
        reviewed(
            "d1",
            closing,
            State.CORRECTED,
            current=corrected,
            corrected=MappingProxyType({"value": "855"}),
            reason="=1+1 does not foot",
            note="The service's own return says 855.",
        ),
        reviewed("d1", figure(TEXT, "£2.4m", "2400000", Unit.GBP, nature=Nature.BUDGET, **budget), State.UNREVIEWED),
        reviewed(
            "d1",
            figure(TEXT, "£2.65m", "2650000", Unit.GBP, nature=Nature.FORECAST, **budget),
            State.QUERIED,
            reason="Is this the outturn at month 10 or 11?",
        ),
        reviewed(
            "d1",
            figure(TEXT, "£250k", "250000", Unit.GBP, nature=Nature.VARIANCE, subject="overspend", **budget),
            State.UNREVIEWED,
            origin=Origin.ADDED,
        ),
        reviewed(
            "d1",
            figure(
                TEXT,
                "87.5%",
                "87.5",
                Unit.PERCENT,
                indicator="reviews_percent",
                qualifier=Qualifier.APPROX,
            ),
            State.CONFIRMED,
        ),
        reviewed("d1", figure(TEXT, "4 shows", "4"), State.REJECTED, reason="a table's number"),
    )
    ids = {f.printed.quote: f.id for f in figures}
    query = Finding(
        id="x1",
        rule=5,
        name="opening and change make closing",
        verdict=Verdict.QUERY,
        severity=Severity.HIGH,
        message="812 and 43 make 855, and 856 is printed.",
        figures=(ids["812"], ids["43"], ids["856"]),
        span=figures[2].printed.span,
        working=(
            WorkingPart("812", ids["812"]),
            WorkingPart(" + "),
            WorkingPart("43", ids["43"]),
            WorkingPart(" = 855, printed "),
            WorkingPart("856", ids["856"]),
        ),
    )
    holds = Finding(
        id="x2",
        rule=6,
        name="variance is the difference of budget and outturn",
        verdict=Verdict.HOLDS,
        severity=Severity.LOW,
        message="2.65m less 2.4m is 250k.",
        figures=(ids["£2.65m"], ids["£2.4m"], ids["£250k"]),
    )
    start = TEXT.index("grown by 43 to 856")
    mark = Annotation(
        id="a1",
        document="d1",
        span=Span(start, start + len("grown by 43 to 856")),
        quote="grown by 43 to 856",
        kind=AnnotationKind.COMMENT,
        comment="Ask <finance> for the January return.",
        colour="green",
        tags=("follow up",),
        reviewer="AB",
        created_at=NOON,
    )
    record = Record(
        council="Westermere District Council",
        title="Family Services Pressures",
        reference="D240017",
        meeting_date=date(2024, 3, 14),
        call_in=date(2024, 3, 22),
        proper_officer_date=date(2024, 3, 18),
        sections=(
            Section(
                SectionKind.DECISION,
                "Record of the Decision",
                Span(TEXT.index("On 31"), TEXT.index("\n\n3. Reasons")),
            ),
        ),
        resolutions=(
            Resolution("1", "the pressures be noted.", Span(TEXT.index("the pressures"), TEXT.index("\n2. a"))),
            Resolution("2", "a further report be made in June.", Span(TEXT.index("a further"), TEXT.index("\n\n3."))),
        ),
    )
    document = Document("d1", "pressures.txt", "ab" * 32, Reading("text", TEXT), Extraction("1", record))
    return DocumentPart(document, figures, (mark,), (query, holds))


def _second() -> DocumentPart:
    reading = Reading("text", HOSTILE, notes=("Page 2 has <no> text.",))
    document = Document("d2", "<img src=x>.txt", "cd" * 32, reading, Extraction("1", Record(title="=1+1 <i>Title</i>")))
    hostile = figure(HOSTILE, "12 cases & <b>", "12", label="@SUM(A1)", subject="-2+3")
    return DocumentPart(document, (reviewed("d2", hostile, State.UNREVIEWED, note='+note "quoted"'),))


def _journal() -> tuple[JournalRow, ...]:
    return (
        JournalRow(
            1, NOON, "AB", "confirm", "figure", "d1-f1", "d1", "{}", '{"state": "confirmed"}', "", 1, None, "e" * 64
        ),
        JournalRow(2, NOON, "AB", "correct", "figure", "d1-f2", "d1", "{}", "=1+1", "does not foot", 2, None, "f" * 64),
    )


@pytest.fixture
def summary() -> Summary:
    """Return a workspace of two records with nine figures in all five states."""
    return Summary("Spring <checks>", NOON, (_first(), _second()), DICTIONARY, _journal(), "AB", "0.1.0")
