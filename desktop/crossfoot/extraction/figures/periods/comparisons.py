"""The words that set a number beside one of another time, or say what something moved away from.

Every rule that asks whether a time is only that of a comparison asks by these words, so that "set beside 61 in 2012"
and "falling from 61" are read as "compared with" and "down from" are.
"""

SET_BESIDE = (
    r"(?:compar(?:ed|es|ing|ison)\s+(?:with|to)|as\s+(?:against|opposed\s+to)|(?:in|by)\s+(?:comparison|contrast)\s+(?:with|to)"
    r"|set\s+(?:beside|against|alongside)|contrast(?:s|ed|ing)\s+with|measured\s+against|alongside)"
)
"""A pattern, in lower case, of words that set one number beside another."""

MOVED = r"(?:up|down|(?:ris|fall|grow|dropp|declin|improv|eas|climb|increas|decreas|reduc|recover)ing)"
"""A pattern, in lower case, of words that say that something moved, before "from"."""

SAID = r"(?:was|were|had\s+been|stood|came\s+(?:to|out\s+at)|ran\s+at|amounted\s+to|averaged|numbered|totalled)"
"""A pattern, in lower case, of verbs that say how many there were."""
