"""Days that have a name and no date: "New Year's Eve", "last Friday", "yesterday"."""

from __future__ import annotations

from datetime import date, timedelta

from crossfoot.extraction.figures.periods import stretches
from crossfoot.extraction.figures.periods.expression import Expression
from crossfoot.model import Period


def named_day(x: Expression) -> Period | None:
    """Read "New Year's Eve", "last Friday", "yesterday": the last such day before the meeting."""
    meeting = x.known.meeting
    if meeting is None:
        return None
    if x.part("lastday"):
        ahead = (meeting.weekday() - _WEEKDAYS.index(x.part("lastday")[:3].lower())) % 7 or 7
        return stretches.as_at(meeting - timedelta(days=ahead))
    if not x.part("feast"):
        return stretches.as_at(meeting - timedelta(days=1))
    month, day = _FEASTS["".join(letter for letter in x.words.lower() if letter.isalpha())]
    year = meeting.year - (date(meeting.year, month, day) >= meeting)
    return stretches.as_at(date(year, month, day))


_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_FEASTS = {
    "newyearseve": (12, 31),
    "newyearsday": (1, 1),
    "christmaseve": (12, 24),
    "christmasday": (12, 25),
    "boxingday": (12, 26),
}
"""Days that have a name, by their month and day."""
