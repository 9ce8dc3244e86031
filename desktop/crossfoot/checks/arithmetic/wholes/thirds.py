"""A third number that words make the rest of two told before it, their sum, or what lies between them.

"£10.4m had been achieved" of £11.2m: "The outstanding £0.8m …"; "Of the 38 that were not filled"; "214 from the county
and 241 from the areas of the partners, 455 together"; "the gap is thus £434". What comes out is evidence. Where no two
numbers about it make it, the two that a slip of typing keeps from it are worth a look if the words and the layout weigh
enough.

The weights are those of a logistic regression, rounded to halves, over all such numbers in 394 sound records with two
that make them (293) and with two that are one slip from it where no others make them (266).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from itertools import combinations

from crossfoot.checks.arithmetic.wholes.partitions import is_plain
from crossfoot.checks.arithmetic.wholes.sum_words import is_row_of_equals
from crossfoot.checks.basis.chance import surprise
from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.passages import Sentence
from crossfoot.model import Figure, Nature, Unit


class Tie(Enum):
    """What the words make a third number of two others."""

    REST = "rest"
    SUM = "sum"
    DIFFERENCE = "difference"


@dataclass(frozen=True, slots=True)
class Third:
    """A number with the two that it is made of, and whether it is."""

    number: Figure
    larger: Figure
    smaller: Figure
    tie: Tie
    holds: bool

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Return the three numbers."""
        return (self.larger, self.smaller, self.number)


_REST_FRONT = re.compile(
    r"\b(?:the (?:other|remaining|outstanding|unspent)|the (?:rest|remainder|balance)(?:,| of|)|remaining|leaving|left"
    r"|leaves|share,?(?: of| is| was| being| would be)?)\s+(?:about |some |only |just )?£?$"
)
_REST_BEHIND = re.compile(
    r"\s*(?:[a-z]+ ){0,2}?(?:others|remain(?:ed|ing|s)?|outstanding|unfilled|vacan\w+|empty|spare|unspent|unused"
    r"|to spare|still)\b"
)
_THE_BEHIND = re.compile(
    r"\s*(?:[a-z]+ )?(?:left|late|not|without|refused"
    r"|(?:who|that|which|in which|for whom|where)\b[^.;,\d]{0,30}?"
    r"\b(?:not|no|never|late|failed|refused|missed|without|still|remain\w*))\b"
)
_THE = re.compile(r"\b(?:the|those)\s+£?$")
_SUM_FRONT = re.compile(
    r"\b(?:making|giving|bringing (?:it|the total|this|them|that)(?: up)? to|totall?ing"
    r"|total(?:led)?(?: of| was| is| to)?|in all|together|altogether|combined"
    r"|(?:came|comes|come|amounts?|amounted) to|made|make|makes|gave|accordingly[a-z ]{0,24}|would be|it will be)"
    r"\s*(?:a total of |in all |the total |about )?£?$"
)
_SUM_BEHIND = re.compile(
    r"\s*(?:[a-z]+ ){0,2}?(?:in all|in total|altogether|together|all told|between them|combined|overall)\b"
)
_APART_FRONT = re.compile(
    r"\b(?:over-?\s?spen\w+|under-?\s?spen\w+|savings?|saves?|saved|shortfall|excess|surplus|gap|variance|short|exceed\w*"
    r"|difference|pressure|unspent)\b[^.;£\d]{0,26}£?$"
    r"|\b(?:increas\w+|reduc\w+|rise|rose|risen|fall|fell|fallen|drop\w*|decreas\w+|cut|grew|growth|up|down|improve\w*"
    r"|net (?:gain|loss|saving|cost)|change|movement|better|worse|higher|lower|ahead|out)\b"
    r"(?: (?:of|by|was|is|in|at)| [a-z]+ (?:of|by))?(?: (?:about|some|around|just|nearly|almost|a further|the"
    r"|therefore))*\s*£?$"
    r"|\b(?:gap|margin|difference)\b[^.;\d]{0,50}\b(?:is|was|of)(?: thus| therefore| now| then)?\s*£?$"
    r"|\b(?:i\.e\.|that is)\s*(?:to say )?£?$"
)
_APART_BEHIND = re.compile(
    r"\s*(?:\([^)]*\) )?(?:[a-z]+ )?(?:over-?\s?spen\w+|under-?\s?spen\w+|too (?:much|many|little|few)|in excess|short"
    r"|shortfall|surplus|ahead|behind|adverse|favourable|over|under|above|below|more|fewer|less|higher|lower|better"
    r"|worse|unfilled|vacant|to spare|saved)\b"
)
_PARTS = (
    *(
        "rest",
        "other",
        "remain",
        "balance",
        "outstanding",
        "left",
        "leav",
        "share",
        "vacan",
        "empty",
        "spare",
        "unfill",
    ),
    *(
        "un",
        "still",
        "late",
        " not",
        "without",
        "making",
        "giving",
        "made",
        "make",
        "gave",
        "total",
        "in all",
        "togeth",
    ),
    *("combined", "between", "came", "come", "amount", "would be", "will be", "overall", "sav", "short", "excess"),
    *("surplus", "gap", "spen", "differ", "pressure", "exce", "creas", "duc", "ris", "rose", "fall", "fell", "drop"),
    *("cut", "gr", " up ", "down", "improve", "net ", "change", "move", "better", "worse", "higher", "lower", "ahead"),
    *(" out ", "margin", "i.e.", "that is", "too ", "behind", "adverse", "favour", "over", "under", "more", "fewer"),
    *("less", "above", "below", "accordingly", "refus"),
)
"""Parts of words without one of which no number is made of others: a quick look."""
_NEW = re.compile(r"\b(?:new|a further|further|additional|another|extra)\b[^.;\d]{0,30}£?$")
"""Words behind which a number is of something else: "new savings of £600k"."""
_UNSAID = re.compile(r"(?:[,;(]|\band)\s+(?:the )?(?:rest|remainder|others|balance)\b(?![^.]{0,40}\d)")
"""A rest that is told without a number: the number before it is none."""
_MOST_BEFORE, _BACK = 5, 2
_HELD = -0.5
_MISSED = {Tie.REST: 1.5, Tie.SUM: 2.0, Tie.DIFFERENCE: 2.5}
"""Weights from which three numbers are evidence, and from which a slip in them is asked about."""
_FEW, _LARGE, _SMALL_SHARE = 10, 20, 20


