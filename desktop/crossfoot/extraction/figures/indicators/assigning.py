"""The indicator of a number in a sentence: what its words speak for, or what it carries on from the one before."""

from __future__ import annotations

from dataclasses import dataclass

from crossfoot.extraction.figures.indicators.budgets import BUDGET_BY_NATURE, GENERAL_BUDGETS, SPECIAL_BUDGETS
from crossfoot.extraction.figures.indicators.choice import THRESHOLD, Choice
from crossfoot.extraction.figures.lexicon import Lexicon, Mention
from crossfoot.extraction.figures.phrases import is_generic
from crossfoot.extraction.figures.place import Place
from crossfoot.extraction.figures.reading import Reading
from crossfoot.extraction.figures.sight import Sight, Surroundings
from crossfoot.extraction.figures.words import word_set
from crossfoot.model import Figure, Nature, Unit

_OWN_ZONES = frozenset({"counted", "before", "behind"})
_POINTS_AT = word_set("this that these those its")
_TOGETHER = word_set("together total overall combined net")
_COMPARES = word_set("compared comparison up down")
_COMPARED = frozenset({Nature.TARGET, Nature.BENCHMARK})
_MATCHED_IN_ORDER, _BY_NATURE, _CARRIED_ON = 9.0, 7.0, 5.0
"""Weights of indicators that no wording beside the number speaks for."""


@dataclass(frozen=True, slots=True)
class Named:
    """A number's indicator, the weight that speaks for it, and the choice of words that names it, if any does."""

    indicator: str | None
    weight: float
    words: Choice | None = None

    @classmethod
    def by(cls, choice: Choice) -> Named:
        """Return the indicator of a choice."""
        return cls(choice.indicator, choice.weight, choice)

    @property
    def certain(self) -> bool:
        """Tell whether the words name it so clearly that a repeated number does not change it."""
        return self.weight >= _MATCHED_IN_ORDER


_NONE = Named(None, 0.0)


def indicator_of(sight: Sight, place: Place, unit: Unit | None, nature: Nature, choices: list[Choice]) -> Named:
    """Return the indicator of a number from the ``choices`` that its words leave, the strongest first."""
    best = choices[0] if choices and choices[0].weight >= THRESHOLD else None
    if sight.number.money:
        return _of_money(sight, place, nature, choices, best)
    compared = _compared_with(sight, unit)
    if compared is not None:
        return Named(compared.indicator, _CARRIED_ON)
    if best is not None:
        return Named.by(best)
    return _carried_on(sight, place, unit, nature)


def _of_money(sight: Sight, place: Place, nature: Nature, choices: list[Choice], best: Choice | None) -> Named:
    """Return the indicator of an amount: a special budget, what the words beside it name, or the kind of plan."""
    special = _special_budget(nature, choices)
    if special is not None and not _names_more_closely(best, special):
        return Named.by(special)
    if any(token.low in _TOGETHER for token in sight.sentence.tokens[: sight.number.first]) or _names_a_budget(sight):
        place.budget = None  # a sum over all budgets, or another budget, ends the talk of one
    general = BUDGET_BY_NATURE.get(nature)
    if place.budget is not None and general is not None:
        return Named(place.budget, _BY_NATURE)
    if best is not None and best.indicator not in GENERAL_BUDGETS and (best.zone in _OWN_ZONES or general is None):
        return Named.by(best)
    if general is not None:
        return Named(general, _BY_NATURE, next((c for c in choices if c.indicator == general), None))
    if best is not None and nature is Nature.ACTUAL and _names_spending(best):
        return Named.by(best)
    return _NONE


def _special_budget(nature: Nature, choices: list[Choice]) -> Choice | None:
    """Return the special budget that the words around an amount name, or None."""
    if nature is not Nature.ACTUAL and nature not in BUDGET_BY_NATURE:
        return None
    near = _OWN_ZONES | {"earlier"}
    special = next((c for c in choices if c.indicator in SPECIAL_BUDGETS and c.zone in near), None)
    return special if special is not None and special.weight > 4 else None


