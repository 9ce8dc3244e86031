"""The heads and feet of pages, which repeat and are no part of the record."""

from __future__ import annotations

import re
from collections import Counter

from crossfoot.readers.pdf.lines import Line

_EDGE = 0.12
_NUMBER_EDGE = 0.08
_FEWEST_REPEATED = 4
_FARTHEST_HEAD = 30
"""Pages that are looked back through for the head of a table that goes on."""
_YEARS = re.compile(r"(?:19|20)\d\d\b")
_DIGITS = re.compile(r"\d+")
_BROWSER_HEAD = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4},? \d{1,2}:\d\d(?: ?[AP]M)?(?: |\Z)", re.IGNORECASE)
_BROWSER_FOOT = re.compile(r"(?:https?|file)://\S.{0,300}?(?: \d{1,4}/\d{1,4})?", re.IGNORECASE)
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
                and not _is_printed_by_browser(line, height)
                and not ((key := _key(line, height)) is not None and places[key] >= enough)
            ]
        )
    return _without_repeated_heads(_without_repeats(kept))


def _without_repeats(pages: list[list[Line]]) -> list[list[Line]]:
    """Return the lines without one that ends a page and begins the next again, as some programs print it twice."""
    kept = list(pages)
    for index in range(len(pages) - 1):
        if kept[index] and kept[index + 1]:
            last, first = kept[index][-1], kept[index + 1][0]
            if len(last.words) >= _FEWEST_REPEATED and last.text == first.text:
                kept[index + 1] = kept[index + 1][1:]
    return kept


def _without_repeated_heads(pages: list[list[Line]]) -> list[list[Line]]:
    """Return the lines without the head of a table that word processors print again where it goes on over a page."""
    kept: list[list[Line]] = []
    for lines in pages:
        if not kept or not kept[-1] or not lines or not _is_head(lines[0]):
            kept.append(lines)
            continue
        earlier = [line for page in kept[-_FARTHEST_HEAD:] for line in page]
        places = [place for place, line in enumerate(earlier) if _is_head(line) and line.text == lines[0].text]
        again = 0
        while places and places[-1] + again < len(earlier) and again < len(lines):
            if earlier[places[-1] + again].text != lines[again].text:
                break
            again += 1
        kept.append(lines[again:])
    return kept


def _is_head(line: Line) -> bool:
    """Tell whether a line may be the head of a table: words or years in several cells."""
    cells = [cell[0].text if cell else "" for cell in line.cells] or [segment.text for segment in line.segments]
    heading = [bool(cell) and (cell[0].isalpha() or _YEARS.match(cell) is not None) for cell in cells]
    return len(cells) > 1 and 2 * sum(heading) > len(cells)


def _key(line: Line, height: float) -> tuple[str, str] | None:
    """Return what a head or foot is known by, or None for a line in the middle of the page."""
    edge = "head" if line.bottom < _EDGE * height else "foot" if line.top > (1 - _EDGE) * height else None
    return None if edge is None else (edge, _DIGITS.sub("#", line.text).lower())


def _is_printed_by_browser(line: Line, height: float) -> bool:
    """Tell whether a line is the head or foot that a browser prints: the time and the page's name, or its address."""
    if line.bottom < _NUMBER_EDGE * height:
        return _BROWSER_HEAD.match(line.text) is not None
    return line.top > (1 - _NUMBER_EDGE) * height and _BROWSER_FOOT.fullmatch(line.text) is not None


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
