"""Figures that are told again with a slip, weighed by how little chance would bring the two so near each other.

A figure of the text comes back in a table, a resolution, the reasons or two sentences on, in other words and at another
precision. What speaks for one thing told twice is counted in bits: how seldom any number of the record is by chance one
slip of typing from another, how few other figures the words stand beside that both share, the same indicator, "the"
before the later, and a place where records repeat themselves. What tells two figures apart counts against it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import log2

from rapidfuzz.distance import OSA

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.same_thing import Told, another_day, named_by_one, telling, told
from crossfoot.model import Figure, Nature, Qualifier, Unit

_COUNTS = frozenset({Unit.COUNT, Unit.FTE, None})
_FIRM = frozenset({Qualifier.NONE, Qualifier.APPROX, Qualifier.AVERAGE})
_AIMS = frozenset({Nature.TARGET, Nature.BENCHMARK})
_MOVES = frozenset({Nature.VARIANCE, Nature.CHANGE})
_LARGEST = Decimal(10) ** 12
_FEWEST, _MORE, _MOST = 2, 2, 6
_STEM = 5
"""So many letters of a word are compared: "leases" and "leasing", "placed" and "placement" tell of one thing."""
_ENOUGH = 8.0
_LEAST_SURPRISE = 1.0
_FEW_NUMBERS, _FEW_SENTENCES = 6, 8
"""However short a record is, chance and the rarity of words are not taken from fewer than so many."""
_MOST_OF_A_WORD = 6.0
_SAME_INDICATOR, _KNOWN, _BARE, _OTHER_PLACE, _TEXT_AND_TABLE, _CLOSE = 3.0, 3.0, 3.0, 3.0, 2.0, 2.0
_NO_WORDS, _TELLING = 3.0, 5.0
_OTHER_INDICATOR, _OTHER_DAY, _OTHER_WORDS, _COMPARED, _OTHER_STEP, _OTHER_NAME = 6.0, 6.0, 3.0, 4.0, 8.0, 12.0
_MILD = frozenset({"further", "another", "additional", "remaining", "remainder", "balance", "revised", "rolling"})
"""Words that tell of a figure what it was when it was first told, and that need not be said again."""
_ROWS_OF_ONE_RUN = 600
"""Two rows so few characters apart are rows of one table, whatever stands between its cells."""
_OF_THE = re.compile(r"\bof (?:the|these|those|our)\s+$")
_NO_NOUN = re.compile(
    r"\s*(?:[.,;:()]|$|(?:had|have|has|were|was|are|is|will|would|could|did|do|who|that|in|on|at|by|for|came|went)\b)"
)


def told_again(context: Context) -> Iterator[tuple[Figure, Figure]]:
    """Yield pairs of figures, the earlier first, that are likely one thing told twice, once with a slip."""
    kinds: dict[object, list[Figure]] = defaultdict(list)
    for figure in context.figures:
        if (
            figure.qualifier in _FIRM
            and (figure.nature is not Nature.CHANGE or figure.unit is Unit.GBP)
            and (figure.value > 0 or (figure.value < 0 and figure.nature is Nature.VARIANCE))
            and figure.step > 0
        ):
            kinds["counts" if figure.unit in _COUNTS else figure.unit].append(figure)
    for group in kinds.values():
        equal: dict[Decimal, list[Figure]] = defaultdict(list)
        for figure in group:
            equal[abs(figure.value)].append(figure)
        for step in sorted({figure.step for figure in group}):
            forms = [(f, _digits(f, step)) for f in group if f.step <= step and abs(f.value) / step < _LARGEST]
            forms = [(f, digits) for f, digits in forms if len(digits) >= _FEWEST + _MORE * _rounded(f, step)]
            lengths = Counter(len(digits) for digits in {digits for _, digits in forms})
            for one, other in _near(forms):
                if max(one[0].step, other[0].step) != step:
                    continue
                full = step >= 1 and not any("." in figure.quote for figure, _ in (one, other))
                chance = _chance(one[1], other[1], full=full) * max(_FEW_NUMBERS, lengths[len(other[1])])
                surprise = -log2(min(1.0, chance))
                if (
                    _may_be(context, one[0], other[0], equal)
                    and _weight(context, one[0], other[0], surprise) >= _ENOUGH
                ):
                    yield one[0], other[0]


def _digits(figure: Figure, step: Decimal) -> str:
    """Return the digits of a figure, rounded to steps of ``step``."""
    return str(abs(figure.value / step).quantize(Decimal(1)))


def _rounded(figure: Figure, step: Decimal) -> bool:
    """Tell whether a figure has to be rounded to be a multiple of ``step``: then fewer digits tell too little."""
    return figure.value % step != 0


def _near(forms: Sequence[tuple[Figure, str]]) -> Iterator[tuple[tuple[Figure, str], tuple[Figure, str]]]:
    """Yield the pairs of which one has a digit changed or two that changed places.

    Those alone are compared that share a remnant of one digit less.
    """
    having: dict[str, list[int]] = defaultdict(list)
    pairs: set[tuple[int, int]] = set()
    for index, (_, digits) in enumerate(forms):
        for remnant in {digits[:at] + digits[at + 1 :] for at in range(len(digits))}:
            pairs.update((other, index) for other in having[remnant])
            having[remnant].append(index)
    for first, second in sorted(pairs):
        alike = len(forms[first][1]) == len(forms[second][1])
        if alike and OSA.distance(forms[first][1], forms[second][1]) == 1:
            yield forms[first], forms[second]


def _chance(first: str, second: str, *, full: bool) -> float:
    """Return how likely a number of so many digits is one slip from a given one by chance.

    Of one printed in ``full`` the noughts at the end tell nothing; of "£1.40m" they do.
    """
    count = min(len(d.rstrip("0") or "0") if full else len(d) for d in (first, second))
    count = max(_FEWEST, min(count, _MOST))
    if sorted(first) == sorted(second):
        return (count - 1) / (9 * 10.0 ** (count - 1))
    return count / 10.0 ** (count - 1)


def _may_be(context: Context, one: Figure, other: Figure, equal: Mapping[Decimal, Sequence[Figure]]) -> bool:
    """Tell whether two figures may be one thing told twice: not both meant, nor beside each other."""
    if len(equal[abs(one.value)]) > 1 and len(equal[abs(other.value)]) > 1:
        return False  # a value that comes twice was meant
    block = context.passages.list_of(one)
    if block is not None and block is context.passages.list_of(other):
        return False
    rows = (p is not None and p.is_row for p in map(context.passages.paragraph_of, (one, other)))
    if other.span.start - one.span.end < _ROWS_OF_ONE_RUN and all(rows):
        return False
    first, second = told(context, one), told(context, other)
    if first.place == second.place or (first.table is not None and first.table == second.table):
        return False
    likes = _shared(context, first, second)
    again = [told(context, figure) for figure in equal[abs(other.value)] if figure is not other]
    # "those 25" are the 25 before them
    return not (again and (second.known or any(_shared(context, figure, second) > likes for figure in again)))


def _weight(context: Context, one: Figure, other: Figure, surprise: float) -> float:
    """Return what speaks for one thing told twice, in bits."""
    first, second = told(context, one), told(context, other)
    words = _shared(context, first, second)
    bare = second.known and _bare(context, other) and second.place - first.place <= _NEARBY
    if surprise < _LEAST_SURPRISE and not (second.known and (words >= _KNOWN or bare)):
        return 0.0
    alone = not words and not bare and (surprise < _TELLING or not _may_stand_alone(context, first, second))
    # The sign of a table's variance is not told in the text: without a word in common it takes more.
    weight = words + surprise - _NO_WORDS * alone * (2 if min(one.value, other.value) < 0 else 1)
    weight += _SAME_INDICATOR * (one.indicator is not None and one.indicator == other.indicator)
    weight += _KNOWN * second.known + _BARE * bare
    weight += _OTHER_PLACE * (_part(context, one) != _part(context, other))
    weight += _TEXT_AND_TABLE * ((first.table is None) is not (second.table is None))
    weight += _CLOSE * (second.place - first.place <= _FEWEST)
    return weight - _against(context, first, second)


def _shared(context: Context, first: Told, second: Told) -> float:
    """Return what the words tell that stand beside both of two figures, in bits."""
    rare = context.once(_rarity)
    shared = {word[:_STEM] for word in first.beside} & {word[:_STEM] for word in second.beside}
    return sum(min(_MOST_OF_A_WORD, rare.of(stem)) for stem in shared)


_NEARBY = 3
_TOTAL = re.compile(r"\b(?:total|overall|net|all|council|county|programme|requirement|balance)\b")


def _may_stand_alone(context: Context, first: Told, second: Told) -> bool:
    """Tell whether a figure is told again without a word in common: what a table's total is, the text need not say."""
    cells = [one for one in (first, second) if one.table is not None]
    totals = context.once(_totals)
    return all(one.figure.id in totals for one in cells)


