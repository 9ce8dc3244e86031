"""Marks on the text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from crossfoot.model import AnnotationKind, Span, WorldError
from crossfoot.review.session import Review


def test_any_words_can_be_marked_and_marks_may_overlap(review: Review, place: Callable[[str], Span]) -> None:
    review.annotate("d1", place("1,194 contacts"), AnnotationKind.HIGHLIGHT, colour="green")
    changes = review.annotate(
        "d1", place("contacts at"), AnnotationKind.COMMENT, comment=" Which? ", tags=["ask", " ask ", ""]
    )
    first, second = review.annotations("d1")
    assert changes.annotations == {second.id}
    assert (first.quote, first.colour) == ("1,194 contacts", "green")
    assert (second.comment, second.tags, second.reviewer) == ("Which?", ("ask",), "AB")


def test_annotations_are_found_by_words_of_quote_comment_and_tags(review: Review, place: Callable[[str], Span]) -> None:
    review.annotate("d1", place("outturn"), AnnotationKind.COMMENT, comment="Ask Finance", tags=["money"])
    review.annotate("d1", place("contacts"), AnnotationKind.HIGHLIGHT)
    assert [a.quote for a in review.annotations(query="FINANCE money")] == ["outturn"]
    assert [a.quote for a in review.annotations(query="contacts")] == ["contacts"]
    assert review.annotations(query="nowhere") == ()


def test_an_edit_changes_what_is_given_and_can_be_undone(review: Review, place: Callable[[str], Span]) -> None:
    review.annotate("d1", place("outturn"), AnnotationKind.COMMENT, comment="Ask", tags=["money"])
    (before,) = review.annotations()
    review.edit_annotation(before.id, comment="Asked")
    assert [(a.comment, a.tags) for a in review.annotations()] == [("Asked", ("money",))]
    review.undo()
    assert review.annotations() == (before,)


def test_a_removed_annotation_comes_back_by_undo(review: Review, place: Callable[[str], Span]) -> None:
    review.annotate("d1", place("outturn"), AnnotationKind.HIGHLIGHT)
    before = review.annotations()
    review.remove_annotation(before[0].id)
    assert review.annotations() == ()
    review.undo()
    assert review.annotations() == before


def test_the_id_of_a_removed_annotation_is_not_used_again(review: Review, place: Callable[[str], Span]) -> None:
    review.annotate("d1", place("outturn"), AnnotationKind.HIGHLIGHT)
    (first,) = review.annotations()
    review.remove_annotation(first.id)
    review.annotate("d1", place("outturn"), AnnotationKind.HIGHLIGHT)
    assert review.annotations()[0].id != first.id


def test_no_words_cannot_be_marked(review: Review) -> None:
    with pytest.raises(WorldError, match="select some"):
        review.annotate("d1", Span(5, 6), AnnotationKind.HIGHLIGHT)
