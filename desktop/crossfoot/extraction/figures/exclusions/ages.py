"""Ages and bands of ages: "aged 16 to 17", "under 5s", "16-18 year olds", "(0 - 13)", "over 65"."""

from __future__ import annotations

from crossfoot.extraction.figures.exclusions.candidate import DASHES, Candidate, counted_at
from crossfoot.extraction.figures.exclusions.conditions import BASE_OF_A_RATE
from crossfoot.extraction.figures.numerals import Form
from crossfoot.extraction.figures.sentences import Sentence
from crossfoot.extraction.figures.words import AUXILIARIES, word_set
from crossfoot.model import Unit

_OLDEST = 110
_WHOSE_AGE = word_set("school working pension pensionable retirement statutory")
"""Words that make "age" the name of a group, so that a number behind it counts: "of school age 31 had a plan"."""

_AGE_WORDS = frozenset({"aged", "age", "ages"})
_PERSONS = word_set(
    "child person young adult pupil those resident student all adolescent girl boy woman man population old"
)
_ONE_PERSON = word_set("lady man woman boy girl gentleman child resident person daughter son")
_BOYS = word_set("boy girl lad brother sister sibling twin teenager")
_BEHIND_AN_AGE = frozenset({""}) | word_set(". , ; ) or and to who were was")
"""What stands behind the age of several: "boys of sixteen or seventeen", and not "the boys of 12 schools"."""

_BEFORE_RANGE = word_set("be is was are will would should of to from range limit")
_BEFORE_BOUNDS = word_set("under over between from below above of to and - – up least at than younger older the")
"""Words that may stand between "aged" and the age."""

_BOUNDS = frozenset({1, 2, 3, 4, 5, 8, 10, 11, 16, 18, 19, 21, 25, 50, 55, 60, 65, 70, 75, 80, 85})
"""Ages that services begin or end at: "under 5", "over 65"."""

_BEYOND = frozenset({"over", "above", "under", "below", "older", "younger"})
"""What stands behind the bound of those who are of an age: "1,204 of them were 65 and over"."""

_PLAIN_BOUNDS = frozenset({18, 25, 65})
"""Of those, the ones that need no person beside them: "the over 65 population"."""

_BAND_STARTS = frozenset({0, 1, 2, 3, 4, 5, 6, 7, 8, *range(10, 20), 21})
_BAND_ENDS = frozenset({18, 19, 24, 25})
_OLDEST_IN_BANDS = 25
_YOUNGEST_GROWN = 11
_SCHOOL_AGES = frozenset({2, 3, 4, 5, 7, 8, 9, 11, 12, 13, 14, 16, 18, 19})
_OF_AN_AGE = word_set("conception pregnancy mortality")
"""What is measured of the young below an age: "under 18 conceptions"."""

_SCHOOLS = word_set("school academy college sixth secondary primary phase age special")
_BODIES = word_set("year service partnership team school programme pathway population")
_BANDED = _BODIES | word_set(
    """
    healthy provision board agenda network provider curriculum cohort age strategy commissioning academy campus phase
    public education learning offer group
    """
)
"""What bands of ages name: "0-19 service", "16-25 provision"."""


_UNITS_OF_NO_AGE = frozenset({Unit.GBP, Unit.PERCENT, Unit.FTE, Unit.PERCENTAGE_POINTS})
_FORMS_OF_NO_AGE = frozenset({Form.ZERO, Form.MULTIPLE, Form.FRACTION})


def age(c: Candidate) -> str | None:
    """Ages say who is meant, not how many."""
    n = c.number
    if n.unit in _UNITS_OF_NO_AGE:
        return None
    if n.value <= _OLDEST and _is_an_average_age(c):
        return "age"
    if n.form in _FORMS_OF_NO_AGE or n.value > _OLDEST or n.scale != 1 or n.step != 1:
        return None
    told = (
        _opens_a_range_of_ages(c)
        or _behind_age_word(c)
        or _before_years_old(c)
        or _goes_on_from_an_age(c)
        or _is_turned(c)
        or _is_reached(c)
        or _is_bound(c)
        or _bounds_who_is_meant(c)
        or _is_in_a_band(c)
        or _is_an_age_of_tests(c)
    )
    return "age" if told else None


_TESTED = word_set("result standard attainment test examination exam measure achievement stage score pass performance")


