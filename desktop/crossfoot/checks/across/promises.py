"""Rules 34 and 35: what the records promise to report, and when it came."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from crossfoot.checks.across.order import AcrossRule, in_series
from crossfoot.checks.across.overdue import overdue
from crossfoot.checks.across.promised import Promise
from crossfoot.checks.across.sketch import Sketch
from crossfoot.checks.across.subject import SERIES, SEVERAL, is_own, of_one
from crossfoot.checks.across.wordprint import bits_of, mask_of
from crossfoot.checks.basis.outcome import Outcome, query
from crossfoot.checks.dates.calendar import long_day
from crossfoot.model import Severity

_MONTH_DAYS = 31
_GRACE, _LATE_DAYS = 1.7, 124
"""A report may be a meeting or two late before its lack is worth asking about, and never later by more than this."""


def check_promises(sketches: Sequence[Sketch]) -> Iterator[tuple[str, Outcome]]:
    """Ask where a record promises reports at another interval than the last record of its series did.

    So do two records of one council, whatever their titles, that promise reports on the same thing.
    Source: rule 34 of the list of checks (quarterly in 2011 and 2015, every alternate Cabinet in 2013 and 2014).
    """
    asked: set[tuple[str, int]] = set()
    for document, outcome, place in _in_one_series(sketches):
        if (document, place) not in asked:
            asked.add((document, place))
            yield document, outcome
    told: dict[tuple[str, ...], tuple[int, Sketch, Promise]] = {}
    by_word: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for at, sketch in enumerate(sketches):
        regular = [promise for promise in sketch.promises if not promise.once and promise.about != SERIES]
        for now in regular:
            same = [told[about] for about in _abouts(now, by_word)]
            if not same or (sketch.document_id, now.span.start) in asked:
                continue
            _, earlier, before = max(same, key=lambda one: one[0])
            if _both(earlier, now) or _both(sketch, replace(now, months=before.months)):
                continue
            if earlier.meeting_date not in {None, sketch.meeting_date}:
                yield sketch.document_id, _otherwise(before, earlier.meeting_date, now)
        for now in regular:
            told[now.about] = at, sketch, now
            for word in now.about:
                by_word[word].add(now.about)


def _in_one_series(sketches: Sequence[Sketch]) -> Iterator[tuple[str, Outcome, int]]:
    """Yield what is to be asked about the promises of one series, by record and place.

    They are the first promise of each, and those of further reports that do not say on what.
    """
    for records in in_series(sketches):
        firsts = [[s.promise] if s.promise is not None and not s.promise.once else [] for s in records]
        for promised in (firsts, [_of_the_series(s) for s in records]):
            there = [(s, those) for s, those in zip(records, promised, strict=True) if those]
            for (earlier, before), (later, now) in pairwise(there):
                if earlier.meeting_date is not None and all(one.months != now[0].months for one in before):
                    yield later.document_id, _otherwise(before[0], earlier.meeting_date, now[0]), now[0].span.start


def _of_the_series(sketch: Sketch) -> list[Promise]:
    """Return what a record promises of further reports, at an interval, without saying on what."""
    return [promise for promise in sketch.promises if not promise.once and is_own(promise.about)]


def _abouts(now: Promise, by_word: Mapping[str, set[tuple[str, ...]]]) -> set[tuple[str, ...]]:
    """Return what earlier promises were on that is what a promise is on: the same words, or several and some more.

    One word is not enough to tell "the plan" from another plan.
    """
    near = {about for word in now.about for about in by_word.get(word, ())}
    return {about for about in near if of_one(now.about, about)}


def _both(sketch: Sketch, now: Promise) -> bool:
    """Tell whether a record promises reports on a subject at an interval, though it may do so at another one too."""
    return any(one.months == now.months and not one.once and of_one(now.about, one.about) for one in sketch.promises)


def _otherwise(before: Promise, day: date | None, now: Promise) -> Outcome:
    """Return a query about reports that are promised at another interval than before."""
    said = f"{before.words} in the record of {long_day(day or date.min)}"
    message = f"Reports are promised {now.words} here, but {said}; worth checking."
    return query(message, f"{now.words}, {said}", span=now.span, words=f"{now.words}|{said}")


def check_follow_ups(sketches: Sequence[Sketch]) -> Iterator[tuple[str, Outcome]]:
    """Ask where a promised report did not come in time: the next record of its series is much later than promised.

    Nothing is said of the last record of a series: its follow-up may be to come, or not be in the workspace. One report
    on something that is named is looked for in whatever the council's records of that time speak of. Source: rule 35 of
    the list of checks.
    """
    yield from _never_came(sketches)
    yield from overdue(sketches)
    for records in in_series(sketches):
        for earlier, later in pairwise(records):
            promise = earlier.promise
            first, second = earlier.meeting_date, later.meeting_date
            if promise is None or first is None or second is None:
                continue
            days = (second - first).days
            due = promise.months * _MONTH_DAYS
            allowed = min(due * _GRACE, due + _LATE_DAYS)
            if days > allowed and not _came_between(first, later, allowed):
                message = (
                    f"Reports were promised {promise.words}, but the next one here is of {long_day(second)}; "
                    f"worth checking."
                )
                working = f"{promise.words} from {long_day(first)}, next on {long_day(second)}, {days} days later"
                yield earlier.document_id, query(message, working, span=promise.span, words=working)


def _came_between(first: date, later: Sketch, allowed: float) -> bool:
    """Tell whether a record says that a report of its series came in time between the last one here and itself."""
    second = later.meeting_date
    return second is not None and any(
        is_own(told.about) and told.last is not None and first < told.last and (second - told.last).days <= allowed
        for told in later.owed
    )


def _never_came(sketches: Sequence[Sketch]) -> Iterator[tuple[str, Outcome]]:
    """Ask about a report promised on something for a time of which there are records, none of which speaks of it."""
    days = [sketch.meeting_date or date.min for sketch in sketches]
    prints = [bits_of(sketch.words) for sketch in sketches]
    for sketch, first in zip(sketches, days, strict=True):
        for promise in sketch.promises:
            few = len(promise.about) < SEVERAL and not promise.words.startswith("for ")
            if not promise.once or promise.loose or few or is_own(promise.about):
                continue
            start, end = _window(first, promise.months)
            last, mask = bisect_right(days, end), mask_of(promise.about)
            there = days[bisect_left(days, start) : last]
            later = prints[bisect_right(days, first) : last]
            if not there or any(printed & mask == mask for printed in later):
                continue
            shown = ", ".join(map(long_day, there[:_SHOWN]))
            message = f"A report was promised {promise.words}, but no record of that time speaks of it; worth checking."
            working = f"{promise.words} from {long_day(first)}; nothing of it in the record of {shown}"
            yield sketch.document_id, query(message, working, span=promise.span, words=working)


_SHOWN = 2
_EARLY, _LATE = 20, 38


def _window(day: date, months: int) -> tuple[date, date]:
    """Return from when to when a report is due that is promised in so many months: a meeting may fall to each side."""
    due = day + timedelta(days=months * 30.4)
    return max(due - timedelta(days=_EARLY), day + timedelta(days=1)), due + timedelta(days=_LATE)


PROMISES = AcrossRule(
    34, "reporting promises", Severity.LOW, "Records of one series promise the same interval.", check_promises
)
FOLLOW_UPS = AcrossRule(
    35, "follow-up that never came", Severity.MEDIUM, "A promised report comes in time.", check_follow_ups
)
