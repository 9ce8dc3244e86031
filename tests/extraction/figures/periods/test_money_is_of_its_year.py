"""Budgets, forecasts, balances, charges and targets: of what year or day they are."""

from __future__ import annotations

import pytest

from .told import QUARTER, THIS, YEAR, Figures, days, periods, record


def test_a_budget_its_outturn_and_its_variance_share_their_year(figures: Figures) -> None:
    found = figures("The fostering budget for 2014/15 was £5.2m, the outturn £5.5m and the variance £0.3m.")
    assert {days(figure) for figure in found} == {"2014-04-01/2015-03-31"}


def test_a_forecast_is_of_its_year_and_not_of_the_day_on_which_it_was_made(figures: Figures) -> None:
    found = figures("At 31 August 2014 the forecast overspend was £760,000.")
    assert periods(found) == {760_000: "2014-04-01/2015-03-31"}


def test_a_balance_by_the_following_march_is_of_the_march_behind_the_one_named(figures: Figures) -> None:
    found = figures("Reserves stood at £21m on 31 March 2015 and would fall to £16m by the following March.")
    assert [days(figure) for figure in found] == ["2015-03-31", "2016-03-01/2016-03-31"]


def test_the_paper_that_a_month_names_dates_no_amount(figures: Figures) -> None:
    found = figures("In 2013/14 we spent £198m against the approved November budget of £283m.")
    assert {days(figure) for figure in found} == {"2013-04-01/2014-03-31"}


def test_when_an_amount_was_approved_is_not_when_it_is_of(figures: Figures) -> None:
    body = "The programme for 2015/16 was approved by Full Council in February 2015 as £505m."
    found = figures(record("Capital Programme 2015/16", body))
    assert [days(figure) for figure in found] == ["2015-04-01/2016-03-31"]


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


def test_money_is_not_accounted_for_up_to_a_day_on_which_something_was_said(figures: Figures) -> None:
    text = (
        "Cabinet, 24 July 2025\n\nOutturn 2024/25\n\nThe figures were shared with partners on 10 June 2025. "
        "The directorate spent £255.9m.\n"
    )
    assert periods(figures(text)) == {255_900_000: "2024-04-01/2025-03-31"}


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


def test_a_ceiling_for_the_year_to_come_does_not_date_what_was_done(figures: Figures) -> None:
    text = "The Board has agreed a ceiling of 150 for 2021/22. Disposals were given in 77 cases."
    assert periods(figures(YEAR + text)) == {150: "2021-04-01/2022-03-31", 77: "2020-04-01/2021-03-31"}


def test_money_of_a_month_does_not_date_what_is_counted_behind_it(figures: Figures) -> None:
    found = periods(figures(f"{QUARTER}A grant of £40,000 was received in May. The team closed 412 cases.\n"))
    assert found == {40_000: "2017-05-01/2017-05-31", 412: "2017-10-01/2017-12-31"}


def test_parts_of_those_counted_are_no_parts_of_an_amount_named_between(figures: Figures) -> None:
    text = "In November 140 assessments were completed. The work cost £21,000 in 2016/17. Of these 88% were in time."
    assert periods(figures(f"{QUARTER}{text}\n"))[88] == "2017-11-01/2017-11-30"


def test_an_overspend_behind_an_amount_of_one_month_is_of_the_year(figures: Figures) -> None:
    text = "A grant of £40,000 was received in May. The overspend of £90,000 is in placements."
    found = periods(figures(f"Cabinet, 14 February 2018\n\nBudget monitoring 2017/18\n\n{text}\n"))
    assert found[90_000] == "2017-04-01/2018-03-31"


def test_what_is_paid_at_present_is_of_the_year_before_the_one_that_is_planned(figures: Figures) -> None:
    head = "Cabinet, 2 February 2015\n\nRents for 2015/16\n\n"
    text = f"{head}Tenants would pay £83.53 a week where at present they pay £84.37."
    assert periods(figures(text))[84] == "2014-04-01/2015-03-31"


def test_what_an_expected_cost_exceeds_the_budget_by_is_of_the_year(figures: Figures) -> None:
    head = "Cabinet, 6 September 2016\n\nThe budget is £4.62m in 2016/17. "
    text = f"{head}At the end of quarter 1 we expect to spend £5.07m, which is £450,000 more."
    assert periods(figures(text))[450_000] == "2016-04-01/2017-03-31"


def test_what_was_agreed_in_a_month_is_of_the_year_that_it_is_for(figures: Figures) -> None:
    found = figures("The Forum agreed in December 2018 to move £620,000 to high needs for 2019/20.")
    assert periods(found)[620_000] == "2019-04-01/2020-03-31"


def test_a_programme_approved_in_a_month_is_of_the_year(figures: Figures) -> None:
    head = "Cabinet, 25 November 2015\n\nCapital monitoring 2015/16, quarter 2\n\n"
    found = figures(f"{head}In February the Council approved a Programme of £21.94m.")
    assert periods(found)[21_940_000] == "2015-04-01/2016-03-31"


def test_a_target_between_two_results_hands_no_date_on(figures: Figures) -> None:
    found = figures("In July 2014 22 files were good, against a target of 30 by March 2015, and three were inadequate.")
    assert periods(found)[3] == "2014-07-01/2014-07-31"


def test_what_spending_looked_like_coming_to_is_of_the_year(figures: Figures) -> None:
    found = figures("Cabinet, 3 February 2025\n\nAs December ended spending looked like coming to £79.8m.")
    assert periods(found)[79_800_000] == "2024-04-01/2025-03-31"


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


def test_what_the_target_had_been_is_of_the_year_it_was_set_for(figures: Figures) -> None:
    words = "Repairs on time came to 82%, where the target had been 85%."
    assert periods(figures(record("Housing: Annual Report 2014/15", words))) == {82: THIS, 85: THIS}


def test_a_decision_that_repeats_an_amount_dates_it_as_it_was_told(figures: Figures) -> None:
    told = "Care is forecast to overspend by £235,000 in 2015/16. The budget for 2016/17 is £64m."
    text = record("Adult Social Care Budget 2016/17", told).replace(
        "1. the report be noted.", "1. Cabinet notes the forecast overspend of £235,000; and\n\n2. the report be noted."
    )
    assert [days(f) for f in figures(text) if f.value == 235_000] == ["2015-04-01/2016-03-31"] * 2
