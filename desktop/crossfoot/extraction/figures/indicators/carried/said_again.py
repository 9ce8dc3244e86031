"""Shares that say again what the number before them told: "an overspend of £3.5m or 8.5%", "57 (14%) were"."""

from __future__ import annotations

import re

from crossfoot.extraction.figures.indicators.asked import CARRIED_ON, Asked
from crossfoot.extraction.figures.indicators.money.capital import CAPITAL
from crossfoot.extraction.figures.indicators.named import Named
from crossfoot.extraction.figures.sight import Sight
from crossfoot.model import Figure, Nature, Role, Unit

_AGAIN = re.compile(
    r"\s*\(\s*|[\s,(]*(?:or|i\.e\.|that is(?: to say)?,?|in other words,?|making|equal to"
    r"|equivalent to|representing|which (?:is|was|represents|equates to))"
    r"(?: (?:about|around|some|nearly|just (?:over|under)))?\s+",
    re.IGNORECASE,
)
"""What stands between an amount and the share that says it again."""


def said_again(asked: Asked) -> Named | None:
    """Return the indicator of the amount that a share says again: "an overspend of £3.5m or 8.5%", "£7.1m (72%)"."""
    sight, kind = asked.sight, asked.kind
    before, s, first = sight.before, sight.sentence, sight.number.first
    if kind.unit is not Unit.PERCENT or before is None or before.indicator is None:
        return None
    if _is_by_how_much(sight, before):
        return Named(before.indicator, CARRIED_ON)
    if before.indicator == CAPITAL:
        return None  # how much of a programme is spent
    if before.unit is not Unit.GBP and not (before.unit is Unit.COUNT and before.nature is Nature.CHANGE):
        return None
    between = s.text[before.span.end : s.tokens[first].start]
    if not _AGAIN.fullmatch(between):
        return None
    variance = _variance_in_percent(sight)
    return Named((variance or before).indicator, CARRIED_ON)


def _is_by_how_much(sight: Sight, before: Figure) -> bool:
    """Tell whether a share says again by how much a count changed: "from 102 to 128, or by 25%", "28 up, or 10%"."""
    between = sight.sentence.text[before.span.end : sight.start]
    if before.unit is not Unit.COUNT:
        return False
    if before.nature is Nature.CHANGE:
        return _OR_SO_MUCH.fullmatch(between) is not None
    moved = len(sight.told) > 1 and sight.told[-2].indicator == before.indicator
    return moved and sight.told[-2].unit is Unit.COUNT and _BY_SO_MUCH.fullmatch(between) is not None


_OR_SO_MUCH = re.compile(
    r"(?:[\s\xa0]+[a-z]+){0,3}[\s\xa0]*[,(]?[\s\xa0]*(?:or|i\.e\.|that is(?: to say)?,?)[\s\xa0]+(?:by[\s\xa0]+)?"
    r"(?:(?:about|around|some|nearly|almost|over|just)[\s\xa0]+)*"
)
_BY_SO_MUCH = re.compile(
    r"[\s\xa0]*[,(]?[\s\xa0]*(?:or|i\.e\.|that is(?: to say)?,?)[\s\xa0]+(?:by|up|down)[\s\xa0]+(?:by[\s\xa0]+)?"
    r"(?:(?:about|around|some|nearly|almost|over|just)[\s\xa0]+)*"
)


def _variance_in_percent(sight: Sight) -> Figure | None:
    """Return the variance of which a percentage tells what share of the budget before it that is, or None."""
    n, budget = sight.number, sight.before
    if budget is None or not budget.value:
        return None
    over = (f for f in sight.told if f.nature is Nature.VARIANCE and f.unit is budget.unit and f is not budget)
    return next((f for f in over if abs(100 * abs(f.value) / budget.value - n.value) <= n.step), None)


def share_of_the_count_before(asked: Asked) -> Named | None:
    """Return the indicator of the count that a share says again, where it has no share of its own: "57 (14%) were"."""
    sight = asked.sight
    before, s = sight.before, sight.sentence
    if asked.kind.unit is not Unit.PERCENT or before is None or before.unit is not Unit.COUNT:
        return None
    if before.indicator is None or asked.nature is not before.nature:
        return None
    if asked.lexicon.indicators[before.indicator].role is Role.COHORT and asked.nature is not Nature.CHANGE:
        return None  # what some of a group did is no share of the group
    between = s.text[before.span.end : sight.start]
    return Named(before.indicator, CARRIED_ON) if _AGAIN.fullmatch(between) else None
