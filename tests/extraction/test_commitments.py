"""Commitments: what is promised or resolved, by whom, and by when or how often."""

from __future__ import annotations

from datetime import date

import pytest

from crossfoot import assets
from crossfoot.extraction.extractor import Extractor
from crossfoot.model import Commitment

HEAD = (
    "OAKFORD BOROUGH COUNCIL\n\nCABINET\n\nCabinet Meeting 9th March 2017\n\n"
    "1. Title of Item\n\nEarly Help\n\n2. Record of the Decision\n\n"
)


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(assets.dictionary())


def commitments(extractor: Extractor, body: str) -> tuple[Commitment, ...]:
    return extractor.extract(HEAD + body).commitments


def test_a_resolution_to_report_every_quarter_says_how_often(extractor: Extractor) -> None:
    (promise,) = commitments(
        extractor, "RESOLVED that\n\n1. update reports be brought to Cabinet on a quarterly basis.\n"
    )
    assert promise.when == "on a quarterly basis"
    assert promise.due is None


def test_a_promise_with_a_date_says_by_whom_and_when(extractor: Extractor) -> None:
    (promise,) = commitments(extractor, "The Director of Resources would report the outcome by 30 June 2017.\n")
    assert promise.who == "Director of Resources"
    assert promise.due == date(2017, 6, 30)
    assert promise.when == "by 30 June 2017"


def test_a_date_that_has_passed_is_no_promise(extractor: Extractor) -> None:
    assert commitments(extractor, "The outcome was to be reported to Cabinet by 30 June 2016.\n") == ()


def test_a_resolution_without_time_or_frequency_is_no_commitment(extractor: Extractor) -> None:
    assert commitments(extractor, "RESOLVED that\n\n1. the report be received.\n") == ()


def test_a_promise_in_the_narrative_stands_at_its_sentence(extractor: Extractor) -> None:
    body = "Members were pleased. A fuller report would be brought back to Cabinet in due course.\n"
    (promise,) = commitments(extractor, body)
    assert promise.span.cut(HEAD + body) == "A fuller report would be brought back to Cabinet in due course."


def test_who_is_to_do_it_is_not_who_is_told(extractor: Extractor) -> None:
    body = (
        "RESOLVED that\n\n1. a further report be brought to Cabinet by the Director of Housing every six months.\n"
        "2. the Select Committee be asked to report to Cabinet each year.\n"
        "3. update reports be brought to Cabinet on a quarterly basis.\n"
    )
    assert [each.who for each in commitments(extractor, body)] == ["Director of Housing", "Select Committee", "Cabinet"]
