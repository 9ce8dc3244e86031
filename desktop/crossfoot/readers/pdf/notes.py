"""Footnotes: their marks leave the sentences, where they would pass for numbers, and their words go to the end.

A mark is a small figure that stands raised behind a word. It is one where a line further down on the page begins
with the same small figure. Without such a line a raised figure behind a unit stays what it is, as in m².
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from crossfoot.readers.pdf.lines import Line, Segment
from crossfoot.readers.pdf.words import Word
from crossfoot.readers.raised import is_mark

_STOPS = frozenset(",.;:!?)]’”")
_SMALL = 0.93
"""How high the words of a note are at most, as a share of the words that its mark stands behind."""


@dataclass(frozen=True, slots=True)
class Note:
    """One footnote: its number as printed, and its lines without that."""

    number: str
    lines: tuple[Line, ...]


def without_notes(pages: list[list[Line]]) -> tuple[list[list[Line]], list[Note]]:
    """Return the pages' lines without footnotes and their marks, and the footnotes in their order."""
    kept: list[list[Line]] = []
    notes: list[Note] = []
    for lines in pages:
        if not any(word.raised for line in lines for word in line.words):
            kept.append(lines)
            continue
        found, rest = _notes_of(lines)
        notes.extend(found)
        numbers = {note.number for note in found}
        kept.append([line for line in (_without_marks(each, numbers) for each in rest) if line.segments])
    return kept, notes


def _notes_of(lines: list[Line]) -> tuple[list[Note], list[Line]]:
    """Return the footnotes of a page and its other lines."""
    marks: dict[str, float] = {}
    rest: list[Line] = []
    notes: list[tuple[str, list[Line]]] = []
    above: Line | None = None
    for line in lines:
        first, others = line.words[0], line.words[1:]
        size = marks.get(first.text)
        if first.raised and others and size is not None and _height(line) <= _SMALL * size:
            notes.append((first.text, [Line([Segment(others)], line.page, line.area)]))
            above = line
        elif above is not None and notes and _goes_on(above, line):
            notes[-1][1].append(line)
            above = line
        else:
            above = None
            rest.append(line)
            for before, word in _pairs(line):
                if word.raised:
                    marks.setdefault(word.text, before.height)
    return [Note(number, tuple(words)) for number, words in notes], rest


def _height(line: Line) -> float:
    """Return the height of a note's own words."""
    return max(word.height for word in line.words if not word.raised) if len(line.words) > 1 else line.height


def _goes_on(above: Line, line: Line) -> bool:
    """Tell whether a line goes on with the note above: it is as small, and stands close below it."""
    return (
        not line.words[0].raised
        and abs(line.height - _height(above)) < 0.1 * line.height
        and 0 < line.top - above.top < 2 * line.height
    )


def _pairs(line: Line) -> Iterator[tuple[Word, Word]]:
    """Yield each word of a line but the first behind the word before it, through the cells of an enclosed row."""
    words = line.words
    yield from pairwise(words)


def _without_marks(line: Line, numbers: set[str]) -> Line:
    """Return a line without the marks of notes; a raised figure that is none stands at its word again."""
    if not any(word.raised for word in line.words):
        return line
    segments = [Segment(words) for segment in line.segments if (words := _unmarked(segment.words, numbers))]
    cells = [[_without_marks(each, numbers) for each in cell] for cell in line.cells]
    return replace(line, segments=segments, cells=[[each for each in cell if each.segments] for cell in cells])


def _unmarked(words: list[Word], numbers: set[str]) -> list[Word]:
    """Return words without the marks of notes; a stop behind a mark comes to the word before it."""
    kept: list[Word] = []
    marked = False
    for place, word in enumerate(words):
        last = kept[-1] if kept else None
        if word.raised and place and (word.text in numbers or (last is not None and is_mark(last.text, word.text))):
            marked = True
            continue
        if last is not None and (
            (marked and word.text[0] in _STOPS) or (word.raised and word.left - last.right < 0.1 * last.height)
        ):
            kept[-1] = replace(last, text=last.text + word.text, right=max(last.right, word.right))
        else:
            kept.append(word)
        marked = False
    return kept
