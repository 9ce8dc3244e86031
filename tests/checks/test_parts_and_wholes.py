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
    (36, "In May 2019 [31|41] of the 37 halls had a kitchen."),
    (36, "In May 2019 there were 76 lettings. Of these, [58|90] were to families."),
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


WHOLES = [
    "Of the 62 measures that were told 38 (61%) are on or above target, 13 are just below and [11|21] are far below.",
    "We let 906 halls in 2018/19. That was 512 to clubs, [249|294] to schools and 145 to others.",
    (
        "In the year to 31 March 2019 the service took 1,284 letters. Most came by post. There were 612 from the town. "
        "Those from villages came to [405|450]. From no place named came the 267 other letters."
    ),
    (
        "Last year the halls had 418,300 visitors between them. The central hall alone drew 162,400, the five district "
        "halls [148,900|184,900] and the five village halls 107,000."
    ),
    "- 221 members held a ticket in May 2019\n- 139 with our own club\n- 54 with a guest club\n- [28|38] with friends",
    (
        "318 letters came in at stage one in May 2019, and 41 went on to stage two. Of the stage one letters 97 were "
        "upheld, 64 were upheld in part, 138 were not upheld and the rest, [19|29], had been withdrawn."
    ),
    (
        "It was proposed to award grants as follows:\n\nThe rowing club, £82,000\nThe chess club, £[41,500|45,100]\n"
        "The theatre, £23,750\nThe band, £18,250\n\nGrants of £165,500 would accordingly be paid in 2019/20."
    ),
]


@pytest.mark.parametrize("words", WHOLES)
def test_parts_that_miss_a_whole_told_apart_from_them_are_asked_about(asker: Asker, words: str) -> None:
    assert 1 not in {asked.rule for asked in asker(_side(words, 1))}
    assert 1 in {asked.rule for asked in asker(_side(words, 2))}


@pytest.mark.parametrize(
    "words",
    [
        "During May 2019 97 bowls were sold: 41 of oak, 17 of elm, 22 of ash, nine of yew, and eight of other wood.",
        (
            "At the end of May 2019 there were 391 plots, of whom 44 were let to schools, 219 to members, 61 to clubs "
            "and 38 to shops of one kind or another."
        ),
        (
            "In May 2019 there were 25 members. Of those, 23 were new and two were old. Of those, nine came from the "
            "town and 16 from villages."
        ),
        "27 clubs had closed in 2018/19, ten of them for want of members, and 12 had been founded.",
        "In May 2019 there had been 402 plots, of which 255 were let, 57 in hand and 48 lent. The rest were meadow.",
        "Of those who came, 19 were members of six clubs and 7 were guests, who now number 31 altogether.",
        "The fund stood at £18m. Sixty places open in May 2019 (capital £7.4m, of which the grant covers £5.9m).",
    ],
)
def test_figures_beside_a_whole_that_leave_something_unsaid_are_not_added(asker: Asker, words: str) -> None:
    assert 1 not in {asked.rule for asked in asker(_side(words, 1))}


TABLES = [
    (
        1,
        (
            "Halls in 2018/19\n\n\tQ1\tQ2\tQ3\tQ4\tYear\t2017/18\nBookings\t212\t248\t291\t[334|343]\t1,085\t790\n"
            "Weddings\t31\t27\t36\t29\t123\t138\nTalks\t96\t121\t140\t163\t520\t401"
        ),
    ),
    (
        1,
        (
            "| Budget head | £000 |\n| Roofs | 4,120 |\n| Floors | [5,380|5,830] |\n| Sub-total halls | 9,500 |\n"
            "| Paths | 6,240 |\n| Ponds | 2,110 |\n| Sub-total parks | 8,350 |\n| Total | 17,850 |"
        ),
    ),
    (
        1,
        (
            "In May 2019\n\n| All plots | 412 |\n| By the mill | 301 |\n| By the weir | [58|85] |\n| In town | 31 |\n"
            "| Other | 22 |"
        ),
    ),
    (
        1,
        (
            "In 2018/19\n\nWard / houses / flats / total\nAbbey / 310 / 128 / 438\nCastle / 204 / [331|313] / 535\n"
            "Park / 187 / 96 / 283\nAll / 701 / 555 / 1,256"
        ),
    ),
    (
        2,
        (
            "Measure\t2016/17\t2017/18\t2018/19\nBids made\t611\t742\t905\nBids met\t248\t331\t437\n"
            "Met as % of made\t41%\t45%\t[48%|84%]"
        ),
    ),
    (
        2,
        (
            "In May 2019 58 halls were inspected: 4 outstanding, 33 good, 19 requiring improvement and 2 inadequate. "
            "[64%|74%] good or better is fewer than hoped."
        ),
    ),
    (3, "Who wrote to us in 2018/19\n- Clubs 34\n- Schools [21|31]\n- Shops 17\n- Guests 28\n(percentages of letters)"),
    (3, "44% were for a rise of 4.99%, 17% would have liked more and [39%|29%] wanted less or none."),
]


@pytest.mark.parametrize(("rule", "words"), TABLES)
def test_totals_and_shares_are_followed_wherever_a_table_or_list_puts_them(asker: Asker, rule: int, words: str) -> None:
    assert rule not in {asked.rule for asked in asker(_side(words, 1))}
    assert rule in {asked.rule for asked in asker(_side(words, 2))}
