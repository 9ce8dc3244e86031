"""The indicator of a number in a sentence: what its words speak for, or what it carries on from the one before."""

from __future__ import annotations

from crossfoot.extraction.figures.indicators.another import (
    came_or_went,
    counts_another_noun,
    is_of_another,
    is_told_of_another,
)
from crossfoot.extraction.figures.indicators.asked import CARRIED_ON, NONE, Asked
from crossfoot.extraction.figures.indicators.carried.alike import as_in_the_item_before
from crossfoot.extraction.figures.indicators.carried.balance import closing_balance
from crossfoot.extraction.figures.indicators.carried.becoming import what_they_became
from crossfoot.extraction.figures.indicators.carried.categories import goes_on_about_categories
from crossfoot.extraction.figures.indicators.carried.comings import comings_and_goings
from crossfoot.extraction.figures.indicators.carried.contrary import is_denied_of_them, is_what_is_left, of_the_contrary
from crossfoot.extraction.figures.indicators.carried.conversion import share_that_became
from crossfoot.extraction.figures.indicators.carried.ellipsis import (
    points_back_by_a_noun,
    points_back_by_a_pronoun,
)
from crossfoot.extraction.figures.indicators.carried.gapping import done_by_others
from crossfoot.extraction.figures.indicators.carried.headed import named_by_the_heading
from crossfoot.extraction.figures.indicators.carried.order import source_in_order
from crossfoot.extraction.figures.indicators.carried.parted import group_parted
from crossfoot.extraction.figures.indicators.carried.planned import wanted_of_them
from crossfoot.extraction.figures.indicators.carried.rates import rate_of, rate_of_what_was_counted
from crossfoot.extraction.figures.indicators.carried.said_again import said_again, share_of_the_count_before
from crossfoot.extraction.figures.indicators.carried.sources import as_large, sources_of
from crossfoot.extraction.figures.indicators.carried.summed import parts_of_what_was_told
from crossfoot.extraction.figures.indicators.carried.whose import (
    accounts_for_them,
    of_the_other_children,
    of_the_others_done,
)
from crossfoot.extraction.figures.indicators.choice import THRESHOLD, Choice, Kind, choose, names_a_share
from crossfoot.extraction.figures.indicators.fuller import covers_the_noun, names_it_in_full
from crossfoot.extraction.figures.indicators.money.amounts import indicator_of_money
from crossfoot.extraction.figures.indicators.money.budgets import VARIANCE
from crossfoot.extraction.figures.indicators.money.variances import is_a_share_over_budget
from crossfoot.extraction.figures.indicators.named import Named
from crossfoot.extraction.figures.indicators.reach import is_told_of_a_pronoun, reaches_above, reaches_of
from crossfoot.extraction.figures.indicators.shares import share_of_a_whole
from crossfoot.extraction.figures.indicators.silence import (
    counts_a_part,
    opens_what_was_announced,
    says_nothing_new,
    says_only,
    says_what_became,
)
from crossfoot.extraction.figures.indicators.workforce.caseloads import CASELOAD, goes_on_about_caseloads
from crossfoot.extraction.figures.indicators.workforce.posts import indicator_of_posts
from crossfoot.extraction.figures.lexicon import Family, Lexicon
from crossfoot.extraction.figures.movements import start_of_movement
from crossfoot.extraction.figures.phrases import is_generic
from crossfoot.extraction.figures.place import Place
from crossfoot.extraction.figures.reached import Reach
from crossfoot.extraction.figures.sight import Sight
from crossfoot.extraction.figures.tokens import is_plural
from crossfoot.extraction.figures.words import AUXILIARIES, PEOPLE_AND_CASES, word_set
from crossfoot.model import Figure, Measure, Nature, Role, Stage, Unit

_SPOKEN_ELSEWHERE = frozenset({"earlier", "later", "sentence before", "heading"})
"""Where words name an indicator that a number with none beside it rather has from the figure before."""

