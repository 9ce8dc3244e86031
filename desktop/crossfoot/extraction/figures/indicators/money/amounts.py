"""The indicator of an amount: a special budget, what the words beside it name, or the kind of plan that it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from crossfoot.extraction.figures.indicators.another import is_about_adults
from crossfoot.extraction.figures.indicators.asked import CARRIED_ON, NONE, Asked, last_amount
from crossfoot.extraction.figures.indicators.by_context import is_of_own_homes
from crossfoot.extraction.figures.indicators.choice import THRESHOLD, Choice
from crossfoot.extraction.figures.indicators.money.barred import barred
from crossfoot.extraction.figures.indicators.money.budgets import (
    BUDGET_BY_NATURE,
    GENERAL_BUDGETS,
    OF_A_VARIANCE,
    SAVINGS,
    VARIANCE,
)
from crossfoot.extraction.figures.indicators.money.capital import CAPITAL, is_capital
from crossfoot.extraction.figures.indicators.money.overspend_parts import is_in_a_variance, is_of_a_broken_down_variance
from crossfoot.extraction.figures.indicators.money.parts import is_said_to_be_a_part, whole_by_sum
from crossfoot.extraction.figures.indicators.money.pots import is_of_another_pot
from crossfoot.extraction.figures.indicators.money.prices import UNIT_COSTS, is_a_price, unit_cost
from crossfoot.extraction.figures.indicators.money.saved import is_saved
from crossfoot.extraction.figures.indicators.money.set_against import kind_by_what_it_is_set_against, moves_a_budget
from crossfoot.extraction.figures.indicators.money.variances import is_a_variance
from crossfoot.extraction.figures.indicators.named import Named
from crossfoot.extraction.figures.indicators.reach import is_told_of_a_pronoun
from crossfoot.extraction.figures.indicators.silence import counts_a_part, names_more_than, says_what_became
from crossfoot.extraction.figures.lexicon import Lexicon
from crossfoot.extraction.figures.sight import Sight
from crossfoot.extraction.figures.words import PREPOSITIONS, word_set
from crossfoot.model import Nature, Unit

_OWN_ZONES = frozenset({"counted", "before", "behind"})
_PLAINLY = 2.0
"""How much more the words must speak for a general budget than for the measure that they also name."""

_BESIDE = frozenset({"counted", "before"})
_POINTS_AT = word_set("this that these those its")
_TOGETHER = word_set("together total overall combined net directorate departmental corporate")
_NO_PRICE = 1_500_000
"""What no placement costs, in pounds a year."""

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

_PRICES = UNIT_COSTS | {SAVINGS}
"""Measures that may themselves be budgeted or forecast."""

_NEVER_PRICES = GENERAL_BUDGETS | {CAPITAL, "general_fund_balances", "medium_term_budget_gap"}
"""What a charge or the cost of one thing is none of: "£1,412 per square metre"."""


def indicator_of_money(asked: Asked) -> Named:
    """Return the indicator of an amount: a special budget, what the words beside it name, or the kind of plan.

    None where that is barred, since another kind of money governs the amount.
    """
    asked = replace(asked, choices=list(_of_its_own(asked)))
    named = _by_its_words(asked)
    if named.indicator == "outturn" and _is_foreseen(asked.sight):
        named = Named(BUDGET_BY_NATURE[Nature.FORECAST], named.weight, named.words)
    if named.indicator is None or named.indicator not in barred(asked) or named.indicator in _kept(asked):
        return named
    return NONE


def _is_foreseen(sight: Sight) -> bool:
    """Tell whether the words that lead up to an outturn say that it is foreseen: "we are predicting an outturn of"."""
    return _FORESEEN.search(sight.sentence.text, max(sight.left, sight.start - _FARTHEST), sight.start) is not None


_FORESEEN = re.compile(
    r"\b(?:predict(?:s|ing)?|anticipat(?:e|es|ing)|expect(?:s|ing)?|forecasting|projecting|foresee\w*)\b[^.;£]{0,50}$",
    re.IGNORECASE,
)


def _kept(asked: Asked) -> frozenset[str]:
    """Return what an amount is all the same where it is set against its budget."""
    key = kind_by_what_it_is_set_against(asked)
    return frozenset() if key is None else frozenset({key})


def _by_its_words(asked: Asked) -> Named:
    """Return the indicator of an amount by the first of the ways that speaks for one."""
    own = _measure_beside(asked)
    if own is not None and (_outweighs(asked.best, own) or _stands_nearer(asked, own)):
        own = None
    return (
        (_named(asked, VARIANCE) if is_of_a_broken_down_variance(asked) else None)
        or _of_savings(asked)
        or _of_a_price(asked)
        or _of_a_whole_variance(asked)
        or _of_a_special_budget(asked)
        or _of_the_budget_talked_of(asked)
        or _of_a_variance(asked)
        or _of_the_whole(asked)
        or _set_against_a_budget(asked, own)
        or (_named(asked, CAPITAL) if is_capital(asked) else None)
        or _of_a_measure(asked, own)
        or _of_general_money(asked, BUDGET_BY_NATURE.get(asked.nature))
    )


def _of_its_own(asked: Asked) -> Iterator[Choice]:
    """Yield what the words speak for that an amount of this kind can be."""
    price = is_a_price(asked.sight)
    budgets = _may_be_of_a_special_budget(asked)
    s = asked.sight.sentence
    named = _OWN_BUDGET_OF.search(s.text, s.start, asked.sight.start) is not None  # and not by words behind it
    for choice in asked.choices:
        key = choice.indicator
        if (
            (price and key in _NEVER_PRICES)
            or (key in UNIT_COSTS and asked.sight.number.value >= _NO_PRICE)
            or (not budgets and asked.lexicon.is_budget(key))
            or is_of_own_homes(key, s.text[s.start : s.end])
            or (named and asked.lexicon.is_budget(key) and (choice.zone == "behind" or not _stands_before(choice)))
        ):
            continue
        if not is_of_another_pot(asked, choice) and not (key in UNIT_COSTS and is_about_adults(asked, choice)):
            yield choice


def _named(asked: Asked, key: str) -> Named:
    """Return an indicator that the grammar gives, with the words that name it where any do."""
    return Named(key, CARRIED_ON, next((c for c in asked.choices if c.indicator == key), None))


def _of_savings(asked: Asked) -> Named | None:
    """Return savings where the words that lead up to an amount say that it is saved."""
    return _named(asked, SAVINGS) if is_saved(asked) else None


def _of_a_price(asked: Asked) -> Named | None:
    """Return the measure of what one placement costs, where an amount is the price of one."""
    key = unit_cost(asked)
    return _named(asked, key) if key is not None else None


def _of_a_special_budget(asked: Asked) -> Named | None:
    """Return the special budget that the words around an amount name, unless they name something more closely."""
    special = _special_budget(asked)
    if special is None:
        return None
    own = _measure_beside(asked)
    if own is not None and asked.nature is Nature.ACTUAL:
        return Named.by(own)
    if _names_more_closely(asked.lexicon, asked.best, special):
        return None
    budget, before = asked.place.budget, asked.sight.before
    goes_on = special.zone == "earlier" and before is not None and before.indicator == budget
    return Named(budget, _BY_NATURE) if goes_on and budget is not None else Named.by(special)


def _of_the_budget_talked_of(asked: Asked) -> Named | None:
    """Return the special budget that was talked of, where an amount's words name no other thing."""
    sight, place = asked.sight, asked.place
    if any(token.low in _TOGETHER for token in sight.sentence.tokens[: sight.number.first]) or (
        _names_a_budget(sight) and not _is_set_against_its_own(sight, place.budget)
    ):
        place.budget = None  # a sum over all budgets, or another budget, ends the talk of one
    of_its_kind = asked.nature in BUDGET_BY_NATURE or (asked.nature is Nature.ACTUAL and _names_what_was_spent(sight))
    goes_on = place.budget is not None and of_its_kind
    return Named(place.budget, _BY_NATURE) if goes_on and not names_more_than(sight, _OF_ANY_BUDGET) else None


