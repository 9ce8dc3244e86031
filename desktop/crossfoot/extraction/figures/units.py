"""The unit of a number in a sentence: its own, what stands behind it, what its neighbour says, what is spoken of."""

from __future__ import annotations

import re

from crossfoot.extraction.figures.numerals import Form, Number, is_fte, time_unit
from crossfoot.extraction.figures.phrases import is_generic
from crossfoot.extraction.figures.sight import Sight
from crossfoot.extraction.figures.words import word_set
from crossfoot.model import Nature, Unit

_END = frozenset({""})
_POSTS = word_set("post worker staff officer vacancy position practitioner manager teacher employee")
"""Nouns of posts: a broken number of them is counted in full-time equivalents."""

_DAY_KINDS = word_set("working calendar school consecutive full")
_LENT = frozenset(
    {
        Unit.RATE_PER_10000,
        Unit.DAYS,
        Unit.WEEKS,
        Unit.MONTHS,
        Unit.YEARS,
        Unit.FTE,
        Unit.PERCENTAGE_POINTS,
        Unit.PERCENT,
    }
)
"""Units that a bare number takes over from one beside it."""

_BEFORE_COMPARED = word_set(
    """
    ( to from of at was were than with against threshold target average mean england region nationally national averaged
    neighbours wales by - – :
    """
)
"""What stands before a number that is compared with the one before it."""

_BEFORE_COMPARED_PERCENT = word_set("( from england against than with region")
_BEHIND_BARE = _END | word_set(". , ; ) ( in and for at or nationally regionally were by to against from compared")
"""What stands behind a number that names no unit of its own."""

_BEHIND_LENT = _BEHIND_BARE | word_set("- – — per")
_BEHIND_SPOKEN = _END | word_set(". , ; ) ( and in against compared at but which")
_BEHIND_SCORE = _END | word_set(". , ; ) in against compared for and points")
_RANGE_SIGNS = word_set("to - – — and or")
_PLANNED = frozenset({Nature.BUDGET, Nature.VARIANCE, Nature.FORECAST})
_LEAST_LOST_POUNDS = 10_000
"""A bare number this large, said of a budget and counting nothing, is an amount that lost its sign."""

_MOST_PER_10000 = 1500
"""No rate per 10,000 children is higher."""

_DAYS_SPOKEN = re.compile(
    r"\b(?:number of (?:working )?days|average days|days (?:lost|taken|between|from)"
    r"|(?:time|wait|length) in days|working days lost|\(days\))"
)
_SCORES = re.compile(r"\b(?:attainment 8|progress 8|points? score|scores?|scored|scoring|sdq)\b")
_RATE_WORDS = re.compile(r"per[\s\xa0]+10,?000", re.IGNORECASE)


def unit_of(sight: Sight) -> Unit | None:
    """Return the unit of a number; None where its words leave it open, as an average caseload's."""
    return (
        sight.number.unit
        or _named_behind(sight)
        or _lent_by_neighbour(sight)
        or _time_behind(sight)
        or _pounds_by_size(sight)
        or _spoken_rate(sight)
        or _count_or_score(sight)
    )


def _named_behind(sight: Sight) -> Unit | None:
    """Return the unit that the words behind the number name: FTE, a rate, days, points."""
    s, n, phrase, j = sight.sentence, sight.number, sight.phrase, sight.number.last
    if _is_fte_behind(sight):
        return Unit.FTE
    if _is_rate_behind(sight):
        return Unit.RATE_PER_10000
    if phrase.head in {"day", "week"} and phrase.close - j <= 4:
        return time_unit(phrase.head)
    if n.step < 1 and phrase.head in _POSTS:
        return Unit.FTE
    if s.stem(j) == "point" and n.form is Form.DIGITS:
        scored = "score" in s.lowered and "gap" not in s.lowered
        return Unit.SCORE if scored else Unit.PERCENTAGE_POINTS
    return None


def _is_fte_behind(sight: Sight) -> bool:
    """Tell whether "FTE" stands behind the number or in what it counts."""
    s, j = sight.sentence, sight.number.last
    if is_fte(s.tokens, j) or (s.low(j) == "x" and is_fte(s.tokens, j + 1)):
        return True
    for k in range(j, min(sight.phrase.close + 1, j + 5, len(s.tokens))):
        if is_fte(s.tokens, k):
            return True
        if s.is_number(k):
            return False
    return False


def _is_rate_behind(sight: Sight) -> bool:
    """Tell whether "per 10,000" stands behind the number in the same clause."""
    s, j = sight.sentence, sight.number.last
    for k in range(j, min(j + 6, len(s.tokens) - 1)):
        if s.low(k) == "per" and s.low(k + 1) in {"10,000", "10000"}:
            return True
        if s.is_number(k) or s.low(k) in {",", ";", "."}:
            return False
    return False


def _lent_by_neighbour(sight: Sight) -> Unit | None:
    """Return the unit that a bare number shares with one beside it: "171 days (threshold 152)", "5 to 9%"."""
    n = sight.number
    if n.form is not Form.DIGITS or n.money or n.scale != 1 or sight.sentence.low(n.last) not in _BEHIND_LENT:
        return None
    return _lent_by_next(sight) or _lent_by_earlier(sight)


