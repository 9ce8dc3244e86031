"""What a share is of by its definition, where the record gives both: those placed far off are of those looked after.

The definitions are those of the statistical returns for children's services (SSDA903, children in need census); the
keys are those of the indicator dictionary.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.cues import COMPARISON
from crossfoot.model import Figure, Nature, Qualifier, Unit

_LOOKED_AFTER = (
    "children_in_foster_care_percent",
    "in_house_foster_placements",
    "independent_fostering_agency_placements",
    "connected_persons_placements",
    "childrens_home_residential_placements",
    "placed_outside_the_borough",
    "placed_over_20_miles_from_home_percent",
    "placed_with_parents_percent",
    "semi_independent_supported_accommodation_percent",
    "three_or_more_placements_in_year_percent",
    "unaccompanied_asylum_seeking_children",
    "unregistered_placements",
)
_REFERRALS = (
    "re_referrals_within_12_months_number",
    "re_referrals_within_12_months_percent",
    "referrals_by_source_health_percent",
    "referrals_by_source_police_percent",
    "referrals_by_source_schools_percent",
    "referrals_closed_with_no_further_action_percent",
    "referrals_going_on_to_initial_assessment_percent",
)
_CARE_LEAVERS = (
    "care_leavers_in_education_employment_or_training_percent",
    "care_leavers_in_suitable_accommodation_percent",
    "care_leavers_neet_percent",
    "care_leavers_not_in_touch_percent",
)
BASES = {
    **dict.fromkeys(_LOOKED_AFTER, "looked_after_children"),
    **dict.fromkeys(_REFERRALS, "referrals"),
    **dict.fromkeys(_CARE_LEAVERS, "care_leavers_former_relevant_19_21"),
    "plans_by_category_of_abuse": "child_protection_plans",
    "child_protection_plans_two_years": "child_protection_plans",
    "contacts_progressing_to_referral_percent": "contacts",
    "core_assessments_within_35_working_days_percent": "core_assessments",
    "icpcs_within_15_working_days_percent": "initial_child_protection_conferences",
    "initial_assessments_within_timescale_percent": "initial_assessments",
    "second_or_subsequent_plan_number": "child_protection_plans_starting",
    "second_or_subsequent_plan_percent": "child_protection_plans_starting",
    "single_assessments_within_45_working_days_percent": "single_assessments",
}
"""The indicator whose count is the whole of another's count or percentage."""

PARTS = {"contacts_progressing_to_referral_percent": "referrals"}
"""The indicator whose count is the part that a percentage tells, where that has a key of its own."""


_A_QUARTER = timedelta(days=100)


def of_the_same_time(context: Context, key: str, percent: Figure) -> Sequence[Figure]:
    """Return the counts of an indicator of the time which a percentage is of, or else the latest in the quarter before.

    None of them is told for comparison or as a part.
    """
    found = [f for f in context.by_indicator.get(key, ()) if _is_plain(context, f)]
    if percent.period is None:
        return [f for f in found if f.period is None]
    end = percent.period.end
    days = [f.period.end for f in found if f.period is not None and end - _A_QUARTER <= f.period.end <= end]
    return [f for f in found if f.period is not None and days and f.period.end == max(days)]


def _is_plain(context: Context, figure: Figure) -> bool:
    """Tell whether a figure is a whole count of its own time."""
    told = figure.unit in {Unit.COUNT, None} and figure.qualifier in {Qualifier.NONE, Qualifier.APPROX}
    level = figure.nature in {Nature.ACTUAL, None} and figure.value > 0 and not context.is_subset(figure)
    return told and level and COMPARISON.search(context.passages.before(figure, 30)) is None
