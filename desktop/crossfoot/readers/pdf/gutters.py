"""The empty strip between two columns of prose: a place that no word crosses over many rows with words on both sides.

Columns of a table look alike but for their words: in columns of prose most rows are full on both sides. The last page
of a document may have a row or two in its second column: it is known by the columns of the pages before.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from crossfoot.readers.pdf.words import Word

_BIN = 3.0
_NARROWEST = 0.8
"""The width of the strip at least, as so many times the height of the words."""
_FEWEST = 5
_FEWEST_VOTES = 2
_PROSE = 22
_PROSE_SHARE = 0.45
_SMALL_SHARE = 0.25
_NUMBER_SHARE = 0.3
_FEW_LETTERS = 4
_STEP = 3.0
_MOST_STRIPS = 12
_MOST_BETWEEN = 4
"""How many lines of wrapped cells stand between two rows of a table at most."""
_APART_CELL = 1.0
"""How far a number stands from the word before it where the two are cells of a table, in heights of its word."""
_OFF_STEP = 0.8
"""Points by which rows side by side stand apart in height where they are rows of two columns, not of a table."""
_FEWEST_OFF = 6
_OFF_SHARE = 0.5
_LABEL = re.compile(r"\d{1,2}(?:\.|(?:\.\d{1,2}){1,3}\.?)|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|[-–—•*·]", re.IGNORECASE)
"""What stands out before a paragraph or an item of a list."""
_FEWEST_LABELS = 3
_MOST_INDENT = 4.0
"""How far the words of such a paragraph begin from its number at most, in heights of the words."""
_LABELS_IN_LINE = 0.6
"""Their share at least that begins at one edge, as numbers of a right column do and cells set to the right do not."""
_SAME_EDGE = 2.0
"""Points within which columns of two pages begin at one place."""
_APART = 1.3
"""How far a heading stands from what is above it at least, as so many times the usual distance of rows."""


@dataclass(frozen=True, slots=True)
class Band:
    """What stands side by side on a page: the words of a row, or an enclosed table's row as one."""

    words: tuple[Word, ...]
    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Gutter:
    """Two columns: the strip's place between them, and the bands from ``start`` up to ``end`` that they fill."""

    place: float
    start: int
    end: int


@dataclass(slots=True)
class Columns:
    """The columns of a document's pages as they are found, by the size of the pages and the way that words run."""

    _known: dict[tuple[float, float, int], dict[float, float]] = field(default_factory=dict)

    def find(self, page: tuple[float, float, int], bands: Sequence[Band]) -> Gutter | None:
        """Return the strip between two columns of a page or a part of one, or one that pages like it have, or None."""
        known = self._known.setdefault(page, {})
        found = find_gutter(bands)
        if found is None:
            return next(filter(None, (_again(bands, place, edge) for edge, place in known.items())), None)
        both = _both(bands[found.start : found.end], found.place)
        if len(both) >= _FEWEST:
            known.setdefault(_edge(both, found.place), found.place)
        return found


def _edge(bands: Sequence[Band], place: float) -> float:
    """Return where most rows of the right column begin; all of ``bands`` have words in it."""
    starts = Counter(round(min(w.left for w in band.words if w.left >= place), 1) for band in bands)
    return starts.most_common(1)[0][0]


def _both(bands: Sequence[Band], place: float) -> list[Band]:
    """Return the bands that have words on both sides of a place, those of enclosed tables aside."""
    return [band for band in bands if band.words and _sides(band, place) == (True, True)]


def _again(bands: Sequence[Band], place: float, edge: float) -> Gutter | None:
    """Return the strip at a place where earlier pages have it, if the right column begins at its edge here too."""
    for start, end in _runs(bands, place):
        both = _both(bands[start:end], place)
        right = [[word for word in band.words if word.left >= place] for band in both]
        begun = [min(word.left for word in words) for words in right if words]
        if (
            begun
            and all(abs(left - edge) <= _SAME_EDGE for left in begun)
            and not any(_is_of_numbers(words) for words in right)
        ):
            return Gutter(place, *_trimmed(bands, place, start, end))
    return None


