"""Figures of a table: each cell in the light of its row, its column and the words before the table."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from crossfoot.extraction.figures import calendar
from crossfoot.extraction.figures.choice import Reach, choose
from crossfoot.extraction.figures.layout import TextBlock
from crossfoot.extraction.figures.lexicon import Lexicon, Mention
from crossfoot.extraction.figures.natures import cues_of
from crossfoot.extraction.figures.numbers import Form, Number, number_at
from crossfoot.extraction.figures.periods import Calendar, When, find_whens
from crossfoot.extraction.figures.reading import Reading
from crossfoot.extraction.figures.sentences import Sentence
from crossfoot.extraction.figures.tables import Table, group_rows, is_number_cell, is_time_cell, multiplier, names_rows
from crossfoot.extraction.figures.tokens import Kind, stem, tokens_of
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
_MONEY_HEAD = re.compile(r"£|\b(?:budget|outturn|spend|cost|forecast\s+spend|expenditure|income|gross|net|variance|grant)\b", re.IGNORECASE)
_RATE_HEAD = re.compile(r"per\s+10,?000", re.IGNORECASE)
_FTE_HEAD = re.compile(r"\b(?:fte|wte|full[\s-]time\s+equivalent)s?\b", re.IGNORECASE)
_TIME_HEAD = re.compile(r"\b(days|weeks|months|years)\b", re.IGNORECASE)
_CHANGE_HEAD = re.compile(r"\b(?:change|movement|increase|decrease|difference|direction|growth|trend)\b|\+/-|\+\s?/\s?[-−]", re.IGNORECASE)
_AGE_HEAD = re.compile(r"^\s*ages?\b|\bage\s+(?:group|band)", re.IGNORECASE)
_RATE_NOT_COUNT = re.compile(r"\brate\b", re.IGNORECASE)


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


def _words(lexicon: Lexicon, text: str, ranges: list[tuple[int, int]], block: TextBlock, known: Calendar) -> _Words:
    """Return what the words of a cell, or of several header cells of a column, speak of."""
    ranges = [(a, b) for a, b in ranges if a < b]
    if not ranges:
        return _Words("", 0, 0, None, [], [], None)
    start, end = ranges[0][0], ranges[-1][1]
    tokens = tokens_of(text, ranges)
    sentence = Sentence(text, block, tokens, [stem(t.low) if t.kind is Kind.WORD else t.low for t in tokens], 0)
    whens: list[When] = []
    cues: list[Nature] = []
    for a, b in ranges:
        whens += find_whens(text, a, b, known)
        cues += [c.nature for c in cues_of(text, a, b)]
    words = " ".join(text[a:b].strip() for a, b in ranges)
    nature = Nature.CHANGE if _CHANGE_HEAD.search(words) else next((c for c in (Nature.VARIANCE, Nature.TARGET, Nature.BENCHMARK, Nature.FORECAST, Nature.ACTUAL, Nature.PROPOSED, Nature.BUDGET) if c in cues), None)
    return _Words(" ".join(words.split()), start, end, sentence, lexicon.mentions(sentence) if tokens else [], whens, nature)


def read_table(
    lexicon: Lexicon,
    text: str,
    blocks: list[TextBlock],
    at: int,
    caption: Reading | None,
    heading: Reading | None,
    known: Calendar,
) -> tuple[list[Figure], int]:
    """Return the figures of the table that begins at ``blocks[at]``, and the index behind it."""
    table, behind = group_rows(text, blocks, at)
    figures: list[Figure] = []
    width = max(len(row.cells) for row in table.rows)
    heads = [
        _words(lexicon, text, [row.cells[c] for row in table.rows[: table.header] if c < len(row.cells)], table.rows[0], known)
        for c in range(width)
    ]
    above = _above(lexicon, caption, heading)
    held_label: _Words | None = None
    named = names_rows(heads[0].text) if heads else False
    for row in table.rows[table.header :]:
        cells = [text[a:b] for a, b in row.cells]
        labels = [i for i, words in enumerate(cells) if words and not is_number_cell(words)]
        if not labels and not is_time_cell(cells[0]) and not named:
            if heads[0].text and (not is_number_cell(cells[0])):
                continue
        label_ranges = [row.cells[i] for i in labels if i < 2 and (i == 0 or (0 in labels or named))]
        if is_time_cell(cells[0]) and row.cells[0] not in label_ranges:
            label_ranges = [row.cells[0], *label_ranges]
        label = _words(lexicon, text, label_ranges, row, known)
        if not any(is_number_cell(c) for c in cells[1:]):
            if len(row.cells) == 1 or not any(any(ch.isdigit() for ch in c) for c in cells[1:]):
                held_label = label
                continue
        for c, (a, b) in enumerate(row.cells):
            words = text[a:b]
            if (a, b) in label_ranges or not any(ch.isdigit() for ch in words):
                continue
            head = heads[c] if c < len(heads) else heads[-1]
            if (c == 0 and (named or is_time_cell(words) or (heads[0].text and not head.mentions and not _MONEY_HEAD.search(head.text)))) or names_rows(head.text):
                continue
            if is_time_cell(words) and not (words.isdigit() and len(words) == 4 and head.text and not is_time_cell(head.text) and not 1990 <= int(words) <= 2035):
                continue
            figures += _cell(lexicon, text, row, (a, b), label, head, held_label, above, known, heads)
    return figures, behind


def _above(lexicon: Lexicon, caption: Reading | None, heading: Reading | None) -> list[Reading]:
    """Return the sentences that stand over a table, the nearest first."""
    above = [r for r in (caption, heading) if r is not None]
    for reading in above:
        reading.prepare(lexicon)
    return list(dict.fromkeys(map(id, above))) and [r for i, r in enumerate(above) if r not in above[:i]]


def _cell(
    lexicon: Lexicon,
    text: str,
    row: TextBlock,
    cell: tuple[int, int],
    label: _Words,
    head: _Words,
    group: _Words | None,
    above: list[Reading],
    known: Calendar,
    heads: list[_Words],
) -> list[Figure]:
    """Return the figures of one cell: usually one, two in "45 (12%)"."""
    tokens = tokens_of(text, [cell])
    s = Sentence(text, row, tokens, [stem(t.low) if t.kind is Kind.WORD else t.low for t in tokens], 0)
    caption_text = " ".join(r.sentence.text[r.sentence.start : r.sentence.end] for r in above[:1])
    figures: list[Figure] = []
    i = 0
    words = sum(t.kind is Kind.WORD and t.low not in {"per", "cent", "million", "days", "weeks", "months", "years", "m", "k", "fte", "p", "to", "of", "out"} for t in tokens)
    if words > 2:
        return []
    while i < len(tokens):
        number = number_at(tokens, i) if tokens[i].kind is not Kind.WORD else None
        if number is None or number.form is not Form.DIGITS:
            i += 1
            continue
        i = number.last
        first, last = number.first, number.last
        if first > 0 and tokens[first - 1].low in "+-−–" and not number.negative:
            if tokens[first - 1].low != "+" and (first == 1 or tokens[first - 2].low == "("):
                number.value, number.negative = -number.value, True
            first -= 1
        bracket = first > 0 and tokens[first - 1].low == "(" and last < len(tokens) and tokens[last].low == ")"
        if bracket and first == 1 and not number.negative and number.unit is not Unit.PERCENT:
            number.value = -number.value
            first, last, i = first - 1, last + 1, last + 1
        elif bracket and first == 1 and number.unit is Unit.PERCENT and len(tokens) == last + 1:
            number.value = -number.value
            first, last, i = first - 1, last + 1, last + 1
        unit, scale = _unit(number, label, head, group, caption_text)
        if unit is Unit.GBP:
            number.money = True
            if scale > 1 and number.scale == 1:
                number.value, number.step = number.value * scale, number.step * scale
        number.unit = unit
        figures.append(_figure(lexicon, text, s, number, first, last, unit, label, head, group, above, known))
    return figures


def _unit(n: Number, label: _Words, head: _Words, group: _Words | None, caption: str) -> tuple[Unit | None, Decimal]:
    """Return a cell's unit and what its column multiplies it by."""
    if n.unit is not None:
        return n.unit, multiplier(head.text) if n.unit is Unit.GBP and n.scale == 1 and not n.money else Decimal(1)
    own = f"{head.text} {label.text}"
    scale = multiplier(head.text)
    if scale == 1:
        scale = multiplier(label.text)
    if n.money:
        return Unit.GBP, scale
    if _PERCENT_HEAD.search(head.text) and "£" not in head.text:
        return Unit.PERCENT, Decimal(1)
    if _PERCENT_HEAD.search(label.text) and not re.search(r"\bnumber\b|\bno\.", head.text, re.IGNORECASE) and "£" not in head.text:
        return Unit.PERCENT, Decimal(1)
    if _RATE_HEAD.search(own) or (group is not None and _RATE_HEAD.search(group.text)):
        return Unit.RATE_PER_10000, Decimal(1)
    if "£" in own or scale > 1:
        return Unit.GBP, scale
    if _FTE_HEAD.search(own):
        return Unit.FTE, Decimal(1)
    if re.search(r"\baverage\b|\bscore\b", own, re.IGNORECASE) and "score" in own.lower():
        return Unit.SCORE, Decimal(1)
    time = _TIME_HEAD.search(own)
    if time and not re.search(r"within|under|over|more than|%|(?:two|\d+)\s+years?", own, re.IGNORECASE):
        return Unit(time.group(1).lower()), Decimal(1)
    if group is not None and "£" in group.text:
        return Unit.GBP, multiplier(group.text)
    if re.search(r"\bpopulation|\bnumber\b|\bno\.|\bcount\b|\bcases\b|\bchildren\b|\bpupils\b", own, re.IGNORECASE):
        return Unit.COUNT, Decimal(1)
    outer = multiplier(caption)
    if outer > 1 or ("£" in caption and _MONEY_HEAD.search(own)):
        return Unit.GBP, outer
    if _PERCENT_HEAD.search(caption) and n.value <= 100 and not re.search(r"\bnumber", caption, re.IGNORECASE):
        return Unit.PERCENT, Decimal(1)
    if _RATE_HEAD.search(caption):
        return Unit.RATE_PER_10000, Decimal(1)
    if "caseload" in f"{own} {caption}".lower() and n.step < 1:
        return None, Decimal(1)
    return Unit.COUNT, Decimal(1)


