"""The words that set a number beside one of another time, or say what something moved away from.

Every rule that asks whether a time is only that of a comparison asks by these words, so that "set beside 61 in 2012"
and "falling from 61" are read as "compared with" and "down from" are.
"""

from __future__ import annotations

import re

from crossfoot.extraction.figures.words import MONTHS

SET_BESIDE = (
    r"(?:compar(?:ed|es|ing|ison)\s+(?:with|to)|as\s+(?:against|opposed\s+to)|(?:in|by)\s+(?:comparison|contrast)\s+(?:with|to)"
    r"|set\s+(?:beside|against|alongside)|contrast(?:s|ed|ing)\s+with|measured\s+against|alongside)"
)
"""A pattern, in lower case, of words that set one number beside another."""

MOVED = r"(?:up|down|(?:ris|fall|grow|dropp|declin|improv|eas|climb|increas|decreas|reduc|recover)ing)"
"""A pattern, in lower case, of words that say that something moved, before "from"."""

SAID = r"(?:was|were|had\s+been|stood|came\s+(?:to|out\s+at)|ran\s+at|amounted\s+to|averaged|numbered|totalled)"
"""A pattern, in lower case, of verbs that say how many there were."""

AND_WHAT_IT_COUNTS = r"(?:[\s\xa0]+(?:per[\s\xa0]+[\d,]*\d(?!\d)|[a-z’'-]+)){0,6}"
"""A pattern, in lower case, of the words between a number and a comma: "cases", "per 100,000 people"."""

_BESIDE_IT = re.compile(
    rf"(?<![\d,./])\d[\d,.]*(?:[\s\xa0]*(?:%|per[\s\xa0]cent|[km]\b))?(?!,[\s\xa0]+(?:19|20)\d\d\b)(?!(?:st|nd|rd|th)?[\s\xa0](?:{'|'.join(MONTHS)})\b)"
    rf"{AND_WHAT_IT_COUNTS},[\s\xa0]+£?\d[\d,.]*(?:[\s\xa0]*(?:%|per[\s\xa0]cent|[km]\b))?"
    r"[\s\xa0]+(?:(?:in|for|during)[\s\xa0]+)?(?:the[\s\xa0]+)?$"
)


def stands_beside(before: str) -> bool:
    """Tell whether the words up to a time end with a bare number set beside another one: "88% of cases, 81% in".

    The first number is of the time that is told of, the second, which counts the same, of the one named behind it. The
    words are in lower case.
    """
    return before[-1:] in _SPACES and ", " in before and _BESIDE_IT.search(before) is not None


_SPACES = frozenset({" ", "\xa0", "\n"})
