"""Levels told in a paragraph of their own that names no day, and what needs none, asked about the whole way."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from planting import Asker
from side_by_side import asks as _asks
from side_by_side import record as _record


@pytest.fixture(scope="module")
def asker() -> Asker:
    """Return what asks the whole way."""
    return Asker()


def _alone(words: str) -> str:
    return _record("14 June 2012", f"The Cabinet Member introduced the report.\n\n{words}\n\nMembers thanked him.")


@pytest.mark.parametrize(
    "words",
    [
        "There were 28 mentoring arrangements open{}.",
        "There were 46 market stalls vacant{}.",
        "There were 31 noise notices in force{}.",
        "There were 64 beach huts under way{}.",
        "42 young carers' cases were open{}.",
        "57 tenants' appeals were outstanding{}.",
        "139 care leavers had a personal adviser{}.",
        "212 pensioners had a bus pass{}.",
        "According to the Housing Association, 58 of its flats in the town were empty{}.",
        "Members' attention was drawn to the overdue food inspections, of which there were 105{}.",
    ],
)
def test_a_level_told_alone_is_asked_about_unless_a_day_is_named(asker: Asker, words: str) -> None:
    assert _asks(asker, 16, _alone(words.format("")))
    assert not _asks(asker, 16, _alone(words.format(" on 31 May 2012")))


@pytest.mark.parametrize(
    "words",
    [
        "There were 28 replies to the consultation.",
        "There were 28 arrangements made in the year to March 2012.",
        "42 young carers' cases were opened during the quarter.",
        "12 of the flats were sold in 2011.",
        "A visitor had a plan for the 3 sites.",
        "There were 28 open days in the summer of 2011.",
    ],
)
def test_what_came_about_over_some_time_needs_no_day(asker: Asker, words: str) -> None:
    assert not _asks(asker, 16, _alone(words))


def test_a_year_in_the_title_that_is_not_over_is_no_day(asker: Asker) -> None:
    body = "The Cabinet Member introduced the report.\n\nThe number of licensed carriages stood at 301."
    assert _asks(asker, 16, _record("14 June 2012", body, title="Licensing 2012/13"))
