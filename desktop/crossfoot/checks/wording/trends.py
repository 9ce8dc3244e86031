"""Words for a trend and the values they speak of, in whatever order they come.

Read are clauses with one claim: that something went up, down, nowhere, twofold or to a half. Which value is the earlier
is told by "from … to …", by what it is compared with, by the years or months beside the values, or by their row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.cues import Way
from crossfoot.checks.basis.interval import reach
from crossfoot.checks.basis.passages import Sentence
from crossfoot.checks.basis.ways import the_way, way_words
from crossfoot.checks.dates.calendar import MONTHS
from crossfoot.checks.wording.better import better_way
from crossfoot.model import Figure, Nature, Qualifier, Unit


class Claim(StrEnum):
    """What a clause says of its values."""

    UP = "up"
    DOWN = "down"
    SAME = "same"
    DOUBLED = "doubled"
    TREBLED = "trebled"
    QUADRUPLED = "quadrupled"
    HALVED = "halved"


_FACTORS = {
    Claim.DOUBLED: Decimal(2),
    Claim.TREBLED: Decimal(3),
    Claim.QUADRUPLED: Decimal(4),
    Claim.HALVED: Decimal("0.5"),
}
_CLAIMS = (
    (Claim.QUADRUPLED, re.compile(r"\bquadrupled\b")),
    (Claim.DOUBLED, re.compile(r"\bdoubl(?:ed|ing)\b")),
    (Claim.TREBLED, re.compile(r"\b(?:trebled|tripled)\b")),
    (Claim.HALVED, re.compile(r"\bhalved\b|\bfallen by half\b")),
    (
        Claim.SAME,
        re.compile(
            r"\b(?:unchanged|no change|not changed|the same as|stayed the same|remained the same|(?:remained"
            r"|stayed|held) (?:level|at(?= (?:[a-z]+ ){0,2}£?\d))"
            r"|identical|static|was level|were level)\b"
        ),
    ),
    (
        Claim.UP,
        re.compile(
            r"\b(?:increas(?:e|ed|es|ing)|ris(?:en|es?|ing)|rose|grew|grown|growth|growing|climb(?:ed|s|ing)?"
            r"|gone up|went up"
            r"|going up|jump(?:ed)?|lengthened|swell(?:ed)?|widened|upward|higher|more than (?:in|at|the|last)"
            r"|up (?:from|on|to)|creeping up"
            r"|crept up|gained|surged?|soared|mounted|edged up|picked up|expanded|leapt|upturn"
            r"|mushroomed|ballooned|shot up|escalated|multiplied|rocketed|inched up"
            r"|ever (?:more|higher|larger|greater|longer)"
            r"|(?:got|getting|become|becoming|became) (?:longer|larger|bigger|greater))\b"
        ),
    ),
    (
        Claim.DOWN,
        re.compile(
            r"\b(?:lower|fewer|less than (?:in|at|the|last)|shortened|slipped|dipped|dip|dwindled|narrowed"
            r"|decreas(?:ed?|es|ing)"
            r"|fall(?:en|s|ing)?|fell|drop(?:ped|s|ping)?|reduc(?:ed?|es|ing|tions?)|declin(?:ed?|es|ing)"
            r"|gone down|went down"
            r"|going down|shrank|shrunk|down (?:from|on|to)|downward|come down|came down|eased|lessened"
            r"|edged down|sank|tumbled"
            r"|slid|contracted|plunged|plummeted|sunk|tailed off|diminished|shed"
            r"|ever (?:less|fewer|lower|smaller|shorter)"
            r"|(?:got|getting|become|becoming|became) (?:shorter|smaller|less))\b"
        ),
    ),
    (Claim.UP, re.compile(r"\b(?:improv(?:ed|ing|ement)|better)\b")),
    (Claim.DOWN, re.compile(r"\b(?:worsen(?:ed|ing)|deteriorat(?:ed|ing|ion)|worse|poorer)\b")),
)
_BETTER = len(_CLAIMS) - 2
_NOT_SO = re.compile(
    r"\b(?:not|no|never|without|rather than|instead of|halt(?:ed)?|stop(?:ped)?|despite|aim\w*|hop\w*|plann?\w*"
    r"|need)\b[a-z ]{0,25}$"
)
_SPLIT = re.compile(r";|,? (?:but|while|whilst|whereas|although|though)\b|\)\s*,|\. ")
_OTHERS = re.compile(
    r"\b(?:england|national\w*|neighbours?|region\w*|target\w*|planned|expected|estimat\w+|budget\w*|outturn"
    r"|variance|overspen[dt]"
    r"|underspen[dt]|ranged|ranging|varied|varying|statistical|average for|benchmark|would|will|could"
    r"|may (?:be|have|not|well|also|need|rise|fall)|forecast|projected"
    r"|should|proposed|propos\w+)\b"
)
_BOTH = re.compile(
    r"\b(?:boys|men|males?)\b.*\b(?:girls|women|females?)\b|\b(?:girls|women|females?)\b.*\b(?:boys|men|males?)\b"
)
"""Two groups that are set against each other, and no two times of one."""
_CHANGE = re.compile(
    r"\b(?:by|of|additional|further|extra|another)\s+(?:about |some |around |nearly |over |a further |only |just )*£?$"
)
_FROM = re.compile(r"\bfrom\b[^.;\d]{0,30}$")
_TO = re.compile(r"\b(?:to|reach(?:ed|ing)|at)\s+(?:about |some |around |nearly |over |only |just |a total of )*£?$")
_BACK = re.compile(
    r"\b(?:compared (?:with|to)|than|from|against|as against|on|up on|down on|previously|having been"
    r")\s+(?:the |a |an |its |only |some "
    r"|just |about |around |figure of |total of |level of |high of |low of |peak of |last year's |previous "
    r"|year's |quarter's )*£?$"
)
_EARLIER = re.compile(
    r"^[^.;\d]{0,40}?\b(?:(?:the )?(?:year|quarter|month|week|term|autumn|period|time|summer|winter"
    r"|spring)s? (?:before|earlier"
    r"|previously|ago)|previous|preceding|prior|last (?:year|quarter|month|time|report)|same (?:period|time"
    r"|quarter|month|point)"
    r"|a year (?:ago|before|earlier)|corresponding|previously|(?:before|earlier|ago)(?! [a-z]))\b"
)
_YEAR = re.compile(r"\b(?P<year>(?:19|20)\d\d)\b")
_MONTH = re.compile(rf"\b(?P<month>{'|'.join(MONTHS)})\b")
_RUNNING = re.compile(
    r"\b(?:throughout|steadily|consistently|continuously|each|every|year on year|month on month|successive"
    r"|running|in a row|trend|by month|by quarter|after month"
    r"|consecutive|continu(?:ed?|es|ing)|year by year|ever)\b"
)
_ROW = re.compile(r"^[^.;]{0,60}$")
_THEN = re.compile(
    r"\b(?:then|again|further|since|subsequently|before|later|back|now|next|and|also|this (?:year|quarter|month"
    r"|time))\b"
)
_WIDEST = 3
_SHORT = 50


@dataclass(frozen=True, slots=True)
class Step:
    """A claim and the two values that it speaks of, the earlier first."""

    claim: Claim
    word: str
    first: Figure
    second: Figure

    @property
    def holds(self) -> bool:
        """Tell whether the values went as the word says."""
        a, b = self.first.value, self.second.value
        if self.claim is Claim.UP:
            return b > a
        if self.claim is Claim.DOWN:
            return b < a
        if self.claim is Claim.SAME:
            return reach(self.first).meets(reach(self.second))
        times = _FACTORS[self.claim]
        most = self.word.startswith("more than")
        return (b >= a * times) if most else (abs(b - a * times) <= a * times / 10)


@dataclass(frozen=True, slots=True)
class _Clause:
    start: int
    end: int
    figures: tuple[Figure, ...]


def steps(context: Context) -> Iterator[Step]:
    """Yield the steps that the words of clauses speak of, whether the values agree with them or not."""
    for sentence in context.passages.sentences:
        if len(sentence.figures) < 2 or context.passages.paragraphs[sentence.paragraph].is_row:
            continue
        clauses = list(_clauses(context, sentence.span.start, sentence.span.end, sentence.figures))
        yield from _more_than_the(context, sentence)
        yield from _from_one_to_another(context, sentence)
        for index, clause in enumerate(clauses):
            yield from _of_clause(context, clause)
            if index:
                yield from _going_on(context, clauses[index - 1], clause)


_FROM_ONE = re.compile(r"\bfrom (?:about |some |around |nearly |over |just )?£?$")
_ROSE_TO = re.compile(r"^[^.;:,£]{0,80}? to (?:about |some |around |nearly |over |only |just )*£?$")


def _from_one_to_another(context: Context, sentence: Sentence) -> Iterator[Step]:
    """Yield the steps of "From 402 in 2006/07 the total fell to 371": the word stands between the two values."""
    if "from " not in sentence.low:
        return
    for first, second in pairwise(sentence.figures):
        if not same_kind(first, second) or not _FROM_ONE.search(context.passages.before(first, 24)):
            continue
        gap = context.passages.between(first, second)
        way = the_way(gap) if _ROSE_TO.match(gap) else None
        if way is not None and first.value != second.value and _of_a_size(first, second):
            yield Step(Claim.UP if way is Way.UP else Claim.DOWN, way_words(gap), first, second)


_MORE_THAN_THE = re.compile(
    r"^[^.;:£]{0,60}?(?:,|\bwhich (?:is|was|were|are)\b|\()\s*(?:slightly |well |far |rather |somewhat |still )?"
    r"(?:(?P<up>more|higher|greater|larger)|(?P<down>fewer|less|lower|smaller))"
    r" than (?:the|its|their|last year's|last quarter's|in the [a-z ]{0,20}when (?:it|there) (?:was|were))\s+"
    r"(?:figure of |total of |previous )?£?$"
)


def _more_than_the(context: Context, sentence: Sentence) -> Iterator[Step]:
    """Yield the steps of "612 calls in May, more than the 548 of April": the second value is the earlier one.

    "More than the 548" bounds nothing, whatever it was taken for: it compares two values that are both printed.
    """
    for second, first in pairwise(sentence.figures):
        said = _MORE_THAN_THE.match(context.passages.between(second, first))
        kinds = same_kind(first, second) and (first.unit is Unit.PERCENT) is (second.unit is Unit.PERCENT)
        if said is None or not kinds or first.value == second.value or not _of_a_size(first, second):
            continue
        if second.nature in {Nature.BENCHMARK, Nature.TARGET, Nature.CHANGE}:
            continue
        yield Step(Claim.UP if said["up"] else Claim.DOWN, f"{said['up'] or said['down']} than", first, second)


_AND_THEN = re.compile(
    r",? and (?:(?:had |has |have |was |then |again |subsequently |later |it )+"
    r"|(?=(?:rose|fell|grew|dropped|climbed|declined|increased|decreased|went (?:up|down)) (?:again |back )*"
    r"(?:to|by)\b))"
)


def _clauses(context: Context, start: int, end: int, figures: Sequence[Figure]) -> Iterator[_Clause]:
    """Yield the clauses of a sentence; a second claim behind "and" begins one of its own."""
    low = context.passages.low
    places = [start, *(match.start() for match in _SPLIT.finditer(low, start, end))]
    for match in _AND_THEN.finditer(low[start:end]):
        rest = low[start + match.start() : end]
        if any(pattern.search(rest[:70]) for _, pattern in _CLAIMS) and _claims(low[start : start + match.start()]):
            places.append(start + match.start())
    places = sorted({*places, end})
    for a, b in pairwise(places):
        yield _Clause(a, b, tuple(f for f in figures if a <= f.span.start < b))


def _claims(words: str) -> list[tuple[Claim, str, int, int]]:
    """Return the claims of some words: what each says, its word, and where it stands; those denied are left out."""
    found: list[tuple[Claim, str, int, int]] = []
    for number, (claim, pattern) in enumerate(_CLAIMS):
        for match in pattern.finditer(words):
            if _NOT_SO.search(words[: match.start()]):
                return []
            word = match.group()
            if claim in _FACTORS and "more than" in words[: match.start()][-14:]:
                word = f"more than {word}"
            if number >= _BETTER and found:
                continue
            found.append((claim, word, match.start(), number))
    special = [f for f in found if f[0] in {*_FACTORS, Claim.SAME}]
    return special or found


def _of_clause(context: Context, clause: _Clause) -> Iterator[Step]:
    """Yield the steps of one clause that makes one claim."""
    words = context.passages.low[clause.start : clause.end]
    claims = _claims(words)
    if not claims or len({claim for claim, *_ in claims}) > 1 or _OTHERS.search(words) or _BOTH.search(words):
        return
    claim, word, at, number = claims[0]
    levels = [f for f in clause.figures if _is_level(context, f, clause)]
    levels = [f for f in levels if same_kind(f, levels[0]) or _goes_without_unit(f, levels[0])]
    if number >= _BETTER:
        if word == "improvement" and not _AN_IMPROVEMENT.search(words):
            return  # "the Head of School Improvement"
        better = better_way(context, levels[0], words) if levels else None
        if better is None or "not " in words:
            return
        if better is Way.DOWN:
            claim = Claim.DOWN if claim is Claim.UP else Claim.UP
    if len(levels) == 2:
        ordered = _ordered(context, clause, levels[0], levels[1], claim)
        if ordered is not None and (_of_a_size(*ordered) or claim in _FACTORS):
            yield Step(claim, word, *ordered)
    elif len(levels) > 2 and _is_row(context, levels) and at < levels[0].span.start - clause.start:
        series = list(pairwise(levels)) if _RUNNING.search(words) else [(levels[0], levels[-1])]
        against = [pair for pair in series if not Step(claim, word, *pair).holds]
        first, second = against[0] if against else (levels[0], levels[-1])
        if _of_a_size(first, second):
            yield Step(claim, word, first, second)


def _going_on(context: Context, before: _Clause, clause: _Clause) -> Iterator[Step]:
    """Yield the step from the last value of a clause to the one that the next clause goes on to: "then rose to 219"."""
    words = context.passages.low[clause.start : clause.end]
    claims = _claims(words)
    if len(clause.figures) != 1 or not claims or len({c for c, *_ in claims}) > 1 or _OTHERS.search(words):
        return
    claim, word, at, number = claims[0]
    value = clause.figures[0]
    levels = [f for f in before.figures if _is_level(context, f, before) and same_kind(f, value)]
    if not levels or number >= _BETTER or not _is_level(context, value, clause):
        return
    gap = context.passages.low[clause.start + at : value.span.start]
    goes_on = _TO.search(gap) and _THEN.search(words) and len(gap) < _SHORT
    if clause.start + at < value.span.start and goes_on and _of_a_size(levels[-1], value):
        yield Step(claim, word, levels[-1], value)


def _is_level(context: Context, figure: Figure, clause: _Clause) -> bool:
    """Tell whether a figure gives a level, and no change, aim or share of something."""
    if figure.unit in {Unit.PERCENTAGE_POINTS, Unit.RATIO} or figure.qualifier in {Qualifier.OVER, Qualifier.UNDER}:
        return False
    if figure.nature in {Nature.BENCHMARK, Nature.TARGET, Nature.VARIANCE, Nature.BUDGET}:
        return False
    front = context.passages.low[clause.start : figure.span.start]
    changed = _CHANGE.search(front)
    if changed is None:
        return True
    lead = front[: changed.start()][-40:]
    return not any(pattern.search(lead) for _, pattern in _CLAIMS)


def _ordered(
    context: Context, clause: _Clause, first: Figure, second: Figure, claim: Claim
) -> tuple[Figure, Figure] | None:
    """Return two values with the earlier first, or None where the words do not tell which that is."""
    low = context.passages.low
    front, gap = low[clause.start : first.span.start], low[first.span.end : second.span.start]
    behind = low[second.span.end : clause.end]
    from_first = _FROM.search(front[-45:]) is not None
    earlier_first, earlier_second = (_EARLIER.match(words) is not None for words in (gap, behind))
    days = _named_day(gap), _named_day(behind)
    known = days[0] is not None and days[1] is not None and days[0] != days[1]
    both = claim is Claim.SAME and re.match(r"^[^.;]{0,40}\band\b[^.;\d]{0,40}$", re.sub(r"\d", "", gap)) is not None
    if _TIME_AHEAD.search(gap):
        back = True
    elif (from_first and re.search(r"\bto\b", gap)) or _GOES_TO.search(gap):
        back = False
    elif (_BACK.search(gap) and not from_first) or (earlier_second and not earlier_first) or _PREVIOUS.search(gap):
        back = True
    elif (earlier_first and not earlier_second) or both:
        back = False
    elif known and days[0] is not None and days[1] is not None:
        back = days[0] > days[1]
    elif _ITS_YEAR.search(gap) and not _YEAR.search(gap[:-14]):
        back = True
    elif (turned := _by_times_ahead(gap, behind)) is not None:
        back = turned
    else:
        return None
    return (second, first) if back else (first, second)


_WAYS = "|".join(pattern.pattern for claim, pattern in _CLAIMS[:_BETTER] if claim in {Claim.UP, Claim.DOWN})
_GOES_TO = re.compile(
    rf"\b(?:{_WAYS}) (?:back |again |further )?to (?:about |some |around |nearly |over |only |just )?£?$"
)
"""A word for a way and "to" in front of the second value, "£14m this year, rising to £27m": it came after the first."""
_IN_YEARS = re.compile(
    r"\bin (?P<first>(?:19|20)\d\d)\b[^.;]{0,12}\bin (?P<second>(?:19|20)\d\d)\s+(?:it was |there were )?£?$"
)


def _by_times_ahead(gap: str, behind: str) -> bool | None:
    """Tell whether the second value is the earlier of "61% in 2000, and in 2001 64% did"; None for other words."""
    told = _IN_YEARS.search(gap)
    if told is None or told["first"] == told["second"] or _YEAR.search(behind[:20]):
        return None
    return told["first"] > told["second"]


_ITS_YEAR = re.compile(r"\(\s*(?:in )?(?:19|20)\d\d(?:[/-]\d{2,4})?\s*[:–,-]?\s*£?$")
"""A year in brackets in front of a value that is set beside the one of now: "512 offences (2017/18: 467)"."""
_TIME_AHEAD = re.compile(r"\b(?:earlier|before|ago)\s*\(\s*£?$")
"""The earlier time in front of its value in brackets: "better than a year earlier (27.9%)"."""
_PREVIOUS = re.compile(r"[(,]\s*(?:the )?(?:previous(?:ly)?|last|prior|preceding)[a-z :,]{0,25}$")


def _named_day(words: str) -> tuple[int, int] | None:
    """Return the year and month that the words behind a value name, a month alone in no year; None for neither."""
    near = words[:45]
    year, month = _YEAR.search(near), _MONTH.search(near)
    if year is None:
        return None
    return int(year["year"]), MONTHS.index(month["month"]) + 1 if month else 0


_TIMES = frozenset({Unit.DAYS, Unit.WEEKS, Unit.MONTHS, Unit.YEARS})


def _goes_without_unit(figure: Figure, first: Figure) -> bool:
    """Tell whether a value leaves out the unit of the first: "from 8.1 days in October to 7.7 in November"."""
    return first.unit in _TIMES and figure.unit in {Unit.COUNT, None} and figure.step == first.step < 1


def _is_row(context: Context, levels: Sequence[Figure]) -> bool:
    """Tell whether values stand in one row, each with its time, the times in their order."""
    low = context.passages.low
    gaps = [low[a.span.end : b.span.start] for a, b in pairwise(levels)]
    if not all(_ROW.match(gap) for gap in gaps):
        return False
    behind = low[levels[-1].span.end : levels[-1].span.end + 45]
    if _in_months([*gaps, behind]):
        return True
    days = [_named_day(words) for words in (*gaps, behind)]
    known = [day for day in days if day is not None]
    return len(known) == len(levels) and known == sorted(known) and len(set(known)) == len(known)


def _in_months(words: Sequence[str]) -> bool:
    """Tell whether the words behind values name months that follow each other, the first named first."""
    named = [_MONTH.search(part[:45]) for part in words]
    months = [MONTHS.index(match["month"]) for match in named if match is not None]
    steps = [(b - a) % 12 for a, b in pairwise(months)]
    return len(months) == len(words) and all(0 < step <= _NEXT for step in steps) and len(set(steps)) == 1


_NEXT = 3
"""Months named in a row are one, two or three apart."""


_AN_IMPROVEMENT = re.compile(
    r"\b(?:an?|any|no|this|that|the|further|slight|marked|small|great|steady|continu(?:ed|ing)|considerable|significant"
    r"|welcome|clear|real) improvement\b|\bimprovement (?:on|from|upon|in|of|over)\b"
)


def _of_a_size(first: Figure, second: Figure) -> bool:
    """Tell whether two values are near enough to be two of one measure."""
    small, large = sorted((first.value, second.value))
    return small > 0 and large <= small * _WIDEST
