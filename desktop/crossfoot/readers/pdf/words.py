"""The words of a PDF page with their boxes, whichever way the words run.

A page is laid out in the direction that most of its words run in; a box is turned back to the page as it
is seen when the layout is done. Words are made of the glyphs by the gaps between them: the blanks that a
PDF stores are as unreliable as the ones it lacks.
"""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass, replace
from math import degrees

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
_BLANKS = frozenset({0, 9, 10, 13, 32, 160, 0x2002, 0x2003, 0x2009, 0x202F, 0x3000})
_MOST_GLYPHS = 400_000
_LEAST_OVERLAP = 0.3
_BOLD = 600
_BOLD_NAME = re.compile(rb"bold|black|heavy|demi", re.IGNORECASE)
_LONGEST_NAME = 128
_SMALL_MARK = 0.82
_RAISED = 0.12
_LONGEST_MARK = 3
_MARK_REACH = 8.0
"""Points that a small figure stands from its word at most."""
_LARGEST_GAP = 0.16
"""How far glyphs of one word stand apart at most, as a share of their height."""

Box = tuple[float, float, float, float]
"""Left, top, right and bottom in points from a page's top left corner."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word: its letters and its box, in the direction it runs in.

    ``hyphen`` tells that it ends in a hyphen that the layout may have put; ``turned`` is the direction,
    in degrees that the page must be turned clockwise for the word to run from left to right; ``heavy`` tells
    that it is set in bold, ``raised`` that it is a small figure above the line, as the mark of a footnote is,
    ``doubtful`` that its digits were recognised in a picture and may be others.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    hyphen: bool = False
    turned: int = 0
    heavy: bool = False
    raised: bool = False
    doubtful: bool = False

    @property
    def height(self) -> float:
        """Return the height of the word's box."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Frame:
    """A page turned clockwise by so many degrees, with its edges in the file's coordinates."""

    left: float
    bottom: float
    right: float
    top: float
    turned: int

    @property
    def size(self) -> tuple[float, float]:
        """Return the width and height of the turned page."""
        wide, high = self.right - self.left, self.top - self.bottom
        return (high, wide) if self.turned in {90, 270} else (wide, high)

    def by(self, turned: int) -> Frame:
        """Return the same page turned otherwise."""
        return Frame(self.left, self.bottom, self.right, self.top, turned)

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """Return a box of the file as it lies on the turned page."""
        match self.turned:
            case 90:
                return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
            case 180:
                return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
            case 270:
                return self.top - top, self.right - right, self.top - bottom, self.right - left
            case _:
                return left - self.left, self.top - top, right - self.left, self.top - bottom

    def in_file(self, box: Box) -> Box:
        """Return a box of the turned page as left, bottom, right and top of the file."""
        left, top, right, bottom = box
        match self.turned:
            case 90:
                return top + self.left, left + self.bottom, bottom + self.left, right + self.bottom
            case 180:
                return self.right - right, top + self.bottom, self.right - left, bottom + self.bottom
            case 270:
                return self.right - bottom, self.top - right, self.right - top, self.top - left
            case _:
                return left + self.left, self.top - bottom, right + self.left, self.top - top


def seen_box(word: Word, page: Frame) -> Box:
    """Return a word's box on the page as it is seen, cut at the page's edges."""
    left, top, right, bottom = page.box(*page.by(word.turned).in_file((word.left, word.top, word.right, word.bottom)))
    wide, high = page.size
    return max(0.0, left), max(0.0, top), min(wide, right), min(high, bottom)


def words_of(text_page: pdfium.FPDF_TEXTPAGE, page: Frame) -> list[Word]:
    """Return the words of a page in the order of the file, those outside the page left out."""
    gatherer = _Gatherer(page)
    rectangle = pdfium.FS_RECTF()
    pointer = ctypes.byref(rectangle)
    pair = 0
    for index in range(min(pdfium.FPDFText_CountChars(text_page), _MOST_GLYPHS)):
        code = pdfium.FPDFText_GetUnicode(text_page, index)
        if code in _BLANKS:
            # A blank that pdfium made up is left to the gap; a stored one parts words for certain.
            if code and pdfium.FPDFText_IsGenerated(text_page, index) != 1:
                gatherer.close()
            continue
        if 0xD800 <= code < 0xDC00:
            pair = code
            continue
        if 0xDC00 <= code < 0xE000:
            if not pair:
                continue
            code = 0x10000 + ((pair - 0xD800) << 10) + (code - 0xDC00)
        pair = 0
        if pdfium.FPDFText_GetLooseCharBox(text_page, index, pointer):
            angle = pdfium.FPDFText_GetCharAngle(text_page, index)
            # The angle is how far the letter was turned clockwise; the page has to be turned back.
            turned = round(-degrees(angle) / 90) * 90 % 360 if angle > 0 else 0
            if gatherer.add(chr(code), turned, rectangle):
                gatherer.heavy = _is_heavy(text_page, index)
    gatherer.close()
    return _with_raised(gatherer.words)


