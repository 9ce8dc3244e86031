"""Which of the period expressions around a number says when it was."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crossfoot.extraction.figures.numbers import Number
from crossfoot.extraction.figures.periods import When
from crossfoot.extraction.figures.sentences import Sentence

_COMPARES = re.compile(
    r"\b(?:compared|against|than|versus|up\s+from|down\s+from|whereas|while|whilst|since|before)\b|;", re.IGNORECASE
)
_COORDINATES = re.compile(r"^[^.;:]{0,60}?(?:,|\band\b|\bor\b|\bto\b|/|&|\bof\b|\()[^.;:]{0,40}$")


def compares(text: str, start: int, end: int) -> bool:
    """Tell whether words of comparison stand between two places: what follows them is of another time."""
    return _COMPARES.search(text, start, end) is not None


def bind(s: Sentence, numbers: Sequence[Number], whens: Sequence[When]) -> list[When | None]:
    """Return for each number of a sentence the expression that dates it, or None.

    An expression right behind a number is its own; of two numbers joined by "and" before one, both are;
    an expression at the beginning dates every number that has none of its own.
    """
    dated = [w for w in whens if w.period is not None]
    if not dated or not numbers:
        return [None] * len(numbers)
    spans = [(s.tokens[n.first].start, s.tokens[n.last - 1].end) for n in numbers]
    own: list[When | None] = [None] * len(numbers)
    used: set[int] = set()
    for k in range(len(numbers) - 1, -1, -1):
        start, end = spans[k]
        limit = spans[k + 1][0] if k + 1 < len(numbers) else s.end
        behind = next((w for w in dated if end <= w.span.start < limit), None)
        leading = next((w for w in dated if w.span.end <= start and id(w) not in used), None)
        if behind is not None:
            gap = s.text[end : behind.span.start]
            comma = "," in gap or " - " in gap
            if (
                not _COMPARES.search(gap)
                and len(gap) < 110
                and not (comma and leading is not None and _opens(s, leading, spans, k))
            ):
                own[k] = behind
                used.add(id(behind))
                continue
        if k + 1 < len(numbers) and own[k + 1] is not None and own[k + 1].span.start >= spans[k + 1][1]:  # type: ignore[union-attr]
            gap = s.text[end : spans[k + 1][0]]
            if (
                _COORDINATES.match(gap)
                and not _COMPARES.search(gap)
                and not any(end <= w.span.start < spans[k + 1][0] for w in dated)
            ):
                nearer = [w for w in dated if w.span.end <= start]
                if not nearer:
                    own[k] = own[k + 1]
    for k, (start, _) in enumerate(spans):
        if own[k] is not None:
            continue
        before = [w for w in dated if w.span.end <= start]
        free = [w for w in before if id(w) not in used]
        if free:
            opening = free[0]
            far = start - free[-1].span.end > 25
            own[k] = opening if far and opening.span.start - s.start < 12 and opening.rule != "year" else free[-1]
        elif before and k and own[k - 1] is before[-1] and _same_clause(s, spans[k - 1][1], start):
            own[k] = before[-1]
    return own


def _opens(s: Sentence, when: When, spans: Sequence[tuple[int, int]], k: int) -> bool:
    """Tell whether an expression stands before every number of the sentence, near its beginning."""
    return when.span.end <= spans[0][0] or (k > 0 and spans[k - 1][1] <= when.span.start)


def _same_clause(s: Sentence, start: int, end: int) -> bool:
    """Tell whether two numbers stand in one clause, so that the date of the one is the other's too."""
    gap = s.text[start:end]
    return "(" in gap or bool(re.search(r"\bof\s+(?:whom|which|these|those)\b|\bincluding\b|\band\s*$|,\s*$", gap))
