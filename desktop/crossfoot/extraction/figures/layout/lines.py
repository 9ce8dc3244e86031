"""The lines of a text put together to blocks: wrapped lines, page breaks and tables told one value a line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.extraction.figures.layout.blocks import Shape, TextBlock
from crossfoot.extraction.figures.layout.cells import (
    cells_of,
    cells_set_apart,
    is_said,
    is_titled_number,
    without_number,
)
from crossfoot.extraction.figures.layout.headings import ends_sentence, is_heading
from crossfoot.extraction.figures.layout.markers import LETTERS, marker_of, numbered_headings
from crossfoot.extraction.figures.layout.stacked import StackedTable, stacked_tables
from crossfoot.extraction.figures.words import word_set

_LINE = re.compile(r"[^\n]*\n?")
_POINT = re.compile(r"\s*\d{1,2}\.\s+[A-Z]")
"""How a numbered point begins: "6. Details"."""

_RULE = re.compile(r"[\s|:+=_*-]+\Z")
_WORD = re.compile(r"\S{1,40}")
_DEEP = 12
"""How far a line is indented that goes on with the heads of the row above."""

_TAB = 8
_TIMES = re.compile(r"(?:19|20)\d\d|\b\d\d/\d\d|\bq[1-4]\b|£?0{3}|\d{1,2}\s(?=[a-z]{3})", re.IGNORECASE)
"""Digits of times and thousands, which stand in heads."""

_FULL_LINE = 60
"""How long a line is that may have been wrapped because it was full."""

_UNWRAPPED_LINE = 120
_UNWRAPPED_SHARE = 0.5
"""The share of a text's characters that stand in lines longer than any margin, where each line is a paragraph."""

_SHORTEST_WRAPPED = 45
_FEWEST_WRAPPED = 8
_ROOM = 4
"""Characters beyond the next word that a line has room for at least, where it was not full."""

_ENOUGH = 2
"""How many signs that a line begins a paragraph there are at least: an end before it, room before it, a label."""

_LABEL = re.compile(r"[A-Z][\w'’()/&-]{0,30}(?: [\w'’()/&-]{1,30}){0,3}:(?=\s)")
"""How a line begins that says what it is about: "Alternatives considered: none"."""


def blocks_of(text: str) -> list[TextBlock]:
    """Return the blocks of ``text`` in order; their ranges cover all but white space and list markers."""
    return list(_joined(text, _Lines(text).blocks()))


class _Lines:
    """The lines of a text put together to blocks: wrapped lines join the block that is still open."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._open: TextBlock | None = None
        self._after_gap = True
        self._last_length = 0
        self._row_above = False
        self._headings = numbered_headings(text)
        self._wraps = not _is_unwrapped(text)
        self._margin = _margin_of(text) if self._wraps else 0
        self._stacked = {table.start: table for table in stacked_tables(text)}

    def blocks(self) -> Iterator[TextBlock]:
        """Yield the blocks in order."""
        passed = 0
        for match in _LINE.finditer(self._text):
            start, end = match.span()
            if start == end:
                break
            if start < passed:
                continue
            line = self._text[start:end]
            stripped = line.strip()
            table = self._stacked.get(start + len(line) - len(line.lstrip())) if self._stacked else None
            if table is not None:
                yield from self._close()
                yield from _rows_of(table, gap=self._after_gap)
                passed, self._after_gap, self._row_above = table.end, False, False
            elif not stripped:
                yield from self._close()
                self._after_gap = True
            elif _RULE.match(stripped):
                if "|" not in stripped:
                    yield from self._close()
            else:
                yield from self._take(start, line)
                self._after_gap = False
        yield from self._close()

    def _close(self) -> Iterator[TextBlock]:
        """Yield the open block, if there is one."""
        if self._open is not None:
            yield self._open
        self._open = None

    def _take(self, start: int, line: str) -> Iterator[TextBlock]:
        """Take in one line with words, and yield the blocks that it closes."""
        left = start + len(line) - len(line.lstrip())
        right = start + len(line.rstrip())
        cells = cells_of(self._text, left, right)
        indent = len(self._text[start:left].expandtabs(_TAB))
        if not cells and self._row_above and not self._after_gap and indent >= _DEEP:
            cells = cells_set_apart(self._text, left, self._text[left:right])
        self._row_above = bool(cells) and not any(c.isdigit() for c in _TIMES.sub("", line))
        if cells:
            yield from self._close()
            label, *words = without_number(self._text, cells)
            if self._after_gap and is_titled_number(self._text, cells):
                yield TextBlock(Shape.HEADING, [cells[1]], gap=True)
            elif is_said(self._text, [label, *words]):
                yield TextBlock(Shape.HEADING, [label], gap=self._after_gap)
                yield TextBlock(Shape.PARAGRAPH, words)
            else:
                yield TextBlock(Shape.ROW, [(left, right)], cells=cells, gap=self._after_gap)
            return
        begins = (
            self._after_gap
            or self._open is None
            or self._open.shape is not Shape.PARAGRAPH
            or self._last_length < _FULL_LINE
            or not self._wraps
            or self._text[self._open.end - 1] == ":"
            or (_POINT.match(line) is not None and ends_sentence(self._text, self._open))
        )
        marked = marker_of(line, alone=begins, heading=start in self._headings)
        if marked is None and self._open is not None and self._continues(self._open, left):
            self._open.go_on_to(right)
        else:
            yield from self._close()
            if marked is None:
                self._open = TextBlock(Shape.PARAGRAPH, [(left, right)], gap=self._after_gap)
            else:
                marker, length = marked
                ranges = [(min(start + length, right), right)]
                self._open = TextBlock(Shape.ITEM, ranges, marker=marker, gap=self._after_gap)
        self._last_length = right - left

    def _continues(self, block: TextBlock, left: int) -> bool:
        """Tell whether the line that begins at ``left`` goes on with ``block``'s paragraph or item."""
        text, high = self._text, block.end
        if block.shape is Shape.ROW or self._is_listed(block, left):
            return False
        if text[left].islower() or text[high - 1] == ",":
            return True
        ends, room = ends_sentence(text, block), self._room_left(left)
        if _ENTRY.search(text, max(block.ranges[-1][0], high - _LONGEST_VALUE), high):
            return room < 0
        if ends and text[high - 1] in ":;":
            return room < 0 and not text[left].isalpha()
        if self._wraps and self._last_length >= _FULL_LINE:
            signs = (ends, room > _ROOM, _LABEL.match(text, left) is not None)
            return sum(signs) < _ENOUGH
        return not ends and self._last_length >= _SHORTEST_WRAPPED and (text[left].isdigit() or text[left] in "£(")

    def _is_listed(self, block: TextBlock, left: int) -> bool:
        """Tell whether the line at ``left`` is an entry of a list like the one before it, or under its lead-in."""
        text = self._text
        if _DASHED_ENTRY.match(text, left) is None:
            return False
        low = text.rfind("\n", 0, block.end) + 1
        return _LEADS_IN.search(text, low, block.end) is not None or _DASHED_ENTRY.match(text, low) is not None

    def _room_left(self, left: int) -> int:
        """Return how many characters the last line had left behind the word that begins the next line at ``left``.

        It is below 0 where that word did not fit in, and 0 where the width of the lines is not known.
        """
        if not self._margin:
            return 0
        word = _WORD.match(self._text, left)
        return self._margin - self._last_length - 1 - (word.end() - left if word else 0)


