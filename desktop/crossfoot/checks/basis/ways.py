"""The one vocabulary for "went up" and "went down" that rules read where the values themselves tell their times."""

from __future__ import annotations

import re
from functools import lru_cache

from crossfoot.checks.basis.cues import Way

_UP_VERBS = (
    r"increas(?:ed|es|ing)|ris(?:en|es|ing)|rose|grew|grown|grows|growing|climb(?:ed|s|ing)|jumped|jumping"
    r"|swelled|swollen"
    r"|surged|surging|soar(?:ed|ing)|mounted|mounting|expanded|expanding|leapt|crept up|edged up|picked up|lengthened"
    r"|widened|gained|escalat(?:ed|ing)|mushroomed|ballooned|accelerated|gathered pace|multiplied|shot up|stepped up"
    r"|deepened|intensified|heightened"
    r"|(?:continu\w+|beg[au]n|started|tend(?:s|ed)?) to (?:rise|grow|climb|increase|mount|lengthen|swell|go up)"
    r"|(?:went|gone|going|goes|go|come|came|crept|pushed|driven|drove|moved|edged|ticked"
    r"|inched) (?:back )?up(?:wards?)?"
)
_UP_NOUNS = r"increases?|rises?|growth|climb|jump|surge|upturn|gains?|escalation|upswing|expansion"
_UP_MORE = r"higher|greater|larger|longer|bigger|commoner|more (?:common|frequent)|upwards?|upward"
_DOWN_VERBS = (
    r"decreas(?:ed|es|ing)|fall(?:en|s|ing)|fell|dropped|dropping|drops|reduced|reducing|reduces|declined|declining"
    r"|declines|shrank|shrunk|shrinking|shrinks|shortened|slipped|slipping|dipped|dipping|dwindled|dwindling|narrowed"
    r"|eased|easing|lessened|sank|sunk|tumbled|tumbling|slid|sliding|contracted|plunged|plummeted|diminished"
    r"|subsided|abated|ebbed|ebbing"
    r"|(?:continu\w+|beg[au]n|started|tend(?:s|ed)?) to (?:fall|drop|decline|decrease|shrink|ebb|dwindle"
    r"|shorten|lessen|go down)"
    r"|tailed off|tapered off|receded|lightened|halved|cut back|slimmed"
    r"|(?:went|gone|going|goes|go|come|came|brought|driven|drove|moved|edged|crept|got|pushed|pulled) (?:back )?down"
    r"(?:wards?)?"
)
_DOWN_NOUNS = r"decreases?|falls?|drops?|reductions?|declines?|dips?|downturn|contraction|shrinkage"
_DOWN_LESS = r"lower|fewer|smaller|shorter|rarer|scarcer|less (?:common|frequent)|downwards?|downward"
_LEAD = (
    r"(?:an?|the|this|that|any|some|further|another|slight|small|sharp|steady|marked|gradual|significant|substantial"
    r"|continu(?:ed|ing)|net|overall|general|modest|steep|clear|real|recent|seasonal|welcome|large|big|notable)"
)
_ON = r"(?:were|was|is|are|had been|being|been|stands?|stood|figures?|numbers?|totals?|be|and|,)"
NOUN = re.compile(rf"\b{_LEAD} (?:(?!and\b|of\b)[a-z]+ ){{0,2}}?(?P<noun>{_UP_NOUNS}|{_DOWN_NOUNS})\b")
_UP = re.compile(
    rf"\b(?:{_UP_VERBS}|{_UP_MORE}|{_LEAD} (?:(?!and\b|of\b)[a-z]+ ){{0,2}}?(?:{_UP_NOUNS})"
    rf"|{_ON} (?:well |slightly |sharply |again |now |also )?up (?=on|from|by|again|to \d|sharply|slightly)"
    r"|more(?! than (?:\d|[a-z]+ (?:percent|per cent)|half|one|two|a (?:third|quarter|half)|ever)| or less"
    r"| likely|over))\b"
)
_DOWN = re.compile(
    rf"\b(?:{_DOWN_VERBS}|{_DOWN_LESS}|{_LEAD} (?:(?!and\b|of\b)[a-z]+ ){{0,2}}?(?:{_DOWN_NOUNS})"
    rf"|{_ON} (?:well |slightly |sharply |again |now |also )?down (?=on|from|by|again|to \d|sharply|slightly)"
    r"|less(?= (?:than|in|at|so|was|were|money|time)\b)(?! than (?:\d|half|one|two|a ))|fewer)\b"
)
_NO_WAY = re.compile(
    r"\b(?:no longer|more or less|(?:or|and) (?:more|fewer|less|over|above|higher|lower)|more than (?:one|once"
    r"|half)|what is more|furthermore|once more(?! the)|lower tier"
    r"|higher (?:needs|education|tier|rate|risk|level apprentic\w+)|lower (?:risk|tier|level)|longer[- ]term"
    r"|larger than"
    r"|fall(?:s|ing)? (?:due|within|under|into|to the|short)|falls? prevention|pay (?:rise|award)|rising fives?"
    r"|growth (?:fund|bid|deal)s?|no (?:more|fewer|less) than|any (?:longer|more))\b"
)
_DENIED = re.compile(
    r"\b(?:not|no|never|hardly|barely|without|rather than|instead of|halt\w*|stop(?:ped)?|despite|aim\w*|hop\w*"
    r"|plan(?:s|ned)? (?:to|for)|planned"
    r"|need\w*"
    r"|reverse[ds]?|if|to prevent|could|would|will|may|might|should|expected to|forecast to|likely to|in order to"
    r"|seek\w*"
    r"|target(?:ed)?|ended|unless)\b(?:[a-z ]|, ){0,30}$"
)


