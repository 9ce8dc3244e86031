"""Lines become paragraphs, list items and the rows of tables; words broken at a line's end are made whole.

A line goes on with the one above where that one had no room for its first word. A sentence that a page
break cuts is one paragraph again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median

from crossfoot.model import BlockKind
from crossfoot.readers.pdf.lines import Line, Segment
from crossfoot.readers.pdf.words import Word

_LABEL = re.compile(r"(?:\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]|\(\w{1,4}\)|[-–•·▪●\uf0b7o])\s")
_DOTS = frozenset("–•·▪●\uf0b7o")
_ENDED = re.compile(r"[.;:!?]['\"’”)\]]{0,3}\Z")
_BREAK = 0.75
_WIDEST_SPACING = 2.5
_PLAIN_SPACING = 1.25
# First halves of compounds that keep their hyphen wherever a line ends.
_HALVES = frozenset(
    [
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "seventy",
        "eighty",
        "ninety",
        "co",
        "non",
        "self",
        "well",
        "multi",
        "semi",
        "sub",
        "ex",
        "long",
        "short",
        "mid",
        "half",
        "full",
        "part",
        "cross",
        "high",
        "low",
        "year",
        "month",
        "inter",
        "pre",
        "post",
        "anti",
        "re-",
    ]
)
_FLUSH = 2.0
_OTHER_SIZE = 0.18
"""The share by which the words of a heading differ in height from those below; bold and plain ones differ less."""
_CELL_TOUCH = 3.0
_SAME_EDGE = 0.5
"""Points within which the left edges of cells of one column lie."""


@dataclass(slots=True)
class Piece:
    """Words that stand together with the page of each, and whether the next word is glued to them."""

    words: list[tuple[int, Word]] = field(default_factory=list)
    glued: list[bool] = field(default_factory=list)
    """For each word, whether it goes on with the word before without a blank."""


@dataclass(slots=True)
class Chunk:
    """One block of a document: a paragraph or list item of one piece, or a row of several cells."""

    kind: BlockKind
    cells: list[Piece]
    first_row: bool = False


def chunks_of(pages: list[list[Line]]) -> list[Chunk]:
    """Return the blocks of a document in reading order."""
    known = _known_words(pages)
    chunks: list[Chunk] = []
    above: Line | None = None
    spacing = _usual_spacing(pages)
    last_table: list[Line] = []
    for lines in pages:
        index = 0
        while index < len(lines):
            table = _table_at(lines, index)
            if not table and index == 0 and last_table and _continues(last_table, lines[0]):
                table = [lines[0]]
            if table:
                _part_touching_cells(table)
                chunks.extend(_rows_of(table, known, last_table if index == 0 else []))
                index += len(table)
                last_table = table if index == len(lines) else []
                above = None
                continue
            last_table = []
            line = lines[index]
            if above is not None and chunks and _goes_on(above, line, spacing):
                _extend(chunks[-1].cells[0], line, known)
            else:
                kind = (
                    BlockKind.LIST_ITEM
                    if _LABEL.match(line.text + " ") and len(line.words) > 1
                    else BlockKind.PARAGRAPH
                )
                piece = Piece()
                _extend(piece, _with_plain_dot(line) if kind is BlockKind.LIST_ITEM else line, known)
                chunks.append(Chunk(kind, [piece]))
            above = line
            index += 1
    return chunks


def _with_plain_dot(line: Line) -> Line:
    """Return a list item's line whose dot, of whatever form, is written as in all formats."""
    first = line.words[0]
    if first.text not in _DOTS:
        return line
    words = [replace(first, text="-"), *line.segments[0].words[1:]]
    return Line([Segment(words), *line.segments[1:]], line.page, line.area)


def _usual_spacing(pages: list[list[Line]]) -> float:
    """Return the usual distance from line to line of a paragraph, as so many times the height of the words.

    It is measured where a line certainly goes on: the one above had no room and the sentence runs through.
    """
    steps = [
        (below.top - line.top) / line.height
        for lines in pages
        for line, below in pairwise(lines)
        if 0 < below.top - line.top < 4 * line.height
        and below.words[0].text[:1].islower()
        and _is_full(line, below)
        and not _ENDED.search(line.text)
    ]
    return min(median(steps), _WIDEST_SPACING) if steps else _PLAIN_SPACING


