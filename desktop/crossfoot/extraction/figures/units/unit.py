"""The unit of a number, asked of one source after another until one knows it."""

from __future__ import annotations

import re

from crossfoot.extraction.figures.numerals import MEASURES, Form, Number, is_of_points, time_unit
from crossfoot.extraction.figures.rates import PER, TEN_THOUSAND, base_at
from crossfoot.extraction.figures.sentences import Sentence
from crossfoot.extraction.figures.sight import Sight
from crossfoot.extraction.figures.units.lending import (
    BEHIND_BARE,
    carried,
    is_rate_behind,
    lent_by_neighbour,
)
from crossfoot.extraction.figures.units.posts import (
    is_fte_behind,
    is_part_of_fte,
    is_part_of_post,
    is_per_head,
    speaks_of_fte,
)
from crossfoot.extraction.figures.units.pounds import is_nil_pounds, lost_pounds
from crossfoot.extraction.figures.words import word_set
from crossfoot.model import Unit

_END = frozenset({""})
_HUNDRED = 100
_DAY_KINDS = word_set("working calendar school consecutive full")
_BEHIND_POSTS = BEHIND_BARE | {"of", "out"}
_BEHIND_SPOKEN = _END | word_set(". , ; ) ( and in against compared at but which")
_BEHIND_SCORE = _END | word_set(". , ; ) in against compared for and points")
_WHOLE, _LONGEST_CLAUSE = 100, 24
_SHARES = word_set("percentage proportion")
_BEFORE_SPOKEN = word_set("was is were at : – — to")
_MOST_PER_10000 = 1500
"""No rate per 10,000 children is higher."""
_WHOSE_RATE = word_set("the our its their this england's national")
_RATED = word_set("children child plans plan looked care referrals referral")
"""Whom or what councils give per 10,000 children without saying so again."""
_DAYS_SPOKEN = re.compile(
    r"\b(?:number of (?:working )?days|average days|days (?:lost|taken|between|from)"
    r"|(?:time|wait|length) in days|sick(?:ness)? days|working days lost|\(days\))"
)
_SCORES = re.compile(r"\b(?:attainment 8|progress 8|points? score|scores?|scored|scoring|sdq)\b")
_RATE_WORDS = re.compile(r"per[\s\xa0]+10,?000", re.IGNORECASE)


def unit_of(sight: Sight) -> Unit | None:
    """Return the unit of a number; None where its words leave it open, as an average caseload's."""
    if sight.number.form is Form.ZERO and is_nil_pounds(sight):
        return Unit.GBP
    if sight.number.unnamed or _measures_behind(sight):
        return None
    return (
        sight.number.unit
        or _named_behind(sight)
        or lent_by_neighbour(sight)
        or _time_behind(sight)
        or lost_pounds(sight)
        or _spoken_rate(sight)
        or _rate_of_children(sight)
        or _spoken_share(sight)
        or carried(sight)
        or _count_or_score(sight)
    )


def _named_behind(sight: Sight) -> Unit | None:
    """Return the unit that the words behind the number name: FTE, a rate, days, points."""
    s, n, phrase, j = sight.sentence, sight.number, sight.phrase, sight.number.last
    if is_fte_behind(sight):
        return Unit.FTE
    if is_rate_behind(s, j):
        return Unit.RATE_PER_10000
    if phrase.head in {"day", "week"} and phrase.close - j <= 4:
        return time_unit(phrase.head)
    if is_part_of_fte(sight) or is_part_of_post(sight):
        return Unit.FTE
    if is_of_points(s, n):
        scored = "score" in s.lowered and "gap" not in s.lowered
        return Unit.SCORE if scored else Unit.PERCENTAGE_POINTS
    return None


def _measures_behind(sight: Sight) -> bool:
    """Tell whether what the number counts are tonnes, miles, hours and the like: "9,500 further hours"."""
    n, phrase = sight.number, sight.phrase
    if n.unit is not None or n.money:
        return False
    return (phrase.head in MEASURES and phrase.close - n.last <= 3) or _is_other_rate(sight.sentence, n.last)


def _is_other_rate(s: Sentence, j: int) -> bool:
    """Tell of a rate that no unit of ours names: "6.5 per 1,000", "23 deaths per 100,000"."""
    if PER.isdisjoint(s.words):
        return False
    for k in range(j, min(j + 3, len(s.tokens) - 1)):
        base = base_at(s, k)
        if base is not None:
            return base not in {TEN_THOUSAND, _HUNDRED}
        if not s.is_word(k):
            return False
    return False


def _time_behind(sight: Sight) -> Unit | None:
    """Return the unit of time that stands behind the number, "working" and the like aside."""
    s, j = sight.sentence, sight.number.last
    return time_unit(s.low(j + (s.low(j) in _DAY_KINDS)))


