"""Shares whose count and whole stand sentences away, weighed by the words against how many pairs might be meant.

A percentage that nothing nearer explains is set against every pair of counts told about it: in its sentence, in those
before it in the paragraph, in the list that it is an item of. One that agrees explains it. Where none does, a pair that
a slip of typing keeps from agreeing is worth a look if chance would hardly bring it: how seldom a slip is so near, how
close the pair is told and how the words tie it to the percentage, less what it costs that many pairs were tried.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from math import log2

from crossfoot.checks.arithmetic.shares.share_tables import fits, is_count, printed_share
from crossfoot.checks.arithmetic.wholes.partitions import stands_apart
from crossfoot.checks.basis.bases import BASES
from crossfoot.checks.basis.chance import surprise, surprise_within
from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.interval import reach
from crossfoot.checks.basis.passages import Sentence
from crossfoot.checks.basis.same_thing import told
from crossfoot.model import Figure, Nature, Qualifier, Unit

Share = tuple[Figure, Figure, Figure]

_SIGN = r"\s*(?:%|per ?cent|percent)?"
_MOVED_BEHIND = re.compile(
    rf"^{_SIGN},?\s*(?:-|percentage )?(?:points?|increase|decrease|rise|fall|growth|reduction|more|fewer|less|higher"
    r"|lower|up|down|above|below|over|under|uplift|discount|cut|better|worse|drop|for a|to|on|in [a-z]+ \d{4}"
    r"|(?:in|at|for|over) (?:the )?(?:previous|year before|same|last)|last year|a year|the year before|nationally"
    r"|elsewhere)\b"
)
_MOVED_FRONT = re.compile(
    r"\b(?:by|up|down|rose|risen|fell|fallen|rise|fall|growth|grew|grown|increase\w*|decrease\w*|reduc\w+|cut|drop\w*"
    r"|target\w*|aim\w*|from|than|against|compar\w+|national\w*|england|wales|region\w*|neighbours?|averag\w*|at least"
    r"|more|inflation|interest|discount|between|and|to|london|county councils?|last year|previous\w*|earlier"
    r"|(?:19|20)\d\d)[^\d£.;]{0,24}£?$"
)
_LINK = re.compile(
    r"(?:\(|,? ?\bor\b|,? ?\bi\.e\.|\bthat is\b|\bthus\b|\btherefore\b|\bso\b|\bwhich (?:is|was|makes|gives?|gave)\b"
    r"|\bgiving\b|\bmaking\b|\bequivalent\b|\bequal\b|\brepresent\w*|\bequat\w+|[–—-]|=|→|:|\b(?:rate|share|proportion|percentage)\b"
    r"|\bsome\b|\bjust (?:under|over)\b|\baccordingly\b|\bworks? out\b|\bindicator\b|\bperformance\b|\boccupancy\b"
    r"|\bexpressed as\b|\bmeans?\b|\bcomes? to\b|\bamounts? to\b)[^.;%\d]{0,40}$"
)
_PROPORTION = re.compile(r"\b(?:rate|share|proportion|percentage|take-?up|conversion|success|turnover)\b")
_OF_WHOLE = re.compile(r"\b(?:out )?of (?:the |these |those |our |all |its |a total of )*$")
_OF_BEHIND = re.compile(r"^\s*(?:[a-z]+ ){0,2}?(?:out )?of (?:the|these|those|them|which|whom|our|all|its|last|this)\b")
_TIED_BEHIND = re.compile(rf"^{_SIGN}[^.;:]{{0,40}}(?:\(|,? or |,? i\.e\. |:|, that is)\s*£?$")
_THEN = re.compile(
    r"\b(?:last (?:year|january|february|march|april|may|june|july|august|september|october|november|december|time"
    r"|quarter|month)|(?:a year|months) (?:ago|before|earlier)|year before|previous\w*|earlier|ago)\b[^.;%\d]{0,30}$"
)
"""Words that make a percentage one of another time than the counts before it: "last July it had been 91%"."""
_FIRM = frozenset({Qualifier.NONE, Qualifier.APPROX, Qualifier.UNDER, Qualifier.OVER})
_BOUNDS = frozenset({Qualifier.UNDER, Qualifier.OVER})
_AIMS = frozenset({Nature.CHANGE, Nature.BENCHMARK, Nature.TARGET})
_BACK = 4
_ENOUGH = 7.5
_LARGEST_POOL = 14
_COUNTED_TWICE = 5.0
"""What it costs to ask of a part and of its whole as well whether they were mistyped."""
_ALONE = 3.0
"""What it tells that a paragraph has a percentage and two counts, and nothing else that any could belong to."""
_TELLING = 20


def weighed_shares(context: Context, settled: frozenset[str]) -> Iterator[Share]:
    """Yield part, whole and percentage of shares that only the record about them explains, those asked about alone."""
    for sentence in context.passages.sentences:
        if not any(f.unit is Unit.PERCENT for f in sentence.figures):
            continue
        if context.passages.paragraphs[sentence.paragraph].is_row:
            continue
        for place, percent in enumerate(sentence.figures):
            if percent.id not in settled and _is_share(context, sentence, place):
                found = _settled(context, sentence, place)
                if found is not None:
                    yield found


def _is_share(context: Context, sentence: Sentence, place: int) -> bool:
    """Tell whether a figure is a percentage that can be a share: no aim, no change and no comparison."""
    percent = sentence.figures[place]
    if percent.unit is not Unit.PERCENT or not 0 < percent.value < 100 or percent.nature in _AIMS:
        return False
    start = sentence.figures[place - 1].span.end if place else sentence.span.start
    front = context.passages.low[max(start, percent.span.start - 60) : percent.span.start]
    behind = context.passages.after(percent, 30)
    if (
        _THEN.search(front)
        or _MOVED_BEHIND.match(behind)
        or (_MOVED_FRONT.search(front) and not _LINK.search(front[-14:]))
    ):
        return False
    return percent.qualifier in _FIRM and not front.rstrip().endswith(("target", "england", "national"))


def _settled(context: Context, sentence: Sentence, place: int) -> Share | None:
    """Return the share that a slip keeps from agreeing, where none agrees and chance would hardly bring it."""
    percent = sentence.figures[place]
    pool = _pool(context, sentence)
    if not 2 <= len(pool) <= _LARGEST_POOL:
        return None
    pairs = [(a, b) for a in pool for b in pool if a is not b and same_kind(a, b) and 0 < a.value < b.value]
    others = [
        f
        for f in context.passages.paragraphs[sentence.paragraph].figures
        if f.unit is Unit.PERCENT and f is not percent and f.value > 0
    ]
    pairs = [pair for pair in pairs if not any(fits(*pair, other) for other in others)]
    if not pairs:
        return None
    tried = log2(len(pairs))
    alone = 0.0
    if len(pool) == 2 and not others and all(f.span.end <= percent.span.start for f in pool):
        alone = _ALONE * (_LINK.search(_front(context, sentence, place)) is not None)
    best: tuple[float, Share] | None = None
    for part, whole in pairs:
        near = _surprise(part, whole, percent)
        if near and whole.value >= _TELLING * whole.step:
            sure = near + _weight(context, sentence, place, part, whole) - tried + alone
            if best is None or sure > best[0]:
                best = sure, (part, whole, percent)
    if best is None or best[0] < _ENOUGH or any(_explains(a, b, percent) for a, b in pairs):
        return None
    return None if _is_of_another_time(context, best[1]) else best[1]


def _is_of_another_time(context: Context, share: Share) -> bool:
    """Tell whether the percentage is the part's share of its whole's count of another time, told further off.

    "Contacts were 113 up on the 1,702 of last year, referrals fell to 552, so that 30.4% became one": of the 1,815 in
    the table above.
    """
    part, whole, percent = share
    return percent.step < 1 and any(
        fits(part, other, percent) and other.value > part.value
        for other in context.by_indicator.get(whole.indicator or "", ())
        if other is not whole and same_kind(other, whole) and not context.is_subset(other)
    )


def _explains(part: Figure, whole: Figure, percent: Figure) -> bool:
    """Tell whether a percentage is a pair's share, or what the one is more or less than the other."""
    if percent.qualifier in _BOUNDS:  # "just under 29%" is 28.6%, and not any share below it
        percent = replace(percent, qualifier=Qualifier.NONE, step=percent.step * 2)
    if fits(part, whole, percent):
        return True
    apart = whole.value - part.value
    slack = percent.step
    bases = (part.value, whole.value, part.value + whole.value)
    return any(abs(value / base * 100 - percent.value) <= slack for base in bases for value in (apart, part.value))


