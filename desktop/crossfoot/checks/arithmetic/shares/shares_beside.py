"""Percentages set right beside a part and its whole: "33 of the 110 posts, 30% of them", "£1.2m was 15% of the £8m".

Nothing but the noun stands between the three, so that no slip need explain what does not agree: the percentage is of
these two, or one of the three is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.interval import Interval, reach, rounded_like
from crossfoot.checks.basis.outcome import Outcome, holds, query
from crossfoot.checks.basis.passages import Sentence
from crossfoot.model import Figure, Nature, Qualifier, Unit
from crossfoot.model.wording import number_words

_OF = re.compile(
    r"^\s*(?:out )?of (?:the |our |its |these |those |all |a total of )*(?:(?!and |but |or |while |with )[a-z’'-]+ )?$"
)
_APPOSED = re.compile(
    r"^(?! (?:were|was|had|have|are|is)\b)(?: (?!and\b|but\b|while\b)[a-z’'-]+){0,3},? ?"
    r"(?:, |\(|– |— |- |, or |or |that is,? )$"
)
_BEHIND = re.compile(r"^\s*(?:%|per cent|percent)?\s*(?:of (?:them|these|those|the total|the whole|all)\b|[,.;)]|$)")
_WAS = re.compile(
    r"^(?:[^.;:()%\d]{0,30}?,)? ?(?:was|is|were|are|represent(?:s|ed|ing)|made up|makes? up|equals|equalled"
    r"|account(?:s|ed|ing) for|or)\s+(?:about |some |just |only |exactly )?$"
)
_OF_WHOLE = re.compile(r"^\s*(?:%|per cent|percent)?\s*of (?:the |our |its |a |all )(?:total (?:of )?)?£?$")
_OTHER = re.compile(
    r"\b(?:target|national\w*|england|compar\w+|last year|previous\w*|increas\w+|rose|fell|up|down|rise|fall|higher"
    r"|lower|more|less|fewer|average)\b"
)
_COUNTED = frozenset({Unit.COUNT, Unit.FTE, Unit.GBP, None})
_AIMS = frozenset({Nature.CHANGE, Nature.TARGET, Nature.BENCHMARK})
_SLACK = Decimal("0.05")
"""How far "about" may be off, as a share of the percentage."""


def shares_beside(context: Context) -> Iterator[Outcome]:
    """Yield whether a percentage right beside a part and its whole is the share that the two make."""
    for sentence in context.passages.sentences:
        if len(sentence.figures) < 3 or context.passages.paragraphs[sentence.paragraph].is_row:
            continue
        if all(f.unit is not Unit.PERCENT for f in sentence.figures):
            continue
        for at in range(len(sentence.figures) - 2):
            yield from _three(context, sentence, at)


def _three(context: Context, sentence: Sentence, at: int) -> Iterator[Outcome]:
    first, second, third = sentence.figures[at : at + 3]
    one, two = context.passages.between(first, second), context.passages.between(second, third)
    if _OTHER.search(one) or _OTHER.search(two):
        return
    if third.unit is Unit.PERCENT and _OF.match(one) and _APPOSED.match(two):
        if _BEHIND.match(context.passages.after(third, 24)):
            yield from _said(first, second, third)
    elif second.unit is Unit.PERCENT and _WAS.match(one) and _OF_WHOLE.match(two):
        yield from _said(first, third, second)


def _said(part: Figure, whole: Figure, percent: Figure) -> Iterator[Outcome]:
    """Yield whether a percentage is the share of a part in its whole."""
    plain = {part.qualifier, whole.qualifier} <= {Qualifier.NONE} and percent.qualifier in {
        Qualifier.NONE,
        Qualifier.APPROX,
    }
    usual = part.unit in _COUNTED and whole.unit in _COUNTED and same_kind(part, whole)
    if not plain or not usual or not 0 < part.value <= whole.value or {part.nature, percent.nature} & _AIMS:
        return
    value = part.value / whole.value * 100
    made = (reach(part) / reach(whole)).times(100)
    slack = max(percent.step, percent.value * _SLACK if percent.qualifier is Qualifier.APPROX else Decimal(0))
    told = Interval(percent.value - slack, percent.value + slack)
    shown = number_words(rounded_like(value, percent, finer=0 if percent.step < 1 else 1))
    numbers = f"{number_words(part.value)} is {shown}% of {number_words(whole.value)}"
    working: tuple[Figure | str, ...] = (part, " ÷ ", whole, f" = {shown}%, ")
    if made.meets(told):
        yield holds(f"{numbers}.", *working, percent, " holds")
    else:
        yield query(
            f"{numbers}, but {number_words(percent.value)}% is printed; worth checking.",
            *working,
            percent,
            " is printed",
        )
