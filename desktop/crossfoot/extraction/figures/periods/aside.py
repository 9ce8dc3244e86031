"""Times that no number behind them has: of what is looked back to, left behind, set, intended or only said aside."""

from __future__ import annotations

import re

from crossfoot.extraction.figures.periods.known import When
from crossfoot.extraction.figures.sentences import Sentence
from crossfoot.model import PeriodKind


def says_when_it_was_set(s: Sentence, when: When) -> bool:
    """Tell whether a month only says when that was fixed which an earlier time dates: "for 2016/17 was set in"."""
    return (
        when.rule in _MONTHS and _SET_IN.search(s.text, max(s.start, when.span.start - 40), when.span.start) is not None
    )


_MONTHS = frozenset({"month", "monthyear"})
_SET_IN = re.compile(
    r"\b(?:was|were|been|as)[\s\xa0]+(?:first[\s\xa0]+)?(?:set|agreed|approved|fixed|adopted|reported|put|published)[\s\xa0]+(?:back[\s\xa0]+)?in[\s\xa0]+$",
    re.IGNORECASE,
)


def says_where_it_ends(s: Sentence, before: When | None, when: When) -> bool:
    """Tell whether a day only says where the stretch before it ends: "in the first two months, to the end of May"."""
    if before is None or before.period is None or when.period is None or when.period.kind is PeriodKind.DURING:
        return False
    if before.period.kind is PeriodKind.AS_AT or before.period.end != when.period.end:
        return False
    return _UP_TO_ITS_END.fullmatch(s.text, before.span.end, when.span.start) is not None


_UP_TO_ITS_END = re.compile(
    r"[\s\xa0]*[,(–-][\s\xa0]*(?:(?:that[\s\xa0]is|i\.?e\.?|namely),?[\s\xa0]+)?(?:up[\s\xa0]+)?to[\s\xa0]+(?:the[\s\xa0]+)?"
    r"(?:(?:end|close)[\s\xa0]+of[\s\xa0]+)?(?:the[\s\xa0]+)?",
    re.IGNORECASE,
)


def is_counted_in_or_out(s: Sentence, when: When) -> bool:
    """Tell whether a time is that of a part which a number has or has not in it: "which includes the weeks in May"."""
    if s.words.isdisjoint(_IN_OR_OUT):
        return False
    return _COUNTED_IN.search(s.text, max(s.start, when.span.start - 80), when.span.start) is not None


_IN_OR_OUT = frozenset(
    {"includes", "included", "including", "excludes", "excluding", "counting", "aside", "except", "apart"}
)
_COUNTED_IN = re.compile(
    r"\b(?:which\s+includ(?:es|ed)|including|exclud(?:es|ing)|not\s+(?:counting|including)|(?:leaving|setting)\s+aside"
    r"|except(?:\s+for)?|apart\s+from)\s+(?:the|those|that|any|all)\s+(?:[a-z]+\s+){0,3}?(?:in|of|from|during|at)\s+(?:the\s+)?$",
    re.IGNORECASE,
)


def only_looked_back_to(s: Sentence, when: When) -> bool:
    """Tell whether an expression only says since when nothing has been like it: "the best since 2011"."""
    if "since" not in s.words:
        return False
    return _BEST_SINCE.search(s.text, max(s.start, when.span.start - 110), when.span.start) is not None


_BEST_SINCE = re.compile(
    r"\b(?:first|best|worst|highest|lowest|most|fewest|least|largest|smallest|longest|shortest)\b[^.;,\d]{0,30}"
    r"\bsince\s+(?:the\s+)?(?:(?:[\w’'-]+\s+){1,7}(?:in|on|of)\s+(?:the\s+)?)?$",
    re.IGNORECASE,
)


_IS_INTENDED = re.compile(
    r"(?:\b(?:and|but|so)|,[\s\xa0]+(?:which|who)|[\s\xa0](?:which|who))[\s\xa0]+[^.;,]{2,50}?"
    r"\b(?:(?:is|are|was|were)[\s\xa0]+(?:to|due|intended|expected|hoped|planned|meant)|hop(?:es?|ed)|intend(?:s|ed)?|(?:plan(?:s|ned)?|aim(?:s|ed)?)[\s\xa0]+to"
    r"|will|would)\b[^.;]*$",
    re.IGNORECASE,
)
"""What leads up to a time at which something else is to come about: "Seven were in post and it was hoped that by"."""


