"""A word for a way and its values told apart: in clauses or sentences of their own, in front of it or behind it.

"The register has shortened since the spring. In April it held 2,310; at the end of September there were 2,148." "A year
ago there were sixty-two. Fifty-four remain, a smaller pool." "91% were decided in time against 84% twelve months
earlier, which Members welcomed." The values are those of up to three sentences; which came first is told by the words
beside each (:mod:`crossfoot.checks.wording.time_marks`), and what is better by what is measured.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.cues import Way
from crossfoot.checks.basis.passages import Sentence
from crossfoot.checks.basis.same_thing import telling
from crossfoot.checks.basis.ways import the_way, way_words, ways
from crossfoot.checks.wording.better import better_way
from crossfoot.checks.wording.time_marks import in_order
from crossfoot.checks.wording.trends import Claim, Step
from crossfoot.model import Figure, Nature, Qualifier, Unit

_JUDGED = re.compile(
    r"\b(?P<better>(?:an?|the|this|that|further|marked|real|clear|welcome) improvement|improv(?:ed|ing)|better|stronger"
    r"|with (?:satisfaction|pleasure)|(?:were|was) (?:pleased|encouraged|glad|heartened)|welcomed"
    r"|in the right direction|encouraging|heartening|gratifying"
    r"|quicker|faster|more (?:quickly|promptly|speedily)|sooner)\b"
    r"|\b(?P<worse>(?:an?|the|this|that|further|marked|clear) (?:deterioration|worsening|setback)|deteriorat(?:ed|ing)"
    r"|worsen(?:ed|ing)|worse|poorer|weaker|with (?:regret|concern|disappointment|dismay)"
    r"|in the wrong direction|discouraging|disappointing|regrettable"
    r"|(?:were|was) (?:disappointed|concerned|dismayed|sorry)|regretted|slower|more slowly)\b"
)
_PARTS = (
    *(
        "mprov",
        "better",
        "stronger",
        "satisf",
        "pleas",
        "encour",
        "glad",
        "hearten",
        "welcom",
        "quick",
        "fast",
        "prompt",
    ),
    *(
        "speed",
        "sooner",
        "deterior",
        "worse",
        "poorer",
        "weaker",
        "regret",
        "concern",
        "dismay",
        "disap",
        "sorry",
        "slow",
        "direction",
        "gratif",
    ),
)
_SPEED = re.compile(r"\b(?:quick\w*|fast\w*|prompt\w*|speed\w*|sooner|slow\w*)\b")
_OTHERS = re.compile(
    r"\b(?:england|national\w*|neighbours?|regional\w*|targets?|expected|expectations?|estimat\w+|budget\w*|forecasts?"
    r"|project(?:ed|ions?)"
    r"|ranged?|varied|although|though|except|unlike|despite|boys|girls|males?|females?|men|women|will|would|should|could"
    r"|if|may (?:be|have|not)|planned|proposed|but|however|whereas|while|whilst|recover\w*|rebound\w*|no|never"
    r"|not(?! in education)"
    r"|of (?:these|those|them|whom|which)|includ\w+|average for|standards?|similar|comparators?|because|due to"
    r"|whole|full[ -]year|halves|peak\w*|briefly|at first|initially)\b"
)
_GOES_ON = re.compile(
    r"\b(?:it|they|there|this|these|that|thus|so|therefore|clearly|hence"
    r"|the (?:figures?|numbers?|totals?|rates?|counts?|proportion|change|trend|position|picture))\b"
)
_NO_CLAIM = re.compile(
    r"\bmore\b(?! than)|\b(?:concerns|fears|worries|pressures?|doubts|demands?)\b[^.;:]{0,30}"
    r"|\b(?:all|most|part|much|half|some|of) (?:of )?(?:the|this|that) [a-z]+\b|\blonger than\b"
)
_RUN = re.compile(
    r"\b(?:each|every|successive|consecutive|in a row|stead(?:y|ily)|continu\w+|keeps?|goes on|throughout|at any time"
    r"|year (?:on|by|after) year)\b"
)
_TOLD = frozenset({Nature.ACTUAL, Nature.FORECAST, None})
"""What was due may be taken for a forecast; sentences that foresee are left out by their words."""
_PLAIN = frozenset({Qualifier.NONE, Qualifier.APPROX, Qualifier.AVERAGE})
_CHANGE = re.compile(
    r"\b(?:by|further|another|additional|extra|more than|over|under|fewer than|less than) (?:about )?£?$"
)
_KINDS = frozenset(
    {Unit.COUNT, Unit.FTE, Unit.GBP, Unit.PERCENT, Unit.RATE_PER_10000, Unit.DAYS, Unit.WEEKS, Unit.MONTHS, None}
)
_WIDEST = 3
_DAYS_APART = 5
_TWO = 2
_MOST = 5
_SHORT = 60
_GAP = re.compile(r"\b(?:gap|difference|distance|margin|lead)\b")
_CLOSED = re.compile(r"\b(?:closed|closing|narrowed|narrowing)\b")


def told_apart(context: Context) -> Iterator[Step]:
    """Yield the steps of words for a way, of values in their paragraph whose times the words beside them tell."""
    for sentence in context.passages.sentences:
        paragraph = context.passages.paragraphs[sentence.paragraph]
        if paragraph.is_row or len(paragraph.figures) < _TWO or _OTHERS.search(sentence.low):
            continue
        if not _may_claim(sentence.low):
            continue
        for window in _windows(context, sentence):
            levels = _levels(context, window)
            way = _way(context, sentence, levels) if len(levels) > 1 else None
            ordered = _led_to(context, window, levels) or in_order(context, window, levels) if way is not None else ()
            if way is None or not ordered:
                continue
            claim = Claim.UP if way is Way.UP else Claim.DOWN
            word = way_words(sentence.low) or _judged_word(sentence.low)
            steps = [Step(claim, word, a, b) for a, b in pairwise(ordered)]
            against = [step for step in steps if not step.holds] if _RUN.search(sentence.low) else []
            yield against[0] if against else Step(claim, word, ordered[0], ordered[-1])
            break


def _led_to(context: Context, window: Sequence[Sentence], levels: Sequence[Figure]) -> Sequence[Figure]:
    """Return two values in the order of the text where the second sentence leads on: "It had grown to some 790"."""
    if not len(levels) == len(window) == _TWO:
        return ()
    front = context.passages.low[window[1].span.start : levels[1].span.start]
    return levels if window[1].figures == (levels[1],) and _LEADS_ON.match(front) else ()


_LEADS_ON = re.compile(
    r"(?:it|this|that|they|these|numbers|the (?:number|figure|rate|total|count|level)s?)"
    r" (?:had|has|have|then|since)\b"
    r"[^.;,]{0,40}? to (?:about |some |around |just |only |over |nearly )*£?$"
)


def _may_claim(words: str) -> bool:
    return (any(part in words for part in _PARTS) and _JUDGED.search(words) is not None) or _plain_way(
        words
    ) is not None


def _plain_way(words: str) -> Way | None:
    """Return the one way that words name of what they speak of: not "matters more", nor "most of the growth is in"."""
    way = the_way(words)
    if way is None or not _NO_CLAIM.search(words):
        return way
    return the_way(_NO_CLAIM.sub(" ", words))


def _judged_word(words: str) -> str:
    judged = _JUDGED.search(words)
    return judged.group() if judged is not None else ""


def _windows(context: Context, sentence: Sentence) -> Iterator[Sequence[Sentence]]:
    """Yield the sentences that may hold the values: the claim's own, and one or two of its paragraph beside it."""
    every, at = context.passages.sentences, sentence.index
    if len(sentence.figures) > 1:
        yield (sentence,)
        return
    for first, last in ((at - 1, at), (at, at + 1), (at - 2, at), (at, at + 2)):
        window = every[max(0, first) : last + 1]
        if len(window) != last - first + 1 or any(s.paragraph != sentence.paragraph for s in window):
            continue
        others = [s for s in window if s is not sentence]
        told = _says_no_more(context, sentence, window) or all(_is_of_one(a, b, sentence) for a, b in pairwise(window))
        if all(s.figures for s in others) and told:
            yield window