def find_gutter(bands: Sequence[Band]) -> Gutter | None:
    """Return the strip between the two columns of prose with the most rows, or None where there are none.

    Of those with as many rows of prose it is the one that parts fewest numbers from their rows, and that most rows of
    the page do not cross.
    """
    if len(bands) < _FEWEST:
        return None
    best: tuple[tuple[int, ...], Gutter] | None = None
    for place in _strips(bands):
        for start, end in _runs(bands, place):
            both = [band for band in bands[start:end] if _sides(band, place) == (True, True)]
            prose = sum(min(_letters(band, place)) >= _PROSE for band in both)
            numbers = sum(_is_of_numbers([word for word in band.words if word.left >= place]) for band in both)
            weight = prose, -numbers, end - start, len(both)
            if not both or (best is not None and weight <= best[0]) or _is_indent(both, place):
                continue
            full = len(both) >= _FEWEST and prose >= _PROSE_SHARE * len(both)
            if full or _runs_on(bands[start:end], place) or _is_out_of_step(both, place):
                best = weight, Gutter(place, *_above_heading(bands, place, *_trimmed(bands, place, start, end)))
    return _beside_table(bands, best[1]) if best else None


def _is_indent(both: Sequence[Band], place: float) -> bool:
    """Tell whether a place lies between the numbers of paragraphs and their words, within the right column.

    Paragraphs set with their numbers out ("3.4   Early help") leave a strip behind these that no word crosses, as wide
    as the one between the columns.
    """
    begun: list[Word] = []
    for band in both:
        *others, last = sorted((word for word in band.words if word.left < place), key=lambda word: word.left)
        first = min(word.left for word in band.words if word.left >= place)
        near = first - last.left < _MOST_INDENT * last.height
        if near and _LABEL.fullmatch(last.text) and others and last.left - others[-1].right > _NARROWEST * last.height:
            begun.append(last)
    edges = Counter(round(word.left / _SAME_EDGE) for word in begun)
    return len(begun) >= _FEWEST_LABELS and max(edges.values()) >= _LABELS_IN_LINE * len(begun)


def _beside_table(bands: Sequence[Band], gutter: Gutter) -> Gutter:
    """Return columns up to a table that goes over both of them, or from its end on where nothing is above it.

    Its columns may stand on either side of the strip: its rows are numbers on the right of it, and stand apart.
    """
    place = gutter.place
    rows = [n for n in range(gutter.start, gutter.end) if _is_row_over_both(bands[n], place)]
    if len(rows) < _FEWEST_VOTES:
        return gutter
    first = last = rows[0]
    for number in rows[1:]:
        between = bands[last + 1 : number]
        if number - last > _MOST_BETWEEN or any(max(_letters(band, place)) >= _PROSE for band in between):
            break
        last = number
    while first > gutter.start and _is_short(bands[first - 1], place) and _near_above(bands, first):
        first -= 1
    if last == rows[0]:
        return gutter
    while last + 1 < gutter.end and _is_left(bands[last + 1], place) and _letters(bands[last + 1], place)[0] < _PROSE:
        last += 1  # the rest of a first cell
    above = _both(bands[gutter.start : first], place)
    return Gutter(place, gutter.start, first) if above else Gutter(place, last + 1, gutter.end)


def _is_row_over_both(band: Band, place: float) -> bool:
    """Tell whether a row has nothing but numbers on the right of a place, and cells on its left."""
    left = [word for word in band.words if word.left < place]
    right = [word for word in band.words if word.left >= place]
    return len(right) > 1 and bool(left) and _is_of_numbers(right) and _has_cells(band.words) and _has_cells(left)


def _is_short(band: Band, place: float) -> bool:
    """Tell whether a row has but a few words on either side of a place, as the head of a table."""
    return bool(band.words) and max(_letters(band, place)) < _PROSE


