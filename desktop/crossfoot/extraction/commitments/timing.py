"""By when, or how often: times and frequencies ahead, in the words of a promise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from crossfoot.extraction.figures.periods import Calendar, find_whens
from crossfoot.extraction.figures.periods.stretches import year_after
from crossfoot.model import Span
from crossfoot.model.english import MONTH

_S = r"[\s\xa0]+"
_COUNT = r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|eighteen|twenty|several)"
_OFTEN = (
    rf"(?:on{_S}an?{_S})?(?:bi[\s-]?monthly|quarterly|monthly|weekly|fortnightly|daily"
    rf"|annual(?!{_S}(?:report{_S}be|audit|accounts|plan|general))|six[\s-]monthly|half[\s-]yearly|yearly|bi[\s-]?annual"
    rf"|termly|regular)(?:{_S}basis)?|annually"
    rf"|every{_S}(?:alternate{_S}(?:cabinet|meeting)(?:{_S}meeting)?|(?:(?:other|second|third){_S})?(?:quarter|month|year|term|week|meeting)"
    rf"|{_COUNT}{_S}(?:weeks|months|years))"
    rf"|(?:at{_S})?each{_S}(?:of{_S}its{_S})?(?:quarter|month|year|term|meetings?)"
    rf"|{_COUNT}{_S}[a-z]+{_S}(?:an?|per|each){_S}(?:week|month|quarter|term)"
    rf"|(?:once|twice|three{_S}times){_S}(?:an?|each|every){_S}(?:year|quarter|month|term)"
)
_MONTH = rf"(?:{MONTH})"
_DAY = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?{_S}(?:of{_S})?{_MONTH}|{_MONTH}{_S}\d{{1,2}}(?:st|nd|rd|th)?\b)(?:,?{_S}\d{{4}})?"
)
_BODY = r"(?:meetings?|boards?|cabinet|cycle|council|committee|panel|forum|executive|session)"
_SPAN = r"(?:week|fortnight|month|quarter|term|half-term|half year|year|municipal year|financial year|calendar year)"
_NAMED = (
    rf"(?:{_DAY}|{_MONTH}(?:{_S}\d{{4}})?)(?:{_S}{_BODY})?|(?:19|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?"
    rf"|(?:spring|summer|autumn|winter|midsummer|christmas|easter|whitsun|new{_S}year)(?:{_S}(?:of{_S})?\d{{4}})?"
    rf"|(?:next|coming|following|current|new|same|spring|summer|autumn|winter){_S}(?:\w+{_S})?(?:{_SPAN}|{_BODY})"
    rf"|{_SPAN}[\s-]end|(?:quarter|q){_S}?\d|{_COUNT}{_S}(?:(?:working|calendar|clear){_S})?(?:days|weeks|months|years?)"
    rf"(?:['’]{_S}time|{_S}of{_S}\w+)?"
)
_WHEN = re.compile(
    rf"\b(?=[a-z0-9])(?:(?:{_OFTEN})\b"
    rf"|(?:no{_S}later{_S}than|not{_S}later{_S}than|(?:not{_S}less{_S}than|at{_S}least){_S}{_COUNT}{_S}\w+{_S}before"
    rf"|ahead{_S}of|prior{_S}to|in{_S}time{_S}for|by|before|after|from|until|within|at|to|for|on|in|during|over|following)"
    rf"{_S}(?:(?:the|its|their|our|this|a){_S})?"
    rf"(?:(?:end|close|beginning|start|middle|mid[\s-]?point){_S}of{_S}(?:the{_S})?|early{_S}(?:in{_S})?|late{_S}(?:in{_S})?"
    rf"|mid[\s-])?(?:{_NAMED})\b"
    rf"|(?:next|this|later{_S}this|later{_S}in{_S}the){_S}(?:{_SPAN}|{_MONTH}|spring|summer|autumn|winter)\b"
    rf"|(?:in{_S}due{_S}course|by{_S}return|by{_S}the{_S}turn{_S}of{_S}the{_S}year|in{_S}(?:the{_S})?near{_S}future|as{_S}soon{_S}as{_S}(?:possible|practicable)|forthwith"
    rf"|immediately|shortly|in{_S}future{_S}reports|at{_S}the{_S}(?:half[\s-]year|year{_S}end|mid{_S}point))\b"
    rf"|(?:when|once|after){_S}(?:the|an?){_S}\w+(?:{_S}\w+)?{_S}(?:has|have|is|are){_S}(?:been{_S})?\w+"
    rf"|(?:following|after){_S}(?:the|an?){_S}\w+"
    rf"|(?:before|by){_S}(?:winter|summer|autumn|spring|christmas|easter|its{_S}(?:first|next){_S}meeting|the{_S}decision)\b)"
)
"""When or how often, in lower case."""

_HOW_OFTEN = re.compile(rf"\b(?:{_OFTEN})\b", re.IGNORECASE)
_BY = re.compile(
    rf"\b(?:by|before|no{_S}later{_S}than|not{_S}later{_S}than|until|from|on|in|at){_S}(?:the{_S})?(?:end{_S}of{_S}(?:the{_S})?)?$",
    re.IGNORECASE,
)


def names_a_time(low: str, start: int, end: int) -> bool:
    """Tell whether words in lower case say at all when or how often something is to be done."""
    return _WHEN.search(low, start, end) is not None


def time_ahead(text: str, low: str, start: int, end: int, meeting: date | None) -> tuple[str, date | None]:
    """Return when or how often something is to be done, in the text's words, and the last day that they allow.

    ``low`` is the text in lower case.
    Times that had passed by the ``meeting`` are none; both are empty where nothing is said.
    """
    days = list(_days(text, start, end, meeting))
    passed = [span for span, day in days if meeting is not None and day <= meeting]
    said: list[str] = []
    for match in _WHEN.finditer(low, start, end):
        if any(span.start < match.end() and match.start() < span.end for span in passed):
            continue
        said.append(" ".join(text[match.start() : match.end()].split()))
    often = next((words for words in said if _HOW_OFTEN.fullmatch(words)), "")
    once = next((words for words in said if not _HOW_OFTEN.fullmatch(words)), "")
    ahead = ((span, day) for span, day in days if meeting is None or day > meeting)
    due = next((day if _is_limit(text, start, span) else None for span, day in ahead), None)
    return ", ".join(filter(None, (often, once))), due


def _days(text: str, start: int, end: int, meeting: date | None) -> Iterator[tuple[Span, date]]:
    """Yield the times that words name, each with its last day; one without a year is the next that lies ahead."""
    for when in find_whens(text, start, end, Calendar(meeting=meeting)):
        if when.period is None or when.compares:
            continue
        day = when.period.end
        if meeting is not None and day <= meeting and _YEAR.search(when.span.cut(text)) is None:
            day = year_after(day)
        yield when.span, day


def _is_limit(text: str, start: int, span: Span) -> bool:
    """Tell whether a time is a day, or something is to be done by, before or in it."""
    return span.cut(text)[:1].isdigit() or _BY.search(text, max(start, span.start - 30), span.start) is not None


_YEAR = re.compile(r"(?:19|20)\d\d|\d[/–-]\d\d|last|ago|previous")
