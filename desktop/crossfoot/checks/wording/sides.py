"""On which side of another a value is said to lie: above its target, below the national figure, the highest of all.

Two values of one kind and a word that sets one over or under the other, in one sentence or in the next one that goes on
about it; "better" and "worse" go by what is better for the measure. "The highest for three years" is set against the
earlier values that stand beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.cues import Way
from crossfoot.checks.basis.outcome import Outcome, holds, query
from crossfoot.checks.basis.passages import Sentence
from crossfoot.checks.dates.calendar import MONTHS
from crossfoot.checks.wording.better import better_way
from crossfoot.model import Figure, Nature, Qualifier, Unit
from crossfoot.model.wording import value_words

_OTHER = (
    r"(?:target|average|mean|median|standard|benchmark|threshold|england|national\w*|region\w*|neighbours?|norm|optimum"
    r"|guideline|floor|ceiling|minimum|maximum|limits?|caps?|aim|goal|expectation|trajectory|county|country|comparator\w*|peers?|family|wales|authorities|councils|statutory|ambition"
    r"|recommended|(?:london|metropolitan|unitary|shire|borough|group|inner|outer|required|expected|agreed|local)"
    r" (?:[a-z]+ )?(?:rate|figure|level|average|share|proportion))"
)
_SIDE = re.compile(
    r"\b(?P<far>(?:well |far |much |slightly |a little |just |still |some way |considerably |marginally |rather "
    r"|significantly |comfortably |somewhat )*)"
    r"(?:(?P<up>above|over|higher than|more than|greater than|longer than|dearer than|larger than|in excess of"
    r"|exceed(?:s|ed|ing)|ahead of)"
    r"|(?P<down>below|under|beneath|lower than|less than|fewer than|shorter than|cheaper than|smaller than"
    r"|short of|behind)"
    r"|(?P<out>outside|beyond)|(?P<inside>within|inside)"
    r"|(?P<better>better than|outperform(?:s|ed|ing)|compar\w+ (?:well|favourably) (?:with|to))"
    r"|(?P<worse>worse than|poorer than|compar\w+ (?:badly|poorly|unfavourably) (?:with|to)))"
    rf"(?=(?: (?:the|our|its|their|that|those|of|for|in|a|all|last|both|corporate|local|council's)){{0,4}} "
    rf"(?:[a-z’'-]+ ){{0,3}}?{_OTHER}\b"
    rf"|(?: (?:the|our|its|their|a))? £?\d[\d.,]*(?: ?%| per cent)? (?:(?:[a-z]+ ){{0,2}}?{_OTHER}\b"
    r"|(?:that |which )?(?:we|it|they|the [a-z]+) (?:ha[sd] )?"
    r"(?:aim|hope|set|seek|want|require|allow|plan|ask|promis)))"
)
"""A word that sets a value over or under a target or another's."""
_PARTS = (
    "above",
    "over",
    "than",
    "below",
    "under",
    "exceed",
    "excess",
    "ahead",
    "short of",
    "behind",
    "outperf",
    "compar",
    "outside",
    "beyond",
    "within",
    "inside",
    "beneath",
)
NOT_SO = re.compile(
    r"\b(?:not|no|no longer|never|neither|nor|without|if|would|will|should|could|may|might|must|aim\w*|to (?:be|stay"
    r"|get|move|keep|bring|remain)|from being|unless|until|whether|nearly|almost|either|mostly)\b[^.;,]{0,30}$"
)
_TO_OTHER = re.compile(r"^[^.;:\d]{0,75}$")
_LINK = re.compile(
    r"^(?![^.;]*\b(?:and|but|while|whereas|although)\b[^.;]*\b(?:is|was|are|were|has|have|had)\b.{30})[^.;\d]{0,90}$"
)
_COMPARED = re.compile(
    r"\b(?:than|on|from|against|compared (?:with|to)|was|had been)(?: (?:the|a|an|just|about))*\s+£?$"
)
"""Words that set a value beside another one: it is not the one that the sentence goes on about."""
_AND = re.compile(r"^[^.;:]{0,140}(?:,|\band)\s*(?:is |was |are |were |also |still |well |now |thus |so |therefore )*$")
_BUT = re.compile(r"^(?:[^.;:]|\.\d){0,160}\b(?:but|though|and|yet)\s+(?:(?:is|was|are|were|still|also|yet)\s+)*$")
_PER = re.compile(r" per (?:1,000|10,000|100,000)\b")
_OF_IT = re.compile(
    r"\s*(?:this|that|it|which|results?|performance|these"
    r"|the (?:rate|figure|result|number|average|borough|council|county|city|district|town|authority|service|school)s?"
    r"|our|we)\b"
)


