"""Figures of a table: each cell in the light of its row, its column and the words before the table."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from crossfoot.extraction.figures import calendar
from crossfoot.extraction.figures.choice import Reach, choose
from crossfoot.extraction.figures.exclusions import masks
from crossfoot.extraction.figures.layout import TextBlock
from crossfoot.extraction.figures.lexicon import Lexicon, Mention
from crossfoot.extraction.figures.natures import cues_of
from crossfoot.extraction.figures.numbers import Form, Number, number_at
from crossfoot.extraction.figures.periods import Calendar, When, find_whens
from crossfoot.extraction.figures.reading import Reading
from crossfoot.extraction.figures.sentences import Sentence
from crossfoot.extraction.figures.tables import (
    Table,
    column_of,
    group_rows,
    is_number_cell,
    is_time_cell,
    multiplier,
    names_rows,
)
from crossfoot.extraction.figures.tokens import Kind, stem, tokens_of
from crossfoot.extraction.figures.words import MONTHS
from crossfoot.model import (
    Evidence,
    Figure,
    Measure,
    Nature,
    Period,
    PeriodKind,
    Qualifier,
    Span,
    Unit,
)

_ROW, _COLUMN, _CAPTION, _TITLE = 8.6, 8.2, 4.6, 3.4
_PERCENT_HEAD = re.compile(r"%|\bper\s?cent|percentage|proportion|\bshare\b", re.IGNORECASE)
_MONEY_HEAD = re.compile(
    r"£|\b(?:budget|outturn|spend|cost|forecast\s+spend|expenditure|income|gross|net|variance|grant)\b", re.IGNORECASE
)
_RATE_HEAD = re.compile(r"per\s+10,?000", re.IGNORECASE)
_FTE_HEAD = re.compile(r"\b(?:fte|wte|full[\s-]time\s+equivalent)s?\b", re.IGNORECASE)
_TIME_HEAD = re.compile(r"\b(days|weeks|months|years)\b", re.IGNORECASE)
_CHANGE_HEAD = re.compile(
    r"\b(?:change|movement|increase|decrease|difference|direction|growth|trend)\b|\+/-|\+\s?/\s?[-−]", re.IGNORECASE
)
_AGE_HEAD = re.compile(r"^\s*ages?\b|\bage\s+(?:group|band)", re.IGNORECASE)
_RATE_NOT_COUNT = re.compile(r"\brate\b", re.IGNORECASE)


_COUNT_HEAD = re.compile(
    r"\b(?:numbers?|no\.|count|cohort|roll|places|headcount|cases|population|total\s+(?:children|pupils|number))\b",
    re.IGNORECASE,
)
_COUNT_LABEL = re.compile(r"\b(?:number\s+of|no\.\s+of|numbers|headcount|count)\b", re.IGNORECASE)
_PERCENT_CAPTION = re.compile(
    r"(?:^|[.:]\s*|table\s+\w+[.:–-]?\s*)(?:%|percentages?\b|proportions?\b)|\(\s*%\s*\)|\bper cent\)", re.IGNORECASE
)
_BOUNDED = re.compile(
    r"within|under|over|more than|longer|%|(?:two|three|\d+)\s+(?:years?|weeks?|days?|months?)", re.IGNORECASE
)
_SHORT_MONTH = re.compile(
    r"\b(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?[\s'’-]+(\d{2})\b(?!\s*\d)", re.IGNORECASE
)


@dataclass(slots=True)
class _Words:
    """The words of a row label, a column head or a caption, with what they speak of."""

    text: str
    start: int
    end: int
    sentence: Sentence | None
    mentions: list[Mention]
    whens: list[When]
    nature: Nature | None

    @property
    def period(self) -> Period | None:
        """Return the period that the words name, or None."""
        dated = [w.period for w in self.whens if w.period is not None]
        return dated[-1] if dated else None


_NOTHING = _Words("", 0, 0, None, [], [], None)


@dataclass(slots=True)
class _Around:
    """What a cell is read by: its row, its column, the corner, the row above it that heads a group, the caption.

    ``money`` tells that the column carries a pound sign elsewhere.
    """

    label: _Words
    head: _Words
    corner: _Words
    group: _Words | None
    above: list[Reading]
    caption: str
    money: bool


def _words(lexicon: Lexicon, text: str, ranges: list[tuple[int, int]], block: TextBlock, known: Calendar) -> _Words:
    """Return what the words of a cell, or of several header cells of a column, speak of."""
    ranges = [(a, b) for a, b in ranges if a < b]
    if not ranges:
        return _NOTHING
    start, end = ranges[0][0], ranges[-1][1]
    tokens = tokens_of(text, ranges)
    sentence = Sentence(text, block, tokens, [stem(t.low) if t.kind is Kind.WORD else t.low for t in tokens], 0)
    whens: list[When] = []
    cues: list[Nature] = []
    for a, b in ranges:
        short = _SHORT_MONTH.search(text, a, b)
        if short is not None:
            year = int(short.group(2)) + (2000 if int(short.group(2)) < 70 else 1900)
            whens.append(
                When(
                    Span(short.start(), short.end()),
                    "month and year",
                    calendar.month(year, MONTHS[short.group(1).lower()]),
                )
            )
        else:
            whens += find_whens(text, a, b, known)
        cues += [c.nature for c in cues_of(text, a, b)]
    words = " ".join(text[a:b].strip() for a, b in ranges)
    nature = (
        Nature.CHANGE
        if _CHANGE_HEAD.search(words)
        else next(
            (
                c
                for c in (
                    Nature.VARIANCE,
                    Nature.TARGET,
                    Nature.BENCHMARK,
                    Nature.FORECAST,
                    Nature.ACTUAL,
                    Nature.PROPOSED,
                    Nature.BUDGET,
                )
                if c in cues
            ),
            None,
        )
    )
    return _Words(
        " ".join(words.split()), start, end, sentence, lexicon.mentions(sentence) if tokens else [], whens, nature
    )


def read_table(
    lexicon: Lexicon,
    text: str,
    blocks: list[TextBlock],
    at: int,
    above: list[Reading],
    known: Calendar,
) -> tuple[list[Figure], int]:
    """Return the figures of the table that begins at ``blocks[at]``, and the index behind it.

    ``above`` are the sentences over the table, the nearest first.
    """
    table, behind = group_rows(text, blocks, at)
    for reading in above:
        reading.prepare(lexicon)
    known.last = next((r.focus for r in above[:1] if r.focus is not None), None)
    body = table.rows[table.header :]
    heads = _Heads(lexicon, text, table, known)
    figures: list[Figure] = []
    group: _Words | None = None
    caption = " ".join(_caption(text, r) for r in above)
    for row in body:
        cells = [text[a:b] for a, b in row.cells]
        labelled = _labels(cells, names_rows(heads.corner.text))
        label = _words(lexicon, text, [row.cells[i] for i in labelled], row, known)
        if not any(any(ch.isdigit() for ch in c) for i, c in enumerate(cells) if i not in labelled):
            group = label if label.text else None
            continue
        for c, place in enumerate(row.cells):
            head = heads.over(row, c)
            if c in labelled or not any(ch.isdigit() for ch in cells[c]) or names_rows(head.text):
                continue
            if is_time_cell(cells[c]) and not _counts_anyway(cells[c], head.text):
                continue
            around = _Around(label, head, heads.corner, group, above, caption, heads.money(row, c))
            figures += _cell(lexicon, text, row, place, around, known)
    return figures, behind


def _caption(text: str, reading: Reading) -> str:
    """Return the words over a table: the whole block where it is short, else its last sentence."""
    block = reading.sentence.block
    if block.end - block.start < 200:
        return text[block.start : block.end]
    return text[reading.sentence.start : reading.sentence.end]


class _Heads:
    """The heads of a table's columns, read once for each column."""

    def __init__(self, lexicon: Lexicon, text: str, table: Table, known: Calendar) -> None:
        self._lexicon, self._text, self._known = lexicon, text, known
        self._header = table.rows[: table.header]
        self._read: dict[tuple[int | None, ...], _Words] = {}
        self._money: dict[int, bool] = {}
        for row in table.rows[table.header :]:
            for c, (a, b) in enumerate(row.cells):
                if "£" in text[a:b]:
                    self._money[c] = True
        first = [r.cells[0] for r in self._header if r.cells and not is_time_cell(text[r.cells[0][0] : r.cells[0][1]])]
        self.corner = _words(lexicon, text, first[:1], self._header[0], known) if first else _NOTHING

    def over(self, row: TextBlock, cell: int) -> _Words:
        """Return the head over a cell; empty words where the table has none."""
        key = tuple(column_of(self._text, row, cell, header) for header in self._header)
        found = self._read.get(key)
        if found is None:
            ranges = [h.cells[k] for h, k in zip(self._header, key, strict=True) if k is not None]
            found = _words(self._lexicon, self._text, ranges, self._header[0], self._known) if ranges else _NOTHING
            self._read[key] = found
        return found

    def money(self, row: TextBlock, cell: int) -> bool:
        """Tell whether another cell of the column carries a pound sign."""
        return self._money.get(cell, False)