def _figure(
    lexicon: Lexicon,
    text: str,
    s: Sentence,
    n: Number,
    first: int,
    last: int,
    unit: Unit | None,
    label: _Words,
    head: _Words,
    group: _Words | None,
    above: list[Reading],
    known: Calendar,
) -> Figure:
    """Return one figure of a table."""
    nature = head.nature or label.nature or (group.nature if group else None) or _caption_nature(above)
    if nature is None or (nature in {Nature.BUDGET, Nature.VARIANCE} and unit is not Unit.GBP and unit is not Unit.PERCENT):
        nature = Nature.ACTUAL
    if unit is Unit.PERCENTAGE_POINTS:
        nature = Nature.CHANGE
    reaches: list[Reach] = []
    for words, weight, zone in ((label, _ROW, "row"), (head, _COLUMN, "column"), (group, _CAPTION + 1, "row above")):
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
        generic = {Nature.BUDGET: "approved_budget", Nature.FORECAST: "projected_outturn", Nature.VARIANCE: "budget_variance"}.get(nature)
        specific = next((c for c in choices if c.zone in {"row", "column", "row above"} and c.indicator not in {"approved_budget", "projected_outturn", "budget_variance", "outturn"}), None)
        if specific is not None and specific.zone != "column":
            indicator = specific.indicator
        elif generic is not None:
            indicator = generic
    period, source = _period(label, head, group, above, known)
    if period is not None and indicator is not None and source == "reporting period" and period.kind is PeriodKind.DURING and lexicon.indicators[indicator].measure in {Measure.STOCK, Measure.RATIO_OF_STOCK}:
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
    natures = [c.nature for c in above[0].cues if c.nature in {Nature.PROPOSED, Nature.FORECAST, Nature.TARGET}]
    return natures[-1] if natures else None


def _period(label: _Words, head: _Words, group: _Words | None, above: list[Reading], known: Calendar) -> tuple[Period | None, str]:
    """Return a cell's period: of its column, its row, or the words above the table."""
    for words, source in ((head, "column"), (label, "row"), (group, "row above")):
        if words is not None and words.period is not None:
            return words.period, source
    for reading in above:
        if reading.period is not None:
            return reading.period, "words above"
        dated = [w.period for w in reading.whens if w.period is not None]
        if dated:
            return dated[-1], "words above"
    return known.reporting, "reporting period"


__all__ = ["Table", "read_table"]
