"""Differences told in words, weighed against every two amounts about them that they might lie between.

"The budget was fixed at £62.4m … We were predicting spending of £68.9m, that is £6.5m too much." An amount or count
that words make a difference (an overspend, a saving, so much more, short, left) is set against the figures of its kind
told about it. Two that it lies between, or that it makes with a third, explain it. Where none do, two that a slip of
typing keeps from it are worth a look if chance would hardly bring them so near: how seldom a slip comes so close, and
what the words say for these two, less what it costs that so many were tried.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from math import log2

from crossfoot.checks.arithmetic.shares.share_tables import is_count
from crossfoot.checks.arithmetic.wholes.groups import groups
from crossfoot.checks.arithmetic.wholes.partitions import stands_apart
from crossfoot.checks.arithmetic.wholes.thirds import Third, Tie, is_of_budget, thirds
from crossfoot.checks.basis.chance import surprise
from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.outcome import Outcome, holds, query
from crossfoot.checks.basis.passages import Sentence
from crossfoot.checks.basis.same_thing import told
from crossfoot.checks.basis.sums import adds_up
from crossfoot.model import Figure, Nature, Qualifier, Unit
from crossfoot.model.wording import value_words

_STRONG_FRONT = re.compile(
    r"\b(?:over-?\s?spen\w+|under-?\s?spen\w+|savings?|saves?|saved|saving|shortfall|excess|surplus|deficit|gap|variance"
    r"|short|exceed\w*|difference|pressure|slippage|re-?phas\w+|unspent|unallocated)\b[^.;£\d]{0,26}£?$"
    r"|\b(?:left|leaves|leaving)\s+(?:about |some |only |just )?£?$"
)
_STRONG_BEHIND = re.compile(
    r"^\s*(?:[a-z]+ )?(?:over-?\s?spen\w+|under-?\s?spen\w+|short\b|too (?:much|many|little|few)|in excess|over budget"
    r"|(?:is |was |to be |will be )?carried forward|under budget|above budget|below budget|shortfall|surplus"
    r"|deficit|to the (?:bad|good)"
    r"|unspent|(?:more|less|fewer|higher|lower|over|under|above|below|worse|better) (?:than|the|its|what|that|this))"
)
_MOVED_FRONT = re.compile(
    r"\b(?:increas\w+|reduc\w+|rise|rose|risen|fall|fell|fallen|drop\w*|decreas\w+|cut|grew|growth|up|down"
    r"|net (?:gain|loss)|gain|loss|improve\w*|improvement|deteriorat\w+|worsen\w*|change|movement|contribution|further"
    r"|additional)\b"
    r"(?: (?:of|by|was|is|in)| [a-z]+ (?:of|by))?(?: (?:about|some|around|just|nearly|almost|a further|the))*\s*£?$"
)
_MOVED_BEHIND = re.compile(r"^\s*(?:[a-z]+ ){0,2}?(?:more|fewer|less|higher|lower|better|worse|down|up)\b")
_AGAINST = re.compile(
    r"\b(?:against|compar\w+|budget\w*|outturn|forecast|spen[dt]\w*|from|to|than|but|while|was|instead|rather|estimate"
    r"|provision|cash limit|target|stood|price|tender|cost)\b"
)
_SET_BEHIND = re.compile(r"\b(?:than|against|from|compar\w+|budget of|on a|over a|below a|above a|to)\b[^.;]{0,40}$")
_SPLIT = re.compile(
    r"\b(?:of which|of this|of that|of these|comprising|made up|made possible|including|accounts? for|explain\w*|each"
    r"|per|a week|weekly|average|chiefly|mainly|mostly)\b"
)
_TOGETHER = re.compile(
    r"\b(?:with|added|adding|together|cumulative|accumulated|brought forward|in all|total\w*|plus|altogether|taking)\b"
)
_OF_YEARS = re.compile(r"\b(?:cumulative|accumulated|brought forward|carried forward|by the end|by the close)\b")
_SINCE = re.compile(
    r"^\s*(?:[a-z]+ ){0,3}?(?:than|since|on|from|compared with) "
    r"(?:a|the|one|twelve|six|three|two|last|in|at|this|for|it)\b"
)
"""The other value of such a change need not be told: "44 more than twelve months before"."""
_AIMS = frozenset({Nature.BENCHMARK})
_SPENT = frozenset({Nature.ACTUAL, Nature.FORECAST})
_BACK, _ON = 2, 1
_MOST = 9
_ENOUGH = 10.0
_FAR, _TIMES = 3, 4
_TELLING, _THREE = 10, 100
_ELSEWHERE = 5.0


@dataclass(frozen=True, slots=True)
class Difference:
    """A difference that the words tell, and the two figures that it should lie between."""

    change: Figure
    larger: Figure
    smaller: Figure
    of_budget: bool
    summed: bool = False


def weighed_changes(context: Context) -> Iterator[Outcome]:
    """Yield the differences of two times, those that hold and those that a slip keeps from agreeing, for rule 5."""
    yield from (difference_asked(one) for one in differences(context) if not one.of_budget)
    yield from (_third_said(one) for one in _thirds(context) if not is_of_budget(one))


def weighed_variances(context: Context) -> Iterator[Outcome]:
    """Yield the differences of a budget and what was spent, or of two prices, for rule 6."""
    yield from (difference_asked(one) for one in differences(context) if one.of_budget)
    yield from (_third_said(one) for one in _thirds(context) if is_of_budget(one))


def _thirds(context: Context) -> Iterator[Third]:
    """Yield the differences told right behind their two figures; of those that do not hold, what nothing explains."""
    used = {f.id for one in differences(context) for f in (one.change, one.larger, one.smaller)}
    used |= {f.id for group in groups(context) if adds_up(group.parts, group.whole) for f in group.parts}
    for third in thirds(context):
        if third.tie is Tie.DIFFERENCE and (third.holds or not used & {f.id for f in third.figures}):
            yield third


def _third_said(third: Third) -> Outcome:
    """Return whether two figures lie so far apart as the third, told right behind them, says."""
    if not third.holds:
        return difference_asked(Difference(third.number, third.larger, third.smaller, is_of_budget(third)))
    apart = value_words(abs(third.number.value), third.number.unit)
    return holds(
        f"The two figures are {apart} apart, as is told.",
        third.larger,
        " − ",
        third.smaller,
        " = ",
        third.number,
        " holds",
    )


def differences(context: Context) -> tuple[Difference, ...]:
    """Return the differences that a slip keeps from the figures they lie between; looked for once for a record."""
    return context.once(_found)


def difference_asked(one: Difference) -> Outcome:
    """Return a query about a difference that two figures do not make."""
    printed = value_words(abs(one.change.value), one.change.unit)
    if one.summed:
        made = value_words(one.larger.value + one.smaller.value, one.change.unit)
        return query(
            f"The two figures make {made} together, but {printed} is printed; "
            "worth checking which of the three is meant.",
            one.larger,
            " + ",
            one.smaller,
            f" = {made}, ",
            one.change,
            " is printed",
        )
    apart = value_words(one.larger.value - one.smaller.value, one.change.unit)
    return query(
        f"The two figures are {apart} apart, but {printed} is told as their difference; "
        "worth checking which of the three is meant.",
        one.larger,
        " − ",
        one.smaller,
        f" = {apart}, ",
        one.change,
        " is printed",
    )


def _found(context: Context) -> tuple[Difference, ...]:
    found: list[Difference] = []
    used: set[str] = set()
    for sentence in context.passages.sentences:
        if not sentence.figures or context.passages.paragraphs[sentence.paragraph].is_row:
            continue
        for place, change in enumerate(sentence.figures):
            cue = _cue(context, sentence, place)
            if cue and not _is_repeated(context, change):
                one = _slipped(context, sentence, change, cue)
                if one is not None and not used & {one.change.id, one.larger.id, one.smaller.id}:
                    used |= {one.change.id, one.larger.id, one.smaller.id}
                    found.append(one)
    return tuple(found)


def _cue(context: Context, sentence: Sentence, place: int) -> float:
    """Return how surely words make a figure a difference, in bits; nothing where they do not."""
    figure = sentence.figures[place]
    if not is_count(figure) or figure.unit is None or figure.nature in _AIMS or figure.value == 0:
        return 0.0
    if figure.qualifier not in {Qualifier.NONE, Qualifier.APPROX}:
        return 0.0
    start = sentence.figures[place - 1].span.end if place else sentence.span.start
    end = sentence.figures[place + 1].span.start if place + 1 < len(sentence.figures) else sentence.span.end
    front = context.passages.low[max(start, figure.span.start - 60) : figure.span.start]
    behind = context.passages.low[figure.span.end : min(end, figure.span.end + 40)]
    if _SPLIT.search(behind[:24]):
        return 0.0
    if _STRONG_FRONT.search(front) or _STRONG_BEHIND.match(behind):
        return 3.0
    if figure.nature in {Nature.VARIANCE, Nature.CHANGE} or _MOVED_FRONT.search(front) or _MOVED_BEHIND.match(behind):
        return 2.0
    return 0.0


def _is_repeated(context: Context, figure: Figure) -> bool:
    """Tell whether the record gives the same value again: two places that agree have it from where it was made."""
    size = abs(figure.value)
    for other in context.figures:
        if other is figure or other.unit is not figure.unit or not other.value:
            continue
        rounded = other.nature is figure.nature is Nature.VARIANCE and other.step != figure.step
        slack = max(other.step, figure.step) / 2 if rounded else 0
        if abs(abs(other.value) - size) <= slack:
            return size >= _TELLING * figure.step
    return False


def _slipped(context: Context, sentence: Sentence, change: Figure, cue: float) -> Difference | None:
    """Return the two figures that a slip keeps from lying so far apart as is told, where no two do."""
    pool = [f for f in _pool(context, sentence) if f is not change and same_kind(f, change)]
    if not 2 <= len(pool) <= _MOST:
        return None
    size = abs(change.value)
    since = _SINCE.match(context.passages.after(change, 60)) is not None
    best: tuple[float, Difference] | None = None
    pairs = [(a, b) for a, b in combinations(pool, 2) if a.value != b.value]
    for a, b in pairs:
        small, large = sorted((a, b), key=lambda f: f.value)
        apart = large.value - small.value
        made = surprise(replace(change, value=size), large.value + small.value) if size > large.value else 0.0
        if made and _TOGETHER.search(context.passages.low[sentence.span.start : sentence.span.end]):
            alike = a.nature is b.nature is change.nature is Nature.VARIANCE
            sure = made + cue + 2.0 + alike + _weight(context, sentence, change, a, b) - log2(3 * len(pairs))
            if best is None or sure > best[0]:
                of_budget = _of_budget(context, change, a, b) and not _OF_YEARS.search(sentence.low)
                best = sure, Difference(change, large, small, of_budget, summed=True)
        if size > large.value or apart < change.step or size < max(a.step, b.step):
            continue
        other = 0.0 if since else _other_slip(change, small, large)
        near = max(surprise(replace(change, value=size), apart), other)
        if near:
            sure = near + cue + _weight(context, sentence, change, a, b) - log2(3 * len(pairs))
            if best is None or sure > best[0]:
                best = sure, Difference(change, large, small, _of_budget(context, change, a, b))
    if best is None or best[0] < _ENOUGH or _is_explained(change, pool) or _is_told_by_another(best[1], pool):
        return None
    return best[1]


def _is_told_by_another(one: Difference, pool: Sequence[Figure]) -> bool:
    """Tell whether a figure beside two others is what they differ by, so that the one asked about is of other times."""
    apart = one.larger.value - one.smaller.value
    return not one.summed and any(
        abs(abs(figure.value) - apart) <= figure.step / 2
        for figure in pool
        if figure is not one.larger and figure is not one.smaller
    )


def _other_slip(change: Figure, small: Figure, large: Figure) -> float:
    """Return how seldom chance brings one of two figures so near what the difference makes of the other.

    Less than for the difference itself: the two are told for more than to be set against each other.
    """
    if not large.step == small.step == change.step or abs(change.value) < _TELLING * change.step:
        return 0.0
    size = abs(change.value)
    meant = ((large, small.value + size), (small, large.value - size))
    found = max(surprise(f, due) if f.value >= _THREE * f.step else 0.0 for f, due in meant)
    return max(0.0, found - _ELSEWHERE)


def _pool(context: Context, sentence: Sentence) -> list[Figure]:
    """Return the plain figures of a sentence, of those before it in its paragraph, and of the one behind it."""
    every = context.passages.sentences
    places = [
        every[index]
        for index in range(max(0, sentence.index - _BACK), min(len(every), sentence.index + _ON + 1))
        if every[index].paragraph == sentence.paragraph
    ]
    return [f for place in places for f in place.figures if _plain(f)]


def _plain(figure: Figure) -> bool:
    firm = figure.qualifier in {Qualifier.NONE, Qualifier.APPROX} and figure.value > 0
    return is_count(figure) and firm and figure.nature is not Nature.BENCHMARK


def _is_explained(change: Figure, pool: Sequence[Figure]) -> bool:
    """Tell whether a difference lies between two figures near by, is their sum, or a part of one with a third."""
    size = abs(change.value)
    for a, b in combinations(pool, 2):
        slack = (change.step + a.step + b.step) / 2
        if min(abs(abs(a.value - b.value) - size), abs(a.value + b.value - size)) <= slack:
            return True
    for a, b, c in combinations(pool, 3):
        slack = (change.step + a.step + b.step + c.step) / 2
        signed = (a.value + b.value - c.value, a.value - b.value + c.value, b.value + c.value - a.value)
        if any(abs(abs(value) - size) <= slack for value in (*signed, a.value + b.value + c.value)):
            return True
    return False


def _weight(context: Context, sentence: Sentence, change: Figure, a: Figure, b: Figure) -> float:
    """Return what the words say for two figures as those that a difference lies between, in bits."""
    passages = context.passages
    weight = 0.0
    for figure in (a, b):
        home = passages.sentence_of(figure)
        back = sentence.index - home.index if home is not None else _FAR
        weight += {0: 1.5, 1: 1.0, -1: 0.5}.get(back, -1.0)
        weight -= 2.0 * stands_apart(context, figure)
        later = figure.span.start > change.span.end and not _SET_BEHIND.search(passages.between(change, figure))
        weight -= 1.5 * later
    first, second = sorted((a, b), key=lambda f: f.span.start)
    between = passages.low[first.span.end : second.span.start]
    weight += 2.0 * (len(between) <= 140 and _AGAINST.search(between) is not None)
    natures = {a.nature, b.nature}
    weight += 2.0 * (Nature.BUDGET in natures and bool(natures & _SPENT))
    one, other, mine = told(context, a), told(context, b), told(context, change)
    same = a.indicator is not None and a.indicator == b.indicator
    weight += 1.0 * same + min(1, len(one.words & other.words)) + min(1, len(mine.words & (one.words | other.words)))
    weight += 0.5 * (a.step == b.step)
    weight -= 2.0 * (_SPLIT.search(passages.before(change, 60)) is not None)
    small, most = min(a.value, b.value) * _TIMES, max(a.value, b.value)
    return weight - 3.0 * (small < most and abs(change.value) * _TIMES < most)


_BUDGET = re.compile(
    r"\b(?:budget\w*|over-?\s?spen\w+|under-?\s?spen\w+|outturn|cash limit|grant|excess|price|sav\w+)\b"
)


def _of_budget(context: Context, change: Figure, a: Figure, b: Figure) -> bool:
    """Tell whether a difference is one of a budget or a price and what was spent, and not one of two times."""
    near = f"{context.passages.before(change, 60)} {context.passages.after(change, 40)}"
    natures = {a.nature, b.nature, change.nature}
    if a.nature is b.nature is Nature.VARIANCE and _MOVEMENT.search(near):
        return False  # "an overspend of £1.141m; at Period 4 £868k, an adverse movement of £273k"
    return change.unit is Unit.GBP and (bool({Nature.BUDGET, Nature.VARIANCE} & natures) or bool(_BUDGET.search(near)))


_MOVEMENT = re.compile(r"\b(?:movement|worse\w*|better|deteriorat\w*|improve\w*|swing)\b")
