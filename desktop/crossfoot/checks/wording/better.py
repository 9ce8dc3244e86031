"""Which way is better for what a figure measures, by the dictionary or by the words that name it.

The dictionary tells it for its indicators. For other measures the head of their name does: days, arrears and complaints
had better be fewer, what is done in time, passed or collected had better be more. Where neither tells, nothing is said.
"""

from __future__ import annotations

import re

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.cues import Way
from crossfoot.model import Figure, Unit
from crossfoot.model.indicator import Better

_LESS = re.compile(
    r"\b(?:lost|sick\w*|absen\w+|vacanc\w+|turnover|wait\w*|delay\w*|overdue|unallocated|re-?offend\w*|exclusions?|delayed"
    r"|accidents?|complain\w*|arrears|errors?|emissions|deaths|empty|vacant|void|voids|not in education|neet|late"
    r"|missed|crimes?|burglar\w+|offences|thefts?|injur\w+|casualties|unemploy\w+|homeless\w*|poverty|debts?|overpaid"
    r"|overpayments?|abandon\w*|unpaid|uncollected|fraud|incidents?|breach\w*|failures?|default\w*|fly-?tip\w*|litter"
    r"|turnaround|to process|to decide|to re-?let|per unit|unit cost|cost per|landfill|residual waste|obes\w+|smok\w+"
    r"|teenage (?:pregnanc\w+|conceptions)|mortality|outstanding (?:repairs|actions|items)|leakage)\b"
)
_MORE = re.compile(
    r"\b(?:on time|in time|timel\w+|within|good or better|pass(?:ed|ing)?|achiev\w+|attain\w+|attend\w+|seen|allocated"
    r"|satisf\w+|level \d|grades?|recycl\w+|compost\w+|collect\w+|up to date|in date|completed|reached|visitors?"
    r"|visits|enrolments?|members(?:hip)?|participation|take-up|occupancy|occupied|employment|respon[sd]\w+|results"
    r"|answered|resolved|uptake|immunis\w+|vaccinat\w+"
    r"|decent|compliance|compliant|success\w*|volunteers?|helped|standard|approved carers|adopted)\b"
)
_AGAIN = re.compile(r"\bre-?(?:referr\w+|offen\w+|registr\w+|enter\w+|admi\w+)|\b(?:second|repeat) or subsequent\b")
"""What had better not come again, whatever indicator the words around it gave: "17.8% of those were re-referrals"."""
_TIMES = frozenset({Unit.DAYS, Unit.WEEKS, Unit.MONTHS})
_DENIED = re.compile(r"\bnot\b|\bun(?=recycled|satisf)|\bdis(?=satisf)")
_WAYS = {Better.UP: Way.UP, Better.DOWN: Way.DOWN}

_IMPROVED = re.compile(
    r"\b(?:improv(?:ed|ing|es)|an? (?:[a-z]+ )?improvement|better|recover(?:ed|y))\b(?! (?:care|off|lives|outcomes))"
)
_WORSENED = re.compile(
    r"\b(?:worse(?:n(?:ed|ing|s))?|poorer|deteriorat(?:ed|ing|es)|an? (?:[a-z]+ )?(?:deterioration|worsening))\b"
)


_PARTS = ("improv", "better", "recover", "wors", "poorer", "deterior")


def better_way(context: Context, figure: Figure, words: str) -> Way | None:
    """Return which way is better for a figure that ``words``, in small letters, name; None where nothing tells."""
    indicator = context.indicator(figure)
    if indicator is not None:
        way = _WAYS.get(indicator.better)
        behind = re.split(r"[.;,(]", context.passages.after(figure, 90))[0]
        return None if way is Way.UP and _AGAIN.search(behind) else way
    less, more = _LESS.search(words), _MORE.search(words)
    if _DENIED.search(words) or (less and more):
        return None
    if less or figure.unit in _TIMES:
        return Way.DOWN
    return Way.UP if more else None


def judged(words: str) -> tuple[bool, str] | None:
    """Return whether words in small letters call something better, with the word; None for no or two such calls."""
    if not any(part in words for part in _PARTS):
        return None
    better, worse = _IMPROVED.search(words), _WORSENED.search(words)
    if (better is None) is (worse is None):
        return None
    found = better or worse
    return None if found is None else (better is not None, found.group())
