"""What a claim speaks of: the indicator that the words of its clause name, or that a pronoun takes up from before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crossfoot.extraction.figures import Lexicon
from crossfoot.extraction.figures.indicators.choice import THRESHOLD, Choice, Kind, choose
from crossfoot.extraction.figures.lexicon import Mention
from crossfoot.extraction.figures.reached import Reach
from crossfoot.extraction.figures.sentences import Sentence
from crossfoot.extraction.figures.tokens import is_plural
from crossfoot.extraction.figures.words import PEOPLE_AND_CASES
from crossfoot.extraction.statements.clauses import Clause
from crossfoot.extraction.statements.ways import Claim
from crossfoot.extraction.unchanging import unchanging
from crossfoot.model import Direction, Nature, Unit

_RIGHT_BEFORE, _BEHIND = 9.0, 8.5
"""What a wording weighs in front of a claim, and behind one that is said of what follows."""

_OF_WHAT_FOLLOWS = re.compile(r"\b(?:in|of|for|a|significant|large|substantial|considerable)$")
_JUDGEMENTS = frozenset({"good", "outstanding", "inadequate", "satisfactory"})
"""Words that inspectors judge with and everybody else praises with: alone they name no indicator."""

_FARTHEST = 60
"""How many characters behind a claim what it is of may begin."""

_SHARE = re.compile(
    r"\b(?:shares?|proportions?|percentages?|rates?|timeliness|performance|completions?|take-up|within)\b"
)
_TIME = re.compile(r"\b(?:longer|shorter|waits?|waiting|time taken|length of time|days|weeks|quicker|slower)\b")
_MONEY = re.compile(
    r"\b(?:overspen\w+|underspen\w+|balances|reserves|savings|costs?|budgets?|income|deficit|expenditure)\b"
)
_SPEAKS_OF = {Unit.DAYS: _TIME, Unit.GBP: _MONEY, Unit.PERCENT: _SHARE}
_MOVES = frozenset({Direction.UP, Direction.DOWN})
_OF_TARGETS = frozenset({Direction.ABOVE_TARGET, Direction.BELOW_TARGET})
_KINDS = {
    Unit.PERCENT: Kind(Unit.PERCENT, Nature.ACTUAL, whole=True),
    Unit.DAYS: Kind(Unit.DAYS, Nature.ACTUAL, whole=True),
    Unit.GBP: Kind(Unit.GBP, Nature.ACTUAL, whole=True),
    Unit.COUNT: Kind(Unit.COUNT, Nature.ACTUAL, whole=True),
    Unit.RATE_PER_10000: Kind(Unit.RATE_PER_10000, Nature.ACTUAL, whole=True),
}
_LESS_LIKELY = 1.5
"""What is taken off an indicator of another kind than the words of the clause speak of."""

_PRONOUN = re.compile(
    r"^\W*(?:(?:and|but|so|although|though|while|whilst|as)\s+)?"
    r"(?:they|it|this|these|that|which|both|numbers|the (?:number|numbers|figure|figures|rate|position|total|trend))\s"
    r"(?:\w+\s){0,5}$"
)
"""The beginning of a clause that takes up what was spoken of before."""

_MEASURED = re.compile(
    r"\b(?:numbers?|rates?|proportions?|shares?|percentages?|levels?|demand|volumes?|averages?|performance|timeliness"
    r"|costs?|prices?|times?|arrears|income|satisfaction|attendances?|visits|lists?|membership|usage|use|take-up"
    r"|quality|grades?|ratios?|pressures?|receipts|expectancy|mortality|crime|ratings?"
    r"|transfers|conceptions|results|recycling|turnover|absence|sickness)\b"
)
"""What can go up and down though the dictionary has no name for it."""


@unchanging(frozen=True, slots=True)
class Spoken:
    """A claim in its sentence ``s``: its ``clause``, the sentence's ``words`` in lower case, and the last sentence."""

    s: Sentence
    words: str
    claim: Claim
    clause: Clause
    before: Sentence | None


@unchanging(frozen=True, slots=True)
class Subject:
    """What a claim speaks of: an indicator, or none that the dictionary has, and its words within the text."""

    indicator: str | None
    start: int
    end: int


def subjects_of(lexicon: Lexicon, spoken: Spoken) -> Iterator[Subject]:
    """Yield what a claim speaks of: indicators, several where "and" joins them, or what no indicator measures."""
    s, clause, claim = spoken.s, spoken.clause, spoken.claim
    mentions = lexicon.mentions(s)
    front = spoken.words[clause.start : claim.start]
    named = list(_named(lexicon, spoken, mentions))
    if named:
        yield from named
    elif _PRONOUN.match(f"{front.strip()} "):
        yield from _taken_up(lexicon, spoken, mentions)
    elif _MEASURED.search(front) or _MEASURED.search(claim.words) or _counts(s, clause, claim):
        yield Subject(None, s.start + clause.start + len(front) - len(front.lstrip(" ,")), s.start + claim.end)