def thirds(context: Context) -> tuple[Third, ...]:
    """Return the numbers that words make of two others, as they are or by a slip; looked for once for a record."""
    return context.once(_found)


def _found(context: Context) -> tuple[Third, ...]:
    return tuple(_all(context))


def _all(context: Context) -> Iterator[Third]:
    for sentence in context.passages.sentences:
        if not sentence.figures or context.passages.paragraphs[sentence.paragraph].is_row:
            continue
        for place, number in enumerate(sentence.figures):
            if number.unit is None or number.value <= 0 or not is_plain(number):
                continue
            before = _before(context, sentence, number)
            ties = _ties(context, sentence, place) if len(before) > 1 else {}
            best = _best(context, sentence, number, before, ties) if ties else None
            if best is not None:
                yield best


def _ties(context: Context, sentence: Sentence, place: int) -> dict[Tie, float]:
    """Return what the words beside a number make it of others, each with how much they say for it."""
    figures, number = sentence.figures, sentence.figures[place]
    low = context.passages.low
    start = figures[place - 1].span.end if place else sentence.span.start
    end = figures[place + 1].span.start if place + 1 < len(figures) else sentence.span.end
    front = low[max(start, number.span.start - 60) : number.span.start]
    behind = low[number.span.end : min(end, number.span.end + 50)]
    found: dict[Tie, float] = {}
    moved = number.nature in {Nature.VARIANCE, Nature.CHANGE}
    words = front + behind
    if not (moved or any(part in words for part in _PARTS)) or _NEW.search(front):
        return found
    if _REST_FRONT.search(front) or (_THE.search(front) and _THE_BEHIND.match(behind)):
        found[Tie.REST] = 1.5
    elif _REST_BEHIND.match(behind):
        found[Tie.REST] = 0.0
    if _UNSAID.search(behind):
        found.pop(Tie.REST, None)
    if (_SUM_FRONT.search(front) and "leav" not in front) or _SUM_BEHIND.match(behind):
        found[Tie.SUM] = 0.0
    if (
        Tie.REST not in found
        and not _FROM_BEHIND.search(behind)
        and (moved or _APART_FRONT.search(front) or _APART_BEHIND.match(behind))
    ):
        found[Tie.DIFFERENCE] = 1.5 if moved else 0.0
    return found


def _before(context: Context, sentence: Sentence, number: Figure) -> Sequence[Figure]:
    """Return the numbers of a kind told right before one, the nearest first: of its sentence and of two before it.

    An item goes back to the item before it.
    """
    passages = context.passages
    item = passages.paragraphs[sentence.paragraph].kind == "item"
    found: list[Figure] = []
    for index in range(sentence.index, max(-1, sentence.index - _BACK - 1), -1):
        earlier = passages.sentences[index]
        apart = sentence.paragraph - earlier.paragraph
        if apart and not (item and apart == 1 and passages.paragraphs[earlier.paragraph].kind == "item"):
            break
        found += [
            f
            for f in reversed(earlier.figures)
            if f.span.end <= number.span.start and same_kind(f, number) and f.value > 0 and is_plain(f)
        ]
    return found[:_MOST_BEFORE]


