"""When something was that a record tells of at length: a consultation, an inspection, an audit of files.

Its date is named once ("consulted between 4 August and 26 September"); the numbers of responses, of files that
inspectors read, of audits judged good stand in sentences of their own behind it, with no date.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from crossfoot.extraction.figures.periods.known import When
from crossfoot.extraction.figures.sentences import Sentence
from crossfoot.model import Period

_EVENTS = {
    "consultation": (
        re.compile(r"\b(?:consult(?:ed|ation)|survey(?:ed)?|ballot(?:ed)?|petition)\b"),
        re.compile(
            r"\b(?:(?:dis)?agree(?:d|s)?|consultees|respon(?:ses|ded|dents|se)|repl(?:ies|ied)|in\s+favour|against\s+the\s+proposals?|supported"
            r"|preferred|opposed|objections?|objected|disagreed|signatures|questionnaires|took\s+part)\b"
        ),
    ),
    "inspection": (
        re.compile(r"\b(?:inspect(?:ed|ion|ors?)|ofsted|monitoring\s+visit|peer\s+review)\b"),
        re.compile(
            r"\b(?:inspectors|inspection\s+team|reviewers|peer\s+team)\b.{0,60}\b(?:tracked|sampled|read|looked|met|interviewed"
            r"|spoke|observed|examined|visited|found|saw)\b"
        ),
    ),
    "audit": (
        re.compile(r"\b(?:audit(?:s|ed)?|dip[\s-]sampl\w+|sampled?)\b"),
        re.compile(
            r"\b(?:audits?|audited|graded|good\s+or\s+better|requir(?:ed|ing|es?)\s+improvement|inadequate"
            r"|(?:decision|judge?ment)\s+was\s+agreed)\b"
        ),
    ),
}
"""By kind: the words with which a date is the event's, and those of the numbers that it has."""

_DATES = frozenset({"date", "shortdate", "month", "monthyear", "monthspan", "dayspan", "datespan", "shortspan"})
_OF_A_PAPER = re.compile(
    r"\b(?:publish\w*|letters?|report(?:s|ed)?|wrote|announced|approved|agreed|due|until|by)\b[^.;]{0,24}$"
)
_LONGEST = 190
"""How many days such an event takes at most."""


def note_event(s: Sentence, whens: Sequence[When], events: dict[str, Period], meeting: date | None) -> None:
    """Take note in ``events`` of the date that a sentence gives an event of one of the kinds: not the ``meeting``'s."""
    when = next((w for w in whens if _may_be_of_an_event(s, w) and not _is_on(w, meeting)), None)
    if when is None or when.period is None:
        return
    words = s.lowered
    for kind, (named, _) in _EVENTS.items():
        if named.search(words) is not None:
            events[kind] = when.period


def event_of(s: Sentence, events: dict[str, Period]) -> Period | None:
    """Return when the event was that a sentence tells the numbers of, or None where it is of no such event."""
    return event_of_words(s.lowered, events)


def event_of_words(words: str, events: dict[str, Period]) -> Period | None:
    """Return when the event was whose numbers words in lower case name, those of a table's head, or None."""
    return next((events[kind] for kind in events if _EVENTS[kind][1].search(words) is not None), None)


def _is_on(when: When, day: date | None) -> bool:
    """Tell whether an expression names that day."""
    return when.period is not None and when.period.start == when.period.end == day


def _may_be_of_an_event(s: Sentence, when: When) -> bool:
    """Tell whether an expression may date an event: days or months that are not of a paper about it."""
    if when.period is None or when.weak or when.compares or when.rule.removeprefix("end of ") not in _DATES:
        return False
    if (when.period.end - when.period.start).days > _LONGEST:
        return False
    return _OF_A_PAPER.search(s.text, max(s.start, when.span.start - 40), when.span.start) is None
