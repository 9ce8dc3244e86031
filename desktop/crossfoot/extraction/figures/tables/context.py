"""What a cell of a table is read by: its row, its column, the corner, the group that it stands in, the caption."""

from __future__ import annotations

from crossfoot.extraction.figures.periods.conventions import Conventions
from crossfoot.extraction.figures.periods.known import Calendar
from crossfoot.extraction.figures.reading import Reading
from crossfoot.extraction.figures.tables.heads import HeadWords
from crossfoot.extraction.unchanging import unchanging


@unchanging(frozen=True, slots=True)
class CellContext:
    """The words around one cell.

    ``group`` is the row without numbers above it that heads a group of rows, ``above`` the sentences over the
    table, the nearest first, and ``caption`` their words. ``pounds`` tells that a cell of the column carries a
    pound sign, ``sign`` is the sign behind the row's name or in the cell that refers to a note. ``heads`` are
    the words of all columns' heads, ``left`` the heads of the columns to the left that hold numbers, the nearest first.
    ``saves`` tells that heading, caption or group name savings,
    ``builds`` that they or the record's title name a capital programme.
    """

    label: HeadWords
    head: HeadWords
    corner: HeadWords
    group: HeadWords
    above: tuple[Reading, ...]
    caption: str
    pounds: bool
    known: Calendar
    conventions: Conventions
    sign: str
    heads: str
    saves: bool
    builds: bool
    left: tuple[HeadWords, ...] = ()
