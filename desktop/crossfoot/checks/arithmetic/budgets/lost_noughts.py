"""Numbers that lost the noughts behind their point: "£14.8 an hour", "3 FTE" beside "6.0 FTE", "from £412 to £428.50".

Pounds have two decimals or none. Whoever prints a nought behind a point does so on purpose, so that a whole number
told beside it lost its own; averages of one measure told at two times, and prices that are nearly the same, have
equally many.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.passages import Sentence
from crossfoot.model import Figure, Nature, Qualifier, Unit

_PRINTED = re.compile(
    r"(?<![\d.])(?P<whole>\d[\d,]*)(?:\.(?P<decimals>\d+))?\s*(?P<scale>m(?:illion|n)?|k|bn|billion)?\b", re.IGNORECASE
)
_TIMES = frozenset({Unit.DAYS, Unit.WEEKS, Unit.MONTHS})
_MEASURED = frozenset({Unit.FTE, Unit.RATE_PER_10000, Unit.SCORE, *_TIMES})
_AVERAGE = re.compile(r"\b(?:average|averag(?:ed|es|ing)|mean|median|on average)\b")
_AIM = re.compile(
    r"\b(?:target|standard|limit|threshold|statutory|within|at least|no more than|maximum|up to|more than"
    r"|budget|aim\w*"
    r"|should|last|next|out of)\b|\b(?:over|under|about|of (?:the|which|whom|these)) (?=£?\d{1,3}(?!\d))"
)
_BESIDE = re.compile(r"\b(?:to|and|from|against|compared|in|than|while|whereas)\b|,")
_APART = re.compile(r"[;:]|\.\s|\b(?:of which|of whom|including|(?:leaving|making) (?=£?\d))")
_PRICE = re.compile(
    r"\s*(?:a|an|per|each|for each|every) (?!year\b|annum\b|cent\b)[a-z]+|\s*(?:to|and|from|in|for|,)\b|\s*[.,]?$"
)
_PENCE, _PRICES, _NEAR, _GAP, _WIDE = 2, 2000, Decimal("1.5"), 90, 4
_FULL = 100


def lost_noughts(context: Context) -> Iterator[tuple[Figure, Figure]]:
    """Yield numbers beside each other of which one keeps its noughts, or pence, and the other has lost them."""
    for sentence in context.passages.sentences:
        if len(sentence.figures) < _PENCE or "." not in sentence.text:
            continue
        if context.passages.paragraphs[sentence.paragraph].is_row:
            continue
        yield from _one_decimal(sentence)
        yield from _whole_rate(context, sentence)
        for first, second in combinations(_plain(sentence), 2):
            if _one_kept(context, first, second) or _at_two_times(context, sentence, first, second):
                yield first, second


def _plain(sentence: Sentence) -> Sequence[Figure]:
    """Return the numbers of a sentence that are no aim, bound or change."""
    told = {Nature.TARGET, Nature.CHANGE, Nature.VARIANCE}
    kept = {Qualifier.NONE, Qualifier.AVERAGE}
    return [f for f in sentence.figures if f.nature not in told and f.qualifier in kept and _decimals(f) is not None]


def _decimals(figure: Figure) -> str | None:
    """Return the decimals that a number in full is printed with; None for one in words or in millions."""
    found = _PRINTED.search(figure.quote)
    return None if found is None or found["scale"] else (found["decimals"] or "")


def _one_decimal(sentence: Sentence) -> Iterator[tuple[Figure, Figure]]:
    """Yield an amount of pounds with one decimal behind another one in full: "£17.50 an hour … £14.8 an hour"."""
    pounds = [f for f in sentence.figures if f.unit is Unit.GBP and "£" in f.quote and _decimals(f) is not None]
    short = [f for f in pounds if len(_decimals(f) or "") == 1 and f.value < _PRICES]
    full = [f for f in pounds if len(_decimals(f) or "") == _PENCE]
    if len(short) == 1 and full:
        yield full[0], short[0]


def _one_kept(context: Context, first: Figure, second: Figure) -> bool:
    """Tell whether of two numbers of one unit one shows a nought behind its point and the other is whole."""
    if first.unit is not second.unit or first.unit not in _MEASURED or not _set_beside(context, first, second):
        return False
    decimals = {_decimals(first), _decimals(second)}
    whole = first if not _decimals(first) else second
    if "" not in decimals or not any(d and not d.strip("0") for d in decimals) or whole.value in {0, _FULL}:
        return False
    return not _aimed_at(context, whole)


def _at_two_times(context: Context, sentence: Sentence, first: Figure, second: Figure) -> bool:
    """Tell whether of two averages, or of two prices nearly the same, set beside each other, one is whole."""
    decimals = (_decimals(first) or "", _decimals(second) or "")
    if bool(decimals[0]) is bool(decimals[1]) or not _set_beside(context, first, second):
        return False
    small, large = sorted((first.value, second.value))
    if small <= 0 or _aimed_at(context, first) or _aimed_at(context, second):
        return False
    if first.unit is Unit.GBP and second.unit is Unit.GBP:
        pence = _PENCE in (len(decimals[0]), len(decimals[1]))
        told = all(_PRICE.match(context.passages.after(f, 30)) for f in (first, second))
        return pence and told and large <= _PRICES and large <= small * _NEAR and len(sentence.figures) == _PENCE
    alike = sum(f.unit is first.unit for f in sentence.figures) == _PENCE
    same = first.unit is second.unit and first.unit in _TIMES and first.indicator == second.indicator
    return same and alike and large <= small * _PENCE and _AVERAGE.search(sentence.low) is not None


def _aimed_at(context: Context, figure: Figure) -> bool:
    """Tell whether the words in front of a number make it an aim, a bound or a part."""
    front = context.passages.before(figure, 40)
    return _AIM.search(re.split(r"[\d,;]", front)[-1] + figure.quote) is not None


def _whole_rate(context: Context, sentence: Sentence) -> Iterator[tuple[Figure, Figure]]:
    """Yield the one of three rates or more that has no decimals behind another: "62.1 …, 58 …, 66.4 per 10,000"."""
    if not any(f.unit is Unit.RATE_PER_10000 for f in sentence.figures):
        return
    rates = [f for f in sentence.figures if _is_rate(context, f)]
    whole = [f for f in rates if not _decimals(f)]
    aside = "(" in sentence.low[rates[0].span.end - sentence.span.start :] if rates else True
    if len(rates) > _PENCE and len(whole) == 1 and not aside:
        yield next(f for f in rates if f is not whole[0]), whole[0]


_A_RATE = re.compile(r"\b(?:rate|one|own|figure)\b[^.;\d]{0,20}$")


def _is_rate(context: Context, figure: Figure) -> bool:
    """Tell whether a number of a sentence about a rate is one, too: "the national rate 58", "a regional one of 66"."""
    told = figure.unit in {Unit.COUNT, None} and _A_RATE.search(context.passages.before(figure, 40)) is not None
    return (figure.unit is Unit.RATE_PER_10000 or told) and figure.nature is not Nature.TARGET


def _set_beside(context: Context, first: Figure, second: Figure) -> bool:
    """Tell whether two numbers are told beside each other, and of much the same size."""
    gap = context.passages.between(first, second)
    small, large = sorted((abs(first.value), abs(second.value)))
    near = len(gap) <= _GAP and _BESIDE.search(gap) is not None and _APART.search(gap) is None
    return near and 0 < large <= small * _WIDE
