"""PDF files made by hand: from their objects, from pages of drawing commands, from words at their places.

The standard fonts that every viewer has keep the files small and always the same. Used by the tests of all folders, the
samples and the benchmarks; a folder of its own, because none of them belongs to another.
"""

from __future__ import annotations

from collections.abc import Sequence

Placed = tuple[float, float, str]
"""A stretch of words with the place of its left end in points from the page's lower left corner."""

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
_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding >>"
FONTS = {
    name: {chr(32 + place): int(width) for place, width in enumerate(widths.split())}
    for name, widths in (("F1", _PLAIN), ("F2", _BOLD))
}
"""The widths of Helvetica's characters, plain and bold, by the names that pages call the fonts."""


def file_of(objects: Sequence[bytes]) -> bytes:
    """Return the file of objects, of which the first is its catalogue."""
    out = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def stream_of(data: bytes, entries: bytes = b"") -> bytes:
    """Return the object of a stream."""
    return b"<< %s/Length %d >>\nstream\n%s\nendstream" % (entries, len(data), data)


def drawn_pages(pages: Sequence[str], sheets: Sequence[str]) -> bytes:
    """Return a file of pages with what is drawn on each in WinAnsi, and each page's own entries, such as its size."""
    kids = " ".join(f"{5 + 2 * place} 0 R" for place in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        _FONT % b"Helvetica",
        _FONT % b"Helvetica-Bold",
    ]
    for number, (drawn, sheet) in enumerate(zip(pages, sheets, strict=True), start=1):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R {sheet} "
            f"/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents {4 + 2 * number} 0 R >>".encode()
        )
        objects.append(stream_of(drawn.encode("cp1252", "replace")))
    return file_of(objects)


def escaped(words: str) -> str:
    """Return words as they stand between the brackets of a PDF's string."""
    return words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def shown(words: str) -> str:
    """Return the commands that show words, those between two "¦" in red."""
    inks = ("0 g", "1 0 0 rg")
    parts = enumerate(words.split("¦"))
    return " ".join(f"{inks[place % 2]} ({escaped(part)}) Tj" for place, part in parts if part)


def pdf_of(
    pages: list[list[Placed]],
    *,
    size: float = 11,
    paper: tuple[int, int] = (595, 842),
    turned: int = 0,
    sheets: list[str] | None = None,
    direction: str = "1 0 0 1",
    drawn: str = "",
    bold: tuple[str, ...] = (),
) -> bytes:
    """Return a PDF with these words in Helvetica; ``turned`` degrees clockwise on every page.

    Words between two "¦" are red. ``sheets`` gives each page's own entries, such as "/MediaBox […] /Rotate 90",
    and ``direction`` the way that lines run in: "0 1 -1 0" is up the page. ``drawn`` are commands that draw on
    every page, ``bold`` the words that are set in bold.
    """
    papers = sheets or [f"/MediaBox [0 0 {paper[0]} {paper[1]}] /Rotate {turned}"] * len(pages)
    return drawn_pages(
        [
            f"{drawn}\n"
            + "".join(
                f"BT /{'F2' if words in bold else 'F1'} {size} Tf {direction} {x} {y} Tm {shown(words)} ET\n"
                for x, y, words in placed
            )
            for placed in pages
        ],
        papers,
    )


def lines_from(x: float, y: float, lines: list[str], step: float = 13.5) -> list[Placed]:
    """Return lines set one below the other."""
    return [(x, y - step * number, words) for number, words in enumerate(lines)]