def _says_no_more(context: Context, claim: Sentence, window: Sequence[Sentence]) -> bool:
    """Tell whether a paragraph has two sentences, its values and a short one that can only speak of them."""
    every = context.passages.paragraphs[claim.paragraph].sentences
    return len(every) == len(window) == _TWO and claim is every[1] and not claim.figures and len(claim.low) < _SHORT


def _is_of_one(first: Sentence, second: Sentence, claim: Sentence) -> bool:
    """Tell whether the second of two sentences goes on about what the first speaks of, and claims nothing else."""
    other = first if second is claim else second
    if the_way(other.low) is not None or _JUDGED.search(other.low):
        return False
    return _GOES_ON.search(second.low) is not None or bool(telling(first.low) & telling(second.low))


def _levels(context: Context, window: Sequence[Sentence]) -> Sequence[Figure]:
    """Return the values of some sentences where all of their figures are levels of one kind and size."""
    if any(_OTHERS.search(s.low) for s in window):
        return ()
    told = [f for s in window for f in s.figures]
    gap = any(_GAP.search(s.low) for s in window) and told[:1] and told[0].unit is Unit.PERCENTAGE_POINTS
    kinds = _KINDS | {Unit.PERCENTAGE_POINTS} if gap else _KINDS
    if not 1 < len(told) < _MOST or any(f.unit not in kinds or f.qualifier not in _PLAIN for f in told):
        return ()
    if any((f.nature not in _TOLD and not gap) or _CHANGE.search(context.passages.before(f, 30)) for f in told):
        return ()
    small, large = min(f.value for f in told), max(f.value for f in told)
    named = {f.indicator for f in told if f.indicator is not None}
    alike = all(same_kind(f, told[0]) or _without_unit(f, told[0]) for f in told)
    of_a_size = 0 < small < large <= small * _WIDEST
    return told if alike and of_a_size and len(named) <= 1 and _of_equal_times(told) else ()


