"""A second reviewer checks, a name goes under the record, and a statement says what was done and what was not."""

from __future__ import annotations

import email.message
import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from crossfoot.model import Extraction, Figure, Reading, Record, Span, State, Unit, WorldError
from crossfoot.model.assurance_words import statement_words
from crossfoot.model.wording import document_words
from crossfoot.readers import read_bytes
from crossfoot.readers.comments import Comment, told
from crossfoot.review.assurance.agreement import kappa
from crossfoot.review.assurance.statement import interval
from crossfoot.review.prepared import Prepared
from crossfoot.review.session import Review


def as_reviewer(review: Review, initials: str) -> Review:
    """The same review in another's hands."""
    review.reviewer = initials
    return review


def words(review: Review) -> str:
    """The statement on everything."""
    return " ".join(statement_words(review.statement()))


def test_a_statement_before_the_first_decision_counts_none_instead_of_noughts(review: Review, ids: list[str]) -> None:
    assert f"{len(ids)} figures in 1 record, none of them decided by a reviewer yet." in words(review)
    review.confirm(ids[:1])
    assert "1 decided by a reviewer, of which 1 confirmed, 0 corrected" in words(review)


def test_a_second_check_is_refused_to_who_decided_and_before_a_decision(review: Review, ids: list[str]) -> None:
    with pytest.raises(WorldError, match="no decision yet"):
        as_reviewer(review, "CD").check_again(ids[0])
    as_reviewer(review, "AB").confirm(ids[:1])
    with pytest.raises(WorldError, match="AB decided on this figure"):
        as_reviewer(review, "ab").check_again(ids[0])
    with pytest.raises(WorldError, match="set your initials"):
        as_reviewer(review, "").check_again(ids[0])
    as_reviewer(review, "CD").check_again(ids[0])
    check = review.second_check(ids[0])
    assert check is not None
    assert (check.reviewer, check.agrees, check.blind) == ("CD", True, False)


def test_a_blind_check_compares_what_is_typed_with_what_stands(review: Review, ids: list[str]) -> None:
    review.confirm(ids)
    as_reviewer(review, "CD")
    review.check_again(ids[0], {"value": "1,194"}, blind=True)
    review.check_again(ids[3], {"value": "£5.15m"}, blind=True, note="digits turned round")
    with pytest.raises(WorldError, match="needs the value"):
        review.check_again(ids[1], blind=True)
    agreed, differs = review.second_check(ids[0]), review.second_check(ids[3])
    assert agreed is not None
    assert agreed.agrees
    assert differs is not None
    assert not differs.agrees
    said = "CD differs on £5.51m: £5.15m, “digits turned round”"
    assert said in [point.words for point in review.open_points("d1")]
    (row,) = review.told(review.history(ids[3])[:1])
    assert (row.did, row.changed, row.row.reason) == ("differed", "blind second check; £5.15m", "digits turned round")
    assert review.figure(ids[3]).state is State.CONFIRMED


@pytest.fixture
def pounds(review: Review) -> str:
    """The id of a figure that is printed with noughts behind the point, as extraction reads it, confirmed by AB."""
    text = "The budget of the service was £48.00m."
    start = text.index("£")
    figure = Figure("0a0b0c0d0e", Span(start, len(text) - 1), "£48.00m", Decimal("48.00") * 1_000_000, unit=Unit.GBP)
    data = text.encode()
    extraction = Extraction("1", Record(title="Budget"), (figure,))
    review.store(Prepared("m.txt", data, hashlib.sha256(data).hexdigest(), Reading("text", text), extraction))
    review.confirm(["d2-0a0b0c0d0e"])
    return "d2-0a0b0c0d0e"


@pytest.mark.parametrize("typed", ["48m", "£48.00m", "£48m", "48,000,000", "£48 million"])
def test_a_value_is_agreed_to_however_many_noughts_are_typed_behind_its_point(
    review: Review, pounds: str, typed: str
) -> None:
    as_reviewer(review, "CD").check_again(pounds, {"value": typed}, blind=True)
    check = review.second_check(pounds)
    assert check is not None
    assert check.agrees
    assert review.open_points("d2") == ()
    assert [(each.field, each.agreed) for each in review.statement().agreement] == [("value", 1)]
    review.correct(pounds, {"value": typed})
    assert review.figure(pounds).state is State.CONFIRMED


def test_what_second_reviewers_differ_in_stands_in_the_order_of_the_record_with_what_they_say(
    review: Review, ids: list[str]
) -> None:
    review.confirm(ids)
    as_reviewer(review, "CD")
    review.check_again(ids[4], {"unit": "percentage points"})
    review.check_again(ids[0], {"period": "30 June 2015", "value": "1,194"})
    assert [point.words for point in review.open_points("d1") if "CD" in point.words] == [
        "CD differs on 1,194: period as at 30 Jun 2015",
        "CD differs on 57.5%: unit percentage points",
    ]


def test_a_later_decision_takes_the_second_check_and_the_signature_away_and_undo_brings_both_back(
    review: Review, ids: list[str]
) -> None:
    review.confirm(ids)
    as_reviewer(review, "CD").check_again(ids[0])
    review.sign_off("d1", "Chris Dale")
    before = (review.second_check(ids[0]), review.documents()[0].sign_off)
    assert None not in before
    changes = as_reviewer(review, "AB").query(ids[:1], "which month?")
    assert changes.sign_offs == {"d1"}
    assert changes.second_checks == {ids[0]}
    assert (review.second_check(ids[0]), review.documents()[0].sign_off) == (None, None)
    assert review.undo_label() == "query 1,194"
    review.undo()
    assert (review.second_check(ids[0]), review.documents()[0].sign_off) == before
    assert review.verify() == ()


