"""Dates with a slip of the pen in one of their parts, for rule 13: no month, a misspelt one, letters among the digits.

Everything is looked for around the years that the text prints, and around digits that touch a letter like them, so
that a text is gone through but a few times.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.outcome import Outcome, query
from crossfoot.checks.dates.calendar import MONTHS
from crossfoot.model import Span

_YEAR = re.compile(r"(?:19|20)\d\d(?!\d)")
_NAMES = "|".join(MONTHS)
_SHORT = frozenset({name[:3] for name in MONTHS} | {name[:4] for name in MONTHS} | {"sept"})
_TOUCHING = frozenset("0123456789£,./-")
_REACH = 26
_FRONT = re.compile(
    r"(?<![\d/.,:£-])(?P<day>\d{1,2})(?P<nth>st|nd|rd|th)?(?P<of> of)?(?:\s+(?P<word>[a-z]{3,11})\.?)?,?\s+\Z"
)
_LEADS = re.compile(
    r"\b(?:on|from|by|until|till|since|before|after|dated|of|to|(?:mon|tues|wednes|thurs|fri|satur|sun)day,?)"
    r"(?: the)? \Z"
)
_IN = re.compile(r"\b(?:in|of|since|until|by|from|to|during|early|late|mid|before|after) (?P<word>[a-z]{5,10}) \Z")
_TWICE = re.compile(rf"\b(?P<month>{_NAMES}) (?P=month) \Z")
_NO_NOUN = re.compile(r"(?!\s*[/-]\s?\d)(?!\s+[a-z]+s\b)")
_LIKE_A_DIGIT = re.compile(r"\d(?:[oOlI](?![a-z])|(?<=[oOlI]\d)(?<![A-Za-km-np-z][oOlI]\d))")
_LETTERED_YEAR = re.compile(r"(?<![\w£/-])(?=[\doOlI]*[oOlI])(?=[oOlI]*\d[oOlI]*\d)[12lI][09oO][\doOlI]{2}(?![\w/-])")
_LETTERED_DAY = re.compile(
    rf"(?<![\w£/.-])(?=[\doOlI]*[oOlI])(?=[oOlI]*\d)[\doOlI]{{2}}(?:st|nd|rd|th)?(?: of)? (?:{_NAMES})\b", re.IGNORECASE
)
_LETTERED_FIGURES = re.compile(
    r"(?<![\w£/.-])(?=[\d/.-]*[oOlI])(?=(?:[oOlI/.-]*\d){4})[\doOlI]{1,2}(?P<mark>[/.-])[\doOlI]{1,2}(?P=mark)"
    r"(?:[\doOlI]{4}|[\doOlI]{2})(?![\w/-])"
)
_FINANCIAL = re.compile(r"\s?/\s?(?P<to>\d{2,4})(?![\d/])")
_OF_A_YEAR = re.compile(
    r"\b(?:in|for|during|of|the|year|budget|outturn|programme|plan|report|grant|since|from|to|end|and|quarter \d"
    r"|q\d)\s+(?:of |in |for )?\Z"
)
_NUMBERS = re.compile(
    r"\b(?:no|nos|number|ref|reference|minute|min|application|order|circular|case|record)\b[^.;]{0,12}\Z"
)
_LONGEST_PLAN = 12


def misprinted(context: Context) -> Iterator[Outcome]:
    """Yield queries for dates that lack a month, misspell it, or have letters for digits, and years that do not follow.

    Source: rule 13 of the list of checks ("31 June 2013"; a year of five digits).
    """
    low = context.passages.low
    for match in _YEAR.finditer(low):
        at = match.start()
        if at and low[at - 1] in _TOUCHING:
            continue
        yield from _before_a_year(context, at, match.end())
        yield from _financial(context, at, match.end())
    if _LIKE_A_DIGIT.search(context.text) is not None:
        yield from _lettered(context)


def _asked(context: Context, start: int, end: int, reason: str) -> Outcome:
    span = Span(start, end)
    quote = " ".join(span.cut(context.text).split())
    return query(f"“{quote}” {reason}; worth checking.", quote, span=span, words=quote)


def _before_a_year(context: Context, at: int, end: int) -> Iterator[Outcome]:
    """Yield the query on a day in front of a year whose month is missing, misspelt, or printed twice."""
    low = context.passages.low
    start = max(0, at - _REACH)
    front = low[start:at]
    found = _FRONT.search(front)
    if found is None:
        word = _IN.search(front)
        twice = _TWICE.search(front)
        if word is not None and _misspelt(word["word"], nearest=1):
            yield _asked(context, start + word.start("word"), end, "has a month that is misspelt")
        elif twice is not None:
            yield _asked(context, start + twice.start(), end, "has its month twice")
        return
    if not 1 <= int(found["day"]) <= _LONGEST_MONTH:
        return
    place = start + found.start()
    if found["word"] is None:
        led = _LEADS.search(low, max(0, place - 14), place) is not None
        if (led or (found["nth"] and "\n" not in found.group())) and not found["of"] and _NO_NOUN.match(low, end):
            yield _asked(context, place, end, "has no month")
    elif _misspelt(found["word"], nearest=2):
        yield _asked(context, place, end, "has a month that is misspelt")


_LONGEST_MONTH = 31
_LONG = 6


def _misspelt(word: str, *, nearest: int) -> bool:
    """Tell whether a word is no month, but one with a letter or two wrong, lost, doubled or out of their order."""
    if word in MONTHS or word in _SHORT or word in _WORDS:
        return False
    if any(word.startswith(name) and word[len(name) :] != name[-1] for name in MONTHS):
        return False  # "marched", "Augusta"
    allowed = nearest if len(word) > _LONG else 1
    return any(abs(len(word) - len(name)) <= allowed and _steps(word, name) <= allowed for name in MONTHS)


_WORDS = frozenset(
    {"marsh", "match", "marc", "mach", "major", "many", "way", "day", "say", "pay", "bay", "jury", "tune"}
)
"""Words of their own that differ from a month by a letter."""


def _steps(one: str, other: str) -> int:
    """Return how many letters to change, add, drop or swap with their neighbour make one word of another."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        now = [i]
        for j, b in enumerate(other, 1):
            cost = min(row[j] + 1, now[j - 1] + 1, row[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            now.append(cost)
        before, row = row, now
    return row[-1]


def _financial(context: Context, at: int, end: int) -> Iterator[Outcome]:
    """Yield the query on a financial year whose second part does not follow its first: "2017/17", "2017/188"."""
    low = context.passages.low
    found = _FINANCIAL.match(low, end)
    if found is None:
        return
    first, to = int(low[at:end]), found["to"]
    before = low[max(0, at - 30) : at]
    if _NUMBERS.search(before) or not _OF_A_YEAR.search(before):
        return
    if (
        len(to) == len("188")
        or not 1 <= ((int(to) - first) % 100 if len(to) == len("18") else int(to) - first) <= _LONGEST_PLAN
    ):
        yield _asked(context, at, found.end(), "is no financial year")


def _lettered(context: Context) -> Iterator[Outcome]:
    """Yield queries for dates and years that are printed with an O, an l or an I for a digit."""
    asked: list[Span] = []
    for pattern in (_LETTERED_FIGURES, _LETTERED_DAY, _LETTERED_YEAR):
        for match in pattern.finditer(context.text):
            span = Span(match.start(), match.end())
            if not any(span.overlaps(other) for other in asked):
                asked.append(span)
                yield _asked(context, match.start(), match.end(), "has a letter for a digit")
