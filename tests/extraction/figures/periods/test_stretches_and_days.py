"""A stock holds on a day and a flow in a while, and what stands between."""

from __future__ import annotations

from datetime import date

import pytest

from crossfoot.model import PeriodKind

from .told import QUARTER, YEAR, Figures, days, periods, record


@pytest.mark.parametrize(
    "words",
    [
        "As at 31 March 2015",
        "At 31st March 2015",
        "On 31 March 2015",
        "By 31 March 2015",
        "At the end of March 2015",
        "By the end of March 2015",
        "At the end of quarter 4 (31 March 2015)",
    ],
)
def test_a_stock_holds_on_the_day_that_is_named(figures: Figures, words: str) -> None:
    (stock,) = figures(f"{words} there were 287 looked after children.")
    assert stock.period
    assert (stock.period.start, stock.period.end) == (date(2015, 3, 31), date(2015, 3, 31))
    assert stock.period.kind is PeriodKind.AS_AT


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("In July 2014", "2014-07-01/2014-07-31"),
        ("During July 2014", "2014-07-01/2014-07-31"),
        ("Between January and March 2015", "2015-01-01/2015-03-31"),
        ("Between 1 April and 30 September 2014", "2014-04-01/2014-09-30"),
        ("Between the 1st April and the 30th September 2014", "2014-04-01/2014-09-30"),
        ("During quarter 1 2015/16", "2015-04-01/2015-06-30"),
        ("In quarter 2 of 2014/15", "2014-07-01/2014-09-30"),
        ("In quarter 4 of 2014/15", "2015-01-01/2015-03-31"),
        ("During the quarter (1 April to 30 June 2015)", "2015-04-01/2015-06-30"),
        ("In 2014/15", "2014-04-01/2015-03-31"),
        ("In the financial year 2014/15", "2014-04-01/2015-03-31"),
        ("In the school year 2014/15", "2014-09-01/2015-08-31"),
        ("In the 2014/15 school year", "2014-09-01/2015-08-31"),
        ("During the academic year 2014/15", "2014-09-01/2015-08-31"),
    ],
)
def test_a_flow_is_of_the_stretch_that_is_named(figures: Figures, words: str, period: str) -> None:
    (flow,) = figures(f"{words} there were 287 referrals.")
    assert days(flow) == period
    assert flow.period
    assert flow.period.kind is PeriodKind.DURING


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("44 homes were empty.", "2013-06-30"),
        ("There are now 44 approved households.", "2013-06-30"),
        ("44 reports were in progress.", "2013-06-30"),
        ("44 reports were on time.", "2013-04-01/2013-06-30"),
        ("44 households were approved.", "2013-04-01/2013-06-30"),
        ("Vehicles in the fleet: 44", "2013-06-30"),
        ("Incidents of graffiti: 44", "2013-04-01/2013-06-30"),
    ],
)
def test_what_there_was_holds_on_the_last_day_and_what_was_done_over_the_quarter(
    figures: Figures, words: str, period: str
) -> None:
    text = f"Cabinet, 25 July 2013\n\nStreets and homes, quarter 1 2013/14\n\n{words}\n"
    assert periods(figures(text)) == {44: period}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2,411 people were helped to live at home.", {2_411: "2012-04-01/2013-03-31"}),
        ("The number receiving a direct payment rose from 204 to 331.", {204: "2012-03-31", 331: "2013-03-31"}),
        ("Since then a further 29 have taken one up.", {29: "2013-04-01/2013-06-20"}),
        ("5,417 households were registered.", {5_417: "2013-03-31"}),
        (
            "Hours were cut in April 2012. On a typical Saturday in November 3,240 people came in.",
            {3_240: "2012-11-01/2012-11-30"},
        ),
        (
            "Investments at 31 March 2013 totalled £74.2m (31 March 2012: £61.5m). Debt fell by £4m.",
            {61_500_000: "2012-03-31", 4_000_000: "2012-04-01/2013-03-31"},
        ),
        (
            "Savings are to be found next year. The current budget of £8.8m is expected to hold.",
            {8_800_000: "2013-04-01/2014-03-31"},
        ),
    ],
)
def test_what_is_held_and_what_was_done_are_told_apart_in_the_report_of_a_year(
    figures: Figures, text: str, expected: dict[int, str]
) -> None:
    found = periods(figures(f"Cabinet, 20 June 2013\n\nAdult services: outturn and performance 2012/13\n\n{text}\n"))
    assert {value: found.get(value) for value in expected} == expected


