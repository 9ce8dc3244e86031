"""Shares told in words that no list of them would hold: right, and with one slip in any of the three numbers."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from planting import Asker

HEAD = "ANYBOROUGH COUNCIL\n\nCABINET RECOMMENDATIONS\n\nCabinet Meeting 13 June 2019\n\n2. Record of the Decision\n\n"
SAID_OF_THE_TWO_BEFORE = [
    (
        "In the term [412|442] reviews of plans had been due, of which 347 were held on time. At 84.2% this was "
        "better than in the spring."
    ),
    (
        "[1,306|1,606] planning applications came in and 1,104 of them were decided within eight weeks. At 84.5% "
        "performance was above the standard of 70%."
    ),
    "Rent statements went out to 418 of the [486|586] tenants in arrears. At 86.0% we are still short of it.",
    "As to young carers, there had been 48 in the survey. 17 had had a break in the year, which at [35%|38%] is high.",
    "The fund received [318|348] bids. Panels turned down 115 of them, in other words 36.2%.",
    "The fund received 318 bids. Panels turned down [115|145] of them, in other words 36.2%.",
    "We let [612|642] properties. Transfers accounted for 214 of them, and so for 35.0%.",
    "Inspectors called at 214 premises. 32 failed, which at [15%|18%] is much too many.",
    (
        "Appeals lodged went up from 212 to [248|278], and 87 of this year's were upheld. The success rate of 35.1% "
        "disappointed members."
    ),
]
COUNT_BEHIND = [
    (
        "The duty team took 9,416 contacts (8,873 in the year before). Decisions inside one working day: "
        "[91.8%|94.8%], being 8,644 contacts."
    ),
    (
        "The duty team took 9,416 contacts (8,873 in the year before). Decisions inside one working day: "
        "91.8%, being [8,644|8,944] contacts."
    ),
    (
        "- calls to the contact centre: 18,240 (17,905), up 1.9%\n"
        "- calls answered within a minute: 71.2%, that is [12,987|15,987] calls (68.4%)"
    ),
    "Those seen within a day were 72.0%: 1,204 of the 1,672 (last year [77.4%|70.4%]: 1,021 of the 1,319).",
]
OTHERS = [
    # what a percentage is said of, in words of its own, is no share of what stands before it
    "1,906 penalty notices were sent in 2018/19, 88% for term-time holidays (2017/18: 1,544).",
    "There were 1,406 warnings in 2018/19 and they involved 812 pupils, 78 per cent of them boys.",
    (
        "In 2018/19 the service took 702 applications. A duty was accepted in 388 of these, the main reasons being the "
        "end of a tenancy (41%) and parents no longer willing (22%)."
    ),
    "At Key Stage 2 the percentage of pupils attaining Level 4 in 2019 was 76 in English, 73 in maths and 85 in art.",
]


@pytest.fixture(scope="module")
def asker() -> Asker:
    """Return what asks the whole way."""
    return Asker()


def _asked(asker: Asker, words: str, side: int) -> set[int]:
    text = HEAD + re.sub(r"\[([^\[\]|]*)\|([^\[\]|]*)\]", rf"\{side}", words) + "\n"
    return {asked.rule for asked in asker(text)}


@pytest.mark.parametrize("words", SAID_OF_THE_TWO_BEFORE + COUNT_BEHIND)
def test_a_slip_in_a_share_is_found_however_the_words_tell_it(asker: Asker, words: str) -> None:
    assert 2 not in _asked(asker, words, 1)
    assert 2 in _asked(asker, words, 2)


@pytest.mark.parametrize("words", OTHERS)
def test_a_percentage_of_something_else_is_no_share_of_the_counts_beside_it(asker: Asker, words: str) -> None:
    assert 2 not in _asked(asker, words, 1)
