"""Which side of another percentage a number of points says that one lies: "24%, seven points below the 31%"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.cues import Way
from crossfoot.checks.basis.outcome import Outcome, query
from crossfoot.model import Figure, Unit
from crossfoot.model.english import numbers_named
from crossfoot.model.wording import value_words

_NUMBER = rf"(?:\d+(?:\.\d+)?|{numbers_named(1, 12)}|a|half a)"
_POINTS = rf"\b{_NUMBER}(?:-| )(?:per ?cent(?:age)?(?:-| )|%(?:-| )?)?points?\b"
_UP = r"above|higher than|more than|greater than|up on|up from|ahead of|over|up"
_DOWN = r"below|lower than|less than|fewer than|down on|down from|behind|short of|under|down"
_TO_OTHER = r"\s+(?:(?:than|on|from|that of|those of|in|the|its|their|our|a|an|figure of|last year's|previous)\s+)*$"
_SAID = (
    re.compile(rf"{_POINTS},?\s+(?:(?P<up>{_UP})|(?P<down>{_DOWN})){_TO_OTHER}"),
    re.compile(rf"\b(?:(?P<up>up)|(?P<down>down))(?: by)? {_POINTS}\s+(?:from|on)\s+(?:the |a |its )*$"),
)
_BETWEEN = 100


def sides(context: Context) -> Iterator[Outcome]:
    """Ask about "A, so many points above B" where A is the smaller, and about "below" where it is the larger."""
    for sentence in context.passages.sentences:
        percents = [f for f in sentence.figures if f.unit is Unit.PERCENT]
        for index in range(1, len(percents)):
            first, second = percents[index - 1 : index + 1]
            yield from _side(context, first, second)


def _side(context: Context, first: Figure, second: Figure) -> Iterator[Outcome]:
    """Yield what the words between two percentages say of their sides, if they say it of these two."""
    gap = context.passages.between(first, second)
    said = next((found for pattern in _SAID if (found := pattern.search(gap)) is not None), None)
    if (
        said is None
        or len(gap) > _BETWEEN
        or re.search(r"[;:]|\. ", gap[: said.start()])
        or first.value == second.value
    ):
        return
    way = Way.UP if said["up"] else Way.DOWN
    word = said["up"] or said["down"]
    above = first.value > second.value
    working: tuple[Figure | str, ...] = (first, f" “{word}” ", second)
    if above == (way is Way.UP):
        return
    side = "above" if above else "below"
    yield query(
        f"The text says “{word}”, but {value_words(first.value, first.unit)} is {side} "
        f"{value_words(second.value, second.unit)}; worth checking which is meant.",
        *working,
    )
