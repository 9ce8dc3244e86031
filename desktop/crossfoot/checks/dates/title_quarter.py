"""The quarter that a title names against what the body tells of, for rule 15.

A report of a quarter that had not ended when it was presented, or whose body tells how things stood, or what was done
in the year so far, up to a later quarter's end, is of another quarter than its title says. Earlier ends than that of
the title prove nothing: reports compare with them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.cues import COMPARISON
from crossfoot.checks.basis.outcome import Outcome, query
from crossfoot.checks.dates.calendar import long_day, quarter_days, quarter_of
from crossfoot.checks.dates.reported import DAY, Named, named_quarters, printed_day
from crossfoot.checks.dates.stretches import stretches
from crossfoot.model import SectionKind, Span

_APRIL, _QUARTER_LONG, _A_YEAR = 4, 3, 12
_STOOD = re.compile(
    rf"\b(?:as at|position (?:as )?at|data to|figures to|(?:the )?end of the quarter,?|performance to|results to)"
    rf" (?:the )?(?:end of )?{DAY}"
)
"""Words by which a day is the one up to which a report goes."""
_AHEAD = re.compile(
    r"\b(?:will|would|shall|should|forecast\w*|project\w*|expect\w*|target\w*|plan(?:s|ned)?|due|by|until|estimat\w*|next"
    r"|since then|update\w*|latest|more recent\w*|subsequent\w*|provisional\w*|early)\b"
)
_NOTED = re.compile(
    r"\b(?:activity|performance|position|information|report|outturn|progress|results|data)\b[^.;\n]{0,60}?"
    r"\b(?:in|for|during|at the end of|of) (?:the )?$"
)
_BE_NOTED = re.compile(
    r"\b(?:be|is|was|were) (?:noted|received|accepted|approved|endorsed)\b|\bnot(?:e|es|ed) (?:the|that)\b"
)
_NOT_QUITE = re.compile(r"\b(?:draft|plan|programme|timetable|forecast|budget|proposals?)\b")
"""Titles of what is to come: they name a quarter ahead on purpose."""


@dataclass(frozen=True, slots=True)
class _Other:
    """A later quarter's end that the body tells of as reached, and the place where."""

    end: date
    span: Span


def title_quarter(context: Context) -> Iterator[Outcome]:
    """Yield a query where the one quarter that the title names is not the one that the report is of.

    Source: rule 15 of the list of checks. Quarters are those of the financial year, which begins in April.
    """
    head = context.record.section(SectionKind.TITLE)
    if head is None or _NOT_QUITE.search((context.record.title or "").lower()):
        return
    quarters = named_quarters(context)
    titled = [q for q in quarters if head.span.contains(q.span)]
    if len({(q.number, q.year) for q in titled}) != 1:
        return
    title = titled[0]
    body = [q for q in quarters if not head.span.contains(q.span)]
    noted = _noted(context, title, body)
    if noted is not None:
        yield _of_another(context, title, noted.span)
        return
    if title.year is None or title.end is not None:
        return
    end = quarter_days(title.year, title.number)[1]
    meeting = context.record.meeting_date
    if meeting is not None and end > meeting and (end - meeting).days > _FEW_DAYS:
        yield query(
            f"The title names a quarter that ended on {long_day(end)}, after the meeting of {long_day(meeting)}; worth "
            "checking.",
            f"{long_day(end)} is after {long_day(meeting)}",
            span=title.span,
            words=" ".join(title.span.cut(context.text).split()),
        )
        return
    others = [one for one in _told_as_reached(context, head.span.end) if meeting is None or one.end <= meeting]
    if any(one.end == end for one in others) or any(_is_told_as_its_own(context, title, q, body) for q in body):
        return
    later = [one for one in others if one.end > end]
    if later:
        yield _of_another(context, title, later[0].span)


_FEW_DAYS = 5
"""A report may be printed a few days before its quarter ends, not more."""


def _of_another(context: Context, title: Named, span: Span) -> Outcome:
    """Return the query that sets the title's quarter against the body's words."""
    titled, told = (" ".join(one.cut(context.text).split()) for one in (title.span, span))
    return query(
        f"The title names “{titled}”, but the body tells of “{told}”; worth checking.",
        f"“{titled}” against “{told}”",
        span=span,
        words=f"{titled}|{told}",
    )


def _noted(context: Context, title: Named, body: list[Named]) -> Named | None:
    """Return the quarter whose performance is noted, if it is another than the title's, told nowhere else."""
    if any(q.number == title.number for q in body):
        return None
    for quarter in body:
        sentence = context.passages.sentence_at(quarter.span.start)
        if sentence is None or not _BE_NOTED.search(sentence.low) or COMPARISON.search(sentence.low):
            continue
        front = sentence.low[: quarter.span.start - sentence.span.start]
        if _NOTED.search(front) and (quarter.year is None or title.year is None or quarter.year == title.year):
            return quarter
    return None


def _is_told_as_its_own(context: Context, title: Named, other: Named, body: list[Named]) -> bool:
    """Tell whether the body names the title's quarter where it neither compares with it nor names a later one too."""
    if other.number != title.number or other.year not in {None, title.year}:
        return False
    sentence = context.passages.sentence_at(other.span.start)
    if sentence is None or COMPARISON.search(sentence.low):
        return False
    return not any(sentence.span.contains(q.span) and q.number > other.number for q in body)


def _told_as_reached(context: Context, start: int) -> Iterator[_Other]:
    """Yield the ends of quarters up to which the body tells how things stood or what was done in the year so far."""
    for sentence in context.passages.sentences:
        if sentence.span.start < start:
            continue
        for stretch in stretches(sentence.low):
            whole = stretch.first == _APRIL and stretch.count % _QUARTER_LONG == 0 and stretch.count < _A_YEAR
            if whole and stretch.year is not None and _is_plain(sentence.low[: stretch.span.start]):
                place = Span(sentence.span.start + stretch.span.start, sentence.span.start + stretch.span.end)
                yield _Other(stretch.days(stretch.year)[1], place)
        for found in _STOOD.finditer(sentence.low):
            day = printed_day(found)
            if (
                day is not None
                and quarter_days(*quarter_of(day))[1] == day
                and _is_plain(sentence.low[: found.start()])
            ):
                yield _Other(day, Span(sentence.span.start + found.start(), sentence.span.start + found.end()))


def _is_plain(front: str) -> bool:
    """Tell whether the words in front of a time neither compare nor look ahead."""
    near = _START.sub("", front[-_NEAR:])
    return not (_AHEAD.search(near) or COMPARISON.search(near))


_NEAR = 60
_START = re.compile(r"\bfrom (?:1(?:st)? )?$")
"""A "from" that begins a stretch compares nothing."""
