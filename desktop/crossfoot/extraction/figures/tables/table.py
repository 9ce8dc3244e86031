"""Figures of a table: each cell in the light of its row, its column and the words before the table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from crossfoot.extraction.figures.confidence import confidence, support_in_table
from crossfoot.extraction.figures.indicators.budgets import BUDGET_BY_NATURE, GENERAL_BUDGETS, SAVINGS
from crossfoot.extraction.figures.indicators.choice import THRESHOLD, Choice, Kind, choose
from crossfoot.extraction.figures.indicators.silence import names_no_measure
from crossfoot.extraction.figures.layout import TextBlock
from crossfoot.extraction.figures.lexicon import Lexicon
from crossfoot.extraction.figures.numerals import Number
from crossfoot.extraction.figures.periods import stretches
from crossfoot.extraction.figures.periods.dating import REPORTING
from crossfoot.extraction.figures.place import Place
from crossfoot.extraction.figures.reached import Reach
from crossfoot.extraction.figures.reading import Reading
from crossfoot.extraction.figures.tables.cells import CellNumber, numbers_of
from crossfoot.extraction.figures.tables.context import CellContext
from crossfoot.extraction.figures.tables.dating import period_of_cell, year_as_told
from crossfoot.extraction.figures.tables.heads import HeadReader, Heads, HeadWords
from crossfoot.extraction.figures.tables.rows import (
    Table,
    group_rows,
    is_number_cell,
    is_time_cell,
    names_rows,
)
from crossfoot.model import Evidence, Figure, Nature, Period, PeriodKind, Span, Unit

# Weights of a wording by where it stands; see ``indicators.reach`` for those of sentences.
_ROW, _COLUMN, _GROUP, _CAPTION, _TITLE = 8.6, 8.2, 5.6, 4.6, 3.4
_AROUND = frozenset({"words above", "corner"})
_ADDS_UP = re.compile(
    r"(?:grand |sub-?\s?|overall )?totals?\b.*|all\b(?: \w+)?|overall|combined|together|sum"
    r"|(?:whole )?(?:council|authority|service|borough|county)",
    re.IGNORECASE,
)
"""The names of rows that add the others up."""

_SAVES = re.compile(r"\b(?:savings?|efficienc(?:y|ies)|economies)\b", re.IGNORECASE)
_PLANS = frozenset({Nature.PROPOSED, Nature.FORECAST, Nature.TARGET, Nature.BUDGET})
_LONGEST_CAPTION = 200
"""A block that is longer is no caption as a whole: its last sentence is."""
_LONGEST_DATING_SENTENCE = 110
_LONGEST_NOTE = 90
_IS_NOTE = re.compile(r"\W{0,3}(?:notes?\b|(?:all\s+)?(?:figures|amounts|values|numbers)\b)", re.IGNORECASE)
"""How a note begins that says of what kind the figures above it are."""

_OUR_TIME = range(1985, 2036)
"""Years that a cell may name; other numbers of four digits under a head count something."""


def read_table(lexicon: Lexicon, text: str, blocks: list[TextBlock], at: int, place: Place) -> tuple[list[Figure], int]:
    """Return the figures of the table that begins at ``blocks[at]``, and the index behind it."""
    table, behind = group_rows(text, blocks, at)
    above = tuple(place.captions())
    for reading in above:
        reading.prepare(lexicon)
    place.known.last = above[0].focus if above else None
    caption = [_caption(text, reading) for reading in above]
    if behind < len(blocks):
        caption.append(_note_below(text, blocks[behind]))
    place.captioned = True
    setting = _Setting(above, " ".join(caption).strip(), place)
    return list(_Table(lexicon, text, table, setting).figures()), behind


@dataclass(frozen=True, slots=True)
class _Setting:
    """What stands around a table: the sentences ``above``, and the ``caption`` that they make with a note below.

    ``place`` is where the walk through the text stands.
    """

    above: tuple[Reading, ...]
    caption: str
    place: Place


def _note_below(text: str, block: TextBlock) -> str:
    """Return the short note under a table that says what all its figures are, or nothing."""
    words = text[block.start : block.end]
    return words if len(words) < _LONGEST_NOTE and _IS_NOTE.match(words) else ""


class _Table:
    """One table as it is read row by row."""

    def __init__(self, lexicon: Lexicon, text: str, table: Table, setting: _Setting) -> None:
        self._lexicon, self._text, self._setting = lexicon, text, setting
        self._body = table.body
        self._reader = HeadReader(lexicon, text, setting.place.known)
        self._heads = Heads(self._reader, text, table)

    def figures(self) -> Iterator[Figure]:
        """Yield the figures of all rows; a row without digits heads the group of those below it."""
        group = HeadWords()
        rows = [_Row(row, *self._labelled(row)) for row in self._body]
        by_rows = frozenset(name for row in rows for name in _named_by(self._lexicon, row.label))
        above: str | None = None
        columns: dict[int, list[Figure]] = {}
        for row in rows:
            if any(_has_digit(self._text[a:b]) for i, (a, b) in enumerate(row.block.cells) if i not in row.labelled):
                for figure in self._figures_of_row(row, _Rows(group, by_rows, above, columns)):
                    above = figure.indicator
                    yield figure
            else:
                group = row.label

    def _labelled(self, row: TextBlock) -> tuple[list[int], HeadWords]:
        """Return which cells of a row name it, and their words."""
        cells = [self._text[start:end] for start, end in row.cells]
        labelled = _labels(cells, names_rows(self._heads.corner.text))
        return labelled, self._reader.words([row.cells[i] for i in labelled], row)

    def _figures_of_row(self, named: _Row, others: _Rows) -> Iterator[Figure]:
        """Yield the figures of one row, in the light of the ``others``."""
        row, labelled, label = named.block, named.labelled, named.label
        parts: list[Figure] = []
        for column, cell in enumerate(row.cells):
            words = self._text[cell[0] : cell[1]]
            head = self._heads.over(row, column)
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
                starred=_is_starred(self._text, row, labelled),
                heads=self._heads.text,
            )
            for found in numbers_of(self._text, row, cell, around):
                figure = _Cell(self._lexicon, found, around, others, column, self._setting.place).figure(self._text)
                if _TOTAL.match(head.text):
                    figure = _as_its_parts(figure, parts)
                parts.append(figure)
                others.columns.setdefault(column, []).append(figure)
                yield figure


@dataclass(frozen=True, slots=True)
class _Row:
    """A row with the cells that name it and their words."""

    block: TextBlock
    labelled: list[int]
    label: HeadWords


@dataclass(frozen=True, slots=True)
class _Rows:
    """What the other rows tell of one.

    ``group`` heads the rows below it; ``names`` are the indicators that rows of the table name: words above the table
    that name one of them speak of that row, not of the others. ``above`` is the indicator of the row above,
    ``columns`` the figures of each column down to it.
    """

    group: HeadWords
    names: frozenset[str]
    above: str | None
    columns: dict[int, list[Figure]]


@dataclass(frozen=True, slots=True)
class _Cell:
    """One number of a cell, in the light of what stands around it."""

    lexicon: Lexicon
    found: CellNumber
    around: CellContext
    rows: _Rows
    column: int
    place: Place

    @property
    def _number(self) -> Number:
        """Return the number itself."""
        return self.found.number

    def figure(self, text: str) -> Figure:
        """Return the figure."""
        n, around = self._number, self.around
        period, source = _period(around)
        nature = self._nature(period, source)
        choices = [
            choice
            for choice in choose(self.lexicon, Kind.of(n, n.unit, nature), list(_reaches(around)))
            if choice.zone not in _AROUND or choice.indicator not in self.rows.names
        ]
        best = choices[0] if choices and choices[0].weight >= THRESHOLD else None
        indicator = self._indicator(nature, choices, best)
        if period is not None:
            measure = self.lexicon.indicators[indicator].measure if indicator is not None else None
            period = period_of_cell((period, source), around, n, nature, measure)
        span = Span(self.found.start, self.found.end)
        evidence = [Evidence("value", n.form.value, span)]
        if best is not None and indicator == best.indicator:
            evidence.append(Evidence("indicator", best.zone, Span(best.start, best.end)))
        if period is not None:
            evidence.append(Evidence("period", source, None))
        subject = (words.text for words in (around.label, around.head, around.group) if words.text and _names(words))
        identifier, section = self.place.identities.of(span)
        return Figure(
            id=identifier,
            span=span,
            quote=span.cut(text),
            value=n.value,
            step=n.step,
            unit=n.unit,
            indicator=indicator,
            label=around.label.text or around.head.text,
            subject=", ".join(dict.fromkeys(subject)),
            period=period,
            nature=nature,
            section=section,
            confidence=confidence(support_in_table(dated_here=source != REPORTING)),
            rule="table cell",
            evidence=tuple(evidence),
        )

    def _nature(self, period: Period | None, source: str) -> Nature:
        """Return the nature that column, row or group tell, or the words above where the column has no head."""
        n, around = self._number, self.around
        if n.unit is Unit.PERCENTAGE_POINTS:
            return Nature.CHANGE
        holds_on_a_day = source == "column" and period is not None and period.kind is PeriodKind.AS_AT
        row = around.label.nature
        if holds_on_a_day and row in {Nature.BUDGET, Nature.VARIANCE}:
            row = None  # the name of a reserve or of a deficit that is carried: its balance on that day
        nature = around.head.nature or row or around.group.nature
        if nature is None and _is_bare(around.head):
            nature = _nature_above(around)
        of_money = nature in {Nature.BUDGET, Nature.VARIANCE} and _VARIANCE_HEAD.search(around.head.text) is None
        if nature is None or (of_money and n.unit not in {Unit.GBP, Unit.PERCENT}):
            nature = Nature.ACTUAL
        dated_ahead = (
            source in {"column", "row"}
            and period is not None
            and around.known.meeting is not None
            and (
                period.start > around.known.meeting
                or (n.money and stretches.is_year(period) and period.end > around.known.meeting)
            )
        )
        if nature is Nature.ACTUAL and dated_ahead:
            return self._planned(period)
        return nature

    def _planned(self, period: Period | None) -> Nature:
        """Return what a number of a time to come is: a charge with its pence is proposed, an amount budgeted."""
        n, meeting = self._number, self.around.known.meeting
        if not n.money or (period is not None and period.kind is PeriodKind.AS_AT):
            return Nature.FORECAST
        if _SAVES.search(f"{self.around.corner.text} {self.around.group.text} {self.around.caption}"):
            return Nature.PROPOSED
        if n.step >= 1:
            return Nature.BUDGET
        ahead = period is not None and meeting is not None and period.start > meeting
        return Nature.PROPOSED if ahead else Nature.ACTUAL

    def _indicator(self, nature: Nature, choices: list[Choice], best: Choice | None) -> str | None:
        """Return the indicator: for money a special one that the row names, or the kind of plan."""
        if self._number.money and self._is_of_savings(choices):
            return SAVINGS
        if self._number.money:
            near = {"row", "column", "row above"}
            own = next((c for c in choices if c.zone in near and c.indicator not in GENERAL_BUDGETS), None)
            if own is not None and own.zone != "column":
                return own.indicator
            if nature in BUDGET_BY_NATURE:
                general = BUDGET_BY_NATURE[nature]
                return general if _speaks_of_budgets(choices, general) else _outside_budgets(choices)
        if _ADDS_UP.fullmatch(self.around.label.text) and (best is None or (best.zone in _AROUND and self.rows.names)):
            said = self.place.by_value.get((self._number.value, self._number.unit))
            if said is not None:
                return said.indicator
            return best.indicator if best is not None and self._sums_up_the_column() else None
        if best is None or best.zone in _AROUND:
            return self._akin_to_row_above() or (best.indicator if best is not None else None)
        return best.indicator

    def _is_of_savings(self, choices: list[Choice]) -> bool:
        """Tell whether the words around the table say that its amounts are saved, whichever budgets its rows name."""
        if not (_is_bare(self.around.head) or _TOTAL.match(self.around.head.text)):
            return False
        around = {c.indicator for c in choices if c.zone in _AROUND or c.zone == "row above"}
        return SAVINGS in around and _SAVES.search(f"{self.around.caption} {self.around.group.text}") is not None

    def _sums_up_the_column(self) -> bool:
        """Tell whether the number is the sum of the column above it, so that the table is of one thing in parts."""
        parts = self.rows.columns.get(self.column, [])
        slack = self._number.step * len(parts) / 2
        return len(parts) > 1 and abs(sum(part.value for part in parts) - self._number.value) <= slack

    def _akin_to_row_above(self) -> str | None:
        """Return the rate or share of what the row above counts, where this row's name only says that it is one."""
        label, above = self.around.label.sentence, self.rows.above
        if above is None or label is None or not names_no_measure(label) or is_time_cell(self.around.label.text):
            return None
        kind = Kind.of(self._number, self._number.unit, Nature.ACTUAL)
        return next((key for key in self.lexicon.kin[above] if key != above and kind.suits(self.lexicon, key)), None)


