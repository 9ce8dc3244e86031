"""Figures of a table: each cell in the light of its row, its column and the words before the table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from crossfoot.extraction.figures.indicators.money.budgets import GENERAL_BUDGETS
from crossfoot.extraction.figures.indicators.silence import names_no_measure
from crossfoot.extraction.figures.layout import TextBlock
from crossfoot.extraction.figures.lexicon import Lexicon
from crossfoot.extraction.figures.periods import stretches
from crossfoot.extraction.figures.periods.conventions import SIGNS
from crossfoot.extraction.figures.periods.question import year_of_budget
from crossfoot.extraction.figures.place import CAPITAL_PROGRAMME, Place
from crossfoot.extraction.figures.reading import Reading
from crossfoot.extraction.figures.tables.bare_cells import is_number_cell, is_time_cell
from crossfoot.extraction.figures.tables.cells.figure import TOTAL, figure_of_cell, named_by
from crossfoot.extraction.figures.tables.cells.sight import CellSight, Rows
from crossfoot.extraction.figures.tables.contents import is_contents
from crossfoot.extraction.figures.tables.context import CellContext
from crossfoot.extraction.figures.tables.heads import HeadReader, Heads, HeadWords
from crossfoot.extraction.figures.tables.names import IS_SHARE
from crossfoot.extraction.figures.tables.numbers import numbers_of
from crossfoot.extraction.figures.tables.parts import like_the_one_beside, named_by_their_totals
from crossfoot.extraction.figures.tables.rows import (
    Table,
    group_rows,
    names_rows,
    without_scale,
)
from crossfoot.extraction.figures.tables.scales import TableBefore, words_of_scale
from crossfoot.extraction.figures.tables.whose import told_of
from crossfoot.extraction.unchanging import unchanging
from crossfoot.model import Evidence, Figure, Nature, Period, PeriodKind, Unit

_LONGEST_CAPTION = 200
"""A block that is longer is no caption as a whole: its last sentence is."""
_LONGEST_INTRODUCTION = 300
"""How much of a block over a table introduces it, in characters."""
_SAVES = re.compile(r"\b(?:savings?|efficienc(?:y|ies)|economies)\b", re.IGNORECASE)
_BROKEN = re.compile(r"\d{1,4}\.\d{1,2}\*?")
_LONGEST_NOTE = 90
_IS_NOTE = re.compile(r"\W{0,3}(?:notes?\b|(?:all\s+)?(?:figures|amounts|values|numbers)\b)", re.IGNORECASE)
"""How a note begins that says of what kind the figures above it are."""

_OF_A_YEAR = frozenset({Nature.VARIANCE, Nature.FORECAST})

_IS_PART = re.compile(r"[-–—•·*]\s*[A-Za-z%]|\W{0,3}(?:of|out\s+of)\s+(?:which|whom|these|those|them)\b", re.IGNORECASE)
"""How a row is named that tells a part of what the row above it is of: "- neglect", "of whom boys"."""

_OUR_TIME = range(1985, 2036)
"""Years that a cell may name; other numbers of four digits under a head count something."""

_OF_AN_ACCOUNT = re.compile(
    r"(?:dwelling|housing|garage|council)?\s*rents?\b|depreciation\b|provision for bad", re.IGNORECASE
)
"""How a row is named in an account, whose lines, rents and interest among them, are no budgets of services."""


def read_table(lexicon: Lexicon, text: str, blocks: list[TextBlock], at: int, place: Place) -> tuple[list[Figure], int]:
    """Return the figures of the table that begins at ``blocks[at]``, and the index behind it."""
    table, behind = group_rows(text, blocks, at)
    if not table.headed and _goes_on(text, blocks[place.header_until : at], table, place.header):
        table = Table([*place.header, *table.rows], len(place.header))
    place.header, place.header_until = table.header, behind
    heading = place.heading.sentence if place.heading is not None else None
    if is_contents(text, table.body, table.header, text[heading.start : heading.end] if heading is not None else ""):
        return [], behind
    above = tuple(place.captions())
    for reading in above:
        reading.prepare(lexicon)
    place.known.last = above[0].focus if above else None
    caption = [_caption(text, reading) for reading in above]
    if behind < len(blocks):
        caption.append(_note_below(text, blocks[behind]))
    place.captioned = True
    around = [*above, *([place.heading] if place.heading is not None else [])]
    saves = any(_SAVES.search(_whole(text, reading)) for reading in around)
    heads = " ".join(" ".join(text[row.start : row.end].split()) for row in table.header)
    own = " ".join(caption).strip()
    words = ". ".join(filter(None, (own, words_of_scale(heads, own, place.table, place.scale))))
    place.table = TableBefore(heads, words)
    builds = place.of_capital or any(CAPITAL_PROGRAMME.search(_whole(text, reading)) for reading in around)
    setting = _Setting(above, words, saves, builds, place)
    read = _Table(lexicon, text, table, setting)
    figures = list(read.figures())
    return named_by_their_totals(lexicon, figures, read.plain_columns(), place.by_value), behind


def _goes_on(text: str, between: list[TextBlock], table: Table, header: list[TextBlock]) -> bool:
    """Tell whether rows without a head go on with the table before: only a title or two stand ``between`` them."""
    if not header or len(between) > _MOST_TITLES:
        return False
    words = (text[block.start : block.end] for block in between)
    columns = max(len(row.cells) for row in header)
    fits = all(1 < len(row.cells) <= columns + 1 for row in table.rows)
    return fits and all(len(w) < _LONGEST_GROUP and w[-1:] not in ".:" and not _has_digit(w) for w in words)


_FEWEST_WITH_TIME = 2
_WHAT = re.compile(
    r"(?:(?:key|performance|local|national|budget)\s+)?(?:measure|indicator|description|metric|item|category|element"
    r"|budget\s+head(?:ing)?|what\s+is\s+(?:measured|counted))s?",
    re.IGNORECASE,
)
"""The head of a column that names what the numbers of a row measure, beside one that names whose they are."""
_WHEN_HEAD = re.compile(
    r"(?:(?:latest|reporting|time|data|financial|calendar|academic)\s+)*(?:period|year|date|quarter|month|data|as\s+at|when)"
    r"(?:\s+(?:of\s+data|covered|shown|reported|available))?",
    re.IGNORECASE,
)
"""The head of a column that tells for each row of when its numbers are."""

_SEVERAL = 3
"""In how many rows a column must print no decimals before it is taken for one of counts."""

_MOST_TITLES, _LONGEST_GROUP = 2, 60
"""How many titles may part the rows of one table, and how long each is at most."""


@unchanging(frozen=True, slots=True)
class _Setting:
    """What stands around a table: the sentences ``above``, and the ``caption`` that they make with a note below.

    ``saves`` tells that they or the heading over them name savings, ``builds`` that these or the record's title name a
    capital programme. ``place`` is where the walk through the text
    stands.
    """

    above: tuple[Reading, ...]
    caption: str
    saves: bool
    builds: bool
    place: Place


def _whole(text: str, reading: Reading) -> str:
    """Return the block of a sentence over a table, or the end of a long one."""
    block = reading.sentence.block
    return text[max(block.start, block.end - _LONGEST_INTRODUCTION) : block.end]


def _note_below(text: str, block: TextBlock) -> str:
    """Return the short note under a table that says what all its figures are, or nothing."""
    words = text[block.start : block.end]
    return words if len(words) < _LONGEST_NOTE and _IS_NOTE.match(words) else ""


_HEADS_LEFT = 2
"""How many heads to the left of a column may say of what it is a share."""


class _Table:
    """One table as it is read row by row."""

    def __init__(self, lexicon: Lexicon, text: str, table: Table, setting: _Setting) -> None:
        self._lexicon, self._text, self._setting = lexicon, text, setting
        self._body = table.body
        self._reader = HeadReader(lexicon, text, setting.place.known)
        self._heads = Heads(self._reader, text, table)
        self._named_last = (0, 0)
        self._columns: dict[int, list[Figure]] = {}
        self._headed: set[int] = set()

    def figures(self) -> Iterator[Figure]:
        """Yield the figures of all rows.

        A row without digits heads the group of those below it, and a row heads its parts: "- of whom boys".
        """
        group = whole = HeadWords()
        rows = [_Row(row, *self._labelled(row)) for row in self._body]
        by_rows = frozenset(name for row in rows for name in named_by(self._lexicon, row.label))
        above: str | None = None
        columns = self._columns
        account = any(_OF_AN_ACCOUNT.match(row.label.text) for row in rows)
        setting, passed = self._setting, list[HeadWords]()
        counts = self._columns_of_wholes(rows)
        for row in rows:
            if any(_has_digit(self._text[a:b]) for i, (a, b) in enumerate(row.block.cells) if i not in row.labelled):
                is_part = _IS_PART.match(row.label.text) is not None
                above_it, whole = whole, whole if is_part else row.label
                named = whole if is_part and whole.text else group
                whose = told_of(self._lexicon, (row.label, named), setting.above, passed, setting.place)
                others = Rows(named, above_it, by_rows, above, columns, self._is_broken(row), account, whose, counts)
                for figure in _of_one_budget(self._lexicon, list(self._figures_of_row(row, others))):
                    above = figure.indicator
                    yield figure
                passed.append(row.label)
                if not is_part and IS_SHARE.match(row.label.text) is not None:
                    whole = above_it
            else:
                group, whole = row.label, HeadWords()

    def plain_columns(self) -> dict[int, list[Figure]]:
        """Return the figures of the columns whose head names no measure: "Number", "2006/07"."""
        return {column: figures for column, figures in self._columns.items() if column not in self._headed}

    def _labelled(self, row: TextBlock) -> tuple[list[int], HeadWords]:
        """Return which cells of a row name it, and their words.

        The time in its second cell is among them where no head stands over it; a blank first cell is as the one above.
        So is what the second cell names under a head that says that it tells what is measured.
        """
        cells = [self._text[start:end] for start, end in row.cells]
        labelled = _labels(cells, names_rows(self._heads.corner.text))
        ranges = [row.cells[i] for i in labelled]
        timed = labelled == [0] and len(cells) > _FEWEST_WITH_TIME and is_time_cell(cells[1])
        if timed and not self._heads.over(row, 1).text:
            labelled = [0, 1]
            ranges = [self._named_last if not cells[0] else row.cells[0], row.cells[1]]
        elif labelled == [0] and (time := self._time_beside(row, cells)) is not None:
            labelled = [0, time]
            ranges = [row.cells[0], row.cells[time]]
        elif labelled == [0] and self._says_what(row, cells):
            labelled = [0, 1]
            ranges = [row.cells[0], row.cells[1]]
        if cells and cells[0]:
            self._named_last = row.cells[0]
        return labelled, self._reader.row_name(ranges, row, self._heads.corner_range)

    def _time_beside(self, row: TextBlock, cells: list[str]) -> int | None:
        """Return the cell of a row that tells of when its numbers are, as the head over it says: "Period"; or None."""
        return next(
            (
                index
                for index, words in enumerate(cells)
                if index and is_time_cell(words) and _WHEN_HEAD.fullmatch(self._heads.over(row, index).text)
            ),
            None,
        )

    def _says_what(self, row: TextBlock, cells: list[str]) -> bool:
        """Tell whether the second cell of a row names what the numbers behind it measure, as its head says."""
        named = len(cells) > _FEWEST_WITH_TIME and bool(cells[1]) and not _has_digit(cells[1])
        return named and _WHAT.fullmatch(self._heads.over(row, 1).text) is not None

    def _figures_of_row(self, named: _Row, others: Rows) -> Iterator[Figure]:
        """Yield the figures of one row, in the light of the ``others``."""
        row, labelled, label = named.block, named.labelled, named.label
        parts: list[Figure] = []
        heads = self._heads.over_all(row)
        for column, cell in enumerate(row.cells):
            words = self._text[cell[0] : cell[1]]
            head = heads[column]
            if column in labelled or not _has_digit(words) or names_rows(head.text, first=column == 0):
                continue
            if is_time_cell(words) and not _counts_anyway(words, head.text):
                continue
            around = CellContext(
                label=label,
                head=head,
                corner=self._heads.corner,
                group=others.group,
                above=self._setting.above,
                caption=self._setting.caption,
                pounds=self._heads.has_pounds(column),
                known=self._setting.place.known,
                conventions=self._setting.place.conventions,
                sign=self._sign_of(row, labelled, words),
                heads=self._heads.text,
                left=tuple(heads[i] for i in range(column - 1, 0, -1) if i not in labelled)[:_HEADS_LEFT],
                builds=self._setting.builds,
                saves=self._setting.saves or _SAVES.search(others.group.text) is not None,
            )
            if head.sentence is not None and not names_no_measure(head.sentence):
                self._headed.add(column)
            for found in numbers_of(self._text, row, cell, around):
                sight = CellSight(self._lexicon, found, around, others, column, self._setting.place)
                figure = figure_of_cell(sight, self._text)
                if figure.nature in _OF_A_YEAR and head.period is None and label.period is None:
                    figure = _of_the_time_beside(figure, parts)
                if figure.period is None and found.number.money:
                    figure = _of_the_year_headed(figure, self._years_named(row))
                if TOTAL.match(head.text) and not parts and figure.period is None:
                    figure = _of_all_years(figure, self._years_over(row))
                elif TOTAL.match(head.text) and head.period is not None:
                    figure = _of_the_nature_of(figure, parts)
                elif TOTAL.match(head.text):
                    figure = _as_its_parts(figure, parts, self._years_over(row))
                figure = like_the_one_beside(self._lexicon, figure, head, parts)
                parts.append(figure)
                others.columns.setdefault(column, []).append(figure)
                yield figure

    def _sign_of(self, row: TextBlock, labelled: list[int], words: str) -> str:
        """Return the sign in a cell or behind the name of its row that refers to a note, or nothing."""
        conventions = self._setting.place.conventions
        if not conventions.ends and not conventions.noted:
            return ""
        start, end = (row.cells[labelled[0]][0], row.cells[labelled[-1]][1]) if labelled else (row.start, row.start)
        named = self._text[max(row.start, start - 1) : min(row.end, end + 3)] if labelled else ""
        return next((c for c in named + words if c in SIGNS), "")

    def _is_broken(self, row: _Row) -> bool:
        """Tell whether a row holds numbers with decimals that are neither money nor shares."""
        cells = (self._text[a:b] for i, (a, b) in enumerate(row.block.cells) if i not in row.labelled)
        return any(_BROKEN.fullmatch(cell) for cell in cells)

    def _columns_of_wholes(self, rows: list[_Row]) -> frozenset[int]:
        """Return the columns that print no decimals in any of several rows, though others do: they count."""
        printed: dict[int, list[str]] = {}
        for row in rows:
            for column, (start, end) in enumerate(row.block.cells):
                if column not in row.labelled and _has_digit(self._text[start:end]):
                    printed.setdefault(column, []).append(self._text[start:end])
        return frozenset(
            column
            for column, cells in printed.items()
            if len(cells) >= _SEVERAL and not any("." in cell for cell in cells)
        )

    def _years_named(self, row: TextBlock) -> set[Period]:
        """Return the financial years that the heads over a row's cells name or name a part of."""
        heads = (self._heads.over(row, column) for column in range(1, len(row.cells)))
        return {year_of_budget(head.period) for head in heads if head.period is not None}

    def _years_over(self, row: TextBlock) -> list[Period]:
        """Return the years that head the cells of a row."""
        heads = (self._heads.over(row, column) for column in range(1, len(row.cells)))
        return [head.period for head in heads if head.period is not None and stretches.is_year(head.period)]


