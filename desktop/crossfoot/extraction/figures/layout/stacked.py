"""Tables whose cells stand one below the other, as words copied out of a PDF do: a name, its numbers, the next name.

A line alone does not tell that it is a cell. That name after name has the same number of lines of nothing but a number
below it does, and the lines above the first name, as many as a row has cells, are the heads of the columns.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from crossfoot.extraction.figures.tables.bare_cells import is_number_cell, is_time_cell

Cells = tuple[tuple[int, int], ...]
"""The offsets of the cells of one row."""


class StackedTable(NamedTuple):
    """One such table: where its first line begins, where its last one ends, and its rows, the heads first."""

    start: int
    end: int
    rows: tuple[Cells, ...]


class _Line(NamedTuple):
    """One line with words: their offsets, what kind of cell they may be, and whether it goes on with the line above.

    A kind is ``N`` for a number, ``T`` for a time and ``L`` for a label.
    """

    start: int
    end: int
    kind: str
    goes_on: bool


_LEADS_TO_A_DAY = re.compile(r"(?:as\s)?(?:at|to)\s", re.IGNORECASE)
_EMPTY = re.compile(r"[–—-]|n/?a|nil", re.IGNORECASE)
"""What stands in a cell without a number."""

_ONLY_A_NUMBER = re.compile(r"^[ \t]*[(£+−–-]{0,2}\d[\d,.]*%?\)?[ \t]*$", re.MULTILINE)
_LONGEST = 60
"""Characters of a line that can be a cell."""

_FEWEST_NUMBERS = 4
"""So many lines of nothing but a number a text has at least that holds such a table: others need no further look."""

_FEWEST_ROWS = 2
_FEWEST_ROWS_OF_ONE = 3
"""How many rows alike make a table; of rows with a single number more are asked."""

_LONGEST_CORNER = 30
_MOST_CELLS = 12


def stacked_tables(text: str) -> list[StackedTable]:
    """Return the tables of ``text`` whose cells stand one below the other, in order; linear in its length."""
    if sum(1 for _ in zip(_ONLY_A_NUMBER.finditer(text), range(_FEWEST_NUMBERS), strict=False)) < _FEWEST_NUMBERS:
        return []
    found: list[StackedTable] = []
    for run in _runs(text):
        at = 0
        while at < len(run):
            table, at = _table_from(run, at)
            if table is not None:
                found.append(table)
    return found


def _runs(text: str) -> list[list[_Line]]:
    """Return the stretches of short lines with nothing between any two of them, or one blank line between each two."""
    runs: list[list[_Line]] = [[]]
    start = blanks = 0
    apart: int | None = None  # how many blank lines part the lines of this run
    for words in text.split("\n"):
        bare = words.strip()
        left = start + len(words) - len(words.lstrip())
        start += len(words) + 1
        if not bare:
            blanks += 1
            continue
        fits = len(bare) <= _LONGEST and "|" not in bare and "\t" not in bare
        if not fits or blanks > 1 or (apart is not None and blanks != apart):
            same = runs[-1][-1:] if fits and blanks <= 1 else []
            runs.append(same)
            apart = blanks if same else None
        elif runs[-1]:
            apart = blanks
        blanks = 0
        if fits:
            runs[-1].append(_Line(left, left + len(bare), _kind_of(bare), bare[0].islower()))
    return [run for run in runs if sum(line.kind == "N" for line in run) >= _FEWEST_NUMBERS - 1]


def _kind_of(words: str) -> str:
    """Return what kind of cell a line may be."""
    led = _LEADS_TO_A_DAY.match(words)
    if is_time_cell(words[led.end() :] if led is not None else words):
        return "T"
    return "N" if is_number_cell(words) or _EMPTY.fullmatch(words) is not None else "L"


def _table_from(run: Sequence[_Line], at: int) -> tuple[StackedTable | None, int]:
    """Return the table whose first row of numbers is the next one from ``at`` on, or None, and the line to go on at."""
    first = next((i for i in range(at, len(run)) if run[i].kind == "N"), None)
    if first is None:
        return None, len(run)
    width = _numbers_from(run, first)
    name = first - 1 - (first > at + 1 and run[first - 1].goes_on)
    numbered = width == 1 and name > 0 and run[name - 1].kind == "N"  # "1", "Apologies", "2", "Minutes"
    rows, end = list[Sequence[_Line]](), name
    while name >= at and not numbered and (row := _row_at(run, end, width)) is not None:
        rows.append(row)
        end += len(row)
    if width > _MOST_CELLS or len(rows) < (_FEWEST_ROWS if width > 1 else _FEWEST_ROWS_OF_ONE):
        return None, first + width
    heads = _heads(run[at:name], width)
    body = [_cells_of(row, width) for row in rows]
    corner = () if len(heads) > width or not heads else ((heads[0].start, heads[0].start),)
    head = [(*corner, *((line.start, line.end) for line in heads))] if heads else []
    return StackedTable((heads or run[name:])[0].start, run[end - 1].end, (*head, *body)), end


def _cells_of(row: Sequence[_Line], width: int) -> Cells:
    """Return the cells of a row, whose name may take two lines."""
    name = (row[0].start, row[-width - 1].end)
    return (name, *((line.start, line.end) for line in row[-width:]))


def _numbers_from(run: Sequence[_Line], at: int) -> int:
    """Return how many lines of numbers follow from ``at`` on."""
    end = at
    while end < len(run) and run[end].kind == "N":
        end += 1
    return end - at


def _row_at(run: Sequence[_Line], at: int, width: int) -> Sequence[_Line] | None:
    """Return the lines of a row that begins at ``at``: a name and as many numbers as the rows before; None for none."""
    if at >= len(run) or run[at].kind == "N":
        return None
    numbers = at + 1 + (at + 1 < len(run) and run[at + 1].kind == "L" and run[at + 1].goes_on)
    return run[at : numbers + width] if _numbers_from(run, numbers) == width else None


def _heads(above: Sequence[_Line], width: int) -> Sequence[_Line]:
    """Return those of the lines above the first row that head its columns, with the corner where it has words."""
    if width == 1:
        return above if len(above) == len(("corner", "head")) else ()
    if len(above) < width or any(line.end - line.start > _LONGEST_CORNER for line in above[-width:]):
        return ()
    corner = above[-width - 1] if len(above) > width else None
    named = corner is not None and corner.kind == "L" and corner.end - corner.start <= _LONGEST_CORNER
    return above[-width - 1 :] if named else above[-width:]
