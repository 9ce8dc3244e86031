"""The words of a PDF page with their boxes, whichever way the words run.

A page is laid out in the direction that most of its words run in; a box is turned back to the page as it
is seen when the layout is done. Words are made of the glyphs by the gaps between them: the blanks that a
PDF stores are as unreliable as the ones it lacks.
"""

from __future__ import annotations

import ctypes
import re
from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import pairwise
from math import degrees, hypot
from typing import NamedTuple

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
_LIST_NUMBER = re.compile(r"\(?\d{1,3}[.)]|\(?[a-z]\)")
_POINTED_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}")
_SMALL_MARK = 0.86
"""The size of a raised figure at most, as a share of that of the word it stands behind."""
_RAISED = 0.15
_HIGHEST = 0.8
_BAND = 60.0
"""Points from the top within which the words of a page are looked through for the one that a figure stands behind."""
_OFF_LINE = 0.08
_TIGHT_BOX = 0.86
_ASCENT, _DESCENT = 0.72, 0.21
_LONGEST_MARK = 3
_MARK_REACH = 8.0
"""Points that a small figure stands from its word at most."""
_BLANK = 0.45
"""How wide a blank between words of a sentence is at most, as a share of their height."""

_FEWEST_BLANKS = 12
_HELD_BLANKS = 0.8
"""The share of the blanks between words that a file holds at least where one that is missing says something."""

_LARGEST_GAP, _LIKELY_GAP = 0.16, 0.1
"""How far glyphs of one word stand apart at most, as a share of their height: anywhere, and where a blank is likely."""


def collide(before: str, sign: str) -> bool:
    """Tell whether two signs side by side are of two words for certain: "2017Average", "weekly)£3"."""
    return (before.isdigit() or before.islower() or before == ")") and (
        sign == "£" or (sign.isupper() and before != ")")
    )