def _best(
    context: Context, sentence: Sentence, number: Figure, before: Sequence[Figure], ties: dict[Tie, float]
) -> Third | None:
    """Return the two numbers that make a third, or else two that a slip keeps from it, where the words weigh enough."""
    held: list[tuple[float, Third]] = []
    missed: list[tuple[float, Third]] = []
    explained = _is_explained_behind(sentence, number, before)
    for (near, a), (far, b) in combinations(enumerate(before), 2):
        larger, smaller = (a, b) if a.value >= b.value else (b, a)
        for tie, said in ties.items():
            summed = tie is Tie.SUM
            if larger.value == smaller.value or (not summed and number.value >= larger.value):
                continue
            over = larger.value + (smaller.value if summed else -smaller.value) - number.value
            slack = (larger.step + smaller.step + number.step) / 2 if number.unit is Unit.GBP else Decimal(0)
            fits = abs(over) <= slack and (over == 0 or number.value > _FEW * slack)
            explained = explained or abs(over) <= slack
            large = larger.value >= _LARGE * larger.step
            if not fits and (explained or not large or not _slipped(number, larger, smaller, over, summed=summed)):
                continue
            sure = said + _weight(context, sentence, (number, larger, smaller), (near, far), len(before))
            if fits:
                held.append((sure, Third(number, larger, smaller, tie, holds=True)))
            elif not is_row_of_equals(context, larger, (*sorted((a, b), key=_at), number)) and not (
                tie is not Tie.DIFFERENCE and _is_movement(context, *sorted((a, b), key=_at))
            ):
                missed.append((sure, Third(number, larger, smaller, tie, holds=False)))
    if held:
        sure, third = max(held, key=lambda pair: pair[0])
        return third if sure >= _HELD + 1.5 * (number.value < _FEW * number.step) else None
    likely = [] if explained else [(sure, one) for sure, one in missed if sure >= _MISSED[one.tie]]
    return max(likely, key=lambda pair: pair[0])[1] if likely else None


def _is_explained_behind(sentence: Sentence, number: Figure, before: Sequence[Figure]) -> bool:
    """Tell whether a number lies between two of which one or both stand behind it in its sentence."""
    behind = [f for f in sentence.figures if f.span.start >= number.span.end and same_kind(f, number)]
    return any(abs(a.value - b.value) == number.value for a in behind for b in (*before, *behind) if a is not b)


_FROM_BEHIND = re.compile(r"(?:^|[ ,(])from (?:about |some )?£?$")
"""What a number is followed by whose two ends stand behind it: "by 5, from 263 to 268"."""
_FROM, _TO = re.compile(r"\bfrom (?:about |some )?£?$"), re.compile(r"[^.;]{0,40}\bto (?:about |some |only |just )?£?")


def _is_movement(context: Context, first: Figure, second: Figure) -> bool:
    """Tell whether two numbers are the ends of a movement: "fell from 204 to 188"."""
    moved = _TO.fullmatch(context.passages.low[first.span.end : second.span.start]) is not None
    return moved and _FROM.search(context.passages.before(first, 16)) is not None


def _at(figure: Figure) -> int:
    return figure.span.start


def _slipped(number: Figure, larger: Figure, smaller: Figure, over: Decimal, *, summed: bool) -> bool:
    """Tell whether a slip in one of three numbers keeps two of them from making the third."""
    other = smaller.value - over if summed else smaller.value + over
    return bool(
        surprise(number, number.value + over) or surprise(larger, larger.value - over) or surprise(smaller, other)
    )


def _weight(
    context: Context, sentence: Sentence, three: tuple[Figure, Figure, Figure], places: tuple[int, int], many: int
) -> float:
    """Return what the layout says for two numbers as those that make a third, in bits."""
    number, larger, smaller = three
    homes = [context.passages.sentence_of(f) for f in (larger, smaller)]
    back = [sentence.index - home.index for home in homes if home is not None]
    weight = -2.5 + 1.5 * (larger.step == smaller.step == number.step)
    weight += 0.5 if places == (0, 1) else -0.5
    weight += 1.5 * (many == len(places))
    weight += 1.0 * (max(back) == 0) - 1.0 * (max(back) > 1) + 1.0 * (len(set(back)) > 1)
    weight += 1.0 * (Nature.BUDGET in {larger.nature, smaller.nature})
    return weight + 1.0 * (number.value * _SMALL_SHARE < larger.value)


def is_of_budget(third: Third) -> bool:
    """Tell whether a number lies between a budget or a price and what was spent, and not between two times."""
    natures = {f.nature for f in third.figures}
    return third.number.unit is Unit.GBP and bool(natures & {Nature.BUDGET, Nature.VARIANCE})
