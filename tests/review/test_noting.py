"""Notes on what has no words of its own in the text: a record, a check, a point of a chart."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from crossfoot.model import About, AnnotationKind, Finding, Span, WorldError
from crossfoot.review.facets import Facet
from crossfoot.review.prepared import Prepared
from crossfoot.review.search import HitKind
from crossfoot.review.session import Review


def _finding(review: Review) -> Finding:
    """Return what the checks say of the opening and closing numbers of the record."""
    return next(finding for _, finding in review.findings("d1") if len(finding.figures) > 1)


def test_a_note_on_a_record_is_listed_first_with_the_title_that_it_is_about(
    review: Review, place: Callable[[str], Span]
) -> None:
    review.annotate("d1", place("1,194"), AnnotationKind.HIGHLIGHT)
    changes = review.note("d1", About.DOCUMENT, " Ask for the appendix. ", tags=["ask"])
    note = review.annotations("d1")[0]
    assert changes.annotations == {note.id}
    assert (note.comment, note.quote, note.about) == (
        "Ask for the appendix.",
        review.documents()[0].title,
        About.DOCUMENT,
    )
    assert (note.tags, note.reviewer) == (("ask",), "AB")


def test_a_note_on_a_check_keeps_what_the_check_said_when_the_check_is_gone(review: Review) -> None:
    finding = _finding(review)
    review.note("d1", About.FINDING, "Seen by Finance", target=finding.id)
    review.correct(finding.figures[0], {"value": "9"})
    review.reject([finding.figures[1]])
    assert finding.id not in {each.id for _, each in review.findings("d1")}
    (note,) = review.annotations("d1")
    assert (note.quote, note.target, note.comment) == (finding.message, finding.id, "Seen by Finance")


def test_a_note_on_a_point_of_a_chart_leads_to_its_figure(review: Review, ids: list[str]) -> None:
    review.note("d1", About.CHART_POINT, "Why the rise?", target=ids[2], words="Trend chart, Contacts: 1,370")
    (note,) = review.annotations()
    assert (note.target, note.quote) == (ids[2], "Trend chart, Contacts: 1,370")
    assert note.span == review.figure(ids[2]).printed.span


@pytest.mark.parametrize("about", [About.DOCUMENT, About.FINDING, About.CHART_POINT])
def test_every_note_has_a_thread_is_resolved_and_is_undone_step_by_step(
    review: Review, ids: list[str], about: About
) -> None:
    target = {About.DOCUMENT: "", About.FINDING: _finding(review).id, About.CHART_POINT: ids[0]}[about]
    review.note("d1", about, "Why?", target=target)
    (first,) = review.annotations()
    review.reply(first.id, "It is in the annex.")
    review.resolve([first.id])
    (note,) = review.annotations()
    assert ([reply.text for reply in note.replies], note.resolved) == (["It is in the annex."], True)
    for _ in range(3):
        review.undo()
    assert review.annotations() == ()
    for _ in range(3):
        review.redo()
    assert review.annotations() == (note,)
    assert review.verify() == ()


def test_notes_are_found_by_their_words_tags_and_answers(review: Review, ids: list[str]) -> None:
    review.note("d1", About.DOCUMENT, "Ask for the appendix", tags=["ask"])
    review.note("d1", About.CHART_POINT, "Steep", target=ids[0], words="Trend chart, Contacts")
    review.reply(review.annotations()[1].id, "as in the annexe")
    (hit,) = review.search("appendix")
    assert (hit.kind, hit.target) == (HitKind.ANNOTATION, review.annotations()[0].id)
    assert hit.snippet.startswith("Ask for the appendix — [")
    assert [found.target for found in review.search("kind:note annexe")] == [review.annotations()[1].id]
    assert [found.target for found in review.search("tag:ask")] == [review.annotations()[0].id]


def test_a_tag_on_a_points_note_is_a_facet_of_that_figure_alone(review: Review, ids: list[str]) -> None:
    review.note("d1", About.CHART_POINT, "Steep", target=ids[0], tags=["rise"])
    review.note("d1", About.DOCUMENT, "All of it", tags=["whole"])
    assert review.facets({Facet.TAG: frozenset({"rise"})}).ids == (ids[0],)
    assert "whole" not in review.facets({}).counts[Facet.TAG]


def test_nothing_typed_is_no_note_and_a_check_that_is_gone_cannot_get_one(review: Review) -> None:
    with pytest.raises(WorldError, match="type it first"):
        review.note("d1", About.DOCUMENT, "  ")
    with pytest.raises(WorldError, match="not there any more"):
        review.note("d1", About.FINDING, "Why?", target="nothing")
    assert review.annotations() == ()


def test_notes_go_along_to_a_new_version_of_their_record(
    review: Review, ids: list[str], make: Callable[..., Prepared]
) -> None:
    review.note("d1", About.DOCUMENT, "All of it")
    review.note("d1", About.CHART_POINT, "Steep", target=ids[0], words="Trend chart, Contacts")
    newer = make("newer.txt", ending=" It was noted.")
    replaced = review.replace_document("d1", newer)
    notes = {note.about: note for note in review.annotations(replaced.document)}
    assert notes[About.DOCUMENT].comment == "All of it"
    target = notes[About.CHART_POINT].target
    assert review.figure(target).document == replaced.document
    assert notes[About.CHART_POINT].quote == "Trend chart, Contacts"
