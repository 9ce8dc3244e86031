"""Slips in a record's own words: relations over sentences, paragraphs and tables, right and with one error."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from planting import Asker

HEAD = "ANYBOROUGH COUNCIL\n\nCABINET RECOMMENDATIONS\n\nCabinet Meeting 13 June 2019\n\n2. Record of the Decision\n\n"
COMES_BACK = [
    (
        "There were 1,246 families on the waiting list at the end of May 2019. Most had waited for under a year.\n\n"
        "Demand\n\nOf the [1,246|1,264] families 312 had two children or more."
    ),
    (
        "Measure | March 2019 | June 2019\nLibrary visits per 1,000 residents | 52.6 | 57.3\n"
        "Homes repaired in time (%) | 81.2 | 84.5\n\nCommentary\n\n"
        "Library visits came to [57.3|53.7] per 1,000 residents in June 2019, which is the best for two years."
    ),
    (
        "The lease would be taken for ten years and the annual cost of the lease would be £267,000. Members"
        " were content.\n\nRESOLVED that:\n\n1. the lease be taken at an annual cost of [£267,000|£276,000]."
    ),
    (
        "The average fare would go up by £1.45 from September. Replies to the consultation were few.\n\n"
        "RESOLVED that:\n\n1. the average fare be increased by [£1.45|£1.54]."
    ),
]


def _side(words: str, side: int) -> str:
    return HEAD + re.sub(r"\[([^\[\]|]*)\|([^\[\]|]*)\]", rf"\{side}", words) + "\n"


@pytest.fixture(scope="module")
def asker() -> Asker:
    """Return what asks the whole way."""
    return Asker()


@pytest.mark.parametrize("words", COMES_BACK)
def test_a_figure_that_comes_back_with_two_digits_changed_is_asked_about(asker: Asker, words: str) -> None:
    assert 28 not in {asked.rule for asked in asker(_side(words, 1))}
    assert 28 in {asked.rule for asked in asker(_side(words, 2))}


@pytest.mark.parametrize(
    "words",
    [
        "There were 341 children looked after in June 2019, compared with 314 in June 2018.",
        "The budget for libraries is £1.46m. The outturn for libraries was £1.64m.",
        "Visits per 1,000 residents numbered 57.3 here. The figure for England was 53.7 visits per 1,000 residents.",
        "Team | Cases | Visits\nNorth | 231 | 480\nSouth | 213 | 408\nEast | 198 | 377",
    ],
)
def test_two_figures_that_are_told_apart_are_left_alone(asker: Asker, words: str) -> None:
    assert 28 not in {asked.rule for asked in asker(_side(words, 1))}
