"""Of when figures are that fit the numbers told before them: what is left of a whole, the same said as a share."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from crossfoot.model import Figure

Figures = Callable[[str], tuple[Figure, ...]]

_QUARTER, _YEAR = "2015-07-01/2015-09-30", "2014-04-01/2015-03-31"


def days(figures: Figures, words: str) -> dict[str, str]:
    """Return the days of each number of a paper on quarter 2 of 2015/16: one, or the first and the last."""
    text = f"EXAMPLE COUNCIL\nCabinet, 12 November 2015\n\nPerformance: quarter 2 2015/16\n\n{words}\n"
    found: dict[str, str] = {}
    for figure in figures(text):
        assert figure.period, figure
        first, last = figure.period.start.isoformat(), figure.period.end.isoformat()
        found[figure.quote] = first if first == last else f"{first}/{last}"
    return found


@pytest.mark.parametrize(
    ("words", "left", "time"),
    [
        ("In 2014/15 388 were finished, 341 of them in time. The other 47 were late at 31 August.", "47", _YEAR),
        ("In 2014/15 £16.2m was to be saved and £15.1m was. The remaining £1.1m will come in 2016/17.", "£1.1m", _YEAR),
        (
            "In 2014/15 there were 74 appeals. We conceded 41, parents withdrew 18 and the other 15 were heard.",
            "15",
            _YEAR,
        ),
    ],
)
def test_what_is_left_of_a_whole_is_of_its_time(figures: Figures, words: str, left: str, time: str) -> None:
    assert days(figures, words)[left] == time


def test_what_fits_no_whole_is_of_what_is_reported(figures: Figures) -> None:
    found = days(
        figures, "There were 388 calls in 2014/15, of which 341 were answered.\n\nThe other 52 calls were refused."
    )
    assert found["52"] == _QUARTER


@pytest.mark.parametrize(
    "words",
    [
        "In 2014/15 17 of the 37 were in work, which is 46%.",
        "In 2014/15 17 of the 37 were in work, that is to say 46%.",
        "In 2014/15 17 of the 37 were in work. That is 46%.",
        "In 2014/15 17 of the 37 were in work. As a proportion this is just 46%.",
        "In 2014/15 17 of the 37 were in work. Put another way, 46% of them were.",
        "In 2014/15 17 of the 37 were in work. In percentage terms it was 46%.",
    ],
)
def test_a_share_that_says_a_number_again_is_of_its_time(figures: Figures, words: str) -> None:
    found = days(figures, words)
    assert found["46%"] == found["17"]


def test_a_movement_over_the_same_period_has_the_ends_of_the_one_told_before(figures: Figures) -> None:
    words = (
        "There were 342 people at 30 September 2015, compared with 331 at 31 May. "
        "The number in hostels went up from 36 to 41 over the same period."
    )
    found = days(figures, words)
    assert (found["36"], found["41"]) == ("2015-05-31", "2015-09-30")


def test_a_movement_over_the_same_period_may_be_one_of_years(figures: Figures) -> None:
    words = "Issues fell from 812 in 2010/11 to 640 in 2014/15. Visits over the same period fell from 911 to 871."
    found = days(figures, words)
    assert (found["911"], found["871"]) == ("2010-04-01/2011-03-31", _YEAR)


@pytest.mark.parametrize(
    "beside",
    [
        "three points above the year before",
        "just below last year",
        "the same as last year",
        "well ahead of the year before",
    ],
)
def test_a_year_that_is_only_stood_beside_dates_no_number_before_it(figures: Figures, beside: str) -> None:
    assert days(figures, f"Success came to 84%, {beside}.")["84%"] == _QUARTER


def test_a_forecast_of_some_months_ago_is_of_the_same_year(figures: Figures) -> None:
    words = "The service is forecast to overspend by £1.4m. Three months ago the forecast overspend was £0.9m."
    found = days(figures, words)
    assert found["£0.9m"] == found["£1.4m"] == "2015-04-01/2016-03-31"


def test_spending_that_stands_at_so_much_was_spent_since_april(figures: Figures) -> None:
    assert days(figures, "At the end of September spending stood at £61.2m.")["£61.2m"] == "2015-04-01/2015-09-30"


def test_a_minimum_is_of_the_time_of_what_is_held_against_it(figures: Figures) -> None:
    words = "Balances are expected to be £4.8m at 31 March 2016, against a minimum of £4.0m."
    assert days(figures, words)["£4.0m"] == "2016-03-31"


def test_last_year_is_the_one_reported_where_this_year_is_the_one_under_way(figures: Figures) -> None:
    text = (
        "EXAMPLE COUNCIL\nCabinet, 9 June 2015\n\nHousing: annual report 2014/15\n\n"
        "Rooms cost £1.74m last year. This year's budget is £0.48m.\n"
    )
    (cost,) = (figure.period for figure in figures(text) if figure.quote == "£1.74m")
    assert cost
    assert (cost.start.isoformat(), cost.end.isoformat()) == ("2014-04-01", "2015-03-31")


def test_last_year_is_not_counted_from_what_those_had_done_who_are_told_of(figures: Figures) -> None:
    words = (
        "22% of the referrals were of people who had been referred in the previous twelve months. "
        "That is better than last year's 24%."
    )
    text = f"EXAMPLE COUNCIL\nCabinet, 20 November 2013\n\nHalf-year report 2013/14\n\n{words}\n"
    (then,) = (figure.period for figure in figures(text) if figure.quote == "24%")
    assert then
    assert (then.start.isoformat(), then.end.isoformat()) != ("2011-10-01", "2012-09-30")
