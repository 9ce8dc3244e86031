"""Fractions in words with the part and the whole beside them: "one in five of the 135 carers (27)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.outcome import Outcome, holds, query
from crossfoot.checks.basis.passages import Sentence
from crossfoot.model import Figure, Qualifier, Unit
from crossfoot.model.wording import number_words

_OF_WHOLE = re.compile(
    r"^\s*of (?:the |all |all the |our |its |those |these |a total of |some )*(?:[a-z’'-]+ ){0,2}(?:of )?$"
)
_THEN_PART = re.compile(r"^[^.;:%]{0,80}?[(,–—-]\s*(?:that is,? |i\.e\. |or |namely |being )?$")
_PART_FIRST = re.compile(r"^[^.;:%]{0,50}?[(,]\s*(?:or |that is,? |i\.e\. |about |nearly |almost |just over )*$")
_PART_ENDS = re.compile(r"^\s*(?:[a-z’'-]+ ?){0,2}(?:\)|,|–|—|in all\b|altogether\b)")
_LOOSE = Decimal("0.12")
"""A fraction in words is a round one: this share of it is allowed to either side."""
_NEARLY = {
    Qualifier.OVER: (Decimal("0.97"), Decimal("1.35")),
    Qualifier.UNDER: (Decimal("0.7"), Decimal("1.03")),
    Qualifier.APPROX: (Decimal("0.75"), Decimal("1.25")),
}
"""How far "over", "nearly" and "about" let the share lie from the fraction, as factors of it."""


def fractions(context: Context) -> Iterator[Outcome]:
    """Say of fractions in words, with their part and whole beside them, whether the part is that fraction."""
    for sentence in context.passages.sentences:
        if context.passages.paragraphs[sentence.paragraph].is_row:
            continue
        for index, fraction in enumerate(sentence.figures):
            if fraction.unit is Unit.RATIO and 0 < fraction.value < 1:
                found = _beside(context, sentence, index)
                if found is not None:
                    yield _said(fraction, *found)


def _beside(context: Context, sentence: Sentence, index: int) -> tuple[Figure, Figure] | None:
    """Return the part and the whole of a fraction: "half of the 44 pupils, 22 in all", "22, or half of the 44"."""
    figures, passages = sentence.figures, context.passages
    of_them = _of_those_before(context, sentence, index) or _of_those_told(context, sentence, index)
    if of_them is not None or index + 1 >= len(figures):
        return of_them
    fraction, whole = figures[index : index + 2]
    if not _counts(whole) or not _OF_WHOLE.match(passages.between(fraction, whole)):
        return None
    if index + 2 < len(figures):
        part = figures[index + 2]
        behind = _THEN_PART.match(passages.between(whole, part)) and _PART_ENDS.match(passages.after(part, 40))
        if behind and _counts(part) and same_kind(part, whole) and part.value <= whole.value:
            return part, whole
    if index:
        part = figures[index - 1]
        if _counts(part) and same_kind(part, whole) and part.value <= whole.value:
            return (part, whole) if _PART_FIRST.match(passages.between(part, fraction)) else None
    return None


_OF_THOSE = re.compile(r"\b(?:of|out of|among) (?:the|these|those|our|all|its)? ?$")
_LED = re.compile(r"[^.;:%\d]{2,60},\s*(?:[a-z]+ )?")
_IN_BRACKETS = re.compile(r"^[^.;:%\d]{0,30}?[(–—]\s*(?:that is,? |i\.e\. |or |namely )?$")


def _of_those_told(context: Context, sentence: Sentence, index: int) -> tuple[Figure, Figure] | None:
    """Return part and whole of "of the 96 children reviewed, three quarters (72) had seen a dentist"."""
    figures, passages = sentence.figures, context.passages
    if not index or index + 1 >= len(figures):
        return None
    whole, fraction, part = figures[index - 1 : index + 2]
    led = _OF_THOSE.search(passages.before(whole, 20)) and _LED.fullmatch(passages.between(whole, fraction))
    beside = _IN_BRACKETS.match(passages.between(fraction, part)) and _PART_ENDS.match(passages.after(part, 40))
    if led and beside and _counts(whole) and _counts(part) and same_kind(part, whole) and part.value <= whole.value:
        return part, whole
    return None


_OF_THEM = re.compile(
    r"^\s*(?:[a-z’'-]+ )?of (?:them|these|those)[^.;:%\d]{0,20}?\s*[(,–—-]\s*(?:that is,? |or |i\.e\. )?$"
)


def _of_those_before(context: Context, sentence: Sentence, index: int) -> tuple[Figure, Figure] | None:
    """Return part and whole of "300 were seen. 75 of them - a quarter - …": the one count of the sentence before."""
    if not index or not _counts(sentence.figures[index - 1]):
        return None
    part = sentence.figures[index - 1]
    if not _OF_THEM.match(context.passages.between(part, sentence.figures[index])):
        return None
    before = context.passages.previous(sentence)
    here = [f for f in sentence.figures[: index - 1] if _counts(f) and same_kind(f, part)]
    there = before.figures if before is not None and before.paragraph == sentence.paragraph else ()
    wholes = here or [f for f in there if _counts(f) and same_kind(f, part)]
    return (part, wholes[0]) if len(wholes) == 1 and wholes[0].value >= part.value else None


def _counts(figure: Figure) -> bool:
    """Tell whether a figure counts or amounts to something, and is no average or bound."""
    return figure.unit in {Unit.COUNT, Unit.GBP, None} and figure.value > 0 and figure.qualifier is Qualifier.NONE


def _said(fraction: Figure, part: Figure, whole: Figure) -> Outcome:
    """Return whether a part is about the fraction of the whole that the words say."""
    share = part.value / whole.value
    words = " ".join(fraction.quote.split())
    least, most = _NEARLY.get(fraction.qualifier, (1 - _LOOSE, 1 + _LOOSE))
    shown = number_words((share * 100).quantize(Decimal(1)))
    working: tuple[Figure | str, ...] = (part, " ÷ ", whole, f" = {shown}%, “", fraction, "”")
    numbers = f"{number_words(part.value)} of {number_words(whole.value)}"
    if fraction.value * least <= share <= fraction.value * most:
        return holds(f"{numbers} is about “{words}”.", *working, " holds")
    return query(f"{numbers} is {shown}%, but “{words}” is printed; worth checking.", *working)
