"""Percentages that are some other count's: of one in the same brackets, of a number beside it, of what is named.

"By the Council (784; 50.8%), by themselves (502; 32.5%)": the first is of the 784. "Of the 158 in the 2002 group 64
did (40.5%)": of the 64, though it is no figure. "143 had come. The proportion in work was 58%": of those named there.
"""

from __future__ import annotations

import re
from decimal import Decimal

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.interval import Interval, reach
from crossfoot.model import Figure, Unit

_IN_BRACKETS = re.compile(r"\s*[;,:]\s*")
_OWN_BEHIND = re.compile(r",? (?:i\.e\.|or|that is,?) $|\s*[(;]\s*$|, $")
_A_NUMBER = re.compile(r"(?<![\d.,£])\d[\d,]*(?![\d.]|,\d|%)")
_NAMED = re.compile(
    r"^(?:\W*|[^.]{0,40}\b)(?:proportion|percentage|share) of (?!them|these|those|whom|which|the total|this)[a-z]"
)


def is_anothers_share(context: Context, part: Figure, whole: Figure, percent: Figure) -> bool:
    """Tell whether a percentage that is not the share of part and whole is told of another count."""
    return (
        _is_in_brackets_with(context, part, whole, percent)
        or _is_of_siblings(context, part, whole, percent)
        or _is_of_number_beside(context, part, whole, percent)
        or _names_its_own(context, part, percent)
    )


def _is_in_brackets_with(context: Context, part: Figure, whole: Figure, percent: Figure) -> bool:
    """Tell whether brackets hold the whole and the percentage, and the part stands outside: "(784; 50.8%)"."""
    low = context.passages.low
    if not _IN_BRACKETS.fullmatch(low[whole.span.end : percent.span.start]):
        return False
    opened = low.rfind("(", max(0, whole.span.start - 3), whole.span.start)
    return opened >= 0 and not opened < part.span.start < percent.span.end


def _is_of_siblings(context: Context, part: Figure, whole: Figure, percent: Figure) -> bool:
    """Tell whether the whole has a percentage of its own, and both are of a larger one: "5,561 (92.1%); 5,905 …"."""
    sentence = context.passages.sentence_of(whole)
    if sentence is None or percent not in sentence.figures:
        return False
    for own in sentence.figures:
        if own.unit is not Unit.PERCENT or own is percent or own.span.start < whole.span.end or own.value <= 0:
            continue
        if not _OWN_BEHIND.search(context.passages.low[whole.span.end : own.span.start]):
            return False
        return _base(part, percent).meets(_base(whole, own))
    return False


def _base(count: Figure, percent: Figure) -> Interval:
    """Return where the whole lies that a count is so many per cent of."""
    own, share = reach(count), reach(percent)
    return Interval(own.low * 100 / max(share.high, Decimal("0.01")), own.high * 100 / max(share.low, Decimal("0.01")))


def _is_of_number_beside(context: Context, part: Figure, whole: Figure, percent: Figure) -> bool:
    """Tell whether a number of the sentence that is no figure has the printed share of one of the two counts."""
    sentence = context.passages.sentence_of(percent)
    if sentence is None:
        return False
    start = sentence.span.start
    for match in _A_NUMBER.finditer(sentence.low, 0, percent.span.start - start):
        if any(f.span.start <= start + match.start() < f.span.end for f in sentence.figures):
            continue
        number = Decimal(match.group().replace(",", ""))
        for base in (part.value, whole.value):
            if 0 < number <= base and reach(percent).low <= number * 100 / base <= reach(percent).high:
                return True
    return False


def _names_its_own(context: Context, part: Figure, percent: Figure) -> bool:
    """Tell whether a percentage of a later sentence is one of what that sentence names: "The proportion of …"."""
    sentence = context.passages.sentence_of(percent)
    if sentence is None or part in sentence.figures or part.span.start > percent.span.start:
        return False
    return _NAMED.match(sentence.low[: percent.span.start - sentence.span.start]) is not None