def _near_above(bands: Sequence[Band], number: int) -> bool:
    """Tell whether a row stands near below the one above, as the first of a table below its head."""
    return bands[number].top - bands[number - 1].bottom < _STEP * _high(bands[number])


def _strips(bands: Sequence[Band]) -> Iterator[float]:
    """Yield places at which many rows have a wide gap, those of the most rows first."""
    left, right = min(band.left for band in bands), max(band.right for band in bands)
    low, high = left + 0.2 * (right - left), left + 0.8 * (right - left)
    votes: Counter[int] = Counter()
    for band in bands:
        reach = float("-inf")
        for word in band.words:
            if word.left - reach > _NARROWEST * word.height:
                first, last = max(low, reach), min(high, word.left)
                votes.update(range(round(first / _BIN) + 1, round(last / _BIN)))
            reach = max(reach, word.right)
    # Of neighbouring places with as many rows the last one stands for all.
    found = [(count, place) for place, count in votes.items() if count >= _FEWEST_VOTES]
    best = sorted(found, reverse=True)[: 8 * _MOST_STRIPS]
    taken: list[int] = []
    for count, place in best:
        if any(abs(place - other) <= 2 for other in taken):
            continue
        # The right column begins at one edge, the left one ends where its words end: a table may reach over it.
        alike = [other for number, other in best if number == count and abs(other - place) <= 8]
        taken.append(place)
        yield _BIN * max(alike)
        if len(taken) == _MOST_STRIPS:
            return


def _runs(bands: Sequence[Band], place: float) -> Iterator[tuple[int, int]]:
    """Yield the stretches of bands that do not cross a place."""
    start = 0
    for number, band in enumerate(bands):
        if band.left < place < band.right and _gap(band, place) < _NARROWEST:
            yield start, number
            start = number + 1
    yield start, len(bands)


def _gap(band: Band, place: float) -> float:
    """Return how wide the gap around a place is in a band, as so many times the height of its words."""
    before = [word for word in band.words if (word.left + word.right) / 2 < place]
    behind = [word for word in band.words if (word.left + word.right) / 2 >= place]
    if not before or not behind:
        return 0.0
    last = max(word.right for word in before)
    first = min(word.left for word in behind)
    return (first - last) / before[-1].height if last <= place <= first else 0.0


def _sides(band: Band, place: float) -> tuple[bool, bool]:
    """Tell whether a band has words on the left and on the right of a place."""
    return band.left < place, band.right > place


def _letters(band: Band, place: float) -> tuple[int, int]:
    """Return how many characters a band has on either side of a place."""
    left = sum(len(word.text) + 1 for word in band.words if word.left < place)
    return left, sum(len(word.text) + 1 for word in band.words if word.left >= place)


def _runs_on(bands: Sequence[Band], place: float) -> bool:
    """Tell whether the words on the left of a place are prose, though those on its right are only short lines.

    Sentences run on from row to row, so that many rows begin small; and what stands beside them is no column of
    numbers.
    """
    left = [min((w for w in band.words if w.left < place), key=lambda w: w.left, default=None) for band in bands]
    begun = [word for word in left if word is not None]
    small = sum(word.text[:1].islower() for word in begun)
    right = [[word for word in band.words if word.left >= place] for band in bands]
    numbers = sum(_is_of_numbers(words) for words in right)
    enough = len(begun) >= 2 * _FEWEST and sum(map(bool, right)) >= _FEWEST
    cells = sum(_has_cells([word for word in band.words if word.left < place]) for band in bands)
    return (
        enough
        and cells <= _NUMBER_SHARE * sum(map(bool, right))
        and small >= _FEWEST
        and small >= _SMALL_SHARE * len(begun)
        and numbers < _NUMBER_SHARE * sum(map(bool, right))
    )


def _has_cells(words: Sequence[Word]) -> bool:
    """Tell whether words of a row hold a number that stands apart from the word before it, as cells of a table do."""
    return any(
        after.left - before.right > _APART_CELL * after.height and _is_of_numbers([after])
        for before, after in pairwise(words)
    )


