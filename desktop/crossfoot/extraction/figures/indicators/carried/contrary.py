"""The contrary of what was told: what a measure leaves out ("all but six"), or denies ("35% are not")."""

from __future__ import annotations

from crossfoot.extraction.figures.indicators.asked import CARRIED_ON, NONE, Asked
from crossfoot.extraction.figures.indicators.choice import Choice
from crossfoot.extraction.figures.indicators.named import Named
from crossfoot.extraction.figures.sight import Sight
from crossfoot.extraction.figures.words import AUXILIARIES, word_set

_SAVE_FOR = word_set("but bar except save")


def is_what_is_left(sight: Sight) -> bool:
    """Tell of the number that a measure leaves out: "all reviews but two were on time", "all bar three reviews"."""
    s, first = sight.sentence, sight.number.first
    last = sight.number.last
    if s.low(first - 1) not in _SAVE_FOR:
        return False
    if s.low(last) == "of" and s.low(last + 1) not in _OF_THESE and s.low(last + 2) not in AUXILIARIES:
        return False  # who they are: "all but two of them boys"
    return any(s.low(i) in {"all", "every"} for i in range(max(0, first - _NEAR_ALL), first))


_OF_THESE = word_set("the those our its their")
_NEAR_ALL = 7


def of_the_contrary(best: Choice | None) -> Named:
    """Return what is measured of those that a measure leaves out: "all but six were allocated"."""
    key = _ITS_CONTRARY.get(best.indicator) if best is not None else None
    return Named(key, CARRIED_ON, best) if key is not None else NONE


_ITS_CONTRARY = {
    "allocated_cases": "unallocated_cases",
    "unallocated_cases": "allocated_cases",
    "care_leavers_in_education_employment_or_training_percent": "care_leavers_neet_percent",
}


def is_denied_of_them(asked: Asked) -> Named | None:
    """Return the contrary of what was told before, where of a number only that is denied: "35% are not"."""
    s, last, before = asked.sight.sentence, asked.sight.number.last, asked.sight.before
    in_brackets = s.low(asked.sight.number.first - 1) == "(" and s.low(last) == ")"
    if in_brackets and s.low(asked.sight.number.first - 2) == "not":
        return _contrary_of_the_share_before(asked)
    if before is None or before.unit is not asked.kind.unit or s.low(last) not in _DO_OR_ARE:
        return None
    if s.low(last + 1) != "not" or (s.is_word(last + 2) and s.low(last + 2) not in _GOES_ON):
        return None
    key = _ITS_CONTRARY.get(before.indicator or "")
    return Named(key, CARRIED_ON) if key is not None else NONE


def _contrary_of_the_share_before(asked: Asked) -> Named | None:
    """Return the contrary of the last share told, of one in brackets behind what is denied: "52 are not (31.0%)"."""
    shares = (f for f in reversed(asked.sight.told) if f.unit is asked.kind.unit and f.nature is asked.nature)
    key = next((_ITS_CONTRARY[f.indicator] for f in shares if f.indicator in _ITS_CONTRARY), None)
    return Named(key, CARRIED_ON) if key is not None else None


_DO_OR_ARE = word_set("were was had are have has is did do does")
_GOES_ON = word_set("and while but with whereas leaving although though")
