"""References lead to the records of the workspace that they mean, and to none where it is not here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from crossfoot.assets import dictionary
from crossfoot.model import Reference, ReferenceKind, Span
from crossfoot.review.links import Link
from crossfoot.review.prepared import Prepared
from crossfoot.review.session import Review
from crossfoot.workspace import Workspace

Make = Callable[..., Prepared]
DAY = date(2013, 6, 13)
TO_A_DAY = Reference(ReferenceKind.MEETING, Span(0, 9), "There were", DAY, DAY)
TO_A_MONTH = Reference(ReferenceKind.MEETING, Span(0, 9), "There were", date(2013, 6, 1), date(2013, 6, 30))
TO_A_NUMBER = Reference(ReferenceKind.RECORD, Span(0, 9), "There were", number="D 130045")
TO_A_MINUTE = Reference(ReferenceKind.MINUTE, Span(0, 9), "There were", number="45/12")


@pytest.fixture
def record(make: Callable[..., Prepared]) -> Callable[..., Prepared]:
    """Return the function that makes records with references, ready to be stored."""

    def made(
        name: str, meeting: date, *references: Reference, number: str | None = None, council: str | None = None
    ) -> Prepared:
        plain = make(name, meeting, f" This is {name}.")
        facts = replace(plain.extraction.record, title=name, references=references, reference=number, council=council)
        return replace(plain, extraction=replace(plain.extraction, record=facts))

    return made


@pytest.fixture
def review(workspace: Workspace) -> Review:
    """Return a review of an empty workspace."""
    return Review(workspace, dictionary())


def test_a_date_leads_to_every_record_of_that_meeting_the_likeliest_title_first(review: Review, record: Make) -> None:
    review.store(record("Budget monitoring", DAY))
    review.store(record("Contacts and outturn", DAY))
    review.store(record("Later", date(2016, 7, 14), TO_A_DAY))
    assert review.links("d3") == (Link(TO_A_DAY, ("d2", "d1")),)


def test_a_month_leads_to_the_meetings_in_it(review: Review, record: Make) -> None:
    review.store(record("June", DAY))
    review.store(record("July", date(2013, 7, 1)))
    review.store(record("Later", date(2016, 7, 14), TO_A_MONTH))
    assert review.links("d3") == (Link(TO_A_MONTH, ("d1",)),)


def test_a_number_leads_to_the_record_that_carries_it_however_it_is_spaced(review: Review, record: Make) -> None:
    review.store(record("One", DAY, number="D130045"))
    review.store(record("Two", DAY, number="D130046"))
    review.store(record("Three", DAY, number="CAB 45/12"))
    review.store(record("Later", date(2016, 7, 14), TO_A_NUMBER, TO_A_MINUTE))
    assert [link.documents for link in review.links("d4")] == [("d1",), ("d3",)]


def test_a_record_of_another_council_is_not_meant(review: Review, record: Make) -> None:
    review.store(record("Theirs", DAY, council="Tarnholme Council"))
    review.store(record("Ours", DAY, council="HARBOUR VALE COUNCIL"))
    review.store(record("Later", date(2016, 7, 14), TO_A_DAY, council="Harbour Vale Council"))
    assert review.links("d3") == (Link(TO_A_DAY, ("d2",)),)


def test_what_is_not_in_the_workspace_or_lies_in_the_bin_leads_nowhere(review: Review, record: Make) -> None:
    review.store(record("Later", date(2016, 7, 14), TO_A_DAY))
    assert review.links("d1") == (Link(TO_A_DAY),)
    review.store(record("June", DAY))
    assert review.links("d1") == (Link(TO_A_DAY, ("d2",)),)
    review.remove_document("d2")
    assert review.links("d1") == (Link(TO_A_DAY),)


def test_references_are_kept_with_the_record_and_a_record_of_older_rules_has_none(
    review: Review, record: Make, workspace: Workspace
) -> None:
    review.store(record("Later", date(2016, 7, 14), TO_A_DAY))
    assert Review(workspace, dictionary()).document("d1").record.references == (TO_A_DAY,)
