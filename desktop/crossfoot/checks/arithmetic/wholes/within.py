"""Parts that are no more than what they are told to be of: "287 children, of whom 214", "103, 37 of them".

The words alone make a count a part of those before it. Where it is more than the largest of these, it is a part of none
of them, whichever was meant, and that is worth a look.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.passages import Sentence
from crossfoot.model import Figure, Nature, Qualifier, Unit

_OF = r"\b(?:of (?:whom|which|these|those|them)|(?:from|following|after|as a result of) which)\b"
_SAYS_OF = re.compile(_OF)
_TURNED = re.compile(rf"{_OF},?(?: (?!per\b|and\b|the\b)[a-z’'-]+){{0,3}}\s*£?$")
_OF_THEM = re.compile(rf"\s*(?:fte )?(?:posts? )?{_OF}")
_RELATIVE = re.compile(r"\bof (?:whom|which)\b")
_NAMED = re.compile(r"\s*of (?:these|those) (?!who\b|which\b|were\b|was\b|had\b)(?P<noun>[a-z]{4,})\b")
_OTHER = re.compile(r"\b(?:each|every|per|average|target|compared|against)\b")
_STRAIGHT = re.compile(r"\s*[,(–-]?\s*of (?:which|whom)\b")
_OF_A_SOURCE = re.compile(
    r"\b(?:from|out of|by|against) (?:the |its |our )?[a-z]{4,}(?: [a-z]+){0,3}, of (?:which|whom)\b"
)
"""What "of which" is of where a source is named in front of it: "£345,000 from capital receipts, of which £1.2m"."""
_OF_ALL = re.compile(r"^\s*of (?:the|these|those|our|its|all)\s*$")
"""What stands between a part and its whole, "33 of the 48": "of these" means the part."""
_DEFINITE = re.compile(r"[a-z]{3,}(?<!and)(?<!but)(?<!that)(?<!out)(?<!while)(?<!which) of (?:these|those)\s+$")
"""Words behind which a number is of all that were told, "the cost of these 45 posts"."""
_NOUN_OF_IT = re.compile(r"\bthe (?:[a-z]+ )?(?:balance|cost|value|price|total|budget) of which\b")
"""Words behind which an amount is of the reserve or scheme just named: "from the Reserve, the balance of which"."""
_ACCOUNT = re.compile(r"\baccount(?:s|ed|ing)? for\s*$")
_STEM = 5
_FAR = 12
"""What is so many times more was counted of something else."""
_ADDED = frozenset({Unit.COUNT, Unit.FTE, Unit.GBP, None})


@dataclass(frozen=True, slots=True)
class Within:
    """A part with the largest of the figures that the words may mean as its whole."""

    part: Figure
    ceiling: Figure


def within(context: Context) -> tuple[Within, ...]:
    """Return the parts that stand behind "of whom" or in front of "of them", looked for once for a record."""
    return context.once(_found)


def _found(context: Context) -> tuple[Within, ...]:
    return tuple(_all(context)) if "of " in context.passages.low else ()


def _all(context: Context) -> Iterator[Within]:
    for sentence in context.passages.sentences:
        if _SAYS_OF.search(sentence.low) is None or context.passages.paragraphs[sentence.paragraph].is_row:
            continue
        for place, part in enumerate(sentence.figures):
            if _may_be(part) and _is_turned(context, sentence, place):
                pool = _pool(context, sentence, place)
                top = max(pool, key=lambda f: f.value, default=None)
                if top is not None and part.value <= top.value * _FAR:
                    yield Within(part, top)


def _is_turned(context: Context, sentence: Sentence, place: int) -> bool:
    """Tell whether the words between a figure and its neighbours make it a part of what was told before."""
    part = sentence.figures[place]
    start = sentence.figures[place - 1].span.end if place else sentence.span.start
    front = context.passages.low[start : part.span.start]
    if _OTHER.search(front[-40:]) or _DEFINITE.search(front) or _NOUN_OF_IT.search(front):
        return False
    return _TURNED.search(front) is not None or _OF_THEM.match(context.passages.after(part, 24)) is not None


def _pool(context: Context, sentence: Sentence, place: int) -> Sequence[Figure]:
    """Return the figures that "of them" may mean: those before it in the sentence, and in the one before.

    "Of whom" is of its own sentence where that has a figure to be of. None are returned where another kind of figure is
    nearer, a percentage or a bound: then that may be meant.
    """
    part = sentence.figures[place]
    here = list(sentence.figures[:place])
    low = context.passages.low[here[-1].span.end if here else sentence.span.start : sentence.span.end]
    found = here if here and _RELATIVE.search(low) else [*_earlier(context, sentence), *here]
    if _ACCOUNT.search(context.passages.before(part, 20)):
        found = list(_earlier(context, sentence))  # "four schools account for 33 of them": the four are no whole
    if here and _OF_A_SOURCE.search(context.passages.between(here[-1], part)):
        return ()
    if here and _STRAIGHT.match(context.passages.between(here[-1], part)):
        found = here[-1:]  # "913, of which 502": nothing stands between that it could be of
    found = [f for n, f in enumerate(found) if not (n and _OF_ALL.search(context.passages.between(found[n - 1], f)))]
    if not found or not _may_be(found[-1]) or not same_kind(found[-1], part):
        return ()
    pool = _of_the_noun(context, part, [f for f in found if same_kind(f, part)])
    return pool if all(_may_be(f) for f in pool) else ()


def _of_the_noun(context: Context, part: Figure, pool: Sequence[Figure]) -> Sequence[Figure]:
    """Return the figures that "of these referrals" may mean: from the first that counts them on; all without a noun.

    "Of 812 contacts 190 became referrals, and 240 of these referrals": the contacts are not meant.
    """
    named = _NAMED.match(context.passages.after(part, 40))
    if named is None:
        return pool
    stem = named["noun"][:_STEM]
    counted = (n for n, f in enumerate(pool) if stem in re.split(r"\d", context.passages.after(f, 60))[0])
    first = next(counted, None)
    if first is not None:
        return pool[first:]
    return pool if any(stem in _words_about(context, f) for f in pool) else ()


def _earlier(context: Context, sentence: Sentence) -> Sequence[Figure]:
    """Return the figures of the sentence before: of the same paragraph, or the item before in a list."""
    before = context.passages.previous(sentence)
    if before is None or before.paragraph < sentence.paragraph - 1:
        return ()
    paragraphs = context.passages.paragraphs
    kinds = {paragraphs[before.paragraph].kind, paragraphs[sentence.paragraph].kind}
    return before.figures if before.paragraph == sentence.paragraph or kinds == {"item"} else ()


def _words_about(context: Context, figure: Figure) -> str:
    behind = re.split(r"\d", context.passages.after(figure, 60))[0]
    return f"{context.passages.before(figure, 40)} {behind}"


def _may_be(figure: Figure) -> bool:
    """Tell whether a figure may be a part or a whole: a plain count or amount, and no bound, average or aim."""
    told = figure.qualifier in {Qualifier.NONE, Qualifier.APPROX}
    return told and figure.unit in _ADDED and figure.value >= Decimal(1) and figure.nature is not Nature.BENCHMARK
