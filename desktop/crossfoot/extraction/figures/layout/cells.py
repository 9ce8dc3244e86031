"""A line cut into the cells of a table's row, by bars, tabs, semicolons, strokes, leaders or wide gaps."""

from __future__ import annotations

import re
from itertools import pairwise

from crossfoot.extraction.figures.layout.markers import BULLET, NUMBERED
from crossfoot.extraction.figures.tables.bare_cells import is_number_cell

_SECTION_NUMBER = re.compile(r"\(?\d{1,2}[.):]*")
_SECTION_LABEL = re.compile(r"\(?\d{1,2}[.):]+\s+")
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
_SENTENCE = re.compile(r"[A-Z“\"'][^.!?]{0,400}\s[a-z]{2,}\s[^\n]{4,}[.!?][\s\"'”’)*_]*\Z")
_FEWEST_BLANKS = 3
_LONGEST_LABEL = 80
_LONGEST_HEAD = 24
_MINUTE_NUMBER = re.compile(r"[A-Z]{0,4}[. ]?\d{1,4}(?:[/.]\d{2,4})?[.:]?")
_MINUTE_TITLE = re.compile(r"[A-Z][^|\t]{0,40}[A-Za-z]{3,}[^|\t]{0,120}[\w)’'?]")
_BLANK_BELOW = re.compile(r"[ \t|]*(?:\n[ \t]*(?:\n|\Z)|\Z)")
_NOTHING = re.compile(r"[-–—]|n/?a", re.IGNORECASE)
"""A cell for which there is no number."""

_MOST_LINES_OF_A_HEAD = 3


def cells_of(text: str, left: int, right: int) -> list[tuple[int, int]]:
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
    """Return the line below one that ends at ``end``, a blank one passed over, without the white space around it."""
    start = text.find("\n", end) + 1
    stop = text.find("\n", start)
    if start and stop >= 0 and not text[start:stop].strip():
        start, stop = stop + 1, text.find("\n", stop + 1)
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
    if (BULLET.match(line) and not _are_numbers(text, cells[1:])) or (NUMBERED.match(line) and len(cells) == 2):
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


def _numbers_behind(text: str, left: int, right: int) -> list[tuple[int, int]]:
    """Return the offsets of the cells behind a row's leaders, which hold nothing but numbers."""
    return [(left + cell.start(), left + cell.end()) for cell in re.finditer(r"\S+", text[left:right])]


def cells_set_apart(text: str, left: int, line: str) -> list[tuple[int, int]]:
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


def without_number(text: str, cells: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the cells of a row without the number of a form's section: "5. | Reasons | …", "5. Reasons | …"."""
    if len(cells) == len(("number", "label", "words")) and _SECTION_NUMBER.fullmatch(text, *cells[0]):
        return cells[1:]
    number = _SECTION_LABEL.match(text, *cells[0])
    return cells if number is None else [(number.end(), cells[0][1]), *cells[1:]]


def is_titled_number(text: str, cells: list[tuple[int, int]]) -> bool:
    """Tell whether a line of its own sets a minute's number apart from its title: "C.31/01", a tab, "SAFER ROUTES"."""
    if len(cells) != len(("number", "title")) or "|" in text[cells[0][1] : cells[1][0]]:
        return False  # in a table of a form they are cells like any others
    if _MINUTE_NUMBER.fullmatch(text, *cells[0]) is None:
        return False
    return _MINUTE_TITLE.fullmatch(text, *cells[1]) is not None and _BLANK_BELOW.match(text, cells[1][1]) is not None


def is_said(text: str, cells: list[tuple[int, int]]) -> bool:
    """Tell whether a row holds a label and beside it sentences: "Decision | The budget was set at £3.1m."."""
    if (
        len(cells) != len(("label", "words"))
        or cells[0][1] <= cells[0][0]
        or cells[0][1] - cells[0][0] > _LONGEST_LABEL
    ):
        return False
    words = text[slice(*cells[1])]
    return words.count(" ") >= _FEWEST_BLANKS and _SENTENCE.search(words) is not None
