"""Times that follow from how numbers fit together: what is left of a whole, and both ends of a like movement.

A number that is just what remains when a part is taken from a whole is of the time of the whole, and what moved "over
the same period" began and ended with what the sentences before set side by side.
"""

from __future__ import annotations

import re
from itertools import pairwise

from crossfoot.extraction.figures.periods.known import When
from crossfoot.extraction.figures.periods.leaning import is_of_a_later_time, is_of_an_earlier_time
from crossfoot.extraction.figures.periods.question import Dated, Question
from crossfoot.extraction.figures.periods.sources import WHOLE
from crossfoot.model import Figure, Nature, PeriodKind

_LEFT = frozenset({"remaining", "remain", "remained", "remainder", "rest", "balance", "other", "left", "others"})
"""Words without one of which nothing is told as what is left."""

_THE_REST = re.compile(
    r"\b(?:remaining|other|rest|remainder|balance|difference|leaving)\b[^.;\d]{0,20}$", re.IGNORECASE
)
_IS_LEFT = re.compile(r"[^.;,\d]{0,30}\b(?:remain(?:ed|s|ing)?|left)\b", re.IGNORECASE)


def of_what_is_left(question: Question, when: When | None) -> Dated | None:
    """Return the period of the whole of which a number is what is left: "388 were finished, 341 in time. The other 47".

    It is known by its size: the whole less the part, or less all the parts of its own sentence. ``when`` is the
    expression that was found to date it: one behind it only tells what becomes of it.
    """
    sight = question.sight
    s = sight.sentence
    if s.words.isdisjoint(_LEFT) or (when is not None and when.span.start < sight.end):
        return None
    before = s.text[max(s.start, sight.start - 40) : sight.start]
    if _THE_REST.search(before) is None and _IS_LEFT.match(s.text, sight.end, sight.right) is None:
        return None
    own = [figure for figure in sight.told if figure.unit is sight.number.unit]
    told = [f for reading in sight.around.previous for f in reading.told if f.unit is sight.number.unit]
    for whole in (*reversed(told), *own[:1]):
        parts = sum(figure.value for figure in own if figure is not whole)
        if parts and whole.value - parts == sight.number.value:
            return _like(question, whole)
    if sight.number.value < _CHANCE:
        return None
    for whole, part in pairwise(told):
        if whole.value - part.value == sight.number.value:
            return _like(question, whole)
    return None


def _like(question: Question, whole: Figure) -> Dated | None:
    """Return the period of a whole for what is left of it; what "are" there now takes no stretch."""
    period, sight = whole.period, question.sight
    if period is None or (period.kind is PeriodKind.DURING and _ARE.match(sight.sentence.text, sight.end) is not None):
        return None
    return Dated(period, WHOLE)


_ARE = re.compile(r"[\s\xa0]+(?:[a-z]+[\s\xa0]+){0,2}(?:are|is|live)\b")


_CHANCE = 20
"""What is smaller may fit two numbers of the sentences before by chance."""


_SPANS = frozenset({"period", "time", "months", "interval", "year", "years"})
_OVER_IT = re.compile(
    r"\b(?:over|in|during|across)\s+(?:(?:the|that|this)\s+same|that|those)\s+(?:\w+\s+){0,2}?(?:period|time|months|interval|years?)\b"
    r"|\bover\s+(?:this|the)\s+period\b"
)
"""Words by which a movement is one of the time between two days that were set side by side before."""


def over_the_same_time(question: Question) -> Dated | None:
    """Return the day that an end of a movement "over the same period" is of, as those of the one told before it."""
    sight, around = question.sight, question.sight.around
    s = sight.sentence
    if question.nature is not Nature.ACTUAL or s.words.isdisjoint(_SPANS):
        return None
    if not around.previous or not s.says(_OVER_IT):
        return None
    first = is_of_an_earlier_time(sight)
    if not first and not is_of_a_later_time(sight):
        return None
    told = {
        f.period.end: f.period for f in around.previous[-1].told if f.period is not None and f.nature is Nature.ACTUAL
    }
    ends = [told[end] for end in sorted(told)]
    alike = len({(period.kind, (period.end - period.start).days // _A_MONTH) for period in ends}) == 1
    return Dated(ends[0 if first else -1], WHOLE) if len(ends) > 1 and alike else None


_A_MONTH = 31
