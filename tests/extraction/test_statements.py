"""Statements without a number: which indicator, which way, and where in the process model."""

from __future__ import annotations

import pytest

from crossfoot import assets
from crossfoot.extraction.extractor import Extractor
from crossfoot.model import Direction, Stage, Statement

LOOKED_AFTER = "looked_after_children"
FOSTER_CARERS = "approved_foster_carer_households"
RE_REFERRALS = "re_referrals_within_12_months_percent"
SINGLE_TIMELY = "single_assessments_within_45_working_days_percent"
VACANCY_RATE = "social_worker_vacancy_rate_percent"


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(assets.dictionary())


def statements(extractor: Extractor, text: str) -> list[tuple[str | None, Direction]]:
    return [(s.indicator, s.direction) for s in found(extractor, text)]


def found(extractor: Extractor, text: str) -> tuple[Statement, ...]:
    return extractor.extract(text).statements


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Referrals have fallen slightly since the spring.", [("referrals", Direction.DOWN)]),
        ("The number of looked after children remains high.", [("looked_after_children", Direction.HIGH)]),
        ("There was a further increase in section 47 enquiries.", [("section_47_enquiries", Direction.UP)]),
        ("Core assessments remained stable over the summer.", [("core_assessments", Direction.SAME)]),
        (
            "Early help assessments were short of the agreed target.",
            [("early_help_assessments", Direction.BELOW_TARGET)],
        ),
        ("Contacts stayed at a very low level all winter.", [("contacts", Direction.LOW)]),
    ],
)
def test_a_claim_in_words_gives_its_indicator_and_its_direction(
    extractor: Extractor, sentence: str, expected: list[tuple[str, Direction]]
) -> None:
    assert statements(extractor, sentence) == expected


def test_two_indicators_joined_by_and_are_both_claimed(extractor: Extractor) -> None:
    assert statements(extractor, "Contacts and referrals have both risen since Easter.") == [
        ("contacts", Direction.UP),
        ("referrals", Direction.UP),
    ]


def test_a_sentence_with_a_figure_is_left_to_the_figure(extractor: Extractor) -> None:
    assert statements(extractor, "Referrals have fallen to 412 since the spring.") == []


def test_words_of_direction_without_an_indicator_claim_nothing(extractor: Extractor) -> None:
    assert statements(extractor, "Morale among the drivers has improved and the weather remains high summer.") == []


def test_a_statement_stands_in_the_stage_of_its_indicator(extractor: Extractor) -> None:
    text = "Referrals have fallen. The number of looked after children has risen."
    assert [s.stage for s in found(extractor, text)] == [Stage.INPUTS, Stage.OUTPUTS]


def test_a_statement_quotes_its_own_words(extractor: Extractor) -> None:
    text = "It was noted that referrals have fallen slightly."
    (statement,) = found(extractor, text)
    assert statement.span.cut(text) == statement.quote == "referrals have fallen slightly"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Contacts with the front door have crept up since the summer.", [("contacts", Direction.UP)]),
        ("The re-referral rate, which had worried inspectors, has since come down.", [(RE_REFERRALS, Direction.DOWN)]),
        ("Timeliness of single assessments did not meet its target.", [(SINGLE_TIMELY, Direction.BELOW_TARGET)]),
        ("There were fewer looked after children than a year earlier.", [(LOOKED_AFTER, Direction.DOWN)]),
        ("Referrals were higher than in neighbouring authorities.", [("referrals", Direction.HIGH)]),
        ("The vacancy rate for social workers has levelled off.", [(VACANCY_RATE, Direction.SAME)]),
        ("There has been no further improvement in contacts.", [("contacts", Direction.SAME)]),
        ("Contacts went to the MASH last winter. They have dropped away since.", [("contacts", Direction.DOWN)]),
        ("Contacts are up, and 12 referrals were received in May.", [("contacts", Direction.UP)]),
        ("The number of approved foster carers continues to decline.", [(FOSTER_CARERS, Direction.DOWN)]),
        ("The waiting list for council houses has shortened.", [(None, Direction.DOWN)]),
    ],
)
def test_claims_are_known_in_the_words_of_many_authors(
    extractor: Extractor, text: str, expected: list[tuple[str | None, Direction]]
) -> None:
    assert statements(extractor, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The service aims to reduce the number of looked after children.",
        "If referrals were to rise, a further post would be needed.",
        "An increase in contacts is expected in the autumn.",
        "Cabinet is asked to approve an increase in referrals to the LADO.",
        "Contacts would be expected to fall.",
        "It is proposed that referrals be reduced.",
        "The high needs block was discussed, and the target operating model was noted.",
        "Contacts fell by 6.3 per cent against the same quarter of last year.",
    ],
)
def test_what_is_hoped_feared_proposed_or_given_as_a_figure_is_no_claim(extractor: Extractor, text: str) -> None:
    assert statements(extractor, text) == []
