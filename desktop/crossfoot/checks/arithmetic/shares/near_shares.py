"""Shares across sentences: a part and its whole by their words, with the one percentage told of them near by."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.cues import COMPARISON, NOT_EXCLUSIVE, REMAINDER
from crossfoot.checks.basis.passages import Sentence
from crossfoot.checks.basis.subsets import Subset, subsets
from crossfoot.model import Figure, Nature, Qualifier, Unit

_ANOTHER = re.compile(
    r"\b(?:target|national\w*|england|regional\w*|neighbours?|last year|previous\w*|increas\w+|rose|fell|reduc\w+"
    r"|than|rise"
    r"|higher|lower|points?|average|those who|of the remaining|of the rest)\b"
)
_TELLS = re.compile(
    r"\b(?:represent\w*|equal\w*|equivalent|amount\w*|that is|this (?:was|is|made|gave)|which (?:was|is)|or"
    r"|proportion|rate"
    r"|share|percentage|per cent of the|i\.e)\b|[(:–—-]\s*$|%|,\s*$"
)
_SENTENCES = 3


def shares_of_subsets(context: Context) -> Iterator[tuple[Figure, Figure, Figure]]:
    """Yield part, whole and percentage where two counts and one percentage stand alone in neighbouring sentences.

    The counts are whole and part by the words: "There were 144. Ninety of these were …. This represented 62.5%."
    """
    for subset in subsets(context):
        first = context.passages.sentence_of(subset.whole)
        last = context.passages.sentence_of(subset.part)
        if first is None or last is None or first.paragraph != last.paragraph:
            continue
        for percent, window in _percents_near(context, first, last):
            figures = [f for sentence in window for f in sentence.figures]
            counts = [
                f for f in figures if f.unit in {Unit.COUNT, None} and f.id not in {subset.whole.id, subset.part.id}
            ]
            low = " ".join(sentence.low for sentence in window).replace("had been", "")
            if (
                not counts
                and not _ANOTHER.search(low)
                and not COMPARISON.search(low)
                and _told_of(context, subset, percent)
            ):
                yield subset.part, subset.whole, percent


def _told_of(context: Context, subset: Subset, percent: Figure) -> bool:
    """Tell whether a percentage is told of a part: behind it with nothing between, or in front of the two."""
    if percent.span.end <= subset.whole.span.start:
        here = context.passages.sentence_of(percent) is context.passages.sentence_of(subset.whole)
        named = here or _NAMED.search(context.passages.before(percent, 60)) is not None
        return named and "£" not in context.passages.between(percent, subset.whole)
    words = context.passages.between(subset.part, percent)
    behind = percent.span.start >= subset.part.span.end and len(words) <= _FAR and not re.search(r"[\d£;]", words)
    return behind and _TELLS.search(words) is not None


_FAR = 130
_NAMED = re.compile(r"\b(?:proportion|rate|share|percentage)\b")


def _percents_near(context: Context, first: Sentence, last: Sentence) -> Iterator[tuple[Figure, Sequence[Sentence]]]:
    """Yield the one percentage of the sentences of two counts, with the one before or behind them if need be."""
    every = context.passages.sentences
    for start, end in ((first.index, last.index), (first.index, last.index + 1), (first.index - 1, last.index)):
        window = [s for s in every[max(start, 0) : end + 1] if s.paragraph == first.paragraph]
        percents = [f for sentence in window for f in sentence.figures if f.unit is Unit.PERCENT]
        if (
            len(percents) == 1
            and percents[0].qualifier is Qualifier.NONE
            and percents[0].nature in {Nature.ACTUAL, None}
        ):
            yield percents[0], window
            return


def hundreds_across(context: Context) -> Iterator[tuple[Figure, ...]]:
    """Yield the percentages of neighbouring sentences of which the last names the rest: together they are the whole."""
    for paragraph in context.passages.paragraphs:
        sentences = paragraph.sentences
        for size in range(2, _SENTENCES + 2):
            for start in range(len(sentences) - size + 1):
                window = sentences[start : start + size]
                percents = tuple(f for s in window for f in s.figures if f.unit is Unit.PERCENT)
                low = " ".join(s.low for s in window)
                if not window[0].figures or len(percents) < _SENTENCES or not _rest_is_told(context, percents[-1]):
                    continue
                plain = all(f.qualifier is Qualifier.NONE and f.nature in {Nature.ACTUAL, None} for f in percents)
                if plain and not _ANOTHER.search(low) and not NOT_EXCLUSIVE.search(low) and not _LATER.search(low):
                    yield percents


_LABELLED = re.compile(r"[a-z][a-z ,'’()-]{1,40}:\s*[\d.]+ ?(?:%|per cent)[.;]?\s*")
_LABELS = 3


def labelled_hundreds(context: Context) -> Iterator[tuple[Figure, ...]]:
    """Yield the percentages of sentences that are a label and a number each: "Satisfied: 72%. Neither: 15%."."""
    for paragraph in context.passages.paragraphs:
        if len(paragraph.figures) < _LABELS or len(paragraph.sentences) < _LABELS:
            continue
        run = [s for s in paragraph.sentences if len(s.figures) == 1 and _LABELLED.fullmatch(s.low)]
        percents = tuple(s.figures[0] for s in run)
        plain = all(f.unit is Unit.PERCENT and f.qualifier is Qualifier.NONE for f in percents)
        if len(run) == len(paragraph.sentences) and plain:
            yield percents


_LATER = re.compile(r"\b(?:compared|last year|previous\w*|year before|had been(?! [a-z]+(?:ed|en)\b))\b")


def _rest_is_told(context: Context, percent: Figure) -> bool:
    """Tell whether a percentage is that of the rest: "the balance, 7%", "the remaining 14%", "7% were the others"."""
    before = context.passages.before(percent, 40).rsplit(".", 1)[-1]
    return REMAINDER.search(before) is not None
