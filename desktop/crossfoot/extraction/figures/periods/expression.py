"""A period expression as it was matched, before its days are known."""

from __future__ import annotations

import re

from crossfoot.extraction.figures.periods.known import Calendar
from crossfoot.extraction.unchanging import unchanging


@unchanging(frozen=True, slots=True)
class Expression:
    """An expression as matched, with what is known where it stands. ``form`` is the name of its alternative."""

    form: str
    match: re.Match[str]
    known: Calendar

    @property
    def words(self) -> str:
        """Return the expression's words."""
        return self.match.group()

    def part(self, name: str) -> str:
        """Return the words of a named part; an empty text where the expression goes without."""
        return self.match.group(name) or ""