def _is_set_against_its_own(sight: Sight, budget: str | None) -> bool:
    """Tell whether an amount is the budget that what was spent of the special one before it is set against."""
    before, s = sight.before, sight.sentence
    if before is None or before.indicator != budget:
        return False
    return _AGAINST_A_BUDGET.fullmatch(s.text, before.span.end, sight.start) is not None


_AGAINST_A_BUDGET = re.compile(
    r"[^.;£]{0,30}?\b(?:against|on|from|compared[\s\xa0]with)[\s\xa0]+(?:a|an|the|its)[\s\xa0]+budget(?:[\s\xa0]+(?:of|that)[^.;£]{0,40})?[\s\xa0]*",
    re.IGNORECASE,
)

_SPENT = re.compile(r"\b(?:outturn|spen[dt]|spending|expenditure)\b", re.IGNORECASE)


def _names_what_was_spent(sight: Sight) -> bool:
    """Tell whether the words that lead up to an amount say that it was spent."""
    return _SPENT.search(sight.sentence.text, max(sight.left, sight.start - _FARTHEST), sight.start) is not None


def _of_a_variance(asked: Asked) -> Named | None:
    """Return that an amount is a variance, where its words or those that it goes on from say so."""
    return _named(asked, VARIANCE) if is_a_variance(asked) and not is_a_price(asked.sight) else None


