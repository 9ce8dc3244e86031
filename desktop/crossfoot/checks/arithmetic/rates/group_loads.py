"""Averages for each worker where the workers are told by their groups: "six hubs. Each of these has seven visitors".

The words give every number its part: how many groups there are and how many work in each, or how many work in all; what
each of them has on average; and what all have together. Where they do, no slip of typing need explain that the numbers
do not go together: a team too many was counted, or one too few.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.interval import Interval, reach
from crossfoot.checks.basis.outcome import Outcome, holds, query
from crossfoot.checks.basis.passages import Sentence
from crossfoot.model import Figure, Nature, Unit
from crossfoot.model.english import NUMBER_NAMED, numbers_named
from crossfoot.model.wording import number_words

_SMALL = numbers_named(2, 15)
_N = rf"(?:\d[\d,]*(?:\.\d+)?|{_SMALL})"
_ABOUT = r"(?:about |some |around |only |just )?"
_NO_NAME = rf"(?!(?:there|are|were|and|in|{_SMALL})\b)"
_SEVERAL = rf"(?:{_NO_NAME}[a-z-]+ ){{0,3}}?{_NO_NAME}(?!(?:has|was|is|as|this|its|years|months|weeks|days)\b)[a-z-]+s"
"""What is counted: a noun in the plural, with what stands before it."""
_HAS = (
    r"(?:(?:would|will|could|should) (?:then |now )?have|have|has|had|with|of|hold(?:s|ing)?|held|employ(?:s|ed|ing)?"
    r"|contain(?:s|ed|ing)?|consist(?:s|ed|ing)? of|compris(?:es|ed|ing)|made up of|having|number(?:s|ed)?|run by)"
)
_OF_THEM = r"(?: one)?(?: of (?:these|them|those|which)| (?:of the )?(?!has|had|have|with|holds|held)[a-z-]+s?)?"
_GROUPS = tuple(
    re.compile(pattern)
    for pattern in (
        # "six hubs have seven visitors each", "six hubs, each of seven visitors"
        (
            rf"\b(?P<n>{_N}) {_SEVERAL},? (?:(?:which|that) )?(?P<front>each )?{_HAS} {_ABOUT}(?P<k>{_N})"
            rf" (?P<people>{_SEVERAL})(?P<behind>,? (?:each|apiece))?"
        ),
        # "in the six hubs. Each of these has seven visitors", "six hubs and in each there are seven visitors"
        (
            rf"\b(?P<n>{_N}) {_SEVERAL}(?:[.,;]|,? and)(?: with| where| there are| in which| in)?(?P<front> (?:each"
            rf"|every)){_OF_THEM}"
            rf"(?: now| then)?,? (?:{_HAS}|there (?:are|were|will be|would be)) {_ABOUT}(?P<k>{_N})"
            rf" (?P<people>{_SEVERAL})"
        ),
        # "each of the six hubs has seven visitors"
        (
            rf"\b(?P<front>each|every one|all) of (?:the|our|its|these|their"
            rf"|those) (?P<n>{_N}) {_SEVERAL} {_HAS} {_ABOUT}(?P<k>{_N})"
            rf" (?P<people>{_SEVERAL})"
        ),
        # "seven in each of the six hubs", "seven visitors to each of six hubs"
        (
            rf"\b(?P<k>{_N})(?: (?!and\b)(?P<people>{_SEVERAL}))?,? (?:work(?:s|ed|ing)? |based )?(?:in|to|for|at|on)"
            rf" (?P<front>each|every one) of (?:the |our |its |their |those |these )?(?P<n>{_N}) {_SEVERAL}"
        ),
    )
)
_EACH = re.compile(
    r"\s*(?P<things>(?:[a-z-]+ ){0,3}?)(?:on average,? |in the mean )?(?:for|per|to|with) (?:each |every |an? )?"
    r"(?P<one>(?:[a-z-]+ ){0,2}?[a-z-]+?)(?: on average)?(?=[ ,.;)]|$)"
)
_EACH_FRONT = re.compile(
    r"\b(?:each|every) (?P<one>(?:[a-z-]+ ){0,2}?[a-z-]+?) (?:has|had|have|holds?|held|carr(?:y|ies|ied)|sees|saw"
    r"|would have"
    r"|works? with|looks? after)(?: now| on average| about| some)* $|\bon average each (?P<one_>[a-z -]+?) (?:has|had"
    r"|holds) $"
)
_LOAD = re.compile(
    r"\baverage (?:case ?load|load|work ?load)s?\b"
    r"(?: (?:of|was|is|being|at|now|then|about|some|to|for|each|per|a|[a-z]*worker))*\s+$"
)
_AVERAGE = re.compile(r"\b(?:average|mean|averag(?:es|ed|ing))\b")
_LOADS = re.compile(r"\s*(?:[a-z-]+ )?(?:cases|children|clients|families|people|pupils|tenants|referrals|households)\b")
_IN_ALL = re.compile(r"^[^.;:\d]{0,40}?\b(?:in all|in total|altogether|together|overall)\b")
_SUMS = re.compile(r"\b(?:total|in all|altogether|makes?|making|giving|gives|amounts? to|comes? to)\b[^.;\d]{0,40}$")
_NOT_A_LOAD = frozenset({Unit.PERCENT, Unit.PERCENTAGE_POINTS, Unit.RATE_PER_10000, Unit.RATIO})
_SPREAD = Decimal("0.02")
"""So much of what all have may be nobody's: the same is allowed as of a total and its workers."""
_OFF = 2
"""An average so many times off is of something else."""


