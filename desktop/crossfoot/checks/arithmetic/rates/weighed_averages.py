"""So much for each, with the total and the number told anywhere near, weighed against how many pairs might be meant.

"Seventeen social workers hold the cases. At the end of March they had 306 children between them. That works out at 18
for each worker." A number that words make so much for each is set against every two others of its passage. Two that it
fits, or that it takes part in as total or number, explain it. Where none do, two are worth a look that chance would
hardly bring: how seldom a division comes out without a rest, how seldom a slip of typing comes so close, and what the
words say for these two (the noun of each is named again behind the average, nothing else stands beside them), less
what it costs that so many were tried.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import log2

from crossfoot.checks.basis.chance import surprise
from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.cues import content_words
from crossfoot.checks.basis.interval import Interval, reach, rounded_like
from crossfoot.checks.basis.outcome import Outcome, query
from crossfoot.checks.basis.passages import Sentence
from crossfoot.model import Figure, Nature, Qualifier, Unit
from crossfoot.model.wording import number_words, value_words

_WORDED = re.compile(r"\b(?:average|averag(?:ing|ed)|mean|each|every|per|apiece|typical|for one|a head|an?)\b")
_FRONT = re.compile(
    r"\b(?:averag(?:e|es|ed|ing)|mean|typical)\b[^.;:()£\d]{0,90}£?$"
    r"|\b(?:each|every)(?: of (?:the|its|our|these|those|their))?(?: £?[\d,]+)? [a-z-]+"
    r" [^.,;:()£\d]{0,60}(?<!\band )£?$"
    r"|\b(?:each|every) (?:one )?(?:costs?|has|had|holds?|gets?|received?)\b[^.;:()£\d]{0,20}£?$"
    r"|\b(?P<unit>[a-z]{4,}) per (?P<one>[a-z]{4,})\b[^.;()£\d]{0,20}£?$"
)
_BEHIND = re.compile(
    r"^[^.;:,()\d]{0,40}?\b(?:each|apiece|on average|a head)\b"
    r"|^[^.;:,()\d]{0,40}?\b(?:per|for (?:each|every|one)|to (?:each|every|a|an)|by each) [a-z]{3,}"
)
_BY_TIME = re.compile(
    r"\b(?:per|each|every|an?|for each|for every) (?:annum|year|quarter|month|week|day|hour|night|term|cent|thousand"
    r"|million|capita|head of)\b|%|\bpercent\w*"
)
_OTHERS = re.compile(
    r"\b(?:national\w*|england|region\w*|neighbours?|recommended|optimum|target|maximum|limit|compar\w+|against|budget"
    r"|previous\w*|last year|benchmark\w*|similar|statutory|ages?d?|councils|authorities|boroughs|days?|weeks?|months?"
    r"|score\w*|points?)\b"
)
_RESULT = re.compile(
    r"\b(?:so|therefore|thus|hence|which (?:will|would|is|means|makes?|comes?|came|gives?|gave)|that is"
    r"|this (?:is|means|gives?|gave)|that (?:works|gives|means|gave)|i\.e|works? out|equates?|equivalent|accordingly|or"
    r"|with|giv(?:es?|ing|en)|means?|meaning)\b"
)
_OF_TIME = re.compile(r"^[\s-]*(?:years?|months?|weeks?|days?|hours?|nights?|minutes?|per cent|miles?|%)\b")
_COUNTED = frozenset({Unit.COUNT, Unit.FTE, Unit.RATIO, None})
_NO_PART = frozenset({Nature.CHANGE, Nature.VARIANCE, Nature.BENCHMARK, Nature.TARGET})
_SENTENCES, _LARGEST_POOL, _MOST = 2, 7, Decimal("1.6")
_ENOUGH, _LEAST = 8.0, 2.0


@dataclass(frozen=True, slots=True)
class _Shared:
    """A total shared among a number, with the average that is printed for it."""

    average: Figure
    total: Figure
    number: Figure

    @property
    def value(self) -> Decimal:
        return self.total.value / self.number.value


def weighed_averages(context: Context) -> Iterator[Outcome]:
    """Yield the averages that a slip, or a careless division, keeps from those beside them, for rule 24."""
    for sentence in context.passages.sentences:
        if not sentence.figures or _WORDED.search(sentence.low) is None:
            continue
        if context.passages.paragraphs[sentence.paragraph].is_row:
            continue
        for average in sentence.figures:
            if _is_for_each(context, sentence, average):
                found = _likeliest(context, sentence, average)
                if found is not None:
                    yield _said(found)


def _is_for_each(context: Context, sentence: Sentence, figure: Figure) -> bool:
    """Tell whether the words of its clause make a number so much for each, and not a time's or somebody else's."""
    if figure.value <= 0 or figure.nature in _NO_PART or figure.unit not in {*_COUNTED, Unit.GBP}:
        return False
    at = sentence.figures.index(figure)
    low = context.passages.low
    front = low[sentence.span.start : figure.span.start][-110:]
    end = sentence.figures[at + 1].span.start if at + 1 < len(sentence.figures) else sentence.span.end
    behind = low[figure.span.end : end][:60]
    told = _FRONT.search(front)
    near = told.group() if told is not None else ""
    if told is None:
        by = _BEHIND.match(behind)
        if by is None:
            return False
        near = by.group()
    return _BY_TIME.search(near + behind[:24]) is None and _OTHERS.search(front[-40:] + behind[:16]) is None


def _likeliest(context: Context, sentence: Sentence, average: Figure) -> _Shared | None:
    """Return the total and the number that an average was most likely meant for, where none fits it."""
    pool = _pool(context, sentence, average)
    if not 2 <= len(pool) <= _LARGEST_POOL or _is_explained(pool, average):
        return None
    pairs = [
        _Shared(average, total, number)
        for total in pool
        for number in pool
        if total is not number and _may_share(total, number, average)
    ]
    near = [p for p in pairs if average.value / _MOST <= p.value <= average.value * _MOST and _surprise(p) > _LEAST]
    if not near:
        return None
    weighed = [(_surprise(p) + _weight(context, p, pool, sentence) - log2(len(near)), p) for p in near]
    best = max(weighed, key=lambda pair: pair[0])
    return best[1] if best[0] >= _ENOUGH else None


def _pool(context: Context, sentence: Sentence, average: Figure) -> list[Figure]:
    """Return the numbers told beside an average: in its sentence, and in the two around it of its paragraph."""
    every = context.passages.sentences
    found: list[Figure] = []
    for other in every[max(0, sentence.index - _SENTENCES) : sentence.index + 2]:
        if other.paragraph == sentence.paragraph:
            found += [f for f in other.figures if f is not average and _may_belong(context, f)]
    return found


def _may_belong(context: Context, figure: Figure) -> bool:
    if figure.value <= 1 or figure.nature in _NO_PART or figure.unit not in {*_COUNTED, Unit.GBP}:
        return False
    return (
        figure.qualifier in {Qualifier.NONE, Qualifier.APPROX}
        and _OF_TIME.match(context.passages.after(figure, 12)) is None
    )


def _may_share(total: Figure, number: Figure, average: Figure) -> bool:
    """Tell whether a total has the average's kind, and the number is a count of what it may be shared among."""
    alike = total.unit is average.unit or {total.unit, average.unit} <= _COUNTED
    return alike and number.unit in _COUNTED and total.value > average.value and total.value > number.value


