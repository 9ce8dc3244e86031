"""A line of text with its paragraphs and tables: the body, a note or a text box, put together sign by sign."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from crossfoot.model import BlockKind
from crossfoot.readers.building import Builder
from crossfoot.readers.forms import before_title, is_prose_row, items_of_minutes, numbers_sections, with_number
from crossfoot.readers.labels import BULLET, has_typed_label
from crossfoot.readers.merged import MergedNames

_DEEPEST_TABLE = 20
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_NEAR = 40
"""Twentieths of a point: edges of cells that stand nearer together are one edge, drawn by hand."""
_MOST_COLUMNS = 63


@dataclass(frozen=True)
class Shape:
    """What the controls before a paragraph's end say of it."""

    heading: int | None = None
    level: int = 1
    tables: int = 0
    """In how many tables, one in the other, it stands."""
    contents: bool = False
    """Whether it is of a table of contents."""


@dataclass
class Paragraph:
    """A paragraph's words and label, and the text boxes that hang on it."""

    words: str
    label: str
    shape: Shape
    boxes: list[Story]


@dataclass
class Row:
    """A row's cells and their right edges, which may be unknown, and whether its first goes on with the one above."""

    cells: list[list[Block]]
    edges: list[int]
    goes_on: bool = False


@dataclass
class Table:
    """A table's rows, and the row and cell that are being filled."""

    rows: list[Row] = field(default_factory=list)
    cells: list[list[Block]] = field(default_factory=list)
    cell: list[Block] = field(default_factory=list)


Block = Paragraph | Table


class Story:
    """Gathers paragraphs and tables in reading order."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.label: list[str] = []
        self.boxes: list[Story] = []
        self.edges: list[int] = []
        self.merged: list[bool] = []
        """For each cell of the row, whether it goes on with the one above."""
        self.merges = False
        """Whether the cell whose edge comes next does so."""
        self._blocks: list[Block] = []
        self._open: list[Table] = []

    def end_paragraph(self, shape: Shape) -> None:
        """End the paragraph at hand."""
        words = _whole("".join(self.pieces))
        label = " ".join(_whole("".join(self.label)).split())
        boxes = self.boxes
        self.pieces, self.label, self.boxes = [], [], []
        self._container(shape.tables).append(Paragraph(words, label, shape, boxes))

    def end_cell(self, shape: Shape) -> None:
        """End the cell at hand, and the paragraph in it."""
        depth = max(1, shape.tables)
        self.end_paragraph(Shape(shape.heading, shape.level, depth))
        table = self._open[-1]
        table.cells.append(table.cell)
        table.cell = []

    def end_row(self) -> None:
        """End the row of the innermost table."""
        if self._open and self._open[-1].cells:
            table = self._open[-1]
            table.rows.append(Row(table.cells, self.edges[:], goes_on=self.merged[:1] == [True]))
            table.cells = []

    def finish(self, shape: Shape) -> None:
        """End what is still open."""
        if self.pieces or self.label or self.boxes:
            self.end_paragraph(shape)
        self._container(0)

    def flat(self) -> str:
        """Return all words on one line, as a note at the end of a document is set."""
        return " ".join(words for block in self._blocks for words in _lines(block))

    def write(self, builder: Builder) -> None:
        """Append the story's blocks."""
        _write(self._blocks, builder)

    def _container(self, depth: int) -> list[Block]:
        """Return the blocks to which a paragraph at this depth of tables belongs."""
        depth = min(depth, _DEEPEST_TABLE)
        while len(self._open) > depth:
            table = self._open.pop()
            if table.cell:
                table.cells.append(table.cell)
            if table.cells:
                table.rows.append(Row(table.cells, []))
        while len(self._open) < depth:
            table = Table()
            (self._open[-1].cell if self._open else self._blocks).append(table)
            self._open.append(table)
        return self._open[-1].cell if self._open else self._blocks


