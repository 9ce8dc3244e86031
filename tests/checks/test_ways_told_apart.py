"""Words for a way and judgements, "shorter", "worsened", "welcomed", whose values stand in sentences of their own."""

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
APART = [
    "There were sixty-two moorings a year ago. Fifty-four remain today, a [smaller|larger] fleet than there was then.",
    "Bowls fees [went up|went down]. A game is now £2.30; before September it had been £2.15.",
    "The list for plots was 870 strong in January. It had [shrunk|grown] to some 790 by the summer.",
    "There are 27 wardens at present. A year before there had been 19. The service has thus [grown|shrunk].",
    (
        "The average reply took nine working days in the first half of the year and six in the second, an "
        "[improvement|deterioration] that was put down to practice."
    ),
    "Members noted with [satisfaction|regret] that 91% of permits had been decided in time against 84% a year earlier.",
    "Re-letting took 31 days in 2016/17, 28 days in 2017/18 and 24 days in 2018/19, and is [quicker|slower] now.",
    (
        "Service | 2017/18 | 2018/19\nSwimming visits | 88,200 | 91,400\nGym visits | 44,300 | 39,900\n\n"
        "Visits for swimming were up, whereas visits to the gym went [down|up]."
    ),
]
LEFT_ALONE = [
    "Members welcomed that 17 works had been completed in the half-year, against 21 in the whole of 2018.",
    "Nearly all of the growth is in home care. In nursing homes there were 2,744, previously 2,751.",
    "Concerns about dental checks had eased: 79% were up to date, as opposed to 66% when last reported.",
    "Time matters more to children than to us. The average time was 655 days. It had been 702 in 2018.",
]


def _asked(asker: Asker, words: str, side: int) -> set[int]:
    return {q.rule for q in asker(HEAD + re.sub(r"\[([^\[\]|]*)\|([^\[\]|]*)\]", rf"\{side}", words) + "\n")}


@pytest.fixture(scope="module")
def asker() -> Asker:
    """Return what asks the whole way."""
    return Asker()


@pytest.mark.parametrize("words", APART)
def test_a_word_for_a_way_is_held_against_values_told_apart_from_it(asker: Asker, words: str) -> None:
    assert 17 not in _asked(asker, words, 1)
    assert 17 in _asked(asker, words, 2)


@pytest.mark.parametrize("words", LEFT_ALONE)
def test_words_that_speak_of_something_else_are_left_alone(asker: Asker, words: str) -> None:
    assert 17 not in _asked(asker, words, 1)
