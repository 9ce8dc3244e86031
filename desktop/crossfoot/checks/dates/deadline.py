"""Rules 10 to 12: the call-in deadline, the Proper Officer's date and the meeting against each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.outcome import Outcome, Rule, holds, query
from crossfoot.checks.dates.calendar import call_in_deadline, is_working_day, long_day, weekday_name
from crossfoot.checks.dates.told_days import of_another
from crossfoot.checks.settings import CallInCount, CallInRule
from crossfoot.model import DateRole, PrintedDate, SectionKind, Severity, Span

_LATE = timedelta(days=45)
"""A record is published within days of its meeting; a Proper Officer's date this much later is a slip as a rule."""
_EFFECT = re.compile(r"\b(?:effective|takes? effect|into (?:effect|force)|implement\w*)\b", re.IGNORECASE)
"""Words before a day from which a decision has effect: call-in has ended by then."""

_HOUR = re.compile(
    r"\b(?:\d{1,2}(?:[.:]\d\d)? ?[ap]\.?m|midnight|noon|after|close|end|following|expir\w*)\b", re.IGNORECASE
)
"""Words behind which the very day that call-in ends on is the one from which a decision has effect."""

_REACH = 160


def _place(context: Context, role: DateRole) -> Span | None:
    """Return where the last date of a role stands, or None."""
    spans = [d.span for d in context.record.dates if d.role is role]
    return spans[-1] if spans else None


def _is_of_another(context: Context, role: DateRole) -> bool:
    """Tell whether the last date of a role is told of another decision than the record's own."""
    place = _place(context, role)
    return place is not None and of_another(context, place)


def _order_is_sound(context: Context) -> bool:
    """Tell whether the Proper Officer's date can be counted from: not before the meeting, not long after it."""
    meeting, published = context.record.meeting_date, context.record.proper_officer_date
    return meeting is None or published is None or meeting <= published <= meeting + _LATE


def _rule_words(rule: CallInRule) -> str:
    """Return a call-in rule in words."""
    match rule.count:
        case CallInCount.PUBLICATION_IS_DAY_ONE:
            return f"working day {rule.days}, the Proper Officer's date being day one"
        case CallInCount.CLEAR_DAYS_AFTER_PUBLICATION:
            return f"{rule.days} clear working days after the Proper Officer's date"
        case CallInCount.DAYS_AFTER_MEETING:
            return f"{rule.days} working days from the meeting"


def _due(context: Context, rule: CallInRule) -> date | None:
    """Return the deadline by a rule, or None where the date that it counts from is missing or cannot be right."""
    if rule.count is not CallInCount.DAYS_AFTER_MEETING and not _order_is_sound(context):
        return None
    record = context.record
    return call_in_deadline(rule, record.meeting_date, record.proper_officer_date, context.settings.closed_days)


def _tells_effect(context: Context) -> bool:
    """Tell whether the printed day is the one from which the decision has effect, and not the last to call it in."""
    return _EFFECT.search(_line_before(context)) is not None


def _line_before(context: Context) -> str:
    """Return the words of the printed day's own paragraph in front of it."""
    place = _place(context, DateRole.CALL_IN)
    start = max(0, place.start - _REACH) if place else 0
    return context.input.text[start : place.start].rpartition("\n\n")[2] if place else ""


def _first_free(context: Context, due: date, printed: date) -> date:
    """Return from when a decision has effect that can be called in until ``due``.

    Councils print the evening of that day itself, with its hour, the day after it, or the next working
    day: whichever is printed.
    """
    following = due + timedelta(days=1)
    working = following
    while not is_working_day(working, context.settings.closed_days):
        working += timedelta(days=1)
    same_day = {due} if _HOUR.search(_line_before(context)) else set[date]()
    return printed if printed in {following, working} | same_day else working


_YEAR = re.compile(r"\d{4}|[/.]\d{2}\b")
_LONG_AFTER = timedelta(days=270)


def _printed(context: Context) -> date | None:
    """Return the deadline, of the meeting's own year where its day has none and would lie most of a year behind it."""
    due, meeting, place = context.record.call_in, context.record.meeting_date, _place(context, DateRole.CALL_IN)
    if due is None or meeting is None or place is None or due < meeting + _LONG_AFTER:
        return due
    is_leap_day = (due.month, due.day) == (2, 29)
    return due if is_leap_day or _YEAR.search(place.cut(context.text)) else due.replace(year=due.year - 1)


