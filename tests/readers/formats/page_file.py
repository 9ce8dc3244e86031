"""Blocks as a PDF, set line by line as word processors do: wrapped, justified, in columns, over pages, with footnotes.

The file is written by hand with the standard fonts; characters beyond those of Windows become question marks.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path

from plain import Block, Kind

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "pages"))

from pdf_file import FONTS, drawn_pages, escaped

_SIGNS = {"•": 350, "’": 222, "‘": 222, "“": 333, "”": 333, "½": 834, "¼": 834, "—": 1000}
_HEAVY_SIGNS = _SIGNS | {"’": 278, "‘": 278, "“": 500, "”": 500}
_WIDE = {False: FONTS["F1"] | _SIGNS, True: FONTS["F2"] | _HEAVY_SIGNS}


_NOTES = (
    "See the report of the Director,",
    "As in the budget book,",
    "From the paper of the panel,",
    "After the survey,",
)


@dataclass(frozen=True, slots=True)
class Layout:
    """How pages are set; lengths in points."""

    width: float = 595
    height: float = 842
    margin: float = 66
    size: float = 11
    columns: int = 1
    ruled: bool = False
    head: str = ""
    justified: bool = False
    footnotes: bool = False
    gap: float = 6
    right_numbers: bool = True


def as_pdf(blocks: list[Block], layout: Layout) -> bytes:
    """Return the file."""
    pages = _Pages(layout)
    for block in blocks:
        pages.put(block)
    return _file(pages.content, layout)


@dataclass
class _Pages:
    """Pages being set from the top; ``content`` holds the drawing commands of each."""

    layout: Layout
    content: list[list[str]] = field(default_factory=lambda: [[]])
    column: int = 0
    notes: int = 0
    y: float = 0

    def __post_init__(self) -> None:
        self.y = self._top

    @property
    def _top(self) -> float:
        return self.layout.height - self.layout.margin

    @property
    def _wide(self) -> float:
        gutter = 24 * (self.layout.columns - 1)
        return (self.layout.width - 2 * self.layout.margin - gutter) / self.layout.columns

    @property
    def _left(self) -> float:
        return self.layout.margin + self.column * (self._wide + 24)

    @property
    def _leading(self) -> float:
        return self.layout.size * 1.22

    def put(self, block: Block) -> None:
        """Set one block."""
        if block.kind is Kind.TABLE:
            self._table(block.rows)
        elif block.kind is Kind.ITEM:
            self._room(1)
            self._write(self._left, block.label)
            for line in block.lines:
                self._paragraph(line, 24)
            self.y -= self.layout.gap / 2
        else:
            bold = block.kind is Kind.HEADING
            if bold:
                self._room(3)
            for line in block.lines:
                self._paragraph(line, 0, bold=bold)
            if self.layout.footnotes and len(block.words) > 200 and self.notes < 2:
                self._footnote()
            self.y -= self.layout.gap

    def _footnote(self) -> None:
        """Put a mark above the line set last, and its note at the foot of the page."""
        self.notes += 1
        self._write(self.end + 1, str(self.notes), size=6.5, y=self.y + self._leading + 4)
        y = self.layout.margin - 14 - 10 * (self.notes - 1)
        self._write(self._left, str(self.notes), size=5.5, y=y + 3)
        self._write(
            self._left + 6, f"{_NOTES[len(self.content) % len(_NOTES)]} which was sent out before.", size=8, y=y
        )

    def _paragraph(self, words: str, indent: float, *, bold: bool = False) -> None:
        """Set words over the width that is left, line by line."""
        lines = _wrapped(words, self._wide - indent, self.layout.size, bold=bold)
        for number, line in enumerate(lines):
            self._room(1)
            spare = self._wide - indent - _length(line, self.layout.size, bold=bold)
            stretch = spare / max(1, line.count(" ")) if self.layout.justified and number + 1 < len(lines) else 0
            self._write(self._left + indent, line, bold=bold, stretch=stretch)
            self.end = self._left + indent + _length(line, self.layout.size, bold=bold)
            self.y -= self._leading

    def _table(self, rows: list[list[str]]) -> None:
        """Set a table; words that do not fit their cell go on below."""
        count = len(rows[0])
        size = self.layout.size * 0.9
        need = [max(_length(row[n], size) for row in rows) + 10 for n in range(count)]
        least = [
            max(_length(word, size) for row in rows for word in (row[n] or " ").split(" ")) + 10 for n in range(count)
        ]
        wide = list(need)
        while sum(wide) > self._wide and any(a > b for a, b in zip(wide, least, strict=True)):
            widest = max(range(count), key=lambda n: wide[n] - least[n])
            wide[widest] -= 2
        if sum(wide) < self._wide * 0.95:
            spare = (self._wide - sum(wide)) / count
            wide = [each + spare for each in wide]
        for row in rows:
            cells = [_wrapped(words, wide[n] - 8, size) for n, words in enumerate(row)]
            deep = max(len(cell) for cell in cells)
            self._room(deep)
            x = self._left
            for n, cell in enumerate(cells):
                number = (
                    n > 0 and len(cell) == 1 and cell[0].strip("£()%.,-–").replace(",", "").replace(".", "").isdigit()
                )
                for step, line in enumerate(cell):
                    at = x + wide[n] - 6 - _length(line, size) if number and self.layout.right_numbers else x + 4
                    self._write(at, line, size=size, y=self.y - step * self._leading)
                x += wide[n]
            low = self.y - (deep - 1) * self._leading - 4
            if self.layout.ruled:
                high = self.y + size + 1
                x = self._left
                for each in wide:
                    self.content[-1].append(f"{x:.1f} {low:.1f} {each:.1f} {high - low:.1f} re S")
                    x += each
            self.y = low - size - 1
        self.y -= self.layout.gap

    def _room(self, lines: int) -> None:
        """Go to the next column or page where so many lines do not fit any more."""
        if self.y - (lines - 1) * self._leading >= self.layout.margin:
            return
        self.column += 1
        self.y = self._top
        if self.column == self.layout.columns:
            self.column = 0
            self.notes = 0
            self.content.append([])

    def _write(
        self, x: float, words: str, *, bold: bool = False, size: float = 0, y: float | None = None, stretch: float = 0
    ) -> None:
        """Put words at a place, by default on the current line."""
        at = self.y if y is None else y
        self.content[-1].append(_words(x, at, words, size or self.layout.size, bold=bold, stretch=stretch))


def _length(words: str, size: float, *, bold: bool = False) -> float:
    """Return the width of words in points."""
    return sum(_WIDE[bold].get(sign, 556) for sign in words) * size / 1000


def _wrapped(words: str, wide: float, size: float, *, bold: bool = False) -> list[str]:
    """Return words broken into lines that fit."""
    lines: list[str] = [""]
    for word in words.split():
        tried = f"{lines[-1]} {word}".strip()
        if lines[-1] and _length(tried, size, bold=bold) > wide:
            lines.append(word)
        else:
            lines[-1] = tried
    return lines


def _words(x: float, y: float, words: str, size: float, *, bold: bool = False, stretch: float = 0) -> str:
    """Return the command that draws words at a place, in WinAnsi."""
    font = "F2" if bold else "F1"
    return f"BT /{font} {size:g} Tf {stretch:.3f} Tw {x:.1f} {y:.1f} Td ({escaped(words)}) Tj ET"


def _file(pages: list[list[str]], layout: Layout) -> bytes:
    """Return the file of pages, each with its head and foot where there are such."""
    drawn = []
    for number, commands in enumerate(pages, start=1):
        head, foot = [], []
        if layout.head:
            words = f"Page {number} of {len(pages)}"
            head = [_words(layout.margin, layout.height - 36, layout.head, 9)]
            foot = [_words((layout.width - _length(words, 9)) / 2, 24, words, 9)]
        drawn.append("\n".join([*head, *commands, *foot]))
    return drawn_pages(drawn, [f"/MediaBox [0 0 {layout.width:g} {layout.height:g}]"] * len(pages))
