"""Growth told in per cent of a value before: right, and with one slip in the percentage or in either of the values."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from planting import Asker

HEAD = "ANYBOROUGH COUNCIL\n\nCABINET RECOMMENDATIONS\n\nCabinet Meeting 13 June 2019\n\n2. Record of the Decision\n\n"
GROWN = [
    "The rolls stood at 3,910 in 2015 and 4,240 in 2018. The growth over the three years was [8.4%|3.4%].",
    "The rolls stood at [3,910|3,210] in 2015 and 4,240 in 2018. The growth over the three years was 8.4%.",
    "Membership was 1,840 in May 2018. By May 2019 it had reached [2,015|2,315], growth of 9.5%.",
    "Membership was [1,840|1,140] in May 2018. By May 2019 it had reached 2,015, growth of 9.5%.",
    "Turnover in the market was £1.36m in 2017 and in 2018 it was £1.21m, so it had lost [11.0%|14.0%].",
    "- calls answered in 2018/19: [18,240|11,240] (last year 17,905), up 1.9%",
    "- calls answered in 2018/19: 18,240 (last year [17,905|10,905]), up 1.9%",
    "Visits in 2018/19: 9,840 ([10,410|13,410] in 2017/18), down 5.5%",
    "Residential fee: £612 now, £648 from April 2020 (+[5.9%|6.9%])",
    "Lost days numbered 3,172 in May 2019 ([21.2%|24.2%]) down from 4,026.",
    (
        "At the end of May 2019 there were 386 tenants, 35 more than at the same date in 2018, when it was 351. "
        "That is a rise of [10%|40%] in a single year."
    ),
]
ANOTHERS = [
    # growth elsewhere, or of something else, is not held against the values that stand by
    "The rolls stood at 3,910 in 2015 and 4,240 in 2018. The growth in England over the three years was 5.1%.",
    "The list shrank from 840 in May 2018 to 714 in May 2019, that is by 15%.",
    "Membership was 1,840 in May 2018 and 2,015 in May 2019. Attendance was 12.4% higher, at 61%.",
]


@pytest.fixture(scope="module")
def asker() -> Asker:
    """Return what asks the whole way."""
    return Asker()


def _asked(asker: Asker, words: str, side: int) -> set[int]:
    text = HEAD + re.sub(r"\[([^\[\]|]*)\|([^\[\]|]*)\]", rf"\{side}", words) + "\n"
    return {asked.rule for asked in asker(text)}


@pytest.mark.parametrize("words", GROWN)
def test_a_slip_in_growth_or_in_what_it_leads_between_is_found(asker: Asker, words: str) -> None:
    assert not {2, 5} & _asked(asker, words, 1)
    assert {2, 5} & _asked(asker, words, 2)


@pytest.mark.parametrize("words", ANOTHERS)
def test_growth_of_something_else_is_not_asked_about(asker: Asker, words: str) -> None:
    assert not {2, 5} & _asked(asker, words, 1)
