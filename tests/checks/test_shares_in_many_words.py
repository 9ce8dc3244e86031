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
OF_A_BASE = [
    (
        "- 312 initial assessments had been finished in the three months to May 2019 and 268 of these, "
        "[85.9%|88.9%], had taken no longer than ten days"
    ),
    (
        "[Slide 6] Care leavers (19 to 21) at 31 May 2019\n• 141 young people\n"
        "• 133 in suitable accommodation, [94.3%|97.3%]"
    ),
    (
        "There were 168 care leavers aged 19 to 21 at 31 May 2019. 104 of them (61.9%) were in work. "
        "Suitable accommodation: [89.9%|82.9%] (151)."
    ),
]
PUT_IN = [
    "Some [38.0%|31.0%] of the 1,408 people in treatment, 535 in all, had finished by May 2019.",
    "Some 38.0% of the [1,408|1,708] people in treatment, 535 in all, had finished by May 2019.",
    "A fifth, 21.4% of the 415 licences, [89|59] in number, had lapsed in May 2019.",
    "We answered 72.0% of the 1,672 letters, that is [1,204|1,504], within a day in 2018/19.",
    "In May 2019 the team closed [84%|87%] of its 318 cases, 267 altogether, on time.",
]
SET_BESIDE = [
    (
        "Calls in the half year numbered 4,317, as against 3,206 in the same months of 2018. Of these "
        "[1,148|1,448] had "
        "led to a visit, compared with 902. The proportion had altered little (26.6% as against 28.1%)."
    ),
    (
        "Calls in the half year numbered 4,317, as against [3,206|3,506] in the same months of 2018. Of "
        "these 1,148 had "
        "led to a visit, compared with 902. The proportion had altered little (26.6% as against 28.1%)."
    ),
    (
        "There had been 2,318 bids in the quarter, 411 of which were met. In the first quarter the "
        "corresponding figures "
        "were 2,190 and 437. The proportion of bids that were met had fallen from 20.0% to [17.7%|10.7%]."
    ),
    (
        "Plot reviews rose from 402 to 486. The number completed inside 35 days rose too, from 326 to "
        "379, but as a share "
        "it slipped from [81.1%|84.1%] to 78.0%."
    ),
    (
        "Planning applications fell from 1,215 to 1,130 over the year. Those decided in eight weeks rose from 874 to "
        "[902|932], so that the rate went up from 71.9% to 79.8%."
    ),
    (
        "Visits due were 640 in the autumn and 688 in the spring. Those made in time were 512 and 598, or "
        "80.0% and [86.9%|89.9%]."
    ),
    (
        "There were 3,275 calls in the three months a year ago and 4,318 this year. Repairs ordered rose less steeply, "
        "from 1,102 to 1,287. So fewer calls are turning into repairs, 29.8% compared with [33.6%|36.6%]."
    ),
    "It was 18.0% of all tenants in 2018/19 (34 of 189) and [20.3%|23.3%] in 2017/18 (41 of 202).",
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


@pytest.mark.parametrize("words", SAID_OF_THE_TWO_BEFORE + COUNT_BEHIND + OF_A_BASE + PUT_IN)
def test_a_slip_in_a_share_is_found_however_the_words_tell_it(asker: Asker, words: str) -> None:
    assert 2 not in _asked(asker, words, 1)
    assert 2 in _asked(asker, words, 2)


@pytest.mark.parametrize("words", SET_BESIDE)
def test_a_share_that_agrees_tells_what_the_one_set_beside_it_is_of(asker: Asker, words: str) -> None:
    assert not {2, 5} & _asked(asker, words, 1)
    assert 2 in _asked(asker, words, 2)


@pytest.mark.parametrize("words", OTHERS)
def test_a_percentage_of_something_else_is_no_share_of_the_counts_beside_it(asker: Asker, words: str) -> None:
    assert 2 not in _asked(asker, words, 1)
