"""The text as it lies on the page: headings, paragraphs, list items and table rows.

Works from the characters alone, so that the same words give the same figures whatever reader
they came through. Sentences that a page break cut in two are put together again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise

from crossfoot.extraction.figures.stacked import StackedTable, stacked_tables
from crossfoot.extraction.figures.tables.bare_cells import is_number_cell
from crossfoot.extraction.figures.words import word_set
from crossfoot.model.english import MONTH_NAMES


class Shape(StrEnum):
    """What a block of the text is."""

    PARAGRAPH = "paragraph"
    ITEM = "item"
    HEADING = "heading"
    ROW = "row"


@dataclass(slots=True)
class TextBlock:
    """One block from ``start`` to ``end``; ``ranges`` are offsets in the text, several where a page break cut it.

    ``marker`` is the label of a list item as printed ("-", "1.", "(a)"). ``cells`` are the offsets of a table
    row's cells; ``gap`` tells whether a blank line or the text's start stands before it.
    """

    shape: Shape
    ranges: list[tuple[int, int]]
    marker: str = ""
    cells: list[tuple[int, int]] = field(default_factory=list)
    gap: bool = False
    start: int = field(init=False)
    end: int = field(init=False)

    def __post_init__(self) -> None:
        """Keep where the block begins and ends: it is asked for very many times."""
        self.start, self.end = self.ranges[0][0], self.ranges[-1][1]

    def go_on_to(self, end: int) -> None:
        """Take in the next line of the same range."""
        self.ranges[-1] = (self.ranges[-1][0], end)
        self.end = end

    def go_on_with(self, other: TextBlock) -> None:
        """Take in what a page break cut off from the block."""
        self.ranges.extend(other.ranges)
        self.end = other.end


_LINE = re.compile(r"[^\n]*\n?")
_MARKUP = r"(?:\*\*|__|<u>|<b>|<strong>|#{1,6}\s)?"
_BULLET = re.compile(r"\s*(?P<marker>[-–—•·▪◦●○*o])[ \t]+(?=\S)")
_NUMBERED = re.compile(
    rf"\s*{_MARKUP}"
    r"(?P<marker>\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-Z]|[ivxIVX]{1,5})[.)](?:\d{1,3})?|\d{1,2}(?:\.\d{1,2})+)"
    r"\s+(?=\S)"
)
_BARE_NUMBER = re.compile(r"\s*(?P<marker>\d{1,2}(?:\.\d{1,2})*)\s+(?=[a-zA-Z])")
_SECTION_NUMBER = re.compile(r"\(?\d{1,2}[.):]*")
_SECTION_LABEL = re.compile(r"\(?\d{1,2}[.):]+\s+")
_POINT = re.compile(r"\s*\d{1,2}\.\s+[A-Z]")
"""How a numbered point begins: "6. Details"."""

_BARE_HEADING = re.compile(r"^[ \t]*(\d{1,2})[ \t]{1,4}[A-Z][A-Za-z&,' -]{2,50}$", re.MULTILINE)
_FEWEST_HEADINGS = 3
_SIGNS = re.compile(r"£(?:['’]?000s?|k|m)?|%|'000s?|no\.?|fte", re.IGNORECASE)
"""A line of a table's head that only says in what its columns are counted."""

_NUMBERS_ALONE = (
    r"(?:[-–(£+]{0,2}\d[\d,.]*[)%kmKM]{0,2}|[-–—]|n/?a)(?:\s+(?:[-–(£+]{0,2}\d[\d,.]*[)%kmKM]{0,2}|[-–—]|n/?a)){0,11}"
)
_GAPS = re.compile(r"\t+|(?<=\S) {2,}(?=\S)")
_LEADERS = re.compile(rf"(?<=[\w)%])[ \t]*(?:(?:\.[ ]?){{3,}}|…+)[ \t]*(?={_NUMBERS_ALONE}\s*\Z)")
"""The dots that lead from a row's name to its numbers: "Looked after children ........ 287    291"."""

