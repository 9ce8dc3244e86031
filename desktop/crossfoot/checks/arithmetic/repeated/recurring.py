"""Amounts that come back with a slip: two amounts told of the same thing, of which one is the other mistyped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.cues import content_words
from crossfoot.checks.basis.passages import Sentence
from crossfoot.checks.basis.slips import is_slip
from crossfoot.model import Figure, Qualifier, Unit

_NOUN = re.compile(
    r"\b(?:grants?|funds?|funding|schemes?|projects?|contracts?|awards?|loans?|programmes?|contributions?|investments?"
    r"|bids?|legacy|donations?|subsid(?:y|ies)|packages?|settlements?|budgets?|allocations?|savings?|prices?|costs?"
    r"|expenditure|provision|fees?|charges?|rents?|sums?|payments?|borrowing|receipts?|gaps?|reserves?|balances?"
    r"|placements?|allowances?|tenders?|premium|tariffs?|levy|precepts?|fines?|deficits?|surplus|pressures?|bequests?"
    r"|sponsorship|compensation|deposits?|salar(?:y|ies)|purchase|works?|sale|lease|estimates?|amounts?)\b"
)
_TWICE = re.compile(r"\bfrom\b[^.;]*\bto\b|\b(?:increas|rais|reduc|uplift|revis|chang)\w*\b")
_APART = re.compile(
    r"\b(?:further|additional|extra|another|second|third|remaining|remainder|balance|minimum|maximum"
    r"|first|share|average|revised|original|previous|new|monthly|weekly|annual|daily|quarterly|month|week|day"
    r"|hour|quarter"
    r"|capital|revenue|gross|net|target|phase|stage|band|option|opening|closing|part|half"
    r"|national|regional|estimate|tender|compared|against|last|next|up to|over|reserves?|saving|lower|higher|each)\b"
)
_SIDES = re.compile(
    r"\b(?:budget|outturn|out-turn|spen[dt]|spending|expenditure|forecast|projected|variance|overspen[dt]|underspen[dt]"
    r"|actual)\b"
)
"""Words for what was to be spent and what was: two amounts of which each has one of its own are two sides of a line."""
_YEAR = re.compile(r"\b(?P<first>(?:19|20)\d\d)(?:[/-](?:\d\d)?(?P<second>\d\d))?\b")
_KNOWN = re.compile(r"\b(?:the|this|that|these|its|our|such|same|whole of)\b")
_BESIDE = 22
"""So near in front of an amount a noun is its own: "the budget was £65.9m", "savings of £5.9m"."""
_ENOUGH = 4
_DIGITS = 3


@dataclass(frozen=True, slots=True)
class _Amount:
    """An amount with the words of its clause: all that tell, the nouns of money, and those that tell things apart."""

    figure: Figure
    sentence: Sentence
    words: frozenset[str]
    nouns: frozenset[str]
    apart: frozenset[str]
    sides: frozenset[str]
    years: frozenset[str]
    before_noun: dict[str, str]
    head: str
    known: bool


def recurring(context: Context) -> Iterator[tuple[Figure, Figure]]:
    """Yield pairs of amounts, the earlier first, that the words make the same and of which one is the other mistyped.

    Only one slip of typing between the two is looked at: two amounts for two things seldom are that near. The words
    must share the noun that the amount is of or enough else, and neither may be told apart by a year, another part or
    a budget against its outturn.
    """
    amounts: list[_Amount] = []
    for figure in context.figures:
        if figure.unit is not Unit.GBP or figure.qualifier not in {Qualifier.NONE, Qualifier.APPROX}:
            continue
        amount = _amount(context, figure)
        if amount is None:
            continue
        values = {a.figure.value for a in amounts}
        if figure.value not in values:
            near = [a for a in amounts if _slipped(a.figure, figure) and _same(a, amount)]
            if near:
                yield near[-1].figure, figure
        amounts.append(amount)


def _slipped(first: Figure, second: Figure) -> bool:
    """Tell whether one of two amounts is the other with one slip of typing."""
    if first.step == second.step:
        return is_slip(second, first.value)
    # "£1.15m" comes back as "£1.5m": a digit was dropped, and neither is the other rounded.
    scales, digits = zip(*(_printed(figure) for figure in (first, second)), strict=True)
    rounded = abs(first.value - second.value) <= max(first.step, second.step)
    return scales[0] == scales[1] != "" and not rounded and OSA.distance(*digits) == 1


_PRINTED = re.compile(r"([\d,]+(?:\.\d+)?)\s*(m|k|bn|b)?")


def _printed(figure: Figure) -> tuple[str, str]:
    """Return the scale and the digits that an amount is printed with: "m" and "1.15"."""
    found = _PRINTED.search(figure.quote.lower())
    return (found[2] or "", found[1].replace(",", "")) if found else ("", "")


def _is_swap(first: Figure, second: Figure) -> bool:
    """Tell whether two amounts have the same digits in another order: nothing else is so near by chance."""
    return sorted(_printed(first)[1]) == sorted(_printed(second)[1])


def _amount(context: Context, figure: Figure) -> _Amount | None:
    """Return an amount with the words of its clause; None in tables, whose rows say nothing of each other."""
    sentence = context.passages.sentence_of(figure)
    if sentence is None or context.passages.paragraphs[sentence.paragraph].kind in {"cells", "short"}:
        return None
    at = sentence.figures.index(figure)
    start = sentence.figures[at - 1].span.end if at else sentence.span.start
    end = sentence.figures[at + 1].span.start if at + 1 < len(sentence.figures) else sentence.span.end
    front = context.passages.low[start : figure.span.start][-110:]
    behind = context.passages.low[figure.span.end : end][:90]
    around = f"{front} {behind}"
    nouns = {m.group().removesuffix("s") for m in _NOUN.finditer(around)}
    narrowed = {}
    for match in _NOUN.finditer(around):
        word = re.search(r"([a-z’'-]+)\s+$", around[: match.start()])
        narrowed[match.group().removesuffix("s")] = word[1] if word and content_words(word[1]) else ""
    return _Amount(
        figure,
        sentence,
        content_words(around),
        frozenset(nouns),
        frozenset(m.group() for m in _APART.finditer(around)),
        frozenset(m.group()[:3] for m in _SIDES.finditer(around)),
        frozenset(year for m in _YEAR.finditer(context.text[start:end]) for year in _named(m)),
        narrowed,
        next((m.group().removesuffix("s") for m in _NOUN.finditer(front[-_BESIDE:])), ""),
        _KNOWN.search(front[-45:]) is not None,
    )


def _same(before: _Amount, now: _Amount) -> bool:
    """Tell whether the words beside two amounts make them amounts of one thing."""
    if before.sentence is now.sentence or before.apart != now.apart or _TWICE.search(now.sentence.low):
        return False
    if before.sides and now.sides and before.sides != now.sides:
        return False
    other_head = bool(before.head and now.head) and before.head != now.head
    if other_head or (before.years and now.years and not before.years & now.years):
        return False
    shared, nouns = before.words & now.words, before.nouns & now.nouns
    if any(_told_apart(before.before_noun[noun], now.before_noun[noun]) for noun in nouns):
        return False
    only = before.words - now.words, now.words - before.words
    near = abs(now.sentence.index - before.sentence.index) <= 1
    if not shared or (min(map(len, only)) > len(shared) * 3 and not near):
        return False
    digits = len(before.figure.value.normalize().as_tuple().digits) >= _DIGITS
    swap = _is_swap(before.figure, now.figure) and len(shared) > 1
    return len(shared) + bool(nouns) + now.known + near + digits + swap >= _ENOUGH


def _named(year: re.Match[str]) -> tuple[str, ...]:
    """Return the years that a year, or a year of two such as 2023/24, lies in."""
    first = year["first"]
    return (first, first[:2] + year["second"]) if year["second"] else (first,)


def _told_apart(first: str, second: str) -> bool:
    """Tell whether two words in front of one noun name two things."""
    return bool(first and second) and first != second
