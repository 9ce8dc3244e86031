"""A record of an invented council, prepared without readers: its figures are laid out by hand."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from crossfoot.assets import dictionary
from crossfoot.model import (
    Extraction,
    Figure,
    Nature,
    Period,
    PeriodKind,
    Reading,
    Record,
    Section,
    SectionKind,
    Span,
    Unit,
)
from crossfoot.review.prepared import Prepared
from crossfoot.review.session import Review
from crossfoot.workspace import Workspace

TEXT = (
    "There were 1,194 contacts at 30 June 2016, and a further 176 came in July, 1,370 in all. "
    "The budget was £5.51m and the outturn £4.69m, so 57.5% of teams and 41 new staff were paid for."
)
FIGURES = (
    ("1,194", "1194", Unit.COUNT, "contacts"),
    ("176", "176", Unit.COUNT, "contacts"),
    ("1,370", "1370", Unit.COUNT, "contacts"),
    ("£5.51m", "5510000", Unit.GBP, None),
    ("57.5%", "57.5", Unit.PERCENT, None),
)


def span_of(quote: str, text: str = TEXT) -> Span:
    """Return where ``quote`` stands."""
    start = text.index(quote)
    return Span(start, start + len(quote))


def prepared(name: str = "record.txt", meeting: date | None = date(2016, 7, 14), ending: str = "") -> Prepared:
    """Return a record ready to be stored; another ``ending`` makes another file."""
    text = TEXT + ending
    period = Period(date(2016, 6, 30), date(2016, 6, 30), PeriodKind.AS_AT)
    figures = tuple(
        Figure(
            id=hashlib.sha256(quote.encode()).hexdigest()[:10],
            span=span_of(quote),
            quote=quote,
            value=Decimal(value),
            step=Decimal("0.1") if unit is Unit.PERCENT else Decimal(10000) if unit is Unit.GBP else Decimal(1),
            unit=unit,
            indicator=indicator,
            period=period if quote == "1,194" else None,
            nature=Nature.ACTUAL,
            section=SectionKind.DECISION,
        )
        for quote, value, unit, indicator in FIGURES
    )
    record = Record(
        title=f"Contacts{ending}",
        meeting_date=meeting,
        sections=(Section(SectionKind.DECISION, "Decision", Span(0, len(text))),),
    )
    data = text.encode()
    return Prepared(
        name, data, hashlib.sha256(data).hexdigest(), Reading("text", text), Extraction("1", record, figures)
    )


class Ticking:
    """A clock that goes on by a second at each look."""

    def __init__(self) -> None:
        self.now = datetime(2024, 5, 6, 10, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        """Return the next second."""
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where the test's workspace stands."""
    return tmp_path / "spring.crossfoot"


@pytest.fixture
def workspace(path: Path) -> Iterator[Workspace]:
    """Give an empty workspace."""
    with Workspace.open(path, create=True) as workspace:
        yield workspace


@pytest.fixture
def review(workspace: Workspace) -> Review:
    """Return a review of a workspace with one document of five figures, signed AB."""
    made = Review(workspace, dictionary(), reviewer="AB", clock=Ticking())
    made.store(prepared())
    return made


@pytest.fixture
def ids(review: Review) -> list[str]:
    """Return the workspace ids of the five figures in the order of their places."""
    return [figure.id for figure in review.figures()]


@pytest.fixture
def make() -> Callable[..., Prepared]:
    """Return the function that makes records ready to be stored."""
    return prepared


@pytest.fixture
def place() -> Callable[[str], Span]:
    """Return the function that finds a quote."""
    return span_of
