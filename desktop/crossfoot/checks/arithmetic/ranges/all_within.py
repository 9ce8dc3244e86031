"""A bound that all are said to keep, and values beside it that do not: "all above the £60,000 that had been set aside".

The values are told one after the other in front of the bound, or the lowest, the highest or the average of them is
named, in the same sentence or the next. Ages are read from the words: they are no figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.interval import reach
from crossfoot.checks.basis.outcome import Outcome, holds, query
from crossfoot.checks.basis.passages import Sentence
from crossfoot.model import Figure, Nature, Qualifier, Span, Unit
from crossfoot.model.wording import value_words

_OVER = (
    r"above|over|more than|at least|in excess of|no (?:less|fewer) than|not (?:less|fewer) than|higher than"
    r"|exceed(?:ed|s|ing)?|(?:greater|longer|larger|bigger|older|later|heavier|dearer) than"
)
_UNDER = (
    r"below|under|less than|fewer than|at most|no (?:more|higher) than|not (?:more|higher) than|lower than"
    r"|within|short of"
    r"|inside|(?:cheaper|shorter|smaller|younger|earlier|lighter) than"
)
_CLAIM = re.compile(
    rf"\b(?P<who>all|each|every(?: one)?|both|none|no(?= [a-z]+ )|nobody|no one|not one|neither)\b"
    rf"(?P<gap>[^.;:£\d]{{0,70}}?)\b(?:(?P<over>{_OVER})|(?P<under>{_UNDER}))\s+(?:than )?[a-z ]{{0,40}}?£?$"
)
_MAY_BIND = re.compile(
    rf"\b(?:all|each|every|both|no|none|nobody|not one|neither)\b[^.;:£\d]{{0,70}}?\b(?:{_OVER}|{_UNDER})\s"
)
"""A sentence without this binds nothing: a quick look."""

_NONE = frozenset({"none", "no", "nobody", "no one", "not one", "neither"})
_UNSURE = re.compile(
    r"\b(?:should|must|would|will|to be|aim\w*|expected|if|not|nearly|almost|but|except|apart|more or less|may|could"
    r"|no longer|doubt|other than|target(?:ed)? (?:for|of|is)|all (?:over|round|in)|years?|per|for)\b"
)
_LOWEST = re.compile(r"\b(?:lowest|smallest|cheapest|shortest|least|fewest|youngest|worst)\b[^.;\d£]{0,40}£?$")
_HIGHEST = re.compile(
    r"\b(?:highest|largest|dearest|longest|greatest|biggest|most expensive|oldest)\b[^.;\d£]{0,40}£?$"
)
_MEAN = re.compile(r"\b(?:average|mean|median|averaging)\b[^.;\d£]{0,30}£?$")
_JOINED = re.compile(r"\s*(?:%|per cent|[a-z]{3,12})?\s*(?:,|and|or|, and)\s+(?:of )?£?")
_TO_CLAIM = re.compile(r"[^.;:\d£]{0,60}$")
_COUNTED, _NEVER_BARE = frozenset({Unit.COUNT, Unit.FTE, None}), frozenset({Unit.GBP, Unit.PERCENT})
_LEVELS = frozenset({Qualifier.NONE, Qualifier.APPROX, Qualifier.AVERAGE})
_OTHER = re.compile(r"\b(?:last year|previous\w*|nationally|england|had been|next year)\b")
_TWO = 2


@dataclass(frozen=True, slots=True)
class _Bound:
    """A figure that all are said to lie above (``over``) or below, with where the claim begins."""

    figure: Figure
    over: bool
    start: int


def all_within(context: Context) -> Iterator[Outcome]:
    """Yield whether the values beside a bound that all are said to keep do keep it."""
    for sentence in context.passages.sentences:
        if not sentence.figures or context.passages.paragraphs[sentence.paragraph].is_row:
            continue
        yield from _ages(context, sentence)
        for figure in sentence.figures if _MAY_BIND.search(sentence.low) else ():
            bound = _bound(context, sentence, figure)
            if bound is not None:
                yield from _kept(context, sentence, bound)


def _bound(context: Context, sentence: Sentence, figure: Figure) -> _Bound | None:
    """Return a figure as what all are said to lie above or below; None where nothing says so."""
    if figure.value <= 0 or figure.unit is Unit.PERCENTAGE_POINTS:
        return None
    front = context.passages.low[sentence.span.start : figure.span.start]
    said = _CLAIM.search(front)
    if said is None or _UNSURE.search(said["gap"]):
        return None
    over = said["over"] is not None
    return _Bound(figure, over is not (said["who"] in _NONE), sentence.span.start + said.start())


def _kept(context: Context, sentence: Sentence, bound: _Bound) -> Iterator[Outcome]:
    """Yield whether the values in front of a claim, and the ends named beside it, are on their side of the bound."""
    for value in _in_front(context, sentence, bound):
        yield _said(value, bound)
    following = context.passages.sentences[sentence.index + 1 : sentence.index + 2]
    near = [sentence, *(s for s in following if s.paragraph == sentence.paragraph and not _OTHER.search(s.low))]
    for place in near:
        for value in place.figures:
            if value is bound.figure or not _alike(value, bound.figure) or value.span.start < bound.start:
                continue
            front = context.passages.before(value, 70)
            if (_LOWEST if bound.over else _HIGHEST).search(front) or _MEAN.search(front):
                yield _said(value, bound)


def _in_front(context: Context, sentence: Sentence, bound: _Bound) -> Sequence[Figure]:
    """Return the two values or more that are told one after the other in front of a claim."""
    values = [f for f in sentence.figures if f.span.end <= bound.start and _alike(f, bound.figure)]
    low, run = context.passages.low, values[-1:]
    if not run or not _TO_CLAIM.fullmatch(low[run[0].span.end : bound.start]):
        return ()
    for figure in values[-2::-1]:
        if not _JOINED.fullmatch(low[figure.span.end : run[0].span.start]):
            break
        run.insert(0, figure)
    return run if len(run) >= _TWO else ()


def _alike(value: Figure, bound: Figure) -> bool:
    """Tell whether a value can be held against a bound: a level of its kind and size."""
    told = value.qualifier in _LEVELS and value.nature not in {Nature.CHANGE, Nature.TARGET, Nature.VARIANCE}
    bare = (value.unit in _COUNTED) is not (bound.unit in _COUNTED) and not _NEVER_BARE & {value.unit, bound.unit}
    kinds = same_kind(value, bound) or bare  # "more than 21 days …, the average being 13"
    return told and kinds and 0 < value.value <= bound.value * 10 and bound.value <= value.value * 10


def _said(value: Figure, bound: _Bound) -> Outcome:
    """Return whether a value is on the side of the bound that all are said to be on."""
    word = "over" if bound.over else "under"
    fits = reach(value).high >= bound.figure.value if bound.over else reach(value).low <= bound.figure.value
    if fits:
        return holds("The value keeps the bound.", value, f", all {word} ", bound.figure, ", holds")
    return query(
        f"All are said to be {word} {value_words(bound.figure.value, bound.figure.unit)}, but "
        f"{value_words(value.value, value.unit)} is not; worth checking.",
        value,
        f", all {word} ",
        bound.figure,
    )


_AGE = re.compile(r"\b(?:average|mean|median|typical) age\b[^.;\d]{0,50}?\b(?P<age>\d{1,2})\b(?![\d%]|[,.]\d)")
_YOUNGEST = re.compile(r"\byoungest\b[^.;\d]{0,40}?\b(?P<age>\d{1,2})\b(?![\d%]|[,.]\d)")
_OLDEST = re.compile(r"\boldest\b[^.;\d]{0,40}?\b(?P<age>\d{1,2})\b(?![\d%]|[,.]\d)")


def _ages(context: Context, sentence: Sentence) -> Iterator[Outcome]:
    """Yield an average age that does not lie between those of the youngest and the oldest."""
    if " age" not in sentence.low or "est" not in sentence.low:
        return
    age = _AGE.search(sentence.low)
    youngest, oldest = _YOUNGEST.search(sentence.low), _OLDEST.search(sentence.low)
    if age is None or (youngest is None and oldest is None):
        return
    mean = int(age["age"])
    low, high = (int(found["age"]) if found else None for found in (youngest, oldest))
    if (low is None or low <= mean) and (high is None or mean <= high):
        return
    place = Span(sentence.span.start + age.start(), sentence.span.start + age.end())
    quote = " ".join(place.cut(context.text).split())
    ends = " and ".join(f"the {n} {v}" for n, v in (("youngest", low), ("oldest", high)) if v is not None)
    yield query(
        f"The text has “{quote}”, but {ends}; worth checking.",
        f"“{quote}”, {ends}",
        figures=[f for f in sentence.figures if f.span.overlaps(place)],
        span=place,
        words=quote,
    )
