"""The same four facts told in the ways that papers have: lists, headings, narrative and tables say the same."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from crossfoot.model import Figure

Figures = Callable[[str], tuple[Figure, ...]]

HEAD = "Marlow Vale Council\n\nChildren's Services: quarterly report\n\nCabinet 12 November 2015\n\n"
QUARTER, ITS_END = "2015-07-01/2015-09-30", "2015-09-30/2015-09-30"
FACTS = {
    412: ("referrals", QUARTER),
    198: ("child_protection_plans", ITS_END),
    305: ("looked_after_children", ITS_END),
    11: ("children_adopted", QUARTER),
}
WAYS = {
    "bullets, the noun first": (
        "In the quarter to 30 September 2015 there were:\n\n- referrals: 412\n"
        "- children with a child protection plan at its end: 198\n- looked after children at its end: 305\n"
        "- children adopted: 11\n"
    ),
    "bullets, the number first": (
        "The position in the quarter July to September 2015 was as follows:\n\n• 412 referrals were received\n"
        "• 198 children were subject to a child protection plan at 30 September\n"
        "• 305 children were looked after at 30 September\n• 11 children were adopted\n"
    ),
    "lines with dashes": (
        "Quarter 2 2015/16\n\nReferrals received - 412\nChildren with child protection plans - 198\n"
        "Looked after children - 305\nChildren adopted - 11\n"
    ),
    "respectively": (
        "In quarter 2 of 2015/16 the numbers of referrals and of children adopted were 412 and 11 respectively. At 30 "
        "September 2015 the numbers of child protection plans and of looked after children were 198 and 305 "
        "respectively.\n"
    ),
    "letters, at the quarter end": (
        "For the quarter ended 30 September 2015:\n(a) 412 referrals;\n"
        "(b) 198 children on child protection plans at the quarter end;\n"
        "(c) 305 looked after children at the quarter end;\n(d) 11 children adopted.\n"
    ),
    "headings that are nothing but names": (
        "Referrals\n\nThere were 412 in quarter 2 of 2015/16.\n\nChild protection plans\n\nAt 30 September 2015 there "
        "were 198.\n\nLooked after children\n\nAt 30 September 2015 there were 305.\n\nAdoption\n\nIn quarter 2 of "
        "2015/16, 11 children were adopted.\n"
    ),
    "a table with a column of times": (
        "Measure\tPeriod\tValue\nReferrals\tQ2 2015/16\t412\nChild protection plans\t30.9.15\t198\n"
        "Looked after children\t30.9.15\t305\nChildren adopted\tQ2 2015/16\t11\n"
    ),
    "narrative": (
        "Members noted that the number of referrals between July and September 2015 had been 412. By the end of "
        "September child protection plans stood at 198 and the number of looked after children at 305. In the course "
        "of the quarter 11 children had been adopted.\n"
    ),
}


@pytest.mark.parametrize("told", WAYS.values(), ids=WAYS)
def test_four_facts_are_the_same_however_they_are_told(figures: Figures, told: str) -> None:
    found = {int(f.value): (f.indicator, f"{f.period.start}/{f.period.end}") for f in figures(HEAD + told) if f.period}
    assert found == FACTS


def test_a_number_alone_below_a_question_answers_it_and_is_no_page(figures: Figures) -> None:
    asked = "How many referrals were there in July to September 2015?\n\n412.\n\n7\n\nThe panel met twice.\n"
    assert [f.quote for f in figures(HEAD + asked)] == ["412"]


def test_plans_with_which_a_quarter_ended_did_not_end(figures: Figures) -> None:
    (plans,) = figures(f"{HEAD}The quarter ended with 198 children on child protection plans.\n")
    assert plans.indicator == "child_protection_plans"


@pytest.mark.parametrize(
    "heading",
    [
        "Initial child protection conferences within 15 working days",
        "Indicator 12: Initial child protection conferences within 15 days",
        "BV162 Initial child protection conferences held within 15 days",
    ],
)
def test_a_heading_with_the_limit_or_the_code_of_a_measure_names_what_is_told_below_it(
    figures: Figures, heading: str
) -> None:
    text = f"{HEAD}{heading}\n\nPerformance was 82%, against 75% a year earlier.\n"
    assert {f.indicator for f in figures(text)} == {"icpcs_within_15_working_days_percent"}
