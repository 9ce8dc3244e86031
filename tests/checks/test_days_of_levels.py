"""Levels of a day that cannot be theirs: one after the meeting, or one outside the stretch told beside them (rule 14).

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

AFTER_THE_MEETING = [
    "There were 41 households in temporary accommodation on 31 [May|August] 2019, nine more than a year before.",
    "On 30 [April|September] 2019 we were looking after 212 children, of whom 41 had a plan of permanence.",
    "At 31 [May|July] 2019 the Council supported 412 older people in care homes, 38 more than in 2018.",
    "The Trust had 18 apprentices on its books on 31 [May|October] 2019.",
    "Twelve posts were filled, but at 31 [May|December] 2019 the team had 4 vacancies and one secondment due to end.",
    "General balances, which were £7.4m at 31 [March|July] 2019, would fall to £6.7m if nothing were done.",
    "Of 61 referrals all but two had been answered by 31 [May|August] 2019.",
    "Every school had returned its form by the end of [May|July] 2019.",
    "By 31 [May|August] 2019 the contractor had finished 12 of the 40 houses.",
    "As at the end of [April|September] 2019 there were 61 open cases.",
    "The waiting list numbered 87 on 1 [June|September] 2019, the target being 50 by March 2020.",
    "Members were told that on 31 [May|October] 2019 there had been 14 rough sleepers.",
    "The register held 96 names at 31 [May|July] 2019, a fall which may continue.",
    "It was explained that at 31 [May|October] 2019 61% of pupils were in good schools.",
    "Arrears of current tenants came to £412,000 at 31 [March|October] 2019, which is 3.4% of the rent due.",
    "The service was caring for 31 children on 31 [May|August] 2019; it expects 35 by Christmas.",
    "How the 40 posts were filled at 31 [May|August] 2019 is set out below.",
    "At the end of [May|August] 2019, 14 of the 20 flats had been let.",
    "At 30 [April|September] 2019 nine of the fifteen bays were in use.",
    "The Council owned 4,120 homes at 31 [March|October] 2019, eleven fewer than a year earlier.",
    "On 31 [May|July] 2019, 41 children were waiting for a school place.",
    "Officers reported that the fund held £4.1m at 31 [May|August] 2019.",
    "The average caseload was 16.2 at 31 [May|December] 2019 against 18.4 in 2018.",
    "As at 31 [May|August] 2019, the City was employing 41 agency workers.",
    "The team was working with 61 families at the end of [May|July] 2019.",
    "Of the 40 actions 31 had been completed by the end of [May|September] 2019.",
    "All of the claims have now been paid by 31 [May|December] 2019.",
    "On the 31st of [May|August] 2019 the shelter housed 14 men.",
    "41 children were in hostels at the end of [May|August] 2019, two fewer than a year before.",
    "In the twelve months to 31 [May|August] 2019, 412 calls were taken.",
]
BESIDE_A_STRETCH = [
    "For the quarter ended 31 March 2019 the number of open cases was 212 at [31 March|31 January] 2019.",
    (
        "This section covers the six months to 31 March 2019. On [31 March|28 February] 2019 there were 41 foster "
        "carers."
    ),
    (
        "The figures in this section are those at 31 March 2019. The register held 96 names at [31 March|31 "
        "December] [2019|2018]."
    ),
    (
        "Numbers were taken on the last day of the quarter. On [31 March|28 February] 2019 there were 212 children "
        "in care."
    ),
    "Vacancies are counted at each quarter end. At [31 March|30 April] 2019 there were 14.",
    (
        "The following information is for the period ending 31 March 2019. Households in hostels numbered 61 at "
        "[31 March|31 January] 2019."
    ),
    "The data are up to the end of March 2019. There were 18 apprentices at [31 March|31 January] 2019.",
    (
        "In the three months to 31 March 2019 referrals fell, and the waiting list stood at 87 on [31 March|28 "
        "February] 2019."
    ),
    "At the close of the financial year, on 31 [March|May] 2019, the fund held £4.1m.",
    "Below is the position as at 31 March 2019. At [31 March|31 January] 2019 the Council had 412 homes empty.",
]
AHEAD = [
    "The scheme will have helped 400 people by 31 March 2020.",
    "Balances were expected to be £7.4m at 31 March 2020.",
    "It was agreed that the work be completed by 30 September 2019.",
    "The target was 50 placements at 31 March 2020.",
    "The contract was let for two years to end on 31 March 2021.",
    "There would be 12 places at 1 September 2019 and 20 at 1 April 2020.",
    "The Council was asked to reply by 31 July 2019.",
    "Officers had been asked to report by 30 September 2019.",
    "There were plans for 40 homes at 31 March 2021.",
    "The borrowing limit was £40m at 31 March 2020.",
    "The budget assumed reserves of £4m at 31 March 2020.",
    "The lease had two years to run at 31 December 2019.",
    "There were 14 vacancies to be filled by 1 September 2019.",
    "The number of places required at 1 September 2019 was 212.",
    "The grant has to be spent by 31 March 2020.",
    "The service had undertaken to see all families by 31 July 2019.",
    "There were three consultation events, the last on 4 July 2019.",
    "The offer of 4 places was to start on 2 September 2019.",
    "All of the claims have to be paid by 31 December 2019.",
    "By 30 September 2019 officers will have visited 41 homes.",
    "The Council has agreed to pay £4m at 31 December 2019.",
    "The Secretary of State had asked for plans by 31 July 2019.",
    "The Council had committed itself to 40 homes by 31 March 2021.",
    "The scheme had been extended by Council to 31 March 2020, and 41 places were kept.",
    "It was noted that the lease had been let for ten years at 1 July 2019.",
    "Members had sought a report by 30 September 2019.",
    "On 1 July 2019 the Council takes over 14 schools.",
    "The grant was for 41 places on 1 September 2019.",
    "There were to have been 40 places at 1 September 2019.",
    "The fee was £41 from 1 July 2019.",
    "The first of the 12 sessions was set for 4 July 2019.",
    "The number on roll was projected at 412 at 31 October 2019.",
    "In the year to 31 March 2020 41 homes are to be built.",
    "For the year to 31 March 2020 £4m was set aside.",
    "Over the period to 31 March 2021 the Council had agreed to save £4m.",
    "In the quarter to 30 June 2019 41 visits were planned.",
    "Funding for the year ended 31 March 2020 was confirmed.",
    "41 places were to be let at the end of August 2019.",
    "412 homes were forecast at 31 March 2020.",
]
OF_ANOTHER_TIME = [
    "In the quarter ended 31 March 2019 the list fell from 87 at 31 December 2018 to 80.",
    "The figures are for the year to 31 March 2019. On 30 April 2019 the Director left and the post was vacant.",
    "Information is given up to the end of March 2019. At 31 May 2019, the latest date known, there were 41.",
    "The year ended 31 March 2019 was good. Since then numbers have grown and at 31 May 2019 there were 61.",
    "For the period to 31 March 2019 sales were £4m. A year before, at 31 March 2018, reserves were £2m.",
    "In the month to 31 May 2019 61 came. At 30 April 2019 there had been 41 on the list.",
    "The census was taken on 17 January 2019. The figures for the year to 31 March 2019 are below.",
    (
        "For the quarter to 31 March 2019 the rate was 61%. There were 41 pupils on roll on 17 January 2019, the "
        "day of the census."
    ),
]


@pytest.fixture(scope="module")
def ask() -> Asker:
    """Return what asks a text the whole way, from its words to the queries."""
    return Asker()


def _asked(ask: Asker, words: str) -> list[str]:
    return [asked.message for asked in ask(f"{_HEAD}{words}\n") if asked.rule == 14]


@pytest.mark.parametrize("words", AFTER_THE_MEETING)
def test_what_is_told_of_a_day_after_the_meeting_as_if_it_had_come_is_asked_about(ask: Asker, words: str) -> None:
    assert any("had not come when the meeting was held" in said for said in _asked(ask, _CHOICE.sub(r"\2", words)))


@pytest.mark.parametrize("words", BESIDE_A_STRETCH)
def test_a_level_of_another_day_than_the_stretch_told_beside_it_is_asked_about(ask: Asker, words: str) -> None:
    assert _asked(ask, _CHOICE.sub(r"\2", words))


@pytest.mark.parametrize("words", AFTER_THE_MEETING + BESIDE_A_STRETCH)
def test_a_level_of_its_own_day_is_left_alone(ask: Asker, words: str) -> None:
    assert not _asked(ask, _CHOICE.sub(r"\1", words))


@pytest.mark.parametrize("words", AHEAD)
def test_what_is_planned_or_expected_for_a_later_day_is_left_alone(ask: Asker, words: str) -> None:
    assert not _asked(ask, words)


@pytest.mark.parametrize("words", OF_ANOTHER_TIME)
def test_a_level_that_the_text_gives_for_another_time_on_purpose_is_left_alone(ask: Asker, words: str) -> None:
    assert not _asked(ask, words)
