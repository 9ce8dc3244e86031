"""A number that words make the rest of two others, their sum or what lies between them: evidence, or asked about."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from crossfoot.assets import dictionary
from crossfoot.checks import CheckInput, check_record
from crossfoot.extraction.extractor import Extractor
from crossfoot.model import Finding, Verdict

HEAD = "ANYBOROUGH COUNCIL\n\nCABINET RECOMMENDATIONS\n\nCabinet Meeting 13 June 2019\n\n2. Record of the Decision\n\n"
ARITHMETIC = frozenset({1, 2, 5, 6, 27, 36})
Reader = Callable[[str, int], tuple[list[Finding], set[str]]]

RESTS = [
    (
        "Capital spending came to £29.5m, that is 85% of the revised programme of £34.8m. The balance of [£5.3m|£8.3m] "
        "is due to a late start."
    ),
    "The growth fund for 2019/20 is £1.35m. £1.21m is likely to be needed and the [£140,000|£170,000] left is kept.",
    "- spending on the scheme was £6.04m\n- the grant for it was £5.62m, leaving [£420,000|£450,000] to be found",
    (
        "The homes were registered for 241 places. 203 were filled, so occupancy was 84.2%. Of the [38|31] that were "
        "not, 21 could not be used."
    ),
    "742 tenants were sent the form and 611 sent it back. The other [131|161] will be called on.",
    (
        "The target was savings of £11.2m and £10.4m was made, which was nearly 93%. The outstanding [£0.8m|£3.8m] was "
        "added to next year's."
    ),
]
SUMS = [
    "The press had 214 letters from the county and 241 from other places, [455|485] together.",
    "Up to September we had taken 1,287 calls. In the next six months it was 1,627, making [2,914|2,214] in all.",
    "The outstanding £0.8m had been added to the £6.9m already required in 2012/13, making [£7.7m|£2.7m].",
]
DIFFERENCES = [
    (
        "By 31 May £6.61m had been spent. The profiled budget to that date was £6.24m, so that spending is running "
        "[£370,000|£300,000] ahead."
    ),
    "At the count there were 22,146 pupils and 23,730 places, i.e. [1,584|1,884] unfilled or 6.7%.",
    "The price is £120,000. The budget was raised to £125,000, so that there is [£5,000|£5,300] to spare.",
]
HELD_AT_LEAST = [
    "Average weekly cost, 2018/19: in-house £412; agency £846. The gap between the pair is thus [£434|] a week.",
    "The Lottery has offered £640,000 towards a floor put at £985,000. The Borough's share, [£345,000|], is in hand.",
    "The special schools had 641 pupils for 614 places in May. [27|] more children than places is not sustainable.",
    "There had been 1,482 claims in the half year. In the same months of 2018 it was 1,217, so the rise was [265|].",
]
OF_NO_TWO = [
    "17 of the 74 are in our own five homes, which have 18 beds. The other 57 are elsewhere.",
    "The Council had approved 11 new households but had also had 13 resignations, leaving a total of 104.",
    "It has fallen from 204 to 188 and, while these households offer 312 places between them, only 241 were filled.",
    "Rust accounts for 39 of the faults, frost for 24 and theft for the other 13.",
    "Receipts were £1.15m, well below the £2.00m that had been hoped for, and the mill cost £3.9m.",
]


@pytest.fixture(scope="module")
def reader() -> Reader:
    """Return what gives the arithmetic found in a text, and the ids of its marked figure."""
    extractor = Extractor(dictionary())

    def read(words: str, side: int) -> tuple[list[Finding], set[str]]:
        mark = re.search(r"\[([^\[\]|]*)\|([^\[\]|]*)\]", words)
        at = len(HEAD) + mark.start() if mark else -1
        text = HEAD + (words[: mark.start()] + mark[side] + words[mark.end() :] if mark else words) + "\n"
        found = extractor.extract(text)
        ids = {f.id for f in found.figures if f.span.start <= at < f.span.end}
        given = CheckInput("d", text, found.record, found.figures, found.statements, found.commitments)
        return [one for one in check_record(given) if one.rule in ARITHMETIC], ids

    return read


@pytest.mark.parametrize("words", RESTS + SUMS + DIFFERENCES)
def test_a_number_that_two_others_make_is_evidence_and_a_slip_is_asked_about(reader: Reader, words: str) -> None:
    sound, here = reader(words, 1)
    assert not [one.message for one in sound if one.verdict is Verdict.QUERY]
    assert any(here & set(one.figures) and len(one.figures) > 2 for one in sound)
    slipped, there = reader(words, 2)
    assert any(there & set(one.figures) for one in slipped if one.verdict is Verdict.QUERY)


@pytest.mark.parametrize("words", HELD_AT_LEAST)
def test_a_number_that_two_others_make_is_shown_as_holding(reader: Reader, words: str) -> None:
    sound, here = reader(words, 1)
    assert any(here & set(one.figures) and len(one.figures) > 2 for one in sound if one.verdict is Verdict.HOLDS)
    assert not [one.message for one in sound if one.verdict is Verdict.QUERY]


@pytest.mark.parametrize("words", OF_NO_TWO)
def test_a_number_made_of_no_two_others_is_left_alone(reader: Reader, words: str) -> None:
    assert not [one.message for one in reader(words, 1)[0] if one.verdict is Verdict.QUERY]
