"""Ranges of running text and the values that the words beside them place inside, at their ends or among them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.passages import Sentence
from crossfoot.model import Figure, Nature, Unit

_OPENED = re.compile(
    r"\b(?P<verb>rang\w+|ran|runs?|running|vari(?:e[sd]|ation)|vary\w*|spann?\w*|stretch\w*|spread|anywhere|anything|differ\w*"
    r"|lowest|least)\b[^.;\d]{0,60}$"
    r"|\b(?:between|from)\s*£?$"
)
_TO = re.compile(
    r"^\s*(?:%|per cent|percent)?[^.;\d]{0,70}?\s(?:up )?(?:to|and)\s+"
    r"(?:(?:a (?:high|maximum|low|minimum) of|nearly|almost|about|around|some|over|just|only|as (?:low|high|many|much"
    r"|few) as|well|under) ){0,3}£?$"
    r"|^\s*(?:%)?\s*[-–]\s*£?$"
)
_SHORT = re.compile(
    r"^\s*(?:%|per cent|percent|weeks?|days|hours|months|years|pupils|children|cases|fte)?\s*(?:to|and|[-–])\s*£?$"
)
_MOVED = re.compile(
    r"\b(?:ros[e]|ris\w+|increas\w+|fell|fall\w*|reduc\w+|decreas\w+|drop\w*|declin\w+|grow\w*|grew|improv\w+"
    r"|chang\w+|mov\w+"
    r"|difference|gap|transfer\w*|went|gone|down|up|deteriorat\w+|extend\w*|raise\w*|ag(?:e|ed|es)|agree\w+"
    r"|convers\w+|link\w*"
    r"|worsen\w*|brought|taking|takes|cut|lower\w*|slip\w*|climb\w*|shift\w*|split|divided|shared|balance)\b"
)
_TOP = re.compile(
    r"\b(?:highest|largest|biggest|maximum|longest|busiest|dearest|most expensive|greatest"
    r"|heaviest|top|best|most|upper|slowest)\b"
)
_BOTTOM = re.compile(
    r"\b(?:lowest|smallest|minimum|shortest|quietest|cheapest|least expensive|least"
    r"|fewest|bottom|worst|lightest|lower|quickest"
    r"|fastest)\b"
)
_MIDDLE = re.compile(r"\b(?:average|averag(?:ed|es|ing)|mean|median|typical(?:ly)?)\b")
_INSIDE = re.compile(
    r"\b(?:within|inside|in the (?:range|middle|band)|between (?:the two|these|those)|in between|lay between"
    r"|comfortably in"
    r"|fell in|falls in|lies in|came in|among (?:the|those|them))\b"
)
_OUTSIDE = re.compile(
    r"\b(?:outside|above|below|beyond|exceed\w*|over|under|short of|higher than|lower than|more than|less than)\b"
)
_ELSEWHERE = re.compile(
    r"\b(?:national\w*|england|region\w*|neighbours?|target|compar\w+|against|previous\w*|last year|year before"
    r"|recommended"
    r"|benchmark\w*|would|will|budget|change\w*|difference|increase|reduction|rise|fall|excluding|except\w*)\b"
)
_OF_MANY = re.compile(
    r"\b(?:each|every|by (?:team|school|ward|area|month|locality|home|district)|across|individual|per|monthly"
    r"|weekly|daily|of (?:the|our|its) [a-z0-9]+ [a-z]+s"
    r"|teams|schools|wards|areas|homes|centres|providers|months|weeks|branches|sites|districts|localities|depending)\b"
)
_LIKE = 2


@dataclass(frozen=True, slots=True)
class Range:
    """Two ends of a range and the sentence that gives them."""

    low: Figure
    high: Figure
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Placed:
    """A value that words place by a range: "top", "bottom", "middle", "inside" or "among" the values it spans."""

    value: Figure
    place: str
    word: str
    given: Range


def ranges(context: Context) -> Iterator[Range]:
    """Yield the ranges of running text: "between 14 and 27", "varied from 62% in the one team to 88% in the other"."""
    for sentence in context.passages.sentences:
        if context.passages.paragraphs[sentence.paragraph].is_row:
            continue
        for low, high in pairwise(sentence.figures):
            if (
                not (same_kind(low, high) or _bare(low, high))
                or low.value == high.value
                or Nature.CHANGE in {low.nature, high.nature}
            ):
                continue
            front, gap = context.passages.before(low, 90), context.passages.between(low, high)
            opened = _OPENED.search(front)
            if opened is None or high.unit is Unit.YEARS or not _TO.match(gap):
                continue
            if low.value > high.value and not _EITHER_WAY.match(opened["verb"] or ""):
                continue
            if not opened["verb"] and (not _SHORT.match(gap) or _MOVED.search(front[-70:])):
                continue
            least, most = sorted((low, high), key=lambda end: end.value)
            yield Range(least, most, sentence)


_TIMES = frozenset({Unit.DAYS, Unit.WEEKS, Unit.MONTHS})


def _bare(first: Figure, second: Figure) -> bool:
    """Tell whether one of two ends leaves its unit to the other: "from 19 days in the east to 29 in the west"."""
    units = {first.unit, second.unit}
    return bool(units & _TIMES) and bool(units & {None, Unit.COUNT})


_EITHER_WAY = re.compile(r"rang|vari|vary|spread|differ|spann")
"""Words behind which a range may begin with its higher end: "varied from 74% in the north to 31% in the south"."""


def placed(context: Context, given: Range) -> Iterator[Placed]:
    """Yield the values that the range's own sentence, or the next one or two, place by it."""
    own, passages = given.sentence, context.passages
    following = [s for s in passages.sentences[own.index + 1 : own.index + 3] if s.paragraph == own.paragraph]
    many = _OF_MANY.search(own.low) is not None
    yield from _before(context, given)
    yield from _in_a_row(context, given, following[:1])
    for sentence in (own, *following):
        told: tuple[str, str] | None = None
        for index, figure in enumerate(sentence.figures):
            if figure in {given.low, given.high} or not _alike(figure, given):
                continue
            start = sentence.figures[index - 1].span.end if index else sentence.span.start
            last = index + 1 == len(sentence.figures)
            end = sentence.span.end if last else sentence.figures[index + 1].span.start
            front, behind = passages.low[start : figure.span.start], passages.low[figure.span.end : end]
            found = _place(front, behind, sentence is own and figure.span.end <= given.low.span.start)
            apart = index == 0 if sentence is not own else ";" in front or _BEING.search(front) is not None
            if found is None and many and last and apart:
                found = _among(front, behind)
            if found is None and told is not None and _GOES_ON.fullmatch(front):
                found = told  # "the other teams had averages of 16, 19 and 22"
            told = found
            if found is not None:
                yield Placed(figure, *found, given)


