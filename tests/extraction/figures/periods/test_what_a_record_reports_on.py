"""What a record reports on, by its title, its head and what it says that its figures cover."""

from __future__ import annotations

import pytest

from .told import Figures, days, periods, record

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


def test_the_years_of_a_strategy_are_not_what_a_review_of_it_reports_on(figures: Figures) -> None:
    found = figures(
        "HOUSING STRATEGY 2019-2024 - ANNUAL REVIEW\n\nHomelessness was prevented in 57% of cases.\n\n"
        "In 2019/20 there were 1,236 applications.\n"
    )
    assert found[0].period is None or found[0].period.end.year < 2024


def test_a_title_s_year_that_is_over_is_what_is_reported_though_it_names_a_part_of_the_next(figures: Figures) -> None:
    found = figures(
        "Cabinet\n4 November 2010\n\nYouth offending: performance in 2009/10 and the first half of 2010/11\n\n"
        "612 offences were recorded."
    )
    assert days(found[-1]) == "2009-04-01/2010-03-31"


def test_a_day_at_which_something_was_counted_is_not_the_record_s_own(figures: Figures) -> None:
    found = figures("At 31 March 2010 the council had 412 foster places. Twelve months later it had 431.")
    assert [figure.nature.value for figure in found] == ["actual", "actual"]


def test_the_year_of_a_minute_s_title_holds_down_to_what_was_resolved_under_it(figures: Figures) -> None:
    found = figures(
        "CABINET\n\nMinutes of the meeting held on 9 February 2016\n\n100/15 Revenue Monitoring 2015/16\n\n"
        "Spending was £4.1m over the budget.\n\n101/15 Council Tax Base and Budget 2016/17\n\n"
        "The Leader presented the report.\n\nRESOLVED\n\nThat the budget requirement of £118.9m be approved."
    )
    assert days(found[-1]) == "2016-04-01/2017-03-31"


def test_an_item_of_minutes_reports_on_the_time_that_its_opening_names(figures: Figures) -> None:
    text = (
        "Executive, 9 February 2010\n\nMinutes\n\n11. Council Tax 2010/11\n\nThe budget for 2010/11 was presented.\n\n"
        "RESOLVED: to agree it.\n\n12. Roads: six monthly report\n\n"
        "Considered: report for the half year ended 30 September 2009.\n\nCrews mended 77 potholes.\n\n"
        "RESOLVED: to note it.\n"
    )
    assert periods(figures(text)) == {77: "2009-04-01/2009-09-30"}


def test_in_a_record_that_plans_a_year_what_was_is_of_the_one_under_way(figures: Figures) -> None:
    text = (
        "Cabinet, 17 January 2013\n\nCouncil budget 2013/14\n\n"
        "Income for the year is forecast to be £290,000. The budget for 2013/14 is £4.1m.\n"
    )
    assert periods(figures(text)) == {290_000: "2012-04-01/2013-03-31", 4_100_000: "2013-04-01/2014-03-31"}


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


def test_a_title_that_says_up_to_which_quarter_of_its_year_it_reports_is_of_that_quarter(figures: Figures) -> None:
    text = (
        "Housing Services - 2 February 2012\n\nVoids and lettings 2011/12: position at the end of Quarter 3\n\n"
        "Staff numbered 61. 14 complaints were received.\n"
    )
    assert periods(figures(text)) == {61: "2011-12-31", 14: "2011-10-01/2011-12-31"}


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


def test_today_turns_to_what_is_reported(figures: Figures) -> None:
    found = figures(
        "Activity in quarter 3 of 2013/14\n\nIn April 58 children lived with agency carers; today there are 71."
    )
    assert periods(found)[71] == "2013-12-31"


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


def test_at_that_point_is_the_day_that_the_record_reports_on(figures: Figures) -> None:
    head = "Cabinet, 14 December 2022\n\nCare leavers\n\nThe figures in this section are as of 30 September 2022.\n\n"
    found = figures(f"{head}At that point the team was working with 342 young people. 214 of them were over 19.")
    assert periods(found) == {342: "2022-09-30", 214: "2022-09-30"}


def test_in_the_plan_of_a_year_the_one_before_is_told_of(figures: Figures) -> None:
    head = "Cabinet, 14 June 2004\n\nYouth Justice Plan 2004/05\n\n"
    found = figures(
        f"{head}The Manager said that 2003/04 had been a good year for the Team. It had dealt with 438 young people; "
        "in the year before that there had been 471."
    )
    assert periods(found) == {438: "2003-04-01/2004-03-31", 471: "2002-04-01/2003-03-31"}
