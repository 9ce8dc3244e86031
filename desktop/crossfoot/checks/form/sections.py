"""Rule 32: a section that is missing, empty or out of order; a record without a title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.outcome import Outcome, Rule, holds, query
from crossfoot.model import Section, SectionKind, Severity
from crossfoot.model.wording import SECTION_WORDS

_ORDER = (
    SectionKind.TITLE,
    SectionKind.DECISION,
    SectionKind.REASONS,
    SectionKind.ALTERNATIVES,
    SectionKind.CONFLICTS,
    SectionKind.DISPENSATIONS,
    SectionKind.CALL_IN,
)
_ASKED_BY_LAW = frozenset(
    {
        SectionKind.DECISION,
        SectionKind.REASONS,
        SectionKind.ALTERNATIVES,
        SectionKind.CONFLICTS,
        SectionKind.DISPENSATIONS,
    }
)
_ALWAYS = frozenset({SectionKind.DECISION, SectionKind.REASONS, SectionKind.ALTERNATIVES})
_IN_FORCE = date(2012, 9, 10)
"""From this day regulation 12 of SI 2012/2089 asks for the sections; before it regulation 3 of SI 2000/3272 did."""


def check_sections(context: Context) -> Iterator[Outcome]:
    """Say whether the sections that the law asks for are there, filled and in the record's order, and the title too.

    Records with fewer than three known headings are no proforma, and nothing is said of them. Source: rule 32 of
    the list
    of checks; regulation 12 of SI 2012/2089, and regulation 3 of SI 2000/3272 for earlier records.
    """
    record = context.record
    kinds = [s.kind for s in record.sections]
    untitled = any(_is_empty(context, s) for s in record.sections if s.kind is SectionKind.TITLE)
    if len(set(kinds) & _ASKED_BY_LAW) < (2 if _is_a_form(context) else 3):
        if untitled and kinds.count(SectionKind.TITLE) == 1:
            yield query("The record has no title; worth checking.", "no title", words="title")
        return
    earlier = record.meeting_date is not None and record.meeting_date < _IN_FORCE
    law = "regulation 3 of SI 2000/3272" if earlier else "regulation 12 of SI 2012/2089"
    outcomes = []
    # The law asks for conflicts and dispensations where there are any; the proforma always has a heading for them.
    missing = [k for k in _ORDER if k in _ASKED_BY_LAW and k not in kinds and _is_due(context, k, kinds)]
    if missing:
        names = ", ".join(SECTION_WORDS[k] for k in missing)
        outcomes.append(
            query(
                f"Not in the record, though {law} asks for it: {names}; worth checking.",
                f"missing: {names}",
                words=names,
                severity=None if _ALWAYS & set(missing) else Severity.LOW,
            )
        )
    empty = [s for s in record.sections if s.kind in _ASKED_BY_LAW and _is_empty(context, s)]
    empty = [s for s in empty if not _filled_elsewhere(context, s.kind)]
    if record.resolutions or not _numbered(context):
        empty = [s for s in empty if s.kind is not SectionKind.DECISION]
    if empty:
        names = ", ".join(SECTION_WORDS[s.kind] for s in empty)
        outcomes.append(
            query(f"Nothing stands under: {names}; worth checking.", f"empty: {names}", span=empty[0].span, words=names)
        )
    if untitled or (not record.title and (_numbered(context) or SectionKind.TITLE in kinds or _is_untitled(context))):
        outcomes.append(query("The record has no title; worth checking.", "no title", words="title"))
    first = [k for i, k in enumerate(kinds) if k not in kinds[:i] and k is not SectionKind.TITLE]
    if first != sorted(first, key=_ORDER.index) and _numbered(context):
        names = ", ".join(SECTION_WORDS[k] for k in first)
        outcomes.append(query("The sections are not in their usual order; worth checking.", names, words=names))
    yield from outcomes
    if not outcomes:
        yield holds("The sections that the law asks for are there.", f"{law}: all five hold")


def _is_empty(context: Context, section: Section) -> bool:
    """Tell whether nothing stands under a heading."""
    return not section.span.cut(context.text).strip(" \n\t*_.|:")


_FRAME = re.compile(
    r"^[\s*_#]*(?:[^\n]{0,40}\b(?:council|authority|borough|county|city|district)\b[^\n]{0,20}"
    r"|(?:record of (?:the )?)?(?:executive |cabinet )?decisions?(?: details?| record| notice)?(?: of the [^\n]{0,30})?"
    r"|(?:meeting|decision)s? (?:held |taken |made )?(?:on|by|of|at)\b[^\n]{0,60}"
    r"|(?!item|title|subject|report)[a-z][a-z ()-]{2,30}\?? ?:[^\n]*)[\s*_]*$",
    re.IGNORECASE,
)
"""A line that is the council's name, what kind of record it is, the meeting, or a name and its value."""


