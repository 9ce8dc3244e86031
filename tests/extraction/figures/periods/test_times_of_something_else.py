"""Times that no number beside them has: of what was agreed, caused, intended or told in passing."""

from __future__ import annotations

import pytest

from .told import QUARTER, Figures, days, periods, record


@pytest.mark.parametrize(
    "body",
    [
        "There were 13 of 14 places filled, or 13/14.",
        "We saw 13-14 staff a week.",
        "For 13-14 year olds there were 2 clubs.",
    ],
)
def test_a_fraction_or_a_range_is_no_year(figures: Figures, body: str) -> None:
    found = figures(record("Clubs", body))
    assert all(figure.period is None for figure in found)


def test_an_act_s_year_dates_nothing(figures: Figures) -> None:
    body = "Under the Care Act 2014 and the Prudential Code (2013 edition) there were 431 referrals."
    found = figures(record("Adult Care Performance - Quarter 1 2015/16", body))
    assert periods(found) == {431: "2015-04-01/2015-06-30"}


def test_a_member_who_spoke_today_dates_no_number(figures: Figures) -> None:
    text = "Cabinet, 14 May 2015\n\nMembers are asked today to note that 64 shops were empty at 31 March 2015.\n"
    assert periods(figures(text)) == {64: "2015-03-31"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Cabinet, 8 July 2021\n\nQuarter 3 2020/21\n\nThe block closed the last financial year £4m over.\n",
            {4_000_000: "2020-04-01/2021-03-31"},
        ),
        (
            "Cabinet, 8 July 2025\n\nOutturn 2024/25\n\nThe grant was £37m in 2024/25 and is £39m this year.\n",
            {37_000_000: "2024-04-01/2025-03-31", 39_000_000: "2025-04-01/2026-03-31"},
        ),
        (
            "In 2007/08 the number of orders, introduced in December 2005, was 9.\n",
            {9: "2007-04-01/2008-03-31"},
        ),
        (
            "Cabinet, 18 November 1999\n\nAt 31 March 1999 401 were in care. By the end of October there were 418.\n",
            {401: "1999-03-31", 418: "1999-10-31"},
        ),
        (
            "In 2016/17 96 enquiries came through the site, which was relaunched in October, and 31 from friends.\n",
            {96: "2016-04-01/2017-03-31", 31: "2016-04-01/2017-03-31"},
        ),
    ],
)
def test_words_aside_date_what_they_tell_of_and_the_year_meant_is_that_of_the_writer(
    figures: Figures, text: str, expected: dict[int, str]
) -> None:
    assert periods(figures(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The improvement reported in September has been kept up: 194 cases were closed.",
            {194: "2017-10-01/2017-12-31"},
        ),
        ("Following the re-profiling agreed in September the programme cost £62.", {62: "2017-10-01/2017-12-31"}),
        (
            "A saving of £84 was made after the re-letting of routes to schools in September.",
            {84: "2017-10-01/2017-12-31"},
        ),
    ],
)
def test_when_something_was_agreed_or_caused_is_no_date_of_the_number(
    figures: Figures, text: str, expected: dict[int, str]
) -> None:
    found = periods(figures(QUARTER + text))
    assert {value: found.get(value) for value in expected} == expected


@pytest.mark.parametrize(
    "aside",
    [
        "The contract was let in October 2012 for five years.",
        "A new computer system went live on 4 May.",
        "The next report is due in September.",
        "The building opened in 2011.",
        "In 2013/14 the picture was very different.",
        "At an inspection in June 2014 it was found wanting, with 12 recommendations.",
    ],
)
def test_when_something_else_was_done_dates_none_of_the_numbers_behind_it(figures: Figures, aside: str) -> None:
    text = f"{QUARTER}There were 640 referrals. {aside} Repeat referrals were 22%. Visits numbered 1,204.\n"
    found = periods(figures(text))
    assert (found[22], found[1_204]) == ("2017-10-01/2017-12-31",) * 2


@pytest.mark.parametrize(
    "words",
    [
        "Slippage of £85,000 will be carried forward to 2012/13.",
        "Work worth £85,000 has slipped into 2012/13.",
        "He is to report in January on how the £85,000 was spent.",
    ],
)
def test_a_time_that_something_is_put_off_to_or_reported_at_does_not_date_it(figures: Figures, words: str) -> None:
    (amount,) = figures(f"Cabinet, 7 November 2011\n\nCapital monitoring 2011/12\n\n{words}")
    assert days(amount) == "2011-04-01/2012-03-31"


def test_a_time_that_is_only_looked_back_to_does_not_move_the_days_named_behind_it(figures: Figures) -> None:
    head = "Cabinet, 6 September 2016\n\nWorkloads at 30 June 2016\n\n"
    text = f"{head}On 30 June 11 workers had more; in December 2015 it was six. There were 17 open cases on 30 June."
    assert periods(figures(text))[17] == "2016-06-30"


def test_what_turns_to_now_does_not_lean_on_what_was(figures: Figures) -> None:
    head = "Cabinet, 14 November 2017\n\nQuarter 2 of 2017/18\n\n"
    found = figures(f"{head}Two months ago there were 24 agency workers and now there are 29.")
    assert periods(found)[29] == "2017-09-30"


def test_a_day_that_says_where_a_stretch_ends_dates_nothing_of_its_own(figures: Figures) -> None:
    words = (
        "In the first four months of this year, that is to the end of July, 137 enquiries came. Nine were withdrawn."
    )
    assert periods(figures(record("Fostering: Annual Report 2014/15", words))) == {
        137: "2015-04-01/2015-07-31",
        9: "2015-04-01/2015-07-31",
    }


@pytest.mark.parametrize(
    "intended",
    [
        "and it was intended to be without them by the end of January",
        "which the Head of Service hoped to fill by March",
        "but the builders are due to finish in February",
    ],
)
def test_a_month_by_which_something_is_intended_dates_nothing_that_was(figures: Figures, intended: str) -> None:
    assert periods(figures(record("Quarter 1 2015/16", f"Nine beds were empty {intended}."))) == {9: "2015-06-30"}


@pytest.mark.parametrize(
    ("words", "number", "period"),
    [
        (
            "43 calls were the most of any quarter since the Council left us in 2013, and 12 of them failed.",
            12,
            "2015-04-01/2015-06-30",
        ),
        (
            "At 30 June 352 were let, down from a peak of 437 in May 2013, which brings the rate to 55 per 10,000.",
            55,
            "2015-06-30",
        ),
        ("The figure for the quarter was 91%, having slipped to 87% in May.", 91, "2015-04-01/2015-06-30"),
        (
            "387 were let on 30 June, against 379 at the end of March and 352 on the same date last year.",
            352,
            "2014-06-30",
        ),
        ("120 homes will be handed over by March, and 12 were let in the quarter.", 12, "2015-04-01/2015-06-30"),
    ],
)
def test_a_time_that_is_left_behind_dates_nothing_that_follows(
    figures: Figures, words: str, number: int, period: str
) -> None:
    assert periods(figures(record("Quarter 1 2015/16", words)))[number] == period
