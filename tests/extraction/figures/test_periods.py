"""When a figure held: on one day or for a while, by the words beside it or by what the record reports on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from crossfoot.model import Figure, PeriodKind

Figures = Callable[[str], tuple[Figure, ...]]


def days(figure: Figure) -> str:
    """Return the period as the gold tables write it: one day, or the first and the last."""
    assert figure.period, figure
    first, last = figure.period.start.isoformat(), figure.period.end.isoformat()
    return first if first == last else f"{first}/{last}"


def periods(found: tuple[Figure, ...]) -> dict[int, str]:
    return {int(figure.value): days(figure) for figure in found}


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


def test_the_same_period_of_an_earlier_year_is_that_year_s(figures: Figures) -> None:
    found = figures("In quarter 2 of 2014/15 there were 310 referrals compared with 287 in the same period of 2013/14.")
    assert periods(found) == {310: "2014-07-01/2014-09-30", 287: "2013-07-01/2013-09-30"}


def test_each_end_of_a_movement_has_its_own_date(figures: Figures) -> None:
    found = figures("Referrals rose from 281 in July 2014 to 294 in August 2014.")
    assert periods(found) == {281: "2014-07-01/2014-07-31", 294: "2014-08-01/2014-08-31"}


def test_of_these_keeps_the_period_of_the_sentence_before(figures: Figures) -> None:
    found = figures("There were 60 referrals in May 2014. Of these, 9 were late.")
    assert periods(found) == {60: "2014-05-01/2014-05-31", 9: "2014-05-01/2014-05-31"}


def test_a_budget_its_outturn_and_its_variance_share_their_year(figures: Figures) -> None:
    found = figures("The fostering budget for 2014/15 was £5.2m, the outturn £5.5m and the variance £0.3m.")
    assert {days(figure) for figure in found} == {"2014-04-01/2015-03-31"}


def test_a_list_is_dated_by_the_sentence_that_leads_in(figures: Figures) -> None:
    found = figures("At 31 March 2015 the teams held the following cases:-\n\n- North - 131\n- South - 79\n")
    assert periods(found) == {131: "2015-03-31", 79: "2015-03-31"}


def test_a_column_of_a_table_is_dated_by_its_heading(figures: Figures) -> None:
    found = figures(
        "Cases held:\n\n| Team | 31 July 2014 | 31 August 2014 |\n| North | 131 | 142 |\n| South | 79 | 88 |\n"
    )
    assert periods(found) == {131: "2014-07-31", 142: "2014-08-31", 79: "2014-07-31", 88: "2014-08-31"}


def test_a_figure_without_any_date_has_no_period(figures: Figures) -> None:
    (undated,) = figures("There were 287 looked after children.")
    assert undated.period is None


def record(title: str, body: str) -> str:
    return f"""Hallowby Borough Council

CABINET RECOMMENDATIONS

PROFORMA

Cabinet Meeting 10th September 2015

1. Title of Item/Report

{title}

2. Record of the Decision

{body}

RESOLVED that:-

1. the report be noted.

3. Reasons for the Decision

