"""The dots of lists that a page draws: browsers print them as small shapes and not as letters."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pypdfium2.raw as pdfium

from crossfoot.readers.pdf.words import Box, Frame, Word

_LEAST, _MOST = 1.8, 7.5
"""Points that such a dot is wide and high."""

_UNEVEN = 1.0
_MOST_OBJECTS = 20_000
_MOST_DOTS = 600
_REACH = 30.0
"""Points behind a dot within which its item begins."""

_BESIDE = 60.0
"""Points before a dot within which no word stands: a dot inside a line is a sign of something else."""

_DOT = "•"


def dots_of(page: pdfium.FPDF_PAGE) -> list[Box]:
    """Return the small even shapes that a page draws: left, bottom, right and top in the file."""
    found: list[Box] = []
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for index in range(min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        each = pdfium.FPDFPage_GetObject(page, index)
        if pdfium.FPDFPageObj_GetType(each) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        if not pdfium.FPDFPageObj_GetBounds(each, left, bottom, right, top):
            continue
        wide, high = right.value - left.value, top.value - bottom.value
        if _LEAST <= wide <= _MOST and _LEAST <= high <= _MOST and abs(wide - high) <= _UNEVEN:
            found.append((left.value, bottom.value, right.value, top.value))
            if len(found) > _MOST_DOTS:
                return []  # a drawing, no list
    return found


def with_dots(words: Sequence[Word], dots: Sequence[Box], frame: Frame) -> list[Word]:
    """Return words with a dot before each that begins an item of a list which is marked so."""
    return [*words, *_dots_at(words, [frame.by(0).box(*dot) for dot in dots])] if dots else list(words)


def _dots_at(words: Sequence[Word], dots: Sequence[Box]) -> Iterator[Word]:
    """Yield a dot as a word for each drawn one that stands at the beginning of a line."""
    for left, top, right, bottom in dots:
        middle = (top + bottom) / 2
        beside = [word for word in words if word.turned == 0 and word.top < middle < word.bottom]
        first = min((word for word in beside if word.left >= right - 1), key=lambda word: word.left, default=None)
        if first is None or first.left - right > _REACH or first.height < bottom - top:
            continue
        if not any(left - _BESIDE < word.right <= left + 1 for word in beside):
            yield replace(first, text=_DOT, left=left, right=right, hyphen=False, raised=False, doubtful=False)