def _speaks_of_budgets(choices: list[Choice], general: str) -> bool:
    """Tell whether head or row name a budget, a forecast, spending or a variance, or the words above this very one."""
    return any(
        c.indicator in GENERAL_BUDGETS and c.weight >= THRESHOLD and (c.zone not in _AROUND or c.indicator == general)
        for c in choices
    )


def _outside_budgets(choices: list[Choice]) -> str | None:
    """Return what the words around a table name that is no budget: "savings", "capital cost"."""
    named = (c.indicator for c in choices if c.indicator not in GENERAL_BUDGETS and c.weight >= THRESHOLD)
    return next(named, None)


def _is_bare(head: HeadWords) -> bool:
    """Tell whether a column has no head, or one that names a time and a unit alone."""
    return head.sentence is None or (head.period is not None and names_no_measure(head.sentence))


def _names(words: HeadWords) -> bool:
    """Tell whether the words of a head are more than a time, which the figure's period tells."""
    return words.period is None or words.sentence is None or not names_no_measure(words.sentence)


def _named_by(lexicon: Lexicon, label: HeadWords) -> Iterator[str]:
    """Yield the indicators that a row's name names by itself."""
    for mention in label.mentions:
        yield from (w.indicator for w in lexicon.wordings_of[mention.phrase] if len(w.phrases) == 1)


