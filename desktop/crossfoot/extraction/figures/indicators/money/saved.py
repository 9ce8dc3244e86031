"""Which amounts are savings by the words that lead up to them, whatever else is named beside them.

"Every ten children moved to our own carers would save £285,000 a year" tells of placements and of a year, and is what
is saved all the same.
"""

from __future__ import annotations

import re

from crossfoot.extraction.figures.indicators.asked import Asked, last_amount
from crossfoot.extraction.figures.indicators.money.budgets import SAVINGS
from crossfoot.extraction.figures.reading import Reading
from crossfoot.model import Nature

_W = r"[\s\xa0-]+"
_HOW_MUCH = (
    rf"(?:{_W}(?:of|in|the|order|region|up|to|at|least|about|around|some|over|nearly|almost|approximately|an?|estimated"
    rf"|further|additional|another|be|been|would|will|could|might|should|is|was|were|by|between|total|totals|totalling"
    rf"|amounts?|amounted|amounting|comes?|came|net|put|only|just|us|them|the{_W}council|it))*"
)
_SAVES = re.compile(
    rf"""\b(?:
        sav(?:e|es|ed|ing|ings)|economies|avoid(?:s|ed|ing)?(?:{_W}(?:costs?|spending|expenditure))?
      | (?:reduce[ds]?|cut|cuts|lower(?:ed|s)?|trim(?:med|s)?)
        {_W}(?:(?:our|its|the|their|annual|net|running|staffing){_W}){{0,3}}
        (?:costs?|bills?)(?:{_W}(?:on|of|for|in){_W}(?:\w+{_W}){{0,3}}?\w+)?{_W}by
      | (?:reduction|cut)s?{_W}in{_W}costs?
    ){_HOW_MUCH}[\s\xa0]*$""",
    re.VERBOSE | re.IGNORECASE,
)
_TAKEN_IN = re.compile(
    rf"""\bbudgets?{_W}(?:(?:for|in|of|\d{{4}}[\s/–-]?\d{{0,4}}|this|the|year){_W})*(?:(?:had|has|also|already|itself){_W})*
    (?:assum\w+|includ\w+|contain\w+|reli(?:es|ed){_W}(?:on|upon)|requir\w+|(?:was|is){_W}(?:built|based|predicated){_W}on
      |depend(?:s|ed){_W}(?:on|upon)|call(?:s|ed){_W}for|provid(?:es|ed){_W}for|took{_W}in|takes{_W}in|target\w*|expect\w*)
    {_HOW_MUCH}[\s\xa0]*$""",
    re.VERBOSE | re.IGNORECASE,
)
_HAS_TO_COME_OUT = re.compile(
    rf"""{_W}(?:(?:more|less){_W})?(?:a{_W}year{_W})?(?:(?:has|have|had|still|now|would|will|needs?|is|are|was|must|should|can|could|may|be|to){_W}){{1,4}}
    (?:come{_W}out\b|(?:be{_W})?(?:taken|cut|removed|stripped|squeezed){_W}(?:out(?:{_W}of)?|from{_W}(?:the|its|our|their){_W}(?:\w+{_W})?budgets?)\b|saved\b|be{_W}saved\b)""",
    re.VERBOSE | re.IGNORECASE,
)
"""What is told behind an amount that is to be saved: "a further £450,000 has to come out"."""

_HEADED = re.compile(r"[\W\d]*(?:\w+[\s\xa0]+){0,2}?(?:savings?|efficienc(?:y|ies))\b", re.IGNORECASE)
_BACK = 110
"""How many characters before an amount the words may stand that make it a saving."""


def is_saved(asked: Asked) -> bool:
    """Tell whether an amount is a saving: "would save £285,000", or under "Savings": "the budget assumed £9.3m"."""
    sight = asked.sight
    before = sight.sentence.text[max(sight.left, sight.start - _BACK) : sight.start]
    if is_saved_within_a_budget(asked):
        return False
    found = _SAVES.search(before)
    if asked.nature is Nature.VARIANCE:
        return found is not None and asked.place.budget is None and found[0].lower().startswith("savings")
    if found is not None or _HAS_TO_COME_OUT.match(sight.sentence.text, sight.end) is not None:
        return True
    if _told_of_savings(asked) and _DELIVERED.match(sight.sentence.text, sight.end) is not None:
        return True
    headed = any(_is_of_savings(reading) for reading in (sight.around.topic, sight.around.heading))
    return headed and _TAKEN_IN.search(before) is not None


def _told_of_savings(asked: Asked) -> bool:
    """Tell whether the amount before, in the sentence or in the one before, is a saving."""
    sight = asked.sight
    before = last_amount(sight.told)
    if before is None and sight.around.previous:
        before = last_amount(sight.around.previous[-1].told)
    return before is not None and before.indicator == SAVINGS


_DELIVERED = re.compile(
    rf"""{_W}(?:(?:of{_W}(?:this|these|them|it|that|which)|more|so{_W}far){_W})?
    (?:(?:has|have|had|is|was|were|are|will|would|may|might|could|can|cannot|not|be|been|now|already|still|thought|likely|to|expected
      |forecast|considered){_W}){{1,5}}
    (?:deliver\w*|achiev\w*|secur\w*|made|realis\w*|identif\w*|at{_W}risk|on{_W}track|rated|red|amber|green|outstanding|slip\w*)\b""",
    re.VERBOSE | re.IGNORECASE,
)
"""What is told of a part of the savings: "£2.8m has been delivered and £0.9m is at risk"."""


def is_saved_within_a_budget(asked: Asked) -> bool:
    """Tell of a saving that a report on budgets gives for one of them: "there is a saving of £84,000 on transport"."""
    sight = asked.sight
    s = sight.sentence
    if "saving" not in s.words or _A_SAVING.search(s.text, max(s.start, sight.start - _BACK), sight.start) is None:
        return False
    if re.match(rf"{_W}(?:on|in|against|from){_W}\w", s.text[sight.end : sight.end + 12]) is None:
        return False
    titles = (r.sentence for r in (*sight.around.titles, *([sight.around.heading] if sight.around.heading else [])))
    return any(t.says(_MONITORS) for t in titles)


_A_SAVING = re.compile(
    rf"""\b(?:there{_W}(?:is|was|are|were|has{_W}been|will{_W}be)|shows?|showed|showing|gives?|gave|giving|with|leav(?:es|ing)|left
    |partly{_W}offset{_W}by|offset{_W}by|produced|expected|projected|forecast)
    {_W}(?:now{_W})?an?{_W}(?:(?:small|further|net|projected|forecast|one-off|compensating|one{_W}off|slight){_W})*saving{_W}of[\s\xa0]*$""",
    re.VERBOSE | re.IGNORECASE,
)
_MONITORS = re.compile(
    r"\bmonitor\w*|\boutturn\b|\bbudget(?:ary)? (?:position|control|update|report)|\bfinancial position\b"
)


def _is_of_savings(reading: Reading | None) -> bool:
    """Tell whether a heading is of savings."""
    return reading is not None and _HEADED.match(reading.sentence.text, reading.sentence.start) is not None
