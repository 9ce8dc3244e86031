"""The words of a PDF page with their boxes, in points from the page's top left corner as it is seen.

Words are made of the glyphs by the gaps between them: the blanks that a PDF stores are as unreliable as
the ones it lacks.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass

import pypdfium2.raw as pdfium

_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
_SOFT_HYPHENS = "\u00ad\x02\ufffe"
_MOST_GLYPHS = 400_000


@dataclass(frozen=True, slots=True)
class Word:
    """One word: its letters and its box. ``hyphen`` tells that it ends in a hyphen that the layout may have put."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    hyphen: bool = False

    @property
    def height(self) -> float:
        """Return the height of the word's box."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Frame:
    """How a page is seen: its size after turning, and where its corner lies in the file's coordinates."""

    left: float
    bottom: float
    right: float
    top: float
    turned: int

    @property
    def size(self) -> tuple[float, float]:
        """Return the width and height of the page as it is seen."""
        wide, high = self.right - self.left, self.top - self.bottom
        return (high, wide) if self.turned in {90, 270} else (wide, high)

    def seen(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """Return a box of the file as left, top, right, bottom on the page as it is seen."""
        match self.turned:
            case 90:
                return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
            case 180:
                return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
            case 270:
                return self.top - top, self.right - right, self.top - bottom, self.right - left
            case _:
                return left - self.left, self.top - top, right - self.left, self.top - bottom


def words_of(text_page: pdfium.FPDF_TEXTPAGE, frame: Frame) -> list[Word]:
    """Return the words of a page in the order of the file."""
    count = min(pdfium.FPDFText_CountChars(text_page), _MOST_GLYPHS)
    rectangle = pdfium.FS_RECTF()
    pointer = ctypes.byref(rectangle)
    words: list[Word] = []
    letters: list[str] = []
    box = [0.0, 0.0, 0.0, 0.0]
    pair = 0

    def close() -> None:
        if letters:
            text = "".join(letters)
            hyphen = text[-1] in _SOFT_HYPHENS
            shown = text[:-1] + "-" if hyphen else text
            for sign in _SOFT_HYPHENS:
                shown = shown.replace(sign, "")
            if shown:
                words.append(Word(shown, box[0], box[1], box[2], box[3], hyphen and len(shown) > 1))
            letters.clear()

    for index in range(count):
        code = pdfium.FPDFText_GetUnicode(text_page, index)
        if code in {0, 9, 10, 13, 32, 160, 0x2002, 0x2003, 0x2009, 0x202F, 0x3000}:
            # A blank that pdfium made up is left to the gap; a stored one parts words for certain.
            if code and pdfium.FPDFText_IsGenerated(text_page, index) != 1:
                close()
            continue
        if not pdfium.FPDFText_GetLooseCharBox(text_page, index, pointer):
            continue
        if 0xD800 <= code < 0xDC00:
            pair = code
            continue
        if 0xDC00 <= code < 0xE000:
            if not pair:
                continue
            code = 0x10000 + ((pair - 0xD800) << 10) + (code - 0xDC00)
        pair = 0
        left, top, right, bottom = frame.seen(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
        if letters:
            high = max(min(bottom - top, box[3] - box[1]), 1.0)
            overlap = min(bottom, box[3]) - max(top, box[1])
            gap = left - box[2]
            if overlap < 0.3 * high or gap > 0.16 * high or left < box[0] - 0.3 * high:
                close()
        sign = chr(code)
        sign = _LIGATURES.get(sign, sign)
        if letters:
            box = [min(box[0], left), min(box[1], top), max(box[2], right), max(box[3], bottom)]
        else:
            box = [left, top, right, bottom]
        letters.append(sign)
    close()
    return words
