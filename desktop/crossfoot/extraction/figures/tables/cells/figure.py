"""One cell of a table as a figure: what row, column, group and caption say of its number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.extraction.figures.confidence import confidence, support_in_table
from crossfoot.extraction.figures.folding import folded
from crossfoot.extraction.figures.indicators.choice import THRESHOLD
from crossfoot.extraction.figures.indicators.silence import names_no_measure
from crossfoot.extraction.figures.lexicon import Lexicon
from crossfoot.extraction.figures.periods.events import event_of_words
from crossfoot.extraction.figures.periods.kinds import dated_as
from crossfoot.extraction.figures.periods.sources import EVENT, REPORTING
from crossfoot.extraction.figures.tables.beside import whole_head_first
from crossfoot.extraction.figures.tables.cells.indicator import (
    indicator_of,
    is_rate_of_row_above,
    none_of_wholes,
    of_no_subset,
    of_rows_that_measure,
)
from crossfoot.extraction.figures.tables.cells.nature import nature_of
from crossfoot.extraction.figures.tables.cells.period import in_brackets, occasion_of, period_around
from crossfoot.extraction.figures.tables.cells.sight import CellSight, choices_for
from crossfoot.extraction.figures.tables.dating import ABOVE, CELL, period_of_cell
from crossfoot.extraction.figures.tables.heads import HeadWords
from crossfoot.extraction.figures.tables.measured import unit_by_name
from crossfoot.model import Evidence, Figure, Span, Unit

TOTAL = re.compile(r"(?:grand\s+)?total\b", re.IGNORECASE)
"""How a column is headed that adds up the others of its row."""


def figure_of_cell(cell: CellSight, text: str) -> Figure:
    """Return the figure that the number of a cell in ``text`` is, with the evidence for its fields."""
    n, around = cell.number, cell.around
    period, source = (cell.found.period, CELL) if cell.found.period is not None else period_around(around)
    if source in {ABOVE, REPORTING} and cell.place.events and not n.money:
        event = event_of_words(folded(f"{around.head.text} {around.corner.text}"), cell.place.events)
        period, source = (event, EVENT) if event is not None else (period, source)
    occasions = cell.place.occasions
    if occasions.told and (source == REPORTING or (source == ABOVE and occasions.phased)):
        counted = occasion_of(cell)
        period, source = (counted, EVENT) if counted is not None else (period, source)
    nature = nature_of(cell, period, source)
    if is_rate_of_row_above(cell):
        n.unit = Unit.RATE_PER_10000
    choices = whole_head_first(around.head, choices_for(cell, n.unit, nature))
    named = unit_by_name(n, around, choices, lambda unit: choices_for(cell, unit, nature))
    if named is not None:
        n.unit, choices = named
    choices = of_rows_that_measure(cell, of_no_subset(cell, choices))
    if cell.rows.broken and n.unit in {Unit.COUNT, None}:
        choices = none_of_wholes(cell, choices)
    best = choices[0] if choices and choices[0].weight >= THRESHOLD else None
    indicator = indicator_of(cell, nature, choices, best)
    if period is not None:
        known = cell.lexicon.indicators[indicator] if indicator is not None else None
        period = period_of_cell((period, source), around, n, nature, dated_as(known))
        period = in_brackets(cell, text, period)
    span = Span(cell.found.start, cell.found.end)
    evidence = [Evidence("value", n.form.value, span)]
    if best is not None and indicator == best.indicator:
        evidence.append(Evidence("indicator", best.zone, Span(best.start, best.end)))
    if period is not None:
        evidence.append(Evidence("period", source, None))
    subject = (words.text for words in (around.label, around.head, around.group) if words.text and _names(words))
    identifier, section = cell.place.identities.of(span)
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
        confidence=confidence(support_in_table(n.unit, dated_here=source != REPORTING)),
        rule="table cell",
        evidence=tuple(evidence),
    )


def _names(words: HeadWords) -> bool:
    """Tell whether the words of a head are more than a time, which the figure's period tells."""
    return words.period is None or words.sentence is None or not names_no_measure(words.sentence)


def named_by(lexicon: Lexicon, label: HeadWords) -> Iterator[str]:
    """Yield the indicators that a row's name names by itself."""
    for mention in label.mentions:
        yield from (w.indicator for w in lexicon.wordings_of[mention.phrase] if len(w.phrases) == 1)
