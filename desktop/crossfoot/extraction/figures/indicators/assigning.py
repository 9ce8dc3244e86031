"""The indicator of a number in a sentence: what its words speak for, or what it carries on from the one before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from crossfoot.extraction.figures.indicators.budgets import BUDGET_BY_NATURE, GENERAL_BUDGETS
from crossfoot.extraction.figures.indicators.choice import THRESHOLD, Choice, Kind, choose, names_a_share
from crossfoot.extraction.figures.indicators.named import Named
from crossfoot.extraction.figures.indicators.order import source_in_order
from crossfoot.extraction.figures.indicators.reach import is_told_of_a_pronoun, reaches_of
from crossfoot.extraction.figures.indicators.silence import counts_a_part, names_before, says_nothing_new
from crossfoot.extraction.figures.lexicon import Lexicon
from crossfoot.extraction.figures.movements import start_of_movement
from crossfoot.extraction.figures.phrases import is_generic
from crossfoot.extraction.figures.place import Place
from crossfoot.extraction.figures.sight import Sight, Surroundings
from crossfoot.extraction.figures.tokens import is_plural
from crossfoot.extraction.figures.words import PEOPLE_AND_CASES, PREPOSITIONS, word_set
from crossfoot.model import Figure, Nature, Unit

_OWN_ZONES = frozenset({"counted", "before", "behind"})
_SPOKEN_ELSEWHERE = frozenset({"earlier", "later", "sentence before", "heading"})
"""Where words name an indicator that a number with none beside it rather has from the figure before."""

_PLAINLY = 2.0
"""How much more the words must speak for a general budget than for the measure that they also name."""

_BESIDE = frozenset({"counted", "before"})
_POINTS_AT = word_set("this that these those its")
_ANY_UNIT = frozenset({Unit.COUNT, Unit.PERCENT, Unit.PERCENTAGE_POINTS})
"""Units of a change or a comparison, whatever the unit of what changes."""

_LENT = frozenset({Unit.DAYS, Unit.WEEKS, Unit.MONTHS, Unit.RATE_PER_10000})
"""Units that a bare number has from the one that it is set against: "712 days; the threshold was 608"."""

_TOGETHER = word_set("together total overall combined net")
_ARTICLES = word_set("the a an our its their")
_COMPARES = word_set("compared comparison up down")
_COMPARED = frozenset({Nature.TARGET, Nature.BENCHMARK})
_SET_AGAINST = _COMPARED | {Nature.CHANGE}
_BY_NATURE, _CARRIED_ON = 7.0, 5.0
"""Weights of indicators that no wording beside the number speaks for."""


_AGAIN = (["("], ["or"], [",", "or"], [",or"], ["(or"], ["i.e."], ["(i.e."])
_NONE = Named(None, 0.0)
_SPOKEN_OF = 2.5
"""What must speak for any budget before a variance is one of it."""

_PRICES = frozenset({"placement_unit_cost_per_week", "placement_cost_per_year", "savings"})
"""Measures that may themselves be budgeted or forecast."""

_PER = word_set("per each apiece pcm pw pa p.a weekly monthly every")
_UNITS_OF_PRICE = word_set(
    "week month day night hour visit session mile head child place placement bed pupil person property home"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A number whose indicator is asked for: where it stands, of what kind it is, and what its words speak for.

    ``told`` is the nature that the words tell, before a resolution or a date makes a plan of it. ``silent`` tells that
    its words name no measure.
    """

    lexicon: Lexicon
    sight: Sight
    place: Place
    kind: Kind
    nature: Nature
    choices: list[Choice]
    silent: bool

    @property
    def counts_nothing_else(self) -> bool:
        """Tell whether behind the number no noun of its own is counted."""
        return is_generic(self.sight.phrase.head)

    @property
    def best(self) -> Choice | None:
        """Return what the words speak for most, or None where that is too little."""
        return self.choices[0] if self.choices and self.choices[0].weight >= THRESHOLD else None


