"""What one council reports is never drawn as another's, and every point can say which record it is from."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import count

import pytest

from crossfoot.model import (
    Counts,
    Dictionary,
    DocumentSummary,
    Figure,
    Nature,
    Period,
    PeriodKind,
    ReviewedFigure,
    Span,
    Unit,
)
from crossfoot.review.charts import default_choice, team_comparisons, trend, trend_choices
from crossfoot.review.charts_budget import budget_lines
from crossfoot.review.charts_records import Records

DICTIONARY = Dictionary.of([])
_NUMBERS = count(1)


def _document(name: str, council: str | None, title: str = "Report", day: date | None = None) -> DocumentSummary:
    return DocumentSummary(name, title, f"{name}.txt", day, council, Counts())


def _figure(document: str, value: str, year: int, indicator: str = "looked_after", **fields: object) -> ReviewedFigure:
    number = next(_NUMBERS)
    day = Period(date(year, 3, 31), date(year, 3, 31), PeriodKind.AS_AT)
    given = {"unit": Unit.COUNT, "nature": Nature.ACTUAL, "period": day, "indicator": indicator, **fields}
    figure = Figure(f"f{number}", Span(number, number + 1), value, Decimal(value), **given)  # type: ignore[arg-type]
    return ReviewedFigure(f"{document}-f{number}", document, figure, figure)


RECORDS = Records.of(
    [
        _document("d1", "Ashmere Borough Council"),
        _document("d2", "Ashmere Borough Council"),
        _document("d3", "Kestrel County Council"),
        _document("d4", "Kestrel County Council"),
        _document("d5", None),
    ]
)


def test_every_council_has_a_line_of_its_own_that_is_called_by_its_name() -> None:
    figures = [
        _figure("d1", "310", 2022),
        _figure("d3", "640", 2022),
        _figure("d2", "322", 2023),
        _figure("d4", "655", 2023),
        _figure("d5", "90", 2023),
    ]
    made = trend(figures, DICTIONARY, "looked_after", None, RECORDS)
    assert [(line.council, [int(p.value) for p in line.points]) for line in made.lines] == [
        ("Ashmere", [310, 322]),
        ("Kestrel", [640, 655]),
        ("council not named", [90]),
    ]
    assert made.councils == ("Ashmere", "Kestrel", "council not named")


def test_two_values_of_two_councils_are_no_trend() -> None:
    figures = [_figure("d1", "310", 2022), _figure("d3", "640", 2023)]
    assert trend_choices(figures, DICTIONARY, RECORDS) == ()
    assert len(trend_choices(figures, DICTIONARY)) == 1


def test_records_of_one_council_and_one_that_names_none_make_one_line_without_a_name() -> None:
    records = Records.of([_document("d1", "Ashmere Borough Council"), _document("d2", None)])
    made = trend([_figure("d1", "310", 2022), _figure("d2", "322", 2023)], DICTIONARY, "looked_after", None, records)
    assert [(line.council, line.days) for line in made.lines] == [("", 2)]
    assert made.councils == ()


def test_a_record_without_a_trend_begins_with_one_of_its_council_before_a_richer_one_of_another() -> None:
    figures = [
        *(_figure("d3", str(value), 2020 + value, "contacts") for value in range(4)),
        _figure("d1", "310", 2022),
        _figure("d1", "322", 2023),
    ]
    choices = trend_choices(figures, DICTIONARY, RECORDS)
    chosen = [default_choice(choices, document, RECORDS) for document in ("d2", "d4", None)]
    assert [each.indicator for each in chosen if each] == ["looked_after", "contacts", "contacts"]


def test_teams_of_one_council_are_not_compared_with_those_of_another() -> None:
    figures = [
        _figure(document, value, year, "caseload", subject=team)
        for document, year, values in (("d1", 2022, "12"), ("d3", 2023, "34"), ("d2", 2024, "56"))
        for team, value in zip(("East", "West"), values, strict=True)
    ]
    (made,) = team_comparisons(figures, DICTIONARY, "d2", RECORDS)
    assert [(int(pair.before.value), int(pair.after.value)) for pair in made.pairs] == [(1, 5), (2, 6)]
    assert made.pairs[0].after.council == "Ashmere"
    assert team_comparisons(figures, DICTIONARY, "d3", RECORDS) == ()
    (either,) = team_comparisons(figures, DICTIONARY, None, RECORDS)
    assert either.pairs == made.pairs


def test_a_record_without_money_shows_the_budgets_of_its_own_council_alone() -> None:
    figures = [
        _figure("d1", "500", 2023, "approved_budget", unit=Unit.GBP, nature=Nature.BUDGET),
        _figure("d3", "900", 2023, "approved_budget", unit=Unit.GBP, nature=Nature.BUDGET),
    ]
    shown = {d: [line.document for line in budget_lines(figures, DICTIONARY, d, RECORDS)] for d in ("d2", "d4", "d5")}
    assert shown == {"d2": ["d1"], "d4": ["d3"], "d5": []}


def test_a_record_is_told_by_title_day_and_council_where_there_are_several() -> None:
    title = "Children's Services Budget Monitoring, Second Quarter"
    several = [
        _document("d1", "Ashmere Borough Council", title, date(2024, 11, 12)),
        _document("d2", "Kestrel County Council"),
    ]
    records = Records.of(several)
    assert records.words("d1") == "Children's Services Budget Monitoring… (12 Nov 2024), Ashmere"
    assert records.words("d1", whole=True) == f"{title} (12 Nov 2024), Ashmere"
    assert Records.of(several[1:]).words("d2") == "Report"
    assert records.words("d9") == ""


@pytest.mark.parametrize(
    ("names", "called"),
    [
        (("Royal Borough of Kestrel", "City of Ashmere Council"), ["Kestrel", "Ashmere"]),
        (("Ashmere-on-Sea Metropolitan Borough Council", "Kestrel"), ["Ashmere-on-Sea", "Kestrel"]),
        (("Ashmere City Council", "Ashmere District Council"), ["Ashmere City Council", "Ashmere District Council"]),
    ],
)
def test_councils_are_called_without_the_words_for_their_kind_unless_those_tell_them_apart(
    names: tuple[str, ...], called: list[str]
) -> None:
    records = Records.of([_document(f"d{number}", name) for number, name in enumerate(names)])
    assert [records.council_name(f"d{number}") for number in range(len(names))] == called
