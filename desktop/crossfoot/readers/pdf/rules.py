"""The lines drawn on a page, and the tables whose cells they enclose.

Word processors draw the borders of tables as thin boxes, as strokes or as outlines of cells. Lines that cross make
a grid; a line that is missing between two cells makes one of them. Boxes around text, underlines and charts are
no tables: a grid counts where at least two of its rows have words in at least two columns. A grid of one row may be
what a page's end left of a table.
"""

from __future__ import annotations

import ctypes
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import pypdfium2.raw as pdfium

from crossfoot.readers.pdf.words import Box, Frame, Word

_THIN = 2.5
"""Points up to which a box is a line."""
_NEAR = 2.5
"""Points within which the ends of lines meet."""
_SHORTEST = 6.0
_THROUGH = 0.35, 0.75
"""Between which shares of a word's height a line runs that strikes it through; one below underlines it."""
_WELL_APART = 0.6
"""How far words of two cells stand apart at least, as so many times their height."""
_MOST_OBJECTS = 60_000
_MOST_LINES = 1_500
_MOST_CELLS = 20_000


@dataclass(frozen=True, slots=True)
class Rule:
    """One line: where it stands across its direction, and from where to where it runs along it."""

    place: float
    start: float
    end: float


@dataclass(slots=True)
class Cell:
    """One cell of a grid with its edges, and the words in it."""

    box: Box
    words: list[Word]
    inner: list[Grid] = field(default_factory=list)
    """The tables that stand in the cell."""


@dataclass(slots=True)
class Grid:
    """A table enclosed by lines: its rows from the top, each with a cell per column, None where another reaches in."""

    rows: list[list[Cell | None]]
    box: Box = (0.0, 0.0, 0.0, 0.0)