_LOOSE_SEMICOLON = re.compile(r";(?=\s|\Z)")
_CELL = r"(?:[-–(£+]{0,2}\d[\d,.%]*[)%kmKM]?|[-–—]|n/?a)"
_LOOSE_ROW = re.compile(rf"[^;]{{2,60}}(?:;\s+{_CELL}(?=\s*(?:;|\Z))){{2,}}\s*", re.ASCII)
_STROKED_ROW = re.compile(rf"(?:(?! / )[^\n]){{2,60}}(?: / {_CELL}(?= / |\s*\Z)){{2,}}\s*", re.ASCII)
_STROKE = " / "
_RULE = re.compile(r"[\s|:+=_*-]+\Z")
_TERMINAL = re.compile(r"[.!?:;][\s\"'”’)*_]*\Z")
_WORDS = re.compile(r"[^\W\d_]+")
_SENTENCE = re.compile(r"[A-Z“\"'][^.!?]{0,400}\s[a-z]{2,}\s[^\n]{4,}[.!?][\s\"'”’)*_]*\Z")
_FEWEST_BLANKS = 3
_LONGEST_LABEL = 80
_WORD = re.compile(r"\S{1,40}")


_DEEP = 12
"""How far a line is indented that goes on with the heads of the row above."""
_TAB = 8
_TIMES = re.compile(r"(?:19|20)\d\d|\b\d\d/\d\d|\bq[1-4]\b|£?0{3}|\d{1,2}\s(?=[a-z]{3})", re.IGNORECASE)
"""Digits of times and thousands, which stand in heads."""
_LONGEST_HEAD = 24
_FULL_LINE = 60
"""How long a line is that may have been wrapped because it was full."""

_UNWRAPPED_LINE = 120
_UNWRAPPED_SHARE = 0.5
_SHORTEST_WRAPPED = 45
_FEWEST_WRAPPED = 8
_ROOM = 4
"""Characters beyond the next word that a line has room for at least, where it was not full."""

_ENOUGH = 2
"""How many signs that a line begins a paragraph there are at least: an end before it, room before it, a label."""

_LABEL = re.compile(r"[A-Z][\w'’()/&-]{0,30}(?: [\w'’()/&-]{1,30}){0,3}:(?=\s)")
"""How a line begins that says what it is about: "Alternatives considered: none"."""

"""The share of a text's characters that stand in lines longer than any margin, where each line is a paragraph."""


def blocks_of(text: str) -> list[TextBlock]:
    """Return the blocks of ``text`` in order; their ranges cover all but white space and list markers."""
    return list(_joined(text, _Lines(text).blocks()))