def indicator_of(lexicon: Lexicon, sight: Sight, place: Place, kind: Kind, nature: Nature) -> Named:
    """Return the indicator of a number: what its words speak for, or what it carries on."""
    reaches = reaches_of(lexicon, sight)
    choices = choose(lexicon, kind, reaches)
    asked = Asked(lexicon, sight, place, kind, nature, choices, says_nothing_new(sight))
    if sight.number.money:
        return _of_money(asked)
    again = _said_again(asked)
    if again is not None:
        return again
    given = _given_before(asked)
    if given is not None:
        return given
    best = asked.best
    if (best is None or best.zone in _SPOKEN_ELSEWHERE) and names_a_share(lexicon, kind, reaches):
        return _NONE
    if best is not None and (is_told_of_a_pronoun(sight) or not asked.silent):
        return Named.by(best)
    if best is not None and not (asked.silent and (best.zone in _SPOKEN_ELSEWHERE or nature in _SET_AGAINST)):
        return Named.by(best)
    carried = _carried_on(asked)
    return carried if carried.indicator is not None or best is None else Named.by(best)


def _said_again(asked: Asked) -> Named | None:
    """Return the indicator of the amount that a share says again: "an overspend of £3.5m or 8.5%", "£7.1m (72%)"."""
    sight, kind = asked.sight, asked.kind
    before, s, first = sight.before, sight.sentence, sight.number.first
    if kind.unit is not Unit.PERCENT or before is None or before.unit is not Unit.GBP or before.indicator is None:
        return None
    between = s.text[before.span.end : s.tokens[first].start].split()
    return Named(before.indicator, _CARRIED_ON) if between in _AGAIN else None


def _given_before(asked: Asked) -> Named | None:
    """Return the indicator of the number that this one ends a movement from, repeats in order or is compared with."""
    sight, kind = asked.sight, asked.kind
    start = start_of_movement(sight)
    if start is not None and start.unit is kind.unit and asked.counts_nothing_else:
        return Named(start.indicator, _CARRIED_ON)
    compared = (source_in_order(sight) if asked.silent else None) or _compared_with(sight, kind.unit)
    return Named(compared.indicator, _CARRIED_ON) if compared is not None else None


def _of_money(asked: Asked) -> Named:
    """Return the indicator of an amount: a special budget, what the words beside it name, or the kind of plan."""
    sight, place, nature = asked.sight, asked.place, asked.nature
    best = asked.best
    special = _special_budget(asked)
    own = _measure_beside(asked)
    if own is not None and special is None and (_outweighs(best, own) or _stands_nearer(asked, own)):
        own = None
    if own is not None and special is not None and nature is Nature.ACTUAL:
        return Named.by(own)
    if special is not None and not _names_more_closely(asked.lexicon, best, special):
        goes_on = special.zone == "earlier" and sight.before is not None and sight.before.indicator == place.budget
        return Named(place.budget, _BY_NATURE) if goes_on and place.budget is not None else Named.by(special)
    if any(token.low in _TOGETHER for token in sight.sentence.tokens[: sight.number.first]) or _names_a_budget(sight):
        place.budget = None  # a sum over all budgets, or another budget, ends the talk of one
    general = BUDGET_BY_NATURE.get(nature)
    if place.budget is not None and general is not None:
        return Named(place.budget, _BY_NATURE)
    if own is not None:
        return Named.by(own)
    if best is not None and best.indicator not in GENERAL_BUDGETS and best.zone in _OWN_ZONES:
        if not _stands_nearer(asked, best):
            return Named.by(best)
    elif best is not None and best.indicator not in GENERAL_BUDGETS and general is None and nature is not Nature.CHANGE:
        return Named.by(best)
    return _of_general_money(asked, general)


def _outweighs(best: Choice | None, own: Choice) -> bool:
    """Tell whether the words speak so much more for a general budget that the measure beside it is not meant."""
    return best is not None and best.weight > own.weight + _PLAINLY


def _stands_nearer(asked: Asked, own: Choice) -> bool:
    """Tell whether the words that name an amount's kind stand between the measure's and the amount.

    What the measure names is then whose it is: "the General Fund was forecast to overspend by £3.17m".
    """
    general = BUDGET_BY_NATURE.get(asked.nature)
    if general is None or own.zone != "before" or own.indicator in _PRICES:
        return False
    text = asked.sight.sentence.text
    return any(
        c.indicator == general and c.zone == "before" and c.start >= own.end and not _is_a_mood(text[c.start : c.end])
        for c in asked.choices
    )


def _is_a_mood(words: str) -> bool:
    """Tell whether words that name a forecast say no more than that something is one: "reserves were forecast to"."""
    return words.lower() in {"forecast", "forecasting", "projected"}