def rules_of(page: pdfium.FPDF_PAGE) -> list[Box]:
    """Return the thin boxes of a page that may be lines of tables: left, bottom, right and top in the file."""
    found: list[Box] = []
    for index in range(min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        each = pdfium.FPDFPage_GetObject(page, index)
        if pdfium.FPDFPageObj_GetType(each) == pdfium.FPDF_PAGEOBJ_PATH:
            found.extend(_lines_of_path(each))
            if len(found) > _MOST_LINES:
                return []  # a drawing, no table
    return found


def _lines_of_path(path: pdfium.FPDF_PAGEOBJECT) -> Iterator[Box]:
    """Yield the lines that a path draws: thin boxes that it fills, and straight strokes along the page's edges."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(path, ctypes.byref(fill), ctypes.byref(stroke)):
        return
    matrix = pdfium.FS_MATRIX(1, 0, 0, 1, 0, 0)
    pdfium.FPDFPageObj_GetMatrix(path, ctypes.byref(matrix))
    for points in _subpaths(path, matrix):
        left, right = min(x for x, _ in points), max(x for x, _ in points)
        bottom, top = min(y for _, y in points), max(y for _, y in points)
        if min(right - left, top - bottom) <= _THIN:
            yield left, bottom, right, top
        elif stroke.value:
            for (ax, ay), (bx, by) in pairwise([*points, points[0]]):
                if min(abs(ax - bx), abs(ay - by)) <= 0.5:
                    yield min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def _subpaths(path: pdfium.FPDF_PAGEOBJECT, matrix: pdfium.FS_MATRIX) -> Iterator[list[tuple[float, float]]]:
    """Yield the corners of each part of a path in the file's coordinates; parts with curves are left out."""
    points: list[tuple[float, float]] = []
    curved = False
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(min(pdfium.FPDFPath_CountSegments(path), _MOST_LINES)):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if len(points) > 1 and not curved:
                yield points
            points, curved = [], False
        curved = curved or kind == pdfium.FPDF_SEGMENT_BEZIERTO
        points.append(
            (
                matrix.a * x.value + matrix.c * y.value + matrix.e,
                matrix.b * x.value + matrix.d * y.value + matrix.f,
            )
        )
    if len(points) > 1 and not curved:
        yield points


def grids_of(boxes: Sequence[Box], words: Sequence[Word], frame: Frame) -> tuple[list[Grid], list[Word]]:
    """Return the tables that lines enclose, with their words, and the words outside them.

    ``boxes`` are as :func:`rules_of` gives them; ``frame`` is the page as the words run.
    """
    across: list[Rule] = []
    down: list[Rule] = []
    for box in boxes:
        left, top, right, bottom = frame.box(*box)
        if right - left >= max(_SHORTEST, bottom - top):
            across.append(Rule((top + bottom) / 2, left, right))
        elif bottom - top >= _SHORTEST:
            down.append(Rule((left + right) / 2, top, bottom))
    grids: list[Grid] = []
    rest = list(words)
    # The smallest first: what stands in a table inside a cell is not the cell's own.
    groups = [group for group in _groups(_merged(across), _merged(down)) if len(group[0]) > 1]
    for lines, columns in sorted(groups, key=_reach):
        inner = [grid for grid in grids if _holds(lines, columns, grid.box)]
        grid, outside = _grid(lines, columns, rest, inner)
        if grid is not None:
            grids = [*(each for each in grids if each not in inner), grid]
            rest = outside
    return sorted(grids, key=lambda grid: grid.box[1]), rest


def without_struck(boxes: Sequence[Box], words: list[Word], frame: Frame) -> list[Word]:
    """Return words without those that a line runs through from end to end; ``boxes`` are as for :func:`grids_of`."""
    lines: dict[int, list[Box]] = {}
    for turned in {word.turned for word in words}:
        placed = (frame.by(turned).box(*box) for box in boxes)
        lines[turned] = [box for box in placed if box[3] - box[1] <= _THIN and box[2] - box[0] >= _SHORTEST]
    return [word for word in words if not any(_strikes(line, word) for line in lines[word.turned])]


def _strikes(line: Box, word: Word) -> bool:
    """Tell whether a line runs through the middle of a word, along all of it."""
    middle = (line[1] + line[3]) / 2
    high, low = word.top + _THROUGH[0] * word.height, word.top + _THROUGH[1] * word.height
    return high < middle < low and line[0] <= word.left + _NEAR and line[2] >= word.right - _NEAR


def _reach(group: tuple[list[Rule], list[Rule]]) -> float:
    """Return how large the table is that lines make."""
    lines, columns = group
    wide, high = (max(r.place for r in rules) - min(r.place for r in rules) for rules in (columns, lines))
    return wide * high


def _holds(across: list[Rule], down: list[Rule], box: Box) -> bool:
    """Tell whether the middle of a table lies between the outer lines of another."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return min(r.place for r in down) < x < max(r.place for r in down) and (
        min(r.place for r in across) < y < max(r.place for r in across)
    )


def _merged(rules: list[Rule]) -> list[Rule]:
    """Return lines with the pieces of one line made whole."""
    merged: list[Rule] = []
    for level in _levels(rules):
        pieces: list[Rule] = []
        for rule in sorted(level, key=lambda each: each.start):
            last = pieces[-1] if pieces else None
            if last is not None and rule.start <= last.end + _NEAR:
                pieces[-1] = Rule(last.place, last.start, max(last.end, rule.end))
            else:
                pieces.append(rule)
        merged.extend(pieces)
    return merged


def _levels(rules: list[Rule]) -> list[list[Rule]]:
    """Return lines by where they stand across their direction, those at one place together."""
    levels: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda each: each.place):
        if levels and rule.place - levels[-1][0].place <= _NEAR:
            levels[-1].append(rule)
        else:
            levels.append([rule])
    return levels


def _groups(across: list[Rule], down: list[Rule]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Yield the lines across and down that hang together, as the lines of one table do.

    A table inside another's cell ends with it where a page ends: they hang together by that line alone, and are two.
    """
    for lines, columns in _connected(across, down):
        edges = sorted({rule.place for rule in lines})
        for ends in (edges[-1:], edges[:1], edges[:1] + edges[-1:]):
            rest = [rule for rule in lines if rule.place not in ends]
            parts = [part for part in _connected(rest, columns) if len(part[1]) > 2]
            if len(parts) > 1:
                yield from ((_closed(*part), part[1]) for part in parts)
                break
        else:
            if len(columns) > 2:
                yield _closed(lines, columns), columns


def _connected(across: list[Rule], down: list[Rule]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Yield lines across and down that meet each other, directly or through others."""
    waiting = set(range(len(down)))
    free = set(range(len(across)))
    while waiting:
        columns, lines = {waiting.pop()}, set[int]()
        new = set(columns)
        while new:
            met = {n for n in free for c in new if _meet(across[n], down[c])}
            free -= met
            lines |= met
            new = {c for c in waiting for n in met if _meet(across[n], down[c])}
            waiting -= new
            columns |= new
        yield [across[n] for n in lines], [down[c] for c in columns]


def _closed(across: list[Rule], down: list[Rule]) -> list[Rule]:
    """Return the lines across with those put in that a page's end took: the lines down end there, most in one place."""
    left, right = min(rule.place for rule in down), max(rule.place for rule in down)
    closed = list(across)
    for ends, outermost in (([rule.start for rule in down], min), ([rule.end for rule in down], max)):
        open_end = outermost(ends)
        alike = sum(abs(each - open_end) <= _NEAR for each in ends)
        if 3 * alike > 2 * len(down) and all(abs(rule.place - open_end) > _SHORTEST for rule in across):
            closed.append(Rule(open_end, left, right))
    return closed


def _meet(line: Rule, column: Rule) -> bool:
    """Tell whether a line across and one down touch."""
    return (
        line.start - _NEAR <= column.place <= line.end + _NEAR
        and column.start - _NEAR <= line.place <= column.end + _NEAR
    )


def _edges(rules: list[Rule]) -> list[float]:
    """Return the places at which lines stand, those of one edge as one."""
    edges: list[float] = []
    for place in sorted(rule.place for rule in rules):
        if not edges or place - edges[-1] > 2 * _NEAR:
            edges.append(place)
    return edges


def _covers(rules: list[Rule], place: float, middle: float) -> bool:
    """Tell whether a line stands at ``place`` and passes ``middle``."""
    return any(
        abs(rule.place - place) <= 2 * _NEAR and rule.start - _NEAR <= middle <= rule.end + _NEAR for rule in rules
    )


def _grid(across: list[Rule], down: list[Rule], words: list[Word], inner: list[Grid]) -> tuple[Grid | None, list[Word]]:
    """Return the table that lines make and the words outside it, or None where they make none."""
    ys, xs = _edges(across), _edges(down)
    high, wide = len(ys) - 1, len(xs) - 1
    if high < 1 or wide < 2 or high * wide > _MOST_CELLS:
        return None, words
    roots: dict[tuple[int, int], tuple[int, int]] = {}
    for row in range(high):
        for column in range(wide):
            middle_x, middle_y = (xs[column] + xs[column + 1]) / 2, (ys[row] + ys[row + 1]) / 2
            if column and not _covers(down, xs[column], middle_y):
                roots[row, column] = roots[row, column - 1]
            elif row and not _covers(across, ys[row], middle_x):
                roots[row, column] = roots[row - 1, column]
            else:
                roots[row, column] = (row, column)
    cells = {
        root: Cell((xs[root[1]], ys[root[0]], xs[root[1] + 1], ys[root[0] + 1]), []) for root in set(roots.values())
    }
    for (row, column), root in roots.items():
        left, top, right, bottom = cells[root].box
        cells[root].box = left, top, max(right, xs[column + 1]), max(bottom, ys[row + 1])
    outside = _filled(cells, roots, (xs, ys), words, inner)
    rows = [
        [cells[row, column] if roots[row, column] == (row, column) else None for column in range(wide)]
        for row in range(high)
    ]
    for each in rows:
        _part_by_columns(each, xs)
    filled = [sum(cell is not None and bool(cell.words or cell.inner) for cell in row) for row in rows]
    rest_of_row = filled[0] == 1 and high > 1  # what the page before left of its last row
    if sum(count >= 2 for count in filled) < min(2, high - rest_of_row):
        return None, words
    box = xs[0], ys[0], xs[-1], ys[-1]
    return Grid([row for row, count in zip(rows, filled, strict=True) if count], box), outside


def _part_by_columns(row: list[Cell | None], xs: list[float]) -> None:
    """Part a cell over several columns by those of the other rows, where none of its words crosses their edges.

    Some styles draw the lines between columns in every other row alone. A title over all columns crosses their edges,
    or stands before them.
    """
    for column, cell in enumerate(row):
        if cell is None or cell.inner or not cell.words:
            continue
        inside = [n for n in range(column + 1, len(xs) - 1) if xs[n] < cell.box[2] - _NEAR]
        starts = [column, *(n for n in inside if _parts(cell.words, xs[n]))]
        if len(starts) == 1:
            continue
        left, top, right, bottom = cell.box
        edges = [left, *(xs[n] for n in starts[1:]), right]
        for n, (begin, end) in zip(starts, pairwise(edges), strict=True):
            held = [word for word in cell.words if begin <= (word.left + word.right) / 2 < end]
            row[n] = Cell((begin, top, end, bottom), held)


def _parts(words: Sequence[Word], edge: float) -> bool:
    """Tell whether an edge parts words: none crosses it, and those beside each other stand well apart there."""
    if any(word.left < edge - _NEAR and word.right > edge + _NEAR for word in words):
        return False
    left = [word for word in words if (word.left + word.right) / 2 < edge]
    right = [word for word in words if (word.left + word.right) / 2 >= edge]
    gaps = [(b.left - a.right) / a.height for a in left for b in right if a.top < b.bottom and b.top < a.bottom]
    return bool(gaps) and min(gaps) > _WELL_APART


def _filled(
    cells: dict[tuple[int, int], Cell],
    roots: dict[tuple[int, int], tuple[int, int]],
    edges: tuple[list[float], list[float]],
    words: list[Word],
    inner: list[Grid],
) -> list[Word]:
    """Put words, and tables inside others, into the cells that they stand in; return the words outside the table."""
    xs, ys = edges
    outside: list[Word] = []

    def cell_at(left: float, top: float, right: float, bottom: float) -> Cell | None:
        x, y = (left + right) / 2, (top + bottom) / 2
        inside = ys[0] <= y < ys[-1] and xs[0] <= x < xs[-1]
        return cells[roots[bisect(ys, y) - 1, bisect(xs, x) - 1]] if inside else None

    for word in words:
        cell = cell_at(word.left, word.top, word.right, word.bottom)
        (outside if cell is None else cell.words).append(word)
    for grid in inner:
        cell = cell_at(*grid.box)
        if cell is not None:
            cell.inner.append(grid)
    return outside
