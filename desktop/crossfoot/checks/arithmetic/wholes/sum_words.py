"""What the words and the layout say for a number and those told beside it as a whole and its parts, in bits.

The weights are those of a logistic regression over all runs of numbers in 394 sound records that add up (160) or are
one slip of typing from it (170), rounded to halves: parts of one sentence that begins right behind the whole, that are
joined by commas and a last "and" and have no noun of their own, "81 were in favour, 49 against and 12 undecided", are
seldom there by chance; a row in which another number stands before or behind the parts almost always is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from crossfoot.checks.arithmetic.wholes.partitions import are_several
from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.cues import dimension, may_overlap
from crossfoot.model import Figure, Nature, Unit

_TURN = re.compile(
    r"\bof (?:these|those|them|which|whom|this|that)\b|\bmade up\b|\bcompris\w+|\bconsist\w+|\bsplit\b|\bdivided\b"
    r"|\bnamely\b"
    r"|\bbroken down\b|\bas follows\b|:\s|\s[–—-]\s"
)
_SUMMED = re.compile(
    r"\b(?:in (?:all|total)|total\w*|altogether|together|making|giving|bringing|came to|comes to|amount\w* to|therefore"
    r"|overall|sum)\b"
)
_JOINED = re.compile(r"[,;]|\band\b|\bwhile\b|\bor\b|\n|\.\s")
_SCALE = re.compile(
    r"\b(?:fully|partly|not|mostly|never|always|band [a-z]\b|stage \d|level \d|high|medium|low|red|amber|green|won|lost"
    r"|withdrawn"
    r"|upheld|dismissed|conceded|met|missed|neglect|emotional|physical|sexual|boys|girls|male|female)"
)
_REST = re.compile(
    r"\b(?:the (?:remaining|rest|other|balance)|remaining|remainder|the others|others|leaving|(?:everything|all) else"
    r"|elsewhere)\b"
)
_UNSAID = re.compile(r"\b(?:rest|remainder|others|balance)\b(?![^.]*\d)")
_NOUNLESS = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:(?:were|was|are|is|had|have|has|been|as|in|for|at|from|by|with|to|on|under|against"
    r"|of (?:them|these|those|whom|that|it|which|this)|would|will|did|went|came|not|who|and|[a-z]+ed)\b|[,.;)]|$)"
)
"""What stands behind a number whose noun is left out: a verb, a small word, or nothing."""
_ASIDE = re.compile(r"\([^)]*\)")
_SHORT, _NEAR, _MANY = 70, 45, 3
_NEVER = 10.0
"""Two numbers alone are parts only where the second is told to be the rest, and no number of a row is the others'."""
_SMALL = 60


def weight_of_words(context: Context, whole: Figure, parts: Sequence[Figure]) -> float:
    """Return what speaks for figures as a whole and its parts, less what speaks against it, in bits."""
    passages = context.passages
    low = passages.low
    first = whole.span.start < parts[0].span.start
    gaps = [_ASIDE.sub("", low[a.span.end : b.span.start]) for a, b in pairwise(parts)]
    behind = passages.after(parts[-1], 60)
    ends = (whole.span.end, parts[0].span.start) if first else (parts[-1].span.end, whole.span.start)
    link = low[slice(*ends)]
    homes = {s.index for f in parts if (s := passages.sentence_of(f)) is not None}
    own = passages.sentence_of(whole)
    own_index = own.index if own is not None else -1
    weight = -3.5
    if homes == {own_index}:
        weight += 2.0
    elif len(homes) == 1 and abs(own_index - min(homes)) == 1:
        weight += 1.0
    elif 1 < len(homes) < len(parts):
        weight -= 1.0
    weight += 2.0 * all(len(gap) < _SHORT and _JOINED.search(gap) is not None for gap in gaps)
    weight += 1.0 * all(_NOUNLESS.match(passages.after(f, 30)) is not None for f in parts)
    weight += 1.0 * _are_parallel(context, parts)
    rest = _REST.search(gaps[-1][-_NEAR:]) is not None
    weight += 2.0 * (rest or re.search(r"\band\b|\n", gaps[-1]) is not None)
    weight += 1.0 * rest - _NEVER * (len(parts) < _MANY and not rest)
    weight += 0.5 * (first and _TURN.search(link) is not None) - 2.0 * (not first and _SUMMED.search(link) is None)
    words = [f"{gap} " for gap in gaps] + [behind.split(".")[0]]
    weight += 0.5 * all(_SCALE.search(w) is not None or dimension(w) is not None for w in words)
    weight -= 2.0 * _goes_on(context, whole, parts, homes)
    weight -= 1.0 * are_several([re.split(r"[.;]", passages.after(f, 60))[0] for f in parts])
    keys = {f.indicator for f in parts} - {None}
    weight -= 1.5 * (len(keys) > 1) + 0.5 * (whole.value < _SMALL * whole.step) + 0.5 * (whole.indicator in keys)
    weight -= 4.0 * may_overlap(" ".join([link, *words])) + 3.0 * (_UNSAID.search(behind) is not None)
    apart = first and own_index not in homes and _TURN.search(link) is None
    weight -= 1.0 * (apart and _of_another_noun(context, whole, parts[0]))
    return weight - _NEVER * _is_in_row(context, whole, parts, link)


