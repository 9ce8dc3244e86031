"""Growth in per cent whose two values stand sentences away, weighed against how many pairs might be meant.

"41,260 tonnes …, compared with 38,940. Most councils saw a similar rise: in the county it was 5.4% and here 6.0%." A
percentage that words make a change, and that nothing nearer explains, is set against every two values of one kind told
before it. One pair that it leads between explains it; where none does, a pair that a slip of typing keeps from it is
worth a look if chance would hardly bring it so near.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from math import log2

from crossfoot.checks.arithmetic.changes.told_growth import SET_AGAINST, Growth, due
from crossfoot.checks.arithmetic.shares.share_tables import fits, is_count
from crossfoot.checks.basis.chance import surprise, surprise_within
from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.interval import reach
from crossfoot.checks.basis.passages import Sentence
from crossfoot.checks.basis.same_thing import told
from crossfoot.checks.basis.ways import the_way, ways
from crossfoot.model import Figure, Nature, Qualifier, Unit

_OTHERS = re.compile(
    r"\b(?:england|national\w*|region\w*|neighbours?|inflation|cpi|rpi|pay award|county|elsewhere|target\w*|aim\w*"
    r"|london|average)\b[^,;.\d]{0,40}$"
)
_POINTS = re.compile(r"^\s*(?:%|per ?cent|percent)?[ -](?:percentage )?points?\b")
_AWAY = re.compile(
    r"\b(?:target|aim|at least|up to|no more than|limit|threshold|between|to|of the|from|than|against|with|and|at)\s*$"
    r"|\b(?:averag\w*|rates?|shares?|proportions?|occupancy|take-?up)\b[^,;.]{0,30}$"
)
_BY = re.compile(r"\b(?:by|of|up|down)(?: [a-z]+){0,2}\s*$")
_SINCE = re.compile(r"^\s*(?:%|per ?cent|percent)?,? (?:since|on|over|compared with|against) ")
_BACK = 3
_MOST = 12
_ENOUGH = 9.0
_UNSAID = 4.0
_COUNTED_TWICE = 6.0
"""What it costs to ask of both values as well whether they were mistyped."""
_TIMES = 4
_TELLING = 20


def weighed_growth(context: Context, settled: frozenset[str]) -> Iterator[Growth]:
    """Yield the growth that the words tell and a slip keeps from what two values about it make."""
    for sentence in context.passages.sentences:
        percents = [f for f in sentence.figures if f.unit is Unit.PERCENT and f.id not in settled and 0 < f.value < 100]
        if not percents or context.passages.paragraphs[sentence.paragraph].is_row:
            continue
        moved = ways(sentence.low)
        for percent in percents if moved else ():
            if _is_growth(context, sentence, percent):
                found = _slipped(context, sentence, percent)
                if found is not None:
                    yield found


def _is_growth(context: Context, sentence: Sentence, percent: Figure) -> bool:
    """Tell whether a percentage tells how much something changed by, here and not elsewhere."""
    if percent.nature in {Nature.TARGET, Nature.BENCHMARK} or _POINTS.match(context.passages.after(percent, 30)):
        return False
    place = sentence.figures.index(percent)
    start = sentence.figures[place - 1].span.end if place else sentence.span.start
    front = context.passages.low[max(start, percent.span.start - 70) : percent.span.start]
    return _OTHERS.search(front) is None and _AWAY.search(front) is None and "(" not in front[-2:]


def _slipped(context: Context, sentence: Sentence, percent: Figure) -> Growth | None:
    """Return the growth between two values told before that a slip keeps from agreeing, if none agrees."""
    exact = replace(percent, qualifier=Qualifier.NONE)
    pool = _pool(context, sentence, percent)
    pairs = [
        (a, b)
        for a, b in combinations(pool, 2)
        if same_kind(a, b) and a.value != b.value and max(a.value, b.value) <= _TIMES * min(a.value, b.value)
    ]
    if not pairs or len(pool) > _MOST:
        return None
    way = the_way(_clause(context, sentence, percent))
    front = context.passages.low[sentence.span.start : percent.span.start]
    unsaid = 0.0 if ways(_clause(context, sentence, percent)) else _UNSAID / 4 if ways(front) else _UNSAID
    best: tuple[float, Growth] | None = None
    for a, b in pairs:
        for first, second in ((a, b), (b, a)):
            pair = Growth(first, second, exact)
            if way is not None and (second.value - first.value) * way < 0:
                continue
            apart = surprise(exact, due(pair)) or _in_a_level(pair)
            if apart and min(first.value, second.value) >= _TELLING * first.step:
                tried = log2(len(pairs) * (1 if way else 2))
                sure = apart + _weight(context, sentence, pair, pool) - tried - unsaid
                if best is None or sure > best[0]:
                    best = sure, pair
    if best is None or best[0] < _ENOUGH or any(_explains(a, b, exact) for a, b in pairs):
        return None
    return best[1]


def _in_a_level(pair: Growth) -> float:
    """Return how seldom chance brings one of two values so near what the other and the percentage make of it."""
    way = 1 if pair.second.value > pair.first.value else -1
    told_as = reach(pair.percent)
    low, high = sorted(1 + way * size / 100 for size in (told_as.low, told_as.high))
    if low <= 0:
        return 0.0
    second = surprise_within(pair.second, pair.first.value * low, pair.first.value * high)
    first = surprise_within(pair.first, pair.second.value / high, pair.second.value / low)
    return max(0.0, max(first, second) - _COUNTED_TWICE)


def _clause(context: Context, sentence: Sentence, percent: Figure) -> str:
    """Return the words about a percentage, up to the figures beside it."""
    place, figures = sentence.figures.index(percent), sentence.figures
    start = figures[place - 1].span.end if place else sentence.span.start
    end = figures[place + 1].span.start if place + 1 < len(figures) else sentence.span.end
    front = context.passages.low[max(start, percent.span.start - 70) : percent.span.start]
    return f"{front} {context.passages.low[percent.span.end : min(end, percent.span.end + 25)]}"


def _explains(a: Figure, b: Figure, percent: Figure) -> bool:
    """Tell whether a percentage leads from one value to the other, or is the share of one in the other."""
    apart, slack = abs(a.value - b.value), percent.step
    led = any(abs(apart / base * 100 - percent.value) <= slack for base in (a.value, b.value))
    return led or fits(a, b, percent) or fits(b, a, percent)


def _pool(context: Context, sentence: Sentence, percent: Figure) -> list[Figure]:
    """Return the levels told in the sentences before a percentage, and in its own."""
    found = [f for f in sentence.figures if _is_level(f)]
    for index in range(sentence.index - 1, max(-1, sentence.index - 1 - _BACK), -1):
        other = context.passages.sentences[index]
        if other.paragraph != sentence.paragraph:
            break
        found = [*(f for f in other.figures if _is_level(f)), *found]
    return [f for f in found if f is not percent]


def _is_level(figure: Figure) -> bool:
    told_firmly = figure.qualifier in {Qualifier.NONE, Qualifier.APPROX} and figure.value > 0
    return is_count(figure) and told_firmly and figure.nature not in {Nature.CHANGE, Nature.VARIANCE, Nature.BENCHMARK}


def _weight(context: Context, sentence: Sentence, pair: Growth, pool: list[Figure]) -> float:
    """Return what the words say for two values as those that a change is between, in bits."""
    passages, percent = context.passages, pair.percent
    a, b = sorted((pair.first, pair.second), key=lambda f: f.span.start)
    between, front = passages.low[a.span.end : b.span.start], passages.before(percent, 24)
    weight = 2.0 * (len(between) < 160 and SET_AGAINST.search(between) is not None)
    for figure in (a, b):
        home = passages.sentence_of(figure)
        back = sentence.index - home.index if home is not None else _BACK
        weight += (1.5, 1.0)[back] if 0 <= back <= 1 else 0.0
    weight += 2.0 * (pool[-2:] == [a, b])
    first, second = told(context, a), told(context, b)
    same = a.indicator is not None and a.indicator == b.indicator
    shared = bool(first.words & second.words)
    weight += 2.0 * same + shared + (a.step == b.step) - 3.0 * (not same and not shared)
    days = a.period is not None and b.period is not None and a.period.end != b.period.end
    far = a.span.start > percent.span.end and passages.sentence_of(a) is sentence and _BY.search(front) is None
    since = not days and _SINCE.match(passages.after(percent, 40)) is not None
    other = a.indicator is not None and b.indicator is not None and not same
    return weight + days - 6.0 * far - 3.0 * since - 3.0 * other