def _is_full(above: Line, line: Line) -> bool:
    """Tell whether a line had no room for the first word of the next."""
    first = line.words[0]
    return first.right - first.left + 0.2 * above.height > above.area[1] - above.right - _FLUSH


def _goes_on(above: Line, line: Line, spacing: float) -> bool:
    """Tell whether a line continues the paragraph of the line above it."""
    text = line.text
    if _LABEL.match(text + " "):
        return False
    size = above.height
    if abs(line.height - size) > _OTHER_SIZE * size:
        return False
    room = above.area[1] - above.right
    full = _is_full(above, line)
    starts_small = line.words[0].text[:1].islower()
    ended = _ENDED.search(above.text) is not None
    same_column = above.page == line.page and line.top > above.top
    if not same_column:
        # Over a page or column break only a sentence that has not ended goes on.
        return not ended and (starts_small or (full and len(above.text) > 40))
    step = line.top - above.top
    usual = spacing * size
    if step > usual * (1 + _BREAK):
        return False
    if step > usual * 1.2:
        return full and starts_small and not ended
    return full or (
        starts_small and not ended and step <= usual * 1.1 and room < 0.35 * (above.area[1] - above.area[0])
    )


def _extend(piece: Piece, line: Line, known: set[str]) -> None:
    """Append a line's words to a piece, undoing a hyphen at its end."""
    for index, word in enumerate(line.words):
        glued = False
        if index == 0 and piece.words:
            glued = _unbroken(piece, word, known)
        piece.words.append((line.page, word))
        piece.glued.append(glued)


def _unbroken(piece: Piece, word: Word, known: set[str]) -> bool:
    """Tell whether a word goes on with the last of a piece; the hyphen between goes where it was the layout's."""
    page, last = piece.words[-1]
    if not last.text.endswith(("-", "\u00ad")) or len(last.text) < 3 or not last.text[-2].isalpha():
        return False
    if not word.text[:1].islower():
        return word.text[:1].isupper() or word.text[:1].isdigit()
    stem = last.text[:-1]
    joined = _bare(stem + word.text)
    hyphened = _bare(last.text + word.text)
    keep = hyphened in known and joined not in known
    keep = keep or ("-" in stem and joined not in known)
    keep = keep or (_bare(stem) in _HALVES and joined not in known)
    keep = keep or (_bare(stem) in known and _bare(word.text) in known - {_bare(stem)} and joined not in known)
    if not keep:
        piece.words[-1] = (page, replace(last, text=stem, hyphen=False))
    return True


def _bare(text: str) -> str:
    """Return a word in small letters without the marks around it."""
    return text.strip(".,;:!?()[]'\"‘’“”").lower()


def _known_words(pages: list[list[Line]]) -> set[str]:
    """Return the words of the document that are not broken at a line's end."""
    return {_bare(word.text) for lines in pages for line in lines for word in line.words}


def _table_at(lines: list[Line], index: int) -> list[Line]:
    """Return the lines of a table that begins at ``index``; at least two rows must share two columns."""
    if len(lines[index].segments) < 2:
        return []
    end = index + 1
    rows = 1
    while end < len(lines):
        line = lines[end]
        before = lines[end - 1]
        if line.top - before.top > 4.5 * before.height or line.top <= before.top:
            break
        if len(line.segments) >= 2 and _aligned(lines[index:end], line):
            rows += 1
        elif not _wrapped(lines[index:end], line):
            break
        end += 1
    return lines[index:end] if rows >= 2 else []


def _part_touching_cells(table: list[Line]) -> None:
    """Part cells that nearly touch, where a word begins just where the cells of other rows begin.

    Words that fill their cell to its edge stand no further from the next cell than from each other.
    """
    most = max(len(line.segments) for line in table)
    edges = [cell.left for line in table for cell in line.segments[1:]]
    for line in table:
        for number, cell in enumerate(line.segments):
            if len(line.segments) == most:
                break
            for place in range(1, len(cell.words)):
                begin = cell.words[place].left
                if sum(abs(begin - edge) < _SAME_EDGE for edge in edges) >= 2:
                    parted = [Segment(cell.words[:place]), Segment(cell.words[place:])]
                    line.segments[number : number + 1] = parted
                    break


