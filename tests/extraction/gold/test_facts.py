"""How well the facts of a record are found: its council, title and dates, its resolutions and its further sections.

The floors lie a little below what was reached when they were last raised, as those of the figures do.
"""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from crossfoot.extraction.record.record import read_record
from crossfoot.model import Record

HERE = Path(__file__).parent
_SECTIONS = ("reasons", "alternatives", "conflicts", "dispensations")
_SOME_TEXT = 8
"""Characters that a section marked "text" holds at the least."""


def _facts(text: str, record: Record) -> dict[str, str]:
    """Return what was found, in the columns of the table."""
    sections = {each.kind.value: each.span.cut(text) for each in reversed(record.sections)}
    dates = {name: str(getattr(record, name) or "") for name in ("meeting_date", "call_in", "proper_officer_date")}
    named = {"council": record.council or "", "title": record.title or "", "resolutions": str(len(record.resolutions))}
    return named | dates | {kind: sections.get(kind, "") for kind in _SECTIONS}


def _agrees(wanted: str, got: str) -> bool:
    """Tell whether what was found is what the table states; "text" stands for any words of some length."""
    if wanted == "text":
        return len(got.strip()) > _SOME_TEXT
    plain, other = (" ".join(words.casefold().replace("–", "-").split()).rstrip(" .") for words in (wanted, got))
    return plain == other


@pytest.fixture(scope="module")
def judged() -> tuple[Counter[str], Counter[str], list[str]]:
    """Return how many facts of each kind the tables of the read records state, how many were found, and the faults."""
    stated: Counter[str] = Counter()
    found: Counter[str] = Counter()
    faults: list[str] = []
    for half in ("development", "later"):
        with (HERE / half / "records.tsv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t"):
                text = (HERE / half / f"{row['document']}.txt").read_text(encoding="utf-8")
                for name, got in _facts(text, read_record(text)).items():
                    if row[name]:
                        stated[name] += 1
                        found[name] += _agrees(row[name], got)
                        if not _agrees(row[name], got):
                            faults.append(f"{row['document']} {name}: {row[name]!r}, got {got[:60]!r}")
    return stated, found, faults


@pytest.mark.parametrize(
    ("name", "floor"),
    [
        ("council", 0.98),
        ("title", 0.95),
        ("meeting_date", 0.98),
        ("call_in", 0.98),
        ("proper_officer_date", 0.98),
        ("resolutions", 0.98),
        ("reasons", 0.95),
        ("alternatives", 0.92),
        ("conflicts", 0.87),
        ("dispensations", 0.75),
    ],
)
def test_the_facts_of_the_read_records_keep_their_share(
    judged: tuple[Counter[str], Counter[str], list[str]], name: str, floor: float
) -> None:
    stated, found, faults = judged
    assert found[name] / stated[name] >= floor, "\n".join(faults)
