"""What a sentence is about in time, apart from what it compares with, what was done and what is still to come."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crossfoot.extraction.figures.periods import stretches
from crossfoot.extraction.figures.periods.aside import is_counted_in_or_out, is_of_what_is_intended
from crossfoot.extraction.figures.periods.binding import is_compared_with
from crossfoot.extraction.figures.periods.comparisons import MOVED, SET_BESIDE, stands_beside
from crossfoot.extraction.figures.periods.deeds import dates_a_deed
from crossfoot.extraction.figures.periods.finding import ASIDE, FROM_A_PEAK
from crossfoot.extraction.figures.periods.known import Calendar, When, may_be_about
from crossfoot.extraction.figures.sentences import Sentence
from crossfoot.model import Period, PeriodKind

_HAPPENED = re.compile(
    r"\b(?:approved|agreed|considered|resolved|published|adopted|met|appointed|opened|wrote|visited|launched|issued|held"
    r"|attended|went\s+to|taken\s+to|presented|submitted|tabled|minutes|came(?!\s+to\b)|visit(?:ed)?|received\s+by|meeting|decided|announced|signed|letter)\b[^.;:]*$",
    re.IGNORECASE,
)
"""Words before a date that tell when something was done about the subject, not when it was counted."""


def focus_of(s: Sentence, whens: list[When], known: Calendar) -> tuple[Period | None, bool]:
    """Return what a sentence is about in time, and whether firmly: its first expression of what is reported."""
    dated = [
        w
        for w in whens
        if w.period is not None
        and (not w.compares or _opens(s, w) or _is_last_year(s, w))
        and may_be_about(w, known.meeting)
        and not _tells_of_a_deed(s, w)
        and not stands_aside(s, w)
        and not is_compared_with(s.text, s.start, w)
        and not dates_a_comparison(s, w)
        and not _dates_a_beginning(s, w)
        and not is_a_turn(s, w)
        and not _is_the_meeting(s, w, known)
        and not _turns_back(s, w)
        and not is_only_intended(s, w)
        and not is_counted_in_or_out(s, w)
        and (w.rule != "later" or w.span.start - s.start < _OPENING)
    ]
    if not dated:
        return None, False
    named = {w.period for w in dated if not w.weak} or {w.period for w in dated}
    named = _without_years_beside(dated[0].period, _without_their_ends(dated[0].period, named))
    plans = known.meeting is not None and known.reporting is not None and known.reporting.start > known.meeting
    firm = len(named) == 1 and (dated[0].rule != "year" or plans or _is_reported_on(s, dated[0]))
    return dated[0].period, firm


def is_only_intended(s: Sentence, when: When) -> bool:
    """Tell whether a month without its year is only that by which something is to come about."""
    if when.rule.removeprefix("end of ") not in {"month", "shortdate"}:
        return False
    return is_of_what_is_intended(s.text[max(s.start, when.span.start - 110) : when.span.start])


def aimed_at(s: Sentence, whens: Sequence[When], known: Calendar) -> Period | None:
    """Return the one time to come that a heading or a lead-in names: "Where we want to be by March 2018"."""
    named = {w.period for w in whens if w.period is not None and not w.weak}
    if len(named) != 1 or known.meeting is None:
        return None
    period = named.pop()
    ahead = 0 < (period.start - known.meeting).days < _SO_FAR_AHEAD
    if (period.end - period.start).days < _A_MONTH:
        period = stretches.as_at(period.end)
    return period if ahead and _BY_THEN.search(s.lowered) is not None else None


def compared_at(s: Sentence, whens: Sequence[When], known: Calendar) -> Period | None:
    """Return the one time that a heading or a lead-in names only to compare: "The position a year before was:"."""
    if len(whens) != 1 or not whens[0].compares or not may_be_about(whens[0], known.meeting):
        return None
    when = whens[0]
    beside = _BESIDE.search(s.text, max(s.start, when.span.start - 24), when.span.start) is not None
    return None if beside or dates_a_comparison(s, when) or is_a_turn(s, when) else when.period


_SO_FAR_AHEAD = 1900
"""How many days after the meeting a time may lie that a plan aims at."""

_A_MONTH = 31
_BY_THEN = re.compile(r"\b(?:by|aims?|targets?|ambitions?|plans?|priorities|want|outlook)\b")


def _without_their_ends(first: Period | None, named: set[Period | None]) -> set[Period | None]:
    """Return the periods without the last day of the first: "in the first four months, that is to the end of July"."""
    if first is None or first.kind is PeriodKind.AS_AT:
        return named
    return {p for p in named if p is None or p.kind is PeriodKind.DURING or p.end != first.end}


def _without_years_beside(first: Period | None, named: set[Period | None]) -> set[Period | None]:
    """Return the periods without the years before the first one, which is a year: "41 in 2009 and 36 in 2008"."""
    if first is None or not stretches.is_year(first):
        return named
    return {p for p in named if p is None or p == first or not stretches.is_year(p) or p.end > first.end}


_REPORTED_ON = re.compile(
    r"\b(?:figures|reports?|results|statistics|data|performance|accounts|outturn)\s+(?:for|on|of)\s+(?:the\s+)?(?:calendar\s+)?(?:year\s+)?$",
    re.IGNORECASE,
)


def _is_reported_on(s: Sentence, when: When) -> bool:
    """Tell whether words right before a bare year make it what is reported on: "considered the figures for 2010"."""
    return _REPORTED_ON.search(s.text, max(s.start, when.span.start - 40), when.span.start) is not None


_TURNS_BACK = re.compile(r"(?:;|,?\s+(?:and|but|while|whereas))\s+(?:in|for|at|on)\s+(?:the\s+)?$", re.IGNORECASE)
_IT_WAS_THEN = re.compile(
    r",?\s+(?:it|we|they|this|there|the\s+(?:figure|number|rate|total|average|proportion))\s+(?:was|were|had)\b",
    re.IGNORECASE,
)


def _turns_back(s: Sentence, when: When) -> bool:
    """Tell whether a later clause only says what had been then: "it averaged 10.1 days; in 2021/22 it was 9.4"."""
    start, end = when.span.start, when.span.end
    turned = _TURNS_BACK.search(s.text, max(s.start, start - 24), start)
    return turned is not None and _IT_WAS_THEN.match(s.text, end) is not None


_OPENING = 8
_LAST = re.compile(r"(?:in|over|during|for|at)?\s*(?:the\s+)?last\b", re.IGNORECASE)


def _opens(s: Sentence, when: When) -> bool:
    """Tell whether "in the last quarter" opens a sentence, as the time that it is about."""
    start = when.span.start
    return start - s.start < _OPENING and _LAST.match(s.text, start) is not None


_COUNTS = re.compile(r"\([^()]*\d[^()]*$")
_BESIDE = re.compile(
    r"(?:\b(?:than|with|to|on|from|against|of|since|by|double|at)\s+(?:the\s+|in\s+)?|[(;,]\s*)$", re.IGNORECASE
)
_TURN = re.compile(
    r"\b(?:since|than|before|(?<!looked\s)after|until|till|double)\s+"
    r"(?:(?:\w+\s+)?|(?:(?:at|in|on|for)\s+)?(?:the\s+)?(?:end|start|beginning|close|(?:last|first)\s+day)\s+of\s+(?:the\s+)?)$",
    re.IGNORECASE,
)


def _is_last_year(s: Sentence, when: When) -> bool:
    """Tell whether "last year" is what a sentence is about, and not what it compares with: "168 cases last year"."""
    words = s.text[when.span.start : when.span.end].lower()
    if when.rule != "lastyear" or "last" not in words or words.endswith(("'s", "’s")):
        return False
    return _BESIDE.search(s.text, max(s.start, when.span.start - 24), when.span.start) is None


def is_a_turn(s: Sentence, when: When) -> bool:
    """Tell whether a date only tells from when or until when something else was so: "doubled since mid 2008"."""
    start = when.span.start
    if FROM_A_PEAK.search(s.text[max(s.start, start - 60) : start]) is not None:
        return True
    return when.rule != "since" and _TURN.search(s.text, max(s.start, start - 24), start) is not None


def stands_aside(s: Sentence, when: When) -> bool:
    """Tell whether an expression only dates a number in brackets: "287 (September, 281)"."""
    if s.text[when.span.start - 1 : when.span.start] == "(":
        return any(words.match(s.text, when.span.end) is not None for words in (ASIDE, _IN_BRACKETS))
    opened = s.text.rfind("(", max(s.start, when.span.start - 40), when.span.start)
    return opened >= 0 and _COUNTS.search(s.text, opened, when.span.start) is not None


_IN_BRACKETS = re.compile(
    r"(?:['’]s)?(?:[\s\xa0]+[a-z]+){0,3}[\s\xa0]+(?:in|within)[\s\xa0]+(?:brackets|parenthes[ie]s)\b", re.IGNORECASE
)
"""What stands behind a time that is only that of numbers in brackets: "(31 March in brackets)"."""

_FROM_A_NUMBER = re.compile(
    r"\bfrom(?:\s+(?:an?|about|around|just|over|under|some|nearly|only))*[\s\xa0£]+\d\S*(?:[\s\xa0]+[a-z-]+){0,4}[\s\xa0(]*$",
    re.IGNORECASE,
)
_TO_ANOTHER = re.compile(r"[\s\xa0]*\)?,?[\s\xa0]+to\b", re.IGNORECASE)


def _dates_a_beginning(s: Sentence, when: When) -> bool:
    """Tell whether an expression only dates what something moved away from: "from 203 at the end of May to 188"."""
    if _TO_ANOTHER.match(s.text, when.span.end, s.end) is None:
        return False
    return _FROM_A_NUMBER.search(s.text, max(s.start, when.span.start - 60), when.span.start) is not None


_COMPARISON = re.compile(
    rf"\b(?:{SET_BESIDE}|{MOVED}\s+from)\b(?:[^.;]|\.\d){{0,60}}$"
    r"|\b(?:against|from)[\s\xa0£(]+\d\S*[^.;\d]{0,25}$"
    r"|\b(?:above|below|than|exceed\w*|beyond|beat\w*|under|over|with|on)[\s\xa0]+the[\s\xa0£]+\d\S*[^.;,\d]{0,25}$"
)


def dates_a_comparison(s: Sentence, when: When) -> bool:
    """Tell whether an expression only dates what a number is compared with: "compared to 69% in 2013"."""
    before = s.text[max(s.start, when.span.start - 90) : when.span.start].lower()
    return _COMPARISON.search(before) is not None or stands_beside(before)


_AT = re.compile(r"\b(?:as\s+)?(?:at|on|to)\s+(?:the\s+)?$", re.IGNORECASE)


def _is_the_meeting(s: Sentence, when: When, known: Calendar) -> bool:
    """Tell whether a date is the meeting's, as a record's head bears it, and no day at which something was counted."""
    period = when.period
    if period is None or known.meeting is None or not period.start == period.end == known.meeting:
        return False
    return _AT.search(s.text, max(s.start, when.span.start - 12), when.span.start) is None


_EVENT = re.compile(
    r"[\s\xa0]+(?:meeting|webinar|event|session|workshop|conference|hearing|visit|letter|report|launch|forum)\b",
    re.IGNORECASE,
)
"""What a date before it only names: "the 15 April webinar"."""

_DECIDED_BY = re.compile(
    r"\b(?:approved|agreed|set|adopted|considered|revised|amended)\b[^.;:]{0,24}\b(?:council|cabinet|committee|executive|forum|government)\b"
    r"[^.;:]{0,24}$|\b(?:council|cabinet|committee|executive|forum|government)[\s\xa0]+(?:approved|agreed|set|adopted)\b"
    r"[^.;:]{0,24}$|\b(?:was|were|been)[\s\xa0]+(?:set|approved|agreed|fixed)[\s\xa0]+(?:back[\s\xa0]+)?in[\s\xa0]+$|\b(?:added|reported|announced)[\s\xa0]+(?:to[\s\xa0]+\w+[\s\xa0]+)?(?:in|on)[\s\xa0]+(?:the[\s\xa0]+)?$",
    re.IGNORECASE,
)


_BODY = re.compile(
    r"\b(?:council|cabinet|committee|executive)(?:[\s\xa0]+meeting)?[\s\xa0]+(?:on|of)[\s\xa0]+$", re.IGNORECASE
)
_DID_DECIDE = re.compile(
    r",?[\s\xa0]+(?:had[\s\xa0]+|has[\s\xa0]+)?(?:fixed|set|approved|agreed|adopted)\b", re.IGNORECASE
)


_THEY_DECIDED = re.compile(
    r",?[\s\xa0]+(?:the[\s\xa0]+)?(?:full[\s\xa0]+)?(?:council|cabinet|committee|executive|forum|government)[\s\xa0]+(?:had[\s\xa0]+)?"
    r"(?:approved|set|agreed|adopted|fixed)\b",
    re.IGNORECASE,
)
"""What makes a month that opens a sentence the one in which something was decided: "In February Council set …"."""

_AS_AT = re.compile(r"\bas\s+(?:at|of)\s+(?:the\s+)?$", re.IGNORECASE)


def says_when_decided(s: Sentence, when: When) -> bool:
    """Tell whether a date or a month says when a body decided on an amount: "approved by Council in February"."""
    start = when.span.start
    if _DECIDED_BY.search(s.text, max(s.start, start - 60), start) is not None:
        return True
    if start - s.start < _OPENING and _THEY_DECIDED.match(s.text, when.span.end) is not None:
        return True
    met = _BODY.search(s.text, max(s.start, start - 30), start) is not None
    return met and _DID_DECIDE.match(s.text, when.span.end) is not None


def _tells_of_a_deed(s: Sentence, when: When) -> bool:
    """Tell whether a date says when something was decided, published or the like."""
    start = when.span.start
    if dates_a_deed(s, when):
        return True
    if when.rule in {"month", "monthyear"}:
        return says_when_decided(s, when)
    named = when.rule in {"date", "shortdate", "shortspan"}
    if named and _AS_AT.search(s.text, max(s.start, start - 12), start) is not None:
        return False  # "had been published as at 31 August" counts up to that day
    if named and (_EVENT.match(s.text, when.span.end) or says_when_decided(s, when)):
        return True
    return named and _HAPPENED.search(s.text, max(s.start, start - 60), start) is not None