def sides(context: Context) -> Iterator[Outcome]:
    """Yield whether values lie on the side of a target or of another's value that the words put them on."""
    for sentence in context.passages.sentences:
        if context.passages.paragraphs[sentence.paragraph].is_row:
            continue
        for said in _SIDE.finditer(sentence.low) if any(part in sentence.low for part in _PARTS) else ():
            pair = _pair(context, sentence, said)
            if pair is None or NOT_SO.search(sentence.low[: said.start()]):
                continue
            value, other = pair
            way = _way(context, said, value, sentence)
            if way is not None and _near(value, other):
                yield set_against(said.group().strip(), value, other, fits=(value.value - other.value) * way > 0)
        if "est" in sentence.low or "most" in sentence.low:
            yield from _extremes(context, sentence)


_OF_SEVERAL = re.compile(r"\bof (?:the|our|its|these|those|all|all the)?\s*$")
_EACH = re.compile(
    r"\s+(?:[a-z’'-]+ ){0,4}?(?:is|are|was|were|has|have|had|remain\w*|stay\w*)"
    r"(?: (?:still|now|well|already|just|all))*\s*$"
)


def _is_of_each(context: Context, value: Figure, link: str) -> bool:
    """Tell whether it is what a number counts that lies above or below: "four of the eight teams are above 18"."""
    counted = value.unit in {Unit.COUNT, None} and _EACH.match(link) is not None
    return counted and (
        _OF_SEVERAL.search(context.passages.before(value, 14)) is not None or value.value.adjusted() < 1
    )


def _pair(context: Context, sentence: Sentence, said: re.Match[str]) -> tuple[Figure, Figure] | None:
    """Return the value that a word is said of and the one that it is set against, or None."""
    start, end = sentence.span.start + said.start(), sentence.span.start + said.end()
    front = [f for f in sentence.figures if f.span.end <= start]
    behind = [f for f in sentence.figures if f.span.start >= end]
    if not behind:
        return _of_the_sentence_before(context, sentence) if not front else _of_both(context, front, start)
    other = behind[0]
    if not _TO_OTHER.match(context.passages.low[end : other.span.start]):
        return None
    if front:
        value = _told_before(context, front, other, start)
    elif len(behind) == _TWO and _AT_LAST.match(context.passages.between(other, behind[1])):
        # "Remained above the floor target of 20%, at 18%": it has the nature of what it is set against.
        return (behind[1], other) if _comparable(replace(behind[1], nature=None), other) else None
    else:
        value = _gone_on_about(context, sentence)
    return (value, other) if value is not None and _comparable(value, other) else None


def _told_before(context: Context, told: Sequence[Figure], other: Figure, end: int) -> Figure | None:
    """Return the value that the words from it to ``end`` set beside another one, of those told before; or None."""
    front = [f for f in told if f.nature not in _APART and f.unit is other.unit] or told
    front = [f for f in front if f.nature not in _AIMS] or front
    own = [f for f in front if not _COMPARED.search(context.passages.before(f, 24))]
    value = own[-1] if own else front[-1]
    link = _PER.sub("", _link(context, value, other, told, end))
    beside = value is not front[-1] and _AND.match(link)
    leads = _LINK.match(link) or beside or _BUT.match(link)
    return value if leads and not _is_of_each(context, value, link) else None