def _is_out_of_step(both: Sequence[Band], place: float) -> bool:
    """Tell whether the rows on one side of a place stand a little above or below those on the other, as no table's do.

    Columns of short lines do so, whose paragraphs have spaces between them; ``both`` are the bands with both sides.
    """
    off = 0
    for band in both:
        left = [word.bottom for word in band.words if word.left < place and not word.raised]
        right = [word.bottom for word in band.words if word.left >= place and not word.raised]
        off += bool(left and right) and abs(median(left) - median(right)) > _OFF_STEP
    return off >= _FEWEST_OFF and off >= _OFF_SHARE * len(both)


def _is_of_numbers(words: Sequence[Word]) -> bool:
    """Tell whether words are what a table's column of numbers holds: digits with a letter or two beside them."""
    signs = "".join(word.text for word in words)
    return any(map(str.isdigit, signs)) and sum(map(str.isalpha, signs)) < _FEW_LETTERS


def _trimmed(bands: Sequence[Band], place: float, start: int, end: int) -> tuple[int, int]:
    """Return a stretch without what stands apart above and below the rows with words on both sides."""
    both = [number for number in range(start, end) if _sides(bands[number], place) == (True, True)]
    first, last = both[0], both[-1]
    while first > start and _step(bands[first - 1], bands[first]) <= _STEP * _high(bands[first]):
        first -= 1
    while last + 1 < end and bands[last + 1].top - bands[last].bottom <= _STEP * _high(bands[last]):
        last += 1
    return first, last + 1


def _step(above: Band, band: Band) -> float:
    """Return how far a band stands from the one above; from the lower edge of an enclosed table's row, however high."""
    return band.top - (above.top if above.words else max(above.top, above.bottom - _high(band)))


def _above_heading(bands: Sequence[Band], place: float, start: int, end: int) -> tuple[int, int]:
    """Return a stretch up to the first heading in it that heads both columns below it, or what stands below them.

    Such a heading is a row or two on the left only, well apart from what is above. Nothing stands beside it, and the
    right column begins again below it, or what is below crosses the strip.
    """
    usual = _usual_step(bands[start:end])
    both = [number for number in range(start, end) if _sides(bands[number], place) == (True, True)]
    for number in range(both[0] + 1, end):
        above = bands[number].top - bands[number - 1].top
        rows = 1 + (number + 1 < end and _is_left(bands[number + 1], place) and _near(bands, number, usual))
        below = number + rows
        if not all(_is_left(band, place) for band in bands[number:below]) or above < _APART * usual:
            continue
        if below == end < len(bands) and bands[below].left < place < bands[below].right:
            if both[-1] < number and bands[below].top - bands[below - 1].top <= above + _BIN:
                return start, number
        elif below < end and _sides(bands[below], place) == (True, True) and _is_heavy(bands[number:below]):
            last = max((n for n in range(start, number) if bands[n].right > place), default=start)
            goes_on = all(word.heavy for word in bands[below].words if word.left < place)
            if bands[below].top - bands[last].top >= (_APART + rows) * usual and not goes_on:
                return start, number
    return start, end


def _usual_step(bands: Sequence[Band]) -> float:
    """Return the usual distance from row to row."""
    steps = [below.top - above.top for above, below in pairwise(bands) if below.top > above.top]
    return median(steps) if steps else 0.0


def _near(bands: Sequence[Band], number: int, usual: float) -> bool:
    """Tell whether the next row goes on with one at the usual distance."""
    return bands[number + 1].top - bands[number].top < _APART * usual


def _is_left(band: Band, place: float) -> bool:
    """Tell whether a band has words on the left of a place alone, and is no row of a table."""
    return bool(band.words) and band.right < place


def _is_heavy(bands: Sequence[Band]) -> bool:
    """Tell whether all words are bold."""
    return all(word.heavy for band in bands for word in band.words)


def _high(band: Band) -> float:
    """Return the height of a band's words, or of an enclosed table's row."""
    return band.words[0].height if band.words else band.bottom - band.top
