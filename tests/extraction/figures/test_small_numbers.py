"""Small numbers in words, and bare ones: which of them count something, and which only name, age or describe.

The figures of a passage stand in brackets, all of them and no other: "[Seven] of [19] reached it at Key Stage 2."
"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from crossfoot.model import Figure

Figures = Callable[[str], tuple[Figure, ...]]


def holds(figures: Figures, marked: str) -> None:
    found = [figure.quote for figure in figures(re.sub(r"[\[\]]", "", marked))]
    assert found == re.findall(r"\[([^\]]+)\]", marked)


@pytest.mark.parametrize(
    "marked",
    [
        "A dip sample of [twelve] by the audit team found that in [seven] the plan had ended too soon.",
        "Of [22] files read [14] were good, and in the remaining [five] the record had gaps.",
        "[Four] homes were judged good and [one] was inadequate.",
        "[Seven] of [19] pupils reached the standard.",
        "[Two] ([14%]) had reached it.",
        "Of the [nine] at the end of the course, [four] passed.",
        "There were [12] children in need and [none] subject to a plan.",
        "In-house fostering [214]; IFA [203]; connected carers [88]; residential [61].",
        "The officer said that [nine] out of the [31] had moved.",
        "The cohort had stood at [nine] the previous March.",
        "Care orders were made for [six].",
        "The service gained [nine] in 2023.",
        "The panel met on [six] occasions.",
        "The team is now down to [two], from [five] in March.",
    ],
)
def test_a_number_in_words_counts_where_its_noun_is_left_out(figures: Figures, marked: str) -> None:
    holds(figures, marked)


@pytest.mark.parametrize(
    "marked",
    [
        "There are [14] placements, which is [two] more than the budget allows.",
        "[Nine] schools were good, [one] below the average of the region.",
        "The team was [four] down on its establishment of [30].",
    ],
)
def test_a_difference_in_words_is_a_figure(figures: Figures, marked: str) -> None:
    holds(figures, marked)


def test_parts_in_brackets_that_make_up_the_number_before_them_are_figures(figures: Figures) -> None:
    holds(
        figures, "The bid is for [six] additional Housing Options Officers ([three] permanent, [three] for two years)."
    )


def test_number_is_a_verb_where_people_or_things_number_so_many(figures: Figures) -> None:
    holds(figures, "Offers made so far number [96], and [21] have been accepted. They now number [31] altogether.")


@pytest.mark.parametrize(
    "marked",
    [
        "Case number 31 was closed.",
        "RESOLVED - (1) That the report be noted.\n(2) That the fee be kept.",
        "Of the [23] care leavers who turned 19 in the year, [14] were in work.",
        "Of the [38] who turned eighteen [four] had moved.",
        "There were [140] children with no allocated worker.",
        "[34] children looked after had no allocated social worker.",
    ],
)
def test_a_number_that_names_labels_ages_or_describes_is_no_figure(figures: Figures, marked: str) -> None:
    holds(figures, marked)


def test_what_a_service_does_not_have_is_a_nought_of_its_own(figures: Figures) -> None:
    holds(figures, "The team had [no] vacancies. There were [no] unallocated cases.")


@pytest.mark.parametrize(
    "marked", ["Waits came down to [30] days.", "Sickness is running at [14] days for each worker."]
)
def test_a_stretch_of_time_that_was_come_to_is_a_figure(figures: Figures, marked: str) -> None:
    holds(figures, marked)
