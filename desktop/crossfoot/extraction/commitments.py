"""Commitments: what a record resolves or promises to do, who is to do it, and by when or how often."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crossfoot.extraction.figures.folding import WORD, folded
from crossfoot.extraction.figures.layout import Shape, TextBlock
from crossfoot.extraction.figures.periods import Calendar, find_whens
from crossfoot.extraction.figures.sentences import sentences_of
from crossfoot.extraction.figures.tokens import tokens_of
from crossfoot.model import Commitment, PeriodKind, Record, Span

_S = r"[\s\xa0]+"
_OFTEN = (
    rf"(?:on{_S}an?{_S})?(?:bi[\s-]?monthly|quarterly|monthly|weekly|fortnightly|annual(?!{_S}report{_S}be)|six[\s-]monthly|half[\s-]yearly"
    rf"|yearly|bi[\s-]?annual|termly|regular)(?:{_S}basis)?|annually"
    rf"|every{_S}(?:alternate{_S}(?:Cabinet|meeting)(?:{_S}meeting)?|quarter|month|year|(?:two|three|six|twelve){_S}months)"
    rf"|each{_S}(?:quarter|month|year|term)|(?:once|twice){_S}a{_S}(?:year|quarter|month)"
)
_SOON = (
    rf"in{_S}due{_S}course|at{_S}(?:the|its|their){_S}next{_S}meeting|in{_S}(?:the{_S})?near{_S}future"
    rf"|as{_S}soon{_S}as{_S}possible|in{_S}future{_S}reports|within{_S}\w+{_S}(?:days|weeks|months|years)"
    rf"|later{_S}in{_S}the{_S}year"
)
_WHEN = re.compile(rf"{WORD}(?:{_OFTEN}|{_SOON})\b", re.IGNORECASE)
_DONE = (
    "brought|report(?:ed)?|review(?:ed)?|submitted|presented|updated|provided|received?|considered|monitored|included"
    "|published|completed|implemented|returned?|circulated|consulted|commence|open|delivered"
)
_PROMISED = (
    rf"\b(?:would|will|to|shall|be|should){_S}(?:(?:then|also|again){_S})?(?:be{_S})?(?:{_DONE})\b"
    rf"|\breceive{_S}(?:\w+{_S}){{0,3}}?(?:reports?|updates?)\b"
)
_PROMISE = re.compile(_PROMISED, re.IGNORECASE)
_LOW_PROMISE = re.compile(_PROMISED)
"""The same for text in lower case, to look whether a block promises anything at all."""

_RANK = r"(?:(?:Corporate|Strategic|Executive|Interim|Assistant|Deputy)\s+)*"
_POST = r"(?:Director|Head|Chief\s+Executive|Chief\s+Officer|Monitoring\s+Officer|Section\s+151\s+Officer|Treasurer)"
_REMIT = r"(?:\s+(?:of|for)(?:\s+(?:and|the|[A-Z][\w’']+|,|&))+)?"
_BODY = r"(?:Committee|Board|Panel|Task\s+and\s+Finish\s+Group|Cabinet\s+Member|Portfolio\s+Holder)"
_WHO = re.compile(
    rf"\b(?:the\s+)?({_RANK}{_POST}{_REMIT}|(?:[A-Z][\w’'&]{{1,30}}\s+(?:and\s+)?){{0,8}}{_BODY}|Cabinet|officers|Members)\b"
)
_BY = re.compile(
    rf"\b(?:by|before|no{_S}later{_S}than|until|from|on|in|at){_S}(?:the{_S})?(?:end{_S}of{_S})?$", re.IGNORECASE
)


_DOES = re.compile(r"\bby\s+(?:the\s+)?$", re.IGNORECASE)
_RECEIVES = re.compile(r"\b(?:to|for|from|with|of|at)\s+(?:the\s+)?$", re.IGNORECASE)


def find_commitments(text: str, blocks: Sequence[TextBlock], record: Record) -> tuple[Commitment, ...]:
    """Return the resolutions and promises of ``text`` that name a time or a frequency, in order of place.

    ``due`` is the last day that the words allow where they name one, such as "by 31 March 2012".
    """
    found: list[Commitment] = []
    resolved = [r.span for r in record.resolutions]
    for resolution in record.resolutions:
        found += _read(text, resolution.span.start, resolution.span.end, record, resolved=True)
    for block in blocks:
        if block.shape is Shape.ROW or not _LOW_PROMISE.search(folded(text[block.start : block.end])):
            continue
        if any(s.start <= block.start < s.end for s in resolved):
            continue
        for sentence in sentences_of(text, block, tokens_of(text, block.ranges)):
            found += _read(text, sentence.start, sentence.end, record, resolved=False)
    return tuple(sorted(found, key=lambda c: c.span))


def _read(text: str, start: int, end: int, record: Record, *, resolved: bool) -> Iterator[Commitment]:
    """Yield the commitment of a resolution or sentence, if it is one."""
    promise = _PROMISE.search(text, start, end)
    if promise is None:
        return
    often = _WHEN.search(text, start, end)
    known = Calendar(meeting=record.meeting_date)
    ahead = [
        w
        for w in find_whens(text, start, end, known)
        if w.period is not None
        and (record.meeting_date is None or w.period.end > record.meeting_date)
        and not w.compares
    ]
    if often is None and not ahead:
        return
    who = _who(text, start, end)
    when = " ".join(often.group().split()) if often else ""
    due = None
    if ahead:
        first = ahead[0]
        lead = _BY.search(text, max(start, first.span.start - 30), first.span.start)
        words = (lead.group() + first.span.cut(text)) if lead else first.span.cut(text)
        when = f"{when}, {' '.join(words.split())}" if when else " ".join(words.split())
        period = first.period
        if period is not None and (period.kind is PeriodKind.AS_AT or lead is not None):
            due = period.end
    if (
        not resolved
        and not who
        and due is None
        and not re.search(r"\b(?:report|update|review|Cabinet)", text[start:end])
    ):
        return
    yield Commitment(
        what=" ".join(text[start:end].split()),
        who=who,
        when=when,
        due=due,
        span=Span(start, end),
    )


def _who(text: str, start: int, end: int) -> str:
    """Return who is to do it: the one named behind "by", else the first who is not merely told or asked.

    "A report be brought to Cabinet by the Director of Housing" is a promise of the Director's. Where only a receiver is
    named, it is returned, for somebody has to see to it that the report comes.
    """
    found = list(_WHO.finditer(text, start, end))
    before = [text[max(start, each.start() - 12) : each.start()] for each in found]
    doers = [each for each, words in zip(found, before, strict=True) if _DOES.search(words)]
    others = [each for each, words in zip(found, before, strict=True) if not _RECEIVES.search(words)]
    chosen = next(iter([*doers, *others, *found]), None)
    return " ".join(chosen.group(1).split()) if chosen else ""