_NOT_ITS_OWN = frozenset({"later", "heading"})
"""Where words name no indicator of a number that has words of its own."""

_ANY_UNIT = frozenset({Unit.COUNT, Unit.PERCENT, Unit.PERCENTAGE_POINTS})
"""Units of a change or a comparison, whatever the unit of what changes."""

_LENT = frozenset({Unit.DAYS, Unit.WEEKS, Unit.MONTHS, Unit.RATE_PER_10000})
"""Units that a bare number has from the one that it is set against: "712 days; the threshold was 608"."""

_ARTICLES = word_set("the a an our its their")
_COMPARES = word_set("compared comparison up down")
_COMPARED = frozenset({Nature.TARGET, Nature.BENCHMARK})
_SET_AGAINST = _COMPARED | {Nature.CHANGE}


def indicator_of(lexicon: Lexicon, sight: Sight, place: Place, kind: Kind, nature: Nature) -> Named:
    """Return the indicator of a number: what its words speak for, or what it carries on, of those it is told of."""
    named = _named(lexicon, sight, place, kind, nature)
    other = of_the_other_children(lexicon, sight, named.indicator) or of_the_others_done(
        lexicon, sight, named.indicator
    )
    return named if other is None else Named(other, named.weight, unit=named.unit)


def _named(lexicon: Lexicon, sight: Sight, place: Place, kind: Kind, nature: Nature) -> Named:
    """Return what a number's words speak for, or what it carries on."""
    reaches = reaches_of(lexicon, sight)
    announced = opens_what_was_announced(sight, place.caption)
    if announced:
        reaches += reaches_above(lexicon, place.caption)
    choices = choose(lexicon, kind, [*reaches, *group_parted(lexicon, sight, place)])
    asked = Asked(lexicon, sight, place, kind, nature, choices, says_nothing_new(sight))
    if sight.number.money:
        return indicator_of_money(asked)
    left = [choice for choice in choices if choice.weight >= THRESHOLD and not is_of_another(asked, choice)]
    if announced:
        left.sort(key=lambda choice: choice.titled)  # of what was just announced, not of what the record's title names
    asked = Asked(lexicon, sight, place, kind, nature, _what_is_said_of_them_first(asked, left), asked.silent)
    became = what_they_became(asked) or share_that_became(asked)
    if became is not None:
        return Named(became, CARRIED_ON)
    wanted = wanted_of_them(asked) if asked.best is None or asked.best.zone in _SPOKEN_ELSEWHERE else None
    given = (
        _as_in_the_item_before(asked)
        or (Named(wanted, CARRIED_ON) if wanted is not None else None)
        or (Named(VARIANCE, CARRIED_ON) if kind.unit is Unit.PERCENT and is_a_share_over_budget(sight) else None)
        or is_denied_of_them(asked)
        or comings_and_goings(asked)
        or _done_by_others(asked)
        or _of_staff(asked)
        or said_again(asked)
        or _given_before(asked)
        or goes_on_about_categories(asked)
        or rate_of_what_was_counted(asked, reaches)
        or _part_of_what_was_told(asked)
    )
    if given is not None:
        return given
    best = asked.best
    if best is not None and best.zone in _NOT_ITS_OWN and (not asked.silent or says_what_became(sight)):
        goes_on = best.zone == "heading" and says_only(sight, lexicon.nouns[best.indicator])
        best = best if goes_on else None
    elsewhere = best is None or best.zone in _SPOKEN_ELSEWHERE
    left_out = is_what_is_left(sight)
    share = best is not None and best.zone == "before" and lexicon.families[best.indicator] is Family.PERCENT
    other = best is None or (best.zone != "counted" and not share)
    grown = nature is Nature.CHANGE and other and _changes_what_has_none(asked)
    borrows = best is not None and best.zone == "before" and not best.alone and not best.within[1] and asked.silent
    if left_out or grown or ((elsewhere or borrows) and names_a_share(lexicon, kind, reaches)):
        return of_the_contrary(best) if left_out else NONE
    if best is not None and not _is_rather_carried(asked, best):
        rather = _share_of_those_counted(asked, best) or _share_of_those_assessed(asked, best)
        return Named(rather, CARRIED_ON) if rather is not None else Named.by(best)
    carried = _carried_on(asked)
    if carried.indicator is None and best is not None:
        carried = Named.by(best)
    if carried.indicator is None and best is None:
        carried = named_by_the_heading(asked) or carried
    return carried if carried.indicator is not None else share_of_the_count_before(asked) or carried


