"""What a week in a placement costs: amounts that a sentence calls a weekly price, and those that it sets beside one.

"The average weekly price was £3,940, and the dearest single arrangement £7,250." What is spent a week on all together
is no price of one.
"""

from __future__ import annotations

import re

from crossfoot.extraction.figures.indicators.asked import Asked, last_amount
from crossfoot.extraction.figures.reading import Reading
from crossfoot.extraction.figures.sight import Sight
from crossfoot.extraction.figures.words import word_set
from crossfoot.model import Nature

A_WEEK, A_YEAR = "placement_unit_cost_per_week", "placement_cost_per_year"
UNIT_COSTS = frozenset({A_WEEK, A_YEAR})
"""Measures that the amounts of one sentence share: "£880 with an agency carer and £410 in-house"."""

_WEEKLY = re.compile(
    r"\bweekly\b[^.;£]{0,60}?\b(?:prices?|fees?|costs?|charges?|rates?|averages?)\b|\bweek\w*[\s\xa0]+average\b"
    r"|\b(?:prices?|fees?|costs?|charges?|rates?|paid|pay|pays|averaged?|average)\b[^.;£]{0,60}?\b(?:weekly|per[\s\xa0]week|a[\s\xa0]week)\b",
    re.IGNORECASE,
)
"""What leads up to the price of a week."""

_A_WEEK_BEHIND = re.compile(
    r"[^.;:]{0,80}?\b(?:a|per|each|every|/)[\s\xa0]*week\b|[\s\xa0]*(?:p\.?w\.?|/[\s\xa0]?wk|weekly)\b",
    re.IGNORECASE,
)
_A_YEAR_BEHIND = re.compile(
    r"[\s\xa0]*(?:(?:a|per|each|every)[\s\xa0]+year|per[\s\xa0]+annum|pa|p\.a)\b", re.IGNORECASE
)
_ANOTHER_TIME = re.compile(
    r"\b(?:year|yearly|annum|annual|annually|month|monthly|day|daily|night|hour)\b", re.IGNORECASE
)
_IN_ALL = re.compile(
    r"\b(?:spen[dt]|spending|expenditure|budget\w*|outturn|total\w*|altogether|overall|together|sav(?:e|ed|es|ings?)"
    r"|grant|income|wages?|salar(?:y|ies)|allowances?|overspen\w+|rent|rents)\b",
    re.IGNORECASE,
)
_PLACED = re.compile(
    r"\b(?:placements?|foster\w*|children['’]s[\s\xa0](?:residential[\s\xa0])?homes?"
    r"|residential(?![\s\xa0](?:street|property|properties|parking|area))"
    r"|secure[\s\xa0](?:unit|home|bed|accommodation)s?|semi-independent|supported[\s\xa0](?:lodgings|accommodation)|beds?)\b",
    re.IGNORECASE,
)
_NOT_CHILDREN = re.compile(
    r"\b(?:adults?|older[\s\xa0]people\w*|elderly|nursing|dementia|home[\s\xa0]care|domiciliary|learning[\s\xa0]disabilit\w+|tenants?"
    r"|bed[\s\xa0]and[\s\xa0]breakfast|hostels?|hotels?|homeless\w*|temporary[\s\xa0]accommodation|pupils?|schools?|rents?)\b",
    re.IGNORECASE,
)
_SET_BESIDE = re.compile(
    r"\b(?:average[ds]?|mean|median|dearest|cheapest|highest|lowest|(?:most|least)[\s\xa0](?:expensive|costly)|equivalent"
    r"|comparable|figures?|compared|against|one[\s\xa0]of[\s\xa0]ours|our[\s\xa0]own|in[\s\xa0-]house|agency|single|others?|same|ranges?"
    r"|whereas|while|it|they|each|one|costs?|costing)\b",
    re.IGNORECASE,
)
"""Words with which one price is set beside another."""

