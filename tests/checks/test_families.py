"""Families of wordings: the same relation as other writers put it, right and with one error, the whole way."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from planting import PLANTED, Asker

_HEAD = (
    "ANYBOROUGH COUNCIL\n\nCABINET RECOMMENDATIONS\n\nCabinet Meeting {day}\n\n1. Title of Item/Report\n\n{title}\n\n"
    "2. Record of the Decision\n\n{words}\n"
)
_TITLES = {33: "Library Service Annual Report 2018/19"}
_DAYS = {1: ("13 June 2019",), 2: ("14 June 2018", "13 June 2019")}


def families() -> list[tuple[int, str]]:
    """Return the rows of the table of families: a rule and a passage."""
    lines = (PLANTED / "families.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t", 1) for line in lines if line and not line.startswith("#"))
    return [(int(rule), words) for rule, words in rows]


def framed(rule: int, words: str, side: int) -> tuple[str, ...]:
    """Return the record or records that a passage makes, its right side (1) or its wrong one (2)."""
    said = re.sub(r"\[([^\[\]|]*)\|([^\[\]|]*)\]", rf"\{side}", words).replace("¶", "\n").replace("⇥", "\t")
    parts = said.split("====")
    title = _TITLES.get(rule, "Library Service")
    return tuple(
        _HEAD.format(day=day, title=title, words=part) for day, part in zip(_DAYS[len(parts)], parts, strict=True)
    )


@pytest.fixture(scope="module")
def asker() -> Asker:
    """Return what asks the whole way."""
    return Asker()


@pytest.mark.parametrize(("rule", "words"), families())
def test_the_error_is_asked_about_and_what_holds_is_not(asker: Asker, rule: int, words: str) -> None:
    assert rule not in {asked.rule for asked in asker.together(*framed(rule, words, 1))}
    assert rule in {asked.rule for asked in asker.together(*framed(rule, words, 2))}
