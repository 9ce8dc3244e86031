"""What lies at an end bounds what lies between: an average its peak, a level its high, a whole its largest part.

For words that the ranges leave out: ends told in another sentence than the average ("The longest stay was 31 weeks"),
by a comparison ("as high as 34") or in time ("having peaked at 22"), and parts of which one is named the largest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.interval import Interval, reach
from crossfoot.checks.basis.outcome import Outcome, holds, query
from crossfoot.checks.basis.passages import ListBlock, Sentence, Table
from crossfoot.checks.basis.same_thing import telling
from crossfoot.model import Figure, Nature, Qualifier, Unit
from crossfoot.model.wording import value_words

_MEAN = re.compile(r"\b(?:average|mean|median|averag(?:ed|es|ing)|typical(?:ly)?)\b[^.;\d]{0,70}$")
_MEAN_BEHIND = re.compile(r"\s*(?:%|[a-z]+ ){0,3}on average\b")
_HIGH_WORDS = (
    r"highest|longest|largest|biggest|dearest|busiest|heaviest|greatest|most expensive|oldest|maximum|upper limit"
    r"|slowest|(?:had |has )?reached|peak(?:ed|ing)?(?: (?:at|of))?|a high of|as (?:high|many|much|long|large|old) as"
)
_LOW_WORDS = (
    r"lowest|shortest|smallest|cheapest|quietest|lightest|least expensive|youngest|minimum|quickest|fastest|a low of"
    r"|as (?:low|few|little|short|small) as"
)
_END_BETWEEN = r"\b[a-z’' ()-]{0,45},?\s*£?$"
_HIGH, _LOW = re.compile(rf"\b(?:{_HIGH_WORDS}){_END_BETWEEN}"), re.compile(rf"\b(?:{_LOW_WORDS}){_END_BETWEEN}")
_BEHIND_HIGH = re.compile(
    r"\s*(?:%|(?!and\b|or\b|but\b)[a-z]+ ){0,2}at (?:(?:its|their|the) )?(?:highest|longest|peak|worst|most"
    r"|busiest)\b"
    r"|^\s*(?:[a-z]+ )?(?:in|at|for) the (?:largest|highest|longest|dearest|busiest)\b"
)
_BEHIND_LOW = re.compile(
    r"\s*(?:%|(?!and\b|or\b|but\b)[a-z]+ ){0,2}at (?:(?:its|their|the) )?(?:lowest|shortest|least|quietest|fewest)\b"
    r"|^\s*(?:[a-z]+ )?(?:in|at|for) the (?:smallest|lowest|shortest|cheapest|quietest)\b"
)
_CALLED = re.compile(
    r"\s*(?:%|per cent|(?!and |or )[a-z]+ )?,?\s*(?:being |was |is |as )?the "
    r"(?:(?P<high>highest|largest|dearest|longest)|lowest|smallest|cheapest|shortest)\b(?! of)"
)
"""What calls the value before it an end, whatever stands in front: "£11,250 being the lowest and £14,900 the"."""

_NOBODY = r"\b(?:no ?body|no one|none|never|not one)\b[^.;]{0,80}\b"
_NOBODY_OVER = re.compile(rf"{_NOBODY}(?:more than|over|above|beyond|longer than|later than)\s+£?$")
_NOBODY_UNDER = re.compile(rf"{_NOBODY}(?:less than|fewer than|under|below|shorter than|within)\s+£?$")
_ELSEWHERE = re.compile(
    r"\b(?:national\w*|england|english|region\w*|neighbours?|target\w*|compar\w+|against|last year|year before"
    r"|recommend(?:s|ed) (?:level|maximum|minimum|caseload|range)|optimum|benchmark\w*|would|will|should|aim\w*"
    r"|expected|forecast|plan\w*|limit\w*|allow\w*|threshold|permitted|budget"
    r"|change|increase|reduc\w+|rise|fall|saving|previous\w*|used to|year ago|years ago|earlier|since|record(?:ed|s)?"
    r"|(?:higher|lower|better|worse|greater) than|rate of interest|others?|elsewhere|of which|of whom)\b"
)
_RATHER = frozenset({Qualifier.NONE, Qualifier.APPROX, Qualifier.AVERAGE})
_NOT_A_LEVEL = frozenset({Nature.CHANGE, Nature.VARIANCE, Nature.TARGET, Nature.BENCHMARK, Nature.BUDGET})
_COUNTS = frozenset({Unit.COUNT, Unit.FTE, None})
_FAR = 10
"""What is so many times more, or less, was measured of something else."""
_WINDOW = 2


def extremes(context: Context) -> Iterator[Outcome]:
    """Yield whether averages, levels and wholes go with the end that the words near them name."""
    for sentence in context.passages.sentences:
        if not sentence.figures or context.passages.paragraphs[sentence.paragraph].is_row:
            continue
        yield from _averages(context, sentence)
        yield from _between_ends(context, sentence)
        yield from _in_order(context, sentence)
        yield from _peaks(context, sentence)
        yield from _largest_parts(context, sentence)
    for table in context.passages.tables:
        yield from _by_columns(table)
    for block in context.passages.lists:
        yield from _together(context, block)


_MAY_BE_AN_END = re.compile(
    r"est\b|\bm(?:ost|axim|inim)|\bpeak|\breached|\blimit|\blow\b|\bhigh\b|\bleast\b"
    r"|\bas (?:many|much|few|little|long|large|small|old|short)\b"
    r"|\b(?:no ?body|no one|none|never|not one)\b|\bsmall|\blarge"
)
"""A sentence without one of these names no end: a quick look."""


def _averages(context: Context, sentence: Sentence) -> Iterator[Outcome]:
    """Yield whether an average of a sentence lies under what is told as the highest near it, and over the lowest."""
    for average in sentence.figures:
        if not _usable(average) or not _is_mean(context, average) or _of_others(context, average):
            continue
        for end, high in _ends_near(context, sentence, average):
            yield _bounded(average, end, high=high, name="average")


def _ends_near(context: Context, sentence: Sentence, average: Figure) -> Iterator[tuple[Figure, bool]]:
    """Yield the highest and lowest values near an average with whether they are the highest.

    Those of another sentence must share a word with the average's, or leave out what they are of: "The longest was 31".
    """
    sentences = context.passages.sentences
    own = telling(_clause(context, average))
    for near in sentences[max(0, sentence.index - 1) : sentence.index + _WINDOW + 1]:
        if near.paragraph != sentence.paragraph:
            continue
        for end in near.figures:
            if end is average or not _usable_end(end) or not _alike(average, end):
                continue
            side = _side(context, end)
            if side is None or _of_others(context, end) or _is_mean(context, end):
                continue
            if near is not sentence and not _of_one(context, near, end, own):
                continue
            if near is sentence and _apart(context, average, end):
                continue
            yield end, side


def _between_ends(context: Context, sentence: Sentence) -> Iterator[Outcome]:
    """Yield whether a third value of a sentence lies between the lowest and the highest that it names: a chosen bid."""
    if len(sentence.figures) < _WINDOW or _MAY_BE_AN_END.search(sentence.low) is None:
        return
    sides = {f.id: _side(context, f) for f in sentence.figures if _usable_end(f)}
    highs, lows = ([f for f in sentence.figures if sides.get(f.id) is high] for high in (True, False))
    if len(highs) != 1 or len(lows) != 1 or not same_kind(highs[0], lows[0]) or not _alike(lows[0], highs[0]):
        return
    if lows[0].value >= highs[0].value or len(sentence.figures) == _WINDOW:
        yield _bounded(lows[0], highs[0], high=True, name="lowest")
        return
    for value in sentence.figures:
        if value in {highs[0], lows[0]} or value.unit is not highs[0].unit or not _usable(value):
            continue
        if not _of_others(context, value) and not _is_mean(context, value) and _alike(value, highs[0]):
            high = value.value > lows[0].value
            yield _bounded(value, highs[0] if high else lows[0], high=high, name="value")


_FOLLOWED = re.compile(r"^[^.;]{0,40}?\b(?:followed by|then came|then)\b[^.;\d]{0,45}$")
_MOST_FIRST = re.compile(
    rf"\b(?:{_HIGH_WORDS}|commonest|main(?:ly)?|most(?:ly)?|chief(?:ly)?|principal(?:ly)?|above all|led by)\b"
)
_OF_ALL_OTHERS = re.compile(
    rf"\bthe (?:{_HIGH_WORDS}|most [a-z]+)(?: of (?:all|them|these))?(?: being| was)? (?:at|with|on) £?$"
)
_ANOTHER = re.compile(
    r"^\s*(?:%|per cent)?[^.\d]{0,12}(?:;|,|\band\b|\bwhile\b|\bwith\b)[^.;\d]{1,30}?"
    r"\b(?:stood at|was at|was|had|at|on|with) £?$"
)


def _in_order(context: Context, sentence: Sentence) -> Iterator[Outcome]:
    """Yield whether what follows the most, or stands beside what is called the highest of all, is no more than it."""
    for place, (first, second) in enumerate(pairwise(sentence.figures)):
        gap = context.passages.between(first, second)
        front = context.passages.low[sentence.span.start : first.span.start]
        if first.unit is not second.unit or not (_usable(first) and _usable(second) and _alike(first, second)):
            continue
        if _FOLLOWED.match(gap) and _MOST_FIRST.search(front[-90:]) and not _LOW.search(front):
            yield _bounded(second, first, high=True, name="value that follows")
        elif _OF_ALL_OTHERS.search(front):
            for last, other in pairwise(sentence.figures[place:]):
                words = context.passages.between(last, other)
                if not _ANOTHER.match(words) or _ELSEWHERE.search(words) or other.unit is not first.unit:
                    break
                if _usable(other) and _alike(first, other):
                    yield _bounded(other, first, high=True, name="value")


_TOGETHER = re.compile(r"\b(?:together|overall|as a whole|in all|altogether|across (?:all|the)|combined)\b")


def _together(context: Context, block: ListBlock) -> Iterator[Outcome]:
    """Yield whether the average over all items of a list lies among the averages of the items."""
    listed = [f for item in block.items for f in item.figures if _is_mean(context, f) and _usable(f)]
    if len(listed) != len(block.items):
        return
    after = context.passages.paragraphs[block.items[-1].index + 1 : block.items[-1].index + 2]
    for sentence in (*((block.lead,) if block.lead is not None else ()), *(s for p in after for s in p.sentences[:2])):
        for value in sentence.figures:
            told = _usable(value) and _is_mean(context, value) and not _of_others(context, value)
            if told and _TOGETHER.search(sentence.low) and all(_alike(value, f) for f in listed):
                low, high = (end(listed, key=lambda f: f.value) for end in (min, max))
                end, is_high = (high, True) if value.value > high.value else (low, False)
                yield _bounded(value, end, high=is_high, name="average of all")


_HIGH_HEAD = re.compile(
    r"\b(?:highest|most(?! recent)|longest|max(?:imum)?|largest|peak|oldest|dearest|greatest|biggest)\b"
)
_LOW_HEAD = re.compile(r"\b(?:lowest|shortest|min(?:imum)?|smallest|youngest|cheapest|fewest)\b")
_MEAN_HEAD = re.compile(r"\b(?:average|mean|median|typical)\b")
_NOT_OURS = re.compile(r"\b(?:england|national|region\w*|neighbours?|target|change|budget)\b")


def _by_columns(table: Table) -> Iterator[Outcome]:
    """Yield whether the average of each row lies under its highest and over its lowest, where the columns say which."""
    heads = [head.lower() for head in table.header]
    means = [i for i, head in enumerate(heads) if i and _MEAN_HEAD.search(head) and not _NOT_OURS.search(head)]
    if len(means) != 1:
        return
    for at, head in enumerate(heads):
        high, low = _HIGH_HEAD.search(head), _LOW_HEAD.search(head)
        if not at or at == means[0] or (high is None) is (low is None) or _NOT_OURS.search(head):
            continue
        for row in table.rows:
            average, end = (row[i] if i < len(row) else None for i in (means[0], at))
            if average is not None and end is not None and same_kind(average, end):
                yield _bounded(average, end, high=high is not None, name="average")


def _of_one(context: Context, near: Sentence, end: Figure, own: frozenset[str]) -> bool:
    """Tell whether the end that another sentence names is of what the average is of."""
    words = telling(_clause(context, end)) - _END_WORDS
    opens = near.figures[0] is end and _OPENS.match(near.low) is not None
    return bool(words & own) or (not words and near.figures[0] is end) or opens


_OPENS = re.compile(rf"(?:the )?(?:{_HIGH_WORDS}|{_LOW_WORDS})\b")


_END_WORDS = frozenset(telling(re.sub(r"[^a-z]+", " ", f"{_HIGH_WORDS} {_LOW_WORDS}"))) | {"wait", "single"}


def _apart(context: Context, first: Figure, second: Figure) -> bool:
    """Tell whether words between two figures of a sentence turn to something else."""
    low, high = sorted((first.span, second.span))
    between = context.passages.low[low.end : high.start]
    return len(between) > 110 or re.search(r"\bof (?:which|whom|these|them)\b|\bcost\w*\b.*\bcost", between) is not None


def _clause(context: Context, figure: Figure) -> str:
    """Return the words between the figures on both sides of a figure, in small letters."""
    sentence = context.passages.sentence_of(figure)
    if sentence is None:
        return ""
    at = sentence.figures.index(figure)
    start = sentence.figures[at - 1].span.end if at else sentence.span.start
    end = sentence.figures[at + 1].span.start if at + 1 < len(sentence.figures) else sentence.span.end
    return f"{context.passages.low[start : figure.span.start]} {context.passages.low[figure.span.end : end]}"


def _front(context: Context, figure: Figure) -> str:
    """Return the words between the figure before, or the sentence's begin, and a figure."""
    sentence = context.passages.sentence_of(figure)
    if sentence is None:
        return ""
    at = sentence.figures.index(figure)
    start = sentence.figures[at - 1].span.end if at else sentence.span.start
    return context.passages.low[start : figure.span.start]


