"""Charts draw what can be compared, leave out what cannot, and every point knows its figure."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import count

import pytest

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
    State,
    Unit,
)
from crossfoot.review.charts import (
    default_choice,
    series_points,
    team_comparisons,
    trend,
    trend_choices,
)

DICTIONARY = Dictionary.of(
    [
        Indicator("referrals", "Referrals", (), "referrals", Measure.FLOW, Stage.INPUTS, Better.NEUTRAL),
        Indicator("active", "Children open", (), "children", Measure.STOCK, Stage.INPUTS, Better.NEUTRAL),
        Indicator("caseload", "Caseload", (), "children per worker", Measure.DERIVED, Stage.WORKFORCE, Better.DOWN),
        Indicator("fostering_budget", "Fostering budget", (), "GBP", Measure.PLAN, Stage.BUDGET, Better.NEUTRAL),
        Indicator("judgements", "Judgements", (), "authorities and %", Measure.STOCK, Stage.INSPECTION, Better.UP),
    ]
)
_NUMBERS = count(1)


def as_at(year: int, month: int, day: int) -> Period:
    return Period(date(year, month, day), date(year, month, day), PeriodKind.AS_AT)


def month(year: int, number: int) -> Period:
    return Period(date(year, number, 1), date(year, number, 28), PeriodKind.DURING)


def fig(
    value: str,
    indicator: str | None = "active",
    period: Period | None = None,
    *,
    document: str = "d1",
    unit: Unit | None = Unit.COUNT,
    nature: Nature | None = Nature.ACTUAL,
    subject: str = "",
    state: State = State.UNREVIEWED,
    corrected: str = "",
) -> ReviewedFigure:
    number = next(_NUMBERS)

    def made(text: str) -> Figure:
        return Figure(
            id=f"f{number}",
            span=Span(number, number + 1),
            quote=value,
            value=Decimal(text),
            unit=unit,
            indicator=indicator,
            subject=subject,
            period=period,
            nature=nature,
        )

    changed = {"value": corrected} if corrected else {}
    return ReviewedFigure(
        f"{document}-f{number}", document, made(value), made(corrected or value), state, corrected=changed
    )


def test_a_trend_runs_through_the_records_from_the_first_day_to_the_last() -> None:
    later, earlier = fig("1370", period=as_at(2023, 2, 20), document="d2"), fig("1194", period=as_at(2022, 9, 3))
    made = trend([later, earlier], DICTIONARY, "active")
    (line,) = made.lines
    assert [(point.figure, point.day) for point in line.points] == [
        (earlier.id, date(2022, 9, 3)),
        (later.id, date(2023, 2, 20)),
    ]
    assert (made.name, made.counted, made.measure) == ("Children open", "children", Measure.STOCK)


def test_a_rejected_figure_is_not_drawn_and_a_corrected_one_keeps_its_printed_value() -> None:
    made = trend(
        [
            fig("5", period=as_at(2022, 1, 1), state=State.REJECTED),
            fig("856", period=as_at(2022, 2, 1), state=State.CORRECTED, corrected="855"),
        ],
        DICTIONARY,
        "active",
    )
    (point,) = made.points
    assert (point.value, point.printed, point.is_moved) == (Decimal(855), Decimal(856), True)


def test_subjects_natures_and_lengths_of_period_are_lines_of_their_own() -> None:
    made = trend(
        [
            fig("211", "referrals", month(2023, 7)),
            fig("154", "referrals", month(2023, 8)),
            fig("160", "referrals", month(2023, 8), nature=Nature.FORECAST),
            fig("537", "referrals", Period(date(2023, 7, 1), date(2023, 9, 30), PeriodKind.DURING)),
            fig("20", "referrals", month(2023, 8), subject="police"),
        ],
        DICTIONARY,
        "referrals",
    )
    assert [(line.subject, line.nature, line.months, len(line.points)) for line in made.lines] == [
        ("", Nature.ACTUAL, 1, 2),
        ("", Nature.ACTUAL, 3, 1),
        ("police", Nature.ACTUAL, 1, 1),
        ("", Nature.FORECAST, 1, 1),
    ]


def test_changes_are_no_levels_and_a_target_without_a_date_is_one() -> None:
    made = trend(
        [
            fig("176", nature=Nature.CHANGE, period=as_at(2023, 2, 20)),
            fig("25", nature=Nature.TARGET),
            fig("1194", period=as_at(2022, 9, 3)),
            fig("287"),
        ],
        DICTIONARY,
        "active",
    )
    assert [point.value for point in made.points] == [1194]
    assert [point.value for point in made.levels] == [25]
    assert made.undated == 1


def test_a_percentage_never_shares_an_axis_with_a_count() -> None:
    figures = [
        fig("4", "judgements", as_at(2022, 1, 1)),
        fig("6", "judgements", as_at(2023, 1, 1)),
        fig("10", "judgements", as_at(2022, 1, 1), unit=Unit.PERCENT),
        fig("15", "judgements", as_at(2023, 1, 1), unit=Unit.PERCENT),
    ]
    assert [point.value for point in trend(figures, DICTIONARY, "judgements").points] == [4, 6]
    assert [point.value for point in trend(figures, DICTIONARY, "judgements", Unit.PERCENT).points] == [10, 15]
    assert {choice.name for choice in trend_choices(figures, DICTIONARY)} == {"Judgements", "Judgements (%)"}


def test_only_indicators_with_two_days_on_one_line_are_offered_the_richest_first() -> None:
    figures = [
        fig("1", "judgements", as_at(2022, 1, 1)),
        fig("1194", "active", as_at(2022, 9, 3)),
        fig("1370", "active", as_at(2023, 2, 20)),
        *(fig("150", "referrals", month(2023, number), document="d2") for number in (7, 8, 9)),
        fig("7", None, as_at(2022, 1, 1)),
    ]
    choices = trend_choices(figures, DICTIONARY)
    assert [(choice.indicator, choice.points) for choice in choices] == [("referrals", 3), ("active", 2)]
    first, second = choices
    assert default_choice(choices, "d1") == second
    assert default_choice(choices, "d2") == default_choice(choices, None) == first
    assert default_choice((), "d1") is None


def test_an_indicator_that_the_dictionary_does_not_know_is_drawn_by_its_key() -> None:
    made = trend([fig("1", "own_measure", as_at(2022, 1, 1))], DICTIONARY, "own_measure")
    assert (made.name, made.better, made.measure) == ("own measure", Better.NEUTRAL, None)


def test_series_points_are_the_dated_levels_in_order() -> None:
    figures = [fig("2", period=as_at(2023, 1, 1)), fig("1", period=as_at(2022, 1, 1)), fig("9"), fig("3", "referrals")]
    assert [point.value for point in series_points(figures, "active")] == [1, 2]


def _teams(day: Period, document: str, *values: str) -> list[ReviewedFigure]:
    return [
        fig(value, "caseload", day, document=document, subject=f"Team {letter}")
        for letter, value in zip("ABC", values, strict=False)
    ]


def test_teams_are_paired_at_two_days_with_the_optimum_and_the_range() -> None:
    figures = [
        *_teams(as_at(2022, 9, 3), "d1", "19.9", "31.1", "26.3"),
        *_teams(as_at(2023, 2, 20), "d1", "24.9", "33.2"),
        fig("25", "caseload", nature=Nature.TARGET, subject="optimum"),
        fig("21", "caseload", nature=Nature.BENCHMARK, subject="Region, lowest"),
        fig("32", "caseload", nature=Nature.BENCHMARK, subject="Region, highest"),
    ]
    (made,) = team_comparisons(figures, DICTIONARY)
    assert [(pair.subject, pair.change) for pair in made.pairs] == [
        ("Team A", Decimal("5.0")),
        ("Team B", Decimal("2.1")),
    ]
    assert (made.before, made.after, made.better) == (date(2022, 9, 3), date(2023, 2, 20), Better.DOWN)
    assert [point.value for point in (made.optimum, made.lowest, made.highest) if point] == [25, 21, 32]


def test_the_later_day_is_the_last_one_of_the_current_record() -> None:
    figures = [
        *_teams(as_at(2021, 1, 1), "d1", "1", "2"),
        *_teams(as_at(2022, 1, 1), "d2", "3", "4"),
        *_teams(as_at(2023, 1, 1), "d3", "5", "6"),
    ]
    days = {name: team_comparisons(figures, DICTIONARY, name)[0] for name in ("d2", "d3", "d9")}
    assert (days["d2"].before.year, days["d2"].after.year) == (2021, 2022)
    assert (days["d3"].before.year, days["d3"].after.year) == (2022, 2023)
    assert days["d9"].after.year == 2023


def test_one_subject_or_one_day_is_no_comparison() -> None:
    one_day = _teams(as_at(2022, 9, 3), "d1", "1", "2", "3")
    one_team = [*_teams(as_at(2022, 9, 3), "d1", "1"), *_teams(as_at(2023, 2, 20), "d1", "2")]
    assert team_comparisons(one_day, DICTIONARY) == ()
    assert team_comparisons(one_team, DICTIONARY) == ()


def test_one_end_of_a_range_is_no_range() -> None:
    figures = [
        *_teams(as_at(2022, 1, 1), "d1", "1", "2"),
        *_teams(as_at(2023, 1, 1), "d1", "3", "4"),
        fig("21", "caseload", nature=Nature.BENCHMARK, subject="Region, lowest"),
    ]
    (made,) = team_comparisons(figures, DICTIONARY)
    assert made.lowest is None
    assert made.optimum is None


def test_a_point_without_a_period_has_no_day() -> None:
    (level,) = trend([fig("25", nature=Nature.TARGET)], DICTIONARY, "active").levels
    with pytest.raises(ValueError, match="no period"):
        _ = level.day