def is_of_what_is_intended(before: str) -> bool:
    """Tell whether the words up to a time make it one at which something else is to come about than what they count."""
    return any(word in before for word in _INTENTIONS) and _IS_INTENDED.search(before) is not None


_INTENTIONS = ("hope", "hoping", "intend", "expect", "due", "plan", "aim", "meant", "will", "would", " to ")


def is_left_behind(s: Sentence, when: When) -> bool:
    """Tell whether a closed clause came from a time or looks to it: "down from 437 in autumn 2020, which"."""
    text, start, end = s.text, when.span.start, when.span.end
    if text[end : end + 1] not in {",", ";", ")"}:
        return False
    low = max(s.start, start - 90)
    return _CAME_FROM.search(text, low, start) is not None or _IS_DUE_BY.search(text, low, start) is not None


_CAME_FROM = re.compile(
    r"\bfrom[\s\xa0]+(?:an?[\s\xa0]+(?:[a-z-]+[\s\xa0]+){0,2}(?:peak|high|low|height)[\s\xa0]+of[\s\xa0]+)?£?\d[\d,.]*%?(?:[\s\xa0]+[a-z-]+){0,2}"
    r"[\s\xa0]+(?:in|at|on)[\s\xa0]+(?:the[\s\xa0]+)?(?:end[\s\xa0]+of[\s\xa0]+)?(?:the[\s\xa0]+)?$",
    re.IGNORECASE,
)
_IS_DUE_BY = re.compile(
    r"\b(?:will|would|shall)\b[^,;]{0,60}\bby[\s\xa0]+(?:the[\s\xa0]+)?(?:end[\s\xa0]+of[\s\xa0]+)?(?:the[\s\xa0]+)?$",
    re.IGNORECASE,
)


def dates_what_is_said_aside(s: Sentence, when: When) -> bool:
    """Tell whether an expression dates a deed between commas: "orders, introduced in December 2005, numbered 9"."""
    text, start, end = s.text, when.span.start, when.span.end
    if text[end : end + 1] != ",":
        return False
    return _DEED_ASIDE.search(text, max(s.start, start - 40), start) is not None


_DEED_ASIDE = re.compile(
    r",\s+(?:(?:which|who)\s+(?:was|were|had\s+been)\s+)?(?:first\s+)?(?:introduced|launched|opened|established|set\s+up|created|agreed"
    r"|approved|adopted|published|begun|started|formed|appointed)\s+(?:in|on|from)\s+(?:the\s+)?$",
    re.IGNORECASE,
)


def is_only_compared_with(s: Sentence, when: When) -> bool:
    """Tell whether an expression is what the number before is like, and no more: "the same as a year before,"."""
    text, start = s.text, when.span.start
    if _BEATS.search(text, max(s.start, start - 30), start) is not None:
        return SAYS_HOW_MANY.match(text, when.span.end) is None
    if text[when.span.end : when.span.end + 1] not in {",", ";"}:
        return False
    return _LIKE.search(text, max(s.start, start - 30), start) is not None


_LIKE = re.compile(
    r"(?:\b(?:the\s+)?same\s+as|similar\s+to|unchanged\s+(?:from|on|since)|level\s+with|(?<=\w\s)as(?!\s+at\b))\s+(?:in|at|for)?\s*(?:the\s+)?$",
    re.IGNORECASE,
)
"""What stands before a time that a number is only said to be like."""

_BEATS = re.compile(
    r"\b(?:(?:beats?|beaten|exceed(?:s|ed)|better(?:s|ed)|surpass(?:es|ed))|(?:up|down)\s+on(?:\s+the)?)\s+$",
    re.IGNORECASE,
)
"""What makes a year one that is only beaten or not reached: "that beats 2012 by 1.5 points", "down on 2012"."""


SAYS_HOW_MANY = re.compile(r"\s*(?:\(|,?\s*(?:when|which|at)\b)", re.IGNORECASE)
"""What stands behind such a base where its own number follows: "12 fewer than in May (34)"."""
