"""Of what time a paper's figures are, as its title or its first sentence says it in one of many ways."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from crossfoot.model import Figure, Period, PeriodKind

Figures = Callable[[str], tuple[Figure, ...]]

_SEVEN_MONTHS = (date(2013, 4, 1), date(2013, 10, 31))
_HALF = (date(2013, 4, 1), date(2013, 9, 30))
_QUARTER = (date(2013, 7, 1), date(2013, 9, 30))
_LAST_YEAR = (date(2012, 4, 1), date(2013, 3, 31))


def referrals(figures: Figures, meeting: str, title: str, first: str = "") -> Period | None:
    text = f"EXAMPLE COUNCIL\nCabinet {meeting}\n\n{title}\n\n{first}\n\nThere were 412 referrals.\n"
    return next(figure.period for figure in figures(text) if figure.quote == "412")


@pytest.mark.parametrize(
    ("title", "days"),
    [
        ("Revenue Monitoring: Position after Seven Months", _SEVEN_MONTHS),
        ("Children's Services: performance at month seven", _SEVEN_MONTHS),
        ("Performance report, period seven", _SEVEN_MONTHS),
        ("Seven-month performance report", _SEVEN_MONTHS),
        ("Monitoring report: seven months to 31 October", _SEVEN_MONTHS),
        ("Quarterly performance report to the end of September", _QUARTER),
        ("Quarterly budget monitoring to the end of September", _HALF),
        ("Weekly position, week ending Friday 6 December", (date(2013, 11, 30), date(2013, 12, 6))),
        ("Front door: week of 2 to 8 December", (date(2013, 12, 2), date(2013, 12, 8))),
        ("Referrals and assessments (1.4.13 to 30.9.13)", _HALF),
        ("Referrals and assessments, 1st to 14th November", (date(2013, 11, 1), date(2013, 11, 14))),
    ],
)
def test_a_title_says_of_what_months_or_weeks_all_is(figures: Figures, title: str, days: tuple[date, date]) -> None:
    assert referrals(figures, "10 December 2013", title) == Period(*days, PeriodKind.DURING)


@pytest.mark.parametrize(
    "title", ["Annual report", "Annual Report of the Service", "Review of the Year", "The year in figures"]
)
def test_an_annual_report_without_a_year_is_of_the_one_just_over(figures: Figures, title: str) -> None:
    assert referrals(figures, "24 June 2013", title) == Period(*_LAST_YEAR, PeriodKind.DURING)
    assert referrals(figures, "24 February 2013", title) is None


def test_figures_said_to_be_of_the_last_year_are(figures: Figures) -> None:
    said = "The statistics below are those of the last financial year."
    assert referrals(figures, "10 December 2013", "Referrals", said) == Period(*_LAST_YEAR, PeriodKind.DURING)


def test_what_is_expected_by_a_day_is_of_the_next_such_day(figures: Figures) -> None:
    text = (
        "EXAMPLE COUNCIL\nCabinet 10 December 2013\n\nRevenue Monitoring: Position after Seven Months\n\n"
        "What departments expect to spend by 31 March is set out below (£000).\n\n"
        "Service | Budget | Forecast | Variance\nChildren | 32,410 | 33,120 | 710\nAdults | 48,905 | 48,655 | (250)\n"
    )
    found = {figure.quote: figure.period for figure in figures(text)}
    assert found["32,410"] == found["33,120"] == Period(date(2013, 4, 1), date(2014, 3, 31), PeriodKind.DURING)


def test_this_year_over_a_column_of_an_annual_review_is_the_year_reviewed(figures: Figures) -> None:
    text = (
        "EXAMPLE COUNCIL\nScrutiny Commission: 25 June 2002\nChildren's Division: Annual Review 2001/02\n\n"
        ";This year;Last year\nCore assessments completed;214;156\nAdmissions to care;88;97\n"
    )
    found = {figure.quote: figure.period for figure in figures(text)}
    assert found["214"] == Period(date(2001, 4, 1), date(2002, 3, 31), PeriodKind.DURING)
    assert found["97"] == Period(date(2000, 4, 1), date(2001, 3, 31), PeriodKind.DURING)


def test_this_summers_results_are_of_the_school_year_just_over(figures: Figures) -> None:
    text = (
        "EXAMPLE COUNCIL\nScrutiny Panel\n29 September 2005\n"
        "Education of children in public care: this summer's results\n\nThirty-four were in Year 11.\n"
    )
    assert figures(text)[0].period == Period(date(2004, 9, 1), date(2005, 8, 31), PeriodKind.DURING)


@pytest.mark.parametrize(
    "said",
    [
        "Unless the report says otherwise every figure is for the last twelve months, i.e. June 2012 to May 2013.",
        "Every figure is for the twelve months June 2012 to May 2013.",
        "Unless stated otherwise the numbers are for the past year, that is June 2012 to May 2013.",
        "All numbers are for the year, namely June 2012 to May 2013, except where shown.",
    ],
)
def test_a_time_said_in_general_and_again_in_full_is_taken_in_full(figures: Figures, said: str) -> None:
    asked = referrals(figures, "9 July 2013", "Referrals", said)
    assert asked == Period(date(2012, 6, 1), date(2013, 5, 31), PeriodKind.DURING)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("On New Year's Eve we were looking after 378 children.", date(2013, 12, 31)),
        ("There were 378 looked after children on Christmas Eve.", date(2013, 12, 24)),
        ("As of last Friday 378 children were looked after.", date(2014, 1, 10)),
        ("As of yesterday 378 children were looked after.", date(2014, 1, 13)),
        ("As I write 378 children are looked after.", date(2014, 1, 14)),
    ],
)
def test_a_day_without_a_date_is_the_last_one_before_the_meeting(figures: Figures, said: str, day: date) -> None:
    found = figures(f"EXAMPLE COUNCIL\nCabinet 14 January 2014\n\nChildren looked after\n\n{said}\n")
    assert [(figure.quote, figure.period) for figure in found] == [("378", Period(day, day, PeriodKind.AS_AT))]


def test_a_table_said_to_be_of_month_ends_counts_on_the_last_day_of_each(figures: Figures) -> None:
    table = (
        "EXAMPLE COUNCIL\nSub-Group, 7 November 2012\n\nPlans by category\n\n"
        "Table 1: Children subject to a plan (month end)\n\tMar-12\tJun-12\tSep-12\nNeglect\t96\t104\t111\n"
    )
    ends = [date(2012, 3, 31), date(2012, 6, 30), date(2012, 9, 30)]
    assert [figure.period for figure in figures(table)[-3:]] == [Period(day, day, PeriodKind.AS_AT) for day in ends]


def test_what_is_told_below_a_table_of_months_is_of_them_and_not_of_the_minutes_agreed_before(figures: Figures) -> None:
    text = (
        "EXAMPLE COUNCIL\nScrutiny Sub-Committee\n\nMinutes of the meeting on 14 September 2011\n\n"
        "SS/11/22  MINUTES OF 15 JUNE 2011\nAgreed.\n\nSS/11/23  CONTACTS AND REFERRALS\n\n"
        "2011/12\tApril\tMay\tJune\tJuly\tTotal\nContacts\t612\t655\t701\t648\t2,616\n\n"
        "189 of the referrals were on children referred before within a year.\n\nRESOLVED\nThat the report be noted.\n"
    )
    found = {figure.quote: figure.period for figure in figures(text)}
    assert found["189"] == Period(date(2011, 4, 1), date(2011, 7, 31), PeriodKind.DURING)
