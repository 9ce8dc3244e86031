"""Whether the verb of a number's clause tells of a day or of a while, in reports that name but one time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from crossfoot.model import Figure

Figures = Callable[[str], tuple[Figure, ...]]

_YEAR = (date(2013, 4, 1), date(2014, 3, 31))
_LAST_DAY = (date(2014, 3, 31), date(2014, 3, 31))
_POSITION = (date(2014, 9, 30), date(2014, 9, 30))
_UP_TO_IT = (date(2014, 4, 1), date(2014, 9, 30))


def days(figure: Figure) -> tuple[date, date]:
    """Return the first and the last day of a figure."""
    assert figure.period, figure
    return figure.period.start, figure.period.end


def _in_a_report_of_the_year(words: str) -> str:
    """Return a report on 2013/14 of which ``words`` are the last paragraph."""
    return f"Annual report for 2013/14\n\nThis report covers the year 2013/14.\n\n{words}"


def _in_a_report_of_a_day(words: str) -> str:
    """Return a report on the position of a day of which ``words`` are the last paragraph."""
    return f"Report to Cabinet, 4 November 2014\n\nThe position at 30 September 2014\n\n{words}"


STATES = [
    "The Council owns 97 homes.",
    "97 businesses rent a unit from the Council.",
    "97 households now subscribe to the scheme.",
    "97 people were receiving a direct payment.",
    "The team was supporting 97 families.",
    "97 families were being supported by the intensive team.",
    "97 trees are protected by an order.",
    "97 young people were placed with independent agencies.",
    "There were 97 apprentices across the Council.",
    "We have 97 allotment holders.",
    "97 pupils held a statement.",
    "97 cases had been open for longer than a year.",
    "97 children lived with foster carers.",
    "97 bridges on the network have weak parapets.",
    "97 adults were in treatment.",
    "97 tenants were on a repayment plan.",
    "97 schools were academies.",
    "The number of tenants on Universal Credit was 97.",
    "The number of people in residential care had risen to 97.",
    "We were working with 97 young people.",
    "The register held 97 names.",
    "Officers look after 97 parks.",
    "The Council maintained 97 statements.",
    "The centre has 97 paid staff.",
    "97 volunteers help in our libraries.",
    "97 plots are left at Northgate.",
    "The crematorium has 97 benches.",
    "97 clubs held certificates.",
    "97 workers held more than 20 cases.",
    "The waiting list had grown to 97.",
    "97 appeals have still to be decided.",
    "97 bus shelters are cleaned by volunteers.",
]
"""Sentences of what there was, each with the number 97."""


@pytest.mark.parametrize("words", STATES)
def test_how_those_are_that_a_number_counts_is_of_the_last_day_of_a_year(figures: Figures, words: str) -> None:
    (figure,) = (f for f in figures(_in_a_report_of_the_year(words)) if f.value == 97)
    assert days(figure) == _LAST_DAY


@pytest.mark.parametrize("words", STATES)
def test_how_those_are_that_a_number_counts_is_of_the_day_reported(figures: Figures, words: str) -> None:
    (figure,) = (f for f in figures(_in_a_report_of_a_day(words)) if f.value == 97)
    assert days(figure) == _POSITION


DEEDS = [
    "Our libraries lent 97 books.",
    "97 people gave up smoking with our help.",
    "97 children came into care.",
    "97 households became homeless.",
    "97 people swam free of charge.",
    "There were 97 fires in council flats.",
    "97 assessments took longer than ten days.",
    "Visitors to the museum numbered 97.",
    "The number of people who left was 97.",
    "The number of new tenants was 97.",
    "The hubs were used by 97 families.",
    "97 gave some other reason.",
    "97 tenants bought their home.",
    "The wardens gave out 97 leaflets.",
    "97 posts had to be advertised again.",
]
"""Sentences of what happened, each with the number 97."""


@pytest.mark.parametrize("words", DEEDS)
def test_what_those_did_that_a_number_counts_is_of_the_stretch_up_to_the_day(figures: Figures, words: str) -> None:
    (figure,) = (f for f in figures(_in_a_report_of_a_day(words)) if f.value == 97)
    assert days(figure) == _UP_TO_IT


@pytest.mark.parametrize(
    "words",
    [
        *DEEDS,
        "97 people were living in hotels at some point in the year.",
        "The hostels serve 97 meals a day.",
        "97 carers had a review.",
        "We housed 402 families. 97 of them had a disabled child.",
        "Of the 402 who left, 97 were over sixty.",
        "We took on 120 apprentices. A plan was made for each; 97 were under nineteen.",
    ],
)
def test_what_happened_or_was_so_in_a_while_is_of_the_year(figures: Figures, words: str) -> None:
    (figure,) = (f for f in figures(_in_a_report_of_the_year(words)) if f.value == 97)
    assert days(figure) == _YEAR


def test_a_fund_is_worth_so_much_on_a_day(figures: Figures) -> None:
    (fund,) = figures(_in_a_report_of_the_year("The pension fund was worth £97m."))
    assert days(fund) == _LAST_DAY


def test_what_is_left_after_what_was_done_is_of_the_day(figures: Figures) -> None:
    found = figures(
        _in_a_report_of_the_year("Nine households were approved and four resigned, leaving 97 on our list.")
    )
    assert [days(figure) for figure in found] == [_YEAR, _YEAR, _LAST_DAY]


@pytest.mark.parametrize(
    "words",
    [
        "£97,000 of bad debts was written off.",
        "We repaid £97,000 of debt.",
        "£97,000 of arrears was recovered.",
    ],
)
def test_what_was_done_with_money_owed_is_of_the_year(figures: Figures, words: str) -> None:
    (amount,) = (f for f in figures(_in_a_report_of_the_year(words)) if f.value == 97_000)
    assert days(amount) == _YEAR


@pytest.mark.parametrize(
    "words",
    [
        "97 young people were placed through agencies.",
        "97 children were placed with relatives.",
        "Our 40 approved households offer 97 places.",
    ],
)
def test_where_children_are_placed_is_of_the_day(figures: Figures, words: str) -> None:
    found = [f for f in figures(_in_a_report_of_the_year(words)) if f.value == 97]
    assert [days(figure) for figure in found] == [_LAST_DAY]


def test_children_placed_with_adopters_were_so_in_the_year(figures: Figures) -> None:
    (figure,) = figures(_in_a_report_of_the_year("97 children were placed with adoptive families."))
    assert days(figure) == _YEAR


@pytest.mark.parametrize(
    "words",
    [
        "97 posts were vacant for much of the year.",
        "97 beds were occupied on an average day.",
        "97 flats were empty at some point.",
    ],
)
def test_what_was_so_for_a_while_is_of_the_stretch_up_to_the_day(figures: Figures, words: str) -> None:
    (figure,) = (f for f in figures(_in_a_report_of_a_day(words)) if f.value == 97)
    assert days(figure) == _UP_TO_IT


def test_parts_that_share_one_verb_share_its_time(figures: Figures) -> None:
    found = figures(
        _in_a_report_of_the_year(
            "Early help assessments: all agencies completed 386 in the year. "
            "Schools completed 197, health visitors 96, family support workers 58 and children's homes 35."
        )
    )
    assert [days(figure) for figure in found[-4:]] == [_YEAR] * 4


def test_in_the_same_period_is_the_stretch_that_was_told_of_and_not_the_day(figures: Figures) -> None:
    found = figures(
        "Report to Cabinet, 4 November 2014\n\nAt 30 September 2014 there were 161 households. Between 1 April and "
        "30 September 2014 we received 63 enquiries. Six households were approved in the same period."
    )
    assert days(found[-1]) == _UP_TO_IT


_IN_OCTOBER = "Looked after children: report for October 2013\n\nReport to the Board, 20 November 2013\n\n"
_END_OF_OCTOBER = (date(2013, 10, 31), date(2013, 10, 31))


@pytest.mark.parametrize(
    "words",
    [
        "Visits on time fell in October 2013 because two teams are short: there are 9 vacancies.",
        "We are in touch with 9 young people.",
        "The Council was looking after 9 children.",
    ],
)
def test_what_there_is_in_a_report_on_a_month_is_of_its_last_day(figures: Figures, words: str) -> None:
    found = figures(_IN_OCTOBER + words)
    assert days(found[-1]) == _END_OF_OCTOBER


def test_a_month_set_beside_the_one_reported_gives_its_last_day_too(figures: Figures) -> None:
    now, then = figures(_IN_OCTOBER + "Children looked after: 412 (September: 405)")
    assert days(now) == _END_OF_OCTOBER
    assert days(then) == (date(2013, 9, 30), date(2013, 9, 30))


@pytest.mark.parametrize(
    "words",
    [
        "Three or more placements: 9.7% of looked after children.",
        "9.7% of looked after children went missing.",
        "Child protection visits within timescale: 9.7%.",
    ],
)
def test_a_share_whose_indicator_names_a_deed_is_of_the_year(figures: Figures, words: str) -> None:
    (share,) = (f for f in figures(_in_a_report_of_the_year(words)) if str(f.value) == "9.7")
    assert days(share) == _YEAR


def test_a_bare_number_too_great_for_a_part_of_what_came_before_is_of_the_day(figures: Figures) -> None:
    found = figures(_in_a_report_of_the_year("In the year 61 people were admitted and 59 died. 402 had help at home."))
    assert days(found[-1]) == _LAST_DAY


def test_what_there_is_takes_no_stretch_of_those_behind_it_who_did_something_then(figures: Figures) -> None:
    found = figures(
        "Staffing Committee, 8 October 2012\n\nWorkforce report for the quarter to 30 September 2012\n\n"
        "97 apprentices are in post, of whom six started in the quarter."
    )
    assert [days(figure) for figure in found] == [
        (date(2012, 9, 30), date(2012, 9, 30)),
        (date(2012, 7, 1), date(2012, 9, 30)),
    ]
