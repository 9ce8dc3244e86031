"""What stands around one number of a table (row, column, group, words above) and which indicators they speak for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.extraction.figures.indicators.choice import Choice, Kind, choose
from crossfoot.extraction.figures.indicators.silence import names_no_measure
from crossfoot.extraction.figures.lexicon import Lexicon
from crossfoot.extraction.figures.numerals import Number
from crossfoot.extraction.figures.place import Place
from crossfoot.extraction.figures.reached import Reach
from crossfoot.extraction.figures.tables.context import CellContext
from crossfoot.extraction.figures.tables.heads import HeadWords
from crossfoot.extraction.figures.tables.numbers import CellNumber
from crossfoot.extraction.unchanging import unchanging
from crossfoot.model import Figure, Nature, Unit

# Weights of a wording by where it stands; see ``indicators.reach`` for those of sentences.
_ROW, _COLUMN, GROUP, _CAPTION, _TITLE = 8.6, 8.2, 5.6, 4.6, 3.4

AROUND = frozenset({"words above", "corner"})
"""The zones whose words stand around a whole table, not at one of its rows or columns."""
_LONGEST_CAPTION = 200
"""A block that is longer is no caption as a whole: its last sentence is."""

ESTIMATE = re.compile(r"\bestimates?\b", re.IGNORECASE)
PROBABLE = re.compile(r"\b(?:probable|actual|outturn)\b", re.IGNORECASE)
SHARE_OF_ALL = re.compile(
    r"\W*(?:%|per\s?cent|percentages?|proportions?|shares?)(?:\s+(?:%|share|of\s+(?:the\s+)?(?:total|all|whole)(?:\s+\w+)?))?"
    r"(?:\W+(?:at|on|in|by)\s[\w\s]{1,24})?\W*",
    re.IGNORECASE,
)
"""How a column is headed that says how large a part each row is of the whole table."""


@unchanging(frozen=True, slots=True)
class Rows:
    """What the other rows tell of one.

    ``group`` heads the rows below it; ``names`` are the indicators that rows of the table name: words above the table
    that name one of them speak of that row, not of the others. ``above`` is the indicator of the row above,
    ``columns`` the figures of each column down to it. ``account`` tells that the rows are the lines of an account.
    ``whole`` names the row above that is no part of another, ``whose`` are the words farther off that tell of whom all
    are. ``counts`` are the columns that print no decimals.
    """

    group: HeadWords
    whole: HeadWords
    names: frozenset[str]
    above: str | None
    columns: dict[int, list[Figure]]
    broken: bool
    account: bool
    whose: tuple[Reach, ...] = ()
    counts: frozenset[int] = frozenset()


@unchanging(frozen=True, slots=True)
class CellSight:
    """One number of a cell, in the light of what stands around it."""

    lexicon: Lexicon
    found: CellNumber
    around: CellContext
    rows: Rows
    column: int
    place: Place

    @property
    def number(self) -> Number:
        """Return the number itself."""
        return self.found.number


def reaches_of(around: CellContext) -> Iterator[Reach]:
    """Yield the wordings of row, column, group, corner and caption with their weights."""
    for words, weight, zone in (
        (around.label, _ROW, "row"),
        (around.head, _COLUMN, "column"),
        (around.group, GROUP, "row above"),
        (around.corner, _CAPTION, "corner"),
    ):
        if words.sentence is not None:
            for mention in words.mentions:
                yield Reach.of(words.sentence, mention, weight, zone)
    for age, reading in enumerate(around.above):
        if age and reading.sentence.block.end - reading.sentence.block.start > _LONGEST_CAPTION:
            continue
        weight = _CAPTION if age == 0 else _TITLE
        for mention in reading.mentions:
            yield Reach.of(reading.sentence, mention, weight, "words above")


def is_bare(head: HeadWords) -> bool:
    """Tell whether a column has no head, or one that names a time and a unit alone."""
    return head.sentence is None or (head.period is not None and names_no_measure(head.sentence))


def choices_for(cell: CellSight, unit: Unit | None, nature: Nature) -> list[Choice]:
    """Return what the words around the number speak for if that is its unit."""
    whose = () if SHARE_OF_ALL.fullmatch(cell.around.head.text) else cell.rows.whose
    reaches = [*reaches_of(cell.around), *whose]
    return [
        choice
        for choice in choose(cell.lexicon, Kind.of(cell.number, unit, nature), reaches)
        if choice.zone not in AROUND or choice.indicator not in cell.rows.names
    ]
