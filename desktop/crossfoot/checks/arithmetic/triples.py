"""Three figures that stand alone together and whose relation is broken by one slip of typing.

The rules for shares, points and changes read the words first. What they leave is read here by the values: a part, its
whole and a percentage; an opening, a change and a closing. Only a slip in a figure of three digits is asked about,
because three figures that miss a relation by one digit were meant to have it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.interval import reach
from crossfoot.checks.basis.passages import Sentence
from crossfoot.checks.basis.slips import is_slip
from crossfoot.model import Figure, Nature, Qualifier, Span, Unit
from crossfoot.model.english import NUMBER_NAMED, numbers_named

_HUNDRED = 100
_TELLING = 100
_COUNTED = frozenset({Unit.COUNT, Unit.FTE, None})
_SHARED = re.compile(
    r"\b(?:of|out of|from)\b|\brate\b|\bper cent\b|%|\bproportion\b|\bshare\b|\bequivalent\b|\brepresent\w*\b"
    r"|\(|\bor\b"
)
_OTHER_BASE = re.compile(
    r"\b(?:target|national\w*|england|compar\w+|last year|previous\w*|increas\w+|decreas\w+|declin\w+|rose|fell"
    r"|reduc\w+|up|down|than)\b"
)
_OF_THOSE = re.compile(r"\s*(?:%|per cent)? of (?:those|these|them|which|whom)\b")
_MOVED = re.compile(
    r"\b(?:contribut\w+|addition\w*|add(?:ed|ing)|topp?(?:ed)?[- ]up|withdraw\w+|drawn?|drawdown|transfer\w*"
    r"|increas\w+"
    r"|reduc\w+|rose|risen|fell|fallen|grew|grown|net|further|uplift\w*|cut|lost|gain\w*|bring\w*|brought"
    r"|taking|took|used?"
    r"|joined|left|after|plus|minus|less|more|fewer|by)\b"
)
_LEVELS = re.compile(
    r"\b(?:from|to|opening|closing|balance|stood|was|were|now|had been|to give|leaving|brought|taking"
    r"|at (?:the )?(?:start|end|1"
    r"|3[01]))\b"
)
_BUDGETS = re.compile(
    r"\b(?:budget|outturn|variance|over|under|overspen[dt]|underspen[dt]|forecast|against|compared"
    r"|of (?:which|these|it))\b"
)


def shares(context: Context, settled: set[str]) -> Iterator[tuple[Figure, Figure, Figure]]:
    """Yield part, whole and percentage of sentences that hold these three alone and miss the relation by a slip."""
    for sentence in context.passages.sentences:
        if context.passages.paragraphs[sentence.paragraph].is_row or len(sentence.figures) != 3:
            continue
        percents = [f for f in sentence.figures if f.unit is Unit.PERCENT and f.qualifier is Qualifier.NONE]
        counts = [f for f in sentence.figures if f.unit in _COUNTED]
        if len(percents) != 1 or len(counts) != 2 or not same_kind(*counts):
            continue
        if any(f.id in settled for f in sentence.figures) or not _SHARED.search(sentence.low):
            continue
        part, whole = sorted(counts, key=lambda f: f.value)
        percent = percents[0]
        # "31% of those, 26 in number, were reduced": what is said of them behind is of no other base
        tied = _OF_THOSE.match(context.passages.after(percent, 24)) is not None
        told = sentence.low[: sentence.figures[-1].span.end - sentence.span.start] if tied else sentence.low
        if _OTHER_BASE.search(told):
            continue
        if part.value <= 0 or whole.value <= 0 or percent.value <= 0 or percent.value > _HUNDRED:
            continue
        value = part.value / whole.value * _HUNDRED
        meant = (
            (percent, value),
            (part, whole.value * percent.value / _HUNDRED),
            (whole, part.value * _HUNDRED / percent.value),
        )
        fits = reach(percent).low <= value <= reach(percent).high
        if fits or any(is_slip(f, due) for f, due in meant if f.value >= f.step * _TELLING) or _near(percent, value):
            yield part, whole, percent


def _near(percent: Figure, value: Decimal) -> bool:
    """Tell whether a percentage of two digits is one slip off a share that comes out even."""
    return is_slip(percent, value) and abs(value - value.quantize(percent.step or Decimal(1))) < Decimal("0.005")


def changes(context: Context, settled: set[str]) -> Iterator[tuple[Figure, Figure, Figure, Decimal]]:
    """Yield opening, change, closing, and the closing that was due, of passages that hold these three alone.

    One or two sentences of a paragraph hold three figures of one unit, words speak of a movement, and one slip is all
    that keeps the first and the last from being apart by the third.
    """
    for sentence in context.passages.sentences:
        if context.passages.paragraphs[sentence.paragraph].is_row or not sentence.figures:
            continue
        before = context.passages.previous(sentence)
        wider = [before, sentence] if before is not None and before.paragraph == sentence.paragraph else []
        for places in ([sentence], wider):
            found = _change(places, settled)
            if found is not None:
                yield found
                break


_BOUND_OF_TIME = re.compile(
    r"\b(?:more|less|fewer|longer|further|up to) (?:than )?(?:[a-z]+|\d+) "
    r"(?:years?|months?|weeks?|days?|hours?|miles?)\b"
)
"""A bound is no change: "22 had been there more than two years"."""
_IN_A_ROW = re.compile(r"# (?P<word>from|for|in|at|to|by) [^.;#]{2,40}, # (?P=word) [^.;#]{2,40} and # (?P=word) ")
"""Figures that are told alike are parts or peers: "£120,000 from vacancies, £85,000 from transport and …"."""


def _change(places: Sequence[Sentence], settled: set[str]) -> tuple[Figure, Figure, Figure, Decimal] | None:
    """Return what a passage holds of an opening, a change and a closing, missed by a slip."""
    figures = [f for place in places for f in place.figures]
    words = _BOUND_OF_TIME.sub(" ", " ".join(place.low for place in places))
    counted = all(f.unit in _COUNTED for f in figures) or {f.unit for f in figures} == {Unit.GBP}
    plain = all(f.qualifier is Qualifier.NONE and f.nature is not Nature.BENCHMARK for f in figures)
    if len(figures) != 3 or not counted or not plain or any(f.id in settled for f in figures):
        return None
    in_a_row = _IN_A_ROW.search(re.sub(r"£?\d[\d,.]*\d", "#", words))
    if not _MOVED.search(words) or not _LEVELS.search(words) or _BUDGETS.search(words) or in_a_row:
        return None
    small, *large = sorted(figures, key=lambda f: f.value)
    if any(f.value < f.step * _TELLING for f in large) or len({f.step for f in figures}) > 1:
        return None
    opening, closing = sorted(large, key=lambda f: f.span.start)
    sign = 1 if closing.value >= opening.value else -1
    if abs(closing.value - opening.value) == small.value or _since_before(places, opening, small, closing):
        return None
    due = opening.value + sign * small.value
    meant = (
        (closing, due),
        (opening, closing.value - sign * small.value),
        (small, abs(closing.value - opening.value)),
    )
    if any(is_slip(f, value) for f, value in meant if f.value >= f.step * _TELLING):
        return opening, small, closing, due
    return None


_MORE_THAN_THEN = re.compile(
    r"\s*(?:[a-z]+ ){0,2}?(?:more|fewer|less|higher|lower|up|down) (?:than|on|from) [a-z ,]{0,30}?"
    r"\b(?:before|earlier|previous\w*|ago|last)\b"
)


def _since_before(places: Sequence[Sentence], level: Figure, change: Figure, other: Figure) -> bool:
    """Tell whether a change leads to the level in front of it from a time before, of which the other is not.

    "On 31 March 186, 44 more than a year before. By June it was 203": what there was a year before is not printed.
    """
    home = next((s for s in places if change in s.figures), None)
    if home is None or not level.span.end <= change.span.start < other.span.start:
        return False
    told = _MORE_THAN_THEN.match(home.low, change.span.end - home.span.start) is not None
    later = level.period is None or other.period is None or other.period.end >= level.period.end
    return told and later and other not in home.figures


_REST = re.compile(r"\b(?:(?:the )?(?:remaining|rest|remainder|balance)|the others?|(?<!of )others)\b[^.;%\d]{0,40}$")
_SEVERAL = re.compile(r"\b(?:more than one|several|also|both|multiple|overlap|of these|of whom|of which)\b")


_BOTH_LAST = re.compile(
    r"(?<=[%t,] )(?:did|had|used|took|chose) both\b[^.;,%]{0,30}$|(?<=[%t,] )(?:did|had|used|took|chose) both\.\s*$"
)
"""The last of the answers, which is told as the rest of them, may itself be "both"."""


def remainders(context: Context) -> Iterator[tuple[Figure, ...]]:
    """Yield the percentages of sentences in which the last is said to be the rest: they fill the whole."""
    for sentence in context.passages.sentences:
        percents = [f for f in sentence.figures if f.unit is Unit.PERCENT]
        if (
            len(percents) < 2
            or _SEVERAL.search(_BOTH_LAST.sub("", sentence.low))
            or any(f.unit is Unit.PERCENTAGE_POINTS for f in sentence.figures)
        ):
            continue
        at = sentence.figures.index(percents[-1])
        start = sentence.figures[at - 1].span.end
        front = context.passages.low[start : percents[-1].span.start]
        total = sum((p.value for p in percents), Decimal(0))
        if _REST.search(front) and 60 <= total <= 140 and all(0 < p.value < _HUNDRED for p in percents):
            yield tuple(percents)


_POINTS = re.compile(
    rf"\b(?P<number>\d+(?:\.\d+)?|{numbers_named(1, 12)})(?:-| )(?:percentage(?:-| ))?points?\b(?! (?:plan|scale"
    rf"|of|to))"
)
_APART = re.compile(
    r"\b(?:gap|difference|apart|higher|lower|above|below|up|down|increase\w*|fall\w*|rise|drop\w*|reduc\w+"
    r"|improve\w*|better|worse|ahead|behind|fell|rose|slipped|dipped|gained|lost)\b"
)


def points(context: Context, settled: set[str]) -> Iterator[tuple[Figure, Figure, Decimal, str, Span]]:
    """Yield two percentages and the number of points, a word as a rule, of sentences that hold these alone.

    The points come as their number, in words, and by their place.
    """
    for sentence in context.passages.sentences:
        percents = [f for f in sentence.figures if f.unit is Unit.PERCENT]
        told = list(_POINTS.finditer(sentence.low))
        before = context.passages.previous(sentence)
        if told and not percents and before is not None and before.paragraph == sentence.paragraph:
            # The two percentages may stand in one sentence and the gap between them in the next.
            percents = [f for f in before.figures if f.unit is Unit.PERCENT]
        elif told and len(percents) == 1 and before is not None and before.paragraph == sentence.paragraph:
            percents = [*(f for f in before.figures if f.unit is Unit.PERCENT), *percents]
        if len(percents) != 2 or len(told) != 1 or not _APART.search(sentence.low) or len(sentence.figures) > 3:
            continue
        if any(f.id in settled for f in percents):
            continue
        words = told[0]["number"]
        number = Decimal(NUMBER_NAMED.get(words, words))
        at = sentence.span.start
        yield percents[0], percents[1], number, told[0].group(), Span(at + told[0].start(), at + told[0].end())