def _is_explained(pool: Sequence[Figure], average: Figure) -> bool:
    """Tell whether two of the others make the average, or the average with one of them makes another."""
    for first in pool:
        for second in pool:
            if first is second or second.unit not in _COUNTED:
                continue
            if _fits(first, second, average):
                return True
            if first.unit in _COUNTED and _fits(first, average, second) and average.unit in _COUNTED:
                return True
            if _fits(average, second, first):
                return True
    return False


def _fits(total: Figure, number: Figure, average: Figure) -> bool:
    """Tell whether a total over a number is an average, give or take what rounding and cases in hand change."""
    if number.value <= 0:
        return False
    value = total.value / number.value
    loose = average.step / 2 + average.value * _SLACK
    low, high = reach(total), reach(number)
    made = Interval(low.low / high.high, low.high / max(high.low, Decimal(1)))
    return made.meets(Interval(average.value - loose, average.value + loose)) or abs(value - average.value) < loose


_SLACK = Decimal("0.01")


def _surprise(pair: _Shared) -> float:
    """Return in bits how little chance would bring a division that comes out even, or misses by a slip of typing."""
    average, total, number = pair.average, pair.total, pair.number
    product = average.value * number.value
    even = log2(float(number.value)) if pair.value % (average.step or 1) == 0 and number.value > 1 else 0.0
    even = min(even, 5.0)
    slip = max(
        surprise(average, rounded_like(pair.value, average)),
        surprise(total, product),
        surprise(number, (total.value / average.value).quantize(Decimal(1))),
    )
    return even + slip


def _weight(context: Context, pair: _Shared, pool: Sequence[Figure], sentence: Sentence) -> float:
    """Return what the words say for a total and a number as what an average is of."""
    passages = context.passages
    kind = [f for f in pool if f.unit is not Unit.GBP or pair.average.unit is Unit.GBP]
    beside = f"{passages.before(pair.average, 70)} {passages.after(pair.average, 50).split('.')[0]}"
    average = content_words(beside) - _NOT_NAMES
    shared = content_words(_named(context, pair.number)) & average
    weight = 3.0 * bool(shared) + 1.0 * bool(content_words(_named(context, pair.total)) & average - shared)
    weight += 2.0 * (len(kind) == 2)
    weight += 1.0 * (_RESULT.search(passages.before(pair.average, 60)) is not None)
    weight += 1.0 * (re.search(r"\baverage|\bmean\b|\beach\b|\bevery\b|\bper\b", beside) is not None)
    homes = [home for f in (pair.total, pair.number) if (home := passages.sentence_of(f)) is not None]
    return weight - sum(0.5 * abs(home.index - sentence.index) for home in homes)


_NOT_NAMES = frozenset({"average", "each", "every", "mean"})


def _named(context: Context, figure: Figure) -> str:
    """Return the words that name what a number counts: those behind it, or those of its label in front."""
    behind = " ".join(re.split(r"[.,;:(\n]", context.passages.after(figure, 50))[0].split()[:5])
    return behind or context.passages.before(figure, 40)


def _said(found: _Shared) -> Outcome:
    average = found.average
    shown = rounded_like(found.value, average).normalize()
    told = value_words(shown, Unit.GBP) if average.unit is Unit.GBP else number_words(shown)
    printed = value_words(average.value, Unit.GBP) if average.unit is Unit.GBP else number_words(average.value)
    return query(
        f"The total over the number gives {told} for each, but {printed} is printed; worth checking.",
        found.total,
        " ÷ ",
        found.number,
        f" = {told}, ",
        average,
        " is printed",
    )
