"""The text as it lies on the page: headings, paragraphs, list items and table rows.

Works from the characters alone, so that the same words give the same figures whatever reader
they came through. Sentences that a page break cut in two are put together again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum


class Shape(Enum):
    """What a block of the text is."""

    PARAGRAPH = "paragraph"
    ITEM = "item"
    HEADING = "heading"
    ROW = "row"


@dataclass(slots=True)
class TextBlock:
    """One block; ``ranges`` are offsets in the text, several where a page break cut it.

    ``marker`` is the label of a list item as printed ("-", "1.", "(a)"), ``indent`` its indentation in
    characters. ``cells`` are the offsets of a table row's cells; ``gap`` tells whether a blank line
    or the text's start stands before it.
    """

    shape: Shape
    ranges: list[tuple[int, int]]
    marker: str = ""
    indent: int = 0
    cells: list[tuple[int, int]] = field(default_factory=list)
    gap: bool = False

    @property
    def start(self) -> int:
        """Return the offset of the block's first character."""
        return self.ranges[0][0]

    @property
    def end(self) -> int:
        """Return the offset behind the block's last character."""
        return self.ranges[-1][1]


_LINE = re.compile(r"[^\n]*\n?")
_MARKUP = r"(?:\*\*|__|<u>|<b>|<strong>|#{1,6}\s)?"
_BULLET = re.compile(r"\s*(?P<marker>[-–—•·▪◦●○*o])[ \t]+(?=\S)")
_NUMBERED = re.compile(
    rf"\s*{_MARKUP}(?P<marker>\(?(?:\d{{1,3}}(?:\.\d{{1,3}})*|[a-zA-Z]|[ivxIVX]{{1,5}})[.)](?:\d{{1,3}})?|\d{{1,2}}(?:\.\d{{1,2}})+)\s+(?=\S)"
)
_BARE_NUMBER = re.compile(r"\s*(?P<marker>\d{1,2}(?:\.\d{1,2})*)\s+(?=[a-zA-Z])")
_GAPS = re.compile(r"\t+|(?<=\S) {2,}(?=\S)")
_RULE = re.compile(r"[\s|:+=_*-]+\Z")
_TERMINAL = re.compile(r"[.!?:;][\s\"'”’)*_]*\Z")
_WORDS = re.compile(r"[^\W\d_]+")


def blocks_of(text: str) -> list[TextBlock]:
    """Return the blocks of ``text`` in order; their ranges cover all but white space and list markers."""
    return list(_joined(text, _raw_blocks(text)))


def _raw_blocks(text: str) -> Iterator[TextBlock]:
    """Yield blocks line by line, wrapped lines already put together."""
    current: TextBlock | None = None
    blank = True
    last_length = 0
    for match in _LINE.finditer(text):
        start, end = match.span()
        if start == end:
            break
        line = text[start:end]
        stripped = line.strip()
        if not stripped:
            if current is not None:
                yield current
                current = None
            blank = True
            continue
        if _RULE.match(stripped):
            if "|" not in stripped and current is not None:
                yield current
                current = None
            continue
        left = start + len(line) - len(line.lstrip())
        right = start + len(line.rstrip())
        cells = _cells(text, left, right)
        if cells:
            if current is not None:
                yield current
                current = None
            yield TextBlock(Shape.ROW, [(left, right)], cells=cells, gap=blank)
            blank = False
            continue
        marked = _marker(
            line, alone=blank or current is None or current.shape is not Shape.PARAGRAPH or last_length < 60
        )
        if marked is None and current is not None and _continues(text, current, left, last_length):
            low = current.ranges[-1][0]
            current.ranges[-1] = (low, right)
        else:
            if current is not None:
                yield current
            if marked is not None:
                marker, length = marked
                current = TextBlock(
                    Shape.ITEM, [(min(start + length, right), right)], marker=marker, indent=left - start, gap=blank
                )
            else:
                current = TextBlock(Shape.PARAGRAPH, [(left, right)], indent=left - start, gap=blank)
        last_length = right - left
        blank = False
    if current is not None:
        yield current


