"""Natures that a number takes over from the one before it, where it only goes on or says the same again."""

from __future__ import annotations

import re

from crossfoot.extraction.figures.natures.beside import cues_before
from crossfoot.extraction.figures.natures.moods import Mood, governing
from crossfoot.extraction.figures.natures.told import PLANS, Told
from crossfoot.extraction.figures.sight import Sight
from crossfoot.extraction.figures.words import word_set
from crossfoot.model import Figure, Nature, Span

_LONGEST_TAIL = 9
_ELLIPTIC = word_set(
    """
    and or , then rising falling increasing reducing tapering to in by from will would be was is about some around
    approximately over just nearly again eventually finally at for next following later another further a an the ( last
    first second third former latter other one
    """
)
"""Words that stand between two numbers of which the second goes on with what was said of the first."""
_CARRIED = frozenset({Nature.BUDGET, Nature.FORECAST, Nature.TARGET, Nature.PROPOSED, Nature.BENCHMARK})


def of_number_before(sight: Sight) -> Told | None:
    """Return the nature of the number before, where this one only goes on: "£6,000 in year 2 and nil in year 3"."""
    before, n = sight.before, sight.number
    if before is None:
        return None
    nature = before.nature
    if nature is None or nature is Nature.ACTUAL:
        return None
    again = before.unit is not n.unit and _is_the_same(sight, before)
    if before.unit is n.unit and not cues_before(sight):
        again = again or _is_its_like(sight, before) or (nature in _PARTED and _parts_it(sight, before))
    return Told(nature, _words_of(before)) if again or _goes_on(sight, before, nature) else None


_SAME_AGAIN = re.compile(
    r"(?:(?:at|in|by)[\s\xa0]+(?:the[\s\xa0]+end[\s\xa0]+of[\s\xa0]+)?(?:quarter|month|period|q)[\s\xa0]?\d{1,2},?[\s\xa0]+)?"
    r"(?:it|this|that|the[\s\xa0]+(?:figure|overspend|underspend|variance|forecast|pressure))[\s\xa0]+"
    r"(?:was|is|had[\s\xa0]+been|has[\s\xa0]+been|stood[\s\xa0]+at|compares[\s\xa0]+with|compared[\s\xa0]+with)\b[^.;,]{0,30}$",
    re.IGNORECASE,
)
_ACCOUNTS_FOR = re.compile(
    r"\b(?:accounts?|accounted|accounting)[\s\xa0]+for(?:[\s\xa0]+(?:about|around|some|over))?[\s\xa0£]*$"
    r"|\b(?:due|attributable|relates?)[\s\xa0]+to[^.;,]{0,40}\([\s\xa0£]*$",
    re.IGNORECASE,
)


def of_sentence_before(sight: Sight) -> Told | None:
    """Return the nature of the sentence before: "… overspend of £14m. It was £16m in June", "… accounts for £7m"."""
    before = sight.around.before
    if (
        before is None
        or before.nature not in _AGAIN
        or (before.unit is not sight.number.unit and not sight.number.money)
    ):
        return None
    s = sight.sentence
    opened = not sight.told and _SAME_AGAIN.match(s.text[s.start : sight.start]) is not None
    parts = before.nature is Nature.VARIANCE and _ACCOUNTS_FOR.search(s.text, s.start, sight.start) is not None
    return Told(before.nature, _words_of(before)) if opened or parts else None


_AGAIN = frozenset({Nature.VARIANCE, Nature.FORECAST})


def _goes_on(sight: Sight, before: Figure, nature: Nature) -> bool:
    """Tell whether nothing but small words stands between a number and the list that it goes on with."""
    s, n = sight.sentence, sight.number
    if nature not in _CARRIED | _BY or (before.unit is not n.unit and n.value != 0):
        return False
    verb = governing(s.text, sight.reading.verbs, Span(sight.start, sight.end), sight.right)
    was = verb is not None and verb.mood is Mood.PAST and verb.start >= sight.end
    if was or ")" in s.text[before.span.end : sight.start]:
        return False
    tail: list[str] = []
    for i in range(n.first - 1, max(-1, n.first - _LONGEST_TAIL), -1):
        token = s.tokens[i]
        if token.end <= before.span.end:
            break
        if token.low != "£":
            tail.append(token.low)
        if token.low in {",", "and", "or"}:
            break
    else:
        return False
    joined = bool(tail) and tail[-1] in {",", "and", "or", "to"} and all(word in _ELLIPTIC for word in tail)
    if not joined or any(c.nature is Nature.ACTUAL for c in cues_before(sight)):
        return False
    return nature not in _BY or tail[0] == "by"