@unchanging(frozen=True, slots=True)
class _Row:
    """A row with the cells that name it and their words."""

    block: TextBlock
    labelled: list[int]
    label: HeadWords


def _caption(text: str, reading: Reading) -> str:
    """Return the words over a table: the whole block where it is short, else its last sentence."""
    block = reading.sentence.block
    if block.end - block.start < _LONGEST_CAPTION:
        return text[block.start : block.end]
    return text[reading.sentence.start : reading.sentence.end]


def _of_one_budget(lexicon: Lexicon, row: list[Figure]) -> list[Figure]:
    """Return a row's figures, its amounts all of the budget of its own that one of them is of."""
    own = next((figure.indicator for figure in row if lexicon.is_budget(figure.indicator)), None)
    if own is None:
        return row
    return [
        replace(figure, indicator=own) if figure.unit is Unit.GBP and figure.indicator in GENERAL_BUDGETS else figure
        for figure in row
    ]


def _as_its_parts(total: Figure, parts: list[Figure], years: list[Period]) -> Figure:
    """Return a row's total with the nature that all its parts share, and the years that they take together.

    ``years`` stand over the row's cells: a part that is nothing, and printed as a dash, counts among them.
    """
    alike = [part for part in parts if part.unit is total.unit]
    natures = {part.nature for part in alike}
    periods = [part.period for part in alike if part.period is not None]
    if len(natures) != 1 or not periods or len(periods) != len(alike):
        return total
    told = total.nature not in {Nature.ACTUAL, *natures}
    if told or any(period.kind is PeriodKind.AS_AT for period in periods):
        return total if told else replace(total, nature=natures.pop())
    periods += years
    whole = Period(min(p.start for p in periods), max(p.end for p in periods), PeriodKind.DURING)
    evidence = [each for each in total.evidence if each.field != "period"]
    return replace(
        total,
        nature=natures.pop(),
        period=whole,
        evidence=(*evidence, Evidence("period", "the columns that it adds up", None)),
    )


