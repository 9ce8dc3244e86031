"""What is measured is known of numbers whose own clause leaves it out and points back: "the figure was 28%"."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from crossfoot.model import Figure

Figures = Callable[[str], tuple[Figure, ...]]
HERE = Path(__file__).parent
_MARK = re.compile(r"\[([^\]|]+)\|(\w*)\]")


def passages() -> list[str]:
    """Return the passages, in which numbers stand with their indicators."""
    blocks = (HERE / "carried_on.txt").read_text(encoding="utf-8").split("\n\n")
    return [block.strip() for block in blocks if not block.startswith("#")]


@pytest.mark.parametrize("passage", passages())
def test_a_number_that_points_back_has_the_indicator_of_what_was_measured_before(
    figures: Figures, passage: str
) -> None:
    marks = [(mark[1], mark[2]) for mark in _MARK.finditer(passage)]
    found = {figure.quote: figure.indicator for figure in figures(_MARK.sub(r"\1", passage))}
    assert {number: found.get(number) for number, _ in marks} == dict(marks)


def test_items_indented_under_an_item_hang_on_it_and_the_list_goes_on_behind_them(figures: Figures) -> None:
    text = (
        "Protection\n\n• ICPCs\n   – 71 children, 93% within 15 working days\n"
        "• 214 children on a child protection plan\n   – it was 231 in September\n• 168 strategy meetings\n"
    )
    found = {figure.quote: figure.indicator for figure in figures(text)}
    assert found["71"] == "initial_child_protection_conferences"
    assert found["93%"] == "icpcs_within_15_working_days_percent"
    assert found["231"] == "child_protection_plans"
    assert found["168"] == "strategy_discussions"


def test_a_list_within_a_list_gives_its_lead_in_back_to_the_outer_one(figures: Figures) -> None:
    text = (
        "The number of children looked after by placement was:\n- foster carers 214\n   • of whom 96 with agencies\n"
        "- children's homes 41\n"
    )
    found = {figure.quote: figure.indicator for figure in figures(text)}
    assert found["41"] == "childrens_home_residential_placements"


def test_the_paragraph_behind_a_lead_in_and_its_table_is_no_item_of_it(figures: Figures) -> None:
    text = (
        "Cabinet, 2 March 2021\n\n"
        "3.1 The establishment of the social work service by team at 31 December 2020:\n\n"
        "Team\tPosts\tIn post\nEast\t38\t31\nWest\t64\t52\nTotal\t102\t83\n\n"
        "3.2 Contacts in the three months came to 3,412.\n\n"
        "3.3 Average caseloads were 16.3; when last reported, 15.8.\n"
    )
    found = {figure.quote: figure.indicator for figure in figures(text)}
    assert (found["3,412"], found["15.8"]) == ("contacts", "average_caseload")


def test_what_the_paragraph_above_announced_is_what_the_next_one_opens_with(figures: Figures) -> None:
    text = (
        "Leaving care: the twelve months under review\n\n"
        "Members had asked about agency social workers, who are costly.\n\n"
        "In March there were 31. There are now 22, and by the summer there should be no more than 15.\n"
    )
    assert [figure.indicator for figure in figures(text)] == ["agency_staff"] * 3


def test_a_list_that_says_by_whom_something_was_done_parts_what_was_counted(figures: Figures) -> None:
    text = (
        "742 early help assessments were undertaken in the year. They had been undertaken by the following agencies:-\n"
        "- Primary schools - 281\n- Children's Centres - 174\n- Health visitors - 287\n"
    )
    assert {figure.indicator for figure in figures(text)} == {"early_help_assessments"}


def test_a_first_item_that_says_but_how_many_counts_what_its_heading_names(figures: Figures) -> None:
    text = "Children in care\n\n- 412 in total, 9 more than in March\n- 22 placed outside the borough\n"
    found = {figure.quote: figure.indicator for figure in figures(text)}
    assert (found["412"], found["9"]) == ("looked_after_children", "looked_after_children")
