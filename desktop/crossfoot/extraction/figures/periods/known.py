"""A period expression once it is read, and what is known about time at the place where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from crossfoot.extraction.figures.periods import stretches
from crossfoot.extraction.unchanging import unchanging
from crossfoot.model import Period, PeriodKind, Span

_COMPARING = frozenset({"lastyear", "lastsummer", "same", "lastquarter", "last quarter", "lastmonth", "ago"})


@unchanging(frozen=True, slots=True)
class When:
    """One period expression: its words and, where it could be resolved, its days.

    ``rule`` names how it was read: the alternative of the pattern, "end of …" where the words point at the
    end (or the beginning) of the stretch, "since" or "year end". ``weak`` marks an expression that names no
    day by itself ("at this point", "the last quarter").
    """

    span: Span
    rule: str
    period: Period | None
    weak: bool = False

    @property
    def compares(self) -> bool:
        """Tell whether the words point away from what is reported: "last year", "the same period of 2013"."""
        return self.rule.removeprefix("end of ") in _COMPARING


@dataclass(slots=True)
class Calendar:
    """What is known about time at the place that is being read.

    ``meeting`` is the meeting date; ``reporting`` the period that the record says it reports on;
    ``outturn`` the latest year that was over at the meeting, where the record plans one that was not, ``position`` the
    day up to which it reports on a year that was not over; ``schools``
    whether it reports on schools by the school year; ``last`` the latest expression of the same block that named its
    days by itself, ``dated`` whether with its year, ``compared`` the latest that was only compared with;
    ``told`` what the sentences of the block before are about; ``yearly`` whether the record reports once a year;
    ``began`` when what the block tells of was begun; ``above`` what was last named in the blocks of the part above it.
    """

    meeting: date | None = None
    reporting: Period | None = None
    outturn: Period | None = None
    position: date | None = None
    schools: bool = False
    last: Period | None = None
    dated: bool = False
    compared: Period | None = None
    told: Period | None = None
    yearly: bool = False
    began: date | None = None
    above: Period | None = None

    def anchor(self) -> date | None:
        """Return the day that quarters and years without a number are counted back from: the meeting at the latest."""
        if self.reporting is not None:
            return min(self.reporting.end, self.meeting) if self.meeting is not None else self.reporting.end
        return self.meeting

    def reported(self) -> Period | None:
        """Return what one looks back from: what is reported where it had begun by the meeting, else what was over."""
        ahead = self.reporting is not None and self.meeting is not None and self.reporting.start > self.meeting
        return self.outturn if ahead else self.reporting

    def stop(self) -> date | None:
        """Return the day up to which "since" and "to date" count: the end of what is reported, or the meeting."""
        unfinished = self.reporting is not None and self.meeting is not None and self.reporting.end > self.meeting
        return self.position if self.position is not None and unfinished else self.anchor()

    def month(self, number: int) -> Period | None:
        """Return the month of that number nearest to the last expression, or else the latest before the meeting.

        A year or more that was named last says nothing of the year of a month, unless the record reports on it, and
        nor does what was itself named without its year.
        None where nothing is known that a year could be told from.
        """
        anchor = self.meeting or (self.reporting.end if self.reporting else None)
        reported = self._month_reported(number)
        if reported is not None:
            return reported
        near_last = self.dated and (
            (self.last == self.reporting and not self._is_long_over()) or not self._is_long(self.last)
        )
        if self.last is not None and (anchor is None or near_last) and not self._is_long_ago():
            near = self.last.end
            years = (year for year in (near.year - 1, near.year, near.year + 1) if 1 < year < 9998)
            months = [stretches.month(year, number) for year in years]
            past = [month for month in months if self.meeting is None or month.start <= self.meeting]
            past = self._not_before_the_reported(near, past) or past
            if past:
                return min(past, key=lambda month: abs((month.end - near).days) + (month.end > near) * _RATHER_BACK)
        if anchor is None:
            return None
        year = anchor.year if number <= anchor.month else anchor.year - 1
        return stretches.month(year, number)

    def _not_before_the_reported(self, near: date, months: list[Period]) -> list[Period]:
        """Return the months that do not lie before the year reported on, in which lies what was last named."""
        year = self.reporting
        if year is None or not stretches.is_year(year) or not year.start <= near <= year.end or self._is_long_over():
            return []
        return [month for month in months if year.start <= month.start]

    def _month_reported(self, number: int) -> Period | None:
        """Return the month of that number in the part of a year that is reported on, if it has one."""
        reporting = self.reporting
        if reporting is None or (reporting.end - reporting.start).days > _PART_OF_A_YEAR:
            return None
        years = {reporting.start.year, reporting.end.year}
        months = (stretches.month(year, number) for year in years)
        return next((m for m in months if reporting.start <= m.start and m.end <= reporting.end), None)

    def _is_long_ago(self) -> bool:
        """Tell whether a day that was last named lies so long before the meeting that a month is of the time since."""
        if self.last is None or self.meeting is None or self.reporting is not None:
            return False
        return self.last.kind is PeriodKind.AS_AT and (self.meeting - self.last.end).days > _LONG_OVER

    def _is_long_over(self) -> bool:
        """Tell whether what is reported had been over for so long that a month is of the time since."""
        if self.reporting is None or self.meeting is None:
            return False
        return (self.meeting - self.reporting.end).days > _LONG_OVER

    @staticmethod
    def _is_long(period: Period | None) -> bool:
        """Tell whether a stretch is a year or more, so that it does not tell the year of a month."""
        return period is not None and (period.end - period.start).days >= _YEAR_LONG


def may_be_about(when: When, meeting: date | None) -> bool:
    """Tell whether a record of that meeting may be about the period: not long past, nor far ahead."""
    period = when.period
    if period is None:
        return False
    if meeting is None:
        return True
    if (meeting - period.end).days > _BEHIND:
        return False
    return period.start <= meeting or (when.rule in _NEXT_YEARS and (period.start - meeting).days < _AHEAD)


_NEXT_YEARS = frozenset({"split", "nextyear"})


_PART_OF_A_YEAR = 300
"""How many days are less than a year, so that each month is in it but once."""

_LONG_OVER = 200
"""How many days after its end what is reported is no longer what months are of."""

_RATHER_BACK = 20
"""By how many days a month before what was named is preferred to one behind it: one compares with what was."""

_YEAR_LONG = 360
"""How many days make a stretch as good as a year."""

_AHEAD = 420
"""How many days after the meeting a year may begin that the record is still about: next year's budget."""

_BEHIND = 900
"""How many days before the meeting a period may end that the record is still about."""


MID_YEAR = re.compile(
    r"\b(?:mid[\s-]?year|half[\s-]?year(?:ly)?|six[\s-](?:month(?:ly)?\b|months['’]))(?!\w)", re.IGNORECASE
)
"""What makes a year that is named with it one of which the first half is meant: "half-year review 2021/22"."""

HEAD = 400
"""How far from the beginning what stands there is of the whole record."""


def is_when_they_met(period: Period, known: Calendar) -> bool:
    """Tell whether a day or a month is that of the meeting, or of the paper made for it."""
    short = (period.end - period.start).days < _A_MONTH
    return short and known.meeting is not None and period.start <= known.meeting <= period.end


_A_MONTH = 31
