"""What a cell of a table is: its row's name, whatever numbers stand in it, and the caption of its own table."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from crossfoot.model import Figure, Nature, Period, PeriodKind, Unit

Figures = Callable[[str], tuple[Figure, ...]]


def by_quote(found: tuple[Figure, ...]) -> dict[str, Figure]:
    named = {figure.quote: figure for figure in found}
    assert len(named) == len(found), "each number of these tables stands once"
    return named


@pytest.mark.parametrize("code", ["NI 59", "BV 49", "PAF C20", "L12", "7"])
def test_a_row_is_named_by_the_words_behind_its_code_also_where_they_hold_numbers(figures: Figures, code: str) -> None:
    table = f"\tMeasure\t2007/08\t2008/09\n{code}\tInitial assessments within 7 working days (%)\t66.2\t71.4\n"
    found = by_quote(figures(table))
    assert set(found) == {"66.2", "71.4"}
    assert {figure.unit for figure in found.values()} == {Unit.PERCENT}
    assert {figure.indicator for figure in found.values()} == {"initial_assessments_within_timescale_percent"}


def test_a_caption_speaks_of_the_table_under_it_and_of_none_behind_that(figures: Figures) -> None:
    text = (
        "Children in foster care (%)\n\nArea\t2014\t2015\nNorth\t71\t73\n\n"
        "Library visits (%)\n\nBranch\t2014\t2015\nHill Road\t12\t14\n"
    )
    found = by_quote(figures(text))
    assert found["71"].indicator == "children_in_foster_care_percent"
    assert found["12"].indicator is None


def test_a_bare_year_is_read_as_the_corner_or_the_caption_says(figures: Figures) -> None:
    ended = by_quote(figures("Year ending 31 March\t2015\t2016\nAdoptions\t14\t19\n"))
    assert str(ended["14"].period.start) == "2014-04-01"
    assert str(ended["14"].period.end) == "2015-03-31"
    counted = by_quote(figures("Children looked after at 31 March\n\nYear\tNumber\n2015\t226\n2016\t240\n"))
    assert (str(counted["240"].period.start), str(counted["240"].period.end)) == ("2016-03-31", "2016-03-31")
    taught = by_quote(figures("Permanent exclusions by academic year\n\nYear\tNumber\n2015\t26\n2016\t24\n"))
    assert (str(taught["26"].period.start), str(taught["26"].period.end)) == ("2014-09-01", "2015-08-31")


def test_a_column_takes_the_unit_that_the_one_beside_it_names_in_full(figures: Figures) -> None:
    rates = "Year\tRate per 10,000\tEngland rate\n2015\t57\t60\n"
    posts = "Team\tEstablishment (FTE)\tIn post\nNorth\t18.5\t17.2\n"
    found = by_quote(figures(f"{rates}\n{posts}"))
    assert found["60"].unit is Unit.RATE_PER_10000
    assert found["17.2"].unit is Unit.FTE


def test_amounts_under_the_name_of_savings_are_savings_that_are_proposed_whatever_budgets_they_come_from(
    figures: Figures,
) -> None:
    table = "Proposal\t2017/18 £000\nFewer agency placements\t350\nHome to school transport\t95\nTotal\t445\n"
    found = by_quote(figures(f"Cabinet, 21 February 2017\n\nProposed savings\n\n{table}"))
    assert {figure.indicator for figure in found.values()} == {"savings"}
    assert {figure.nature for figure in found.values()} == {Nature.PROPOSED}


def test_a_balance_under_a_day_is_reported_or_expected_whatever_its_reserve_is_called(figures: Figures) -> None:
    rows = "Budget equalisation reserve\t£31.7m\t£22.1m\nDSG deficit\t£41.9m\t£67.4m\n"
    found = by_quote(figures(f"\t31 March 2023\t31 March 2024 (est.)\n{rows}"))
    assert [figure.nature for figure in found.values()] == [Nature.ACTUAL, Nature.FORECAST] * 2


def test_a_total_that_its_column_adds_up_to_is_of_what_the_caption_names(figures: Figures) -> None:
    rows = "In-house fostering\t148\nResidential homes\t{}\nTotal\t179\n"
    table = f"Looked after children by placement\n\nPlacement\t31 March 2018\n{rows}"
    assert by_quote(figures(table.format(31)))["179"].indicator == "looked_after_children"
    assert by_quote(figures(table.format(44)))["179"].indicator is None


def test_savings_are_told_by_the_heading_or_the_sentence_over_a_table_that_has_a_mere_number(figures: Figures) -> None:
    head = "Cabinet, 9 January 2014\n\nSavings\n\nThe plan asks for savings over two years. Progress is as follows.\n\n"
    table = "Table 2\n\t2013/14 £000\t2014/15 £000\nDelivered\t548\t91\nOn course\t94\t302\n"
    found = by_quote(figures(head + table))
    assert {figure.indicator for figure in found.values()} == {"savings"}
    assert [found[quote].nature for quote in ("548", "91", "94", "302")] == [Nature.ACTUAL] * 2 + [Nature.FORECAST] * 2


def test_what_is_budgeted_and_how_far_it_is_off_at_a_period_is_of_the_year(figures: Figures) -> None:
    head = "Cabinet, 9 January 2014\n\nRevenue position at period 8 2013/14\n\n"
    found = by_quote(figures(f"{head}Service\tVariance Period 6 £000\tVariance Period 8 £000\nAdults\t1,040\t855\n"))
    days = {(str(figure.period.start), str(figure.period.end)) for figure in found.values() if figure.period}
    assert days == {("2013-04-01", "2014-03-31")}


def test_a_total_is_of_all_years_that_it_adds_up_a_dash_among_them(figures: Figures) -> None:
    table = "Savings agreed\n\nScheme\t2013/14 £000\t2014/15 £000\t2015/16 £000\tTotal £000\nOffices\t548\t91\t-\t639\n"
    total = by_quote(figures(table))["639"].period
    assert total is not None
    assert (str(total.start), str(total.end)) == ("2013-04-01", "2016-03-31")


@pytest.mark.parametrize(
    ("head", "start", "end"),
    [
        ("Q3 21/22", "2021-10-01", "2021-12-31"),
        ("2021/22 Q3", "2021-10-01", "2021-12-31"),
        ("Qtr 3 2021-22", "2021-10-01", "2021-12-31"),
        ("Dec-21", "2021-12-01", "2021-12-31"),
        ("Dec '21", "2021-12-01", "2021-12-31"),
        ("H1 2021/22", "2021-04-01", "2021-09-30"),
        ("H2 2021/22", "2021-10-01", "2022-03-31"),
        ("99/00", "1999-04-01", "2000-03-31"),
        ("AY 2021/22", "2021-09-01", "2022-08-31"),
        ("12 mths to Dec 21", "2021-01-01", "2021-12-31"),
    ],
)
def test_a_head_may_say_when_in_short(figures: Figures, head: str, start: str, end: str) -> None:
    (figure,) = figures(f"Measure\t{head}\tRAG\nReferrals\t412\tGreen\n")
    assert figure.period is not None
    assert (str(figure.period.start), str(figure.period.end)) == (start, end)


def test_heads_of_several_lines_are_read_down_each_column_over_broken_words_and_years(figures: Figures) -> None:
    table = (
        "PAF indicator                     1999/   2000/   Com-    2001/\n"
        "                                  2000    2001    para-   2002\n"
        "                                                  tors    plan\n"
        "-----------------------------------------------------------------\n"
        "Three or more placements (%)      17.2    14.6    12.8    13.1\n"
    )
    found = by_quote(figures(table))
    assert found["12.8"].nature is Nature.BENCHMARK
    dates = [found[quote].period for quote in ("17.2", "14.6", "13.1")]
    assert [str(each.start) for each in dates if each] == ["1999-04-01", "2000-04-01", "2001-04-01"]


def test_may_is_a_month_as_the_head_of_a_column_set_with_blanks(figures: Figures) -> None:
    found = by_quote(
        figures(
            "Visits from April to June 2016 were as follows:\n\n"
            "Pool            April     May    June\n"
            "Harbour         4,120   4,380   4,611\n"
            "Mill Lane       2,050   2,110   2,333\n"
        )
    )
    assert {found[quote].period for quote in ("4,380", "2,110")} == {
        Period(date(2016, 5, 1), date(2016, 5, 31), PeriodKind.DURING)
    }


def test_the_lines_of_an_account_are_no_budgets_of_services(figures: Figures) -> None:
    rows = "Dwelling rents\t-21,340\t-21,120\nRepairs and maintenance\t5,160\t4,705\n"
    found = figures(f"Housing Revenue Account\n\n\tBudget £000\tForecast £000\n{rows}")
    assert {figure.indicator for figure in found} == {None}


def test_heads_set_out_with_tabs_and_parted_from_their_rows_stand_over_the_columns_below_them(
    figures: Figures,
) -> None:
    table = (
        "Outturn 2011/12\n\n"
        "Directorate\t\t\tRevised\tActual\t\tVariance\n"
        "\t\t\t\tBudget\n"
        "\t\t\t\t£000\t\t£000\t\t£000\n\n"
        "Children's Services\t\t38,417\t\t39,152\t\t735\n"
        "Resources\t\t\t14,228\t\t13,980\t\t(248)\n"
    )
    found = by_quote(figures(table))
    assert found["38,417"].value == 38_417_000
    assert found["(248)"].value == -248_000
    keys = [found[quote].indicator for quote in ("38,417", "39,152", "735")]
    assert keys == ["approved_budget", "outturn", "budget_variance"]


def test_what_is_said_once_of_all_amounts_and_what_a_table_with_the_same_heads_counts_in_holds_on(
    figures: Figures,
) -> None:
    money = "All figures in this report are in £000.\n\nTable 1: Roads\nScheme\tBudget\tSpend\nBridge\t400\t380\n"
    pupils = "Table 2: Pupils\nSchool\t2014\t2015\nHill\t291\t292\n"
    found = by_quote(figures(f"{money}\n{pupils}"))
    assert (found["400"].value, found["400"].unit) == (400_000, Unit.GBP)
    assert found["291"].unit is Unit.COUNT
    shares = (
        "Percentage of pupils\n\nSchool\t2014\t2015\nHill\t71\t72\n\nAttendance\n\nSchool\t2014\t2015\nHill\t91\t92\n"
    )
    assert by_quote(figures(shares))["92"].unit is Unit.PERCENT


def test_a_row_of_broken_numbers_is_of_the_average_that_the_caption_names_and_counts_none_of_its_children(
    figures: Figures,
) -> None:
    table = "Average caseload by service\n\nService\t2021\t2022\tTarget\nChildren looked after\t14.2\t14.6\t15\n"
    found = by_quote(figures(table))
    assert {figure.indicator for figure in found.values()} == {"average_caseload"}
    counted = by_quote(figures("Service\t2021\t2022\nChildren looked after\t142\t146\n"))
    assert counted["142"].indicator == "looked_after_children"


def test_semicolons_with_blanks_part_a_table_of_numbers_but_no_sentence(figures: Figures) -> None:
    text = (
        "Allocations (£'000)\n\nScheme; 2020/21 revised; 2021/22\nFootways; 870; 1,120\nTotal; 3,010; 3,505\n\n"
        "The panel met 4 times; 12 schools wrote; 3 came.\n"
    )
    assert [int(figure.value) for figure in figures(text)] == [870_000, 1_120_000, 3_010_000, 3_505_000, 4, 12, 3]


def test_each_line_of_a_list_with_dashes_before_its_numbers_names_its_own(figures: Figures) -> None:
    text = (
        "The Council had 326 looked after children at the end of January 2014. Placements were as follows:-\n\n"
        "mainstream in-house carers - 118\nindependent fostering agencies - 87\n"
        "children's homes - 28 (of which 20 were agency placements)\nsecure - 1\n"
    )
    found = by_quote(figures(text))
    assert [found[quote].indicator for quote in ("118", "87", "28", "1")] == [
        "in_house_foster_placements",
        "independent_fostering_agency_placements",
        "childrens_home_residential_placements",
        "secure_accommodation_placements",
    ]


def test_a_target_in_the_sentence_above_a_table_makes_no_target_of_its_cells(figures: Figures) -> None:
    table = "Placement\t2014\t2015\nFoster care\t230\t241\n"
    above = figures(f"Reviews were held on time for 88% (target 90%).\n\n{table}")
    assert by_quote(above)["241"].nature is Nature.ACTUAL
    led_on = figures(f"The targets for the number of children are as follows:\n\n{table}")
    assert by_quote(led_on)["241"].nature is Nature.TARGET


@pytest.mark.parametrize(
    "table",
    [
        (
            "Service | Budget £000 | Forecast £000 | Variance £000 | Movement £000\n"
            "Children | 41,200 | 43,000 | 1,800 | 400\nAdults | 60,300 | 60,100 | (200) | (300)\n"
        ),
        (
            "Service | Budget £m | Outturn £m | Over / (under) £m | Change since Q1 £m\n"
            "Children | 41.2 | 43.0 | 1.8 | 0.4\nAdults | 60.3 | 60.1 | (0.2) | (0.3)\n"
        ),
        (
            "Service | Budget | Outturn | Var | Var at P6\n"
            "Children | £41.2m | £43.0m | £1.8m | £1.4m\nPlace | £20.4m | £20.1m | -£0.3m | £0.2m\n"
        ),
    ],
)
def test_every_column_of_variances_and_of_their_changes_is_of_the_variance(figures: Figures, table: str) -> None:
    found = figures(table)
    assert [figure.indicator for figure in found if figure.nature in {Nature.VARIANCE, Nature.CHANGE}] == (
        ["budget_variance"] * 4
    )


def test_lines_of_a_capital_programme_without_a_key_of_their_own_are_capital(figures: Figures) -> None:
    found = figures(
        "Highways Capital Programme 2021/22\n\nThe allocations are as follows (£'000):\n\n"
        "Scheme | 2021/22 | 2022/23\nResurfacing | 2,385 | 2,300\nFootways | 1,120 | 1,100\nTotal | 3,505 | 3,400\n"
    )
    assert {figure.indicator for figure in found} == {"capital_cost_grant"}


def test_lines_of_another_programme_are_no_capital(figures: Figures) -> None:
    found = figures(
        "Highways Maintenance 2021/22\n\nThe allocations are as follows (£'000):\n\n"
        "Scheme | 2021/22 | 2022/23\nResurfacing | 2,385 | 2,300\nFootways | 1,120 | 1,100\n"
    )
    assert "capital_cost_grant" not in {figure.indicator for figure in found}


REPORT = "Cabinet, 14 November 2019\n\nPerformance digest: quarter 2 2019/20\n\n"


def period_of(figure: Figure) -> str:
    assert figure.period, figure
    first, last = figure.period.start.isoformat(), figure.period.end.isoformat()
    return first if first == last else f"{first}/{last}"


def test_rows_under_a_title_go_on_with_the_table_above_it(figures: Figures) -> None:
    table = (
        "Measure\tTarget\tQ2 actual\tQ2 last year\n\nSTREETS\n\nPotholes mended\t410\t388\t362\n\n"
        "PARKS\n\nTrees planted\t95\t91\t84\n"
    )
    found = by_quote(figures(REPORT + table))
    assert {period_of(found[quote]) for quote in ("388", "91")} == {"2019-07-01/2019-09-30"}
    assert {period_of(found[quote]) for quote in ("362", "84")} == {"2018-07-01/2018-09-30"}
    assert {found[quote].nature for quote in ("410", "95")} == {Nature.TARGET}


@pytest.mark.parametrize(
    ("head", "period"),
    [
        ("This year", "2019-07-01/2019-09-30"),
        ("Last year", "2018-07-01/2018-09-30"),
        ("Same quarter last year", "2018-07-01/2018-09-30"),
        ("Rolling year", "2018-10-01/2019-09-30"),
    ],
)
def test_a_head_is_read_against_the_quarter_that_its_table_is_of(figures: Figures, head: str, period: str) -> None:
    (burglaries,) = figures(f"{REPORT}Measure\t{head}\nBurglaries recorded\t131\n")
    assert period_of(burglaries) == period


@pytest.mark.parametrize("caption", ["at the January census", "in January each year"])
def test_a_month_over_bare_years_is_the_month_of_each(figures: Figures, caption: str) -> None:
    found = by_quote(figures(f"Pupils in special schools {caption}\n\n\t2016\t2017\nNorth\t712\t745\n"))
    assert period_of(found["712"]) == "2016-01-01/2016-01-31"
    assert period_of(found["745"]) == "2017-01-01/2017-01-31"


def test_a_cell_that_names_a_time_and_a_nature_is_of_them(figures: Figures) -> None:
    found = by_quote(figures(f"{REPORT}Recycling\t\t41.2%\t(2018/19: 39.6%)\nComposting\t\t11.5%\t(target 12%)\n"))
    assert period_of(found["39.6%"]) == "2018-04-01/2019-03-31"
    assert found["12%"].nature is Nature.TARGET
    assert found["11.5%"].nature is Nature.ACTUAL


@pytest.mark.parametrize("sign", ["†", "*", "‡"])
def test_a_sign_behind_a_rows_name_points_to_the_time_that_its_note_names(figures: Figures, sign: str) -> None:
    note = f"{sign} Annual measure: result for 2018/19."
    table = f"Measure\tResult\nRent collected {sign}\t97.1%\nRepairs in time\t91.4%\n\n{note}\n"
    found = by_quote(figures(REPORT + table))
    assert period_of(found["97.1%"]) == "2018-04-01/2019-03-31"
    assert period_of(found["91.4%"]) == "2019-07-01/2019-09-30"


def test_a_list_of_starred_lines_is_no_note_to_a_star(figures: Figures) -> None:
    table = "Measure\tResult\nRent collected *\t97.1%\n\n* In 2016/17 we moved.\n\n* In 2015/16 we grew.\n"
    (collected, *_) = figures(REPORT + table)
    assert period_of(collected) == "2019-07-01/2019-09-30"


def test_a_variance_foreseen_at_an_earlier_quarter_is_of_the_year(figures: Figures) -> None:
    table = "£000\tBudget\tForecast outturn\tVariance\tQ1 variance\nHighways\t4,120\t4,390\t270\t185\n"
    found = by_quote(figures(REPORT + table))
    assert {period_of(figure) for figure in found.values()} == {"2019-04-01/2020-03-31"}


def test_what_was_spent_to_a_day_is_since_april(figures: Figures) -> None:
    found = by_quote(figures("£000\tBudget 2019/20\tActual to 31 Oct 2019\nHighways\t4,120\t2,390\n"))
    assert period_of(found["4,120"]) == "2019-04-01/2020-03-31"
    assert period_of(found["2,390"]) == "2019-04-01/2019-10-31"


def test_counts_that_the_budget_allowed_for_are_budgeted(figures: Figures) -> None:
    found = by_quote(figures(f"{REPORT}Team\tNumber budgeted\tNumber in post\nGritting\t24\t21\n"))
    assert (found["24"].nature, found["21"].nature) == (Nature.BUDGET, Nature.ACTUAL)


def test_posts_vacancies_and_agency_cover_of_a_table_are_told_by_their_columns(figures: Figures) -> None:
    found = figures(
        "Children's social work staffing\n\nTeam | Posts (FTE) | Vacant | Agency\nNorth | 22.0 | 3.0 | 2.0\n"
        "South | 19.5 | 1.5 | 1.0\n"
    )
    assert [figure.indicator for figure in found] == [
        "staffing_establishment",
        "social_worker_vacancies",
        "agency_staff",
    ] * 2


def test_a_head_of_two_lines_behind_an_empty_corner_stands_over_its_own_columns(figures: Figures) -> None:
    found = figures(
        "Position at Month 5\n\n\tNet budget\tProjected outturn\tVariance\n\t£000\t£000\t£000\n"
        "Libraries\t4,210\t4,380\t170\nParks\t2,905\t2,860\t(45)\n"
    )
    assert [figure.indicator for figure in found] == ["approved_budget", "projected_outturn", "budget_variance"] * 2


def test_rates_told_of_over_a_table_make_no_rate_of_what_its_rows_count(figures: Figures) -> None:
    note = "Rates are shown per 10,000 children."
    table = "Measure\tQ1\tQ2\nChildren subject to a CP plan\t214\t198\nRate of CP plans\t44.1\t40.8\n"
    found = by_quote(figures(f"{note}\n\n{table}"))
    assert (found["214"].unit, found["214"].indicator) == (Unit.COUNT, "child_protection_plans")
    assert (found["44.1"].unit, found["44.1"].indicator) == (Unit.RATE_PER_10000, "child_protection_plan_rate")


def test_a_row_without_a_name_goes_on_with_the_one_above_in_the_year_beside_it(figures: Figures) -> None:
    found = by_quote(
        figures(
            "\t\tDone\tIn timescale\nInitial assessments\t2009/10\t1,204\t68%\n\t2010/11\t1,388\t74%\n"
            "Core assessments\t2009/10\t311\t72%\n"
        )
    )
    assert found["1,388"].indicator == "initial_assessments"
    assert found["74%"].indicator == "initial_assessments_within_timescale_percent"
    assert str(found["74%"].period.start) == "2010-04-01"
    assert found["72%"].indicator == "core_assessments_within_35_working_days_percent"


def test_all_amounts_of_a_row_are_of_the_budget_of_its_own_that_one_is_of(figures: Figures) -> None:
    found = by_quote(
        figures(
            "£000\tAnnual budget\tForecast outturn\tProjected over/(under)spend\n"
            "External residential\t5,100\t6,320\t1,220\nShort breaks\t1,900\t1,880\t(20)\n"
        )
    )
    assert {found[n].indicator for n in ("5,100", "6,320", "1,220")} == {"childrens_homes_agency_budget"}
    assert (found["(20)"].nature, found["(20)"].indicator) == (Nature.VARIANCE, "budget_variance")


def test_rows_that_are_but_kinds_of_what_a_title_measures_are_of_that(figures: Figures) -> None:
    found = figures("Unallocated cases by type\n\nType\tJune\tJuly\nLooked after\t3\t1\nChild in need\t41\t28\n")
    assert {figure.indicator for figure in found} == {"unallocated_cases"}


def test_starts_and_ends_under_a_title_about_care_are_told_apart_by_their_columns(figures: Figures) -> None:
    found = figures("Entries to and exits from care\n\nMonth | Starting | Ceasing\nApril | 14 | 9\nMay | 11 | 16\n")
    assert [figure.indicator for figure in found] == [
        "children_starting_to_be_looked_after",
        "children_ceasing_to_be_looked_after",
    ] * 2


def test_rows_with_the_year_before_in_brackets_are_no_heads(figures: Figures) -> None:
    found = figures(
        "Team | Vacant posts (FTE) | Average caseload\n"
        "Assessment | 4.5 (6.0) | 21 (27)\n"
        "Court | 3.0 (2.5) | 16 (17)\n"
        "Leaving care | 1.0 (1.5) | 14 (15)\n"
    )
    assert [figure.quote for figure in found] == [
        *("4.5", "6.0", "21", "27"),
        *("3.0", "2.5", "16", "17"),
        *("1.0", "1.5", "14", "15"),
    ]


def test_cells_may_be_parted_by_strokes(figures: Figures) -> None:
    found = figures(
        "Measure / Northwick / Southwick / Westwick\n"
        "Days from entry to care to moving in / 402 / 371 / 455\n"
        "Children adopted / 27 / 19 / 12\n"
    )
    assert [(figure.quote, figure.unit) for figure in found] == [
        *((days, Unit.DAYS) for days in ("402", "371", "455")),
        *((children, Unit.COUNT) for children in ("27", "19", "12")),
    ]


def test_the_code_of_an_indicator_bounds_no_days(figures: Figures) -> None:
    found = figures(
        "Ref | Indicator | Outturn | Target\n"
        "BV 12 | Days lost to sickness per employee | 9.7 | 9.0\n"
        "BV 8 | Invoices paid within 30 days | 91 | 96\n"
    )
    assert [figure.unit for figure in found][:2] == [Unit.DAYS, Unit.DAYS]
    assert Unit.DAYS not in [figure.unit for figure in found][2:]


def test_a_second_column_that_names_the_measure_names_the_row_too(figures: Figures) -> None:
    found = figures(
        "Service | Measure | 2017/18 | 2018/19\n"
        "Homes | Places | 410 | 412\n"
        "Homes | Cost (£000) | 1,350 | 1,400\n"
        "Roads | Cost (£000) | 2,100 | 2,050\n"
    )
    assert [(figure.quote, int(figure.value), figure.unit) for figure in found] == [
        *(("410", 410, Unit.COUNT), ("412", 412, Unit.COUNT)),
        *(("1,350", 1_350_000, Unit.GBP), ("1,400", 1_400_000, Unit.GBP)),
        *(("2,100", 2_100_000, Unit.GBP), ("2,050", 2_050_000, Unit.GBP)),
    ]
    assert found[2].subject == "Homes Cost (£000)"


def test_brackets_that_the_words_above_explain_are_no_minus(figures: Figures) -> None:
    table = "\tFull time education\t\t64.1%\t(62.3%)\n\tWork based training\t\t13.0%\t(13.9%)\n"
    explained = figures(f"The destinations were as follows (previous year in brackets):\n\n{table}")
    assert [str(figure.value) for figure in explained] == ["64.1", "62.3", "13.0", "13.9"]


def test_brackets_that_nothing_explains_are_a_minus(figures: Figures) -> None:
    found = figures("Service | Budget | Variance\nLibraries | £1.2m | (£0.1m)\nParks | £2.1m | £0.2m\n")
    assert [figure.value < 0 for figure in found] == [False, True, False, False]


def test_a_row_tells_its_parts_what_they_are_of(figures: Figures) -> None:
    found = figures(
        "Children at month end\n\n| | 31 Jan 2024 |\n| Child protection plans | 371 |\n| - neglect | 190 |\n"
        "| - emotional abuse | 139 |\n| Children in our care | 619 |\n| of whom boys | 329 |\n"
    )
    assert {int(f.value): f.indicator for f in found} == {
        371: "child_protection_plans",
        190: "plans_by_category_of_abuse",
        139: "plans_by_category_of_abuse",
        619: "looked_after_children",
        329: "looked_after_children",
    }


def test_an_amount_over_or_under_in_a_cell_is_a_variance_in_the_first_row_too(figures: Figures) -> None:
    table = (
        "The main variations were:-\n\nFoster carers' allowances        £74,000 over\n"
        "Home help service               £121,000 under\nVacant posts                     £42,000 under\n"
    )
    found = by_quote(figures(table))
    assert {figure.quote: (figure.indicator, figure.nature) for figure in found.values()} == dict.fromkeys(
        ("£74,000", "£121,000", "£42,000"), ("budget_variance", Nature.VARIANCE)
    )


def test_a_row_that_is_but_a_code_of_an_indicator_tells_that_its_number_is_a_share(figures: Figures) -> None:
    found = by_quote(figures("Measure | 2009/10\nNI 59 | 72.5\nNI 66 | 96\n"))
    assert [(f.indicator, f.unit) for f in found.values()] == [
        ("initial_assessments_within_timescale_percent", Unit.PERCENT),
        ("looked_after_reviews_within_timescale_percent", Unit.PERCENT),
    ]


def test_a_row_named_a_rate_of_what_is_counted_above_it_is_no_count(figures: Figures) -> None:
    found = by_quote(figures("Measure | Q1\nSection 47s started | 318\nS47 rate | 141.2\nTurnover rate | 14.5\n"))
    assert (found["318"].indicator, found["318"].unit) == ("section_47_enquiries", Unit.COUNT)
    assert (found["141.2"].indicator, found["141.2"].unit) == ("section_47_enquiries_rate", Unit.RATE_PER_10000)
    assert (found["14.5"].indicator, found["14.5"].unit) == ("social_worker_turnover_percent", Unit.PERCENT)


def test_a_row_that_says_how_it_counts_is_no_share(figures: Figures) -> None:
    found = by_quote(figures("Measure | 2001/02\nC18 Final warnings and convictions (ratio) | 3.1\n"))
    assert found["3.1"].unit is not Unit.PERCENT


def test_numbers_in_brackets_are_of_the_year_before_where_the_words_above_say_so(figures: Figures) -> None:
    found = figures(
        "Cabinet, 14 February 2015\n\nStaff at 31 December 2014 (previous year in brackets)\n\n"
        "Team | Vacant posts | Average caseload\nAssessment | 4.5 (6.0) | 21 (27)\nCourt | 3.0 (2.5) | 16 (17)\n"
    )
    dated = {str(figure.value): figure.period.end.isoformat() for figure in found if figure.period is not None}
    assert dated == {
        **dict.fromkeys(("4.5", "21", "3.0", "16"), "2014-12-31"),
        **dict.fromkeys(("6.0", "27", "2.5", "17"), "2013-12-31"),
    }


def test_a_column_of_shares_says_again_what_the_number_beside_it_counts(figures: Figures) -> None:
    text = (
        "Where our children live\n\nPlacement | Children | Share\nIn-house foster carers | 158 | 35.0%\n"
        "Connected carers | 58 | 12.8%\n"
    )
    found = by_quote(figures(text))
    assert found["35.0%"].indicator == "in_house_foster_placements"
    assert found["12.8%"].indicator == "connected_persons_placements"


def test_a_row_named_but_rate_is_the_rate_of_what_the_row_above_it_counts(figures: Figures) -> None:
    text = "\t2022\t2023\nOn a plan\t171\t166\nrate\t44.0\t42.7\nIn care\t301\t322\nrate\t77.4\t82.8\n"
    found = {figure.quote: (figure.indicator, figure.unit) for figure in figures(text)}
    assert found["42.7"] == ("child_protection_plan_rate", Unit.RATE_PER_10000)
    assert found["77.4"] == ("looked_after_rate", Unit.RATE_PER_10000)


def test_rows_that_do_not_say_of_whom_they_are_go_by_the_rows_above_them(figures: Figures) -> None:
    text = "\tQ1\tQ2\nLooked after at start of quarter\t409\t412\nStarted\t35\t38\nCeased\t32\t29\n"
    found = {figure.quote: figure.indicator for figure in figures(text)}
    assert found["38"] == "children_starting_to_be_looked_after"
    assert found["29"] == "children_ceasing_to_be_looked_after"


def test_rows_that_do_not_say_of_whom_they_are_go_by_the_title_of_the_record(figures: Figures) -> None:
    rows = "Indicator\tQ1\tQ2\nReviews held in timescale\t97.5%\t96.8%\nStatutory visits in timescale\t88.4%\t90.2%\n"
    found = {figure.quote: figure.indicator for figure in figures(f"LOOKED AFTER CHILDREN\n\n{rows}")}
    assert found["96.8%"] == "looked_after_reviews_within_timescale_percent"
    assert found["90.2%"] == "looked_after_visits_within_timescale_percent"


def test_a_column_of_whole_numbers_beside_averages_counts_what_its_head_names(figures: Figures) -> None:
    rows = "Harbour\t168\t7.0\t24.0\nMoorside\t203\t7.0\t29.0\nPriory\t189\t9.0\t21.0\n"
    head = "Team\tChildren allocated\tSocial workers in post (FTE)\tAverage caseload\n"
    found = {figure.quote: figure.indicator for figure in figures(head + rows)}
    assert (found["203"], found["29.0"]) == ("allocated_cases", "average_caseload")


def test_the_councils_own_homes_have_no_budget_of_bought_placements(figures: Figures) -> None:
    head = "Service\tBudget £000\tProjected outturn £000\n"
    rows = "Council's own children's homes\t2,316\t2,341\nExternal residential placements\t3,960\t4,815\n"
    found = {figure.quote: figure.indicator for figure in figures(head + rows)}
    assert (found["2,316"], found["3,960"]) == ("approved_budget", "childrens_homes_agency_budget")


def test_what_happened_is_parted_by_rows_that_add_up_to_it(figures: Figures) -> None:
    text = (
        "There were 2,418 referrals in the nine months. Where they came from is shown below.\n\n"
        "Source\tNumber\nPolice\t774\nSchools\t435\nHealth\t508\nOthers\t701\nAll\t2,418\n"
    )
    found = {figure.quote: figure.indicator for figure in figures(text)}
    assert {found[number] for number in ("774", "435", "508", "701")} == {"referrals"}


def test_a_column_whose_head_names_but_a_time_or_a_change_is_of_what_the_one_beside_it_is(figures: Figures) -> None:
    text = (
        "The split between areas would be:\n\n"
        "Area\tAgency workers at 28 February 2009\tProposed\nMarlow\t4\t7\nCoast\t3\t5\n\n"
        "Area\tChildren on plans, March\tJune\tChange\nNorth\t40\t46\t6\nSouth\t31\t29\t-2\n"
    )
    found = {figure.quote: figure.indicator for figure in figures(text)}
    assert (found["7"], found["5"]) == ("agency_staff", "agency_staff")
    assert {found[number] for number in ("46", "29", "6", "-2")} == {"child_protection_plans"}


_MONTHS_SO_FAR = Period(date(2011, 4, 1), date(2011, 7, 31), PeriodKind.DURING)
_A_YEAR_EARLIER = Period(date(2010, 4, 1), date(2010, 7, 31), PeriodKind.DURING)


@pytest.mark.parametrize(
    "head", ["Four months", "First four months", "Total", "Period total", "To date", "YTD", "Cumulative"]
)
def test_a_column_that_adds_up_months_is_of_all_of_them(figures: Figures, head: str) -> None:
    found = by_quote(figures(f"2011/12\tApril\tMay\tJune\tJuly\t{head}\nContacts\t612\t655\t701\t648\t2,616\n"))
    assert (found["2,616"].period, found["2,616"].indicator) == (_MONTHS_SO_FAR, "contacts")
    assert found["2,616"].unit is Unit.COUNT


@pytest.mark.parametrize(
    "head",
    ["Same months of 2010", "Same period last year", "Corresponding period 2010/11", "Same months in previous year"],
)
def test_a_column_of_the_same_months_of_another_year_is_of_as_many(figures: Figures, head: str) -> None:
    heads = f"2011/12\tApril\tMay\tJune\tJuly\tTotal\t{head}\n"
    found = by_quote(figures(f"{heads}Contacts\t612\t655\t701\t648\t2,616\t2,388\n"))
    assert (found["2,388"].period, found["2,388"].unit) == (_A_YEAR_EARLIER, Unit.COUNT)
    assert found["2,616"].period == _MONTHS_SO_FAR


def test_a_number_of_months_that_is_not_that_of_the_columns_before_adds_nothing_up(figures: Figures) -> None:
    found = by_quote(figures("2011/12\tApril\tMay\tTwelve months\nContacts\t612\t655\t7,416\n"))
    assert found["7,416"].period != Period(date(2011, 4, 1), date(2011, 5, 31), PeriodKind.DURING)


def test_a_year_beside_a_total_of_months_does_not_lengthen_it(figures: Figures) -> None:
    found = by_quote(
        figures("2011/12\tApril\tMay\tJune\tJuly\tTotal\t2010/11\nContacts\t612\t655\t701\t648\t2,616\t7,388\n")
    )
    assert found["2,616"].period == _MONTHS_SO_FAR
    assert found["7,388"].period == Period(date(2010, 4, 1), date(2011, 3, 31), PeriodKind.DURING)


def test_a_row_that_a_dash_marks_is_of_the_row_above_it(figures: Figures) -> None:
    rows = "2011/12\tApril\tMay\tJune\nInitial assessments\t151\t169\t174\n- % in ten working days\t74\t71\t66\n"
    found = by_quote(figures(rows))
    assert {found[quote].indicator for quote in ("74", "71", "66")} == {"initial_assessments_within_timescale_percent"}
    assert found["66"].period == Period(date(2011, 6, 1), date(2011, 6, 30), PeriodKind.DURING)