def _of_equal_times(levels: Sequence[Figure]) -> bool:
    """Tell whether values are of days, or of times much as long as each other: no year's total beside a half's."""
    days = [(f.period.end - f.period.start).days for f in levels if f.period is not None]
    return len(days) < len(levels) or min(days) == 0 or max(days) - min(days) <= _DAYS_APART


def _without_unit(figure: Figure, first: Figure) -> bool:
    """Tell whether a value leaves out the unit of the first: "nine working days … and six"."""
    return figure.unit in {Unit.COUNT, None} and first.unit in _LEFT_OUT


_LEFT_OUT = frozenset({Unit.DAYS, Unit.WEEKS, Unit.MONTHS, Unit.PERCENTAGE_POINTS})


def _way(context: Context, sentence: Sentence, levels: Sequence[Figure]) -> Way | None:
    """Return the one way that a sentence says its measure went, or None."""
    judged = _JUDGED.search(sentence.low)
    plain = ways(_JUDGED.sub(" ", _NO_CLAIM.sub(" ", sentence.low)))
    if judged is None or plain:
        return next(iter(plain)) if len(plain) == 1 and judged is None else None
    if len({m.lastgroup for m in _JUDGED.finditer(sentence.low)}) > 1:
        return None
    words = context.passages.before(levels[0], 120) + sentence.low
    if _SPEED.search(judged.group()) and levels[0].unit in {Unit.DAYS, Unit.WEEKS, Unit.MONTHS}:
        better: Way | None = Way.DOWN
    elif levels[0].unit is Unit.GBP:
        return None
    else:
        better = better_way(context, levels[0], words)
    return None if better is None else better if judged["better"] else Way(-better)
