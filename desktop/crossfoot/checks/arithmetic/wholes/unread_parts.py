"""Numbers that stand among the parts of a whole and are no figures, and that are what the parts lack."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from crossfoot.checks.basis.context import Context
from crossfoot.model import Figure

_NUMBER_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_A_NUMBER = re.compile(
    rf"(?<![\d/.,-])(?:\d[\d,]*(?![\d/]|\.\d| ?%|st\b|nd\b|rd\b|th\b)|\b(?:{'|'.join(_NUMBER_WORDS)})\b)"
)


def has_unread_part(context: Context, parts: Sequence[Figure], whole: Figure, more: int = 0) -> bool:
    """Tell whether a number that stands beside the parts and is no figure is what they lack: "and one was left".

    ``more`` is what parts add that are known to be no figures.
    """
    missing = whole.value - sum((p.value for p in parts), Decimal(more))
    return missing > 0 and missing in _unread_beside(context, parts, whole)


def _unread_beside(context: Context, parts: Sequence[Figure], whole: Figure) -> Iterator[Decimal]:
    """Yield the numbers printed among some parts, or behind them in their sentence, that are no figures."""
    last = max(parts, key=lambda f: f.span.start)
    sentence = context.passages.sentence_of(last)
    start = min(f.span.start for f in (whole, *parts))
    at = {f.span.start for f in context.figures}
    for match in _A_NUMBER.finditer(context.passages.low, start, sentence.span.end if sentence else last.span.end):
        if match.start() not in at:
            words = match.group().replace(",", "")
            yield Decimal(words) if words.isdecimal() else Decimal(_NUMBER_WORDS.index(words) + 1)
