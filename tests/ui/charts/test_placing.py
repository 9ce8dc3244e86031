"""Words stand where they can be read and are nearest to their own mark, or nowhere."""

from __future__ import annotations

from itertools import pairwise

import pytest

from crossfoot.ui.charts.placing import Box, Surface, beside_end, beside_value, first_free, least_bad, spread

ROOM = Box(0, 0, 400, 200)
SIZE = (30.0, 14.0)


@pytest.mark.parametrize(
    ("segment", "crosses"),
    [
        (((0, 0), (400, 200)), True),
        (((0, 100), (400, 100)), True),
        (((200, 0), (200, 200)), True),
        (((0, 92), (400, 92)), False),
        (((0, 0), (180, 90)), False),
        (((190, 0), (230, 90)), False),
        (((195, 98), (205, 102)), True),
    ],
)
def test_a_stroke_through_words_is_told_from_one_beside_them(
    segment: tuple[tuple[float, float], tuple[float, float]], crosses: bool
) -> None:
    assert Box.round((200, 100), SIZE).is_crossed(segment) is crosses


def test_a_value_stands_above_a_peak_and_below_a_dip() -> None:
    own = (200.0, 100.0)
    surface = Surface(ROOM, [own])
    above = first_free(surface, beside_value(own, SIZE, below=False), own)
    below = first_free(surface, beside_value(own, SIZE, below=True), own)
    assert above is not None
    assert below is not None
    assert above.bottom < 100 < below.top
    assert above.middle[0] == below.middle[0] == 200


def test_a_value_does_not_stand_nearer_to_another_mark_than_to_its_own() -> None:
    own, other = (200.0, 100.0), (200.0, 126.0)
    surface = Surface(ROOM, [own, other])
    box = first_free(surface, beside_value(own, SIZE, below=True), own)
    assert box is not None
    assert box.distance(own) < box.distance(other)
    assert not box.overlaps(Box.round(other, (8, 8)))


def test_a_value_goes_aside_where_a_steep_line_leaves_its_mark_upwards() -> None:
    own = (200.0, 100.0)
    surface = Surface(ROOM, [own], [(own, (204.0, 0.0))])
    box = first_free(surface, beside_value(own, SIZE, below=False), own)
    assert box is not None
    assert not any(box.is_crossed(stroke) for stroke in surface.strokes)


def test_values_of_marks_close_together_do_not_print_over_each_other() -> None:
    marks = [(200.0, 100.0), (206.0, 97.0), (203.0, 108.0)]
    surface = Surface(ROOM, marks)
    boxes = [first_free(surface, beside_value(mark, SIZE, below=False), mark) for mark in marks]
    placed = [box for box in boxes if box]
    assert len(placed) >= 2
    assert not any(one.overlaps(other) for i, one in enumerate(placed) for other in placed[i + 1 :])


def test_a_value_without_any_room_is_left_out() -> None:
    own = (200.0, 100.0)
    crowd = [(200.0 + x, 100.0 + y) for x in range(-60, 61, 12) for y in range(-36, 37, 12)]
    assert first_free(Surface(ROOM, crowd), beside_value(own, SIZE, below=False), own) is None
    narrow = Surface(Box(190, 90, 210, 110), [own])
    assert first_free(narrow, beside_value(own, SIZE, below=False), own) is None


def test_the_name_at_the_end_of_a_line_gives_way_to_another_line_that_goes_on() -> None:
    own = (200.0, 100.0)
    stroke = ((0.0, 96.0), (400.0, 104.0))
    box = least_bad(Surface(ROOM, [own], [stroke]), beside_end(own, (80.0, 14.0)), own)
    assert box is not None
    assert not box.is_crossed(stroke)
    assert box.left > 200


def test_a_name_between_many_lines_stands_over_as_few_as_may_be_but_never_over_words_or_marks() -> None:
    own = (200.0, 100.0)
    strokes = [((0.0, y), (400.0, y)) for y in range(0, 200, 9)]
    boxes = beside_end(own, (80.0, 14.0))
    assert least_bad(Surface(ROOM, [own], strokes), boxes, own) is not None
    assert least_bad(Surface(ROOM, [own], strokes, taken=[ROOM]), boxes, own) is None
    marks = [(float(x), float(y)) for x in range(0, 400, 20) for y in range(0, 200, 8)]
    assert least_bad(Surface(ROOM, marks, strokes), boxes, own) is None


def test_names_pushed_apart_keep_their_order_and_stay_inside() -> None:
    placed = spread([100, 198, 102, 199], 16, 0, 200)
    assert sorted(range(4), key=lambda index: placed[index]) == [0, 2, 1, 3]
    ordered = sorted(placed)
    assert all(later - earlier >= 16 for earlier, later in pairwise(ordered))
    assert ordered[0] >= 8
    assert ordered[-1] <= 192
