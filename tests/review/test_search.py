"""A search goes through texts, figures and notes, by words and by fields."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from crossfoot.assets import dictionary
from crossfoot.model import AnnotationKind, Span, WorldError
from crossfoot.review.prepared import Prepared
from crossfoot.review.search import HitKind
from crossfoot.review.session import Review
from crossfoot.workspace import Workspace


def found(review: Review, query: str) -> list[tuple[str, str]]:
    """Kind and target of each hit."""
    return [(hit.kind.value, hit.target) for hit in review.search(query)]


def test_words_are_found_whole_whatever_their_case_and_accents(review: Review) -> None:
    assert found(review, "CONTACTS") == found(review, "côntacts")
    assert ("text", "d1") in found(review, "CONTACTS")
    assert ("text", "d1") not in found(review, "contac")


def test_a_star_finds_what_begins_so(review: Review) -> None:
    assert ("text", "d1") in found(review, "contac*")


def test_all_words_must_stand_in_one_passage_and_quotes_hold_them_together(review: Review) -> None:
    (hit,) = review.search('"new staff" kind:text')
    assert "41 [new staff] were" in hit.snippet
    assert review.search('"staff new" kind:text') == ()
    assert review.search("staff new kind:text")


def test_a_minus_leaves_out_what_has_the_word(review: Review) -> None:
    assert review.search("staff kind:text")
    assert review.search("staff -new kind:text") == ()


def test_a_figure_is_found_by_its_number_however_it_is_typed(review: Review, ids: list[str]) -> None:
    for typed in ("1,194", "1194"):
        assert ("figure", ids[0]) in found(review, typed)
    assert all(kind == "figure" for kind, _ in found(review, "5.51"))
    assert found(review, "5.51")


@pytest.mark.parametrize(
    ("query", "quotes"),
    [
        ("value:1194", {"1,194"}),
        ("value:>1,000 value:<2000 unit:count", {"1,194", "1,370"}),
        ("indicator:contacts value:<1000", {"176"}),
        ("date:2016", {"1,194"}),
        ("date:>2016", set()),
        ("value:1000..1200", {"1,194"}),
        ("value:£5.51m", {"£5.51m"}),
        ("unit:£", {"£5.51m"}),
    ],
)
def test_fields_choose_figures(review: Review, query: str, quotes: set[str]) -> None:
    assert {review.figure(hit.target).printed.quote for hit in review.search(query)} == quotes


def test_the_state_is_the_one_that_stands_now_and_undo_takes_it_back(review: Review, ids: list[str]) -> None:
    assert review.search("state:confirmed") == ()
    review.confirm(ids[:2])
    assert [hit.target for hit in review.search("state:confirmed")] == ids[:2]
    assert len(review.search("state:undecided")) == len(ids) - 2
    review.undo()
    assert review.search("state:confirmed") == ()


def test_a_corrected_value_and_a_note_are_found_and_the_printed_one_stays_so(review: Review, ids: list[str]) -> None:
    review.correct(ids[0], {"value": "1,149"}, "typing error")
    review.set_note(ids[1], "ask the team manager")
    assert [hit.target for hit in review.search("value:1149")] == [ids[0]]
    assert ids[0] in [hit.target for hit in review.search("1,194 kind:figure")]
    assert [hit.target for hit in review.search("team manager kind:figure")] == [ids[1]]


def test_notes_are_found_by_comment_quote_tag_and_reviewer(review: Review) -> None:
    words = Span(0, 10)
    review.annotate("d1", words, AnnotationKind.COMMENT, comment="Is this the June figure?", tags=["ask author"])
    (hit,) = review.search("june kind:note")
    assert hit.kind is HitKind.ANNOTATION
    assert hit.span == words
    assert [h.target for h in review.search('tag:"ask author"')] == [hit.target]
    assert review.search("tag:other") == ()


def test_records_in_the_bin_are_not_searched_and_come_back_with_undo(review: Review) -> None:
    everything = review.search("contacts")
    review.remove_document("d1")
    assert review.search("contacts") == ()
    assert review.search("value:1194") == ()
    review.undo()
    assert review.search("contacts") == everything


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("colour:red", "“colour:” is no field"),
        ("indicater:referrals", "did you mean “indicator:”"),
        ("value:>lots", "not a number"),
        ("state:maybe", "use undecided, confirmed"),
        ("date:someday", "not a period"),
        ("kind:picture", "use text, figure or note"),
        ("-draft", "something to find"),
    ],
)
def test_what_cannot_be_read_is_said_with_what_could_be_typed(review: Review, query: str, sentence: str) -> None:
    with pytest.raises(WorldError, match=sentence):
        review.search(query)


@pytest.mark.parametrize(
    "query", ["", "  ", "£", '"', '""', "AND", "NEAR(a b)", "a* OR b", "'; DROP TABLE documents", "*"]
)
def test_nothing_that_is_typed_reaches_the_database_as_a_command(review: Review, query: str) -> None:
    review.search(query)
    assert review.verify() == ()


def test_at_most_so_many_of_each_kind_are_given_as_were_asked_for(
    review: Review, make: Callable[..., Prepared]
) -> None:
    for number in range(3):
        review.store(make(f"{number}.txt", None, f" Number {number}."))
    hits = review.search("contacts", 2)
    assert [hit.kind for hit in hits].count(HitKind.TEXT) == 2


def test_a_workspace_from_before_the_search_is_searched_like_any_other(
    path: Path, review: Review, ids: list[str]
) -> None:
    review.confirm(ids[:1])
    expected = [(hit.kind, hit.target, hit.snippet) for hit in review.search("1,194")]
    older = path.with_name("older.crossfoot")
    review.backup(older)
    with closing(sqlite3.connect(older)) as db:
        for name in ("figure_words", "passage_words", "figure_index", "figure_index_sets", "passages"):
            db.execute(f"DROP TABLE {name}")
        db.execute("DROP VIEW passage_texts")
        db.execute("DELETE FROM _sqlite_migrations WHERE name = 'version_2'")
        db.execute("PRAGMA user_version = 1")
        db.commit()
    with Workspace.open(older) as workspace:
        opened = Review(workspace, dictionary())
        assert [(hit.kind, hit.target, hit.snippet) for hit in opened.search("1,194")] == expected
        assert [hit.target for hit in opened.search("state:confirmed")] == ids[:1]
        assert opened.verify() == ()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE figure_index SET state = 'confirmed' WHERE number = 1",
        "DELETE FROM figure_index WHERE number = 1",
        "INSERT INTO passage_words (passage_words, rowid, words) VALUES ('delete', 1, 'children')",
    ],
)
def test_verify_says_where_the_search_would_mislead(path: Path, review: Review, statement: str) -> None:
    copy = path.with_name("copy.crossfoot")
    review.backup(copy)
    with closing(sqlite3.connect(copy)) as db:
        db.execute(statement)
        db.commit()
    with Workspace.open(copy) as workspace:
        assert "search" in " ".join(workspace.verify())