To keep Members informed.
"""


THIS, BEFORE = "2014-04-01/2015-03-31", "2013-04-01/2014-03-31"

BODY = "Members noted that there had been 431 referrals. There were 287 looked after children."


def test_a_record_titled_by_a_quarter_dates_its_flows_by_it_and_its_stocks_by_its_end(figures: Figures) -> None:
    found = figures(record("Children's Services Performance - Quarter 1 2015/16", BODY))
    assert periods(found) == {431: "2015-04-01/2015-06-30", 287: "2015-06-30"}


def test_the_words_beside_a_figure_go_before_the_record_s_own_period(figures: Figures) -> None:
    body = BODY.replace("There were 287", "At 31 August 2015 there were 287")
    found = figures(record("Children's Services Performance - Quarter 1 2015/16", body))
    assert periods(found) == {431: "2015-04-01/2015-06-30", 287: "2015-08-31"}


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("In the first half of 2015/16", "2015-04-01/2015-09-30"),
        ("In the second half of the year 2014/15", "2014-10-01/2015-03-31"),
        ("In the first three quarters of 2014/15", "2014-04-01/2014-12-31"),
        ("In the last six months of 2014/15", "2014-10-01/2015-03-31"),
        ("In the half year to 30 September 2014", "2014-04-01/2014-09-30"),
        ("In the two quarters to September 2014", "2014-04-01/2014-09-30"),
        ("In the 2014 calendar year", "2014-01-01/2014-12-31"),
        ("In FY15", "2014-04-01/2015-03-31"),
        ("In quarter two 2014/15", "2014-07-01/2014-09-30"),
        ("Between 2012/13 and 2014/15", "2012-04-01/2015-03-31"),
        ("For the years 2012/13 to 2014/15", "2012-04-01/2015-03-31"),
        ("From 2012 to 2014", "2012-01-01/2014-12-31"),
        ("In the autumn term 2014", "2014-09-01/2014-12-31"),
    ],
)
def test_a_part_of_a_year_is_that_part(figures: Figures, words: str, period: str) -> None:
    (flow,) = figures(f"{words} there were 287 referrals.")
    assert days(flow) == period


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("In the first half of the current year", "2015-04-01/2015-09-30"),
        ("In the autumn term", "2014-09-01/2014-12-31"),
        ("In the year to date", "2015-04-01/2015-06-30"),
        ("In the nine months to December", "2014-04-01/2014-12-31"),
        ("Last December", "2014-12-01/2014-12-31"),
        ("In the three months", "2015-04-01/2015-06-30"),
    ],
)
def test_a_stretch_without_its_year_is_counted_back_from_what_is_reported(
    figures: Figures, words: str, period: str
) -> None:
    found = figures(record("Children's Services Performance - Quarter 1 2015/16", f"{words} there were 431 referrals."))
    assert periods(found) == {431: period}


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("when the year closed", "2015-03-31"),
        ("at the end of the year", "2015-03-31"),
        ("at year end", "2015-03-31"),
        ("when the year opened", "2014-04-01"),
    ],
)
def test_the_edges_of_the_year_reported_on_are_days(figures: Figures, words: str, day: str) -> None:
    found = figures(record("Adoption Service Annual Report 2014/15", f"There were 42 children waiting {words}."))
    assert periods(found) == {42: day}


def test_the_same_months_and_the_month_before_count_back_from_what_was_named(figures: Figures) -> None:
    found = figures("Between January and March 2015 there were 64 claims, against 38 in the same months of 2014.")
    assert periods(found) == {64: "2015-01-01/2015-03-31", 38: "2014-01-01/2014-03-31"}
    found = figures("There were 268 children looked after at 31 March 2013 and 295 the March before.")
    assert periods(found) == {268: "2013-03-31", 295: "2012-03-31"}


def test_the_first_end_of_an_undated_movement_is_of_the_year_before(figures: Figures) -> None:
    found = figures(record("Adoption Service Annual Report 2014/15", "The number of orders made rose from 12 to 21."))
    assert periods(found) == {12: "2013-04-01/2014-03-31", 21: "2014-04-01/2015-03-31"}


def test_the_base_of_a_comparison_dates_no_number_beside_it(figures: Figures) -> None:
    body = "26 children had been adopted, 7 more than last year, and 19 had left care."
    found = figures(record("Adoption Service Annual Report 2014/15", body))
    assert periods(found)[26] == "2014-04-01/2015-03-31"
    assert periods(found)[19] == "2014-04-01/2015-03-31"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Waste came to 640 tonnes in 2014/15 (2013/14: 683).",
            {640: "2014-04-01/2015-03-31", 683: "2013-04-01/2014-03-31"},
        ),
        (
            "Plans finished on time were: May 2015 31%, June 2015 38%.",
            {31: "2015-05-01/2015-05-31", 38: "2015-06-01/2015-06-30"},
        ),
        (
            "Of the 418 plans finalised in 2014/15 just 97 were late.",
            {418: "2014-04-01/2015-03-31", 97: "2014-04-01/2015-03-31"},
        ),
    ],
)
def test_a_date_goes_with_the_number_that_it_stands_beside(
    figures: Figures, sentence: str, expected: dict[int, str]
) -> None:
    assert periods(figures(sentence)) == expected


def test_a_flow_is_of_the_whole_year_though_the_sentence_before_named_its_last_day(figures: Figures) -> None:
    body = "There were 40 carers approved as at 31 March 2015. Of 96 enquiries received 23 led to a visit."
    found = figures(record("Fostering Service Annual Report 2014/15", body))
    assert periods(found) == {40: "2015-03-31", 96: "2014-04-01/2015-03-31", 23: "2014-04-01/2015-03-31"}


def test_a_forecast_is_of_its_year_and_not_of_the_day_on_which_it_was_made(figures: Figures) -> None:
    found = figures("At 31 August 2014 the forecast overspend was £760,000.")
    assert periods(found) == {760_000: "2014-04-01/2015-03-31"}


def test_at_the_same_point_last_year_is_the_stretch_a_year_before(figures: Figures) -> None:
    body = "In quarter 1 there were 298 referrals; at the same point last year the figure was 341."
    found = figures(record("Children's Services Performance - Quarter 1 2015/16", body))
    assert periods(found) == {298: "2015-04-01/2015-06-30", 341: "2014-04-01/2014-06-30"}


def test_a_month_of_the_quarter_reported_on_is_that_quarter_s(figures: Figures) -> None:
    body = "Plans were down from 307 in July 2014 to 240 at the end of June."
    found = figures(record("Children's Services Performance - Quarter 1 2015/16", body))
    assert periods(found) == {307: "2014-07-01/2014-07-31", 240: "2015-06-30"}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Over the last six months 80 children came into care.", {80: "2015-01-01/2015-06-30"}),
        ("In the last quarter there were 25 admissions.", {25: "2015-01-01/2015-03-31"}),
        (
            "Roles advertised came to 51 as opposed to 81 in the previous quarter.",
            {51: "2015-04-01/2015-06-30", 81: "2015-01-01/2015-03-31"},
        ),
        (
            "The rate was down to 3.00%, from 4.00% in 2013/14.",
            {3: "2015-04-01/2015-06-30", 4: "2013-04-01/2014-03-31"},
        ),
    ],
)
def test_what_was_before_is_told_from_what_is_reported(figures: Figures, body: str, expected: dict[int, str]) -> None:
    assert periods(figures(record("Children's Services Performance - Quarter 1 2015/16", body))) == expected


def test_a_sentence_goes_back_to_its_own_time_after_a_comparison(figures: Figures) -> None:
    found = figures(
        "Investments came to £52m at 31 March 2015, in comparison to £21m at 31 March 2014, earning interest of £3m."
    )
    assert [days(figure) for figure in found] == ["2015-03-31", "2014-03-31", "2015-03-31"]


def test_where_nothing_tells_how_far_back_a_movement_began_it_has_no_period(figures: Figures) -> None:
    found = figures(record("Staffing - Quarter 1 2015/16", "Vacancies rose from 22 to 31."))
    assert [figure.period is None for figure in found] == [True, False]


def test_the_meeting_s_own_date_is_no_period(figures: Figures) -> None:
    found = figures("Hallowby Council\n\nCabinet 10 September 2015\n\nFees\n\nThere were 61 admissions.\n")
    assert [figure.period for figure in found] == [None]


FIRE = record(
    "Fire Service: Performance and Precept 2016/17",
    "Consideration was given to a report on performance in the first quarter of 2015/16.\n\n{}",
)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("House fires had fallen to 96.", {96: "2015-04-01/2015-06-30"}),
        (
            "71% of calls were met, compared with 73% a year earlier.",
            {71: "2015-04-01/2015-06-30", 73: "2014-04-01/2014-06-30"},
        ),
        ("3,000 visits were expected by the year end.", {3000: "2016-03-31"}),
        ("Since April 14 contracts had been let.", {14: "2015-04-01/2015-09-10"}),
        ("The cost in the current year was forecast at £300.", {300: "2015-04-01/2016-03-31"}),
    ],
)
def test_a_record_that_plans_a_year_to_come_reports_on_what_was_over(
    figures: Figures, body: str, expected: dict[int, str]
) -> None:
    assert periods(figures(FIRE.format(body))) == expected


def test_a_balance_by_the_following_march_is_of_the_march_behind_the_one_named(figures: Figures) -> None:
    found = figures("Reserves stood at £21m on 31 March 2015 and would fall to £16m by the following March.")
    assert [days(figure) for figure in found] == ["2015-03-31", "2016-03-01/2016-03-31"]


def test_visits_in_the_half_year_are_of_its_six_months(figures: Figures) -> None:
    body = "Visits totalled 318 in the half year, up 9% on the same period in 2014/15."
    found = figures(record("Leisure: Mid-Year Report 2015/16", body))
    assert periods(found) == {318: "2015-04-01/2015-09-30", 9: "2015-04-01/2015-09-30"}


def test_the_columns_of_a_budget_at_a_month_are_of_the_year_and_what_was_spent_is_to_date(figures: Figures) -> None:
    table = (
        "Budget position at month 4 (£000)\n\n"
        "| Service | Budget | Actual to date | Forecast outturn | Variance |\n| Leisure | 1,240 | 845 | 1,690 | 450 |\n"
    )
    found = figures(record("Leisure", table))
    year = "2015-04-01/2016-03-31"
    assert [days(figure) for figure in found] == [year, "2015-04-01/2015-07-31", year, year]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The 13-14 outturn underspend was £44.", {44: "2013-04-01/2014-03-31"}),
        ("There were 298 referrals in 13/14.", {298: "2013-04-01/2014-03-31"}),
        ("The capital programme for 13-14 to 14-15 came to £505.", {505: "2013-04-01/2015-03-31"}),
    ],
)
def test_a_year_may_leave_out_its_century(figures: Figures, body: str, expected: dict[int, str]) -> None:
    assert periods(figures(record("Finance", body))) == expected


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


def test_the_paper_that_a_month_names_dates_no_amount(figures: Figures) -> None:
    found = figures("In 2013/14 we spent £198m against the approved November budget of £283m.")
    assert {days(figure) for figure in found} == {"2013-04-01/2014-03-31"}


def test_when_an_amount_was_approved_is_not_when_it_is_of(figures: Figures) -> None:
    body = "The programme for 2015/16 was approved by Full Council in February 2015 as £505m."
    found = figures(record("Capital Programme 2015/16", body))
    assert [days(figure) for figure in found] == ["2015-04-01/2016-03-31"]


def test_each_of_two_clauses_has_the_date_that_opens_it(figures: Figures) -> None:
    found = figures("In August 2013 this figure was 2% but August 2014 was 51%.")
    assert periods(found) == {2: "2013-08-01/2013-08-31", 51: "2014-08-01/2014-08-31"}


def test_a_reporting_period_that_begins_on_the_first_is_no_ledger_period(figures: Figures) -> None:
    found = figures(record("Adoption: Period 1 April 2014 - 31 March 2015", "25 children had been adopted."))
    assert periods(found) == {25: "2014-04-01/2015-03-31"}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Savings of £300 will be needed in each of the next two years.", {300: "2016-04-01/2018-03-31"}),
        (
            "A budget of £500 was set for 2016/17, with £250 in each of the two following years.",
            {500: "2016-04-01/2017-03-31", 250: "2017-04-01/2019-03-31"},
        ),
        (
            "Costs are projected to be £130 by year end, £20 over budget.",
            {130: "2015-04-01/2016-03-31", 20: "2015-04-01/2016-03-31"},
        ),
        ("At period 5 expenditure was £45.", {45: "2015-04-01/2015-08-31"}),
        ("The caseload was 17.0, having been 19.0 in March.", {17: "2015-06-30", 19: "2015-03-01/2015-03-31"}),
        ("The reserve stood at £12.", {12: "2015-06-30"}),
        ("Over the three years 2012-15 it took 512 days.", {512: "2012-04-01/2015-03-31"}),
        ("Since the last report in May caseloads had fallen to 18.", {18: "2015-05-01/2015-06-30"}),
        ("The forecast overspend was £11 (May: £14).", {11: "2015-04-01/2016-03-31", 14: "2015-04-01/2016-03-31"}),
        ("The rate was 12% for two years before that.", {12: "2015-04-01/2015-06-30"}),
    ],
)
def test_councils_ways_of_saying_when_are_read(figures: Figures, body: str, expected: dict[int, str]) -> None:
    assert periods(figures(record("Performance - Quarter 1 2015/16", body))) == expected


TABLES = {
    "a quarter behind years is the latest": (
        "| Measure | 2013/14 | 2014/15 | Q1 | Q2 |\n| Visits | 412 | 398 | 401 | 405 |\n",
        {
            412: "2013-04-01/2014-03-31",
            398: "2014-04-01/2015-03-31",
            401: "2015-04-01/2015-06-30",
            405: "2014-07-01/2014-09-30",
        },
    ),
    "a wide head stands over its quarters": (
        (
            "        | 2013/14 |      |      | 2014/15 |\n        | Q2      | Q3   | Q4   | Q1      |\n"
            "Visits  | 412     | 398  | 401  | 405     |\n"
        ),
        {
            412: "2013-07-01/2013-09-30",
            398: "2013-10-01/2013-12-31",
            401: "2014-01-01/2014-03-31",
            405: "2014-04-01/2014-06-30",
        },
    ),
    "dates with points": (
        "Team     30.06.14   30.09.14\nNorth       40         42\nSouth       60         61\n",
        {40: "2014-06-30", 42: "2014-09-30", 60: "2014-06-30", 61: "2014-09-30"},
    ),
    "a year behind a name": (
        "| Subject | Hallowby 2013 | Hallowby 2014 |\n| Reading | 80 | 65 |\n",
        {80: "2013-01-01/2013-12-31", 65: "2014-01-01/2014-12-31"},
    ),
}


@pytest.mark.parametrize("name", TABLES)
def test_heads_date_their_columns(figures: Figures, name: str) -> None:
    table, expected = TABLES[name]
    assert periods(figures(record("Performance - Quarter 1 2015/16", f"Visits made:\n\n{table}"))) == expected


def test_a_column_of_the_previous_quarter_is_of_the_one_before_the_table_s(figures: Figures) -> None:
    table = "Position as at 30 June 2015\n\n| Measure | Actual | Previous quarter |\n| Visits on time | 91% | 89% |\n"
    found = figures(record("Performance 2015/16", table))
    assert [days(figure) for figure in found] == ["2015-06-30", "2015-01-01/2015-03-31"]


def test_an_act_s_year_dates_nothing(figures: Figures) -> None:
    body = "Under the Care Act 2014 and the Prudential Code (2013 edition) there were 431 referrals."
    found = figures(record("Adult Care Performance - Quarter 1 2015/16", body))
    assert periods(found) == {431: "2015-04-01/2015-06-30"}


def test_rates_of_the_registrars_are_of_calendar_years(figures: Figures) -> None:
    found = figures("Life expectancy at birth was 78.9 years (2012-14).")
    assert [days(figure) for figure in found] == ["2012-01-01/2014-12-31"]


def test_a_table_parted_by_semicolons_is_dated_by_its_heads(figures: Figures) -> None:
    found = figures("Condition of roads:\n\nRoad class;2013/14;2014/15\nA roads;3%;4%\nUnclassified;15%;17%\n")
    assert periods(found) == {
        3: "2013-04-01/2014-03-31",
        4: "2014-04-01/2015-03-31",
        15: "2013-04-01/2014-03-31",
        17: "2014-04-01/2015-03-31",
    }


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "There were 250 plans in 2014/15, up by 24 from 226.",
            {250: "2014-04-01/2015-03-31", 24: "2014-04-01/2015-03-31", 226: "2013-04-01/2014-03-31"},
        ),
        (
            "The score was 12.0 in 2013/14, and in 2014/15 to date it came to 14.0.",
            {12: "2013-04-01/2014-03-31", 14: "2014-04-01/2015-03-31"},
        ),
        (
            "There were 641 in residential care in September 2014 (March: 659).",
            {641: "2014-09-01/2014-09-30", 659: "2014-03-01/2014-03-31"},
        ),
    ],
)
def test_each_of_two_numbers_of_one_measure_has_its_own_time(
    figures: Figures, sentence: str, expected: dict[int, str]
) -> None:
    assert periods(figures(sentence)) == expected


def test_a_benchmark_is_of_the_time_of_what_it_is_set_beside(figures: Figures) -> None:
    found = figures("In 2014/15 97 plans were on time, or 23.2%, where England managed 58.0%.")
    assert {days(figure) for figure in found} == {"2014-04-01/2015-03-31"}


def test_budget_and_underspend_are_of_the_year_of_the_cost_beside_them(figures: Figures) -> None:
    body = "The service cost £3.41m in 2013/14 compared with a budget of £3.52m, an underspend of £110,000."
    found = figures(record("Waste Service Report 2014/15", body))
    assert {days(figure) for figure in found} == {"2013-04-01/2014-03-31"}


def test_a_target_to_be_met_by_a_month_means_the_next_one(figures: Figures) -> None:
    found = figures(record("Adult Care Performance - Quarter 1 2015/16", "The target is 95% by April."))
    assert periods(found) == {95: "2016-04-01/2016-04-30"}


def test_a_charge_from_april_is_of_the_year_that_begins_then(figures: Figures) -> None:
    found = figures(record("Adult Care Performance - Quarter 1 2015/16", "The charge will be £72 from 1 April 2016."))
    assert periods(found) == {72: "2016-04-01/2017-03-31"}


def test_a_record_of_schools_counts_by_the_school_year(figures: Figures) -> None:
    body = "In reading 57% met the mark. Officers spent £40,000 in 2014/15."
    found = figures(record("Standards in Education 2014/15", body))
    assert periods(found) == {57: "2014-09-01/2015-08-31", 40_000: "2014-04-01/2015-03-31"}


def test_what_was_is_of_the_year_that_was_over_where_the_record_plans_the_next(figures: Figures) -> None:
    body = "In 2014/15 298 young people offended; in 2014/15 custody was rare.\n\nThe number of orders was 64."
    found = figures(record("Youth Justice Plan 2015/16", body))
    assert periods(found)[64] == "2014-04-01/2015-03-31"


def test_a_total_over_years_takes_them_together(figures: Figures) -> None:
    table = "Programme (£000):\n\n| Scheme | 2015/16 | 2016/17 | Total |\n| Roads | 9,400 | 6,150 | 15,550 |\n"
    found = figures(record("Capital Programme", table))
    assert [days(figure) for figure in found] == [
        "2015-04-01/2016-03-31",
        "2016-04-01/2017-03-31",
        "2015-04-01/2017-03-31",
    ]


def test_how_a_period_was_found_is_kept_with_its_words(figures: Figures) -> None:
    text = "In the first half of 2015/16 there were 287 referrals."
    (flow,) = figures(text)
    (how,) = (evidence for evidence in flow.evidence if evidence.field == "period")
    assert how.rule == "half"
    assert how.span
    assert how.span.cut(text) == "first half of 2015/16"


def test_both_ends_of_a_movement_between_two_years_have_their_own(figures: Figures) -> None:
    found = figures("The number of births rose by 18% between 2006 and 2012, from 2,914 to 3,438 a year.")
    assert [figure.period and figure.period.start.year for figure in found[1:]] == [2006, 2012]


def test_a_year_group_of_pupils_is_no_time(figures: Figures) -> None:
    found = figures("REPORT FOR 2012/13\n\nIn the Year 1 phonics check 76% of pupils met the standard.")
    assert all(item.rule != "now" for figure in found for item in figure.evidence if item.field == "period")


def test_the_years_of_a_strategy_are_not_what_a_review_of_it_reports_on(figures: Figures) -> None:
    found = figures(
        "HOUSING STRATEGY 2019-2024 - ANNUAL REVIEW\n\nHomelessness was prevented in 57% of cases.\n\n"
        "In 2019/20 there were 1,236 applications.\n"
    )
    assert found[0].period is None or found[0].period.end.year < 2024


def test_a_year_that_a_change_is_measured_on_is_not_that_of_the_next_sentence(figures: Figures) -> None:
    found = figures(
        "In the summer of 2014 58% of children reached the level, an improvement of 11 percentage points on 2013. "
        "In phonics 76% of pupils met the standard."
    )
    assert found[-1].period is not None
    assert found[-1].period.start.year == 2014


QUARTER_2 = "Cabinet\n14 November 2017\n\nPerformance report: Quarter 2 2017/18\n\n"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "The number of looked after children rose from 263 to 268 over the quarter.",
            {263: "2017-06-30", 268: "2017-09-30"},
        ),
        (
            "There were 412 contacts in the quarter, compared with 984 in the quarter before.",
            {412: "2017-07-01/2017-09-30", 984: "2017-04-01/2017-06-30"},
        ),
        ("In the quarter 47 children came into care.", {47: "2017-07-01/2017-09-30"}),
        ("There were 83 fires in Q1-Q3 2016/17.", {83: "2016-04-01/2016-12-31"}),
        ("In the first quarter of last year there were 83 fires.", {83: "2016-04-01/2016-06-30"}),
        ("At end-March 2014 there were 412 children in care.", {412: "2014-03-31"}),
        ("In the 12 month period ending June 2016 there were 63 fires.", {63: "2015-07-01/2016-06-30"}),
        ("There were 241 children in care at 31 March last year.", {241: "2016-03-31"}),
        ("Between 3 and 20 June 2014 inspectors read 92 files.", {92: "2014-06-03/2014-06-20"}),
        ("In the week beginning 6 March 2017 there were 212 contacts.", {212: "2017-03-06/2017-03-12"}),
    ],
)
def test_ways_of_saying_when_are_counted_from_the_quarter_reported(
    figures: Figures, body: str, expected: dict[int, str]
) -> None:
    found = periods(tuple(f for f in figures(QUARTER_2 + body) if f.span.start >= len(QUARTER_2)))
    assert {value: found[value] for value in expected} == expected


def test_a_part_is_of_the_day_on_which_its_whole_was_counted(figures: Figures) -> None:
    found = figures(
        QUARTER_2
        + "The number of children with a plan had fallen from 203 at the end of June to 188. This was the least for "
        "years. Seven of the 188 had been on a plan for more than two years."
    )
    assert {figure.quote: days(figure) for figure in found if figure.quote in {"188", "Seven"}} == {
        "188": "2017-09-30",
        "Seven": "2017-09-30",
    }


def test_a_title_s_year_that_is_over_is_what_is_reported_though_it_names_a_part_of_the_next(figures: Figures) -> None:
    found = figures(
        "Cabinet\n4 November 2010\n\nYouth offending: performance in 2009/10 and the first half of 2010/11\n\n"
        "612 offences were recorded."
    )
    assert days(found[-1]) == "2009-04-01/2010-03-31"


def test_last_year_is_the_year_reported_where_that_is_over_and_nothing_is_compared(figures: Figures) -> None:
    found = figures(
        "Committee\n18 July 2023\n\nHousing needs: performance 2022/23\n\n"
        "We received 412 applications last year, against 377 the year before."
    )
    assert periods(found[-2:]) == {412: "2022-04-01/2023-03-31", 377: "2021-04-01/2022-03-31"}


def test_a_day_at_which_something_was_counted_is_not_the_record_s_own(figures: Figures) -> None:
    found = figures("At 31 March 2010 the council had 412 foster places. Twelve months later it had 431.")
    assert [figure.nature.value for figure in found] == ["actual", "actual"]


def test_quarters_over_columns_take_the_year_of_the_corner(figures: Figures) -> None:
    found = figures("2012/13 | Q1 | Q2\nReferrals | 702 | 688\nAssessments | 498 | 502\n")
    assert periods(found)[688] == "2012-07-01/2012-09-30"


def test_the_year_of_a_minute_s_title_holds_down_to_what_was_resolved_under_it(figures: Figures) -> None:
    found = figures(
        "CABINET\n\nMinutes of the meeting held on 9 February 2016\n\n100/15 Revenue Monitoring 2015/16\n\n"
        "Spending was £4.1m over the budget.\n\n101/15 Council Tax Base and Budget 2016/17\n\n"
        "The Leader presented the report.\n\nRESOLVED\n\nThat the budget requirement of £118.9m be approved."
    )
    assert days(found[-1]) == "2016-04-01/2017-03-31"


@pytest.mark.parametrize("words", ["today", "at the time of the meeting", "at the time of writing"])
def test_today_is_the_day_of_the_meeting(figures: Figures, words: str) -> None:
    text = f"Cabinet, 14 May 2015\n\nAt 31 March 2015 there were 64 empty shops. There were 58 empty shops {words}.\n"
    assert periods(figures(text)) == {64: "2015-03-31", 58: "2015-05-14"}


def test_a_member_who_spoke_today_dates_no_number(figures: Figures) -> None:
    text = "Cabinet, 14 May 2015\n\nMembers are asked today to note that 64 shops were empty at 31 March 2015.\n"
    assert periods(figures(text)) == {64: "2015-03-31"}


def test_the_final_quarter_is_the_years_fourth(figures: Figures) -> None:
    text = "Cabinet, 11 June 2015\n\nAnnual report 2014/15\n\nIn the final quarter 77 potholes were mended.\n"
    assert periods(figures(text)) == {77: "2015-01-01/2015-03-31"}


@pytest.mark.parametrize(
    ("told", "numbers", "period"),
    [
        ("The public was consulted from 4 August to 26 September 2014.", "212 replies came.", "2014-08-04/2014-09-26"),
        ("An inspection took place on 11 September 2014.", "Inspectors read 212 files.", "2014-09-11"),
        (
            "Case files were audited in September 2014.",
            "Audits of 212 files were good or better.",
            "2014-09-01/2014-09-30",
        ),
    ],
)
def test_the_numbers_of_an_event_are_of_the_date_that_is_told_of_it_once(
    figures: Figures, told: str, numbers: str, period: str
) -> None:
    text = f"Cabinet, 20 November 2014\n\nServices in 2013/14\n\n{told}\n\nThe service moved.\n\n{numbers}\n"
    assert periods(figures(text)) == {212: period}


def test_an_item_of_minutes_reports_on_the_time_that_its_opening_names(figures: Figures) -> None:
    text = (
        "Executive, 9 February 2010\n\nMinutes\n\n11. Council Tax 2010/11\n\nThe budget for 2010/11 was presented.\n\n"
        "RESOLVED: to agree it.\n\n12. Roads: six monthly report\n\n"
        "Considered: report for the half year ended 30 September 2009.\n\nCrews mended 77 potholes.\n\n"
        "RESOLVED: to note it.\n"
    )
    assert periods(figures(text)) == {77: "2009-04-01/2009-09-30"}


def test_numbers_go_on_with_the_date_of_those_before_them_and_not_with_the_sentences_first(figures: Figures) -> None:
    text = (
        "At 31 March 2003 the figure had climbed to 377 and at 31 July 2003 it was 391, of whom 44 were with their "
        "parents, 219 were with carers, 61 with agencies and 38 in homes.\n"
    )
    assert periods(figures(text)) == {377: "2003-03-31"} | dict.fromkeys((391, 44, 219, 61, 38), "2003-07-31")


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("in the autumn and spring terms of 2016/17", "2016-09-01/2017-04-30"),
        ("in the spring term 2016/17", "2017-01-01/2017-04-30"),
        ("in the autumn term of 2016/17", "2016-09-01/2016-12-31"),
    ],
)
def test_terms_lie_in_the_year_that_is_named_with_them(figures: Figures, words: str, period: str) -> None:
    assert periods(figures(f"There were 41 fires {words}.")) == {41: period}


def test_a_sentence_that_only_says_what_had_been_dates_none_behind_it(figures: Figures) -> None:
    text = (
        "At 30 September 2015 there were 311 people on the list. It was 688 in January 2015. "
        "There were also 137 people waiting for a ramp.\n"
    )
    assert periods(figures(text))[137] == "2015-09-30"


def test_in_a_record_that_plans_a_year_what_was_is_of_the_one_under_way(figures: Figures) -> None:
    text = (
        "Cabinet, 17 January 2013\n\nCouncil budget 2013/14\n\n"
        "Income for the year is forecast to be £290,000. The budget for 2013/14 is £4.1m.\n"
    )
    assert periods(figures(text)) == {290_000: "2012-04-01/2013-03-31", 4_100_000: "2013-04-01/2014-03-31"}


def test_what_a_place_had_beside_another_time_in_brackets_is_of_the_first(figures: Figures) -> None:
    text = "The rate was 78 per 10,000 at 31 March 2019 (2018: 74; North West: 94; England: 65).\n"
    assert periods(figures(text)) == {78: "2019-03-31", 74: "2018-03-31", 94: "2019-03-31", 65: "2019-03-31"}


def test_a_share_behind_what_it_is_one_of_is_of_the_same_time(figures: Figures) -> None:
    text = "In 2024 we issued 611 new plans, 264 of them (43.2%) in time.\n"
    assert periods(figures(text)) == dict.fromkeys((611, 264, 43), "2024-01-01/2024-12-31")


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


def test_a_table_of_years_has_what_is_owed_and_what_there_is_on_their_last_days(figures: Figures) -> None:
    text = (
        "| | 2006/07 |\n|---|---|\n| Rent arrears | £612,000 |\n| Interest on balances | £41,000 |\n"
        "| Council dwellings | 6,412 units |\n"
    )
    found = periods(figures(text))
    assert (found[612_000], found[41_000]) == ("2007-03-31", "2006-04-01/2007-03-31")


def test_a_table_of_days_has_what_was_done_over_the_year_up_to_them(figures: Figures) -> None:
    text = (
        "Cabinet, 8 June 2017\n\n| | 31 March 2016 | 31 March 2017 |\n|---|---|---|\n| Children in care | 412 | 447 |\n"
        "| Adoption orders made in the year | 22 | 19 |\n"
    )
    assert periods(figures(text)) == {
        412: "2016-03-31",
        447: "2017-03-31",
        22: "2015-04-01/2016-03-31",
        19: "2016-04-01/2017-03-31",
    }


def test_a_year_in_brackets_behind_a_part_of_one_is_the_same_part_of_that_year(figures: Figures) -> None:
    text = "Between April and September 2018 312 concerns led to an enquiry (2017: 288); last year's figure was 602.\n"
    assert periods(figures(text)) == {
        312: "2018-04-01/2018-09-30",
        288: "2017-04-01/2017-09-30",
        602: "2017-04-01/2017-09-30",
    }


def test_a_number_of_now_is_not_of_the_time_that_the_sentence_looks_back_at(figures: Figures) -> None:
    text = "Cabinet, 25 July 2013\n\nStreets, quarter 1 2013/14\n\nA year ago 18 posts were vacant; now it is 11.\n"
    assert periods(figures(text)) == {18: "2012-06-30", 11: "2013-06-30"}


def test_a_day_holds_for_all_sentences_of_its_paragraph_though_one_compares_with_another_day(figures: Figures) -> None:
    text = (
        "At the end of November 2019 231 children had a plan. That compares with 254 at the end of August. "
        "44 had been on a plan for long. 18 had been on one before. 96 had a lead worker. 61 of the plans were new.\n"
    )
    assert periods(figures(text)) == {231: "2019-11-30", 254: "2019-08-31"} | dict.fromkeys(
        (44, 18, 96, 61), "2019-11-30"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Cabinet, 19 June 2019\n\nOutturn 2018/19\n\nIn the third quarter an overspend of £4m was feared. "
                "Balances stand at £11m, having been £10m a year earlier.\n"
            ),
            {4_000_000: "2018-10-01/2018-12-31", 11_000_000: "2019-03-31", 10_000_000: "2018-03-31"},
        ),
        (
            "In the first five months of 2017/18 it has opened 171 cases and closed 140, so that 122 are live.\n",
            {171: "2017-04-01/2017-08-31", 140: "2017-04-01/2017-08-31", 122: "2017-08-31"},
        ),
        (
            "Cabinet, 6 March 2014\n\nOn 31 December 2013 288 were in care, against 271 at the end of March.\n",
            {288: "2013-12-31", 271: "2013-03-31"},
        ),
        (
            "At 30 September 1995 14,112 tenants had rebates. In the half year 3,401 new claims were determined.\n",
            {14_112: "1995-09-30", 3_401: "1995-04-01/1995-09-30"},
        ),
        ("In the three years 2012 to 2014 31 residents drowned.\n", {31: "2012-01-01/2014-12-31"}),
    ],
)
def test_what_a_number_is_compared_with_or_left_of_is_dated_by_the_number_beside(
    figures: Figures, text: str, expected: dict[int, str]
) -> None:
    assert periods(figures(text)) == expected


def test_the_days_at_the_head_of_a_table_are_of_no_meeting(figures: Figures) -> None:
    found = figures(
        "Monthly scorecard - February 2024\n\nReport produced 11/03/2024 by the data team | Next due: 10/04/2024\n\n"
        "Children in our care: 612. Fourth fall in a row.\n\n"
        "| | 28 Feb 2023 | 31 Jan 2024 | 29 Feb 2024 |\n| Child protection plans | 402 | 371 | 366 |\n"
    )
    assert periods(found)[612] == "2024-02-29"
    assert {f.nature.value for f in found if f.value in {371, 366}} == {"actual"}


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("Children and families: monitoring report to 30 September 2003", "2003-04-01/2003-09-30"),
        ("Safeguarding: year end report 2002/03", "2002-04-01/2003-03-31"),
    ],
)
def test_a_title_that_names_the_end_of_what_was_counted_is_of_all_of_it(
    figures: Figures, title: str, period: str
) -> None:
    (done,) = figures(f"{title}\n\nCabinet Meeting 12 November 2003\n\nThere were 88 core assessments completed.\n")
    assert days(done) == period


@pytest.mark.parametrize(
    "title", ["Improvement action plan: progress to 30 April 2024", "Inspection progress report to 30 April 2024"]
)
def test_a_title_of_progress_to_a_day_dates_what_is_told_by_that_day(figures: Figures, title: str) -> None:
    found = figures(
        f"{title}\n\nImprovement Board 21 May 2024\n\nWhere we are\n\n| Theme | Actions | Complete | At risk |\n"
        "| Front door | 12 | 8 | 4 |\n| Workforce | 9 | 3 | 6 |\n"
    )
    assert set(periods(found).values()) == {"2024-04-30"}


@pytest.mark.parametrize(
    ("title", "body", "period"),
    [
        (
            "SCHOOL PERFORMANCE 2009",
            "At Key Stage 2, 71% of pupils attained Level 4 or above.",
            "2008-09-01/2009-08-31",
        ),
        (
            "Fostering - Annual Report 2008/09 and Mid Year Position",
            "During the year 21 households had been approved.",
            "2008-04-01/2009-03-31",
        ),
    ],
)
def test_a_title_of_a_year_over_is_not_cut_to_a_part_of_it(
    figures: Figures, title: str, body: str, period: str
) -> None:
    found = figures(f"{title}\n\nCabinet Meeting 18 November 2009\n\n{body}\n")
    assert [days(each) for each in found][-1:] == [period]


def test_a_page_of_facts_around_one_decision_is_one_record_of_one_time(figures: Figures) -> None:
    found = figures(
        "Decision details\n\nSchool Standards and Attendance 2012/13\n\nDecision Maker: Cabinet\n"
        "Is Key decision?: No\nIs subject to call in?: Yes\n\nDecision:\n\n"
        "There were 27 permanent exclusions from secondary schools.\n\nResolved:\n\n(i) That the report be noted.\n\n"
        "Report author: Graham Tull\nDate of decision: 11/02/2014\nDecided at meeting: 11/02/2014 - Cabinet\n"
    )
    assert periods(found)[27] == "2012-09-01/2013-08-31"


def test_a_minute_s_number_set_apart_from_its_title_opens_an_item(figures: Figures) -> None:
    found = figures(
        "CABINET\n\nMinutes of the meeting of Cabinet held on 13 March 2001\n\n"
        "C.31/01\tWINTER MAINTENANCE IN 1999/2000\n\nThere were 61 salted roads.\n\nRESOLVED: That it be noted.\n\n"
        "C.32/01\tVEHICLE CRIME APRIL TO DECEMBER 2000\n\nThere were 5,118 thefts.\n\nRESOLVED: That it be noted.\n"
    )
    assert (periods(found)[61], periods(found)[5118]) == ("1999-04-01/2000-03-31", "2000-04-01/2000-12-31")


def test_a_number_alone_in_brackets_behind_a_like_one_is_of_the_year_before(figures: Figures) -> None:
    found = periods(figures("In 2018/19 there were 412 fires (398), 61% of them at night.\n"))
    assert (found[412], found[398]) == ("2018-04-01/2019-03-31", "2017-04-01/2018-03-31")


def test_money_is_not_accounted_for_up_to_a_day_on_which_something_was_said(figures: Figures) -> None:
    text = (
        "Cabinet, 24 July 2025\n\nOutturn 2024/25\n\nThe figures were shared with partners on 10 June 2025. "
        "The directorate spent £255.9m.\n"
    )
    assert periods(figures(text)) == {255_900_000: "2024-04-01/2025-03-31"}


def test_an_item_that_only_sets_another_time_beside_its_number_does_not_date_the_next(figures: Figures) -> None:
    text = (
        "Cabinet, 21 November 2023\n\nCouncil plan, quarter 2 2023/24\n\n"
        "• Recycling: 48% in the quarter (England 44% in 2021/22)\n• Fly-tips: 612 reported\n"
    )
    assert periods(figures(text))[612] == "2023-07-01/2023-09-30"


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Children in care: return as at 31 March 2011\nTabled at Cabinet on 14 July 2011", "2011-03-31"),
        (
            "Key facts 2022\n\nPrepared for the Cabinet of 19 July 2022. Figures are at 30 June 2022 unless stated.",
            "2022-06-30",
        ),
        ("Cabinet 21 October 2021\n\nChildren's social care: half-year review 2021/22", "2021-09-30"),
    ],
)
def test_the_day_of_a_paper_dates_nothing_where_its_head_says_when_all_was_counted(
    figures: Figures, head: str, day: str
) -> None:
    (stock,) = figures(f"{head}\n\nThere were 245 looked after children.\n")
    assert days(stock) == day


def test_what_was_done_under_the_title_of_a_half_year_review_is_of_the_half(figures: Figures) -> None:
    title = "Cabinet 21 October 2021\n\nChildren's social care: half-year review 2021/22"
    (flow,) = figures(f"{title}\n\nThere were 187 referrals.\n")
    assert days(flow) == "2021-04-01/2021-09-30"


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
            "Education performance\n\nIn 2018 71% achieved the early learning goals; in 2017 it was 69%.\n",
            {71: "2017-09-01/2018-08-31", 69: "2016-09-01/2017-08-31"},
        ),
        (
            "Ofsted inspected 31 of the schools in 2018/19. 22 were found good. In 2017/18 27 visits took place.\n",
            {31: "2018-09-01/2019-08-31", 22: "2018-09-01/2019-08-31", 27: "2017-09-01/2018-08-31"},
        ),
        (
            (
                "In 2017/18 214 children came into care. There were also 2 permanent exclusions. "
                "In 2017/18 71% of assessments were in time.\n"
            ),
            {214: "2017-04-01/2018-03-31", 2: "2017-09-01/2018-08-31", 71: "2017-04-01/2018-03-31"},
        ),
        (
            "The number of days lost to exclusion fell to 1,212 in 2011/12, from 1,604.\n",
            {1_212: "2011-09-01/2012-08-31", 1_604: "2010-09-01/2011-08-31"},
        ),
    ],
)
def test_a_paragraph_on_schools_counts_by_their_year_and_one_on_other_things_does_not(
    figures: Figures, text: str, expected: dict[int, str]
) -> None:
    assert periods(figures(text)) == expected


def test_a_peak_that_one_has_come_down_from_dates_its_own_number_alone(figures: Figures) -> None:
    found = figures(
        record(
            "Children's Services Performance - Quarter 4 2014/15",
            "Agency staff numbered 18, from a peak of 37 in February 2014. The average caseload was 21.",
        )
    )
    assert periods(found) == {18: "2015-03-31", 37: "2014-02-01/2014-02-28", 21: "2015-03-31"}


def test_care_leavers_are_young_people_and_not_those_who_left(figures: Figures) -> None:
    (stock,) = figures(record("Children's Services Performance - Quarter 4 2014/15", "There were 124 care leavers."))
    assert days(stock) == "2015-03-31"


def test_to_date_counts_since_april_and_twelve_months_are_a_year_in_a_record_of_a_quarter(figures: Figures) -> None:
    text = (
        "Cabinet, 23 November 2023\n\nPosition at quarter 2 2023/24\n\nCapital spend to date £31.4m. "
        "Twelve-month turnover 23.8%. Savings of £3.3m have been delivered so far. "
        "The service began the year with 291 households and ended it with 274.\n"
    )
    found = periods(figures(text))
    assert (found[31_400_000], found[3_300_000]) == ("2023-04-01/2023-09-30", "2023-04-01/2023-09-30")
    assert found[274] == "2023-09-30"


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        (
            "Adoption: the position at the end of September 2013",
            (
                "6 children were adopted in the month, bringing the total for the year so far to 15. "
                "That compares with 24 at the same point last year."
            ),
            {6: "2013-09-01/2013-09-30", 15: "2013-04-01/2013-09-30", 24: "2012-04-01/2012-09-30"},
        ),
        (
            "Capital programme at month 7 2013/14",
            "By the end of month 7, £22.7m had been spent, or 38% of the programme.",
            {22_700_000: "2013-04-01/2013-10-31", 38: "2013-04-01/2013-10-31"},
        ),
        (
            "Performance at quarter 2 2013/14",
            "Balances stand at £11.8m after the use of £2.5m of reserves in the quarter.",
            {2_500_000: "2013-07-01/2013-09-30"},
        ),
        (
            "Rolling twelve months to October 2013",
            "Rolling twelve months to October 2013: 6,204 crimes were recorded.",
            {6_204: "2012-11-01/2013-10-31"},
        ),
        (
            "Road safety",
            "There were 74 collisions in 2012 and an average of 102 in 1994-98.",
            {102: "1994-01-01/1998-12-31"},
        ),
        (
            "Children's services: quarter 2",
            (
                "There were 212 children on a plan at the end of September, having peaked at 241 in February. "
                "At this point in 2012 there were 188 on a plan."
            ),
            {212: "2013-09-30", 188: "2012-09-30"},
        ),
        ("Parking", "Income so far in 2013/14 amounts to £210,000.", {210_000: "2013-04-01/2013-11-14"}),
        (
            "Corporate plan: half-year progress",
            "Half-way through the year 29 posts were vacant. 311 complaints were received.",
            {29: "2013-09-30", 311: "2013-04-01/2013-09-30"},
        ),
        (
            "Leisure centres",
            "Income in the quarter to June 2013 was £214,000 against a budget of £220,000.",
            {214_000: "2013-04-01/2013-06-30", 220_000: "2013-04-01/2013-06-30"},
        ),
        (
            "Library visits",
            "Library | 2011/12 | 2012/13 (to Dec)\nCentral | 195,310 | 139,870\n",
            {195_310: "2011-04-01/2012-03-31", 139_870: "2012-04-01/2012-12-31"},
        ),
    ],
)
def test_a_part_of_a_year_is_told_from_the_whole_by_the_words_beside_each_number(
    figures: Figures, title: str, text: str, expected: dict[int, str]
) -> None:
    found = periods(figures(f"Cabinet, 14 November 2013\n\n{title}\n\n{text}\n"))
    assert {value: found.get(value) for value in expected} == expected


def test_month_and_period_numbers_stand_for_days_though_no_meeting_is_dated(figures: Figures) -> None:
    text = (
        "Performance scorecard, P6 2021/22\n\nAs at the end of P6, 7.9% of posts were vacant. "
        "Sickness absence in the twelve months to P6 was 10.2 days per FTE.\n"
    )
    assert periods(figures(text)) == {7: "2021-09-30", 10: "2020-10-01/2021-09-30"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "There were 903 referrals, and 17% of those received in the year to date were repeats.",
            {903: "2013-07-01/2013-09-30", 17: "2013-04-01/2013-09-30"},
        ),
        (
            "In the quarter 40 were received. Four were adopted, bringing the total for the year so far to 15.",
            {4: "2013-07-01/2013-09-30", 15: "2013-04-01/2013-09-30"},
        ),
        ("Agency staff had reduced from 15 to 4 since April 2013.", {15: "2013-04-01/2013-04-30", 4: "2013-09-30"}),
        (
            "In the year ended 31 March 2013 the share was 21% (1997/98: 24%) and it would be 2016 before it fell.",
            {24: "1997-04-01/1998-03-31"},
        ),
        (
            (
                "In the first six months 4,318 contacts were made, against 3,212 in the same months of 2012. "
                "Of these 1,148 were accepted, compared with 902."
            ),
            {1_148: "2013-04-01/2013-09-30", 902: "2012-04-01/2012-09-30"},
        ),
        (
            "Only three of the 62 schools were below the floor of 60%, where there had been eight the year before.",
            {3: "2013-07-01/2013-09-30"},
        ),
        ("297 lets were made, the best since 2011, and the target was 310.", {310: "2013-07-01/2013-09-30"}),
        (
            "An overspend of £7.3m had been forecast at £6.5m in July.",
            {6_500_000: "2013-04-01/2014-03-31"},
        ),
        (
            "From April 1,480 codes had been issued by 30 September and 1,265 of them validated.",
            {1_480: "2013-09-30", 1_265: "2013-09-30"},
        ),
    ],
)
def test_each_clause_dates_its_own_numbers(figures: Figures, text: str, expected: dict[int, str]) -> None:
    head = "Cabinet, 14 November 2013\n\nChildren's Services Performance - Quarter 2 2013/14"
    found = periods(figures(f"{head}\n\n{text}\n"))
    assert {value: found.get(value) for value in expected} == expected


def test_a_review_that_is_annual_is_of_the_year_that_was_over_and_not_of_the_months_since(figures: Figures) -> None:
    text = (
        "Standing Committee, 6 July 2011\n\nFREEDOM OF INFORMATION: ANNUAL REVIEW\n\nRequests in 2010 numbered 812. "
        "84% were answered within 20 days.\n\nIn the first five months of 2011 there have been 371.\n"
    )
    found = periods(figures(text))
    assert (found[84], found[371]) == ("2010-01-01/2010-12-31", "2011-01-01/2011-05-31")


def test_what_a_title_sets_from_april_is_of_the_year_that_begins_then(figures: Figures) -> None:
    text = (
        "Cabinet, 16 January 2018\n\nFees for residential care from April 2018\n\nThe cost in a full year is £1.1m.\n"
    )
    assert periods(figures(text)) == {1_100_000: "2018-04-01/2019-03-31"}


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


def test_a_total_before_its_years_is_of_them_all(figures: Figures) -> None:
    text = (
        "Cabinet 7 December 2006\n\nCapital programme\n\n"
        "Scheme | Total £000 | 2007/08 £000 | 2008/09 £000\nRoads | 4,200 | 2,100 | 2,100\n"
    )
    assert days(figures(text)[0]) == "2007-04-01/2009-03-31"


def test_a_title_that_says_up_to_which_quarter_of_its_year_it_reports_is_of_that_quarter(figures: Figures) -> None:
    text = (
        "Housing Services - 2 February 2012\n\nVoids and lettings 2011/12: position at the end of Quarter 3\n\n"
        "Staff numbered 61. 14 complaints were received.\n"
    )
    assert periods(figures(text)) == {61: "2011-12-31", 14: "2011-10-01/2011-12-31"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "£88,000 had been paid out of a grant of £171,000.",
            {88_000: "2013-04-01/2013-09-30", 171_000: "2013-04-01/2014-03-31"},
        ),
        ("Vacancies have gone up from 31 at the end of March to 40.", {31: "2013-03-31", 40: "2013-09-30"}),
        (
            "Placements cost £104,000 and by the year end it would be about £240,000.",
            {240_000: "2013-04-01/2014-03-31"},
        ),
        (
            "By October 96% were allocated within a day; in May, when the notice was served, it had been 58%.",
            {96: "2013-10-01/2013-10-31", 58: "2013-05-01/2013-05-31"},
        ),
    ],
)
def test_what_there_is_for_a_year_or_came_about_in_it_is_told_from_what_it_stands_beside(
    figures: Figures, text: str, expected: dict[int, str]
) -> None:
    head = "Cabinet, 14 November 2013\n\nHalf-year report, April to September 2013"
    found = periods(figures(f"{head}\n\n{text}\n"))
    assert {value: found.get(value) for value in expected} == expected


def test_no_report_has_figures_of_the_day_on_which_it_is_read(figures: Figures) -> None:
    text = "Board, 2 December 2014\n\nAdmissions\n\nThis reports admissions since April. 38% were from hospital.\n"
    assert periods(figures(text)) == {38: "2014-04-01/2014-11-30"}


def test_the_title_behind_the_meeting_in_one_line_tells_what_is_reported(figures: Figures) -> None:
    text = (
        "Cabinet, 2 December 2014 - Quarter 2 budget and performance\n\n"
        "Permanent admissions since April: 121\n\nDelayed discharges in the quarter: 411\n\n38 staff left.\n"
    )
    found = periods(figures(text))
    assert found == {121: "2014-04-01/2014-09-30", 411: "2014-07-01/2014-09-30", 38: "2014-07-01/2014-09-30"}


_QUARTER = """Marlow Vale Council
Children's Services – Quarter 3 report, 2022/23