def _whole(words: str) -> str:
    """Return words whose signs beyond the first plane, written as two halves, are put together."""
    return _CONTROLS.sub("", words.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"))


def _write(blocks: list[Block], builder: Builder) -> None:
    """Append blocks."""
    for block in blocks:
        if isinstance(block, Table):
            _write_table(block, builder)
        else:
            _write_paragraph(block, builder)
            for box in block.boxes:
                box.write(builder)


def _write_paragraph(paragraph: Paragraph, builder: Builder) -> None:
    """Append a paragraph as what its controls make of it."""
    words = paragraph.words.strip()
    label = f"{paragraph.label} " if paragraph.label else ""
    if not words or paragraph.shape.contents:
        return
    if paragraph.shape.heading is not None:
        builder.add(BlockKind.HEADING, label + words, paragraph.shape.heading)
    elif label and not (label == BULLET and has_typed_label(words)):
        builder.add(BlockKind.LIST_ITEM, label + words, paragraph.shape.level)
    else:
        builder.add(BlockKind.PARAGRAPH, words)


def _write_table(table: Table, builder: Builder) -> None:
    """Append a table row by row, or its cells as text where it only lays out the page."""
    grid = _grid(table)
    widest = max((len(row.cells) for row in table.rows), default=0)
    boxes: list[Story] = []
    first = True
    read = [[[words for block in cell for words in _lines(block)] for cell in row.cells] for row in table.rows]
    items = items_of_minutes(read)
    numbered = not any(items) and numbers_sections(read)
    names = MergedNames()
    for row, contents, item in zip(table.rows, read, items, strict=True):
        nested = any(isinstance(block, Table) for cell in row.cells for block in cell)
        if widest <= 1 or nested or item or is_prose_row(contents, listed=any(map(_is_listed, row.cells))):
            begun = 0
            if item and (title := _first_words(row.cells[1])) is not None:
                title.words = before_title(" ".join(contents[0])) + title.words.strip()
                begun = 1
            elif numbered and len(row.cells) > 1:
                heading = with_number([" ".join(paragraphs) for paragraphs in contents[:2]])
                builder.add(BlockKind.PARAGRAPH, heading[0])
                begun = 2
            for cell in row.cells[begun:]:
                _write(cell, builder)
            continue
        words: list[str] = []
        for paragraphs, columns in zip(contents, _columns(row, grid), strict=True):
            words.append(names.cell(len(words), " ".join(paragraphs), goes_on=row.goes_on and not words))
            words.extend([""] * (columns - 1))
        builder.add_row(with_number(words) if numbered and len(words) > 1 else words, first=first)
        boxes.extend(box for cell in row.cells for block in cell if isinstance(block, Paragraph) for box in block.boxes)
        first = False
    for box in boxes:
        box.write(builder)


def _first_words(cell: list[Block]) -> Paragraph | None:
    """Return the first paragraph of a cell that has words."""
    return next((each for each in cell if isinstance(each, Paragraph) and each.words.strip()), None)


def _is_listed(cell: list[Block]) -> bool:
    """Tell whether a cell holds several items with labels of their own."""
    return sum(isinstance(block, Paragraph) and bool(block.label) for block in cell) > 1


def _lines(block: Block) -> list[str]:
    """Return a block's words without their labels, paragraph by paragraph."""
    if isinstance(block, Paragraph):
        words = block.words.strip()
        return [words] if words else []
    return [words for row in block.rows for cell in row.cells for each in cell for words in _lines(each)]


def _grid(table: Table) -> list[int]:
    """Return the right edges that the cells of a table's rows have, near ones as one."""
    edges: list[int] = []
    for edge in sorted({edge for row in table.rows if len(row.edges) == len(row.cells) for edge in row.edges}):
        if not edges or edge - edges[-1] > _NEAR:
            edges.append(edge)
    return edges


def _columns(row: Row, grid: list[int]) -> list[int]:
    """Return how many columns of the grid each cell of a row is wide."""
    if len(row.edges) != len(row.cells) or len(grid) > _MOST_COLUMNS:
        return [1] * len(row.cells)
    widths = []
    left = grid[0] - _NEAR - 1
    for edge in row.edges:
        widths.append(max(1, sum(left + _NEAR < each <= edge for each in grid)))
        left = edge
    return widths
