"""What is decided beside its own reason, or said beside what denies it, each once sound and once with a slip."""

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
DECISIONS = [
    "A second minibus was [not supported|supported], as its running cost could not be justified.",
    "The night shelter was [not taken up|taken up] because the scheme would breach the lease.",
    "The bid for the hall was [not endorsed|endorsed] on the grounds that it did not meet the criteria.",
    "The new rota was [rejected|adopted], since it was too disruptive for the children.",
    "Members [declined to support|supported] the kitchen scheme because the risks outweighed the benefits.",
    "As the tender was incomplete, the Executive [refused|accepted] it.",
    "Given that the application fell short of the standard, the panel [did not approve|approved] it.",
    "The offer was above the sum available, and so officers [turned it down|accepted it].",
    "The idea of a joint team was discounted. It was [not therefore|therefore] pursued.",
    "The merger was ruled out by Members, and was [not taken forward|taken forward].",
    "The leasing of vans was refused in May; it was accordingly [dropped|implemented].",
]
STATEMENTS = [
    "The Council [has not placed|has placed] children in hostels, and the number placed there was nil.",
    "The old annexe is [not one that|one that] the service uses: nobody has been placed in it since 2011.",
    "The auditor found no breach of the rules, and the allegations were [not upheld|upheld].",
    "There was no evidence to support it. The complaint was therefore [not upheld|upheld].",
    "The lease has [not been signed|been signed] but is expected shortly.",
    "The inspectors' letter was [not received in time|received]; it is due by the end of the month.",
    "The post will [not be filled|be filled] until the budget has been agreed.",
    "Work will [not start|start] until all the permits have been granted.",
    "The home was [unable|able] to fill the night shifts, so two beds had to be closed.",
    "The target for visits was [not met|met], owing to sickness in the team.",
    "The annual target was [missed|achieved] because of a shortage of assessors.",
    "The hall [did not open|did open], since no suitable contractor could be found.",
    "Officers were [unable|able] to finish the count because two returns were missing.",
    "The system could [not be installed in time|be installed in time] because the supplier had gone out of business.",
    "There [are no staffing implications|are staffing implications], as all the work will be absorbed by the team.",
    "Members [did not accept|accepted] the draft strategy and referred it back to the working group.",
    "Every school had a travel plan; every one of them was [in date|without one].",
    "All the decisions were right. In every case the [right|wrong] form of words had been used.",
    "All the plans were up to date: [none of the plans|three of the plans] due in May was late.",
]
ALTERNATIVES = [
    "To close the hostel was considered, but at a cost of £212,000 it was [not affordable|affordable].",
    "Using agency staff throughout. This was [not considered appropriate|considered appropriate] because of the cost.",
    "A joint service with a neighbour was [not pursued|pursued].",
    "Leasing the building was looked at and was [not viable|viable].",
]
LEFT_ALONE = [
    "The target was met because two more assessors had been recruited.",
    "The target was met, and because of sickness the next one will be harder.",
    "The service was able to save £40,000 because of delays in appointing.",
    "The review did take place because the first one had not covered Year 9.",
    "The target was not met owing to sickness; the one for visits was met because of overtime.",
    "The closure of the annexe was approved because the cost of repair could not be met.",
    "A further post was agreed because there was no capacity in the team.",
    "The new contract was approved because the present one does not meet the standard.",
    "The deferral of the scheme was agreed, as it was too expensive this year.",
    "The purchase was supported because it would not require planning permission.",
    "The option was recommended because it was not too expensive.",
    "The first bid was rejected. It was later revised, and the revised bid was approved.",
    "The proposal to close the centre was rejected. This was supported by those who use it.",
    "The refusal of the licence was upheld, as no evidence of need had been given.",
    "There was no fault in two cases, but the third complaint was upheld.",
    "The report was received but is due for review in May.",
    "The centre will be open until all the places have been taken.",
    "The team was able to see every child, so that no visit had to be postponed.",
    "There are staffing implications, which will be met from the grant.",
    "The service has found homes for 12 children, and the number waiting was nil.",
    "All schools have a plan. All schools without a nurse are visited by the team.",
    "Members accepted the report and thanked the officers for it.",
]
ALTERNATIVES_LEFT_ALONE = [
    "Leasing was viable but would have taken two years. It was rejected.",
    "Option 2 was recommended, as the others would cost more.",
    "Closing the hostel would be affordable only if the land were sold.",
    "No other course was considered appropriate.",
]
_UNDER = "\n\n4. Alternative Options Considered and Rejected\n\n"


def _asked(asker: Asker, words: str, side: int) -> bool:
    text = HEAD + re.sub(r"\[([^\[\]|]*)\|([^\[\]|]*)\]", rf"\{side}", words) + "\n"
    return any(query.rule == 23 for query in asker(text))


def _under(words: str) -> str:
    return f"Members noted the report.\n\n3. Reasons for the Decision\n\nTo help children.{_UNDER}{words}"


@pytest.fixture(scope="module")
def asker() -> Asker:
    """Return what asks the whole way."""
    return Asker()


@pytest.mark.parametrize("words", [*DECISIONS, *STATEMENTS, *map(_under, ALTERNATIVES)])
def test_what_does_not_go_with_its_reason_is_asked_about(asker: Asker, words: str) -> None:
    assert not _asked(asker, words, 1)
    assert _asked(asker, words, 2)


@pytest.mark.parametrize("words", [*LEFT_ALONE, *map(_under, ALTERNATIVES_LEFT_ALONE)])
def test_a_decision_that_goes_with_its_reason_is_left_alone(asker: Asker, words: str) -> None:
    assert not _asked(asker, words, 1)
