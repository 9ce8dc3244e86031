"""Averages by their values: a total, a number and an average that stand together, in whatever words and order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.interval import Interval, reach
from crossfoot.checks.basis.passages import Sentence
from crossfoot.checks.basis.slips import is_slip
from crossfoot.model import Figure, Nature, Qualifier, Unit

_COUNTED = frozenset({Unit.COUNT, Unit.FTE, None})
_NO_PART = frozenset({Nature.CHANGE, Nature.VARIANCE, Nature.BENCHMARK})
_NEVER = frozenset({Unit.PERCENT, Unit.PERCENTAGE_POINTS, Unit.RATE_PER_10000, Unit.RATIO})
_IN_FRONT = re.compile(r"\b(?:average|mean|averag(?:ed|ing))\b[^.;:(]{0,60}$|\b(?:each|every)\s+[a-z]+ [a-z ]{0,25}$")
_TIME = r"annum|year|quarter|month|week|fortnight|night|day|hour|term|session|visit|mile|cent|capita|thousand|million"
_BEHIND = re.compile(
    r"^[^.;:,()\d]{0,30}?\b(?:each|apiece|on average)\b|^,? on average\b"
    rf"|^[^.;:,()\d]{{0,30}}?\b(?:per|for (?:each|every)|to (?:each|every)) (?!(?:{_TIME})\b)[a-z]+"
)
"""Words behind a figure that make it so much for each."""

_A_PIECE = re.compile(rf"^ an? (?!(?:{_TIME}|total|further|result|reduction|rise|fall|saving|maximum|minimum)\b)[a-z]+")
"""Words behind a price that make it that of one: "at £42 a bin", "£1,900 a child"."""

_ELSEWHERE = re.compile(
    r"\b(?:national\w*|england|region\w*|neighbours?|recommended|optimum|target|maximum|limit|compar\w+|against"
    r"|previous\w*|last year|benchmark\w*|similar|statutory|ages?d?|famil(?:y|ies) of|councils"
    r"|authorities|boroughs|counties)\b"
)
_EACH_OF = re.compile(
    r"^\s*(?:[a-z-]+ ){0,3}?[a-z-]+s(?:,?\s*(?:each|all) (?:would |will )?(?:of|with|having|had|has|have|holding)"
    r"|\s+(?:of|with))\s+$"
)
_EACH_HAD = re.compile(r"^\s*(?:[a-z-]+ ){0,3}?[a-z-]+s (?:had|have|has|with|of|employed|held|contain\w*)\s+$")
_EACH_BEHIND = re.compile(r"^\s*(?:[a-z-]+ ){1,4}?each\b")
_OF_WHICH_THERE = re.compile(r"^\s*(?:[a-z-]+ ){0,2}?[a-z-]+s, of which there (?:are|were|will be)\s+$")
_TEAMS_OF = re.compile(r"\b[a-z]+s (?:each )?(?:of|with)\s+$")
_NEAR = Decimal("1.34")
"""Within this, a sentence that holds a total, a number and an average alone speaks of the three."""
_TELLING = 100
"""A figure of so many steps has three digits: a slip in it is no coincidence."""
_FACTOR = Decimal("2.4")
"""A slip of one digit seldom makes more of a total than this; what is further off was never meant to be its average."""


@dataclass(frozen=True, slots=True)
class Averaged:
    """An average with the total and the number that it is of; ``working`` stands for the number."""

    average: Figure
    total: Figure
    working: tuple[Figure | str, ...]
    value: Decimal
    holds: bool


@dataclass(frozen=True, slots=True)
class _Number:
    value: Decimal
    working: tuple[Figure | str, ...]
    ids: frozenset[str]


def averaged(context: Context) -> Iterator[Averaged]:
    """Yield every average of running text whose total and number are known for sure by the values beside it.

    A relation that holds is yielded as such. One that does not is yielded where the sentence, or it and the one before,
    holds no other figures that could be meant, or where a slip of typing explains it.
    """
    for sentence in context.passages.sentences:
        if context.passages.paragraphs[sentence.paragraph].is_row:
            continue
        for average in sentence.figures:
            if _is_average(context, sentence, average):
                found = _settled(context, sentence, average)
                if found is not None:
                    yield found
    yield from _in_lines(context)


_AVERAGE_LINE = re.compile(r"\b(?:average|mean)\b|\bper (?!cent|annum|week|month|year)[a-z]+\b|\beach\b")
_OF_A_KIND = re.compile(rf"{_ELSEWHERE.pattern}|\b(?:lowest|highest|minimum|maximum|smallest|largest)\b")
_THREE = 3
_FEW = 3
"""Among more figures than these beside an average, a slip of typing explains some two of them by chance."""


def _in_lines(context: Context) -> Iterator[Averaged]:
    """Yield the average that one of three lines under each other names, of the two numbers of the others."""
    rows = context.passages.paragraphs
    for index in range(len(rows) - _THREE + 1):
        lines = rows[index : index + _THREE]
        if not all(len(line.figures) == 1 and (line.is_row or line.kind in {"item", "short"}) for line in lines):
            continue
        figures = [line.figures[0] for line in lines]
        names = [context.passages.low[line.span.start : line.figures[0].span.start] for line in lines]
        told = [f for f, name in zip(figures, names, strict=True) if _AVERAGE_LINE.search(name)]
        if len(told) != 1 or told[0].unit in _NEVER or any(_OF_A_KIND.search(name) for name in names):
            continue
        pairs = list(_pairs(context, [f for f in figures if f is not told[0] and _may_belong(f)], told[0]))
        good = next((pair for pair in pairs if pair.holds), None)
        slips = [pair for pair in pairs if _by_slip(pair) or (_comes_out_even(pair) and _is_twin(pair))]
        if good is not None or len(slips) == 1:
            yield good or slips[0]


def _is_twin(pair: Averaged) -> bool:
    """Tell whether an average is the one that is due with one slip of typing."""
    return is_slip(pair.average, pair.value)


def _settled(context: Context, sentence: Sentence, average: Figure) -> Averaged | None:
    """Return what an average is of: in its own sentence, or with the one before."""
    before = context.passages.previous(sentence)
    wider = [*before.figures, *sentence.figures] if before and before.paragraph == sentence.paragraph else []
    own = list(sentence.figures)
    for figures in (own, wider):
        others = [f for f in figures if f is not average and _may_belong(f)]
        pairs = list(_pairs(context, others, average))
        good = next((pair for pair in pairs if pair.holds), None)
        if good is not None:
            return good
        plain = [p for p in pairs if average.value / _FACTOR <= p.value <= average.value * _FACTOR]
        plain = [p for p in plain if not _EARLIER.search(context.passages.before(p.total, 24))]
        plain = [p for p in plain if not _NET.match(context.passages.after(p.total, 24))]
        slips = [p for p in plain if _by_slip(p)]
        slips = [p for p in slips if _comes_out_even(p) and len(slips) > 1] or slips
        if len(slips) == 1 and (len(plain) == 1 or len(others) <= _FEW or _is_last_told(slips[0], others)):
            return slips[0]
        shared = [p for p in plain if figures is own and _is_shared(context, p, others)]
        if shared:
            return shared[0]
        even = [p for p in pairs if figures is own and _is_alone(p, others) and _even_by_twin(p)]
        if len(even) == 1:
            return even[0]
        for pair in plain[:1] if len(plain) == 1 else ():
            if _near(pair, others) and (figures is own or _comes_out_even(pair)):
                return pair
    return None


_NET = re.compile(r"\s*(?:after|net of|less|excluding|including|before|allowing for)\b")
"""Words behind a total that is more or less than what it was shared among: "£405,000 after refunds"."""
_EARLIER = re.compile(r"\b(?:(?:up|down) (?:from|on)|than|compared (?:with|to)|against)\s+(?:the |a )?£?$")
"""Words in front of the average of an earlier time: "averaged 6.4 days, down from 11.2"."""


def _by_slip(pair: Averaged) -> bool:
    """Tell whether a slip in a figure of three digits or more explains that the average is not that of the others."""
    average, total = pair.average, _as_rounded(pair.total)
    number = pair.total.value / pair.value
    numbers = [part for part in pair.working if not isinstance(part, str)]
    meant = [(average, pair.value), (total, average.value * number)]
    if len(numbers) == 1:
        meant.append((numbers[0], total.value / average.value))
    return any(is_slip(figure, value) for figure, value in meant if figure.value >= figure.step * _TELLING)


_BETWEEN_THEM = re.compile(r"\s*(?:between them|among them|together|in all|altogether)\b,?(?: or| i\.e\.|,| and)")


def _is_shared(context: Context, pair: Averaged, others: Sequence[Figure]) -> bool:
    """Tell whether a total is told as that of the last counted, "owing £840 between them or £60 on average".

    What it comes to for a whole number of them is an average, and no other number is meant.
    """
    before = [f for f in others if f.span.end <= pair.total.span.start]
    told = (
        bool(before) and pair.working == (before[-1],) and _BETWEEN_THEM.match(context.passages.after(pair.total, 30))
    )
    return bool(told) and pair.total.value % pair.average.value == 0


def _is_last_told(pair: Averaged, others: Sequence[Figure]) -> bool:
    """Tell whether the number of an average is the last figure told before it, and its total the largest of all."""
    before = [f for f in others if f.span.end <= pair.average.span.start]
    largest = max(others, key=lambda f: f.value)
    return bool(before) and pair.working == (before[-1],) and pair.total is largest


def _is_alone(pair: Averaged, others: Sequence[Figure]) -> bool:
    """Tell whether a total and its number are the only figures beside an average."""
    return len(others) == 1 + sum(not isinstance(part, str) for part in pair.working)


def _even_by_twin(pair: Averaged) -> bool:
    """Tell whether one slip in a small number is all that keeps a total from being shared out without a rest."""
    average, total = pair.average, pair.total
    numbers = [part for part in pair.working if not isinstance(part, str)]
    if average.step <= 0 or average.value < _TEN * average.step:
        return False
    if pair.value % average.step == 0 and is_slip(average, pair.value):
        return True
    number = total.value / average.value
    whole = len(numbers) == 1 and number % 1 == 0 and numbers[0].value >= _TEN
    return whole and is_slip(numbers[0], number)


_TEN = 10


def _as_rounded(figure: Figure) -> Figure:
    """Return a large amount as rounded to its last digit that is not nought, three digits at least: "£812,000"."""
    digits = figure.value.normalize().as_tuple()
    size = len(digits.digits) + int(digits.exponent)
    return replace(figure, step=max(figure.step, Decimal(1).scaleb(min(int(digits.exponent), size - _THREE))))


def _near(pair: Averaged, others: Sequence[Figure]) -> bool:
    """Tell whether the only figures beside an average are exact ones that nearly make it."""
    printed, total = pair.average.value, pair.total
    alone = len(others) == 1 + sum(not isinstance(part, str) for part in pair.working)
    whole = (total.value / pair.value) % 1 == 0
    return alone and whole and total.step * 100 <= total.value and printed / _NEAR <= pair.value <= printed * _NEAR


def _comes_out_even(pair: Averaged) -> bool:
    """Tell whether total and number make an average without a rest: that is seldom so by chance."""
    return pair.average.step > 0 and pair.value % pair.average.step == 0


def _pairs(context: Context, others: Sequence[Figure], average: Figure) -> Iterator[Averaged]:
    """Yield each total and number among figures that could make the average."""
    numbers = list(_numbers(context, others))
    priced = _is_price(context, average)
    for total in others:
        alike = total.unit is average.unit or {total.unit, average.unit} <= _COUNTED
        if not alike or total.value <= average.value:
            continue
        for number in numbers:
            if total.id in number.ids or number.value <= 1 or number.value >= total.value * 20:
                continue
            value = total.value / number.value
            slack = average.step / 2 if average.unit in _COUNTED else Decimal(0)
            shared = Interval(reach(total).low / number.value - slack, reach(total).high / number.value + slack)
            fits = shared.meets(Interval(average.value, average.value) if slack else reach(average))
            if priced:
                due = average.value * number.value
                fits = Interval(due, due).meets(reach(_as_rounded(total)))
            yield Averaged(average, total, number.working, value, fits)


def _is_price(context: Context, figure: Figure) -> bool:
    """Tell whether an amount is what each costs, to the penny, and no average: "19,340 at £42 a bin"."""
    exact = figure.unit is Unit.GBP and figure.qualifier is Qualifier.NONE
    return exact and context.passages.before(figure, 4).endswith(" at ")


def _numbers(context: Context, others: Sequence[Figure]) -> Iterator[_Number]:
    """Yield what a total may be shared among: a count, or "six teams, each of seven workers", and not its parts."""
    inside: set[str] = set()
    for first, second in pairwise(others):
        if first.unit in _COUNTED and second.unit in _COUNTED and second.span.start > first.span.end:
            gap = context.passages.between(first, second)
            told = _EACH_HAD.match(gap) and _EACH_BEHIND.match(context.passages.after(second, 45))
            there = _OF_WHICH_THERE.match(gap) and _TEAMS_OF.search(context.passages.before(first, 30))
            if (_EACH_OF.match(gap) or told or there) and len(gap) < 60:
                inside |= {first.id, second.id}
                both = ("(", first, " × ", second, ")")
                yield _Number(first.value * second.value, both, frozenset({first.id, second.id}))
    for figure in others:
        if figure.id not in inside and figure.unit in _COUNTED:
            yield _Number(figure.value, (figure,), frozenset({figure.id}))


def _is_average(context: Context, sentence: Sentence, figure: Figure) -> bool:
    """Tell whether the words beside a figure, up to the figures on either side, make it an average or so much each."""
    if figure.unit in _NEVER or figure.nature in {Nature.BENCHMARK, Nature.CHANGE} or figure.value <= 0:
        return False
    at = sentence.figures.index(figure)
    start = sentence.figures[at - 1].span.end if at else sentence.span.start
    end = sentence.figures[at + 1].span.start if at + 1 < len(sentence.figures) else sentence.span.end
    front, behind = context.passages.low[start : figure.span.start], context.passages.low[figure.span.end : end]
    if _ELSEWHERE.search(front[-60:]):
        return False
    if figure.unit is Unit.GBP and _A_PIECE.match(behind) is not None:
        return True
    if _ONE_OF_THEM.match(behind) is not None and _is_for_one(context, sentence, figure, behind):
        return True
    return _IN_FRONT.search(front) is not None or _BEHIND.match(behind) is not None


_ONE_OF_THEM = re.compile(r"^,? (?:to |for )?(?:a|an) (?P<noun>[a-z]{4,})\b")


def _is_for_one(context: Context, sentence: Sentence, figure: Figure, behind: str) -> bool:
    """Tell whether "30 to a class" is for one of the classes told, and "£850 a week" beside another sum a week."""
    one = _ONE_OF_THEM.match(behind)
    others = [f for f in sentence.figures if f is not figure]
    if one is None:
        return False
    if figure.unit is Unit.GBP:
        priced = context.passages.before(figure, 4).endswith(" at ")
        return priced and any(
            f.unit is Unit.GBP and f.value > figure.value and context.passages.after(f, 20).startswith(one.group())
            for f in others
        )
    several = re.compile(rf"^\s*(?:[a-z-]+ )?{re.escape(one['noun'])}(?:s|es)\b")
    return figure.unit in _COUNTED and any(several.match(context.passages.after(f, 40)) for f in others)


def _may_belong(figure: Figure) -> bool:
    """Tell whether a figure may be the total or the number of an average beside it."""
    if figure.unit in _NEVER or figure.nature in _NO_PART or figure.value <= 0:
        return False
    return figure.qualifier not in {Qualifier.OVER, Qualifier.UNDER} or figure.step <= 1
