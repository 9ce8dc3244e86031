"""Shares of a whole that name what they are a share of: of the net budget, of the establishment.

"General balances are 5% of the net budget", "41 vacancies, representing 15.8% of the establishment".
"""

from __future__ import annotations

import re

from crossfoot.extraction.figures.indicators.asked import Asked
from crossfoot.extraction.figures.lexicon import Family
from crossfoot.model import Stage, Unit

_W = r"[\s\xa0]+"
_OF_THE_BUDGET = re.compile(
    rf"{_W}of{_W}(?:(?:the|its|our|their|total|net|gross|overall|annual|revenue|service|council['’]s|authority['’]s){_W}){{0,5}}"
    r"(?:budget|expenditure|spend|spending|requirement)\b",
    re.IGNORECASE,
)
_OF_THE_STAFF = re.compile(
    rf"{_W}of{_W}(?:(?:the|its|our|their|all|total|qualified|social|work|worker|funded|permanent){_W}){{1,5}}"
    r"(?:establishment|workforce|posts|complement|staff)\b",
    re.IGNORECASE,
)
_MEASURES = (
    (re.compile(r"\b(?:balances?|reserves?)\b", re.IGNORECASE), "general_fund_balances"),
    (re.compile(r"\b(?:(?:over|under)[\s-]?spen\w+|variances?|pressures?)\b", re.IGNORECASE), "budget_variance"),
    (re.compile(r"\bsavings?\b", re.IGNORECASE), "savings"),
)
_BACK = 160


def share_of_a_whole(asked: Asked) -> str | None:
    """Return what a percentage of a budget measures, or the share that a number of staff before it makes; else None."""
    sight = asked.sight
    if asked.kind.unit is not Unit.PERCENT:
        return None
    s = sight.sentence
    end = min(s.end, sight.end + _BACK)
    if _OF_THE_BUDGET.match(s.text, sight.end, end) is not None:
        return _measure_before(s.text[max(s.start, sight.start - _BACK) : sight.start])
    return _of_staff(asked) if _OF_THE_STAFF.match(s.text, sight.end, end) is not None else None


def _measure_before(before: str) -> str | None:
    """Return the measure of money that was named last before a share of the budget."""
    last = None
    for pattern, key in _MEASURES:
        for found in pattern.finditer(before):
            if last is None or found.end() > last[0]:
                last = found.end(), key
    return last[1] if last is not None else None


def _of_staff(asked: Asked) -> str | None:
    """Return the share of the staff that was counted before: "46 agency social workers, 24.5% of the workforce"."""
    before, lexicon = asked.sight.before, asked.lexicon
    if before is None or before.indicator is None or before.unit not in {Unit.COUNT, Unit.FTE}:
        return None
    if lexicon.indicators[before.indicator].stage is not Stage.WORKFORCE:
        return None
    return next((key for key in lexicon.kin[before.indicator] if lexicon.families[key] is Family.PERCENT), None)
