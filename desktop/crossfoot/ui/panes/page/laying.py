"""A document's structure set as pages: headings, lists with their labels, tables as tables.

Made of the reader's blocks alone. Nothing of the source's own mark-up reaches Qt, and every stretch of
text that is set is remembered with its place in the stored text, for the text itself is not all there:
the strokes between the cells of a row become the table's lines.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextOption,
    QTextTableFormat,
)

from crossfoot.model import Block, BlockKind, Document, Span
from crossfoot.ui.panes.text.offsets import Offsets, showable
from crossfoot.ui.panes.text.typesetting import headings, reading_font

WIDTH, HEIGHT = 595.0, 842.0
"""A sheet of A4 in points."""

_MARGIN = 62.0
_SIZE = 11
_HEADINGS = (15, 13, 12)
"""Sizes in points of the text and of headings by their level."""
_LEADING = 132.0
_HANGING = 20.0
_CELLS = re.compile(r"(?:^| )\|(?: |$)")
_PARAGRAPH = re.compile(r"\S(?:.*\S)?")
_TYPED_LINE = re.compile(r".*\S")
_PARTED = re.compile(r"\S {3,}\S|\S {2,}(?=[\d£(-])")
"""Cells of a line that blanks part, as a typewriter sets a table."""
_FEWEST_ROWS = 2
_SMALLEST = 6
"""The size in points of letters of one width at least, where a line would be wider than the sheet."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of the stored text that stands in one paragraph or cell, from ``position`` on in Qt's units."""

    span: Span
    position: int
    offsets: Offsets


@dataclass(frozen=True, slots=True)
class Laid:
    """A document set as pages, with its runs in the order of the text."""

    page: QTextDocument
    runs: tuple[Run, ...]

    def run_at(self, offset: int) -> int:
        """Return the index of the last run that begins at or before a place, or -1."""
        return bisect_right(self.runs, offset, key=lambda run: run.span.start) - 1


def lay(document: Document) -> Laid:
    """Return the document's text set on sheets of A4."""
    page = QTextDocument()
    page.setUndoRedoEnabled(False)
    page.setDocumentMargin(0)
    font = reading_font(_SIZE)
    font.setPixelSize(_SIZE)  # one unit of the layout is one point of the sheet
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    page.setDefaultFont(font)
    page.setUseDesignMetrics(True)
    wrapping = QTextOption()
    wrapping.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    page.setDefaultTextOption(wrapping)
    runs = _Setter(page, document).set()
    frame = QTextFrameFormat()
    frame.setMargin(_MARGIN)
    page.rootFrame().setFrameFormat(frame)
    page.setPageSize(QSizeF(WIDTH, HEIGHT))
    return Laid(page, tuple(runs))


