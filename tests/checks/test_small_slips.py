"""Weekdays, repeated items, lost pounds and bounds said of all (rules 9, 26, 37 and 38)."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from planting import Asker

_HEAD = (
    "ANYBOROUGH COUNCIL\n\nCABINET RECOMMENDATIONS\n\nCabinet Meeting 12 November 2009\n\n2. Record of the Decision\n\n"
)
_SLIPS = [
    (9, "Gritting began on the night of Monday {} November.", "2", "3"),
    (9, "Members would visit the depot on 26 November (a {}).", "Thursday", "Tuesday"),
    (9, "The by-election was held on {} 5 November 2009.", "Thurs", "Weds"),
    (26, "No team had a caseload above 24; in the Assessment Team it was {}.", "22", "26"),
    (26, "No ward has more than 60 empty homes. Of the worst affected, Eastfield has {} and Dunsmore 51.", "58", "68"),
    (
        37,
        "- Three homes were rated good.\n- {}\n- None was rated bad.",
        "One was fair.",
        "Three homes were rated good.",
    ),
    (38, "Schools received £1,320 for each infant and {} for each junior.", "£935", "935"),
    (38, "Of the subsidy of £640,000, {} went to evening services and £230,000 to rural ones.", "£410,000", "410,000"),
]


@pytest.fixture(scope="module")
def asker() -> Asker:
    """Return what asks the whole way."""
    return Asker()


@pytest.mark.parametrize(("rule", "words", "sound", "slip"), _SLIPS)
def test_a_small_slip_is_asked_about_and_its_sound_twin_is_not(
    asker: Asker, rule: int, words: str, sound: str, slip: str
) -> None:
    assert not [asked for asked in asker(_HEAD + words.format(sound)) if asked.rule == rule]
    assert [asked for asked in asker(_HEAD + words.format(slip)) if asked.rule == rule]


@pytest.mark.parametrize("words", ["on Friday 8 October the rota ended", "from Friday 13 August 2010 the rota is new"])
def test_a_weekday_that_fits_a_year_near_the_meeting_is_let_be(asker: Asker, words: str) -> None:
    assert not [asked for asked in asker(f"{_HEAD}It was noted that {words}.") if asked.rule == 9]
