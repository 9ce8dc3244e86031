"""The rows of a table, which of them are its header, and which head stands over a cell."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal

from crossfoot.extraction.figures.layout import Shape, TextBlock
from crossfoot.extraction.figures.tables.bare_cells import is_number_cell, is_time_cell

_MULTIPLIER = re.compile(
    r"""£\s?['’]?(?:000s?|k)\b
  | \(\s?['’]?000s?\s?\)
  | £\s?thousands?
  | ['’]000s?\b
  | £\s?(?P<millions>m\b|mill(?:ion)?s?\b)""",
    re.VERBOSE | re.IGNORECASE,
)
_NAMES_ROWS = re.compile(
    r"(?:no\.?|nos?|ref\.?|item|#|id|code|rank|line|para(?:graph)?|appendix|section|minute|age|ages|ward no\.?|row|lot"
    r"|plot|year group|priority)\s*",
    re.IGNORECASE,
)
_HOW_MANY = re.compile(r"no\.?|nos\.?|#", re.IGNORECASE)
_MOST_APART = 60
"""How far from a cell, weighed, a head may stand that is over it."""
_NEAR = 16
"""The same for a head that goes on in a line of its own: it belongs to one column alone."""
_TAB = 8
_HEADER_ROWS = 3


@dataclass(slots=True)
class Table:
    """A table: its rows of cells as offsets, and how many of them are its header."""

    rows: list[TextBlock] = field(default_factory=list)
    headed: int = 0

    @property
    def header(self) -> list[TextBlock]:
        """Return the rows that head the columns."""
        return self.rows[: self.headed]

    @property
    def body(self) -> list[TextBlock]:
        """Return the rows below the header."""
        return self.rows[self.headed :]


def without_scale(words: str) -> str:
    """Return a cell's words without the scale of a column or row that stands in them: "Cost (£000)"."""
    return _MULTIPLIER.sub(" ", words) if "0" in words else words


def group_rows(text: str, blocks: list[TextBlock], at: int) -> tuple[Table, int]:
    """Return the table that begins with the row ``blocks[at]``, and the index behind its last row."""
    table = Table()
    j = at
    while j < len(blocks) and blocks[j].shape is Shape.ROW:
        if j > at and blocks[j].gap and _heads(text, blocks[j]) and not _heads(text, blocks[j - 1]):
            break
        table.rows.append(blocks[j])
        j += 1
    for row in table.rows[:_HEADER_ROWS]:
        if not _heads(text, row):
            break
        table.headed += 1
    if table.headed == len(table.rows) and len(table.rows) > 1:
        table.headed = 1
    columns = max((len(row.cells) for row in table.header), default=0)
    for row in table.body:
        row.cells = _with_blanks(text, row, columns)
    return table, j


def _with_blanks(text: str, row: TextBlock, columns: int) -> list[tuple[int, int]]:
    """Return the cells of a row, the empty ones between two tabs too where the header has as many columns as that."""
    line = text[row.start : row.end]
    if "\t\t" not in line or len(row.cells) >= columns:
        return row.cells
    parts = line.split("\t")
    if len(parts) > columns:
        return row.cells
    cells, at = [], row.start
    for part in parts:
        left = at + len(part) - len(part.lstrip())
        cells.append((left, max(left, at + len(part.rstrip()))))
        at += len(part) + 1
    return cells


def _heads(text: str, row: TextBlock) -> bool:
    """Tell whether a row is part of a header: no cell behind the first is a number, years and dates aside."""
    cells = [text[a:b] for a, b in row.cells]
    if len(cells) == 1:  # a row of one cell goes on with the head above it
        return not is_number_cell(cells[0])
    return not any(is_number_cell(c) and not is_time_cell(c) for c in cells[1:])


def multiplier(words: str) -> Decimal:
    """Return what a header's "£000" or "£m" multiplies its column by; 1 where it says nothing."""
    found = _MULTIPLIER.search(words)
    if found is None:
        return Decimal(1)
    return Decimal(1_000_000) if found.group("millions") else Decimal(1000)


def column_of(text: str, row: TextBlock, cell: int, header: TextBlock) -> int | None:
    """Return which cell of a header row stands over a cell, or None where none does.

    Rows with bars or tabs go by the order of their cells; rows set out with spaces by where they stand.
    """
    by_place = (_spaced(text, row) and _spaced(text, header)) or (
        len(row.cells) > len(header.cells) and _tabbed_out(text, row) and _tabbed_out(text, header)
    )
    if not by_place:
        corner = len(row.cells) == len(header.cells) + 1 and text[header.start] == "|" != text[row.start]
        place = cell - corner  # a head whose blank corner was left without its bar
        return place if 0 <= place < len(header.cells) else None
    left, right = (_column(text, offset) for offset in row.cells[cell])
    best: tuple[int, int] | None = None
    for index, (a, b) in enumerate(header.cells):
        low, high = _column(text, a), _column(text, b)
        apart = max(low - right, left - high, 0) * 4 + min(abs(right - high), abs(left - low))
        if best is None or apart < best[0]:
            best = (apart, index)
    most = _MOST_APART if len(header.cells) > 1 else _NEAR
    return best[1] if best is not None and best[0] < most else None


def _tabbed_out(text: str, row: TextBlock) -> bool:
    """Tell whether a row is set out with several tabs in a row, or stands behind them."""
    line = text[_line_start(text, row.start) : row.end]
    return "\t\t" in line and "|" not in line


def _column(text: str, offset: int) -> int:
    """Return in which column of its line an offset stands, tabs taken for what they are on a typewriter."""
    return len(text[_line_start(text, offset) : offset].expandtabs(_TAB))


def _spaced(text: str, row: TextBlock) -> bool:
    """Tell whether a row is set out with spaces alone."""
    line = text[row.start : row.end]
    if "\n" in line:  # cells one below the other
        return False
    return "|" not in line and "\t" not in line and ";" not in line and ("  " in line or " / " not in line)


def _line_start(text: str, offset: int) -> int:
    """Return where the line of an offset begins."""
    return text.rfind("\n", 0, offset) + 1


def names_rows(words: str, *, first: bool = True) -> bool:
    """Tell whether a column's head says that its numbers only name the rows ("No.", "Ref").

    Behind the ``first`` column "No." heads how many there are of what the row names.
    """
    head = words.strip()
    return _NAMES_ROWS.fullmatch(head) is not None and (first or _HOW_MANY.fullmatch(head) is None)