def test_the_sample_is_the_same_for_everyone_and_grows_with_its_share(review: Review, ids: list[str]) -> None:
    review.confirm(ids[:4])
    as_reviewer(review, "CD")
    assert review.to_check_again() == tuple(ids[:4])
    some, more = set(review.to_check_again(share=0.4)), set(review.to_check_again(share=0.8))
    assert some <= more <= set(ids[:4])
    assert some == set(review.to_check_again("d1", 0.4))
    assert review.to_check_again(share=0) == ()
    review.check_again(ids[0])
    assert ids[0] not in review.to_check_again()
    assert as_reviewer(review, "AB").to_check_again() == ()


def test_a_signature_names_what_was_open_and_needs_a_decision_first(review: Review, ids: list[str]) -> None:
    with pytest.raises(WorldError, match="No figure of this record is decided"):
        review.sign_off("d1")
    review.confirm(ids[:3])
    review.query(ids[3:4], "net or gross?")
    review.sign_off("d1", "Ann Bell", "for the June Cabinet")
    signed = review.documents()[0].sign_off
    assert signed is not None
    assert (signed.reviewer, signed.name) == ("AB", "Ann Bell")
    assert signed.open_points[:2] == ("1 figure without a decision", "Query on £5.51m: net or gross?")
    review.withdraw_sign_off("d1", "too early")
    assert review.documents()[0].sign_off is None
    assert review.history()[0].reason == "too early"


def test_the_statement_counts_what_was_done_and_says_what_was_not(review: Review, ids: list[str]) -> None:
    assert "5 figures were not checked." in words(review)
    assert "No second check was made." in words(review)
    review.confirm(ids[:2])
    review.correct(ids[2], {"value": "1,307"})
    review.reject(ids[4:])
    said = words(review)
    assert "4 decided by a reviewer, of which 2 confirmed, 1 corrected, 1 rejected" in said
    assert "1 figure was not checked." in said
    assert "Decided by AB (4, on 6 May 2024)." in said
    assert "not a figure 1 of 4 (25%, between 5% and 70%)" in said
    assert "value 1 of 3" in said
    assert "does not say that they are true" in said
    as_reviewer(review, "CD").check_again(ids[0], {"value": "1,195"})
    assert "Second check by CD: 1 figure, 1 differs. Agreement: value 0 of 1 (0%, kappa 0.00)" in words(review)


def test_one_reading_that_held_is_said_in_the_singular(review: Review, ids: list[str]) -> None:
    review.confirm(ids[:1])
    assert "none had to be changed (1 reading)." in words(review)


def test_what_others_noted_in_a_file_is_not_said_to_be_unread(review: Review, make: Callable[..., Prepared]) -> None:
    mail = email.message.EmailMessage()
    mail["From"], mail["Subject"] = "clerk@eastmere.example", "The record of June"
    mail.set_content("There were 1,194 open cases.")
    mail.add_attachment(b"GIF89a", maintype="image", subtype="gif", filename="plan.gif")
    read = read_bytes("record.eml", mail.as_bytes())
    assert any("clerk@eastmere.example, without a day" in note for note in read.notes)
    comments = told([Comment("A. Smith", "211 referrals", "Is this right?")] * 60)
    document = make("other.txt", date(2017, 1, 12), " Another.")
    reading = replace(document.reading, notes=(*read.notes, *comments))
    review.store(replace(document, reading=reading))
    (unread,) = review.statement().unread
    assert unread.endswith("Attachment not read: plan.gif is a picture.")


def test_a_signature_among_many_records_names_its_record_and_says_how_many_have_none(
    review: Review, ids: list[str], make: Callable[..., Prepared]
) -> None:
    assert "The record is not signed off." in words(review)
    for number in range(2):
        review.store(make(f"{number}.txt", date(2017, number + 1, 12), f" Number {number}."))
    assert "None of the 3 records is signed off." in words(review)
    review.confirm(ids)
    review.sign_off("d1", "Ann Bell")
    assert "on the figures of the records, and" in words(review)
    name = document_words(review.document("d1"))
    assert f"Signed off: 1 of 3 records. {name}, by Ann Bell (AB) on 6 May 2024" in words(review)
    assert "The other 2 are not signed off." in words(review)
    assert "Signed off by Ann Bell (AB) on" in " ".join(statement_words(review.statement(["d1"])))


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([("a", "a"), ("b", "b")], 1.0),
        ([("a", "b"), ("b", "a")], -1.0),
        ([("a", "a")] * 20 + [("a", "b")] * 5 + [("b", "a")] * 10 + [("b", "b")] * 15, 0.4),
        ([("a", "a"), ("a", "a")], None),
        ([], None),
    ],
)
def test_kappa_is_cohens(said: list[tuple[str, str]], expected: float | None) -> None:
    assert kappa(said) == (None if expected is None else pytest.approx(expected))


@pytest.mark.parametrize(
    ("wrong", "checked", "low", "high"),
    [(0, 10, 0.0, 0.278), (2, 40, 0.014, 0.165), (10, 10, 0.722, 1.0), (0, 0, 0, 1)],
)
def test_the_interval_is_wilsons(wrong: int, checked: int, low: float, high: float) -> None:
    assert interval(wrong, checked) == (pytest.approx(low, abs=0.001), pytest.approx(high, abs=0.001))
