"""A change told behind the values it lies between: "it was 23.8 and is 20.2 today, a reduction of 3.6".

That the change is just what the two values are apart leaves no doubt which it lies between; the word for its way is
then set against them. And a comparison behind a movement goes the way of the movement: what "came down to 23, ten more
than at the beginning of April" tells two things of one number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.cues import Way
from crossfoot.checks.basis.interval import reach
from crossfoot.checks.basis.outcome import Outcome, query
from crossfoot.checks.basis.passages import Sentence
from crossfoot.checks.basis.ways import the_way, way_words
from crossfoot.checks.wording.trends import Claim, Step
from crossfoot.model import Figure, Nature, Unit
from crossfoot.model.wording import value_words

_ABOUT = r"(?:about |some |just |only |nearly |almost |over |roughly |around |another )*"
_BEFORE = re.compile(
    r"(?:^|[,;:(–—-]|\b(?:that is|which is|which was|this is|this was|representing|being|with|by)) ?"
    r"(?:(?:an?|the|this|that) (?:[a-z-]+ ){0,2}?(?:(?P<rise>increase|rise|growth|climb|jump|gain)"
    r"|(?P<fall>fall|drop|reduction|decrease|decline|cut))(?: (?!to\b|from\b)[a-z]+){0,5}? of"
    rf"|(?:(?P<up>up)|(?P<down>down))(?: by)?) {_ABOUT}£?$"
)
"""A noun or word for a way right before a change."""
_TIME = (
    r"(?:an? (?:year|month|quarter)|the (?:year|quarter|month|previous|preceding|same|beginning|start|end)"
    r"|(?:last|previous) (?:year|quarter|month|time)|twelve months|at the [a-z]+|in (?:the )?[a-z0-9]+"
    r"|on \d|previously|before|(?:19|20)\d\d)"
)
_BEHIND = re.compile(
    r"^\s*(?:%|per ?cent)?(?:(?:percentage )?points?)?\s*(?:[a-z]+ ){0,2}?"
    rf"(?P<said>(?:(?P<up>more|higher|greater)|(?P<down>fewer|lower|less)) than) {_TIME}\b"
)
"""A comparison with another time right behind a change."""
_JUST_BEFORE = re.compile(
    r"than (?:an? (?:year|month|quarter)|the (?:year|quarter|month|previous|preceding|same)|(?:last|previous) "
    r"|twelve months|(?:at|in) the (?:beginning|start)|previously|before)"
)
"""The time that a movement is from as a rule: of another one, further back, the number may well have gone otherwise."""
_TO = re.compile(rf"\bto {_ABOUT}£?$")
_TURNED = re.compile(r"\b(?:but|though|although|while|whereas|still|yet|even so|however)\b|[;:]")
_FORWARD = re.compile(r"\b(?:to|now|today|currently|stands|reached|this year|since|at present)\b")
_BACK = re.compile(
    r"\b(?:from|than|against|compared (?:with|to)|previous\w*|last year|a year (?:ago|earlier|before)|had been)\b"
)
_HINTS = (" of ", " than ", " up", " down")
_NO_LEVEL = frozenset({Nature.CHANGE, Nature.VARIANCE, Nature.TARGET, Nature.BENCHMARK, Nature.BUDGET})
_REACH, _BETWEEN = 60, 60


def appended_steps(context: Context) -> Iterator[Step]:
    """Yield the steps whose change is told behind both values, in the way that its word says."""
    for sentence in context.passages.sentences:
        if not sentence.figures or context.passages.paragraphs[sentence.paragraph].is_row:
            continue
        if not any(hint in sentence.low for hint in _HINTS):
            continue
        for change in sentence.figures:
            said = _said_of(context, change)
            pair = _lies_between(context, sentence, change) if said is not None else None
            if said is not None and pair is not None:
                yield Step(Claim.UP if said[0] is Way.UP else Claim.DOWN, said[1], *pair)


def _said_of(context: Context, change: Figure) -> tuple[Way, str] | None:
    """Return the way that the words right beside a change say, with the word."""
    told = _BEFORE.search(context.passages.before(change, _REACH))
    if told is not None:
        word = told["rise"] or told["fall"] or told["up"] or told["down"]
        return (Way.UP if told["rise"] or told["up"] else Way.DOWN), word
    behind = _BEHIND.match(context.passages.after(change, _REACH))
    return None if behind is None else (Way.UP if behind["up"] else Way.DOWN, behind["said"])


def _lies_between(context: Context, sentence: Sentence, change: Figure) -> tuple[Figure, Figure] | None:
    """Return the two values before a change that are just so far apart, the earlier first; None for no one pair."""
    before = context.passages.previous(sentence)
    places = [before, sentence] if before is not None and before.paragraph == sentence.paragraph else [sentence]
    levels = [
        f
        for s in places
        for f in s.figures
        if f.span.end <= change.span.start and f.nature not in _NO_LEVEL and f.value
    ]
    pairs = [pair for pair in combinations(levels, 2) if _are_apart_by(change, *pair)]
    return _in_order(context, *pairs[0]) if len(pairs) == 1 else None


def _are_apart_by(change: Figure, one: Figure, other: Figure) -> bool:
    """Tell whether two values are of one kind and just so far apart as a change says."""
    if not same_kind(one, other) or one.indicator != other.indicator or one.value == other.value:
        return False
    apart = (reach(one) - reach(other)).size()
    if change.unit is Unit.PERCENT and one.unit is not Unit.PERCENT:
        return any((apart / reach(base)).times(100).meets(reach(change)) for base in (one, other))
    if change.unit is Unit.PERCENTAGE_POINTS:
        return one.unit is Unit.PERCENT and apart.meets(reach(change))
    return same_kind(change, one) and apart.meets(reach(change))


def _in_order(context: Context, one: Figure, other: Figure) -> tuple[Figure, Figure] | None:
    """Return two values with the earlier first, by their times or by the words between them."""
    if one.period is not None and other.period is not None and one.period.end != other.period.end:
        return (one, other) if one.period.end < other.period.end else (other, one)
    gap = context.passages.between(one, other)
    forward, back = _FORWARD.search(gap) is not None, _BACK.search(gap) is not None
    if forward is back:
        return None
    return (one, other) if forward else (other, one)


def against_the_movement(context: Context) -> Iterator[Outcome]:
    """Yield the comparisons that go another way than the movement right before them."""
    for sentence in context.passages.sentences:
        if " than " not in sentence.low or context.passages.paragraphs[sentence.paragraph].is_row:
            continue
        for place, change in enumerate(sentence.figures):
            told = _BEHIND.match(context.passages.after(change, _REACH))
            if told is None or not place or _JUST_BEFORE.search(told.group()) is None:
                continue
            value = sentence.figures[place - 1]
            between = context.passages.between(value, change)
            lead = context.passages.low[sentence.span.start : value.span.start]
            if len(between) > _BETWEEN or _TURNED.search(between) or not _TO.search(lead):
                continue
            words = _last_clause(lead)
            way = the_way(words)
            if way is None or (way is Way.UP) is (told["up"] is not None):
                continue
            yield query(
                f"The text says “{way_words(words)}”, but “{told['said']}” of {value_words(value.value, value.unit)}; "
                "worth checking.",
                f"“{way_words(words)}” ",
                value,
                ", ",
                change,
                f" “{told['said']}”",
            )


def _last_clause(lead: str) -> str:
    """Return the words of the clause that leads to a value."""
    return re.split(r"[,;:]|\b(?:and|but|while|whereas)\b", lead)[-1]
