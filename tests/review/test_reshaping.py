"""Figures are joined and split; what was read wrongly stays in sight, and one act brings all of it back."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from crossfoot.model import Extraction, Figure, Reading, Record, Span, State, Unit, WorldError
from crossfoot.review.prepared import Prepared
from crossfoot.review.session import Review

TEXT = "There were 1 194 contacts in March. Of the teams 12/45 had staff, and £5.51m was spent on 176 visits."


@pytest.fixture
def torn(review: Review) -> Review:
    """Return a review with a record of which one number was read as two, and two as one."""
    figures = []
    for quote, value in (("1", 1), ("194", 194), ("12/45", 12), ("£5.51m", 5_510_000), ("176", 176)):
        start = TEXT.index(quote)
        span = Span(start, start + len(quote))
        figures.append(Figure(f"{start:010}", span, quote, Decimal(value), unit=Unit.COUNT, label="contacts"))
    data = TEXT.encode()
    record = Record(title="Torn", meeting_date=date(2017, 3, 9))
    extraction = Extraction("1", record, tuple(figures))
    review.store(Prepared("torn.txt", data, hashlib.sha256(data).hexdigest(), Reading("text", TEXT), extraction))
    return review


def _ids(review: Review) -> dict[str, str]:
    """Return the figures of the record by their words."""
    return {figure.printed.quote: figure.id for figure in review.figures("d2")}


def test_two_halves_of_a_number_are_joined_into_one_that_is_still_to_be_decided_on(torn: Review) -> None:
    ids = _ids(torn)
    torn.join([ids["194"], ids["1"]])
    joined = torn.figure(_ids(torn)["1 194"])
    assert (joined.current.value, joined.current.unit, joined.current.label) == (1194, Unit.COUNT, "contacts")
    assert joined.state is State.UNREVIEWED
    assert [torn.figure(ids[half]).state for half in ("1", "194")] == [State.REJECTED] * 2
    assert torn.figure(ids["1"]).reason == "joined into “1 194”"
    assert torn.undo_label() == "join into “1 194”"
    torn.undo()
    assert "1 194" not in _ids(torn)
    assert torn.figure(ids["1"]).state is State.UNREVIEWED
    assert torn.verify() == ()


def test_two_numbers_that_were_read_as_one_are_split(torn: Review) -> None:
    whole = _ids(torn)["12/45"]
    torn.split(whole)
    parts = _ids(torn)
    assert [torn.figure(parts[quote]).current.value for quote in ("12", "45")] == [12, 45]
    assert torn.figure(whole).reason == "split into “12” and “45”"
    assert torn.undo_label() == "split into “12” and “45”"
    assert torn.counts("d2").unreviewed == 6
    torn.undo()
    assert torn.counts("d2").found == 5
    assert torn.verify() == ()


def test_what_cannot_be_joined_or_split_is_refused_in_a_sentence(torn: Review, ids: list[str]) -> None:
    there = _ids(torn)
    rows = torn.history()
    with pytest.raises(WorldError, match="two or more"):
        torn.join([there["1"]])
    with pytest.raises(WorldError, match="next to each other"):
        torn.join([there["1"], there["176"]])
    with pytest.raises(WorldError, match="different records"):
        torn.join([there["1"], ids[0]])
    with pytest.raises(WorldError, match="one number in “176”"):
        torn.split(there["176"])
    assert torn.history() == rows


def test_two_cells_of_a_table_are_not_joined_for_one_of_their_numbers_would_be_lost(review: Review) -> None:
    text = "Fostering | 41 | 58"
    places = {quote: text.index(quote) for quote in ("41", "58")}
    figures = tuple(
        Figure(f"{at:010}", Span(at, at + 2), quote, Decimal(quote), unit=Unit.COUNT) for quote, at in places.items()
    )
    data = text.encode()
    extraction = Extraction("1", Record(title="Cells"), figures)
    review.store(Prepared("cells.txt", data, hashlib.sha256(data).hexdigest(), Reading("text", text), extraction))
    rows = review.history()
    with pytest.raises(WorldError, match=r"“41 \| 58” cannot be read as one number: nothing was joined"):
        review.join([figure.id for figure in review.figures("d2")])
    assert review.history() == rows
    assert [figure.current.value for figure in review.figures("d2")] == [41, 58]


def test_a_joined_figure_can_be_split_off_again_by_undo_after_it_was_decided_on(torn: Review) -> None:
    ids = _ids(torn)
    torn.join([ids["1"], ids["194"]])
    torn.confirm([_ids(torn)["1 194"]])
    assert torn.counts("d2").confirmed == 1
    torn.undo()
    torn.undo()
    assert torn.counts("d2").unreviewed == 5


def test_a_field_is_corrected_on_several_figures_in_one_act(review: Review, ids: list[str]) -> None:
    review.correct_all(ids[:3], {"unit": "fte", "nature": "target"}, "wrong column")
    assert {(review.figure(each).current.unit, review.figure(each).state) for each in ids[:3]} == {
        (Unit.FTE, State.CORRECTED)
    }
    review.undo()
    assert review.counts().unreviewed == 5
    with pytest.raises(WorldError):
        review.correct_all(ids[:3], {"unit": "furlongs"})
    assert review.counts().unreviewed == 5


def test_correcting_several_to_what_stands_there_confirms_them(review: Review, ids: list[str]) -> None:
    review.correct_all(ids[:2], {"unit": "count"})
    assert [review.figure(each).state for each in ids[:2]] == [State.CONFIRMED] * 2
    assert replace(review.figure(ids[0]).current) == review.figure(ids[0]).printed
