"""A change told twice, as a number and in per cent, beside what it led to: the level before need not be printed.

"The grant of £18.73m, a reduction of 2.6% (£508,000)", "visits came to 41,240, a rise of 3,210 (8.4%)", "rents will
rise by 2.7%, or £2.31 a week, to £87.90": the number taken off or added again gives the level that the per cent are of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.cues import Way, way
from crossfoot.checks.basis.interval import Interval, reach, rounded_like
from crossfoot.checks.basis.outcome import Outcome, holds, query
from crossfoot.checks.basis.passages import Sentence
from crossfoot.model import Figure, Nature, Qualifier, Unit
from crossfoot.model.wording import number_words

_AGAIN = re.compile(
    r"(?: ?%| per cent)?,? (?:[a-z]+ ){0,2}?(?:\(|or |that is,? |i\.e\.,? |equal to |equivalent to |an? |\(or )"
    r"(?:about |some )?£?"
)
_OF_OTHERS = re.compile(
    r"^\s*(?:%|per cent)?\)?\s*(?:of|above|below|over|under|more than|less than) (?!last|the previous)"
)
_CHANGED = re.compile(
    r"\b(?:increase\w*|rise[ns]?|rose|rising|growth|grew|grown|up|fall\w*|fell|drop\w*|decrease\w*|reduc\w+|decline\w*|down"
    r"|cut|uplift)\b"
)
_WORD_AT = 45
_MOST, _FACTOR = 2, 3
_BARE = frozenset({Qualifier.NONE, Qualifier.APPROX})


def grown_by(context: Context) -> Iterator[Outcome]:
    """Yield whether a change in per cent is what its number makes of the level that the closing figure leaves."""
    for sentence in context.passages.sentences:
        if len(sentence.figures) < _FACTOR or context.passages.paragraphs[sentence.paragraph].is_row:
            continue
        for first, second in pairwise(sentence.figures):
            percent, size = (first, second) if first.unit is Unit.PERCENT else (second, first)
            if percent.unit is not Unit.PERCENT or size.unit is Unit.PERCENT or not percent.value > 0 < size.value:
                continue
            went = _way(context, sentence, first, second)
            if went is not None and not _OF_OTHERS.match(context.passages.after(percent, 30)):
                yield from _of_levels(context, sentence, percent, size, went)


def _way(context: Context, sentence: Sentence, first: Figure, second: Figure) -> Way | None:
    """Return which way two figures that tell one change twice say it went, or None where they do not."""
    if not _AGAIN.fullmatch(context.passages.between(first, second)):
        return None
    front = context.passages.low[max(sentence.span.start, first.span.start - _WORD_AT) : first.span.start]
    front = re.split(r"[;:]|\.\s", front)[-1]
    words = list(_CHANGED.finditer(front))
    if words and not re.search(r"\d", front[words[-1].end() :]):
        return _way_of(words[-1].group())
    behind = _CHANGED_BEHIND.match(context.passages.after(second, 30))
    return None if behind is None else _way_of(behind["word"])


_CHANGED_BEHIND = re.compile(r"[%) ]{0,3}(?P<word>up|down|higher|lower|more|fewer|less)\b")


def _way_of(word: str) -> Way | None:
    return Way.UP if word in {"up", "uplift", "more"} else way(word)


def _of_levels(context: Context, sentence: Sentence, percent: Figure, size: Figure, went: Way) -> Iterator[Outcome]:
    """Yield what the levels of the sentence make of the change; asked about where one alone can be meant."""
    levels = [
        f
        for f in sentence.figures
        if f not in (percent, size) and f.unit is not Unit.PERCENT and same_kind(f, size) and f.value > size.value
    ]
    if not 1 <= len(levels) <= _MOST or any(f.qualifier not in _BARE for f in (percent, size, *levels)):
        return
    told = reach(percent)
    for level in levels:
        opening = reach(level) - reach(size) if went is Way.UP else reach(level) + reach(size)
        if opening.low > 0 and (reach(size) / opening).times(100).meets(told):
            sign = " − " if went is Way.UP else " + "
            yield holds(
                f"The change is {number_words(percent.value)}% of what there was before.",
                *(size, " ÷ (", level, sign, size, ") = ", percent, " holds"),
            )
            return
    level = levels[0]
    other = level.nature in {Nature.CHANGE, Nature.VARIANCE, Nature.BENCHMARK}
    if len(levels) > 1 or other or _is_share(size, level, told):
        return
    opening_value = level.value - went * size.value
    if opening_value <= 0 or _is_known(context, percent, size, told):
        return
    rate = size.value / opening_value * 100
    if rate / _FACTOR <= percent.value <= rate * _FACTOR:
        yield _asked(percent, size, level, went, rounded_like(rate, percent, finer=0 if percent.step < 1 else 1))


def _asked(percent: Figure, size: Figure, level: Figure, went: Way, rate: Decimal) -> Outcome:
    """Return a query about a change told as a number and in per cent that do not agree."""
    return query(
        f"The change is {number_words(rate)}% of what there was before, but {number_words(percent.value)}% is printed; "
        "worth checking.",
        size,
        " ÷ (",
        level,
        " − " if went is Way.UP else " + ",
        size,
        f") = {number_words(rate)}%, ",
        percent,
        " is printed",
    )


def _is_share(size: Figure, level: Figure, told: Interval) -> bool:
    """Tell whether the per cent are those of the level that is printed: it is the one from before."""
    return (reach(size) / reach(level)).times(100).meets(told)


def _is_known(context: Context, percent: Figure, size: Figure, told: Interval) -> bool:
    """Tell whether another number of the record is what the change is per cent of."""
    return any(
        same_kind(f, size) and f.value > size.value and (reach(size) / reach(f)).times(100).meets(told)
        for f in context.figures
        if f is not size and f is not percent and f.unit is size.unit and f.qualifier in _BARE
    )
