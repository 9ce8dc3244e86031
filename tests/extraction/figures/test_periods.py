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


BODY = "Members noted that there had been 431 referrals. There were 287 looked after children."


def test_a_record_titled_by_a_quarter_dates_its_flows_by_it_and_its_stocks_by_its_end(figures: Figures) -> None:
    found = figures(record("Children's Services Performance - Quarter 1 2015/16", BODY))
    assert periods(found) == {431: "2015-04-01/2015-06-30", 287: "2015-06-30"}


def test_the_words_beside_a_figure_go_before_the_record_s_own_period(figures: Figures) -> None:
    body = BODY.replace("There were 287", "At 31 August 2015 there were 287")
    found = figures(record("Children's Services Performance - Quarter 1 2015/16", body))
    assert periods(found) == {431: "2015-04-01/2015-06-30", 287: "2015-08-31"}