def _measure_beside(asked: Asked) -> Choice | None:
    """Return the measure that the words beside an amount name, where it is no budget."""
    named = (
        choice
        for choice in asked.choices
        if choice.indicator not in GENERAL_BUDGETS
        and choice.zone in _BESIDE
        and choice.weight >= THRESHOLD
        and not asked.lexicon.is_budget(choice.indicator)
    )
    return next(named, None)


def _of_general_money(asked: Asked, general: str | None) -> Named:
    """Return the indicator of an amount whose words name no measure of their own; ``general`` is that of its nature."""
    best = asked.best
    carried = _amount_carried_on(asked)
    if carried is not None:
        return Named(carried, _CARRIED_ON)
    if is_a_price(asked.sight):
        return _NONE
    if general is not None and _speaks_of_budgets(asked):
        return Named(general, _BY_NATURE, next((c for c in asked.choices if c.indicator == general), None))
    if best is not None and asked.nature is Nature.ACTUAL and _names_spending(best):
        return Named.by(best)
    return _NONE


def is_a_price(sight: Sight) -> bool:
    """Tell whether an amount is what one thing or one week of it costs, which is nobody's budget."""
    s, n = sight.sentence, sight.number
    if s.low(n.last) in _PER or (s.low(n.last) in {"a", "an"} and s.stem(n.last + 1) in _UNITS_OF_PRICE):
        return True
    return n.step < 1 and n.scale == 1


def _speaks_of_budgets(asked: Asked) -> bool:
    """Tell whether words around an amount name a budget, a forecast, spending or a variance, for its nature to say which.

    A plan or a price is told in the same moods, and is of no budget: "it would cost £1.05m". A variance is told by
    its own words, so that it is enough that budgets were spoken of before it.
    """
    least = _SPOKEN_OF if asked.nature is Nature.VARIANCE else THRESHOLD
    return any(c.indicator in GENERAL_BUDGETS and c.weight >= least for c in asked.choices)


def _amount_carried_on(asked: Asked) -> str | None:
    """Return the indicator of the amount that this one is a part of: "Of that £190,000 from hours, £85,000 from"."""
    sight, around = asked.sight, asked.sight.around
    text = sight.sentence.text
    open_ = (f for f in reversed(sight.told) if not _in_closed_brackets(text, f.span.end, sight.start))
    source = next((figure for figure in open_ if figure.unit is Unit.GBP), None)
    if source is None or (source.indicator is None and around.lead_source is not None):
        source = around.lead_source
    told_of_it = is_told_of_a_pronoun(sight)
    if source is None and (around.previous or around.points_back) and (counts_a_part(sight) or told_of_it):
        source = asked.place.last
    if source is None or source.indicator is None or source.unit is not Unit.GBP:
        return None
    if source.indicator in GENERAL_BUDGETS and source.nature is not asked.nature:
        return None
    goes_on = (
        asked.silent or told_of_it or around.lead_source is not None or counts_a_part(sight) or _stands_parallel(sight)
    )
    return source.indicator if goes_on else None


def _in_closed_brackets(text: str, end: int, start: int) -> bool:
    """Tell whether brackets close between what ends at ``end`` and ``start`` that were open there."""
    between = text[end:start]
    return between.count(")") > between.count("(")


def _stands_parallel(sight: Sight) -> bool:
    """Tell whether the same preposition stands behind a number and behind the one before: "£5m from A, £3m from B"."""
    s, k = sight.sentence, sight.index
    before = [n for n in sight.reading.numbers[max(0, k - 3) : k] if n.money]
    word = s.low(sight.number.last)
    return word in PREPOSITIONS and any(word in {s.low(n.last), s.low(n.last + 1)} for n in before)


def _special_budget(asked: Asked) -> Choice | None:
    """Return the special budget that the words around an amount name, or None."""
    if asked.nature is not Nature.ACTUAL and asked.nature not in BUDGET_BY_NATURE:
        return None
    near = _OWN_ZONES | {"earlier"}
    budgets = (c for c in asked.choices if asked.lexicon.is_budget(c.indicator) and c.zone in near)
    special = next(budgets, None)
    return special if special is not None and special.weight > 4 else None


def _names_a_budget(sight: Sight) -> bool:
    """Tell whether the words between the number before and this one name a budget: "the leaving care budget was"."""
    s = sight.sentence
    for i in range(sight.number.first):
        token = s.tokens[i]
        if token.start >= sight.left and s.stem(i) == "budget":
            return s.low(i - 1) not in _POINTS_AT
    return False


