"""What is said against its own comment or sequel: each way once as it is sound, and once with what a clerk lost."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from planting import Asker

HEAD = (
    "ANYBOROUGH COUNCIL\n\nCABINET RECOMMENDATIONS\n\nCabinet Meeting 14 November 2019\n\n2. Record of the Decision\n\n"
)
SLIPS = [
    "Regrettably, the provider was [unable|able] to open the second home before Christmas.",
    "Fortunately the school [was able|was unable] to move its pupils to the annexe for a term.",
    "Despite three reminders the return had [not been|been] received by the closing date.",
    "In spite of a long campaign the service had [not been|been] successful in finding carers for teenagers.",
    "We [could not fill|managed to fill] the post of head of home, which is still vacant.",
    "The income target of £90,000 [was not|was] met, and the shortfall was met from balances.",
    "As the grant was [insufficient|sufficient] for the work, the remainder had to be borrowed.",
    "Nine claims were found to be [incomplete|complete] and were therefore returned to those who had made them.",
    "Six carers [failed|passed] the test. They were accordingly removed from the register.",
    "Four forms were [valid|invalid] and were consequently accepted by the team.",
    "Because [no objections|objections] were received, the scheme could be confirmed without a hearing.",
    "The bid for the youth centre was [unsuccessful|successful]. It will be submitted again in the spring.",
    "The [poor|sound] condition of the lift, which had failed twice, made it necessary to close the upper floor.",
    "In the west there remained 37 [unfilled|filled] places at the end of term.",
    "The team has eleven cars, of which four are [unavailable|available] for reasons such as repair.",
    "Closing the annexe would have saved £1.4m but [was not|was] considered consistent with the strategy.",
    "Members were concerned that the fees did [not cover|cover] the cost of the inspections.",
    "The allowance of £41 a week does [not meet|meet] what a carer spends, put at £66.",
    "The sale of the depot was [opposed|supported] by any of those who wrote in, and was dropped.".replace(
        "by any", "by [all|any]"
    ),
    "Caseloads in the north did [not exceed|exceed] the limit at any point in the year.",
]
LEFT_ALONE = [
    "Unfortunately we were only able to open two of the four rooms.",
    "Despite two reminders the return was not received until May.",
    "The target was not met, and the shortfall was met from balances.",
    "The target was met, and the surplus was carried forward.",
    "Nine claims were complete and were therefore paid.",
    "No objections had been made, so the order could be sealed at once.",
    "The bid was successful, and another bid will follow for the second phase.".replace("another bid", "a new team"),
    "The good condition of the roof meant that no work was needed.",
    "Closing the annexe would have saved £1.4m but was considered too disruptive.",
    "The fees do not cover the cost of inspections, but they do cover that of the licences.",
    "In no case did they find a child at risk. They did identify nine plans that were late.",
    "How the service did against its targets is shown below.",
]


def _asked(asker: Asker, words: str, side: int) -> bool:
    text = HEAD + re.sub(r"\[([^\[\]|]*)\|([^\[\]|]*)\]", rf"\{side}", words) + "\n"
    return any(query.rule == 23 for query in asker(text))


@pytest.fixture(scope="module")
def asker() -> Asker:
    """Return what asks the whole way."""
    return Asker()


@pytest.mark.parametrize("words", SLIPS)
def test_what_goes_against_its_own_comment_or_sequel_is_asked_about(asker: Asker, words: str) -> None:
    assert not _asked(asker, words, 1)
    assert _asked(asker, words, 2)


@pytest.mark.parametrize("words", LEFT_ALONE)
def test_what_goes_with_its_comment_and_sequel_is_left_alone(asker: Asker, words: str) -> None:
    assert not _asked(asker, words, 1)
