"""When numbers were, in short records told in one way after another: each construction stands in several of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from crossfoot.model import Figure

Figures = Callable[[str], tuple[Figure, ...]]
HERE = Path(__file__).parent
_MARK = re.compile(r"\[\[([^\]=]+)=([\d-]+(?:/[\d-]+)?)\]\]")


def records() -> list[str]:
    """Return the records, in which numbers stand with their days: ``[[92=2012-04-01/2012-06-30]]``."""
    files = (HERE / name for name in ("dated.txt", "dated_in_plain_words.txt"))
    records = [record for file in files for record in file.read_text(encoding="utf-8").split("\n=====\n")]
    return [record.strip() for record in records if not record.startswith("#")]


def _named(record: str) -> str:
    """Return a record's first mark as the name of its case."""
    marked = _MARK.search(record)
    return marked[0] if marked else "no mark"


@pytest.mark.parametrize("record", records(), ids=_named)
def test_a_number_is_of_the_days_that_a_reader_takes_it_to_be_of(figures: Figures, record: str) -> None:
    text, wanted, end = "", {}, 0
    for mark in _MARK.finditer(record):
        text += record[end : mark.start()]
        wanted[len(text)] = tuple(mark[2].split("/"))
        text += mark[1]
        end = mark.end()
    assert wanted, "a record without a mark asks nothing"
    found = {figure.span.start: figure.period for figure in figures(text + record[end:])}
    periods = {start: found.get(start) for start in wanted}
    told = {start: (str(p.start), str(p.end)) if p else None for start, p in periods.items()}
    assert told == {start: (days[0], days[-1]) for start, days in wanted.items()}
