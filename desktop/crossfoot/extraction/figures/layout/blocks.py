"""What a block of the text is: its shape, its place, its list label and its cells."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Shape(StrEnum):
    """What a block of the text is."""

    PARAGRAPH = "paragraph"
    ITEM = "item"
    HEADING = "heading"
    ROW = "row"


@dataclass(slots=True)
class TextBlock:
    """One block from ``start`` to ``end``; ``ranges`` are offsets in the text, several where a page break cut it.

    ``marker`` is the label of a list item as printed ("-", "1.", "(a)"). ``cells`` are the offsets of a table
    row's cells; ``gap`` tells whether a blank line or the text's start stands before it.
    """

    shape: Shape
    ranges: list[tuple[int, int]]
    marker: str = ""
    cells: list[tuple[int, int]] = field(default_factory=list)
    gap: bool = False
    start: int = field(init=False)
    end: int = field(init=False)

    def __post_init__(self) -> None:
        """Keep where the block begins and ends: it is asked for very many times."""
        self.start, self.end = self.ranges[0][0], self.ranges[-1][1]

    def go_on_to(self, end: int) -> None:
        """Take in the next line of the same range."""
        self.ranges[-1] = (self.ranges[-1][0], end)
        self.end = end

    def go_on_with(self, other: TextBlock) -> None:
        """Take in what a page break cut off from the block."""
        self.ranges.extend(other.ranges)
        self.end = other.end
