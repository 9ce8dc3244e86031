"""Levels: words by which a figure is told as what is there on a day, for rules 14 and 16."""

from __future__ import annotations

import re

from crossfoot.checks.basis.context import Context
from crossfoot.model import Figure

LEVEL = re.compile(
    r"\b(?:stood at|stands at|standing at|totall?ed|amounted to|remained at|remains at|reached"
    r"|risen to|rose to|fallen to|fell to|increased to|decreased to|reduced to|was|were|there (?:is|are)"
    r"|had been|numbered)\b"
)
STATE = re.compile(
    r"\b(?:unallocated|waiting|awaiting|open (?:cases|to)|vacan(?:t|cies)|caseloads?|looked after|in care"
    r"|in custody|on remand|in receipt|subject to"
    r"|on roll|on the (?:list|register)|in need|placed|outstanding|overdue|supported|maintained|in post|in force"
    r"|on (?:its|our|their|the) books|in (?:[a-z]+ ){0,2}(?:homes?|hostels?|accommodation|placements?)|registered)\b"
)
"""Words of what is counted on a day, and not over a stretch of time."""


def is_state(context: Context, figure: Figure) -> bool:
    """Tell whether the words beside a count without an indicator speak of what is there on a day."""
    around = context.passages.before(figure, 60) + re.split(r"[.;,]", context.passages.after(figure, 60))[0]
    return STATE.search(around) is not None and not context.is_subset(figure)
