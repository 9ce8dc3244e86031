"""What a column counts is told by its head together with those beside it: "Reviews due | Held in time | %"."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from crossfoot.model import Figure

Figures = Callable[[str], tuple[Figure, ...]]

POSTS, IN_POST = "staffing_establishment", "social_workers"
VACANT, AGENCY = "social_worker_vacancies", "agency_staff"
STARTING, ENDING, PLANS = (
    "child_protection_plans_starting",
    "child_protection_plans_ending",
    "child_protection_plans",
)
TABLES = {
    "posts and how they are filled": (
        (
            "Social workers, children's social care, 2018 (FTE)\n\nTeam\tEstablishment\tIn post\tVacant\tAgency\n"
            "Children in Care\t30.0\t27.5\t2.5\t2.0\n"
        ),
        [POSTS, IN_POST, VACANT, AGENCY],
    ),
    "posts, shorter heads": (
        "Children's social work teams, September 2018\n\nTeam\tPosts\tFilled\tVacancies\nChildren in Care\t30\t27\t3\n",
        [POSTS, IN_POST, VACANT],
    ),
    "of which repeat": (
        "Children's social care 2000/01\n\nOffice\tNew referrals\tof which repeat\nHarbour\t612\t104\n",
        ["referrals", "re_referrals_within_12_months_number"],
    ),
    "of these, referred before": (
        ("Children's social care 2000/01\n\nOffice\tReferrals\tOf these, referred before\nHarbour\t612\t104\n"),
        ["referrals", "re_referrals_within_12_months_number"],
    ),
    "the share of reviews": (
        "Children in care\n\n2022/23\tReviews due\tHeld in time\t%\nApril to June\t248\t231\t93.1\n",
        [None, None, "looked_after_reviews_within_timescale_percent"],
    ),
    "the share of conferences": (
        "Child protection\n\n2022/23\tInitial conferences\tWithin 15 days\t%\nApril to June\t48\t31\t64.6\n",
        ["initial_child_protection_conferences", None, "icpcs_within_15_working_days_percent"],
    ),
    "the share of assessments": (
        "Children's social care\n\n2015/16\tAssessments completed\tIn 45 days\t%\nApril to June\t480\t310\t64.6\n",
        ["single_assessments", None, "single_assessments_within_45_working_days_percent"],
    ),
    "a register under its movements": (
        (
            "THE CHILD PROTECTION REGISTER\n\nMovements on and off the Register were:\n\nArea\tOn register 1.4.96\t"
            "Names added\tNames removed\tOn register 31.3.97\nNorthgate\t58\t71\t64\t65\n"
        ),
        [PLANS, STARTING, ENDING, PLANS],
    ),
}


@pytest.mark.parametrize("way", TABLES)
def test_a_column_is_of_what_its_head_tells_with_those_beside_it(figures: Figures, way: str) -> None:
    text, expected = TABLES[way]
    assert [figure.indicator for figure in figures(text)] == expected