def _labels(cells: list[str], named: bool) -> list[int]:
    """Return which cells of a row are its label: the first, and words beside a number that names the row."""
    if not cells:
        return []
    labelled = (
        []
        if is_number_cell(cells[0])
        and not is_time_cell(cells[0])
        and not named
        and len(cells) > 1
        and is_number_cell(cells[1])
        else [0]
    )
    if (
        labelled
        and len(cells) > 1
        and (named or is_number_cell(cells[0]))
        and cells[1]
        and not any(ch.isdigit() for ch in cells[1])
    ):
        labelled.append(1)
    return labelled


def _counts_anyway(words: str, head: str) -> bool:
    """Tell whether a cell that looks like a year counts something: under a head, and no year of our time."""
    return (
        words.isdigit() and len(words) == 4 and bool(head) and not is_time_cell(head) and not 1985 <= int(words) <= 2035
    )


def _cell(
    lexicon: Lexicon,
    text: str,
    row: TextBlock,
    cell: tuple[int, int],
    around: _Around,
    known: Calendar,
) -> list[Figure]:
    """Return the figures of one cell: usually one, two in "45 (12%)"."""
    tokens = tokens_of(text, [cell])
    s = Sentence(text, row, tokens, [stem(t.low) if t.kind is Kind.WORD else t.low for t in tokens], 0)
    figures: list[Figure] = []
    i = 0
    taken = [(w.span.start, w.span.end) for w in find_whens(text, *cell, known)] if len(tokens) > 1 else []
    taken += masks(text, *cell)
    words = sum(
        t.kind is Kind.WORD
        and t.low
        not in {"per", "cent", "million", "days", "weeks", "months", "years", "m", "k", "fte", "p", "to", "of", "out"}
        for t in tokens
    )
    if words > 2:
        return []
    while i < len(tokens):
        number = number_at(tokens, i) if tokens[i].kind is not Kind.WORD else None
        if number is None or number.form is not Form.DIGITS:
            i += 1
            continue
        i = number.last
        first, last = number.first, number.last
        if any(a <= tokens[number.core].start < b for a, b in taken):
            continue
        if number.unit is None and i + 1 < len(tokens) and tokens[i].low in {"-", "–", "—", "to"}:
            following = number_at(tokens, i + 1) if tokens[i + 1].kind is not Kind.WORD else None
            if following is not None and following.unit is not None:
                number.unit = following.unit
        if first > 0 and tokens[first - 1].low in "+-−–" and not number.negative:
            if tokens[first - 1].low != "+" and (first == 1 or tokens[first - 2].low == "("):
                number.value, number.negative = -number.value, True
            first -= 1
        bracket = first > 0 and tokens[first - 1].low == "(" and last < len(tokens) and tokens[last].low == ")"
        if (bracket and first == 1 and not number.negative and number.unit is not Unit.PERCENT) or (bracket and first == 1 and number.unit is Unit.PERCENT and len(tokens) == last + 1):
            number.value = -number.value
            first, last, i = first - 1, last + 1, last + 1
        unit, scale = _unit(number, around)
        if unit is Unit.GBP:
            number.money = True
            if scale > 1 and number.scale == 1:
                number.value, number.step = number.value * scale, number.step * scale
        number.unit = unit
        figures.append(_figure(lexicon, text, s, number, first, last, unit, around, known))
    return figures


