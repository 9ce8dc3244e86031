"""Places behind the last of what was counted, "the fifth phase" of three, and what is found though there was none."""

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
PLACES = [
    "The work falls into four stages. Tenders come in the first; the [fourth|sixth] stage is the hand-over.",
    "The seven recommendations of the review were considered; recommendations 2 and [6|9] were deferred.",
    "Two proposals were before Members. The [second|third] proposal was withdrawn.",
    "Lot A is for home care, Lot B for day care and Lot C for equipment. Two firms bid for Lot [C|E].",
    "Lot 1 is the depot, Lot 2 the yard and Lot 3 the shop. Most interest was shown in Lot [2|5].",
]
PLACES_LEFT_ALONE = [
    "Two phases are complete and another two phases are planned. The third phase begins in May.",
    "Three options were listed last year. A fourth option has since come up, and the fourth option is the cheapest.",
    "Of the first two objectives one was met, and the third objective is under review.",
]
DENIALS = [
    "No objections had been received. The [petition for the scheme|objections received] were considered.",
    "All drivers hold the certificate. Those [due for renewal|without it] will be called in.",
    "The auditors found no errors in the claims. The [claims|errors found in the claims] were put right.",
]
DENIALS_LEFT_ALONE = [
    "There were no complaints about the home. The complaints received last year had all been settled.",
    "All staff have a locker. Those without a car may use the pool.",
]


def _asked(asker: Asker, words: str, side: int) -> set[int]:
    return {q.rule for q in asker(HEAD + re.sub(r"\[([^\[\]|]*)\|([^\[\]|]*)\]", rf"\{side}", words) + "\n")}


@pytest.fixture(scope="module")
def asker() -> Asker:
    """Return what asks the whole way."""
    return Asker()


@pytest.mark.parametrize(("rule", "words"), [*((30, w) for w in PLACES), *((23, w) for w in DENIALS)])
def test_what_is_not_there_is_asked_about(asker: Asker, rule: int, words: str) -> None:
    assert rule not in _asked(asker, words, 1)
    assert rule in _asked(asker, words, 2)


@pytest.mark.parametrize(
    ("rule", "words"), [*((30, w) for w in PLACES_LEFT_ALONE), *((23, w) for w in DENIALS_LEFT_ALONE)]
)
def test_what_may_be_there_is_left_alone(asker: Asker, rule: int, words: str) -> None:
    assert rule not in _asked(asker, words, 1)


_SENSE = [
    ("The lift had been {} and was in use again.", "repaired", "unrepaired"),
    ("There is {} waiting list, as every child who applied was given a place.", "no", "a"),
    ("The home was found to be {}; inspectors had no concerns about the safety of its residents.", "safe", "unsafe"),
    ("Members were {} with the report and thanked the officers for it.", "satisfied", "dissatisfied"),
    ("Because the contractor was {} to finish in time, the school opened a week late.", "unable", "able"),
    ("None of the six homes had a vacancy; all of their beds were {}.", "full", "empty"),
    ("There were no vacancies in the team, where all eight posts were {}.", "filled", "vacant"),
    ("The 12 outstanding actions were all completed, so that {} remained to be done.", "nothing", "much"),
    (
        "The home had {} requirements, and the inspector confirmed that every requirement had been met.",
        "no unmet",
        "unmet",
    ),
    ("There had been {} incidents. The inspector said that a year without an incident was unusual.", "no", "serious"),
    ("Every tenant had been visited. Those who had {} were sent a letter.", "been away", "not been visited"),
    ("No objections were received. The {} meant that the order could be made.", "lack of objections", "objections"),
]


@pytest.mark.parametrize(("words", "sound", "slip"), _SENSE)
def test_what_does_not_go_with_the_clause_beside_it_is_asked_about(
    asker: Asker, words: str, sound: str, slip: str
) -> None:
    assert not [asked for asked in asker(words.format(sound)) if asked.rule == 23]
    assert [asked for asked in asker(words.format(slip)) if asked.rule == 23]


_WAYS = [
    ("The gap {} over the period: it had been 27 percentage points and was now 23.", "narrowed", "widened"),
    ("Thefts of lead are becoming {}: 61 were reported in 2017 and 34 in 2018.", "rarer", "commoner"),
    (
        "Absence was 10.2 days per employee last year and 9.1 this year. The trend is in the {} direction.",
        "right",
        "wrong",
    ),
    ("Library loans numbered 212,400 in 2017 and 198,600 in 2018. Borrowing continues to {}.", "ebb", "rise"),
    ("Complaints numbered 212 in 2017 and 188 in 2018. They continue to {}.", "fall", "increase"),
]


@pytest.mark.parametrize(("words", "sound", "slip"), _WAYS)
def test_a_way_told_beside_its_values_is_held_against_them(asker: Asker, words: str, sound: str, slip: str) -> None:
    assert not [asked for asked in asker(HEAD + words.format(sound)) if asked.rule == 17]
    assert [asked for asked in asker(HEAD + words.format(slip)) if asked.rule == 17]
