"""Amounts for which something is bought or built, and what pays for a part of them: capital, with no word that says so.

"That four vehicles be purchased at a cost not exceeding £920,000", "buying 20 homes at an estimated £5.2m, part-funded
by £1.9m from the Housing Fund".
"""

from __future__ import annotations

import re

from crossfoot.extraction.figures.indicators.asked import Asked, last_amount
from crossfoot.extraction.figures.sight import Sight
from crossfoot.model import Nature

CAPITAL = "capital_cost_grant"

_W = r"[\s\xa0-]+"
_DONE = (
    r"(?:purchas(?:e|es|ed|ing)|buy|buys|buying|bought|acquir(?:e|es|ed|ing)|acquisition|construct(?:ion|ed|ing)?"
    r"|built|erect(?:ion|ed|ing)?|refurbish(?:ment|ed|ing)?|remodel\w*|convert(?:ed|ing)?|conversion)"
)
_THING = (
    r"(?:homes?|houses?|flats?|dwellings?|bungalows?|propert(?:y|ies)|buildings?|land|sites?|premises|vehicles?|schools?"
    r"|lorr(?:y|ies)|vans|minibuses|freehold|librar(?:y|ies)|centres?)"
)
_GAP = r"(?:(?!\b(?:placements?|places|beds|week|weekly|average|rent(?:ed)?|leas\w+)\b)[^.;:£]){0,110}?"
_BOUGHT = re.compile(
    rf"""\b(?:{_DONE}\b{_GAP}\b{_THING}|{_THING}{_W}(?:\w+{_W}){{0,3}}?{_DONE})\b{_GAP}
    \b(?:for|with|at|costs?|costing|price|estimated|worth|total(?:ling|s)?|exceeding|up{_W}to)
    (?:{_W}(?:an?|the|of|is|was|be|to|about|around|some|over|nearly|approximately|estimated|total|cost|price|not|more|than
      |exceeding|up|at|put))*[\s\xa0]*$""",
    re.VERBOSE | re.IGNORECASE,
)
_PAID = re.compile(
    rf"\b(?:funded|financed|met|paid|supported|helped)(?:{_W}(?:in|part|partly|for))*{_W}(?:by|with|from)"
    rf"(?:{_W}(?:an?|the|grant|contribution|of|about|some|around))*[\s\xa0]*$"
    rf"|\b(?:of|towards){_W}which(?:{_W}[\w'’]+){{0,6}}[\s\xa0]*$",
    re.IGNORECASE,
)
_TO_BUILD = re.compile(
    rf"{_W}(?:to|for|towards){_W}(?:(?:build|buy|purchase|acquire|construct|refurbish|convert|extend|replace){_W}(?:an?|the|its|our|up|\w+{_W})"
    rf"|(?:the{_W})?(?:building|purchase|acquisition|construction|refurbishment|conversion){_W}of\b)",
    re.IGNORECASE,
)
_PROGRAMME = re.compile(
    r"\b(?:programme|allocations?|schemes)\b[^.;£]{0,60}?\b(?:total(?:ling|s|led)?|costing|worth)[\s\xa0]*$",
    re.IGNORECASE,
)
"""What leads up to the sum of a programme, in a record on one."""

_THE_PROGRAMME = re.compile(
    rf"""\bprogramme\b(?:[^.;£]|\.\d){{0,60}}?\b(?:is|was|of|at|to|totals|totalled|stands{_W}at|stood{_W}at|amount(?:s|ed){_W}to)
    (?:{_W}(?:now|about|around|some))?[\s\xa0]*$""",
    re.VERBOSE | re.IGNORECASE,
)
_CAPITAL_WORD = re.compile(r"\bcapital\b")
_LEAST = 20_000
_BACK = 260


def _is_headed_capital(sight: Sight) -> bool:
    """Tell whether an amount stands under a heading, a topic or a title of capital."""
    around = sight.around
    heads = (around.topic, around.heading, *around.titles)
    return any(r is not None and r.sentence.says(_CAPITAL_WORD) for r in heads)


def is_capital(asked: Asked) -> bool:
    """Tell whether an amount buys or builds something, or pays for a part of what does."""
    sight = asked.sight
    if asked.nature is Nature.VARIANCE or sight.number.value < _LEAST:
        return False
    s = sight.sentence
    if _BOUGHT.search(s.text, max(s.start, sight.start - _BACK), sight.start) is not None:
        return True
    if _TO_BUILD.match(s.text, sight.end, min(s.end, sight.end + _BACK)) is not None:
        return True
    if _is_headed_capital(sight) and _THE_PROGRAMME.search(s.text, max(s.start, sight.start - _BACK), sight.start):
        return True
    if asked.place.of_capital and _PROGRAMME.search(s.text, max(s.start, sight.start - _BACK), sight.start) is not None:
        return True
    told = last_amount(sight.told)
    paid = told is not None and told.indicator == CAPITAL
    return paid and _PAID.search(s.text, max(sight.left, sight.start - _BACK), sight.start) is not None
