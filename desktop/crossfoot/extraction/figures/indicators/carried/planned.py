"""What somebody wanted, expected or allowed for of what was just counted: "the budget had assumed 40".

The words before such a number name who did so and nothing that is measured.
"""

from __future__ import annotations

import re

from crossfoot.extraction.figures.indicators.asked import Asked
from crossfoot.extraction.figures.indicators.carried.sources import as_large
from crossfoot.extraction.figures.indicators.silence import counts_nothing
from crossfoot.extraction.figures.words import word_set
from crossfoot.model import Unit

_W = r"[\s\xa0]+"
_PLANS = re.compile(
    rf"""\b(?:assum(?:e[sd]?|ing)|allow(?:s|ed|ing)?|budget(?:s|ed|ing)?|provid(?:e[sd]?|ing)|provision|plan(?:s|ned|ning)?
      |expect(?:s|ed|ing|ation)?|want(?:s|ed|ing)?|hop(?:e[sd]?|ing)|aim(?:s|ed|ing)?|look(?:s|ed|ing)?|intend(?:s|ed|ing)?
      |wish(?:es|ed)?|like|s[eo]+k?(?:ught|ing|s)?|anticipat(?:e[sd]?|ing)|based|built)
    (?:{_W}(?:for|on|to|of|at|by|see|have|had|be|been|reach|get|come|go|only|some|about|around|up|down|it|them|this|that|there
      |not|no|more|fewer|less|than|over|under|in|place|made|make|bring|keep|take|a|an|average|total))*[\s\xa0]*$""",
    re.VERBOSE | re.IGNORECASE,
)
"""What leads up to a number that somebody wanted or allowed for."""

_WORDS = word_set(
    """
    assume assumed assumes assuming allow allowed allows allowing budgeted budgeting budgets budget provide provided
    provides provision plan planned plans planning expect expected expects expecting want wanted wants hope hoped hopes
    hoping aim aimed aims aiming look looks looked looking intend intended intends wish wished wishes like seek sought
    seeks anticipated anticipate anticipates based built
    """
)
_BACK = 70


def wanted_of_them(asked: Asked) -> str | None:
    """Return the indicator of the count just before that a bare number says how many of were wanted or allowed for."""
    sight = asked.sight
    s = sight.sentence
    if asked.kind.unit not in {Unit.COUNT, None} or s.words.isdisjoint(_WORDS) or not counts_nothing(sight):
        return None
    if _PLANS.search(s.text, max(s.start, sight.left, sight.start - _BACK), sight.start) is None:
        return None
    previous = sight.around.previous
    told = sight.told or (previous[-1].told if previous else ())
    for figure in reversed(told):
        if figure.unit is asked.kind.unit or figure.unit is Unit.COUNT:
            return figure.indicator if as_large(sight.number.value, figure.value) else None
    return None
