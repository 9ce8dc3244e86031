"""What a record says once of how all its figures are dated: cumulative ones, starred ones, those in brackets."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field
from datetime import date

from crossfoot.extraction.figures.folding import folded
from crossfoot.extraction.figures.periods import stretches
from crossfoot.extraction.figures.periods.finding import find_whens
from crossfoot.extraction.figures.periods.known import Calendar
from crossfoot.extraction.unchanging import unchanging
from crossfoot.model import Period, PeriodKind

_CUMULATIVE = re.compile(
    r"\b(?:figures?|data|results?|performance|indicators?|values?|measures?|actuals?|totals?)\b[^.;\n]{0,60}\bcumulative\b"
    r"|\bcumulative\s+(?:figures?|data|results?|performance|totals?|basis|from|for\s+the\s+year)\b",
    re.IGNORECASE,
)
SIGNS = "*†‡§"
"""Signs behind a row's name or its number that refer to a note."""

_AT_THE_END = re.compile(
    rf"(?P<sign>[{SIGNS}])[^.;\n|{SIGNS}]{{0,60}}\b(?:snapshot|position|as\s+at|at\s+(?:the\s+)?(?:end|period|quarter|month|year))\b",
    re.IGNORECASE,
)
_NOTE = re.compile(rf"^[ \t]*(?P<sign>[{SIGNS}])(?![{SIGNS}])[ \t]*(?P<words>[^\n|]{{6,160}})$", re.MULTILINE)
_OF_OTHERS = re.compile(
    r"(?<![a-z])(?:sn|(?:statistical\s+)?neighbours?|england|national(?:ly)?|benchmarks?|benchmarking|comparators?|comparative)"
    r"\b[\"”’']?(?:\s+(?:\w+\s+){0,3}?(?:is|are|relates?|refers?)\b[^.;\n|\d]{0,70}\b(?:for|in|at|of|from|to)\s+(?:the\s+)?"
    r"|(?:\s+(?:columns?|figures?|averages?|data|comparisons?|and|sn|england|neighbours?)){0,4}(?::|\s[-–])\s+"
    r"(?:(?:[a-z]+\s+){1,4}(?:year|data|figures?|available),?\s+)?)"
    r"(?P<when>(?:(?:\w+\s+)?year\s+)?(?:19|20)\d\d[^.;\n|]{0,12})",
)
"""A note of when the figures of others are: "'SN' is the mean of our neighbours for 2023/24"."""


def dates_others(words: str) -> bool:
    """Tell whether a line in lower case is a note of when the figures of others are, and no heading."""
    return _OF_OTHERS.match(words) is not None


_IN_BRACKETS = re.compile(
    r"\b(?:in|within)\s+(?:brackets|parenthes[ie]s)\b|\bbracketed\s+(?:figures?|numbers?)\b", re.IGNORECASE
)
_EARLIER = re.compile(
    r"\b(?:last|previous|prior|preceding)\s+(?:financial\s+)?(?P<of>year|quarter|month)\b"
    r"|\b(?P<ago>year|quarter|month)\s+(?:before|earlier|ago|previously|preceding|prior|back|just\s+(?:gone|ended|past))\b",
    re.IGNORECASE,
)
_MONTHS = {"year": 12, "quarter": 3, "month": 1}


@unchanging(frozen=True, slots=True)
class Conventions:
    """How a record's figures are dated as a whole.

    ``cumulative`` tells that what happened is counted from the beginning of the financial year, ``ends`` are the
    signs that mark what holds at the end of a period, ``noted`` the periods of which the notes to signs say that they
    are, ``others`` of when the figures of other places are.
    """

    cumulative: bool = False
    ends: frozenset[str] = frozenset()
    noted: Mapping[str, Period] = field(default_factory=dict)
    others: Period | None = None


def conventions_of(text: str, meeting: date | None = None) -> Conventions:
    """Return what a text, whose record looks back from its ``meeting``, says of how all its figures are dated."""
    low = folded(text)
    cumulative = "cumulative" in low and _CUMULATIVE.search(text) is not None
    signed = [sign for sign in SIGNS if sign in text]
    ends = frozenset(found["sign"] for found in _AT_THE_END.finditer(text)) if signed else frozenset()
    noted = _noted(text, meeting) if signed else {}
    tabled = any(sign in text for sign in ("|", "\t", "   "))  # only tables ask for it
    said = _OF_OTHERS.search(low) if tabled else None
    others = _period_in(text[said.start("when") : said.end("when")], meeting) if said is not None else None
    return Conventions(cumulative, ends, noted, others)


def _noted(text: str, meeting: date | None) -> dict[str, Period]:
    """Return the one period that the note to each sign names; a sign before several lines is a list's bullet."""
    notes: dict[str, list[str]] = {}
    for found in _NOTE.finditer(text):
        notes.setdefault(found["sign"], []).append(found["words"])
    said = ((sign, _period_in(words[0], meeting)) for sign, words in notes.items() if len(words) == 1)
    return {sign: period for sign, period in said if period is not None}


def _period_in(words: str, meeting: date | None) -> Period | None:
    """Return the one period that some words name, or None where they name none or several."""
    named = {w.period for w in find_whens(words, 0, len(words), Calendar(meeting=meeting)) if not w.weak}
    return next(iter(named)) if len(named) == 1 else None


def since_april(period: Period) -> Period:
    """Return the stretch from the beginning of the financial year to the end of a quarter or month of it."""
    start = stretches.financial_year(stretches.financial_start(period.end)).start
    return Period(min(start, period.start), period.end, PeriodKind.DURING)


@unchanging(frozen=True, slots=True)
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
    if ("bracket" not in words and "parenthes" not in words) or _IN_BRACKETS.search(words) is None:
        return None
    earlier = _EARLIER.search(words)
    if earlier is not None:
        return Bracketed(months=_MONTHS[(earlier["of"] or earlier["ago"]).lower()])
    return Bracketed(named) if named is not None else None
