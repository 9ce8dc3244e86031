"""The pages of a PDF that are pictures, drawn and recognised one by one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from crossfoot.readers.pdf.pictures import PagePainter, Picture
from crossfoot.readers.pdf.recognised import RecognisedWord
from crossfoot.readers.scans.tesseract import words_in

_DOTS = 300
"""Dots for each inch: what Tesseract is made for."""
_SCALE = _DOTS / 72


def page_words(
    name: str, number: int, draw: Callable[[int, float], Picture], tesseract: str
) -> tuple[RecognisedWord, ...]:
    """Return the words of one page, from 1, which ``draw`` draws with so many pixels for each point.

    Raises:
        WorldError: the page cannot be drawn or recognised.
    """
    return words_in(draw(number, _SCALE), _SCALE, tesseract, f"Page {number} of {name}")


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
