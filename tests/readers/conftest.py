"""Documents made in the test itself: small PDFs written by hand, Word packages, crashing and hanging readers."""

from __future__ import annotations

import io
import runpy
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

HERE = Path(__file__).resolve().parent
Placed = tuple[float, float, str]
"""A stretch of words with the place of its left end in points from the page's lower left corner."""


def escaped(words: str) -> str:
    """Return words as they stand between the brackets of a PDF's string."""
    return words.replace("(", "\\(").replace(")", "\\)")


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
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding >>"
    objects += [font % b"Helvetica", font % b"Helvetica-Bold"]
    kids = []
    for placed, sheet in zip(pages, papers, strict=True):
        content = f"{drawn}\n" + "".join(
            f"BT /{'F2' if words in bold else 'F1'} {size} Tf {direction} {x} {y} Tm {shown(words)} ET\n"
            for x, y, words in placed
        )
        stream_bytes = content.encode("cp1252")
        objects.append(b"<< /Length %d >>\nstream\n%sendstream" % (len(stream_bytes), stream_bytes))
        stream = len(objects)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R %s /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>" % (sheet.encode(), stream)
        )
        kids.append(len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))
    out = io.BytesIO()
    out.write(b"%PDF-1.4\n")
    places = []
    for number, each in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, each))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start))
    return out.getvalue()


def lines_from(x: float, y: float, lines: list[str], step: float = 13.5) -> list[Placed]:
    """Return lines set one below the other."""
    return [(x, y - step * number, words) for number, words in enumerate(lines)]


def docx_with(body: str, **parts: str) -> bytes:
    """Return a Word package whose document has this XML inside its body, and further parts of word/."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    space += (
        'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", f"<w:document {space}><w:body>{body}</w:body></w:document>")
        for name, xml in parts.items():
            package.writestr(f"word/{name}.xml", f"<w:{name} {space}>{xml}</w:{name}>")
    return out.getvalue()


@pytest.fixture
def word_file() -> Callable[[Callable[[docx.document.Document], object]], bytes]:
    """Return a function that saves what a builder puts into a new Word document."""

    def save(build: Callable[[docx.document.Document], object]) -> bytes:
        document = docx.Document()
        build(document)
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()

    return save


@pytest.fixture
def written(tmp_path: Path) -> Callable[[str, bytes], Path]:
    """Return a function that writes a file into a folder of the test's own."""

    def write(name: str, data: bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return write


@pytest.fixture
def make_pdf() -> Callable[..., bytes]:
    """Return the writer of small PDFs."""
    return pdf_of


@pytest.fixture
def set_lines() -> Callable[..., list[Placed]]:
    """Return the function that sets lines one below the other."""
    return lines_from


@pytest.fixture
def make_docx() -> Callable[..., bytes]:
    """Return the writer of Word packages from XML."""
    return docx_with


@pytest.fixture
def make_odt() -> Callable[..., bytes]:
    """Return the writer of OpenDocument packages from XML."""
    writer: Callable[..., bytes] = runpy.run_path(str(HERE / "odt_package.py"))["odt_package"]
    return writer


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with every sample record in every format."""
    folder = tmp_path_factory.mktemp("samples")
    # The interpreter and the scripts are this checkout's own.
    build = [sys.executable, str(HERE.parent / "seeds" / "build_samples.py"), "--all", "--to", str(folder)]
    subprocess.run(build, check=True, capture_output=True)
    subprocess.run([sys.executable, str(HERE / "write_samples.py"), str(folder)], check=True, capture_output=True)
    return folder