_PARTS = (
    *("creas", "ris", "rose", "gr", "climb", "jump", "surg", "swell", "swoll", "soar", "mount", "xpan", "leapt", "up"),
    *("more", "length", "widen", "gain", "scalat", "mushr", "balloon", "cceler", "pace", "multipl", "shot", "stepped"),
    *("higher", "longer", "larger", "bigger", "fall", "fell", "drop", "reduc", "declin", "shr", "short", "slip", "dip"),
    *("dwindl", "narrow", "eas", "less", "sank", "sunk", "tumbl", "slid", "contract", "plu", "dimin", "subsid", "tail"),
    *(
        "taper",
        "reced",
        "deepen",
        "tensif",
        "height",
        "abat",
        "lighten",
        "halv",
        "cut",
        "slim",
        "down",
        "lower",
        "fewer",
        "smaller",
        "rarer",
        "scarcer",
        "ebb",
        "commoner",
        "inue to",
        "inues to",
        "inued to",
        "inuing to",
        "began to",
        "begun to",
        " tend",
        "started to",
    ),
)
"""Parts of words without one of which nothing went either way: a quick look."""


@lru_cache(maxsize=2048)
def ways(words: str) -> frozenset[Way]:
    """Return the ways that words in small letters say something went; none where one is denied or wished for."""
    if not any(part in words for part in _PARTS):
        return frozenset()
    plain = _NO_WAY.sub(lambda match: "_" * len(match.group()), words)
    found: set[Way] = set()
    for way, pattern in ((Way.UP, _UP), (Way.DOWN, _DOWN)):
        for match in pattern.finditer(plain):
            if _DENIED.search(plain[: match.start()]):
                return frozenset()
            found.add(way)
    return frozenset(found)


def the_way(words: str) -> Way | None:
    """Return the one way that words name, or None for none or both."""
    found = ways(words)
    return next(iter(found)) if len(found) == 1 else None


def way_words(words: str) -> str:
    """Return the first of the words by which a way is told, for a message; "" for none."""
    found = [match for pattern in (_UP, _DOWN) if (match := pattern.search(words)) is not None]
    return min(found, key=lambda match: match.start()).group().strip() if found else ""


def without_ways(words: str) -> str:
    """Return words without those that tell a way: they say nothing of what is counted."""
    return _DOWN.sub(" ", _UP.sub(" ", words))
