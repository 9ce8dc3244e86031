"""The indicators of money of which only the nature of an amount is known; those of one budget are the dictionary's."""

from __future__ import annotations

from crossfoot.model import Nature

BUDGET_BY_NATURE = {
    Nature.BUDGET: "approved_budget",
    Nature.FORECAST: "projected_outturn",
    Nature.VARIANCE: "budget_variance",
}
"""The indicator of an amount of which only the nature is known."""

GENERAL_BUDGETS = frozenset(BUDGET_BY_NATURE.values()) | {"outturn"}

SAVINGS = "savings"
"""The indicator of what is or will be saved."""

VARIANCE = BUDGET_BY_NATURE[Nature.VARIANCE]
"""The indicator of what is over or under a budget."""

OF_A_VARIANCE = frozenset({Nature.ACTUAL, Nature.VARIANCE, Nature.FORECAST, Nature.CHANGE})
"""Natures in which a part of a variance, or the same one of another report, may be told."""
