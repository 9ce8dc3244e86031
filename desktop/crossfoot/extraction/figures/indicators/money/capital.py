"""Amounts for which something is bought or built, and what pays for a part of them: capital, with no word that says so.

"That four vehicles be purchased at a cost not exceeding £920,000", "buying 20 homes at an estimated £5.2m, part-funded
by £1.9m from the Housing Fund".
"""

from __future__ import annotations

import re

from crossfoot.extraction.figures.indicators.asked import Asked, last_amount
from crossfoot.extraction.figures.sight import Sight
from crossfoot.model import Nature, Unit

CAPITAL = "capital_cost_grant"

_W = r"[\s\xa0-]+"
_DONE = (
    r"(?:purchas(?:e|es|ed|ing)|buy|buys|buying|bought|acquir(?:e|es|ed|ing)|acquisition|construct(?:ion|ed|ing)?"
    r"|built|erect(?:ion|ed|ing)?|refurbish(?:ment|ed|ing)?|adapt(?:ation|ed|ing)?|remodel\w*|convert(?:ed|ing)?|conversion)"
)
_THING = (
    r"(?:homes?|houses?|flats?|dwellings?|bungalows?|propert(?:y|ies)|buildings?|land|sites?|premises|vehicles?|schools?"
    r"|blocks?|lorr(?:y|ies)|vans|minibuses|freehold|librar(?:y|ies)|centres?)"
)
_GAP = r"(?:(?!\b(?:placements?|places|beds|week|weekly|average|rent(?:ed)?|leas\w+)\b)[^.;:£]){0,110}?"
_BOUGHT = re.compile(
    rf"""\b(?:{_DONE}\b{_GAP}\b{_THING}|{_THING}{_W}(?:\w+{_W}){{0,3}}?{_DONE})\b{_GAP}
    \b(?:for|with|at|costs?|costing|price|estimated|worth|total(?:ling|s)?|exceeding|up{_W}to)
    (?:{_W}(?:an?|the|of|is|was|be|to|about|around|some|over|nearly|approximately|estimated|total|cost|price|not|more|than
      |exceeding|up|at|put))*[\s\xa0]*$
    | ^\W*(?:the{_W})?{_DONE}\b{_GAP}\b{_THING}[^.;:£]{{0,40}}:[\s\xa0]*(?:cost[\s\xa0]*)?$""",
    re.VERBOSE | re.IGNORECASE,
)
_PAID = re.compile(
    rf"\b(?:funded|financed|met|paid|supported|helped)(?:{_W}(?:in|part|partly|for))*{_W}(?:by|with|from)"
    rf"(?:{_W}(?:an?|the|grant|contribution|of|about|some|around))*[\s\xa0]*$"
    rf"|\bcontribut(?:e|es|ed|ing)(?:{_W}(?:a|the|further|sum|of|some|about))*[\s\xa0]*$"
    rf"|\b(?:of|towards){_W}which(?:{_W}[\w'’]+){{0,6}}[\s\xa0]*$",
    re.IGNORECASE,
)
_TO_BUILD = re.compile(
    rf"{_W}(?:to|for|towards|on){_W}(?:(?:build|buy|purchase|acquire|construct|refurbish|convert|extend|replace){_W}(?:an?|the|its|our|up|\w+{_W})"
    rf"|(?:the{_W})?(?:building|purchase|acquisition|construction|refurbishment|conversion|adaptation|extension"
    rf"|remodelling|rebuilding){_W}of\b)",
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
_BUILT = (
    r"(?:homes?|houses?|flats?|bungalows?|buildings?|halls?|bridges?|roofs?|boilers?|classrooms?|extensions?|pools?"
    r"|sports[\s\xa0]cent(?:re|er)s?|stations?|quarters?|junctions?|bypass|cycleways?|car[\s\xa0]parks?|playgrounds?|pavilions?|depots?"
    r"|hubs?|hostels?|theatres?|museums?|squares?|schools?|blocks?|librar(?:y|ies)|crematorium|roads?|lifts?|windows|kitchens)"
)
_TO_A_BUILDING = re.compile(
    rf"{_W}(?:towards|for|to(?:wards)?{_W}the{_W}cost{_W}of|to{_W}help{_W}(?:pay{_W}for|build|with)){_W}"
    rf"(?:(?:an?|the|its|our|new|replacement|cost|of|\d+|council){_W}){{0,5}}(?:[\w'’-]+{_W}){{0,2}}?{_BUILT}\b",
    re.IGNORECASE,
)
_GRANTED = re.compile(
    r"\b(?:award(?:s|ed)?|grant(?:s|ed)?|secured|contribut\w+|allocat(?:e|es|ed)|bid(?:s|ding)?|offered|won|given)"
    rf"(?:{_W}(?:us|the{_W}council|of|for|an?|grant|further|some|up|to|about|around))*[\s\xa0]*$",
    re.IGNORECASE,
)
"""What leads up to an amount that somebody gives towards a building."""

_COMES_TO = re.compile(
    rf"""\b(?:(?:new|replacement|proposed|extended|rebuilt|second|third){_W}(?:[\w'’-]+{_W}){{0,3}}?{_BUILT}
      |(?:replacement|refurbishment|renewal|repair|resurfacing|extension|construction|building|demolition|conversion|rebuilding)
        {_W}of{_W}(?:[\w'’-]+{_W}){{1,4}}?{_BUILT}|\w+{_W}(?:quarter|bridge|bypass|cycleway|roof)|scheme
      |(?:\w+{_W})?(?:works|repairs|resurfacing|refurbishment|improvements))\b
    (?:[^.;:£]{{0,40}}?{_W})??(?:would|will|is|was|were|has|have|had|to|been|be|are|now){_W}
    (?:(?:now|likely|expected|be|to|also|been){_W})*(?:cost(?:ed)?|put|estimated|priced|tendered|approved|valued)
    (?:{_W}(?:at|about|around|some|over|nearly|up|to|of|an?|estimated|cost))*[\s\xa0]*$""",
    re.VERBOSE | re.IGNORECASE,
)
"""What leads up to what a building costs: "the new school hall will cost"."""

_TENDERED = re.compile(
    rf"\btenders?\b[^.;£]{{0,30}}?\b(?:came{_W}in|received|returned|was|were|is){_W}(?:at|of)[\s\xa0]*$", re.IGNORECASE
)
_IN_THE_PROGRAMME = re.compile(rf"\bin{_W}the{_W}(?:capital{_W})?programme{_W}(?:at|for|with)[\s\xa0]*$", re.IGNORECASE)
_CAPITAL_WORD = re.compile(r"\bcapital\b")
_LEAST = 20_000
_BACK, _NEAR = 260, 60


def _is_headed_capital(sight: Sight) -> bool:
    """Tell whether an amount stands under a heading, a topic or a title of capital."""
    around = sight.around
    heads = (around.topic, around.heading, *around.titles)
    return any(r is not None and r.sentence.says(_CAPITAL_WORD) for r in heads)


def _is_what_a_building_costs(sight: Sight) -> bool:
    """Tell whether an amount is what something built or bought comes to, or what is given towards it."""
    s = sight.sentence
    if _BOUGHT.search(s.text, max(s.start, sight.start - _BACK), sight.start) is not None:
        return True
    if _TO_BUILD.match(s.text, sight.end, min(s.end, sight.end + _BACK)) is not None:
        return True
    low = max(s.start, sight.left, sight.start - _BACK)
    if _EACH_YEAR.match(s.text, sight.end, s.end) is not None:
        return False
    if any(found.search(s.text, low, sight.start) for found in (_COMES_TO, _TENDERED, _IN_THE_PROGRAMME)):
        return True
    given = _GRANTED.search(s.text, low, sight.start) is not None
    return given and _TO_A_BUILDING.match(s.text, sight.end, min(s.end, sight.end + _BACK)) is not None


_SPENT_OR_FORESEEN = re.compile(
    rf"\b(?:spen[dt]|spending|expenditure|forecasts?|outturn|programme|stands|stood|brought{_W}forward)\b",
    re.IGNORECASE,
)
_ELSE = re.compile(
    r"\brevenue\b|\boverspen|\bunderspen|\bsav(?:e|ed|ing)|\bslip|\bre-?phas|\bre-?profil|\bdifference|\bcarried\b|\bmove\b",
    re.IGNORECASE,
)


def _goes_on_about_a_programme(asked: Asked) -> bool:
    """Tell whether an amount is what was spent or is foreseen of the capital that the sentences before told.

    Only under a heading of capital: "The programme was £46.3m. Expenditure to 30 November was £24.1m".
    """
    sight = asked.sight
    told = [*(f for r in sight.around.previous for f in r.told), *sight.told]
    amounts = [f for f in told if f.unit is Unit.GBP]
    if not amounts or amounts[-1].indicator != CAPITAL or not _is_headed_capital(sight):
        return False
    s = sight.sentence
    own = s.text[sight.left : min(sight.right, sight.end + _NEAR)]
    return _SPENT_OR_FORESEEN.search(own) is not None and _ELSE.search(own) is None


_EACH_YEAR = re.compile(
    rf"[\s\xa0]*(?:net[\s\xa0]+)?(?:per{_W}(?:annum|year|week)|an?{_W}(?:year|week)|each{_W}year|annually|to{_W}run)\b",
    re.IGNORECASE,
)


def is_capital(asked: Asked) -> bool:
    """Tell whether an amount buys or builds something, or pays for a part of what does."""
    sight = asked.sight
    if asked.nature is Nature.VARIANCE or sight.number.value < _LEAST:
        return False
    s = sight.sentence
    if _is_what_a_building_costs(sight):
        return True
    if _is_headed_capital(sight) and _THE_PROGRAMME.search(s.text, max(s.start, sight.start - _BACK), sight.start):
        return True
    if asked.place.of_capital and _PROGRAMME.search(s.text, max(s.start, sight.start - _BACK), sight.start) is not None:
        return True
    if _goes_on_about_a_programme(asked):
        return True
    told = last_amount(sight.told)
    paid = told is not None and told.indicator == CAPITAL
    return paid and _PAID.search(s.text, max(sight.left, sight.start - _BACK), sight.start) is not None
