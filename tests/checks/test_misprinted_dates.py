"""Dates with a slip of the pen, in every form that they are printed in (rule 13).

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

MISPRINTED = [
    "Consultation with parents closed on [30|31] June 2018 and the responses were read.",
    "The scheme ran from 1 April 2018 to [30|31] September 2018.",
    "The lease was renewed on the [30th|31st] of November 2018.",
    "The scheme opened on [28|30] February 2018.",
    "The unit opened on [28|29] February 2019.",
    "The panel met on [3|0] May 2019 to hear appeals.",
    "The panel met on [31|32] May 2019 to hear appeals.",
    "The panel met on [31st|32nd] May to hear appeals.",
    "The panel met on [21|41] May 2019 to hear appeals.",
    "The panel met on [03|00]/05/2019 to hear appeals.",
    "The panel met on [12|32]/05/2019 to hear appeals.",
    "The panel met on 12/[05|15]/2018 to hear appeals.",
    "The panel met on 12/[05|00]/2018 to hear appeals.",
    "The panel met on [30|31]/06/2018 to hear appeals.",
    "The panel met on [30|31].06.2018 to hear appeals.",
    "The panel met on [30|31]-06-2018 to hear appeals.",
    "The panel met on 2018-[12|13]-01 to hear appeals.",
    "The panel met on 2018-06-[30|31] to hear appeals.",
    "The panel met on [30|31]/6/18 to hear appeals.",
    "The panel met on June [30|31], 2018 to hear appeals.",
    "The panel met on June [30th|31st] to hear appeals.",
    "Fees rose from 1 April [2018|201] for all users.",
    "Fees rose from 1 April [2018|20188] for all users.",
    "Fees rose from 1 April [2018|2O18] for all users.",
    "Fees rose from 1 April [2018|20l8] for all users.",
    "Fees rose from 1 April [2018|2o18] for all users.",
    "Fees rose from 1 April [2018|2 018] for all users.",
    "Fees rose from 1 April [2018|20 18] for all users.",
    "Fees rose from 1 April [2018|218] for all users.",
    "Fees rose from 1 April [2018|208] for all users.",
    "Fees rose from 1 April [2018|018] for all users.",
    "Fees rose from 1 April [2018|2918] for all users.",
    "Fees rose from 1 April [2018|3018] for all users.",
    "Fees rose from 1 April [2018|0218] for all users.",
    "Fees rose from 1 April [2018|2081] for all users.",
    "Fees rose from 01/04/[2018|201] for all users.",
    "Fees rose from 01/04/[2018|20188] for all users.",
    "Fees rose from 01/04/[2018|2O18] for all users.",
    "Fees rose from 01.04.[2018|201] for all users.",
    "Fees rose from 1 Apr [2018|20188] for all users.",
    "Fees rose from April [2018|20188] for all users.",
    "Fees rose in April [2018|201], as agreed.",
    "Fees rose in April [2018|218] for all users.",
    "Fees rose in April [2018|2O18] for all users.",
    "Fees rose from 1 [April|Arpil] 2018 for all users.",
    "Fees rose from 1 [April|Aprl] 2018 for all users.",
    "Fees rose from 1 [September|Setpember] 2018 for all users.",
    "Fees rose from 1 [September|Septmber] 2018 for all users.",
    "Fees rose from 1 [August|Auguest] 2018 for all users.",
    "Fees rose from 1 [October|Ocotber] 2018 for all users.",
    "Fees rose from 1 [July|Jully] 2018 for all users.",
    "Fees rose from 1 [April |]2018 for all users.",
    "Fees rose from 1st [April |]2018 for all users.",
    "Fees rose from the 1st [April |]2018 for all users.",
    "Fees rose from 1 [April|April April] 2018 for all users.",
    "Fees rose from [1 April|1 1 April] 2018 for all users.",
    "Fees rose from [1st|1th] April 2018 for all users.",
    "The panel met on [22nd|22th] May 2019 to hear appeals.",
    "The panel met on [3rd|3st] May 2019 to hear appeals.",
    "The panel met on [11th|11st] May 2019 to hear appeals.",
    "Fees rose from [01|1l] April 2018 for all users.",
    "Fees rose from [10|1O] April 2018 for all users.",
    "The grant is for 1 April 2018 to 31 [March|June] 2019.",
    "The grant is for the period 1 April to [30|31] June 2018.",
    "Places at 31 May 2019 | [30|31] June 2018\nHomes | 41 | 38",
    "[30|31] June 2018 was the last day for claims.",
    "The audit was between 3 and [30|31] June 2018.",
    "The bonfire is on [5 November|5 Novembre] 2018.",
    "The inspection was of 3 – [30|31] June 2018.",
    "The invoice is dated 3.5.[2019|20199].",
    "The invoice is dated 3 Sept [2018|20188].",
    "The invoice is dated 31 [Oct|Sept] 2018.",
    "The invoice is dated 31-[Oct|Sep]-18.",
    "The invoice is dated 3rd May [2019|219], and was paid.",
    "The invoice is dated 3rd May [2019|201 9].",
    "Spending in 2017/[18|81] rose.",
    "Spending in 2017/[18|17] rose.",
    "Spending in 2017/[18|188] rose.",
    "The plan for [2018|20188] was agreed.",
    "The plan of [2018|20I8] was agreed.",
    "The lease dated 4 [March|Mrach] 2016 is to be renewed.",
    "The new rota began in [February|Febuary] 2019 for all staff.",
    "The grant ended in [November|Novermber] 2018.",
    "The visit took place on [the 4th of March|the 4th of Marhc] 2019.",
    "Members met on Tuesday 12[ March|] 2019 at the depot.",
    "The report is dated 12/[03|O3]/2019.",
    "The fee is due by [21|2l] March 2019.",
    "The inspection of 3[rd|th] March 2019 found 41 faults.",
    "The tenancy ends on the 30th of [June|Feburary] 2019.",
    "Payments were made up to [30|31] Apr. 2019.",
    "As at [30|31].11.18 there were 41 cases open.",
    "Bids had to reach us by noon on [30|31] September.",
    "The accounts were closed at [31|30] [March|February] 2019.",
    "At [29|39] March 2019 there were 41 cases.",
    "The office will open on 1 July [2019|2109] after repairs.",
    "Members visited on 2 March [2019|20019].",
    "Interest is charged from 1 Jan [2019|219] onwards.",
    "The budget for the year [2019/20|2019/19] was agreed.",
    "The budget for [2019/20|2019/02] was agreed.",
    "The outturn for [2017/18|2017/71] was noted.",
    "The plan was last reviewed in May [2018|20l8].",
    "Workshop dates: 4 March, 11 March, [31 March|31 April] and 7 May 2019.",
    "The exhibition ran from Monday 4 March to Friday [29|32] March 2019.",
    "Applications close on 28[th|nd] March 2019.",
]
BACKWARD = [
    "The grant covers 1 April [2018|2019] to 31 March 2019.",
    "The scheme ran from 12 June 2018 to 3 [August|May] 2018.",
    "The consultation opened on 3 June 2018 and closed on [3 July|3 May] 2018 with 41 replies.",
    "The pilot, which started on 1 September 2017, ended on 31 August [2018|2017] without a report.",
    "Figures are for the period 01/04/2018 - [31/03/2019|31/03/2018].",
    "The grant covers April 2018 to March [2019|2018].",
    "Between 4 May 2018 and [18 June|18 April] 2018 the team visited 41 homes.",
    "The contract (1 April 2016 – 31 March [2019|2016]) has been let.",
]
SOUND = [
    "At 30 June 201 children were looked after.",
    "On 30 September 187 places were free.",
    "From 1 April 250 homes were let.",
    "The school was founded on 3 May 1552.",
    "The lease runs until 24 March 2118.",
    "The 31 June-born children were admitted; of 32 May babies 30 were visited.",
    "Paragraph 13.13.2019 of the scheme applies.",
    "The reference is 31/06/2018/7.",
    "The Committee noted the 45 May returns.",
    "There were 31 February half-term places.",
    "The rate was 3.45 in May 2.01 in June.",
    "In May 201 people called, and in June 218 did.",
    "Version 1.13.2018 of the software.",
    "In April 450 tenants moved.",
    "At the 30th June meeting 41 attended.",
    "The strategy 2017/20 was agreed.",
    "Order 2018/17 was made.",
    "In August 1918 the hall was built.",
    "The 4th March Regiment.",
    "March 31 places were free.",
    "The date was brought forward from 1 May 2019 to 1 April 2019.",
    "The deadline was moved from 30 June 2019 to 31 May 2019.",
    "Numbers rose between 31 March 2018 and 31 March 2019 from 41 to 48.",
    "The figure at 31 March 2019 and 31 March 2018 was 41 and 38.",
    "Compared with 31 March 2019 to date, 31 March 2018 was lower.",
    "Of the 31 March starters 11 left.",
    "In the 4 marches of 2019 some 400 walked; 12 marched 2018 miles.",
    "The 3 mar 2019 edition.",
    "The Council bought 40 mats 2019 and 10 tables.",
    "The 1 jury 2019 trial was held.",
    "On 12 2019/20 budgets were approved.",
    "Room 2O1 is closed, as is room 1lb.",
    "The model is O2000 and the road is the A1(M)O.",
    "By 31 2018 claims had been paid.",
    "Order no. 2018/02 and minute 2019/11 refer.",
    "Reference HS/2018/17 in the year.",
    "The term dates for 2018/2019 and 2019/2020 were noted.",
    "The strategy for 2018/28 was agreed.",
]


@pytest.fixture(scope="module")
def ask() -> Asker:
    """Return what asks a text the whole way, from its words to the queries."""
    return Asker()


def _asked(ask: Asker, words: str) -> list[str]:
    return [asked.message for asked in ask(f"{_HEAD}{words}\n") if asked.rule == 13]


@pytest.mark.parametrize("words", MISPRINTED)
def test_a_date_with_a_slip_of_the_pen_is_asked_about(ask: Asker, words: str) -> None:
    assert _asked(ask, _CHOICE.sub(r"\2", words))


@pytest.mark.parametrize("words", BACKWARD)
def test_a_stretch_of_time_that_ends_before_it_begins_is_asked_about(ask: Asker, words: str) -> None:
    assert any("ends before it begins" in said for said in _asked(ask, _CHOICE.sub(r"\2", words)))


@pytest.mark.parametrize("words", MISPRINTED + BACKWARD)
def test_the_same_date_printed_right_is_left_alone(ask: Asker, words: str) -> None:
    assert not _asked(ask, _CHOICE.sub(r"\1", words))


@pytest.mark.parametrize("words", SOUND)
def test_numbers_that_only_look_like_a_misprinted_date_are_left_alone(ask: Asker, words: str) -> None:
    assert not _asked(ask, words)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("The panel met on 12 Mrach 2018.", "has a month that is misspelt"),
        ("The panel met on the 12th 2018.", "has no month"),
        ("The panel met on 12 March March 2018.", "has its month twice"),
        ("The panel met on 12 12 March 2018.", "has its day twice"),
        ("The panel met on 12nd March 2018.", "has not the ending of its number"),
        ("The panel met on 12 March 2o18.", "has a letter for a digit"),
        ("The panel met on 12 March 20 18.", "has a blank in its year"),
        ("The panel met on 12 March 2918.", "has a year that is not of our time"),
        ("The budget for 2018/18 was set.", "is no financial year"),
    ],
)
def test_the_query_says_what_is_amiss_with_the_date(ask: Asker, words: str, reason: str) -> None:
    assert any(reason in said for said in _asked(ask, words))