_HEAD = 3
"""How many lines a head has at least: the council's name, what the record is, and the meeting or more."""


def _is_untitled(context: Context) -> bool:
    """Tell whether a record of a decision, which has the sections, has no line above them that could be its title."""
    sections = context.record.sections
    if not {s.kind for s in sections} >= _ALWAYS:
        return False
    decisions = [s.span.start for s in sections if s.kind is SectionKind.DECISION]
    reasons = next(s.span.start for s in sections if s.kind is SectionKind.REASONS)
    # "Record of Decisions" in the head reads as a heading of its own: the last one before the reasons is meant.
    first = max((start for start in decisions if start < reasons), default=decisions[0])
    lines = [line for line in context.text[:first].split("\n") if line.strip()]
    return len(lines) >= _HEAD and all(_FRAME.match(line) for line in lines)


_NOTED = {
    SectionKind.CONFLICTS: re.compile(
        r"\binterests?\b[^.]{0,40}\bdeclar|\bdeclar\w+[^.]{0,60}\binterests?\b|\bconflicts?\b", re.IGNORECASE
    ),
    SectionKind.DISPENSATIONS: re.compile(r"\bdispensations?\b", re.IGNORECASE),
}


def _is_due(context: Context, kind: SectionKind, kinds: Sequence[SectionKind]) -> bool:
    """Tell whether a section that is missing would be expected in this record.

    The law asks for conflicts and dispensations where there are any, and the numbered proforma always has a heading for
    them; elsewhere they are missed where the record has every other section and says nothing of them anywhere, and a
    dispensation only where an interest was declared: many councils' pages have no heading for it.
    """
    if kind in _ALWAYS:
        return True
    if _numbered(context):
        # "5. Conflicts / 6. Dispensations" on one line is a heading for both.
        return not any(
            len(p.span.cut(context.text)) <= 60 and _NOTED[kind].search(p.span.cut(context.text))
            for p in context.passages.paragraphs
        )
    others = (_ASKED_BY_LAW - {kind}) <= set(kinds)
    if kind is SectionKind.DISPENSATIONS and (not _declared(context) or _are_minutes(kinds)):
        return False
    return others and _NOTED[kind].search(context.text) is None


def _are_minutes(kinds: Sequence[SectionKind]) -> bool:
    """Tell whether interests are declared before anything is decided, as at the opening of a meeting.

    A record of one decision tells of them behind it; minutes note a dispensation only where somebody had one.
    """
    return SectionKind.DECISION in kinds and kinds.index(SectionKind.CONFLICTS) < kinds.index(SectionKind.DECISION)


_NOTHING = re.compile(
    r"[\s*_.:–—-]*(?:nil|n/?a|no(?:ne)?\b[^.\n]{0,60}|not applicable|there (?:was|were) no\w*\b[^.\n]{0,60})?[\s*_.]*",
    re.IGNORECASE,
)


def _declared(context: Context) -> bool:
    """Tell whether the record tells of an interest that was declared: a dispensation is granted for one alone."""
    sections = [s for s in context.record.sections if s.kind is SectionKind.CONFLICTS]
    return any(_NOTHING.fullmatch(section.span.cut(context.text)) is None for section in sections)


def _filled_elsewhere(context: Context, kind: SectionKind) -> bool:
    """Tell whether another section of the same kind has words."""
    return any(s.kind is kind and s.span.cut(context.text).strip() for s in context.record.sections)


def _is_a_form(context: Context) -> bool:
    """Tell whether a record of resolutions has numbered headings or a call-in, so that two of the law's tell its kind.

    A form that has lost one of its sections is one still.
    """
    called_in = any(s.kind is SectionKind.CALL_IN for s in context.record.sections)
    reasoned = any(s.kind in {SectionKind.REASONS, SectionKind.ALTERNATIVES} for s in context.record.sections)
    return reasoned and called_in and bool(context.record.resolutions)


def _numbered(context: Context) -> bool:
    """Tell whether the headings are the proforma's numbered ones, which come in one order."""
    return sum(_has_number(context, section) for section in context.record.sections) >= 3


def _has_number(context: Context, section: Section) -> bool:
    """Tell whether the line of a section's heading begins with a number, or with a capital and its stop."""
    at = context.text.rfind(section.heading, 0, section.span.start + 1) if section.heading else -1
    line = context.text.rfind("\n", 0, at + 1) + 1
    return (
        at >= 0 and re.match(r"[\s*_#<u>(]*(?:\d|[A-H]\. )", context.text[line : at + len(section.heading)]) is not None
    )


SECTIONS = Rule(
    32,
    "sections",
    Severity.MEDIUM,
    "The sections that the law asks for are there, filled and in order.",
    check_sections,
)