def _spoken_rate(sight: Sight) -> Unit | None:
    """Return a rate where the words before a bare number speak of one and no other number has it."""
    s, n = sight.sentence, sight.number
    if n.form is not Form.DIGITS or n.value >= _MOST_PER_10000:
        return None
    if s.low(n.last) not in _BEHIND_SPOKEN and sight.phrase.close != sight.phrase.first:
        return None
    before = s.lowered[: sight.start - s.start]
    if not _RATE_WORDS.search(before):
        return None
    others = (other for other in sight.reading.numbers if other is not n)
    return None if any(other.unit is Unit.RATE_PER_10000 for other in others) else Unit.RATE_PER_10000


def _rate_of_children(sight: Sight) -> Unit | None:
    """Return a rate per 10,000 for a bare number of "the rate" beside the children or plans that it is a rate of.

    "241 children were on plans. Northmere's rate, at 59, …": with no sign of another kind in the sentence.
    """
    s, n = sight.sentence, sight.number
    if n.form is not Form.DIGITS or n.scale != 1 or n.value >= _MOST_PER_10000 or sight.phrase.head not in {"", "rate"}:
        return None
    word = next((i for i in range(n.first - 1, max(-1, n.first - 6), -1) if s.stem(i) == "rate"), None)
    if word is None or not (s.low(word - 1) in _WHOSE_RATE or s.low(word - 1).endswith(("'s", "’s"))):
        return None
    if any(s.is_number(i) for i in range(word, n.first)) or (
        s.low(word + 1) in {"of", "for"} and not s.is_number(word + 2)
    ):
        return None
    readings = [sight.reading, *sight.around.previous[-1:]]
    numbers = [number for reading in readings for number in reading.numbers if number is not n]
    if any(number.unit in {Unit.PERCENT, Unit.RATE_PER_10000} for number in numbers):
        return None
    return Unit.RATE_PER_10000 if any(r.sentence.words & _RATED for r in readings) and numbers else None


def _spoken_share(sight: Sight) -> Unit | None:
    """Return per cent for a bare number that a clause about a share ends with: "The percentage of … was 94"."""
    s, n = sight.sentence, sight.number
    if n.form is not Form.DIGITS or n.value > _WHOLE or n.scale != 1 or sight.phrase.close != sight.phrase.first:
        return None
    if s.low(n.last) not in _BEHIND_SPOKEN or s.low(n.first - 1) not in _BEFORE_SPOKEN:
        return None
    opens = next((i for i in range(n.first) if s.low(i) in _SHARES and s.tokens[i].start >= sight.left), None)
    return Unit.PERCENT if opens is not None and n.first - opens <= _LONGEST_CLAUSE else None


def _count_or_score(sight: Sight) -> Unit | None:
    """Return count, or what a bare number is in a sentence about days, scores, posts or caseloads."""
    s, n, low = sight.sentence, sight.number, sight.sentence.lowered
    lead = sight.around.lead.sentence.lowered if sight.around.lead is not None else ""
    if ("caseload" in low or "caseload" in lead) and sight.phrase.head in {"", "child", "case", "person"}:
        averaged = n.step < 1 or "average" in low or "average" in lead or "optimum" in low or "caseloads" in low
        return None if averaged else Unit.COUNT
    bare = s.low(n.last) in BEHIND_BARE
    if (bare or is_per_head(sight)) and n.form is Form.DIGITS and _speaks_of_days(sight):
        return Unit.DAYS
    if bare and n.step < 1 and _SCORES.search(low):
        return Unit.SCORE
    if n.step < 1 and (s.low(n.last) in _BEHIND_POSTS or not sight.phrase.head) and speaks_of_fte(sight):
        return Unit.FTE
    if "score" in low and s.low(n.last) in _BEHIND_SCORE and _may_be_score(sight):
        return Unit.SCORE
    return Unit.RATIO if n.form is Form.MULTIPLE else Unit.COUNT


def _speaks_of_days(sight: Sight) -> bool:
    """Tell whether the sentence speaks of a number of days that none before this one has given, nor the share."""

    def gives(other: Number) -> bool:
        return other.unit in {Unit.DAYS, Unit.PERCENT} and other.last <= sight.number.first

    if not sight.sentence.says(_DAYS_SPOKEN):
        return False
    return not any(gives(other) for other in sight.reading.numbers if other is not sight.number)


def _may_be_score(sight: Sight) -> bool:
    """Tell whether a number in a sentence about scores is one: broken, or led up to."""
    n = sight.number
    return n.step < 1 or sight.sentence.low(n.first - 1) in {"of", "was", "at", "to", "from"}
