"""Quarters, halves, periods, terms and years by name against the months printed beside them (rule 15).

In each wording the first of the two in brackets is right, the second a slip. All of it is invented.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from planting import Asker

_HEAD = "ANYBOROUGH COUNCIL\n\nCABINET RECOMMENDATIONS\n\nCabinet Meeting 13 June 2019\n\n2. Record of the Decision\n\n"
_CHOICE = re.compile(r"\[([^\[\]|]*)\|([^\[\]|]*)\]")

PARTS = [
    "Enquiries in the [first|second] quarter (April - June 2018) came to 41.",
    "From [July|October] to September 2018, the second quarter, the team saw 61 families.",
    "Between 1 [July|April] and 30 September 2018 (Q2) 61 families were seen.",
    "Sixty-one families were seen in Q[2|3] 2018/19, i.e. July, August and September 2018.",
    "In quarter [three|two] of 2018/19, covering October to December, 41 calls were received.",
    "The last quarter of 2018/19 ([January|October] to March 2019) brought 41 calls.",
    "Quarter 1 runs from 1 April to 30 [June|July] and saw 41 calls.",
    "41 calls came in during April, May and [June|July] 2018, that is in quarter 1.",
    "Q4: [January|February] to March 2019: 41 calls.",
    "As at 30 September 2018 (end of Q[2|1]) there were 41 open cases.",
    "In the three months October to December 2018 (Quarter [3|4]) 41 calls came in.",
    "At the half-year point, 30 [September|November] 2018, spending was £4.1m.",
    "In the first half of 2018/19 (April to [September|October] 2018) there were 41 calls.",
    "In the second half of the year, [October|September] to March, 38 calls came in.",
    "The nine months to [December|November] 2018, being quarters 1 to 3, saw 121 calls.",
    "The position at the end of quarter 3, 31 [December|October] 2018, was 41 cases.",
    "Spending to the end of August 2018 (period [5|6]) was £4.1m.",
    "Period [8|7] monitoring, to 30 November 2018, shows spending of £4.1m.",
    "At month [6|7] (September 2018) spending stood at £4.1m.",
    "Budget monitoring for month 9, April to [December|November] 2018, shows £4.1m.",
    "The year to 31 March 2019 (2018/[19|20]) saw 412 calls.",
    "In 2018/19, that is the twelve months to 31 March [2019|2018], there were 412 calls.",
    "2018/19 began on 1 April [2018|2019] with 41 open cases.",
    "The autumn term ran from September to [December|March] 2018 with 41 exclusions.",
    "Complaints fell in the [third|second] quarter, which covers October, November and December 2018.",
    "Data for Q[3|2] (Oct–Dec 2018) were not yet audited.",
    "The [second|third] quarter's figures, for July to September 2018, were noted.",
    "Sickness in quarter 2, ending 30 [September|October] 2018, was 4.1%.",
    "By the end of the [first|second] quarter, 30 June 2018, 41 homes had been let.",
    "Month [3|4] position (June 2018): overspend of £41,000.",
    "The Period [10|9] report (to 31 January 2019) showed an overspend of £41,000.",
    "Sales in the first half of the year, from April to [September|August], were slow.",
    "Rents for 2018/19 (April 2018 to March [2019|2018]) came to £4.1m.",
    "The summer term ([April|January] to July 2018) saw 41 exclusions.",
    "For quarters 1 and 2 (April to [September|October] 2018) the total was 82.",
    "In the final quarter of the year, January to [March|May] 2019, 41 grants were paid.",
    "The financial year 2018/19, which ended on 31 March [2019|2018], was difficult.",
    "At mid-year point, 30 [September|June] 2018, 41 actions were complete.",
    "The second half of 2018/19 ran from October 2018 to [March|February] 2019.",
    "Q1: [April|March] to June 2018 - 41 cases",
    "Quarter 4 (1 January - 31 [March|May] 2019): 41 cases",
]
SOUND = [
    "In the calendar year's first quarter, January to March 2019, there were 41 calls.",
    "Quarter 1 figures (published in August 2018) showed 41 calls.",
    "In Q2 the team moved in September and saw 41 families from July on.",
    "Between the first quarter and December 2018 calls rose.",
    "At Q3 and again in January 2019 Members asked for 41 visits.",
    "The fourth quarter's report, due in June 2019, will show calls.",
    "The inspection period 5 August to 9 August 2018 saw 41 visits.",
    "During the six-month period 6 cases came in each month to December 2018.",
    "Over a period of 5 months to 30 September 2018 the rent was £41.",
    "In month 6 of his stay, in December 2018, he left.",
    "The contract year (October to September) has a first quarter from October to December 2018.",
    "In the academic year's first quarter 41 pupils left between September and November 2018.",
    "Quarter 2 (data to 30 September 2018, published in November) was noted.",
    "In quarter 3, on 12 November 2018, the unit was closed.",
    "Quarter 4 and the year to March 2019 are reported together.",
    "Period 5 (to 12 August 2018, week 20) of the four-weekly accounts was closed.",
    "2018/19 budgets from April to September are on target.",
    "The autumn term's figures, from September to November, are incomplete.",
    "Since quarter 1, from July to December 2018, sickness has fallen.",
    "The half-year point in the contract, 31 December 2018, has gone.",
]


@pytest.fixture(scope="module")
def ask() -> Asker:
    """Return what asks a text the whole way, from its words to the queries."""
    return Asker()


def _asked(ask: Asker, words: str) -> list[str]:
    return [asked.message for asked in ask(f"{_HEAD}{words}\n") if asked.rule == 15]


@pytest.mark.parametrize("words", PARTS)
def test_months_of_another_part_of_the_year_than_the_one_named_are_asked_about(ask: Asker, words: str) -> None:
    assert _asked(ask, _CHOICE.sub(r"\2", words))


@pytest.mark.parametrize("words", PARTS)
def test_months_of_the_part_of_the_year_that_is_named_are_left_alone(ask: Asker, words: str) -> None:
    assert not _asked(ask, _CHOICE.sub(r"\1", words))


@pytest.mark.parametrize("words", SOUND)
def test_months_that_only_stand_near_a_part_of_the_year_are_left_alone(ask: Asker, words: str) -> None:
    assert not _asked(ask, words)
