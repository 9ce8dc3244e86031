"""Shares told apart from their counts: "47 were decided and 19 allowed. That is 40%", "221 of them (73%)".

A percentage is tied to counts before it by what stands in front of it: a bracket or "or" behind one count, which is the
part; "that is", "at 40% this", "the rate was", which speak of the two counts told last. Its whole is the count that
the words make the part a part of, or the one count that it can be. A pair that agrees is meant; where none does, only
the pair that the words tell, missed by a slip of typing, is worth a look.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crossfoot.checks.arithmetic.shares.share_tables import fits, is_count, plausible, printed_share
from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.interval import reach
from crossfoot.checks.basis.passages import Sentence
from crossfoot.checks.basis.slips import is_slip, is_slip_within
from crossfoot.checks.basis.subsets import subsets
from crossfoot.model import Figure, Nature, Qualifier, Unit

Share = tuple[Figure, Figure, Figure]
_BESIDE = re.compile(
    r"^(?!.*\band (?:a|the)\b)[^.;:%()]{0,70}(?:\(|,? or |[–—-] ?|, )"
    r"(?:(?:or|i\.e\.|that is|about|some|just|only|equal to) ?)*$"
)
_SAID = re.compile(
    r"\b(?:that|this|it|which) (?:is|was|makes?|made|represent(?:s|ed)|equate[sd] to|gives|gave|amount(?:s|ed) to)"
    r"(?: [a-z-]+){0,5}\s*$"
    r"|^(?:[a-z]+, )?at\s*$|[,;(] at\s*$|\bwhich at\s*$"
    r"|\b(?:rate|share|proportion|percentage|take-?up|conversion|spend|this|these|so|thus|therefore|hence|giving"
    r"|terms|made up|makes? up|make|another way)\b[^.;%]{0,60}$"
)
_GOES_ON = re.compile(r"^\s*(?:%|per ?cent|percent)?,?\s*(?:this|it|that|the (?:share|rate|proportion)|they|these)\b")
_OF_ALL = re.compile(
    r"^\s*(?:%|per ?cent|percent)? of (?:the |all |our |its |those |these )*(?:total|whole|number|sum|budget"
    r"|programme|them|these|those|which|whom|all|full)\b"
)
_APART = re.compile(
    r"\b(?:target|national\w*|england|region\w*|neighbours?|average|compar\w+|against|than|from|by|rose|ris\w+|fell"
    r"|fall\w*|(?<!made )(?<!makes )(?<!make )up|down|increas\w+|decreas\w+|reduc\w+|growth|grew|higher|lower"
    r"|points?|last year|previous\w*|a year"
    r"|before|earlier|census|elsewhere|aim|discount|interest|inflation)\b"
)
_OPENING = re.compile(r"\bfrom £?$")
"""In front of what something was before: "rose from 690 to 904, and 316 were turned down" tells two counts of now."""
_TOO = re.compile(
    r"^\s*(?:%|per ?cent|percent)?\s*(?:points?|more|fewer|less|higher|lower|up|down|increase|rise|fall)\b"
)
_AIMS = frozenset({Nature.CHANGE, Nature.BENCHMARK, Nature.TARGET})
_CLOSES = re.compile(r"[,;.(]|\b(?:and|but|this|it|which)\b")
_BACK = 3
"""So many sentences before its own the counts of a percentage may stand."""

_ONE_DIGIT = 10
_EXACT = 100
"""A percentage of so many steps, three digits, tells its whole so closely that a slip in that can be seen."""
_TELLING = 20
"""Of fewer than so many a share in whole per cents is a slip off many others."""


def told_shares(context: Context, settled: set[str]) -> Iterator[Share]:
    """Yield part, whole and percentage of the shares that nothing nearer explains."""
    for sentence in context.passages.sentences:
        if context.passages.paragraphs[sentence.paragraph].is_row:
            continue
        for place, percent in enumerate(sentence.figures):
            of_all = _OF_ALL.match(context.passages.after(percent, 40)) is not None
            if percent.id not in settled and _is_share(percent, of_all=of_all):
                found = _share(context, sentence, place)
                if found is not None:
                    yield found


def _is_share(figure: Figure, *, of_all: bool) -> bool:
    told = figure.qualifier in {Qualifier.NONE, Qualifier.APPROX}
    plain = figure.nature not in {*_AIMS, Nature.VARIANCE, *(() if of_all else (Nature.FORECAST,))}
    return figure.unit is Unit.PERCENT and told and plain and 0 < figure.value < 100


def _share(context: Context, sentence: Sentence, place: int) -> Share | None:
    """Return the share of a percentage that the words tie to the counts before it."""
    percent = sentence.figures[place]
    before = sentence.figures[place - 1] if place else None
    front = context.passages.low[before.span.end if before else sentence.span.start : percent.span.start]
    behind = context.passages.after(percent, 60)
    if _APART.search(front[-45:]) or _TOO.match(behind) or _APART.search(_CLOSES.split(behind)[0]):
        return None
    window = _window(context, sentence)
    if before is not None and _plain(before) and _BESIDE.match(front):
        return _of_part(context, window, before, percent, named=_OF_ALL.match(behind) is not None)
    if _SAID.search(front) or (_OF_ALL.match(behind) and place) or (not front.strip("at ") and _GOES_ON.match(behind)):
        return _of_pair(context, window, percent)
    return None


def _window(context: Context, sentence: Sentence) -> Sequence[Sentence]:
    """Return a sentence with those before it that may hold its counts: of its paragraph, or the items of its list."""
    every, paragraphs = context.passages.sentences, context.passages.paragraphs
    own = paragraphs[sentence.paragraph]
    start = sentence.index
    while start > 0 and sentence.index - start < _BACK:
        other = paragraphs[every[start - 1].paragraph]
        listed = own.kind != "text" and other.index >= own.index - _BACK and not other.is_row
        if other is not own and not listed:
            break
        start -= 1
        if other.kind == "text" and other is not own:
            break
    return every[start : sentence.index + 1]


def _of_part(
    context: Context, window: Sequence[Sentence], part: Figure, percent: Figure, *, named: bool
) -> Share | None:
    """Return the share of the count beside a percentage; ``named`` tells that it is of all: "5% of the budget"."""
    wholes = [
        f
        for s in window
        for f in s.figures
        if f.span.start < part.span.start and f is not part and _whole_of(f, part) and f.value > part.value
    ]
    fitting = [f for f in wholes if fits(part, f, percent)]
    if fitting:
        return part, fitting[-1], percent
    told = next((s.whole for s in subsets(context) if s.part is part), None)
    if told is None and len(wholes) == 1 and (named or _alike(context, part, wholes[0])):
        told = wholes[0]
    if named and told is not None and percent.value < _ONE_DIGIT and not _of_the_rest(part, told, percent):
        return (part, told, percent) if plausible(part, told, percent) else None
    return _slipped(part, told, percent)


def _of_pair(context: Context, window: Sequence[Sentence], percent: Figure) -> Share | None:
    """Return the share of the two counts that were told last before a percentage."""
    counts = [f for s in window for f in s.figures if f.span.end <= percent.span.start and _plain(f)]
    ids = {f.id for f in counts}
    pairs = [(s.part, s.whole) for s in subsets(context) if {s.part.id, s.whole.id} <= ids]
    last: list[Figure] = []
    for one in reversed(window):
        last += [f for f in one.figures if f.span.end <= percent.span.start and _plain(f)]
        if len(last) > 1:
            last = [f for f in last if not _OPENING.search(context.passages.before(f, 12))]
            break
    if len(last) == 2 and _whole_of(*last):
        small, large = sorted(last, key=lambda f: f.value)
        pairs.append((small, large))
    pairs.sort(key=lambda pair: max(pair[0].span.start, pair[1].span.start))
    fitting = [pair for pair in pairs if fits(*pair, percent)]
    if fitting:
        return (*fitting[-1], percent)
    if not pairs or any(fits(a, b, percent) for a in counts for b in counts if _whole_of(b, a) and a.value < b.value):
        return None  # of others than those told last
    between = range(pairs[-1][0].span.end, percent.span.start)
    if any(f.unit is Unit.PERCENT and f.span.start in between for s in window for f in s.figures):
        return None  # another share stands nearer to them
    return _slipped(*pairs[-1], percent)


def _slipped(part: Figure, whole: Figure | None, percent: Figure) -> Share | None:
    """Return a share that a slip in one of the three keeps from agreeing, or None."""
    if whole is None or not 0 < part.value <= whole.value:
        return None
    meant = ((percent, printed_share(part, whole)), (part, whole.value * percent.value / 100))
    slip = any(is_slip(figure, value) for figure, value in meant) or (
        percent.value >= _EXACT * percent.step
        and is_slip_within(whole, (reach(part) / reach(percent)).low * 100, (reach(part) / reach(percent)).high * 100)
    )
    return (part, whole, percent) if slip and whole.value >= _TELLING else None


def _of_the_rest(part: Figure, whole: Figure, percent: Figure) -> bool:
    """Tell whether a percentage is of the whole without the part: an overspend is of the budget."""
    rest = whole.value - part.value
    return rest > 0 and abs(part.value / rest * 100 - percent.value) <= percent.step


def _whole_of(whole: Figure, part: Figure) -> bool:
    return _plain(whole) and same_kind(whole, part)


def _plain(figure: Figure) -> bool:
    told = figure.qualifier in {Qualifier.NONE, Qualifier.APPROX} and figure.value > 0
    aims = {Nature.CHANGE, Nature.BENCHMARK} if figure.unit is Unit.GBP else _AIMS
    return told and is_count(figure) and figure.nature not in aims


def _alike(context: Context, part: Figure, whole: Figure) -> bool:
    """Tell whether a count is of the same thing as the only larger one before it."""
    same = part.indicator == whole.indicator is not None
    return (
        same or re.match(r"\s*(?:[a-z]+ ){0,2}of (?:these|those|them)\b", context.passages.after(part, 30)) is not None
    )
