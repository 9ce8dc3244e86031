"""Categories of abuse that go on from others: "97 were for neglect, 68 for emotional abuse, 15 for physical"."""

from __future__ import annotations

from crossfoot.extraction.figures.indicators.asked import CARRIED_ON, Asked
from crossfoot.extraction.figures.indicators.named import Named
from crossfoot.model import Unit

CATEGORY = "plans_by_category_of_abuse"
_UNITS = frozenset({Unit.COUNT, Unit.PERCENT, None})
_NEAR = 4
"""How many words from its number a category stands at most."""


def goes_on_about_categories(asked: Asked) -> Named | None:
    """Return the share of a category where a number beside one goes on from that of another."""
    sight = asked.sight
    previous = sight.around.previous
    told = sight.told or (previous[-1].told if previous else ())
    if not told or told[-1].indicator != CATEGORY or asked.kind.unit not in _UNITS:
        return None
    s, n = sight.sentence, sight.number
    beside = any(
        s.low(i) in _CATEGORIES and sight.left <= s.tokens[i].start < sight.right
        for i in range(max(0, n.first - _NEAR), min(n.last + _NEAR, len(s.tokens)))
    )
    return Named(CATEGORY, CARRIED_ON) if beside else None


_CATEGORIES = frozenset({"neglect", "emotional", "physical", "sexual", "multiple"})
