"""What a column measures together with those on its left: "Reviews due | Held in time | %".

The share is of what the first column counts, and the column between counts but a part of it that has no name.
"""

from __future__ import annotations

from collections.abc import Iterable

from crossfoot.extraction.figures.indicators.choice import THRESHOLD, Choice, Kind, choose
from crossfoot.extraction.figures.indicators.silence import names_no_measure
from crossfoot.extraction.figures.lexicon import Family, Lexicon
from crossfoot.extraction.figures.reached import Reach
from crossfoot.extraction.figures.roots import root
from crossfoot.extraction.figures.tables.heads import HeadWords

_COLUMN, _LESS_FARTHER = 8.2, 0.4


def share_by_the_heads(
    lexicon: Lexicon, kind: Kind, heads: Iterable[HeadWords], around: Iterable[Reach]
) -> Choice | None:
    """Return the share that the heads name together, the nearest first, with the words ``around`` the table."""
    reaches = [
        Reach.of(head.sentence, mention, _COLUMN - _LESS_FARTHER * age, "column")
        for age, head in enumerate(heads)
        if head.sentence is not None
        for mention in head.mentions
    ]
    if not reaches:
        return None
    best = next(iter(choose(lexicon, kind, [*reaches, *around])), None)
    named = best is not None and best.weight >= THRESHOLD and best.zone == "column"
    return best if named and best is not None and lexicon.families[best.indicator] is Family.PERCENT else None


def names_another(lexicon: Lexicon, head: HeadWords, key: str) -> bool:
    """Tell whether a head names a thing that an indicator's words do not know: "Reviews due" of children in care."""
    s = head.sentence
    if s is None or names_no_measure(s):
        return False
    nouns = lexicon.nouns[key]
    return not any(root(s.stem(i)) in nouns for i in range(len(s.tokens)))


def whole_head_first(head: HeadWords, choices: list[Choice]) -> list[Choice]:
    """Return the choices, what the first words of a head name by themselves before what takes in words above the table.

    "Movements on and off the Register", over "On register 1.4.96": that is how many there are.
    """
    if not choices or choices[0].alone or choices[0].zone != "column" or head.sentence is None:
        return choices
    best, start = choices[0], head.sentence.start
    here = next((c for c in choices[1:] if c.alone and c.zone == "column" and c.start == start), None)
    if here is None or here.end < best.end or best.weight - here.weight > _BORROWED:
        return choices
    within = head.sentence.start <= best.name[0] and best.name[1] <= head.sentence.end
    return choices if within and best.name != (best.start, best.end) else [here, *(c for c in choices if c is not here)]


_BORROWED = 3.0
"""By how much at most what a head names by itself may weigh less than what needs words above it."""
