"""Values set beside those of another time, place or row, and words that count or rank them: right and with one slip."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from planting import Asker

HEAD = "ANYBOROUGH COUNCIL\n\nCABINET RECOMMENDATIONS\n\nCabinet Meeting 13 June 2019\n\n2. Record of the Decision\n\n"
BESIDE = [
    "There were 961 plots let on the five sites, 119 [more|fewer] than the 842 of a year earlier.",
    "Enquiries in the quarter numbered 488, which was 31 [fewer|more] than the 519 of the first quarter.",
    "The service had 214 fostering households at the end of March, [up|down] 12 on the 202 of a year before.",
    "The agency bill came to £612k, £48k [less|more] than the £660k of the year before.",
    "Re-referrals were 23.6%, [better|worse] than a year earlier (27.9%).",
    "Attendance was 94.1%, [better|worse] than in Northmoor (92.8%).",
    "Of care leavers 58% were in work or training, [above|below] the North East's 52%.",
    "The rate was 61.2 per 10,000, [a fall|a rise] from 64.0 a year before.",
    "The average caseload is 18.4, [lower|higher] than it was in March (19.6).",
    "Nearly a third of plots, 31%, lay fallow, although it has come down a little ([33|29]% at the end of 2017).",
    "Turnover has [gone down|gone up]: it was 16.8% at the end of 2017/18 and is 14.2% now.",
    "Exclusions continue to fall - 88 in 2016/17, 71 in 2017/18 and [63|83] in 2018/19.",
    "The number of moorings [mushroomed|plummeted] from 41 in 2015 to 112.",
]
QUIET = [
    "Fourteen of the 88 wardens walked more than 20 streets, and nine more than 25.",
    "In the year 27 berths were let and 23 given up, so the number was up by four from 57.",
    "There were 40 sittings on 18 days, more than the court had planned for (30).",
]

MONTHS = "Month\tCalls\tVisits\nApril\t612\t188\nMay\t655\t204\nJune\t640\t197\nJuly\t701\t219\nAugust\t548\t163\n\n"
DEPOTS = "Depot\tLorries\tAverage age\nEast\t32\t12.5\nWest\t30\t10.1\nNorth\t19\t8.0\nSouth\t20\t5.5\n\n"
AIMS = (
    "Measure | Actual | Target\nRepairs in time | 91% | 90%\n"
    "Calls answered in time | 96% | 95%\nVisits in time | 84% | 90%\n\n"
)
RANKED = [
    MONTHS + "August was the quietest month, as it was each summer, and [July|June] the busiest.",
    MONTHS + "The highest number of visits was in [July|May].",
    DEPOTS + "The average age of the lorries is highest in the [East|West] depot.",
    DEPOTS + "[Two|Three] of the four depots are above 10 years on average.",
    DEPOTS + "Of the four depots [two|three] are above 10 years on average.",
    AIMS + "[Two|Three] of the three measures met their target.",
    (
        "Calls came from the harbour (163), schools (94), markets (71) and others (91). The [harbour|markets] was the "
        "largest source."
    ),
    (
        "The plots were:\n\n- rented to residents 161\n- rented to schools 78\n- kept fallow 17\n- used as paths 56\n\n"
        "The largest group was [rented to residents|rented to schools]."
    ),
    "By far the commonest fault was damp (104), followed by noise ([71|171]), drains (37) and lifts (19).",
    "The East depot was the most stretched at 24.6; Central stood at [22.8|25.8] and West at 19.8.",
    "Berths were cheapest at Hazel Quay (£2,950 a year) and dearest at Oak Quay ([£3,870|£2,870]).",
    (
        "- East depot - 460 streets, an average of 22.4 for each warden\n- West depot - 405 streets, an average of"
        " 21.3\n- Market depot - 170 streets, an average of 17.0\n\n"
        "Taking the three depots together the average was [20.9|22.9]."
    ),
]
NOT_RANKED = [
    MONTHS + "June was the busiest month since the records began. May was one of the quietest.",
    DEPOTS + "Three of the four depots are above the street. The largest increase was in the South depot.",
    MONTHS + "The largest pressure was in May, and the most likely cause the weather.",
]

SHARES = [
    "The programme for 2018/19 is £112.7m. £38.9m, that is [35|53]%, had been spent at the half year.",
    "Twelve hundred replies came: 702 (58.5%) in support; [366|336] (30.5%) against; and 132 (11%) don't know.",
    (
        "The establishment for wardens is 142 full-time equivalents. At 31 May [119.5|115.9] were filled, a vacancy "
        "rate of 15.8%."
    ),
    "[One in four|One in three] of the plots – 25.3% in 2017/18 – is fallow.",
    "About [a third|a half] of berths (34%) are let to visitors.",
    "Of the 96 boilers looked at, [three quarters|two thirds] (72) were replaced.",
    (
        "Kind | Trees | Share\nOak | 2,006 | 39%\nAsh | 1,799 | 35%\nElm | [463|643] | 9%\n"
        "Fir | 617 | 12%\nYew | 255 | 5%"
    ),
]
NO_SHARES = [
    "Collection was 84.1 per cent, half a point (0.5) down on last year.",
    "In the third quarter (91%) more was recycled than in the first.",
    "The overspend was £3.6m (8.5%) on a budget of £42.4m, the outturn being £46.0m.",
]

NETS = [
    "In the twelve months to 31 May 21 wardens (headcount) left us and [17|19] joined, so that 86 became 82.",
    "In the year 15 households had been approved and 19 had left, so that the scheme was [four|fourteen] down.",
    "Thirteen plots were taken on and fifteen lost. This means we ended the year [two|three] plots down.",
    "The library has 1,086 members, a net rise of 23 in the year. During 2018 we welcomed 441, and [418|481] left.",
]

STEPS = [
    "Appeals against fines lodged: 143. Heard: [109|190]. Upheld: 31.",
    (
        "29 people appealed. The panel heard [seven of these and found for us in three|three of these and found "
        "for us in seven]."
    ),
    "There were 74 appeals, just 1 of which the panel allowed, and [39 others, 8 allowed|8 others, 39 allowed].",
    "- 1,034 reports of damp, 2014/15: 846\n- [371|1,371] went on to an inspection\n- 92% of tenants were told why",
    "Twenty-six wardens left in the twelve months. Exit interviews were held with [21|31] of the leavers.",
    "In 2018 the Council took [689|289] decisions on applications and accepted a duty to 312 households.",
    "Of the 240 invited, 186 came and [171|191] stayed to the end.",
]
NO_STEPS = [
    "Fines: 143. Heard from: 190 people. Upheld on another ground: 31.",
    "Complaints received: 24. Complaints received last year: 31. Compliments: 90.",
    "- 371 parks\n- 1,371 went on to be counted as greens in the year before",
    "Twenty-six wardens joined. Exit interviews were held with 31 of the leavers.",
]

POINTING = [
    (
        28,
        (
            "On 31 May 318 trees stood in the parks. A further 47 were with nurseries.\n\nMembers asked for more oaks. "
            "Thirty-one of the [47|74] in nurseries are oaks."
        ),
    ),
    (
        30,
        (
            "RESOLVED that:\n\n1. the figures in tables 1 and [2|3] be noted.\n\nTable 1: Trees\nOak | 91\nAsh | 96\n"
            "Elm | 84\n\nTable 2: Hedges\nEast | 18\nWest | 19\nNorth | 20"
        ),
    ),
    (9, "The depot will be shut between [Monday|Sunday] 6 and Friday 10 May 2019."),
    (9, "Offers went out on 1 March 2019, a [Friday|Monday]."),
]
QUARTER = (
    "ANYBOROUGH COUNCIL\n\nCABINET RECOMMENDATIONS\n\nPROFORMA\n\nCabinet Meeting ..... 14 February 2019\n\n"
    "1. Title of Item/Report\n\nLibraries: Quarter 3 Monitoring 2018/19\n\n2. Record of the Decision\n\n"
    "The report dealt with the period [October to December|July to September] 2018. Loans numbered 1,846.\n"
)


def _asked(asker: Asker, words: str, side: int) -> set[int]:
    return {q.rule for q in asker(HEAD + re.sub(r"\[([^\[\]|]*)\|([^\[\]|]*)\]", rf"\{side}", words) + "\n")}


@pytest.fixture(scope="module")
def asker() -> Asker:
    """Return what asks the whole way."""
    return Asker()


@pytest.mark.parametrize("words", BESIDE)
def test_a_value_lies_on_the_side_of_another_that_the_word_between_them_says(asker: Asker, words: str) -> None:
    assert 17 not in _asked(asker, words, 1)
    assert 17 in _asked(asker, words, 2)


@pytest.mark.parametrize("words", QUIET)
def test_numbers_that_are_not_set_beside_each_other_are_not_asked_about(asker: Asker, words: str) -> None:
    assert 17 not in _asked(asker, words, 1)


@pytest.mark.parametrize("words", RANKED)
def test_rows_that_words_rank_or_count_are_held_against_their_table(asker: Asker, words: str) -> None:
    assert 26 not in _asked(asker, words, 1)
    assert 26 in _asked(asker, words, 2)


@pytest.mark.parametrize("words", NOT_RANKED)
def test_a_superlative_of_other_times_or_of_changes_ranks_no_rows(asker: Asker, words: str) -> None:
    assert 26 not in _asked(asker, words, 1)


@pytest.mark.parametrize("words", SHARES)
def test_a_share_is_held_against_counts_fractions_and_the_rest_of_its_table(asker: Asker, words: str) -> None:
    assert 2 not in _asked(asker, words, 1)
    assert 2 in _asked(asker, words, 2)


@pytest.mark.parametrize("words", NO_SHARES)
def test_what_is_no_share_of_what_stands_beside_it_is_left_alone(asker: Asker, words: str) -> None:
    assert 2 not in _asked(asker, words, 1)


@pytest.mark.parametrize("words", NETS)
def test_what_came_and_went_is_held_against_the_levels_or_the_net_change_beside(asker: Asker, words: str) -> None:
    assert 22 not in _asked(asker, words, 1)
    assert 22 in _asked(asker, words, 2)


@pytest.mark.parametrize("words", STEPS)
def test_a_step_told_in_a_label_an_item_or_a_clause_is_at_most_the_step_before(asker: Asker, words: str) -> None:
    assert 36 not in _asked(asker, words, 1)
    assert 36 in _asked(asker, words, 2)


@pytest.mark.parametrize("words", NO_STEPS)
def test_counts_that_are_no_steps_of_one_process_may_grow(asker: Asker, words: str) -> None:
    assert 36 not in _asked(asker, words, 1)


@pytest.mark.parametrize(("rule", "words"), POINTING)
def test_what_points_at_a_number_a_table_or_a_day_is_held_against_it(asker: Asker, rule: int, words: str) -> None:
    assert rule not in _asked(asker, words, 1)
    assert rule in _asked(asker, words, 2)


def test_the_months_that_a_report_is_on_are_those_of_the_quarter_in_its_title(asker: Asker) -> None:
    right, wrong = (re.sub(r"\[([^|\]]*)\|([^\]]*)\]", rf"\{side}", QUARTER) for side in (1, 2))
    assert 15 not in {q.rule for q in asker(right)}
    assert 15 in {q.rule for q in asker(wrong)}