def _totals(context: Context) -> frozenset[str]:
    """Return the ids of the figures in the total rows of tables."""
    return frozenset(
        figure.id
        for table in context.passages.tables
        for label, row in zip(table.labels, table.rows, strict=True)
        if _TOTAL.search(label.lower())
        for figure in row
        if figure is not None
    )


def _bare(context: Context, figure: Figure) -> bool:
    """Tell whether a number stands for what was told before: "seven of the 188 had been"."""
    front, behind = context.passages.before(figure, 14), context.passages.after(figure, 20)
    return _OF_THE.search(front) is not None and _NO_NOUN.match(behind) is not None


def _against(context: Context, first: Told, second: Told) -> float:
    """Return what tells two figures apart, in bits."""
    a, b = first.figure, second.figure
    weight = _OTHER_INDICATOR * (
        a.unit is not Unit.GBP and a.indicator is not None and b.indicator is not None and a.indicator != b.indicator
    )
    weight += _OTHER_STEP * ((a.nature in _AIMS) is not (b.nature in _AIMS))
    # "14.0" full-time posts and 41 of something are no one thing.
    weight += _OTHER_STEP * (Unit.FTE in {a.unit, b.unit} and a.unit is not b.unit and a.step != b.step)
    natures = {a.nature, b.nature}
    moved = Nature.VARIANCE in natures and not natures <= _MOVES
    weight += (_OTHER_WORDS if second.known else _OTHER_STEP) * moved
    weight += _OTHER_STEP * ((a.qualifier is Qualifier.AVERAGE) is not (b.qualifier is Qualifier.AVERAGE))
    # What is resolved has its own day: that of the deed, and not of what was told before.
    same_part = _part(context, a) == _part(context, b)
    weight += (_OTHER_DAY if same_part else _OTHER_WORDS) * another_day(context, a, b)
    weight += sum(_OTHER_WORDS if word in _MILD else _OTHER_STEP for word in first.others ^ second.others)
    weight += _COMPARED * (first.compared + second.compared)
    steps = zip(first.steps, second.steps, strict=True)
    weight += _OTHER_STEP * sum(bool(one and two and not one & two) for one, two in steps)
    if first.table is None and second.table is None:
        weight += _OTHER_NAME * named_by_one(first, second)
        sides = [{m.group()[:5] for m in _SIDES.finditer(_clause(context, f))} for f in (a, b)]
        weight += _OTHER_WORDS * (sides[0] != sides[1])
    return weight + _OTHER_NAME * bool(first.names and second.names and not first.names & second.names)


