"""Figures that stand close together and have nothing to do with each other: sound passages, nothing to ask of them.

``planted/apart.tsv`` holds them, "¶" for a line's end, "⇥" for a tab. Beside ways of telling two things stand ways of
telling one, with an error that must still be asked about.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from planting import PLANTED, Asker

HEAD = "ANYBOROUGH COUNCIL\n\nCABINET RECOMMENDATIONS\n\nCabinet Meeting 13 June 2019\n\n2. Record of the Decision\n\n"


_MARKS = str.maketrans({"¶": "\n", "⇥": "\t"})


def _passages(asked: str) -> list[object]:
    with (PLANTED / "apart.tsv").open(encoding="utf-8", newline="") as file:
        rows = [r for r in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if r["asked"] == asked]
    return [pytest.param(int(r["rule"]), r["words"].translate(_MARKS), id=f"{r['rule']} {r['told']}") for r in rows]


@pytest.fixture(scope="module")
def ask() -> Asker:
    """Return what asks a text the whole way, from its words to the queries."""
    return Asker()


@pytest.mark.parametrize(("rule", "words"), _passages("no"))
def test_figures_of_two_things_are_not_set_against_each_other(ask: Asker, rule: int, words: str) -> None:
    assert not [asked.message for asked in ask(f"{HEAD}{words}\n") if asked.rule == rule]


@pytest.mark.parametrize(("rule", "words"), _passages("yes"))
def test_figures_of_one_thing_that_do_not_agree_are_still_asked_about(ask: Asker, rule: int, words: str) -> None:
    assert [asked.message for asked in ask(f"{HEAD}{words}\n") if asked.rule == rule]


SOUND = sorted((Path(__file__).parent / "sound").glob("*.txt"))


@pytest.mark.parametrize("record", SOUND, ids=[path.stem for path in SOUND])
def test_a_sound_record_rich_in_figures_that_nearly_relate_is_asked_nothing(ask: Asker, record: Path) -> None:
    assert not [(asked.rule, asked.message) for asked in ask(record.read_text(encoding="utf-8"))]
