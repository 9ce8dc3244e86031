"""Changes whose values stand elsewhere, and deficits carried on: right, with one slip, and of several years."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from planting import Asker

HEAD = "ANYBOROUGH COUNCIL\n\nCABINET RECOMMENDATIONS\n\nCabinet Meeting 13 June 2019\n\n2. Record of the Decision\n\n"
ELSEWHERE = [
    (
        "There were 342 children looked after on 31 May 2019, against 338 on 28 February 2019 and 316 on 31 May 2018."
        "\n\n3. Reasons for the Decision\n\nThe change in demand (342 children looked after on 31 May 2019, "
        "[26|36] more than a year ago) calls for a closer look."
    ),
    (
        "High needs were forecast to overspend by £2.3m. When added to the deficit of £1.2m brought forward this would "
        "produce a cumulative deficit of £[3.5|5.3]m at the year end."
    ),
    (
        "The high needs block is £31.8m and spending is put at £37.5m. The cumulative deficit was £11.4m in March and "
        "will be £[17.1|11.7]m."
    ),
]


def _asked(asker: Asker, words: str, side: int) -> set[int]:
    return {q.rule for q in asker(HEAD + re.sub(r"\[([^\[\]|]*)\|([^\[\]|]*)\]", rf"\{side}", words) + "\n")}


@pytest.fixture(scope="module")
def asker() -> Asker:
    """Return what asks the whole way."""
    return Asker()


@pytest.mark.parametrize("words", ELSEWHERE)
def test_a_change_is_held_against_values_that_stand_elsewhere(asker: Asker, words: str) -> None:
    assert 5 not in _asked(asker, words, 1)
    assert 5 in _asked(asker, words, 2)


@pytest.mark.parametrize(
    "words",
    [
        (
            "The block has £33.6m and spending is £38.9m. The cumulative deficit was £14.7m on 31 March. If nothing is "
            "done it will be £41.4m by March 2027."
        ),
        (
            "There were 342 children looked after on 31 May 2019 and 325 on 28 February 2019.\n\n"
            "The 342 children looked after on 31 May 2019, 26 more than a year ago, were well placed."
        ),
    ],
)
def test_a_change_of_other_years_is_left_alone(asker: Asker, words: str) -> None:
    assert 5 not in _asked(asker, words, 1)
