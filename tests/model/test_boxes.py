"""Boxes of words, kept small."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.model import Span, WordBox, WordBoxes

edges = st.floats(-5, 15_000, allow_nan=False)


@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 40), edges, edges, edges, edges), max_size=20))
def test_a_kept_box_covers_the_one_that_was_given(rows: list[tuple[int, int, float, float, float, float]]) -> None:
    given_boxes = [WordBox(Span(start, start + length), *sides) for start, length, *sides in rows]
    kept = WordBoxes(given_boxes)
    assert len(kept) == len(given_boxes)
    for box, before in zip(kept, given_boxes, strict=True):
        assert box.span == before.span
        assert before.left - 0.011 <= box.left <= before.left + 1e-4
        assert before.top - 0.011 <= box.top <= before.top + 1e-4
        assert before.right - 1e-4 <= box.right <= before.right + 0.011
        assert before.bottom - 1e-4 <= box.bottom <= before.bottom + 0.011


def test_boxes_are_the_same_after_a_way_through_another_process() -> None:
    kept = WordBoxes([WordBox(Span(1, 4), 10.25, 20, 30.5, 40), WordBox(Span(5, 6), 31, 20, 36, 40)])
    again = pickle.loads(pickle.dumps(kept))  # noqa: S301 - our own bytes
    assert again == kept
    assert hash(again) == hash(kept)
    assert WordBoxes(again) == kept


def test_boxes_are_asked_for_by_place_and_stretch() -> None:
    kept = WordBoxes([WordBox(Span(at, at + 1), at, 0, at + 1, 5) for at in range(4)])
    assert kept[-1].span == Span(3, 4)
    assert [box.span.start for box in kept[1:3]] == [1, 2]
    with pytest.raises(IndexError):
        kept[4]
