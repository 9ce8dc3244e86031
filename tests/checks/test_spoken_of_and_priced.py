"""Numbers taken up again without saying of what, what so many at a price come to, and more out of a number than it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from planting import Asker

HEAD = "ANYBOROUGH COUNCIL\n\nCABINET RECOMMENDATIONS\n\nCabinet Meeting 13 June 2019\n\n2. Record of the Decision\n\n"
TOLD = (
    (36, "The papers had been ready in time on [114|141] occasions out of 126."),
    (36, "In [58|85] out of 73 cases the visit was made within a week."),
    (28, "There were 416 tenants in arrears on 31 May 2019. As to where the [416|476] were living, most had flats."),
    (28, "On 31 May 2019 the library held 318 large print titles. Of the [318|378], 97 had been bought in the year."),
    (28, "The panel looked at 127 complaints. All [127|121] were answered within the month."),
    (28, "By 31 May 2019 there were 245 allotment holders. It was said that 31 of the [245|254] had two plots."),
    (24, "Twelve vans had been bought at £18,500 ([£222,000|£272,000]) for the parks."),
    (24, "The honorarium of £3,000 agreed in April has been paid to 34 wardens at a cost of [£102,000|£108,000]."),
    (
        24,
        "There were 57 pitches let at an average of £2,140 a year, in all about [£122,000|£152,000].",
    ),
    (
        24,
        "The fee will be £5,000 rather than £4,000. The extra income, if 38 firms pay, will be [£38,000|£83,000].",
    ),
)
SOUND = (
    "There were 416 tenants in arrears on 31 May 2019 and 476 on 31 May 2018. Of the 476, 97 had left since.",
    "There were 130 boys and 241 girls; 216 had a place. Where the 371 were living was not known.",
    "The panel looked at 127 complaints. All of the remaining 121 days were taken up by visits.",
    "The fee will be £5,000 rather than £4,000. It is expected that 38 firms will pay it, £190,000 in all.",
    "In May 47 families moved out of 32 flats.",
)


@pytest.fixture(scope="module")
def asker() -> Asker:
    """Return one asker for all passages of this module."""
    return Asker()


def _sides(words: str) -> tuple[str, str]:
    front, choice = words.split("[", 1)
    right, rest = choice.split("|", 1)
    wrong, behind = rest.split("]", 1)
    return tuple(f"{HEAD}{front}{side}{behind}\n" for side in (right, wrong))  # type: ignore[return-value]


@pytest.mark.parametrize(("rule", "words"), TOLD)
def test_one_slip_among_what_is_taken_up_or_priced_is_asked_about(asker: Asker, rule: int, words: str) -> None:
    right, wrong = _sides(words)
    assert not [asked for asked in asker(right) if asked.rule == rule]
    assert [asked for asked in asker(wrong) if asked.rule == rule]


@pytest.mark.parametrize("words", SOUND)
def test_numbers_that_were_told_or_made_before_are_not_asked_about(asker: Asker, words: str) -> None:
    assert not [asked for asked in asker(f"{HEAD}{words}\n") if asked.rule in {24, 28, 36}]