_BY = frozenset({Nature.CHANGE, Nature.VARIANCE})
"""What goes on only behind another "by": "would overspend by £394,000 and the last by £126,500"."""
_SAME = re.compile(
    r"[\s\xa0]*(?:,?[\s\xa0]*(?:or|i\.?e\.?,?|that[\s\xa0]is,?|equivalent[\s\xa0]to|representing)[\s\xa0]+"
    r"(?:about[\s\xa0]+|around[\s\xa0]+)?|\()[\s\xa0£(]*|[^.;:()\d]{1,40},[\s\xa0](?:i\.?e\.?,?|that[\s\xa0]is,?)[\s\xa0£]*",
    re.IGNORECASE,
)


def _is_the_same(sight: Sight, before: Figure) -> bool:
    """Tell whether a number only says the one before in another unit: "up 263, or 12.5%", "2.6% (£508,000)"."""
    return _SAME.fullmatch(sight.sentence.text, before.span.end, sight.start) is not None


_COMPRISING = re.compile(
    r"[^.;:\d]{0,40}?\b(?:comprising|consisting[\s\xa0]of|made[\s\xa0]up[\s\xa0]of|namely|of[\s\xa0]which)[\s\xa0]+"
    r"(?:about[\s\xa0]+|some[\s\xa0]+)?[£\s\xa0]*",
    re.IGNORECASE,
)


_PARTED = PLANS | {Nature.VARIANCE}
_AT_ANOTHER_TIME = re.compile(r"[\s\xa0]*\([^().;]{2,24}[:,][\s\xa0]*[£]?[\s\xa0]*")


def _is_its_like(sight: Sight, before: Figure) -> bool:
    """Tell whether a number in brackets is the same of another time: "£1.2m (month 5: £1.4m)"."""
    return _AT_ANOTHER_TIME.fullmatch(sight.sentence.text, before.span.end, sight.start) is not None


def _parts_it(sight: Sight, before: Figure) -> bool:
    """Tell whether a number is a part of the plan before it: "£78m, comprising £64m", "£35m, of which £15m is lent"."""
    if before.nature is Nature.VARIANCE and _is_a_bracketed_part(sight, before):
        return True
    if _COMPRISING.fullmatch(sight.sentence.text, before.span.end, sight.start) is None:
        return False
    if before.nature is Nature.VARIANCE:
        return True
    verb = governing(sight.sentence.text, sight.reading.verbs, Span(sight.start, sight.end), sight.right)
    return verb is None or verb.mood is not Mood.PAST or verb.end <= sight.start


_CHIEFLY = re.compile(
    r"[^.;:\d()]{0,40}?\b(?:chiefly|mainly|largely|mostly|principally|including)\b[^.;:\d()]{0,60}\([\s\xa0£]*",
    re.IGNORECASE,
)
_AND_ANOTHER = re.compile(
    r"[\s\xa0]*\),?[\s\xa0]+(?:and[\s\xa0]+|with[\s\xa0]+)?[^.;:\d()]{3,60}\([\s\xa0£]*", re.IGNORECASE
)


def _is_a_bracketed_part(sight: Sight, before: Figure) -> bool:
    """Tell whether a number in brackets parts a variance: "£3.9m over, chiefly on homes (£2.2m) and fees (£1.4m)"."""
    text = sight.sentence.text
    if _CHIEFLY.fullmatch(text, before.span.end, sight.start):
        return True
    in_brackets = text[max(0, before.span.start - 1) : before.span.start] == "("
    return in_brackets and _AND_ANOTHER.fullmatch(text, before.span.end, sight.start) is not None


def _words_of(figure: Figure) -> Span:
    """Return the words that told a figure's nature, or those of the figure itself."""
    return next((e.span for e in figure.evidence if e.field == "nature" and e.span is not None), figure.span)
