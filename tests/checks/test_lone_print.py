"""A number printed as no other of its kind in the whole record, wherever the others stand."""

from __future__ import annotations

import re

import pytest

HEAD = "ANYBOROUGH COUNCIL\n\nCABINET\n\n14 November 2019\n\n"
MILLIONS = (
    "Homes cost £4.2m.\n\nSchools had £11.7m.\n\nRoads took £6.1m.\n\nParks got £2.3m.\n\nThe rest was £[1.4|1.400]m."
)
SHARES = "Calls: 81% were answered.\n\nLetters: 77%.\n\nVisits: 64%.\n\nBy hand it was [92|92.00]%."
FULL = "\n\n".join(f"Grant {n} came to £{n}4,000." for n in range(1, 9)) + "\n\nA late one came to £[31,000|31k]."
COMMA = "The yard was let for £[310,673|3100,673] in the spring."
FINER = "Calls: 81.4%.\n\nLetters: 77.9%.\n\nVisits: 64.3%.\n\nBy hand it was [92.4|92.4173]%."
LEFT_ALONE = [
    MILLIONS.replace("[1.4|1.400]", "1.46"),
    SHARES.replace("[92|92.00]", "92.4"),
    "One grant came to £14,000.\n\nA late one came to £31k.",
    "The yard was let for £1,310,673 in the spring, and the barn for £9,400.",
]


@pytest.mark.parametrize("words", [MILLIONS, SHARES, FULL, COMMA, FINER])
def test_a_number_printed_as_no_other_is_asked_about(record_said, words: str) -> None:
    sound, slip = (HEAD + re.sub(r"\[([^\[\]|]*)\|([^\[\]|]*)\]", rf"\{side}", words) for side in (1, 2))
    assert record_said(sound, 8) == []
    assert len(record_said(slip, 8)) == 1


@pytest.mark.parametrize("words", LEFT_ALONE)
def test_a_number_that_is_only_somewhat_finer_or_rounder_is_left_alone(record_said, words: str) -> None:
    assert record_said(HEAD + words, 8) == []
