"""Relations told sentences apart, weighed against chance: right and with one slip of typing."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from planting import Asker

HEAD = "ANYBOROUGH COUNCIL\n\nCABINET RECOMMENDATIONS\n\nCabinet Meeting 13 June 2019\n\n2. Record of the Decision\n\n"
SHARES = [
    (
        "We lent 571 tools in 2018, as against 468 in 2017. Requests for a loan rose faster still, from 690 to 904, "
        "and 316 of last year's were turned down. The refusal rate of [35%|53%] is high."
    ),
    "The depot has 134 FTE posts.\n- 118.5 FTE are filled\n- 15.5 are vacant, i.e. [11.6%|16.1%]",
    "412 allotments were let in May 2019, 118 of them (just under [29%|39%]) to families.",
    (
        "Measure | May 2018 | May 2019\nLoans renewed (%) | 22.4 | [24.7|27.4]\nFines unpaid (%) | 18.3 | 15.1\n\n"
        "Commentary. The change in loans renewed concerns few people - 18 of the 73 loans in May 2019."
    ),
]
GROWTH = [
    (
        "The mills produced 41,260 tonnes of flour in 2018/19, compared with 38,940 in 2017/18. Most mills saw a "
        "similar rise: elsewhere it was 5.4% and here [6.0%|9.0%]."
    ),
    (
        "Thefts in the ten months to May numbered 5,118. For the same months in 2017/18 it was 5,733, so the fall was "
        "a shade under [11%|21%]."
    ),
]
DIFFERENCES = [
    (
        "The libraries budget for 2019/20 was fixed at £68.4m. At the end of May we were predicting spending of "
        "£74.9m, that is [£6.5m|£5.6m] too much."
    ),
    (
        "Against a net budget of £248.6m the department spent £255.9m. The overspend of [£7.3m|£3.7m] had been "
        "forecast at £6.5m in January."
    ),
]
STOCKS = [
    (
        "At 31 May 2019 there were 391 children looked after in the borough. There had been 402 at the end of "
        "February.\n\n44 children had been admitted to care during the quarter from March to May 2019 "
        "and [55|53] had left."
    ),
    (
        "There were 163 children with a child protection plan at 31 March 2019 (149 at 31 March 2018). In the "
        "course of the year 2018/19 214 children became subject to a plan and [200|209] ceased to be."
    ),
]
TOLD_AGAIN = [
    (
        "Together the pressure on the museums budget was £615,000. It was proposed to meet £400,000 of it from "
        "reserves.\n\n4. Alternative Options Considered and Rejected\n\nTo meet the whole of "
        "the [£615,000|£651,000] from reserves."
    ),
    (
        "The proposals for new fees would cost £1.04m in a full year. Members asked for details of each.\n\n"
        "4. Alternative Options Considered and Rejected\n\nTo freeze fees for a second year: this would save "
        "[£1.04m|£1.40m] in a full year."
    ),
]
SUMS = [
    (
        "Of the 108 rules in the code, 46 were for markets. Our return put 31 as fully met, [12|21] as partly met and "
        "three as not met."
    ),
]
WAYS = [
    (
        "Permits for skips have [come down|gone up] since the rules were rewritten. There were 71 in 2017/18; the "
        "count for 2018/19 is 58, of which six were free."
    ),
    (
        "The number of visits goes on [rising|falling], as the table shows.\n\n"
        "Measure | March 2017 | March 2018 | March 2019\nVisits | 252 | 258 | 267\nLoans | 410 | 402 | 399"
    ),
]
BUDGET_SIDES = [
    (
        "Spending on parks is projected to be £21.4m in 2019/20 against a budget of £20.6m. The "
        "[overspending|underspending] of £800,000 will be met from reserves."
    ),
    (
        "The Council is forecast to [underspend|overspend] by £0.6m this year.\n\n"
        "£000 | Revised budget | Forecast outturn | Variance\nParks | 84,310 | 87,025 | 2,715\n"
        "Roads | 61,275 | 57,975 | (3,300)\nTotal | 145,585 | 145,000 | (585)"
    ),
]


def _asked(asker: Asker, words: str, side: int) -> set[int]:
    text = HEAD + re.sub(r"\[([^\[\]|]*)\|([^\[\]|]*)\]", rf"\{side}", words) + "\n"
    return {asked.rule for asked in asker(text)}


@pytest.fixture(scope="module")
def asker() -> Asker:
    """Return what asks the whole way."""
    return Asker()


@pytest.mark.parametrize("words", SHARES)
def test_a_share_is_held_against_counts_sentences_away(asker: Asker, words: str) -> None:
    assert 2 not in _asked(asker, words, 1)
    assert 2 in _asked(asker, words, 2)


@pytest.mark.parametrize("words", GROWTH)
def test_a_growth_is_held_against_two_values_sentences_away(asker: Asker, words: str) -> None:
    assert not _asked(asker, words, 1) & {2, 5}
    assert _asked(asker, words, 2) & {2, 5}


@pytest.mark.parametrize("words", DIFFERENCES)
def test_a_difference_is_held_against_the_amounts_it_lies_between(asker: Asker, words: str) -> None:
    assert not _asked(asker, words, 1) & {5, 6}
    assert _asked(asker, words, 2) & {5, 6}


@pytest.mark.parametrize("words", SUMS)
def test_numbers_told_alike_behind_another_are_held_against_it_as_its_parts(asker: Asker, words: str) -> None:
    assert 1 not in _asked(asker, words, 1)
    assert 1 in _asked(asker, words, 2)


@pytest.mark.parametrize("words", WAYS)
def test_a_word_for_a_way_is_held_against_the_next_sentence_or_a_row_that_it_names(asker: Asker, words: str) -> None:
    assert 17 not in _asked(asker, words, 1)
    assert 17 in _asked(asker, words, 2)


@pytest.mark.parametrize("words", BUDGET_SIDES)
def test_the_word_for_a_variance_is_held_against_budget_and_spending_told_elsewhere(asker: Asker, words: str) -> None:
    assert 7 not in _asked(asker, words, 1)
    assert 7 in _asked(asker, words, 2)


@pytest.mark.parametrize("words", STOCKS)
def test_what_came_and_went_is_held_against_levels_told_elsewhere(asker: Asker, words: str) -> None:
    assert 22 not in _asked(asker, words, 1)
    assert 22 in _asked(asker, words, 2)


@pytest.mark.parametrize("words", TOLD_AGAIN)
def test_an_amount_told_again_with_a_slip_is_asked_about(asker: Asker, words: str) -> None:
    assert 28 not in _asked(asker, words, 1)
    assert 28 in _asked(asker, words, 2)


@pytest.mark.parametrize(
    "words",
    [
        "Occupancy had averaged 71%, and the cost per bed had risen to £3,190, compared with £2,730 in 2017/18.",
        "187 appeals were lodged in May 2019, of which 142 had been heard; 36 were upheld.",
        "We heard from 134 of the 142 tenants (94%) in May 2019. Last July it had been 91%. With eight we lost touch.",
        "Applications came down from 1,988 to 1,795 over the year, and renewals are at 17%.",
        "The net saving is put at £410,000 in the first year and £475,000 after that, with borrowing of £62,000 paid.",
    ],
)
def test_what_only_chance_brings_near_is_left_alone(asker: Asker, words: str) -> None:
    assert not _asked(asker, words, 1) & {2, 5, 6}
