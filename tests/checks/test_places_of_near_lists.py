"""Words that point at a place of the list beside them: there, and not there."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from planting import Asker

HEAD = "ANYBOROUGH COUNCIL\n\nCABINET\n\nCabinet Meeting 14 November 2019\n\n2. Record of the Decision\n\n"
GONE = [
    "The union raised (a) the rota, (b) the lone visits and (c) the cars. The Director would deal with [(b)|(g)].",
    "Findings\n\n(A) Doors stood open.\n(B) Logs were not kept.\n\nThe matter at [(B)|(E)] was the graver.",
    "Model 1 - one team for the whole area\nModel 2 - a team in each town\n\nModel [2|5] was preferred by staff.",
    "Five aims were set:\n\ni. reading\nii. sport\niii. health\niv. rest\nv. play\n\nOnly aim [iv|viii] is new.",
    "B1. The tenant shall insure.\nB2. The Council shall repair.\nB3. A breach of [B2|B8] ends the lease.",
    "The survey has three parts. Part 1 is on homes and Part 2 on schools. Few people filled in Part [3|5].",
    "71. PARKING\n\nThe order was made.\n\n72. MARKETS\n\nRents were set (minute [71|86] above).",
    "Remark 1: figures leave out respite.\nRemark 2: figures are provisional.\n\nSee remark [2|6] for the total.",
]
THERE = [
    "The union raised (a) the rota and (b) the lone visits. Members also heard (c) that cars were short.",
    "Two reports were before Members. The homes had fewer places (7) than the hostel (12).",
    "Aims\n\n(a) to read\n(b) to write\n\nThe duty lies in section 17 (f) of the Act.",
    "Model 1 - one team\nModel 2 - two teams\n\nModel 5 of the national study is not open to the Council.",
    "The plan has two stages. Stage 1 is over and Stage 2 begins in May.",
]


def _asked(asker: Asker, words: str, side: int) -> set[int]:
    return {q.rule for q in asker(HEAD + re.sub(r"\[([^\[\]|]*)\|([^\[\]|]*)\]", rf"\{side}", words) + "\n")}


@pytest.fixture(scope="module")
def asker() -> Asker:
    """Return what asks the whole way."""
    return Asker()


@pytest.mark.parametrize("words", GONE)
def test_a_place_that_the_list_beside_it_does_not_have_is_asked_about(asker: Asker, words: str) -> None:
    assert 30 not in _asked(asker, words, 1)
    assert 30 in _asked(asker, words, 2)


@pytest.mark.parametrize("words", THERE)
def test_what_goes_on_with_a_list_or_points_elsewhere_is_left_alone(asker: Asker, words: str) -> None:
    assert 30 not in _asked(asker, words, 1)
