"""Slips in a record's own words: relations over sentences, paragraphs and tables, right and with one error."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from planting import Asker

HEAD = "ANYBOROUGH COUNCIL\n\nCABINET RECOMMENDATIONS\n\nCabinet Meeting 13 June 2019\n\n2. Record of the Decision\n\n"
COMES_BACK = [
    (
        "There were 1,246 families on the waiting list at the end of May 2019. Most had waited for under a year.\n\n"
        "Demand\n\nOf the [1,246|1,264] families 312 had two children or more."
    ),
    (
        "Measure | March 2019 | June 2019\nLibrary visits per 1,000 residents | 52.6 | 57.3\n"
        "Homes repaired in time (%) | 81.2 | 84.5\n\nCommentary\n\n"
        "Library visits came to [57.3|53.7] per 1,000 residents in June 2019, which is the best for two years."
    ),
    (
        "The lease would be taken for ten years and the annual cost of the lease would be £267,000. Members"
        " were content.\n\nRESOLVED that:\n\n1. the lease be taken at an annual cost of [£267,000|£276,000]."
    ),
    (
        "The average fare would go up by £1.45 from September. Replies to the consultation were few.\n\n"
        "RESOLVED that:\n\n1. the average fare be increased by [£1.45|£1.54]."
    ),
]

TOLD_AGAIN = [
    (
        "The repair of the sea wall is in the table.\n\nStretch | 2019/20 £\nNorth groyne | 1,935,000\n"
        "Promenade | 1,410,000\nHarbour arm | 1,264,000\nTotal | 4,609,000\n\n"
        "RESOLVED that:\n\n1. the programme, totalling [£4.609m|£4.069m], be approved."
    ),
    (
        "On 31 May 2019 there were 436 allotment tenants on the books. Rents are due in June. "
        "Nine of the [436|463] had not paid by the end of the month."
    ),
    (
        "The wardens spoke to 1,150 drivers. Seventeen scooters were being kept in the pound until claimed.\n\n"
        "3. Reasons for the Decision\n\nThe number of scooters kept in the pound, at present [17|71], would rise."
    ),
    (
        "The museum is likely to need £275,000 more than it was given.\n\nRESOLVED that:\n\n"
        "1. a supplementary estimate of [£275,000|£257,000] be met from balances."
    ),
]

AT_AN_END = [
    "Wardens had an average of [11|41] streets each. The longest round was 31 streets.",
    "A berth costs [£310|£910] a month on average, and the dearest single one £700.",
    "The average class had [24|34] pupils, although at Elm Lane it had been as high as 29 in May.",
    "Visitors now number [180|480] a day, down from a peak of 370 in April.",
    "Occupancy of the moorings averaged [71%|91%], ranging from 88% at the quay to only 52% upstream.",
    "A boat had [24.6|34.6] days afloat on average, varying from 19.1 days on the canal to 29.8 on the lake.",
    "The average caseload was [18|28], but this disguises a range from 13 in the town to nearly 24 in the hills.",
    "Nobody had waited less than 3 weeks for a mooring or more than 19 weeks, and the average wait was [11|21] weeks.",
    "The cheapest bid for the ferry was £1.14m and the dearest £1.72m; the one recommended came to [£1.26m|£1.96m].",
    "A mooring costs [£540|£5,400] on average (February: £515). Highest single charge £1,680.",
    "The longest anyone has waited for a berth is 61 weeks; the average is [29|92].",
    "Savings of £900,000 were found, the largest being [£240,000|£1,240,000] from the ferries.",
    "Queue | Shortest | Longest | Average\nFerry | 9 | 24 | 17\nBridge | 12 | 29 | [20|31]",
]
"""Values with the end that the words near them name: a highest, a lowest, a whole."""

MORE_THAN_ALL = [
    "By October, 338 boats had been listed and [291|391] were being surveyed.",
    "Six apprenticeships were ring-fenced for scouts this year, [4|14] filled.",
    "The harbour court made 7 rulings, upholding [5|8].",
    "The number of claims lodged was 164 (121 in 2018). At the time of the report [139|193] had been heard.",
    "There had been [97|7] letters from boat owners, from which 14 claims had resulted.",
    "We wrote to thirty-three of the forty-eight owners, and of these [seventeen|thirty-seven] answered.",
    "Calls came to 27,804 and grumbles to [913|413], of which 502 were upheld.",
]
"""What became of some of a number, told without its noun, is no more than the number."""

MOVED = [
    (
        22,
        (
            "On 31 March 2019 there were 142 households on the scheme, as compared with 156 on 30 September 2018. "
            "Thirty-one households had joined and [forty-five|fifty-four] had left. Of the households 90 paid by card."
        ),
    ),
    (
        22,
        (
            "There were 384 volunteers on 31 May 2019, an increase of 26 since 1 June 2018. In the same twelve months "
            "[81|18] volunteers had joined and 55 had left."
        ),
    ),
    (
        22,
        "The service began the year with 218 wardens and ended with [203|230]: 29 resigned, 4 retired, 18 joined.",
    ),
    (
        22,
        (
            "Number | 2017 | 2018 | 2019\nAllotment tenants at 31 March | 310 | 325 | 318\n"
            "Tenants starting in the year | 42 | 50 | [39|93]\nTenants leaving in the year | 38 | 35 | 46"
        ),
    ),
    (
        5,
        (
            "The museums programme amounted to £4.215m. With £0.38m brought in from the year before and £0.145m of new "
            "grants, the programme stood at [£4.74m|£4.47m]."
        ),
    ),
    (
        5,
        (
            "Reserves stood at £5.36m on 1 April 2019. After the forecast overspend and the £0.24m already committed "
            "they would fall to [£4.97m|£4.79m]. The forecast overspend of £150,000 is on parks."
        ),
    ),
    (
        5,
        (
            "There were 463 allotment tenants in June 2019, [28|82] more than twelve months earlier.\n\n"
            "Site | June 2018 | June 2019\nNorth | 210 | 226\nSouth | 225 | 237\nTotal | 435 | 463"
        ),
    ),
    (
        1,
        (
            "There were 318 calls on 1 May 2019. By 1 June this had gone up to 342. The breakdown at both dates is"
            " below.\n\nKind | 1 May | 1 June\nBin | 120 | 131\nRoads | 98 | [104|140]\nParks | 64 | 66\nRest | 36 | 41"
        ),
    ),
    (
        1,
        (
            "Partners' contributions for 2019/20 come to [£2.16m|£2.61m] as below.\n\n\t\t\t£000\nCounty\t\t\t1,120\n"
            "Health\t\t\t640\nPolice\t\t\t285\nOther\t\t\t115"
        ),
    ),
]

BOUNDED = [
    (26, "The longest wait was 184 days and the median [37|237] days."),
    (26, "- Audits in May: 14\n- Caseloads average 17; nobody above [24|14]"),
    (26, "Day pupils\t\t81.4%\nBoarders\t\t63.2%\nAll\t\t\t[74.9%|94.7%]"),
    (
        26,
        (
            "Measure | North | South | East | Partnership\nDays from panel to match | 143 | 171 | 128 | [149|194]\n"
            "Matches made in 2018/19 | 21 | 15 | 9 | 45"
        ),
    ),
    (27, "Agency workers were covering [17|27] of the 21 vacancies in the service."),
    (36, "Members heard that [43|63] of the 58 libraries had been painted."),
    (
        2,
        (
            "- 124.5 posts in the establishment; 101.2 filled by permanent staff\n- Vacancy rate of [18.7%|17.8%]\n"
            "- Sickness is falling"
        ),
    ),
    (36, "By the end of May 2019 1,320 cards had been issued and [1,140|1,410] of them used at least once."),
]


def _side(words: str, side: int) -> str:
    return HEAD + re.sub(r"\[([^\[\]|]*)\|([^\[\]|]*)\]", rf"\{side}", words) + "\n"


@pytest.fixture(scope="module")
def asker() -> Asker:
    """Return what asks the whole way."""
    return Asker()


@pytest.mark.parametrize("words", TOLD_AGAIN)
def test_a_figure_that_is_told_again_in_a_table_a_resolution_or_the_next_words_is_asked_about_where_it_slipped(
    asker: Asker, words: str
) -> None:
    assert 28 not in {asked.rule for asked in asker(_side(words, 1))}
    assert 28 in {asked.rule for asked in asker(_side(words, 2))}


@pytest.mark.parametrize("words", COMES_BACK)
def test_a_figure_that_comes_back_with_two_digits_changed_is_asked_about(asker: Asker, words: str) -> None:
    assert 28 not in {asked.rule for asked in asker(_side(words, 1))}
    assert 28 in {asked.rule for asked in asker(_side(words, 2))}


@pytest.mark.parametrize(
    "words",
    [
        "There were 341 children looked after in June 2019, compared with 314 in June 2018.",
        "The budget for libraries is £1.46m. The outturn for libraries was £1.64m.",
        (
            "Twenty-two were ill, 14 were carers and 25 gave other reasons for not working. It is on those twenty-five "
            "that the adviser will call. Mr Ward had 52 letters."
        ),
        "Visits per 1,000 residents numbered 57.3 here. The figure for England was 53.7 visits per 1,000 residents.",
        (
            "In team A the officers had 1,042 open cases in May 2019.\n\n"
            "In team B the officers had 1,024 open cases in May 2019."
        ),
        "Team | Cases | Visits\nNorth | 231 | 480\nSouth | 213 | 408\nEast | 198 | 377",
    ],
)
def test_two_figures_that_are_told_apart_are_left_alone(asker: Asker, words: str) -> None:
    assert 28 not in {asked.rule for asked in asker(_side(words, 1))}


@pytest.mark.parametrize(("rule", "words"), MOVED)
def test_a_balance_told_over_sentences_and_tables_is_asked_about_when_one_figure_slips(
    asker: Asker, rule: int, words: str
) -> None:
    assert rule not in {asked.rule for asked in asker(_side(words, 1))}
    assert rule in {asked.rule for asked in asker(_side(words, 2))}


@pytest.mark.parametrize(
    "words",
    [
        (
            "On 31 March 2019 there were 142 households on the scheme, as compared with 156 on 30 September 2018. "
            "Twelve households had joined by telephone and five had left without notice."
        ),
        "The team had lost 27 drivers in the year, ten of them to retirement, and 12 had been appointed.",
    ],
)
def test_what_came_and_went_is_no_part_of_another_number(asker: Asker, words: str) -> None:
    assert not {asked.rule for asked in asker(_side(words, 1))} & {1, 5, 22}


@pytest.mark.parametrize(("rule", "words"), BOUNDED)
def test_a_value_beyond_what_bounds_it_is_asked_about(asker: Asker, rule: int, words: str) -> None:
    assert rule not in {asked.rule for asked in asker(_side(words, 1))}
    assert rule in {asked.rule for asked in asker(_side(words, 2))}


@pytest.mark.parametrize("words", MORE_THAN_ALL)
def test_more_than_there_were_is_asked_about_though_the_noun_is_left_out(asker: Asker, words: str) -> None:
    assert not {asked.rule for asked in asker(_side(words, 1))} & {1, 36}
    assert {asked.rule for asked in asker(_side(words, 2))} & {1, 36}


@pytest.mark.parametrize(
    "words",
    [
        "On 1 April 310 repairs were outstanding. In the quarter 331 were reported and 352 completed.",
        "Six posts would be made: one harbour master, two advanced pilots and three newly trained pilots.",
        "The mean of 23.1 lay within the range of 19 to 28 reported by harbours.",
        "There were 12 pilots and 33 mates. The cost of these 45 posts could be met.",
        "Of 19 grumbles open at the beginning of the year and 73 new ones, 80 were closed.",
        "Of the sales 109 in all were for timber; 148 were for stone.",
        "In May 17 had come in and 21 had gone out.",
    ],
)
def test_what_is_no_part_of_a_number_may_be_more(asker: Asker, words: str) -> None:
    assert 36 not in {asked.rule for asked in asker(_side(words, 1))}


@pytest.mark.parametrize("words", AT_AN_END)
def test_a_value_beyond_the_end_that_words_name_near_it_is_asked_about(asker: Asker, words: str) -> None:
    assert 26 not in {asked.rule for asked in asker(_side(words, 1))}
    assert 26 in {asked.rule for asked in asker(_side(words, 2))}


@pytest.mark.parametrize(
    "words",
    [
        "An average of 31 walkers a day came to our busiest park in May, while the canal had six.",
        "A berth costs £310 a month on average, and the national maximum is £210.",
        "The ferries had 42 berths at an average of £3,850. The average has since gone up to £3,060.",
        "The average price was £4,870 a week, and the highest was £11,950.",
    ],
)
def test_what_is_no_end_of_a_value_bounds_it_not(asker: Asker, words: str) -> None:
    assert 26 not in {asked.rule for asked in asker(_side(words, 1))}


@pytest.mark.parametrize("mark", ["(c)", "(d)"])
def test_letters_of_what_was_agreed_are_followed_inside_a_sentence(asker: Asker, mark: str) -> None:
    minutes = f"AGREED: (a) that the talk be noted; (b) that the plan come back; and {mark} that two members visit."
    asked = {asked.rule for asked in asker(_side(f"The panel was told of the plan.\n\n{minutes}", 1))}
    assert (29 in asked) is (mark == "(d)")


@pytest.mark.parametrize(
    "words",
    [
        "The rooms cost an average of £47.50 a night, of which no more than £19.20 came back.",
        (
            "There were 497 seats in May, compared with 481 in March. Table 2 shows what has changed.\n\n"
            "Table 2\nHall | Planned | Seats\nNorth | 262 | 251\nSouth | 88 | 109\nEast | 31 | 41"
        ),
    ],
)
def test_what_is_of_another_thing_bounds_nothing(asker: Asker, words: str) -> None:
    assert not {asked.rule for asked in asker(_side(words, 1))} & {1, 26}
