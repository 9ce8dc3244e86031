"""When a number of a table is true: what row, column, group, brackets, an occasion or the words above say of it."""

from __future__ import annotations

import re

from crossfoot.extraction.figures.folding import folded
from crossfoot.extraction.figures.periods.conventions import said_of_brackets
from crossfoot.extraction.figures.periods.known import Calendar
from crossfoot.extraction.figures.periods.sources import REPORTING
from crossfoot.extraction.figures.reading import Reading
from crossfoot.extraction.figures.sentences import Sentence
from crossfoot.extraction.figures.tables.cells.sight import CellSight
from crossfoot.extraction.figures.tables.context import CellContext
from crossfoot.extraction.figures.tables.dating import ABOVE, dated_beside, of_row_and_column, year_as_told
from crossfoot.model import Period

LEADS_ON = re.compile(r"\b(?:below|follow(?:s|ing)|table|these|shown|set\s+out|made\s+up|break(?:s|down))\b|[:–-]\s*\Z")
"""What leads from a sentence on to the table under it."""

_LONGEST_DATING_SENTENCE = 110
_OPENED = re.compile(r"\d%?[ \t]*\([ \t£]*$")
"""What stands before a number in brackets behind another one in its cell."""

_LONGEST_SCALE = 12
_A_WORD = re.compile(r"[^\W\d_]{2}")


def occasion_of(cell: CellSight) -> Period | None:
    """Return when the census, the survey, the auction was at which the number was counted, or None."""
    around, occasions = cell.around, cell.place.occasions
    words = folded(f"{around.corner.text} {around.caption} {around.group.text} {around.label.text} {around.head.text}")
    return occasions.over(words, around.known.reporting, money=cell.number.money, beside=folded(around.head.text))


def in_brackets(cell: CellSight, text: str, period: Period) -> Period:
    """Return the period of a number in brackets behind another one, where the words above say of when these are.

    "Workforce at 31 December (previous year in brackets)", over "4.5 (6.0)".
    """
    start = cell.found.start
    if _OPENED.search(text, max(0, start - 12), start) is None:
        return period
    said = said_of_brackets(cell.around.caption.lower(), None)
    return said.of(period) if said is not None else period


def _is_bare_scale(s: Sentence) -> bool:
    """Tell whether a line over a table only says in what it counts: "£000"."""
    return s.end - s.start < _LONGEST_SCALE and _A_WORD.search(s.text, s.start, s.end) is None


def _only_tells_of_a_year_over(reading: Reading, known: Calendar) -> bool:
    """Tell whether a sentence over a table gives figures of a time before what is reported, and leads to none.

    "In 2014/15 the final overspend was £0.940m."
    """
    focus, reporting = reading.focus, known.reporting
    if focus is None or reporting is None or not reading.numbers or focus.end >= reporting.start:
        return False
    return LEADS_ON.search(reading.sentence.lowered) is None


def period_around(around: CellContext) -> tuple[Period | None, str]:
    """Return a cell's period, and where it was found: column, row, group, words above, or the record."""
    both = of_row_and_column(around)
    if both is not None:
        return both, "column"
    for words, source in ((around.head, "column"), (around.label, "row"), (around.group, "row above")):
        if words.period is not None:
            return year_as_told(words.period, f"{around.corner.text} {around.caption}"), source
    beside = dated_beside(around)
    if beside is not None:
        return year_as_told(beside, f"{around.corner.text} {around.caption}"), "column beside"
    introduced = [r for r in around.above if not _is_bare_scale(r.sentence)]
    if introduced:
        reading = introduced[0]
        s = reading.sentence
        opens = s.text[max(s.start, s.end - 3) : s.end].rstrip("-–— *").endswith(":")
        short = s.end - s.start < _LONGEST_DATING_SENTENCE and not _only_tells_of_a_year_over(reading, around.known)
        if reading.focus is not None and (opens or short):
            return reading.focus, ABOVE
    return around.known.reporting, REPORTING
