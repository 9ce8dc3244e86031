"""What an amount of money is of: a variance, a part, a saving, a price, a budget; in the many ways councils say it.

A key stands in brackets behind the amount that has it: ``[£640k|variance]``, ``[£65|]`` where none fits.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from crossfoot.model import Figure, Nature, Unit

Figures = Callable[[str], tuple[Figure, ...]]
KEYS = {
    "variance": "budget_variance",
    "budget": "approved_budget",
    "forecast": "projected_outturn",
    "week": "placement_unit_cost_per_week",
    "fostering budget": "fostering_agency_budget",
    "capital": "capital_cost_grant",
    "balances": "general_fund_balances",
    "vacancies": "social_worker_vacancies",
    "vacancy rate": "social_worker_vacancy_rate_percent",
    "agency rate": "agency_social_worker_rate_percent",
}
_MARKED = re.compile(r"\[([^|\]]*)\|([^\]]*)\]")


def holds(figures: Figures, marked: str) -> None:
    found = {figure.quote: figure.indicator or "" for figure in figures(_MARKED.sub(r"\1", marked))}
    wanted = {quote: KEYS.get(name, name) for quote, name in _MARKED.findall(marked)}
    assert {quote: found.get(quote) for quote in wanted} == wanted


@pytest.mark.parametrize(
    "marked",
    [
        "Adult Social Care is [£640k|variance] over. Waste is [£120k|variance] under.",
        "Libraries are forecast to be [£45k|variance] below budget and leisure [£80k|variance] above.",
        "Legal Services is [£75k|variance] underspent because of two vacancies.",
        "The outturn was [£88.4m|outturn], [£1.7m|variance] up on the budget.",
        "Housing ended the year [£2.05m|variance] in the red.",
        "The outturn was [£31.62m|outturn], an excess of [£420,000|variance] on the approved estimate.",
        "The budget pressures are:\n(a) placements [£1.2m|variance]\n(b) transport [£0.6m|variance]\n",
        "Budget monitoring. Over by [£2.4m|variance]. Waste is over by [£0.4m|variance].",
        "High needs expenditure will be [£6.3m|variance] above the grant this year.",
        "Agency staffing is now forecast to be [£310k|variance] over budget.",
        "Spending on secure placements was [£0.8m|outturn] in 2018/19, [£0.3m|variance] over.",
        "Supervision will come in [£125,000|variance] below estimate, interest be better by [£80,000|variance].",
        "Fees were [£35,000|variance] more than the estimate and fines [£40,000|variance] down on the estimate.",
        "Parking income will be [£260,000|variance] short.",
        "The pressure on home to school transport is [£1.9m|variance], and on legal costs [£0.4m|variance].",
    ],
)
def test_what_is_over_or_under_is_a_variance_whosever_it_is(figures: Figures, marked: str) -> None:
    holds(figures, marked)


@pytest.mark.parametrize(
    "marked",
    [
        "Two teams will together overspend by [£1.1m|variance]. Another [£220k|variance] relates to legal fees.",
        "Highways has an overspend of [£2.1m|variance]. A further [£95,000|variance] is due to gritting.",
        "The overspend is [£4.1m|variance]. School transport accounts for [£1.9m|variance].",
        "The shared service underspent by [£180k|variance]. Our share was [£61k|variance].",
        "The overspend is [£2.1m|variance]. Of this [£1.3m|variance] was down to care and [£0.4m|variance] to fees.",
        "Places are [£2.6m|variance] over budget: residential [£1.9m|variance], agency [£0.7m|variance].",
        "There is a pressure of [£2.9m|variance]. It is offset in part by vacancies ([£50,000|variance]).",
    ],
)
def test_what_is_told_of_a_variance_before_it_is_a_part_of_it(figures: Figures, marked: str) -> None:
    holds(figures, marked)


def test_what_was_spent_besides_is_no_part_of_a_variance(figures: Figures) -> None:
    holds(figures, "Highways overspent by [£2.1m|variance]. A further [£95,000|] was approved for new signs.")


@pytest.mark.parametrize(
    "marked",
    [
        "Services are expected to overspend by [£2.4m|variance]. The period 4 report put it at [£2.1m|variance].",
        "The forecast overspend is [£3.1m|variance]. In June we predicted [£2.6m|variance].",
        "At month 9 a pressure of [£870k|variance] is being reported (month 6: [£1.02m|variance]).",
        "There is an adverse variance of [£1.3m|variance] ([£1.6m|variance] at period 6).",
        "The forecast is an overspend of [£14.2m|variance]. It was [£16.8m|variance] at quarter 2.",
        "Expenditure would exceed the budget by [£1.9m|variance], compared with [£2.4m|variance] in May.",
    ],
)
def test_a_variance_told_of_another_report_is_one(figures: Figures, marked: str) -> None:
    holds(figures, marked)


@pytest.mark.parametrize(
    "marked",
    [
        "The forecast has improved by [£0.9m|variance] since quarter 1.",
        "The forecast has got worse by [£1.2m|variance] since quarter 2.",
        "The overspend has grown by [£350,000|variance] since the last report.",
        "The financial position has deteriorated by [£0.4m|variance].",
        "The forecast is an overspend of [£0.84m|variance], an improvement of [£0.31m|variance] on May.",
    ],
)
def test_what_a_forecast_has_moved_by_is_of_its_variance(figures: Figures, marked: str) -> None:
    holds(figures, marked)


@pytest.mark.parametrize(
    "marked",
    [
        "The forecast for external residential care is [£11.2m|forecast].",
        "Spending on agency social workers came to [£1.7m|outturn] last year.",
        "The overspend of [£470,000|variance] was due to agency placements for children.",
    ],
)
def test_an_amount_that_is_no_budget_of_a_head_is_of_its_kind(figures: Figures, marked: str) -> None:
    holds(figures, f"Children's social care. {marked}")


def test_a_head_whose_budget_is_told_keeps_outturn_and_variance(figures: Figures) -> None:
    holds(
        figures,
        "The outturn on independent fostering was [£3.04m|fostering budget] against a budget of"
        " [£2.75m|fostering budget], an overspend of [£290k|fostering budget].",
    )


@pytest.mark.parametrize(
    "marked",
    [
        (
            "The pooled budget is [£4.1m|budget]: Northmoor [£2.0m|budget], Eastholme"
            " [£1.2m|budget] and the health trust [£0.9m|budget]."
        ),
        (
            "The Board's budget was [£212,400|budget] (the Council [£120,000|budget], health"
            " [£70,000|budget], police [£22,400|budget])."
        ),
        (
            "The budget for training was [£5.6m|budget], made up of [£3.1m|budget] for courses and"
            " [£2.5m|budget] for travel."
        ),
        "The budget includes savings of [£3.4m|savings], [£0.8m|savings] of which will not be achieved.",
    ],
)
def test_amounts_that_add_up_to_the_one_before_are_its_parts(figures: Figures, marked: str) -> None:
    holds(figures, marked)


def test_a_budget_and_a_variance_are_no_parts_of_the_outturn(figures: Figures) -> None:
    holds(
        figures,
        "We spent [£3.9m|outturn] against a budget of [£3.2m|budget]; the [£0.7m|variance] overspend"
        " was met from reserves.",
    )


@pytest.mark.parametrize(
    "marked",
    [
        "Repairs grants: 61 approved, [£402,000|outturn] spent out of [£450,000|budget].",
        "The service had spent [£2.3m|outturn] out of its budget of [£4.0m|budget].",
        "A net requirement of [£131.2 million|budget] is proposed for 2012/13.",
        "The Council's net revenue requirement for next year is [£212m|budget].",
        "The high needs block for 2021/22 is [£44.6 million|budget].",
        (
            "The estimates for 1997/98 amount to [£18,220,400|budget], an increase of [3.4%|budget] over"
            " the revised estimate of [£17,620,000|budget]."
        ),
    ],
)
def test_what_there_is_to_spend_is_a_budget(figures: Figures, marked: str) -> None:
    holds(figures, marked)


@pytest.mark.parametrize(
    "marked",
    [
        "Each child brought back from an agency placement saves around [£26,000|savings] a year.",
        "For every five children moved to our own carers the Council would save [£140,000|savings] a year.",
        "If ten young people left residential care the saving would be about [£1.3m|savings] a year.",
        "It was necessary to find economies of [£310,000|savings].",
        "A gap of [£8.5m|medium_term_budget_gap] would be closed by savings of [£6.2m|savings].",
        "Bringing the service in house would reduce costs by [£95,000|savings] a year.",
        "Savings. The budget assumed [£7.2m|savings]. By November [£4.4m|savings] had been delivered.",
    ],
)
def test_what_is_saved_is_a_saving_whatever_else_is_named(figures: Figures, marked: str) -> None:
    holds(figures, marked)


@pytest.mark.parametrize(
    "marked",
    [
        (
            "Residential care is dearer still. The average weekly price was [£4,100|week] in June,"
            " and the most expensive placement [£8,900|week]."
        ),
        "The average weekly fee for a children's home has gone up from [£3,980|week] to [£4,640|week].",
        "A foster placement with an agency costs [£860|week] a week. In house it is [£430|week].",
        (
            "An in-house placement costs us [£398|week] a week on average; the agency figure is"
            " [£840|week] and it went up by [4%|week]."
        ),
        "The weekly charge for residential placements ranges from [£3,200|week] to [£9,400|week].",
        "The agency fostering average is [£871|week] a week, some [£90|week] more than a year ago.",
    ],
)
def test_the_price_of_a_week_in_a_placement_is_one_and_what_is_set_beside_it(figures: Figures, marked: str) -> None:
    holds(figures, f"Children looked after by the Council. {marked}")


@pytest.mark.parametrize(
    "marked",
    [
        "The average price of residential care for adults is [£780|] a week per resident.",
        "The average rent of a council house is [£96.40|] a week.",
        "The hire of the main hall costs [£42|] an hour.",
    ],
)
def test_what_another_service_charges_is_no_price_of_a_placement(figures: Figures, marked: str) -> None:
    holds(figures, f"Children looked after by the Council are many. {marked}")


@pytest.mark.parametrize(
    "marked",
    [
        "Home to school transport cost [£7.1m|outturn] last year, which was [£0.9m|variance] above budget.",
        "The cost of the scheme is expected to be [£5.2m|forecast] against a budget of [£5.0m|budget].",
        "SEND transport cost [£5,870,000|outturn] against [£5,200,000|budget]: [£670,000|variance] over.",
        "Capital expenditure in the year was [£34.6m|outturn] against a revised programme of [£42.5m|budget].",
        "We spent [£1.4m|outturn] on bed and breakfast, more than twice the budget of [£0.6m|budget].",
        "The waste contract came to [£8.8m|outturn], compared with a budget of [£9.1m|budget].",
        "The budget for 2010/11 has been reduced by [£1.1m|budget] to [£28.3m|budget].",
        "The Service is projecting to spend [£9.4m|forecast] against its budget of [£8.7m|budget].",
        "For 2014/15 the budget was increased by [£300k|budget], to [£2.6m|budget].",
    ],
)
def test_what_is_set_against_its_budget_is_what_came_of_it(figures: Figures, marked: str) -> None:
    holds(figures, marked)


@pytest.mark.parametrize(
    "marked",
    [
        ("General balances are [£8.1m|balances], or [4.2%|balances] of the net budget. The minimum is [3%|balances]."),
        "The overspend is [1.4%|variance] of the net revenue budget.",
        ("There were [38|vacancies] social worker vacancies, [14.9%|vacancy rate] of the establishment."),
        ("There were [46|agency_staff] FTE agency social workers, equal to [21%|agency rate] of the workforce."),
    ],
)
def test_a_share_of_the_budget_or_the_staff_is_of_what_makes_it(figures: Figures, marked: str) -> None:
    holds(figures, marked)


@pytest.mark.parametrize(
    "marked",
    [
        (
            "The forecast outturn is an overspend of [£6.3m|variance] on a net budget of [£247.5m|budget]. At quarter 1"
            " this was [£7.7m|variance]."
        ),
        (
            "An overspend of [£1.1m|variance] is forecast against the budget of [£121m|budget]. This is"
            " [£0.4m|variance] lower than was reported in May."
        ),
        (
            "Waste is over by [£0.4m|variance]. This is offset by a saving of [£640,000|variance] on debt charges and"
            " by [£95,000|variance] from vacancies."
        ),
    ],
)
def test_a_variance_goes_on_past_the_budget_that_it_is_of(figures: Figures, marked: str) -> None:
    holds(figures, marked)


@pytest.mark.parametrize(
    "marked",
    [
        "RESOLVED to buy 90 homes with [£18.6m|capital].",
        "Approval was given to borrow [£2.2m|capital] to build the extension.",
        (
            "That Cabinet approves the purchase of up to 30 properties for use as temporary accommodation, at a total"
            " cost not exceeding [£6.5 million|capital]."
        ),
        (
            "A business case for buying 12 flats at an estimated [£2.9m|capital], to be part-funded by [£1.1m|capital]"
            " from the Affordable Homes Fund."
        ),
        "That four refuse vehicles be purchased at a cost not exceeding [£920,000|capital].",
        "The Council acquired the building for [£1.35m|capital] in 2016.",
        "The refurbishment of the three homes was put at [£640,000|capital].",
    ],
)
def test_what_something_is_bought_or_built_for_is_capital(figures: Figures, marked: str) -> None:
    holds(figures, marked)


@pytest.mark.parametrize(
    "marked",
    [
        "We will buy in legal advice at a cost of [£45,000|] a year.",
        "The average price of a house in the borough is [£310,000|].",
    ],
)
def test_what_is_bought_in_and_what_others_pay_is_no_capital(figures: Figures, marked: str) -> None:
    holds(figures, marked)


@pytest.mark.parametrize(
    "marked",
    [
        "Savings of [£4.9m|savings] are proposed and growth of [£3.3m|].",
        "It would save [£760,000|savings] a year for an outlay of [£295,000|].",
        "Savings are needed. Arrears were cut from [£4.9m|] to [£4.3m|].",
        "The grant was [£371k|], having been cut by [11%|] in 2015.",
        "The net saving is [£475,000|savings], when borrowing costs of [£62,000|] are taken into account.",
    ],
)
def test_other_kinds_of_money_are_no_savings(figures: Figures, marked: str) -> None:
    holds(figures, marked)


@pytest.mark.parametrize(
    "marked",
    [
        "Agency spend in the first six months was [£5.2m|].",
        "Commitments to date amount to [£410,500|].",
        "Spending to 30 November was [£14.1m|] and [£6.2m|] will slip into next year.",
    ],
)
def test_what_was_spent_in_part_of_a_year_or_slips_is_no_outturn(figures: Figures, marked: str) -> None:
    holds(figures, marked)


@pytest.mark.parametrize(
    "marked",
    [
        "The cumulative Dedicated Schools Grant deficit was [£29.8m|] on 31 March.",
        "The deficit on the Dedicated Schools Grant is forecast to stand at [£31.6m|] next March.",
        "The cumulative DSG deficit, forecast to reach [£31.7m|], was noted.",
        "The Housing Revenue Account will show a surplus of [£0.4m|].",
    ],
)
def test_a_deficit_that_has_added_up_is_no_variance(figures: Figures, marked: str) -> None:
    holds(figures, marked)


@pytest.mark.parametrize(
    "marked",
    [
        "It was agreed to extend the recycling scheme to four wards, at a cost of [£96,000|] per annum.",
        "Each successful quit costs the scheme [£342|].",
        "A place on a taxi costs [£6,150|] a year for children placed at a distance.",
        "The weekly fee for a level 2 foster carer would rise from [£165|] to [£210|].",
    ],
)
def test_running_costs_and_fees_of_carers_are_neither_capital_nor_prices_of_placements(
    figures: Figures, marked: str
) -> None:
    holds(figures, marked)


@pytest.mark.parametrize(
    "marked",
    [
        "Savings of [£27.8m|savings] are to be made, and [£9.5m|] from reserves is drawn on.",
        "The saving is [£180,000|savings], but pension liabilities of [£1.6m|] would remain.",
        "Savings of [£4m|savings] were agreed. One has been withdrawn, at a cost of [£0.6m|].",
        "Services overspent by [£2m|variance]. The beds are paid for with [£310k|] of the Winter Pressures Grant.",
    ],
)
def test_what_pays_for_something_and_what_it_costs_are_no_savings_and_no_variance(
    figures: Figures, marked: str
) -> None:
    holds(figures, marked)


@pytest.mark.parametrize(
    "marked",
    [
        "BUDGET MONITORING TO THE END OF MAY\n\nThere is a small saving of [£71,000|variance] on pupil transport.",
        "CAPITAL\n\nThe programme for the year is [£18.2m|capital], of which little has been spent.",
        "CAPITAL PROGRAMME\n\nThe programme agreed in March amounted to [£9.4 million|capital].",
        "The Committee was likely to exceed its cash limit of [£12.1m|budget] by [£310,000|variance].",
        "The Youth Service budget was [£2m|budget]. This year it is [£1.7m|budget].",
        "A further [£160,000|savings] has to come out by April.",
    ],
)
def test_what_a_budget_report_calls_a_saving_is_a_variance_and_its_programme_capital(
    figures: Figures, marked: str
) -> None:
    holds(figures, marked)


@pytest.mark.parametrize(
    "marked",
    [
        "A new village hall will cost [£2.4m|capital].",
        "The Lottery has awarded [£310,000|capital] towards the new pavilion.",
        "The replacement of the library roof is put at [£640,000|capital].",
        "The cycling scheme is in the programme at [£90,000|capital]; tenders came in at [£118,000|capital].",
        "The new village hall will cost [£48,000|] a year to run.",
    ],
)
def test_what_a_building_costs_and_what_is_given_towards_it_is_capital(figures: Figures, marked: str) -> None:
    holds(figures, marked)


@pytest.mark.parametrize(
    "marked",
    [
        "Principal variations\n\n- Graves: [£41,000|variance] less income\n- Fuel: a saving of [£66,000|variance]",
        "The overspend is made up of:\n\n- verges, [£85,000|variance]\n- agency drivers, [£120,000|variance]",
    ],
)
def test_each_item_of_a_list_of_what_makes_up_a_variance_is_one(figures: Figures, marked: str) -> None:
    holds(figures, marked)


def test_a_table_headed_as_a_budget_report_is_of_pounds_though_it_prints_none(figures: Figures) -> None:
    heads = "Service | Approved | Projected | Over/(under)\n"
    holds(figures, f"{heads}Parks | [12,400|budget] | [13,911|forecast] | [1,511|variance]\n")


def test_children_that_are_forecast_and_over_or_under_are_no_pounds(figures: Figures) -> None:
    found = figures("Placements | Original | Forecast | Over/(under)\nFostering | 124 | 131 | 7\n")
    assert {figure.unit for figure in found} == {Unit.COUNT}


@pytest.mark.parametrize(
    "marked",
    [
        "Actual spending by Parks was [£2.31m|outturn], against an approved [£2.40m|budget].",
        "Coroners spent [£410,000|outturn] in the year, having been allowed [£395,000|budget].",
        "Lighting: budget [£512,000|budget], outturn [£490,000|outturn], under by [£22,000|variance].",
        "Ports brought in [£1.9m|], [£60,000|variance] less than budgeted.",
        "The forecast deficit over the five years of the plan is [£24m|medium_term_budget_gap].",
        "Service | 2018/19 Estimate £000 | 2018/19 Probable £000\nTrees | [310|budget] | [295|forecast]\n",
    ],
)
def test_what_was_there_to_be_spent_is_the_budget_and_what_came_of_it_is_none(figures: Figures, marked: str) -> None:
    holds(figures, marked)


@pytest.mark.parametrize(
    "marked",
    [
        "The Authority will overspend its General Fund budget by [£6.307m|variance].",
        "Directorates will underspend their cash limits by [£1.2m|variance].",
        "We now expect to be [£4m|variance] over by the year end.",
        "Of the [£750,000|variance] excess, placements accounted for [£420,000|variance], fees [£330,000|variance].",
        "The overspend of [£90,000|variance] was made up of fees [£50,000|variance] and pay [£40,000|variance].",
        "Fees make up [£3.9m|variance] of the overspend of [£5.4m|variance]; the remainder, [£437k|variance], is pay.",
    ],
)
def test_what_passes_a_limit_or_makes_up_what_does_is_a_variance(figures: Figures, marked: str) -> None:
    holds(figures, marked)


def test_a_variance_is_no_budget_though_it_stands_beside_what_it_passes(figures: Figures) -> None:
    (over,) = figures("The Authority will overspend its General Fund budget by £6.307m.")
    assert over.nature is Nature.VARIANCE


def test_balances_are_balances_at_another_time_too(figures: Figures) -> None:
    holds(figures, "General balances were [£9.2m|balances] on 1 April and are forecast at [£6.1m|balances] next March.")


def test_a_row_of_the_general_fund_is_of_the_account_and_not_of_what_is_left_in_it(figures: Figures) -> None:
    table = (
        "Revenue (£000)\n\n| Directorate | Budget | Forecast | Variance |\n| Adults | 71,240 | 73,915 | 2,675 |\n"
        "| General Fund | 71,900 | 74,200 | 2,300 |\n"
    )
    found = {figure.quote: figure.indicator for figure in figures(table)}
    kinds = [found[quote] for quote in ("71,900", "74,200", "2,300")]
    assert kinds == ["approved_budget", "projected_outturn", "budget_variance"]
