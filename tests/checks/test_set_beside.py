"""Values set beside those of another time, place or row, and words that count or rank them: right and with one slip."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from planting import Asker

HEAD = "ANYBOROUGH COUNCIL\n\nCABINET RECOMMENDATIONS\n\nCabinet Meeting 13 June 2019\n\n2. Record of the Decision\n\n"
BESIDE = [
    "There were 961 plots let on the five sites, 119 [more|fewer] than the 842 of a year earlier.",
    "Enquiries in the quarter numbered 488, which was 31 [fewer|more] than the 519 of the first quarter.",
    "The service had 214 fostering households at the end of March, [up|down] 12 on the 202 of a year before.",
    "The agency bill came to £612k, £48k [less|more] than the £660k of the year before.",
    "Re-referrals were 23.6%, [better|worse] than a year earlier (27.9%).",
    "Attendance was 94.1%, [better|worse] than in Northmoor (92.8%).",
    "Of care leavers 58% were in work or training, [above|below] the North East's 52%.",
    "The rate was 61.2 per 10,000, [a fall|a rise] from 64.0 a year before.",
    "The average caseload is 18.4, [lower|higher] than it was in March (19.6).",
    "Nearly a third of plots, 31%, lay fallow, although it has come down a little ([33|29]% at the end of 2017).",
    "Turnover has [gone down|gone up]: it was 16.8% at the end of 2017/18 and is 14.2% now.",
    "Exclusions continue to fall - 88 in 2016/17, 71 in 2017/18 and [63|83] in 2018/19.",
    "The number of moorings [mushroomed|plummeted] from 41 in 2015 to 112.",
]
QUIET = [
    "Fourteen of the 88 wardens walked more than 20 streets, and nine more than 25.",
    "In the year 27 berths were let and 23 given up, so the number was up by four from 57.",
    "There were 40 sittings on 18 days, more than the court had planned for (30).",
]


def _asked(asker: Asker, words: str, side: int) -> set[int]:
    return {q.rule for q in asker(HEAD + re.sub(r"\[([^\[\]|]*)\|([^\[\]|]*)\]", rf"\{side}", words) + "\n")}


@pytest.fixture(scope="module")
def asker() -> Asker:
    """Return what asks the whole way."""
    return Asker()


@pytest.mark.parametrize("words", BESIDE)
def test_a_value_lies_on_the_side_of_another_that_the_word_between_them_says(asker: Asker, words: str) -> None:
    assert 17 not in _asked(asker, words, 1)
    assert 17 in _asked(asker, words, 2)


@pytest.mark.parametrize("words", QUIET)
def test_numbers_that_are_not_set_beside_each_other_are_not_asked_about(asker: Asker, words: str) -> None:
    assert 17 not in _asked(asker, words, 1)
