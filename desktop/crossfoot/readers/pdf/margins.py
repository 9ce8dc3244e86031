"""The heads and feet of pages, which repeat and are no part of the record."""

from __future__ import annotations

import re
from collections import Counter

from crossfoot.readers.pdf.lines import Line

_EDGE = 0.12
_NUMBER_EDGE = 0.08
_FEWEST_REPEATED = 4
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"[-–—\s]*(?:page\s*)?(?P<number>\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?[-–—\s]*\Z", re.IGNORECASE)


def without_margins(pages: list[list[Line]], heights: list[float]) -> list[list[Line]]:
    """Return the pages' lines without heads, feet and page numbers.

    A line is a head or foot where the same words, numbers aside, stand near the same edge of half of the
    pages and of two at least. A number near an edge is a page number where it is the page's own or says so.
    """
    places: Counter[tuple[str, str]] = Counter()
    for lines, height in zip(pages, heights, strict=True):
        places.update({key for line in lines if (key := _key(line, height)) is not None})
    enough = max(2, (len(pages) + 1) // 2)
    kept: list[list[Line]] = []
    shift = _first_number(pages, heights)
    for number, (lines, height) in enumerate(zip(pages, heights, strict=True), start=1):
        kept.append(
            [
                line
                for line in lines
                if not _is_page_number(line, height, number + shift)
                and not ((key := _key(line, height)) is not None and places[key] >= enough)
            ]
        )
    return _without_repeats(kept)


def _without_repeats(pages: list[list[Line]]) -> list[list[Line]]:
    """Return the lines without one that ends a page and begins the next again, as some programs print it twice."""
    kept = list(pages)
    for index in range(len(pages) - 1):
        if kept[index] and kept[index + 1]:
            last, first = kept[index][-1], kept[index + 1][0]
            if len(last.words) >= _FEWEST_REPEATED and last.text == first.text:
                kept[index + 1] = kept[index + 1][1:]
    return kept


def _key(line: Line, height: float) -> tuple[str, str] | None:
    """Return what a head or foot is known by, or None for a line in the middle of the page."""
    edge = "head" if line.bottom < _EDGE * height else "foot" if line.top > (1 - _EDGE) * height else None
    return None if edge is None else (edge, _DIGITS.sub("#", line.text).lower())


def _is_page_number(line: Line, height: float, number: int) -> bool:
    """Tell whether the line is nothing but the page's number."""
    if _NUMBER_EDGE * height < line.top and line.bottom < (1 - _NUMBER_EDGE) * height:
        return False
    match = _PAGE_NUMBER.match(line.text)
    return match is not None and (int(match["number"]) == number or not line.text.strip("-–— ").isdigit())


def _first_number(pages: list[list[Line]], heights: list[float]) -> int:
    """Return by how much the printed page numbers run ahead of the pages, 0 where they do not agree."""
    shifts: Counter[int] = Counter()
    for number, (lines, height) in enumerate(zip(pages, heights, strict=True), start=1):
        for line in lines:
            match = _PAGE_NUMBER.match(line.text)
            at_edge = line.bottom < _NUMBER_EDGE * height or line.top > (1 - _NUMBER_EDGE) * height
            if match and at_edge:
                shifts[int(match["number"]) - number] += 1
    if not shifts:
        return 0
    shift, seen = shifts.most_common(1)[0]
    return shift if seen >= max(2, len(pages) // 2) else 0
