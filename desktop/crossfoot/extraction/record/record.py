"""The record as a whole: its head, sections, dates and resolutions, put together from one pass over the lines."""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.extraction.record.council import find_council
from crossfoot.extraction.record.date_roles import read_dates
from crossfoot.extraction.record.elsewhere import find_references
from crossfoot.extraction.record.headings import Mark, find_marks, sections_of
from crossfoot.extraction.record.lines import lines_of, trimmed
from crossfoot.extraction.record.reference import find_reference
from crossfoot.extraction.record.resolutions import find_resolutions
from crossfoot.extraction.record.title import find_title
from crossfoot.model import Record, Section, SectionKind, Span

_HEAD_WITHOUT_HEADINGS = 2_500
_LONGEST_HEAD = 1_200
"""Characters of a head behind whose own name, "Record of Executive Decision", the title still has to come."""


def _end_of_a_longer_head(marks: Sequence[Mark], head_end: int) -> int:
    """Return where the head ends if the first of its headings only says what kind of page it is."""
    later = (mark.start for mark in marks if mark.start > head_end and mark.kind is not None)
    return min(next(later, head_end + _LONGEST_HEAD), head_end + _LONGEST_HEAD)


def read_record(text: str) -> Record:
    """Return what ``text`` says of itself; every span counts characters of ``text``.

    A record without headings for its title or its decision still gets these two sections, with an
    empty heading, where a title and resolutions are found. The time is linear in the text's length.
    """
    lines = lines_of(text)
    marks = find_marks(text, lines)
    heads, sections = sections_of(text, lines, marks)
    resolutions, opening = find_resolutions(text, lines, marks, sections)
    decision = next((mark.start for mark in heads if mark.kind is SectionKind.DECISION), None)
    ends = [place for place in (decision, opening) if place is not None]
    head_end = min(ends) if ends else min(len(text), _HEAD_WITHOUT_HEADINGS)
    title, title_span = find_title(text, lines, sections, marks, head_end)
    if title is None:
        title, title_span = find_title(text, lines, sections, marks, _end_of_a_longer_head(marks, head_end))
    # read before a decision is made of what stands between title and resolutions: the meeting may be named there
    dates = read_dates(text, lines, sections, head_end)
    if title_span is not None and not any(each.kind is SectionKind.TITLE for each in sections):
        sections.append(Section(SectionKind.TITLE, "", title_span))
    if decision is None and resolutions:
        start = title_span.end if title_span is not None and title_span.end < resolutions[0].span.start else None
        begin = resolutions[0].span.start if start is None else start
        sections.append(Section(SectionKind.DECISION, "", Span(*trimmed(text, begin, resolutions[-1].span.end))))
    sections.sort(key=lambda each: each.span.start)
    reference = find_reference(text, lines)
    return Record(
        council=find_council(text, lines),
        title=title,
        reference=reference,
        meeting_date=dates.meeting,
        call_in=dates.call_in,
        proper_officer_date=dates.proper_officer,
        sections=tuple(sections),
        resolutions=resolutions,
        dates=dates.printed,
        references=find_references(text, dates.printed, dates.meeting, reference),
    )
