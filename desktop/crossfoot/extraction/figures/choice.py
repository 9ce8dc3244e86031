"""Which indicator a number belongs to: the wordings within its reach, weighed by nearness and by sense.

Words behind a number that are counted by it come first ("2 unallocated cases"), then the subject before
it ("referrals had dropped from 211"), then what the sentence hangs on: a list's lead-in, a table's
row and column, the sentence before for "of these", the heading.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from crossfoot.extraction.figures.lexicon import Family, Lexicon, Mention
from crossfoot.extraction.figures.numbers import Number
from crossfoot.model import Measure, Nature, Stage, Unit


@dataclass(frozen=True, slots=True)
class Reach:
    """A mention within a number's reach, its weight, and its offsets in the text."""

    mention: Mention
    weight: float
    start: int
    end: int
    zone: str


@dataclass(frozen=True, slots=True)
class Choice:
    """An indicator with the weight that speaks for it and the words that name it."""

    indicator: str
    weight: float
    start: int
    end: int
    zone: str


COHORTS = frozenset(
    {
        "looked_after_children",
        "children_in_need",
        "child_protection_plans",
        "active_children",
        "social_workers",
        "care_leavers_former_relevant_19_21",
        "teams",
        "family_workers",
        "childrens_homes",
        "approved_foster_carer_households",
        "referrals",
        "contacts",
        "single_assessments",
    }
)
"""Indicators whose words also name the group that another indicator is about ("reviews of children
looked after"): where a second indicator stands beside them, that one is meant."""

_CATEGORY_OF_JUDGEMENT = frozenset({"ofsted_judgements"})


def unit_fits(family: Family, unit: Unit | None, nature: Nature, *, value_whole: bool, workforce: bool) -> float | None:
    """Return how well a number's unit suits an indicator's kind, or None where it cannot be."""
    if unit is Unit.GBP:
        return 1.0 if family is Family.MONEY else None
    if family is Family.MONEY:
        return None
    if unit is Unit.PERCENT:
        if family in {Family.PERCENT}:
            return 1.5
        if family is Family.COUNT_OR_PERCENT:
            return 0.8
        if family is Family.COUNT and nature is Nature.CHANGE:
            return 0.5
        return None
    if unit is Unit.PERCENTAGE_POINTS:
        return 1.0 if family in {Family.PERCENT, Family.COUNT_OR_PERCENT} else None
    if unit is Unit.RATE_PER_10000:
        return 1.5 if family is Family.RATE else None
    if unit is Unit.FTE:
        return 0.5 if family is Family.COUNT and workforce else None
    if unit in {Unit.DAYS, Unit.WEEKS, Unit.MONTHS, Unit.YEARS}:
        return 1.0 if family is Family.TIME else None
    if unit is Unit.RATIO:
        return 0.3 if family in {Family.COUNT, Family.COUNT_OR_PERCENT, Family.RATIO} else None
    if unit is Unit.SCORE:
        return 1.0 if family is Family.SCORE else None
    if family is Family.RATE:
        return -0.4
    if family in {Family.PERCENT, Family.TIME, Family.CATEGORY}:
        return None
    if family is Family.SCORE:
        return 0.6
    if family is Family.RATIO:
        return 1.0
    return 1.0 if value_whole else 0.2


def choose(
    lexicon: Lexicon, number: Number, unit: Unit | None, nature: Nature, reaches: Sequence[Reach]
) -> list[Choice]:
    """Return the indicators that the words in reach speak for, the strongest first."""
    if not reaches:
        return []
    best: dict[int, Reach] = {}
    for reach in reaches:
        held = best.get(reach.mention.phrase)
        if held is None or reach.weight > held.weight:
            best[reach.mention.phrase] = reach
    whole = number.value == number.value.to_integral_value()
    choices: dict[str, Choice] = {}
    for phrase, reach in best.items():
        for wording in lexicon.wordings_of[phrase]:
            if wording.phrases[0] != phrase and any(p in best for p in wording.phrases[:1]):
                continue
            parts = [best[p] for p in wording.phrases if p in best]
            if len(parts) < len(wording.phrases):
                continue
            if len(parts) > 1:
                least, most = min(p.weight for p in parts), max(p.weight for p in parts)
                if least < 3.0 or (least < 3.9 and most < 8.0):
                    continue
            fit = unit_fits(
                lexicon.families[wording.indicator],
                unit,
                nature,
                value_whole=whole,
                workforce=lexicon.indicators[wording.indicator].stage is Stage.WORKFORCE,
            )
            if fit is None:
                continue
            weight = sum(p.weight for p in parts) / len(parts) + 0.9 * min(wording.words, 3) + fit
            if len(parts) > 1:
                weight = (
                    max(p.weight for p in parts) * 0.6
                    + 0.4 * min(p.weight for p in parts)
                    + 0.8 * min(wording.words, 4)
                    + fit
                    + 0.8
                )
            if wording.indicator in COHORTS:
                weight -= 1.2
            if (
                lexicon.indicators[wording.indicator].measure is Measure.RATIO_OF_FLOW
                and len(parts) == 1
                and wording.words < 2
            ):
                weight -= 0.3
            held = choices.get(wording.indicator)
            if held is None or weight > held.weight:
                near = max(parts, key=lambda p: p.weight)
                choices[wording.indicator] = Choice(wording.indicator, weight, near.start, near.end, near.zone)
    return sorted(choices.values(), key=lambda c: -c.weight)


def covered(mentions: Iterable[Mention]) -> list[Mention]:
    """Return the mentions without those that a longer one in the same place swallows."""
    kept = sorted(mentions, key=lambda m: (m.first, -(m.last - m.first)))
    result: list[Mention] = []
    reach = -1
    for mention in kept:
        if mention.last <= reach:
            continue
        result.append(mention)
        reach = max(reach, mention.last)
    return result
