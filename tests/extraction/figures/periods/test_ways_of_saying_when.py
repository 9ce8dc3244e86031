"""The words that say when, and the days that they stand for."""

from __future__ import annotations

import pytest

from .told import QUARTER, QUARTER_2, Figures, days, periods, record


def test_a_figure_without_any_date_has_no_period(figures: Figures) -> None:
    (undated,) = figures("There were 287 looked after children.")
    assert undated.period is None


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


def test_a_month_of_the_quarter_reported_on_is_that_quarter_s(figures: Figures) -> None:
    body = "Plans were down from 307 in July 2014 to 240 at the end of June."
    found = figures(record("Children's Services Performance - Quarter 1 2015/16", body))
    assert periods(found) == {307: "2014-07-01/2014-07-31", 240: "2015-06-30"}


def test_visits_in_the_half_year_are_of_its_six_months(figures: Figures) -> None:
    body = "Visits totalled 318 in the half year, up 9% on the same period in 2014/15."
    found = figures(record("Leisure: Mid-Year Report 2015/16", body))
    assert periods(found) == {318: "2015-04-01/2015-09-30", 9: "2015-04-01/2015-09-30"}


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


def test_what_was_is_of_the_year_that_was_over_where_the_record_plans_the_next(figures: Figures) -> None:
    body = "In 2014/15 298 young people offended; in 2014/15 custody was rare.\n\nThe number of orders was 64."
    found = figures(record("Youth Justice Plan 2015/16", body))
    assert periods(found)[64] == "2014-04-01/2015-03-31"


def test_how_a_period_was_found_is_kept_with_its_words(figures: Figures) -> None:
    text = "In the first half of 2015/16 there were 287 referrals."
    (flow,) = figures(text)
    (how,) = (evidence for evidence in flow.evidence if evidence.field == "period")
    assert how.rule == "half"
    assert how.span
    assert how.span.cut(text) == "first half of 2015/16"


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


@pytest.mark.parametrize("words", ["today", "at the time of the meeting", "at the time of writing"])
def test_today_is_the_day_of_the_meeting(figures: Figures, words: str) -> None:
    text = f"Cabinet, 14 May 2015\n\nAt 31 March 2015 there were 64 empty shops. There were 58 empty shops {words}.\n"
    assert periods(figures(text)) == {64: "2015-03-31", 58: "2015-05-14"}


def test_the_final_quarter_is_the_years_fourth(figures: Figures) -> None:
    text = "Cabinet, 11 June 2015\n\nAnnual report 2014/15\n\nIn the final quarter 77 potholes were mended.\n"
    assert periods(figures(text)) == {77: "2015-01-01/2015-03-31"}


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


@pytest.mark.parametrize(
    "opening", ["As at 30th April 2019, 38 tenants were late.", "There were, as at 30 April 2019, 38."]
)
def test_a_day_behind_as_at_dates_what_follows_its_comma(figures: Figures, opening: str) -> None:
    text = f"Members considered a report on evictions over the period January to March 2019. {opening}"
    assert periods(figures(text)) == {38: "2019-04-30"}


def test_months_of_this_year_are_those_of_the_meetings_year(figures: Figures) -> None:
    head = "Committee, 5 September 2019\n\nHighways maintenance 2018/19\n\n"
    found = figures(f"{head}Between April and July this year 6,902 potholes were filled.")
    assert periods(found) == {6_902: "2019-04-01/2019-07-31"}


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


def test_the_past_year_in_which_families_had_been_known_before_is_not_when_they_came(figures: Figures) -> None:
    head = "Activity from April to December 2009\n\n"
    text = f"{head}Some 29% concerned families about whom there had been a call in the last twelve months."
    assert days(figures(text)[-1]) == "2009-04-01/2009-12-31"


def test_a_clause_with_where_tells_of_another_time(figures: Figures) -> None:
    found = figures("In 2017/18 we closed 38 hostels, where the year before it had been 29; five were for families.")
    assert periods(found) == {38: "2017-04-01/2018-03-31", 29: "2016-04-01/2017-03-31", 5: "2017-04-01/2018-03-31"}


def test_the_end_of_the_year_that_is_over_in_january_is_december(figures: Figures) -> None:
    head = "Cabinet, 14 January 2016\n\nHomelessness: April to December 2015\n\n"
    found = figures(head + "At the end of the year 61 households were in hotels.")
    assert periods(found) == {61: "2015-12-31"}
