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