def _of_the_nature_of(total: Figure, parts: list[Figure]) -> Figure:
    """Return a row's total, dated by the heads, with the nature that all its parts share."""
    natures = {part.nature for part in parts if part.unit is total.unit}
    return replace(total, nature=natures.pop()) if len(natures) == 1 and total.nature is Nature.ACTUAL else total


def _of_all_years(total: Figure, years: list[Period]) -> Figure:
    """Return a total that stands before its parts with the years together that head them."""
    if len(set(years)) < _FEWEST_WITH_TIME:
        return total
    whole = Period(min(year.start for year in years), max(year.end for year in years), PeriodKind.DURING)
    evidence = Evidence("period", "the columns that it adds up", None)
    return replace(total, period=whole, evidence=(*total.evidence, evidence))


def _of_the_time_beside(variance: Figure, parts: list[Figure]) -> Figure:
    """Return a variance with the one year that the figures before it in its row are of, where its head names none.

    So is a forecast, where one of them is a budget.
    """
    alike = [part for part in parts if part.unit is variance.unit]
    if variance.nature is Nature.FORECAST and not any(part.nature is Nature.BUDGET for part in alike):
        return variance
    years = {part.period for part in alike}
    year = next(iter(years)) if len(years) == 1 else None
    if year is None or year == variance.period:
        return variance
    evidence = [each for each in variance.evidence if each.field != "period"]
    return replace(variance, period=year, evidence=(*evidence, Evidence("period", "the columns beside", None)))


