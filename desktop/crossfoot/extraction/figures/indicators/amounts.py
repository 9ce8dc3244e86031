"""The indicator of an amount: a special budget, what the words beside it name, or the kind of plan that it is."""

from __future__ import annotations

from dataclasses import replace

from crossfoot.extraction.figures.indicators.another import is_of_another_pot
from crossfoot.extraction.figures.indicators.asked import CARRIED_ON, NONE, Asked
from crossfoot.extraction.figures.indicators.budgets import BUDGET_BY_NATURE, GENERAL_BUDGETS
from crossfoot.extraction.figures.indicators.choice import THRESHOLD, Choice
from crossfoot.extraction.figures.indicators.named import Named
from crossfoot.extraction.figures.indicators.reach import is_told_of_a_pronoun
from crossfoot.extraction.figures.indicators.silence import counts_a_part, names_more_than
from crossfoot.extraction.figures.lexicon import Lexicon
from crossfoot.extraction.figures.sight import Sight
from crossfoot.extraction.figures.words import PREPOSITIONS, word_set
from crossfoot.model import Nature, Unit

_OWN_ZONES = frozenset({"counted", "before", "behind"})
_PLAINLY = 2.0
"""How much more the words must speak for a general budget than for the measure that they also name."""

_BESIDE = frozenset({"counted", "before"})
_POINTS_AT = word_set("this that these those its")
_TOGETHER = word_set("together total overall combined net")
_BY_NATURE = 7.0
"""The weight of an indicator that no wording beside an amount speaks for."""

_OF_ANY_BUDGET = word_set(
    """
    budget budgeted outturn overspend overspent overspending underspend underspent underspending spend spending spent
    forecast forecasting projected projection expected estimated position final saving variance variation pressure
    result resulting set original revised approved net gross financial expenditure cost actual exceed exceeded outlay
    against leaving giving excess agreed increased been with provided available costs this commitment commitments
    """
)
"""Words that say of what kind an amount of a budget is, and not whose."""

_SPOKEN_OF = 2.5
"""What must speak for any budget before a variance is one of it."""

_UNIT_COSTS = frozenset({"placement_unit_cost_per_week", "placement_cost_per_year"})
"""Measures that the amounts of one sentence share: "£880 with an agency carer and £410 in-house"."""

_PRICES = _UNIT_COSTS | {"savings"}
"""Measures that may themselves be budgeted or forecast."""

_NEVER_PRICES = GENERAL_BUDGETS | {"capital_cost_grant", "general_fund_balances", "medium_term_budget_gap"}
"""What a charge or the cost of one thing is none of: "£1,412 per square metre"."""

_OF_TIME = word_set("annum year")
_PER = word_set("per each apiece pcm pw pa p.a weekly monthly every")
_UNITS_OF_PRICE = word_set(
    "week month day night hour visit session mile head child place placement bed pupil person property home"
)


def indicator_of_money(asked: Asked) -> Named:
    """Return the indicator of an amount: a special budget, what the words beside it name, or the kind of plan."""
    price = is_a_price(asked.sight)
    left = [
        c for c in asked.choices if not (price and c.indicator in _NEVER_PRICES) and not is_of_another_pot(asked, c)
    ]
    if len(left) < len(asked.choices):
        asked = replace(asked, choices=left)
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
    if place.budget is not None and general is not None and not names_more_than(sight, _OF_ANY_BUDGET):
        return Named(place.budget, _BY_NATURE)
    measure = own or _measure_around(asked, general)
    if measure is None or measure.zone not in _OWN_ZONES:
        shared = next((f.indicator for f in reversed(sight.told) if f.unit is Unit.GBP), None)
        if shared in _UNIT_COSTS and nature not in BUDGET_BY_NATURE:
            return Named(shared, CARRIED_ON)
    return Named.by(measure) if measure is not None else _of_general_money(asked, general)


def _measure_around(asked: Asked, general: str | None) -> Choice | None:
    """Return the measure that the words in an amount's own clause name, or those farther off where no plan is told."""
    best = asked.best
    if best is None or best.indicator in GENERAL_BUDGETS:
        return None
    if best.zone in _OWN_ZONES:
        return None if _stands_nearer(asked, best) else best
    return best if general is None and asked.nature is not Nature.CHANGE else None


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
    if _is_part_of_variance(asked):
        return Named("budget_variance", CARRIED_ON)
    carried = _amount_carried_on(asked)
    price = is_a_price(asked.sight)
    if carried is not None and not (price and carried in _NEVER_PRICES | {"savings"}):
        return Named(carried, CARRIED_ON)
    if price:
        return NONE
    if general is not None and _speaks_of_budgets(asked):
        return Named(general, _BY_NATURE, next((c for c in asked.choices if c.indicator == general), None))
    elsewhere = best is not None and best.zone == "earlier" and not asked.silent
    if best is not None and asked.nature is Nature.ACTUAL and _names_spending(best) and not elsewhere:
        return Named.by(best)
    return NONE


def is_a_price(sight: Sight) -> bool:
    """Tell whether an amount is what one thing or one week of it costs, which is nobody's budget."""
    s, n = sight.sentence, sight.number
    if (s.low(n.last) in _PER and s.stem(n.last + 1) not in _OF_TIME) or (
        s.low(n.last) in {"a", "an"} and s.stem(n.last + 1) in _UNITS_OF_PRICE
    ):
        return True
    return n.step < 1 and n.scale == 1


def _speaks_of_budgets(asked: Asked) -> bool:
    """Tell whether words around an amount name a budget, a forecast, spending or a variance.

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
        again = source.indicator == "budget_variance" and asked.silent and asked.nature in _OF_A_VARIANCE
        return source.indicator if again and (told_of_it or source is not asked.sight.before) else None
    goes_on = (
        asked.silent or told_of_it or around.lead_source is not None or counts_a_part(sight) or _stands_parallel(sight)
    )
    return source.indicator if goes_on else None


def _is_part_of_variance(asked: Asked) -> bool:
    """Tell whether an amount parts a variance told before it: "over by £3.9m, chiefly on transport (£2.2m)".

    An amount with its sign behind the name of a service is one too, where variances were told: "Waste -£0.330m".
    """
    sight, text = asked.sight, asked.sight.sentence.text
    if asked.nature not in _OF_A_VARIANCE:
        return False
    amounts = [figure for figure in sight.told if figure.unit is Unit.GBP]
    if amounts and amounts[-1].indicator == "budget_variance" and text[: sight.start].rstrip().endswith("("):
        return text[sight.end : sight.end + 1] == ")"
    if not text[: sight.start].endswith("+") and not text[sight.start : sight.end].startswith(("+", "-", "−", "–")):
        return False
    told = [r for r in (*sight.around.previous, sight.around.lead, sight.around.heading) if r is not None]
    return any("variation" in r.sentence.stems or any(c.nature is Nature.VARIANCE for c in r.cues) for r in told)


_OF_A_VARIANCE = frozenset({Nature.ACTUAL, Nature.VARIANCE, Nature.FORECAST, Nature.CHANGE})


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
