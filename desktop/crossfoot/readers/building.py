"""A reading put together block by block, in the one form that all formats share.

Paragraphs and headings have a blank line between them; the items of a list and the rows of a table stand
one to a line. An item inside another is indented by three blanks for each level.
"""

from __future__ import annotations

from crossfoot.model import Block, BlockKind, Page, Reading, Span
from crossfoot.readers.labels import without_tab

INDENT = "   "
CELL_EDGE = " | "
BAR = "|"
"""What begins a row whose first cell is empty: an edge alone would pass for the table's own."""
_SOFT_HYPHEN = "\u00ad"
"""Where a word may be broken; no page shows it inside a line."""
_TIGHT = frozenset({BlockKind.LIST_ITEM, BlockKind.TABLE_ROW})


class Builder:
    """Gathers blocks of text in reading order."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []

    @property
    def length(self) -> int:
        """Return how many characters of text there are so far."""
        return self._length

    def add(self, kind: BlockKind, words: str, level: int = 1, *, loose: bool = False) -> Span | None:
        """Append one block and return its place; nothing is appended for blank words.

        ``loose`` sets a list item or a row off from the block above by a blank line.
        """
        words = without_tab(words.replace(_SOFT_HYPHEN, "").strip(" \t\n"))
        if not words:
            return None
        if self._blocks:
            above = self._blocks[-1].kind
            self._append("\n" if kind is above and kind in _TIGHT and not loose else "\n\n")
        if kind is BlockKind.LIST_ITEM and level > 1:
            self._append(INDENT * (level - 1))
        span = Span(self._length, self._length + len(words))
        self._append(words)
        self._blocks.append(Block(kind, span, level))
        return span

    def add_row(self, cells: list[str], *, first: bool = False) -> Span | None:
        """Append one row of a table; ``first`` sets a new table off from one above it.

        A row whose first cell is empty begins with a bar, so that its other cells keep their columns.
        """
        if not any(cell.strip() for cell in cells):
            return None
        joined = CELL_EDGE.join(" ".join(cell.split()) for cell in cells).rstrip(" |")
        return self.add(BlockKind.TABLE_ROW, joined if cells[0].strip() else BAR + joined, loose=first)

    def add_reading(self, reading: Reading) -> None:
        """Append another reading's words with their blocks, set off by a blank line; its pages stay behind."""
        if not reading.text.strip():
            return
        if self._blocks:
            self._append("\n\n")
        moved = self._length
        self._append(reading.text.rstrip())
        for block in reading.blocks:
            span = Span(block.span.start + moved, block.span.end + moved)
            self._blocks.append(Block(block.kind, span, block.level))

    def reading(self, reader: str, *, pages: tuple[Page, ...] = (), notes: tuple[str, ...] = ()) -> Reading:
        """Return what was gathered."""
        return Reading(reader, "".join(self._pieces), tuple(self._blocks), pages, notes)

    def _append(self, piece: str) -> None:
        """Append characters."""
        self._pieces.append(piece)
        self._length += len(piece)
