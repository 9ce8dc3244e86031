"""Values, days and periods are said as a council officer would write them, and nothing is rounded away."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from crossfoot.assets import dictionary
from crossfoot.model import Figure, Period, PeriodKind, Span, Unit
from crossfoot.model.wording import day_words, moment_words, period_words, subject_beside, value_words


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        ("5510000", Unit.GBP, "£5.51m"),
        ("5018000", Unit.GBP, "£5.018m"),
        ("820000", Unit.GBP, "£820k"),
        ("-407000", Unit.GBP, "−£407k"),
        ("1234567", Unit.GBP, "£1,234,567"),
        ("12.5", Unit.GBP, "£12.50"),
        ("1000", Unit.GBP, "£1,000"),
        ("57.50", Unit.PERCENT, "57.5%"),
        ("1194", Unit.COUNT, "1,194"),
        ("31.1", None, "31.1"),
        ("1", Unit.WEEKS, "1 week"),
        ("26", Unit.WEEKS, "26 weeks"),
        ("7.5", Unit.FTE, "7.5 FTE"),
        ("-0.3", None, "−0.3"),
        ("100", Unit.PERCENT, "100%"),
    ],
)
def test_a_value_is_said_exactly_with_its_unit(value: str, unit: Unit | None, words: str) -> None:
    assert value_words(Decimal(value), unit) == words


@pytest.mark.parametrize(
    ("start", "end", "kind", "words"),
    [
        (date(2012, 9, 3), date(2012, 9, 3), PeriodKind.AS_AT, "as at 3 Sep 2012"),
        (date(2012, 9, 3), date(2012, 9, 3), PeriodKind.DURING, "3 Sep 2012"),
        (date(2011, 9, 1), date(2011, 9, 30), PeriodKind.DURING, "Sep 2011"),
        (date(2012, 2, 1), date(2012, 2, 29), PeriodKind.DURING, "Feb 2012"),
        (date(2015, 4, 1), date(2015, 6, 30), PeriodKind.DURING, "Apr–Jun 2015"),
        (date(2015, 10, 1), date(2016, 1, 31), PeriodKind.DURING, "Oct 2015–Jan 2016"),
        (date(2015, 4, 1), date(2016, 3, 31), PeriodKind.DURING, "2015/16"),
        (date(1999, 4, 1), date(2000, 3, 31), PeriodKind.DURING, "1999/00"),
        (date(2015, 1, 1), date(2015, 12, 31), PeriodKind.DURING, "2015"),
        (date(2015, 1, 5), date(2015, 3, 3), PeriodKind.DURING, "5 Jan 2015 to 3 Mar 2015"),
    ],
)
def test_a_period_has_its_shortest_plain_name(start: date, end: date, kind: PeriodKind, words: str) -> None:
    assert period_words(Period(start, end, kind)) == words


def test_no_period_is_no_words() -> None:
    assert period_words(None) == ""


def test_the_time_of_a_moment_is_that_of_the_officers_own_clock() -> None:
    moment = datetime(2024, 7, 1, 11, 5, tzinfo=UTC)
    local = moment.astimezone()
    assert moment_words(moment) == f"{day_words(local.date())}, {local:%H:%M}"


def test_whose_a_figure_is_is_not_said_twice_where_it_counts_just_that() -> None:
    figure = Figure(
        *("f", Span(0, 3), "212", Decimal(212), Unit.COUNT),
        label="North",
        subject="north",
    )
    assert subject_beside(figure, dictionary()) == ""
    assert subject_beside(replace(figure, subject="of the South"), dictionary()) == "of the South"
    assert subject_beside(replace(figure, subject="North, first quarter"), dictionary()) == "first quarter"
    assert subject_beside(replace(figure, subject="Northern teams"), dictionary()) == "Northern teams"
    assert subject_beside(replace(figure, indicator="referrals"), dictionary()) == "north"
