"""Words become lines, and lines get their reading order: two columns one after the other, tables row by row."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import pairwise
from statistics import median

from crossfoot.readers.forms import holds_list, items_of_minutes
from crossfoot.readers.merged import names_rows
from crossfoot.readers.pdf.gutters import Band, Columns, Gutter, find_gutter
from crossfoot.readers.pdf.justified import stretched_rows
from crossfoot.readers.pdf.labels import DOTS
from crossfoot.readers.pdf.rules import Cell, Grid, grids_of
from crossfoot.readers.pdf.words import Box, Frame, Word, collide

_WIDE_GAP = 1.6
"""A gap this many times the height of the words parts cells or columns, not words of a sentence."""
_NUMBER_GAP = 0.6
"""The same for numbers of a row that holds little else."""
_TOUCH = 0.05
_LEAST_CUT = 0.15
"""The same where the file holds no blank, though it holds those of its sentences."""

_NUMBER_SHARE = 0.4
_NUMBER = re.compile(r"[(£$€+\-–−]*\d[\d,.]*[%)pkm½¼¾]*|[-–—]|n/?a|nil", re.IGNORECASE)
_POINTED = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\.?")
_RAISED_OVERLAP = 0.3
_MOST_PARTS = 24
"""How often a page is parted into columns and what stands below them at most."""

_FULL_PAGE = 12
_FEWEST_WHOLE = 3
_MOST_CENTRED = 5
_NEAR_ROWS = 3
_BLANK = 0.45
"""How wide a blank of a sentence is at most, as a share of the height of its words."""
_LEAST_OVERLAP = 0.2
"""How much lines of one row overlap in height at least, as a share of theirs."""

_LEFT_STEP = 4.0
"""Points in which the left edges of pages are told apart."""
_PROSE_LINES = 5
_PROSE_CELL = 240
"""Lines and characters from which a cell of an enclosed table is prose that is only laid out so."""


@dataclass(slots=True)
class Segment:
    """Words side by side without a wide gap."""

    words: list[Word]

    @property
    def left(self) -> float:
        """Return where the segment begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Return where the segment ends."""
        return max(word.right for word in self.words)

    @property
    def text(self) -> str:
        """Return the segment's words."""
        return " ".join(word.text for word in self.words)


@dataclass(slots=True)
class Line:
    """One line of a page, of one or more segments from left to right."""

    segments: list[Segment]
    page: int = 0
    area: tuple[float, float] = field(default=(0.0, 0.0))
    """The left and right edge of the column or page that the line belongs to."""
    cells: list[list[Line]] = field(default_factory=list)
    """The lines of each cell, where the line is a row of a table that lines enclose."""
    table: Box | None = None
    """The edges of that table."""
    of_cell: bool = False
    """Whether it is a line of a cell that only lays out words, and its place among others is known from there."""
    begins_cell: bool = False
    """Whether it is the first of such a cell, and goes on with nothing above it."""

    @property
    def words(self) -> list[Word]:
        """Return the words of the line from left to right."""
        return [word for segment in self.segments for word in segment.words]

    @property
    def left(self) -> float:
        """Return where the line begins."""
        return self.segments[0].left

    @property
    def right(self) -> float:
        """Return where the line ends."""
        return self.segments[-1].right

    @property
    def top(self) -> float:
        """Return the upper edge."""
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        """Return the lower edge."""
        return max(word.bottom for word in self.words)

    @property
    def height(self) -> float:
        """Return the height of the line's words."""
        return median(word.height for word in self.words)

    @property
    def text(self) -> str:
        """Return the line's words."""
        return " ".join(segment.text for segment in self.segments)


def lines_of(
    words: list[Word], page: int, frame: Frame, rules: Sequence[Box] = (), columns: Columns | None = None
) -> list[Line]:
    """Return the lines of a page in reading order; words that run in another direction than most come last.

    ``rules`` are the lines drawn on the page, as :func:`crossfoot.readers.pdf.rules.rules_of` gives them, and
    ``columns`` those of the pages before.
    """
    columns = columns or Columns()
    directions = Counter(word.turned for word in words)
    ordered: list[Line] = []
    for turned, _ in directions.most_common():
        running = [word for word in words if word.turned == turned]
        grids: list[Grid] = []
        if rules:
            grids, running = grids_of(rules, running, frame.by(turned))
        enclosed = [line for grid in grids for line in _grid_lines(grid, page)]
        find = partial(columns.find, (*frame.by(turned).size, turned))
        ordered.extend(_in_order(running, page, enclosed, 0, find))
    return ordered


