"""Relations whose words give every number its part: no slip of typing need explain that the numbers do not agree."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from planting import Asker

HEAD = "ANYBOROUGH COUNCIL\n\nCABINET RECOMMENDATIONS\n\nCabinet Meeting 13 June 2019\n\n2. Record of the Decision\n\n"
AVERAGES = [
    (
        "On 31 May 2019 [540|450] cases were with the five hubs. Each of them has six visitors, with an average of 18 "
        "cases "
        "to a visitor."
    ),
    (
        "Each of the seven depots has eight wardens. On 31 May 2019 the average was 11 tenants for each warden, which "
        "makes "
        "[616|704] tenants altogether."
    ),
    (
        "There were 28 mentors on 31 May 2019, seven in each of the four wards. With 12 pupils on average for a mentor "
        "the scheme reached [336|420] pupils."
    ),
    "The four offices have nine officers apiece and the average caseload is 15, giving [540|675] cases in total.",
    (
        "In May 2019 [1,020|1,224] referrals came to the six clusters, and in each there are ten practitioners. That "
        "was on average 17 referrals per practitioner."
    ),
    "[12|14] of the tenants were in arrears on 31 May 2019, owing £9,600 between them or £800 on average.",
    "By the end of May 2019 642 of the 1,100 grants had been claimed. At £[700|500] each this has brought in £449,400.",
]
STAFF = [
    "Of the [17|15] posts in the unit 11 are occupied, four are covered by agency staff and two vacant.",
    "The unit has [21|18] posts: 14 wardens, four senior wardens and three in reception.",
    "There are [19|16] posts: 12 advisers, four senior advisers and three on the telephones.",
    "Of the [24|20] posts 16 are filled, four are held by secondees, with four unfilled.",
]
STAFF += [
    "Of the [19|20] posts in May 2019 14 are filled, four are covered by agency staff with one vacant.",
    "In May 2019 the home had [22|19] staff, made up of a manager, two deputies, 14 care workers and five night staff.",
    "In May 2019 the team of [15|12] consists of ten social workers and five assistants.",
    "In May 2019 there were [18|16] posts of which 13 were occupied, three covered by secondees and two not filled.",
]
STEPS = [
    (
        "In May 2019 there were 940 calls to the centre. Of these 310 became referrals, and [205|402] of these "
        "referrals were taken further."
    ),
    "Of 640 enquiries received in May 2019 240 led to visits, and [160|310] of those visits ended in an offer.",
    "In May 2019 there had been [61|24] enquiries, from which [24|61] applications had been received.",
]
HUNDREDS = [
    "Each caller in May 2019 gave a single reason: 47% rent, 31% repairs and [22|29]% noise.",
    "Visitors were counted once: in May 2019 52% came by bus, 27% by car and [21|34]% on foot.",
    "Journeys by kind in May 2019\nBus\t52%\nCar\t27%\nCycle\t[13|19]%\nOn foot\t8%\nTotal\t100%",
    "Of the audits of May 2019 7% were outstanding, 58% good, 24% required improvement and [11|81]% were inadequate.",
]
TABLES = [
    (
        "£m\t2019/20\t2020/21\t2021/22\nBase\t310.4\t322.9\t330.2\nPay\t9.1\t6.3\t5.9\nPrices\t11.2\t8.8\t[8.4|4.8]\n"
        "Savings\t(7.8)\t(7.8)\t(6.1)\nRequirement\t322.9\t330.2\t338.4\nFunding\t(320.1)\t(324.0)\t(326.5)\n"
        "To be found\t2.8\t6.2\t11.9"
    ),
    (
        "On 31 May 2019 there were [6,240|2,640] households in the scheme, of whom 3,505 were pensioners and 2,735 of "
        "working age."
    ),
]
LISTS = [
    "[1,504|1,540] names were on the list at 31 May 2019: 118 in band A, 402 in band B, 657 in band C, 327 in D.",
    "In May 2019 52 appeals were decided; [36|32] dismissed, 13 allowed, 3 split.",
    "In May 2019 there were 37 replies: [21|12] from tenants, 9 from owners and 7 from others, mainly shops.",
    "In May 2019 the fund stood at [£9.4m|£4.9m], made up of £6.1m for schools, £2.2m for roads and £1.1m for parks.",
]
POINTS = [
    "82.9% were content in May 2019; a year before it had been 81.5%, so that it had gone up by [1.4|0.4] points."
]
FLOWS = [
    (
        "At the beginning of May 2019 there were 212 open cases; 41 began in the month, 54 finished, and at the end "
        "of it there were [199|225]."
    )
]


def _side(words: str, side: int) -> str:
    return HEAD + re.sub(r"\[([^\[\]|]*)\|([^\[\]|]*)\]", rf"\{side}", words) + "\n"


@pytest.fixture(scope="module")
def asker() -> Asker:
    """Return what asks the whole way."""
    return Asker()


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        *((24, words) for words in AVERAGES),
        *((27, words) for words in STAFF),
        *((36, words) for words in STEPS),
        *((3, words) for words in HUNDREDS),
        *((1, words) for words in (*TABLES, *LISTS)),
        *((4, words) for words in POINTS),
        *((22, words) for words in FLOWS),
    ],
)
def test_numbers_that_the_words_tie_together_are_asked_about_where_they_disagree(
    asker: Asker, rule: int, words: str
) -> None:
    assert rule not in {asked.rule for asked in asker(_side(words, 1))}
    assert rule in {asked.rule for asked in asker(_side(words, 2))}


@pytest.mark.parametrize(
    "words",
    [
        "In May 2019 there were 80 referrals in the north and 140 in the south; 120 of these referrals were assessed.",
        "The five hubs have six visitors each. The average caseload in the county is 25, and 540 cases are open.",
        "The unit has 14 posts: 10 wardens and four senior wardens. Two in reception are on loan.",
        "Of the 14 posts 12 are filled and two are covered by agency staff. Five posts were vacant in May 2018.",
        "- state schools: 1,157\n- special schools: 257\n- colleges: 354\n- other, including 46 at home: 128",
        "Each caller could give one reason or several: 47% named rent, 31% repairs and 42% noise.",
    ],
)
def test_numbers_of_other_things_beside_them_are_not(asker: Asker, words: str) -> None:
    assert not [asked.message for asked in asker(_side(words, 1)) if asked.rule in {1, 3, 24, 27, 36}]
