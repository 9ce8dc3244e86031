"""Rule 9: a named weekday against the date."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.outcome import Outcome, Rule, holds, query
from crossfoot.checks.dates.calendar import MONTHS, long_day, weekday_name
from crossfoot.model import Severity, Span
from crossfoot.model.english import WEEKDAYS


def check_weekdays(context: Context) -> Iterator[Outcome]:
    """Say of every date that is printed with its weekday whether the calendar agrees.

    Source: rule 9 of the list of checks ("Friday 12 March 2012" was a Monday).
    """
    for printed in context.record.dates:
        if printed.day is None or printed.weekday is None:
            continue
        day, named = printed.day, WEEKDAYS[printed.weekday]
        if day.weekday() == printed.weekday:
            yield holds(
                f"{long_day(day)} was a {named}, as printed.",
                f"{named} {long_day(day)} holds",
                span=printed.span,
                words=printed.quote,
            )
            continue
        distance = (printed.weekday - day.weekday()) % 7
        near = [day + timedelta(days=distance), day + timedelta(days=distance - 7)]
        yield query(
            f"{long_day(day)} was a {weekday_name(day)}, but {named} is printed; worth checking which "
            f"of the two is meant.",
            f"{named} {long_day(day)}: a {weekday_name(day)}; {named}s near it are "
            f"{long_day(near[1])} and {long_day(near[0])}",
            span=printed.span,
            words=printed.quote,
        )
    yield from check_without_year(context)


_NAMES = "|".join(name.lower() for name in WEEKDAYS)
_SHORT = re.compile(
    rf"\b(?P<name>{_NAMES}|mon|tues?|weds?|thurs?|thu|fri|sat|sun)\.?,? (?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?"
    rf"(?: of)? (?P<month>{'|'.join(MONTHS)})\b(?!,? \d{{4}})"
)
_SHORTENED = re.compile(
    r"\b(?P<name>mon|tues?|weds?|thurs?|thu|fri|sat|sun)\.?,? (?:the )?(?P<day>\d{1,2})(?:st|nd|rd|th)?"
    rf"(?: of)? (?P<month>{'|'.join(MONTHS)}),? (?P<year>(?:19|20)\d\d)\b"
)
"""A shortened weekday with its whole date: "Thurs 5 February 2004"."""
_ANY = re.compile(rf"\b(?:{_NAMES}|mon|tues?|weds?|thurs?|thu|fri|sat|sun)\b")
_OF_TWO = re.compile(
    rf"\b(?P<name>{_NAMES}),? (?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:and|to|until|or|-|–) (?:(?:{_NAMES}),? )?"
    rf"(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?P<month>{'|'.join(MONTHS)})\b(?:,? (?P<year>(?:19|20)\d\d))?"
)
"""A weekday and its day whose month stands behind the second day: "between Monday 4 and Friday 8 March 2019"."""
_NAMED_BEHIND = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?P<month>{'|'.join(MONTHS)})(?:,? (?P<year>(?:19|20)\d\d))?"
    rf"(?:, an? | \((?:an? )?)(?P<name>{_NAMES})\b(?! (?:morning|afternoon|evening)? ?\d)"
)
"""A date with its weekday behind it: "1 March 2019, a Friday", "1 March 2019 (Friday)"."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_AGO, _AHEAD = timedelta(days=200), timedelta(days=330)


def check_without_year(context: Context) -> Iterator[Outcome]:
    """Ask about a weekday with a day and month alone that fits in none of the years it can be of.

    These are the years that its sentence prints, or else those in which the day is not far from the meeting: what was
    is told for half a year or so, what is to come for most of one.
    """
    meeting = context.record.meeting_date
    low = context.passages.low
    if _ANY.search(low) is None:
        return
    found = (p for pattern in (_SHORT, _SHORTENED, _OF_TWO, _NAMED_BEHIND) for p in pattern.finditer(low))
    for match in found:
        sentence = context.passages.sentence_at(match.start())
        years = {int(year) for year in _YEAR.findall(sentence.low)} if sentence is not None else set()
        named_year = match.groupdict().get("year")
        years = (
            {int(named_year)}
            if named_year
            else years or ({meeting.year + step for step in (-1, 0, 1)} if meeting is not None else set())
        )
        month, number = MONTHS.index(match["month"]) + 1, int(match["day"])
        days = [date(year, month, number) for year in sorted(years) if 1 <= number <= monthrange(year, month)[1]]
        if meeting is not None and len(years) > 1:
            days = [day for day in days if meeting - _AGO <= day <= meeting + _AHEAD] or days
        named = next(i for i, name in enumerate(WEEKDAYS) if name.lower().startswith(match["name"][:3]))
        if days and all(day.weekday() != named for day in days):
            span = Span(match.start(), match.end())
            quote = " ".join(span.cut(context.text).split())
            was = ", ".join(f"a {weekday_name(day)} in {day.year}" for day in days)
            yield query(f"“{quote}” was {was}; worth checking.", quote, span=span, words=quote)


WEEKDAY = Rule(9, "weekday", Severity.HIGH, "A named weekday is that of its date.", check_weekdays)
