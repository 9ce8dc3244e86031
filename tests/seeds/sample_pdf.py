"""A sample record as a PDF with text: A4 pages with numbers at their foot, sentences running over the page's end.

The file is written by hand, with the standard fonts that every viewer has, so that it is small and always the same.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from sample_source import HEADINGS, Block, Kind, Sample, without_page_ends

# Sizes in points.
_WIDTH, _HEIGHT = 595, 842
_MARGIN = 66
_FOOT = 40
_SIZE = 11
_LEADING = 13.5
_GAP = 6
_INDENT = 22

# Widths of the characters from space to tilde, in thousandths of the font's size (Adobe's metrics of the core fonts).
_PLAIN = (
    "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 "
    "584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 "
    "667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 "
    "278 556 500 722 500 500 500 334 260 334 584"
)
_BOLD = (
    "278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 333 333 "
    "584 584 584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 722 667 611 722 667 944 "
    "667 667 611 333 278 333 584 556 333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611 611 389 556 "
    "333 611 556 778 556 556 500 389 280 389 584"
)
_OTHER = {"£": 556, "•": 350, "–": 556}
_FONTS = {
    "F1": {chr(32 + i): int(w) for i, w in enumerate(_PLAIN.split())} | _OTHER,
    "F2": {chr(32 + i): int(w) for i, w in enumerate(_BOLD.split())} | _OTHER,
}


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
    escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /{font} {size} Tf {x:.1f} {y:.1f} Td ({escaped}) Tj ET"


def _file(pages: list[list[str]]) -> bytes:
    """Return the file: catalogue, page tree, fonts, then each page and what is drawn on it."""
    kids = " ".join(f"{5 + 2 * i} 0 R" for i in range(len(pages)))
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /{} /Encoding /WinAnsiEncoding >>"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        font.format("Helvetica"),
        font.format("Helvetica-Bold"),
    ]
    for number, commands in enumerate(pages, start=1):
        foot = f"Page {number} of {len(pages)}"
        drawn = "\n".join([*commands, _words((_WIDTH - _length(foot, "F1")) / 2, _FOOT, foot, "F1", _SIZE)])
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {_WIDTH} {_HEIGHT}] "
            f"/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents {4 + 2 * number} 0 R >>"
        )
        objects.append(f"<< /Length {len(drawn.encode('cp1252'))} >>\nstream\n{drawn}\nendstream")
    out = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)
