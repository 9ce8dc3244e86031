"""Percentages whose rest is told without a number: they must leave one, and "the other half" is half of all.

"61 per cent were down to the NHS, 33 per cent to social care and the rest to both"; "the Council keeps 49%, 1% goes to
the Fire Authority and the other half to the Government".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.cues import NOT_EXCLUSIVE
from crossfoot.checks.basis.interval import total
from crossfoot.checks.basis.outcome import Outcome, holds, query
from crossfoot.checks.basis.passages import Sentence
from crossfoot.checks.basis.sums import added
from crossfoot.model import Figure, Nature, Qualifier, Unit
from crossfoot.model.wording import number_words

_HINT = re.compile(r"\b(?:rest|remainder|others|balance|other half)\b")
_REST = re.compile(
    r"(?:,|;|\band)\s+(?:the |all the |that of the |[a-z ]{0,40}\bin the )?"
    r"(?P<what>rest|remainder|others|balance|other half)\b"
    r"(?! (?:lower|higher|less|more|of the (?:year|borough|county|country|region|time)))[^\d%]*$"
)
_OTHER_RATE = re.compile(
    r"\b(?:compar\w+|target|against|previous\w*|last year|average|national\w*|england|lower|higher|better|worse"
    r"|rise|rose|fell|fall|up|down"
    r"|increas\w+|reduc\w+|decreas\w+|of (?:them|these|those|whom|which)|also|respectively)\b"
)
_OF_ITS_OWN = re.compile(r"\s*(?:%|per cent)? ?of (?!them|these|those|it\b|all\b)")
_MOST, _HALF, _HUNDRED = 6, 50, 100


_LEAVING = re.compile(
    r"(?:%|per ?cent)?[^.;:()%\d]{0,70}?(?:,|\(|\band|\bthus|\bso| [–—-]) ?(?:thereby |thus |which )?(?:leaving"
    r"|leaves|left)"
    r" (?:only |just |the (?:other|remaining) |another |a further )?"
)
_OF_ALL_BUT = re.compile(
    r"\b(?:of (?:these|those|them|whom|which)|target|compar\w+|against|previous\w*|last year|points?)\b"
)


def complements(context: Context) -> Iterator[tuple[Figure, ...]]:
    """Yield two percentages of which the second is called what the first leaves: "89%, leaving 11% that were late"."""
    for sentence in context.passages.sentences:
        if "lea" not in sentence.low and " left " not in sentence.low:
            continue
        percents = tuple(f for f in sentence.figures if f.unit is Unit.PERCENT)
        if len(percents) != _TWO or context.passages.paragraphs[sentence.paragraph].is_row:
            continue
        plain = all(f.qualifier in {Qualifier.NONE, Qualifier.APPROX} and f.nature in _SHARED for f in percents)
        if plain and _LEAVING.fullmatch(context.passages.between(*percents)) and not _OF_ALL_BUT.search(sentence.low):
            yield percents


_TWO = 2


def unsaid_rests(context: Context) -> Iterator[tuple[Outcome, tuple[Figure, ...]]]:
    """Yield whether percentages that a rest without a number ends leave one, with the percentages."""
    for sentence in context.passages.sentences:
        if _HINT.search(sentence.low) is None or context.passages.paragraphs[sentence.paragraph].is_row:
            continue
        percents = _percents(context, sentence)
        if percents:
            rest = _REST.search(context.passages.low[percents[-1].span.end : sentence.span.end])
            if rest is not None:
                yield from ((said, percents) for said in _said(percents, half=rest["what"] == "other half"))


def _percents(context: Context, sentence: Sentence) -> tuple[Figure, ...]:
    """Return the percentages of a sentence that share one whole out, as far as its words tell."""
    percents = tuple(f for f in sentence.figures if f.unit is Unit.PERCENT)
    plain = all(f.qualifier is Qualifier.NONE and f.nature in _SHARED and 0 < f.value < _HUNDRED for f in percents)
    if (
        not 1 < len(percents) <= _MOST
        or not plain
        or NOT_EXCLUSIVE.search(context.passages.low[sentence.span.start : percents[-1].span.end])
    ):
        return ()
    low = context.passages.low[percents[0].span.start : sentence.span.end]
    own = sum(_OF_ITS_OWN.match(context.passages.after(f, 24)) is not None for f in percents[1:])
    return () if own or _OTHER_RATE.search(low) else percents


_SHARED = frozenset({Nature.ACTUAL, Nature.FORECAST, Nature.PROPOSED, None})


def _said(percents: tuple[Figure, ...], *, half: bool) -> Iterator[Outcome]:
    """Yield what percentages and their rest come to."""
    value, working = added(percents)
    come = number_words(value)
    if half and total(percents).low <= _HALF <= total(percents).high:
        yield holds("The percentages and the other half add up to 100.", *working, " + half = 100% holds")
    elif half and _HALF - 20 <= value <= _HALF + 20:
        yield query(
            f"The percentages add up to {come}, not to half, but the other half is told; worth checking.",
            *working,
            f" = {come}%",
        )
    elif not half and total(percents).high < _HUNDRED:
        yield holds("The percentages leave a rest.", *working, f" = {come}%, the rest is told without a number")
    elif not half and total(percents).low >= _HUNDRED and value <= 2 * _HUNDRED - 50:
        yield query(
            f"The percentages add up to {come} and leave no rest, but one is told; worth checking.",
            *working,
            f" = {come}%",
        )
