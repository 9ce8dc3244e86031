"""Who can be asked to do something: officers by their posts, bodies, and people by name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.extraction.figures.words import word_set
from crossfoot.extraction.unchanging import unchanging

_POST = (
    "Director|Head|Chief|Officer|Officers|Manager|Managers|Solicitor|Treasurer|Clerk|Chairman|Chair|Leader|Lead|Secretary"
    "|Engineer|Surveyor|Supervisor|Commissioner|Inspector|Coordinator|Co-ordinator|Principal|Adviser|Advisor|Accountant"
    "|Auditor|Landlord|Guardian|Member|Members|Governors|Registrar|Mayor|Deputy|Coroner|Speaker|Holder"
    "|Champion|Superintendent|Comptroller|Executive|Architect|Librarian"
)
_BODY = (
    "Committee|Sub-Committee|Board|Panel|Group|Cabinet|Council|Forum|Trust|Partnership|Association|Agency|Authority"
    "|Department|Directorate|Service|Services|Team|Unit|Commission|Company|Working Party|Bureau|School|Schools|Police"
    "|Partners|Executive|Scrutiny|Audit|Consortium|Office|University|Hospital"
)
_WORD = r"[A-Z][\w’'&-]*"
_NAMED = re.compile(
    rf"(?:\b[Tt]he\s+)?(?<![\w.])(?P<who>{_WORD}(?:\s+(?:{_WORD}|(?:of|for|and|&|the|to)(?=\s+(?:the\s+)?{_WORD})|\d+(?=\s+Officer)))*"
    rf"(?:\s+\([A-Z][\w ’'&-]+\))?)"
)
_ROLE = re.compile(rf"\b(?:{_POST}|{_BODY})\b")
_PERSON = re.compile(r"^(?:(?:Dr|Mr|Mrs|Ms|Miss|Cllr|Councillor|Alderman|Professor|Sir)\.?\s+)|^[A-Z]\.\s*[A-Z]")
_INITIALLED = re.compile(r"(?P<who>[A-Z](?<!\w.)\.\s?(?:[A-Z]\.\s?)?[A-Z][a-z]+)\b")
_ACRONYM = re.compile(r"^(?:the\s+)?[A-Z]{2,6}$")
_PLAIN_WORDS = (
    "officers|members|governors|partners|councillors|operator|contractor|provider|providers|headteachers|head teachers"
    "|consultants|schools|agency|service|department|team|trust|landlord|auditors|we|We"
)
_PLAIN = re.compile(rf"\b(?:[Tt]he\s+|[Aa]ll\s+|[Ww]ard\s+|[Ss]enior\s+)?(?P<who>{_PLAIN_WORDS})\b")
_ENDS_A_NAME = re.compile(rf"(?:\A|[^\w’'&-])(?:[A-Z][\w’'&-]*\)?|\d+|{_PLAIN_WORDS})\W?\Z")
_OPENERS = word_set(
    "that this these those it there a an in on at for from no if when resolved agreed recommended action"
)
"""Words that have a capital only because a sentence opens with them."""


_LONGEST_WORD = 30


@unchanging(frozen=True, slots=True)
class Actor:
    """Who is named from ``start`` to ``end`` of the text, in its words without an article."""

    who: str
    start: int
    end: int


def actors_in(text: str, start: int, end: int) -> list[Actor]:
    """Return who is named between two offsets, in order of place."""
    found = [*_named(text, start, end)]
    found += (Actor(m["who"], m.start("who"), m.end("who")) for m in _INITIALLED.finditer(text, start, end))
    for match in _PLAIN.finditer(text, start, end):
        words = re.sub(r"^[Tt]he\s+", "", match.group())
        found.append(Actor(" ".join(words.split()), match.start(), match.end()))
    found.sort(key=lambda actor: (actor.start, -actor.end))
    kept: list[Actor] = []
    for actor in found:
        if not kept or actor.start >= kept[-1].end:
            kept.append(actor)
    return kept


def may_end_a_name(words: str) -> bool:
    """Tell whether the last of some words may be that of somebody named, which is quicker to see than who is."""
    return _ENDS_A_NAME.search(words, max(0, len(words) - _LONGEST_WORD)) is not None


def _named(text: str, start: int, end: int) -> Iterator[Actor]:
    """Yield those named with capitals: a post, a body, a person, or an abbreviation that acts."""
    for match in _NAMED.finditer(text, start, end):
        who = " ".join(match["who"].split())
        first = who.split()[0].lower().rstrip(":")
        at = match.start("who")
        if first in _OPENERS:
            rest = who[len(first) :].strip(" :")
            at += len(match["who"]) - len(rest) if rest else 0
            who = rest
        if who and (_ROLE.search(who) or _PERSON.match(who) or _ACRONYM.match(who)):
            yield Actor(who, at, match.end("who"))