_SIDES = re.compile(r"\b(?:budget|outturn|out-turn|spen[dt]|forecast|projected|actual|savings?)\b")
"""Words for what was to be spent, what was, and what was saved: amounts of two sides are two amounts."""


def _clause(context: Context, figure: Figure) -> str:
    """Return the words near a figure of the text, in small letters."""
    return f"{context.passages.before(figure, 50)} {context.passages.after(figure, 40)}"


@dataclass(frozen=True, slots=True)
class _Rarity:
    """How seldom words stand beside figures in one record."""

    sentences: int
    having: Mapping[str, int]

    def of(self, stem: str) -> float:
        """Return what it tells that two figures share a word, in bits."""
        return log2(self.sentences / max(1, min(self.having.get(stem, 1), self.sentences)))


def _rarity(context: Context) -> _Rarity:
    """Return how many of the sentences and rows that hold figures have each word."""
    having: Counter[str] = Counter()
    told_in = [s for s in context.passages.sentences if s.figures]
    for sentence in told_in:
        having.update({word[:_STEM] for word in telling(sentence.low)})
    return _Rarity(max(_FEW_SENTENCES, len(told_in)), having)


def _part(context: Context, figure: Figure) -> object:
    """Return the part of the record in which a figure stands: its resolutions, or one of its sections."""
    place = figure.span.start
    if any(r.span.start <= place < r.span.end for r in context.record.resolutions):
        return "resolutions"
    return next((s.kind for s in context.record.sections if s.span.start <= place < s.span.end), None)
