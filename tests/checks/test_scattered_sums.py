"""Parts told together and a whole that the record gives further off: right, with one slip, and of something else."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from planting import Asker

HEAD = "ANYBOROUGH COUNCIL\n\nCABINET RECOMMENDATIONS\n\nCabinet Meeting 13 June 2019\n\n2. Record of the Decision\n\n"
SCATTERED = [
    (
        "On 31 May the position was:\n\n- Children in need 1,034\n- Children subject to a child protection plan 262"
        "\n\nThe number with a plan was the highest for years. Neglect was the category in 128 cases, emotional abuse "
        "in 91, physical abuse in [31|13] and sexual abuse in 12."
    ),
    (
        "There were 341 boats in the harbour on 31 May 2019. Ten years earlier there had been 263. They lay as "
        "follows:-\n\nat the north quay - 122\nat the south quay - [53|43]\non swinging moorings - 91\nashore - 75"
    ),
    (
        "There are 61 measures in the plan. 54 of these can be reported. 31 (57%) are on or better than target, "
        "8 (15%) are within tolerance and [15|25] are off target."
    ),
]


def _asked(asker: Asker, words: str, side: int) -> set[int]:
    return {q.rule for q in asker(HEAD + re.sub(r"\[([^\[\]|]*)\|([^\[\]|]*)\]", rf"\{side}", words) + "\n")}


@pytest.fixture(scope="module")
def asker() -> Asker:
    """Return what asks the whole way."""
    return Asker()


@pytest.mark.parametrize("words", SCATTERED)
def test_parts_are_held_against_a_whole_that_stands_further_off(asker: Asker, words: str) -> None:
    assert 1 not in _asked(asker, words, 1)
    assert 1 in _asked(asker, words, 2)


@pytest.mark.parametrize(
    "words",
    [
        (
            "There were 214 names on the register. Just over half, 109 in all, were under neglect; 48 were for "
            "physical injury, 38 for emotional abuse and 19 for sexual abuse. In the year 205 names were removed."
        ),
        (
            "The museum had 1,204 visitors. It sold these:\n\nposters - 121\ncards - 318\nbooks - 62\nmugs - 49\n\n"
            "The shop was open on 211 days."
        ),
        (
            "• 214 children on a child protection plan at the end of quarter\n   – it was 231 in March\n"
            "   – neglect 112, emotional abuse 79, physical 14, sexual 9\n   – 5 plans open more than two years\n"
        ),
    ],
)
def test_parts_of_something_else_are_left_alone(asker: Asker, words: str) -> None:
    assert 1 not in _asked(asker, words, 1)
