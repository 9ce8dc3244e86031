"""Counts told by their stage alone: "64 lodged, 41 heard, 17 upheld", "invited 4,200, attended 2,930", rows of a table.

What was done at each step of a process stands beside its number, and the noun is told once or not at all. Steps are
known by their verbs, from coming in over being looked at to what came of it; of neighbours the later one is not more
frequent. What only ends a step (decided, closed, completed) may be of older cases and is no step here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from crossfoot.checks.arithmetic.wholes.funnel import compared_steps
from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.cues import COMPARISON
from crossfoot.checks.basis.outcome import Outcome
from crossfoot.checks.basis.passages import Paragraph, Sentence
from crossfoot.model import Figure, Nature, Qualifier, Unit

_STAGES = (
    (
        r"received|lodged|submitted|made|raised|opened|reported|invited|sent(?: out)?|issued|applied|enrolled"
        r"|registered|entered|notified|started|begun|approached|referred|seen|contacted|screened|offered"
    ),
    (
        r"attended|heard|investigated|assessed|examined|considered|reviewed|tested|inspected|visited|replied|returned"
        r"|interviewed|short-?listed|accepted|answered|responded|eligible|checked|admitted"
    ),
    (
        r"upheld|allowed|approved|granted|awarded|appointed|convicted|passed|succeeded|successful|proven|substantiated"
        r"|placed|housed|rehoused|served|prosecuted|recommended|adopted|recruited|certified|treated"
    ),
)
_ANY = re.compile(rf"\b(?:{'|'.join(_STAGES)})\b")
_ENDED = r"(?=\s*(?:$|[,;.):|\t]|and\b|but\b|of (?:them|these|whom)\b))"
_BEHIND = tuple(
    re.compile(rf"^\s*(?:[a-z]+ )?(?:(?:was|were|had been|have been|being) )?(?:{verbs})\b{_ENDED}")
    for verbs in _STAGES
)
_FRONT = tuple(re.compile(rf"(?:^|[,;:|]|\band)\s*(?:{verbs}):?\s*$") for verbs in _STAGES)
_LABEL = tuple(re.compile(rf"\b(?:{verbs})$|^(?:{verbs}) (?:for|to|by|at|the|an?)?\b") for verbs in _STAGES)
_OFFERED = re.compile(r"^\s*(?:[a-z]+ )?(?:was |were )?(?:offered|referred)\b")
_OFFERED_AHEAD = re.compile(r"\b(?:offered|referred):?\s*$")
"""What may stand at the beginning as well as further on."""
_CAME = re.compile(
    r"\b(?:came|there came|followed|resulted|arose|we had|there (?:were|was))\s+(?:about |only |just |some )?$"
)
_OUTCOMES = re.compile(
    r"^\s*(?:[a-z]+ ){0,2}?(?:plans?|awards?|offers?|orders?|convictions?|approvals?|placements?|appointments?"
    r"|adoptions?|applications?|prosecutions?|notices|grants?|agreements?|completions?|sales|referrals?|assessments?"
    r"|conferences?|interviews?|fines)\b"
)
_OTHER = re.compile(
    r"\b(?:another|further|additional|others?|more|extra|average|per cent|outstanding|backlog|brought forward|last year"
    r"|respectively|instead|target)\b"
)
_COUNTED = frozenset({Unit.COUNT, None})
_NEAR, _TWO = 45, 2
_FAR, _SEVERAL = 8, 3
"""What is so many times more than the step before was counted of something else; one thing may lead to several."""


def stages(context: Context) -> Iterator[Outcome]:
    """Yield whether the counts that sentences and rows tell by their stage grow no larger from one to the next."""
    for sentence in context.passages.sentences:
        if len(sentence.figures) >= _TWO and not context.passages.paragraphs[sentence.paragraph].is_row:
            yield from _in_sentence(context, sentence)
    yield from _in_rows(context)


def _plain(figure: Figure) -> bool:
    """Tell whether a figure counts something that was, and is no bound, average or aim."""
    told = figure.qualifier in {Qualifier.NONE, Qualifier.APPROX}
    return figure.unit in _COUNTED and told and figure.nature in {Nature.ACTUAL, None} and figure.value >= 1


def _in_sentence(context: Context, sentence: Sentence) -> Iterator[Outcome]:
    """Yield neighbouring stages of one sentence, and what came from a first count: "from 66 conferences came 58"."""
    came = sentence.low.startswith(("from ", "out of ")) or ", from " in sentence.low
    if not came and len(_ANY.findall(sentence.low)) < _TWO:
        return
    if _OTHER.search(sentence.low):
        return
    if not came and COMPARISON.search(sentence.low):
        return
    steps = [_stage(context, sentence, place) for place in range(len(sentence.figures))]
    for place, (whole, part) in enumerate(pairwise(sentence.figures)):
        if not (_plain(whole) and _plain(part)) or part.value > whole.value * _FAR:
            continue
        gap = context.passages.between(whole, part)
        first, second = steps[place], steps[place + 1]
        told_so = first is not None and second is not None and first < second
        if (told_so and len(gap) <= _NEAR and "." not in gap) or (came and _led_to(context, whole, part)):
            yield compared_steps(whole, part)


def _stage(context: Context, sentence: Sentence, place: int) -> int | None:
    """Return how late the stage is that the words beside a count name, behind it or as a label in front of it."""
    figure = sentence.figures[place]
    low = context.passages.low
    end = sentence.figures[place + 1].span.start if place + 1 < len(sentence.figures) else sentence.span.end
    behind = low[figure.span.end : end]
    found = next((rank for rank, pattern in enumerate(_BEHIND) if pattern.match(behind)), None)
    if found is None:
        start = sentence.figures[place - 1].span.end if place else sentence.span.start
        front = low[start : figure.span.start]
        found = next((rank for rank, pattern in enumerate(_FRONT) if pattern.search(front)), None)
    if found == 0 and place and (_OFFERED.match(behind) or _OFFERED_AHEAD.search(context.passages.before(figure, 12))):
        return len(_STAGES)
    return found


def _led_to(context: Context, whole: Figure, part: Figure) -> bool:
    """Tell whether what a count names came from another: "From 66 initial conferences in the quarter came 58 plans"."""
    front = context.passages.before(whole, 20)
    ahead = re.search(r"(?:^|,\s+)(?:from|out of)\s+(?:the |our |these )?$", front) is not None
    gap = context.passages.between(whole, part)
    outcome = _OUTCOMES.match(context.passages.after(part, 40)) is not None
    return ahead and _CAME.search(gap) is not None and outcome and part.value <= whole.value * _SEVERAL


def _in_rows(context: Context) -> Iterator[Outcome]:
    """Yield neighbouring rows of one number each that name stages: "Concerns raised 874", "Enquiries opened 402"."""
    last: tuple[int, str, Figure] | None = None
    for paragraph in context.passages.paragraphs:
        row = paragraph.is_row or paragraph.kind in {"item", "short"}
        figure = paragraph.figures[0] if row and len(paragraph.figures) == 1 else None
        if figure is None or not _plain(figure):
            last = None
            continue
        here = _row(context, paragraph, figure)
        if here is not None and last is not None and _follows(last, here) and figure.value <= last[2].value * _FAR:
            yield compared_steps(last[2], figure)
        if here is not None and (last is None or here[0] == 0 or here[0] > last[0]):
            last = here  # refused and withdrawn are of the same step
    return


def _row(context: Context, paragraph: Paragraph, figure: Figure) -> tuple[int, str, Figure] | None:
    """Return the stage that the label of a row ends in, with its noun and its number."""
    label = context.passages.low[paragraph.span.start : figure.span.start].strip(" |\t-–•*:")
    rank = next((rank for rank, pattern in enumerate(_LABEL) if pattern.search(label)), None)
    return None if rank is None else (rank, label.split(" ", 1)[0], figure)


_FIRST_NOUNS: Sequence[str] = ("concerns", "contacts", "alerts", "calls", "enquiries", "reports", "cases", "requests")


def _follows(last: tuple[int, str, Figure], here: tuple[int, str, Figure]) -> bool:
    """Tell whether a row names a later stage of the same thing, or what is opened of something that was raised."""
    verbs_first = _ANY.match(last[1]) is not None and _ANY.match(here[1]) is not None
    if last[1].rstrip("s") == here[1].rstrip("s") or verbs_first:
        return here[0] > last[0]
    return last[0] == here[0] == 0 and last[1] in _FIRST_NOUNS[:4] and here[1] in _FIRST_NOUNS[4:]
