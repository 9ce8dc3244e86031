"""The pages of a PDF that are pictures, drawn and recognised one by one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from math import atan, cos, sin

from crossfoot.readers.pdf.pictures import PagePainter, Picture
from crossfoot.readers.pdf.recognised import RecognisedWord
from crossfoot.readers.scans.askew import SCALE, slope_of
from crossfoot.readers.scans.tesseract import words_in

_DOTS = 300
"""Dots for each inch: what Tesseract is made for."""
_SCALE = _DOTS / 72
_ASKEW = 0.006
"""How far a page's lines sink for each point to the right, where it is drawn with its lines level."""

Draw = Callable[[int, float, float], Picture]
"""Draws a page by its number, from 1, with so many pixels for each point, and lines of so much slope level."""


def page_words(name: str, number: int, draw: Draw, tesseract: str) -> tuple[RecognisedWord, ...]:
    """Return the words of one page, from 1, which ``draw`` draws with so many pixels for each point.

    A page that was laid down askew is drawn with its lines level: Tesseract leaves lines out that sink.

    Raises:
        WorldError: the page cannot be drawn or recognised.
    """
    slope = slope_of(draw(number, SCALE, 0.0))
    slope = slope if abs(slope) >= _ASKEW else 0.0
    picture = draw(number, _SCALE, slope)
    words = words_in(picture, _SCALE, tesseract, f"Page {number} of {name}")
    if not slope:
        return words
    middle = picture.width / _SCALE / 2, picture.height / _SCALE / 2
    return tuple(_laid_back(word, slope, middle) for word in words)


def _laid_back(word: RecognisedWord, slope: float, middle: tuple[float, float]) -> RecognisedWord:
    """Return a word of a page that was drawn level at its place on the page as it is seen."""
    x, y = (word.left + word.right) / 2 - middle[0], (word.top + word.bottom) / 2 - middle[1]
    angle = atan(slope)
    right, down = x * cos(angle) - y * sin(angle) - x, x * sin(angle) + y * cos(angle) - y
    return replace(
        word,
        left=word.left + right,
        right=word.right + right,
        top=word.top + down,
        bottom=word.bottom + down,
        slope=slope + word.slope,
    )


def recognise(
    name: str, data: bytes, pages: Sequence[int], tesseract: str, told: Callable[[int, int], object]
) -> Mapping[int, tuple[RecognisedWord, ...]]:
    """Return the words of some pages of a PDF by their numbers; ``told`` is told (done, all) after each.

    Raises:
        WorldError: as :func:`page_words`.
    """
    painter = PagePainter(name, data)
    found: dict[int, tuple[RecognisedWord, ...]] = {}
    try:
        for done, number in enumerate(pages, start=1):
            found[number] = page_words(name, number, painter.draw, tesseract)
            told(done, len(pages))
    finally:
        painter.close()
    return found