def _gone_on_about(context: Context, sentence: Sentence) -> Figure | None:
    """Return the one value of the sentence before, where this one goes on about it."""
    earlier = context.passages.previous(sentence)
    if earlier is None or earlier.paragraph != sentence.paragraph or not _OF_IT.match(sentence.low):
        return None
    return earlier.figures[0] if len(earlier.figures) == 1 else None


def _link(context: Context, value: Figure, other: Figure, told: Sequence[Figure], end: int) -> str:
    """Return the words from a value to the word that sets it beside another, without the figures that are by the way.

    By the way are how far the two lie apart, what the value is compared with, and what has another unit: "88% of them
    were done in 45 days, up from 81%, and now above target". What another value is said of is no such link.
    """
    low, at, words = context.passages.low, value.span.end, ""
    for figure in told:
        if figure.span.start < at or figure is value:
            continue
        compared = figure.unit is other.unit and _COMPARED.search(context.passages.before(figure, 24)) is not None
        if compared and _RELATIVE.match(low[figure.span.end : end]):
            return low[value.span.end : end]
        if compared or figure.nature in _APART | _AIMS or figure.unit is not other.unit:
            words += low[at : figure.span.start] + "#"
            at = figure.span.end
    return _GOES_ON.sub(",", _TIMESPAN.sub("#", words + low[at:end]))


_APART = frozenset({Nature.CHANGE, Nature.VARIANCE})
_AIMS = frozenset({Nature.TARGET, Nature.BENCHMARK})
_TIMESPAN = re.compile(
    r"\b\d+(?= (?:working |calendar |school )?(?:seconds|minutes|hours|days|weeks|months|years|miles)\b)"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)? (?=(?:{'|'.join(MONTHS)})\b)|(?<=[a-z] )(?:19|20)\d\d(?:[/-]\d\d)?\b|\bq[1-4]\b"
)
"""Numbers in the words between that are times and dates."""
_GOES_ON = re.compile(r";(?= (?:this|that|it|which)\b)")
_RELATIVE = re.compile(r"^[^.;]{0,30}?(?:, (?:which|itself|then)|\bthat (?:is|was)|\bwhen it (?:is|was))\b")
_AT_LAST = re.compile(r"^[%a-z ]{0,24}, (?:at|with|being|on)(?: (?:just|only|about|some|a|an|under|over))* £?$")


def _of_the_sentence_before(context: Context, sentence: Sentence) -> tuple[Figure, Figure] | None:
    """Return the two values of the sentence before, the second another's, that one without figures is about."""
    earlier = context.passages.previous(sentence)
    if earlier is None or earlier.paragraph != sentence.paragraph or not _OF_IT.match(sentence.low):
        return None
    if len(earlier.figures) != _TWO:
        return None
    value, other = earlier.figures
    gap = context.passages.between(value, other)
    named = other.nature in {Nature.BENCHMARK, Nature.TARGET} or re.search(rf"\b{_OTHER}\b", gap)
    return (value, other) if named and _comparable(value, other) else None


def _of_both(context: Context, front: Sequence[Figure], end: int) -> tuple[Figure, Figure] | None:
    """Return the two values of a clause that the next one, without figures, goes on about.

    "Absence was 15.8%, compared with 13.2% nationally, so the borough does better than the country": the second is a
    benchmark's.
    """
    if len(front) != _TWO or front[1].nature is not Nature.BENCHMARK or not _comparable(*front):
        return None
    return (front[0], front[1]) if _SO.match(context.passages.low[front[1].span.end : end]) else None


_SO = re.compile(r"^[^.;\d]{0,40}(?:,|;|:) ?(?:so|and so|which means|meaning|thus|hence)\b[^.;\d]{0,50}$")
_TWO = 2


_NO_LEVEL = frozenset({Nature.CHANGE, Nature.VARIANCE, Nature.TARGET, Nature.BENCHMARK, Nature.BUDGET})


def _comparable(value: Figure, other: Figure) -> bool:
    """Tell whether two figures are printed values of one kind, the first a level."""
    plain = {Qualifier.NONE, Qualifier.APPROX, Qualifier.AVERAGE}
    kinds = same_kind(value, other) and (value.unit is Unit.PERCENT) is (other.unit is Unit.PERCENT)
    level = value.nature not in _NO_LEVEL and value.unit is not Unit.PERCENTAGE_POINTS
    aimed = other.nature is not Nature.CHANGE
    return kinds and level and aimed and value.qualifier in plain and value.value > 0 and other.value > 0