class _Setter:
    """Sets the blocks of one document, one after the other."""

    def __init__(self, page: QTextDocument, document: Document) -> None:
        self._text = document.text
        self._blocks = tuple(_whole(document.text, document.reading.blocks))
        self._headings = {span.start: (span, level) for span, level in headings(document)}
        self._starts = sorted(self._headings)
        self._cursor = QTextCursor(page)
        self._runs: list[Run] = []
        self._begun = False

    def set(self) -> list[Run]:
        """Set everything, and return what stands where."""
        self._cursor.beginEditBlock()
        for is_row, group in groupby(self._blocks, key=lambda block: block.kind is BlockKind.TABLE_ROW):
            if is_row:
                for rows in _tables(self._text, list(group)):
                    self._table(rows)
            else:
                for block in group:
                    self._paragraph(block)
        self._cursor.endEditBlock()
        return self._runs

    def _paragraph(self, block: Block) -> None:
        """Set a paragraph, a heading or an item of a list; line ends inside it stay line ends."""
        level = self._heading_level(block)
        form = QTextBlockFormat()
        form.setLineHeight(_LEADING, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        signs = QTextCharFormat()
        if level:
            size = _HEADINGS[min(level, len(_HEADINGS)) - 1]
            form.setTopMargin(size * 0.7)
            form.setBottomMargin(size * 0.35)
            form.setHeadingLevel(min(level, 6))
            signs.setProperty(QTextFormat.Property.FontPixelSize, size)
            signs.setFontWeight(QFont.Weight.DemiBold)
        elif block.kind is BlockKind.LIST_ITEM:
            form.setLeftMargin(_HANGING * (block.level + 0.4))
            form.setTextIndent(-_HANGING)
            form.setBottomMargin(3)
        else:
            form.setBottomMargin(8)
        inner = block.span.cut(self._text)
        lines = [match.span() for match in _PARAGRAPH.finditer(inner)]
        if sum(_PARTED.search(inner, *line) is not None for line in lines) >= _FEWEST_ROWS and not level:
            self._typed_table(block.span, form)
            return
        for start, end in lines:
            self._new_block(form, signs)
            self._put(Span(block.span.start + start, block.span.start + end), signs)

    def _typed_table(self, span: Span, below: QTextBlockFormat) -> None:
        """Set lines whose columns are parted by blanks in letters of one width, so that they stand below each other."""
        begin = self._text.rfind("\n", 0, span.start) + 1  # with the blanks that the first line begins with
        words = self._text[begin : span.end]
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(_SIZE)
        wide = QFontMetricsF(font).horizontalAdvance("0") * max(map(len, words.split("\n")))
        signs = QTextCharFormat()
        signs.setFontFamilies([font.family()])
        signs.setFontFixedPitch(True)
        size = max(_SMALLEST, min(_SIZE, int(_SIZE * (WIDTH - 2 * _MARGIN) / wide))) if wide else _SIZE
        signs.setProperty(QTextFormat.Property.FontPixelSize, size)
        matches = list(_TYPED_LINE.finditer(words))
        for match in matches:
            form = QTextBlockFormat()
            form.setNonBreakableLines(True)
            form.setBottomMargin(below.bottomMargin() if match is matches[-1] else 0)
            self._new_block(form, signs)
            self._put(Span(begin + match.start(), begin + match.end()), signs)

    def _heading_level(self, block: Block) -> int:
        """Return the level of a block that is a heading, or begins with one of the record's; else 0."""
        if block.kind is BlockKind.HEADING:
            return max(1, block.level)
        place = bisect_right(self._starts, block.span.end - 1) - 1
        if place < 0:
            return 0
        span, level = self._headings[self._starts[place]]
        most = span.overlaps(block.span) and 2 * (span.end - span.start) > block.span.end - block.span.start
        return level if most else 0

    def _table(self, rows: Sequence[Sequence[Span]]) -> None:
        """Set rows of cells as a table with thin lines; what is longest gets the most room."""
        columns = max(len(row) for row in rows)
        form = QTextTableFormat()
        form.setBorder(1)
        form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        form.setBorderBrush(QColor(Qt.GlobalColor.gray))  # seen on light and on dark paper
        form.setBorderCollapse(True)
        form.setCellPadding(4)
        form.setCellSpacing(0)
        form.setTopMargin(4)
        form.setBottomMargin(10)
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        longest = [max((row[c].end - row[c].start for row in rows if c < len(row)), default=1) for c in range(columns)]
        shares = [min(60, max(8, length)) for length in longest]
        form.setColumnWidthConstraints(
            [QTextLength(QTextLength.Type.PercentageLength, 100 * share / sum(shares)) for share in shares]
        )
        self._new_block(QTextBlockFormat(), QTextCharFormat())
        table = self._cursor.insertTable(len(rows), columns, form)
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                self._cursor = table.cellAt(number, column).firstCursorPosition()
                self._put(cell, QTextCharFormat())
        self._cursor = table.lastCursorPosition()
        self._cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
        self._begun = False  # the paragraph behind a table is there already

    def _new_block(self, form: QTextBlockFormat, signs: QTextCharFormat) -> None:
        """Begin a paragraph; the first one of a document is there already."""
        if self._begun:
            self._cursor.insertBlock(form, signs)
        else:
            self._cursor.setBlockFormat(form)
            self._cursor.setBlockCharFormat(signs)
        self._begun = True

    def _put(self, span: Span, signs: QTextCharFormat) -> None:
        """Set the words of a place and remember where they stand."""
        words = span.cut(self._text)
        if words:
            self._runs.append(Run(span, self._cursor.position(), Offsets(words)))
            self._cursor.insertText(showable(words), signs)


def _whole(text: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """Go through the blocks, with paragraphs for the text between them that belongs to none."""
    place = 0
    for block in sorted(blocks, key=lambda each: each.span):
        if block.span.start >= place:
            yield from _loose(text, place, block.span.start)
            yield block
            place = block.span.end
    yield from _loose(text, place, len(text))


def _loose(text: str, start: int, end: int) -> Iterator[Block]:
    """Go through the paragraphs of a stretch of text that no block names."""
    for match in _PARAGRAPH.finditer(text, start, end):
        yield Block(BlockKind.PARAGRAPH, Span(match.start(), match.end()))


def _tables(text: str, rows: Sequence[Block]) -> Iterator[list[list[Span]]]:
    """Part rows into tables, where a blank line stands between them, and each row into its cells."""
    table: list[list[Span]] = []
    end = 0
    for row in rows:
        if table and text.count("\n", end, row.span.start) > 1:
            yield table
            table = []
        table.append(_cells(text, row.span))
        end = row.span.end
    yield table


def _cells(text: str, row: Span) -> list[Span]:
    """Return the places of a row's cells, without the blanks at their ends."""
    cells = []
    start = row.start
    for match in [*_CELLS.finditer(text[row.start : row.end]), None]:
        end = row.start + match.start() if match else row.end
        words = text[start:end]
        inner = words.strip()
        begin = start + len(words) - len(words.lstrip())
        cells.append(Span(begin, begin + len(inner)))
        start = row.start + match.end() if match else row.end
    return cells