class _Lines:
    """The lines of a text put together to blocks: wrapped lines join the block that is still open."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._open: TextBlock | None = None
        self._after_gap = True
        self._last_length = 0
        self._row_above = False
        self._headings = _numbered_headings(text)
        self._wraps = not _is_unwrapped(text)
        self._margin = _margin_of(text) if self._wraps else 0
        self._stacked = {table.start: table for table in stacked_tables(text)}

    def blocks(self) -> Iterator[TextBlock]:
        """Yield the blocks in order."""
        passed = 0
        for match in _LINE.finditer(self._text):
            start, end = match.span()
            if start == end:
                break
            if start < passed:
                continue
            line = self._text[start:end]
            stripped = line.strip()
            table = self._stacked.get(start + len(line) - len(line.lstrip())) if self._stacked else None
            if table is not None:
                yield from self._close()
                yield from _rows_of(table, gap=self._after_gap)
                passed, self._after_gap, self._row_above = table.end, False, False
            elif not stripped:
                yield from self._close()
                self._after_gap = True
            elif _RULE.match(stripped):
                if "|" not in stripped:
                    yield from self._close()
            else:
                yield from self._take(start, line)
                self._after_gap = False
        yield from self._close()

    def _close(self) -> Iterator[TextBlock]:
        """Yield the open block, if there is one."""
        if self._open is not None:
            yield self._open
        self._open = None

    def _take(self, start: int, line: str) -> Iterator[TextBlock]:
        """Take in one line with words, and yield the blocks that it closes."""
        left = start + len(line) - len(line.lstrip())
        right = start + len(line.rstrip())
        cells = _cells(self._text, left, right)
        indent = len(self._text[start:left].expandtabs(_TAB))
        if not cells and self._row_above and not self._after_gap and indent >= _DEEP:
            cells = _set_apart(self._text, left, self._text[left:right])
        self._row_above = bool(cells) and not any(c.isdigit() for c in _TIMES.sub("", line))
        if cells:
            yield from self._close()
            label, *words = _without_number(self._text, cells)
            if self._after_gap and _is_titled_number(self._text, cells):
                yield TextBlock(Shape.HEADING, [cells[1]], gap=True)
            elif _is_said(self._text, [label, *words]):
                yield TextBlock(Shape.HEADING, [label], gap=self._after_gap)
                yield TextBlock(Shape.PARAGRAPH, words)
            else:
                yield TextBlock(Shape.ROW, [(left, right)], cells=cells, gap=self._after_gap)
            return
        begins = (
            self._after_gap
            or self._open is None
            or self._open.shape is not Shape.PARAGRAPH
            or self._last_length < _FULL_LINE
            or not self._wraps
            or self._text[self._open.end - 1] == ":"
            or (_POINT.match(line) is not None and _ends_sentence(self._text, self._open))
        )
        marked = _marker(line, alone=begins, heading=start in self._headings)
        if marked is None and self._open is not None and self._continues(self._open, left):
            self._open.go_on_to(right)
        else:
            yield from self._close()
            if marked is None:
                self._open = TextBlock(Shape.PARAGRAPH, [(left, right)], gap=self._after_gap)
            else:
                marker, length = marked
                ranges = [(min(start + length, right), right)]
                self._open = TextBlock(Shape.ITEM, ranges, marker=marker, gap=self._after_gap)
        self._last_length = right - left

    def _continues(self, block: TextBlock, left: int) -> bool:
        """Tell whether the line that begins at ``left`` goes on with ``block``'s paragraph or item."""
        text, high = self._text, block.end
        if block.shape is Shape.ROW or self._is_listed(block, left):
            return False
        if text[left].islower() or text[high - 1] == ",":
            return True
        ends, room = _ends_sentence(text, block), self._room_left(left)
        if _ENTRY.search(text, max(block.ranges[-1][0], high - _LONGEST_VALUE), high):
            return room < 0
        if ends and text[high - 1] in ":;":
            return room < 0 and not text[left].isalpha()
        if self._wraps and self._last_length >= _FULL_LINE:
            signs = (ends, room > _ROOM, _LABEL.match(text, left) is not None)
            return sum(signs) < _ENOUGH
        return not ends and self._last_length >= _SHORTEST_WRAPPED and (text[left].isdigit() or text[left] in "£(")

    def _is_listed(self, block: TextBlock, left: int) -> bool:
        """Tell whether the line at ``left`` is an entry of a list like the one before it, or under its lead-in."""
        text = self._text
        if _DASHED_ENTRY.match(text, left) is None:
            return False
        low = text.rfind("\n", 0, block.end) + 1
        return _LEADS_IN.search(text, low, block.end) is not None or _DASHED_ENTRY.match(text, low) is not None

    def _room_left(self, left: int) -> int:
        """Return how many characters the last line had left behind the word that begins the next line at ``left``.

        It is below 0 where that word did not fit in, and 0 where the width of the lines is not known.
        """
        if not self._margin:
            return 0
        word = _WORD.match(self._text, left)
        return self._margin - self._last_length - 1 - (word.end() - left if word else 0)


def _rows_of(table: StackedTable, *, gap: bool) -> Iterator[TextBlock]:
    """Yield the rows of a table whose cells stand one below the other."""
    for number, cells in enumerate(table.rows):
        yield TextBlock(Shape.ROW, [(cells[0][0], cells[-1][1])], cells=list(cells), gap=gap and number == 0)


