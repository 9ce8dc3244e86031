"""Ticks are round, said in the field's words, and never more than there is room for."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from crossfoot.model import Unit
from crossfoot.ui.charts.ticks import bounds, day_ticks, value_ticks


@pytest.mark.parametrize("count", [2, 4, 8])
@pytest.mark.parametrize(("low", "high"), [(0, 4_620_000), (17.2, 35.1), (0, 1), (-3, 12), (178, 236)])
def test_values_are_round_and_inside(low: float, high: float, count: int) -> None:
    ticks = value_ticks(low, high, None, count)
    assert 1 <= len(ticks) <= count + 1
    assert all(low <= value <= high for value, _ in ticks)


def test_money_and_shares_carry_their_sign() -> None:
    assert value_ticks(0, 2_000_000, Unit.GBP, 4)[1] == (500_000, "£500k")
    assert value_ticks(0, 100, Unit.PERCENT, 2)[-1] == (100, "100%")


@pytest.mark.parametrize(("low", "high"), [(221, 264), (15.6, 28.2), (0.91, 0.99), (224, 226)])
def test_an_axis_has_two_ticks_at_least_however_low_the_chart(low: float, high: float) -> None:
    ticks = [value for value, _ in value_ticks(low, high, None, 1)]
    assert 2 <= len(ticks) <= 6
    assert all(low <= value <= high for value in ticks)
    assert value_ticks(0, 0.3, None, 3)[1] == (pytest.approx(0.1), "0.1")


def test_an_axis_of_one_value_has_one_tick() -> None:
    assert value_ticks(5, 5, None, 4) == [(5, "5")]


def test_few_days_are_said_by_their_own_words() -> None:
    days = {date(2022, 7, 31): "Jul 2022", date(2022, 8, 31): "Aug 2022"}
    low, high = (float(day.toordinal()) for day in days)
    assert [words for _, words in day_ticks(days, low, high, 4)] == ["Jul 2022", "Aug 2022"]


def test_many_days_give_way_to_months_and_years() -> None:
    start = date(2015, 1, 31)
    days = {start + timedelta(days=91 * number): str(number) for number in range(40)}
    low, high = float(min(days).toordinal()), float(max(days).toordinal())
    ticks = day_ticks(days, low, high, 5)
    assert 2 <= len(ticks) <= 6
    assert all(words.isdigit() for _, words in ticks)
    assert all(low <= place <= high for place, _ in ticks)


@pytest.mark.parametrize("room", [1, 2, 3, 5])
@pytest.mark.parametrize("years", [2, 3, 7, 10, 14, 30])
def test_an_axis_of_years_has_two_ticks_at_least_to_tell_its_scale(years: int, room: int) -> None:
    days = {date(2008, 3, 31) + timedelta(days=61 * number): str(number) for number in range(6 * years)}
    low, high = float(min(days).toordinal()), float(max(days).toordinal())
    ticks = day_ticks(days, low, high, room)
    assert 2 <= len(ticks) <= max(2, room + 1)
    assert all(low <= place <= high for place, _ in ticks)


def test_days_too_close_together_still_have_a_tick() -> None:
    days = {date(2022, 7, 5): "5 Jul 2022", date(2022, 7, 6): "6 Jul 2022"}
    low, high = (float(day.toordinal()) for day in days)
    assert [words for _, words in day_ticks(days, low, high, 1)] == ["6 Jul 2022"]


def test_an_axis_begins_at_zero_unless_that_would_flatten_the_picture() -> None:
    assert bounds([5, 100])[0] == 0
    assert 0 < bounds([178, 236])[0] < 178
    assert bounds([-5, 5])[0] < -5
    assert bounds([7])[1] > 7
    assert bounds([0])[1] > 0
