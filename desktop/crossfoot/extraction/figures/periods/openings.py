"""Where a period expression may begin, and what it holds somewhere: quick looks that spare most words the long pattern.

Both are of words in lower case and open with the sign before a word, since a set of characters is what a search skips
to fastest: with a boundary in front each character would be tried in turn. What is told of a beginning goes as far as
is needed to pass over what is common and no time: "in the" opens many sentences, "in the year" an expression.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.extraction.figures.periods.expressions import COUNT
from crossfoot.extraction.quick import one_of

_MONTHS = (
    *(r"jan(?:uary)?\b", r"feb(?:ruary)?\b", r"mar(?:ch)?\b", r"apr(?:il)?\b", r"may\b", r"june?\b", r"july?\b"),
    *(r"aug(?:ust)?\b", r"sept?(?:ember)?\b", r"oct(?:ober)?\b", r"nov(?:ember)?\b", r"dec(?:ember)?\b"),
)
_WEEKDAYS = (
    *(r"mon(?:day)?\b", r"tues?(?:day)?\b", r"wed(?:nes)?(?:day)?\b", r"thurs?(?:day)?\b", r"fri(?:day)?\b"),
    *(r"sat(?:ur)?(?:day)?\b", r"sun(?:day)?\b"),
)
_KINDS_OF_YEAR = r"(?:fin|mun|aca|sch|full|cal)"
_COUNTED = r"(?:half|year|quarter|month|week|period)"
_AFTER_A_COUNT = rf"(?:\s+(?:rolling|full|financial|municipal|calendar|academic|{_COUNTED})|-month)"
_COUNTS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen eighteen twenty"
)
_ENDS = "end close start beginning outset"
"""The ends of "the year", "this quarter": those of a month are led up to, and no part of an expression."""

_ANY_MONTH = "|".join(_MONTHS)
_ANY_END = "|".join(_ENDS.split())
_BEHIND_IN_THE = (
    rf"(?:{COUNT}\b|acad|aut|bal|beg|cal|close|comp|corr|course|curr|da[ty]|end|equi|fin|first|fourth|full|half|last|mid"
    r"|month|mun|out|per|point|prec|prev|prior|quar|rema|reporting|rest|same|school|second|spr|sta|sum|third|time|very|whole"
    r"|year)"
)
"""Words of time behind "in the", "at this", "over these"."""

_BEHIND_THIS = (
    rf"(?:{_ANY_MONTH}|acad|cal|date|fin|full|half|month|mun|per|point|quar|reporting|sch|stage|term|time|year)"
)
_BEHIND_THE = (
    r"(?:same|corr|equi|last|prev|prec|prior|year|curr|pres|quar|period|month|next|foll|coming|compar|forthc|new\s"
    rf"|(?:two|three|four|five)\s(?:foll|com)|remain|rest\s|first\s+(?:day|working)|fin|{_ANY_MONTH}"
    rf"|(?:{_ANY_END})\s+of\s+th)"
)


def _each(words: str, then: str) -> Iterator[str]:
    """Yield every one of some words with what follows it."""
    return (word + then for word in words.split())


_OPENINGS = (
    *_MONTHS,
    *_WEEKDAYS,
    *_each(_COUNTS, _AFTER_A_COUNT),
    *(r"fy", r"q\s?[1-4]", r"quarters?[\s\d-]", r"qtr", r"h[12]\s", r"months?[\s-]", r"weeks?\s", r"period[\s-]"),
    *(r"p\d", r"year(?:s|['’]s)?[\s-]+(?:up|to|end|until)", r"between\s", r"half(?:[\s-]|way)", r"ytd", r"to\sdate"),
    *_each(_ENDS, r"\s+of\s+th"),
    rf"when\sth(?:e|at|is)\s+(?:{_KINDS_OF_YEAR}|year|qu|per)",
    r"by\s(?:the\s)?(?:end|clo|start|beg|year|time)",
    *_each("by at", r"\sye"),
    *_each("when once as", rf"\s(?:(?:the|last)\s(?:fin|aca|sch|year|qu|per)|{_ANY_MONTH})"),
    *_each("at by", r"\s(?:(?:its|their)\s[ecsbo]|(?:the\s)?(?:half|mid))"),
    *_each("at on by", r"\sthe\s(?:bal|time|da)"),
    r"from\s(?:the\s(?:start|beg|out|same|corr|equi)|\d)",
    *_each("for by on", r"\sthe\s(?:same|corr|equi|comp)"),
    r"on\s\d{1,2}(?:st|nd|rd|th)?\sand\s\d",
    *(r"yest", r"chris", r"boxing\sd", r"new\syear", r"as\s(?:i|we)\sw", r"today"),
    *_each("so thus", r"\sfar"),
    r"since\sth(?:en|at|e\s+(?:end|clo|sta|beg|out|las|fir))",
    *_each("next following coming forthcoming ensuing current opening closing first second third fourth final", r"\s"),
    *_each("last past prev prec prior same corresp equiv", ""),
    rf"this\s+{_BEHIND_THIS}",
    r"that\s+(?:point|date|day|stage|time)",
    rf"the\s{_BEHIND_THE}",
    r"a\s(?:year|quarter|month|week)s?\s+[abelop]",
    *_each("at during in over within for throughout across through", rf"\sth(?:e|is|at|ese|ose)\s+{_BEHIND_IN_THE}"),
    r"in\s(?:last|prev)",
    *_each("for on", r"\s(?:the\s)?(?:last|prev)"),
    *_each("autumn spring summer winter calendar municipal academic rolling", r"\s"),
    r"school\s+year",
    *_each("full financial", rf"\s+{_COUNTED}"),
)
"""How the first words of an expression begin."""

_IN_DIGITS = (
    r"(?=\d)(?:(?:19|20)\d\d"
    r"|\d{1,2}(?:st|nd|rd|th)?(?:\s*[/.–‑-]|(?<=[a-z])\s+to\s|\s+(?:of\s|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"
    rf"|\d{{1,2}}{_AFTER_A_COUNT})"
)

TRIGGER = re.compile(rf"[\W_](?:{_IN_DIGITS}|{one_of(_OPENINGS)})")
"""Where an expression may begin, one character behind the match's own beginning; only there the long one is tried."""

_HELD = (
    *("yesterday", "christmas", "boxing", "i write", "we write", "quarter", "qtr", r"q\s?[1-4]\b", "year", r"ytd\b"),
    *(
        "month",
        "that day",
        "mid(?:year|point)",
        "period",
        "point",
        "p[0-9]",
        "date",
        r"day\sof",
        "time",
        "today",
        "term",
    ),
    *("stage", "since", "week", "half", "fy", r"last summer\b", "last (?:night|mon|tue|wed|thu|fri|sat|sun)"),
    *_each("its their", rf" (?:{_ANY_END})\b"),
    r"the (?:first|second|third|fourth|autumn|spring|summer)\b",
    *("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"),
)
_HELD_IN_DIGITS = r"[0-9](?:(?<=1)9[0-9][0-9]|(?<=2)0[0-9][0-9]|[/.][0-9]|[0-9](?:[/.][0-9]|[-–][0-9][0-9]\b))"

HINT = re.compile(rf"[^a-z0-9](?:{_HELD_IN_DIGITS}|{one_of(_HELD)})")
"""What every expression holds somewhere, with the sign before it as above; a sentence without it, in lower case, needs
no further look."""