def _rows_of(table: StackedTable, *, gap: bool) -> Iterator[TextBlock]:
    """Yield the rows of a table whose cells stand one below the other."""
    for number, cells in enumerate(table.rows):
        yield TextBlock(Shape.ROW, [(cells[0][0], cells[-1][1])], cells=list(cells), gap=gap and number == 0)


def _margin_of(text: str) -> int:
    """Return the length that lines of a text were broken at, or 0 where too few lines tell."""
    lengths = sorted(len(line) for line in text.split("\n") if len(line) >= _SHORTEST_WRAPPED and "|" not in line)
    return lengths[len(lengths) * 19 // 20] if len(lengths) >= _FEWEST_WRAPPED else 0


def _is_unwrapped(text: str) -> bool:
    """Tell whether a text's lines are as long as its paragraphs: most of its words stand in lines past any margin."""
    lengths = [len(line) for line in text.split("\n") if "|" not in line and "\t" not in line]
    return sum(each for each in lengths if each > _UNWRAPPED_LINE) >= _UNWRAPPED_SHARE * sum(lengths) > 0


_LONGEST_VALUE = 16
_ENTRY = re.compile(r":\s*[-−(£]?\s?[-−(£]?\d[\d,.]*(?:%|k|m|bn)?\)?\Z")
"""How a line ends that is an entry of a list without markers: "Reviews held on time: 97.2%"."""

_DASHED_ENTRY = re.compile(
    r"[ \t]*[^\W\d_][^.;:!?|\t\n]{1,59}?\s[-–—]\s{1,3}[£(]?\d[\d,.]*(?:%|k|m|bn)?\)?"
    r"(?:\s\([^()\n]{1,60}\))?[ \t]*(?:\n|\Z)"
)
"""A line of a name and a number with a dash between them: "children's homes - 28 (of which 20 were the agency's)"."""

_LEADS_IN = re.compile(r":\s?[-–—]?\s*\Z")
_FUNCTION_WORDS = word_set(
    """
    a an the of in on at to for from with by and or but as is are was were be been has have had that which who this
    these those their its his her our into across over under between than about approximately per each all any
    report not it will would
    """
)
"""Words that no block ends with, unless a page break cut it."""


def _joined(text: str, blocks: Iterator[TextBlock]) -> Iterator[TextBlock]:
    """Yield the blocks with headings told apart and sentences joined over page breaks."""
    held: TextBlock | None = None
    for block in blocks:
        if held is not None and _cut_by_page(text, held, block):
            held.go_on_with(block)
            continue
        if held is not None:
            yield held
        if block.shape is Shape.PARAGRAPH and is_heading(text, block):
            block.shape = Shape.HEADING
        held = block
    if held is not None:
        yield held


def _cut_by_page(text: str, before: TextBlock, after: TextBlock) -> bool:
    """Tell whether ``after`` goes on with a sentence of ``before`` that a break cut in two."""
    if after.shape is not Shape.PARAGRAPH or before.shape not in {Shape.PARAGRAPH, Shape.ITEM}:
        return False
    low, high = before.ranges[-1]
    if ends_sentence(text, before) or _DASHED_ENTRY.match(text, after.start):
        return False
    first = text[after.start]
    words = LETTERS.findall(text[max(low, high - 24) : high])
    last = words[-1].lower() if words and text[high - 1].isalpha() else ""
    if first.islower():
        return high - low >= 20 or last in _FUNCTION_WORDS
    return last in _FUNCTION_WORDS and high - low >= 20 and before.shape is Shape.PARAGRAPH