def _like(value: Figure, other: Figure) -> bool:
    """Tell whether two figures are levels of one kind, amounts of money too."""
    money = {value.unit, other.unit} == {Unit.GBP} and value.nature is other.nature
    return money or _comparable(value, other)


def _near(value: Figure, other: Figure) -> bool:
    """Tell whether two values are of a size, so that one may be set against the other."""
    small, large = sorted((value.value, other.value))
    return small < large <= small * _WIDEST


_WIDEST = 4


def _way(context: Context, said: re.Match[str], value: Figure, sentence: Sentence) -> Way | None:
    """Return on which side of the other a value is put; None where nothing tells what is better."""
    if said["up"] or said["down"]:
        return Way.UP if said["up"] else Way.DOWN
    if said["out"] or said["inside"]:
        limited = value.unit in _TIMES or _LIMIT.search(said.string, said.end(), said.end() + _SHORT)
        return None if not limited else Way.UP if said["out"] else Way.DOWN
    better = better_way(context, value, sentence.low + context.passages.before(value, 90))
    return None if better is None else better if said["better"] else Way(-better)


_TIMES = frozenset({Unit.DAYS, Unit.WEEKS, Unit.MONTHS})
_LIMIT = re.compile(r"\b(?:limits?|ceiling|maximum|caps?|thresholds?)\b")
_SHORT = 60
"""What may be exceeded: a number within it is smaller."""


def set_against(word: str, value: Figure, other: Figure, *, fits: bool) -> Outcome:
    """Return whether a value lies on the side of another that a word puts it on."""
    working: tuple[Figure | str, ...] = (value, f" “{word}” ", other)
    if fits:
        return holds(f"“{word}” agrees with the figures.", *working, ", holds")
    return query(
        f"The text says “{word}”, but the figures are {value_words(value.value, value.unit)} and "
        f"{value_words(other.value, other.unit)}; worth checking.",
        *working,
    )


_EXTREME = re.compile(
    r"\b(?:the|its|their|our) (?:(?P<top>highest|largest|greatest|most)|(?P<low>lowest|smallest|fewest|least))"
    r" (?:[a-z]+ ){0,3}?(?:(?:for|in|of|over|since|during|recorded|ever|yet|on record|seen|so far)\b)"
)


def _extremes(context: Context, sentence: Sentence) -> Iterator[Outcome]:
    """Yield whether "the highest for three years" goes with the earlier values that stand in its own sentence."""
    said = _EXTREME.search(sentence.low)
    if said is None or len(sentence.figures) < _TWO or NOT_SO.search(sentence.low[: said.start()]):
        return
    at = sentence.span.start + said.start()
    front = [f for f in sentence.figures if f.span.end <= at]
    dated = [f for f in sentence.figures if f.period is not None and context.dates_itself(f)]
    latest = max(dated, key=lambda f: f.period.end if f.period else date.min, default=None)
    value = front[-1] if front else latest
    if value is None or value not in dated:
        return
    others = [f for f in dated if f is not value and _earlier(f, value) and _like(value, f)]
    if not others or len(others) != len(sentence.figures) - 1:
        return
    against = _beyond(value, others, top=said["top"] is not None)
    if against is None:
        yield holds(f"“{said.group()}” agrees with the figures.", value, ", earlier ", others[0], figures=others)
    else:
        yield set_against(said.group(), value, against, fits=False)


def _earlier(other: Figure, value: Figure) -> bool:
    """Tell whether a value is of a time that was over before that of another was."""
    return other.period is not None and value.period is not None and other.period.end < value.period.end


def _beyond(value: Figure, others: Sequence[Figure], *, top: bool) -> Figure | None:
    """Return the value that is larger than what is called the highest, or smaller than the lowest; None for none."""
    return next((f for f in others if (f.value > value.value if top else f.value < value.value)), None)
