"""How much something grew or shrank in per cent, against the two values that stand near by, in whatever order.

"537 … the year before … 412. This is a reduction of 23%", "4% below the plan of 7,600", "by 9.8% to £22.40" with what
is paid now further up, "the 29% increase in referrals" with the row of referrals in a table above. Two values that the
percentage leads between are meant. Where none agrees, only two that the words set against each other, missed by a slip
of typing in the percentage, are worth a look.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.cues import Way
from crossfoot.checks.basis.interval import Interval, reach, rounded_like
from crossfoot.checks.basis.outcome import Outcome, holds, query
from crossfoot.checks.basis.passages import Sentence, Table
from crossfoot.checks.basis.same_thing import telling
from crossfoot.checks.basis.slips import is_slip, is_slip_within
from crossfoot.checks.basis.ways import the_way
from crossfoot.model import Figure, Nature, Qualifier, Unit
from crossfoot.model.wording import number_words, value_words

_NOUNS = r"(?:rise|increase|growth|fall|reduction|drop|cut|decrease|decline|uplift|jump|saving|difference|change)"
_VERBS = (
    r"(?:rose|risen|rising|rise[sn]?|increas(?:ed|es|ing|e)|grew|grown|growing|fell|fallen|falling|falls?|reduc(?:ed|es|ing|e)"
    r"|drop(?:ped|s|ping)?|cut|declin(?:ed|es|ing)|decreas(?:ed|es|ing)|(?:go|gone|going|went|come|came|is|was|were|are)"
    r" (?:up|down)|up|down|higher|lower|raised)"
)
_ABOUT = r"(?:about |some |around |just |nearly |almost |over |under |only |more than |a |the )*"
_FRONT = re.compile(
    rf"\b(?:{_NOUNS}[a-z ]{{0,30}}? of|{_VERBS} by|(?:{_NOUNS}|represents?|is),? (?:of |i\.e\. |or ){_ABOUT[:-1]}"
    rf"|(?:(?<!made )(?<!make )(?<!makes )up|down|fall|rise|increase|reduction|drop)"
    rf"|{_NOUNS}\b[a-z ]{{0,50}}? (?:was|is|came to|amounts? to|amounted to|being)|lost|gained|shed) {_ABOUT}$"
)
_BEHIND = re.compile(
    rf"^\s*(?:%|per ?cent|percent)?\)?[ -](?:[a-z]+ )?(?:{_NOUNS}|more|fewer|less|higher|lower|up|down|below|above|over"
    r"|under)\b(?! (?:points?|target))"
)
_POINTS = re.compile(r"^\s*(?:%|per ?cent|percent)?[ -](?:percentage )?points?\b")
SET_AGAINST = re.compile(
    r"\b(?:compar\w+|against|to|from|before|than|earlier|previous\w*|last|plan of|budget of|was|now|reached"
    r"|(?:in|by)(?: [a-z]+)? (?:19|20)\d\d)\b|\("
)
_TO_BEHIND = re.compile(r"^\s*(?:%|per ?cent|percent)?,? to\s*(?:£|$)")
_BY = re.compile(r"\bby (?:about |some |around |just )?$")
_OTHERS = re.compile(r"\b(?:england|national\w*|region\w*|neighbours?|inflation|cpi|rpi|pay award)\b")
_COUNTS = frozenset({Unit.COUNT, Unit.FTE, Unit.GBP, Unit.RATE_PER_10000, Unit.DAYS, None})
_BACK = 2
_NEAR = Decimal("1.6")
_SHARED = 1
_TELLING = 100
"""A value of fewer steps, of two digits, is a slip off many others."""


@dataclass(frozen=True, slots=True)
class Growth:
    """A percentage with the value before and the one after it."""

    first: Figure
    second: Figure
    percent: Figure


def told_growth(context: Context, settled: frozenset[str]) -> Iterator[Outcome]:
    """Yield whether percentages of growth go with the values near by; those ``settled`` are told of already."""
    for sentence in context.passages.sentences:
        if context.passages.paragraphs[sentence.paragraph].is_row:
            continue
        for percent in sentence.figures:
            if percent.id not in settled and _grows(context, percent):
                found = _found(context, sentence, percent)
                if found is not None:
                    yield growth_said(found)


def _grows(context: Context, figure: Figure) -> bool:
    """Tell whether a figure is how much something changed by in per cent."""
    if figure.unit is not Unit.PERCENT or not 0 < figure.value < 200:
        return False
    if figure.qualifier not in {Qualifier.NONE, Qualifier.APPROX}:
        return False
    behind = context.passages.after(figure, 30)
    front = context.passages.before(figure, 70)
    told = _FRONT.search(front) or _BEHIND.match(behind) or (_BY.search(front) and _TO_BEHIND.match(behind[:12]))
    return told is not None and _POINTS.match(behind) is None


def _found(context: Context, sentence: Sentence, percent: Figure) -> Growth | None:
    """Return the growth between two values near by that agrees, or the one that a slip keeps from agreeing."""
    around = context.passages.before(percent, 40) + " " + context.passages.after(percent, 20)
    way = the_way(around) or _way(around)
    every = list(_pairs(context, sentence, percent))
    pairs = [pair for pair in every if way is None or (pair.second.value - pair.first.value) * way > 0]
    good = next((pair for pair in pairs if agrees(pair)), None)
    if good is not None:
        return good
    near = context.passages.before(percent, 60) + context.passages.after(percent, 60)
    if _OTHERS.search(near):
        return None
    missed = [pair for pair in pairs if is_slip(percent, due(pair))]
    if not missed and way is not None and percent.step < 1 and percent.qualifier is Qualifier.NONE:
        missed = [pair for pair in every if _is_mistyped(pair, way)]
    told = {frozenset((pair.first.id, pair.second.id)) for pair in missed}
    return missed[0] if len(told) == 1 else None


_UP = re.compile(r"\b(?:(?<!made )(?<!make )(?<!makes )up|growth|rise|increase|uplift|more|higher|gained)\b")
_DOWN = re.compile(r"\b(?:down|fall|reduction|drop|cut|decrease|decline|fewer|less|lower|lost|shed)\b")


def _way(words: str) -> Way | None:
    """Return which way single words about a percentage say that something went: "up 1.9%", "growth of 9.5%"."""
    up, down = _UP.search(words) is not None, _DOWN.search(words) is not None
    return None if up == down else Way.UP if up else Way.DOWN


def _is_mistyped(pair: Growth, way: Way) -> bool:
    """Tell whether one slip of typing in either of two values keeps a percentage from leading between them.

    A slip may turn the values round: "18,240, up 1.9% on 17,905" with 11,240 typed goes down.
    """
    told = reach(pair.percent)
    low, high = sorted((1 + way * told.low / 100, 1 + way * told.high / 100))
    if low <= 0 or min(pair.first.value, pair.second.value) < _TELLING * pair.first.step:
        return False
    return is_slip_within(pair.second, pair.first.value * low, pair.first.value * high) or is_slip_within(
        pair.first, pair.second.value / high, pair.second.value / low
    )


def agrees(pair: Growth) -> bool:
    """Tell whether a percentage leads from the first value to the second."""
    change = (reach(pair.second) - reach(pair.first)).size()
    return Interval(
        change.low / reach(pair.first).high * 100, change.high / max(reach(pair.first).low, Decimal("0.001")) * 100
    ).meets(reach(pair.percent))


def due(pair: Growth) -> Decimal:
    """Return by how much in per cent of the first the second of two values is more or less."""
    return abs(pair.second.value - pair.first.value) / pair.first.value * 100


def _pairs(context: Context, sentence: Sentence, percent: Figure) -> Iterator[Growth]:
    """Yield the pairs of values that a percentage of growth may lead between, the nearest first."""
    own = [f for f in sentence.figures if _is_level(f)]
    behind = [f for f in own if f.span.start >= percent.span.end]
    if behind and _TO_BEHIND.match(context.passages.between(percent, behind[0])):
        yield from _reached(context, behind[0], percent)
        return
    yield from _in_order(context, own, percent)
    window = list(own)
    for index in range(sentence.index - 1, max(-1, sentence.index - 1 - _BACK), -1):
        other = context.passages.sentences[index]
        if other.paragraph != sentence.paragraph:
            break
        window = [*(f for f in other.figures if _is_level(f)), *window]
        yield from _in_order(context, window, percent)
    yield from _in_tables(context, sentence, percent)


def _is_level(figure: Figure) -> bool:
    plain = figure.qualifier in {Qualifier.NONE, Qualifier.APPROX, Qualifier.AVERAGE}
    told = figure.nature not in {Nature.CHANGE, Nature.BENCHMARK, Nature.VARIANCE}
    return figure.unit in _COUNTS and plain and told and figure.value > 0


def _in_order(context: Context, values: Sequence[Figure], percent: Figure) -> Iterator[Growth]:
    """Yield neighbouring values of one kind that the words set against each other, whichever is the earlier."""
    for a, b in pairwise(values):
        if not same_kind(a, b) or a.step != b.step or a.value == b.value or not _of_a_size(a, b):
            continue
        if a.indicator != b.indicator and a.indicator is not None and b.indicator is not None:
            continue
        between = context.passages.low[a.span.end : b.span.start]
        if SET_AGAINST.search(between) is None:
            continue
        yield from (Growth(a, b, percent), Growth(b, a, percent))


def _of_a_size(a: Figure, b: Figure) -> bool:
    small, large = sorted((a.value, b.value))
    return large <= small * 3


def _reached(context: Context, closing: Figure, percent: Figure) -> Iterator[Growth]:
    """Yield the growth to "by 9.8% to £22.40" from the amounts further up that are printed alike and of its size."""
    for figure in context.figures:
        alike = figure.unit is closing.unit is Unit.GBP and figure.step == closing.step and _is_level(figure)
        if figure.span.end <= percent.span.start and alike and figure.value < closing.value <= figure.value * _NEAR:
            yield Growth(figure, closing, percent)


def _in_tables(context: Context, sentence: Sentence, percent: Figure) -> Iterator[Growth]:
    """Yield the growth between neighbouring cells of the one row that is named by the words beside a percentage."""
    heading = sentence.low[:40].split(".")[0]
    previous = context.passages.previous(sentence)
    if previous is not None and previous.paragraph == sentence.paragraph and len(previous.text) < _HEADING:
        heading = previous.low
    words = telling(f"{heading} {context.passages.before(percent, 60)} {context.passages.after(percent, 60)}")
    found: list[tuple[int, Table, int]] = []
    for table in context.passages.tables:
        for number, label in enumerate(table.labels):
            known = telling(label)
            if known and len(known & words) * 3 >= len(known) * 2:
                found.append((len(known & words), table, number))
    best = max((score for score, _, _ in found), default=0)
    rows = [(table, number) for score, table, number in found if score == best]
    if len(rows) != 1 or best < _SHARED:
        return
    cells = [f for f in rows[0][0].rows[rows[0][1]][1:] if f is not None and _is_level(f)]
    for a, b in pairwise(cells):
        if same_kind(a, b) and a.value != b.value and _of_a_size(a, b):
            yield Growth(a, b, percent)


_HEADING = 60


def growth_said(growth: Growth) -> Outcome:
    """Return whether a percentage leads from the first value to the second."""
    first, second, percent = growth.first, growth.second, growth.percent
    shown = number_words(rounded_like(due(growth), percent, finer=0 if percent.step < 1 else 1))
    printed = value_words(percent.value, percent.unit)
    working: tuple[Figure | str, ...] = ("from ", first, " to ", second, " is ")
    if agrees(growth):
        return holds(f"The change is of {printed}.", *working, percent, " holds")
    return query(
        f"From {value_words(first.value, first.unit)} to {value_words(second.value, second.unit)} is a change of "
        f"{shown}%, but {printed} is printed; worth checking.",
        *working,
        f"{shown}%, ",
        percent,
        " is printed",
    )