_STEM = re.compile(r"\b([a-z]{3,}?)(?:s|es|ed|ing)?\b")
_NO_STEMS = frozenset(
    ["the", "and", "for", "had", "ha", "wa", "were", "with", "from", "between", "per", "report", "that"]
)


def _in_a_row(context: Context, given: Range, following: Sequence[Sentence]) -> Iterator[Placed]:
    """Yield the values of the same thing in a row of the next sentence: "Bids of … The four had bid A, B and C".

    The same thing is told by a word that stands before the range and before the row.
    """
    for sentence in following:
        values = [f for f in sentence.figures if _alike(f, given) and f.unit is given.low.unit]
        if len(values) < _ROW or _ELSEWHERE.search(sentence.low.replace("recommended", "")):
            continue
        gaps = (context.passages.between(a, b) for a, b in pairwise(values))
        fronts = (
            context.passages.low[given.sentence.span.start : given.low.span.start],
            context.passages.low[sentence.span.start : values[0].span.start],
        )
        first, second = (set(_STEM.findall(words)) - _NO_STEMS for words in fronts)
        if first & second and all(_GOES_ON.fullmatch(gap) for gap in gaps) and not _OUTSIDE.search(sentence.low):
            yield from (Placed(value, "among", "value", given) for value in values)


_ROW = 3
_BEING = re.compile(r",\s*(?:the|that|its|with)\b[^.;\d]{3,60}\b(?:being|at)\s*£?$")
_GOES_ON = re.compile(r"\s*(?:%|per cent)?\s*(?:,|,? and)\s*£?")
_IT_LAY = re.compile(
    r"\b(?:and|which|so that|where|with)\b[^.;\d]{0,50}\b(?:was|were|is|being|lay|fell|came|stood)\s+"
    r"(?:well |just |comfortably |therefore )?(?P<word>within|inside|outside|above|below) (?:it|this|that|the range)\b"
)


