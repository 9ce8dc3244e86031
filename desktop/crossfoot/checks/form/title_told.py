"""Two things that a title names and its record never speaks of: a year far from all others, a word out of its phrase.

"Local Council Tax Reduction Scheme 2017/18" over a record of 2014 that tells of no 2017 and no 2018; "Highways Revenue
Account Budget" over one that tells of the Housing Revenue Account again and again, and never of highways. For rule 33.
"""

from __future__ import annotations

import re

from crossfoot.checks.form.title_subject import NO_SUBJECT
from crossfoot.model import Span

_OF_TWO_YEARS = re.compile(r"\b(?P<from>(?:19|20)\d\d)\s?[/–-]\s?(?P<to>(?:19|20)?\d\d)\b")
_YEAR = re.compile(r"\b(?P<year>(?:19|20)\d\d)\b(?:\s?[/–-]\s?(?P<to>\d\d)\b)?")
_SHORT = re.compile(r"\b(?P<from>\d\d)/(?P<to>\d\d)\b")
_WORD = re.compile(r"[a-z][a-z'’-]+|[^\sa-z]")
_JOINING = frozenset(["and", "of", "the", "for", "in", "on", "to", "an", "with", "at", "by", "from"])
_LEAST, _OTHERS, _STEM = 2, 2, 5
_LONG_ENOUGH = 1_000
"""How many characters a record has at least before its silence on a year tells anything."""


def year_never_told(text: str, head: Span | None, title: str) -> str | None:
    """Return the one financial year of a title of whose two calendar years the record tells neither, or None.

    A title that looks a year ahead or back is told of with one of its years, in the meeting's date if nowhere else.
    """
    named = list(_OF_TWO_YEARS.finditer(title))
    if len(named) != 1 or head is None or len(text) < _LONG_ENOUGH:
        return None
    first, last = int(named[0]["from"]), int(named[0]["to"][-2:])
    if (first + 1) % 100 != last:
        return None
    rest = f"{text[: head.start]} {text[head.end :]}"
    told = {int(m["year"]) for m in _YEAR.finditer(rest)}
    told |= {m // 100 * 100 + int(y["to"]) for y in _YEAR.finditer(rest) if y["to"] for m in [int(y["year"])]}
    short = {int(m[part]) for m in _SHORT.finditer(rest) for part in ("from", "to")}
    if {first, first + 1} & told or {first % 100, (first + 1) % 100} & short or len(told) < _OTHERS:
        return None
    return named[0].group()


def word_out_of_its_phrase(text: str, head: Span | None, body: Span, title: str) -> tuple[str, Span] | None:
    """Return the phrase that the body has for one of the title's with another word before it, and its place, or None.

    The title's word stands nowhere else in the record; the two words behind it do, time and again, and every time
    behind the same other word.
    """
    named = [match.group() for match in _WORD.finditer(title.lower())]
    low = text.lower()
    rest = f"{low[: head.start]} {low[head.end :]}" if head is not None else low[body.start :]
    for at, word in enumerate(named[:-2]):
        one, two = named[at + 1 : at + 3]
        if not _names(word) or not one[0].isalpha() or not two[0].isalpha() or two in _JOINING:
            continue
        if one in _JOINING and one != "and":
            continue
        if re.search(rf"\b{re.escape(word[: max(_STEM, len(word) - 3)])}", rest):
            continue
        found = list(re.finditer(rf"\b(?P<other>[a-z][a-z'’-]{{3,}})\s+{re.escape(one)}\s+{re.escape(two)}\b", rest))
        others = {match["other"] for match in found}
        if len(found) < _LEAST or len(others) != 1 or not _names(found[0]["other"]):
            continue
        place = re.search(re.escape(found[0].group()), low[body.start : body.end])
        if place is not None:
            span = Span(body.start + place.start(), body.start + place.end())
            return " ".join(span.cut(text).split()), span
    return None


def _names(word: str) -> bool:
    """Tell whether a word names a subject, not what kind of paper it is."""
    return len(word) > 3 and word[0].isalpha() and word not in NO_SUBJECT and word not in _JOINING
