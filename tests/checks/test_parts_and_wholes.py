"""Parts and wholes told over sentences, lists and tables: right and with one error."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from planting import Asker

HEAD = "ANYBOROUGH COUNCIL\n\nCABINET RECOMMENDATIONS\n\nCabinet Meeting 13 June 2019\n\n2. Record of the Decision\n\n"
MORE_THAN_ALL = [
    (36, "In May 2019 the hall had 287 members, of whom [214|314] came from the town."),
    (36, "In May 2019 Officers had heard of 276 cases, up from 204. They looked into [171|371] of these."),
    (36, "- 118 allotments at 31 May 2019\n- [84|184] of them with water"),
    (36, "In 2018/19 there were 340 children who started the reading challenge and [187|387] finished it."),
    (27, "It was agreed to do without 9.6 FTE posts, of which [7.1|17.1] had long been empty."),
    (1, "The hall would cost £412,000, of which £[306,000|603,000] was for its roof."),
]
SHARES = [
    "Appeals: 47 were decided in the year to March 2019 and 19 were allowed. That is [40|50]% and well over the mean.",
    (
        "Of the 274 plots that had been let for at least a year in May 2019, 18 had been given up. "
        "At [6.6|9.6]% this was no surprise."
    ),
    "- 304 members at the end of May 2019\n- 221 of them ([73|37]%) with a season ticket",
    (
        "Last year 2,480 people enrolled with the service. Most of them lived in the borough. Of the learners who "
        "enrolled, 1,736 completed their course, a completion rate of [70|76]%."
    ),
    "In the year to May 2019 spending on halls was £34.6m against a programme of £42.5m, a spend of [81|18]%.",
    "Contractors finished 9,250 repairs. Those done in time numbered 8,695 and made up [94|49]% of the total.",
]


def _side(words: str, side: int) -> str:
    return HEAD + re.sub(r"\[([^\[\]|]*)\|([^\[\]|]*)\]", rf"\{side}", words) + "\n"


@pytest.fixture(scope="module")
def asker() -> Asker:
    """Return what asks the whole way."""
    return Asker()


@pytest.mark.parametrize(("rule", "words"), MORE_THAN_ALL)
def test_a_part_that_is_more_than_all_is_asked_about(asker: Asker, rule: int, words: str) -> None:
    assert rule not in {asked.rule for asked in asker(_side(words, 1))}
    assert rule in {asked.rule for asked in asker(_side(words, 2))}


@pytest.mark.parametrize(
    "words",
    [
        "Of 96 letters 23 led to a visit. 68% of children walked to school; of these 203 came with a friend.",
        "Four schools account for 33 of them, and the number of bids went from 37 to 52.",
        "Of 104 people some came back. Six people accounted for 71 of those visits.",
    ],
)
def test_what_is_of_others_may_be_more_than_the_count_before_it(asker: Asker, words: str) -> None:
    assert not {asked.rule for asked in asker(_side(words, 1))} & {1, 27, 36}


@pytest.mark.parametrize("words", SHARES)
def test_a_share_told_apart_from_its_counts_is_asked_about_when_it_slips(asker: Asker, words: str) -> None:
    assert 2 not in {asked.rule for asked in asker(_side(words, 1))}
    assert 2 in {asked.rule for asked in asker(_side(words, 2))}


@pytest.mark.parametrize(
    "words",
    [
        "Of the area's 97 halls 84 were in good order, or 87%; put in terms of their users it was 83%.",
        "There were 338 members in May 2019, of whom 221 had paid. It was 56% in the year before.",
        "Of 480 bids 312 were granted. The discount for early payment is 68%.",
    ],
)
def test_a_percentage_of_others_is_no_share_of_the_counts_before_it(asker: Asker, words: str) -> None:
    assert 2 not in {asked.rule for asked in asker(_side(words, 1))}
