"""Days of another decision that a record tells in passing: when it was taken, signed, and could be called in until.

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
_OWN_DAYS = (
    "\n\n7. Date and Time by which Call In must be executed\n\nMidnight on Friday, 21 June 2019\n\nProper Officer\n"
    "17 June 2019\n"
)
_CHOICE = re.compile(r"\[([^\[\]|]*)\|([^\[\]|]*)\]")
_ORDER = {10, 11, 12}

TOLD = [
    (
        "The youth club closure was settled by the Cabinet Member on 7 May 2019; the Proper Officer's date on the "
        "notice is [9 May|9 April] 2019."
    ),
    (
        "The notice of the decision which the Leader took on 7 May 2019 was signed by the Proper Officer on [9|2] "
        "May 2019."
    ),
    (
        "Signed by the Proper Officer on [9 May|9 March] 2019, the record of the meeting held on 7 May 2019 has been "
        "placed on the website."
    ),
    "Cabinet (7 May 2019) - record signed 9 May 2019 by the Proper Officer - call-in ended [16|6] May 2019.",
    (
        "Members could have called in the decision up to 5 p.m. on [Thursday 16|Thursday 2] May 2019, it having been "
        "published on 9 May 2019."
    ),
    "The decision, dated 7 May 2019, was open to call-in until [16|6] May 2019.",
    "The period for call-in of the decision of 7 May 2019 expired at midnight on [16 May|16 April] 2019.",
    (
        "No request for call-in had come in when the period closed on [16 May|6 May] 2019, seven working days after "
        "the decision of 7 May 2019."
    ),
    (
        "The sale was agreed on 7 May 2019. It was published on 9 May 2019 and, no Member having called it in by "
        "[16|7] May 2019, the sale went ahead."
    ),
    "Publication of the decision took place on 9 May 2019, which gave Members until [16|9] May 2019 to call it in.",
    "Five working days for call-in from publication on 9 May 2019 took us to [16|13] May 2019.",
    "The call-in deadline of [16|6] May 2019 for the decision taken on 7 May 2019 passed without a request.",
    "Date of decision: 7 May 2019\nDate signed by Proper Officer: [9|3] May 2019\nDeadline for call-in: 16 May 2019",
    "Date of decision: 7 May 2019\nDate published: 9 May 2019\nLast date for call-in: [16|6] May 2019",
    "The Proper Officer put her name to the record on [9|1] May 2019, the Executive having met on 7 May 2019.",
    "On 7 May 2019 the Committee approved the lease; on [9 May|9 April] 2019 the Proper Officer signed the record.",
    (
        "By [16|6] May 2019, the last day on which it could be called in, nobody had asked for the decision of 7 May "
        "2019 to be reviewed."
    ),
    "Urgent repairs (decided 7 May 2019; published 8 May 2019; to be called in by [15|5] May 2019).",
    "The decision of 7 May 2019 came into force on [17|3] May 2019 as it was not called in by 16 May 2019.",
    "The order for new vehicles: decision 07/05/2019, Proper Officer 09/05/2019, call-in [16/05/2019|09/05/2019].",
    (
        "Dear Councillor, the decision on allotments was published on 9 May 2019. If you wish to call it in, please "
        "let me know by 4 pm on [16|6] May 2019."
    ),
    (
        "The decision on the museum was recorded on 9 May 2019 and the Proper Officer allowed call-in up to and "
        "including [16|8] May 2019."
    ),
    "Members were notified on 9 May 2019 that they had until noon on [16|9] May 2019 to call in the decision.",
    (
        "After the meeting on 7 May 2019 the record was drawn up and dated [9 May|9 February] 2019 by the Proper "
        "Officer."
    ),
    "The record of the meeting of 9 May 2019 bears the Proper Officer's signature of [13|3] May 2019.",
    (
        "Parking charges: Cabinet decided on 9 May 2019, the notice was published on 13 May 2019 and call-in closed "
        "at midnight on [17|7] May 2019."
    ),
    (
        "Item\tDecided\tPublished\tCall-in "
        "ended\nLease\t03/05/2019\t04/05/2019\t11/05/2019\nFees\t10/05/2019\t11/05/2019\t[21/05/2019|01/05/2019]"
    ),
    (
        "Item | Date of decision | Published | Call-in by\nLease | 3 May 2019 | 4 May 2019 | 11 May 2019\nFees | 10 "
        "May 2019 | [11|1] May 2019 | 21 May 2019"
    ),
    "The library decision (taken 9 May, published 13 May) could be called in until [17|7] May 2019.",
    (
        "The decision notice of 13 May 2019, signed by the Proper Officer, gave [17|10] May 2019 as the last day for "
        "call-in."
    ),
    "Decision of 9 May 2019 on markets.\nPublished: 13 May 2019\nCall-in expires: 5 pm on [17|7] May 2019",
    "The Board sat on 9 May 2019; its minutes, signed by the Proper Officer, are dated [14|4] May 2019.",
    (
        "Following the Leader's decision on 9 May 2019 five Members asked that it be called in, the period for which "
        "ran until [17 May|5 May] 2019."
    ),
    "The call-in period for the decision that was made on 9 May 2019 ends at noon on [Friday 17|Friday 3] May 2019.",
    (
        "Notice of the decision of 7 May 2019 went to all Members on 9 May 2019; five working days are allowed for "
        "call-in and the last day is [16|23] May 2019."
    ),
    (
        "The decisions of 7 May 2019 were published on 9 May 2019. Requests for call-in must reach us by the fifth "
        "working day. That day is [16|13] May 2019."
    ),
    (
        "The sale was published on 9 May 2019; it may be acted on if no call-in has been received by the close of "
        "business on [16|9] May 2019."
    ),
    "This is a record of what was decided at the meeting held on 7 May 2019, and it was published on [9|3] May 2019.",
    "Minutes of the 7 May 2019 meeting were put on the website by the Proper Officer on [9 May|9 April] 2019.",
    "Cabinet decision: 7 May 2019\nDate of publication: [9 May|9 April] 2019",
]
SOUND = [
    "Members called in the decision of 7 May 2019 on 15 May 2019 and Scrutiny heard it on 3 June 2019.",
    (
        "The decision of 7 May 2019 could not be called in, having been taken under urgency; it was published on 8 "
        "May 2019."
    ),
    "Call-in of the decision made on 7 May 2019 was received on 14 May 2019.",
    "The Committee met on 7 May 2019 and next meets on 4 July 2019; its minutes will be signed then.",
    (
        "The Plan was published on 11 April 2019 and agreed by Cabinet on 7 May 2019; the call-in period ended on 16 "
        "May 2019."
    ),
    (
        "Consultation on the draft policy closes on 5 July 2019; the decision to consult was taken on 7 May 2019 and "
        "published on 9 May 2019."
    ),
    "The forward plan published on 2 April 2019 had listed the decision for the meeting on 7 May 2019.",
    "The lease, signed on 3 April 2019, was reported to the meeting on 7 May 2019.",
    "Ofsted's letter, published on 2 May 2019, came before the Board when it met on 7 May 2019.",
    "The call-in of the earlier decision was considered on 2 May 2019 and Cabinet decided afresh on 7 May 2019.",
    "The deadline for applications was 15 January 2019; the decision on the call-in was taken on 7 May 2019.",
    "Minutes of the meeting held on 7 May 2019 (published 14 May 2019) were agreed as a correct record.",
    "The petition was received on 3 April 2019, considered at the meeting on 7 May 2019 and answered by 4 June 2019.",
    (
        "Contracts were exchanged on 16 May 2019, once the call-in period for the decision of 7 May 2019 had ended "
        "on 15 May 2019."
    ),
    "The report was published on 5 June 2019, in time for the meeting on 13 June 2019.",
    (
        "Notice of the intention to make a key decision was published on 1 April 2019 and the decision taken on 9 "
        "May 2019."
    ),
    "The decision of 9 May 2019 was called in on 15 May 2019 and considered by Scrutiny on 3 June 2019.",
    (
        "Cabinet agreed the draft policy for consultation on 9 May 2019; consultation closed on 30 April 2019 for "
        "the earlier scheme."
    ),
    "The minutes of the meeting of 11 April 2019 were approved at the meeting on 9 May 2019 and signed by the Chair.",
    "The agenda was published on 1 May 2019; Cabinet met on 9 May 2019 and the record was published on 13 May 2019.",
    (
        "Cabinet's decision of 9 May 2019 was published on 13 May 2019. Council adopts the budget on 20 June 2019, "
        "the call-in period having ended on 17 May 2019."
    ),
    (
        "The contract was awarded on 20 May 2019, call-in having expired on 17 May 2019 and the decision having been "
        "taken on 9 May 2019."
    ),
    (
        "The Policy was published on 1 June 2019, two weeks after the call-in period for the decision of 9 May 2019 "
        "ended on 17 May 2019."
    ),
    "Ofsted published its report on 14 March 2019 and the Council agreed its action plan on 9 May 2019.",
    "The Committee will meet on 4 July 2019 to consider the report that was published on 3 June 2019.",
    (
        "The decision was made under urgency on 9 May 2019 and is not subject to call-in; it was published on 10 May "
        "2019 and took effect on 9 May 2019."
    ),
    "The order was signed on 3 April 2019 and confirmed by the Committee on 9 May 2019.",
    (
        "Tenders were returned by 3 May 2019; the decision to award was published on 20 May 2019 and could be called "
        "in until 28 May 2019."
    ),
    "The report was published on 6 June 2019 ahead of the 13 June 2019 meeting.",
]


@pytest.fixture(scope="module")
def ask() -> Asker:
    """Return what asks a text the whole way, from its words to the queries."""
    return Asker()


def _asked(ask: Asker, words: str, tail: str = _OWN_DAYS) -> list[str]:
    return [asked.message for asked in ask(f"{_HEAD}{words}{tail}") if asked.rule in _ORDER]


@pytest.mark.parametrize("words", TOLD)
def test_days_of_another_decision_that_are_out_of_order_are_asked_about(ask: Asker, words: str) -> None:
    assert _asked(ask, _CHOICE.sub(r"\2", words))


@pytest.mark.parametrize("words", TOLD)
def test_days_of_another_decision_in_their_order_are_left_alone(ask: Asker, words: str) -> None:
    assert not _asked(ask, _CHOICE.sub(r"\1", words))


@pytest.mark.parametrize("words", SOUND)
def test_days_of_other_things_than_one_decision_are_not_set_in_its_order(ask: Asker, words: str) -> None:
    assert not _asked(ask, words)


@pytest.mark.parametrize("words", SOUND)
def test_a_record_without_days_of_its_own_does_not_take_those_that_it_tells_of_others(ask: Asker, words: str) -> None:
    assert not _asked(ask, words, "\n")


def test_the_working_days_that_are_told_are_counted(ask: Asker) -> None:
    said = _asked(
        ask, "The sale was published on 9 May 2019 and could be called in for five working days, until 13 May 2019."
    )
    assert len(said) == 1
    assert "2 working days after its publication" in said[0]
    assert "five working days" in said[0]


def test_a_deadline_told_on_the_day_of_publication_leaves_no_time(ask: Asker) -> None:
    said = _asked(ask, "The decision on markets was published on 9 May 2019 and could be called in until 9 May 2019.")
    assert len(said) == 1
    assert said[0].endswith("as it leaves no time.")
