"""The day from which a record looks back."""

from __future__ import annotations

import re
from datetime import date

from crossfoot.extraction.record.date_roles import is_end_of_a_span
from crossfoot.model import Record

_HEAD = 1_000
"""How many characters of a record may hold its date where nothing says that it is one."""

_COUNTED_AT = re.compile(
    r"\b(?:as\s+(?:at|of|on)|at|to|by|until|since|from|between|and|before|after|ending|ended|week\s+beginning)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Words that make a day behind them one of what is counted, not the day that a record bears."""


def day_of_the_record(text: str, record: Record) -> date | None:
    """Return the day from which a record looks back: its meeting, or where it names none the first day it bears.

    None where that day is one at which something was counted.
    """
    if record.meeting_date is not None:
        return record.meeting_date
    if record.proper_officer_date is not None:
        return record.proper_officer_date
    early = (each for each in record.dates if each.day is not None and each.span.start < _HEAD)
    first = next((each for each in early if not is_end_of_a_span(text, each)), None)
    if first is None or _COUNTED_AT.search(text, max(0, first.span.start - 24), first.span.start) is not None:
        return None
    in_a_table = text[first.span.end : first.span.end + 3].strip()[:1] in {"|", "("}
    return None if in_a_table else first.day
