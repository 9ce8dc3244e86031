"""Numbers that describe, bound, set a condition or divide: "2 bed flats", "5 or more", "within 20 days"."""

from __future__ import annotations

from crossfoot.extraction.figures.exclusions.candidate import DASHES, Candidate
from crossfoot.extraction.figures.numerals import Form, Number, is_number_word, time_unit
from crossfoot.extraction.figures.rates import base_at
from crossfoot.extraction.figures.sentences import Sentence
from crossfoot.extraction.figures.tokens import is_plural
from crossfoot.extraction.figures.words import PEOPLE_AND_CASES, TIME_STEMS, word_set
from crossfoot.model import Unit

BASE_OF_A_RATE = "base of a rate"
_BOUND = "bound in the name of a measure"
_TIME_UNITS = frozenset({Unit.DAYS, Unit.WEEKS, Unit.MONTHS, Unit.YEARS})
_BASES_IN_WORDS = frozenset({2, 3, 4, 5, 6, 8, 10, 100})
_KINDS = word_set(
    "bed bedroom bedroomed bedded storey star tier stage way fold point strand door page room track phase form"
)
"""Nouns that a number before them always describes: "2 bedroom flats", "three tier model"."""

_SIZES = word_set("metre mile acre hectare place seat person")
"""Nouns that a number before them describes only where they are in the singular and nobody is counted behind."""

_PERFORMANCE = word_set(
    """
    av ave avg average averaged averaging mean median delayed late later overdue slipped overran lost slower faster
    quicker took take takes taking taken waited wait waits waiting duration lasted lasting length turnaround typically
    slowest longest shortest
    """
)
"""Words that show that a stretch of time measures how long something took."""

_CLAUSE = 20
"""How many words before a stretch of time may show that it was measured."""

_BEFORE_MEASURED = word_set("from cost costing totalling totalled")
_BEHIND_MEASURED = word_set("fewer more longer shorter less behind ahead early")
"""What stands beside a stretch of time that was counted."""

_STANDS = word_set(
    """
    stood stands standing remained remains fell fallen rose risen improved worsened slipped crept running runs ran
    down came lengthened shortened slowed grown grew widened narrowed dropped drifted shrunk shrank
    """
)
_MEASURED_BY = {(verb, by) for verb in _STANDS for by in ("at", "to")} | {("up", "by"), ("total", "of")}
"""What leads to a stretch of time that was measured: "stood at 168 days", "had fallen to 402 days"."""

_SET_AGAINST = word_set("compared against versus")

_STATES = word_set("was is were are at now")
_STRETCHES = word_set("time times interval wait waits delay delays gap between")
"""Words before a stretch of time that is stated which tell that it was measured: "the time to a match was 168 days"."""

_SET_FOR_ALL = word_set("threshold quartile benchmark norm target")
"""Words of what a stretch of time that is stated is compared with: "the Government's threshold was 639 days"."""

_KINDS_OF_DAY = word_set("working calendar school consecutive full whole clear complete")
_HOURS_OF_A_WEEK = 168
_OTHER_TIMES = word_set("hour minute fortnight night decade mile")


_SHARES_AND_POSTS = frozenset({Unit.PERCENT, Unit.FTE, Unit.PERCENTAGE_POINTS})
_FORMS_OF_NO_TIME = frozenset({Form.ZERO, Form.FRACTION, Form.MULTIPLE})


def attribute(c: Candidate) -> str | None:
    """A number before a singular noun describes it: "30 day consultation", "three-year plan", "2 bed flats"."""
    s, n = c.sentence, c.number
    if n.money or n.unit in _SHARES_AND_POSTS or n.scale != 1:
        return None
    if n.form in _FORMS_OF_NO_TIME:
        return None
    hyphen = c.behind in DASHES and s.touches(n.last)
    j = n.last + hyphen
    if not s.is_word(j):
        return None
    several = n.value != 1
    if n.step < 1 and s.low(j) in TIME_STEMS and not hyphen:
        return None
    if _is_single_time(s, j) and (several or (hyphen and s.low(j) in TIME_STEMS)):
        return "attribute of time"
    staged = s.low(j) in {"stage", "phase", "tier"} and _names_a_part(s, j + 1)
    described = several and not staged and (s.low(j) in _KINDS or (not hyphen and _is_size(s, j)))
    joined = hyphen and n.form is Form.WORDS and not is_plural(s.stem(j))
    return "attribute" if described or joined else None


def _names_a_part(s: Sentence, j: int) -> bool:
    """Tell whether a number that names a part stands at ``j``: "stage 1 complaints" are counted."""
    return s.is_number(j) or is_number_word(s.low(j))


def _is_single_time(s: Sentence, j: int) -> bool:
    """Tell whether a noun of time in the singular stands at ``j``: "day", "working day"."""
    return s.low(j) in TIME_STEMS or (s.low(j) in {"working", "calendar"} and s.low(j + 1) in TIME_STEMS)