def _of_the_year_headed(figure: Figure, years: set[Period]) -> Figure:
    """Return an amount that nothing dates with the one year that the heads of its table are of."""
    if len(years) != 1:
        return figure
    evidence = Evidence("period", "the columns beside", None)
    return replace(figure, period=next(iter(years)), evidence=(*figure.evidence, evidence))


def _has_digit(words: str) -> bool:
    """Tell whether a cell may hold a number, the scale aside that a name may have: "Cost (£000)"."""
    return any(character.isdigit() for character in without_scale(words))


def _labels(cells: list[str], numbered: bool) -> list[int]:
    """Return which cells of a row are its label: the first, and words beside a number that names the row.

    ``numbered`` tells that the first column holds numbers of the rows. A row that is all numbers has no label.
    """
    if not cells:
        return []
    first_is_number = is_number_cell(cells[0])
    if first_is_number and not is_time_cell(cells[0]) and not numbered and len(cells) > 1 and is_number_cell(cells[1]):
        return []
    coded = numbered or first_is_number or _CODE.fullmatch(cells[0]) is not None
    return [0, 1] if coded and len(cells) > 1 and _is_wording(cells[1]) else [0]


_CODE = re.compile(r"[A-Z][A-Z /.-]{0,9}\d{1,4}[a-z]?|\d{1,3}[a-z]", re.ASCII)
"""What numbers a row's measure: "NI 59", "BV 49", "PAF C20", "12b"."""

_WORD = re.compile(r"[^\W\d_]{2,}")


def _is_wording(words: str) -> bool:
    """Tell whether a cell says something in words, which may hold numbers: "Reviews held within 20 days (%)"."""
    if not words or is_number_cell(words) or is_time_cell(words):
        return False
    return not _has_digit(words) or len(_WORD.findall(words)) > 1


def _counts_anyway(words: str, head: str) -> bool:
    """Tell whether a cell that looks like a year counts something: under a head, and no year of our time."""
    if not (words.isdigit() and len(words) == 4 and head) or is_time_cell(head):
        return False
    return int(words) not in _OUR_TIME
