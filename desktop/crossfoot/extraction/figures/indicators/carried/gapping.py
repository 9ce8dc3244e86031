"""Numbers of a row of doers that share one verb: "Schools completed 197, health visitors 96 and our own workers 35".

Behind the first only who did it is named, whatever else those words may name; what was done is told by the verb.
"""

from __future__ import annotations

import re

from crossfoot.extraction.figures.indicators.asked import Asked
from crossfoot.extraction.figures.indicators.choice import Kind
from crossfoot.extraction.figures.indicators.silence import counts_nothing
from crossfoot.extraction.figures.lexicon import Lexicon
from crossfoot.extraction.figures.sentences import Sentence
from crossfoot.extraction.figures.words import AUXILIARIES, PREPOSITIONS, word_set
from crossfoot.model import Figure, Measure, Nature, Unit

_DID = word_set(
    "completed made sent led accounted contributed referred produced provided brought did undertook generated submitted"
    " passed raised supplied began started initiated reported"
)
_BETWEEN = re.compile(
    r"[\s\xa0]*(?:[,;]|[,;]?[\s\xa0]+and)[\s\xa0]+(?:and[\s\xa0]+)?((?:[\w'’/&-]+[\s\xa0]+){1,8}?)"
    r"(?:with[\s\xa0]+)?(?:(?:about|around|some|only|just|nearly|over|another)[\s\xa0]+)*"
)
"""What stands between two numbers of such a row: who did it."""

_NO_DOERS = AUXILIARIES | PREPOSITIONS | word_set("who which that where while when than") | _DID
_COUNTS = frozenset({Unit.COUNT, None})


def done_by_others(asked: Asked) -> str | None:
    """Return the indicator of the number before in a row of doers, or of what the sentence before counts for the first.

    "There were 1,204 referrals. The police sent 410, schools 288": what is sent is what was counted.
    """
    sight = asked.sight
    s = sight.sentence
    if s.words.isdisjoint(_DID) or not counts_nothing(sight) or len(sight.reading.numbers) < _FEWEST:
        return None
    shared = asked.kind.unit is Unit.PERCENT and (asked.best is None or asked.best.zone in _ELSEWHERE)
    if asked.kind.unit not in _COUNTS and not shared:
        return None  # whose share has a measure of its own: "the police sent 31%"
    last = sight.before
    if last is None:
        return _first_of_a_row(asked)
    if last.indicator is None or last.unit is not asked.kind.unit:
        return None
    name = _BETWEEN.fullmatch(s.text, last.span.end, sight.start)
    if name is None or not _NO_DOERS.isdisjoint(name[1].lower().split()):
        return None
    first = sight.reading.numbers[sight.index - len(sight.told)]
    return last.indicator if any(s.low(i) in _DID for i in range(first.first)) else None


_FEWEST = 2
_ELSEWHERE = frozenset({"earlier", "later", "sentence before", "heading"})
_OF_A_SHARE = word_set("on for to")


def _first_of_a_row(asked: Asked) -> str | None:
    """Return what the sentence before counts, where the first number of a row of doers stands right behind its verb."""
    sight = asked.sight
    s, numbers, previous = sight.sentence, sight.reading.numbers, sight.around.previous
    at = sight.number.first - 1
    if s.low(at) in _OF_A_SHARE:
        at -= 1
    if s.low(at) not in _DID or not previous or sight.index + 1 >= len(numbers):
        return None
    text = s.text[sight.end : s.tokens[numbers[sight.index + 1].first].start]
    name = _BETWEEN.fullmatch(text)
    if name is None or not _NO_DOERS.isdisjoint(name[1].lower().split()):
        return None
    counted = Kind(Unit.COUNT, Nature.ACTUAL, whole=True)
    told = [f for f in previous[-1].told if f.indicator is not None and f.unit in _COUNTS]
    last = next((f for f in reversed(told) if f.indicator and counted.suits(asked.lexicon, f.indicator)), None)
    whole = last is not None and (asked.kind.unit is Unit.PERCENT or sight.number.value < last.value)
    return last.indicator if last is not None and whole else None


def parts_by_doers(lexicon: Lexicon, s: Sentence, counted: Figure | None) -> bool:
    """Tell whether a lead-in only says by whom what was counted last was done: "They were made by the following:"."""
    if counted is None or counted.indicator is None or s.low(0) not in _STANDS_FOR_THEM:
        return False
    happens = lexicon.indicators[counted.indicator].measure in {Measure.FLOW, Measure.RATIO_OF_FLOW}
    return happens and s.says(_BY_WHOM)


_STANDS_FOR_THEM = frozenset({"they", "these", "those"})
_BY_WHOM = re.compile(r"\b(?:by|from)\b[^.;]{0,40}:[-–—\s]*\Z")