def _is_size(s: Sentence, j: int) -> bool:
    """Tell whether the noun at ``j`` gives the size of what stands behind it: "5 mile radius"."""
    if s.low(j) not in _SIZES or s.low(j + 1) in PEOPLE_AND_CASES:
        return False
    return s.low(j) != "person" or is_plural(s.low(j + 1))


def or_more(c: Candidate) -> str | None:
    """Bounds belong to the names of measures: "three or more placements", "5 or more GCSEs"."""
    s, n = c.sentence, c.number
    if s.stem(n.last) in {"gcse", "gce"} or (c.behind == "good" and s.stem(n.last + 1) == "gcse"):
        return "name of a measure"
    if c.behind == "or" and s.low(n.last + 1) in {"more", "fewer", "less", "over", "above"}:
        return None if n.unit is Unit.PERCENT or n.money else _BOUND
    timed = c.behind in {"years", "months", "weeks", "days"} and s.low(n.last + 1) == "or"
    return _BOUND if timed and s.low(n.last + 2) in {"more", "longer", "less", "fewer", "over"} else None


def condition(c: Candidate) -> str | None:
    """A stretch of time is a figure only where it measures a performance: "took 45 days on average"."""
    s, n = c.sentence, c.number
    j = n.last
    if c.behind in DASHES | {"to"} and c.sentence.is_number(j + 1):
        j += 2
    while c.sentence.low(j) in _KINDS_OF_DAY:
        j += 1
    is_time = n.unit in _TIME_UNITS or time_unit(s.low(j)) is not None
    if not (is_time or s.stem(j) in _OTHER_TIMES or s.low(j) == "seconds") or n.money or n.unit is Unit.PERCENT:
        return None
    if s.stem(j) == "mile":
        told = s.low(j + 1) in {"of", "altogether", "in", "a", "per", "each"} or n.step < 1
        return None if told and c.before not in {"within", "over", "than"} else "distance"
    if n.step < 1 or _measures_performance(c, j) or _is_compared_with_time(c):
        return None
    if s.stem(j) == "hour" and n.value > _HOURS_OF_A_WEEK:
        return None  # no condition is so long: hours of care that were given
    return "condition of time"


def _measures_performance(c: Candidate, j: int) -> bool:
    """Tell whether words around a stretch of time, whose noun stands at ``j``, say how long something took."""
    s, n = c.sentence, c.number
    if c.before in {"within", "every", "over"}:
        return False
    if c.before in _BEFORE_MEASURED or s.low(j + 1) in _BEHIND_MEASURED | _SET_AGAINST:
        return True
    lasts = c.before == "last" and (s.low(n.first - 2) == "now" or is_plural(s.low(n.first - 2)))
    if lasts or (s.low(n.first - 2), c.before) in _MEASURED_BY:
        return True
    stated = c.before in _STATES or (c.before == "been" and s.low(n.first - 2) in {"have", "had", "has"})
    near = range(max(0, n.first - _CLAUSE, *(each.number.last for each in c.earlier[-1:])), n.first)
    clause = range(max(0, n.first - _CLAUSE), n.first)
    if stated and (any(s.low(k) in _SET_FOR_ALL for k in near) or any(s.low(k) in _STRETCHES for k in clause)):
        return True
    return any(s.low(k) in _PERFORMANCE for k in range(max(0, n.first - _CLAUSE), min(len(s.tokens), j + 6)))


def _is_compared_with_time(c: Candidate) -> bool:
    """Tell whether the number stands beside an earlier figure of time: "171 days, from 180 days"."""
    if (
        not c.earlier
        or c.earlier[-1].reason is not None
        or c.before not in {"to", "from", "and", "of", "target", "threshold"}
    ):
        return False
    return _counts_time(c.sentence, c.earlier[-1].number)


def _counts_time(s: Sentence, n: Number) -> bool:
    """Tell whether an earlier number counts a stretch of time."""
    return time_unit(s.low(n.last)) is not None or s.low(n.last) == "working" or n.unit in {Unit.DAYS, Unit.WEEKS}


_LEAST_POPULATION = 1000
"""No rate is per so many unless they are a round number of thousands."""


def denominator(c: Candidate) -> str | None:
    """The base of a rate is no figure: "per 10,000", "every 3", "one in five", "each £1"."""
    n = c.number
    counted = n.value >= _LEAST_POPULATION and n.value % _LEAST_POPULATION != 0  # "411 plans per 70,100 pupils"
    if (c.before in {"per", "every"} and n.form is Form.DIGITS and not counted) or base_at(
        c.sentence, n.first - 1
    ) is not None:
        return BASE_OF_A_RATE
    if c.before == "each" and n.money:
        return BASE_OF_A_RATE
    if c.before not in {"in", "of"} or n.form is not Form.WORDS or n.value not in _BASES_IN_WORDS or not c.earlier:
        return None
    return BASE_OF_A_RATE if c.earlier[-1].number.last in {n.first - 1, n.first - 2} else None
