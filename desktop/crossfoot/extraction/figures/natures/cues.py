"""Words that tell a nature: of variance, target, comparison, forecast, proposal, budget, or plain report."""

from __future__ import annotations

import re
from typing import NamedTuple

from crossfoot.model import Nature

W = r"[\s\xa0-]+"
"""What parts two words of a cue: blanks of any kind, or a hyphen."""


class Cue(NamedTuple):
    """Words that tell a nature, over the characters ``start`` to ``end`` of the document's text."""

    nature: Nature
    start: int
    end: int


_VARIANCE = rf"""
    (?:projected{W}|forecast{W}|net{W}|adverse{W}|favourable{W})*
    (?:
        over[\s-]?spen[dt](?:ing|s)?
      | under[\s-]?spen[dt](?:ing|s)?
      | variances?
      | (?:over|under|above|below|within|in{W}excess{W}of|against){W}(?:the{W}|its{W})?(?:budget|cash{W}limit)
      | savings?{W}(?:of|against)
      | budget{W}pressure|pressure{W}of|pressures{W}of
      | shortfall|deficit|surplus
      | favourable|adverse
    )"""
_TARGET = rf"""
    (?:against{W}(?:a|the|its){W})?
    (?:
        target|targets|targeted
      | threshold
      | stretched{W}target
      | optimum|optimal
      | ceiling
      | ambition|aim{W}of|aim{W}is|goal
      | benchmark{W}of|standard{W}of
      | recommended{W}maximum|maximum{W}of
      | aspiration|aiming|aims{W}to{W}reach
      | milestone
    )"""
_BENCHMARK = rf"""
        nationally
      | national{W}(?:average|figure|rate|mean|median|level)
      | england(?:{W}average)?
      | statistical{W}neighbours?
      | regional(?:ly)?(?:{W}average)?
      | comparator(?:s|{W}authorities)?
      | benchmark(?:s|ing)?
      | nearest{W}neighbours?
      | similar{W}(?:councils|authorities)
      | across{W}the{W}(?:[\w-]+{W}){{0,2}}region
      | (?:the|across){W}(?:north|south|east|west)(?:[\s-]+(?:east|west))?{W}region
      | region\b(?!{W}of)
      | neighbouring{W}authorities
      | all{W}(?:english|shire|unitary|metropolitan){W}\w+
      | national\b
      | family{W}group
      | london{W}average|county{W}average
      | peer{W}(?:group|average)"""
_FORECAST = rf"""
        projected|forecast|forecasts|forecasted|expected|predicted|anticipated
      | estimated{W}outturn
      | projection|projections
      | likely{W}to
      | would{W}result|will{W}result
      | is{W}estimated
      | would{W}rise|would{W}fall|will{W}rise|will{W}reach|would{W}reach
      | expects|expect
      | probable{W}outturn
      | anticipates
      | by{W}the{W}end{W}of{W}the{W}year{W}(?:it|there)"""
_PROPOSED = rf"""
        proposed|proposes|proposal|proposals
      | would{W}be{W}(?:required|needed|created)
      | be{W}(?:created|established|appointed|released|agreed|approved|allocated|increased|set|built)
      | request(?:ed|s)?
      | creation{W}of
      | required{W}in{W}order
      | to{W}be{W}(?:funded|created|met|recruited)
      | recommended|seeks?
      | up{W}to
      | would{W}comprise|would{W}be{W}as{W}follows|would{W}provide|will{W}provide|would{W}be{W}recruited
      | bid{W}for"""
_BUDGET = rf"""
        budget|budgets|budgeted
      | cash{W}limit
      | allocation|allocated
      | set{W}at|approved{W}at
      | provision{W}of"""
_ACTUAL = rf"""
        outturn|actual
      | spent|spend{W}was
      | stood{W}at|stands{W}at
      | expenditure
      | remained|had{W}been|were|was"""

_CUES = re.compile(
    rf"""\b(?:
      (?P<variance>{_VARIANCE})
    | (?P<target>{_TARGET})
    | (?P<benchmark>{_BENCHMARK})
    | (?P<forecast>{_FORECAST})
    | (?P<proposed>{_PROPOSED})
    | (?P<budget>{_BUDGET})
    | (?P<actual>{_ACTUAL})
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)


def cues_of(text: str, start: int, end: int) -> list[Cue]:
    """Return the words of ``text[start:end]`` that tell a nature, in order."""
    return [Cue(Nature(m.lastgroup or ""), m.start(), m.end()) for m in _CUES.finditer(text, start, end)]
