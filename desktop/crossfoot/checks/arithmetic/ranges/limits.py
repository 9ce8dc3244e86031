"""Limits told by a noun or a capacity, and what is said to have kept them, told after it in words of its own.

"A maximum of fifteen places … seventeen attended", "each tender was scored out of 40. The best scored 46", "the minimum
grant was £500 and the smallest award £350", "to be kept below 30. It was 24, 27, 33 and 26, so that the limit had been
kept". The limit stands first; the value in the same paragraph, up to two sentences on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.interval import reach
from crossfoot.checks.basis.outcome import Outcome, holds, query
from crossfoot.checks.basis.passages import Sentence
from crossfoot.model import Figure, Nature, Qualifier, Unit
from crossfoot.model.wording import value_words

_LIMIT = re.compile(
    r"\b(?P<top>max(?:imum|\.)|upper limit|ceiling|capped at|cap of|limit(?:ed)? (?:of|to|is|was)|up to|no more than"
    r"|not (?:more than|exceed(?:ing)?)|not to exceed|at most|below|under)\b[^.;\d£]{0,40}£?$"
    r"|\b(?P<low>minimum|lower limit|floor of|no (?:fewer|less) than|not (?:fewer|less) than|at least|above)\b"
    r"[^.;\d£]{0,40}£?$"
)
_ROOM = re.compile(
    r"\b(?:room for|(?:can|could) (?:take|hold|seat|accommodate)|holds|seats|sleeps|accommodates"
    r"|capacity (?:of|for|is|was)|space for|registered for|licen[cs]ed for|approved for)"
    r"(?: (?:only|just|up to|about))* $"
)
_TAKEN = re.compile(
    r"^\s*(?:of them |[a-z]+ ){0,3}(?:attended|enrolled|took part|came|were (?:living|staying|placed|present|resident"
    r"|there|accommodated|in residence|registered|enrolled|on (?:it|the))|lived|stayed|booked|present)\b"
)
_SCORED_OUT_OF = re.compile(r"\b(?:scor\w+|mark(?:s|ed)|rated|graded|points)\b[^.;\d]{0,50}\bout of (?:a possible )?$")
_SCORE = re.compile(
    r"\b(?:scor(?:ed|ing)|scores? (?:of|was|were)|marks? of|awarded|given|rated|received)(?: (?:only|just))? $"
)
_LOWEST = re.compile(r"\b(?:lowest|smallest|least|shortest|youngest|fewest|cheapest)\b[^.;\d£]{0,45}£?$")
_HIGHEST = re.compile(r"\b(?:highest|largest|biggest|longest|greatest|oldest|dearest|most)\b[^.;\d£]{0,45}£?$")
_KEPT = re.compile(
    r"\b(?:limit|ceiling|cap|maximum|minimum|target|bound|condition|requirement|standard|undertaking|pledge|aim)\b"
    r"[^.;\d]{0,20}?\b(?:(?:had|has|have) been|was|were|is|being) (?:thus |therefore |always |again )?"
    r"(?:kept(?: to)?|met|observed|respected|honoured|achieved|complied with)(?! (?:in|by|only|at|for|on)\b)"
    r"|\b(?:within|inside) (?:the|this|that|its) (?:limit|ceiling|cap|maximum)\b"
)
_OTHERS = re.compile(
    r"\b(?:not (?:been )?(?:kept|met|observed)|except|apart from|but|however|although|should|would|will|propos\w+"
    r"|exceed(?:ed|ing)|breach\w*|over-?subscribed|last year|previous\w*|if|new limit|raised|increased)\b"
)
_MAY_LIMIT = re.compile(
    r"max|minim|limit|ceiling|out of|\bcap|room for|holds|seats|sleeps|accommod|regist|licen|space for|approved for"
    r"|below|under|above|at (?:least|most)|no (?:more|less|fewer)|not (?:more|less|fewer|exceed)|up to|floor of"
    r"|(?:can|could) (?:take|hold|seat)"
)
"""A sentence without this sets no limit: a quick look."""
_LEVELS = frozenset({Qualifier.NONE, Qualifier.APPROX, Qualifier.AVERAGE})
_FAR = 10


@dataclass(frozen=True, slots=True)
class _Limit:
    """A figure that nothing may lie above (``top``) or below, what it limits, and its sentence."""

    figure: Figure
    top: bool
    kind: str
    sentence: Sentence


def limited(context: Context) -> Iterator[Outcome]:
    """Yield whether what is told after a limit keeps it."""
    for sentence in context.passages.sentences:
        paragraph = context.passages.paragraphs[sentence.paragraph]
        if paragraph.is_row or not sentence.figures or len(paragraph.figures) < len(("limit", "value")):
            continue
        if _MAY_LIMIT.search(sentence.low) is None:
            continue
        following = context.passages.sentences[sentence.index + 1 : sentence.index + 3]
        near = [sentence, *(s for s in following if s.paragraph == sentence.paragraph)]
        for figure in sentence.figures:
            limit = _limit(context, sentence, figure)
            if limit is not None:
                yield from _held(context, limit, near)


def _limit(context: Context, sentence: Sentence, figure: Figure) -> _Limit | None:
    """Return the limit that the words in front of a figure make it, or None."""
    front = context.passages.low[sentence.span.start : figure.span.start]
    if figure.value <= 1 or figure.unit is Unit.PERCENTAGE_POINTS:
        return None
    if _SCORED_OUT_OF.search(front):
        return _Limit(figure, True, "score", sentence)
    if _ROOM.search(front):
        return _Limit(figure, True, "room", sentence)
    told = _LIMIT.search(front)
    return None if told is None else _Limit(figure, told["top"] is not None, "limit", sentence)


def _held(context: Context, limit: _Limit, near: Sequence[Sentence]) -> Iterator[Outcome]:
    """Yield whether the values behind a limit that are said to be of its kind lie on its right side."""
    kept = any(_KEPT.search(s.low) for s in near)
    for sentence in near:
        if _OTHERS.search(sentence.low):
            return
        for value in sentence.figures:
            if value.span.start > limit.figure.span.end and _is_of(context, limit, value, kept=kept):
                yield _said(value, limit)


def _is_of(context: Context, limit: _Limit, value: Figure, *, kept: bool) -> bool:
    """Tell whether a value is told as one that a limit holds for."""
    if value.qualifier not in _LEVELS or value.nature in {Nature.CHANGE, Nature.TARGET, Nature.VARIANCE}:
        return False
    if not 0 < value.value <= limit.figure.value * _FAR or limit.figure.value > value.value * _FAR:
        return False
    before, after = context.passages.before(value, 60), context.passages.after(value, 60)
    if limit.kind == "score":
        return _SCORE.search(before) is not None and not after.startswith((" out of", "%"))
    if not same_kind(value, limit.figure):
        return False
    if limit.kind == "room" or (limit.top and _TAKEN.match(after)):
        return _TAKEN.match(after) is not None
    named = limit.sentence.low[: limit.figure.span.start - limit.sentence.span.start]
    ends = _HIGHEST if limit.top else _LOWEST
    return kept or (ends.search(before) is not None and re.search(r"\b(?:max|min)imum\b", named) is not None)


def _said(value: Figure, limit: _Limit) -> Outcome:
    """Return whether a value keeps its limit."""
    word = "most" if limit.top else "least"
    bound = limit.figure
    if reach(value).low <= bound.value if limit.top else reach(value).high >= bound.value:
        return holds("The value keeps the limit.", value, f", at {word} ", bound, ", holds")
    return query(
        f"At {word} {value_words(bound.value, bound.unit)} is told as the limit, but "
        f"{value_words(value.value, value.unit)} does not keep it; worth checking.",
        value,
        f", at {word} ",
        bound,
    )
