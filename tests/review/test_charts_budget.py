"""The lines of a budget are its rows and headings: an amount joins what it names, whatever stands before it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import count

from crossfoot.model import (
    Better,
    Dictionary,
    Figure,
    Indicator,
    Measure,
    Nature,
    Period,
    PeriodKind,
    ReviewedFigure,
    Span,
    Stage,
    Unit,
)
from crossfoot.review.charts_budget import BudgetLine, budget_lines

DICTIONARY = Dictionary.of(
    [
        Indicator("fostering_budget", "Fostering budget", (), "GBP", Measure.PLAN, Stage.BUDGET, Better.NEUTRAL),
        Indicator("homes_budget", "Children's homes budget", (), "GBP", Measure.PLAN, Stage.BUDGET, Better.NEUTRAL),
    ]
)
YEAR = Period(date(2023, 4, 1), date(2024, 3, 31), PeriodKind.DURING)
BEFORE = Period(date(2022, 4, 1), date(2023, 3, 31), PeriodKind.DURING)
_PLACES = count(100, 20)
_USUAL = {
    Nature.BUDGET: "approved_budget",
    Nature.FORECAST: "projected_outturn",
    Nature.ACTUAL: "outturn",
    Nature.VARIANCE: "budget_variance",
}


def _money(
    value: str,
    nature: Nature,
    indicator: str | None = "fostering_budget",
    period: Period | None = None,
    *,
    document: str = "d1",
    label: str = "",
    subject: str = "",
    rule: str = "sentence: digits",
    after: int = 0,
) -> ReviewedFigure:
    """Return an amount that stands 20 characters behind the last one, or ``after`` more."""
    start = next(_PLACES)
    for _ in range(after // 20):
        start = next(_PLACES)
    figure = Figure(
        id=f"f{start}",
        span=Span(start, start + 5),
        quote=value,
        value=Decimal(value),
        unit=Unit.GBP,
        indicator=indicator,
        label=label,
        subject=subject,
        period=period,
        nature=nature,
        rule=rule,
    )
    return ReviewedFigure(f"{document}-f{start}", document, figure, figure)


_COLUMNS = {"Budget": Nature.BUDGET, "Forecast outturn": Nature.FORECAST, "Variance": Nature.VARIANCE}


def _row(name: str, *values: str, indicator: str | None = None, period: Period = YEAR) -> list[ReviewedFigure]:
    """Return the cells of a row under the columns of a budget table; an empty value is an empty cell."""
    return [
        _money(
            value,
            nature,
            indicator or _USUAL[nature],
            period,
            label=name,
            subject=f"{name}, {column}",
            rule="table cell",
        )
        for value, (column, nature) in zip(values, _COLUMNS.items(), strict=False)
        if value
    ]


def _said(value: str, nature: Nature, label: str = "", subject: str = "", after: int = 0) -> ReviewedFigure:
    """Return an amount of the text that has no indicator but that of its kind."""
    return _money(value, nature, _USUAL[nature], YEAR, label=label, subject=subject, after=after)


def _told(lines: tuple[BudgetLine, ...]) -> list[tuple[str, int | None, int | None, int | None]]:
    """Return each line's name, budget, outturn and variance."""
    return [
        (line.name, *(int(part.value) if part else None for part in (line.budget, line.outturn, line.variance)))  # type: ignore[misc]
        for line in lines
    ]


TABLE = [
    ("Placements", "840", "910", "70"),
    ("Family hubs", "410", "390", "-20"),
    ("School transport", "530", "515", "-15"),
    ("Total", "1780", "1815", "35"),
]
AS_TOLD = [(name, *(int(value) for value in values)) for name, *values in TABLE]


def _table() -> list[ReviewedFigure]:
    return [cell for row in TABLE for cell in _row(*row)]


def test_every_row_of_a_table_is_a_line_with_its_own_amounts() -> None:
    assert _told(budget_lines(_table(), DICTIONARY)) == AS_TOLD


