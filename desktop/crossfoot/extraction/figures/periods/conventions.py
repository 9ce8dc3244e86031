"""What a record says once of how all its figures are dated: cumulative ones, starred ones, those in brackets."""

from __future__ import annotations

import re
from dataclasses import dataclass

from crossfoot.extraction.figures.folding import folded
from crossfoot.extraction.figures.periods import stretches
from crossfoot.model import Period, PeriodKind

_CUMULATIVE = re.compile(
    r"\b(?:figures?|data|results?|performance|indicators?|values?|measures?|actuals?|totals?)\b[^.;\n]{0,60}\bcumulative\b"
    r"|\bcumulative\s+(?:figures?|data|results?|performance|totals?|basis|from|for\s+the\s+year)\b",
    re.IGNORECASE,
)
_STARRED = re.compile(
    r"\*[^.;\n|]{0,60}\b(?:snapshot|position|as\s+at|at\s+(?:the\s+)?(?:end|period|quarter|month|year))\b",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(
    r"\b(?:in|within)\s+(?:brackets|parenthes[ie]s)\b|\bbracketed\s+(?:figures?|numbers?)\b", re.IGNORECASE
)
_BRACKETS = ("bracket", "parenthes")
_EARLIER = re.compile(r"\b(?:last|previous|prior|preceding)\s+(?:financial\s+)?(year|quarter|month)\b", re.IGNORECASE)
_MONTHS = {"year": 12, "quarter": 3, "month": 1}


@dataclass(frozen=True, slots=True)
class Conventions:
    """How a record's figures are dated as a whole.

    ``cumulative`` tells that what happened is counted from the beginning of the financial year, ``starred`` that a
    star marks what holds at the end of a period.
    """

    cumulative: bool = False
    starred: bool = False


def conventions_of(text: str) -> Conventions:
    """Return what a text says of how all its figures are dated."""
    cumulative = "cumulative" in folded(text) and _CUMULATIVE.search(text) is not None
    return Conventions(cumulative, "*" in text and _STARRED.search(text) is not None)


def since_april(period: Period) -> Period:
    """Return the stretch from the beginning of the financial year to the end of a quarter or month of it."""
    start = stretches.financial_year(stretches.financial_start(period.end)).start
    return Period(min(start, period.start), period.end, PeriodKind.DURING)


@dataclass(frozen=True, slots=True)
class Bracketed:
    """Of when the numbers in brackets are: of ``period``, or so many ``months`` before the number in front of them."""

    period: Period | None = None
    months: int = 0

    def of(self, beside: Period) -> Period:
        """Return the period of a number in brackets behind one of the period ``beside``."""
        if self.period is None:
            return stretches.shifted_back(beside, self.months)
        if beside.kind is PeriodKind.AS_AT and self.period.kind is PeriodKind.DURING:
            return stretches.as_at(self.period.end)
        return self.period


def said_of_brackets(words: str, named: Period | None) -> Bracketed | None:
    """Return what a sentence says of the numbers in brackets, or None; ``named`` is the earliest period it names."""
    if not any(word in words for word in _BRACKETS) or _IN_BRACKETS.search(words) is None:
        return None
    earlier = _EARLIER.search(words)
    if earlier is not None:
        return Bracketed(months=_MONTHS[earlier.group(1).lower()])
    return Bracketed(named) if named is not None else None