def _usable(figure: Figure) -> bool:
    return figure.value > 0 and figure.qualifier in _RATHER and figure.nature not in _NOT_A_LEVEL


def _usable_end(figure: Figure) -> bool:
    return figure.value > 0 and figure.nature not in _NOT_A_LEVEL


def _is_mean(context: Context, figure: Figure) -> bool:
    """Tell whether the words beside a figure call it an average or a typical value."""
    front = _front(context, figure)
    told = _MEAN.search(front)
    behind = _MEAN_BEHIND.match(context.passages.after(figure, 40))
    return (told is not None or behind is not None) and _side(context, figure) is None


def _side(context: Context, figure: Figure) -> bool | None:
    """Return whether the words beside a figure name it as a highest value (True), as a lowest (False), or neither."""
    front, behind = _front(context, figure), context.passages.after(figure, 40)
    called = _CALLED.match(behind)
    if called is not None:
        return called["high"] is not None
    sentence = context.passages.sentence_of(figure)
    all_before = "" if sentence is None else context.passages.low[sentence.span.start : figure.span.start]
    high = _HIGH.search(front) or _BEHIND_HIGH.match(behind) or _NOBODY_OVER.search(all_before)
    low = _LOW.search(front) or _BEHIND_LOW.match(behind) or _NOBODY_UNDER.search(all_before)
    if (high is None) is (low is None):
        return None
    if high is not None and re.search(r"\b(?:average|mean|median)\b", high.group()):
        return None  # "the highest average"
    return high is not None


