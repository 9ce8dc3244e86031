"""The months that a report says it covers, "dealt with October to December", against the quarter of its title.

Only a stretch of a quarter's three months is held against the title: other stretches are told for other reasons.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.outcome import Outcome, holds, query
from crossfoot.checks.dates.calendar import MONTHS
from crossfoot.model import Span

_MONTHS = "|".join(MONTHS)
_COVERED = re.compile(
    r"\b(?:report|reports|monitoring|information|data|statistics|it|this)\b[^.;\n\d]{0,40}?\b(?:dealt with|deals with"
    r"|covers?|covered|covering|relat(?:es|ed|ing) to|sets? out|summaris(?:es|ed))\b[^.;\n\d]{0,40}?"
    rf"(?:\bperiod |\bmonths |\bquarter |\bactivity |\bperformance |\bwork )(?:of |from |between |in |during )*"
    rf"(?P<first>{_MONTHS})(?: (?:19|20)\d\d)? (?:to|and|-|–) (?P<last>{_MONTHS})\b"
)
_NAMED = re.compile(
    r"\b(?:quarter |q)(?P<digit>[1-4])\b|\b(?P<word>first|second|third|fourth) quarter\b"
    r"|\bquarter (?P<name>one|two|three|four)\b"
)
_WORDS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "one": 1, "two": 2, "three": 3, "four": 4}
_QUARTERS = {1: ("april", "june"), 2: ("july", "september"), 3: ("october", "december"), 4: ("january", "march")}


def covered(context: Context) -> Iterator[Outcome]:
    """Yield whether the months that the text says the report is on are those of the quarter in its title."""
    title = context.record.title
    named = list(_NAMED.finditer(title.lower())) if title else []
    if len(named) != 1:
        return
    number = int(named[0]["digit"]) if named[0]["digit"] else _WORDS[named[0]["word"] or named[0]["name"]]
    for said in _COVERED.finditer(context.passages.low):
        months = (said["first"], said["last"])
        if months not in _QUARTERS.values():
            continue
        span = Span(said.start("first"), said.end())
        quote = " ".join(span.cut(context.text).split())
        if months == _QUARTERS[number]:
            yield holds(
                f"“{quote}” is quarter {number}.", f"“{quote}”, quarter {number}, holds", span=span, words=quote
            )
        else:
            yield query(
                f"The title names quarter {number}, but the report is said to be on {quote}; worth checking.",
                f"“{quote}”, quarter {number}",
                span=span,
                words=quote,
            )
