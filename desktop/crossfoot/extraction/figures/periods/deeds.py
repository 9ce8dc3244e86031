"""Times of something else than the numbers beside them: when it was agreed, announced, caused or put off to."""

from __future__ import annotations

import re

from crossfoot.extraction.figures.periods.known import When
from crossfoot.extraction.figures.sentences import Sentence
from crossfoot.extraction.figures.words import word_set

_RELATIVE = re.compile(r",?\s+(?:which|who|where|when)\b", re.IGNORECASE)
_COUNTED_WHEN = re.compile(
    r",?\s+when\b[^.;]{0,40}\b(?:census|count(?:ed)?|survey(?:ed)?|snapshot|return)\b", re.IGNORECASE
)
"""What makes the time of a relative clause that at which it was counted: "when the census was taken on 16 January"."""

_DEED = re.compile(
    r"\b(?:agreed|approved|announced|introduced|launched|relaunched|published|signed|negotiated|re-?tendered|renegotiated"
    r"|withdrawn|adopted|passed)\s+(?:(?:in|from|on|at|during)\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
"""What was done at a time about what a number is of: "£3.2m comes from borrowing agreed last year"."""

_PUT_OFF = re.compile(
    r"\b(?:carried|carry|rolled)\s+(?:forward|over)\s+(?:to|into)\s+(?:the\s+)?$"
    r"|\b(?:carr(?:y|ied)|mov(?:e[sd]?|ing)|roll(?:s|ed)?|transferred|re-?profil(?:ed|ing)|re-?phased|slippage)\s+(?:forward\s+)?into\s+(?:the\s+)?$"
    r"|\b(?:slip(?:s|ped|ping)?|deferred|postponed|delayed|put\s+(?:back|off))\s+(?:back\s+)?(?:to|into|until)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""What makes a time that to which something is put off: "slippage of £85,000 will be carried forward to 2012/13"."""

_PUTS_OFF = word_set(
    """
    carried carry rolled move moved moves moving roll rolls transferred reprofiled reprofiling profiled profiling phased
    rephased slippage slip slips slipped slipping deferred postponed delayed put
    """
)
"""Words without one of which nothing is put off."""

_SAYS_THEN = re.compile(
    r"\b(?:reports?|return|decide|consider|review|meet|come\s+back)\s+(?:back\s+|again\s+)?(?:to\s+\w+\s+)?(?:in|on|at|by)\s+(?:the\s+)?$"
    r"|\b(?:agreed|decided|resolved|voted|promised|undertook)\s+(?:in|on|at)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_SAYS_WHAT = re.compile(r"[\s\xa0]+(?:on|how|that|whether|what|about|to)\b", re.IGNORECASE)
"""What stands around the time of a report to come: "to report in January on how the £320,000 will be found"."""

_DONE_THEN = re.compile(
    r"\b(?:the|an?|its|our|their|this|these|those|any)\s+(?:[\w’'-]+\s+){1,5}(?:agreed|approved|announced|reported|introduced"
    r"|published|decided|confirmed|signalled|notified|promised|imposed|launched|commissioned|negotiated|tabled|presented|adopted"
    r"|mentioned|flagged|identified|made|taken)\s+(?:by\s+(?:the\s+)?[\w’'-]+\s+)?(?:(?:early|late|earlier|back)\s+)?"
    r"(?:in|on|at|during|for)\s+(?:the\s+)?(?:month\s+of\s+)?$",
    re.IGNORECASE,
)
"""What was done at a time, of which the number behind it tells more: "the cuts announced in June took £97,000"."""

_MONTHS_AND_DAYS = frozenset({"month", "monthyear", "date", "shortdate", "monthago", "lastmonth"})


def dates_a_deed(s: Sentence, when: When) -> bool:
    """Tell whether a time only says when something was agreed or announced, will be reported on or is put off to."""
    if (
        not s.words.isdisjoint(_PUTS_OFF)
        and _PUT_OFF.search(s.text, max(s.start, when.span.start - 50), when.span.start) is not None
    ):
        return True
    if when.rule not in _MONTHS_AND_DAYS:
        return False
    said = _SAYS_THEN.search(s.text, max(s.start, when.span.start - 50), when.span.start) is not None
    if said and _SAYS_WHAT.match(s.text, when.span.end) is not None:
        return True
    return _DONE_THEN.search(s.text, max(s.start, when.span.start - 110), when.span.start) is not None


_MOST_BEFORE = 3
"""How many words may stand between a number and "which" that still stands for what it counts."""


def is_of_another(gap: str) -> bool:
    """Tell whether a date behind a number is of something else: "96 came through the site, which opened in October"."""
    deed = _DEED.search(gap)
    if deed is not None and len(gap[: deed.start()].split()) > _MOST_BEFORE:
        return True
    if _ON_ACCOUNT_OF.search(gap) is not None or _PUT_OFF.search(gap) is not None:
        return True
    relative = _RELATIVE.search(gap)
    if relative is not None and _COUNTED_WHEN.match(gap, relative.start()) is not None:
        return False
    return relative is not None and len(gap[: relative.start()].split()) > _MOST_BEFORE


_ON_ACCOUNT_OF = re.compile(
    r"\b(?:following|after|owing\s+to|because(?:\s+of)?|due\s+to|as\s+a\s+(?:result|consequence)\s+of|thanks\s+to|in\s+response\s+to)"
    r"\s+(?:the|an?|its|our|their)\s+(?:[\w’'-]+\s+){1,7}(?:in|on|of|at|during)\s+(?:the\s+)?(?:end\s+of\s+)?$",
    re.IGNORECASE,
)
"""What makes a date that of a cause: "a saving of £84,000 following the re-letting of routes in September"."""


def is_when_it_was_foreseen(s: Sentence, when: When) -> bool:
    """Tell whether a time only says when what is foreseen was told: "£80k worse than was reported last month"."""
    if when.rule.replace(" ", "") not in {"lastmonth", "lastquarter"}:
        return False
    return _FORETOLD.search(s.text, max(s.start, when.span.start - 40), when.span.start) is not None


def is_some_months_ago(s: Sentence, when: When) -> bool:
    """Tell whether a time is so many months back, when another forecast of the same year was made."""
    return when.rule == "ago" and _MONTHS_AGO.search(when.span.cut(s.text)) is not None


_MONTHS_AGO = re.compile(r"\b(?:weeks?|months?|quarters?)\s+(?:ago|earlier|before|previously)\b", re.IGNORECASE)

_FORETOLD = re.compile(
    r"\b(?:than|as|was|were|been|figure|overspen\w+|underspen\w+|variance|deficit|projection|forecast)\s+"
    r"(?:reported|forecast|projected|estimated|expected|predicted|anticipated)\s+(?:(?:in|at|for)\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
