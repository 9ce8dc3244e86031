"""Whether figures are dated as a careful officer would: passages written for this, each number with its period.

``datings.txt`` holds them, parted by lines of "%%". A number stands as ``[412|2014-06-30]``, with the period that it
has to get in the form of the gold tables, and perhaps as ``[412|2014-04/2015-03|target]``, with its nature; without
one it is an actual, and "?" or an empty period ask nothing. The passages were written from how councils write before
the rules were tried on them. The floors lie a little below what was reached when they were last raised.

Those in ``datings_kept.txt`` say something of passages not seen, as long as nobody who writes rules reads their faults:
only their share is told.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from crossfoot.assets import dictionary
from crossfoot.extraction.extractor import Extractor

from .scoring import FIELDS, Expected, Score, Trace, score

_MARKED = re.compile(r"\[([^|\]]*)\|([^|\]]*)(?:\|([^|\]]*))?(?:\|([^|\]]*))?\]")
_HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def datings() -> Score:
    """Return the score of the passages that may be read."""
    return _score_of("datings.txt")


def _score_of(name: str) -> Score:
    """Return the score of the passages of one file."""
    extractor = Extractor(dictionary())
    table = dict(_read(passage) for passage in (_HERE / name).read_text(encoding="utf-8").split("%%\n"))
    return score(table, {text: (text, extractor.extract(text).figures) for text in table})


def _read(passage: str) -> tuple[str, list[Expected]]:
    """Return the text of a passage and what is expected of its marked numbers."""
    text, marks, last = "", [], 0
    for mark in _MARKED.finditer(passage):
        text += passage[last : mark.start()]
        asked = dict.fromkeys(FIELDS, "") | {"period": mark[2].strip("?"), "nature": (mark[3] or "actual").strip("?")}
        marks.append((len(text), len(text) + len(mark[1]), asked))
        text += mark[1]
        last = mark.end()
    text += passage[last:]
    trace = Trace.of(text)
    places = [(trace.extent(start, end), asked) for start, end, asked in marks]
    return text, [Expected(trace.words, place, asked, core=True) for place, asked in places if place is not None]


def test_every_marked_number_but_a_few_is_found(datings: Score) -> None:
    assert datings.recall >= 0.99, "\n".join(datings.faults)


@pytest.mark.parametrize(("field", "floor"), [("period", 0.93), ("nature", 0.93)])
def test_passages_of_many_kinds_give_their_figures_period_and_nature(datings: Score, field: str, floor: float) -> None:
    assert datings.shares()[field] >= floor, "\n".join(datings.faults)


def test_passages_whose_faults_nobody_has_read_give_their_figures_their_periods() -> None:
    assert _score_of("datings_kept.txt").shares()["period"] >= 0.87
