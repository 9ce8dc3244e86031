"""Columns that say how each measure of a table went, "Better", "Worse", "Up", against the row's own two values.

A scorecard sets the last value beside an earlier one and judges the step in words. Which column is the earlier is told
by its heading or by its date; what is better is told by the measure. A column is read where most of its rows agree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.cues import Way
from crossfoot.checks.basis.passages import Table
from crossfoot.checks.wording.better import better_way
from crossfoot.checks.wording.trends import Claim, Step
from crossfoot.model import Figure, Nature

_BETTER = re.compile(r"(?:getting |got )?(?:better|improv(?:ed|ing|ement))|favourable")
_WORSE = re.compile(r"(?:getting |got )?(?:worse(?:ning|ned)?|deteriorat(?:ed|ing|ion))|adverse|declin(?:ed|ing)")
_UP = re.compile(r"up|higher|ris(?:ing|en)|rise|increas(?:e|ed|ing)|more|upwards?")
_DOWN = re.compile(r"down|lower|fall(?:ing|en)?|decreas(?:e|ed|ing)|fewer|less|reduc(?:ed|ing|tion)|downwards?")
_BEFORE = re.compile(r"\b(?:last|previous|prior|earlier|preceding|baseline|before|ago)\b")
_NOT_TOLD = re.compile(
    r"\b(?:target|plan(?:ned)?|national|england|average|neighbours?|region\w*|budget|change|variance)\b"
)
_AIMS = frozenset({Nature.TARGET, Nature.BENCHMARK, Nature.CHANGE, Nature.VARIANCE})
_LEAST = 2


@dataclass(frozen=True, slots=True)
class _Judged:
    """A row's earlier and later value, the word that judges the step, and whether the word is right."""

    step: Step
    fits: bool


def judged_rows(context: Context) -> Iterator[Step]:
    """Yield the steps that the words in a column of a table judge, right or wrong."""
    for table in context.passages.tables:
        for column in range(1, max((len(words) for words in table.words), default=0)):
            rows = list(_rows(context, table, column))
            right = sum(row.fits for row in rows)
            if len(rows) >= _LEAST and right * 2 >= len(rows):
                yield from (row.step for row in rows)


def _rows(context: Context, table: Table, column: int) -> Iterator[_Judged]:
    """Yield the rows of a table that a column judges, as far as the row's two values and its measure are known."""
    for label, cells, words in zip(table.labels, table.rows, table.words, strict=False):
        word = words[column].strip(" .*").lower() if column < len(words) else ""
        if not word or any(c.isdigit() for c in word):
            continue
        pair = _pair(table, cells, column)
        if pair is None or pair[0].value == pair[1].value:
            continue
        way = _way(context, word, pair[1], label.lower())
        if way is not None:
            claim = Claim.UP if way is Way.UP else Claim.DOWN
            step = Step(claim, word, *pair)
            yield _Judged(step, step.holds)


def _way(context: Context, word: str, figure: Figure, label: str) -> Way | None:
    """Return which way a word of a column says that its row went; None for no such word or a measure not known."""
    if _UP.fullmatch(word) or _DOWN.fullmatch(word):
        return Way.UP if _UP.fullmatch(word) else Way.DOWN
    better, worse = _BETTER.fullmatch(word), _WORSE.fullmatch(word)
    if not better and not worse:
        return None
    good = better_way(context, figure, label)
    return None if good is None else good if better else Way(-good)


def _pair(table: Table, cells: tuple[Figure | None, ...], column: int) -> tuple[Figure, Figure] | None:
    """Return the earlier and the later value of a row, by the headings of their columns or by their dates."""
    told: list[tuple[str, Figure]] = []
    for index, figure in enumerate(cells):
        title = table.header[index].lower() if index < len(table.header) else ""
        if index in {0, column} or figure is None or figure.nature in _AIMS or _NOT_TOLD.search(title):
            continue
        told.append((title, figure))
    if len(told) != _LEAST:
        return None
    (first_title, first), (second_title, second) = told
    before = [_BEFORE.search(title) is not None for title in (first_title, second_title)]
    if before[0] is not before[1]:
        return (first, second) if before[0] else (second, first)
    if first.period is None or second.period is None or first.period.end == second.period.end:
        return None
    return (first, second) if first.period.end < second.period.end else (second, first)
