"""Limits told by a noun, a capacity or the marks there are to be had, and what is said to have kept them."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from planting import Asker

HEAD = (
    "ANYBOROUGH COUNCIL\n\nCABINET RECOMMENDATIONS\n\nCabinet Meeting 14 November 2019\n\n2. Record of the Decision\n\n"
)
LIMITED = [
    "A maximum of fifteen places is available on each course and [fourteen|seventeen] people attended the one in May.",
    "The panel scored each tender out of 40. The successful company scored [36|46].",
    "The minimum grant payable was £500 and the smallest award made this year came to [£650|£350].",
    (
        "Members asked for the number of temps to be kept below 30. It was 24 in the first quarter, 27 in the second, "
        "[29|33] in the third and 26 in the fourth, so that the limit had been kept."
    ),
    "The hostel sleeps 18. On the night of the count [17|23] were staying there.",
    "No permit took longer than 56 days to issue. The longest took [54|64].",
    "Rents run from £74 to £118 a week. The flat in question, at [£92|£132], is among the dearer of them.",
]
LEFT_ALONE = [
    "Two did not reach the minimum of 30 marks out of 60. With 40 marks for price the winner finished with 87.",
    "The hall seats 180. Of the 260 people who had asked for tickets, 80 were turned away.",
    "A maximum of 40 plots had been planned, but 52 were let last year.",
]


def _asked(asker: Asker, words: str, side: int) -> set[int]:
    return {q.rule for q in asker(HEAD + re.sub(r"\[([^\[\]|]*)\|([^\[\]|]*)\]", rf"\{side}", words) + "\n")}


@pytest.fixture(scope="module")
def asker() -> Asker:
    """Return what asks the whole way."""
    return Asker()


@pytest.mark.parametrize("words", LIMITED)
def test_a_value_is_held_against_the_limit_told_before_it(asker: Asker, words: str) -> None:
    assert 26 not in _asked(asker, words, 1)
    assert 26 in _asked(asker, words, 2)


@pytest.mark.parametrize("words", LEFT_ALONE)
def test_a_value_that_no_limit_is_told_of_is_left_alone(asker: Asker, words: str) -> None:
    assert 26 not in _asked(asker, words, 1)