def _as_in_the_item_before(asked: Asked) -> Named | None:
    """Return the indicator, and the unit of a bare number, that stands in its place in the item of a list before."""
    alike = as_in_the_item_before(asked)
    if alike is None:
        return None
    return Named(alike.indicator, CARRIED_ON, unit=alike.unit if asked.kind.bare else None)


def _part_of_what_was_told(asked: Asked) -> Named | None:
    """Return the indicator of what the numbers of a sentence add up to, where no words beside one name another."""
    if asked.best is not None and asked.best.zone not in _SPOKEN_ELSEWHERE:
        return None
    key = parts_of_what_was_told(asked)
    return Named(key, CARRIED_ON) if key is not None else None


def _is_rather_carried(asked: Asked, best: Choice) -> bool:
    """Tell whether a number has its indicator rather from the one before it than from what its words speak for.

    So it is where it says nothing new and those words stand elsewhere, or where a title's words are among them.
    """
    told_of_it = is_told_of_a_pronoun(asked.sight)
    goes_on = told_of_it and asked.silent and best.zone == "sentence before" and _was_measured_before(asked)
    if goes_on or (best.zone == "before" and accounts_for_them(asked.sight) and _happened(asked)):
        return True
    if best.titled:
        return told_of_it or asked.silent
    if not asked.silent or (told_of_it and not asked.sight.told) or _was_just_named(asked, best):
        return False
    if best.zone == "counted" and _counts_more_of_them(asked):
        return False
    if best.zone in _SPOKEN_ELSEWHERE:
        return True
    return asked.nature in _SET_AGAINST and not (best.alone and covers_the_noun(asked, best))


def _happened(asked: Asked) -> bool:
    """Tell whether what was counted last is what happened, of which parts are told by who was behind them, no stock."""
    last = asked.sight.before or asked.place.last
    key = last.indicator if last is not None else None
    return key is not None and asked.lexicon.indicators[key].measure is Measure.FLOW


def _was_measured_before(asked: Asked) -> bool:
    """Tell whether the sentence before ends with a number of the same unit that "it" goes on about."""
    previous = asked.sight.around.previous
    told = previous[-1].told if previous and not asked.sight.told else ()
    alike = [f.indicator for f in told if f.unit is asked.kind.unit]
    return bool(alike) and alike[0] is not None and len(set(alike)) == 1 and told[-1].unit is asked.kind.unit


def _counts_more_of_them(asked: Asked) -> bool:
    """Tell of a number of others than those before, not of a change: "and 12 more under assessment"."""
    s, last = asked.sight.sentence, asked.sight.number.last
    return s.low(last) == "more" and s.low(last + 1) in {"in", "under", "being", "were", "are", "awaiting", "waiting"}


def _was_just_named(asked: Asked, best: Choice) -> bool:
    """Tell whether the sentence before names the measure and tells no number: "Contacts rose. There had been 1,912"."""
    previous = asked.sight.around.previous
    if best.zone != "sentence before" or not previous or asked.sight.told or previous[-1].numbers:
        return False
    if "total" in asked.sight.sentence.words:
        return False  # of what was counted in parts
    return best.start >= previous[-1].sentence.start


