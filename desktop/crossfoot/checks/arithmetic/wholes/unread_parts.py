"""Numbers that stand among the parts of a whole and are no figures, and that are what the parts lack."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from crossfoot.checks.basis.context import Context
from crossfoot.model import Figure
from crossfoot.model.english import number_told, numbers_named

_SMALL = numbers_named(1, 12)
_A_NUMBER = re.compile(rf"(?<![\d/.,-])(?:\d[\d,]*(?![\d/]|\.\d| ?%|st\b|nd\b|rd\b|th\b)|\b(?:{_SMALL})\b)")


def has_unread_part(context: Context, parts: Sequence[Figure], whole: Figure, more: int = 0) -> bool:
    """Tell whether a number that stands beside the parts and is no figure is what they lack: "and one was left".

    ``more`` is what parts add that are known to be no figures.
    """
    missing = whole.value - sum((p.value for p in parts), Decimal(more))
    numbers = list(_unread_beside(context, parts, whole)) if missing > 0 else []
    if more and Decimal(more) in numbers:
        numbers.remove(Decimal(more))  # it is among the parts already
    return missing in numbers


_STATE = (
    r"vacant|vacancies|vacancy|unfilled|filled|frozen|empty|unoccupied|open|closed|unknown|outstanding|pending"
    r"|withdrawn"
    r"|deferred|undecided|unresolved|refused|rejected|approved|upheld|occupied|unused|unallocated|overdue|late|unclear"
)
_STILL = r"(?: (?:being|are|were|is|was|remain(?:ed|ing)?|still|left|currently|now)){0,2}"
_IN_A_STATE = re.compile(
    rf"[^.;:\d]{{1,70}}?(?:,| and|, and| with|, with|;| leaving|, leaving) (?P<number>\d[\d,]*|{_SMALL})"
    rf"(?: (?:posts?|places|of them))?{_STILL} (?:{_STATE})"
    r"(?: (?:posts?|places|at present|at the time|on that day))?\s*(?:[.;)]|$)"
)


def part_in_a_state(context: Context, parts: Sequence[Figure], whole: Figure) -> int:
    """Return the number that ends the parts of a whole and is no figure, "with two vacant"; nought where none does."""
    last = max(parts, key=lambda f: f.span.start)
    if whole.span.start > last.span.start:
        return 0
    sentence = context.passages.sentence_of(last)
    if sentence is None or last is not sentence.figures[-1]:
        return 0
    said = _IN_A_STATE.match(context.passages.low, last.span.end, sentence.span.end)
    words = said["number"].replace(",", "") if said else "0"
    return number_told(words)


def _unread_beside(context: Context, parts: Sequence[Figure], whole: Figure) -> Iterator[Decimal]:
    """Yield the numbers printed among some parts, or behind them in their sentence, that are no figures."""
    last = max(parts, key=lambda f: f.span.start)
    sentence = context.passages.sentence_of(last)
    start = min(f.span.start for f in (whole, *parts))
    at = {f.span.start for f in context.figures}
    for match in _A_NUMBER.finditer(context.passages.low, start, sentence.span.end if sentence else last.span.end):
        if match.start() not in at:
            words = match.group().replace(",", "")
            yield Decimal(number_told(words))
