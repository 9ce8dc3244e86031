"""A number has what its own clause, row or noun names, and not what the words of its neighbours do."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from crossfoot.model import Figure

Figures = Callable[[str], tuple[Figure, ...]]
HERE = Path(__file__).parent
_MARK = re.compile(r"\[([^\]|]+)\|(\w*)\]")


def passages() -> list[str]:
    """Return the passages, in which numbers stand with their indicators."""
    blocks = (HERE / "own_words.txt").read_text(encoding="utf-8").split("\n\n")
    return [block.strip() for block in blocks if not block.startswith("#")]


@pytest.mark.parametrize("passage", passages())
def test_a_number_beside_others_has_the_indicator_that_its_own_words_name(figures: Figures, passage: str) -> None:
    marks = [(mark[1], mark[2]) for mark in _MARK.finditer(passage)]
    found = {figure.quote: figure.indicator or "" for figure in figures(_MARK.sub(r"\1", passage))}
    assert {number: found.get(number) for number, _ in marks} == dict(marks)


def test_a_heading_tells_of_what_a_plan_and_households_are(figures: Figures) -> None:
    text = (
        "Child protection\n\n188 children had a plan. Twelve had been on one for two years or longer.\n\n"
        "Adoption\n\nApproved, and waiting for a child: 21 households on 31 August 2013.\n"
    )
    found = {figure.quote: figure.indicator for figure in figures(text)}
    assert found["188"] == "child_protection_plans"
    assert found["21"] == "prospective_adopters"


def test_items_of_a_list_of_those_who_left_care_tell_how(figures: Figures) -> None:
    text = (
        "How children left our care in 2020 (all 104):\n\n- adopted, 16\n- special guardianship, 27\n- went home, 33\n"
    )
    found = {figure.quote: figure.indicator for figure in figures(text)}
    assert found == {
        "104": "children_ceasing_to_be_looked_after",
        "16": "children_adopted",
        "27": "special_guardianship_orders",
        "33": "children_returned_home",
    }