def _lent_by_next(sight: Sight) -> Unit | None:
    """Return the unit of the number that ends the range: "5 to 9%", "between 5 and 9 days"."""
    s, n, numbers = sight.sentence, sight.number, sight.reading.numbers
    joint = s.low(n.last)
    if sight.index + 1 == len(numbers) or joint not in _RANGE_SIGNS:
        return None
    following = numbers[sight.index + 1]
    if following.first != n.last + 1 or (joint in {"and", "or"} and s.low(n.first - 1) not in {"between", "of"}):
        return None
    unit = following.unit if following.unit is not None else time_unit(s.low(following.last))
    return unit if unit in _LENT else None


def _lent_by_earlier(sight: Sight) -> Unit | None:
    """Return the unit of the number that this one is compared with: "171 days (threshold 152)"."""
    s, n, numbers, k = sight.sentence, sight.number, sight.reading.numbers, sight.index
    before = s.low(n.first - 1)
    if not k or before not in _BEFORE_COMPARED:
        return None
    earlier = numbers[k - 1]
    in_brackets = before != "(" and s.low(earlier.first - 1) == "("
    if in_brackets and k > 1:
        earlier = numbers[k - 2]
    if earlier.unit is Unit.PERCENT:
        broken_or_compared = n.step < 1 or before in _BEFORE_COMPARED_PERCENT
        if not broken_or_compared or (before == "(" and n.step == 1):
            return None
    return earlier.unit if earlier.unit in _LENT else None


def _time_behind(sight: Sight) -> Unit | None:
    """Return the unit of time that stands behind the number, "working" and the like aside."""
    s, j = sight.sentence, sight.number.last
    return time_unit(s.low(j + (s.low(j) in _DAY_KINDS)))


def _pounds_by_size(sight: Sight) -> Unit | None:
    """Return pounds for "5.5m" without a sign, and for millions in a sentence about money."""
    n = sight.number
    if n.form is Form.DIGITS and n.scale >= 1000 and sight.sentence.tokens[n.core].suffix in {"k", "m", "bn"}:
        return Unit.GBP
    of_money = is_generic(sight.phrase.head) and any(c.nature in _PLANNED for c in sight.reading.cues)
    large = n.scale >= 1_000_000 or (n.form is Form.DIGITS and n.step == 1 and n.value >= _LEAST_LOST_POUNDS)
    return Unit.GBP if large and of_money else None


def _spoken_rate(sight: Sight) -> Unit | None:
    """Return a rate where the words before a bare number speak of one and no other number has it."""
    s, n = sight.sentence, sight.number
    if n.form is not Form.DIGITS or n.value >= _MOST_PER_10000:
        return None
    if s.low(n.last) not in _BEHIND_SPOKEN and sight.phrase.close != sight.phrase.first:
        return None
    before = s.lowered[: sight.start - s.start]
    if "rate" not in before or not _RATE_WORDS.search(before):
        return None
    others = (other for other in sight.reading.numbers if other is not n)
    return None if any(other.unit is Unit.RATE_PER_10000 for other in others) else Unit.RATE_PER_10000


def _count_or_score(sight: Sight) -> Unit | None:
    """Return count, or what a bare number is in a sentence about days, scores, posts or caseloads."""
    s, n, low = sight.sentence, sight.number, sight.sentence.lowered
    lead = sight.around.lead.sentence.lowered if sight.around.lead is not None else ""
    if ("caseload" in low or "caseload" in lead) and sight.phrase.head in {"", "child", "case", "person"}:
        averaged = n.step < 1 or "average" in low or "average" in lead or "optimum" in low or "caseloads" in low
        return None if averaged else Unit.COUNT
    bare = s.low(n.last) in _BEHIND_BARE
    if bare and n.form is Form.DIGITS and _DAYS_SPOKEN.search(low) and not _days_given_before(sight):
        return Unit.DAYS
    if bare and n.step < 1 and _SCORES.search(low):
        return Unit.SCORE
    if bare and n.step < 1 and any(is_fte(s.tokens, i) for i in range(len(s.tokens))):
        return Unit.FTE
    if "score" in low and s.low(n.last) in _BEHIND_SCORE and _may_be_score(sight):
        return Unit.SCORE
    return Unit.RATIO if n.form is Form.MULTIPLE else Unit.COUNT


def _days_given_before(sight: Sight) -> bool:
    """Tell whether a number before this one already gives the days or the share."""

    def gives(other: Number) -> bool:
        return other.unit in {Unit.DAYS, Unit.PERCENT} and other.last <= sight.number.first

    return any(gives(other) for other in sight.reading.numbers if other is not sight.number)


def _may_be_score(sight: Sight) -> bool:
    """Tell whether a number in a sentence about scores is one: broken, or led up to."""
    n = sight.number
    return n.step < 1 or sight.sentence.low(n.first - 1) in {"of", "was", "at", "to", "from"}
