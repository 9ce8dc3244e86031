"""How one value compares with another in words: twice as many, a third fewer, three times the number, half that.

"Admissions fell by a third, from 120 to 80", "131 complaints, twice as many as the 64 of the year before", "48 came to
the first meeting and half that, 24, to the second". A word like these is a round one and is held to no more than its
own roundness. The two values stand beside it: on both sides of a "than" or "as", as "from … to …", or each with its own
time in one sentence that ends in the word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.outcome import Outcome, holds, query
from crossfoot.checks.basis.passages import Sentence
from crossfoot.model import Figure, Nature, Qualifier, Unit
from crossfoot.model.english import NUMBER_NAMED, number_told, numbers_named
from crossfoot.model.wording import number_words

_TIMES = {"twice": 2, "double": 2, "doubled": 2, "treble": 3, "trebled": 3, "tripled": 3, "quadrupled": 4}
_NUMBER = numbers_named(2, 10)
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_HOW = (
    r"(?:(?P<how>nearly|almost|just under|under|close to|not quite|about|around|some|roughly|approximately"
    r"|just over|over"
    r"|well over|more than|at least|exactly|precisely) )?"
)
_FRACTION = rf"(?:(?P<few>an?|one|two|three|four|nine)[ -])?(?P<part>{'|'.join(_PARTS)})s?"
_CHANGED = re.compile(
    rf"\b{_HOW}{_FRACTION} (?:(?P<up>more|higher|greater|larger|longer|dearer|up)"
    r"|(?P<down>fewer|less|lower|smaller|shorter|cheaper|down))\b"
    rf"|\b(?:(?P<rose>rose|risen|rises|grew|grown|increas(?:ed|es)|went up|gone up|up)"
    rf"|(?P<fell>fell|fallen|falls|dropped|declined|decreased|reduced|cut|went down|gone down"
    rf"|down)) by {_HOW.replace('how', 'how2')}"
    rf"{_FRACTION.replace('few', 'few2').replace('part', 'part2')}\b"
    rf"|\b(?:(?P<rise>rise|increase|growth)|(?P<fall>fall|drop|reduction|decrease"
    rf"|decline)) of {_HOW.replace('how', 'how3')}"
    rf"{_FRACTION.replace('few', 'few3').replace('part', 'part3')}\b(?! of)"
)
_TIMES_AS = re.compile(
    rf"\b{_HOW}(?:(?P<word>twice|double|treble)|(?P<number>{_NUMBER}|\d{{1,2}}) times)"
    r" (?:as (?:many|much|high|large|long|big|great)|the (?:number|figure|amount|level|total|rate|cost|sum)"
    r"|that|what|its)\b"
)
_THAT = re.compile(
    rf"\b{_HOW}(?:(?P<word>twice|double|treble)|(?P<number>{_NUMBER}) times|{_FRACTION}(?: of)?) that"
    r"(?: number| figure| amount| sum| level| many)?\s*[,:(–—-]\s*£?$"
)
_HAS_WORD = re.compile(r"\b(?:twice|double|treble|times|half|third|quarter|fifth|sixth|eighth|tenth)s?\b")
_THAN = re.compile(
    r"^(?: [a-z’'-]+){0,3}? (?:than|as|on|of|that of|compared with|from)\b[^.;:]{0,45}$|^ (?:in|of|for|at"
    r"|on) [^.;:(]{0,30}\($"
)
_FROM_TO = re.compile(r"\bfrom\b[^.;:\d]{0,25}$")
_TO = re.compile(r"^[^.;:]{0,40}\bto\b[^.;:\d]{0,20}$")
_CLOSES = re.compile(
    r"^\s*(?:[.;,)]|$|(?:as )?(?:before|then|previously)\b|(?:as |than )?(?:in )?(?:the )?(?:year|quarter"
    r"|month) before)"
)
_OTHERS = re.compile(
    r"\b(?:of (?:whom|which|these|those|them)|per|target|average|national\w*|england|each|budget|likely|would"
    r"|could|will"
    r"|every|rate of)\b"
)
_COUNTED = frozenset({Unit.COUNT, Unit.FTE, Unit.GBP, Unit.PERCENT, Unit.DAYS, Unit.WEEKS, None})
_LEAST = 10
"""Of smaller numbers a word is seldom near anything."""
_UNDER = frozenset({"nearly", "almost", "just under", "under", "close to", "not quite"})
_OVER = frozenset({"just over", "over", "well over", "more than", "at least"})
_HALF_WAY = Decimal("0.5")


def told_multiples(context: Context) -> Iterator[Outcome]:
    """Yield whether two values compare as a multiple or a fraction that is told of them in words."""
    for sentence in context.passages.sentences:
        if not sentence.figures or not _HAS_WORD.search(sentence.low):
            continue
        if context.passages.paragraphs[sentence.paragraph].is_row:
            continue
        if "that" in sentence.low:
            yield from _half_of_that(context, sentence)
        if not _TWO <= len(sentence.figures) <= _MOST or _OTHERS.search(sentence.low):
            continue
        for said in (*_CHANGED.finditer(sentence.low), *_TIMES_AS.finditer(sentence.low)):
            pair = _pair(context, sentence, said)
            if pair is not None:
                yield _said(*pair, said)


def _plain(figure: Figure) -> bool:
    exact = figure.qualifier in {Qualifier.NONE, Qualifier.APPROX} and figure.nature is not Nature.TARGET
    return exact and figure.unit in _COUNTED and figure.value >= _LEAST * figure.step and figure.value > 0


def _pair(context: Context, sentence: Sentence, said: re.Match[str]) -> tuple[Figure, Figure] | None:
    """Return the two values that a word compares, where the sentence sets them against each other and has no others."""
    start = sentence.span.start
    others = [f for f in sentence.figures if not start + said.start() <= f.span.start < start + said.end()]
    values = [f for f in others if _plain(f)]
    if len(values) != _TWO or len(others) != _TWO or not same_kind(*values):
        return None
    first, second = values
    low = context.passages.low
    behind = low[start + said.end() : sentence.span.end]
    if first.span.end <= start + said.start() and start + said.end() <= second.span.start:
        between = low[start + said.end() : second.span.start].rstrip(" £")
        return (first, second) if _THAN.match(between) else None
    ranged = _FROM_TO.search(context.passages.before(first, 40)) and _TO.match(context.passages.between(first, second))
    if ranged:
        return first, second
    apart = first.period is not None and second.period is not None and first.period != second.period
    dated = apart and context.dates_itself(first) and context.dates_itself(second)
    ended = second.span.end <= start + said.start() and _CLOSES.match(behind) is not None
    near = start + said.start() - second.span.end <= _NEAR
    return (first, second) if dated and ended and near else None


_TWO, _MOST, _NEAR = 2, 4, 40


def _half_of_that(context: Context, sentence: Sentence) -> Iterator[Outcome]:
    """Yield whether "half that, 24" is half of the number told before it."""
    low, start = context.passages.low, sentence.span.start
    for at, figure in enumerate(sentence.figures):
        said = _THAT.search(low[start : figure.span.start])
        if said is None or not _plain(figure):
            continue
        earlier = [f for f in sentence.figures[:at] if f.span.start < start + said.start() and f.unit is not Unit.RATIO]
        before = context.passages.previous(sentence)
        if not earlier and before is not None and before.paragraph == sentence.paragraph:
            earlier = list(before.figures)
        if len(earlier) == 1 and _plain(earlier[0]) and same_kind(earlier[0], figure):
            yield _outcome(figure, earlier[0], _factor(said), said)


def _group(said: re.Match[str], name: str) -> str | None:
    """Return what one of the ways to tell a change says, whichever it is."""
    names = said.re.groupindex
    return next((said[each] for each in (name, f"{name}2", f"{name}3") if each in names and said[each]), None)


def _fraction(said: re.Match[str]) -> Decimal | None:
    part, few = _group(said, "part"), _group(said, "few")
    if part is None:
        return None
    count = 1 if few in {None, "a", "an"} else NUMBER_NAMED[few or "one"]
    return Decimal(count) / _PARTS[part]


def _factor(said: re.Match[str]) -> Decimal:
    """Return how many times another value one is, by the words."""
    word, number = _group(said, "word"), _group(said, "number")
    if word is not None:
        return Decimal(_TIMES[word])
    if number is not None:
        return Decimal(number_told(number))
    return _fraction(said) or Decimal(1)


def _said(first: Figure, second: Figure, said: re.Match[str]) -> Outcome:
    """Return whether two values compare as the words say, whichever of them came first."""
    small, large = sorted((first, second), key=lambda f: f.value)
    names = said.re.groupindex
    part = _fraction(said)
    if part is None:
        return _outcome(large, small, _factor(said), said)
    down = any(said[each] for each in ("down", "fell", "fall") if each in names)
    return _outcome(*((small, large, 1 - part) if down else (large, small, 1 + part)), said)


def _outcome(one: Figure, other: Figure, factor: Decimal, said: re.Match[str]) -> Outcome:
    """Return whether one value is about so many times the other; the change itself, where the words tell one."""
    ratio, words = one.value / other.value, said.group()
    change = abs(factor - 1) if _group(said, "part") and "that" not in words else factor
    printed = abs(ratio - 1) if change != factor else ratio
    how = _group(said, "how")
    least, most = Decimal("0.86"), Decimal("1.16")
    if how in _UNDER:
        least, most = Decimal("0.78"), Decimal("1.03")
    elif how in _OVER:
        least, most = Decimal("0.97"), 1 + _HALF_WAY
    shown = number_words(printed.quantize(Decimal("0.01")))
    working: tuple[Figure | str, ...] = (
        one,
        " ÷ ",
        other,
        f" = {number_words(ratio.quantize(Decimal('0.01')))}, “{words}”",
    )
    if change * least <= printed <= change * most:
        return holds("The two values compare as they are said to.", *working, " holds", words=words)
    return query(f"The two values make {shown}, but “{words}” is printed; worth checking.", *working, words=words)
