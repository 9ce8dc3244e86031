"""Averages beside the ends of what they are the average of, however the ends are told."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from planting import Asker

HEAD = "ANYBOROUGH COUNCIL\n\nCABINET\n\nCabinet Meeting 14 November 2019\n\n2. Record of the Decision\n\n"
OUTSIDE = [
    "Journeys to school take from 9 to 41 minutes, [22|57] minutes on average.",
    "Nobody waited more than 30 days or less than 4; on average it was [12|41].",
    "The dearest place was £6,200 a week and the cheapest £2,900. The mean was £[4,100|7,400].",
    "Group sizes lie between four and nine; the average is [six|twelve].",
    "Marks ran from 31 at one end to 78 at the other, averaging [55|84].",
    "At least 12 and at most 20 places were taken each day (average [16|23]).",
    "No bid was lower than £41,000 or higher than £66,000. Bids averaged £[52,000|72,500].",
    "Carers live 3 to 18 miles from the office, the mean distance being [9|22.5] miles.",
    "The longest stay was 94 nights, the shortest 6. They averaged [31|3] nights.",
    "The lease asks for 60 to 75 per cent of rooms to be let. This year [71|52] per cent was within that band.",
    "The tanks never held less than 210 litres or more than 460; on the last day there were [305|188].",
    "The lodgers were aged from 16 to 22, with a mean age of [19|25] years.",
    "Absence, [14%|31%] for the county taken together, varies between 9% in Ash and 22% in Elm.",
    "Typical attendance was [14.2|27.8], with the smallest group at 9 and the largest at 21.",
]
LEFT_ALONE = [
    "The average age of carers was 47, and each of them looks after between one and three children.",
    "The homes have 3 to 6 beds. The average stay was 14 weeks.",
    "The average wait went up from 12 to 20 days, and is 23 days now.",
    "Caseloads ranged from 12 to 24, against a national average of 26.",
    "Fees range from £500 to £900 a week, and the average placement lasts 40 weeks.",
    "The lodgers were aged from 16 to 22, and stayed for 31 weeks on average.",
    "The average price was £412. Prices ranged from £390 to £430 last year.",
]


def _asked(asker: Asker, words: str, side: int) -> set[int]:
    return {q.rule for q in asker(HEAD + re.sub(r"\[([^\[\]|]*)\|([^\[\]|]*)\]", rf"\{side}", words) + "\n")}


@pytest.fixture(scope="module")
def asker() -> Asker:
    """Return what asks the whole way."""
    return Asker()


@pytest.mark.parametrize("words", OUTSIDE)
def test_an_average_outside_its_range_is_asked_about(asker: Asker, words: str) -> None:
    assert 26 not in _asked(asker, words, 1)
    assert 26 in _asked(asker, words, 2)


@pytest.mark.parametrize("words", LEFT_ALONE)
def test_an_average_of_another_thing_is_not_set_against_a_range(asker: Asker, words: str) -> None:
    assert 26 not in _asked(asker, words, 1)
