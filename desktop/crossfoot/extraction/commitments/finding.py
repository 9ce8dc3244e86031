"""The commitments of a text: its resolutions and the sentences that promise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crossfoot.extraction.commitments.actors import Actor, actors_in
from crossfoot.extraction.commitments.promising import Needs, Promise, Who, promises_in
from crossfoot.extraction.commitments.timing import time_ahead
from crossfoot.extraction.figures.folding import folded
from crossfoot.extraction.figures.layout import Shape, TextBlock
from crossfoot.extraction.figures.sentences import sentences_of
from crossfoot.extraction.figures.tokens import tokens_of
from crossfoot.model import Commitment, Record, Span

_RESOLVES = re.compile(
    r"\W*(?:\d+[.)]?\s*|\(\w{1,3}\)\s*)?(?:(?:it was )?(?:unanimously )?"
    r"(?:resolved|agreed|recommended|decided|actions?)(?:\s*[:–-]|\s+that\b|\s+–)|that\b)"
)
"""How a sentence begins that resolves, wherever it stands."""

_MAY_PROMISE = re.compile(
    r"\b(?:will|shall|would|be|to|ask\w*|request\w*|instruct\w*|direct\w*|invit\w*|call\w*|undert\w+|promis\w+|pledg\w+"
    r"|offer\w*|agreed|resolved|decided|commit\w+|assur\w+|confirm\w*|require\w*|urge\w*|recommend\w*|receive|planned"
    r"|scheduled|due)\b"
)
_MARKS = " -–•*\t(0123456789.)"
"""What may stand in front of an entry of a list of actions."""

_FARTHEST = 90
"""How many characters at most may stand between who is to act and the words that say so."""

_NEAR = 40
"""The same where who is to act stands behind: "asked that, under his powers, the Director bring"."""


def find_commitments(text: str, blocks: Sequence[TextBlock], record: Record) -> tuple[Commitment, ...]:
    """Return the resolutions and promises of ``text`` that name who is to act or a time, in order of place.

    ``due`` is the last day that the words allow where they name one, such as "by 31 March 2012".
    """
    low = folded(text)
    found: list[Commitment] = []
    resolved = [r.span for r in record.resolutions]
    for span in resolved:
        found += _read(text, low, span, record, resolved=True)
    for block in blocks:
        if block.shape is Shape.ROW or not _MAY_PROMISE.search(low, block.start, block.end):
            continue
        for sentence in sentences_of(text, block, tokens_of(text, block.ranges)):
            span = Span(sentence.start, sentence.end)
            if not any(span.overlaps(each) for each in resolved):
                resolves = _RESOLVES.match(low, span.start, span.end) is not None
                found += _read(text, low, span, record, resolved=resolves)
    return tuple(sorted(found, key=lambda c: c.span))


def _read(text: str, low: str, span: Span, record: Record, *, resolved: bool) -> Iterator[Commitment]:
    """Yield the commitment of a resolution or sentence, if it is one."""
    start, end = span.start, span.end
    if not resolved and not _MAY_PROMISE.search(low, start, end):
        return
    actors = actors_in(text, start, end)
    action = bool(actors) and low[start : actors[0].start].strip(_MARKS) in {"", "the"}
    promises = promises_in(low, start, end, resolved=resolved, action=action)
    if not promises:
        return
    when, due = time_ahead(text, start, end, record.meeting_date)
    said = [(promise, _who(low, actors, promise)) for promise in promises]
    kept = [actor for promise, actor in said if _holds(promise.needs, actor, when)]
    if kept:
        who = next((actor.who for actor in kept if actor is not None), "")
        yield Commitment(what=" ".join(text[start:end].split()), who=who, when=when, due=due, span=span)


def _holds(needs: Needs, actor: Actor | None, when: str) -> bool:
    """Tell whether words promise with what is said of who and when."""
    if needs is Needs.EITHER:
        return actor is not None or bool(when)
    return (needs is Needs.TIME or actor is not None) and (needs is Needs.ACTOR or bool(when))


def _who(low: str, actors: Sequence[Actor], promise: Promise) -> Actor | None:
    """Return who is to act by the words of a promise, or None where nobody is named."""
    if promise.who is Who.BEFORE:
        before = [actor for actor in actors if actor.end <= promise.start + 1]
        if not before or promise.start - before[-1].end > _FARTHEST:
            return None
        return None if re.search(r"[.;]", low[before[-1].end : promise.start]) else before[-1]
    behind = [actor for actor in actors if actor.start >= promise.end - 1]
    if promise.who is Who.BEHIND:
        near = bool(behind) and behind[0].start - promise.end <= _NEAR
        return behind[0] if near and not low.startswith(" be ", behind[0].end) else None
    by = (" by", " by the")
    return next((actor for actor in behind if low[promise.end : actor.start].rstrip().endswith(by)), None)