def _surprise(part: Figure, whole: Figure, percent: Figure) -> float:
    """Return how seldom chance brings the three so near a share, by a slip in the percentage or in the part."""
    share = printed_share(part, whole)
    first = surprise(percent, share)
    if percent.step >= 1 and abs(share - share.quantize(Decimal(1))) > Decimal("0.45"):
        first = max(first, surprise(percent, share + Decimal("0.1")), surprise(percent, share - Decimal("0.1")))
    if first or percent.qualifier is not Qualifier.NONE:
        return first
    told_as = reach(percent)  # the percentage is right, and the part or its whole was mistyped
    low, high = told_as.low / 100, told_as.high / 100
    other = surprise_within(part, whole.value * low, whole.value * high)
    if low > 0:
        other = max(other, surprise_within(whole, part.value / high, part.value / low))
    return max(0.0, other - _COUNTED_TWICE)


def _pool(context: Context, sentence: Sentence) -> list[Figure]:
    """Return the plain counts told about a percentage: in its sentence, and in those before it that belong to it."""
    every, paragraphs = context.passages.sentences, context.passages.paragraphs
    own = paragraphs[sentence.paragraph]
    found = [f for f in sentence.figures if _plain(f)]
    for index in range(sentence.index - 1, max(-1, sentence.index - 1 - _BACK), -1):
        other = paragraphs[every[index].paragraph]
        if other is not own and (other.is_row or other.index < own.index - _BACK or own.kind == "text"):
            break
        found = [f for f in every[index].figures if _plain(f)] + found
        if other is not own and other.kind == "text":
            break
    return found


