"""Relations whose every part the words name, so that no slip of typing need explain an error: right and wrong."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from planting import Asker

HEAD = "ANYBOROUGH COUNCIL\n\nCABINET RECOMMENDATIONS\n\nCabinet Meeting 13 June 2019\n\n2. Record of the Decision\n\n"
POSTS = [
    "The establishment of the museum is 38.0 FTE; in post 31.5 FTE; vacant [6.5|9.0] FTE.",
    "Posts in the planning team on 31 May: 32. Filled: [27|24]. Vacant: 5.",
    "With 27 of the posts filled and five vacant, the establishment of [32|36] was not reached on 31 May.",
    "31.5 FTE were in post on 31 May and [6.5|9.5] FTE were vacant against a budgeted establishment of 38.0 FTE.",
    (
        "On 31 May the library was funded for [32|37] staff. It employs 24, with a further three from agencies and "
        "five posts unfilled."
    ),
]
POSTS_THAT_ARE_SOUND = [
    "Of 32 posts in May 27 were filled, three of them by agency staff, and five were vacant.",
    "On 31 May the establishment was 38.0 FTE. 24.0 FTE were in post and 6.5 FTE vacant, the rest being frozen.",
    "In May the establishment was 38 FTE, with 41 people in post and no vacancies.",
    "Vacancies fell from nine to five of the 32 posts in May, and 24 were filled.",
    "On 31 May there were 32 posts, of which 24 were permanently filled and five vacant, the others being shared.",
]
TOTALS = [
    "The home has 14 wardens, 6 seniors and 2 cooks. Its complement is [22|25].",
    "In May the panel was made up of 5 councillors, 4 parents and 3 teachers. Membership therefore stood at [12|14].",
    "In May we held nine walks in the north, eleven in the west and seven in the park, [27|37] over the year.",
    "Loans in May by kind:\n\n- fiction: 212\n- history: 146\n- music: 97\n\nTotal: [455|555]",
    "In May there were 212 loans of fiction, 146 of history and 97 of music; the figure for all three is [455|525].",
    "The nursery took on 9 gardeners, 4 apprentices and 3 wardens in May. That makes a staff of [16|19].",
]
NO_TOTALS = [
    "In May there were 212 loans of fiction, 146 of history and 97 of music. The total stock is 4,120.",
    "The home has 14 wardens, 6 seniors and 2 cooks. The complement of the other home is 25.",
    "In May we held nine walks in the north, eleven in the west and seven in the park, and 412 people came in all.",
    "Loans in May by kind, of which the main ones were:\n\n- fiction: 212\n- history: 146\n- music: 97\n\nTotal: 955",
    "The panel had 5 councillors, 4 parents and 3 teachers, of whom two were new. Membership will be 14 from July.",
]
DIVIDED = [
    (1, "In May the 146 young people divide into 42 under ten, 71 between ten and 14 and [33|53] who are older."),
    (
        1,
        (
            "The club had 1,288 members in May. By age they divide into 100 under eight, 859 between eight and 13, and "
            "[329|239] who are 14 or over."
        ),
    ),
    (3, "Moorings are split between residents ([38%|58%]), visitors (51%) and traders (11%), there being no others."),
    (
        3,
        "Money for the pier is from the Council (45%), the harbour (28%) and shops ([27%|17%]), no other giving any.",
    ),
]
ROLLED = [
    (5, "Allotment tenants\n\nOpening number: 558\nNet change: +79\nClosing number: [637|437]"),
    (5, "Allotment tenants\n\nOpening number: 558\nNet movement: -79\nClosing number: [479|637]"),
    (22, "92 people joined the scheme in 2018/19 and 112 left it. From 229 the list moved to [209|290]."),
    (22, "In 2018/19 92 people joined the choir and 112 left. From 229 its membership shrank to [209|249]."),
]
MULTIPLES = [
    "There were 64 boats in the harbour in May 2018 and [131|97] in May 2019, twice as many.",
    "Thefts of cycles fell by a third, from 120 in April to [82|97] in May.",
    "There were [97|71] loans in May, a fifth fewer than the 120 of the month before.",
    "48 people came to the first walk in May and half that, [24|31], to the second.",
    "We spent £412,000 on the pier in May, twice as much as the [£209,000|£164,000] of a year before.",
    "The choir had 218 singers in May 2019, three times the number in May 2015 ([71|96]).",
]
NO_MULTIPLES = [
    "There were 64 boats and 97 canoes in May, twice as many as in 2009.",
    "In the north there were 64 boats in May and in the south 97, a third more than the target.",
    "In May fees were twice as high in the 12 outer bays as in the 40 others.",
    "412 adults and 164 children came in May, a third more than expected.",
    "Of the 120 loans in May a third, 41, were late and 62 were renewed twice.",
]
TAKEN_UP = [
    "In May the Council received 127 complaints; of the [127|121], 84 were answered in ten days.",
    "Inspectors looked at 186 boats in May and found that 61 of the [186|168] were safe.",
    "£4.9m was set aside for the pier in May, but only £1.2m of the [£4.9m|£9.4m] has been spent.",
    "While 219 boats were on the register in May, 40 of the [219|291] had been there before.",
]
NOT_TAKEN_UP = [
    "In May there were 127 complaints, and 84 of the 121 enquiries were answered within ten days.",
    "The Council has 127 moorings, and in May 84 of the 121 in the south were taken.",
    "In May 127 boats were moored here, and 40 of the 121 boats in use were for sale.",
    "In May 127 boats were moored here, and 40 of the 121 owned by residents were for sale.",
    "In May we had 127 complaints, 84 of the 121 last year having been answered.",
    "127 boats applied in May and 121 were offered a berth; 84 of the 121 came.",
    "In May 127 people wrote, of whom 84 had an answer; of the 43 left, nine wrote again.",
]
READ_WITH_CARE = [
    (21, "In May 411 tickets per 70,100 residents equates to about [59|89] for each 10,000 residents."),
    (2, "1,584 tenants took up a free plot in May out of 4,789 who were eligible: a take-up of [33%|38%]."),
    (2, "Of the 61 harbours in the County 43 were good or better in May ([70%|73%])."),
    (
        4,
        "[5.7|7.5] percentage points separate the two piers: the west stood at 67.3% in May and the east at 61.6%.",
    ),
    (2, "In May [115|97] of the 130 harbours, almost nine in ten, took part."),
]
AVERAGES = [
    (24, "In May 1,312 hours of sailing were given to 164 members, so that each had [eight|eleven] hours on average."),
    (24, "Absence at the harbour in 2018/19: 137 employees, 11.2 days each on average, [1,534|5,134] days in all."),
    (
        24,
        "In 2018/19 23 boats were sold, the average receipt being £63,000 and total receipts [£1,449,000|£4,149,000].",
    ),
    (
        24,
        "Pier | Wardens | Average boats | Boats\nEast | 11 | 20 | 220\nWest | 8 | 16 | 128\nNorth | 9 | 19 | [171|711]",
    ),
    (
        21,
        (
            "On 31 May 476 children were looked after. Our rate, [97.1|79.1] per 10,000, is above that of others (71). "
            "The population aged 0 to 17 was 49,000."
        ),
    ),
    (3, "In May 89% of the boats were seen within six weeks, leaving [11%|4%] that were not."),
    (3, "Asked in May about the mooring fee, 55% said yes, [28%|37%] said no and 17% did not mind."),
    (
        3,
        "Complaints in 2018/19 were justified (39%), partly so (24%) or not justified ([37%|43%]), and no other.",
    ),
    (
        1,
        "The engine will cost £340,000 in 2019/20, that is to say £264,000 for plant and [£76,000|£78,000] for work.",
    ),
    (27, "On 31 May the 39 wardens consisted of 33 residents and [6|11] visitors."),
    (36, "There were 97 enquiries in May, from which [14|140] applications resulted."),
    (27, "On 31 May, there being 37 wardens' posts and three of them unfilled, [34|31] wardens were on the pay-roll."),
]
NO_AVERAGES = [
    "The eight wardens closed 120 cases in May, with an average caseload of 22.",
    "In May 164 members sailed for 1,312 hours in all, and the average age was 43.",
    "In May 89% of the boats were seen within six weeks, 7% later, leaving 4% that were not.",
    "In May 61% were satisfied, compared with 48% a year before, leaving 4% of visitors unsure.",
    "The 39 wardens include 33 residents and 11 visitors who help in May.",
]
TABLES = [
    (
        1,
        (
            "Boats in May\n\nHarbour | 2018 | 2019\nNorth | 179 | 168\nSouth | 121 | 149\nWest | [30|40] | 36\n"
            "East | 10 | 12\nTotal | 340 | 365"
        ),
    ),
    (
        3,
        (
            "Boats in May\n\nMeasure | 2018 | 2019\nMoored | 352 | 341\nSold | 57 | 55\nLost | 9 | 8\n\n"
            "Reason for sale, May 2019 | Share\nAge of the boat | [55%|75%]\nPrice | 20%\nOther | 25%"
        ),
    ),
]
SOUND_FOR_ALL_THAT = [
    "2,295 tenants took up a free plot in May out of 3,742 who were eligible: a take-up of 61%.",
    "The piers' budget of £579,016 for 2018/19 was underspent by £36,003, actual payments having been £543,013.",
    "Boats\n\nHarbour | May\nNorth | 179\nSouth | 121\nBoth | 300\nWest | 40\nTotal | 340",
]


def _asked(asker: Asker, words: str, side: int) -> set[int]:
    return {q.rule for q in asker(HEAD + re.sub(r"\[([^\[\]|]*)\|([^\[\]|]*)\]", rf"\{side}", words) + "\n")}


@pytest.fixture(scope="module")
def asker() -> Asker:
    """Return what asks the whole way."""
    return Asker()


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        *((27, words) for words in POSTS),
        *((1, words) for words in (*TOTALS, *TAKEN_UP)),
        *DIVIDED,
        *ROLLED,
        *((5, words) for words in MULTIPLES),
        *READ_WITH_CARE,
        *TABLES,
        *AVERAGES,
    ],
)
def test_an_error_is_asked_about_and_what_holds_is_not(asker: Asker, rule: int, words: str) -> None:
    assert not _asked(asker, words, 1) & {1, 2, 3, 4, 5, 21, 22, 24, 27, 36}
    assert rule in _asked(asker, words, 2)


@pytest.mark.parametrize(
    "words", [*POSTS_THAT_ARE_SOUND, *NO_TOTALS, *NO_MULTIPLES, *NOT_TAKEN_UP, *SOUND_FOR_ALL_THAT, *NO_AVERAGES]
)
def test_numbers_that_are_told_of_something_else_are_left_alone(asker: Asker, words: str) -> None:
    assert not _asked(asker, words, 1) & {1, 2, 3, 4, 5, 21, 22, 24, 27, 36}
