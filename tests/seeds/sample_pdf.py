"""A sample record as a PDF with text: A4 pages with numbers at their foot, sentences running over the page's end.

The file is written by hand, with the standard fonts that every viewer has, so that it is small and always the same.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "pages"))

from pdf_file import FONTS, drawn_pages, escaped
from sample_source import HEADINGS, Block, Kind, Sample, without_page_ends

# Sizes in points.
_WIDTH, _HEIGHT = 595, 842
_MARGIN = 66
_FOOT = 40
_SIZE = 11
_LEADING = 13.5
_GAP = 6
_INDENT = 22

_OTHER = {"£": 556, "•": 350, "–": 556}
_FONTS = {name: widths | _OTHER for name, widths in FONTS.items()}


def as_pdf(sample: Sample) -> bytes:
    """Return the record as PDF 1.4. Raises KeyError at a character that the fonts' tables do not have."""
    pages = _Pages()
    for line in (sample.council.upper(), "CABINET RECOMMENDATIONS", "PROFORMA"):
        pages.centred(line)
    pages.paragraph(sample.meeting_line)
    for number, (section, heading) in enumerate(HEADINGS.items(), start=1):
        bold = sample.marks == "bold"
        pages.heading(f"{number}. {heading}", "F2" if bold else "F1", underlined=sample.marks == "underline")
        for block in sample.body(section):
            if block.kind is Kind.RESOLUTIONS:
                pages.paragraph(sample.resolved)
            _add(pages, block)
    pages.paragraph("Proper Officer")
    pages.paragraph(sample.proper_officer)
    return _file(pages.content)


def _add(pages: _Pages, block: Block) -> None:
    """Set one block."""
    if block.kind is Kind.BULLETS:
        for line in block.lines:
            pages.item("•", line)
    elif block.kind is Kind.RESOLUTIONS:
        for resolution in block.resolutions:
            pages.item(f"{resolution.number}{resolution.stop}", resolution.words)
    elif block.kind is Kind.TABLE:
        pages.table(block.rows)
    else:
        for line in block.lines[:-1]:
            pages.paragraph(line, gap=0)
        pages.paragraph(block.lines[-1])


@dataclass
class _Pages:
    """Pages being set from the top; ``content`` holds the drawing commands of each."""

    content: list[list[str]] = field(default_factory=lambda: [[]])
    y: float = _HEIGHT - _MARGIN

    def centred(self, words: str) -> None:
        """Set a bold line in the middle."""
        self._write((_WIDTH - _length(words, "F2")) / 2, words, "F2")
        self._down(_LEADING + _GAP)

    def heading(self, words: str, font: str, *, underlined: bool) -> None:
        """Set a section's heading, and keep it on the page of the line that follows."""
        if self.y < _MARGIN + 2 * (_LEADING + _GAP):
            self._new_page()
        self._write(_MARGIN, words, font)
        if underlined:
            end = _MARGIN + _length(words, font)
            self.content[-1].append(f"0.6 w {_MARGIN} {self.y - 2:.1f} m {end:.1f} {self.y - 2:.1f} l S")
        self._down(_LEADING + _GAP)

    def paragraph(self, words: str, *, gap: float = _GAP) -> None:
        """Set words over the full width."""
        self._lines(words, _MARGIN)
        self.y -= gap

    def item(self, mark: str, words: str) -> None:
        """Set a list item with its mark hanging out on the left."""
        self._room()
        self._write(_MARGIN, mark, "F1")
        self._lines(words, _MARGIN + _INDENT)
        self.y -= _GAP / 2

    def table(self, rows: tuple[tuple[str, ...], ...]) -> None:
        """Set a table in columns of equal width, its heading row in bold; a cell is one line."""
        wide = (_WIDTH - 2 * _MARGIN) / len(rows[0])
        for index, row in enumerate(rows):
            self._room()
            for column, cell in enumerate(row):
                self._write(_MARGIN + column * wide, cell, "F1" if index else "F2", 9 if not index else _SIZE)
            self.y -= _LEADING
        self.y -= _GAP

    def _lines(self, words: str, left: float) -> None:
        """Break words into lines and set them; the page may end after any line."""
        line = ""
        for word in without_page_ends(words).split():
            longer = f"{line} {word}".strip()
            if line and left + _length(longer, "F1") > _WIDTH - _MARGIN:
                self._line(line, left)
                line = word
            else:
                line = longer
        self._line(line, left)

    def _line(self, line: str, left: float) -> None:
        """Set one line."""
        self._room()
        self._write(left, line, "F1")
        self.y -= _LEADING

    def _room(self) -> None:
        """Begin a new page where no line fits any more."""
        if self.y < _MARGIN:
            self._new_page()

    def _down(self, by: float) -> None:
        """Leave space."""
        self.y -= by

    def _new_page(self) -> None:
        """Begin a new page."""
        self.content.append([])
        self.y = _HEIGHT - _MARGIN

    def _write(self, x: float, words: str, font: str, size: int = _SIZE) -> None:
        """Put words at ``x`` on the current line."""
        self.content[-1].append(_words(x, self.y, words, font, size))


def _length(words: str, font: str) -> float:
    """Return the width of words in points."""
    return sum(_FONTS[font][c] for c in words) * _SIZE / 1000


def _words(x: float, y: float, words: str, font: str, size: int) -> str:
    """Return the command that draws words at a place, in WinAnsi."""
    return f"BT /{font} {size} Tf {x:.1f} {y:.1f} Td ({escaped(words)}) Tj ET"


def _file(pages: list[list[str]]) -> bytes:
    """Return the file of pages, each with its number at the foot."""
    drawn = []
    for number, commands in enumerate(pages, start=1):
        foot = f"Page {number} of {len(pages)}"
        drawn.append("\n".join([*commands, _words((_WIDTH - _length(foot, "F1")) / 2, _FOOT, foot, "F1", _SIZE)]))
    return drawn_pages(drawn, [f"/MediaBox [0 0 {_WIDTH} {_HEIGHT}]"] * len(pages))