def _named(lexicon: Lexicon, spoken: Spoken, mentions: Sequence[Mention]) -> Iterator[Subject]:
    """Yield the indicators that the words of the claim's clause name; several where "and" joins them."""
    s, clause, claim = spoken.s, spoken.clause, spoken.claim
    follows = _OF_WHAT_FOLLOWS.search(claim.words.rstrip()) is not None
    compared = _compared(claim)
    reaches: list[Reach] = []
    for mention in mentions:
        start, end = s.tokens[mention.first].start - s.start, s.tokens[mention.last - 1].end - s.start
        if mention.last - mention.first == 1 and s.low(mention.first) in _JUDGEMENTS:
            continue
        of_claim = start < claim.end and end > claim.start
        if start < clause.start or end > clause.end or (of_claim and not compared.start <= start < compared.end):
            continue
        if not of_claim and (follows is (start < claim.start) or start > claim.end + _FARTHEST):
            continue  # "an improvement in" is of what stands behind, "has improved" of what stands in front
        weight = _RIGHT_BEFORE if start < claim.end else _BEHIND
        reaches.append(Reach.of(s, mention, weight, "counted"))
    likely = _choices(lexicon, reaches, spoken.words[clause.start : clause.end], claim.direction)
    choices = [c for c in likely if c.alone or not _AND.search(s.text[slice(*c.within)])]
    if not choices:
        return
    best = choices[0]
    yield Subject(best.indicator, best.start, best.end)
    for other in choices[1:]:
        gap = s.text[min(best.end, other.end) : max(best.start, other.start)]
        apart = other.end <= best.start or best.end <= other.start
        if apart and other.weight >= best.weight - 1 and _JOINED.fullmatch(gap):
            yield Subject(other.indicator, other.start, other.end)
            return


def _compared(claim: Claim) -> Clause:
    """Return the place of what a claim itself compares: "fewer looked after children than a year before"."""
    found = _COMPARES.match(claim.words)
    return Clause(claim.start, claim.start + found.end()) if found else Clause(claim.start, claim.start)


_COMPARES = re.compile(
    r"(?:fewer|smaller|less|more|greater|larger|not (?:as|so) (?:many|much))\b.*?(?=\b(?:than|as)\b)"
)
_AND = re.compile(r"\band\b", re.IGNORECASE)
"""What joins two subjects: "contacts and referrals have risen" is of both, not of contacts that become referrals."""

_JOINED = re.compile(r"[\s,]*(?:\band\b|&|,)\s*(?:the\s+)?(?:number of\s+)?", re.IGNORECASE)


def _choices(lexicon: Lexicon, reaches: Sequence[Reach], words: str, direction: Direction) -> list[Choice]:
    """Return the indicators that wordings speak for, the likeliest first, of whatever kind their figures would be."""
    if not reaches:
        return []
    spoken = (unit for unit, pattern in _SPEAKS_OF.items() if pattern.search(words))
    asked = next(spoken, Unit.PERCENT if direction in _OF_TARGETS else Unit.COUNT)
    found: dict[str, tuple[float, Choice]] = {}
    for unit, kind in _KINDS.items():
        for choice in choose(lexicon, kind, reaches):
            weight = choice.weight - (0 if unit is asked else _LESS_LIKELY)
            if choice.weight >= THRESHOLD and weight > found.get(choice.indicator, (0.0, choice))[0]:
                found[choice.indicator] = (weight, choice)
    return [choice for _, choice in sorted(found.values(), key=lambda pair: -pair[0])]


def _taken_up(lexicon: Lexicon, spoken: Spoken, mentions: Sequence[Mention]) -> Iterator[Subject]:
    """Yield what a pronoun takes up: what is named before in the sentence, else in the sentence before."""
    s, clause, before = spoken.s, spoken.clause, spoken.before
    start, end = s.start + clause.start, s.start + clause.end
    earlier = [m for m in mentions if s.tokens[m.last - 1].end <= start]
    for sentence, named in ((s, earlier), (before, lexicon.mentions(before) if before is not None else [])):
        if sentence is None or not named:
            continue
        words = sentence.text[sentence.start : sentence.end].lower()
        reaches = [Reach.of(sentence, m, _RIGHT_BEFORE, "counted") for m in named]
        choices = _choices(lexicon, reaches, words, spoken.claim.direction)
        if choices:
            yield Subject(choices[0].indicator, start, end)
            return
    if _MEASURED.search(spoken.words[: clause.start]):
        yield Subject(None, start, end)


_OF_ONE = ("has ", "is ", "was ")
"""Verbs of one thing: in "morale among the drivers has improved" the drivers are not what improved."""

_NEAR = 24
"""How many characters behind "an upsurge in" what there is more of may stand."""


def _counts(s: Sentence, clause: Clause, claim: Claim) -> bool:
    """Tell whether people or cases stand in front of a claim, or behind one that is said of what follows."""
    for i, token in enumerate(s.tokens):
        at = token.start - s.start
        if clause.start <= at < clause.end and is_plural(token.low) and s.stem(i) in PEOPLE_AND_CASES:
            return at < claim.end or claim.words.startswith(("fewer", "more", "not", "greater"))
        if claim.direction in _MOVES and at < claim.start and token.end - s.start == claim.start - 1:
            return is_plural(token.low) and not claim.words.startswith(_OF_ONE)
        if claim.words.endswith(" in") and claim.end < at <= claim.end + _NEAR and is_plural(token.low):
            return True
    return False
