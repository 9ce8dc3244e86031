"""What others commented in a document is told as theirs, with the words that it is about, and stays out of the text."""

from __future__ import annotations

import ctypes
import io
from collections.abc import Callable

import pypdfium2 as pdfium
from pypdfium2 import raw

from crossfoot.readers import read_bytes


def annotation(words: str, name: str = "", author: str = "") -> str:
    named = f' office:name="{name}"' if name else ""
    by = f"<dc:creator>{author}</dc:creator>" if author else ""
    return f"<office:annotation{named}>{by}<text:p>{words}</text:p></office:annotation>"


def test_in_an_opendocument_text(make_odt: Callable[..., bytes]) -> None:
    body = (
        f"<text:p>There were {annotation('Is this right?', 'a1', 'A. Smith')}211 <text:span>referrals</text:span>"
        f'<office:annotation-end office:name="a1"/> in May.</text:p><text:p>None.{annotation("To be seen.")}</text:p>'
    )
    reading = read_bytes("a.odt", make_odt(body))
    assert reading.text == "There were 211 referrals in May.\n\nNone."
    assert reading.notes == (
        "Comment by A. Smith on “211 referrals”: Is this right?",
        "Comment by somebody not named: To be seen.",
    )


def test_in_rich_text() -> None:
    def comment(key: int, author: str, words: str) -> str:
        named = rf"{{\*\atnid x}}{{\*\atnauthor {author}}}" if author else ""
        return rf"{named}\chatn {{\*\annotation{{\*\atnref {key}}}{{\*\atndate 1234}}\pard\plain {{{words}}}}}"

    text = r"{\rtf1\ansi There were {\*\atrfstart 7}211 {\b referrals}{\*\atrfend 7}"
    text += (
        comment(7, "A. Smith", "Is this {\\b right}?")
        + r" in May.\par None."
        + comment(8, "", "To be seen.")
        + "\\par}"
    )
    reading = read_bytes("a.rtf", text.encode())
    assert reading.text == "There were 211 referrals in May.\n\nNone."
    assert reading.notes == (
        "Comment by A. Smith on “211 referrals”: Is this right?",
        "Comment by somebody not named: To be seen.",
    )


def test_on_the_pages_of_a_pdf(make_pdf: Callable[..., bytes]) -> None:
    document = pdfium.PdfDocument(make_pdf([[(60, 700, "There were 211 referrals in May.")]]))
    page = document[0]
    for kind, words in ((raw.FPDF_ANNOT_HIGHLIGHT, "Is this right?"), (raw.FPDF_ANNOT_TEXT, "To be seen.")):
        note = raw.FPDFPage_CreateAnnot(page.raw, kind)
        for key, value in ((b"Contents", words), (b"T", "A. Smith" if kind == raw.FPDF_ANNOT_HIGHLIGHT else "")):
            data = ctypes.create_string_buffer(value.encode("utf-16-le") + b"\0\0")
            raw.FPDFAnnot_SetStringValue(note, key, ctypes.cast(data, ctypes.POINTER(raw.FPDF_WCHAR)))
        if kind == raw.FPDF_ANNOT_HIGHLIGHT:
            quad = raw.FS_QUADPOINTSF(115, 712, 182, 712, 115, 696, 182, 696)
            raw.FPDFAnnot_AppendAttachmentPoints(note, ctypes.byref(quad))
        raw.FPDFPage_CloseAnnot(note)
    page.close()
    out = io.BytesIO()
    document.save(out)
    document.close()
    reading = read_bytes("a.pdf", out.getvalue())
    assert reading.text == "There were 211 referrals in May."
    assert reading.notes == (
        "Comment by A. Smith on “211 referrals”: Is this right?",
        "Comment by somebody not named: To be seen.",
    )