def _names_more_closely(lexicon: Lexicon, best: Choice | None, special: Choice) -> bool:
    """Tell whether the words beside an amount name something else than a budget: "£4,950 per week"."""
    return (
        best is not None
        and best.zone in _OWN_ZONES
        and best.indicator not in GENERAL_BUDGETS
        and not lexicon.is_budget(best.indicator)
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
    while s.low(first - 1) in _ARTICLES:
        first -= 1
    word = s.low(first - 1)
    compares = (
        word in {"than", "against"}
        or (word in {"with", "from"} and s.low(first - 2) in _COMPARES)
        or (word == "after" and s.low(first - 2) == ",")
    )
    if not compares or phrase.close > phrase.first:
        return None
    return next((f for f in reversed(sight.told) if f.unit is unit and f.indicator is not None), None)


def _carried_on(asked: Asked) -> Named:
    """Return the indicator of the figure before, where a number without words of its own goes on from it."""
    sight, nature, silent = asked.sight, asked.nature, asked.silent
    phrase = sight.phrase
    bare = phrase.close == phrase.first or is_generic(phrase.head) or _is_adjective(sight)
    leans = bare and (sight.before is not None or sight.around.lead_source is not None)
    if not (nature in _COMPARED or leans or silent or counts_a_part(sight)):
        return _NONE
    for source in _sources(asked):
        indicator = _akin(asked, source)
        if indicator is not None:
            lent = source.unit if asked.kind.bare and source.unit in _LENT and source.indicator == indicator else None
            if asked.kind.bare and asked.lexicon.is_rate(indicator):
                lent = Unit.RATE_PER_10000
            return Named(indicator, _CARRIED_ON, unit=lent)
        if source.unit is asked.kind.unit:
            break  # it goes on about what has no indicator
    return _NONE


def _is_adjective(sight: Sight) -> bool:
    """Tell whether what stands behind a number is one word that only tells of what kind: "20 medium and 12 low"."""
    s, phrase = sight.sentence, sight.phrase
    word = s.low(phrase.first)
    return phrase.close - phrase.first == 1 and not is_plural(word) and s.stem(phrase.first) not in PEOPLE_AND_CASES


def _sources(asked: Asked) -> Iterator[Figure]:
    """Yield the figures that a number may go on from, the nearest first."""
    sight, around = asked.sight, asked.sight.around
    in_order = source_in_order(sight) if asked.silent else None
    if in_order is not None:
        yield in_order
    yield from reversed(sight.told)
    last = asked.place.last
    goes_on = around.points_back or is_told_of_a_pronoun(sight) or not sight.told or not names_before(sight)
    if last is not None and goes_on and _is_of_block(last, around):
        yield last
    if around.lead_source is not None:
        yield around.lead_source
    elif last is not None and around.lead is not None:
        yield last


def _is_of_block(figure: Figure, around: Surroundings) -> bool:
    """Tell whether a figure stands in one of the sentences before in the same block."""
    return bool(around.previous) and around.previous[0].sentence.block.start <= figure.span.start


def _rate_of(asked: Asked, source: Figure) -> str | None:
    """Return the rate of what was counted, where a bare number is said to be one: "391 children, a rate of 91.1"."""
    s, first = asked.sight.sentence, asked.sight.number.first
    if not asked.kind.bare or source.indicator is None or "rate" not in {s.stem(first - 1), s.stem(first - 2)}:
        return None
    return next((key for key in asked.lexicon.kin[source.indicator] if asked.lexicon.is_rate(key)), None)


def _akin(asked: Asked, source: Figure) -> str | None:
    """Return a figure's indicator or, for a number of another unit, its rate or share, or what it is a share of."""
    lexicon, kind = asked.lexicon, asked.kind
    rate = _rate_of(asked, source)
    if rate is not None:
        return rate
    if source.indicator is None or source.unit is kind.unit or (kind.bare and source.unit in _LENT):
        return source.indicator
    if (
        asked.nature in _SET_AGAINST
        and kind.unit in _ANY_UNIT
        and (source.unit is not Unit.GBP or kind.unit is Unit.PERCENT)
    ):
        return source.indicator
    return next((key for key in lexicon.kin[source.indicator] if kind.suits(lexicon, key)), None)