def _reaches(around: CellContext) -> Iterator[Reach]:
    """Yield the wordings of row, column, group, corner and caption with their weights."""
    for words, weight, zone in (
        (around.label, _ROW, "row"),
        (around.head, _COLUMN, "column"),
        (around.group, _GROUP, "row above"),
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


def _nature_above(around: CellContext) -> Nature | None:
    """Return the nature that the words right above a table give all its cells, or None."""
    if not around.above:
        return None
    return next((cue.nature for cue in reversed(around.above[0].cues) if cue.nature in _PLANS), None)


def _period(around: CellContext) -> tuple[Period | None, str]:
    """Return a cell's period, and where it was found: column, row, group, words above, or the record."""
    for words, source in ((around.head, "column"), (around.label, "row"), (around.group, "row above")):
        if words.period is not None:
            return year_as_told(words.period, f"{around.corner.text} {around.caption}"), source
    if around.above:
        reading = around.above[0]
        s = reading.sentence
        opens = s.text[max(s.start, s.end - 3) : s.end].rstrip("-–— *").endswith(":")
        if reading.focus is not None and (opens or s.end - s.start < _LONGEST_DATING_SENTENCE):
            return reading.focus, "words above"
    return around.known.reporting, REPORTING


def _caption(text: str, reading: Reading) -> str:
    """Return the words over a table: the whole block where it is short, else its last sentence."""
    block = reading.sentence.block
    if block.end - block.start < _LONGEST_CAPTION:
        return text[block.start : block.end]
    return text[reading.sentence.start : reading.sentence.end]


_VARIANCE_HEAD = re.compile(r"\b(?:variance|gap)\b", re.IGNORECASE)
"""Heads that make a difference of a count too, not of money alone."""

_TOTAL = re.compile(r"(?:grand\s+)?total\b", re.IGNORECASE)


def _as_its_parts(total: Figure, parts: list[Figure]) -> Figure:
    """Return a row's total with the nature that all its parts share, and the years that they take together."""
    alike = [part for part in parts if part.unit is total.unit]
    natures = {part.nature for part in alike}
    periods = [part.period for part in alike if part.period is not None]
    if total.nature is not Nature.ACTUAL or len(natures) != 1 or not periods or len(periods) != len(alike):
        return total
    if any(period.kind is PeriodKind.AS_AT for period in periods):
        return replace(total, nature=natures.pop())
    whole = Period(min(p.start for p in periods), max(p.end for p in periods), PeriodKind.DURING)
    evidence = [each for each in total.evidence if each.field != "period"]
    return replace(
        total,
        nature=natures.pop(),
        period=whole,
        evidence=(*evidence, Evidence("period", "the columns that it adds up", None)),
    )


def _is_starred(text: str, row: TextBlock, labelled: list[int]) -> bool:
    """Tell whether a star stands in or right behind the cells that name a row."""
    if not labelled:
        return False
    start, end = row.cells[labelled[0]][0], row.cells[labelled[-1]][1]
    return "*" in text[max(row.start, start - 1) : min(row.end, end + 3)]


def _has_digit(words: str) -> bool:
    """Tell whether a cell may hold a number."""
    return any(character.isdigit() for character in words)


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