def _before(context: Context, given: Range) -> Iterator[Placed]:
    """Yield the value of the sentence before that a range's own words place: "… and the Council was within it"."""
    own = given.sentence
    said = _IT_LAY.search(own.low[given.high.span.end - own.span.start :])
    before = context.passages.previous(own)
    if said is None or before is None or before.paragraph != own.paragraph or len(own.figures) != 2:
        return
    values = [f for f in before.figures if _alike(f, given)]
    if len(values) == 1 and said["word"] in {"within", "inside"}:
        yield Placed(values[0], "inside", said["word"], given)


def rows_before(context: Context, given: Range) -> Sequence[Figure]:
    """Return the values of the rows or items just above the sentence of a range that sums them up; none otherwise."""
    own, found = given.sentence, list[Figure]()
    if _ELSEWHERE.search(own.low) or len(own.figures) != 2:
        return ()
    for paragraph in reversed(context.passages.paragraphs[: own.paragraph]):
        listed = paragraph.is_row or paragraph.kind in {"item", "short"}
        if not listed or len(paragraph.figures) != 1:
            break
        found.insert(0, paragraph.figures[0])
    first = context.passages.paragraphs[own.paragraph].sentences[:1] == (own,)
    return found if first and len(found) >= 3 and all(_alike(f, given) for f in found) else ()


def _alike(figure: Figure, given: Range) -> bool:
    """Tell whether a value measures what the range does, as far as its unit and its size tell."""
    units = (
        same_kind(figure, given.low) or Unit.SCORE in {figure.unit, given.low.unit} or figure.unit is given.high.unit
    )
    theirs = figure.nature is Nature.BENCHMARK and given.low.nature is not Nature.BENCHMARK
    counted = figure.nature not in {Nature.CHANGE, Nature.VARIANCE} and not theirs
    return units and counted and given.low.value / _LIKE <= figure.value <= given.high.value * _LIKE


def _place(front: str, behind: str, ahead: bool) -> tuple[str, str] | None:
    """Return the place that the words beside a value give it, and the word, or None."""
    if _ELSEWHERE.search(front) and not ahead:
        return None
    clause = re.split(r"[.;]", behind)[0]
    if ahead:
        middle = _MIDDLE.search(front[-70:]) or _MIDDLE.search(clause[:28].split(",")[0])
        if middle is not None and not _ELSEWHERE.search(front[-70:]):
            return "middle", middle.group()
        inside = _INSIDE.search(clause)
        return ("inside", inside.group()) if inside and not _OUTSIDE.search(clause) else None
    near = clause[:28].split(",")[0]
    for place, pattern in (("top", _TOP), ("bottom", _BOTTOM), ("middle", _MIDDLE)):
        told = list(pattern.finditer(front[-70:]))
        told = told or list(pattern.finditer(near))
        if told:
            return place, told[-1].group()
    inside = _INSIDE.search(front[-60:]) or _INSIDE.search(clause)
    if inside is not None and not _OUTSIDE.search(front[-40:]):
        return "inside", inside.group()
    return None


def _among(front: str, behind: str) -> tuple[str, str] | None:
    """Return that a value is one of those that a range spans, where nothing says that it is another's."""
    words = front + behind
    if _ELSEWHERE.search(words) or _OUTSIDE.search(words) or _MOVED.search(words):
        return None
    return "among", "value"


def listed(context: Context, given: Range) -> Sequence[Figure]:
    """Return the values of the list that the range's sentence, or the one behind it, leads in; none if it is unlike."""
    for block in context.passages.lists:
        lead = block.lead
        if lead is None or not given.sentence.index <= lead.index <= given.sentence.index + 1:
            continue
        if lead is not given.sentence and lead.figures:
            continue
        firsts = [item.figures[0] for item in block.items if len(item.figures) == 1]
        if len(firsts) == len(block.items) >= 3 and all(_alike(f, given) for f in firsts):
            return firsts
    return ()
