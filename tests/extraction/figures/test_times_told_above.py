"""Of when figures are whose time a heading, a lead-in, a caption or the paragraph above tells, and no word near."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from crossfoot.model import Figure

Figures = Callable[[str], tuple[Figure, ...]]


def days(figures: Figures, *paragraphs: str) -> dict[str, str]:
    """Return the days of each number of a paper on quarter 2 of 2015/16: one, or the first and the last."""
    text = "\n\n".join(("EXAMPLE COUNCIL\nCabinet, 12 November 2015", "Performance: quarter 2 2015/16", *paragraphs))
    found: dict[str, str] = {}
    for figure in figures(text + "\n"):
        assert figure.period, figure
        first, last = figure.period.start.isoformat(), figure.period.end.isoformat()
        found[figure.quote] = first if first == last else f"{first}/{last}"
    return found


@pytest.mark.parametrize(
    ("heading", "words", "time"),
    [
        ("2013/14 for comparison", "In that year 412 were received.", "2013-04-01/2014-03-31"),
        ("The position at 31 May 2015", "On that day 412 were open.", "2015-05-31"),
        ("Quarter 4 of 2014/15", "During that quarter 412 were received.", "2015-01-01/2015-03-31"),
        ("Same quarter of 2013/14", "412 were received.", "2013-07-01/2013-09-30"),
        ("The position a year before", "- cases open 412", "2014-09-30"),
    ],
)
def test_what_is_headed_with_another_time_is_of_it(figures: Figures, heading: str, words: str, time: str) -> None:
    assert days(figures, "431 were received.", heading, words)["412"] == time


def test_a_lead_in_that_names_an_earlier_time_dates_its_list(figures: Figures) -> None:
    found = days(figures, "In the same quarter of 2013/14 there were:", "- complaints 412", "- compliments 61")
    assert found == {"412": "2013-07-01/2013-09-30", "61": "2013-07-01/2013-09-30"}


def test_a_lead_in_that_only_compares_leaves_its_list_what_is_reported(figures: Figures) -> None:
    found = days(figures, "Compared with the same quarter of 2013/14 more came of these:", "- complaints 412")
    assert found == {"412": "2015-07-01/2015-09-30"}


@pytest.mark.parametrize("words", ["on that day", "at that date", "at that point"])
def test_a_day_of_the_paragraph_above_is_the_one_that_is_pointed_back_to(figures: Figures, words: str) -> None:
    lived = f"Where they lived {words} was as follows. In hostels there were 61."
    assert days(figures, "412 people were with us at 31 August.", lived)["61"] == "2015-08-31"


@pytest.mark.parametrize(
    ("caption", "first", "second"),
    [
        ("Visits for the half year to 30 September were:", "2013-04-01/2013-09-30", "2014-04-01/2014-09-30"),
        ("Visits in the three months to June were:", "2013-04-01/2013-06-30", "2014-04-01/2014-06-30"),
        ("Visits, year ending 30 June:", "2012-07-01/2013-06-30", "2013-07-01/2014-06-30"),
        ("Visits, May to July:", "2013-05-01/2013-07-31", "2014-05-01/2014-07-31"),
        ("Visitors inside at 30 June:", "2013-06-30", "2014-06-30"),
    ],
)
def test_bare_years_are_of_the_part_of_a_year_that_the_caption_names(
    figures: Figures, caption: str, first: str, second: str
) -> None:
    assert days(figures, caption, "\t2013\t2014\nRiverside\t812\t799") == {"812": first, "799": second}


def test_what_was_so_when_another_number_was_is_of_its_time(figures: Figures) -> None:
    found = days(figures, "812 journeys were made in the year before, when 86% of the buses were on time.")
    assert found["86%"] == found["812"]


def test_the_latest_figures_are_of_the_year_that_the_paper_says(figures: Figures) -> None:
    text = (
        "EXAMPLE COUNCIL\nCabinet, 19 October 2010\n\nTeenage pregnancy\n\n"
        "Figures come late. The latest are for 2008.\n\nThere were 212 conceptions.\n"
    )
    (found,) = (figure.period for figure in figures(text) if figure.quote == "212")
    assert found
    assert (found.start.isoformat(), found.end.isoformat()) == ("2008-01-01", "2008-12-31")
