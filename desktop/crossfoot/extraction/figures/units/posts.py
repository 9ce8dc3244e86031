"""Posts in full-time equivalents: where a number counts them, though it may not say so itself."""

from __future__ import annotations

from crossfoot.extraction.figures.numerals import is_fte
from crossfoot.extraction.figures.sight import Sight
from crossfoot.extraction.figures.words import word_set
from crossfoot.model import Unit

POSTS = word_set(
    """
    post worker staff officer vacancy position practitioner manager teacher employee psychologist assistant nurse
    adviser planner lecturer
    """
)
"""Nouns of posts: a broken number of them is counted in full-time equivalents."""
_FILLED = word_set("vacant fill filled unfilled vacancy")
_NEAR = 4
"""How many words may stand between a number and the bracket that gives its parts."""


def is_fte_behind(sight: Sight) -> bool:
    """Tell whether "FTE" stands behind the number or in what it counts."""
    s, j = sight.sentence, sight.number.last
    if is_fte(s.tokens, j) or (s.low(j) == "x" and is_fte(s.tokens, j + 1)):
        return True
    for k in range(j, min(sight.phrase.close + 1, j + 5, len(s.tokens))):
        if is_fte(s.tokens, k):
            return True
        if s.is_number(k):
            return False
    return False


def is_part_of_fte(sight: Sight) -> bool:
    """Tell of parts that brackets give of full-time equivalents: "twelve FTE posts (4 teachers and 8 assistants)"."""
    s, n = sight.sentence, sight.number
    if n.unit is not None or n.money or "(" not in s.words or sight.phrase.head not in POSTS:
        return False
    opened = next((i for i in range(n.first - 1, -1, -1) if s.lows[i] in {"(", ")"}), None)
    if opened is None or s.lows[opened] == ")":
        return False
    whole = [number for number in sight.reading.numbers if number.last <= opened]
    return bool(whole) and whole[-1].unit is Unit.FTE and opened - whole[-1].last <= _NEAR


def is_part_of_post(sight: Sight) -> bool:
    """Tell of a broken number of posts: "3.5 officers", "0.5 of a post", "6.2 are vacant"."""
    s, n, j = sight.sentence, sight.number, sight.number.last
    if n.step == 1:
        return False
    opens = j + (s.low(j) in {"are", "were", "is", "was", "remain", "remained"})
    if s.stem(opens) in _FILLED or (s.low(opens) == "in" and s.low(opens + 1) in {"post", "establishment"}):
        return True
    if s.low(j) == "of" and s.low(j + 1) in {"us", "them"}:
        return True
    return sight.phrase.head in POSTS or (
        s.low(j) == "of" and s.low(j + 1) in {"a", "an"} and bool({s.stem(j + 2), s.stem(j + 3)} & POSTS)
    )


def is_per_head(sight: Sight) -> bool:
    """Tell of "9.4 per FTE", "9.4 per employee"."""
    s, j = sight.sentence, sight.number.last
    return s.low(j) == "per" and (s.stem(j + 1) in {"fte", "wte"} or s.stem(j + 1) in POSTS)


def speaks_of_fte(sight: Sight) -> bool:
    """Tell whether the sentence, its lead-in or the sentence before speaks of full-time equivalents."""
    lead, previous = sight.around.lead, sight.around.previous
    others = ([lead.sentence] if lead is not None else []) + ([previous[-1].sentence] if previous else [])
    return any(is_fte(s.tokens, i) for s in (sight.sentence, *others) for i in range(len(s.tokens)))