def _margin_of(text: str) -> int:
    """Return the length that lines of a text were broken at, or 0 where too few lines tell."""
    lengths = sorted(len(line) for line in text.split("\n") if len(line) >= _SHORTEST_WRAPPED and "|" not in line)
    return lengths[len(lengths) * 19 // 20] if len(lengths) >= _FEWEST_WRAPPED else 0


def _without_number(text: str, cells: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the cells of a row without the number of a form's section: "5. | Reasons | …", "5. Reasons | …"."""
    if len(cells) == len(("number", "label", "words")) and _SECTION_NUMBER.fullmatch(text, *cells[0]):
        return cells[1:]
    number = _SECTION_LABEL.match(text, *cells[0])
    return cells if number is None else [(number.end(), cells[0][1]), *cells[1:]]


def _is_titled_number(text: str, cells: list[tuple[int, int]]) -> bool:
    """Tell whether a line of its own sets a minute's number apart from its title: "C.31/01", a tab, "SAFER ROUTES"."""
    if len(cells) != len(("number", "title")) or "|" in text[cells[0][1] : cells[1][0]]:
        return False  # in a table of a form they are cells like any others
    if _MINUTE_NUMBER.fullmatch(text, *cells[0]) is None:
        return False
    return _MINUTE_TITLE.fullmatch(text, *cells[1]) is not None and _BLANK_BELOW.match(text, cells[1][1]) is not None


_MINUTE_NUMBER = re.compile(r"[A-Z]{0,4}[. ]?\d{1,4}(?:[/.]\d{2,4})?[.:]?")
_MINUTE_TITLE = re.compile(r"[A-Z][^|\t]{0,40}[A-Za-z]{3,}[^|\t]{0,120}[\w)’'?]")
_BLANK_BELOW = re.compile(r"[ \t|]*(?:\n[ \t]*(?:\n|\Z)|\Z)")


def _is_said(text: str, cells: list[tuple[int, int]]) -> bool:
    """Tell whether a row holds a label and beside it sentences: "Decision | The budget was set at £3.1m."."""
    if (
        len(cells) != len(("label", "words"))
        or cells[0][1] <= cells[0][0]
        or cells[0][1] - cells[0][0] > _LONGEST_LABEL
    ):
        return False
    words = text[slice(*cells[1])]
    return words.count(" ") >= _FEWEST_BLANKS and _SENTENCE.search(words) is not None


def _is_unwrapped(text: str) -> bool:
    """Tell whether a text's lines are as long as its paragraphs: most of its words stand in lines past any margin."""
    lengths = [len(line) for line in text.split("\n") if "|" not in line and "\t" not in line]
    return sum(each for each in lengths if each > _UNWRAPPED_LINE) >= _UNWRAPPED_SHARE * sum(lengths) > 0


def _ends_sentence(text: str, block: TextBlock) -> bool:
    """Tell whether a block's words so far end a sentence."""
    low, high = block.ranges[-1]
    return _TERMINAL.search(text, max(low, high - 8), high) is not None


def _cells(text: str, left: int, right: int) -> list[tuple[int, int]]:
    """Return the offsets of a table row's cells, or nothing where the line is no row.

    A row has bars between its cells, or tabs, or semicolons without a blank behind them or with nothing but numbers
    between them, strokes with blanks around them likewise, or at least two wide gaps, or one wide gap with a number on
    its right side.
    """
    line = text[left:right]
    if "|" in line:
        return _between_bars(text, left, line)
    if line.count(";") > 1 and (
        _LOOSE_SEMICOLON.search(line) is None or _is_loose_row(line) or _is_loose_row(_line_below(text, right), line)
    ):
        edges = [-1, *(i for i, c in enumerate(line) if c == ";"), len(line)]
        return [_trim(text, left + a + 1, left + b) for a, b in pairwise(edges)]
    if line.count(_STROKE) > 1 and (_is_stroked_row(line) or _is_stroked_row(_line_below(text, right), line)):
        edges = [-1, *(m.start() + 1 for m in re.finditer(_STROKE, line)), len(line)]
        return [_trim(text, left + a + 1, left + b) for a, b in pairwise(edges)]
    return _set_out(text, left, line)


def _is_loose_row(line: str, heads: str = "") -> bool:
    """Tell whether semicolons and blanks part a row's name from numbers alone: "Footways; 870; 1,120; 1,100".

    Of a line that may be the row's ``heads``, as many cells are asked.
    """
    return (not heads or heads.count(";") == line.count(";")) and _LOOSE_ROW.fullmatch(line) is not None


def _is_stroked_row(line: str, heads: str = "") -> bool:
    """Tell the same of strokes: "Days to a match / 188 / 149 / 231"."""
    same = not heads or heads.count(_STROKE) == line.count(_STROKE)
    return same and _STROKED_ROW.fullmatch(line) is not None


def _line_below(text: str, end: int) -> str:
    """Return the line below one that ends at ``end``, without the white space around it."""
    start = text.find("\n", end) + 1
    stop = text.find("\n", start)
    return text[start : len(text) if stop < 0 else stop].strip() if start else ""


def _set_out(text: str, left: int, line: str) -> list[tuple[int, int]]:
    """Return the offsets of the cells of a line that tabs or wide gaps part."""
    leaders = _LEADERS.search(line) if ".." in line or ". ." in line or "…" in line else None
    if leaders is not None:
        return [
            _trim(text, left, left + leaders.start()),
            *_numbers_behind(text, left + leaders.end(), left + len(line)),
        ]
    if "\t" not in line and "  " not in line:
        return []
    gaps = [match.span() for match in _GAPS.finditer(line)]
    if not gaps:
        return []
    edges = [0, *(i for gap in gaps for i in gap), len(line)]
    below = _cells_below(text, left + len(line)) if text[left - 1 : left] == "\t" else 0
    if below or (text[left - 1 : left] == "\t" and _is_row_above(text, left, line)):
        blank = _tabs_before(text, left)  # a head or a total whose first cell is empty, or the first two
        edges = [0, 0] * (blank if blank + len(edges) // 2 == below else 1) + edges
    cells = [_trim(text, left + edges[i], left + edges[i + 1]) for i in range(0, len(edges), 2)]
    if (_BULLET.match(line) and not _are_numbers(text, cells[1:])) or (_NUMBERED.match(line) and len(cells) == 2):
        return []
    longest = max(b - a for a, b in cells)
    numeric = any(any(c.isdigit() for c in text[a:b]) and b - a <= 24 for a, b in cells[1:])
    if "\t" in line:
        return cells if len(cells) > 2 or numeric or longest < 60 else []
    widest = max(b - a for a, b in gaps)
    signs = len(cells) > 1 and all(_SIGNS.fullmatch(text, a, b) for a, b in cells)
    set_out = signs or len(cells) > 3 or (len(cells) > 2 and widest > 2) or (numeric and gaps[0][1] - gaps[0][0] > 2)
    return cells if longest < 60 and set_out else []


def _are_numbers(text: str, cells: list[tuple[int, int]]) -> bool:
    """Tell whether cells hold several numbers and nothing else: a dash before their row's name marks it as a part."""
    words = [text[start:end] for start, end in cells]
    return len(words) > 1 and all(is_number_cell(each) or _NOTHING.fullmatch(each) for each in words)


_NOTHING = re.compile(r"[-–—]|n/?a", re.IGNORECASE)
"""A cell for which there is no number."""


def _numbers_behind(text: str, left: int, right: int) -> list[tuple[int, int]]:
    """Return the offsets of the cells behind a row's leaders, which hold nothing but numbers."""
    return [(left + cell.start(), left + cell.end()) for cell in re.finditer(r"\S+", text[left:right])]


def _set_apart(text: str, left: int, line: str) -> list[tuple[int, int]]:
    """Return the cells of a deeply indented line that goes on with the heads of a row above it: "tors      plan"."""
    gaps = [match.span() for match in _GAPS.finditer(line)]
    edges = [0, *(i for gap in gaps for i in gap), len(line)]
    cells = [_trim(text, left + edges[i], left + edges[i + 1]) for i in range(0, len(edges), 2)]
    return cells if max(b - a for a, b in cells) <= _LONGEST_HEAD else []


def _cells_below(text: str, end: int) -> int:
    """Return how many cells the line below one that ends at ``end`` has, if they have tabs and none before the first.

    Other lines of the same head may stand between them: "£000" under each name.
    """
    for _ in range(_MOST_LINES_OF_A_HEAD):
        start = text.find("\n", end) + 1
        stop = text.find("\n", start)
        end = len(text) if stop < 0 else stop
        below = text[start:end] if start else ""
        if start and not below.strip():
            continue
        if not below.startswith("\t"):
            return len(_GAPS.findall(below.rstrip())) + 1 if "\t" in below else 0
    return 0


def _tabs_before(text: str, left: int) -> int:
    """Return how many tabs stand right before a place."""
    at = left
    while at and text[at - 1] == "\t":
        at -= 1
    return left - at


_MOST_LINES_OF_A_HEAD = 3


def _is_row_above(text: str, left: int, line: str) -> bool:
    """Tell whether the line above one that a tab opens has more tabs, but none before its first word."""
    end = text.rfind("\n", 0, left)
    above = text[text.rfind("\n", 0, max(end, 0)) + 1 : max(end, 0)]
    return not above.startswith("\t") and above.count("\t") > line.count("\t")


def _between_bars(text: str, left: int, line: str) -> list[tuple[int, int]]:
    """Return the offsets of the cells of a line with bars; a bar at either end closes the row."""
    bounds = [i for i, c in enumerate(line) if c == "|"]
    cells = [(left + a + 1, left + b) for a, b in zip([-1, *bounds], [*bounds, len(line)], strict=True)]
    if line.startswith("|"):
        cells = cells[1:]
    if line.endswith("|"):
        cells = cells[:-1]
    return [_trim(text, a, b) for a, b in cells]


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the offsets without white space and emphasis at either side."""
    while start < end and text[start] in " \t\xa0*_":
        start += 1
    while end > start and text[end - 1] in " \t\xa0*_":
        end -= 1
    return start, end


def _numbered_headings(text: str) -> frozenset[int]:
    """Return where the lines begin whose bare number labels a heading: "1 Purpose", "2 Summary", "3 Finance" in turn.

    A line alone does not tell ("13 Inadequate" counts something); that three or more count on from 1 does.
    """
    found: list[int] = []
    for match in _BARE_HEADING.finditer(text):
        if int(match.group(1)) == len(found) + 1:
            found.append(match.start())
    return frozenset(found) if len(found) >= _FEWEST_HEADINGS else frozenset()


def _marker(line: str, *, alone: bool, heading: bool) -> tuple[str, int] | None:
    """Return a list item's label and the length of the line up to its words, or None.

    A number without its stop counts as a label only where a block may begin, or of a ``heading``.
    """
    match = _BULLET.match(line) or (_NUMBERED.match(line) if alone or line[:1] == "(" else None)
    if match is not None and match.group("marker")[-1].isdigit() and _MEASURED.match(line, match.end()):
        match = None
    if match is None and alone:
        match = _BARE_NUMBER.match(line)
        if match is not None and not heading and not _bare_is_label(line, match):
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


_MEASURED = re.compile(r"(?:per\s?cent|%|per|days?|weeks?|months?|years?|hours?|million|FTE|x|of)\b")
"""What shows that a broken number at the beginning of a line is a figure: "94.1 per cent"."""

_SHARE = re.compile(r"in\s\d{1,3}\s")
"""What goes on "1 in 5 of"."""

_OPENING_WORDS = word_set("the that to a an this it authority in")


def _bare_is_label(line: str, match: re.Match[str]) -> bool:
    """Tell whether a line's first number, without a stop, is a list label and not a count.

    "12 the recruitment …" is a resolution that lost its stop; "13 Inadequate" counts something. A
    dotted number, or an article or an imperative phrase behind it, speaks for a label.
    """
    rest = line[match.end() :]
    if _SHARE.match(rest):
        return False
    if "." in match.group("marker"):
        return len(rest.split()) > 1 and _MEASURED.match(rest) is None
    if _COUNTED.match(rest):
        return False
    if rest.upper() == rest and len(rest.split()) > 1 and not any(map(str.isdigit, rest.split()[0])):
        return True  # the number of a heading in capitals
    first = _WORDS.match(rest)
    return first is not None and first.group().lower() in _OPENING_WORDS


_LONGEST_VALUE = 16
_ENTRY = re.compile(r":\s*[-−(£]?\s?[-−(£]?\d[\d,.]*(?:%|k|m|bn)?\)?\Z")
"""How a line ends that is an entry of a list without markers: "Reviews held on time: 97.2%"."""

_DASHED_ENTRY = re.compile(
    r"[ \t]*[^\W\d_][^.;:!?|\t\n]{1,59}?\s[-–—]\s{1,3}[£(]?\d[\d,.]*(?:%|k|m|bn)?\)?"
    r"(?:\s\([^()\n]{1,60}\))?[ \t]*(?:\n|\Z)"
)
"""A line of a name and a number with a dash between them: "children's homes - 28 (of which 20 were the agency's)"."""

_LEADS_IN = re.compile(r":\s?[-–—]?\s*\Z")


_FUNCTION_WORDS = word_set(
    """
    a an the of in on at to for from with by and or but as is are was were be been has have had that which who this
    these those their its his her our into across over under between than about approximately per each all any
    report not it will would
    """
)
"""Words that no block ends with, unless a page break cut it."""


def _joined(text: str, blocks: Iterator[TextBlock]) -> Iterator[TextBlock]:
    """Yield the blocks with headings told apart and sentences joined over page breaks."""
    held: TextBlock | None = None
    for block in blocks:
        if held is not None and _cut_by_page(text, held, block):
            held.go_on_with(block)
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
    if _ends_sentence(text, before) or _DASHED_ENTRY.match(text, after.start):
        return False
    first = text[after.start]
    words = _WORDS.findall(text[max(low, high - 24) : high])
    last = words[-1].lower() if words and text[high - 1].isalpha() else ""
    if first.islower():
        return high - low >= 20 or last in _FUNCTION_WORDS
    return last in _FUNCTION_WORDS and high - low >= 20 and before.shape is Shape.PARAGRAPH


def _is_heading(text: str, block: TextBlock) -> bool:
    """Tell whether a paragraph is a heading: short, no sentence, perhaps marked up."""
    low, high = block.ranges[0]
    if len(block.ranges) > 1 or high - low > _LONGEST_LINE:
        return False
    line = text[low:high]
    if line.startswith(("#", "**", "<u>", "<b>", "__")) and not line.rstrip("*_").endswith("."):
        return True
    if _TERMINAL.search(line) and not line.endswith(":") and not _ASKS.match(line):
        return False
    if not line[:1].isupper() or line[-1] in ":-":
        return False
    words = len(line.split())
    if any(c.isdigit() for c in line):
        return words <= _LONGEST_DATED and _WITH_ITS_TIME.fullmatch(line) is not None
    return words <= _LONGEST_PLAIN


_ASKS = re.compile(r"(?:How|What|Where|Why|Who|When|Which|Are|Is|Do|Does|Did|Have|Has|Can)\b[^.;:?]{4,80}\?\Z")
"""A heading that asks for what is told under it: "How many children are we looking after?"."""

_LONGEST_LINE, _LONGEST_PLAIN = 110, 9
_LONGEST_DATED = 10
"""How many words a heading has at most that names its time."""

_WITH_ITS_TIME = re.compile(
    r"(?!\d)(?:\D|(?<!\d)(?:19|20)\d\d(?:[/–-](?:\d{4}|\d\d))?(?!\d)"
    r"|\b(?:Q|(?i:quarter|month|period|slide|table|chart|figure|graph|box|item|section|part|appendix|annex|indicator|measure"
    r"|objective|priority|outcome|theme|target|aim|goal|action|question|key[ ]stage|schedule)[ ])\d{1,3}(?!\d)"
    r"|\b(?![MP]\d)[A-Z]{1,5}(?:[ /-][A-Z]{0,2})?\d{1,3}[a-z]?\b"
    r"|(?<![\d,.£])\d{1,2}(?:[ ]?[-–][ ]?|[ ]to[ ]|[ ]and[ ])\d{1,2}(?![\d,.%])(?=\)|[ ]year|$|:)"
    r"|(?<!\d)\d{1,2}(?:st|nd|rd|th)?[ ](?:"
    rf"{'|'.join(MONTH_NAMES)})\b"
    r"|(?<![\d,.£])\d{1,3}\+?[ -](?i:(?:working|calendar|school)[ ])?(?i:days?|weeks?|months?|years?|miles)\b"
    r"|(?i:per|in[ ]every)[ ]10+,?000\b|\bNI[ ]?\d{1,3}\b|(?i:aged|under|over|at)[ ]\d{1,2}(?!\d)){12,110}"
)
"""A line without other digits than those of years, of a measure's own limits and the like.

"Priorities for 2017/18", "Assessments within 45 working days".
"""
