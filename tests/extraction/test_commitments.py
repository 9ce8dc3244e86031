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
    assert [each.who for each in commitments(extractor, body)] == ["Director of Housing", "Select Committee", ""]


@pytest.mark.parametrize(
    ("sentence", "who", "when"),
    [
        (
            "Members asked that the Head of Service bring back an update in the autumn.",
            "Head of Service",
            "in the autumn",
        ),
        ("The Chief Executive undertook to write to all headteachers.", "Chief Executive", ""),
        ("The Trust has committed to recruit a second doctor by Christmas.", "Trust", "by Christmas"),
        ("The policy shall be reviewed annually by the Licensing Committee.", "Licensing Committee", "annually"),
        ("An extraordinary meeting is to be called in early October.", "", "in early October"),
        ("Dr Whitlock is going to draft a short paper for the May meeting.", "Dr Whitlock", "for the May meeting"),
        ("The Town Clerk to convene a meeting of the parish councils.", "Town Clerk", ""),
        ("Agreed: officers explore joint commissioning and report back next month.", "officers", "next month"),
        (
            "RESOLVED that the Head of Planning be instructed to serve the notice forthwith.",
            "Head of Planning",
            "forthwith",
        ),
        ("The Executive calls upon the County Council to reinstate the grit bins.", "County Council", ""),
        ("Residents will hear the result within ten working days.", "", "within ten working days"),
    ],
)
def test_promises_are_known_in_the_words_of_many_authors(
    extractor: Extractor, sentence: str, who: str, when: str
) -> None:
    assert [(each.who, each.when) for each in commitments(extractor, f"{sentence}\n")] == [(who, when)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Committee expressed its thanks to the staff.",
        "The Cabinet receives reports quarterly.",
        "Councillor Dunn asked whether the crossing would be in place by Christmas.",
        "The Head of Service was to have attended, but sent her apologies.",
        "The budget gap will be £4.1m by 2022/23 on present assumptions.",
        "Had the grant been confirmed, the work would have begun in June.",
        "RESOLVED that the revised estimates for 2017/18 be approved.",
        "The decision may be called in until 17 March 2017.",
        "The service could not be moved before 2024.",
        "RESOLVED that authority be delegated to the Director of Housing to acquire the site.",
    ],
)
def test_what_is_told_asked_or_approved_promises_nothing(extractor: Extractor, sentence: str) -> None:
    assert commitments(extractor, f"{sentence}\n") == ()


def test_a_month_without_its_year_is_the_next_that_lies_ahead(extractor: Extractor) -> None:
    (promise,) = commitments(extractor, "The Director of Resources will report back by the end of January.\n")
    assert promise.due == date(2018, 1, 31)