def _with_raised(words: list[Word]) -> list[Word]:
    """Return words with the small figures told that stand raised beside the word before or behind them."""
    marked = list(words)
    for place, word in enumerate(words):
        if not word.text.isdigit() or len(word.text) > _LONGEST_MARK:
            continue
        box = (word.left, word.top, word.right, word.bottom)
        if any(
            -_MARK_REACH < max(word.left, other.left) - min(word.right, other.right) < _MARK_REACH
            and other.turned == word.turned
            and not other.text.isdigit()
            and _stands_raised(box, (other.left, other.top, other.right, other.bottom))
            for other in words
        ):
            marked[place] = replace(word, raised=True)
    return marked


def _stands_raised(mark: Box, beside: Box) -> bool:
    """Tell whether one box is smaller than the other and stands above its foot, beside it and not over it."""
    high, size = beside[3] - beside[1], mark[3] - mark[1]
    return size < _SMALL_MARK * high and beside[3] - mark[3] > _RAISED * high and mark[3] > beside[1] + 0.2 * high


def _is_heavy(text_page: pdfium.FPDF_TEXTPAGE, index: int) -> bool:
    """Tell whether a glyph is of a bold font, by the font's weight or its name: many files give only one of them."""
    if pdfium.FPDFText_GetFontWeight(text_page, index) >= _BOLD:
        return True
    name, flags = ctypes.create_string_buffer(_LONGEST_NAME), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text_page, index, name, _LONGEST_NAME, ctypes.byref(flags))
    return _BOLD_NAME.search(name.value) is not None


class _Gatherer:
    """Puts glyphs together to words as long as they stand side by side."""

    def __init__(self, page: Frame) -> None:
        self.words: list[Word] = []
        self._frames = {turned: page.by(turned) for turned in (0, 90, 180, 270)}
        self._letters: list[str] = []
        self._box: Box = (0.0, 0.0, 0.0, 0.0)
        self._turned = 0
        self.heavy = False

    def add(self, sign: str, turned: int, rectangle: pdfium.FS_RECTF) -> bool:
        """Append one glyph; tell whether it begins a word."""
        box = self._frames[turned].box(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
        left, top, right, bottom = box
        if self._letters:
            before = self._box
            high = max(min(bottom - top, before[3] - before[1]), 1.0)
            overlap = min(bottom, before[3]) - max(top, before[1])
            gap = left - before[2]
            back = left < before[0] - _LEAST_OVERLAP * high
            apart = overlap < _LEAST_OVERLAP * high or gap > _LARGEST_GAP * high or back
            if turned != self._turned or apart or self._meets_mark(sign, box):
                self.close()
        first = not self._letters
        if not first:
            before = self._box
            box = (min(before[0], left), min(before[1], top), max(before[2], right), max(before[3], bottom))
        self._box = box
        self._turned = turned
        self._letters.append(_LIGATURES.get(sign, sign))
        return first

    def _meets_mark(self, sign: str, box: Box) -> bool:
        """Tell whether a glyph is a small raised figure behind the word at hand, or a letter behind one."""
        if sign.isdigit() and _stands_raised(box, self._box):
            return True
        return "".join(self._letters).isdigit() and _stands_raised(self._box, box)

    def close(self) -> None:
        """End the word at hand."""
        if not self._letters:
            return
        text = "".join(self._letters)
        self._letters.clear()
        hyphen = text[-1] in _SOFT_HYPHENS
        if hyphen:
            text = text[:-1] + "-"
        for sign in _SOFT_HYPHENS:
            text = text.replace(sign, "")
        left, top, right, bottom = self._box
        wide, high = self._frames[self._turned].size
        outside = left >= wide - 1 or right <= 1 or top >= high - 1 or bottom <= 1
        if text and not outside and right > left and bottom > top:
            self.words.append(Word(text, left, top, right, bottom, hyphen and len(text) > 1, self._turned, self.heavy))