def check_deadline(context: Context) -> Iterator[Outcome]:
    """Say whether the call-in deadline is the one of the council's rule.

    Nothing is said where the date that the rule counts from is missing, or lies before the meeting itself (rule
    11 asks about that). Source: rule 10 of the list of checks and "Call-in at Stockton" in the notes on the record.
    """
    record, settings = context.record, context.settings
    rules = settings.call_in_rules(record.council)
    printed = _printed(context)
    if printed is None or _is_of_another(context, DateRole.CALL_IN):
        return
    if record.meeting_date is not None and printed < record.meeting_date:
        yield query(
            f"The call-in deadline, {long_day(printed)}, lies before the meeting of "
            f"{long_day(record.meeting_date)}; worth checking.",
            f"{long_day(printed)} is before {long_day(record.meeting_date)}",
            span=_place(context, DateRole.CALL_IN),
            words=printed.isoformat(),
        )
        return
    found = [(r, due) for r in rules if (due := _due(context, r)) is not None]
    if not found:
        return
    if _tells_effect(context):
        found = [(r, _first_free(context, d, printed)) for r, d in found]
    rule, due = next(((r, d) for r, d in found if d == printed), found[0])
    start = record.meeting_date if rule.count is CallInCount.DAYS_AFTER_MEETING else record.proper_officer_date
    counted = f"{long_day(start)} → {long_day(due)}" if start else long_day(due)
    working = f"{_rule_words(rule)}: {counted}"
    words = f"{start}>{printed}"
    if printed == due:
        yield holds(
            "The call-in deadline is that of the council's rule.",
            working,
            " holds",
            span=_place(context, DateRole.CALL_IN),
            words=words,
        )
    else:
        side = "earlier" if printed < due else "later"
        yield query(
            f"The call-in deadline, {long_day(printed)}, is {side} than the rule's "
            f"{weekday_name(due)} {long_day(due)}; worth checking.",
            working,
            f", {long_day(printed)} is printed",
            span=_place(context, DateRole.CALL_IN),
            words=words,
        )


_SIGNED = re.compile(r"\bproper officer\b[^\n]{0,60}\n\s*(?:date:?|dated)?\s*$", re.IGNORECASE)


def _signs(context: Context, printed: PrintedDate) -> bool:
    """Tell whether a date is the Proper Officer's: read as that, or the line below the name."""
    front = context.text[max(0, printed.span.start - 100) : printed.span.start]
    return printed.role is DateRole.PROPER_OFFICER or _SIGNED.search(front) is not None


def check_proper_officer(context: Context) -> Iterator[Outcome]:
    """Say whether the Proper Officer's date lies on or shortly after the day of the meeting.

    Source: rule 11 of the list of checks (06 July 2011 against 1 December 2011).
    """
    meeting, published = context.record.meeting_date, context.record.proper_officer_date
    if meeting is None or published is None or _is_of_another(context, DateRole.PROPER_OFFICER):
        return
    place = _place(context, DateRole.PROPER_OFFICER)
    early = next(
        (d for d in context.record.dates if d.day is not None and d.day < meeting and _signs(context, d)), None
    )
    if early is not None and early.day is not None:
        place, published = early.span, early.day  # a signature at the end may differ from the day in the head
    words = f"{meeting}>{published}"
    if published < meeting and not _tells_decisions(context):
        return  # a paper for a meeting is issued before it
    if published < meeting:
        yield query(
            f"The Proper Officer's date, {long_day(published)}, lies before the meeting of "
            f"{long_day(meeting)}; worth checking.",
            f"{long_day(published)} is before {long_day(meeting)}",
            span=place,
            words=words,
        )
    elif published > meeting + _LATE:
        yield query(
            f"The Proper Officer's date, {long_day(published)}, lies {(published - meeting).days} "
            f"days after the meeting; worth checking.",
            f"{long_day(meeting)} to {long_day(published)}: {(published - meeting).days} days",
            span=place,
            words=words,
            severity=Severity.MEDIUM,
        )
    else:
        yield holds(
            "The Proper Officer's date follows the meeting.",
            f"{long_day(meeting)} then {long_day(published)} holds",
            span=place,
            words=words,
        )


def check_same_day(context: Context) -> Iterator[Outcome]:
    """Ask about a call-in deadline that is the Proper Officer's date itself, which leaves nobody time to call in.

    Source: rule 12 of the list of checks (12 March 2012, both).
    """
    due: date | None = context.record.call_in
    if due is not None and due == context.record.proper_officer_date:
        yield query(
            f"The call-in deadline and the Proper Officer's date are both {long_day(due)}; worth "
            f"checking, as it leaves no time.",
            f"{long_day(due)}, both",
            span=_place(context, DateRole.CALL_IN),
            words=due.isoformat(),
        )


DEADLINE = Rule(
    10, "call-in deadline", Severity.HIGH, "The call-in deadline is that of the council's rule.", check_deadline
)


def _tells_decisions(context: Context) -> bool:
    """Tell whether the record holds what was decided, its call-in or its Proper Officer: no paper from before."""
    record = context.record
    decided = any(section.kind is SectionKind.DECISION for section in record.sections)
    return bool(record.resolutions or record.call_in) or decided or "proper officer" in context.passages.low


PROPER_OFFICER = Rule(
    11, "Proper Officer's date", Severity.HIGH, "The Proper Officer's date follows the meeting.", check_proper_officer
)
SAME_DAY = Rule(
    12,
    "deadline is the publication date",
    Severity.MEDIUM,
    "The deadline is later than the Proper Officer's date.",
    check_same_day,
)
