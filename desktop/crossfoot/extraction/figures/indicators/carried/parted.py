"""The group that a number counts a part of, known from the figure before: "there were 698. Homes had 89 of them"."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.extraction.figures.indicators.silence import counts_a_part
from crossfoot.extraction.figures.lexicon import Lexicon, Mention
from crossfoot.extraction.figures.place import Place
from crossfoot.extraction.figures.reached import Reach
from crossfoot.extraction.figures.sight import Sight

_PARTED = 5.6
"""What the words for a group weigh that a number counts a part of."""


def group_parted(lexicon: Lexicon, sight: Sight, place: Place) -> Iterator[Reach]:
    """Yield the words for the group that a number counts a part of, as if its sentence named them."""
    before = sight.before or place.last
    if before is None or before.indicator is None:
        return
    group = lexicon.groups_counted.get(before.indicator)
    if group is not None and counts_a_part(sight):
        yield Reach(Mention(group, 0, 0, 2), _PARTED, before.span.start, before.span.end, "sentence before")
