"""Establishment, posts filled and posts vacant, each told by the words of its own clause, in whatever order.

"Establishment 48.0 FTE; in post 41.5 FTE; vacant 6.5 FTE", "27 of the posts were occupied and five unfilled, out of an
establishment of 32", "funded for 32 staff. It employs 24, with a further three from agencies and five posts unfilled".
The words give every number its part, so that no slip of typing need explain what does not add up. Agency staff may
stand for posts of their own or in those that are vacant; both are tried.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import pairwise

from crossfoot.checks.arithmetic.wholes.groups import groups
from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.cues import COMPARISON
from crossfoot.checks.basis.outcome import Outcome
from crossfoot.checks.basis.passages import Sentence
from crossfoot.checks.basis.sums import adds_up, sum_outcome
from crossfoot.model import Figure, Nature, Qualifier, Unit
from crossfoot.model.english import MONTH


class _Part(Enum):
    ALL = "all"
    FILLED = "filled"
    LENT = "lent"
    EMPTY = "empty"


_EMPTY = re.compile(r"\b(?:vacan(?:t|cy|cies)|unfilled|un(?:occupied|staffed)|(?:stand|stood|are|were|still) empty)\b")
_LENT = re.compile(r"\b(?:agenc(?:y|ies)|locums?|interims?|temporar(?:y|ily)|contractors?|second(?:ed|ments?)|bank)\b")
_FILLED = re.compile(
    r"\b(?:in[ -]post|(?<!un)filled|(?<!un)occupied|(?<!un)staffed|employ(?:s|ed|ing)|permanent(?:ly)?|taken up"
    r"|working here|(?:on|at) (?:the pay-?roll|work)|in service|on the strength|work here|held by)\b"
)
_ALL = re.compile(
    r"\b(?:establish(?:ment|ed)|complement|(?:funded|budgeted|approved|authorised|meant|designed) (?:for|posts?"
    r"|staff\w*)"
    r"|structure of|posts in (?:all|total)|total posts|posts:?|out of|all posts)\b"
)
_ROLES = ((_EMPTY, _Part.EMPTY), (_LENT, _Part.LENT), (_FILLED, _Part.FILLED), (_ALL, _Part.ALL))
_CUT = re.compile(r"[;,.:()\n]|\band\b|\bwith\b|\bagainst\b|\bleaving\b|\bso that\b|\bwhile\b|\bbut\b|\bout of\b")
_APART = re.compile(
    r"\b(?:last year|year before|previous\w*|compared|ago|earlier|by (?:then|april|july|october|january|next)|of whom"
    r"|of which|including|average|caseload|further posts|more than|fewer than|rate|per|new|to be|maternity|frozen)\b"
)
_DATED = re.compile(rf"\b(?:in|on|at|by|since) (?:the )?(?:end of )?(?:\d{{1,2}} )?(?:{MONTH}|(?:19|20)\d\d)\b")
_NO_COMPARISON = re.compile(r"\bagainst\b|\bfrom (?:an? |the |several )?agenc")
_COUNTED = frozenset({Unit.COUNT, Unit.FTE, None})
_LEAST, _MOST = 3, 4
_WIDEST = 2
"""What is filled and what is vacant together are not twice the posts, nor half: then others are meant."""


def filled_posts(context: Context) -> Iterator[Outcome]:
    """Yield whether posts that are filled and posts that are not are together the posts that there are."""
    for window in _windows(context):
        figures = [f for sentence in window for f in sentence.figures if f.unit is not Unit.PERCENT]
        if not _LEAST <= len(figures) <= _MOST or len({f.unit for f in figures}) > 1:
            continue
        if any(f.unit not in _COUNTED or not _plain(f) for f in figures):
            continue
        low = context.passages.low[window[0].span.start : window[-1].span.end]
        if any(_DATED.search(sentence.low) for sentence in window[1:]):
            continue  # "Five posts were vacant in May 2018" is told of a day of its own
        if _APART.search(low) or COMPARISON.search(_NO_COMPARISON.sub(" ", low)):
            continue
        parts = _parts(context, window, figures)
        if parts is not None and not _is_told(context, figures):
            yield from _said(*parts)


def _is_told(context: Context, figures: Sequence[Figure]) -> bool:
    """Tell whether rule 1 speaks of the same figures: one question is enough."""
    ids = {f.id for f in figures}
    return any(not one.staff and ids == {one.whole.id, *(f.id for f in one.parts)} for one in groups(context))


def _windows(context: Context) -> Iterator[Sequence[Sentence]]:
    """Yield the sentences that tell of posts and vacancies, alone or with the one before in the same paragraph."""
    passages = context.passages
    for sentence in passages.sentences:
        if not sentence.figures or passages.paragraphs[sentence.paragraph].is_row or not _EMPTY.search(sentence.low):
            continue
        yield (sentence,)
        window = [sentence]
        for _ in range(2):
            before = passages.previous(window[0])
            if before is None or before.paragraph != sentence.paragraph or not before.figures:
                break
            window.insert(0, before)
            yield tuple(window)


def _plain(figure: Figure) -> bool:
    exact = figure.qualifier in {Qualifier.NONE, Qualifier.APPROX}
    return exact and figure.value > 0 and figure.nature not in {Nature.TARGET, Nature.BENCHMARK, Nature.FORECAST}


_Told = tuple[Figure, list[Figure], list[Figure]]


def _parts(context: Context, window: Sequence[Sentence], figures: Sequence[Figure]) -> _Told | None:
    """Return the posts, those filled or vacant, and those lent, if words give every number its part."""
    low = context.passages.low
    ends = [window[0].span.start, *(f.span.end for f in figures)]
    starts = [*(f.span.start for f in figures), window[-1].span.end]
    gaps = [low[a:b] for a, b in zip(ends, starts, strict=True)]
    found = [_part(front, behind) for front, behind in pairwise(gaps)]
    if found.count(_Part.ALL) != 1 or found.count(_Part.EMPTY) != 1 or found.count(_Part.FILLED) != 1 or None in found:
        return None
    told = list(zip(figures, found, strict=True))
    whole = next(f for f, part in told if part is _Part.ALL)
    taken = [f for f, part in told if part in {_Part.FILLED, _Part.EMPTY}]
    return whole, taken, [f for f, part in told if part is _Part.LENT]


def _part(front: str, behind: str) -> _Part | None:
    """Return what the words right behind a number, or else those right before it, make it a part of."""
    cuts = [match.end() for match in _CUT.finditer(front.rstrip(" :–-£"))]
    ahead = front[cuts[-1] :] if cuts else front
    if front.rstrip().endswith("out of"):
        ahead = "out of"
    for words in (_CUT.split(behind, maxsplit=1)[0], ahead):
        part = next((part for pattern, part in _ROLES if pattern.search(words)), None)
        if part is not None:
            return part
    return None


def _said(whole: Figure, taken: Sequence[Figure], lent: Sequence[Figure]) -> Iterator[Outcome]:
    """Yield whether the posts add up, with those that are lent or without them."""
    tried = ((*taken, *lent), tuple(taken))
    good = next((parts for parts in tried if adds_up(parts, whole)), None)
    if good is not None:
        yield sum_outcome(good, whole, "The posts")
        return
    value = sum(f.value for f in tried[0])
    if whole.value < value * _WIDEST and value < whole.value * _WIDEST:
        yield sum_outcome(sorted(tried[0], key=lambda f: f.span.start), whole, "The posts", every=True)