def _of_others(context: Context, figure: Figure) -> bool:
    """Tell whether the words near a figure are of another council, another time, or of what should be."""
    return _ELSEWHERE.search(f"{_front(context, figure)[-60:]} {context.passages.after(figure, 30)}") is not None


def _alike(average: Figure, end: Figure) -> bool:
    """Tell whether two figures may be of one thing by unit and size."""
    bare = (average.unit in _COUNTS) is not (end.unit in _COUNTS) and not {Unit.GBP, Unit.PERCENT} & {
        average.unit,
        end.unit,
    }
    near = average.value / _FAR <= end.value <= average.value * _FAR
    return near and (same_kind(average, end) or bare)


_PEAK = re.compile(
    r"^[^.;\d]{0,50}\b(?:(?:having|had|has|have)? ?peaked (?:at|on)|(?:down|off|fallen|falling|back) from"
    r" (?:a|its|the|their) (?:recent |record |all-time |[a-z]+ )?(?:peak|high) of"
    r"|from (?:a|its|the|their) (?:peak|high) of)\s+£?$"
)
_TROUGH = re.compile(
    r"^[^.;\d]{0,50}\b(?:up|risen|recovered|recovering|rising) from (?:a|its|the|their)"
    r" (?:recent |record |[a-z]+ )?low of\s+£?$"
)


