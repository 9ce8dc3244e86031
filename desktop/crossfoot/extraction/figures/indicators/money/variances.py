"""Which amounts are variances, though no word of a budget may stand beside them.

An amount is one by its own words ("£640k over", "£6.3m above the grant"), as what a forecast has moved by ("the
position has worsened by £1.2m"), or because it goes on about the variance before it (``overspend_parts``).
"""

from __future__ import annotations

import re

from crossfoot.extraction.figures.indicators.asked import Asked
from crossfoot.extraction.figures.indicators.money.budgets import OF_A_VARIANCE
from crossfoot.extraction.figures.indicators.money.overspend_parts import goes_on_about_one, offsets_one
from crossfoot.extraction.figures.indicators.money.saved import is_saved_within_a_budget
from crossfoot.extraction.figures.sight import Sight
from crossfoot.model import Nature, Unit

_W = r"[\s\xa0-]+"
_OVER_OR_UNDER = re.compile(
    rf"""[\s\xa0]*(?:\([^()]{{1,24}}\)[\s\xa0]*|(?:or|i\.e\.){_W}[\d.]+[\s\xa0]?(?:%|per{_W}cent)[\s\xa0]*)?
    (?:(?:net|adverse|favourable|worse|better){_W})?
    (?:
        in{_W}the{_W}(?:red|black)\b
      | too{_W}(?:much|little)\b
      | (?:of{_W}(?:the|its|this|that|their){_W}(?:\w+{_W}){{0,2}}?budget{_W})?
        (?:(?:was|were|is|had{_W}been|remained|remains|went|will{_W}be){_W})?
        (?:un(?:der)?spent|not{_W}(?:been{_W})?(?:spent|used)|left{_W}(?:unspent|over))\b
      | (?:up|down){_W}on{_W}(?:(?:the|its|their|our|this){_W})?(?:\w+{_W})?(?:budget|estimates?)\b
      | (?:over|under|short)[\s\xa0]*(?:$|[.;,:)]|\b(?:and|but|because|owing|due
        |mainly|chiefly|largely|this|for{_W}the|(?:by|at){_W}(?:the{_W})?(?:year|end|outturn|close))\b)
      | (?:more|less|higher|lower){_W}than{_W}the{_W}£[\d.,]+[\s\xa0]?(?:million|m|k)?
        {_W}(?:provided|budgeted|allowed|set{_W}aside|planned|in{_W}the{_W}budget)\b
      | (?:more|less|extra){_W}income\b[^.;£]{{0,40}}?\bthan{_W}(?:planned|budgeted|expected|estimated)\b
      | (?:over|under)[\s-]?sp(?:en[dt]|ent)\w*
      | (?:over|under|above|below|beyond|in{_W}excess{_W}of|(?:more|less|higher|lower|better|worse){_W}than|short{_W}of)
        {_W}(?:(?:the|its|their|our|this|that|what{_W}(?:was|is|had{_W}been)|what|available|approved|original|revised|annual|net|cash){_W}){{0,3}}
        (?:\w+{_W}){{0,2}}?
        (?:budget(?:ed)?|estimates?|grant|allocation|allotted|cash{_W}limit|provision|provided|profile|planned|voted|set{_W}aside)\b
    )""",
    re.VERBOSE | re.IGNORECASE,
)
"""What stands behind an amount that is a variance: "over", "underspent", "above the grant"."""

_OF_THE_BUDGET_OVER = re.compile(
    rf"[\s\xa0]*(?:%|per{_W}cent)?{_W}(?:above|over|under|below|in{_W}excess{_W}of|(?:more|less){_W}than)"
    rf"(?:{_W}(?:the|its|our|their|approved|original|revised|net)){{0,3}}{_W}(?:budget|cash{_W}limit|estimate)s?\b",
    re.IGNORECASE,
)


def is_a_share_over_budget(sight: Sight) -> bool:
    """Tell whether a percentage is how far over or under its budget something is: "7.1% above budget"."""
    s = sight.sentence
    if s.words.isdisjoint(_BUDGET_WORDS) or _OF_THE_BUDGET_OVER.match(s.text, sight.end, s.end) is None:
        return False
    return _GROWTH.search(s.text, max(s.start, sight.start - _FARTHEST), sight.start) is None


_BUDGET_WORDS = frozenset({"budget", "budgets", "limit", "limits", "estimate", "estimates"})
_GROWTH = re.compile(r"\b(?:increase|rise|growth|reduction|cut|decrease)[\s\xa0]+of[^.;£\d]*$", re.IGNORECASE)
"""What leads up to by how much a budget itself was raised: "an increase of 4.1% over the revised estimate"."""


