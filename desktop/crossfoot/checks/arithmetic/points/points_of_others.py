"""Points that are told against something else than the two percentages that stand near them.

"92% of plans were up to date, up three points on the spring": what the points are counted from is named behind them,
and where neither percentage is that, the points say nothing of the two together.
"""

from __future__ import annotations

import re

from crossfoot.checks.basis.context import Context
from crossfoot.model import Figure, Span

_COUNTED_FROM = re.compile(
    r"\s*(?:%|percentage|per cent(?:age)?)?[ -]*(?:points?\b)?,?\s*"
    r"(?:(?:up|down|better|worse|higher|lower|more|less|fewer|ahead|behind|short|clear)\s+)?"
    r"(?P<link>on|than|from|above|below|over|of|ahead of|behind|short of)\s+(?P<what>[^.;:()]*)"
)
_CLOSES = re.compile(r",|\b(?:and|but|while|whereas|although|though|yet|with)\b")
_WORD = re.compile(r"[a-z]{3,}|\d{2,4}")
_SAYS_NOTHING = frozenset(
    re.findall(
        r"[a-z]+",
        "the that those its their our was were had been figure level rate one per cent same point points percentage "
        "all for than from value and with most least",
    )
)
_A_TIME = re.compile(
    r"\b(?:years?|months?|quarter|term|weeks?|spring|summer|autumn|winter|last|previous\w*|earlier|before|ago|first"
    r"|second|third|start|(?:19|20)\d\d)\b"
)
_BETWEEN = re.compile(r"\b(?:difference|gap) between (?P<what>[^.;\d]{5,80}?) (?:being|was|is|of|had been|at)\s+$")
_NEAR, _FAR = 60, 120
_STEM = 6
_FROM_TO = re.compile(r"\s*(?:%|per ?cent)?\s*(?:[a-z]+ ){0,4}to\s*")
_AT_IT = re.compile(r",? (?:at|with|on) (?:only |just |about )?(?=\d)")
_A_GAP = re.compile(r"\bgaps?\b[^.;]*$")


def of_something_else(context: Context, pair: tuple[Figure, Figure], points: Span) -> bool:
    """Tell whether points that stand at ``points`` are counted from something that neither percentage is."""
    if _is_a_gap_beside_a_change(context, pair, points):
        return True
    between = _BETWEEN.search(context.passages.low, max(0, points.start - _FAR), points.start)
    if between is not None and not any(between.start() <= f.span.start < between.end() for f in pair):
        named = _words(between["what"])
        place = Span(between.start(), points.end)
        return bool(named) and not any(named & _beside(context, f, place) for f in pair)
    sentence = context.passages.sentence_at(points.start)
    end = sentence.span.end if sentence else len(context.text)
    told = _COUNTED_FROM.match(context.passages.low, points.end, end)
    if told is None or _bracketed(context, pair, points):
        return False
    closed = _CLOSES.search(told["what"])
    start = told.start("what")
    stop = start + closed.start() if closed else told.end("what")
    at_it = _AT_IT.match(context.passages.low, stop)  # "ahead of boys, at 63%"
    stop = at_it.end() + 1 if at_it else stop
    if any(start <= f.span.start < stop for f in pair):
        return False
    named = _words(context.passages.low[start:stop])
    one, other = (f.period for f in pair)
    if one != other and _A_TIME.search(context.passages.low[start:stop]):
        return False  # of the earlier of the two, whatever its time is called there
    return bool(named) and not any(named & _beside(context, f, Span(points.start, stop)) for f in pair)


def _bracketed(context: Context, pair: tuple[Figure, Figure], points: Span) -> bool:
    """Tell whether both percentages stand in the bracket behind the points: "6 points higher (15% against 11%)"."""
    first, second = sorted(pair, key=lambda f: f.span.start)
    if first.span.start < points.end or first.span.start - points.end > _FAR:
        return False
    gap = context.passages.low[points.end : first.span.start]
    return gap.rstrip().endswith("(") and ")" not in context.passages.between(first, second)


def _is_a_gap_beside_a_change(context: Context, pair: tuple[Figure, Figure], points: Span) -> bool:
    """Tell whether a gap between groups is told beside what one of them went from and to."""
    first, second = sorted(pair, key=lambda f: f.span.start)
    went = re.search(r"\bfrom\s*$", context.passages.before(first, 8)) is not None
    moved = went and _FROM_TO.fullmatch(context.passages.between(first, second)) is not None
    return moved and _A_GAP.search(context.passages.low[second.span.end : points.start]) is not None


def _beside(context: Context, figure: Figure, left_out: Span) -> frozenset[str]:
    """Return the words around a percentage, but for those that tell the points."""
    sentence = context.passages.sentence_of(figure)
    low, start, end = context.passages.low, figure.span.start - _NEAR, figure.span.end + _NEAR
    if sentence is not None:
        start, end = max(start, sentence.span.start), min(end, sentence.span.end)
    if left_out.start >= figure.span.end:
        end = min(end, left_out.start)
    elif left_out.end <= figure.span.start:
        start = max(start, left_out.end)
    return _words(f"{low[start : figure.span.start]} {low[figure.span.end : end]}")


def _words(words: str) -> frozenset[str]:
    """Return the words and years that name something, by their beginnings: "nationally" is the national figure."""
    return frozenset(word[:_STEM] for word in frozenset(_WORD.findall(words)) - _SAYS_NOTHING)