def _what_is_said_of_them_first(asked: Asked, choices: list[Choice]) -> list[Choice]:
    """Return the choices, what is said of a group before the group itself: "24 of those in care are in lodgings"."""
    if len(choices) < 2:
        return choices
    best, indicators = choices[0], asked.lexicon.indicators
    said = _said_of_those(asked, best, choices[1:]) or names_it_in_full(asked, best, choices[1:])
    if said is not None:
        return [said, *(c for c in choices if c is not said)]
    if indicators[best.indicator].role is not Role.COHORT or best.zone not in {"counted", "before"}:
        return choices
    opens = asked.sight.index == 0 and asked.counts_nothing_else
    said = next(
        (
            c
            for c in choices[1:]
            if indicators[c.indicator].role is Role.MEASURE
            and asked.lexicon.families[c.indicator] in _OF_HEADS
            and (c.zone == "counted" or (c.zone == "before" and best.zone == "counted" and opens))
            and c.weight >= max(THRESHOLD, best.weight - _LEAST_BEHIND)
            and (c.end <= best.start or c.start >= best.end)
        ),
        None,
    )
    return choices if said is None else [said, *(c for c in choices if c is not said)]


def _said_of_those(asked: Asked, best: Choice, others: list[Choice]) -> Choice | None:
    """Return what is said of a part where the strongest words only tell of whom: "11 of those who left were …"."""
    s, last = asked.sight.sentence, asked.sight.number.last
    if s.low(last) != "of" or s.low(last + 1) not in _THOSE or best.zone != "counted":
        return None
    verb = next((i for i in range(last + 2, len(s.tokens)) if s.low(i) in _WERE and s.low(i - 1) not in _WHO), None)
    if verb is None or best.start > s.tokens[verb].start:
        return None
    behind = s.tokens[verb].end
    return next(
        (c for c in others if c.zone == "counted" and c.start >= behind and c.alone and c.weight >= THRESHOLD), None
    )


_THOSE = word_set("those these them the")
_WERE = word_set("were was had are have has is")
_WHO = word_set("who that which")

_OF_HEADS = frozenset({Family.COUNT, Family.COUNT_OR_PERCENT})
_LEAST_BEHIND = 3.0
"""By how much at most what is said of a group may weigh less than the group."""


def _done_by_others(asked: Asked) -> Named | None:
    """Return what a number of a row of doers is of, who share one verb."""
    key = done_by_others(asked)
    return Named(key, CARRIED_ON) if key is not None else None


def _of_staff(asked: Asked) -> Named | None:
    """Return the indicator of posts, of who fills them, of a share of a whole, or of a caseload beside another."""
    key = share_of_a_whole(asked) or indicator_of_posts(asked)
    if key is None and goes_on_about_caseloads(asked):
        key = CASELOAD
    if not key:
        return NONE if key is not None else None
    return Named(key, CARRIED_ON, next((c for c in asked.choices if c.indicator == key), None))


def _given_before(asked: Asked) -> Named | None:
    """Return the indicator of the number that this one ends a movement from, repeats in order or is compared with."""
    sight, kind = asked.sight, asked.kind
    balance = closing_balance(asked) if asked.counts_nothing_else else None
    if balance is not None:
        return Named(balance, CARRIED_ON)
    start = start_of_movement(sight)
    if start is not None and start.unit is kind.unit and asked.counts_nothing_else:
        return Named(start.indicator, CARRIED_ON)
    compared = (
        _told_before_bracket(sight, kind.unit)
        or (source_in_order(sight) if asked.silent and not _is_named_before(asked) else None)
        or (_compared_with(sight, kind.unit) if not _moves_from_it(asked) else None)
        or _changed_by(asked)
    )
    return Named(compared.indicator, CARRIED_ON) if compared is not None else None


def _moves_from_it(asked: Asked) -> bool:
    """Tell whether what is named right before a number is what moves from it: "and in-house ones went up from 164"."""
    s, best = asked.sight.sentence, asked.best
    return s.low(asked.sight.number.first - 1) == "from" and best is not None and best.alone and best.zone == "before"