_EXCESS = re.compile(
    rf"(?<!\bin){_W}(?:an|the){_W}excess(?:{_W}(?:spend|spending|expenditure))?{_W}of[\s\xa0]*$", re.IGNORECASE
)
_IS_THE_EXCESS = re.compile(r"[\s\xa0]+excess\b(?![\s\xa0]+(?:of|charge|fee)\b)", re.IGNORECASE)
_PRESSES = re.compile(
    rf"\bpressures?{_W}on{_W}(?:[\w'’/&]+{_W}){{1,6}}?budgets?{_W}(?:is|was|of|at|stands{_W}at|stood{_W}at|had{_W}been|has{_W}been)"
    rf"(?:{_W}(?:about|around|some|now|nearly|over))*[\s\xa0]*$",
    re.IGNORECASE,
)
_OVER_BY = re.compile(
    rf"(?:^[\s\W]*|[.;:][\s\xa0]+|\b(?:is|was|are|were|be|been|came{_W}in|come{_W}in){_W}(?:\w+{_W}){{0,2}}?)(?:over|under|better|worse|over[\s-]?spent|under[\s-]?spent)"
    rf"(?:{_W}budget)?{_W}by(?:{_W}(?:about|around|some|over|almost|nearly|just|under|approximately))*[\s\xa0]*$",
    re.IGNORECASE,
)
_MOVED = re.compile(
    rf"""\b(?:forecasts?|projections?|positions?|outlook|variances?|pressures?|deficit|shortfall
        |(?:over|under)[\s-]?spen(?:d|ds|ding)){_W}
    (?:(?:for|on|in|across|of){_W}(?:[\w'’/]+{_W}){{1,6}}?)?
    (?:(?:has|have|had|is|was|now|since|therefore|also|further|slightly){_W}){{0,3}}
    (?:improv\w+|worsen\w+|deteriorat\w+|(?:got|become|moved|gone|going){_W}(?:worse|better|up|down|adversely|favourably)
      |increas\w+|reduc\w+|ris\w+|rose|grow\w*|grew|fall\w*|fell|decreas\w+|come{_W}down|came{_W}down|widen\w+|narrow\w+
      |moved)
    {_W}by(?:{_W}(?:a|an|the|further|net|about|around|some|over|almost|nearly|just|under|another|approximately)\b)*
    [\s\xa0]*$""",
    re.VERBOSE | re.IGNORECASE,
)
"""What a forecast, a position or a variance has moved by since the last report."""


_PASSES_ITS_LIMIT = re.compile(
    rf"""\b(?:(?:over|under)[\s-]?spen\w+|exceed\w*){_W}(?:its|the|their|our|this|that|a){_W}
    (?:[\w'’]+{_W}){{0,4}}?(?:budget|cash{_W}limit|estimate|allocation|provision|target)s?
    (?:{_W}(?:of|for|in|at){_W}[^.;,()]{{1,40}}?|{_W}of{_W}£[\d.,]+(?:{_W})?(?:million|m|k)?)?{_W}by
    (?:{_W}(?:about|around|some|over|almost|nearly|just|under|approximately|up{_W}to|at{_W}least))*[\s\xa0]*$""",
    re.VERBOSE | re.IGNORECASE,
)
"""What leads up to how far a budget is passed: "to overspend its cash limit of £33.85 million by"."""


def is_a_variance(asked: Asked) -> bool:
    """Tell whether an amount is a variance by its own words, or by those before it that it goes on about."""
    sight, nature = asked.sight, asked.nature
    text = sight.sentence.text
    before = text[max(sight.left, sight.start - _FARTHEST) : sight.start]
    excess = _EXCESS.search(before) is not None or _IS_THE_EXCESS.match(text, sight.end) is not None
    exceeds = sight.number.value >= _LEAST_EXCESS and excess
    if exceeds or _is_the_difference(asked) or offsets_one(asked) or is_saved_within_a_budget(asked):
        return True
    if _PASSES_ITS_LIMIT.search(text[max(sight.sentence.start, sight.start - _FARTHEST) : sight.start]) is not None:
        return True
    over = _OVER_OR_UNDER.match(text, sight.end, min(sight.sentence.end, sight.end + _FARTHEST)) is not None
    if nature not in OF_A_VARIANCE:
        return over and nature is Nature.PROPOSED  # "which would be £780,000 too much"
    if over:
        return True
    if _PRESSES.search(before) is not None or _MOVED.search(before) is not None or _OVER_BY.search(before) is not None:
        return True
    return goes_on_about_one(asked, before)


_FARTHEST = 120
_LEAST_EXCESS = 5_000
"""An excess below is what somebody insured pays themselves."""


def _is_the_difference(asked: Asked) -> bool:
    """Tell whether an amount is by how much those before it differ, a budget and what came of it.

    What is left of a capital programme is carried on, and is none.
    """
    sight = asked.sight
    if asked.place.of_capital or "programme" in sight.sentence.words:
        return False
    told = [*(f for r in sight.around.previous[-1:] for f in r.told), *sight.told]
    amounts = [f for f in (told if sight.told else ()) if f.unit is Unit.GBP][-2:]
    if len(amounts) < _TWO or {f.indicator for f in amounts}.isdisjoint(_BUDGETS):
        return False
    if not {f.indicator for f in amounts} & _SPENT:
        return False
    slack = max(f.step for f in amounts) / 2 + sight.number.step / 2
    return abs(abs(amounts[0].value - amounts[1].value) - abs(sight.number.value)) <= slack


_TWO = 2
_BUDGETS = frozenset({"approved_budget"})
_SPENT = frozenset({"outturn", "projected_outturn"})