def _grid_lines(grid: Grid, page: int) -> list[Line]:
    """Return the rows of an enclosed table, each as one line, or as the lines of its cells where they hold prose."""
    lines: list[Line] = []
    name: list[Line] = []
    rows = [[[] if cell is None else _lines_of_cell(cell, page) for cell in row] for row in grid.rows]
    items = items_of_minutes([[[each.text for each in cell] for cell in row if cell] for row in rows])
    for number, (row, cells) in enumerate(zip(grid.rows, rows, strict=True)):
        nested = any(cell is not None and cell.inner for cell in row)
        if items[number]:
            label, item = (cell for cell in row if cell is not None and cell.words)
            lines.extend(_item(label, item, page))
        elif (
            nested
            or any(_is_prose(cell) for cell in cells)
            or holds_list([[each.text for each in cell] for cell in cells], fewest=2)
        ):
            filled = [cell for cell in row if cell is not None and (cell.words or cell.inner)]
            for cell in filled:
                # The first row of a page may be the rest of one: nothing else stands beside it then.
                lines.extend(_laid_out(cell, page, begins=number > 0 or len(filled) > 1))
        else:
            words = [word for cell in cells for line in cell for word in line.words]
            if row[0] is not None:
                name = cells[0] if names_rows(" ".join(line.text for line in cells[0])) else []
            elif words:
                cells[0] = name  # the name of several rows, which stands once for all of them
            lines.append(Line([Segment(words)], page, cells=cells, table=grid.box))
    return lines


def _item(number: Cell, item: Cell, page: int) -> list[Line]:
    """Return the lines of an item of minutes, its number before its title."""
    lines = _laid_out(item, page, begins=True)
    if lines and not lines[0].cells:
        title = Segment([*(word for row in _rows(number.words) for word in row), *lines[0].words])
        lines[0] = replace(lines[0], segments=[title])
    return lines


def _laid_out(cell: Cell, page: int, *, begins: bool) -> list[Line]:
    """Return the lines of a cell that only lays out words, with the rows of tables in it, as on a page of its own."""
    area = _area_of_cell(cell)
    inner = sorted(cell.inner, key=lambda grid: grid.box[1])
    lines = _in_order(cell.words, page, [line for grid in inner for line in _grid_lines(grid, page)], 1, find_gutter)
    for line in lines:
        line.area = area if line.area == (0.0, 0.0) else line.area
        line.of_cell = True
    if lines and begins:
        lines[0].begins_cell = True
    return lines


def _is_prose(cell: list[Line]) -> bool:
    """Tell whether a cell holds more than a table's: a record that is laid out as one."""
    return len(cell) >= _PROSE_LINES and sum(len(line.text) for line in cell) > _PROSE_CELL


def _lines_of_cell(cell: Cell, page: int) -> list[Line]:
    """Return the lines of one cell, which are as wide as it."""
    area = _area_of_cell(cell)
    return [Line([Segment(row)], page, area) for row in _rows(cell.words)]


def _area_of_cell(cell: Cell) -> tuple[float, float]:
    """Return the edges of the words in a cell: on the right there is as much room as on the left."""
    left = min((word.left for word in cell.words), default=0.0)
    right = max((word.right for word in cell.words), default=0.0)
    return left, max(right, cell.box[2] - max(0.0, left - cell.box[0]))


def _in_order(
    words: list[Word], page: int, enclosed: list[Line], depth: int, find: Callable[[list[Band]], Gutter | None]
) -> list[Line]:
    """Return the lines of words in reading order: of columns side by side the left one first."""
    rows = _rows(words)
    stretched = stretched_rows(rows, [int(_begins_item(row)) for row in rows])
    parted = ([Segment(row)] if number in stretched else _segments(row) for number, row in enumerate(rows))
    lines = _among([Line(segments, page) for segments in _with_sentences_whole(list(parted))], enclosed)
    bands = [
        Band(() if line.cells or line.of_cell else tuple(line.words), line.left, line.right, line.top, line.bottom)
        for line in lines
    ]
    gutter = find(bands) if depth < _MOST_PARTS else None
    if gutter is None:
        return list(_with_centred(lines))
    above, within, below = lines[: gutter.start], lines[gutter.start : gutter.end], lines[gutter.end :]
    ordered = _parts_in_order(above, page, depth, find)
    for column in _columns(within, gutter.place):
        inner = _parts_in_order(column, page, depth, find_gutter)
        area = _area_of(inner)
        for line in inner:
            if line.area == (0.0, 0.0):
                line.area = area
        ordered.extend(inner)
    return [*ordered, *_parts_in_order(below, page, depth, find)]


