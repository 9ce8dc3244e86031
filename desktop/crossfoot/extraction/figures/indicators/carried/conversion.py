"""Shares that say again how many of what was counted became something: "a plan was made for 318 of them, or 86%".

The words beside such a share name only what they became. Of what it is a share is told by the two counts before it,
the part right before it and the whole, whose quotient the share is: 318 of 370.
"""

from __future__ import annotations

import re

from crossfoot.extraction.figures.indicators.asked import Asked
from crossfoot.extraction.figures.lexicon import Family
from crossfoot.model import Figure, Unit

_OF_WHOLE = {
    ("contacts", "referrals"): "contacts_progressing_to_referral_percent",
    ("referrals", "initial_assessments"): "referrals_going_on_to_initial_assessment_percent",
    ("referrals", "re_referrals_within_12_months_number"): "re_referrals_within_12_months_percent",
    ("referrals", "child_protection_plans_starting"): "conversion_rate_referral_to_child_protection_plan_percent",
    ("initial_child_protection_conferences", "child_protection_plans_starting"): "icpcs_resulting_in_a_plan_percent",
    ("child_protection_plans_starting", "second_or_subsequent_plan_number"): "second_or_subsequent_plan_percent",
    ("children_ceasing_to_be_looked_after", "children_adopted"): "children_leaving_care_who_were_adopted_percent",
    ("staffing_establishment", "social_worker_vacancies"): "social_worker_vacancy_rate_percent",
    ("staffing_establishment", "agency_staff"): "agency_social_worker_rate_percent",
    ("social_workers", "agency_staff"): "agency_social_worker_rate_percent",
}
"""What the share is that a part makes of a whole, by the indicators of whole and part."""

_PARTS = frozenset(part for _, part in _OF_WHOLE)
_SENTENCES_BACK = 2
_HUNDRED = 100
_LEAST = 5
"""Smaller parts make the same share of many wholes."""

_AGAIN = re.compile(
    r"(?:[\s\xa0]+(?:of[\s\xa0]+(?:them|these|those|the)|children|cases|families|in[\s\xa0]+all))*[\s\xa0]*[(,:;–—-]*[\s\xa0]*"
    r"(?:(?:or|i\.e\.|that[\s\xa0]is|that[\s\xa0]was|making|which[\s\xa0]is|which[\s\xa0]was)[\s\xa0,]*)?"
    r"(?:(?:about|around|some|nearly|almost|just[\s\xa0](?:over|under))[\s\xa0]*)?"
)
"""What stands between a part and the share that says it again."""


def share_that_became(asked: Asked) -> str | None:
    """Return the share that a part makes of the whole before it, where a percentage says that part again."""
    part = asked.sight.before
    if asked.kind.unit is not Unit.PERCENT or part is None or part.unit is not Unit.COUNT:
        return None
    if part.indicator not in _PARTS or part.value < _LEAST:
        return None
    s, n = asked.sight.sentence, asked.sight.number
    if _AGAIN.fullmatch(s.lowered, part.span.end - s.start, asked.sight.start - s.start) is None:
        return None
    for whole in _counted_before(asked, part):
        key = _OF_WHOLE.get((whole.indicator or "", part.indicator or ""))
        if key is None or whole.value < part.value:
            continue
        if abs(_HUNDRED * part.value / whole.value - n.value) <= n.step:
            return key if asked.lexicon.families[key] is Family.PERCENT else None
    return None


def _counted_before(asked: Asked, part: Figure) -> list[Figure]:
    """Return what was counted before a part, the nearest first."""
    previous = asked.sight.around.previous[-_SENTENCES_BACK:]
    told = [*(f for reading in previous for f in reading.told), *asked.sight.told]
    return [f for f in reversed(told) if f is not part and f.unit in {Unit.COUNT, Unit.FTE} and f.value]
