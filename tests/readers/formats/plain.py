"""A record's plain text taken apart into the blocks of a page, so that it can be set in other formats.

The parting is the renderers' own and knows nothing of the readers: lines that were broken at a margin are made whole,
rows with bars, tabs or columns of blanks become tables, labels of lists are parted from their words. Emphasis marks go.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise


class Kind(StrEnum):
    """What a block is on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TABLE = "table"


@dataclass(slots=True)
class Block:
    """One block: its lines, a list item's label as printed, or a table's cells row by row; ``gap``: set off above."""

    kind: Kind
    lines: list[str] = field(default_factory=list)
    label: str = ""
    rows: list[list[str]] = field(default_factory=list)
    gap: bool = True
    last: int = 0
    """How long the last line was that the block took in."""

    @property
    def words(self) -> str:
        """Return the block's words on one line."""
        return " ".join(self.lines)


_MARKS = re.compile(r"\*\*|</?[ub]>|__")
_LABEL = re.compile(
    r"\s*(?P<label>[-–•·*]|\(?(?:\d{1,3}|[A-Za-z]|[ivx]{1,5})[.)]|\d{1,2}(?:\.\d{1,2}){1,2}\.?(?=[ \t]+[A-Z]))"
    r"[ \t]+(?=\S)"
)
_WIDE = re.compile(r" {2,}|\t+")
_ENDED = re.compile(r"[.;:!?][\"'”’)]?\Z")
_FULL = 58
_WRAPPED = 100
_LONGEST_HEADING = 70


def blocks_of(text: str) -> list[Block]:
    """Return the blocks of a plain text in their order."""
    lines = [_MARKS.sub("", line.rstrip()) for line in text.replace("\r\n", "\n").replace("\f", "\n").split("\n")]
    wrapped = max(map(len, lines), default=0) <= _WRAPPED
    blocks: list[Block] = []
    gap = True
    index = 0
    while index < len(lines):
        line = lines[index]
        if not line.strip():
            gap = True
            index += 1
            continue
        table, used = _table_at(lines, index)
        if table:
            blocks.append(Block(Kind.TABLE, rows=table, gap=gap))
            index += used
        else:
            _take(blocks, line, gap=gap, wrapped=wrapped)
            index += 1
        gap = False
    for place, block in enumerate(blocks):
        alone = block.gap and (place + 1 == len(blocks) or blocks[place + 1].gap)
        words = block.words
        if (
            alone
            and block.kind is Kind.PARAGRAPH
            and len(block.lines) == 1
            and len(words) < _LONGEST_HEADING
            and not _ENDED.search(words.rstrip(":"))
        ):
            block.kind = Kind.HEADING
    return blocks


def _take(blocks: list[Block], line: str, *, gap: bool, wrapped: bool) -> None:
    """Take one line as a block of its own or as the next line of the block above."""
    match = _LABEL.match(line)
    above = blocks[-1] if blocks else None
    if match:
        blocks.append(Block(Kind.ITEM, [line[match.end() :].strip()], match["label"], gap=gap))
    elif above is None or gap or above.kind is Kind.TABLE:
        blocks.append(Block(Kind.PARAGRAPH, [line.strip()], gap=gap))
    elif re.search(r"\d,\Z", above.words) and re.match(r"\d{3}\b", line.strip()):
        above.lines[-1] += line.strip()  # a number that the end of a line broke
    elif wrapped and _runs_on(above, line):
        above.lines[-1] += " " + line.strip()
    elif above.kind is Kind.ITEM:
        blocks.append(Block(Kind.PARAGRAPH, [line.strip()], gap=False))
    else:
        above.lines.append(line.strip())
    blocks[-1].last = len(line)


def _runs_on(above: Block, line: str) -> bool:
    """Tell whether a line goes on with one that was full, in a text whose lines were broken at a margin."""
    if above.kind is Kind.TABLE or not above.lines:
        return False
    small = line.lstrip()[:1].islower()
    return not above.lines[-1].endswith(":") and (small or above.last >= _FULL)


def _table_at(lines: list[str], index: int) -> tuple[list[list[str]], int]:
    """Return the rows of a table that begins at a line, and how many lines it takes."""
    if "|" in lines[index]:
        end = index
        while end < len(lines) and "|" in lines[end]:
            end += 1
        rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines[index:end]]
        rows = [row for row in rows if not all(re.fullmatch(r":?-*:?", cell) for cell in row)]
        return _even(rows), end - index
    if "\t" in lines[index].strip() and not _LABEL.match(lines[index]):
        end = index
        while end < len(lines) and "\t" in lines[end].strip() and not _LABEL.match(lines[end]):
            end += 1
        return _even([re.split(r"\t", line.rstrip()) for line in lines[index:end]]), end - index
    end = index
    while end < len(lines) and _is_set_out(lines[end]):
        end += 1
    if end - index < 2:
        return [], 0
    return _by_columns(lines[index:end]), end - index


def _is_set_out(line: str) -> bool:
    """Tell whether a line holds cells parted by blanks."""
    return bool(re.search(r"\S(?: {3,}|  (?=[\d£(-]))\S", line)) and not _LABEL.match(line)


def _by_columns(lines: list[str]) -> list[list[str]]:
    """Return cells of lines parted by the columns of blanks that run through all of them."""
    wide = max(map(len, lines))
    blank = [all(place >= len(line) or line[place] == " " for line in lines) for place in range(wide)]
    edges: list[int] = []
    place = 0
    while place < wide:
        if blank[place]:
            start = place
            while place < wide and blank[place]:
                place += 1
            if start and place < wide and place - start >= 2:
                edges.append(place)
        else:
            place += 1
    bounds = [0, *edges, wide]
    indent = min(len(line) - len(line.lstrip()) for line in lines)
    split = [
        ([""] if len(line) - len(line.lstrip()) > indent + 8 else [])
        + [cell.strip() for cell in _WIDE.split(line.strip())]
        for line in lines
    ]
    cut = [[line[a:b].strip() for a, b in pairwise(bounds)] for line in lines]
    even = len({len(row) for row in split}) == 1 and any("   " in cell for row in cut for cell in row)
    if len(bounds) < 3 or even or any(_has_two_cells(cell) for row in cut for cell in row):
        return _even(split)
    return cut


def _has_two_cells(words: str) -> bool:
    """Tell whether a cell, cut by the columns of blanks, holds a letter or two beside a number: a mark of its own."""
    return re.fullmatch(r"\(?[\d,.]+\)? {1,3}[A-Z]{1,2}", words) is not None


def _even(rows: list[list[str]]) -> list[list[str]]:
    """Return rows of the same number of cells."""
    most = max((len(row) for row in rows), default=0)
    return [row + [""] * (most - len(row)) for row in rows]
