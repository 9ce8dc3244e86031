"""A nature as words tell it, and which natures go together."""

from __future__ import annotations

from crossfoot.extraction.unchanging import unchanging
from crossfoot.model import Nature, Span

PLANS = frozenset({Nature.BUDGET, Nature.FORECAST, Nature.TARGET, Nature.PROPOSED})
LENT = PLANS | {Nature.BENCHMARK, Nature.VARIANCE}
"""What the words before a list say of all its items."""


@unchanging(frozen=True, slots=True)
class Told:
    """A nature, and the words that tell it where any do; ``firm`` where no date may overrule them."""

    nature: Nature
    words: Span | None
    firm: bool = False


PLAIN = Told(Nature.ACTUAL, None)
