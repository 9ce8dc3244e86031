"""Words that were recognised in the picture of a page, in the form in which a PDF's own words are laid out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from crossfoot.readers.pdf.words import Frame, Word

_SURE = 0.9
"""Below this confidence digits are doubtful: as measured, eight of nine that are misread, one in eleven of the rest."""


_DOT = "•"
_TAKEN_FOR_DOTS = frozenset("¢e©®°«»*·¥§oO")


@dataclass(frozen=True, slots=True)
class RecognisedWord:
    """One word on a page as it is seen, its box in points from the top left corner, and how sure it is, from 0 to 1.

    The box is as high as the line that the word stands on. ``turned`` is by how many degrees clockwise the page must be
    turned for the word to run from left to right, ``slope`` how far its line then sinks for each point to the right, as
    the lines of a page do that was laid down askew.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    confidence: float
    turned: int = 0
    slope: float = 0.0


def as_words(recognised: Sequence[RecognisedWord], page: Frame) -> list[Word]:
    """Return recognised words as the words of a page, their lines level; digits that are not sure are doubtful.

    A sign alone at the beginning of a line is the dot of a list, whatever sign it was taken for.
    """
    words = []
    for each in recognised:
        turned = (page.turned + each.turned) % 360
        box = page.by(turned).box(*page.in_file((each.left, each.top, each.right, each.bottom)))
        if each.right > each.left and each.bottom > each.top:
            hyphen = each.text.endswith("-") and len(each.text) > 1
            doubtful = each.confidence < _SURE and any(map(str.isdigit, each.text))
            left, top, right, bottom = box
            lift = each.slope * ((left + right) / 2 - page.by(turned).size[0] / 2)
            words.append(
                Word(
                    *(each.text, left, top - lift, right, bottom - lift),
                    hyphen=hyphen,
                    turned=turned,
                    doubtful=doubtful,
                    lift=lift,
                )
            )
    firsts = {round(each.top, 2): each for each in sorted(words, key=lambda each: -each.left)}
    return [
        replace(each, text=_DOT) if each.text in _TAKEN_FOR_DOTS and firsts[round(each.top, 2)] is each else each
        for each in words
    ]