def _cells(text: str, left: int, right: int) -> list[tuple[int, int]]:
    """Return the offsets of a table row's cells, or nothing where the line is no row.

    A row has bars between its cells, or tabs, or at least two wide gaps, or one wide gap with a
    number on its right side.
    """
    line = text[left:right]
    if "|" in line:
        bounds = [i for i, c in enumerate(line) if c == "|"]
        pieces = list(zip([-1, *bounds], [*bounds, len(line)], strict=True))
        cells = [(left + a + 1, left + b) for a, b in pieces]
        if line.startswith("|"):
            cells = cells[1:]
        if line.endswith("|"):
            cells = cells[:-1]
        return [_trim(text, a, b) for a, b in cells]
    if "\t" not in line and "  " not in line:
        return []
    gaps = [(m.start(), m.end()) for m in _GAPS.finditer(line)]
    if not gaps:
        return []
    edges = [0, *(i for gap in gaps for i in gap), len(line)]
    cells = [_trim(text, left + edges[i], left + edges[i + 1]) for i in range(0, len(edges), 2)]
    if _BULLET.match(line) or (_NUMBERED.match(line) and len(cells) == 2):
        return []
    longest = max(b - a for a, b in cells)
    numeric = sum(any(c.isdigit() for c in text[a:b]) and b - a <= 24 for a, b in cells[1:])
    if "\t" in line:
        return cells if len(cells) > 2 or numeric or longest < 60 else []
    return (
        cells
        if longest < 60
        and (
            len(cells) > 3
            or (len(cells) > 2 and max(b - a for a, b in gaps) > 2)
            or (numeric and gaps[0][1] - gaps[0][0] > 2)
        )
        else []
    )


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the offsets without white space and emphasis at either side."""
    while start < end and text[start] in " \t\xa0*_":
        start += 1
    while end > start and text[end - 1] in " \t\xa0*_":
        end -= 1
    return start, end


def _marker(line: str, *, alone: bool) -> tuple[str, int] | None:
    """Return a list item's label and the length of the line up to its words, or None.

    A number without its stop counts as a label only where a block may begin.
    """
    match = _BULLET.match(line) or (_NUMBERED.match(line) if alone or line[:1] in "(" else None)
    if match is None and alone:
        match = _BARE_NUMBER.match(line)
        if match is not None and not _bare_is_label(line, match):
            match = None
    if match is None:
        return None
    marker = match.group("marker")
    if marker == "o" and not line.lstrip().startswith("o "):
        return None
    return marker, match.end()


_COUNTED = re.compile(
    r"(?:x|of|out|per|per\s?cent|percent|or|to|and|days?|weeks?|months?|years?|hours?)\b", re.IGNORECASE
)


def _bare_is_label(line: str, match: re.Match[str]) -> bool:
    """Tell whether a line's first number, without a stop, is a list label and not a count.

    "12 the recruitment …" is a resolution that lost its stop; "13 Inadequate" counts something. A
    dotted number, or an article or an imperative phrase behind it, speaks for a label.
    """
    rest = line[match.end() :]
    if "." in match.group("marker"):
        return len(rest.split()) > 1
    if _COUNTED.match(rest):
        return False
    first = _WORDS.match(rest)
    return first is not None and first.group().lower() in {
        "the",
        "that",
        "to",
        "a",
        "an",
        "this",
        "it",
        "authority",
        "in",
    }


def _continues(text: str, block: TextBlock, left: int, last_length: int) -> bool:
    """Tell whether the line that begins at ``left`` goes on with ``block``'s paragraph or item."""
    if block.shape is Shape.ROW:
        return False
    low, high = block.ranges[-1]
    ends = _TERMINAL.search(text, max(low, high - 8), high) is not None
    first = text[left]
    if first.islower():
        return True
    if ends and text[high - 1] in ":;":
        return False
    if last_length >= 60:
        return True
    return not ends and last_length >= 45 and (first.isdigit() or first in "£(")


_FUNCTION_WORDS = frozenset(
    ["a", "an", "the", "of", "in", "on", "at", "to", "for", "from", "with", "by", "and", "or", "but", "as", "is", "are", "was", "were", "be", "been", "has", "have", "had", "that", "which", "who", "this", "these", "those", "their", "its", "his", "her", "our", "into", "across", "over", "under", "between", "than", "about", "approximately", "per", "each", "all", "any", "report", "not", "it", "will", "would"]
)


def _joined(text: str, blocks: Iterator[TextBlock]) -> Iterator[TextBlock]:
    """Yield the blocks with headings told apart and sentences joined over page breaks."""
    held: TextBlock | None = None
    for block in blocks:
        if held is not None and _cut_by_page(text, held, block):
            held.ranges.extend(block.ranges)
            continue
        if held is not None:
            yield held
        if block.shape is Shape.PARAGRAPH and _is_heading(text, block):
            block.shape = Shape.HEADING
        held = block
    if held is not None:
        yield held


def _cut_by_page(text: str, before: TextBlock, after: TextBlock) -> bool:
    """Tell whether ``after`` goes on with a sentence of ``before`` that a break cut in two."""
    if after.shape is not Shape.PARAGRAPH or before.shape not in {Shape.PARAGRAPH, Shape.ITEM}:
        return False
    low, high = before.ranges[-1]
    if _TERMINAL.search(text, max(low, high - 8), high):
        return False
    first = text[after.start]
    words = _WORDS.findall(text[max(low, high - 24) : high])
    last = words[-1].lower() if words and text[high - 1].isalpha() else ""
    if first.islower():
        return high - low >= 20 or last in _FUNCTION_WORDS
    return last in _FUNCTION_WORDS and high - low >= 20 and before.shape is Shape.PARAGRAPH


def _is_heading(text: str, block: TextBlock) -> bool:
    """Tell whether a paragraph is a heading: short, no sentence, perhaps marked up."""
    if len(block.ranges) > 1:
        return False
    low, high = block.ranges[0]
    length = high - low
    if length > 110:
        return False
    line = text[low:high]
    if line.startswith(("#", "**", "<u>", "<b>", "__")) and not line.rstrip("*_").endswith("."):
        return True
    if _TERMINAL.search(line) and not line.endswith(":"):
        return False
    words = line.split()
    return len(words) <= 9 and not any(c.isdigit() for c in line) and line[:1].isupper() and line[-1] not in ":-"
