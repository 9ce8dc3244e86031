"""When a cell of a table was: by its column, its row, its corner and the words over it."""

from __future__ import annotations

import pytest

from .told import Figures, days, periods, record


def test_a_column_of_a_table_is_dated_by_its_heading(figures: Figures) -> None:
    found = figures(
        "Cases held:\n\n| Team | 31 July 2014 | 31 August 2014 |\n| North | 131 | 142 |\n| South | 79 | 88 |\n"
    )
    assert periods(found) == {131: "2014-07-31", 142: "2014-08-31", 79: "2014-07-31", 88: "2014-08-31"}


def test_the_columns_of_a_budget_at_a_month_are_of_the_year_and_what_was_spent_is_to_date(figures: Figures) -> None:
    table = (
        "Budget position at month 4 (£000)\n\n"
        "| Service | Budget | Actual to date | Forecast outturn | Variance |\n| Leisure | 1,240 | 845 | 1,690 | 450 |\n"
    )
    found = figures(record("Leisure", table))
    year = "2015-04-01/2016-03-31"
    assert [days(figure) for figure in found] == [year, "2015-04-01/2015-07-31", year, year]


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


def test_a_total_over_years_takes_them_together(figures: Figures) -> None:
    table = "Programme (£000):\n\n| Scheme | 2015/16 | 2016/17 | Total |\n| Roads | 9,400 | 6,150 | 15,550 |\n"
    found = figures(record("Capital Programme", table))
    assert [days(figure) for figure in found] == [
        "2015-04-01/2016-03-31",
        "2016-04-01/2017-03-31",
        "2015-04-01/2017-03-31",
    ]


def test_quarters_over_columns_take_the_year_of_the_corner(figures: Figures) -> None:
    found = figures("2012/13 | Q1 | Q2\nReferrals | 702 | 688\nAssessments | 498 | 502\n")
    assert periods(found)[688] == "2012-07-01/2012-09-30"


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


def test_a_total_before_its_years_is_of_them_all(figures: Figures) -> None:
    text = (
        "Cabinet 7 December 2006\n\nCapital programme\n\n"
        "Scheme | Total £000 | 2007/08 £000 | 2008/09 £000\nRoads | 4,200 | 2,100 | 2,100\n"
    )
    assert days(figures(text)[0]) == "2007-04-01/2009-03-31"


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


@pytest.mark.parametrize("parted", ["\n", "\n\n"], ids=["right over them", "a blank line over them"])
def test_heads_parted_by_strokes_date_the_rows_below_them(figures: Figures, parted: str) -> None:
    found = figures(
        "Half-year report 2019/20\nCabinet, 14 November 2019\n\nCARE PLANNING\n\n"
        f"Indicator / Q1 / Q2 / Target{parted}"
        "Reviews held in timescale / 97% / 96% / 98%\nVisits in timescale / 88% / 90% / 95%\n"
    )
    told = periods(found)
    assert told[97] == told[88] == "2019-04-01/2019-06-30"
    assert told[96] == told[90] == "2019-07-01/2019-09-30"


def test_a_note_of_when_others_were_counted_heads_nothing_that_follows(figures: Figures) -> None:
    found = figures(
        "Norham Council\nChildren's Services: annual report 2024/25\nScrutiny Panel, 12 June 2025\n\n"
        "Measure | 2023/24 | 2024/25\nReferrals | 1,166 | 1,098\n\nSN and England: 2024, the latest we have\n\n"
        "• Foster carers: 14 households approved, 17 left\n"
    )
    told = periods(found)
    assert told[14] == told[17] == "2024-04-01/2025-03-31"


def test_a_share_of_savings_is_of_the_year_that_they_are_of(figures: Figures) -> None:
    found = figures(
        "Norham Council\nBudget monitoring to 30 November 2023\nCabinet, 9 January 2024\n\nDelivery of savings\n\n"
        "RAG | £m | Share\nDelivered | 6.4 | 63%\nGreen | 3.7 | 37%\n"
    )
    assert {days(figure) for figure in found} == {"2023-04-01/2024-03-31"}
