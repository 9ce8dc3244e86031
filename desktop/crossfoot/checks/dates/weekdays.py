"""Rule 9: a named weekday against the date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.outcome import Outcome, Rule, holds, query
from crossfoot.checks.dates.calendar import WEEKDAYS, long_day, weekday_name
from crossfoot.model import Severity


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


WEEKDAY = Rule(9, "weekday", Severity.HIGH, "A named weekday is that of its date.", check_weekdays)