def _of_the_whole(asked: Asked) -> Named | None:
    """Return the indicator of the amount in the same sentence that this one is a part of or was spent out of."""
    if _is_spent_out_of(asked.sight):
        return Named(BUDGET_BY_NATURE[Nature.BUDGET], CARRIED_ON)
    if is_said_to_be_a_part(asked.sight):
        whole = last_amount(asked.sight.told)
    else:
        whole = whole_by_sum(asked.sight)
        if whole is not None and asked.nature is not whole.nature and asked.nature in _OF_A_KIND:
            return None
        if whole is not None and _is_said_to_be_another_kind(asked.best, whole.indicator):
            return None
    if whole is None or whole.indicator in {None, "medium_term_budget_gap"}:
        return None  # what closes a gap is none
    return Named(whole.indicator, CARRIED_ON)


def _is_said_to_be_another_kind(best: Choice | None, key: str | None) -> bool:
    """Tell whether the words right before an amount say of what other kind it is: "budget £8m, outturn £7m"."""
    return best is not None and best.zone == "before" and best.indicator in GENERAL_BUDGETS - {key}


def _of_a_whole_variance(asked: Asked) -> Named | None:
    """Return that an amount is a variance where it adds up to one with those beside it, whatever head it names."""
    whole = whole_by_sum(asked.sight)
    return _named(asked, VARIANCE) if whole is not None and whole.indicator == VARIANCE else None


_OF_A_KIND = frozenset({*BUDGET_BY_NATURE, Nature.TARGET})
"""Natures in which an amount is no part of one of another nature: a budget and a variance make an outturn."""


def _set_against_a_budget(asked: Asked, own: Choice | None) -> Named | None:
    """Return what an amount is by the budget that it is set against, unless a measure is named that has no outturn."""
    named = own is not None and own.indicator != CAPITAL and not moves_a_budget(asked)
    if named or is_a_price(asked.sight):
        return None
    key = kind_by_what_it_is_set_against(asked)
    return _named(asked, key) if key is not None else None


def _of_a_measure(asked: Asked, own: Choice | None) -> Named | None:
    """Return the measure that the words around an amount name, or the price that the amounts of a sentence share."""
    measure = own or _measure_around(asked, BUDGET_BY_NATURE.get(asked.nature))
    if measure is None or measure.zone not in _OWN_ZONES:
        shared = last_amount(asked.sight.told)
        if shared is not None and shared.indicator in UNIT_COSTS and asked.nature not in BUDGET_BY_NATURE:
            return Named(shared.indicator, CARRIED_ON)
    return Named.by(measure) if measure is not None else None


