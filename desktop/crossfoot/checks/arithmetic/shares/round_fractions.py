"""Fractions in words with the percentage that they round: "one in four pupils – 25.3% –", "a third of homes (34%)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.outcome import Outcome, holds, query
from crossfoot.checks.basis.passages import Sentence
from crossfoot.model import Figure, Qualifier, Unit
from crossfoot.model.english import NUMBER_NAMED, numbers_named
from crossfoot.model.wording import number_words

_NUMBER = numbers_named(1, 10)
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_FRACTION = re.compile(
    r"\b(?:(?P<about>about|roughly|around|some|nearly|almost|over|under|more than|less than|just over|just under"
    r"|well over|fewer than|approximately|at least) )?"
    rf"(?:(?P<count>{_NUMBER}) (?:in|out of) (?:every )?(?P<of>{_NUMBER})\b"
    rf"|(?:(?P<times>an?|one|two|three|four)[ -])?(?P<part>{'|'.join(_PARTS)})s?\b"
    r"(?![ -](?:year|term|hour|day|an? |of (?:one|a) )|-))"
)
_BESIDE = re.compile(r"^(?: of)?(?: [a-z’'-]+| \d\b){0,7}? ?(?:\(|[–—] ?)(?:or |i\.e\. |that is,? )?$")
_ENDS = re.compile(r"^\s*(?:%|per ?cent)?\s*(?:\)|[–—,.;]|in (?:19|20)\d\d|$)")
_OTHER_TIMES = re.compile(
    r"\b(?:last|previous|target|england|national|compared|against|from|than|a year|year before)\b"
)
_HINTS = ("half", "third", "quarter", "fifth", "sixth", "eighth", "tenth", " in ", " out of ")
_SMALLEST = 5
"""A smaller percentage is of a change, not of what the fraction is of."""
_LOOSE, _LEAST = Decimal("0.12"), Decimal(2)
"""How far, as a share of it and in points, a fraction in words may be off; twice as far with "about" or "nearly"."""


def round_fractions(context: Context) -> Iterator[Outcome]:
    """Yield whether fractions in words are about the percentages that stand beside them."""
    for sentence in context.passages.sentences:
        percents = [f for f in sentence.figures if f.unit is Unit.PERCENT and f.qualifier is Qualifier.NONE]
        if not percents or not any(hint in sentence.low for hint in _HINTS):
            continue
        if not context.passages.paragraphs[sentence.paragraph].is_row:
            yield from _of_sentence(context, sentence, percents)


def _of_sentence(context: Context, sentence: Sentence, percents: list[Figure]) -> Iterator[Outcome]:
    """Yield what the fractions of a sentence are beside."""
    for match in _FRACTION.finditer(sentence.low):
        if match["part"] and match["part"] != "half" and not match["times"]:
            continue  # "the third quarter"
        end = sentence.span.start + match.end()
        percent = next((f for f in percents if f.span.start >= end), None)
        if percent is None or percent.value < _SMALLEST:
            continue
        gap = context.passages.low[end : percent.span.start]
        told = _BESIDE.match(gap) and _ENDS.match(context.passages.after(percent, 12))
        if told and not _OTHER_TIMES.search(gap):
            yield _beside(match, percent)


def _beside(said: re.Match[str], percent: Figure) -> Outcome:
    """Return whether a fraction in words is about the percentage beside it."""
    if said["count"]:
        top, below = (NUMBER_NAMED[said[name]] for name in ("count", "of"))
    else:
        top, below = {"two": 2, "three": 3, "four": 4}.get(said["times"] or "", 1), _PARTS[said["part"]]
    due = Decimal(100 * top) / below
    loose = max(due * _LOOSE, _LEAST) * (2 if said["about"] else 1)
    word, printed = said.group().strip(), number_words(percent.value)
    if abs(percent.value - due) <= loose:
        return holds(f"{printed}% is about “{word}”.", f"“{word}” ", percent, " holds")
    return query(f"“{word}” is told of what {printed}% stands beside; worth checking.", f"“{word}” ", percent)
