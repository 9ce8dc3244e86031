"""Words that were recognised in the picture of a page, in the form in which a PDF's own words are laid out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crossfoot.readers.pdf.words import Word

_SURE = 0.9
"""Below this confidence digits are doubtful: as measured, eight of nine that are misread, one in eleven of the rest."""


_DOT = "•"
_TAKEN_FOR_DOTS = frozenset("¢e©®°«»*·¥§oO")


@dataclass(frozen=True, slots=True)
class RecognisedWord:
    """One word on a page as it is seen, its box in points from the top left corner, and how sure it is, from 0 to 1.

    The box is as high as the line that the word stands on.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    confidence: float


def as_words(recognised: Sequence[RecognisedWord], turned: int) -> list[Word]:
    """Return recognised words as the words of a page that is seen turned so; digits that are not sure are doubtful.

    A sign alone at the beginning of a line is the dot of a list, whatever sign it was taken for.
    """
    firsts = {each.top: each for each in sorted(recognised, key=lambda each: -each.left)}
    return [
        Word(
            _DOT if each.text in _TAKEN_FOR_DOTS and firsts[each.top] is each else each.text,
            each.left,
            each.top,
            each.right,
            each.bottom,
            hyphen=each.text.endswith("-") and len(each.text) > 1,
            turned=turned,
            doubtful=each.confidence < _SURE and any(map(str.isdigit, each.text)),
        )
        for each in recognised
        if each.right > each.left and each.bottom > each.top
    ]
