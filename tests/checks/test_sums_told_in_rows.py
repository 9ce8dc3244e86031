"""A whole and the numbers told in a row beside it: evidence where they add up, a query where one of them slipped."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from crossfoot.assets import dictionary
from crossfoot.checks import CheckInput, check_record
from crossfoot.extraction.extractor import Extractor
from crossfoot.model import Verdict

HEAD = "ANYBOROUGH COUNCIL\n\nCABINET RECOMMENDATIONS\n\nCabinet Meeting 13 June 2019\n\n2. Record of the Decision\n\n"
SUMS = frozenset({1, 22, 27})
Reader = Callable[[str, int], tuple[bool, bool]]

CLAUSES_WITH_THE_VERB_LEFT_OUT = [
    "In the consultation [142|172] tenants replied; 81 were in favour, 49 against and 12 undecided.",
    "In the consultation 142 tenants replied; 81 were in favour, [49|42] against and 12 undecided.",
    "In the consultation 142 clubs replied, or 54% of all clubs; 81 were in favour, 49 against and [12|15] undecided.",
    "Of the 108 aims, [46|49] were ours. Our return put 31 as fully met, 12 as partly met and 3 as not met.",
    "The tools went out [1,318|1,618] times. Schools borrowed 402, clubs 611, our own gardens 305.",
    "We expect an overspend of £3.6m. Hostels account for [£2.2m|£5.2m] of it, buses for £0.8m, all else for £0.6m.",
    "Placements make up £2.31m of the pressure: homes £1.48m, carers [£0.64m|£0.94m] and lodgings £0.19m.",
    "Two depots fewer save £1.24 million, £690,000 of it on pay, £380,000 on rent and [£170,000|£100,000] on fuel.",
]
A_WHOLE_WITH_A_SENTENCE_OF_PARTS_BEHIND = [
    "The budget assumed savings of [£9.3m|£2.3m]. Of this £6.8m is on track, £1.1m is at risk and £1.4m will not come.",
    "The budget assumes savings of [£2.90m|£5.90m]. £2.10m has been made, £0.50m is rated amber and £0.30m red.",
    "Savings of £4.7m were built in; £3.2m has been made, [£0.9m|£3.9m] is thought likely, and £0.6m is given up.",
    "The pooled budget was £3.16m: Calder £1.49m, Stanwell £0.95m, West Marsh [£0.72m|£3.72m].",
    "41 claims have been decided. We conceded [17|10] in time, lost 15 in whole or in part, and 9 were withdrawn.",
    "- 2,318 applicants were on the register at 1 April\n- Band A 104, Band B [513|543], Band C 1,701\n- 297 lettings",
    "866 fines were paid late: 431 by shops, [260|290] by drivers, 142 by builders and 33 by others.",
]
NOT_THE_PARTS_OF_ANYTHING = [
    "Rust was the cause in 131 cases, frost in 93, storm in 29 and theft in 15.",
    "187 claims were lodged, of which 142 had been heard; 36 were upheld.",
    "Two sites had closed, a loss of 64 places. On our own scheme 22 sites were gold, 27 silver and 12 bronze.",
    "It lent 212 tools in October 2018, 131 in November and 84 in December.",
    "The saving is £535,000 in a full year. The costs are £140,000 for moving and £95,000 for works.",
    "The worst was £0.9m over, the next £0.7m; all else came in £0.2m under. For this year £4.8m must be saved.",
    "Of the 29 who left, 10 went home, 7 turned 18, 6 moved to relatives, 5 were adopted and one moved abroad.",
]


@pytest.fixture(scope="module")
def reader() -> Reader:
    """Return what tells whether a text's marked number is held by a sum, and whether it is asked about as one."""
    extractor = Extractor(dictionary())

    def read(words: str, side: int) -> tuple[bool, bool]:
        mark = re.search(r"\[([^\[\]|]*)\|([^\[\]|]*)\]", words)
        at = len(HEAD) + mark.start() if mark else -1
        text = HEAD + (words[: mark.start()] + mark[side] + words[mark.end() :] if mark else words) + "\n"
        found = extractor.extract(text)
        ids = {f.id for f in found.figures if f.span.start <= at < f.span.end}
        told = check_record(
            CheckInput("d", text, found.record, found.figures, found.statements, found.commitments),
        )
        sums = [one for one in told if one.rule in SUMS and (not mark or ids & set(one.figures))]
        held, asked = (any(one.verdict is verdict for one in sums) for verdict in (Verdict.HOLDS, Verdict.QUERY))
        return held, asked

    return read


@pytest.mark.parametrize("words", CLAUSES_WITH_THE_VERB_LEFT_OUT + A_WHOLE_WITH_A_SENTENCE_OF_PARTS_BEHIND)
def test_a_row_of_parts_is_evidence_and_a_slip_in_it_is_asked_about(reader: Reader, words: str) -> None:
    assert reader(words, 1) == (True, False)
    assert reader(words, 2)[1]


@pytest.mark.parametrize("words", NOT_THE_PARTS_OF_ANYTHING)
def test_numbers_that_only_stand_in_a_row_are_not_taken_for_parts(reader: Reader, words: str) -> None:
    assert not reader(words, 1)[1]
