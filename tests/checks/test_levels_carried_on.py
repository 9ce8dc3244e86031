"""Levels told with what came and what went: evidence where they lead on, and no screen for a slip where they do not."""

from __future__ import annotations

import pytest

from crossfoot.assets import dictionary
from crossfoot.checks import CheckInput, check_record
from crossfoot.extraction.extractor import Extractor
from crossfoot.model import Finding, Verdict

HEAD = "ANYBOROUGH COUNCIL\n\nCABINET RECOMMENDATIONS\n\nCabinet Meeting 13 June 2019\n\n2. Record of the Decision\n\n"
CARRIED_ON = [
    (
        "At the start of the year 139 families were waiting. 141 families joined the list, 133 were housed and 14 were "
        "removed from it. That made 133 in May."
    ),
    "On 1 May 120 claims had not been heard. 80 were lodged, 62 were heard and 9 withdrawn, so that 129 were in hand.",
    "There were 163 carers in April. 21 were approved in the year. 26 resigned and two were removed. We have 156.",
]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    """Return what reads the figures of a text."""
    return Extractor(dictionary())


def _found(extractor: Extractor, words: str) -> tuple[Finding, ...]:
    text = HEAD + words + "\n"
    found = extractor.extract(text)
    return check_record(
        CheckInput("d", text, found.record, found.figures, found.statements, found.commitments),
    )


@pytest.mark.parametrize("words", CARRIED_ON)
def test_a_level_that_what_came_and_went_leads_to_is_shown_as_evidence(extractor: Extractor, words: str) -> None:
    found = _found(extractor, words)
    assert any(one.rule == 22 and one.verdict is Verdict.HOLDS and len(one.figures) > 3 for one in found)
    assert not [one.message for one in found if one.rule in {1, 22, 36} and one.verdict is Verdict.QUERY]


def test_signs_that_fit_by_chance_hide_no_slip(extractor: Extractor) -> None:
    words = (
        "There were 97 homes in the town. 12 of the 57 in the north had lifts. Of the 142 rents, 81 were paid in "
        "time, 49 late and 15 not."
    )
    found = _found(extractor, words)
    assert any(one.rule == 1 and one.verdict is Verdict.QUERY for one in found)
    assert not any(one.rule == 22 for one in found)
