"""Words for a way that look back: "This was up from 226", "the dip was …", "an improvement from 81%".

The value now, or both values, stand in another sentence or in a table. They are found by their measure: the last value
of the same indicator, the two values that the sentence before sets against each other, the row whose name the words
share ("the rise in the grant").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.cues import COMPARISON, Way, budget_way
from crossfoot.checks.basis.passages import Sentence
from crossfoot.checks.basis.same_thing import telling
from crossfoot.checks.basis.ways import the_way
from crossfoot.checks.wording.better import better_way
from crossfoot.checks.wording.trends import Claim, Step
from crossfoot.model import Figure, Nature, Qualifier, Unit

_UP_FROM = re.compile(
    r"^(?:this|it|that|the (?:number|figure|rate|total|proportion)) (?:is|was|represents|compares|had been) "
    r"(?:well |slightly |sharply |a little )?(?P<way>up|down|higher|lower|more|fewer|less) (?:from|on|than) "
    r"(?:the |a figure of |last year's )*£?$"
)
_CALLED = re.compile(
    r"\b(?:an?|this|the|some|further|slight|marked|which is an?) (?:[a-z]+ )?"
    r"(?:(?P<better>improvement)|(?P<worse>deterioration|worsening)) (?:from|on|upon|compared with) (?:the )?£?$"
)
_THAN_YEAR = re.compile(
    r"\b(?:(?P<better>better)|(?P<worse>worse|poorer)) than (?:the |our |its |in )?(?:(?:19|20)\d\d(?:[/-]\d\d)?"
    r"|last year|previous year|last quarter|previous quarter)(?:'s|’s)? ?"
    r"(?:outturn|figure|result|performance|rate|year-end|level)?"
    r"(?: of| when it was|,| \()?\s*$"
)
_RUNNING = re.compile(
    r"\b(?:running|are|is|was|were) (?P<way>ahead of|behind|above|below|higher than|lower than|more than|fewer than) "
    r"(?:last year|the previous year|the same (?:point|period|stage|time) (?:of )?last year)\b[^.;]{0,60}?"
    r"\b(?:been|was|were|at)\s+£?$"
)
_THE_NOUN = re.compile(
    r"\b(?:the|this|that) (?:(?P<better>improvement|recovery)|(?P<worse>worsening|deterioration)|(?:[a-z]+ )?"
    r"(?P<noun>rise|increase|growth|fall|drop|dip|decrease|reduction|decline))\b"
    r"(?! (?:of|by|from|to) (?:about |some )?£?\d)"
)
_OF_WHAT = re.compile(
    r"^ in (?:the )?(?:number of |rate of |level of |numbers? )?"
    r"(?P<what>[^.,;:()]{3,60}?)(?=[.,;:()]| (?:is|was|were|are|has|had|have|reflect\w*|follow\w*|came|comes)\b)"
)
_UPWARD = frozenset({"up", "higher", "more", "ahead of", "above", "higher than", "more than"})
_RISES = frozenset({"rise", "increase", "growth"})
_TWO, _THREE, _WIDEST, _BACK = 2, 3, 4, 60
_AHEAD = re.compile(r"\b(?:would|will|could|might|may|should|expect\w*|forecast|plan\w*|propos\w*|aim\w*|if|no|not)\b")


def back_references(context: Context) -> Iterator[Step]:
    """Yield the steps that such words speak of, the earlier value first."""
    for sentence in context.passages.sentences:
        if context.passages.paragraphs[sentence.paragraph].is_row:
            continue
        for figure in sentence.figures:
            if _is_level(figure):
                yield from _beside(context, sentence, figure)
        yield from _named(context, sentence)


def _beside(context: Context, sentence: Sentence, earlier: Figure) -> Iterator[Step]:
    """Yield the step from an earlier value, where words in front of it say which way things went from there."""
    front = context.passages.low[sentence.span.start : earlier.span.start]
    up = _UP_FROM.match(front)
    if up is not None:
        now = _last_of(context, sentence, earlier)
        if now is not None:
            yield Step(Claim.UP if up["way"] in _UPWARD else Claim.DOWN, f"{up['way']} from", earlier, now)
        return
    own = [f for f in sentence.figures if f.span.end <= earlier.span.start and _alike(f, earlier)]
    if not own:
        return
    running = _RUNNING.search(front)
    if running is not None:
        claim = Claim.UP if running["way"] in _UPWARD else Claim.DOWN
        yield Step(claim, f"running {running['way']}", earlier, own[-1])
        return
    called = _CALLED.search(front) or _THAN_YEAR.search(front)
    if called is not None:
        better = better_way(context, own[-1], sentence.low)
        if better is not None:
            way = better if called["better"] else Way(-better)
            yield Step(Claim.UP if way is Way.UP else Claim.DOWN, called["better"] or called["worse"], earlier, own[-1])


def _is_level(figure: Figure) -> bool:
    plain = figure.qualifier in {Qualifier.NONE, Qualifier.APPROX, Qualifier.AVERAGE}
    told = figure.nature not in {Nature.CHANGE, Nature.TARGET, Nature.BENCHMARK}
    return plain and told and figure.unit is not Unit.PERCENTAGE_POINTS and figure.value > 0


def _alike(a: Figure, b: Figure) -> bool:
    """Tell whether two figures are levels of one kind and size."""
    small, large = sorted((a.value, b.value))
    kinds = same_kind(a, b) and (a.unit is Unit.PERCENT) is (b.unit is Unit.PERCENT)
    other = a.indicator != b.indicator and a.indicator is not None and b.indicator is not None
    return _is_level(a) and _is_level(b) and kinds and not other and small < large <= small * _WIDEST


def _last_of(context: Context, sentence: Sentence, earlier: Figure) -> Figure | None:
    """Return the last value of the same indicator before a sentence that is none for comparison."""
    if earlier.indicator is None:
        every = context.passages.sentences[max(0, sentence.index - _THREE) : sentence.index]
        near = [f for s in every if sentence.paragraph - s.paragraph <= 1 for f in s.figures if _is_level(f)]
        return near[0] if len(near) == 1 and _alike(near[0], earlier) else None
    found = [
        f
        for f in context.by_indicator.get(earlier.indicator, ())
        if f.span.end <= sentence.span.start
        and _alike(f, earlier)
        and not context.is_subset(f)
        and COMPARISON.search(context.passages.before(f, 30)) is None
    ]
    near = [f for f in found if (home := context.passages.paragraph_of(f)) and sentence.paragraph - home.index <= _FAR]
    return near[-1] if near else None


_FAR = 12
"""So many paragraphs, those of a list among them, may lie between a value and the words that look back to it."""


def _named(context: Context, sentence: Sentence) -> Iterator[Step]:
    """Yield the step that "the dip", "the worsening" or "the rise in the grant" speaks of."""
    said = _THE_NOUN.search(sentence.low)
    if said is None or _AHEAD.search(sentence.low[: said.start()][-_BACK:]):
        return
    of_what = _OF_WHAT.match(sentence.low[said.end() :])
    pair = _of_row(context, of_what["what"]) if of_what is not None and said["noun"] else ()
    if not pair and (of_what is None or said.start() < _NEAR_START):
        pair = _set_against(context, sentence)
    if len(pair) != _TWO:
        return
    first, second = pair
    word = said["noun"] or said["better"] or said["worse"]
    if said["noun"]:
        claim = Claim.UP if word in _RISES else Claim.DOWN
    else:
        better = _better(context, second)
        if better is None:
            return
        claim = Claim.UP if (better is Way.UP) is (said["better"] is not None) else Claim.DOWN
    yield Step(claim, word, first, second)


_NEAR_START = 50


def _better(context: Context, figure: Figure) -> Way | None:
    """Return which way is better for a figure: less of an overspend is."""
    over = budget_way(context.passages.before(figure, 120))
    if figure.unit is Unit.GBP:
        return None if over is None else Way(-over[0])
    return better_way(context, figure, context.passages.before(figure, 120) + context.passages.after(figure, 60))


def _set_against(context: Context, sentence: Sentence) -> Sequence[Figure]:
    """Return the two values, the earlier first, that the one or two sentences before set against each other."""
    before = context.passages.previous(sentence)
    if before is None or before.paragraph != sentence.paragraph or the_way(before.low) is not None:
        return ()
    levels = [f for f in before.figures if _is_level(f)]
    if len(levels) == 1:
        further = context.passages.previous(before)
        if further is None or further.paragraph != sentence.paragraph or not _AT.match(before.low):
            return ()
        now = [
            f
            for f in further.figures
            if _alike(f, levels[0]) or (f.nature is Nature.VARIANCE and same_kind(f, levels[0]))
        ]
        return (levels[0], now[0]) if len(now) == 1 and now[0].value != levels[0].value else ()
    if len(levels) != _TWO or not _alike(*levels):
        return ()
    gap = context.passages.between(*levels)
    if _EARLIER.search(gap) and COMPARISON.search(gap):
        return levels[::-1]
    later = re.split(r"[.;]", context.passages.after(levels[1], 60))[0]
    return levels[::-1] if COMPARISON.search(gap[-40:]) and _EARLIER.search(later) else ()


_AT = re.compile(
    r"^(?:at|in|on) (?:the end of )?(?:month|period|quarter|q) ?\d{1,2},? (?:this|it|the forecast) (?:was|had been) "
)
_EARLIER = re.compile(
    r"\b(?:previous|last|earlier|before|preceding|prior|a year ago|same (?:period|quarter|month)|corresponding)\b"
)


def _of_row(context: Context, what: str) -> Sequence[Figure]:
    """Return the last two values, by their times, of the one row that some words name."""
    words = telling(what)
    found: list[tuple[int, Figure, Figure]] = []
    for table in context.passages.tables:
        for label, cells in zip(table.labels, table.rows, strict=True):
            known = telling(label)
            if not known or not words or not known & words or len(known & words) * 3 < len(words) * 2:
                continue
            dated = [
                f
                for f in cells[1:]
                if f is not None and f.period is not None and f.nature in {Nature.ACTUAL, Nature.BUDGET, None}
            ]
            ends = [f.period.end for f in dated if f.period is not None]
            if len(dated) >= _TWO and ends == sorted(set(ends)) and _alike(dated[-2], dated[-1]):
                found.append((len(known - words), dated[-2], dated[-1]))
    best = min((other for other, _, _ in found), default=0)
    rows = [pair for other, *pair in found if other == best]
    return rows[0] if len(rows) == 1 else ()
