"""Amounts that are told as a budget and what came of it: "transport cost £5.87m against £5.2m: £670,000 over".

Set against its budget, an amount is the outturn, or the projected one where it is foreseen, whosever it is.
"""

from __future__ import annotations

import re

from crossfoot.extraction.figures.indicators.asked import Asked, last_amount
from crossfoot.extraction.figures.indicators.money.budgets import BUDGET_BY_NATURE
from crossfoot.model import Nature

OUTTURN = "outturn"

_W = r"[\s\xa0-]+"
_PLAN = rf"(?:budget(?:ed|s)?|cash{_W}limit|(?:revised|original|approved|capital|works?){_W}(?:programme|estimate)s?)\b"
_ON_A_BUDGET = re.compile(
    rf"""(?:[^.;]|\.\d){{0,60}}?
    \b(?:against|compared{_W}(?:with|to)|on|from|within|above|below|over|under|exceed\w*|double|half|(?:twice|times)
      |(?:more|less){_W}than|in{_W}excess{_W}of){_W}(?:(?:an?|the|its|their|our|that|annual|total|net|full-year){_W}){{0,3}}{_PLAN}
    | [\s\xa0]*(?:\w+[\s\xa0]+)?against{_W}(?:an?{_W})?£[\d,.]+\w*[^.;£]{{0,12}}£[\d,.]+\w*{_W}(?:over|under)\b""",
    re.VERBOSE | re.IGNORECASE,
)
"""What sets an amount against its budget."""

_AGAINST_A_PROGRAMME = re.compile(
    rf"\b(?:against|compared{_W}(?:with|to)|on|from|out{_W}of){_W}(?:an?|the|its){_W}(?:\w+{_W})?(?:programme|budget|estimate)"
    rf"(?:{_W}of|{_W}totalling)?[\s\xa0]*$",
    re.IGNORECASE,
)
_WAS_ALLOWED = re.compile(
    rf"\bagainst{_W}(?:an?|the|its){_W}(?:approved|agreed|original|revised|allowance{_W}of|allocation{_W}of|provision{_W}of|allowed)"
    rf"(?:{_W}(?:figure|sum|total|amount|limit))?(?:{_W}of)?[\s\xa0]*$"
    rf"|\b(?:having{_W}been|had{_W}been|was|were){_W}(?:allowed|allotted|allocated|given|voted|granted)[\s\xa0]*$"
    rf"|\bwhat{_W}(?:[\w'’]+{_W}){{0,4}}(?:voted|allowed|approved|agreed|set{_W}aside|budgeted|provided|allotted)[\s\xa0]*[,(:][\s\xa0]*$"
    rf"|\bcompared{_W}(?:with|to){_W}(?:the{_W})?(?:allowance|allocation|provision){_W}of[\s\xa0]*$",
    re.IGNORECASE,
)
"""What leads up to what was there to be spent, told behind what was: "against an approved £5.6m"."""

_AGAINST = re.compile(rf"\bagainst(?:{_W}(?:an?|the|about|around|some))*[\s\xa0]*$", re.IGNORECASE)
_BUDGET_MOVED = re.compile(
    rf"""\bbudgets?\b(?:{_W}(?:for|of|in)(?:{_W}[\w'’/&]+){{1,6}}?)?
    {_W}(?:was|is|were|be|been|has{_W}been|had{_W}been|will{_W}be|would{_W}be)
    {_W}(?:increased|reduced|raised|cut|uplifted|topped{_W}up){_W}by(?:{_W}(?:a|an|further|about|some|around))*[\s\xa0]*$""",
    re.VERBOSE | re.IGNORECASE,
)
_EARNED = re.compile(
    r"\b(?:income|made|raised|brought[\s\xa0]in|took[\s\xa0]in|yielded|earned|collected|received|receipts|generated|sold)\b",
    re.IGNORECASE,
)
"""What tells of money that came in, which is no outturn of spending."""

_SPENT = frozenset({Nature.ACTUAL, Nature.FORECAST})
_SPENT_KEYS = frozenset({OUTTURN, "projected_outturn"})
_AFTER_SPENDING = _SPENT_KEYS | {BUDGET_BY_NATURE[Nature.VARIANCE]}
"""What has been told before what was allowed for it."""

_BACK, _AHEAD = 120, 130


def moves_a_budget(asked: Asked) -> bool:
    """Tell whether an amount is what a budget was increased or reduced by."""
    sight = asked.sight
    text = sight.sentence.text
    return _BUDGET_MOVED.search(text[max(sight.left, sight.start - _BACK) : sight.start]) is not None


def kind_by_what_it_is_set_against(asked: Asked) -> str | None:
    """Return the budget, the outturn or the projected outturn that an amount is by what it is set against, or None."""
    sight = asked.sight
    s = sight.sentence
    before = s.text[max(sight.left, sight.start - _BACK) : sight.start]
    if moves_a_budget(asked):
        return BUDGET_BY_NATURE[Nature.BUDGET]
    spent = last_amount(sight.told)
    if spent is not None and spent.indicator in _AFTER_SPENDING and _WAS_ALLOWED.search(before) is not None:
        return BUDGET_BY_NATURE[Nature.BUDGET]
    if asked.nature is Nature.BUDGET:
        told = last_amount(sight.told)
        after_it = told is not None and told.indicator in _SPENT_KEYS
        found = after_it and (_AGAINST_A_PROGRAMME.search(before) or _AGAINST.search(before))
        return BUDGET_BY_NATURE[Nature.BUDGET] if found else None
    if (
        asked.nature not in _SPENT
        or _EARNED.search(before) is not None
        or _ON_A_BUDGET.match(s.text, sight.end, min(s.end, sight.end + _AHEAD)) is None
    ):
        return None
    return BUDGET_BY_NATURE.get(asked.nature, OUTTURN)
