"""Words for a way whose values stand elsewhere, and leading digits that move a sum or a variance far: one slip each."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from planting import Asker

HEAD = "ANYBOROUGH COUNCIL\n\nCABINET RECOMMENDATIONS\n\nCabinet Meeting 13 June 2019\n\n2. Record of the Decision\n\n"
BACK = [
    (
        "There were 212 children subject to a child protection plan as at 31 May 2019. Visits were on time.\n\n"
        "This was [up|down] from 187 at the end of February."
    ),
    (
        "Of the bins 88.5% were emptied on time, compared with 91.2% in the previous quarter. The Director explained "
        "that the [dip|rise] was confined to one depot."
    ),
    "92% of permits were decided within eight weeks, an improvement from [84%|94%] in the quarter before.",
    "Permits numbered 61 in the two months and are running [ahead of|behind] last year, when there had been 48.",
    (
        "Grant | 2017/18 | 2018/19\nMuseum grant | £210,000 | £186,000\nTheatre grant | £90,000 | £94,000\n\n"
        "The [fall|rise] in the museum grant was foreseen."
    ),
    "New starts were actually [down|up], at 143 against 171, but tenants stayed longer.",
    "The fee for a stall was raised from [£38 to £45|£45 to £38].",
    "The value of the contract was cut from [£480,000 to £365,000|£365,000 to £480,000].",
]
BESIDE_OTHERS = [
    "Visits were running at 162 per 10,000 residents, rather [above|below] the London rate of 156.",
    "11.4% of loans came back late, [worse|better] than the 9% target.",
    "41.8% passed, a gain of 2.1 percentage points on 2018 yet still well [short|ahead] of the mean of 50.6%.",
]
LEADING = [
    (1, "The fund held £71.8m: bonds £38.2m, building societies £[20.1|80.1]m, deposits £8.6m and property £4.9m."),
    (
        1,
        (
            "The Council looked after 511 trees. They stand as follows:\n\nIn parks - 241\nIn streets - [118|318]\n"
            "In schools - 62\nIn cemeteries - 49\nOther - 41"
        ),
    ),
    (
        6,
        "The budget for libraries was £14.62m and the outturn £[15.09|51.09]m. The overspend of £470,000 was foreseen.",
    ),
]


def _asked(asker: Asker, words: str, side: int) -> set[int]:
    return {q.rule for q in asker(HEAD + re.sub(r"\[([^\[\]|]*)\|([^\[\]|]*)\]", rf"\{side}", words) + "\n")}


@pytest.fixture(scope="module")
def asker() -> Asker:
    """Return what asks the whole way."""
    return Asker()


@pytest.mark.parametrize("words", BACK)
def test_a_word_that_looks_back_is_held_against_the_values_it_means(asker: Asker, words: str) -> None:
    assert 17 not in _asked(asker, words, 1)
    assert 17 in _asked(asker, words, 2)


@pytest.mark.parametrize("words", BESIDE_OTHERS)
def test_a_value_is_held_against_the_side_of_others_that_the_words_put_it_on(asker: Asker, words: str) -> None:
    assert 17 not in _asked(asker, words, 1)
    assert 17 in _asked(asker, words, 2)


@pytest.mark.parametrize(("rule", "words"), LEADING)
def test_a_slip_in_a_leading_digit_is_asked_about_however_far_it_moves_the_sum(
    asker: Asker, rule: int, words: str
) -> None:
    assert rule not in _asked(asker, words, 1)
    assert rule in _asked(asker, words, 2)


@pytest.mark.parametrize(
    "words",
    [
        "In March 2019 the share of repairs done in time fell as low as 68.9%; by May 2019 it had recovered to 83.5%.",
        "The discount was cut from the usual 8 to 10 permits a month to none.",
        "212 bins were emptied, and the lorry cost £48,000. This was up from nowhere.",
        "Of the bins 88.5% were emptied on time, where England had 91.2%. The rise in prices was foreseen.",
    ],
)
def test_a_word_that_means_no_values_of_the_record_is_left_alone(asker: Asker, words: str) -> None:
    assert 17 not in _asked(asker, words, 1)
