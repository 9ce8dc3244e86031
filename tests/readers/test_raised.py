"""Small raised figures behind a number are marks of footnotes in every format, never digits of the number."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from crossfoot.readers import read_bytes

sys.path.insert(0, str(Path(__file__).resolve().parent / "formats"))

from rendering import office

PARTS = (
    ("There were 287", ""),
    ("1", "raised"),
    (" children, of 1,410 families", ""),
    ("2", "raised"),
    (", in 300 m", ""),
    ("2", "raised"),
    (" on 13", ""),
    ("th", "raised"),
    (" May.", ""),
)
SAID = "There were 287 children, of 1,410 families, in 300 m2 on 13th May."


def word_file(parts: tuple[tuple[str, str], ...], *, size: int = 11, font: str = "Liberation Serif") -> bytes:
    document = docx.Document()
    paragraph = document.add_paragraph()
    for words, kind in parts:
        run = paragraph.add_run(words)
        run.font.superscript = kind == "raised"
        run.font.size, run.font.name = docx.shared.Pt(size), font
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_in_a_word_file() -> None:
    assert read_bytes("a.docx", word_file(PARTS)).text == SAID


def test_in_a_word_file_that_raises_by_points(make_docx: Callable[..., bytes]) -> None:
    raised = '<w:r><w:rPr><w:position w:val="7"/></w:rPr><w:t>1</w:t></w:r>'
    body = f"<w:p><w:r><w:t>There were 287</w:t></w:r>{raised}<w:r><w:t> children.</w:t></w:r></w:p>"
    assert read_bytes("a.docx", make_docx(body)).text == "There were 287 children."


@pytest.mark.parametrize("place", ["super 58%", "33% 58%"])
def test_in_an_opendocument_text(make_odt: Callable[..., bytes], place: str) -> None:
    style = (
        f'<style:style style:name="T1" style:family="text"><style:text-properties style:text-position="{place}"/>'
        "</style:style>"
    )
    inner = "".join(f'<text:span text:style-name="T1">{w}</text:span>' if kind else w for w, kind in PARTS)
    assert read_bytes("a.odt", make_odt(f"<text:p>{inner}</text:p>", style)).text == SAID


def test_in_rich_text() -> None:
    inner = "".join(f"{{\\super {words}}}" if kind else words for words, kind in PARTS)
    assert read_bytes("a.rtf", f"{{\\rtf1\\ansi {inner}\\par}}".encode()).text == SAID


@pytest.mark.skipif(office() is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("font", ["Liberation Serif", "Liberation Sans", "DejaVu Sans"])
def test_in_a_pdf_of_libreoffice(tmp_path: Path, font: str) -> None:
    source = tmp_path / "a.docx"
    source.write_bytes(word_file((*PARTS, (" It was £5,510k, not (1,227).", "")), font=font, size=8))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(office()), profile, "--headless", "--norestore", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=120)
    found = read_bytes("a.pdf", (tmp_path / "a.pdf").read_bytes()).text
    assert found == f"{SAID} It was £5,510k, not (1,227)."


def test_a_word_keeps_no_place_at_which_it_may_be_broken(make_docx: Callable[..., bytes]) -> None:
    assert (
        read_bytes("a.html", "<p>Effi&shy;ciency sav&shy;ings of £5m</p>".encode()).text == "Efficiency savings of £5m"
    )
    body = "<w:p><w:r><w:t>Effi\u00adciency</w:t></w:r></w:p>"
    assert read_bytes("a.docx", make_docx(body)).text == "Efficiency"
