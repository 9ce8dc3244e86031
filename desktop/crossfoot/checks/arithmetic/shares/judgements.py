"""Shares of "good or better", where the judgements are counted one by one beside their whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.interval import Interval, reach, rounded_like
from crossfoot.checks.basis.outcome import Outcome, holds, query
from crossfoot.checks.basis.passages import Sentence
from crossfoot.checks.basis.slips import is_slip
from crossfoot.model import Figure, Qualifier, Unit
from crossfoot.model.wording import number_words

_IS = r"(?:were |was |are |had been )?(?:judged |graded |rated |found )?(?:to be |as )?"
_OR_BETTER = re.compile(rf"\s*(?:%|per ?cent|percent)?\s*(?:of [a-z ]{{3,40}} )?{_IS}good or (?:better|outstanding)\b")
_BEST = re.compile(rf"\s*{_IS}outstanding\b")
_GOOD = re.compile(rf"\s*{_IS}good\b(?! or (?:better|outstanding))")
_LOWER = re.compile(rf"\s*(?:[a-z]+ )?{_IS}(?:requir\w+ improvement|satisfactory|adequate|inadequate|improvement)\b")
_BACK = 2


def good_or_better(context: Context) -> Iterator[Outcome]:
    """Yield whether a share of "good or better" is that of the outstanding and the good among all that were judged."""
    if "good or " not in context.passages.low:
        return
    for percent in context.figures:
        if percent.unit is not Unit.PERCENT:
            continue
        sentence = context.passages.sentence_of(percent)
        if sentence is None or not _OR_BETTER.match(context.passages.after(percent, 80)):
            continue
        for one in context.passages.sentences[max(0, sentence.index - _BACK) : sentence.index + 1]:
            told = _told(context, one) if one.paragraph == sentence.paragraph else None
            if told is not None:
                yield from _said(*told, percent)


def _told(context: Context, sentence: Sentence) -> tuple[Figure, Figure, Figure] | None:
    """Return the outstanding, the good and all, of a sentence that counts the judgements one by one."""
    counts = [f for f in sentence.figures if f.unit in {Unit.COUNT, None} and f.qualifier is Qualifier.NONE]
    behind = [(f, context.passages.after(f, 40)) for f in counts]
    best, good, lower = ([f for f, words in behind if pattern.match(words)] for pattern in (_BEST, _GOOD, _LOWER))
    known = {f.id for f in (*best, *good, *lower)}
    wholes = [f for f in counts if f.id not in known]
    if len(best) != 1 or len(good) != 1 or not lower or len(wholes) != 1:
        return None
    return best[0], good[0], wholes[0]


def _said(best: Figure, good: Figure, whole: Figure, percent: Figure) -> Iterator[Outcome]:
    """Yield whether the share is that of the two, or a slip of typing off it."""
    both = best.value + good.value
    if not 0 < both <= whole.value:
        return
    value = both / whole.value * Decimal(100)
    working: tuple[Figure | str, ...] = ("(", best, " + ", good, ") ÷ ", whole, " = ")
    if Interval(value, value).meets(reach(percent)):
        yield holds(f"Good or better are {number_words(percent.value)}%.", *working, percent, " holds")
    elif is_slip(percent, value):
        shown = number_words(rounded_like(value, percent))
        yield query(
            f"Good or better are {shown}% by the judgements, but {number_words(percent.value)}% is printed; "
            "worth checking.",
            *working,
            f"{shown}%, ",
            percent,
            " is printed",
        )
