"""Units that a bare number takes over: from one beside it in its sentence, or from the sentence before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from crossfoot.extraction.figures.exclusions import counted_at
from crossfoot.extraction.figures.indicators.silence import says_nothing_new
from crossfoot.extraction.figures.movements import change_before, start_of_movement, unit_beside_change
from crossfoot.extraction.figures.numerals import Form, Number, time_unit
from crossfoot.extraction.figures.rates import PER, TEN_THOUSAND, base_at
from crossfoot.extraction.figures.sentences import Sentence
from crossfoot.extraction.figures.sight import Sight
from crossfoot.extraction.figures.words import word_set
from crossfoot.model import Unit

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
_COMPARED_PLACES = word_set("england region nationally national neighbours wales london average mean")
"""Whose number is given beside our own, of the same kind as that."""
_BEFORE_COMPARED = _COMPARED_PLACES | word_set(
    "( to from of at was were is be been than with against threshold target averaged establishment by - – :"
)
"""What stands before a number that is compared with the one before it."""
_BEFORE_COMPARED_PERCENT = word_set("( from england against than with region")
BEHIND_BARE = frozenset({""}) | word_set(
    ". , ; ) ( in and for at or nationally regionally were by to against from compared"
)
"""What stands behind a number that names no unit of its own."""
_CARRIED = frozenset({Unit.DAYS, Unit.WEEKS, Unit.MONTHS, Unit.RATE_PER_10000, Unit.PERCENT})
_BEFORE_CARRIED = word_set("was is be been at of to were stands stood from than by average averages averaged")
_BEHIND_CARRIED = BEHIND_BARE | word_set("is will is would above below eventually")
_MEASURE_WORDS = re.compile(r"\b(?:figure|average|mean|median|threshold|target|rate|nationally|it (?:was|is|had))\b")
_BEHIND_LENT = BEHIND_BARE | word_set("- – — per above below higher lower better worse eventually")
_RANGE_SIGNS = word_set("to - – — and or")
_STANDARDS = _COMPARED_PLACES | word_set("last previous year sn target comparator comparators authorities district")
_SET_AGAINST = word_set("than with from against to")
_PLACES = word_set(
    "england wales region neighbour authority council group country london average north south east west"
)
_SHARES = word_set("rate figure proportion percentage share average")
_OF_THEN = word_set("year quarter month target england nationally")
_FEW = 5
_WHOLE = 100
_MARKS = word_set(
    """
    average mean median target threshold pledge standard aim goal limit maximum minimum expectation ambition norm
    benchmark
    """
)
_JOINTS = word_set("and while whilst whereas but")


def lent_by_neighbour(sight: Sight) -> Unit | None:
    """Return the unit that a bare number shares with one beside it: "171 days (threshold 152)", "5 to 9%"."""
    n = sight.number
    if n.form is not Form.DIGITS or n.money or n.scale != 1:
        return None
    if _is_of_a_time_before(sight) or _is_of_another_place(sight):
        own = sight.reading.numbers[sight.index - 1].unit or (sight.told[-1].unit if sight.told else None)
        return own if own in _LENT and (own is not Unit.PERCENT or n.step < 1) else None
    if sight.sentence.low(n.last) not in _BEHIND_LENT:
        return None
    start = start_of_movement(sight)
    if start is not None:
        return start.unit if start.unit in _LENT else None
    change = change_before(sight)
    if change is not None:
        beside = unit_beside_change(sight, change)
        return _lent_by_next(sight) or (beside if beside in _LENT else None)
    return _lent_by_next(sight) or _lent_in_parallel(sight) or _lent_by_earlier(sight)


def _lent_in_parallel(sight: Sight) -> Unit | None:
    """Return the time that a like number before is counted in: "411 days from A to B, and 165 from C to D"."""
    s, n, k = sight.sentence, sight.number, sight.index
    if not k or s.low(n.last) != "from" or s.low(n.first - 1) not in _JOINS:
        return None
    earlier = sight.reading.numbers[k - 1]
    alike = any(s.low(i) == "from" for i in range(earlier.last, min(earlier.last + _FEW, n.first)))
    unit = earlier.unit or time_unit(s.low(earlier.last))
    return unit if alike and unit in _TIMES else None


_JOINS = frozenset({"and", ","})
_TIMES = frozenset({Unit.DAYS, Unit.WEEKS, Unit.MONTHS})


def _is_of_a_time_before(sight: Sight) -> bool:
    """Tell of the same measure in another year: the 9.8 of "9.1 days lost, better than the 9.8 of 2020/21"."""
    s, n = sight.sentence, sight.number
    if not sight.index or s.low(n.first - 1) != "the" or s.low(n.first - 2) not in _SET_AGAINST:
        return False
    return s.low(n.last) in {"of", "in"} and s.low(n.last + 1)[:2] in {"19", "20"}


def _is_of_another_place(sight: Sight) -> bool:
    """Tell of the last of several places: the 70 of "73, compared with 65 for England and 70 for our neighbours"."""
    s, n = sight.sentence, sight.number
    if (
        not sight.index
        or s.low(n.first - 1) not in {"and", ","}
        or s.low(n.last) not in {"for", "in", "among", "across"}
    ):
        return False
    earlier = sight.reading.numbers[sight.index - 1]
    compared = s.low(earlier.first - 1) in {"with", "to", "against"} and s.low(earlier.first - 2) == "compared"
    named = {s.stem(i) for i in range(n.last + 1, min(n.last + 6, len(s.tokens)))}
    return compared and n.first - earlier.last <= _FEW and bool(named & _PLACES)


def _lent_by_next(sight: Sight) -> Unit | None:
    """Return the unit of the number that ends the range: "5 to 9%", "between 5 and 9 days"."""
    s, n, numbers = sight.sentence, sight.number, sight.reading.numbers
    joint = s.low(n.last)
    if sight.index + 1 == len(numbers) or joint not in _RANGE_SIGNS:
        return None
    following = numbers[sight.index + 1]
    if joint == "or" and n.step >= 1 and following.value < n.value:
        return None  # no range, but the same said twice: "a reduction of 285 or 8.4%"
    if following.first != n.last + 1 or (joint in {"and", "or"} and s.low(n.first - 1) not in {"between", "of"}):
        return None
    if is_rate_behind(s, following.last):
        return Unit.RATE_PER_10000
    unit = following.unit if following.unit is not None else time_unit(s.low(following.last))
    return unit if unit in _LENT else None


def is_rate_behind(s: Sentence, j: int) -> bool:
    """Tell whether "per 10,000" stands behind the token before ``j`` in the same clause."""
    if PER.isdisjoint(s.words):
        return False
    for k in range(j, min(j + 6, len(s.tokens) - 1)):
        if base_at(s, k) == TEN_THOUSAND:
            return True
        if s.is_number(k) or s.low(k) in {",", ";", "."}:
            return False
    return False


def _lent_by_earlier(sight: Sight) -> Unit | None:
    """Return the unit of the number that this one is compared with: "171 days (threshold 152)"."""
    s, n, numbers, k = sight.sentence, sight.number, sight.reading.numbers, sight.index
    if not k:
        return None
    before, earlier = s.low(n.first - 1).removesuffix("'s"), numbers[k - 1]
    if before in _OF_THEN and s.low(n.last) == ")" and s.low(n.first - 3) == "(":
        before = "("  # "(last year 11.2)"
    if n.first - earlier.last == 1 and before in _RANGE_SIGNS and s.low(earlier.first - 1) == "between":
        return earlier.unit
    if n.step < 1 and s.low(n.first - 2) == "for" and s.low(n.last) in BEHIND_BARE and earlier.step < 1:
        return earlier.unit if earlier.unit in _LENT else None
    if before not in _BEFORE_COMPARED or _begins_anew(s, before, earlier.last, n.first) or _is_load(s, earlier, n):
        return None
    if k > 1 and before != "(" and s.low(earlier.first - 1) == "(" and _closes(s, earlier.last, n.first):
        earlier = numbers[k - 2]
    if earlier.unit is Unit.PERCENT:
        of_a_share = before == "of" and s.low(n.first - 2) in _SHARES
        broken_or_compared = n.step < 1 or before in _BEFORE_COMPARED_PERCENT or of_a_share
        alone = before == "(" and n.step == 1 and not _names_a_standard(s, earlier.last, n.first)
        if not broken_or_compared or alone or n.value > _WHOLE:
            return None
    return earlier.unit if earlier.unit in _LENT else None


def _names_a_standard(s: Sentence, first: int, last: int) -> bool:
    """Tell whether words between two tokens name what the number before is set against: "64%, below last year (69)"."""
    return any(s.low(i) in _STANDARDS for i in range(first, last))


def _is_load(s: Sentence, earlier: Number, n: Number) -> bool:
    """Tell of a load beside posts: the 68 of "9.6 FTE officers with an average caseload of 68"."""
    return earlier.unit is Unit.FTE and any(s.stem(i) == "caseload" for i in range(earlier.last, n.first))


def _begins_anew(s: Sentence, before: str, first: int, last: int) -> bool:
    """Tell whether the words between two numbers, from ``first`` to ``last``, open a statement of its own."""
    between = range(first, last)
    if before in {"is", "be", "been"} and any(s.stem(i) in {"number", "total"} for i in between):
        return True
    if any(s.stem(i) in _SCORES for i in between):
        return True
    if before == "from" and any(s.low(i) in _JOINTS for i in between):
        return True  # "95.6% and exclusions fell from 18"
    if before in _COMPARED_PLACES or _says_average(s, first, last):
        return False
    return any(s.low(i) == ";" for i in between)


_SCORES = frozenset({"score", "sdq", "attainment", "caseload"})


def _closes(s: Sentence, first: int, last: int) -> bool:
    """Tell whether a bracket closes between two tokens."""
    return any(s.low(i) == ")" for i in range(first, last))


def _says_average(s: Sentence, first: int, last: int) -> bool:
    """Tell whether words between two tokens name an average or a mark of the number before them."""
    return any(s.low(i) in _MARKS for i in range(first, last))


def carried(sight: Sight) -> Unit | None:
    """Return the unit of the sentence before for a bare figure, average or threshold: "England's figure was 647"."""
    s, n = sight.sentence, sight.number
    if n.form is not Form.DIGITS or sight.phrase.head or s.low(n.last) not in _BEHIND_CARRIED:
        return None
    if s.low(n.first - 1) not in _BEFORE_CARRIED or not _MEASURE_WORDS.search(s.lowered[: sight.start - s.start]):
        return None
    if any(s.stem(i) in _SCORES for i in range(n.first)):
        return None
    others = {other.unit for other in sight.reading.numbers if other is not n and other.unit is not None}
    if others - _CARRIED or not sight.around.previous:
        return None
    before = sight.around.previous[-1].numbers
    earlier = [number.unit for number in before if number.unit in _CARRIED]
    if not earlier or (earlier[-1] is Unit.PERCENT and n.step == 1) or not says_nothing_new(sight):
        return None
    is_count = earlier[-1] is Unit.RATE_PER_10000 and _is_of_the_size_of_a_count(n, before)
    return None if is_count else earlier[-1]


def _is_of_the_size_of_a_count(n: Number, before: Sequence[Number]) -> bool:
    """Tell of a number whether it is far from the rate before it and near a count: "1,286, a rate of 301"."""
    rates = [number.value for number in before if number.unit is Unit.RATE_PER_10000]
    counts = [number.value for number in before if number.unit in {None, Unit.COUNT}]
    return not any(_as_large(n.value, rate) for rate in rates) and any(_as_large(n.value, count) for count in counts)


def _as_large(a: Decimal, b: Decimal) -> bool:
    """Tell whether neither of two numbers is three times as large as the other."""
    return max(a, b) <= 3 * min(a, b)


def ends_range_of_money(sight: Sight) -> bool:
    """Tell of the upper end of a range whose lower end carries the pound sign: "£10-15", "between £5 and 7"."""
    s, n, k = sight.sentence, sight.number, sight.index
    if not k or not sight.reading.numbers[k - 1].money or n.first - sight.reading.numbers[k - 1].last != 1:
        return False
    joint = s.low(n.first - 1)
    opened = s.low(sight.reading.numbers[k - 1].first - 1) in {"between", "from"}
    return not counted_at(s, n.last) and (joint in {"-", "–", "—"} or (joint in {"to", "and"} and opened))
