"""The cues beside a number: which of them speak of it, and which of its neighbours."""

from __future__ import annotations

import re

from crossfoot.extraction.figures.natures.cues import Cue, W
from crossfoot.extraction.figures.sight import Sight
from crossfoot.model import Nature


def cues_before(sight: Sight) -> list[Cue]:
    """Return the cues between the number before and this one, without those of a clause that has ended between."""
    text = sight.sentence.text
    near = [c for c in sight.reading.cues if sight.left <= c.start and c.end <= sight.start]
    return [
        c
        for c in near
        if not _stands_aside(text, c, sight.start)
        and not (c.nature in _MEASURES and _NEW_CLAUSE.search(text, c.end, sight.start))
        and not (c.nature is Nature.TARGET and _is_not_its(text, c, sight.start))
        and not (
            c.nature in _STANDARDS and _HAS_ITS_VERB.match(text, sight.end) and _TURNS.search(text, c.end, sight.start)
        )
    ]


_STANDARDS = frozenset({Nature.TARGET, Nature.BENCHMARK})
_HAS_ITS_VERB = re.compile(
    r"(?:[\s\xa0]+\w+)?[\s\xa0]+(?:was|were|had|have|has|is|are|did|met|failed|achieved)\b", re.IGNORECASE
)
_TURNS = re.compile(r"[,;]|\b(?:and|but|while|whereas)\b|\s[-–—]\s", re.IGNORECASE)
"""What parts the standard before a number from a clause of which the number is the subject."""


def _stands_aside(text: str, cue: Cue, start: int) -> bool:
    """Tell whether a cue stands in brackets that are closed before a number: "(England: 4.0%) and a further 13.1%"."""
    return text.find(")", cue.end, start) >= 0 and text.find("(", cue.end, start) < 0


_SET_AGAINST = re.compile(
    r"\b(?:above|below|over|under|exceed\w*|met|missed|beat(?:en)?|within|ahead\s+of|behind)\s+(?:the\s+|its\s+|our\s+)?$",
    re.IGNORECASE,
)
_STATED = re.compile(
    r"\s*(?:[(:]|\b(?:of|being|which|set|for|was|is|rate|figure|level|that|in|agreed)\b)", re.IGNORECASE
)


def _is_measured_by(text: str, cue: Cue, start: int) -> bool:
    """Tell whether a number was set against a target: "just above target at 77.6%", not "above the target of 20%"."""
    if _SET_AGAINST.search(text, max(0, cue.start - 24), cue.start) is None:
        return False
    return _STATED.match(text, cue.end, start) is None


_MOST_BEFORE_A_COMMA, _MOST_BEHIND = 2, 3
"""How many words may stand on either side of a comma between a target and its number."""


def _is_far_off(between: str) -> bool:
    """Tell whether words and a comma part a target from a number: too much for the one to be the other."""
    head, comma, tail = between.replace(";", ",").partition(",")
    return bool(comma) and (len(head.split()) > _MOST_BEFORE_A_COMMA or len(tail.split()) > _MOST_BEHIND)


def _is_not_its(text: str, cue: Cue, start: int) -> bool:
    """Tell whether a target before a number is another number's, or what the number was set against."""
    return _is_its_own(text, cue) or _is_measured_by(text, cue, start) or _is_far_off(text[cue.end : start])


def _is_its_own(text: str, cue: Cue) -> bool:
    """Tell whether a target names the number right before it: "the 20 week limit"; "83 short of the 1,200" does not."""
    if text[cue.start : cue.end].lower().startswith(("short", "against")):
        return False
    return _ITS_OWN.search(text, max(0, cue.start - 24), cue.start) is not None


_ITS_OWN = re.compile(
    r"\d(?:%|bn|[mk]\b|[\s\xa0-]*(?:per[\s\xa0]cent|percent|hours?|days?|weeks?|months?|working[\s\xa0]days?))?[\s\xa0-]*$"
)
"""A number that a target before it names: "the 20 week limit"."""
_MEASURES = frozenset({Nature.TARGET, Nature.BENCHMARK, Nature.FORECAST, Nature.PROPOSED})
_NEW_CLAUSE = re.compile(
    r"(?:[,;]\s+(?:and|but|while|whereas|although|though)\s+\w+[’']?s?|(?:[,;]|\band)\s+(?:the|a|an|its|their|this|these|and\s+the))"
    r"\s[^,;]{0,60}?\b(?:was|were|is|are|being|stood|had|has|have)\b",
    re.IGNORECASE,
)
"""A comma and a subject with a verb of its own: what was said before them speaks of something else."""
_DIGIT = re.compile(r"\d")
_BREAK = re.compile(r"[;:]|\.\s|(?:,|\band)\s")


def belongs_to_the_next(cue: Cue, sight: Sight) -> bool:
    """Tell whether a cue behind a number opens a new part, in which the next number stands."""
    text = sight.sentence.text
    broken = _BREAK.search(text, sight.end, cue.start)
    if _DIGIT.search(text, sight.end, cue.start):
        return True
    if broken is None:
        return False
    return broken.group()[0] in ";:" or (sight.right < sight.sentence.end and cue.start - broken.end() < _OPENING)


_OPENING = 12
"""How near behind a comma a cue stands that opens what follows."""
_LEADING_ON = re.compile(
    rf"(?:{W}(?:figure|rate|average|level|median|number|authorities|councils))*"
    rf"(?:(?:{W})?[(:]?(?:(?:{W})?(?:of|was|is|at|being|were|had{W}been|stood{W}at|stands{W}at))?)?"
    rf"(?:{W}(?:a|an|the|just|about|approximately|around|over|under|only|some))*[\s\xa0(£]*",
    re.IGNORECASE,
)


def leads_on(cue: Cue, sight: Sight) -> bool:
    """Tell whether a cue behind a number leads to the next one: "91% … against a target of 95%"."""
    s = sight.sentence
    return sight.right < s.end and _LEADING_ON.fullmatch(s.text, cue.end, sight.right) is not None
