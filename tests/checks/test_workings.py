"""A working that is said to hold is true arithmetic as it is printed: an officer hands it on as it stands."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from crossfoot.assets import dictionary
from crossfoot.checks import CheckInput, check_record
from crossfoot.extraction.extractor import Extractor
from crossfoot.model import Figure, Finding, Verdict, WorkingPart

SOUND = sorted((Path(__file__).parent / "sound").glob("*.txt"))
SIGNS = {" + ": 1, " − ": -1}
BUDGET = """Anyborough Council

CHILDREN'S SERVICES BUDGET MONITORING 2018/19

Cabinet Meeting 14 February 2019

2. Record of the Decision

Figures are in £000.

Service | Budget | Forecast outturn | Variance
Placements | 21,450 | 24,180 | 2,730
Early years | 4,260 | 4,050 | (210)
School improvement | 2,130 | 2,010 | -120
Total | 27,840 | 30,240 | 2,400
"""


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    """Return what finds the figures of a text."""
    return Extractor(dictionary())


def read(extractor: Extractor, text: str) -> tuple[dict[str, Figure], tuple[Finding, ...]]:
    """Return the figures of a record by their ids, and what the checks say holds."""
    found = extractor.extract(text)
    given = CheckInput("d1", text, found.record, found.figures, found.statements, found.commitments)
    return {f.id: f for f in found.figures}, tuple(f for f in check_record(given) if f.verdict is Verdict.HOLDS)


def sides(parts: tuple[WorkingPart, ...], figures: dict[str, Figure]) -> Iterator[tuple[Decimal, Decimal]]:
    """Yield both sides of "a + b − c = d holds" by the printed signs; nothing of workings of another form."""
    *equation, end = parts
    texts = [part.text for part in equation if part.figure is None]
    if end.text != " holds" or texts.count(" = ") != 1 or not set(texts) <= {*SIGNS, " = "}:
        return
    totals, sign = [Decimal(0)], 1
    for part in equation:
        if part.figure is not None:
            size = abs(figures[part.figure].value)
            totals[-1] += sign * (-size if part.text.startswith("−") else size)
        elif part.text == " = ":
            totals, sign = [*totals, Decimal(0)], 1
        else:
            sign = SIGNS[part.text]
    yield totals[0], totals[1]


def slack(parts: tuple[WorkingPart, ...], figures: dict[str, Figure]) -> Decimal:
    """Return how far off the printed digits may leave a sum: half a step of each number."""
    return sum((figures[p.figure].step for p in parts if p.figure is not None), Decimal(0)) / 2


@pytest.mark.parametrize("path", SOUND, ids=[path.stem for path in SOUND])
def test_what_is_said_to_hold_is_true_as_it_is_printed(extractor: Extractor, path: Path) -> None:
    figures, findings = read(extractor, path.read_text(encoding="utf-8"))
    false = [
        "".join(part.text for part in finding.working)
        for finding in findings
        for made, printed in sides(finding.working, figures)
        if abs(made - printed) > slack(finding.working, figures)
    ]
    assert false == []


def test_an_underspend_is_the_budget_taken_from_the_outturn(extractor: Extractor) -> None:
    _, findings = read(extractor, BUDGET)
    said = ["".join(part.text for part in finding.working) for finding in findings if finding.rule == 6]
    assert "£24.18m − £21.45m = £2.73m holds" in said
    assert "£4.05m − £4.26m = −£210k holds" in said
    assert "£2.01m − £2.13m = −£120k holds" in said


PLACEMENTS = """Anyborough Council

PLACEMENTS OF LOOKED AFTER CHILDREN

Cabinet Meeting 14 October 2010

2. Record of the Decision

Placement type | 31 March 2009 | 31 March 2010
In-house foster care | 134 | 131
Independent fostering agency | 41 | 58

{}
"""


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("The independent agencies operating in the area offer higher fees and a helpline.", 0),
        ("The number of independent agency placements was higher again.", 1),
    ],
)
def test_a_row_s_values_are_no_evidence_for_a_word_that_describes_something_else(
    extractor: Extractor, words: str, said: int
) -> None:
    _, findings = read(extractor, PLACEMENTS.format(words))
    assert len([finding for finding in findings if "higher" in finding.message]) == said
