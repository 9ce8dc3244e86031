"""Rules 34 and 35: what the records promise to report, and when it came."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from crossfoot.checks.across.order import AcrossRule, in_series
from crossfoot.checks.across.sketch import Sketch
from crossfoot.checks.basis.outcome import Outcome, query
from crossfoot.checks.dates.calendar import long_day
from crossfoot.model import Severity

_MONTH_DAYS = 31
_GRACE, _LATE_DAYS = 1.7, 124
"""A report may be a meeting or two late before its lack is worth asking about, and never later by more than this."""


def check_promises(sketches: Sequence[Sketch]) -> Iterator[tuple[str, Outcome]]:
    """Ask where a record promises reports at another interval than the last record of its series did.

    Source: rule 34 of the list of checks (quarterly in 2011 and 2015, every alternate Cabinet in 2013 and 2014).
    """
    for records in in_series(sketches):
        for earlier, later in pairwise([s for s in records if s.promise is not None and not s.promise.once]):
            before, now = earlier.promise, later.promise
            if before is None or now is None or before.months == now.months or earlier.meeting_date is None:
                continue
            said = f"{before.words} in the record of {long_day(earlier.meeting_date)}"
            message = f"Reports are promised {now.words} here, but {said}; worth checking."
            yield (
                later.document_id,
                query(message, f"{now.words}, {said}", span=now.span, words=f"{now.words}|{said}"),
            )


def check_follow_ups(sketches: Sequence[Sketch]) -> Iterator[tuple[str, Outcome]]:
    """Ask where a promised report did not come in time: the next record of its series is much later than promised.

    Nothing is said of the last record of a series: its follow-up may be to come, or not be in the workspace. Source:
    rule 35 of the list of checks.
    """
    for records in in_series(sketches):
        for earlier, later in pairwise(records):
            promise = earlier.promise
            first, second = earlier.meeting_date, later.meeting_date
            if promise is None or first is None or second is None:
                continue
            days = (second - first).days
            due = promise.months * _MONTH_DAYS
            if days > min(due * _GRACE, due + _LATE_DAYS):
                message = (
                    f"Reports were promised {promise.words}, but the next one here is of {long_day(second)}; "
                    f"worth checking."
                )
                working = f"{promise.words} from {long_day(first)}, next on {long_day(second)}, {days} days later"
                yield earlier.document_id, query(message, working, span=promise.span, words=working)


PROMISES = AcrossRule(
    34, "reporting promises", Severity.LOW, "Records of one series promise the same interval.", check_promises
)
FOLLOW_UPS = AcrossRule(
    35, "follow-up that never came", Severity.MEDIUM, "A promised report comes in time.", check_follow_ups
)
