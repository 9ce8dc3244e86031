"""The indicators of money: those of one budget alone, and those of which only the nature of an amount is known."""

from __future__ import annotations

from crossfoot.model import Nature

SPECIAL_BUDGETS = frozenset({"fostering_agency_budget", "childrens_homes_agency_budget", "social_work_staffing_budget"})
"""Budgets with an indicator of their own; amounts that go on from one belong to it too."""

BUDGET_BY_NATURE = {
    Nature.BUDGET: "approved_budget",
    Nature.FORECAST: "projected_outturn",
    Nature.VARIANCE: "budget_variance",
}
"""The indicator of an amount of which only the nature is known."""

GENERAL_BUDGETS = frozenset(BUDGET_BY_NATURE.values()) | {"outturn"}
