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
sys.path.insert(0, str(HERE.parent / "pages"))

from pdf_file import Placed, lines_from, pdf_of  # noqa: E402 - a folder that is no package


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
