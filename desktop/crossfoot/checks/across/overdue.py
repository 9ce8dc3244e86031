"""Rule 35 by what records say themselves: a promised report that a later record says has not come, or came late."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from crossfoot.checks.across.order import titles_alike
from crossfoot.checks.across.owed import Owed
from crossfoot.checks.across.promised import Promise
from crossfoot.checks.across.sketch import Sketch
from crossfoot.checks.across.subject import OWN, SERIES, is_own, of_one
from crossfoot.checks.basis.outcome import Outcome, query
from crossfoot.checks.dates.calendar import long_day

_MONTH_DAYS = 30.4
_GRACE = 1.35
"""A regular report that is said not to have come is waited for so many intervals: four months for a quarter."""
_LATE, _SOON, _CAME_LATE = 24, -6, 45
"""So many days behind its month a report may be missing: a meeting, or none where the record says
itself that it was due; and half a month more once it did come."""


def overdue(sketches: Sequence[Sketch]) -> Iterator[tuple[str, Outcome]]:
    """Ask where a record says that a report has not come which an earlier one promised for before then.

    ``sketches`` are one council's, in the order of their meetings.
    """
    promised: dict[str, list[tuple[date, Promise, str | None]]] = defaultdict(list)
    for sketch in sketches:
        now = sketch.meeting_date
        if now is None:
            continue
        asked: set[int] = set()
        for told in sketch.owed:
            words = (*OWN, *SERIES) if is_own(told.about) else told.about
            known = [one for word in words for one in promised.get(word, ())]
            same = [(day, one) for day, one, title in known if day < now and _is_on(told, one, sketch.title, title)]
            if same and told.span.start not in asked:
                day, one = max(same, key=lambda known: known[0])
                if _is_late(one, day, told, now):
                    asked.add(told.span.start)
                    yield sketch.document_id, _late(one, day, told, now)
        for one in sketch.promises:
            for word in one.about:
                promised[word].append((now, one, sketch.title))


def _is_on(told: Owed, one: Promise, *titles: str | None) -> bool:
    """Tell whether what is said not to have come is what was promised; in the same words where no report is named.

    Where neither names its subject the titles of the two records must be alike.
    """
    if is_own(told.about):
        return is_own(one.about) and titles_alike(*titles)
    return of_one(told.about, one.about) if told.named else told.about == one.about


def _is_late(one: Promise, day: date, told: Owed, now: date) -> bool:
    """Tell whether what a record of a meeting says of a report is later than the promise of a day allows."""
    due = timedelta(days=one.months * _MONTH_DAYS)
    late = timedelta(days=_SOON if told.due else _LATE)
    if not one.months:
        return False
    if told.came:
        return one.once and told.last is not None and told.last > day + due + timedelta(days=_CAME_LATE)
    if not one.once:
        return now - max(day, told.last or day) > due * _GRACE
    return (told.last is None or told.last <= day + timedelta(days=_LATE)) and now > day + due + late


def _late(one: Promise, day: date, told: Owed, now: date) -> Outcome:
    """Return a query about a report that has not come, or came late, by a record's own words."""
    said = f"promised {one.words} in the record of {long_day(day)}"
    if told.came and told.last is not None:
        message = f"A report {said} is said to have come on {long_day(told.last)}; worth checking."
    else:
        message = f"The record says that a report has not come that was {said}; worth checking."
    return query(message, f"“{told.words}” on {long_day(now)}; {said}", span=told.span, words=f"{told.words}|{said}")
