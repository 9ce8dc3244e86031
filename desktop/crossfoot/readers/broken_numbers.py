"""A number that the end of a line breaks behind its comma, and two numbers that only look like one.

"The budget was £108,<end of line>000" is one number; "148 in quarter 1,<end of line>168 in quarter 2" is two: the
word before the first part tells that it names something. A second part that begins with a nought is no number of its
own, nor is one behind an amount of money.
"""

from __future__ import annotations

import re

_HEAD = re.compile(r"[(\[“\"'~<>+\-–−]*(?P<money>[£$€])?\d{1,3}(?:,\d{3})*,")
_TAIL = re.compile(r"\d{3}(?:,\d{3})*(?:\.\d+)?(?:[A-Za-z]{1,3}|%)?[)\].,;:!?’”\"']*")
_NAMING = re.compile(
    r"(?:quarter|quarters|qtr|year|years|month|week|weeks|day|days|term|half|stage|stages|phase|phases|step|"
    r"steps|part|parts|section|sections|paragraph|paragraphs|para|paras|table|tables|figure|fig|appendix|"
    r"appendices|annex|item|items|minute|minutes|page|pages|chapter|option|options|band|bands|level|levels|"
    r"grade|grades|tier|tiers|group|groups|team|teams|ward|wards|area|areas|zone|zones|division|category|"
    r"class|form|rule|rules|recommendation|resolution|note|notes|priority|priorities|objective|outcome|"
    r"outcomes|theme|scenario|tranche|lot|schedule|regulation|article|decision|report|number|numbers|no|"
    r"nos|key|north|south|east|west|locality|cluster|room|unit|units|block|plot|site|route|version|wave|"
    r"cohort|job|target|action|strand|pillar|goal)",
    re.IGNORECASE,
)
"""Nouns that a number behind them names one of."""


def is_one_number(before: str, head: str, tail: str, *, wrapped: bool = False) -> bool:
    """Tell whether ``head``, which ends a line in a comma, and ``tail``, which begins the next, are one number.

    ``before`` is the word before the first part. ``wrapped`` tells that the line ends where it had no room for more: no
    program breaks a number there, so that only what can be nothing else is one.
    """
    first = _HEAD.fullmatch(head)
    if first is None or _TAIL.fullmatch(tail) is None:
        return False
    if first["money"] is not None or tail.startswith("0"):
        return True
    return not wrapped and _NAMING.fullmatch(before.strip("([\"'“‘")) is None