def _is_named_before(asked: Asked) -> bool:
    """Tell whether words right before or behind a number name a measure of its own: "Attainment 8 was 19.2"."""
    return asked.best is not None and asked.best.zone in {"before", "counted"}


def _told_before_bracket(sight: Sight, unit: Unit | None) -> Figure | None:
    """Return the figure right before a number that stands alone in brackets: last year's, in "1,846 (1,612)"."""
    s, n, before = sight.sentence, sight.number, sight.before
    alone = s.low(n.first - 1) == "(" and s.low(n.last) == ")"
    if not alone or before is None or before.unit is not unit or before.indicator is None:
        return None
    return before if sight.reading.numbers[sight.index - 1].last == n.first - 1 else None


def _changed_by(asked: Asked) -> Figure | None:
    """Return the figure whose change a number tells in the same breath: "176 were subject to a plan, a fall of 21"."""
    sight, best = asked.sight, asked.best
    s, at, before = sight.sentence, sight.number.first - 1, sight.before
    told = sight.told[-1] if sight.told else None
    if (
        told is not None
        and s.low(at) in {",", "("}
        and s.low(sight.number.last) in _MORE_OR_LESS
        and s.low(sight.number.last + 1) == "than"
        and told.unit is asked.kind.unit
    ):
        told = _by_as_much(sight, told)
        return told if told.indicator is not None else None
    if asked.nature is not Nature.CHANGE or s.low(at) != "of" or before is None or before.unit is not asked.kind.unit:
        return None
    if best is not None and best.zone in {"counted", "behind"}:
        return None
    while at > 0 and s.low(at) not in {",", "(", ";", "-", "–", "—"}:
        if s.is_number(at) or s.low(at) in AUXILIARIES:
            return None
        at -= 1
    opens = s.low(at + 1) in {"a", "an", "which", "representing"}
    return before if opens and before.indicator is not None else None


_MORE_OR_LESS = word_set("more fewer less higher lower")


def _by_as_much(sight: Sight, told: Figure) -> Figure:
    """Return the figure that a number and the one behind it make up, else the one ``told`` last.

    "There were 961 children in five teams, 119 more than the 842 of a year before": more children, not more teams.
    """
    numbers, k = sight.reading.numbers, sight.index
    if k + 1 >= len(numbers) or numbers[k + 1].first - numbers[k].last > _NEXT_BUT_NEAR:
        return told
    difference = {sight.number.value, -sight.number.value}
    alike = (f for f in reversed(sight.told) if f.value - numbers[k + 1].value in difference)
    return next(alike, told)


_NEXT_BUT_NEAR = 7
"""How many words at most stand between a difference and what it is the difference from."""


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
        or (word == "from" and s.low(first - 2) in {",", "("} and _is_next_to_the_one_before(sight, first - 2))
    )
    if not compares or phrase.close > phrase.first:
        return None
    return next((f for f in reversed(sight.told) if f.unit is unit and f.indicator is not None), None)


def _is_next_to_the_one_before(sight: Sight, sign: int) -> bool:
    """Tell whether the number before ends at a sign: the 83% of "fell to 83%, from 88% the month before"."""
    return sight.index > 0 and sight.reading.numbers[sight.index - 1].last == sign