def test_variances_that_the_text_tells_before_and_after_a_table_shift_none_of_its_rows() -> None:
    before = [
        _said("30", Nature.VARIANCE, "overspend", "overspend"),
        _said("12", Nature.VARIANCE, "overspend", "overspend, position has worsened"),
    ]
    after = [
        _said("70", Nature.VARIANCE, "overspend", "overspend, position has worsened, Placements"),
        _said("99", Nature.VARIANCE, "underspend", "underspend, school transport"),
        _said("35", Nature.VARIANCE, "notes the overspend", "overspend, notes"),
    ]
    assert _told(budget_lines([*before, *_table(), *after], DICTIONARY)) == AS_TOLD


def test_a_variance_of_the_text_joins_the_row_that_it_names_where_the_table_has_none() -> None:
    rows = [*_row("Placements", "840", "910"), *_row("Family hubs", "410", "390")]
    said = [
        _said("20", Nature.VARIANCE, "underspend", "underspend, family hubs", after=200),
        _said("70", Nature.VARIANCE, "overspend", "overspend, spending on placements"),
    ]
    assert _told(budget_lines([*rows, *said], DICTIONARY)) == [
        ("Placements", 840, 910, 70),
        ("Family hubs", 410, 390, 20),
    ]


def test_a_part_of_a_name_is_taken_for_it_only_where_the_sums_agree_and_one_row_alone_has_it() -> None:
    rows = [
        *_row("Family hubs and play", "410", "390"),
        *_row("Residential placements", "500", "550"),
        *_row("Foster placements", "300", "310"),
    ]
    sound = _said("20", Nature.VARIANCE, "underspend", "underspend, family hubs", after=200)
    unsound = _said("90", Nature.VARIANCE, "underspend", "underspend, family hubs", after=200)
    either = _said("50", Nature.VARIANCE, "overspend", "overspend, placements")
    told = _told(budget_lines([*rows, sound, either], DICTIONARY))
    assert [variance for *_, variance in told] == [20, None, None]
    told = _told(budget_lines([*rows, unsound, either], DICTIONARY))
    assert [variance for *_, variance in told] == [None, None, None]


def test_a_variance_that_names_its_heading_is_shown_also_where_it_does_not_add_up() -> None:
    said = [
        _said("312", Nature.BUDGET, "leaving care budget", "leaving care"),
        _said("322", Nature.FORECAST, "projected outturn", "leaving care"),
        _said("19", Nature.VARIANCE, "overspend", "overspend, leaving care"),
    ]
    assert _told(budget_lines(said, DICTIONARY)) == [("Leaving care budget", 312, 322, 19)]


def test_an_amount_that_names_nothing_goes_on_from_the_one_right_before_it() -> None:
    said = [
        _said("480", Nature.BUDGET, "approved budget", "approved budget"),
        _said("516", Nature.FORECAST, "forecast outturn", "approved budget"),
        _said("29", Nature.VARIANCE, "overspend", "overspend"),
        _said("36", Nature.VARIANCE, "gives a forecast overspend", "forecast overspend, gives"),
    ]
    assert _told(budget_lines(said, DICTIONARY)) == [("Approved budget", 480, 516, 36)]


def test_an_amount_that_names_nothing_and_stands_far_off_is_no_part_of_what_was_told_before() -> None:
    said = [
        _said("480", Nature.BUDGET, "approved budget", "approved budget"),
        _said("516", Nature.FORECAST, "forecast outturn", "forecast outturn", after=900),
    ]
    assert _told(budget_lines(said, DICTIONARY)) == [
        ("Approved budget", 480, None, None),
        ("Forecast outturn", None, 516, None),
    ]


def test_rows_that_are_budget_and_outturn_give_a_line_for_each_column() -> None:
    cells = [
        _money(value, nature, _USUAL[nature], YEAR, label=row, subject=f"{row}, {column}", rule="table cell")
        for row, nature, values in (
            ("Budget 2023/24", Nature.BUDGET, ("840", "410")),
            ("Forecast outturn", Nature.FORECAST, ("910", "390")),
            ("Variance", Nature.VARIANCE, ("70", "-20")),
        )
        for column, value in zip(("Placements", "Family hubs"), values, strict=True)
    ]
    assert _told(budget_lines(cells, DICTIONARY)) == [("Placements", 840, 910, 70), ("Family hubs", 410, 390, -20)]