def _is_an_age_of_tests(c: Candidate) -> bool:
    """Tell of "results at 11", "the main measure at 16": the age at which pupils are tested."""
    s, n = c.sentence, c.number
    return (
        c.before == "at"
        and n.value in _SCHOOL_AGES
        and s.stem(n.first - 2) in _TESTED
        and (c.behind in _BEHIND_AN_AGE or c.behind in AUXILIARIES)
    )


_AVERAGES = word_set("average mean median typical")
_LONGEST_WHOSE = 8
_IS_NOW = AUXILIARIES | word_set("now currently then about around just of : at")


def _is_an_average_age(c: Candidate) -> bool:
    """Tell of "the average age of our carers was now 53", "their mean age is 15.8"."""
    s, first = c.sentence, c.number.first
    if "age" not in s.words:
        return False
    at = first - 1
    while at > 0 and s.low(at) in _IS_NOW:
        at -= 1
    for i in range(at, max(0, first - _LONGEST_WHOSE), -1):
        if s.low(i) == "age":
            return s.low(i - 1) in _AVERAGES and (at < first - 1 or i == first - 1)
        if not s.is_word(i):
            return False
    return False


def _opens_a_range_of_ages(c: Candidate) -> bool:
    """Tell of the "16" in "16 to 18s"."""
    s, n = c.sentence, c.number
    return c.behind in {"to", "-", "–"} and s.is_number(n.last + 1) and s.tokens[n.last + 1].suffix == "s"


def _behind_age_word(c: Candidate) -> bool:
    """Tell of "aged 16", "ages between 16", "aged from 5 to 11"."""
    s, first = c.sentence, c.number.first
    i = first - 1
    while s.low(i) in _BEFORE_BOUNDS and first - i < 5:
        i -= 1
    while s.low(i) in _BEFORE_RANGE:
        i -= 1
    if i == first - 1 and s.low(i - 1) in _WHOSE_AGE and c.behind in AUXILIARIES:
        return False
    of = s.low(first - 1) == "of"
    several = of and s.stem(first - 2) in _BOYS and c.behind in _BEHIND_AN_AGE
    return s.low(i) in _AGE_WORDS or several or (of and s.low(first - 2) in _ONE_PERSON)


def _before_years_old(c: Candidate) -> bool:
    """Tell of "16 year olds", "16-18 years old", "14 to 19 years of age", "children 16 years and over"."""
    s, n = c.sentence, c.number
    j = _behind_range(s, n.last)
    if s.stem(j) not in {"year", "month", "yr"} and s.low(j) != "yrs":
        return False
    k = j + 1
    while s.low(k) in DASHES:
        k += 1
    if s.stem(k) in {"old", "age"} or (s.low(k) == "of" and s.low(k + 1) == "age"):
        return True
    bounded = s.low(k) in {"and", "or"} and s.low(k + 1) in {"over", "under", "above", "below", "older", "younger"}
    return bounded and s.stem(n.first - 1) in {"", "aged", "person", "child", "adult"}


def _behind_range(s: Sentence, j: int) -> int:
    """Return the index behind what goes on a range of ages from ``j``: "-18", "to 18", "+"."""
    for _ in range(4):
        while s.low(j) in DASHES or s.low(j) in {"to", "and", "or", "/"}:
            j += 1
        if not s.is_number(j) and s.low(j) != "+":
            break
        j += 1
    return j


def _goes_on_from_an_age(c: Candidate) -> bool:
    """Tell of a second age behind one that was told: "aged 5 … or over 16"."""
    return (
        c.before in {"between", "and", "to", "or", "over", "under"}
        and c.number.value <= _OLDEST_IN_BANDS
        and not c.counts_a_plural
        and c.behind not in AUXILIARIES
        and c.behind != "("
        and any(verdict.reason == "age" for verdict in c.earlier)
    )


def _is_turned(c: Candidate) -> bool:
    """Tell of "she was 16", "he turned 18", "those who turned 19 in the year"."""
    if c.before in {"turned", "turning", "turn"} and c.number.value <= _OLDEST_IN_BANDS and not c.counts_a_plural:
        return True
    return (
        c.before in {"was", "is", "turned", "turns", "reached"}
        and c.sentence.low(c.number.first - 2) in {"she", "he"}
        and c.behind in {"", ".", ",", "and", "when"}
    ) or (
        c.before in _COME_TO
        and c.sentence.low(c.number.first - 2) in {"they", "she", "he"}
        and c.sentence.low(c.number.first - 3) in {"until", "when", "once", "before", "after", "till"}
        and c.behind in {"", ".", ",", "and", "or", ";", ")"}
    )


