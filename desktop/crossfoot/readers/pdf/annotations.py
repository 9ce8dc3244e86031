"""The notes that others left on the pages of a PDF: sticky notes, marked words with what was said of them.

They are no words of the record and stay out of its text.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence

import pypdfium2.raw as pdfium

from crossfoot.readers.comments import Comment
from crossfoot.readers.pdf.words import Frame, Word

_MARKING = frozenset(
    {
        pdfium.FPDF_ANNOT_HIGHLIGHT,
        pdfium.FPDF_ANNOT_UNDERLINE,
        pdfium.FPDF_ANNOT_SQUIGGLY,
        pdfium.FPDF_ANNOT_STRIKEOUT,
    }
)
_SAYING = _MARKING | {pdfium.FPDF_ANNOT_TEXT, pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_CARET}
_MOST = 500
_LONGEST = 20_000


def annotations_of(page: pdfium.FPDF_PAGE, words: Sequence[Word], frame: Frame) -> Iterator[Comment]:
    """Yield the notes on a page that say something, in the file's order; ``words`` are those of the page."""
    for number in range(min(pdfium.FPDFPage_GetAnnotCount(page), _MOST)):
        annotation = pdfium.FPDFPage_GetAnnot(page, number)
        if not annotation:
            continue
        try:
            kind = pdfium.FPDFAnnot_GetSubtype(annotation)
            said = _string(annotation, b"Contents") if kind in _SAYING else ""
            if said.strip():
                quote = " ".join(_marked(annotation, words, frame)) if kind in _MARKING else ""
                yield Comment(_string(annotation, b"T"), quote, said)
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)


def _string(annotation: pdfium.FPDF_ANNOTATION, key: bytes) -> str:
    """Return one of an annotation's texts."""
    size = min(pdfium.FPDFAnnot_GetStringValue(annotation, key, None, 0), 2 * _LONGEST)
    if size <= 2:
        return ""
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDFAnnot_GetStringValue(annotation, key, ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), size)
    return buffer.raw[: size - 2].decode("utf-16-le", "replace").replace("\0", "")


def _marked(annotation: pdfium.FPDF_ANNOTATION, words: Sequence[Word], frame: Frame) -> Iterator[str]:
    """Yield the words that lie under the marks of an annotation."""
    boxes = []
    quad = pdfium.FS_QUADPOINTSF()
    for number in range(min(pdfium.FPDFAnnot_CountAttachmentPoints(annotation), _MOST)):
        if pdfium.FPDFAnnot_GetAttachmentPoints(annotation, number, ctypes.byref(quad)):
            xs, ys = (quad.x1, quad.x2, quad.x3, quad.x4), (quad.y1, quad.y2, quad.y3, quad.y4)
            boxes.append((min(xs), min(ys), max(xs), max(ys)))
    for word in words:
        left, bottom, right, top = frame.by(word.turned).in_file((word.left, word.top, word.right, word.bottom))
        x, y = (left + right) / 2, (bottom + top) / 2
        if any(a <= x <= c and b <= y <= d for a, b, c, d in boxes):
            yield word.text
