"""What a report says twice of the quarter or the day that it is of, and levels without a day (rules 14 to 16)."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from planting import Asker

_RECORD = (
    "Westmarch Borough Council\n\nCABINET RECOMMENDATIONS\n\nPROFORMA\n\nCabinet Meeting ..... {meeting}\n\n"
    "1. Title of Item/Report\n\n{title}\n\n2. Record of the Decision\n\n{body}\n"
)


@pytest.fixture(scope="module")
def asker() -> Asker:
    """Return what asks the whole way."""
    return Asker()


def _rules(asker: Asker, meeting: str, title: str, body: str) -> set[int]:
    return {asked.rule for asked in asker(_RECORD.format(meeting=meeting, title=title, body=body))}


_QUARTERS = [
    ("Performance for the quarter ended 30 June 2015", "Cabinet had the report on the {} quarter.", "first", "second"),
    ("Quarterly Monitoring to June 2015", "Cabinet received the report for the {} quarter.", "first", "third"),
    ("Quarterly Report", "The quarter under review, being the {} of the year, ended on 30 June.", "first", "third"),
    ("Calls in Quarter 1", "Between {} and June 2015 the centre took 41,000 calls in the quarter.", "April", "January"),
    (
        "Quarter 1 Complaints",
        "There were 30 against 36 in the previous quarter ({} 2015).",
        "January to March",
        "October to December",
    ),
    (
        "Quarter 1 Complaints",
        "Complaints fell from 41 in the quarter before (January to {} 2015) to 33.",
        "March",
        "April",
    ),
    ("Budget Monitoring", "As at 30 June 2015, that is the end of quarter {}, spending was £4m.", "one", "two"),
    ("First Quarter Outturn", "The year's first quarter, which closed on 30 {}, had been dear.", "June", "April"),
    ("Waste", "Members noted performance for April, May and {} 2015, the first quarter of the year.", "June", "July"),
    ("First Quarter", "In the quarter 61 referrals came in {}, 55 in May and 70 in June.", "April", "January"),
    (
        "Q1 Performance",
        "The first quarter was as follows.\n\nMeasure | Apr | May | {}\nReferrals | 41 | 38 | 29",
        "Jun",
        "Jul",
    ),
]


@pytest.mark.parametrize(("title", "body", "own", "other"), _QUARTERS)
def test_two_quarters_told_of_one_report_are_asked_about(
    asker: Asker, title: str, body: str, own: str, other: str
) -> None:
    assert 15 not in _rules(asker, "16 July 2015", title, body.format(own))
    assert 15 in _rules(asker, "16 July 2015", title, body.format(other))


def test_a_quarter_that_is_only_compared_with_is_let_be(asker: Asker) -> None:
    body = "The report was for quarter 2. Performance in quarter 1 had been better, and will be told of again."
    assert 15 not in _rules(asker, "12 November 2015", "Performance - Quarter 2 2015/16", body)


def test_a_months_number_with_its_thousands_is_no_date(asker: Asker) -> None:
    body = "Calls in each month were: October 4,112, November 3,987, December 3,204."
    assert 13 not in _rules(asker, "8 February 2018", "Customer Services", body)


_DAYS = [
    (
        "Monthly Digest - September 2015",
        "Unemployed residents numbered 3,104. At the end of {}, 612 homes stood empty.",
        "September",
        "June",
    ),
    (
        "Quarter 2 Report",
        "The report was for quarter 2. At 30 September 2015 41 posts were vacant; 23 staff were sick at 30 {} 2015.",
        "September",
        "April",
    ),
    (
        "Youth Justice Report to 30 September 2015",
        "At the end of September 61 were on orders. On 30 {} 2015 fourteen were in custody.",
        "September",
        "January",
    ),
]


@pytest.mark.parametrize(("title", "body", "own", "other"), _DAYS)
def test_a_level_of_an_earlier_day_than_the_reports_own_is_asked_about(
    asker: Asker, title: str, body: str, own: str, other: str
) -> None:
    assert 14 not in _rules(asker, "12 November 2015", title, body.format(own))
    assert 14 in _rules(asker, "12 November 2015", title, body.format(other))


def test_what_happened_in_a_month_of_the_reports_year_is_let_be(asker: Asker) -> None:
    body = "In September 61 carers came to the open day."
    assert 14 not in _rules(asker, "14 July 2016", "Fostering Annual Report 2015/16", body)


_LEVELS = [
    "1,204 grave spaces remained{}.",
    "164 households are approved to foster{}.",
    "{} 212 tenants were living in the schemes.",
    "In the town centre 36 shops stood empty{}.",
    "There was a backlog of 64 cases{}.",
    "Uncommitted balances amount to £4.2m{}.",
    "The number of pupils carried is 2,460{}.",
    "74 families are in receipt of short breaks{}.",
]


@pytest.mark.parametrize("words", _LEVELS)
def test_a_level_that_is_told_alone_wants_its_day(asker: Asker, words: str) -> None:
    lead = "The policy was described. "
    dated = "At 31 October 2013" if words.startswith("{}") else " at 31 October 2013"
    assert 16 not in _rules(asker, "14 November 2013", "The New Policy", lead + words.format(dated))
    assert 16 in _rules(asker, "14 November 2013", "The New Policy", lead + words.format("").strip())


def test_a_title_that_names_the_month_of_the_paper_dates_no_level(asker: Asker) -> None:
    body = "At 31 March 2016 there were 17 people whose discharge was delayed. 212 had care at home at 31 March 2016."
    assert 14 not in _rules(asker, "9 June 2016", "Performance Digest for Members, May 2016", body)