_OUT_OF = re.compile(
    r"\b(?:spen[dt]|spending|committed|used|paid[\s\xa0]out|claimed|drawn[\s\xa0]down)\b[^.;£]{0,40}\bout[\s\xa0]of"
    r"(?:[\s\xa0]+(?:an?|the|its|their|our|total|available|possible))*[\s\xa0]*$",
    re.IGNORECASE,
)
"""What leads up to the whole that was there to be spent: "£812,000 spent out of £850,000"."""


def _is_spent_out_of(sight: Sight) -> bool:
    """Tell whether an amount is what another was spent out of."""
    s = sight.sentence
    return (
        last_amount(sight.told) is not None
        and _OUT_OF.search(s.text, max(s.start, sight.start - _FARTHEST), sight.start) is not None
    )


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
    if is_in_a_variance(asked):
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


def _is_left_later(asked: Asked) -> bool:
    """Tell whether an amount is of the balances told before it at another time: "£9.2m, and forecast at £6.1m"."""
    last = last_amount(asked.sight.told)
    held = last is not None and last.indicator == _BALANCES and asked.nature in _OF_A_BALANCE
    return held and not names_more_than(asked.sight, _SAID_OF_BALANCES)


_OF_A_BALANCE = frozenset({Nature.ACTUAL, Nature.FORECAST, Nature.TARGET})
_SAID_OF_BALANCES = word_set(
    """
    forecast projected estimated expected anticipated predicted likely now currently year end start beginning fall fell
    drop reduce rise rose increase stand stood remain minimum level month quarter opening closing recommend
    """
)
"""Words in which balances are told of another time, in stems."""


def _speaks_of_budgets(asked: Asked) -> bool:
    """Tell whether words around an amount name a budget, a forecast, spending or a variance.

    A plan or a price is told in the same moods, and is of no budget: "it would cost £1.05m". A variance is told by
    its own words, so that it is enough that budgets were spoken of before it.
    """
    least = _SPOKEN_OF if asked.nature is Nature.VARIANCE else THRESHOLD
    s, left = asked.sight.sentence, max(asked.sight.left, asked.sight.start - _FARTHEST)
    return (asked.nature is Nature.BUDGET and _BLOCK.search(s.text, left, asked.sight.start) is not None) or any(
        c.indicator in GENERAL_BUDGETS and c.weight >= least for c in asked.choices
    )


_BLOCK = re.compile(r"\b(?:needs|schools?|years|services)[\s\xa0]+block\b", re.IGNORECASE)
"""What the parts of the schools' grant are called, which are there to be spent."""

_FARTHEST = 100


def _amount_carried_on(asked: Asked) -> str | None:
    """Return the indicator of the amount that this one is a part of: "Of that £190,000 from hours, £85,000 from"."""
    sight, around = asked.sight, asked.sight.around
    text = sight.sentence.text
    open_ = (f for f in reversed(sight.told) if not _in_closed_brackets(text, f.span.end, sight.start))
    source = next((figure for figure in open_ if figure.unit is Unit.GBP), None)
    if source is None or (source.indicator is None and around.lead_source is not None):
        source = around.lead_source
    told_of_it = is_told_of_a_pronoun(sight)
    if _is_left_later(asked):
        return _BALANCES
    held = told_of_it or "minimum" in sight.sentence.words
    if held and around.previous:
        balance = last_amount(around.previous[-1].told)
        if balance is not None and balance.indicator == _BALANCES:
            return _BALANCES  # "after the £520,000 they would fall to £7.21m"
    if source is None and (around.previous or around.points_back) and (counts_a_part(sight) or told_of_it):
        source = asked.place.last
    if source is None or source.indicator is None or source.unit is not Unit.GBP:
        return None
    if source.indicator in GENERAL_BUDGETS and source.nature is not asked.nature:
        if told_of_it and asked.silent and source.indicator == _BUDGET and asked.nature is Nature.ACTUAL:
            return _BUDGET  # "the budget was £5.6m. This year it is £3.42m"
        parallel = _stands_parallel(sight)
        again = source.indicator == VARIANCE and (asked.silent or parallel)
        again = again and asked.nature in OF_A_VARIANCE and not says_what_became(sight)
        again = again and (told_of_it or parallel or source is not asked.sight.before)
        return source.indicator if again else None
    goes_on = (
        asked.silent or told_of_it or around.lead_source is not None or counts_a_part(sight) or _stands_parallel(sight)
    )
    return source.indicator if goes_on else None


