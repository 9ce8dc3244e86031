"""Whether a share of good schools is one of the schools, or of the pupils who attend them.

Both are told in the same words: "88% of schools are good and 86% of pupils attend one".
"""

from __future__ import annotations

import re

from crossfoot.extraction.figures.sight import Sight

_SCHOOLS, _PUPILS = "schools_good_or_better_percent", "pupils_in_good_or_better_schools_percent"

_THOSE = (
    r"(?:(?:the|our|all|its|of|state-funded|primary|secondary|special|local|(?-i:[A-Z])\w+)\s+){0,4}"
    r"(?:pupils|children|learners|students)\b"
)
_SHARE_OF_PUPILS = re.compile(
    rf"(?:\b(?:shares?|proportions?|percentages?|numbers?|terms)|%|\bper\s?cent)\s+of\s+{_THOSE}", re.IGNORECASE
)
_COUNTS_PUPILS = re.compile(
    rf"\s*(?:of\s+)?{_THOSE}|\s*(?:(?:are|were|is|was|now|go|went|being)\s+){{0,2}}"
    r"(?:taught|educated|attend\w*|on\s+roll|to\s+(?:a\s+)?(?:good|school)|(?:in|at)\s+(?:(?:a|one)\s+)?(?:\w+\s+){0,2}school)",
    re.IGNORECASE,
)
_NEXT_SHARE = re.compile(r"\d\s*%|per\s?cent\b|[.;]")
_FARTHEST = 120


def of_schools_or_pupils(key: str | None, sight: Sight) -> str | None:
    """Return the indicator of a number, that of pupils where what it tells of good schools is how many attend them."""
    if key != _SCHOOLS:
        return key
    s = sight.sentence
    before = s.text[max(s.start, sight.start - _FARTHEST) : sight.start]
    lead = _NEXT_SHARE.split(before)[-1] if not before.rstrip().endswith(",") else before
    of_pupils = _COUNTS_PUPILS.match(s.text, sight.end, s.end) or _SHARE_OF_PUPILS.search(lead)
    return _PUPILS if of_pupils is not None else key


def named_of_schools_or_pupils(key: str | None, name: str) -> str | None:
    """Return the same by the words of a table that name a number."""
    return _PUPILS if key == _SCHOOLS and _SHARE_OF_PUPILS.search(name) is not None else key
