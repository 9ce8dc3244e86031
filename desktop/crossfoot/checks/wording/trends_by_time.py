"""Trends by the times of the values: "1,402 in 2010/11. In 2011/12 the number grew to 1,588", in whatever order.

Which value is the earlier is told by the periods that the extraction gave them, not by the words around them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.cues import Way
from crossfoot.checks.basis.passages import Sentence
from crossfoot.checks.basis.ways import NOUN, the_way, way_words
from crossfoot.checks.wording.better import better_way, judged
from crossfoot.checks.wording.trends import Claim, Step
from crossfoot.model import Figure, Nature, Qualifier, Unit

_TWO = 2
_WIDEST = 3
_SERIES = re.compile(
    r"\b(?:throughout|stead(?:y|ily)|consistent(?:ly)?|continu\w+|each|every|year[- ]on[- ]year"
    r"|month[- ]on[- ]month|trend"
    r"|successive|in a row|consecutive|year by year|over the (?:period|years|three|four|five|two)|all (?:three"
    r"|four|five)"
    r"|gradual(?:ly)?|run of|pattern)\b"
)
_NTH = re.compile(r"\bfor the (?:second|third|fourth|fifth|sixth) (?:year|quarter|month|time)\b")
_OTHERS = re.compile(
    r"\b(?:england|national\w*|neighbours?|regional\w*|target\w*|expected|estimat\w+|budget\w*|forecast|projected"
    r"|ranged"
    r"|varied|respectively|although|while|whereas|but not|except|unlike|boys|girls|male|female|men|women)\b"
)
_OF_IT = re.compile(
    r"\s*(?:and |but )?(?:that|this|it|they|these|the|there (?:is|was|were|has been|had been)|an?|members"
    r"|numbers?|so|in"
    r" all|such)\b"
)
_CHANGE = re.compile(
    rf"(?:\b(?:by|additional|further|extra|another)|{NOUN.pattern} of)\s+(?:about |some |around |nearly |over "
    rf"|only )*£?$"
)


def steps_by_time(context: Context) -> Iterator[Step]:
    """Yield the steps that one word for a way speaks of, between two values of different times, or along a series."""
    for sentence in context.passages.sentences:
        if context.passages.paragraphs[sentence.paragraph].is_row:
            continue
        words = _own_clause(sentence)
        way, call = the_way(words), judged(words)
        if (way is None and call is None) or _OTHERS.search(_WHILE.sub("", sentence.low)):
            continue
        values = _spoken_of(context, sentence)
        called: Way | None = None
        if call is not None and values:
            better = better_way(context, values[-1], f"{context.passages.before(values[0], 90)} {sentence.low}")
            called = None if better is None else better if call[0] else Way(-better)
        if way is not None and called is not None and way is not called:
            continue  # "fell as low as 68%; by May it had recovered to 83%" went both ways
        way = way or called
        if way is None:
            continue
        if len(values) == _TWO and _had_come_to(context, *values):
            continue  # "71% now, having fallen to 54% last spring": the word leads to the earlier of the two
        if len(values) == _TWO:
            yield _step(way, sentence, *values)
        elif len(values) > _TWO and (_SERIES.search(sentence.low) or _NTH.search(sentence.low)):
            against = [pair for pair in pairwise(values) if not _step(way, sentence, *pair).holds]
            yield _step(way, sentence, *(against[0] if against else (values[0], values[-1])))


def _own_clause(sentence: Sentence) -> str:
    """Return the words of a sentence up to a semicolon that has all of its figures in front of it or behind it."""
    stop = sentence.low.find(";")
    if stop < 0 or not sentence.figures:
        return sentence.low
    places = [figure.span.start - sentence.span.start < stop for figure in sentence.figures]
    return sentence.low[:stop] if all(places) else sentence.low if any(places) else sentence.low[stop:]


_CAME_TO = re.compile(r"[^.;£\d]{0,25}\b(?:to|as (?:low|high) as)\s+(?:about |some |around |only |just )?£?$")


def _had_come_to(context: Context, earlier: Figure, later: Figure) -> bool:
    """Tell whether a word for a way leads to the earlier of two values, and not from it to the later."""
    front = context.passages.before(earlier, 45)
    led = _CAME_TO.search(front) is not None and the_way(front) is not None
    return led and later.span.end <= earlier.span.start


_WHILE = re.compile(r"^\s*(?:whereas|while)\b")
"""A word in front of an earlier value: "Whereas 212 had applied in the year before, fewer did this year (187)"."""


def _step(way: Way, sentence: Sentence, first: Figure, second: Figure) -> Step:
    call = judged(sentence.low)
    word = way_words(sentence.low) or (call[1] if call else "")
    return Step(Claim.UP if way is Way.UP else Claim.DOWN, word, first, second)


def _spoken_of(context: Context, sentence: Sentence) -> Sequence[Figure]:
    """Return the values of one measure that a sentence speaks of, in the order of their times; none where unsure."""
    own = [f for f in sentence.figures if not _is_change(context, f)]
    before = context.passages.previous(sentence)
    if len(own) >= _TWO:
        if len(own) > _TWO and (_SERIES.search(sentence.low) or _NTH.search(sentence.low)):
            return _in_time(own)
        return _in_time(own) if len(own) == _TWO else _last_step(context, sentence, own)
    if before is None or sentence.paragraph - before.paragraph > 1:
        return ()
    if context.passages.paragraphs[before.paragraph].kind in {"cells", "item", "short"}:
        return _in_time(_column(context, sentence)) if not own else ()
    return _with_the_one_before(context, before, sentence, own)


def _with_the_one_before(
    context: Context, before: Sentence, sentence: Sentence, own: Sequence[Figure]
) -> Sequence[Figure]:
    """Return the values of a sentence and of those beside it, where it goes on about the one before."""
    if before.paragraph != sentence.paragraph or _OTHERS.search(before.low) or the_way(before.low) is not None:
        return ()
    earlier = [f for f in before.figures if not _is_change(context, f)]
    if own and len(earlier) == 1:
        return _in_time([*earlier, *own])
    definite = any(match.group().startswith(("the ", "this ", "that ")) for match in NOUN.finditer(sentence.low))
    if own or not (definite or _OF_IT.match(sentence.low)):
        return ()
    if len(earlier) == _TWO and _THE_ONE_BEFORE.search(context.passages.between(*earlier)):
        return earlier[::-1] if _alike(earlier) else ()
    return _in_time([*_one_before(context, before, earlier), *earlier]) or _in_time(
        [*earlier, *_one_behind(context, sentence, earlier)]
    )


_THE_ONE_BEFORE = re.compile(
    r"[(,;]\s*(?:in |at )?(?:the )?(?:previous|last|prior|preceding) (?:year|quarter|month|period)[a-z :,]{0,12}$"
    r"|\b(?:compared (?:with|to)|against|as against)\s[^.;]{0,20}$"
)
"""Words that make the second of two values the earlier one: "84% (the previous year 79%)"."""


def _last_step(context: Context, sentence: Sentence, own: Sequence[Figure]) -> Sequence[Figure]:
    """Return the last two of several values where the word stands between them: "9.8, 9.1; it then rose to 9.4"."""
    low = context.passages.low
    ahead, between = low[sentence.span.start : own[-2].span.end], low[own[-2].span.end : own[-1].span.start]
    told = (the_way(between) is not None or judged(between) is not None) and the_way(ahead) is None
    ordered = _in_time(own) if told and judged(ahead) is None else ()
    return ordered[-_TWO:] if ordered and ordered[-1] is own[-1] and ordered[-2] is own[-2] else ()


def _one_behind(context: Context, sentence: Sentence, earlier: Sequence[Figure]) -> Sequence[Figure]:
    """Return the value of the sentence behind one that has none, where the one before it has one alone."""
    behind = context.passages.sentences[sentence.index + 1 : sentence.index + 2]
    if len(earlier) != 1 or not behind or behind[0].paragraph != sentence.paragraph or _OTHERS.search(behind[0].low):
        return ()
    found = [f for f in behind[0].figures if not _is_change(context, f)]
    return found if len(found) == 1 and the_way(behind[0].low) is None else ()


def _one_before(context: Context, before: Sentence, earlier: Sequence[Figure]) -> Sequence[Figure]:
    """Return the values of the sentence before one with a single value, where that one had one too."""
    further = context.passages.previous(before)
    if len(earlier) != 1 or further is None or further.paragraph != before.paragraph or _OTHERS.search(further.low):
        return ()
    return [f for f in further.figures if not _is_change(context, f)]


def _column(context: Context, sentence: Sentence) -> Sequence[Figure]:
    """Return the one number of each of the rows or items just above a sentence."""
    rows: list[Figure] = []
    for paragraph in reversed(context.passages.paragraphs[: sentence.paragraph]):
        row = paragraph.is_row or paragraph.kind in {"item", "short"}
        if not row or len(paragraph.figures) != 1:
            break
        rows.insert(0, paragraph.figures[0])
    return rows


def _is_change(context: Context, figure: Figure) -> bool:
    """Tell whether a figure is how much something changed by, which has no place among the levels."""
    if figure.nature in {Nature.CHANGE, Nature.VARIANCE} or figure.unit is Unit.PERCENTAGE_POINTS:
        return True
    return _CHANGE.search(context.passages.before(figure, 30)) is not None


def _alike(values: Sequence[Figure]) -> bool:
    """Tell whether values are levels of one kind, printed as such."""
    first, plain = values[0], {Qualifier.NONE, Qualifier.APPROX, Qualifier.AVERAGE}
    return all(
        value.value > 0
        and value.qualifier in plain
        and (same_kind(value, first) or _bare_times(value, first))
        and (value.unit is Unit.PERCENT) is (first.unit is Unit.PERCENT)
        and value.nature in {Nature.ACTUAL, None}
        for value in values
    )


def _bare_times(value: Figure, first: Figure) -> bool:
    """Tell whether a value leaves out the unit of the first: "9.8 days in 2016/17 and 9.1 in 2017/18"."""
    return first.unit in {Unit.DAYS, Unit.WEEKS} and value.unit in {Unit.COUNT, None} and value.step == first.step < 1


def _in_time(values: Sequence[Figure]) -> Sequence[Figure]:
    """Return values in the order of their times, or none where they are not of one measure at times of one length."""
    if len(values) < _TWO or any(value.period is None for value in values) or not _alike(values):
        return ()
    indicators = {value.indicator for value in values if value.indicator is not None}
    periods = [value.period for value in values if value.period is not None]
    lengths = [(period.end - period.start).days for period in periods]
    small, large = min(v.value for v in values), max(v.value for v in values)
    alike = max(lengths) - min(lengths) <= 4 and len({period.end for period in periods}) == len(values)
    if len(indicators) > 1 or not alike or large > small * _WIDEST:
        return ()
    return [value for _, value in sorted(zip((p.end for p in periods), values, strict=True), key=lambda pair: pair[0])]