def _of_another_noun(context: Context, whole: Figure, part: Figure) -> bool:
    """Tell whether a part has a noun of its own that the whole has not: "the loss of 64 places. … 22 homes"."""
    noun = re.match(r"\s*([a-z]{4})", context.passages.after(part, 12))
    named = noun is not None and _NOUNLESS.match(context.passages.after(part, 30)) is None
    return named and noun is not None and noun[1] not in context.passages.after(whole, 40)


def _goes_on(context: Context, whole: Figure, parts: Sequence[Figure], homes: set[int]) -> int:
    """Return how often a row goes on: whether other numbers of its kind stand before its parts, and behind them."""
    others = [
        f
        for index in homes
        for f in context.passages.sentences[index].figures
        if f is not whole and f not in parts and same_kind(f, whole) and not _stands_aside(context, f)
    ]
    before = any(f.span.end <= parts[0].span.start for f in others)
    return before + any(f.span.start >= parts[-1].span.end for f in others)


def _stands_aside(context: Context, figure: Figure) -> bool:
    """Tell whether a number stands in brackets, is an aim or a change, or is a part of the one before it."""
    front = context.passages.before(figure, 60)
    aside = front.rfind("(") > front.rfind(")") or re.search(r"\bof (?:whom|which)\b[a-z ]*$", front) is not None
    return aside or figure.nature in {Nature.BENCHMARK, Nature.TARGET, Nature.CHANGE}


_NEXT = re.compile(r"\s*[;,] [a-z][a-z /&'’-]{1,40}£?")
_BEFORE = re.compile(r"\b(in|for|at|by|with|were|was)\s*£?$")
_BEHIND = re.compile(r"\s*(?:[a-z]+ )?(for|from|in|at|by|with|were|was|of them)\b")


def _is_in_row(context: Context, whole: Figure, parts: Sequence[Figure], link: str) -> bool:
    """Tell whether a number is told as the ones behind it are: "in 121 cases, emotional abuse in 83, … in 15"."""
    if _TURN.search(link) is not None:
        return False
    passages = context.passages
    home = passages.sentence_of(whole)
    ahead = [f for f in home.figures if f.span.end <= whole.span.start and same_kind(f, whole)] if home else []
    if ahead and _NEXT.fullmatch(link) and _NEXT.fullmatch(passages.low[ahead[-1].span.end : whole.span.start]):
        return True  # "own carers 214; agency 203; kin 88"
    for told in (
        [_BEFORE.search(passages.before(f, 12)) for f in (whole, *parts)],
        [_BEHIND.match(passages.after(f, 24)) for f in (whole, *parts)],
    ):
        head = told[0]
        if head is not None and sum(one is not None and one[1] == head[1] for one in told[1:]) >= len(parts) - 1:
            return True
    return False


def _are_parallel(context: Context, parts: Sequence[Figure]) -> bool:
    """Tell whether parts are told alike: "Band A 104, Band B 513", "31 as fully met, 12 as partly met"."""
    fronts = [re.findall(r"[a-z]+", context.passages.before(f, 16))[-2:] for f in parts]
    behinds = [re.findall(r"[a-z]+", context.passages.after(f, 16))[:1] for f in parts]
    named = all(words for words in fronts) and len({words[0] for words in fronts}) == 1
    same = all(words for words in behinds) and len({_VERB.sub("be", words[0]) for words in behinds}) == 1
    leads = [_led(context, f) for f in parts[1:]]
    same = same or (leads[0] is not None and len(set(leads)) == 1 and len(leads) > 1)
    return named or same


_PREPOSITION = re.compile(
    r"(?:^|, |; |\band |\bwhile |\n|\. )(?P<word>in|at|from|by|for|to|on|through|with|under)\b[^,;.\d]*$"
)


def _led(context: Context, figure: Figure) -> str | None:
    """Return the preposition that begins a figure's clause: "in the Central area 147 and in the South 119"."""
    found = _PREPOSITION.search(context.passages.before(figure, 50))
    return found["word"] if found else None


_VERB = re.compile(r"^(?:had|has|have|was|were|are|is)$")


def is_aside(figure: Figure) -> bool:
    """Tell whether a count is only by how much another is more or less than a third: "41 fewer than planned"."""
    return figure.unit is not Unit.GBP and figure.nature is Nature.VARIANCE


_OPPOSED = re.compile(
    r"\b(?:against|compar\w+|than|but|while|from|to|instead|budget\w*|where|whereas|over|under|more|fewer|less|so|thus"
    r"|therefore|i\.e\.|that is|leav\w+|left)\b"
)


def is_row_of_equals(context: Context, largest: Figure, figures: Sequence[Figure]) -> bool:
    """Tell whether numbers follow each other with nothing that sets one against another, or makes one their whole.

    "Rust accounts for 39, frost for 24 and theft for the other 13": the 39 are not the whole of the others.
    """
    gaps = [context.passages.low[a.span.end : b.span.start] for a, b in pairwise(figures)]
    row = all(
        len(gap) < _SHORT and _JOINED.search(gap) is not None and _OPPOSED.search(gap) is None and ". " not in gap
        for gap in gaps
    )
    told = _ONE_OF_THEM.search(context.passages.before(largest, 16)) is not None
    return row and told and _BEHIND_WHOLE.match(gaps[0]) is None


_ONE_OF_THEM = re.compile(r"\b(?:for|in|by|from|at)\s+£?$")
_BEHIND_WHOLE = re.compile(r"\s*(?:[a-z]+ ){0,2}?(?:of (?:whom|which|these|them|those)\b|[:(])")
