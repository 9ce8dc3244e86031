"""Percentages and the counts that they are of, wherever a record tells those: right and with one slip."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from planting import Asker

HEAD = "ANYBOROUGH COUNCIL\n\nCABINET RECOMMENDATIONS\n\nCabinet Meeting 13 June 2019\n\n2. Record of the Decision\n\n"
BESIDE = [
    (
        "There were 164 allotment tenants at the end of May. Most paid by card. Ninety, i.e. 54.9%, paid on time. "
        "[37|47] (22.6%) paid late."
    ),
    (
        "- 412 garden permits had been issued by the end of May 2019.\n"
        "- 9 of these permits ([2.2%|2.7%]) were handed back.\n"
        "- 83 stood in the north of the town, i.e. [20.1%|21.0%]."
    ),
    "Site visits - 248, of which 173 ([69.8%|68.9%]) were within 35 days. The aim was 75%.",
    "The museum sold 612 tickets against a target of 720 ([85%|58%]) in May 2019.",
    "Reading by the age of seven – 45%, or [27|37] of 60 children.",
    "Forecast\n\nThe department expects to overspend its budget of £38.42m by £2.19m ([5.7%|7.5%]) this year.",
    "The programme for 2019/20 is £84.3m. £27.8m, that is [33%|53%], had been spent by the end of May.",
]
BY_DEFINITION = [
    (
        "There were 391 children looked after at 31 May 2019.\n\nMembers asked how far away they were.\n\n"
        "The Director said that on 31 May 2019 there were 61 ([16%|26%]) placed more than 20 miles from home."
    ),
]
LEFT_OVER = [
    "There were in May 2,310 pupils for 2,750 places, i.e. [16%|36%] of the places were surplus.",
    "The offices have 132 desks. On 31 May 107.5 were filled, a vacancy rate of [18.6%|16.8%] at that date.",
    "There were 86 hearings in May 2019. All but three of these were held in the town hall ([96.5%|69.5%]).",
]
GROWN = [
    "In numbers this means 252 complaints, compared with 336 the year before. This is a reduction of [25%|35%].",
    "Bus journeys averaged 8,460 a day, some [6.0%|9.0%] below the plan of 9,000.",
    (
        "The Council now pays £18.20 an hour for home care. Members had asked for more.\n\n"
        "Proposal\n\nThe fee for home care would go up by [8.8%|9.8%] to £19.80."
    ),
    (
        "Measure | Quarter 3 | Quarter 4\nLibrary loans | 41,200 | 46,560\nMuseum visits | 9,310 | 9,020\n\n"
        "Loans. The [13%|31%] increase in library loans on the previous quarter follows the longer hours."
    ),
]


def _side(words: str, side: int) -> str:
    return HEAD + re.sub(r"\[([^\[\]|]*)\|([^\[\]|]*)\]", rf"\{side}", words) + "\n"


@pytest.fixture(scope="module")
def asker() -> Asker:
    """Return what asks the whole way."""
    return Asker()


def _asked(asker: Asker, words: str, side: int) -> set[int]:
    return {asked.rule for asked in asker(_side(words, side))}


@pytest.mark.parametrize("words", BESIDE)
def test_a_share_beside_its_count_is_held_against_the_whole_further_up(asker: Asker, words: str) -> None:
    assert 2 not in _asked(asker, words, 1)
    assert 2 in _asked(asker, words, 2)


@pytest.mark.parametrize("words", BY_DEFINITION)
def test_a_share_with_a_known_whole_is_held_against_it_anywhere_in_the_record(asker: Asker, words: str) -> None:
    assert 2 not in _asked(asker, words, 1)
    assert 2 in _asked(asker, words, 2)


@pytest.mark.parametrize("words", LEFT_OVER)
def test_a_share_of_what_is_not_used_is_held_against_the_whole_and_what_is(asker: Asker, words: str) -> None:
    assert 2 not in _asked(asker, words, 1)
    assert 2 in _asked(asker, words, 2)


@pytest.mark.parametrize("words", GROWN)
def test_a_growth_in_per_cent_is_held_against_the_values_it_lies_between(asker: Asker, words: str) -> None:
    assert not _asked(asker, words, 1) & {2, 5}
    assert _asked(asker, words, 2) & {2, 5}


@pytest.mark.parametrize(
    "words",
    [
        "There were 164 tenants, down from 212. Of all visitors 37 (28.7%) came by bus, and 129 visitors came in all.",
        "There are 2,310 pupils for 2,750 places, and without action 26% of the places would be surplus by 2024.",
        "The site has 340 plots. Visits went up by 17% to 2,430, and 1,420 people wrote where 1,560 had before.",
        "The fee rose by 9.8% to £12.40. The deposit was £10.40 and the key cost £9.10.",
        "There were 46 hearings. All but three of the letters were sent in time (98 per cent).",
    ],
)
def test_a_percentage_of_something_else_is_left_alone(asker: Asker, words: str) -> None:
    assert not _asked(asker, words, 1) & {2, 5}
