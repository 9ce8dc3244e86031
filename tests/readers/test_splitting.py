"""Where one record ends and the next begins: at a head of its own, never at a page's repeated head."""

from __future__ import annotations

import pytest

from crossfoot.assets import sample_records
from crossfoot.model import Span
from crossfoot.readers import read_file
from crossfoot.readers.splitting import records_in

BODY = "Members considered the report and noted what it said of the service.\n" * 8
PROFORMA = "ELMBY BOROUGH COUNCIL\nCABINET RECOMMENDATIONS\nPROFORMA\nCabinet Meeting 4th June 2015\n1. Title of Item\n"
MINUTES = "Ashby Council\nCabinet – 9 July 2020\n"
NOTICE = "Decision details\nFoster care\nDecision Maker: Cabinet\nReference: D1\nDate of decision: 14/06/2018\n"


@pytest.fixture(scope="module")
def samples() -> list[str]:
    return [read_file(path).text.strip() + "\n" for path in sample_records()]


def beginnings(text: str) -> list[int]:
    return [span.start for span in records_in(text)]


def test_each_sample_is_one_record(samples: list[str]) -> None:
    assert [beginnings(text) for text in samples] == [[0]] * len(samples)


def test_any_two_samples_joined_are_two_records(samples: list[str]) -> None:
    for first in samples:
        for second in samples:
            assert beginnings(first + "\n" + second) == [0, len(first) + 1]


@pytest.mark.parametrize("head", [PROFORMA, MINUTES, NOTICE])
def test_a_head_begins_a_record(head: str) -> None:
    first = "Brackley Council\nCabinet, 1 March 2012\n" + BODY
    assert beginnings(first + head + BODY) == [0, len(first)]


def test_the_same_meeting_may_have_several_records() -> None:
    assert beginnings((PROFORMA + BODY) * 3) == [0, len(PROFORMA + BODY), 2 * len(PROFORMA + BODY)]


def test_a_head_that_a_page_repeats_begins_none() -> None:
    assert beginnings(MINUTES + BODY + MINUTES + BODY) == [0]


@pytest.mark.parametrize(
    "line",
    [
        "The Council agreed.\nOn 9 July 2020 the Cabinet met.\n",
        "Ashby Council\nwrote to the department.\n",
        "5. Items of the Cabinet, 9 July 2020\n",
    ],
)
def test_what_only_speaks_of_a_council_begins_none(line: str) -> None:
    assert beginnings(PROFORMA + BODY + line + BODY) == [0]


def test_the_stretches_are_the_whole_text() -> None:
    text = "\n" + PROFORMA + BODY + MINUTES + BODY
    spans = records_in(text)
    assert "".join(span.cut(text) for span in spans) == text
    assert records_in("") == (Span(0, 0),)