def _names_a_budget(sight: Sight) -> bool:
    """Tell whether the words between the number before and this one name a budget: "the leaving care budget was"."""
    s = sight.sentence
    for i in range(sight.number.first):
        token = s.tokens[i]
        if token.start >= sight.left and s.stem(i) == "budget":
            return s.low(i - 1) not in _POINTS_AT
    return False


def _names_more_closely(best: Choice | None, special: Choice) -> bool:
    """Tell whether the words beside an amount name something else than a budget: "£4,950 per week"."""
    return (
        best is not None
        and best.zone in _OWN_ZONES
        and best.indicator not in GENERAL_BUDGETS | SPECIAL_BUDGETS
        and best.weight > special.weight + 1
    )


def _names_spending(choice: Choice) -> bool:
    """Tell whether a general wording of budgets may name an amount that was spent."""
    return choice.indicator == "outturn" or (
        choice.zone in {"counted", "before"} and choice.indicator != "approved_budget"
    )


def _compared_with(sight: Sight, unit: Unit | None) -> Figure | None:
    """Return the figure that a bare number is compared with: "297 children, a rate of 82.5, compared with 288"."""
    s, first, phrase = sight.sentence, sight.number.first, sight.phrase
    word = s.low(first - 1)
    compares = word in {"than", "against"} or (word in {"with", "from"} and s.low(first - 2) in _COMPARES)
    if not compares or phrase.close > phrase.first:
        return None
    return next((f for f in reversed(sight.told) if f.unit is unit and f.indicator is not None), None)


def _carried_on(sight: Sight, place: Place, unit: Unit | None, nature: Nature) -> Named:
    """Return the indicator of the figure before, where a number without words of its own goes on from it."""
    around, phrase = sight.around, sight.phrase
    source = sight.before or (place.last if around.previous or around.lead is not None else None)
    if source is None or source.indicator is None or source.unit != unit:
        return _NONE
    bare = phrase.close == phrase.first or is_generic(phrase.head)
    compared = nature in _COMPARED
    leans = sight.before is not None or around.points_back or (unit is not Unit.COUNT and around.lead is None)
    return Named(source.indicator, _CARRIED_ON) if compared or (bare and leans) else _NONE


def matched_in_order(lexicon: Lexicon, reading: Reading, around: Surroundings) -> dict[int, Named]:
    """Return the indicators of numbers that "respectively" matches with as many names in the same order."""
    at = next((i for i, token in enumerate(reading.sentence.tokens) if token.low == "respectively"), None)
    row = _row_before(reading, at) if at is not None else []
    if len(row) < 2:
        return {}
    names = _names_before(lexicon, reading, reading.numbers[row[0]].first)
    sources = reversed(around.previous)
    while len(names) != len(row):
        source = next(sources, None)
        if source is None:
            return {}
        names = _names_before(lexicon, source, len(source.sentence.tokens))
    return {k: Named(name, _MATCHED_IN_ORDER) for k, name in zip(row, names, strict=True)}


def _row_before(reading: Reading, at: int) -> list[int]:
    """Return which numbers stand in one row that ends before the token ``at``."""
    s = reading.sentence
    row: list[int] = []
    edge = at
    for k in reversed(range(len(reading.numbers))):
        n = reading.numbers[k]
        if n.last > edge:
            continue
        if edge - n.last > 6 or any(s.is_number(j) for j in range(n.last, edge)):
            break
        row.insert(0, k)
        edge = n.first
    return row


def _names_before(lexicon: Lexicon, reading: Reading, limit: int) -> list[str]:
    """Return the indicators that a sentence names before the token ``limit``, in order, each once."""
    reading.prepare(lexicon)
    names: list[str] = []
    reached = -1

    def by_place(mention: Mention) -> tuple[int, int]:
        return mention.first, mention.first - mention.last

    for mention in sorted(reading.mentions, key=by_place):
        if mention.last > limit or mention.last <= reached:
            continue
        named = next((w.indicator for w in lexicon.wordings_of[mention.phrase] if len(w.phrases) == 1), None)
        if named is not None:
            names.append(named)
            reached = mention.last
    return list(dict.fromkeys(names))
