"""Threads, resolved marks, and a codebook that is edited, merged and carried to other workspaces."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from crossfoot.assets import dictionary
from crossfoot.model import AnnotationKind, Span, WorldError
from crossfoot.model.codebook import COLOURS, CodeKind
from crossfoot.review.session import Review
from crossfoot.workspace import Workspace


@pytest.fixture
def tagged(review: Review, place: Callable[[str], Span]) -> Review:
    """Return a review with three marks and tags that overlap in meaning."""
    for quote, tags in (("1,194", ("ask", "July")), ("176", ("to ask",)), ("1,370", ("july", "ask"))):
        review.annotate("d1", place(quote), AnnotationKind.HIGHLIGHT, tags=tags, colour="green")
    return review


def _tags(review: Review) -> list[tuple[str, ...]]:
    """Return the tags of all marks in order of their places."""
    return [mark.tags for mark in review.annotations()]


def _uses(review: Review) -> dict[str, int]:
    """Return how many marks have each tag."""
    return {use.code.name: use.marks for use in review.codebook() if use.code.kind is CodeKind.TAG}


def test_replies_stand_under_a_mark_with_who_and_when_and_open_it_again(tagged: Review) -> None:
    mark = tagged.annotations()[0]
    tagged.resolve([mark.id])
    assert tagged.annotations()[0].resolved
    tagged.reviewer = "KM"
    tagged.reply(mark.id, " it is right  ")
    answered = tagged.annotations()[0]
    assert [(reply.text, reply.reviewer) for reply in answered.replies] == [("it is right", "KM")]
    assert answered.replies[0].at == tagged.history()[0].at
    assert not answered.resolved
    assert tagged.annotations(query="it right") == (answered,)
    tagged.undo()
    assert tagged.annotations()[0].resolved
    with pytest.raises(WorldError, match="nothing to answer"):
        tagged.reply(mark.id, "  ")


def test_several_marks_are_resolved_in_one_act(tagged: Review) -> None:
    tagged.resolve([mark.id for mark in tagged.annotations()])
    assert all(mark.resolved for mark in tagged.annotations())
    tagged.undo()
    assert not any(mark.resolved for mark in tagged.annotations())


def test_the_codebook_lists_every_colour_and_every_tag_with_its_marks(tagged: Review) -> None:
    assert [use.code.name for use in tagged.codebook()][: len(COLOURS)] == list(COLOURS)
    assert {use.code.name: use.marks for use in tagged.codebook()}["green"] == 3
    assert _uses(tagged) == {"ask": 2, "July": 2, "to ask": 1}


def test_tags_are_merged_on_every_mark_in_one_act_whatever_their_capitals(tagged: Review) -> None:
    tagged.explain_code(CodeKind.TAG, "to ask", "for the next meeting")
    tagged.merge_tags(["ask", "to ask"], "Question")
    assert _tags(tagged) == [("Question", "July"), ("Question",), ("july", "Question")]
    (question,) = (use for use in tagged.codebook() if use.code.name == "Question")
    assert (question.code.meaning, question.marks) == ("for the next meeting", 3)
    tagged.undo()
    assert _tags(tagged) == [("ask", "July"), ("to ask",), ("july", "ask")]
    assert tagged.verify() == ()


def test_a_tag_is_renamed_also_to_other_capitals(tagged: Review) -> None:
    tagged.explain_code(CodeKind.TAG, "july", "the month")
    tagged.merge_tags(["july"], "JULY")
    assert _tags(tagged) == [("ask", "JULY"), ("to ask",), ("JULY", "ask")]
    assert next(use for use in tagged.codebook() if use.code.name == "JULY").code.meaning == "the month"


def test_a_tag_is_removed_from_every_mark_and_undo_brings_it_back(tagged: Review) -> None:
    tagged.remove_tag("ASK")
    assert _tags(tagged) == [("July",), ("to ask",), ("july",)]
    tagged.undo()
    assert _uses(tagged)["ask"] == 2


def test_what_tags_and_colours_mean_is_kept_across_a_restart(tagged: Review, workspace: Workspace) -> None:
    tagged.explain_code(CodeKind.COLOUR, "green", "agreed")
    tagged.explain_code(CodeKind.TAG, "new one", "")
    again = Review(workspace, dictionary())
    assert next(use for use in again.codebook() if use.code.name == "green").code.meaning == "agreed"
    assert _uses(again)["new one"] == 0
    assert again.verify() == ()


def test_a_codebook_is_carried_to_another_workspace_where_words_that_stand_there_stay(
    tagged: Review, tmp_path: Path
) -> None:
    tagged.explain_code(CodeKind.COLOUR, "green", "agreed")
    tagged.explain_code(CodeKind.TAG, "ask", "for the meeting")
    text = tagged.codebook_text()
    with Workspace.open(tmp_path / "other.crossfoot", create=True) as workspace:
        other = Review(workspace, dictionary())
        other.explain_code(CodeKind.TAG, "ask", "my own words")
        other.import_codebook(text, "codes.json")
        meanings = {use.code.name: use.code.meaning for use in other.codebook()}
        assert (meanings["green"], meanings["ask"]) == ("agreed", "my own words")
        assert _uses(other).keys() == {"ask", "July", "to ask"}
        other.undo()
        assert _uses(other).keys() == {"ask"}


@pytest.mark.parametrize(
    "text", ["", "[]", '{"form": "something else", "codes": []}', '{"form": "crossfoot codebook"}']
)
def test_a_file_that_is_no_codebook_is_refused_in_a_sentence(tagged: Review, text: str) -> None:
    rows = tagged.history()
    with pytest.raises(WorldError, match=r"codes\.json is no codebook"):
        tagged.import_codebook(text, "codes.json")
    assert tagged.history() == rows