def _carried_on(asked: Asked) -> Named:
    """Return the indicator of the figure before, where a number without words of its own goes on from it."""
    sight, nature, silent = asked.sight, asked.nature, asked.silent
    phrase = sight.phrase
    became = nature not in _COMPARED and says_what_became(sight, done=_happened(asked))
    if became and not counts_a_part(sight):
        return NONE
    if (nature is Nature.CHANGE and _changes_what_has_none(asked)) or _is_so_of_what_has_none(sight):
        return NONE
    bare = phrase.close == phrase.first or is_generic(phrase.head) or _is_adjective(sight)
    leans = bare and (sight.before is not None or sight.around.lead_source is not None)
    points = points_back_by_a_noun(sight) or points_back_by_a_pronoun(sight)
    if not (nature in _COMPARED or leans or silent or points or counts_a_part(sight)):
        return NONE
    for source in sources_of(asked):
        if _cannot_be_of(asked, source):
            continue
        indicator = _conversion(asked, source) or _akin(asked, source)
        if indicator is not None:
            other = _goes_on_about_another(asked, indicator, became=became)
            if other or (bare and not points and is_told_of_another(asked, indicator)):
                return NONE
            lent = source.unit if asked.kind.bare and source.unit in _LENT and source.indicator == indicator else None
            if asked.kind.bare and asked.lexicon.is_rate(indicator):
                lent = Unit.RATE_PER_10000
            return Named(indicator, CARRIED_ON, unit=lent)
        if source.unit is asked.kind.unit:
            break  # it goes on about what has no indicator
    return NONE


def _is_so_of_what_has_none(sight: Sight) -> bool:
    """Tell whether the same is said as of numbers without an indicator: "the year before that was so in 12"."""
    s, previous = sight.sentence, sight.around.previous
    if "so" not in s.words or not previous or not previous[-1].told:
        return False
    said = any(s.low(i) == "so" and s.low(i - 1) in AUXILIARIES for i in range(1, sight.number.first))
    return said and all(figure.indicator is None for figure in previous[-1].told)


def _cannot_be_of(asked: Asked, source: Figure) -> bool:
    """Tell whether a bare number has decimals that nothing counted has, or tells that teams became fewer by more."""
    if source.unit is not Unit.COUNT or not asked.kind.bare or source.indicator is None:
        return False
    if source.indicator == CASELOAD and not as_large(asked.sight.number.value, source.value):
        return asked.nature is not Nature.CHANGE
    if asked.nature is Nature.CHANGE and source.indicator == _TEAMS:
        return asked.sight.number.value > source.value
    staff = asked.lexicon.indicators[source.indicator].stage is Stage.WORKFORCE and source.indicator != _TEAMS
    return not asked.kind.whole and source.step >= 1 and not staff


_TEAMS = "teams"


def _conversion(asked: Asked, source: Figure) -> str | None:
    """Return the share that a sentence told in words, of which "that is 70%" says again how large it was.

    "Of the year's referrals 2,037 went on to an assessment. That is just under 70%."
    """
    previous = asked.sight.around.previous
    if asked.kind.unit is not Unit.PERCENT or source.unit is not Unit.COUNT or asked.sight.told or not previous:
        return None
    last = previous[-1]
    if not last.told or last.told[-1] is not source or not points_back_by_a_pronoun(asked.sight):
        return None
    told = [Reach.of(last.sentence, mention, _SAID_IN_FULL, "counted") for mention in last.mentions]
    best = next(iter(choose(asked.lexicon, asked.kind, told)), None)
    return best.indicator if best is not None and not best.alone and best.weight >= _SAID_IN_FULL else None


_SAID_IN_FULL = 8.0
"""How much the words of the sentence weigh whose share the next one tells."""


def _share_of_those_counted(asked: Asked, best: Choice) -> str | None:
    """Return the share of what "of them" looks back to, where the words would name the same share of another thing.

    "388 initial assessments were completed, 79% of them inside 10 days": in time, and not of single assessments.
    """
    s = asked.sight.sentence
    if (
        asked.kind.unit is not Unit.PERCENT
        or not counts_a_part(asked.sight)
        or (s.low(0) == "of" and s.low(1) == "the")
    ):
        return None
    lexicon = asked.lexicon
    before = next((f for f in reversed(asked.sight.told) if f.indicator is not None), None) or asked.place.last
    whole = lexicon.indicators[best.indicator].share_of
    if before is None or before.indicator is None or before.unit is not Unit.COUNT or whole in {"", before.indicator}:
        return None
    kin = (key for key in lexicon.kin[before.indicator] if key != before.indicator)
    return next((key for key in kin if lexicon.families[key] is Family.PERCENT), None)