def _with_sentences_whole(rows: list[list[Segment]]) -> list[list[Segment]]:
    """Return the rows of a page with those joined again that only a missing blank parts, where no row near has cells.

    Programs lose a blank of a sentence now and then; of the rows above and below a cell's edge one has an edge too.
    """
    for number, row in enumerate(rows):
        reach = _NEAR_ROWS if any(not _is_narrow(a, b) for a, b in pairwise(row)) else 1
        near = [each for each in rows[max(0, number - reach) : number + reach + 1] if each is not row]
        edges = [(a.right, b.left) for each in near for a, b in pairwise(each)]
        whole = [row[0]]
        for segment in row[1:]:
            before = whole[-1]
            if _is_narrow(before, segment) and not any(a <= segment.left and before.right <= b for a, b in edges):
                whole[-1] = Segment([*before.words, *segment.words])
            else:
                whole.append(segment)
        rows[number] = whole
    return rows


def _is_narrow(before: Segment, segment: Segment) -> bool:
    """Tell whether only a missing blank parts two stretches of a row, which stand as near as words do."""
    first = segment.words[0]
    return first.cut_off and first.left - before.right <= _BLANK * first.height


def _with_centred(lines: list[Line]) -> Iterator[Line]:
    """Yield lines with those of one row of a table made one: cells of one line stand in the middle of those of more.

    Such lines overlap in height, each with the next, and never side by side: "Police and" over "Commissioner", with the
    numbers of the row between the two. Columns of prose lie so too, but many lines long.
    """
    start = 0
    while start < len(lines):
        end = start + 1
        while end < len(lines) and _overlap(lines[end - 1], lines[end]):
            end += 1
        if 1 < end - start <= _MOST_CENTRED:
            yield _as_row(lines[start:end])
        else:
            yield from lines[start:end]
        start = end


def _overlap(above: Line, line: Line) -> bool:
    """Tell whether two lines overlap in height, and stand beside each other."""
    if (
        above.cells
        or line.cells
        or above.of_cell
        or line.of_cell
        or not above.bottom - line.top > _LEAST_OVERLAP * min(above.height, line.height)
    ):
        return False
    return not any(a.left < b.right and b.left < a.right for a in above.segments for b in line.segments)


def _as_row(lines: list[Line]) -> Line:
    """Return lines as one, each cell with its words from the top."""
    cells: list[list[Segment]] = []
    for segment in sorted((each for line in lines for each in line.segments), key=lambda each: each.left):
        if cells and segment.left < max(each.right for each in cells[-1]):
            cells[-1].append(segment)
        else:
            cells.append([segment])
    tops = {id(segment): line.top for line in lines for segment in line.segments}
    rows = [sorted(cell, key=lambda each: (tops[id(each)], each.left)) for cell in cells]
    return Line([Segment([word for each in row for word in each.words]) for row in rows], lines[0].page)


def _parts_in_order(
    lines: list[Line], page: int, depth: int, find: Callable[[list[Band]], Gutter | None]
) -> list[Line]:
    """Return some of a page's lines in reading order: they may stand in columns themselves."""
    loose = [word for line in lines if not (line.cells or line.of_cell) for word in line.words]
    return _in_order(loose, page, [line for line in lines if line.cells or line.of_cell], depth + 1, find)


def _columns(lines: list[Line], place: float) -> tuple[list[Line], list[Line]]:
    """Return the lines on the left and on the right of a strip."""
    left: list[Line] = []
    right: list[Line] = []
    for line in lines:
        if line.cells or line.of_cell:
            (left if (line.left + line.right) / 2 < place else right).append(line)
            continue
        for side, words in (
            (left, [word for word in line.words if word.left < place]),
            (right, [word for word in line.words if word.left >= place]),
        ):
            if words:
                side.append(Line([Segment(words)], line.page))
    return left, right


def _among(lines: list[Line], enclosed: list[Line]) -> list[Line]:
    """Return lines with those of enclosed tables put in above the first that stands below them."""
    merged: list[Line] = []
    waiting = list(lines)
    for row in enclosed:
        while waiting and waiting[0].top < row.top:
            merged.append(waiting.pop(0))
        merged.append(row)
    return [*merged, *waiting]


def _rows(words: list[Word]) -> list[list[Word]]:
    """Return the words row by row from the top, each row from left to right.

    Small raised figures come to the row that they reach down into: their middles lie above those of its words.
    """
    rows: list[list[Word]] = []
    edges: list[tuple[float, float]] = []
    for word in sorted(words, key=lambda each: (each.raised, (each.top + each.bottom) / 2, each.left)):
        middle = (word.top + word.bottom) / 2
        for back in range(1, len(rows) + 1 if word.raised else min(4, len(rows) + 1)):
            top, bottom = edges[-back]
            overlap = min(bottom, word.bottom) - max(top, word.top)
            inside = top <= (word.bottom if word.raised else middle) <= bottom
            if inside and overlap > (_RAISED_OVERLAP if word.raised else 0.5) * min(word.height, bottom - top):
                rows[-back].append(word)
                break
        else:
            rows.append([word])
            edges.append((word.top, word.bottom))
    return [sorted(row, key=lambda each: each.left) for _, row in sorted(zip(edges, rows, strict=True), key=_middle)]


