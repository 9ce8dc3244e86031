"""Figures of an invented council for the charts, and a review that holds no more than they ask for."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from crossfoot.model import (
    Annotation,
    Better,
    Counts,
    Dictionary,
    DocumentSummary,
    Figure,
    Indicator,
    Measure,
    Nature,
    Period,
    PeriodKind,
    ReviewedFigure,
    Span,
    Stage,
    State,
    Unit,
)
from crossfoot.ui.charts import ChartsPane
from crossfoot.ui.look.theme import apply, light
from crossfoot.ui.selection import Selection

DICTIONARY = Dictionary.of(
    [
        Indicator("referrals", "Referrals to the service", (), "referrals", Measure.FLOW, Stage.INPUTS, Better.NEUTRAL),
        Indicator(
            "active", "Children open to the service", (), "children", Measure.STOCK, Stage.INPUTS, Better.NEUTRAL
        ),
        Indicator(
            "caseload", "Average caseload", (), "children per worker", Measure.DERIVED, Stage.WORKFORCE, Better.DOWN
        ),
        Indicator("foster_budget", "Fostering agency budget", (), "GBP", Measure.PLAN, Stage.BUDGET, Better.NEUTRAL),
        Indicator("homes_budget", "Children's homes budget", (), "GBP", Measure.PLAN, Stage.BUDGET, Better.NEUTRAL),
        Indicator("staff_budget", "Social work staffing budget", (), "GBP", Measure.PLAN, Stage.BUDGET, Better.NEUTRAL),
        Indicator("plans", "Protection plans", (), "children", Measure.STOCK, Stage.OUTPUTS, Better.NEUTRAL),
    ]
)
YEAR = Period(date(2023, 4, 1), date(2024, 3, 31), PeriodKind.DURING)


def as_at(year: int, month: int, day: int) -> Period:
    """Return one day."""
    return Period(date(year, month, day), date(year, month, day), PeriodKind.AS_AT)


def month(year: int, number: int) -> Period:
    """Return one whole month."""
    following = date(year + number // 12, number % 12 + 1, 1)
    return Period(date(year, number, 1), following - timedelta(days=1), PeriodKind.DURING)


def _figure(number: int, value: str, indicator: str, **fields: Any) -> Figure:
    return Figure(
        id=f"f{number}",
        span=Span(number * 10, number * 10 + 4),
        quote=value,
        value=Decimal(value),
        indicator=indicator,
        **{"unit": Unit.COUNT, "nature": Nature.ACTUAL, **fields},
    )


@dataclass
class Source:
    """Figures that a test can change, as the review would."""

    dictionary: Dictionary = DICTIONARY
    held: list[ReviewedFigure] = field(default_factory=list)
    notes: list[Annotation] = field(default_factory=list)
    councils: dict[str, str] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)

    def annotations(self) -> tuple[Annotation, ...]:
        """Return all notes."""
        return tuple(self.notes)

    def documents(self) -> tuple[DocumentSummary, ...]:
        """Return a line for each document that has figures, with the council and the title that it was given."""
        known = dict.fromkeys(figure.document for figure in self.held)
        return tuple(
            DocumentSummary(
                each,
                self.titles.get(each, f"Report {each}"),
                f"{each}.txt",
                date(2023, 6, int(each[1:])),
                self.councils.get(each),
                Counts(),
            )
            for each in known
        )

    def figures(self, document_id: str | None = None) -> tuple[ReviewedFigure, ...]:
        """Return the figures of one document or of all."""
        return tuple(f for f in self.held if document_id in {None, f.document})

    def add(self, document: str, value: str, indicator: str, **fields: Any) -> str:
        """Add an undecided figure and return its id."""
        figure = _figure(len(self.held) + 1, value, indicator, **fields)
        self.held.append(ReviewedFigure(f"{document}-{figure.id}", document, figure, figure))
        return self.held[-1].id

    def decide(self, figure_id: str, state: State, value: str = "") -> None:
        """Decide on a figure, with another value for a correction."""
        index = next(i for i, f in enumerate(self.held) if f.id == figure_id)
        held = self.held[index]
        current = replace(held.printed, value=Decimal(value)) if value else held.printed
        self.held[index] = replace(held, state=state, current=current)

    def id_of(self, value: str) -> str:
        """Return the id of the first figure with this printed value."""
        return next(f.id for f in self.held if f.printed.quote == value)


@pytest.fixture
def source() -> Source:
    """Return three records: referrals by month, teams before and after, budgets."""
    made = Source()
    for number, value in ((7, "236"), (8, "187"), (9, "203")):
        made.add("d1", value, "referrals", period=month(2022, number))
    made.add("d1", "341", "plans")
    made.add("d2", "1042", "active", period=as_at(2022, 9, 5))
    made.add("d2", "1218", "active", period=as_at(2023, 2, 20))
    for day, values in (
        (as_at(2022, 9, 5), ("18.4", "29.7", "24.0", "31.2")),
        (as_at(2023, 2, 20), ("23.1", "33.0", "34.6", "30.1")),
    ):
        for team, value in zip(("East 1", "East 2", "West 1", "West 2"), values, strict=True):
            made.add("d2", value, "caseload", period=day, subject=team, unit=None)
    made.add("d2", "24", "caseload", nature=Nature.TARGET, subject="optimum", unit=None)
    made.add("d2", "20", "caseload", nature=Nature.BENCHMARK, subject="Region, lowest", unit=None)
    made.add("d2", "28", "caseload", nature=Nature.BENCHMARK, subject="Region, highest", unit=None)
    for key, budget, outturn, variance, word in (
        ("foster_budget", "4620000", "3980000", "640000", "saving"),
        ("homes_budget", "3118000", "3525000", "407000", "overspend"),
        ("staff_budget", "2722000", "", "", ""),
    ):
        made.add("d3", budget, key, nature=Nature.BUDGET, unit=Unit.GBP, period=YEAR)
        if outturn:
            made.add("d3", outturn, key, nature=Nature.FORECAST, unit=Unit.GBP, period=YEAR)
            made.add("d3", variance, key, nature=Nature.VARIANCE, unit=Unit.GBP, period=YEAR, subject=word)
    return made


@pytest.fixture
def selection() -> Selection:
    """Return a selection of nothing."""
    return Selection()


@pytest.fixture
def pane(qtbot: Any, source: Source, selection: Selection) -> ChartsPane:
    """Return the pane after its first paint, with its chart drawn."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply(app, light())
    made = ChartsPane(source, selection, light())
    qtbot.addWidget(made)
    made.resize(640, 360)
    made.show()
    qtbot.waitUntil(lambda: made.canvas is not None)
    return made
