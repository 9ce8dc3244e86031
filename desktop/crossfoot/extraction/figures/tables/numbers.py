"""The numbers of a cell: usually one, two in "45 (12%)", none in a cell of words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from crossfoot.extraction.figures.exclusions import masks
from crossfoot.extraction.figures.layout import TextBlock
from crossfoot.extraction.figures.natures.cues import cues_of
from crossfoot.extraction.figures.numerals import Form, Number, number_at
from crossfoot.extraction.figures.periods import When, find_whens
from crossfoot.extraction.figures.sentences import Sentence
from crossfoot.extraction.figures.tables.bare_cells import OVER_OR_UNDER
from crossfoot.extraction.figures.tables.context import CellContext
from crossfoot.extraction.figures.tables.units import unit_of
from crossfoot.extraction.figures.tokens import WORD, Token, tokens_of
from crossfoot.extraction.figures.words import word_set
from crossfoot.extraction.unchanging import unchanging
from crossfoot.model import Nature, Period, Unit

_UNIT_WORDS = word_set("per cent million days weeks months years m k fte p to of out")
_MOST_WORDS = 2
"""A cell with more words beside those of units is text, whose numbers no column speaks for."""

_SIGNS = frozenset("+-−–")
_RANGE_SIGNS = frozenset({"-", "–", "—", "to"})


@unchanging(frozen=True, slots=True)
class CellNumber:
    """A number of a cell with its unit settled; its tokens ``first`` to ``last`` take in its sign and brackets.

    ``period`` is the one that the cell itself names, if it does: "(2008/09: 79.6%)".
    """

    sentence: Sentence
    number: Number
    first: int
    last: int
    period: Period | None = None
    nature: Nature | None = None

    @property
    def start(self) -> int:
        """Return the offset of the first character."""
        return self.sentence.tokens[self.first].start

    @property
    def end(self) -> int:
        """Return the offset behind the last character."""
        return self.sentence.tokens[self.last - 1].end


def numbers_of(text: str, row: TextBlock, cell: tuple[int, int], around: CellContext) -> Iterator[CellNumber]:
    """Yield the numbers of one cell that are no dates, times or codes."""
    s = Sentence(text, row, tokens_of(text, [cell]))
    tokens = s.tokens
    whens = find_whens(text, *cell, around.known) if len(tokens) > 1 else []
    taken = [(w.span.start, w.span.end) for w in whens] + masks(text, *cell)
    if sum(t.kind is WORD and t.low not in _UNIT_WORDS for t in tokens) > _MOST_WORDS:
        return
    own = _named_in(whens)
    worded = any(t.kind is WORD and len(t.low) > _SHORT and t.low not in _UNIT_WORDS for t in tokens)
    i = 0
    while i < len(tokens):
        number = _digits_at(tokens, i)
        if number is None:
            i += 1
            continue
        i = number.last
        offset = tokens[number.core].start
        if any(start <= offset < end for start, end in taken):
            continue
        if _describes(s, number):
            continue
        found = _with_sign(s, number, minus=_IN_BRACKETS.search(around.caption) is None)
        i = found.last
        _settle(number, around)
        nature = _nature_in(text, found, cell) if worded else None
        if number.money and _OVER_OR_UNDER.match(text, found.end, cell[1]) is not None:
            nature = Nature.VARIANCE
        yield replace(found, period=own, nature=nature) if own is not None or nature is not None else found


def _nature_in(text: str, found: CellNumber, cell: tuple[int, int]) -> Nature | None:
    """Return the nature that words right before a number in its cell tell: "(target 75%)", "England 62%"."""
    told = [cue.nature for cue in cues_of(text, cell[0], found.start) if cue.nature in _BESIDE]
    return told[-1] if told else None


_OVER_OR_UNDER = re.compile(rf"[\s\xa0]*{OVER_OR_UNDER}\Z", re.IGNORECASE)

_BESIDE = frozenset({Nature.TARGET, Nature.BENCHMARK, Nature.BUDGET, Nature.FORECAST})
_SHORT = 4


def _named_in(whens: list[When]) -> Period | None:
    """Return the period that a cell names beside its number, or None where it names none or more than one."""
    named = {when.period for when in whens if when.period is not None}
    return next(iter(named)) if len(named) == 1 else None


def _digits_at(tokens: list[Token], i: int) -> Number | None:
    """Return the number in digits that begins at token ``i``, or None."""
    number = number_at(tokens, i) if tokens[i].kind is not WORD else None
    return number if number is not None and number.form is Form.DIGITS else None


def _describes(s: Sentence, n: Number) -> bool:
    """Tell whether a hyphen makes the number an attribute of the cell's words: "2-storey extension"."""
    j = n.last
    joined = s.low(j) in _RANGE_SIGNS and s.touches(j) and s.touches(j + 1)
    return joined and s.is_word(j + 1) and s.low(j + 1) not in _UNIT_WORDS


_IN_BRACKETS = re.compile(
    r"\b(?:previous|last|prior|before|earlier|ago|(?:19|20)\d\d\S*|england|national|targets?|comparators?|averages?)\b"
    r"[^.;()]{0,40}?\bin[\s\xa0]+(?:brackets|parenthes[ei]s)\b",
    re.IGNORECASE,
)
"""Words over a table that say what it compares with in brackets: "(previous year in brackets)"."""


def _with_sign(s: Sentence, n: Number, *, minus: bool) -> CellNumber:
    """Return the number with the sign and the brackets around it; accounts print a ``minus`` as brackets."""
    tokens, first, last = s.tokens, n.first, n.last
    if n.unit is None and last + 1 < len(tokens) and tokens[last].low in _RANGE_SIGNS:
        end_of_range = number_at(tokens, last + 1) if tokens[last + 1].kind is not WORD else None
        if end_of_range is not None and end_of_range.unit is not None:
            n.unit = end_of_range.unit
    if first > 0 and tokens[first - 1].low in _SIGNS and not n.negative:
        if tokens[first - 1].low != "+" and (first == 1 or tokens[first - 2].low == "("):
            n.value, n.negative = -n.value, True
        first -= 1
    bracketed = first == 1 and tokens[0].low == "(" and last < len(tokens) and tokens[last].low == ")"
    share = n.unit is Unit.PERCENT
    if bracketed and (not n.negative if not share else len(tokens) == last + 1):
        n.value = -n.value if minus else n.value
        first, last = first - 1, last + 1
    return CellNumber(s, n, first, last)


def _settle(n: Number, around: CellContext) -> None:
    """Give a number the unit of its surroundings, and an amount the multiplier of its column."""
    unit, scale = unit_of(n, around)
    if unit is Unit.GBP:
        n.money = True
        if scale > 1 and n.scale == 1:
            n.value, n.step = n.value * scale, n.step * scale
    n.unit = unit