def _share_of_those_assessed(asked: Asked, best: Choice) -> str | None:
    """Return the share of initial or core assessments where these were counted last, and no kind is named since.

    "Core assessments numbered 127. 76.4% were on time": in time, and not of single assessments.
    """
    if asked.kind.unit is not Unit.PERCENT or asked.lexicon.indicators[best.indicator].share_of != _OF_ANY_KIND:
        return None
    previous = asked.sight.around.previous
    told = [*(f for r in previous[-1:] for f in r.told), *asked.sight.told]
    last = next((f for f in reversed(told) if f.unit is Unit.COUNT and f.indicator is not None), None)
    if last is None or last.indicator not in _OF_A_KIND:
        return None
    kin = (key for key in asked.lexicon.kin[last.indicator] if key != last.indicator)
    return next((key for key in kin if asked.lexicon.families[key] is Family.PERCENT), None)


_OF_ANY_KIND = "single_assessments"
_OF_A_KIND = frozenset({"initial_assessments", "core_assessments"})


def _goes_on_about_another(asked: Asked, indicator: str, *, became: bool) -> bool:
    """Tell of a number that goes on about what was counted before whether it is of another thing all the same.

    So it is where it counts another noun, or where it ``became`` of some of a stock what no stock tells: "44 of them
    had been on a weekend".
    """
    if asked.nature in _COMPARED:
        return False
    told = became and asked.kind.unit is Unit.COUNT
    is_stock = asked.lexicon.indicators[indicator].measure is Measure.STOCK
    return counts_another_noun(asked, indicator) or came_or_went(asked, indicator) or (told and is_stock)


def _changes_what_has_none(asked: Asked) -> bool:
    """Tell whether a change in percent is of a count that has no indicator: "2,164 plans, up 11%"."""
    before = asked.sight.before
    counted = before is not None and before.indicator is None and before.unit is Unit.COUNT
    return counted and asked.kind.unit is Unit.PERCENT


def _is_adjective(sight: Sight) -> bool:
    """Tell whether what stands behind a number is one word that only tells of what kind: "20 medium and 12 low"."""
    s, phrase = sight.sentence, sight.phrase
    word = s.low(phrase.first)
    return phrase.close - phrase.first == 1 and not is_plural(word) and s.stem(phrase.first) not in PEOPLE_AND_CASES


def _share_compared(asked: Asked, counted: str) -> str | None:
    """Return the share of what was counted that a percentage is set against: "251 of 296; the target is 85%"."""
    if asked.kind.unit is not Unit.PERCENT or asked.nature not in _COMPARED:
        return None
    kin = (key for key in asked.lexicon.kin[counted] if key != counted)
    return next((key for key in kin if asked.lexicon.families[key] is Family.PERCENT), None)


def _akin(asked: Asked, source: Figure) -> str | None:
    """Return a figure's indicator or, for a number of another unit, its rate or share, or what it is a share of."""
    lexicon, kind = asked.lexicon, asked.kind
    rate = rate_of(asked, source)
    if rate is not None:
        return rate
    if source.indicator is None or source.unit is kind.unit or (kind.bare and source.unit in _LENT):
        return source.indicator
    share = _share_compared(asked, source.indicator) if source.unit is Unit.COUNT else None
    if share is not None:
        return share
    if (
        asked.nature in _SET_AGAINST
        and kind.unit in _ANY_UNIT
        and (source.unit is not Unit.GBP or kind.unit is Unit.PERCENT)
    ):
        return source.indicator
    return next((key for key in lexicon.kin[source.indicator] if kind.suits(lexicon, key)), None)
