"""Of when figures are that were counted at an occasion that is told of once: a census, an auction, offers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from crossfoot.model import Figure

Figures = Callable[[str], tuple[Figure, ...]]


def days(figures: Figures, text: str) -> dict[str, str]:
    """Return the days of each number of a text: one, or the first and the last; "" for a number without."""
    found: dict[str, str] = {}
    for figure in figures(text):
        period = figure.period
        if period is None:
            found[figure.quote] = ""
        else:
            first, last = period.start.isoformat(), period.end.isoformat()
            found[figure.quote] = first if first == last else f"{first}/{last}"
    return found


def paper(title: str, *paragraphs: str) -> str:
    """Return a paper of a meeting on 12 November 2015 that says nowhere on what time it reports."""
    return "\n\n".join(("EXAMPLE COUNCIL\nCabinet, 12 November 2015", title, *paragraphs)) + "\n"


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("The street count took place on 14 October 2015.", "2015-10-14"),
        ("The census was taken on Thursday 1 October 2015.", "2015-10-01"),
        ("A snapshot of caseloads was taken at midnight on 9 October 2015.", "2015-10-09"),
        ("Traffic was counted on Tuesday 16 June 2015 between 7am and 7pm.", "2015-06-16"),
        ("In March 2015 team managers audited the files of all teams.", "2015-03-01/2015-03-31"),
        ("A dip sample was done in March 2015.", "2015-03-01/2015-03-31"),
        ("On 10 July 2015 officers carried out a test purchasing exercise.", "2015-07-10"),
        ("The survey ran from 2 March to 24 April 2015.", "2015-03-02/2015-04-24"),
        ("Parents were asked in May 2015 what they thought.", "2015-05-01/2015-05-31"),
        ("The by-election for Priory ward was held on 7 May 2015.", "2015-05-07"),
        ("Seven plots were put up for auction on 20 October 2015.", "2015-10-20"),
        ("The first bidding cycle closed on 25 September 2015.", "2015-09-25"),
        ("On 16 April 2015 parents were told which school had been allocated.", "2015-04-16"),
    ],
)
def test_what_is_told_behind_an_occasion_was_counted_at_it(figures: Figures, told: str, day: str) -> None:
    text = paper("A paper", told, "There were 412 of them. The others were away.", "61 came from the north.")
    assert days(figures, text) | {"412": day, "61": day} == days(figures, text)


@pytest.mark.parametrize(
    "told",
    [
        "The contract was let in October 2014.",
        "The next census will be taken on 1 October 2015.",
        "The strategy was approved on 14 May 2015.",
        "The last inspection was in June 2011.",
        "Nothing has been published since the survey of March 2015.",
    ],
)
def test_a_deed_and_an_occasion_of_another_time_date_nothing(figures: Figures, told: str) -> None:
    assert days(figures, paper("A paper", told, "There were 412 of them."))["412"] == ""


def test_an_occasion_dates_the_list_and_the_table_under_its_paragraph(figures: Figures) -> None:
    told = "The street count took place on 14 October 2015. Volunteers helped with it."
    table = "| Where | Found |\n| Canal | 12 |\n| Station | 9 |"
    found = days(figures, paper("Performance: quarter 2 2015/16", told, table, "There were 431 referrals."))
    assert found == {"12": "2015-10-14", "9": "2015-10-14", "431": "2015-07-01/2015-09-30"}


def test_an_occasion_ends_with_its_part_of_the_paper(figures: Figures) -> None:
    counted = "The street count took place on 14 October 2015.\n\nThere were 23 people."
    parts = ("1. Sleeping rough", counted, "2. Libraries", "We issued 412 tickets.")
    text = paper("Performance: quarter 2 2015/16", *parts)
    assert days(figures, text) == {"23": "2015-10-14", "412": "2015-07-01/2015-09-30"}


def test_an_inspection_dates_what_the_inspectors_saw_and_nothing_else(figures: Figures) -> None:
    text = paper(
        "Performance: quarter 2 2015/16",
        "Ofsted inspected the service in May and judged it good. There were 341 referrals. Another 56 had come back.",
    )
    assert set(days(figures, text).values()) == {"2015-07-01/2015-09-30"}


_OFFERS = "Secondary offers were sent on 2 March 2015, and primary offers on 16 April 2015."


def test_each_phase_of_school_has_its_own_day_of_offers(figures: Figures) -> None:
    text = paper(
        "School admissions: outcomes for September 2015",
        _OFFERS,
        "First preferences were met for 78.5% of secondary applicants. For Reception 2,258 were offered theirs.",
    )
    assert days(figures, text) == {"78.5%": "2015-03-02", "2,258": "2015-04-16"}


def test_days_of_offers_go_with_the_wide_heads_of_a_table(figures: Figures) -> None:
    table = "\tSecondary\t\tPrimary\n\tNumber\t%\tNumber\t%\nFirst preference\t2,234\t78.5%\t2,258\t89.9%"
    found = days(figures, paper("School admissions: outcomes for September 2015", _OFFERS, table))
    assert found == {"2,234": "2015-03-02", "78.5%": "2015-03-02", "2,258": "2015-04-16", "89.9%": "2015-04-16"}


def test_money_is_of_a_sale_and_not_of_a_survey(figures: Figures) -> None:
    sold = ("1. The auction", "The auction was held on 20 October 2015.", "The largest plot fetched £610,000.")
    asked = ("1. The survey", "The survey was held on 20 October 2015.", "The hall costs us £610,000.")
    title = "Performance: quarter 2 2015/16"
    assert days(figures, paper(title, *sold)) == {"£610,000": "2015-10-20"}
    assert days(figures, paper(title, *asked)) == {"£610,000": "2015-04-01/2016-03-31"}


def test_a_sentence_that_opens_with_its_day_dates_those_behind_it(figures: Figures) -> None:
    text = paper("Flooding", "On 26 October 2015 the river burst its banks. 312 homes were flooded.")
    assert days(figures, text) == {"312": "2015-10-26"}


def test_two_days_in_a_row_are_read_as_both(figures: Figures) -> None:
    text = paper("A visit", "Inspectors were here on 12 and 13 October 2015. They read 41 files.")
    assert days(figures, text) == {"41": "2015-10-12/2015-10-13"}