def _plain(figure: Figure) -> bool:
    """Tell whether a figure is a count or an amount that may be a part or its whole."""
    told_firmly = figure.qualifier in {Qualifier.NONE, Qualifier.APPROX} and figure.value > 0
    return told_firmly and is_count(figure) and figure.nature is not Nature.BENCHMARK


def _weight(context: Context, sentence: Sentence, place: int, part: Figure, whole: Figure) -> float:
    """Return what the words say for a pair as part and whole of a percentage, in bits."""
    passages, percent = context.passages, sentence.figures[place]
    figures = sentence.figures
    weight = 0.0
    beside = [f for f in figures[max(0, place - 1) : place + 2] if f is not percent]
    front = _front(context, sentence, place)
    linked = _LINK.search(front) is not None
    if part in beside:
        weight += 2.0
        weight += 3.0 * (linked and place > 0 and part is figures[place - 1])
    elif linked and not beside_counts(beside, part) and _PROPORTION.search(front):
        weight += 2.0
    for figure in (part, whole):
        home = passages.sentence_of(figure)
        back = sentence.index - home.index if home is not None else _BACK
        weight += (2.0, 1.0)[back] if 0 <= back <= 1 else -1.0
        weight -= 2.0 * (home is None or home.paragraph != sentence.paragraph)
    weight += 2.0 * (_OF_WHOLE.search(passages.before(whole, 30)) is not None)
    weight += 2.0 * (_OF_BEHIND.match(passages.after(part, 40)) is not None)
    first, second, share = told(context, part), told(context, whole), told(context, percent)
    weight += min(2, len(share.beside & (first.beside | second.beside)))
    weight += min(1, len(first.words & second.words))
    base = BASES.get(percent.indicator or "")
    weight += 3.0 * (base is not None and whole.indicator == base)
    apart = stands_apart(context, whole) + stands_apart(context, part)
    behind = part.span.start >= percent.span.end
    tied = behind and _TIED_BEHIND.match(passages.between(percent, part)) is not None
    return weight - 3.0 * apart - 3.0 * (behind and not tied)


def _front(context: Context, sentence: Sentence, place: int) -> str:
    """Return the words in front of a percentage, back to the figure before it."""
    start = sentence.figures[place - 1].span.end if place else sentence.span.start
    return context.passages.low[start : sentence.figures[place].span.start][-60:]


def beside_counts(beside: Sequence[Figure], part: Figure) -> bool:
    """Tell whether another count of the part's kind stands beside a percentage, which is then likely its own."""
    return any(same_kind(f, part) for f in beside)
