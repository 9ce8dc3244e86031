"""Words that stand together, put one after the other; those broken at a line's end are made whole."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise

from crossfoot.model import BlockKind
from crossfoot.readers.broken_numbers import is_one_number
from crossfoot.readers.pdf.lines import Line
from crossfoot.readers.pdf.words import Word

_DASHES = frozenset("-–—/")
_LONG, _RARE = 60, 0.03
"""Lines of a long document, and the share of them that ends in a hyphen at most where the layout puts none."""
_WIDE_DASHES = frozenset("–—/")
_SIGNS = frozenset("-–−+")
_AMOUNT = re.compile(r"£?\d[\d,]*(?:\.\d+)?(?:%|[kmb]n?\b|pp\b)?[).,;:]?\Z")

# First halves of compounds that keep their hyphen wherever a line ends.
_HALVES = frozenset(
    [
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "seventy",
        "eighty",
        "ninety",
        "co",
        "non",
        "self",
        "well",
        "multi",
        "semi",
        "sub",
        "ex",
        "long",
        "short",
        "mid",
        "half",
        "full",
        "part",
        "cross",
        "high",
        "low",
        "year",
        "month",
        "inter",
        "pre",
        "post",
        "anti",
        "re",
    ]
)


@dataclass(slots=True)
class Piece:
    """Words that stand together with the page of each, and whether the next word is glued to them."""

    words: list[tuple[int, Word]] = field(default_factory=list)
    glued: list[bool] = field(default_factory=list)
    """For each word, whether it goes on with the word before without a blank."""


@dataclass(slots=True)
class Chunk:
    """One block of a document: a paragraph or list item of one piece, or a row of several cells."""

    kind: BlockKind
    cells: list[Piece]
    first_row: bool = False


def extend(piece: Piece, line: Line, known: set[str], *, wrapped: bool = True) -> None:
    """Append a line's words to a piece, undoing a hyphen at its end.

    ``wrapped`` tells that the line before had no room for more.
    """
    for index, word in enumerate(line.words):
        glued = False
        if index == 0 and piece.words:
            glued = _unbroken(piece, word, known, wrapped=wrapped)
        piece.words.append((line.page, word))
        piece.glued.append(glued)


def _unbroken(piece: Piece, word: Word, known: set[str], *, wrapped: bool) -> bool:
    """Tell whether a word goes on with the last of a piece; the hyphen between goes where it was the layout's."""
    page, last = piece.words[-1]
    before = piece.words[-2][1].text if len(piece.words) > 1 else ""
    if is_one_number(before, last.text, word.text, wrapped=wrapped):
        return True
    if _goes_on_behind_dash(last.text, word.text) or _is_sign_of(before, last.text, word.text):
        return True
    if not last.text.endswith(("-", "\u00ad")) or len(last.text) == 1 or not last.text[-2].isalpha():
        return False
    if not word.text[:1].islower():
        return word.text[:1].isupper() or word.text[:1].isdigit()
    if last.text[:-1].isupper() and len(last.text) == len("C-"):
        return True
    stem = last.text[:-1]
    joined = _bare(stem + word.text)
    hyphened = _bare(last.text + word.text)
    keep = hyphened in known and joined not in known
    keep = keep or ("-" in stem and joined not in known)
    keep = keep or (_bare(stem) in _HALVES and joined not in known)
    keep = keep or (_bare(stem) in known and _bare(word.text) in known - {_bare(stem)} and joined not in known)
    if not keep:
        piece.words[-1] = (page, replace(last, text=stem, hyphen=False))
    return True


def _goes_on_behind_dash(last: str, first: str) -> bool:
    """Tell whether a line was broken behind a dash or stroke without blanks: "41–<end of line>43", "11-<end>18"."""
    if len(last) < 2 or last[-1] not in _DASHES or not (last[-2].isalnum() or last[-2] in ")]"):
        return False
    return first[:1].isdigit() or (last[-1] in _WIDE_DASHES and first[:1].isalpha())


def _is_sign_of(before: str, last: str, first: str) -> bool:
    """Tell whether a line was broken behind the sign of a number: "of -<end of line>0.07%", but not "18 -<end>25"."""
    return last in _SIGNS and _AMOUNT.match(first) is not None and not any(map(str.isdigit, before))


def _bare(text: str) -> str:
    """Return a word in small letters without the marks around it."""
    return text.strip(".,;:!?()[]'\"‘’“”").lower()


def known_words(pages: list[list[Line]]) -> set[str]:
    """Return the words of the document that are not broken at a line's end, nor between the lines of a cell.

    Where hardly a line of a long document ends in a hyphen, no layout has put any: words keep those that they have.
    """
    known: set[str] = set()
    compounds: list[str] = []
    count = 0
    for lines in pages:
        count += len(lines)
        for line, below in pairwise(lines):
            if not line.cells and line.words[-1].text.endswith("-") and not below.cells:
                compounds.append(_bare(line.words[-1].text + below.words[0].text))
    if count >= _LONG and len(compounds) <= _RARE * count:
        known.update(compounds)
    for lines in pages:
        for line in lines:
            for cell in line.cells or [[line]]:
                for number, each in enumerate(cell):
                    words = each.words[int(number > 0) : len(each.words) - (number + 1 < len(cell))]
                    known.update(_bare(word.text) for word in words)
    return known
