"""Where words find room beside the marks of a chart: geometry in pixels, downwards from the upper left; no Qt."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

Place = tuple[float, float]
Segment = tuple[Place, Place]

_DOT = 5.0  # half of the square that a mark takes, with its edge
_GAP = 8.0  # between the middle of a mark and the words beside it
_NEARER = 2.0  # by how much words must be nearer to their own mark than to any other
_STEPS = 6  # half lines up and down that a name at a line's end may stand away from it
_ONE = 3.0  # marks that are no further apart than this are one to the eye


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle that words take."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def round(cls, middle: Place, size: tuple[float, float]) -> Box:
        """Return the box of this width and height round a place."""
        (x, y), (width, height) = middle, size
        return cls(x - width / 2, y - height / 2, x + width / 2, y + height / 2)

    @property
    def middle(self) -> Place:
        """Return the place in the middle."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def overlaps(self, other: Box) -> bool:
        """Tell whether two boxes share more than an edge."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def is_within(self, other: Box) -> bool:
        """Tell whether the box lies wholly in another."""
        across = other.left <= self.left and self.right <= other.right
        return across and other.top <= self.top and self.bottom <= other.bottom

    def distance(self, place: Place) -> float:
        """Return how far a place is from the box, 0 inside it."""
        x, y = place
        return math.hypot(max(self.left - x, 0.0, x - self.right), max(self.top - y, 0.0, y - self.bottom))

    def is_crossed(self, segment: Segment) -> bool:
        """Tell whether a stroke goes through the box, by cutting it off at each of the four sides in turn."""
        (x, y), (to_x, to_y) = segment
        along_x, along_y = to_x - x, to_y - y
        first, last = 0.0, 1.0
        for step, room in (
            (-along_x, x - self.left),
            (along_x, self.right - x),
            (-along_y, y - self.top),
            (along_y, self.bottom - y),
        ):
            if step == 0:
                if room <= 0:
                    return False
            elif step < 0:
                first = max(first, room / step)
            else:
                last = min(last, room / step)
        return first < last


@dataclass(slots=True)
class Surface:
    """What words must keep clear of: the edges of the chart, its marks and strokes, and the words already placed."""

    room: Box
    dots: Sequence[Place] = ()
    strokes: Sequence[Segment] = ()
    taken: list[Box] = field(default_factory=list)

    def take(self, box: Box) -> None:
        """Let nothing else be written here."""
        self.taken.append(box)

    def is_free(self, box: Box, own: Place) -> bool:
        """Tell whether words here can be read, and be taken for those of no mark but their own."""
        if not self.is_blank(box):
            return False
        reach = box.distance(own) + _NEARER
        for dot in self.dots:
            is_own = math.dist(dot, own) <= _ONE
            if box.overlaps(Box.round(dot, (2 * _DOT, 2 * _DOT))) or (not is_own and box.distance(dot) < reach):
                return False
        return not any(box.is_crossed(stroke) for stroke in self.strokes)

    def around(self, boxes: Sequence[Box], own: Place) -> Surface:
        """Return the part that matters to words in one of these boxes: a chart may have thousands of marks."""
        reach = max((box.distance(own) for box in boxes), default=0.0) + _NEARER + _DOT
        left, right = min(box.left for box in boxes) - reach, max(box.right for box in boxes) + reach
        top, bottom = min(box.top for box in boxes) - reach, max(box.bottom for box in boxes) + reach
        return Surface(
            self.room,
            [dot for dot in self.dots if left <= dot[0] <= right and top <= dot[1] <= bottom],
            [
                ((x, y), (to_x, to_y))
                for (x, y), (to_x, to_y) in self.strokes
                if min(x, to_x) <= right and max(x, to_x) >= left and min(y, to_y) <= bottom and max(y, to_y) >= top
            ],
            self.taken,
        )

    def is_blank(self, box: Box) -> bool:
        """Tell whether a box lies within the chart and no other words stand there."""
        return box.is_within(self.room) and not any(box.overlaps(other) for other in self.taken)

    def crossings(self, box: Box) -> int | None:
        """Return how many strokes go through a box, or None where marks or other words stand in it."""
        marked = any(box.overlaps(Box.round(dot, (2 * _DOT, 2 * _DOT))) for dot in self.dots)
        return sum(box.is_crossed(stroke) for stroke in self.strokes) if self.is_blank(box) and not marked else None


def beside_value(own: Place, size: tuple[float, float], below: bool) -> list[Box]:
    """Return where a value may stand beside its mark, the best place first: above a peak, below a dip."""
    (x, y), (width, height) = own, size
    up, down = y - _GAP - height / 2, y + _GAP + height / 2
    left, right = x - _GAP - width / 2, x + _GAP + width / 2
    first, second = (down, up) if below else (up, down)
    aslant = 0.7  # of the way to the side: near a steep line the words go beside it
    places = [
        (x, first),
        *((x + aslant * (side - x), first) for side in (left, right)),
        (x, second),
        *((x + aslant * (side - x), second) for side in (left, right)),
        *((side, level) for level in (first, second) for side in (left, right)),
        (right, y),
        (left, y),
    ]
    return [Box.round(place, size) for place in places]


def beside_end(own: Place, size: tuple[float, float]) -> list[Box]:
    """Return where the name of a line may stand at its end, the best place first."""
    (x, y), (width, height) = own, size
    right, left = x + _GAP + width / 2, x - _GAP - width / 2
    rise = (height + _DOT) / 2
    levels = [y + way * step * rise for step in range(_STEPS) for way in ((-1, 1) if step else (1,))]
    places = [(side, level) for side in (right, x, left) for level in levels if side != x or level != y]
    return [Box.round(place, size) for place in sorted(places, key=lambda place: (abs(place[1] - y), -place[0]))]


def first_free(surface: Surface, boxes: Sequence[Box], own: Place) -> Box | None:
    """Return the first box that is free, and take it; None where none is."""
    near = surface.around(boxes, own)
    found = next((box for box in boxes if near.is_free(box, own)), None)
    if found is not None:
        surface.take(found)
    return found


def least_bad(surface: Surface, boxes: Sequence[Box], own: Place) -> Box | None:
    """Return the first box that is free, else the one with the fewest strokes behind it, and take it.

    None where marks or other words stand everywhere: two over each other cannot be read at all.
    """
    found = first_free(surface, boxes, own)
    if found is None:
        near = surface.around(boxes, own)
        clear = [(count, place) for place, box in enumerate(boxes) if (count := near.crossings(box)) is not None]
        found = boxes[min(clear)[1]] if clear else None
        if found is not None:
            surface.take(found)
    return found


def spread(levels: Sequence[float], step: float, low: float, high: float) -> list[float]:
    """Return ``levels`` pushed apart until they are ``step`` apart, in their order, and as far as may be in bounds."""
    order = sorted(range(len(levels)), key=lambda index: levels[index])
    placed = list(levels)
    floor = low + step / 2
    for index in order:
        placed[index] = max(placed[index], floor)
        floor = placed[index] + step
    ceiling = high - step / 2
    for index in reversed(order):
        placed[index] = min(placed[index], ceiling)
        ceiling = placed[index] - step
    return placed