def test_rows_of_one_indicator_are_lines_of_their_own_under_their_own_names() -> None:
    rows = [
        *_row("Residential care", "420", "465", "45", indicator="homes_budget"),
        *_row("Residential care, agency", "80", "95", "15", indicator="homes_budget"),
    ]
    said = _money("465", Nature.FORECAST, "homes_budget", YEAR, label="forecast for residential care")
    assert _told(budget_lines([*rows, said], DICTIONARY)) == [
        ("Residential care", 420, 465, 45),
        ("Residential care, agency", 80, 95, 15),
    ]


def test_two_years_of_a_row_are_two_lines() -> None:
    cells = [
        _money(value, nature, _USUAL[nature], period, label="Adoption", subject="Adoption", rule="table cell")
        for value, nature, period in (
            ("90", Nature.BUDGET, BEFORE),
            ("85", Nature.ACTUAL, BEFORE),
            ("95", Nature.BUDGET, YEAR),
            ("91", Nature.FORECAST, YEAR),
        )
    ]
    lines = budget_lines(cells, DICTIONARY)
    assert _told(lines) == [("Adoption", 90, 85, None), ("Adoption", 95, 91, None)]
    assert [line.period for line in lines] == [BEFORE, YEAR]


def test_a_row_does_not_take_the_amounts_of_another_table() -> None:
    first = _row("Placements", "840")
    between = _said("7", Nature.BUDGET, "petty cash budget", "petty cash", after=300)
    second = _row("Placements", "", "20")
    assert _told(budget_lines([*first, between, *second], DICTIONARY)) == [
        ("Placements", 840, None, None),
        ("Petty cash budget", 7, None, None),
        ("Placements", None, 20, None),
    ]


def test_budget_outturn_and_variance_of_a_heading_make_one_line() -> None:
    figures = [
        _money("5510000", Nature.BUDGET, period=YEAR),
        _money("4690000", Nature.FORECAST, period=YEAR),
        _money("820000", Nature.VARIANCE, subject="saving"),
        _money("113000", Nature.PROPOSED, period=YEAR),
    ]
    (line,) = budget_lines(figures, DICTIONARY)
    assert line.name == "Fostering budget"
    assert line.period == YEAR
    assert line.difference == -820000
    assert line.says_under
    assert [p.figure for p in (line.budget, line.outturn, line.variance) if p] == [f.id for f in figures[:3]]


def test_another_year_and_a_second_budget_begin_lines_of_their_own() -> None:
    before = Period(date(2022, 4, 1), date(2023, 3, 31), PeriodKind.DURING)
    figures = [
        _money("100", Nature.BUDGET, period=before),
        _money("200", Nature.BUDGET, period=YEAR),
        _money("210", Nature.FORECAST, period=YEAR),
        _money("90", Nature.FORECAST, period=before),
        _money("300", Nature.BUDGET, period=YEAR),
    ]
    lines = budget_lines(figures, DICTIONARY)
    assert [line.difference for line in lines] == [-10, 10, None]


def test_amounts_with_no_heading_come_together_under_their_own_words() -> None:
    figures = [
        _money("100", Nature.BUDGET, indicator="approved_budget", label="transport budget"),
        _money("120", Nature.FORECAST, indicator="projected_outturn"),
        _money("20", Nature.VARIANCE, indicator="budget_variance", subject="overspend"),
    ]
    (line,) = budget_lines(figures, DICTIONARY)
    assert (line.name, line.difference, line.says_under) == ("Transport budget", 20, False)


def test_the_current_record_comes_first_and_others_stand_in_where_it_has_none() -> None:
    figures = [_money("1", Nature.BUDGET, document="d1"), _money("2", Nature.BUDGET, document="d2")]
    assert [line.document for line in budget_lines(figures, DICTIONARY, "d2")] == ["d2"]
    assert [line.document for line in budget_lines(figures, DICTIONARY, "d3")] == ["d1", "d2"]


def test_a_variance_alone_is_no_line() -> None:
    assert budget_lines([_money("5", Nature.VARIANCE)], DICTIONARY) == ()
