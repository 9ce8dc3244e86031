"""The commitments of a text: its resolutions and the sentences that promise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crossfoot.extraction.commitments.actors import Actor, actors_in, may_end_a_name
from crossfoot.extraction.commitments.promising import Needs, Promise, Who, promises_in
from crossfoot.extraction.commitments.timing import names_a_time, time_ahead
from crossfoot.extraction.figures.folding import folded
from crossfoot.extraction.figures.layout import Shape, TextBlock
from crossfoot.extraction.figures.sentences import Sentences
from crossfoot.model import Commitment, Record, Span

_RESOLVES = re.compile(
    r"\W*(?:\d+[.)]?\s*|\(\w{1,3}\)\s*)?(?:(?:it was )?(?:unanimously )?"
    r"(?:resolved|agreed|recommended|decided|actions?)(?:\s*[:–-]|\s+that\b|\s+–)|that\b)"
)
"""How a sentence begins that resolves, wherever it stands."""

_MAY_PROMISE = re.compile(
    r"\b(?=[wsiaurdopcb])(?:will|shall|would|should|ask|asks|asked|request|requests|requested|instructs?|instructed"
    r"|directs|directed|invites|invited|calls?|called|undertook|undertakes|undertaken|promised?|promises|pledged|pledges"
    r"|offers|offered|agrees?|agreed|resolved|decided|undertaking|assurance|commitment|committed|assured|assures"
    r"|confirms|confirmed|requires?|urged|urges|recommends?|recommended|receive|be(?=\s\w+(?:\s\w+)?(?:ed|en|ght|ld|id|t)\b)"
    r"|(?:is|are)(?=\s(?:now\s|hereby\s)?(?:to|going|due|planned|scheduled|timetabled|expected)\b))\b"
)
"""What a sentence has that promises, unless it begins with who is to act: a quick look."""

_MARKS = " -–•*\t(0123456789.)"
"""What may stand in front of an entry of a list of actions."""

_FARTHEST = 90
"""How many characters at most may stand between who is to act and the words that say so."""

_RIGHT_BEFORE = re.compile(r"(?:\s\([^)]*\)|,[^,.;]{1,90},)?\s?(?:(?!of|for|in|with|at)[a-z]+\s){0,2}")
"""What may stand between who is to act and the verb: an aside, or a word or two."""

_RIGHT_BEHIND = re.compile(r"\W*(?:(?:that|for|from|all|the|a|and|so)\s|,[^,.;]{1,60},\s)*")
"""What may stand between what asks and who is asked: "asked that, under his powers, the Director bring"."""


def find_commitments(
    text: str, blocks: Sequence[TextBlock], record: Record, sentences: Sentences
) -> tuple[Commitment, ...]:
    """Return the resolutions and promises of ``text`` that name who is to act or a time, in order of place.

    ``due`` is the last day that the words allow where they name one, such as "by 31 March 2012".
    """
    low = folded(text)
    found: list[Commitment] = []
    resolved = [r.span for r in record.resolutions]
    for span in resolved:
        found += _read(text, low, span, record, resolved=True)
    for block in blocks:
        if block.shape is Shape.ROW:
            continue
        opens = low.find(" to ", block.start, min(block.end, block.start + _FARTHEST)) > 0
        opens = opens or _RESOLVES.match(low, block.start, block.end) is not None
        if not (opens or _MAY_PROMISE.search(low, block.start, block.end)):
            continue
        for sentence in sentences.of(block):
            span = Span(sentence.start, sentence.end)
            if not any(span.overlaps(each) for each in resolved):
                resolves = _RESOLVES.match(low, span.start, span.end) is not None
                found += _read(text, low, span, record, resolved=resolves)
    return tuple(sorted(found, key=lambda c: c.span))


def _read(text: str, low: str, span: Span, record: Record, *, resolved: bool) -> Iterator[Commitment]:
    """Yield the commitment of a resolution or sentence, if it is one."""
    start, end = span.start, span.end
    action = _begins_with_actor(text, low, start, end)
    if not (resolved or action or _MAY_PROMISE.search(low, start, end)):
        return
    promises = promises_in(low, start, end, resolved=resolved, action=action)
    if not promises:
        return
    actors = actors_in(text, start, end)
    said = [(promise, _who(low, actors, promise)) for promise in promises]
    if not any(actor is not None for _, actor in said) and not names_a_time(low, start, end):
        return
    when, due = time_ahead(text, low, start, end, record.meeting_date)
    kept = [actor for promise, actor in said if _holds(promise.needs, actor, when)]
    if kept:
        who = next((actor.who for actor in kept if actor is not None), "")
        yield Commitment(what=" ".join(text[start:end].split()), who=who, when=when, due=due, span=span)


def _begins_with_actor(text: str, low: str, start: int, end: int) -> bool:
    """Tell of "The Town Clerk to convene": who is to act stands in front, "to" behind, and no other verb."""
    to = low.find(" to ", start, end)
    named = text[start:to].strip(_MARKS) if to >= 0 else ""
    if not named[:1].isupper() or to - start > _FARTHEST or not may_end_a_name(named):
        return False
    actors = actors_in(text, start, to)
    return bool(actors) and low[start : actors[0].start].strip(_MARKS) in {"", "the"} and to - actors[-1].end <= 1


def _holds(needs: Needs, actor: Actor | None, when: str) -> bool:
    """Tell whether words promise with what is said of who and when."""
    if needs is Needs.EITHER:
        return actor is not None or bool(when)
    return (needs is Needs.TIME or actor is not None) and (needs is Needs.ACTOR or bool(when))


def _who(low: str, actors: Sequence[Actor], promise: Promise) -> Actor | None:
    """Return who is to act by the words of a promise, or None where nobody is named."""
    if promise.who in {Who.BEFORE, Who.RIGHT_BEFORE}:
        before = [actor for actor in actors if actor.end <= promise.start + 1]
        if not before or promise.start - before[-1].end > _FARTHEST:
            return None
        gap = low[before[-1].end : promise.start]
        apart = _RIGHT_BEFORE.fullmatch(gap) is None if promise.who is Who.RIGHT_BEFORE else re.search(r"[.;]", gap)
        return None if apart else before[-1]
    behind = [actor for actor in actors if actor.start >= promise.end - 1]
    if promise.who is Who.BEHIND:
        near = bool(behind) and _RIGHT_BEHIND.fullmatch(low, promise.end - 1, behind[0].start) is not None
        return behind[0] if near and not low.startswith(" be ", behind[0].end) else None
    by = (" by", " by the")
    return next((actor for actor in behind if low[promise.end : actor.start].rstrip().endswith(by)), None)
