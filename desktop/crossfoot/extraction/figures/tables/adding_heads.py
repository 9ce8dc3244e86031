"""Heads of columns that say only how they stand to those before them: "Four months", "Same months of 2010".

A row of months or quarters often ends in what they come to, and in what that was a year before. Such a head names no
day, or one that taken alone would be read wrongly ("same months" after July are not July): the columns before it date
it. How many months it names must be as many as they have, so that a number of months that means something else
("3 months or more") is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from crossfoot.extraction.figures.periods import stretches
from crossfoot.model import Period, PeriodKind
from crossfoot.model.english import number_told, numbers_named

_COUNT = rf"(?P<count>\d{{1,2}}|{numbers_named(2, 12)})"
_ADDS_UP = re.compile(
    rf"(?:(?:grand|period|overall|running|cumulative|the|first|all|year|quarter|half(?![\s-]?year))[\s-]+)*"
    rf"(?:totals?(?:\s+(?:for|in|of|over)\s+(?:the\s+)?(?:{_COUNT}\s+)?(?P<over>year|quarter|period|half[\s-]?year|months?))?"
    rf"|{_COUNT.replace('count', 'number')}\s+(?P<unit>months?|quarters?)(?:\s+total)?"
    r"|(?P<half>half[\s-]?year(?:ly)?|half)(?:\s+total)?|(?P<year>(?:full\s+|whole\s+)?year)(?:\s+total)?"
    r"|(?P<quarter>quarter)(?:\s+total)?|period|sum|cumulative|overall|all)?"
    r"(?:\s*(?:year[\s-])?(?:to[\s-]date|so\s+far|ytd))?",
    re.IGNORECASE,
)
"""How a column is headed that adds up those before it, with how much time it names."""

_SAME = re.compile(
    r"\b(?:same|corresponding|equivalent|comparable|comparative)\s+(?:\w+\s+){0,2}?"
    r"(?P<what>periods?|months?|quarters?|half[\s-]?year|half|weeks|dates?|day|point|time)\b",
    re.IGNORECASE,
)
"""How a column is headed that holds the same stretch, or the same day, of another year."""

MAY_ADD_UP = re.compile(
    r"\b(?:totals?|months|quarters?|half|year|ytd|date|far|cumulative|overall|all|sum|period|same|corresponding|equivalent"
    r"|comparable|comparative)\b",
    re.IGNORECASE,
)
"""A word of any such head: heads without one need not be looked at."""

_YEAR = re.compile(r"\b(?P<start>(?:19|20)\d\d)(?P<split>\s?[/–-]\s?(?:\d{4}|\d\d))?\b")
_DAYS = frozenset({"date", "dates", "day", "point", "time"})
_FEWEST = 2
"""How many columns one that adds up follows at least."""


def dated_by_those_before(heads: Sequence[tuple[str, Period | None]]) -> dict[int, Period]:
    """Return the periods of the columns that hang on those before them, by column.

    ``heads`` are the words over each column, with the period that they name by themselves.
    """
    found: dict[int, Period] = {}
    run: list[Period] = []
    before: Period | None = None
    for column, (words, named) in enumerate(heads):
        same = _SAME.search(words) if words else None
        if same is not None:
            base = before if same["what"].lower() in _DAYS else _whole(run)
            if base is not None and (base.kind is PeriodKind.AS_AT) == (same["what"].lower() in _DAYS):
                found[column] = _of_another_year(base, words)
            continue
        added = _added_up(words, run)
        if added is not None:
            found[column] = added
        elif named is not None:
            before = named
            run = [*run, named] if run and _follows(run[-1], named) else [named]
    return found


def names_how_much_time(head: str) -> bool:
    """Tell whether a head says of how much time its column is, and not in what it is counted: "Four months"."""
    adds_up = _ADDS_UP.fullmatch(head)
    return (adds_up is not None and adds_up["unit"] is not None) or _SAME.search(head) is not None


def _follows(first: Period, second: Period) -> bool:
    """Tell whether one stretch begins when the other has ended."""
    both = PeriodKind.DURING is first.kind is second.kind
    return both and second.start == first.end + timedelta(days=1)


def _whole(run: Sequence[Period]) -> Period | None:
    """Return all the time of columns that follow each other, or None for none that is a stretch."""
    if not run or run[0].kind is PeriodKind.AS_AT:
        return None
    return Period(run[0].start, run[-1].end, PeriodKind.DURING)


def _added_up(words: str, run: Sequence[Period]) -> Period | None:
    """Return the time of a column that adds up those before it, or None where its head says nothing of the kind."""
    whole = _whole(run)
    if whole is None or len(run) < _FEWEST or not words:
        return None
    told = _ADDS_UP.fullmatch(words.strip())
    return whole if told is not None and _length_told(told) in {None, _months(whole)} else None


def _length_told(told: re.Match[str]) -> int | None:
    """Return how many months a head says that it adds up; None where it leaves that open."""
    if told["number"] is not None:
        return _number(told["number"]) * (3 if told["unit"].lower().startswith("q") else 1)
    over = (told["over"] or "").lower()
    if over.startswith("month"):
        return _number(told["count"]) if told["count"] else None
    if told["half"] or over.startswith("half"):
        return 6
    if told["year"] or over == "year":
        return 12 if "date" not in told[0].lower() and "far" not in told[0].lower() else None
    return 3 if told["quarter"] or over == "quarter" else None


def _number(word: str) -> int:
    """Return a number of months that is printed in digits or as a word."""
    return number_told(word)


def _months(whole: Period) -> int:
    """Return how many months a stretch of whole months has."""
    return (whole.end.year - whole.start.year) * 12 + whole.end.month - whole.start.month + 1


def _of_another_year(base: Period, words: str) -> Period:
    """Return the same stretch of the year that a head names, or of the year before where it names none."""
    year = _YEAR.search(words)
    if year is None:
        return stretches.shifted_back(base, 12)
    own = stretches.financial_start(base.start) if year["split"] else base.start.year
    return stretches.shifted_back(base, 12 * (own - int(year["start"])))
