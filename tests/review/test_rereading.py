"""Newer rules read a text again: decisions stay with their figures, and nothing vanishes without a word."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crossfoot.assets import dictionary
from crossfoot.model import (
    Changes,
    Extraction,
    Figure,
    Origin,
    Period,
    PeriodKind,
    Presence,
    ReviewedFigure,
    Span,
    State,
    Unit,
    WorldError,
)
from crossfoot.review.prepared import Prepared
from crossfoot.review.rereading import Tally
from crossfoot.review.session import Review
from crossfoot.workspace import Workspace

Place = Callable[[str], Span]
JULY = Period(date(2016, 7, 1), date(2016, 7, 31), PeriodKind.DURING)


def read_by(review: Review, version: str, *figures: Figure) -> Extraction:
    """Return what rules of another version found, with the record as it was."""
    return replace(review.document("d1").extraction, version=version, figures=figures)


def printed(review: Review) -> list[Figure]:
    """Return the figures as the first rules read them."""
    return list(review.document("d1").extraction.figures)


def shown(review: Review, quote: str) -> ReviewedFigure:
    """Return the figure of a quote."""
    return next(figure for figure in review.figures() if figure.printed.quote == quote)


def wider(figure: Figure, quote: str, place: Place) -> Figure:
    """Return a figure as rules read it that take more words into its place, and know it by another id."""
    return replace(figure, id="another", span=place(quote), quote=quote)


def test_a_figure_found_again_keeps_its_id_its_decision_and_its_history(review: Review, place: Place) -> None:
    first, *others = printed(review)
    figure_id = review.figures()[0].id
    review.confirm([figure_id])
    _, tally = review.keep_reading("d1", read_by(review, "2", wider(first, "1,194 contacts", place), *others))
    assert review.figure(figure_id).state is State.CONFIRMED
    assert [row.verb for row in review.history(target=figure_id)] == ["confirm"]
    assert tally == Tally(documents=1, kept=5)
    assert review.document("d1").extraction.version == "2"


def test_what_was_confirmed_stays_as_it_was_seen_though_newer_rules_read_it_differently(review: Review) -> None:
    first, second, *others = printed(review)
    confirmed, undecided, *_ = (figure.id for figure in review.figures())
    review.confirm([confirmed])
    newer = (replace(first, period=JULY), replace(second, period=JULY), *others)
    _, tally = review.keep_reading("d1", read_by(review, "2", *newer))
    assert review.figure(confirmed).current == first
    assert review.figure(confirmed).presence is Presence.CHANGED
    assert review.figure(confirmed).reread == newer[0]
    assert review.figure(undecided).current.period == JULY
    assert review.figure(undecided).presence is Presence.STEADY
    assert tally == Tally(documents=1, kept=3, changed=2)


def test_a_figure_taken_back_to_undecided_is_shown_as_the_newest_rules_read_it(review: Review) -> None:
    first, *others = printed(review)
    figure_id = review.figures()[0].id
    review.confirm([figure_id])
    review.keep_reading("d1", read_by(review, "2", replace(first, period=JULY), *others))
    review.reopen([figure_id])
    assert review.figure(figure_id).current.period == JULY
    review.confirm([figure_id])
    assert review.figure(figure_id).current.period == JULY
    assert review.figure(figure_id).presence is Presence.STEADY


def test_a_correction_stays_what_the_officer_typed_whatever_newer_rules_read(review: Review) -> None:
    first, *others = printed(review)
    figure_id = review.figures()[0].id
    review.correct(figure_id, {"value": "1,195"})
    review.keep_reading("d1", read_by(review, "2", replace(first, value=Decimal(194), period=JULY), *others))
    assert review.figure(figure_id).current.value == Decimal(1195)
    assert review.figure(figure_id).current.period == first.period
    assert review.figure(figure_id).printed == first


def test_a_figure_that_only_newer_rules_find_is_marked_new_until_it_is_decided(review: Review, place: Place) -> None:
    missed = Figure("n1", place("41"), "41", Decimal(41), unit=Unit.COUNT)
    _, tally = review.keep_reading("d1", read_by(review, "2", *printed(review), missed))
    found = shown(review, "41")
    assert (found.state, found.presence) == (State.UNREVIEWED, Presence.NEW)
    assert tally == Tally(documents=1, kept=5, new=1)
    review.confirm([found.id])
    assert shown(review, "41").presence is Presence.STEADY


def test_a_decided_figure_that_newer_rules_no_longer_find_stays_with_its_decision(review: Review) -> None:
    first, second, *others = printed(review)
    decided, undecided, *_ = (figure.id for figure in review.figures())
    review.query([decided], "is this so?")
    _, tally = review.keep_reading("d1", read_by(review, "2", *others))
    kept = review.figure(decided)
    assert (kept.state, kept.presence, kept.reason) == (State.QUERIED, Presence.GONE, "is this so?")
    assert kept.current == first
    assert not review.has_figure(undecided)
    assert tally == Tally(documents=1, kept=3, gone=2, gone_decided=1)
    counts = review.counts()
    assert counts.found == len(review.figures()) == 4
    assert second.id in json.loads(review.history(document_id="d1")[0].after)["gone"]


def test_the_journal_says_which_rules_read_the_text_again_and_what_became_of_the_figures(review: Review) -> None:
    first, *others = printed(review)
    review.keep_reading("d1", read_by(review, "2", *others))
    row = review.history()[0]
    assert (row.verb, row.target) == ("read_again", "d1")
    assert row.reason == "4 figures as before, 1 gone"
    assert (json.loads(row.before)["version"], json.loads(row.after)["version"]) == ("1", "2")
    assert json.loads(row.after)["gone"] == [first.id]


def test_undo_goes_past_a_reading_to_what_the_officer_did_last(review: Review) -> None:
    first, second, *others = printed(review)
    gone, kept, *_ = (figure.id for figure in review.figures())
    review.confirm([kept])
    review.reject([gone], "a year")
    review.keep_reading("d1", read_by(review, "2", replace(second, period=JULY), *others))
    review.undo()
    assert not review.has_figure(gone)
    review.redo()
    assert review.figure(gone).state is State.REJECTED
    assert review.figure(gone).current == first
    review.undo()
    review.undo()
    assert review.figure(kept).state is State.UNREVIEWED
    assert review.figure(kept).current.period == JULY
    assert review.undo_label() == "import record.txt"


def test_a_figure_that_went_and_came_back_is_the_same_figure(review: Review) -> None:
    figures = printed(review)
    before = [figure.id for figure in review.figures()]
    review.keep_reading("d1", read_by(review, "2", *figures[1:]))
    review.keep_reading("d1", read_by(review, "3", *figures))
    assert [figure.id for figure in review.figures()] == before


def test_a_figure_the_officer_added_and_newer_rules_find_too_stands_there_once(review: Review, place: Place) -> None:
    mine = Figure("", place("41"), "41", Decimal(41), unit=Unit.COUNT, label="new staff")
    review.add_figure("d1", mine)
    found = replace(mine, id="n1", label="staff")
    _, tally = review.keep_reading("d1", read_by(review, "2", *printed(review), found))
    assert len(review.figures()) == 6
    assert shown(review, "41").origin is Origin.ADDED
    assert shown(review, "41").current.label == "new staff"
    assert tally.new == 0
    review.undo()
    assert shown(review, "41").origin is Origin.FOUND
    assert shown(review, "41").current.label == "staff"


def test_an_id_is_never_given_to_another_figure(review: Review, place: Place) -> None:
    first, *others = printed(review)
    review.confirm([review.figures()[0].id])
    other = replace(first, span=place("41"), quote="41", value=Decimal(41))
    review.keep_reading("d1", read_by(review, "2", other, *others))
    assert shown(review, "41").state is State.UNREVIEWED
    assert shown(review, "1,194").state is State.CONFIRMED
    assert len({figure.id for figure in review.figures()}) == 6


def test_findings_are_those_of_the_new_reading(review: Review) -> None:
    assert review.findings()
    review.keep_reading("d1", read_by(review, "2"))
    assert not any(finding.figures for _, finding in review.findings())


def test_a_workspace_that_was_read_again_is_sound_and_opens_as_it_was(
    review: Review, workspace: Workspace, path: Path
) -> None:
    _, second, *others = printed(review)
    review.confirm([figure.id for figure in review.figures()][:2])
    review.keep_reading("d1", read_by(review, "2", replace(second, period=JULY), *others))
    assert review.verify() == ()
    before = review.figures()
    workspace.close()
    with Workspace.open(path) as again:
        assert Review(again, dictionary()).figures() == before


def test_a_workspace_that_can_only_be_read_keeps_its_reading(review: Review, workspace: Workspace, path: Path) -> None:
    workspace.close()
    with Workspace.open(path, read_only=True) as again:
        reader = Review(again, dictionary())
        with pytest.raises(WorldError, match="only be read"):
            reader.keep_reading("d1", read_by(reader, "2"))
        assert len(reader.figures()) == 5


def test_a_document_in_the_bin_is_not_read_again(review: Review) -> None:
    newer = read_by(review, "2")
    review.remove_document("d1")
    with pytest.raises(WorldError, match="in the bin"):
        review.keep_reading("d1", newer)
    assert review.documents() == ()


def test_documents_of_an_older_version_are_told_from_those_of_this_one_and_of_a_newer(review: Review) -> None:
    def versions(version: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        review.keep_reading("d1", read_by(review, version))
        return review.outgrown(), review.outdated()

    assert versions("0") == (("d1",), ("d1",))
    assert versions("999") == ((), ("d1",))
    assert versions("0+3fa9c02b") == (("d1",), ("d1",))


def test_a_signed_record_is_left_as_it_was_signed(review: Review) -> None:
    review.keep_reading("d1", read_by(review, "0", *printed(review)))
    review.confirm([figure.id for figure in review.figures()])
    assert review.outgrown() == ("d1",)
    review.sign_off("d1", "Chris Dale")
    assert review.outgrown() == review.outdated() == ()


steps = st.lists(
    st.tuples(st.sampled_from(["confirm", "reject", "reopen", "undo", "redo", "read"]), st.sets(st.integers(0, 4))),
    max_size=9,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=steps)
def test_whatever_is_decided_and_read_in_whatever_order_the_file_says_the_same_as_the_screen(
    make: Callable[..., Prepared], steps: list[tuple[str, set[int]]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "any.crossfoot"
        with Workspace.open(path, create=True) as workspace:
            review = Review(workspace, dictionary(), reviewer="AB")
            review.store(make())
            figures = printed(review)
            for number, (verb, which) in enumerate(steps):
                ids = [figure.id for place, figure in enumerate(review.figures()) if place in which]
                verbs: dict[str, Callable[[], Changes | tuple[Changes, Tally]]] = {
                    "confirm": lambda ids=ids: review.confirm(ids),
                    "reject": lambda ids=ids: review.reject(ids),
                    "reopen": lambda ids=ids: review.reopen(ids),
                    "undo": review.undo,
                    "redo": review.redo,
                    "read": lambda which=which, number=number: review.keep_reading(
                        "d1", read_by(review, str(number), *(f for i, f in enumerate(figures) if i in which))
                    ),
                }
                if verb != "read" or review.documents():
                    verbs[verb]()
                assert review.counts().found == len(review.figures())
            assert review.verify() == ()
            assert Review(workspace, dictionary()).figures() == review.figures()
