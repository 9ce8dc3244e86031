"""What is measured is known of numbers whose own clause leaves it out and points back: "the figure was 28%"."""

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
    blocks = (HERE / "carried_on.txt").read_text(encoding="utf-8").split("\n\n")
    return [block.strip() for block in blocks if not block.startswith("#")]


@pytest.mark.parametrize("passage", passages())
def test_a_number_that_points_back_has_the_indicator_of_what_was_measured_before(
    figures: Figures, passage: str
) -> None:
    marks = [(mark[1], mark[2]) for mark in _MARK.finditer(passage)]
    found = {figure.quote: figure.indicator for figure in figures(_MARK.sub(r"\1", passage))}
    assert {number: found.get(number) for number, _ in marks} == dict(marks)