@dataclass(frozen=True, slots=True)
class _People:
    """How many there are to share, what stands for that in the working, and the noun that names them."""

    number: Decimal
    working: tuple[Figure | str, ...]
    noun: str
    places: frozenset[int]


def group_loads(context: Context) -> Iterator[Outcome]:
    """Yield whether each average for one of those told by their groups is that of what all have together."""
    for sentence in context.passages.sentences:
        if not sentence.figures or _AVERAGE.search(sentence.low) is None:
            continue
        if context.passages.paragraphs[sentence.paragraph].is_row:
            continue
        yield from _of_sentence(context, sentence)


def _of_sentence(context: Context, sentence: Sentence) -> Iterator[Outcome]:
    before = context.passages.previous(sentence)
    both = [s for s in (before, sentence) if s is not None and s.paragraph == sentence.paragraph]
    people = _people(context, both)
    if people is None:
        return
    figures = [f for s in both for f in s.figures if f.span.start not in people.places]
    averages = [(f, one) for f in sentence.figures if f in figures and (one := _one(context, f)) is not None]
    if len(averages) != 1:
        return
    average, one = averages[0]
    if (one and _stem(one) not in people.noun) or average.nature in {Nature.TARGET, Nature.BENCHMARK}:
        return
    others = [f for f in figures if f is not average and f.unit not in _NOT_A_LOAD]
    totals = [f for f in others if _is_total(context, average, f)]
    if len(totals) != 1 or totals[0].value <= average.value:
        return
    yield from _said(totals[0], people, average)


def _people(context: Context, both: Sequence[Sentence]) -> _People | None:
    """Return those that some sentences tell by their groups; None for none, and where their number is another."""
    low, start, end = context.passages.low, both[0].span.start, both[-1].span.end
    at = {f.span.start: f for s in both for f in s.figures}
    for number, pattern in enumerate(_GROUPS):
        told = pattern.search(low, start, end)
        if told is None or (number == 0 and not (told["front"] or told["behind"])):
            continue
        n, k = _value(told["n"]), _value(told["k"])
        parts = tuple(at.get(told.start(name)) or told[name] for name in ("n", "k"))
        places = frozenset({told.start("n"), told.start("k")})
        all_of_them = _all_of_them(context, both, n * k, low[told.start() : told.end()])
        noun = (told["people"] or "") + (" " + all_of_them[1] if all_of_them else "")
        if not noun:
            return None
        extra = frozenset({all_of_them[0].span.start}) if all_of_them else frozenset[int]()
        return _People(n * k, ("(", parts[0], " × ", parts[1], ")"), noun, places | extra)
    return None


def _all_of_them(context: Context, both: Sequence[Sentence], number: Decimal, said: str) -> tuple[Figure, str] | None:
    """Return the figure that gives the same number in one, "36 visitors, six in each of …", with its noun."""
    for sentence in both:
        for figure in sentence.figures:
            noun = re.match(rf" (?P<noun>{_SEVERAL})\b", context.passages.after(figure, 45))
            told = figure.value == number and noun is not None and noun.group() not in said
            if noun is not None and told and _one(context, figure) is None:
                return figure, noun["noun"]
    return None


def _value(words: str) -> Decimal:
    return Decimal(NUMBER_NAMED.get(words) or words.replace(",", ""))


def _one(context: Context, figure: Figure) -> str | None:
    """Return whom a figure is an average for, "" where that is not said, and None where it is no average."""
    before, after = context.passages.before(figure, 60), context.passages.after(figure, 60)
    if _LOAD.search(before):
        return ""
    near = f"{before[-45:]} {after[:40]}"
    behind, front = _EACH.match(after), _EACH_FRONT.search(before)
    if _AVERAGE.search(near) is None or not (behind or front):
        return None
    return behind["one"] if behind else (front["one"] or front["one_"] or "") if front else None


def _stem(noun: str) -> str:
    """Return the noun of one, by which the noun of several is known: "support worker" of "support workers"."""
    return re.sub(r"y$", "", noun.rsplit(maxsplit=1)[-1])


def _is_total(context: Context, average: Figure, figure: Figure) -> bool:
    """Tell whether a figure is what all have together, by the noun that the average has or by what is said of it."""
    after = context.passages.after(figure, 60)
    thing = re.match(r"\s*(?P<thing>[a-z-]{3,})\b", context.passages.after(average, 30))
    own = thing is not None and re.match(rf"\s*(?:[a-z-]+ )?{thing['thing']}\b", after) is not None
    said = _IN_ALL.match(after) or _SUMS.search(context.passages.before(figure, 50))
    return own or _LOADS.match(after) is not None or said is not None


def _said(total: Figure, people: _People, average: Figure) -> Iterator[Outcome]:
    """Yield whether an average is that of a total and those who share it, where it may be meant to be."""
    if people.number <= 1 or average.value <= 0:
        return
    value = total.value / people.number
    shown = number_words(value.quantize(Decimal("0.1")).normalize())
    working: tuple[Figure | str, ...] = (total, " ÷ ", *people.working, f" = {shown}, ", average, " is printed")
    if Interval(value * (1 - _SPREAD), value * (1 + _SPREAD)).meets(reach(average)):
        yield holds("The average is that of the total and the number.", *working, ", holds")
    elif average.value / _OFF <= value <= average.value * _OFF:
        yield query(
            f"The total over the number gives an average of {shown}, but {number_words(average.value)} is printed; "
            "worth checking.",
            *working,
        )
