"""What the officer taught, laid over what was found: other names, other units, and numbers that are no figures.

A rule goes by the words of a figure's label, or by the words right beside the number; both are taken by their
stems, so that plurals, articles and line breaks make no difference. The shipped dictionary is never changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from crossfoot.extraction.figures.tokens import NUMBER, SIGN, WORD, stem, tokens_of
from crossfoot.extraction.figures.words import AUXILIARIES, DETERMINERS, PREPOSITIONS, VERBS, word_set
from crossfoot.model import Evidence, Figure, RuleKind, Span, TaughtRule, Unit

TAUGHT = "taught"
"""The rule that the evidence of a taught field names."""

_SKIPPED = frozenset({"a", "an", "the"})
_REACH = 60
"""How many characters on either side are looked at for the words beside a number."""

_EMPTY_WORDS = (
    AUXILIARIES
    | DETERMINERS
    | PREPOSITIONS
    | VERBS
    | word_set(
        "and or but not no nor to than then there it its he she they we this that these those which who as if so"
    )
)
"""Stems that say nothing of what a number is, however often they stand beside it."""

_STOP = re.compile(r"\n\s*\n|\n(?=[^\S\n]*[A-Z•–-])|[.;:!?](?=\s|$)|\|")
"""What the words beside a number are not taken across: the end of a sentence, paragraph, list item or cell."""


@lru_cache(maxsize=8192)
def label_key(label: str) -> tuple[str, ...]:
    """Return the stems that a label is known by, without articles."""
    return tuple(
        stem(token.low) if token.kind is WORD else token.low
        for token in tokens_of(label, [(0, len(label))])
        if token.kind is not SIGN and token.low not in _SKIPPED
    )


def around(text: str, span: Span) -> tuple[Span, Span]:
    """Return the stretches before and behind a place that the words beside it are taken from, within its sentence."""
    start = max(0, span.start - _REACH)
    stops = list(_STOP.finditer(text, start, span.start))
    if stops:
        start = stops[-1].end()
    elif start:  # not in the middle of a word
        start = next((at for at in range(start, span.start) if text[at].isspace()), span.start)
    end = min(len(text), span.end + _REACH)
    stop = _STOP.search(text, span.end, end)
    if stop:
        end = stop.start()
    elif end < len(text):
        end = next((at for at in range(end, span.end, -1) if text[at - 1].isspace()), span.end)
    return Span(start, span.start), Span(span.end, end)


@lru_cache(maxsize=1024)
def stems_of(words: str) -> tuple[str, ...]:
    """Return the words of a pattern by their stems, as they are compared; "#" stays."""
    return tuple(word if word == "#" else stem(word) for word in words.lower().replace("’", "'").split())


def tells_something(word: str) -> bool:
    """Tell whether a word has a meaning of its own, unlike "of", "the" or a number."""
    return word != "#" and len(word) > 1 and stem(word) not in _EMPTY_WORDS


def _words(text: str, stretch: Span) -> tuple[str, ...]:
    """Return the words of a stretch in small letters, every number as "#"."""
    return tuple(
        "#" if token.kind is NUMBER else token.low
        for token in tokens_of(text, [(stretch.start, stretch.end)])
        if token.kind is not SIGN
    )


class Beside(NamedTuple):
    """The words beside a number: those before it with the nearest last, those behind it with the nearest first.

    They are as they stand in the text, but for capitals; they are compared by their stems.
    """

    before: tuple[str, ...]
    behind: tuple[str, ...]

    @classmethod
    def of(cls, text: str, span: Span) -> Beside:
        """Return the words beside a place of a text."""
        before, behind = around(text, span)
        return cls(_words(text, before), _words(text, behind))

    def begins_and_ends(self, before: tuple[str, ...], behind: tuple[str, ...]) -> bool:
        """Tell whether these stems stand right before and right behind the number."""
        ahead, after = self.before[len(self.before) - len(before) :], self.behind[: len(behind)]
        return stems_of(" ".join(ahead)) == before and stems_of(" ".join(after)) == behind


NOTHING_BESIDE = Beside((), ())
"""For rules that go by a label and need no words beside the number."""


def fits(rule: TaughtRule, figure: Figure, beside: Beside) -> bool:
    """Tell whether a rule is about a figure, whatever it says of it and whether it is on or not."""
    if figure.unit != rule.unit:
        return False
    if rule.kind is RuleKind.INDICATOR and (figure.indicator or "") not in {rule.was, ""}:
        return False
    if rule.words:
        return label_key(figure.label) == label_key(rule.words)
    before, behind = stems_of(rule.before), stems_of(rule.behind)
    return (bool(before) or bool(behind)) and beside.begins_and_ends(before, behind)


def apply(rules: Sequence[TaughtRule], text: str, figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """Return the figures as the rules that are on have them, in the order in which they came.

    Of two rules that say different things of one figure the later one holds.
    """
    active = [rule for rule in rules if rule.on]
    if not active:
        return tuple(figures)
    looks_beside = any(not rule.words for rule in active)
    told = (
        _told(active, figure, Beside.of(text, figure.span) if looks_beside else NOTHING_BESIDE) for figure in figures
    )
    return tuple(figure for figure in told if figure is not None)


def _told(rules: Sequence[TaughtRule], figure: Figure, beside: Beside) -> Figure | None:
    """Return one figure as the rules have it, None where it is none."""
    fitting = [rule for rule in rules if fits(rule, figure, beside)]
    if any(rule.kind is RuleKind.NOT_A_FIGURE for rule in fitting):
        return None
    for rule in fitting:
        if rule.kind is RuleKind.INDICATOR:
            figure = replace(figure, indicator=rule.gives or None, evidence=_evidence(figure, "indicator"))
        else:
            figure = replace(figure, unit=Unit(rule.gives), evidence=_evidence(figure, "unit"))
    return figure


def _evidence(figure: Figure, field: str) -> tuple[Evidence, ...]:
    """Return a figure's evidence with the taught rule in the place of what was found for a field."""
    words = next((item.span for item in figure.evidence if item.field == "label"), None)
    return (*(item for item in figure.evidence if item.field != field), Evidence(field, TAUGHT, words))
