"""A value set beside the one of another time or place: "312, seven more than the 305", "worse than London's 77.8%".

So are "23.6%, better than a year earlier (27.9%)", "up 12 on the 202", "down a little (33% in 2023)". The word that
sets them beside each other stands between the two, the change may stand there as well. What is better goes by the
measure. Targets and averages, which may stand further off, are left to the sides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.cues import Way
from crossfoot.checks.basis.interval import reach
from crossfoot.checks.basis.outcome import Outcome
from crossfoot.checks.basis.passages import Sentence
from crossfoot.checks.basis.ways import the_way, way_words
from crossfoot.checks.dates.calendar import MONTHS
from crossfoot.checks.wording.better import better_way
from crossfoot.checks.wording.sides import NOT_SO, set_against
from crossfoot.model import Figure, Nature, Qualifier, Unit

_FAR = (
    r"(?:(?:well|far|much|slightly|a little|a lot|just|still|some|rather|considerably|marginally|significantly|somewhat"
    r"|substantially|even|about|around|only|also|now|again) )*"
)
_NOUN = r"(?:(?!than\b|and\b|but\b|or\b|on\b|from\b)[a-z’'-]+ ){0,3}?"
_LABEL = r"(?:(?!(?:than|and|but|or|on|from|is|was|were|are|had|has|at|in|of|for|to)\b)[a-z’'-]+ ){0,3}?"
_UP = r"more|higher|greater|larger|bigger|longer|dearer"
_DOWN = r"fewer|less|lower|smaller|shorter|cheaper"
_UP_NOUN = r"rise|increase|growth|jump"
_DOWN_NOUN = r"fall|drop|reduction|decrease|decline"
_WORD = re.compile(
    rf"(?:^|[,;(–—-]|\b(?:is|was|were|are|be|been|being|representing|but|and|yet|had)\b)\s*(?P<said>{_FAR}"
    rf"(?:£?(?P<change>#)[a-z]?\s*{_NOUN})?(?:"
    rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN})|(?P<better>better)|(?P<worse>worse|poorer)) {_NOUN}than"
    rf"|an? (?:[a-z-]+ ){{0,2}}(?:(?P<rise>{_UP_NOUN})|(?P<fall>{_DOWN_NOUN})|(?P<gain>improvement)"
    r"|(?P<loss>deterioration|worsening))(?: of (?:(?:about|some|just|only) )?£?#[a-z]?(?: [a-z]+){0,3}?)?"
    r" (?:on|from|over|compared with)"
    r"|(?:(?P<above>up)|(?P<below>down))(?: by)?(?: £?#[a-z]?(?: [a-z]+){0,2}?)? (?:on|from)"
    r"))(?P<link> (?:[a-z0-9’'/.-]+ ){0,9}(?:\()?£?)$"
)
"""A word between two values, the change told with it as "#", and what leads from the word to the other value."""
_OVER = re.compile(
    rf"(?:^|[,(–—-]|\b(?:is|was|were|are|remain\w*|still)\b)\s*(?P<said>{_FAR}"
    r"(?:(?P<up>above|ahead of)|(?P<down>below|behind)))"
    r"(?P<link> (?:the )?(?:[a-z]+[ -]){0,3}[a-z]+[’']s? )$"
)
"""A word that sets a value over or under that of a place: "above the North East's 52%"."""
_OF_OTHERS = re.compile(
    r"\b(?:half|third|quarter|twice|double[ds]?|doubl\w+|one|once|treble[ds]?|any|ever|and|but|while|though|budget\w*"
    r"|expected|plan\w*|forecast|estimate\w*|hoped|usual|needed|required|allowed|to|will|would|who|whom|those|because"
    r"|by|per|average|target|of (?:these|them|which|whom))\b"
)
_TURNS = re.compile(
    r"\b(?:of (?:which|whom|these|them|those)|while|whereas|although|includ\w+|target|national|england)\b"
)
_OF_IT = re.compile(r"^(?:this|that|it|which|the (?:figure|number|total|rate)) (?:is|was|were|represent\w+) ")
_RATHER = frozenset({Qualifier.NONE, Qualifier.APPROX, Qualifier.AVERAGE})
_AIMS = frozenset({Nature.TARGET, Nature.CHANGE})
_HINTS = (" than ", " on ", " from ", "above ", "below ", "behind ", "ahead ", " over ", " compared ", "(")
_WIDEST = 3


def set_beside(context: Context) -> Iterator[Outcome]:
    """Yield whether values are on the side of another time's or place's that the word between puts them on."""
    for sentence in context.passages.sentences:
        if not sentence.figures or context.passages.paragraphs[sentence.paragraph].is_row:
            continue
        if not any(hint in sentence.low for hint in _HINTS):
            continue
        for place, other in enumerate(sentence.figures):
            yield from _beside(context, sentence, place, other)
            if (
                place
                and sentence.low[: other.span.start - sentence.span.start].rpartition("(")[2][:_SHORT].count(")") == 0
            ):
                yield from _bracketed(context, sentence, place, other)


def _beside(context: Context, sentence: Sentence, place: int, other: Figure) -> Iterator[Outcome]:
    """Yield whether the value that a figure is set beside lies on the side that the words say."""
    before = sentence.figures[:place]
    change = before[-1] if before and _is_change(context, before[-1], other) else None
    value = _value(context, sentence, before[:-1] if change is not None else before, other, change)
    if value is None or not _comparable(value, other) or (change is not None and not _apart_by(value, other, change)):
        return
    start = value.span.end if value in before else sentence.span.start
    low = context.passages.low
    words = low[start : other.span.start]
    if change is not None:
        words = f"{low[start : change.span.start]}#{_without_sign(low[change.span.end : other.span.start])}"
    said = _WORD.search(words) or (_OVER.search(words) if change is None else None)
    if (
        said is None
        or (change is None and not said["link"].strip() and "than" in said["said"])
        or _OF_OTHERS.search(said["link"])
        or _TURNS.search(words)
        or len(words[: said.start()]) > 110
    ):
        return
    aside = words.partition(";")
    goes_on = not aside[1] or (said["link"].strip() == "" and not aside[0].strip(" %)"))
    if NOT_SO.search(low[sentence.span.start : start] + words[: said.start("said")]) or not goes_on:
        return
    way = _way(context, sentence, value, said)
    if way is not None:
        yield set_against(
            said["said"].replace("#", "so much ").strip(), value, other, fits=(value.value - other.value) * way > 0
        )


def _apart_by(value: Figure, other: Figure, change: Figure) -> bool:
    """Tell whether two values lie so far apart as a change says; if not, it is of others, or a number slipped."""
    apart = (reach(value) - reach(other)).size()
    moved = (apart / reach(other)).times(100) if change.unit is Unit.PERCENT else apart
    return moved.meets(reach(change)) or (change.unit is Unit.PERCENT and apart.meets(reach(change)))


def _without_sign(words: str) -> str:
    """Return the words behind a change without the sign that it may have left there: "2.6 per cent"."""
    return re.sub(r"^\s*(?:%|per ?cent|percent|(?:percentage )?points?)", "", words)


def _is_change(context: Context, figure: Figure, other: Figure) -> bool:
    """Tell whether a figure is by how much a value differs from the other: it stands just before the word for it."""
    words = context.passages.between(figure, other)
    if figure.value >= other.value or _CHANGE_TOLD.match(words) is None:
        return False
    return _MORE_OR_LESS.match(words) is not None or _CHANGED_BY.search(context.passages.before(figure, 40)) is not None


_CHANGE_TOLD = re.compile(
    rf"[a-z]?\s*(?:%|per ?cent|(?:percentage )?points?)? ?{_LABEL}"
    rf"(?:(?:{_UP}|{_DOWN}|better|worse|poorer) |on |from |over )"
)
_MORE_OR_LESS = re.compile(rf"[a-z]?\s*{_LABEL}(?:{_UP}|{_DOWN})\b")
_CHANGED_BY = re.compile(
    rf"\b(?:{_UP_NOUN}|{_DOWN_NOUN}|improvement|deterioration) of (?:[a-z]+ )?£?$|\b(?:up|down)(?: by)? £?$"
)


def _value(
    context: Context, sentence: Sentence, before: Sequence[Figure], other: Figure, change: Figure | None
) -> Figure | None:
    """Return the value that another is set beside: the last of its kind in the sentence, or what it goes on about."""
    alike = [f for f in before if f.indicator == other.indicator is not None and same_kind(f, other)]
    if alike or before:
        near = [f for f in before if change is not None and _comparable(f, other) and _apart_by(f, other, change)]
        return (alike or near or before)[-1]
    earlier = context.passages.previous(sentence)
    if earlier is None or earlier.paragraph != sentence.paragraph or not _OF_IT.match(sentence.low):
        return None
    alike = [f for f in earlier.figures if f.indicator == other.indicator is not None and same_kind(f, other)]
    found = alike or earlier.figures
    return found[0] if len(found) == 1 else None


def _comparable(value: Figure, other: Figure) -> bool:
    """Tell whether two figures are levels of one measure and of a size, so that one may be set beside the other."""
    rates = {value.unit, other.unit} <= {Unit.RATE_PER_10000, Unit.COUNT, None} and value.step == other.step < 1
    kinds = rates or (same_kind(value, other) and (value.unit is Unit.PERCENT) is (other.unit is Unit.PERCENT))
    known = value.indicator == other.indicator or None in {value.indicator, other.indicator}
    small, large = sorted((value.value, other.value))
    levels = value.nature not in _AIMS and other.nature not in _AIMS and value.unit is not Unit.PERCENTAGE_POINTS
    return kinds and known and levels and value.qualifier in _RATHER and 0 < small < large <= small * _WIDEST


def _way(context: Context, sentence: Sentence, value: Figure, said: re.Match[str]) -> Way | None:
    """Return on which side of the other a word puts a value; None where nothing tells what is better."""
    told = said.groupdict()
    if any(told.get(name) for name in ("up", "rise", "above")):
        return Way.UP
    if any(told.get(name) for name in ("down", "fall", "below")):
        return Way.DOWN
    better = better_way(context, value, sentence.low + context.passages.before(value, 90))
    good = told.get("better") or told.get("gain")
    return None if better is None else better if good else Way(-better)


_BRACKET = re.compile(r"^[^.;:()]{3,110} \((?P<lead>[^()£;.]{0,30}?)£?$")
_THEN = re.compile(
    r"\b(?:last (?:year|quarter|month|time|report)|previous\w*|earlier|(?:year|quarter|month)s? (?:ago|before))\b"
    r"|^\s*(?:%|per ?cent)?\s*(?:at|in|on|by) (?:the )?(?:[a-z]+ of )?(?:[a-z]+ )?\d?\d? ?"
    rf"(?:{'|'.join(MONTHS)}|(?:19|20)\d\d)"
    rf"|^\s*(?:in |at )?(?:(?:19|20)\d\d(?:[/-]\d\d)?|q[1-4]|{'|'.join(MONTHS)})\b[^)]{{0,20}}$"
)
_OTHER_BRACKETS = re.compile(
    r"\b(?:target|england|national\w*|average|region\w*|neighbours?|plan|budget|of which|by)\b"
)


def _bracketed(context: Context, sentence: Sentence, place: int, then: Figure) -> Iterator[Outcome]:
    """Yield whether a value went, from the one of an earlier time in brackets, the way that the words between say."""
    behind = context.passages.low[then.span.end : sentence.span.end].partition(")")
    before = [f for f in sentence.figures[:place] if f.indicator == then.indicator] or sentence.figures[:place]
    if not before or not behind[1] or len(behind[0]) > _SHORT:
        return
    now = before[-1]
    words = context.passages.between(now, then)
    said = _BRACKET.match(words)
    if said is None or not (_THEN.search(said["lead"]) or _THEN.search(behind[0])) or not _comparable(now, then):
        return
    if _OTHER_BRACKETS.search(f"{said['lead']} {behind[0]}") or NOT_SO.search(words) or _OTHER_BRACKETS.search(words):
        return
    way = the_way(re.split(r"\b(?:although|but|while|and)\b|,", words.rpartition("(")[0])[-1])
    if way is not None and not _moved(words):
        yield set_against(way_words(words), now, then, fits=(now.value - then.value) * way > 0)


def _moved(words: str) -> bool:
    """Tell whether a word for a way is told of something else than the value: "referred by higher education"."""
    return (
        re.search(r"\b(?:to|by|from)\s+\(?£?$|\b(?:who|which|that|whose) (?:have|had|has|were|was|are)\b", words)
        is not None
    )


_SHORT = 40
