"""Caseloads that go on about the one before: the most that a worker should hold, what one team had reached, a range.

"Caseloads averaged 24, and in one team had reached 31. Nobody should hold more than 18."
"""

from __future__ import annotations

import re

from crossfoot.extraction.figures.indicators.asked import Asked
from crossfoot.extraction.figures.sight import Sight
from crossfoot.model import Figure, Unit

CASELOAD = "average_caseload"

_W = r"[\s\xa0-]+"
_SAYS = re.compile(
    rf"""\b(?:optim(?:um|al)|caseloads?|averag\w+|mean|hold(?:s|ing)?|held|carr(?:y|ies|ied|ying)|reach(?:es|ed|ing)?
    |maximum|ceiling|norm|limit|recommend\w+|guidance|highest|lowest|peak(?:ed)?|back{_W}to|down{_W}(?:to|from)|up{_W}(?:to|from)
    |reduc\w+|bring\w*|between|rang(?:e|es|ed|ing)|vary(?:ing)?|varied|from|compared|manageable|ideal|aim|target|figures?
    |stood|stands|fell|fallen|rose|risen|have|has|stretched|guideline|busiest|been{_W}on|worst|best|hardest|pressed|placed)\b|\bit{_W}(?:is|was)[\s\xa0]*$""",
    re.VERBOSE | re.IGNORECASE,
)
_HOLDS = re.compile(
    rf"""\b(?:workers?|staff|nobody|no{_W}one|no-?one|practitioners?|NQSWs?|ASYEs?|they)\b[^.;\d]{{0,60}}?
    \b(?:hold|have|carry|holds|has|carries|held|had|carried|holding|carrying|having|responsible{_W}for)
    (?:{_W}(?:no|not|more|fewer|less|than|up|to|at|most|least|an?|maximum|average|of|about|around|on|only|just|some|over))*[\s\xa0]*$""",
    re.VERBOSE | re.IGNORECASE,
)
_CASES = re.compile(
    rf"[\s\xa0]*(?:(?:open|active|allocated){_W})?(?:cases|children)\b(?!{_W}(?:in|on(?!{_W}average)|who|with|subject|looked))",
    re.IGNORECASE,
)
_COUNTS_NOTHING = re.compile(
    r"[\s\xa0]*(?:[.,;:)(–—-]|$|(?:and|to|in|at|on|or|but|over|during|for|by|per|each|a|reported|cases|children|when"
    r"|across|among|against|compared|last|this|with)\b)",
    re.IGNORECASE,
)
_LOOKS_BACK = re.compile(
    r"[\s\W]*(?:this|that|these|those|they|it|the[\s\xa0]+(?:average|figures?|caseloads?|highest|lowest))\b",
    re.IGNORECASE,
)
_LEAST, _MOST = 4, 80
_FARTHEST = 200
_TIMES = 4
"""How many times another caseload one is at most."""


def goes_on_about_caseloads(asked: Asked) -> bool:
    """Tell whether a bare number is a caseload, as one before it was, or what a worker should hold."""
    sight = asked.sight
    if asked.kind.unit not in {Unit.COUNT, Unit.RATIO, None} or not _LEAST <= sight.number.value <= _MOST:
        return False
    s = sight.sentence
    behind = s.text[sight.end : min(s.end, sight.end + 40)]
    if _CASES.match(behind) is not None and _HOLDS.search(s.text[max(s.start, sight.start - 110) : sight.start]):
        return True
    source = _source(asked)
    return (
        source is not None
        and source.value <= _TIMES * sight.number.value <= _TIMES * _TIMES * source.value
        and _COUNTS_NOTHING.match(behind) is not None
        and _SAYS.search(s.text, max(sight.left, sight.start - _FARTHEST), sight.start) is not None
    )


def _source(asked: Asked) -> Figure | None:
    """Return the caseload before that a number goes on about: in its sentence, in the one before, or over its block."""
    sight = asked.sight
    if sight.told:
        return _caseload(sight.told[-1]) or (_caseload(sight.told[-2]) if len(sight.told) > 1 else None)
    if sight.around.previous:
        told = sight.around.previous[-1].told
        return _caseload(told[-1]) if told else None
    return _caseload(asked.place.last) if _opens_by_looking_back(sight) else None


def _opens_by_looking_back(sight: Sight) -> bool:
    """Tell whether a sentence opens with a word for what was told before it."""
    return _LOOKS_BACK.match(sight.sentence.text, sight.sentence.start) is not None


def _caseload(figure: Figure | None) -> Figure | None:
    """Return a figure where it is a caseload."""
    return figure if figure is not None and figure.indicator == CASELOAD else None