Front door

• 81 assessments begun
   – the dip is October
   – December on its own was 34
• 57 strategy meetings
   – it was 61 in August
   – 12 of them by telephone
• Absence in 2021/22: 16%
• 27 visits made late
"""


def test_a_dot_names_its_own_time_and_not_that_of_the_dots_behind_it(figures: Figures) -> None:
    found = periods(figures(_QUARTER))
    assert found[34] == "2022-12-01/2022-12-31"
    assert found[57] == found[27] == found[81] == "2022-10-01/2022-12-31"


def test_what_had_been_before_under_a_dot_is_not_the_time_of_what_stands_below_it(figures: Figures) -> None:
    assert periods(figures(_QUARTER))[12] == "2022-10-01/2022-12-31"


def test_a_dot_about_those_counted_in_the_one_before_is_of_their_time(figures: Figures) -> None:
    text = _QUARTER.replace("• Absence", "• 44 left in November\n• 9 of those leaving went home\n• Absence")
    found = periods(figures(text))
    assert found[9] == found[44] == "2022-11-01/2022-11-30"
    assert found[27] == "2022-10-01/2022-12-31"


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("Quarter 3 performance pack, 2022/23", "2022-10-01/2022-12-31"),
        ("Second Quarter Budget and Performance Monitoring Report - 2022/23", "2022-07-01/2022-09-30"),
        ("Q1 scorecard (2022/23)", "2022-04-01/2022-06-30"),
        ("Month 9 monitoring report 2022/23", "2022-04-01/2022-12-31"),
    ],
)
def test_a_report_of_a_quarter_is_of_that_though_its_name_stands_before_the_year(
    figures: Figures, title: str, period: str
) -> None:
    assert periods(figures(f"Marlow Vale Council\n\n{title}\n\nWe received 81 complaints.\n")) == {81: period}


@pytest.mark.parametrize(
    ("head", "stock", "flow"),
    [
        ("PERFORMANCE MONITORING 2013/14 - APRIL TO JUNE", "2013-06-30", "2013-04-01/2013-06-30"),
        ("End of year report", "2013-03-31", "2012-04-01/2013-03-31"),
        ("Provisional outturn", "2013-03-31", "2012-04-01/2013-03-31"),
        (
            "Planning: monitoring report\n\nThis report covers 1 April 2012 to 31 March 2013.",
            "2013-03-31",
            "2012-04-01/2013-03-31",
        ),
    ],
)
def test_heads_that_leave_the_year_open_or_name_a_longer_one_tell_what_is_reported(
    figures: Figures, head: str, stock: str, flow: str
) -> None:
    text = f"Cabinet, 4 July 2013\n\n{head}\n\nThere were 45 vacant posts. 87 complaints were received.\n"
    assert periods(figures(text)) == {45: stock, 87: flow}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Fund value was £3bn at 30 June 2020, having fallen to £2bn at the end of March.\n\n"
                "98% of pensions in the quarter were paid on time."
            ),
            {98: "2020-04-01/2020-06-30"},
        ),
        (
            (
                "Item 7 - Quarter 1 revenue monitoring\n\n1. Debt was £2m.\n\n"
                "Item 8 - Treasury management 2019/20\n\n1. Interest earned was £900."
            ),
            {900: "2019-04-01/2020-03-31"},
        ),
        ("At the time of writing 51 are in care. 14 were moved in the year.", {14: "2019-04-01/2020-03-31"}),
        ("Visits to the end of August were 812; the year's target is 880.", {880: "2020-04-01/2021-03-31"}),
    ],
)
def test_what_a_record_reports_on_is_none_of_the_times_that_it_sets_beside_it(
    figures: Figures, text: str, expected: dict[int, str]
) -> None:
    found = periods(figures(f"Committee - 24 September 2020\n\n{text}\n"))
    assert {value: found.get(value) for value in expected} == expected


@pytest.mark.parametrize(
    ("title", "table", "expected"),
    [
        (
            "Activity: June 2017 data",
            "| | Apr | May | Jun |\n| Contacts | 812 | 904 | 877 |",
            {812: "2017-04-01/2017-04-30", 904: "2017-05-01/2017-05-31", 877: "2017-06-01/2017-06-30"},
        ),
        (
            "Indicators at 30 June 2017",
            "Indicator | Actual | Last year\nRent collected (year to date) | 97% | 96%",
            {97: "2017-04-01/2017-06-30", 96: "2016-04-01/2016-06-30"},
        ),
        (
            "Permanent exclusions by academic year",
            "Academic year | Primary\n2015/16 | 14\n2016/17 to end of May | 16",
            {14: "2015-09-01/2016-08-31", 16: "2016-09-01/2017-05-31"},
        ),
        (
            "Public health",
            "Indicator | Period | Local | England\nSuicide rate | 2013-15 | 10.1 | 9.6\nSmoking | 2015/16 | 13% | 11%",
            {
                10: "2013-01-01/2015-12-31",
                9: "2013-01-01/2015-12-31",
                13: "2015-04-01/2016-03-31",
                11: "2015-04-01/2016-03-31",
            },
        ),
        (
            "Road casualties",
            "Casualties | 1994-98 average | 2015 | 2016\nKilled or hurt | 104 | 71 | 66",
            {104: "1994-01-01/1998-12-31", 71: "2015-01-01/2015-12-31"},
        ),
        (
            "Business plan",
            "Year | Rents £ | Balance at year end £\n2015/16 (actual) | 412 | 61\n2016/17 (forecast) | 429 | 44",
            {412: "2015-04-01/2016-03-31", 61: "2016-03-31", 44: "2017-03-31"},
        ),
        (
            "Fly-tipping",
            "Year | Q1 | Q2 | Q4\n2014/15 | 61 | 72 | 83\n2015/16 | 64 | 75 | 86",
            {
                61: "2014-04-01/2014-06-30",
                83: "2015-01-01/2015-03-31",
                75: "2015-07-01/2015-09-30",
                86: "2016-01-01/2016-03-31",
            },
        ),
        (
            "Savings tracker - June 2017",
            "Saving | Target 2017/18 £ | Delivered to date £\nTransport routes | 350 | 140",
            {350: "2017-04-01/2018-03-31", 140: "2017-04-01/2017-06-30"},
        ),
    ],
)
def test_rows_and_columns_of_a_table_tell_together_when_a_cell_was(
    figures: Figures, title: str, table: str, expected: dict[int, str]
) -> None:
    found = periods(figures(f"Cabinet, 14 September 2017\n\n{title}\n\n{table}\n"))
    assert {value: found.get(value) for value in expected} == expected


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        (
            "Budget consultation",
            (
                "The consultation was open from 4 December to 22 January.\n\n"
                "Question | Agree % | Disagree %\nCharge for garden waste | 44 | 49"
            ),
            {44: "2017-12-04/2018-01-22", 49: "2017-12-04/2018-01-22"},
        ),
        ("Licences", "Type | Number in force 31.10.17\nPremises | 612", {612: "2017-10-31"}),
        (
            "Highways: half-year progress",
            "Scheme | Programme 2017/18 | Completed to 30 September\nResurfacing | 84 | 51",
            {84: "2017-04-01/2018-03-31", 51: "2017-04-01/2017-09-30"},
        ),
        (
            "Children in care - data to January 2018",
            "Month | Referrals | Children in care (month end)\nNov 2017 | 311 | 502\nDec 2017 | 244 | 506",
            {311: "2017-11-01/2017-11-30", 502: "2017-11-30", 506: "2017-12-31"},
        ),
        (
            "Scorecard, third quarter",
            "Measure | Q2 | Q3 | Target\nDays lost (cumulative) | 21 | 44 | 85",
            {21: "2017-04-01/2017-09-30", 44: "2017-04-01/2017-12-31", 85: "2017-04-01/2018-03-31"},
        ),
    ],
)
def test_heads_and_what_was_told_before_a_table_date_its_cells(
    figures: Figures, title: str, text: str, expected: dict[int, str]
) -> None:
    found = periods(figures(f"Cabinet, 20 March 2018\n\n{title}\n\n{text}\n"))
    assert {value: found.get(value) for value in expected} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("811 packages were bought at the year end against a plan of 760.", {811: "2013-03-31", 760: "2013-03-31"}),
        ("For the new year the plan assumes growth of £900.", {900: "2013-04-01/2014-03-31"}),
        (
            "In the year that has just ended 64 empty homes were brought back into use, 17 of them by enforcement.",
            {64: "2012-04-01/2013-03-31", 17: "2012-04-01/2013-03-31"},
        ),
        (
            "By the end of May £4.1m had been committed out of the year's allocation of £9.9m.",
            {4_100_000: "2013-04-01/2013-05-31", 9_900_000: "2013-04-01/2014-03-31"},
        ),
    ],
)
def test_plans_parts_and_commitments_are_of_the_time_of_what_they_stand_beside(
    figures: Figures, text: str, expected: dict[int, str]
) -> None:
    found = periods(figures(f"Board, 16 June 2013\n\nProvisional outturn 2012/13\n\n{text}\n"))
    assert {value: found.get(value) for value in expected} == expected


def test_the_time_of_what_others_had_is_neither_ours_nor_that_of_the_next_sentence(figures: Figures) -> None:
    head = "Cabinet, 14 November 2013\n\nChildren's Services Performance - Quarter 2 2013/14\n\n"
    text = "There were 289 enquiries, when our comparators had 240 in 2011/12. Neglect was found in 143."
    found = periods(figures(head + text))
    assert found == {289: "2013-07-01/2013-09-30", 240: "2011-04-01/2012-03-31", 143: "2013-07-01/2013-09-30"}


@pytest.mark.parametrize(
    "opening", ["As at 30th April 2019, 38 tenants were late.", "There were, as at 30 April 2019, 38."]
)
def test_a_day_behind_as_at_dates_what_follows_its_comma(figures: Figures, opening: str) -> None:
    text = f"Members considered a report on evictions over the period January to March 2019. {opening}"
    assert periods(figures(text)) == {38: "2019-04-30"}


QUARTER = "Cabinet, 14 February 2018\n\nChildren's services: quarter 3 2017/18\n\n"
YEAR = "Cabinet, 15 June 2021\n\nYouth justice annual report 2020/21\n\n"


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


def test_a_number_without_a_noun_is_of_the_time_of_those_just_counted(figures: Figures) -> None:
    text = (
        "There were 124 care leavers on 31 December 2017. We were in touch with all but seven. 61 (49%) were in work."
    )
    assert periods(figures(QUARTER + text)) == dict.fromkeys((124, 7, 61, 49), "2017-12-31")


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


def test_what_is_only_compared_with_the_end_of_a_month_hands_no_date_on(figures: Figures) -> None:
    text = (
        "There were 333 children in care at the end of the quarter, five fewer than at the end of September. "
        "78% lived with foster carers."
    )
    found = periods(figures(QUARTER + text))
    assert (found[333], found[78]) == ("2017-12-31", "2017-12-31")


def test_what_happened_takes_no_day_from_what_there_was_behind_it(figures: Figures) -> None:
    text = "The panel received 212 applications, of which 40 were still outstanding on 31 December 2017."
    assert periods(figures(QUARTER + text)) == {212: "2017-10-01/2017-12-31", 40: "2017-12-31"}


@pytest.mark.parametrize(
    "text",
    [
        "37 families had taken up a budget, and it was hoped to get this to 80 by September.",
        "The strategy promised 80% by September.",
        "The charge goes to £80 from September if Cabinet agrees.",
    ],
)
def test_what_is_hoped_for_by_a_month_is_of_the_next_one(figures: Figures, text: str) -> None:
    found = periods(figures(QUARTER + text))
    assert found[80] == "2018-09-01/2018-09-30"


def test_a_balance_foreseen_in_a_year_is_that_of_its_last_day(figures: Figures) -> None:
    text = "The high needs block for 2017/18 is £44.8m. The cumulative deficit is forecast at £22.9m."
    assert days(figures(QUARTER + text)[-1]) == "2018-03-31"


def test_a_target_for_the_year_beside_a_part_of_it_is_of_the_whole(figures: Figures) -> None:
    text = "Between April and September 2017 sales came to £48,300, against a target for the year of £90,000."
    assert periods(figures(QUARTER + text)) == {48_300: "2017-04-01/2017-09-30", 90_000: "2017-04-01/2018-03-31"}


def test_months_of_this_year_are_those_of_the_meetings_year(figures: Figures) -> None:
    head = "Committee, 5 September 2019\n\nHighways maintenance 2018/19\n\n"
    found = figures(f"{head}Between April and July this year 6,902 potholes were filled.")
    assert periods(found) == {6_902: "2019-04-01/2019-07-31"}


def test_a_ceiling_for_the_year_to_come_does_not_date_what_was_done(figures: Figures) -> None:
    text = "The Board has agreed a ceiling of 150 for 2021/22. Disposals were given in 77 cases."
    assert periods(figures(YEAR + text)) == {150: "2021-04-01/2022-03-31", 77: "2020-04-01/2021-03-31"}


def test_reasons_in_a_list_are_of_the_time_of_those_who_gave_them(figures: Figures) -> None:
    text = (
        "In 2019/20 twenty households left us. The reasons given were:\n\n- ill health - 6\n- a move to an agency - 2\n"
    )
    found = periods(figures(YEAR + text))
    assert (found[20], found[6], found[2]) == ("2019-04-01/2020-03-31",) * 3


@pytest.mark.parametrize(
    "words",
    [
        "compared with",
        "as opposed to",
        "by comparison with",
        "in contrast to",
        "set beside",
        "set against",
        "measured against",
        "falling from",
        "rising from",
    ],
)
def test_however_a_comparison_is_worded_its_date_is_not_that_of_the_sentence(figures: Figures, words: str) -> None:
    text = f"Of referrals 81% were seen in time, {words} 86% in 2011/12. Repeat referrals were 22%."
    found = periods(figures(f"Cabinet, 14 November 2013\n\nChildren's services - Quarter 2 2013/14\n\n{text}"))
    assert found == {81: "2013-07-01/2013-09-30", 86: "2011-04-01/2012-03-31", 22: "2013-07-01/2013-09-30"}


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("In the year preceding", "2011-04-01/2012-03-31"),
        ("The year prior", "2011-04-01/2012-03-31"),
        ("A year back", "2011-04-01/2012-03-31"),
        ("Twelve months back", "2011-04-01/2012-03-31"),
        ("Across the year", "2012-04-01/2013-03-31"),
        ("In H1 2012/13", "2012-04-01/2012-09-30"),
        ("In the opening quarter of 2012/13", "2012-04-01/2012-06-30"),
        ("In Qtr 3 2012/13", "2012-10-01/2012-12-31"),
        ("In the year to March 31, 2013", "2012-04-01/2013-03-31"),
        ("Between April 1st and September 30th", "2012-04-01/2012-09-30"),
        ("In 11/12", "2011-04-01/2012-03-31"),
    ],
)
def test_the_same_time_may_be_said_in_other_words(figures: Figures, words: str, period: str) -> None:
    text = f"In 2012/13 412 complaints were received. {words} 371 complaints were received."
    assert days(figures(f"Cabinet, 13 June 2013\n\nComplaints 2012/13\n\n{text}")[-1]) == period


@pytest.mark.parametrize("words", ["since April", "since the start of April", "since the beginning of April"])
def test_since_a_months_beginning_is_since_that_month(figures: Figures, words: str) -> None:
    (found,) = figures(f"{QUARTER}Eleven children have been adopted {words}.")
    assert days(found) == "2017-04-01/2017-12-31"


@pytest.mark.parametrize("words", ["At the end", "On the last day", "At the close"])
def test_the_last_day_of_the_quarter_is_its_end(figures: Figures, words: str) -> None:
    assert periods(figures(f"{QUARTER}{words} of the quarter 41 people were waiting.")) == {41: "2017-12-31"}


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
    "frame", ["The position at 30 September 2017 was reported.", "The data are for September 2017."]
)
def test_a_sentence_that_says_what_was_counted_when_dates_the_numbers_behind_it(figures: Figures, frame: str) -> None:
    found = figures(f"{QUARTER}{frame} Vacancies were 31.\n")
    assert found[0].period
    assert found[0].period.end == date(2017, 9, 30)


def test_an_event_in_passing_does_not_move_the_months_that_are_named_behind_it(figures: Figures) -> None:
    text = f"{QUARTER}The policy was last reviewed in March 2015. At the end of November 41 people were waiting.\n"
    assert periods(figures(text)) == {41: "2017-11-30"}


def test_money_of_a_month_does_not_date_what_is_counted_behind_it(figures: Figures) -> None:
    found = periods(figures(f"{QUARTER}A grant of £40,000 was received in May. The team closed 412 cases.\n"))
    assert found == {40_000: "2017-05-01/2017-05-31", 412: "2017-10-01/2017-12-31"}


def test_a_time_counted_back_is_counted_from_our_own_figures_not_from_those_of_others(figures: Figures) -> None:
    text = "At 31 December 412 had a plan. England's average in 2014/15 was 45%. Twelve months earlier it was 371."
    found = periods(figures(f"{QUARTER}{text}\n"))
    assert (found[412], found[371]) == ("2017-12-31", "2016-12-31")


def test_parts_of_those_counted_are_no_parts_of_an_amount_named_between(figures: Figures) -> None:
    text = "In November 140 assessments were completed. The work cost £21,000 in 2016/17. Of these 88% were in time."
    assert periods(figures(f"{QUARTER}{text}\n"))[88] == "2017-11-01/2017-11-30"


def test_an_overspend_behind_an_amount_of_one_month_is_of_the_year(figures: Figures) -> None:
    text = "A grant of £40,000 was received in May. The overspend of £90,000 is in placements."
    found = periods(figures(f"Cabinet, 14 February 2018\n\nBudget monitoring 2017/18\n\n{text}\n"))
    assert found[90_000] == "2017-04-01/2018-03-31"


@pytest.mark.parametrize(
    "back", ["We were at 82.0% in 2015/16.", "Now 87.6% are held in time; in 2015/16 we had managed 73.5%."]
)
def test_what_we_had_once_reached_is_not_the_time_of_what_follows(figures: Figures, back: str) -> None:
    text = f"{QUARTER}There were 212 conferences. {back} Reviews were nearly all on time, at 98.1%.\n"
    assert days(figures(text)[-1]) == "2017-10-01/2017-12-31"


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


def test_the_same_months_of_an_earlier_year_may_be_pointed_at(figures: Figures) -> None:
    found = figures(
        "From April 2020 to January 2021 we filled 521 potholes, up from 447 over those ten months of 2018/19."
    )
    assert periods(found)[447] == "2018-04-01/2019-01-31"


def test_an_improvement_on_an_earlier_time_does_not_date_what_improved(figures: Figures) -> None:
    found = figures(
        "Cabinet, 9 September 2019\n\nLeavers at 30 June 2019\n\n"
        "We are in touch with 134 of our 142 young people, an improvement on 119 last July."
    )
    assert periods(found)[142] == "2019-06-30"


def test_the_past_year_in_which_families_had_been_known_before_is_not_when_they_came(figures: Figures) -> None:
    head = "Activity from April to December 2009\n\n"
    text = f"{head}Some 29% concerned families about whom there had been a call in the last twelve months."
    assert days(figures(text)[-1]) == "2009-04-01/2009-12-31"


def test_what_is_paid_at_present_is_of_the_year_before_the_one_that_is_planned(figures: Figures) -> None:
    head = "Cabinet, 2 February 2015\n\nRents for 2015/16\n\n"
    text = f"{head}Tenants would pay £83.53 a week where at present they pay £84.37."
    assert periods(figures(text))[84] == "2014-04-01/2015-03-31"


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


def test_what_a_year_began_and_ended_with_are_of_its_first_and_last_day(figures: Figures) -> None:
    found = figures(
        "Fostering in 2017/18\n\nThis report covers 2017/18. We began the year with 143 and ended it with 140."
    )
    assert periods(found) == {143: "2017-04-01", 140: "2018-03-31"}


def test_what_became_another_number_is_of_the_day_before_the_stretch(figures: Figures) -> None:
    found = figures("In the twelve months to 30 June 2016 21 workers left us and 17 joined, so that 86 became 82.")
    assert [days(f) for f in found if f.value in {86, 82}] == ["2015-06-30", "2016-06-30"]


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


def test_today_turns_to_what_is_reported(figures: Figures) -> None:
    found = figures(
        "Activity in quarter 3 of 2013/14\n\nIn April 58 children lived with agency carers; today there are 71."
    )
    assert periods(found)[71] == "2013-12-31"


def test_a_time_that_is_only_looked_back_to_does_not_move_the_days_named_behind_it(figures: Figures) -> None:
    head = "Cabinet, 6 September 2016\n\nWorkloads at 30 June 2016\n\n"
    text = f"{head}On 30 June 11 workers had more; in December 2015 it was six. There were 17 open cases on 30 June."
    assert periods(figures(text))[17] == "2016-06-30"


def test_what_an_expected_cost_exceeds_the_budget_by_is_of_the_year(figures: Figures) -> None:
    head = "Cabinet, 6 September 2016\n\nThe budget is £4.62m in 2016/17. "
    text = f"{head}At the end of quarter 1 we expect to spend £5.07m, which is £450,000 more."
    assert periods(figures(text))[450_000] == "2016-04-01/2017-03-31"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The period covered is the five months from 1 April to 31 August 2009.", "2009-04-01/2009-08-31"),
        ("All figures relate to the quarter ended 30 June 2009.", "2009-04-01/2009-06-30"),
        ("(a) The figures quoted are for the year to 31 March 2009.", "2008-04-01/2009-03-31"),
        ("Unless otherwise stated, the data are those for April to July 2009.", "2009-04-01/2009-07-31"),
    ],
)
def test_a_record_that_says_what_its_figures_cover_is_taken_at_its_word(
    figures: Figures, words: str, expected: str
) -> None:
    head = "Marlow Vale Council\n\nExecutive Board\n\n22 October 2009\n\nProtecting Children\n\n"
    told = "The Director spoke of what had happened in March.\n\n"
    assert periods(figures(f"{head}{told}{words}\n\nThe teams had begun 287 enquiries.\n"))[287] == expected


def test_figures_of_one_month_that_were_remarked_on_are_not_what_a_record_covers(figures: Figures) -> None:
    head = "Marlow Vale Council\n\nExecutive Board\n\n22 October 2009\n\nProtecting Children: Quarter 2 of 2009/10\n\n"
    found = figures(f"{head}Members noted that the figures for May 2009 were low.\n\nThe teams began 287 enquiries.\n")
    assert periods(found)[287] == "2009-07-01/2009-09-30"


def test_so_many_months_from_one_on_are_a_stretch(figures: Figures) -> None:
    found = figures("Fostering to February 2008\n\nIn the eleven months from April 2007 we approved 26 households.")
    assert days(found[-1]) == "2007-04-01/2008-02-29"


def test_what_was_agreed_in_a_month_is_of_the_year_that_it_is_for(figures: Figures) -> None:
    found = figures("The Forum agreed in December 2018 to move £620,000 to high needs for 2019/20.")
    assert periods(found)[620_000] == "2019-04-01/2020-03-31"


def test_a_programme_approved_in_a_month_is_of_the_year(figures: Figures) -> None:
    head = "Cabinet, 25 November 2015\n\nCapital monitoring 2015/16, quarter 2\n\n"
    found = figures(f"{head}In February the Council approved a Programme of £21.94m.")
    assert periods(found)[21_940_000] == "2015-04-01/2016-03-31"


def test_a_clause_with_where_tells_of_another_time(figures: Figures) -> None:
    found = figures("In 2017/18 we closed 38 hostels, where the year before it had been 29; five were for families.")
    assert periods(found) == {38: "2017-04-01/2018-03-31", 29: "2016-04-01/2017-03-31", 5: "2017-04-01/2018-03-31"}


def test_what_turns_to_now_does_not_lean_on_what_was(figures: Figures) -> None:
    head = "Cabinet, 14 November 2017\n\nQuarter 2 of 2017/18\n\n"
    found = figures(f"{head}Two months ago there were 24 agency workers and now there are 29.")
    assert periods(found)[29] == "2017-09-30"


def test_the_time_of_a_census_is_that_of_what_was_counted_then(figures: Figures) -> None:
    found = figures("There were 4,318 plans in existence here when the SEN2 census was taken on 16 January 2025.")
    assert periods(found)[4318] == "2025-01-16"


def test_a_target_between_two_results_hands_no_date_on(figures: Figures) -> None:
    found = figures("In July 2014 22 files were good, against a target of 30 by March 2015, and three were inadequate.")
    assert periods(found)[3] == "2014-07-01/2014-07-31"


def test_those_counted_on_a_day_stay_so_where_it_is_told_what_they_did_in_the_year(figures: Figures) -> None:
    text = (
        "Report for 2008/09\n\nOn 31 March 2009 we had 268 looked after children. "
        "35 of the 268 (13.1%) had moved during the year."
    )
    assert [days(figure) for figure in figures(text)] == [
        "2009-03-31",
        *["2008-04-01/2009-03-31", "2009-03-31"],
        "2008-04-01/2009-03-31",
    ]


def test_at_that_point_is_the_day_that_the_record_reports_on(figures: Figures) -> None:
    head = "Cabinet, 14 December 2022\n\nCare leavers\n\nThe figures in this section are as of 30 September 2022.\n\n"
    found = figures(f"{head}At that point the team was working with 342 young people. 214 of them were over 19.")
    assert periods(found) == {342: "2022-09-30", 214: "2022-09-30"}


def test_a_difference_that_points_back_is_of_the_time_told(figures: Figures) -> None:
    head = "Scrutiny, 12 January 2023\n\nSpecial needs, April to November 2022\n\n"
    found = figures(f"{head}812 requests for assessment came in during 2021. That was 168 more than in 2020.")
    assert periods(found)[168] == "2021-01-01/2021-12-31"


def test_in_the_plan_of_a_year_the_one_before_is_told_of(figures: Figures) -> None:
    head = "Cabinet, 14 June 2004\n\nYouth Justice Plan 2004/05\n\n"
    found = figures(
        f"{head}The Manager said that 2003/04 had been a good year for the Team. It had dealt with 438 young people; "
        "in the year before that there had been 471."
    )
    assert periods(found) == {438: "2003-04-01/2004-03-31", 471: "2002-04-01/2003-03-31"}


@pytest.mark.parametrize(
    "words",
    [
        "We ended September with 140 households",
        "As the half year ended on 30 September we had 140 households",
        "By the time September ended we had 140 households",
    ],
)
def test_what_there_was_as_something_ended_is_of_that_day(figures: Figures, words: str) -> None:
    found = figures(f"Cabinet, 20 November 2019\n\nFostering 2019/20\n\n{words}.")
    assert periods(found)[140] == "2019-09-30"


def test_that_day_is_the_one_just_named(figures: Figures) -> None:
    found = figures("171 plans were open at 31 March 2019. Looked after children numbered 240 that day.")
    assert periods(found) == {171: "2019-03-31", 240: "2019-03-31"}


def test_what_spending_looked_like_coming_to_is_of_the_year(figures: Figures) -> None:
    found = figures("Cabinet, 3 February 2025\n\nAs December ended spending looked like coming to £79.8m.")
    assert periods(found)[79_800_000] == "2024-04-01/2025-03-31"


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("Claims were decided in time in 82% of cases, 76% in 2013/14.", {82: THIS, 76: BEFORE}),
        ("We took 1,412 complaints, 1,388 the year before.", {1412: THIS, 1388: BEFORE}),
        ("Collections missed came to 61 per 100,000, 58 in 2013/14.", {61: THIS, 58: BEFORE}),
        ("Loans came to 412, compared with 398.", {412: THIS, 398: BEFORE}),
        ("Bulky collections were down, at 4,120 against 4,560, but income held up.", {4120: THIS, 4560: BEFORE}),
        ("Average wait for a book: 12 days, was 15.", {12: THIS, 15: BEFORE}),
        ("Closures have come down from 41.", {41: BEFORE}),
        ("Issues were 880. They had been 925.", {880: THIS, 925: BEFORE}),
        ("The figure was 71%, from 65%, when England stood at 68%.", {71: THIS, 65: BEFORE, 68: BEFORE}),
        (
            "There were 412 enquiries in May 2014, 61 of them from carers.",
            {412: "2014-05-01/2014-05-31", 61: "2014-05-01/2014-05-31"},
        ),
        ("Boys reached 61%, against 54% for girls.", {61: THIS, 54: THIS}),
    ],
)
def test_a_bare_number_set_beside_another_is_of_the_year_before(
    figures: Figures, words: str, period: dict[int, str]
) -> None:
    assert periods(figures(record("Libraries and Customer Services: Annual Report 2014/15", words))) == period


def test_a_day_that_says_where_a_stretch_ends_dates_nothing_of_its_own(figures: Figures) -> None:
    words = (
        "In the first four months of this year, that is to the end of July, 137 enquiries came. Nine were withdrawn."
    )
    assert periods(figures(record("Fostering: Annual Report 2014/15", words))) == {
        137: "2015-04-01/2015-07-31",
        9: "2015-04-01/2015-07-31",
    }


def test_the_end_of_the_year_that_is_over_in_january_is_december(figures: Figures) -> None:
    head = "Cabinet, 14 January 2016\n\nHomelessness: April to December 2015\n\n"
    found = figures(head + "At the end of the year 61 households were in hotels.")
    assert periods(found) == {61: "2015-12-31"}


@pytest.mark.parametrize(
    ("words", "period"),
    [
        (
            "The outturn for 2013/14 was £4.2m and the budget for 2014/15 is £4.6m.",
            {4_200_000: BEFORE, 4_600_000: THIS},
        ),
        ("In 2013/14 we let 412 homes and the plan for 2014/15 was 450.", {412: BEFORE, 450: THIS}),
        ("Complaints in the year 2013/14 were 412 and in the year 2014/15 398.", {412: BEFORE, 398: THIS}),
        ("In the three months from December 2014 to February 2015 there were 43 calls.", {43: "2014-12-01/2015-02-28"}),
        (
            "Calls dropped to 142, from 655 a year earlier, and 22 were about parking.",
            {142: THIS, 655: BEFORE, 22: THIS},
        ),
        (
            "The rate at 31 March 2015, 88, is above that of England, which was at 82 on 31 March 2014.",
            {88: "2015-03-31", 82: "2014-03-31"},
        ),
    ],
)
def test_each_of_two_numbers_in_a_sentence_has_the_time_that_is_told_of_it(
    figures: Figures, words: str, period: dict[int, str]
) -> None:
    assert periods(figures(record("Housing: Annual Report 2014/15", words))) == period


@pytest.mark.parametrize(
    "earlier",
    [
        "In April to June 2014 it took 2,987, so there has been a fall of 25%.",
        "In the same months of 2014 they took 2,987.",
        "In Q1 of 2014/15 we took 2,987.",
    ],
)
def test_a_sentence_of_the_same_months_of_a_year_before_hands_no_time_on(figures: Figures, earlier: str) -> None:
    words = f"Between April and June 2015 the centre took 2,213 calls. {earlier} Calls about bins came to 142."
    assert periods(figures(record("Customer contact", words)))[142] == "2015-04-01/2015-06-30"


def test_parts_are_of_what_was_counted_and_not_of_what_that_was_only_compared_with(figures: Figures) -> None:
    words = (
        "We had 412 plots let on 31 July 2015. That was 12 more than at the end of March, when there were 400. "
        "Of these 61 were half plots."
    )
    assert periods(figures(record("Allotments", words)))[61] == "2015-07-31"


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


@pytest.mark.parametrize(
    "words",
    [
        "The budget for 2015/16 was set in February at £14m.",
        "In March the Council set a net budget of £14m for the year.",
        "Waste overspent in 2015/16. £14m of this has been carried into 2016/17.",
        "We expect to spend £14m by the end of March.",
        "£14m will slip into 2016/17.",
    ],
)
def test_amounts_are_of_the_year_that_they_are_set_for_or_left_over_from(figures: Figures, words: str) -> None:
    assert periods(figures(record("Budget monitoring 2015/16", words))) == {14_000_000: "2015-04-01/2016-03-31"}


def test_a_year_ago_is_counted_back_from_what_is_told_and_not_from_what_that_was_before(figures: Figures) -> None:
    found = figures(record("Quarter 1 2015/16", "The void rate is 21%, was 24% in March and 30% a year ago."))
    assert periods(found)[21] == "2015-06-30"
    found = figures(record("Quarter 1 2015/16", "Calls were 430 in June: they were 410 in May and 390 a year ago."))
    assert periods(found)[390] == "2014-06-01/2014-06-30"


@pytest.mark.parametrize(
    ("over", "period"),
    [
        ("As at 31 July 2015 there were", "2015-07-31"),
        ("On 16 April 2015", "2015-04-16"),
        ("Position at 30 June 2015", "2015-06-30"),
        ("Where we want to be by March 2018", "2018-03-31"),
    ],
)
def test_a_short_line_without_a_colon_dates_the_bullets_under_it(figures: Figures, over: str, period: str) -> None:
    text = record("Housing: Annual Report 2014/15", f"{over}\n\n- 412 flats were empty\n- 61 flats were let by us")
    assert periods(figures(text)) == {412: period, 61: period}


def test_under_a_heading_of_next_year_stands_what_is_of_it(figures: Figures) -> None:
    found = figures("Cabinet, 14 September 2015\n\nParks\n\n4. NEXT YEAR\n\n4.1 We shall ask for £13m.")
    assert periods(found) == {13_000_000: "2016-04-01/2017-03-31"}


@pytest.mark.parametrize(
    ("note", "period"),
    [
        ("SN and England: 2014, the latest we have", "2014-03-31"),
        ("Neighbour and England columns: latest published year, 2013/14", "2013-04-01/2014-03-31"),
        ("England figures are those published for 2013/14.", "2013-04-01/2014-03-31"),
    ],
)
def test_a_note_behind_a_table_says_of_when_the_figures_of_others_are(figures: Figures, note: str, period: str) -> None:
    table = "Plans at 31 March\n\n\t2014\t2015\tEngland\nPlans per 10,000\t47\t44\t41\n\n"
    found = periods(figures(f"Board, 14 May 2015\n\nOur year 2014/15\n\n{table}{note}\n"))
    assert (found[44], found[41]) == ("2015-03-31", period)


@pytest.mark.parametrize(
    ("words", "period"),
    [
        (
            "Between January and March 2015 we had 43 letters. 12 complaints came in that period.",
            "2015-01-01/2015-03-31",
        ),
        ("In May and June 2015 there were 43 lets. 12 were ended in the same months.", "2015-05-01/2015-06-30"),
        (
            "In quarter 4 43 calls were taken; in quarter 3 it was 61. 12 were sampled during the quarter.",
            "2015-01-01/2015-03-31",
        ),
    ],
)
def test_that_period_is_the_one_last_told_of(figures: Figures, words: str, period: str) -> None:
    assert periods(figures(record("Contact centre 2014/15", words)))[12] == period


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


def test_numbers_under_a_lead_in_are_not_of_the_day_of_those_in_brackets(figures: Figures) -> None:
    words = (
        "At 30 June 498 families were ours. They lived as follows (31 March in brackets):-\n\n- in hostels 176 (181)"
    )
    found = periods(figures(record("Housing: quarter 1 2015/16", words)))
    assert (found[176], found[181]) == ("2015-06-30", "2015-03-31")


@pytest.mark.parametrize(
    ("words", "changes"),
    [
        ("We mended 942. In 2013/14 it was 1,365, so there were 423 fewer, a fall of 31%.", [423, 31]),
        ("We had 291 calls. The year before there had been 247, so the increase was 44.", [44]),
        ("Lamps failed 412 times. That compares with 398 in 2013/14, a rise of 14.", [14]),
    ],
)
def test_a_change_since_an_earlier_year_is_of_the_later_one(figures: Figures, words: str, changes: list[int]) -> None:
    found = periods(figures(record("Highways: Annual Report 2014/15", words)))
    assert [found[change] for change in changes] == [THIS for _ in changes]


def test_what_the_target_had_been_is_of_the_year_it_was_set_for(figures: Figures) -> None:
    words = "Repairs on time came to 82%, where the target had been 85%."
    assert periods(figures(record("Housing: Annual Report 2014/15", words))) == {82: THIS, 85: THIS}


def test_a_decision_that_repeats_an_amount_dates_it_as_it_was_told(figures: Figures) -> None:
    told = "Care is forecast to overspend by £235,000 in 2015/16. The budget for 2016/17 is £64m."
    text = record("Adult Social Care Budget 2016/17", told).replace(
        "1. the report be noted.", "1. Cabinet notes the forecast overspend of £235,000; and\n\n2. the report be noted."
    )
    assert [days(f) for f in figures(text) if f.value == 235_000] == ["2015-04-01/2016-03-31"] * 2