def test_a_line_of_what_was_done_since_april_is_of_the_months_since(figures: Figures) -> None:
    text = "Board, 3 November 2023\n\nMonitoring to end September 2023\n\n- Jobs created since April: 44\n- Events: 9\n"
    assert periods(figures(text))[44] == "2023-04-01/2023-09-30"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Our nurse screened 88 children.", {88: "2020-04-01/2021-03-31"}),
        ("The team worked with 139 children on 163 programmes.", {139: "2020-04-01/2021-03-31"}),
        ("131 gained a certificate.", {131: "2020-04-01/2021-03-31"}),
        ("Children in care at 31 March numbered 214. The service advised 37.", {214: "2021-03-31"}),
    ],
)
def test_those_whom_somebody_did_something_with_are_counted_over_the_time(
    figures: Figures, text: str, expected: dict[int, str]
) -> None:
    found = periods(figures(YEAR + text))
    assert {value: found.get(value) for value in expected} == expected


def test_what_happened_takes_no_day_from_what_there_was_behind_it(figures: Figures) -> None:
    text = "The panel received 212 applications, of which 40 were still outstanding on 31 December 2017."
    assert periods(figures(QUARTER + text)) == {212: "2017-10-01/2017-12-31", 40: "2017-12-31"}


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("During the year that ended on 30 September 2017", "2016-10-01/2017-09-30"),
        ("In the twelve months which closed in June 2017", "2016-07-01/2017-06-30"),
        ("In the quarter ending on 30 June 2017", "2017-04-01/2017-06-30"),
        ("Seven months into the year", "2017-04-01/2017-10-31"),
        ("In the year before last", "2015-04-01/2016-03-31"),
    ],
)
def test_a_stretch_may_be_told_by_where_it_ended_or_how_far_it_had_gone(
    figures: Figures, words: str, period: str
) -> None:
    (spent,) = figures(f"Cabinet, 20 November 2017\n\n{words} £47,000 was spent on road signs.")
    assert days(spent) == period


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("As March ended", "2017-03-31"),
        ("When last year closed", "2017-03-31"),
        ("On the last day of the quarter", "2017-09-30"),
    ],
)
def test_the_end_of_a_stretch_may_be_told_by_a_verb(figures: Figures, words: str, period: str) -> None:
    text = f"Cabinet, 20 November 2017\n\nQuarter 2 of 2017/18\n\n{words} 168 (70.6%) of the beds were taken."
    assert periods(figures(text))[168] == period


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("From April on 64 children came into care", "2017-04-01/2017-09-30"),
        ("Between April and the end of the period 64 children came into care", "2017-04-01/2017-09-30"),
        ("In the twelve months before April 2017 64 children came into care", "2016-04-01/2017-03-31"),
        ("Half year: 64 assessments", "2017-04-01/2017-09-30"),
    ],
)
def test_a_stretch_may_be_open_at_its_end_or_told_by_what_comes_behind(
    figures: Figures, words: str, period: str
) -> None:
    text = f"Cabinet, 20 November 2017\n\nApril to September 2017\n\n{words}."
    assert periods(figures(text))[64] == period


def test_so_many_months_from_one_on_are_a_stretch(figures: Figures) -> None:
    found = figures("Fostering to February 2008\n\nIn the eleven months from April 2007 we approved 26 households.")
    assert days(found[-1]) == "2007-04-01/2008-02-29"


def test_what_came_and_went_between_two_days_is_of_the_time_between_them(figures: Figures) -> None:
    words = (
        "We had 166 tenants at the end of August against 163 at the end of March, 14 having come and 11 having gone."
    )
    assert periods(figures(record("Allotments 2015/16", words))) == {
        166: "2015-08-31",
        163: "2015-03-31",
        14: "2015-04-01/2015-08-31",
        11: "2015-04-01/2015-08-31",
    }