def _unit(n: Number, around: _Around) -> tuple[Unit | None, Decimal]:
    """Return a cell's unit and what its column multiplies it by."""
    head, label, corner = around.head.text, around.label.text, around.corner.text
    group = around.group.text if around.group is not None else ""
    one = Decimal(1)
    scale = next((m for m in map(multiplier, (head, label, group, corner)) if m > 1), one)
    if n.unit is not None:
        return n.unit, scale if n.unit is Unit.GBP and n.scale == 1 and not n.money else one
    if n.money:
        return Unit.GBP, scale
    if _PERCENT_HEAD.search(head) and "£" not in head:
        return Unit.PERCENT, one
    if _COUNT_HEAD.search(head):
        return Unit.COUNT, one
    if _PERCENT_HEAD.search(label) and "£" not in head:
        return Unit.PERCENT, one
    own = f"{head} {label} {group}"
    if _RATE_HEAD.search(own):
        return Unit.RATE_PER_10000, one
    if "£" in own or scale > 1:
        return Unit.GBP, scale
    if _FTE_HEAD.search(own):
        return Unit.FTE, one
    if "score" in own.lower():
        return Unit.SCORE, one
    time = _TIME_HEAD.search(own)
    if time and not _BOUNDED.search(own):
        return Unit(time.group(1).lower()), one
    if _COUNT_LABEL.search(label):
        return Unit.COUNT, one
    if around.money:
        return Unit.GBP, one
    outer = multiplier(around.caption)
    if outer > 1 or ("£" in around.caption and _MONEY_HEAD.search(own)):
        return Unit.GBP, outer
    if "£" in corner:
        return Unit.GBP, one
    if (_PERCENT_HEAD.search(corner) or _PERCENT_CAPTION.search(around.caption)) and n.value <= 100:
        return Unit.PERCENT, one
    if _FTE_HEAD.search(f"{corner} {around.caption}") and "caseload" not in head.lower():
        return Unit.FTE, one
    if _RATE_HEAD.search(f"{corner} {around.caption}"):
        return Unit.RATE_PER_10000, one
    if "caseload" in f"{own} {around.caption}".lower() and n.step < 1:
        return None, one
    return Unit.COUNT, one


