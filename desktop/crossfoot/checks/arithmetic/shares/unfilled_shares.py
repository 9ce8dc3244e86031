"""Shares of what is not used: surplus places, vacant posts, all but a few.

"1,420 pupils for 1,700 places, i.e. 16% of the places were surplus", "130 posts, 110 filled, a vacancy rate of 15.4%",
"all but four of these 79 were in time (94.9%)". The whole and what is used of it stand before the percentage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from crossfoot.checks.basis.bases import BASES, of_the_same_time
from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.cues import COMPARISON
from crossfoot.checks.basis.interval import reach, rounded_like
from crossfoot.checks.basis.outcome import Outcome, holds, query
from crossfoot.checks.basis.passages import Sentence
from crossfoot.checks.basis.slips import is_slip
from crossfoot.model import Figure, Nature, Qualifier, Unit
from crossfoot.model.wording import number_words, value_words

_UNFILLED = re.compile(r"\b(?:surplus|vacant|vacanc\w+|unfilled|empty|unoccupied|spare|unused|unsold|unlet|void)\b")
_LATER = re.compile(r"\b(?:would|will|could|might|should|expected|forecast|target|aim\w*|national\w*|average)\b")
_COUNTED = frozenset({Unit.COUNT, Unit.FTE, None})
_LEAST, _BACK, _TWO = 20, 2, 2
_ALL_BUT = re.compile(r"\b(?:all|every one|everyone) (?:but|except|bar) (?:the )?$")
_OF_THE = re.compile(r"^ of the (?P<noun>[a-z]{4,})")
_IN_BRACKETS = re.compile(r"^[^.;()%£]{0,140}\(\s*$")


def unfilled_shares(context: Context, settled: frozenset[str]) -> Iterator[Outcome]:
    """Yield whether shares of what is not used, or of all but a few, go with the counts before them."""
    for sentence in context.passages.sentences:
        if context.passages.paragraphs[sentence.paragraph].is_row:
            continue
        for place, percent in enumerate(sentence.figures):
            if percent.unit is not Unit.PERCENT or percent.id in settled or not 0 < percent.value < 100:
                continue
            yield from _all_but(context, sentence, place)
            yield from _unfilled(context, sentence, percent)


def _unfilled(context: Context, sentence: Sentence, percent: Figure) -> Iterator[Outcome]:
    """Yield whether a percentage called surplus or vacant is what is left of the two counts told before it."""
    beside = context.passages.before(percent, 50) + re.split(r"[.;,]", context.passages.after(percent, 50))[0]
    ahead = percent.nature not in {Nature.ACTUAL, None} or _LATER.search(context.passages.before(percent, 40))
    if ahead or not _UNFILLED.search(beside) or COMPARISON.search(context.passages.before(percent, 16)):
        return
    counts = [f for f in _before(context, sentence, percent) if _plain(f)]
    pairs = [(w, f) for w in counts for f in counts if w is not f and same_kind(w, f) and w.value > f.value]
    good = [pair for pair in pairs if _agrees(*pair, percent)]
    missed = [pair for pair in pairs if is_slip(percent, _left(*pair))]
    if good:
        yield _said(*good[-1], percent)
    elif len(counts) == _TWO and missed:
        yield _said(*missed[0], percent)


def _before(context: Context, sentence: Sentence, percent: Figure) -> Sequence[Figure]:
    """Return the figures of a sentence before a percentage, and those of the sentences before where it has too few."""
    found = [f for f in sentence.figures if f.span.end <= percent.span.start]
    for index in range(sentence.index - 1, max(-1, sentence.index - 1 - _BACK), -1):
        other = context.passages.sentences[index]
        if other.paragraph != sentence.paragraph or len([f for f in found if _plain(f)]) >= _TWO:
            break
        found = [*other.figures, *found]
    return found


def _all_but(context: Context, sentence: Sentence, place: int) -> Iterator[Outcome]:
    """Yield whether "all but four of these (94.9%)" goes with how many these are."""
    percent = sentence.figures[place]
    if not place or not is_all_but(context, sentence.figures[place - 1]):
        return
    few = sentence.figures[place - 1]
    if not _IN_BRACKETS.match(context.passages.between(few, percent)):
        return
    base = of_the_same_time(context, BASES.get(percent.indicator or "", ""), percent)
    before = context.passages.previous(sentence)
    near = before.figures if before is not None and before.paragraph == sentence.paragraph else ()
    named = _OF_THE.match(context.passages.after(few, 40))
    if named is not None:
        near = tuple(
            f for f in near if named["noun"][:5] in context.passages.before(f, 40) + context.passages.after(f, 40)
        )
    wholes = [f for f in (*near, *base) if _plain(f) and f.value > few.value]
    for whole in (*(w for w in wholes if _agrees(w, few, percent)), *wholes[-1:]):
        if _agrees(whole, few, percent) or is_slip(percent, _left(whole, few)):
            yield _said(whole, few, percent)
            return


def is_all_but(context: Context, figure: Figure) -> bool:
    """Tell whether a count is of those that are left out: "all but four of them" are the others."""
    return _ALL_BUT.search(context.passages.before(figure, 24)) is not None


def _plain(figure: Figure) -> bool:
    """Tell whether a figure is a count of its own time."""
    told = figure.qualifier in {Qualifier.NONE, Qualifier.APPROX} and figure.nature in {Nature.ACTUAL, None}
    return told and figure.unit in _COUNTED and figure.value >= _LEAST


def _left(whole: Figure, used: Figure) -> Decimal:
    return (whole.value - used.value) / whole.value * 100


def _agrees(whole: Figure, used: Figure, percent: Figure) -> bool:
    return ((reach(whole) - reach(used)) / reach(whole)).times(100).meets(reach(percent))


def _said(whole: Figure, used: Figure, percent: Figure) -> Outcome:
    """Return whether the percentage is what the used part leaves of the whole."""
    shown = number_words(rounded_like(_left(whole, used), percent))
    printed = value_words(percent.value, percent.unit)
    working: tuple[Figure | str, ...] = ("(", whole, " − ", used, ") ÷ ", whole, " = ")
    if _agrees(whole, used, percent):
        return holds(f"What is left is {printed} of the whole.", *working, percent, " holds")
    return query(
        f"{number_words(whole.value)} less {number_words(used.value)} leaves {shown}% of the whole, but {printed} is "
        "printed; worth checking.",
        *working,
        f"{shown}%, ",
        percent,
        " is printed",
    )
