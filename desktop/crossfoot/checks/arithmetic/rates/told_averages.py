"""A whole, how many share it, and what each has on average, told in one sentence or in the columns of a table.

"1,312 hours were given to 164 clients, so that each had eight hours on average", "137 employees, 11.2 days each on
average, 1,534 days in all", "23 flats were sold, the average receipt being £63,000 and the total £1,449,000". The three
stand alone and the words say which is the average, so that no slip of typing need explain what does not go together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.cues import COMPARISON
from crossfoot.checks.basis.interval import Interval, reach
from crossfoot.checks.basis.outcome import Outcome, holds, query
from crossfoot.checks.basis.passages import Sentence, Table
from crossfoot.model import Figure, Nature, Qualifier, Unit
from crossfoot.model.wording import value_words

_BEHIND = re.compile(
    r"^\s*(?:[a-z-]+ ){0,3}?(?:each|apiece|a head|per head|per (?:person|client|worker|place|home))?,? ?on average\b"
)
_FRONT = re.compile(
    r"\b(?:averaging|an average of|(?:the|an) average [a-z ]{0,24}(?:being|was|is|of|at)|on average)\s+"
    r"(?:about |some |just over |just under |nearly )?£?$"
)
_TIED = re.compile(
    r"\b(?:each|so that|giving|making|which (?:gives|makes|means)|in all|in total|total\w*|altogether|divided"
    r"|shared|i\.e\.)\b"
)
_APART = re.compile(
    r"\b(?:target|limit|maximum|national\w*|england|neighbours?|between|rang\w+|more|fewer|less|per (?:week"
    r"|month|year|cent)"
    r"|aged?|of (?:whom|which|these|those|them)|waiting|longest|highest|lowest)\b"
)
_COUNTED = frozenset({Unit.COUNT, Unit.FTE, None})
_SUMS = frozenset({Unit.COUNT, Unit.FTE, Unit.GBP, Unit.DAYS, Unit.WEEKS, None})
_THREE, _LEAST = 3, 5
_LOOSE = Decimal("0.03")
_FAR = Decimal(8)
"""A quotient so many times larger or smaller than an average is of something else."""


def told_averages(context: Context) -> Iterator[Outcome]:
    """Yield whether a whole shared out among so many is what each is said to have on average."""
    if "average" not in context.passages.low and "averaging" not in context.passages.low:
        return
    for sentence in context.passages.sentences:
        if len(sentence.figures) == _THREE and "averag" in sentence.low:
            yield from _in_sentence(context, sentence)
    for table in context.passages.tables:
        yield from _in_columns(table)


def _in_sentence(context: Context, sentence: Sentence) -> Iterator[Outcome]:
    low = sentence.low
    if context.passages.paragraphs[sentence.paragraph].is_row or not _TIED.search(low):
        return
    if _APART.search(low) or COMPARISON.search(low):
        return
    means = [f for f in sentence.figures if _is_mean(context, f)]
    others = [f for f in sentence.figures if f not in means]
    if len(means) != 1 or not all(_plain(f) for f in sentence.figures):
        return
    mean, (one, other) = means[0], others
    if mean.unit is Unit.GBP:
        pounds = [f for f in others if f.unit is Unit.GBP]
        if len(pounds) == 1:
            count = other if pounds[0] is one else one
            yield from _said(pounds[0], count, mean)
    elif {one.unit, other.unit} <= _SUMS - {Unit.GBP}:
        larger, smaller = (one, other) if one.value >= other.value else (other, one)
        yield from _said(larger, smaller, mean)


def _is_mean(context: Context, figure: Figure) -> bool:
    front, behind = context.passages.before(figure, 60), context.passages.after(figure, 50)
    return _FRONT.search(front) is not None or _BEHIND.match(behind) is not None


def _plain(figure: Figure) -> bool:
    exact = figure.qualifier in {Qualifier.NONE, Qualifier.APPROX, Qualifier.AVERAGE}
    return exact and figure.value > 0 and figure.nature not in {Nature.TARGET, Nature.BENCHMARK, Nature.CHANGE}


_MEAN_HEAD, _WHOLE_HEAD = re.compile(r"\baverage\b|\bmean\b|\beach\b|\bper\b"), re.compile(r"\btotal|\ball\b")


def _in_columns(table: Table) -> Iterator[Outcome]:
    """Yield the rows of a table of number, average and sum, where most of them keep to it."""
    titles = [title.lower() for title in table.header]
    means = [at for at, title in enumerate(titles) if at and _MEAN_HEAD.search(title)]
    if len(titles) != _THREE + 1 or len(means) != 1 or len(table.rows) < _THREE:
        return
    count, whole = (at for at in range(1, len(titles)) if at != means[0])
    if _WHOLE_HEAD.search(titles[count]):
        count, whole = whole, count
    rows = [(row[whole], row[count], row[means[0]]) for row in table.rows if len(row) == len(titles)]
    full = [(a, b, c) for a, b, c in rows if a is not None and b is not None and c is not None and b.value > 0]
    good = [three for three in full if _fits(*three)]
    if len(full) >= _THREE and len(good) * _THREE >= 2 * len(full):
        for three in full:
            yield from _said(*three)


def _fits(whole: Figure, count: Figure, mean: Figure) -> bool:
    """Tell whether a whole shared out is the average as far as it is printed, three in a hundred allowed."""
    computed = whole.value / count.value
    around = Interval(computed * (1 - _LOOSE), computed * (1 + _LOOSE))
    return around.meets(reach(mean)) or (reach(whole) / reach(count)).meets(reach(mean))


def _said(whole: Figure, count: Figure, mean: Figure) -> Iterator[Outcome]:
    """Yield whether a whole, a number and an average go together, where they may be meant to."""
    if count.unit not in _COUNTED or count.value < _LEAST or whole.value <= mean.value:
        return
    computed = whole.value / count.value
    shown = value_words(round(computed, 1), mean.unit if mean.unit is Unit.GBP else None)
    working: Sequence[Figure | str] = (whole, " ÷ ", count, f" = {shown}, ", mean)
    if _fits(whole, count, mean):
        yield holds("The average goes by the numbers.", *working, " holds")
    elif computed <= mean.value * _FAR and mean.value <= computed * _FAR:
        printed = value_words(mean.value, mean.unit if mean.unit is Unit.GBP else None)
        yield query(
            f"The numbers give {shown} on average, but {printed} is printed; worth checking.", *working, " is printed"
        )