def _figure(
    lexicon: Lexicon,
    text: str,
    s: Sentence,
    n: Number,
    first: int,
    last: int,
    unit: Unit | None,
    around: _Around,
    known: Calendar,
) -> Figure:
    """Return one figure of a table."""
    label, head, group, above = around.label, around.head, around.group, around.above
    nature = head.nature or label.nature or (group.nature if group else None)
    if nature is None and not head.text:
        nature = _caption_nature(above)
    if nature is None or (
        nature in {Nature.BUDGET, Nature.VARIANCE} and unit is not Unit.GBP and unit is not Unit.PERCENT
    ):
        nature = Nature.ACTUAL
    if unit is Unit.PERCENTAGE_POINTS:
        nature = Nature.CHANGE
    period, source = _period(label, head, group, above, known)
    if (
        nature is Nature.ACTUAL
        and period is not None
        and source in {"column", "row"}
        and known.meeting is not None
        and period.start > known.meeting
    ):
        nature = Nature.BUDGET if n.money else Nature.FORECAST
    reaches: list[Reach] = []
    for words, weight, zone in (
        (label, _ROW, "row"),
        (head, _COLUMN, "column"),
        (group, _CAPTION + 1, "row above"),
        (around.corner, _CAPTION, "corner"),
    ):
        if words is None or words.sentence is None:
            continue
        tokens = words.sentence.tokens
        reaches += [Reach(m, weight, tokens[m.first].start, tokens[m.last - 1].end, zone) for m in words.mentions]
    for age, reading in enumerate(above):
        tokens = reading.sentence.tokens
        reaches += [
            Reach(m, (_CAPTION if age == 0 else _TITLE), tokens[m.first].start, tokens[m.last - 1].end, "words above")
            for m in reading.mentions
        ]
    choices = choose(lexicon, n, unit, nature, reaches)
    best = choices[0] if choices and choices[0].weight >= 4.9 else None
    indicator = best.indicator if best else None
    if n.money:
        generic = {
            Nature.BUDGET: "approved_budget",
            Nature.FORECAST: "projected_outturn",
            Nature.VARIANCE: "budget_variance",
        }.get(nature)
        specific = next(
            (
                c
                for c in choices
                if c.zone in {"row", "column", "row above"}
                and c.indicator not in {"approved_budget", "projected_outturn", "budget_variance", "outturn"}
            ),
            None,
        )
        if specific is not None and specific.zone != "column":
            indicator = specific.indicator
        elif generic is not None:
            indicator = generic
    if (
        period is not None
        and indicator is not None
        and source == "reporting period"
        and period.kind is PeriodKind.DURING
        and lexicon.indicators[indicator].measure in {Measure.STOCK, Measure.RATIO_OF_STOCK}
    ):
        period = calendar.as_at(period.end)
    start, end = s.tokens[first].start, s.tokens[last - 1].end
    evidence = [Evidence("value", n.form.value, Span(start, end))]
    if best is not None and indicator == best.indicator:
        evidence.append(Evidence("indicator", best.zone, Span(best.start, best.end)))
    if period is not None:
        evidence.append(Evidence("period", source, None))
    subject = ", ".join(dict.fromkeys(w.text for w in (label, head, group) if w is not None and w.text))
    return Figure(
        id="",
        span=Span(start, end),
        quote=text[start:end],
        value=n.value,
        step=n.step,
        unit=unit,
        indicator=indicator,
        label=label.text or head.text,
        subject=subject,
        period=period,
        nature=nature,
        qualifier=Qualifier.NONE,
        confidence=0.93 if indicator else 0.88,
        rule="table cell",
        evidence=tuple(evidence),
    )


def _caption_nature(above: list[Reading]) -> Nature | None:
    """Return the nature that the words right above a table give all its cells, or None."""
    if not above:
        return None
    natures = [
        c.nature for c in above[0].cues if c.nature in {Nature.PROPOSED, Nature.FORECAST, Nature.TARGET, Nature.BUDGET}
    ]
    return natures[-1] if natures else None


def _period(
    label: _Words, head: _Words, group: _Words | None, above: list[Reading], known: Calendar
) -> tuple[Period | None, str]:
    """Return a cell's period: of its column, its row, or the words above the table."""
    for words, source in ((head, "column"), (label, "row"), (group, "row above")):
        if words is not None and words.period is not None:
            return words.period, source
    for reading in above[:1]:
        words = reading.sentence
        opens = words.text[max(words.start, words.end - 3) : words.end].rstrip("-–— *").endswith(":")
        if reading.focus is not None and (opens or words.end - words.start < 110):
            return reading.focus, "words above"
    return known.reporting, "reporting period"