Box = tuple[float, float, float, float]
"""Left, top, right and bottom in points from a page's top left corner."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word: its letters and its box, in the direction it runs in.

    ``hyphen`` tells that it ends in a hyphen that the layout may have put; ``turned`` is the direction,
    in degrees that the page must be turned clockwise for the word to run from left to right; ``heavy`` tells
    that it is set in bold, ``raised`` that it is a small figure above the line, as the mark of a footnote is,
    ``doubtful`` that its digits were recognised in a picture and may be others, ``cut_off`` that the file holds no
    blank between it and the word before, though it does between the words of its sentences. ``size`` is the size of
    its type and ``base`` where its letters stand, 0 where neither is known. ``lift`` is by how much the box lies higher
    than on the page, where the page was scanned askew and its lines were made level.
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
    cut_off: bool = False
    size: float = 0.0
    base: float = 0.0
    lift: float = 0.0

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
    left, top, right, bottom = page.box(
        *page.by(word.turned).in_file((word.left, word.top + word.lift, word.right, word.bottom + word.lift))
    )
    wide, high = page.size
    return max(0.0, left), max(0.0, top), min(wide, right), min(high, bottom)


def words_of(text_page: pdfium.FPDF_TEXTPAGE, page: Frame) -> list[Word]:
    """Return the words of a page in the order of the file, those outside the page left out."""
    gatherer = _Gatherer(text_page, page)
    rectangle = pdfium.FS_RECTF()
    pointer = ctypes.byref(rectangle)
    pair = 0
    for index in range(min(pdfium.FPDFText_CountChars(text_page), _MOST_GLYPHS)):
        code = pdfium.FPDFText_GetUnicode(text_page, index)
        if code in _BLANKS:
            # A blank that pdfium made up is left to the gap; a stored one parts words for certain.
            if code and pdfium.FPDFText_IsGenerated(text_page, index) != 1:
                gatherer.close()
                gatherer.blank = True
            else:
                gatherer.likely = True
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
            gatherer.add(chr(code), index, turned, rectangle)
    gatherer.close()
    return _with_raised(_with_cuts(gatherer.words, gatherer.loose))


def _with_cuts(words: list[Word], loose: set[int]) -> list[Word]:
    """Return words as they are where the file holds the blanks of its sentences, else with none told as cut off.

    Some programs leave the blanks out of lines whose letters they set one by one: ``loose`` are the numbers of words
    set so. A word of one letter is taken for such a one where that before it is.
    """
    held: list[bool] = []
    unsure = 0 in loose
    sure = [False]
    for number, (before, word) in enumerate(pairwise(words), start=1):
        was, unsure = unsure, number in loose or (unsure and len(word.text) == 1)
        sure.append(not was and not unsure)
        near = abs(word.base - before.base) < 1 and 0 < word.left - before.right < _BLANK * word.height
        if near and sure[-1]:
            held.append(not word.cut_off)
    trusted = len(held) >= _FEWEST_BLANKS and sum(held) >= _HELD_BLANKS * len(held)
    return [
        replace(word, cut_off=False) if word.cut_off and not (trusted and certain) else word
        for word, certain in zip(words, sure, strict=False)
    ]


def _with_raised(words: list[Word]) -> list[Word]:
    """Return words with the small figures told that stand raised beside the word before or behind them."""
    marked = list(words)
    bands: dict[int, list[Word]] = defaultdict(list)
    for word in words:
        bands[int(word.base // _BAND)].append(word)
    for place, word in enumerate(words):
        if not word.text.isdigit() or len(word.text) > _LONGEST_MARK:
            continue
        band = int(word.base // _BAND)
        if any(
            -_MARK_REACH < max(word.left, other.left) - min(word.right, other.right) < _MARK_REACH
            and other.turned == word.turned
            and _stands_raised(word, other)
            for other in (*bands[band], *bands[band + 1])
        ):
            marked[place] = replace(word, raised=True)
    return marked


def _stands_raised(mark: Word, beside: Word) -> bool:
    """Tell whether one word is of smaller type than the other and stands higher, beside it and not over it."""
    high = mark.base < beside.base - _RAISED * beside.size
    return mark.size < _SMALL_MARK * beside.size and high and mark.base > beside.base - _HIGHEST * beside.size


def _is_heavy(text_page: pdfium.FPDF_TEXTPAGE, index: int) -> bool:
    """Tell whether a glyph is of a bold font, by the font's weight or its name: many files give only one of them."""
    if pdfium.FPDFText_GetFontWeight(text_page, index) >= _BOLD:
        return True
    name, flags = ctypes.create_string_buffer(_LONGEST_NAME), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text_page, index, name, _LONGEST_NAME, ctypes.byref(flags))
    return _BOLD_NAME.search(name.value) is not None


class _Type(NamedTuple):
    """How a glyph is set: the size of its type, and where it stands in the direction that it runs in."""

    size: float
    base: float