_COME_TO = word_set("are is were was turn turns turned reach reaches reached become becomes became")


def _is_reached(c: Candidate) -> bool:
    """Tell of "At sixteen, 46.2% had …" and of "children as young as four"."""
    s, n = c.sentence, c.number
    opens = n.form is Form.WORDS and n.first == 1 and c.before == "at" and c.behind == ","
    compared = (
        c.before == "as" and s.low(n.first - 2) in {"young", "old"} and c.behind not in {"years", "months", "weeks"}
    )
    return (opens and 4 <= n.value <= _OLDEST_IN_BANDS) or compared


def _bounds_who_is_meant(c: Candidate) -> bool:
    """Tell of "1,204 of them were 65 and over", and of "29 per 10,000 under 18"."""
    s, n = c.sentence, c.number
    if n.value not in _BOUNDS:
        return False
    if c.before in AUXILIARIES and c.behind in {"and", "or"} and s.low(n.last + 1) in _BEYOND:
        return not counted_at(s, n.last + 2)
    last = c.earlier[-1] if c.earlier else None
    return (
        c.before == "under" and last is not None and last.reason == BASE_OF_A_RATE and last.number.last == n.first - 1
    )


def _is_bound(c: Candidate) -> bool:
    """Tell of "children under 5", "under 5s", "the over 65 population"."""
    s, n = c.sentence, c.number
    if c.before not in {"under", "over"} or n.value not in _BOUNDS:
        return False
    if s.stem(n.last) in _OF_AN_AGE:
        return True
    if c.counts_a_plural:
        return False
    if c.behind in {"s", "'", "’"} or s.stem(n.first - 2) in _PERSONS or s.stem(n.first - 2) == "":
        return True
    if s.low(n.first - 2) in {"was", "were", "is", "are", "be", "them", "whom", "those"}:
        return c.behind in {"", ".", ",", ";", ")"}
    return (
        n.value in _PLAIN_BOUNDS
        and s.low(n.first - 2) in {"the", ",", "for", "(", "of"}
        and c.behind in {"", ".", ",", ")", "population"}
    )


def _is_in_a_band(c: Candidate) -> bool:
    """Tell of both numbers of "0-19 service", "(16 - 18)"."""
    s, n = c.sentence, c.number
    if n.unit is not None:
        return False
    if (c.behind in DASHES or c.behind == "to") and s.is_number(n.last + 1):
        return _is_band(s, n.first, n.core, n.last + 1)
    if (c.before in DASHES or c.before == "to") and s.is_number(n.first - 2):
        return _is_band(s, n.first - 2, n.first - 2, n.core)
    return False


def _is_band(s: Sentence, first: int, low: int, high: int) -> bool:
    """Tell whether the range from token ``low`` to ``high``, which begins at ``first``, is a band of ages in a name."""
    youngest, oldest = s.low(low), s.low(high)
    if not (youngest.isdigit() and oldest.isdigit()) or int(youngest) >= int(oldest):
        return False
    a, b = int(youngest), int(oldest)
    if (first == 0 and s.low(high + 1) == ":") or (b <= _OLDEST and s.stem(high + 1) == "population"):
        return True
    if b <= _OLDEST_IN_BANDS and a in _BAND_STARTS and s.is_number(high + 1):
        return True  # "17-18 64%, 19-21 54%": what is told of a band follows it
    if b > _OLDEST_IN_BANDS or a not in _BAND_STARTS:
        return False
    in_brackets = s.low(first - 1) == "(" and s.low(high + 1) == ")"
    of_school = {a, b} <= _SCHOOL_AGES and s.stem(high + 1) in _SCHOOLS
    return in_brackets or of_school or (s.low(low + 1) != "to" and _names_a_body(s, first, high + 1, (a, b)))


def _names_a_body(s: Sentence, first: int, j: int, band: tuple[int, int]) -> bool:
    """Tell whether a band of ages, which begins at ``first``, names what stands at ``j``: "0-19 service"."""
    behind, grown = s.stem(j), band[1] in _BAND_ENDS and band[0] >= _YOUNGEST_GROWN
    if grown and (s.low(j) == "only" or (s.is_word(j) and s.tokens[j].capital)):
        return True
    if counted_at(s, j) and behind not in _BODIES:
        return False
    named = s.stem(first - 1) in {"aged", "team", "service"} and not s.is_word(j)
    described = s.low(first - 1) == "the" and s.is_word(j)
    return behind in _BANDED or band[0] == 0 or (grown and (named or described))