_FARTHEST = 300
_MOST = 20_000
"""No week in one placement costs as much in pounds."""


def unit_cost(asked: Asked) -> str | None:
    """Return the indicator of an amount that is what a week (or a year) in one placement costs, or None."""
    sight = asked.sight
    if sight.number.scale != 1 or asked.nature is Nature.VARIANCE or asked.lexicon.elsewhere is asked.lexicon:
        return None
    s = sight.sentence
    clause = s.text[sight.left : min(sight.right, s.end)]
    if _IN_ALL.search(clause) is not None or _NOT_CHILDREN.search(s.text, s.start, s.end) is not None:
        return None
    beside = sight.before is not None and sight.before.indicator == A_WEEK
    if beside and _A_YEAR_BEHIND.match(s.text, sight.end, s.end) is not None:
        return A_YEAR  # "£5,480 a week or £285,000 a year"
    if sight.number.value < _MOST and _is_of_a_week(sight) and _is_of_placements(sight):
        return A_WEEK
    return _set_beside_one(asked, clause)


def _is_of_a_week(sight: Sight) -> bool:
    """Tell whether an amount is called a weekly one, before it or behind it or the amounts that go on from it."""
    s = sight.sentence
    low, high = max(s.start, sight.start - _FARTHEST), min(s.end, sight.end + _FARTHEST)
    weekly = next(iter(reversed(list(_WEEKLY.finditer(s.text, low, sight.start)))), None)
    if weekly is not None and _ANOTHER_TIME.search(s.text, weekly.end(), sight.start) is None:
        return True
    behind = _A_WEEK_BEHIND.match(s.text, sight.end, high)
    return behind is not None and _ANOTHER_TIME.search(s.text, sight.end, behind.end()) is None


def _is_of_placements(sight: Sight) -> bool:
    """Tell whether the sentence is about placements, or else what it hangs on."""
    around = sight.around
    own = sight.sentence
    if _PLACED.search(own.text, own.start, own.end) is not None:
        return True
    near: list[Reading | None] = [
        around.topic,
        around.lead,
        *reversed(around.previous),
        around.heading,
        *around.titles,
    ]
    for reading in near:
        if reading is None:
            continue
        s = reading.sentence
        if _NOT_CHILDREN.search(s.text, s.start, s.end) is not None:
            return False
        if _PLACED.search(s.text, s.start, s.end) is not None:
            return True
    return False


def _set_beside_one(asked: Asked, clause: str) -> str | None:
    """Return the indicator of the price before that an amount is set beside: "the agency average is £871"."""
    sight = asked.sight
    previous = sight.around.previous
    told = last_amount(sight.told)
    source = told if told is not None or not previous else last_amount(previous[-1].told)
    if source is None or source.indicator not in UNIT_COSTS or _ANOTHER_TIME.search(clause) is not None:
        return None
    changed = asked.nature is Nature.CHANGE and (told is not None or _PRICE.search(clause) is not None)
    like = source.value <= 20 * sight.number.value and sight.number.value <= 20 * source.value
    return source.indicator if changed or (like and _SET_BESIDE.search(clause) is not None) else None


_PRICE = re.compile(r"\b(?:prices?|fees?|charges?|rates?)\b", re.IGNORECASE)
_OF_TIME = word_set("annum year")

_PER = word_set("per each apiece pcm pw pa p.a weekly monthly every")

_UNITS_OF_PRICE = word_set(
    "week month day night hour visit session mile head child place placement bed pupil person property home"
)


def is_a_price(sight: Sight) -> bool:
    """Tell whether an amount is what one thing or one week of it costs, which is nobody's budget."""
    s, n = sight.sentence, sight.number
    if (s.low(n.last) in _PER and s.stem(n.last + 1) not in _OF_TIME) or (
        s.low(n.last) in {"a", "an"} and s.stem(n.last + 1) in _UNITS_OF_PRICE
    ):
        return True
    return n.step < 1 and n.scale == 1
