"""Schools, whose year begins in September, and whose results are of the year that ended in a summer."""

from __future__ import annotations

import re

from crossfoot.extraction.figures.periods import stretches
from crossfoot.extraction.figures.sentences import Sentence
from crossfoot.model import Period

_APRIL = 4

_OF_SCHOOLS = re.compile(
    r"\b(?:pupils?|gcses?|key\s+stage|ks[1-5]|attainment|attendance|exclusions?|suspensions?|a[\s-]levels?|academic"
    r"|school\s+year|persistent(?:ly)?\s+absen\w+|phonics|expected\s+standard|good\s+level\s+of\s+development|year\s+(?:6|r|11)|reception(?=\s*[:(]|\s+(?:pupils|children|year|class|age)))\b"
)
"""Words of schools, whose year "2015/16" begins in September."""


def of_schools(sentence: Sentence) -> bool:
    """Tell whether a sentence speaks of schools, whose year begins in September."""
    return sentence.says(_OF_SCHOOLS) and not of_leaving_care(sentence)


def tells_results(sentence: Sentence) -> bool:
    """Tell whether a sentence speaks of tests and examinations, whose year is the one that ends in the summer."""
    return sentence.says(_OF_RESULTS)


_OF_RESULTS = re.compile(
    r"\b(?:gcses?|key\s+stage|ks[1-5]|attainment|a[\s-]levels?|phonics|expected\s+standard|good\s+level\s+of\s+development"
    r"|level\s+[2-5]|a\*?(?:\s?[-–]\s?|\s+to\s+)c|exam(?:ination)?\s+results|progress\s+8)\b"
)
"""Words of tests and examinations, whose year "2015" is the school year that ended in its summer."""


def of_leaving_care(sentence: Sentence) -> bool:
    """Tell whether a sentence speaks of those who leave care, whose year is the financial one."""
    return sentence.says(_OF_LEAVING_CARE)


_OF_LEAVING_CARE = re.compile(
    r"\b(?:left\s+care|leav(?:e|es|ing)\s+care|care\s+leavers?|stay(?:ing|ed)\s+put|turned\s+(?:sixteen|eighteen|16|18))\b"
)
"""What is counted by financial years, though schools and examinations are spoken of beside it."""


def school_year(period: Period) -> Period:
    """Return the school year that begins in the same calendar year as a financial one."""
    return stretches.school_year(period.start.year - (period.start.month < _APRIL))