def _peaks(context: Context, sentence: Sentence) -> Iterator[Outcome]:
    """Yield whether a level lies under the peak, or over the low, that it is said to have come from."""
    for level, end in zip(sentence.figures, sentence.figures[1:], strict=False):
        between = context.passages.between(level, end)
        high = _PEAK.search(between) is not None
        if (high or _TROUGH.search(between)) and _usable(level) and _usable(end) and _alike(level, end):
            yield _bounded(level, end, high=high, name="level")


_LARGEST = re.compile(
    r"(?:,|\band\b|\bwith\b|;|^)\s*(?:by far )?the (?:single )?(?:largest|biggest|greatest)"
    r" (?:(?:single )?(?:part|element|share|component|item|amount|of (?:these|them|which)|contribution|pressure"
    r"|variance|overspend)(?: of (?:this|these|them|which|it|the [a-z]+))?(?: being| was| is| at| of|,| \()|being)"
    r"\s*£?$"
)


def _largest_parts(context: Context, sentence: Sentence) -> Iterator[Outcome]:
    """Yield whether the largest part that is named is no more than the whole that stands just before it."""
    for whole, part in zip(sentence.figures, sentence.figures[1:], strict=False):
        between = context.passages.between(whole, part)
        if not _LARGEST.search(between) or _ELSEWHERE.search(between) or not same_kind(whole, part):
            continue
        if whole.unit is Unit.GBP and part.unit is Unit.GBP and part.value <= whole.value * _FAR:
            yield _bounded(part, whole, high=True, name="largest part")


def _bounded(value: Figure, end: Figure, *, high: bool, name: str) -> Outcome:
    """Return whether a value lies under a highest, or over a lowest, one."""
    may = reach(value)
    firm = end.qualifier in _RATHER
    bound = reach(end) if firm else Interval(end.value, end.value)  # "nobody more than 19": the 19 itself is the end
    fits = may.low <= bound.high if high else may.high >= bound.low
    word = "highest" if high else "lowest"
    working: Sequence[Figure | str] = (f"{name} ", value, f", {word} ", end)
    if fits:
        return holds("The value goes with the end that is named.", *working, ", holds")
    return query(
        f"The {name} is {value_words(value.value, value.unit)}, but {value_words(end.value, end.unit)} is named as the "
        f"{word if name != 'largest part' else 'whole'}; worth checking.",
        *working,
    )
