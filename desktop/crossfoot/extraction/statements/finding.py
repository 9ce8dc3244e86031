"""The claims of a text, sentence by sentence: those that name a direction and no figure."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from crossfoot.extraction.figures import Lexicon
from crossfoot.extraction.figures.folding import folded
from crossfoot.extraction.figures.layout import Shape, TextBlock
from crossfoot.extraction.figures.sentences import Sentence, Sentences
from crossfoot.extraction.statements.clauses import clause_around, is_told
from crossfoot.extraction.statements.subjects import Spoken, subjects_of
from crossfoot.extraction.statements.ways import claims_in, may_claim
from crossfoot.model import Direction, Figure, Span, Statement

_OF_TARGETS = frozenset({Direction.ABOVE_TARGET, Direction.BELOW_TARGET})
_OF_PLACES = re.compile(r"\s+(?:in|for|by|at)\s+(?:all\s+)?(?:\w+\s+)?of\b")
"""Behind a target that was met or missed, in how many places: "behind plan in two of the five directorates"."""


def find_statements(
    lexicon: Lexicon, blocks: Sequence[TextBlock], figures: Sequence[Figure], sentences: Sentences
) -> tuple[Statement, ...]:
    """Return the claims of a text that name what they speak of and a direction and no figure, in order of place."""
    found: list[Statement] = []
    places = sorted(f.span.start for f in figures)
    for block in blocks:
        if block.shape is Shape.ROW:
            continue
        before: Sentence | None = None
        for sentence in sentences.of(block):
            found += _of_sentence(lexicon, sentence, before, places)
            before = sentence
    return tuple(found)


def _of_sentence(lexicon: Lexicon, s: Sentence, before: Sentence | None, places: list[int]) -> Iterator[Statement]:
    """Yield the statements of one sentence, one for each indicator that a claim speaks of."""
    words = folded(s.text[s.start : s.end])
    if not may_claim(words):
        return
    said: set[str | None] = set()
    for claim in claims_in(words):
        clause = clause_around(words, claim.start, claim.end)
        of_places = claim.direction in _OF_TARGETS and _OF_PLACES.match(words, claim.end) is not None
        last = claim.end if of_places else clause.end
        if _gives_a_figure(places, s.start + clause.start, s.start + last):
            continue
        if not is_told(words, clause, claim.start, claim.end):
            continue
        for subject in subjects_of(lexicon, Spoken(s, words, claim, clause, before)):
            if subject.indicator in said:
                continue
            said.add(subject.indicator)
            start = min(subject.start, s.start + claim.start)
            end = max(subject.end, s.start + claim.end)
            stage = lexicon.indicators[subject.indicator].stage if subject.indicator else None
            yield Statement(subject.indicator, claim.direction, stage, Span(start, end), s.text[start:end])


def _gives_a_figure(places: list[int], start: int, end: int) -> bool:
    """Tell whether a figure stands between two offsets."""
    return bisect_left(places, start) < bisect_left(places, end)