def _middle(row: tuple[tuple[float, float], list[Word]]) -> float:
    """Return the middle of a row's edges."""
    return (row[0][0] + row[0][1]) / 2


def _segments(row: list[Word]) -> list[Segment]:
    """Return the words of a row parted at its wide gaps; a list's number stays with its words.

    In a row that is mostly numbers, each apart from the last, gaps that are only wider than a blank part them too.
    """
    segments = [Segment([row[0]])]
    apart = sum(
        _is_number(word) and word.left - before.right > _NUMBER_GAP * before.height for before, word in pairwise(row)
    )
    of_numbers = apart >= 2 and apart >= _NUMBER_SHARE * len(row)
    for word in row[1:]:
        before = segments[-1].words[-1]
        gap = word.left - max(each.right for each in segments[-1].words)
        wide = _NUMBER_GAP if of_numbers and _is_number(word) else _WIDE_GAP
        high = min(before.height, word.height)
        apart = gap > wide * high or (word.cut_off and (gap > _LEAST_CUT * high or _touch(before, word)))
        if apart and not _is_label(segments[-1], first=len(segments) == 1):
            segments.append(Segment([word]))
        else:
            segments[-1].words.append(word)
    if len(segments) == 2 and len(segments[0].words) == 1 and _is_numbered_paragraph(row):
        return [Segment(row)]
    return segments


def _touch(before: Word, word: Word) -> bool:
    """Tell whether two words touch that are of two cells: no sentence has them side by side."""
    return collide(before.text[-1], word.text[0]) and word.left - before.right < _TOUCH * word.height


def _begins_item(row: list[Word]) -> bool:
    """Tell whether the first word of a row is a label, whose gap is another than those between words."""
    return _is_label(Segment(row[:1]), first=True) or _is_numbered_paragraph(row)


def _is_numbered_paragraph(row: list[Word]) -> bool:
    """Tell whether a row begins with the number of a paragraph, such as 2.1, and goes on with words."""
    return len(row) > 1 and _POINTED.fullmatch(row[0].text) is not None and row[1].text[:1].isalpha()


def _is_number(word: Word) -> bool:
    """Tell whether a word is a number of a table: figures with the signs around them, a dash, or n/a."""
    return _NUMBER.fullmatch(word.text) is not None


def _is_label(segment: Segment, *, first: bool) -> bool:
    """Tell whether a segment is a list's number or dot, which stands apart from its words."""
    if not first or len(segment.words) > 1:
        return False
    text = segment.words[0].text
    return text in DOTS or (
        len(text) <= 6 and text[-1] in ".)" and text.strip("().").isalnum() and len(text.strip("().")) <= 4
    )


def level_areas(pages: list[list[Line]]) -> None:
    """Give each line of a page without columns the page's own edges: what is full is told by them.

    Pages and columns with little in them have the width of the others. Heads and feet, which reach further, are gone
    by then.
    """
    for lines in pages:
        for turned in {line.words[0].turned for line in lines if line.words}:
            _mark_areas([line for line in lines if line.words and line.words[0].turned == turned])
    edges: dict[int, list[float]] = {}
    little: list[list[Line]] = []
    for lines in pages:
        parts: dict[tuple[float, float], list[Line]] = {}
        for line in lines:
            if not line.cells and not line.of_cell:
                parts.setdefault(line.area, []).append(line)
        for (left, right), part in parts.items():
            if len(part) >= _FULL_PAGE:
                edges.setdefault(round(left / _LEFT_STEP), []).append(right)
            else:
                little.append(part)
    for part in little:
        rights = edges.get(round(part[0].area[0] / _LEFT_STEP))
        for line in part if rights else ():
            line.area = (line.area[0], max(line.area[1], median(rights or ())))


def _mark_areas(lines: list[Line]) -> None:
    """Give each line of a page that no column has given its edges those of all such lines."""
    plain = [line for line in lines if line.area == (0.0, 0.0) and not line.cells]
    area = _area_of(plain)
    for line in plain:
        line.area = area


def _area_of(lines: list[Line]) -> tuple[float, float]:
    """Return the edges of a page or column: those of its sentences, since a table may reach beyond them."""
    if not lines:
        return 0.0, 0.0
    whole = [line for line in lines if len(line.segments) == 1 and not line.cells]
    reaching = whole if len(whole) >= _FEWEST_WHOLE else lines
    return min(line.left for line in lines), max(line.right for line in reaching)
