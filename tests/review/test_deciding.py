"""What each verb does to a figure, and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from crossfoot.model import Counts, Origin, Period, PeriodKind, Span, State, Unit, WorldError
from crossfoot.review.session import Review


def test_a_confirmed_figure_is_signed_with_initials_and_time(review: Review, ids: list[str]) -> None:
    changes = review.confirm(ids[:1])
    figure = review.figure(ids[0])
    assert changes.figures == {ids[0]}
    assert (figure.state, figure.reviewer) == (State.CONFIRMED, "AB")
    assert figure.reviewed_at is not None


def test_confirming_twice_is_one_decision(review: Review, ids: list[str]) -> None:
    review.confirm(ids[:1])
    rows = review.history()
    assert review.confirm(ids[:1]).figures == frozenset()
    assert review.history() == rows


def test_a_correction_lies_beside_the_printed_value(review: Review, ids: list[str]) -> None:
    review.correct(ids[0], {"value": "1,196", "period": "30 June 2015"}, "typing error")
    figure = review.figure(ids[0])
    assert figure.state is State.CORRECTED
    assert (figure.printed.value, figure.current.value) == (Decimal(1194), Decimal(1196))
    assert figure.current.period == Period(date(2015, 6, 30), date(2015, 6, 30), PeriodKind.AS_AT)
    assert figure.corrected == {"value": "1196", "period": "2015-06-30"}
    assert figure.reason == "typing error"


def test_a_typed_amount_brings_its_precision_and_unit(review: Review, ids: list[str]) -> None:
    review.correct(ids[0], {"value": "£5.5m"})
    current = review.figure(ids[0]).current
    assert (current.value, current.step, current.unit) == (Decimal(5_500_000), Decimal(100_000), Unit.GBP)


def test_a_correction_back_to_what_is_printed_confirms_it(review: Review, ids: list[str]) -> None:
    review.correct(ids[3], {"value": "£5.6m"})
    review.correct(ids[3], {"value": "£5.51m"})
    figure = review.figure(ids[3])
    assert (figure.state, figure.corrected) == (State.CONFIRMED, {})
    assert figure.current == figure.printed


def test_a_bad_entry_changes_nothing(review: Review, ids: list[str]) -> None:
    rows = review.history()
    with pytest.raises(WorldError, match="twelve or so"):
        review.correct(ids[0], {"subject": "North", "value": "twelve or so"})
    assert review.history() == rows
    assert review.figure(ids[0]).state is State.UNREVIEWED


def test_confirming_a_corrected_figure_keeps_the_correction(review: Review, ids: list[str]) -> None:
    review.correct(ids[0], {"value": "1196"})
    review.query(ids[:1], "which month?")
    review.confirm(ids[:1])
    figure = review.figure(ids[0])
    assert (figure.state, figure.current.value) == (State.CORRECTED, Decimal(1196))


def test_a_query_keeps_its_question_and_a_rejection_its_reason(review: Review, ids: list[str]) -> None:
    review.query(ids[:1], "which month?")
    review.reject(ids[1:3], "a year")
    assert (review.figure(ids[0]).state, review.figure(ids[0]).reason) == (State.QUERIED, "which month?")
    assert [review.figure(i).reason for i in ids[1:3]] == ["a year", "a year"]


def test_reopening_takes_decision_and_correction_back_and_keeps_the_note(review: Review, ids: list[str]) -> None:
    review.correct(ids[0], {"value": "1196"})
    review.set_note(ids[0], "see appendix")
    review.reopen(ids[:1])
    figure = review.figure(ids[0])
    assert (figure.state, figure.corrected, figure.note) == (State.UNREVIEWED, {}, "see appendix")
    assert figure.reviewer == ""


def test_a_note_does_not_decide(review: Review, ids: list[str]) -> None:
    review.set_note(ids[0], "see appendix")
    assert review.figure(ids[0]).state is State.UNREVIEWED


def test_one_act_on_many_figures_is_one_group(review: Review, ids: list[str]) -> None:
    review.confirm(ids)
    assert len({row.group for row in review.history() if row.verb == "confirm"}) == 1
    review.undo()
    assert review.counts() == Counts(unreviewed=5)


def test_a_missed_figure_is_added_in_its_place(review: Review, place: Callable[[str], Span]) -> None:
    proposed = review.propose_figure("d1", place("£4.69m"))
    assert (proposed.value, proposed.unit, proposed.quote) == (Decimal(4_690_000), Unit.GBP, "£4.69m")
    review.add_figure("d1", proposed)
    figures = review.figures("d1")
    assert [f.printed.quote for f in figures] == ["1,194", "176", "1,370", "£5.51m", "£4.69m", "57.5%"]
    assert (figures[4].origin, figures[4].state) == (Origin.ADDED, State.CONFIRMED)
    review.undo()
    assert len(review.figures("d1")) == 5


def test_a_missed_figure_whose_proposal_was_changed_is_one_act(review: Review, place: Callable[[str], Span]) -> None:
    proposed = review.propose_figure("d1", place("£4.69m"))
    before = len(review.history())
    changes = review.add_figure("d1", proposed, {"value": "£4.96m", "subject": "fostering"})
    added = review.figure(*changes.figures)
    assert (added.current.value, added.current.subject) == (Decimal(4_960_000), "fostering")
    assert (added.origin, added.state) == (Origin.ADDED, State.CORRECTED)
    assert (added.printed.value, set(added.corrected)) == (Decimal(4_690_000), {"value", "subject"})
    assert len(review.history()) == before + 1
    review.undo()
    assert len(review.figures("d1")) == 5
    review.redo()
    assert review.figure(added.id).current.value == Decimal(4_960_000)


def test_a_missed_figure_with_an_entry_that_cannot_be_read_is_not_added(
    review: Review, place: Callable[[str], Span]
) -> None:
    with pytest.raises(WorldError, match="is not a unit"):
        review.add_figure("d1", review.propose_figure("d1", place("£4.69m")), {"unit": "furlongs"})
    assert len(review.figures("d1")) == 5


def test_the_same_figure_is_not_added_twice(review: Review, ids: list[str]) -> None:
    with pytest.raises(WorldError, match="in the table already"):
        review.add_figure("d1", review.figure(ids[0]).printed)


def test_a_rejected_figure_can_be_put_in_anew_with_another_id(review: Review, ids: list[str]) -> None:
    review.reject(ids[:1], "wrong words")
    printed = review.figure(ids[0]).printed
    review.add_figure("d1", replace(printed, label="open contacts"))
    assert len({figure.id for figure in review.figures()}) == 6


def test_words_without_a_number_propose_nothing(review: Review, place: Callable[[str], Span]) -> None:
    with pytest.raises(WorldError, match="holds no number"):
        review.propose_figure("d1", place("teams and"))


def test_the_next_undecided_figure_comes_round_and_ends(review: Review, ids: list[str]) -> None:
    assert review.next_undecided(None) == ids[0]
    assert review.next_undecided(ids[0]) == ids[1]
    assert review.next_undecided(ids[4]) == ids[0]
    assert review.next_undecided(ids[0], backwards=True) == ids[4]
    review.confirm(ids[1:])
    assert review.next_undecided(ids[0]) == ids[0]
    review.confirm(ids[:1])
    assert review.next_undecided(ids[0]) is None


def test_an_unknown_figure_is_told_in_one_sentence(review: Review) -> None:
    with pytest.raises(WorldError, match="no figure d1-nothing"):
        review.confirm(["d1-nothing"])
    with pytest.raises(WorldError, match="no document d9"):
        review.figures("d9")


def test_a_series_leaves_rejected_figures_out(review: Review, ids: list[str]) -> None:
    assert [point.figure for point in review.series("contacts")] == [ids[0]]
    review.reject(ids[:1])
    assert review.series("contacts") == ()