_BUDGET, _BALANCES = "approved_budget", "general_fund_balances"


def _in_closed_brackets(text: str, end: int, start: int) -> bool:
    """Tell whether brackets close between what ends at ``end`` and ``start`` that were open there."""
    between = text[end:start]
    return between.count(")") > between.count("(")


def _stands_parallel(sight: Sight) -> bool:
    """Tell whether the same preposition stands behind a number and behind the one before: "£5m from A, £3m from B"."""
    s, k = sight.sentence, sight.index
    before = [n for n in sight.reading.numbers[max(0, k - 3) : k] if n.money]
    word = s.low(sight.number.first - 1 - (s.low(sight.number.first - 1) == "£"))
    if word == "for" and before and not sight.around.points_back and s.low(before[-1].first - 1) == "for":
        return True  # "placements accounted for £740,000 of this, agency workers for £210,000"
    word = s.low(sight.number.last)
    return word in PREPOSITIONS and any(word in {s.low(n.last + i) for i in range(4)} for n in before)


def _may_be_of_a_special_budget(asked: Asked) -> bool:
    """Tell whether an amount may be of a budget head's own: as its budget, or where the budget itself is told.

    What was spent or is over on a head alone is an amount of any kind: "agency staffing is £290k under budget".
    """
    if asked.nature is Nature.BUDGET or asked.place.budget is not None:
        return True
    lead = asked.sight.around.lead
    return (lead is not None and "budget" in lead.sentence.stems) or _tells_a_budget(asked.sight)


def _tells_a_budget(sight: Sight) -> bool:
    """Tell whether the sentence tells the amount of a budget: "£212k below the budget of £4.092m"."""
    s = sight.sentence
    if "budget" not in s.stems:
        return False
    return any(
        (n.money or n.scale > 1)
        and _OF_THE_BUDGET.search(s.text, max(s.start, s.tokens[n.first].start - _FARTHEST), s.tokens[n.first].start)
        is not None
        for n in sight.reading.numbers
    )


_OF_THE_BUDGET = re.compile(
    r"(?<!\bover )(?<!\bunder )\bbudgets?\b"
    r"(?:[\s\xa0]*\(|(?:(?!\b(?:over|under|by|exceed|save|above|below)\w*\b)[^.;£()]){0,60})$",
    re.IGNORECASE,
)


def _special_budget(asked: Asked) -> Choice | None:
    """Return the special budget that the words around an amount name, or None."""
    if asked.nature is not Nature.ACTUAL and asked.nature not in BUDGET_BY_NATURE:
        return None
    near = _OWN_ZONES | {"earlier"}
    budgets = (c for c in asked.choices if asked.lexicon.is_budget(c.indicator) and c.zone in near)
    special = next(budgets, None)
    return special if special is not None and special.weight > 4 else None


def _stands_before(choice: Choice) -> bool:
    """Tell whether all words that name a choice are counted or stand before its amount."""
    return choice.alone or choice.within[1] > 0


_OWN_BUDGET_OF = re.compile(
    r"\b(?:(?:its|their|our)[\s\xa0]+(?:[\w'’-]+[\s\xa0]+){0,3}?|\w+(?:['’]s|s['’])[\s\xa0]+)(?:budget|limit|estimate)s?[\s\xa0]+of[\s\xa0]*$",
    re.IGNORECASE,
)


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
