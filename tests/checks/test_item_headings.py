"""Headings of items and quoted names against the words under them, and titles of services that a record never names."""

from __future__ import annotations

import re

import pytest

from crossfoot.checks import CheckInput, check_record
from crossfoot.extraction.record import read_record

HEAD = "ANYBOROUGH COUNCIL\n\nCABINET\n\n14 November 2019\n\nMembers met in the Guildhall and began at ten o'clock.\n\n"
OTHERS = [
    "POLICY FOR [TREE|DOG] WARDENS\n\nMembers discussed a policy for tree wardens, of whom there are nine in the area.",
    "RENEWAL OF THE [BEECH|MAPLE] LANE LEASE\n\nThe renewal of the Beech Lane lease was put off until the rent is set.",
    "Item: [Care and Repair and Staff|Repair and Staff]\n\nA report on Care and Repair and Staff was received.",
    "SCALE OF FEES [2018/19|2016/17]\n\nThe fees for 2018/19 were before Members. Those for 2018/19 are up by 2%.",
    "A circular headed “Winter [Road|Fuel] Grant” has come. It says that the Winter Road Grant is paid in two parts.",
    "[PURCHASE|DISPOSAL] OF LAND AT MILL END\n\nThe owner had offered it to the Council, who would purchase it in May.",
]
LEFT_ALONE = [
    "CHILDREN LOOKED AFTER\n\nThe number of children who had been looked after for a year was told to the meeting.",
    "DATE OF NEXT MEETING\n\nIt was agreed that the next meeting be held on a Tuesday in the Guildhall in May.",
    "POLICY FOR TREE WARDENS\n\nThe revised policy for the wardens of trees was discussed by all of the Members.",
    "SCALE OF FEES 2018/19\n\nThe fees were before Members. They were last put up in 2016/17, when few complained.",
]


def _asked(words: str, side: int) -> list[str]:
    text = HEAD + re.sub(r"\[([^\[\]|]*)\|([^\[\]|]*)\]", rf"\{side}", words) + "\n"
    found = check_record(CheckInput("d1", text, read_record(text), ()))
    return [f.message for f in found if f.rule == 33 and f.verdict.name == "QUERY"]


@pytest.mark.parametrize("words", OTHERS)
def test_an_item_whose_heading_names_another_thing_is_asked_about(words: str) -> None:
    assert _asked(words, 1) == []
    assert _asked(words, 2) != []


@pytest.mark.parametrize("words", LEFT_ALONE)
def test_an_item_that_its_heading_names_is_left_alone(words: str) -> None:
    assert _asked(words, 1) == []


@pytest.mark.parametrize(("subject", "asked"), [("Allotments", True), ("Fostering", False), ("Homes", False)])
def test_a_service_that_only_the_title_names_is_asked_about(record_said, subject: str, asked: bool) -> None:
    told = "The homes were full all year and the carers who foster were thanked for what they had done. " * 20
    text = (
        f"ANYBOROUGH COUNCIL\n\nCabinet Meeting 13 June 2013\n\n1. Title\n\n{subject}: Review of Fees and Terms\n\n"
        f"2. Record of the Decision\n\n{told}\n\n3. Reasons for the Decision\n\nTo help.\n"
    )
    assert any(line.startswith("query") for line in record_said(text, 33)) is asked