def _aligned(table: list[Line], line: Line) -> bool:
    """Tell whether a line's cells stand under those of the rows above: two share an edge or overlap alone."""
    for above in reversed(table):
        if len(above.segments) < 2:
            continue
        shared = sum(
            any(
                abs(cell.left - other.left) < _CELL_TOUCH
                or abs(cell.right - other.right) < _CELL_TOUCH
                or abs((cell.left + cell.right) - (other.left + other.right)) < 2 * _CELL_TOUCH
                or (cell.left < other.right and other.left < cell.right)
                for other in above.segments
            )
            for cell in line.segments
        )
        if shared >= 2:
            return True
    return False


def _wrapped(table: list[Line], line: Line) -> bool:
    """Tell whether a line of one segment goes on with a cell of the row above."""
    return len(line.segments) == 1 and (_inside_cell(table, line) or _inside_first_cell(table, line))


def _inside_first_cell(table: list[Line], line: Line) -> bool:
    """Tell whether a line goes on with the row's first cell: it begins small and ends before the second column."""
    before = table[-1]
    second = min(row.segments[1].left for row in table if len(row.segments) >= 2)
    return (
        line.top - before.top <= 1.5 * before.height
        and abs(line.left - min(row.left for row in table)) < _CELL_TOUCH
        and line.right < second
        and line.words[0].text[:1].islower()
        and not _LABEL.match(line.text + " ")
    )


def _inside_cell(table: list[Line], line: Line) -> bool:
    """Tell whether a line of one segment goes on with a cell of the row above, at the usual distance of lines."""
    before = table[-1]
    if line.top - before.top > 1.5 * before.height:
        return False
    reaching = [cell for row in table for cell in row.segments if cell.left < line.right and line.left < cell.right]
    columns = {round(cell.left) for cell in reaching}
    indented = line.left > min(row.left for row in table) + 2 * line.height
    return bool(reaching) and len(columns) == 1 and indented and not _LABEL.match(line.text + " ")


def _continues(table: list[Line], line: Line) -> bool:
    """Tell whether a page's first line is a row of the table that ended the page before."""
    return len(line.segments) == max(len(row.segments) for row in table) and _aligned(table, line)


def _rows_of(table: list[Line], known: set[str], begun: list[Line]) -> Iterator[Chunk]:
    """Yield the rows of a table, its cells in their columns; ``begun`` is what the page before holds of it, if any."""
    goes_on = bool(begun) and _continues(begun, table[0])
    columns = _columns_of([*begun, *table] if goes_on else table)
    rows: list[list[Piece]] = []
    for number, line in enumerate(table):
        if rows and (len(line.segments) == 1 or _all_wrapped(rows[-1], columns, table[number - 1], line)):
            for segment in line.segments:
                _extend(rows[-1][_column(columns, segment)], Line([segment], line.page), known)
            continue
        row = [Piece() for _ in columns]
        for segment in line.segments:
            _extend(row[_column(columns, segment)], Line([segment], line.page), known)
        rows.append(row)
    for number, row in enumerate(rows):
        yield Chunk(BlockKind.TABLE_ROW, row, first_row=number == 0 and not goes_on)


def _all_wrapped(row: list[Piece], columns: list[tuple[float, float]], above: Line, line: Line) -> bool:
    """Tell whether a line goes on with several cells of the row above, but not with its first: only words do."""
    places = [_column(columns, segment) for segment in line.segments]
    return (
        min(places) > 0
        and line.top - above.top <= 1.5 * above.height
        and all(row[place].words for place in places)
        and all(segment.text[:1].isalpha() for segment in line.segments)
    )


def _columns_of(table: list[Line]) -> list[tuple[float, float]]:
    """Return the columns of a table as the stretches that its cells cover, wide cells over several left out."""
    cells = sorted((cell for line in table for cell in line.segments), key=lambda each: each.right - each.left)
    most = max(len(line.segments) for line in table)
    columns: list[tuple[float, float]] = []
    for cell in cells:
        touched = [column for column in columns if column[0] < cell.right and cell.left < column[1]]
        if not touched:
            columns.append((cell.left, cell.right))
        elif len(touched) == 1:
            columns.remove(touched[0])
            columns.append((min(touched[0][0], cell.left), max(touched[0][1], cell.right)))
    columns.sort()
    return columns if len(columns) >= 2 else columns * most


def _column(columns: list[tuple[float, float]], segment: Segment) -> int:
    """Return the number of the column that a cell stands in: the one it shares most with, else the nearest."""
    return max(
        range(len(columns)),
        key=lambda number: (
            min(columns[number][1], segment.right) - max(columns[number][0], segment.left),
            -number,
        ),
    )