class _Gatherer:
    """Puts glyphs together to words as long as they stand side by side."""

    def __init__(self, text_page: pdfium.FPDF_TEXTPAGE, page: Frame) -> None:
        self.words: list[Word] = []
        self.blank = True
        """Whether the file holds a blank before the glyph that comes next."""

        self.likely = False
        """Whether pdfium takes a blank to stand before the glyph that comes next, though the file holds none."""

        self.loose: set[int] = set()
        """The numbers of the words whose letters the file sets one by one, as it does without blanks."""

        self._cut_off = False
        self._run = 0
        self._changes = 0
        self._text_page = text_page
        self._frames = {turned: page.by(turned) for turned in (0, 90, 180, 270)}
        self._letters: list[str] = []
        self._box: Box = (0.0, 0.0, 0.0, 0.0)
        self._turned = 0
        self._heavy = False
        self._type = _Type(0.0, 0.0)

    def add(self, sign: str, index: int, turned: int, rectangle: pdfium.FS_RECTF) -> None:
        """Append one glyph, the ``index``-th of the page."""
        box = self._frames[turned].box(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
        left, top, right, bottom = box
        if self._letters:
            before = self._box
            high = max(min(bottom - top, before[3] - before[1]), 1.0)
            overlap = min(bottom, before[3]) - max(top, before[1])
            gap = left - before[2]
            back = left < before[0] - _LEAST_OVERLAP * high
            apart = (
                overlap < _LEAST_OVERLAP * high or gap > (_LIKELY_GAP if self.likely else _LARGEST_GAP) * high or back
            )
            apart = apart or (sign.isalpha() and self._ends_label(index, large=sign.isupper()))
            apart = apart or (collide(self._letters[-1], sign) and self._run_of(index) != self._run_of(index - 1))
            if turned != self._turned or apart or self._meets_mark(sign, index, turned, box):
                self.close()
        self.likely = False
        if self._letters:
            if self._cut_off and (run := self._run_of(index)) != self._run:
                self._changes, self._run = self._changes + 1, run
            before = self._box
            box = (min(before[0], left), min(before[1], top), max(before[2], right), max(before[3], bottom))
        else:
            self._turned = turned
            self._heavy = _is_heavy(self._text_page, index)
            self._type = self._type_of(index, turned)
            self._cut_off, self.blank = not self.blank, False
            self._run, self._changes = self._run_of(index) if self._cut_off else 0, 0
        self._box = box
        self._letters.append(_LIGATURES.get(sign, sign))

    def _meets_mark(self, sign: str, index: int, turned: int, box: Box) -> bool:
        """Tell whether a glyph is a small raised figure behind the word at hand, or a letter behind one."""
        figures = "".join(self._letters).isdigit()
        off = abs(self._box[3] - box[3]) > _OFF_LINE * (self._box[3] - self._box[1])
        if not off or not (sign.isdigit() or figures):
            return False
        mine, its = self._type, self._type_of(index, turned)
        small, large = (its, mine) if its.size < mine.size else (mine, its)
        behind = small is its and sign.isdigit()
        return (behind or (small is mine and figures)) and (
            small.size < _SMALL_MARK * large.size and small.base < large.base - _RAISED * large.size
        )

    def _ends_label(self, index: int, *, large: bool) -> bool:
        """Tell whether the word at hand is the number of a list, set by itself, and the next glyph begins its item.

        A number such as 24.1 is one before a ``large`` letter alone.
        """
        letters = "".join(self._letters)
        label = _LIST_NUMBER.fullmatch(letters) or (large and _POINTED_NUMBER.fullmatch(letters))
        return bool(label) and self._run_of(index) != self._run_of(index - 1)

    def _run_of(self, index: int) -> int:
        """Return a number for the run of glyphs that the file sets in one."""
        run = pdfium.FPDFText_GetTextObject(self._text_page, index)
        return ctypes.addressof(run.contents) if run else 0

    def _type_of(self, index: int, turned: int) -> _Type:
        """Return how a glyph is set."""
        matrix = pdfium.FS_MATRIX()
        x, y = ctypes.c_double(), ctypes.c_double()
        size = pdfium.FPDFText_GetFontSize(self._text_page, index)
        if pdfium.FPDFText_GetMatrix(self._text_page, index, ctypes.byref(matrix)):
            size *= hypot(matrix.c, matrix.d)
        pdfium.FPDFText_GetCharOrigin(self._text_page, index, ctypes.byref(x), ctypes.byref(y))
        return _Type(size, self._frames[turned].box(x.value, y.value, x.value, y.value)[1])

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
        size, base = self._type
        if bottom - top < _TIGHT_BOX * size:
            # The font does not say how high its letters are: the box is that of the ink, and differs from word to word.
            top, bottom = min(top, base - _ASCENT * size), max(bottom, base + _DESCENT * size)
        wide, high = self._frames[self._turned].size
        outside = left >= wide - 1 or right <= 1 or top >= high - 1 or bottom <= 1
        if 2 * self._changes >= len(text) and self._changes:
            self.loose.add(len(self.words))
        if text and not outside and right > left and bottom > top:
            broken = hyphen and len(text) > 1
            word = Word(text, left, top, right, bottom, broken, self._turned, self._heavy, size=size, base=base)
            word = replace(word, cut_off=True) if self._cut_off else word
            self.words.append(word)
