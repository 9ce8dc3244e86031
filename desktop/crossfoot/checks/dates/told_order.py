"""The order of the days that a text tells of another decision, for rules 10 to 12.

A decision is taken, then its record is signed and published, and after that it may be called in for some working days;
a clerk who mistypes one of these days puts them out of order, or leaves no time. The record's own days are those of
:mod:`crossfoot.checks.dates.deadline`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.outcome import Outcome, query
from crossfoot.checks.dates.calendar import is_working_day, long_day
from crossfoot.checks.dates.told_days import CALLED_IN, Told, ToldDay, told_days
from crossfoot.model.english import number_told, numbers_named

_LATE = timedelta(days=45)
"""A record is signed within days of its meeting; later than this is a slip of the month or the year as a rule."""
_LONGEST = timedelta(days=35)
"""Call-in ends some working days after publication; five of them and the days around Christmas make two weeks."""

_NTH = {name: n for n, name in enumerate(("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"), 2)}
_WORKING = re.compile(
    rf"\b(?:(?P<number>\d{{1,2}}|{numbers_named(2, 10)})|(?P<nth>\d{{1,2}}(?=th|rd|nd)|{'|'.join(_NTH)})(?:th|rd|nd)?)"
    r" (?:clear |full )?working days?\b"
)


def late_told(context: Context) -> Iterator[Outcome]:
    """Yield a query where a told last day for a call-in lies before the decision or its publication, or far from it."""
    for days in told_days(context):
        for start, end in _pairs(days, (Told.DECIDED, Told.SIGNED, Told.PUBLISHED), Told.DEADLINE):
            if start.told is not Told.SIGNED and _comes_after(context, start, end):
                continue
            if end.day < start.day or (end.day == start.day and start.told is Told.DECIDED):
                yield _out_of_order(start, end, "The last day for a call-in", _WORDS[start.told])
                break
            if end.day > start.day + _LONGEST:
                yield _far_apart(start, end, "The last day for a call-in")
                break
            counted = _miscounted(context, days, start, end)
            if counted is not None:
                yield counted
                break
        for start, end in _pairs(days, (Told.DECIDED, Told.DEADLINE), Told.EFFECT):
            if end.day < start.day and any(d.told is Told.DEADLINE for d in days):
                yield _out_of_order(start, end, "The day of effect", _WORDS[start.told])
                break


def signed_told(context: Context) -> Iterator[Outcome]:
    """Yield a query where a record is told to have been signed or published before its decision, or long after it."""
    for days in told_days(context):
        for start, end in _pairs(days, (Told.DECIDED,), Told.SIGNED):
            if end.day < start.day:
                yield _out_of_order(start, end, "The day of the record", _WORDS[start.told])
                break
            if end.day > start.day + _LATE and _is_by_the_officer(context, start, end):
                yield _far_apart(start, end, "The day of the record")
                break


def same_day_told(context: Context) -> Iterator[Outcome]:
    """Yield a query where a told last day for a call-in is the day of publication itself."""
    for days in told_days(context):
        for start, end in _pairs(days, (Told.SIGNED, Told.PUBLISHED), Told.DEADLINE):
            if start.day == end.day:
                yield query(
                    f"The last day for a call-in and the day of publication are both told as {long_day(end.day)}; "
                    "worth checking, as it leaves no time.",
                    f"{long_day(end.day)}, both",
                    span=end.span,
                    words=f"{end.day}|{start.span.cut(context.text)}",
                )
                break


_WORDS = {
    Told.DECIDED: "the decision",
    Told.SIGNED: "the Proper Officer's date",
    Told.PUBLISHED: "its publication",
    Told.DEADLINE: "the last day for a call-in",
}


def _pairs(days: tuple[ToldDay, ...], firsts: tuple[Told, ...], *lasts: Told) -> Iterator[tuple[ToldDay, ToldDay]]:
    """Yield the days of one decision that must follow each other.

    A block that tells each of the two once is of one decision; of several, those that one sentence tells once are.
    Days that the record itself has roles for are compared by the rules on them.
    """
    for first in firsts:
        for last in lasts:
            for group in (
                days,
                *(tuple(d for d in days if d.sentence == n) for n in sorted({d.sentence for d in days})),
            ):
                starts = [d for d in group if d.told is first]
                ends = [d for d in group if d.told is last]
                if len(starts) == 1 and len(ends) == 1:
                    if not (starts[0].own and ends[0].own):
                        yield starts[0], ends[0]
                    break


_OVER = re.compile(
    rf"\b(?:after|once|when|since|following|until)\b[^.;]{{0,60}}\b{CALLED_IN}|\bhaving (?:\w+ )?(?:expired|ended"
    r"|closed|lapsed|passed|run out|finished)\b"
    r"|\bhad (?:then |already )?(?:expired|ended|closed|lapsed|passed|run out)\b"
)


def _is_by_the_officer(context: Context, start: ToldDay, end: ToldDay) -> bool:
    """Tell whether the words around two days name the Proper Officer."""
    first = max(0, min(start.span.start, end.span.start) - 120)
    return "proper officer" in context.passages.low[first : max(start.span.end, end.span.end) + 60]


def _comes_after(context: Context, start: ToldDay, end: ToldDay) -> bool:
    """Tell whether the text lets something follow the end of a call-in: "awarded on 20 May, call-in having ended"."""
    low = context.passages.low
    first = max(min(start.span.start, end.span.start) - 120, 0)
    return _OVER.search(low, first, max(start.span.end, end.span.end)) is not None


def _out_of_order(start: ToldDay, end: ToldDay, what: str, against: str) -> Outcome:
    """Return the query on a day that lies before the one it has to follow."""
    side = "is that of" if start.day == end.day else "lies before that of"
    return query(
        f"{what}, {long_day(end.day)}, {side} {against}, {long_day(start.day)}; worth checking.",
        f"{long_day(end.day)} is not after {long_day(start.day)}",
        span=end.span,
        words=f"{start.day}>{end.day}",
    )


def _far_apart(start: ToldDay, end: ToldDay, what: str) -> Outcome:
    """Return the query on a day that lies weeks later than the one it follows."""
    days = (end.day - start.day).days
    return query(
        f"{what}, {long_day(end.day)}, lies {days} days after {_WORDS[start.told]}, {long_day(start.day)}; worth "
        "checking.",
        f"{long_day(start.day)} to {long_day(end.day)}: {days} days",
        span=end.span,
        words=f"{start.day}>{end.day}",
    )


_FROM_THE_DECISION = re.compile(
    r" (?:of|after|from|following) (?:the |that |its |this )?(?:date of (?:the )?)?(?:meeting|decision)"
)


def _miscounted(context: Context, days: tuple[ToldDay, ...], start: ToldDay, end: ToldDay) -> Outcome | None:
    """Return the query on a last day that is not as many working days behind publication as the text says, or None.

    Councils count the first day or not, so that one more or less is right.
    """
    if start.told is Told.DECIDED and any(d.told in {Told.SIGNED, Told.PUBLISHED} for d in days):
        return None
    low = context.passages.low
    said = list(
        _WORKING.finditer(low, max(0, min(start.span.start, end.span.start) - 200), max(d.span.end for d in days) + 100)
    )
    if len(said) != 1 or re.search(rf"\b{CALLED_IN}", low[max(0, said[0].start() - 200) : said[0].end() + 200]) is None:
        return None
    if start.told is Told.DECIDED and _FROM_THE_DECISION.match(low, said[0].end()) is None:
        return None
    words = said[0]["number"] or said[0]["nth"]
    number = _NTH[words] if words in _NTH else number_told(words)
    between = _working_days(start.day, end.day, context.settings.closed_days)
    if number - 1 <= between <= number + 1:
        return None
    return query(
        f"The last day for a call-in, {long_day(end.day)}, is {between} working days after {_WORDS[start.told]}, "
        f"{long_day(start.day)}, but {said[0].group()} are told; worth checking.",
        f"{long_day(start.day)} to {long_day(end.day)}: {between} working days",
        span=end.span,
        words=f"{start.day}>{end.day}",
    )


def _working_days(start: date, end: date, closed: frozenset[date]) -> int:
    """Return how many working days come after one day up to another."""
    return sum(is_working_day(start + timedelta(days=n), closed) for n in range(1, (end - start).days + 1))
