"""The council's name, as a record's head prints it, with the capitals that a name has."""

from __future__ import annotations

import re
from itertools import islice

from crossfoot.extraction.record.lines import Line, plain

_WORD = r"(?:[A-Z][\w'’.-]*|&)"
_LINK = r"(?:of|and|the|upon|on|in|by|under|with|le|cum|next|at|de|&|OF|AND|THE|UPON|ON|IN|BY|UNDER|WITH)"
_NAME = rf"{_WORD}(?:[ \u00a0](?:{_LINK}[ \u00a0]){{0,3}}{_WORD}){{0,5}}"
_PLACE = rf"{_WORD}(?:(?:,? (?:{_LINK} ){{0,3}}){_WORD}){{0,4}}"
_COUNCIL_WORD = r"(?:Council|COUNCIL)"
_FORMS = (
    rf"(?:(?:The |THE )?(?:Council of the|COUNCIL OF THE) (?:[\w-]+ ){{0,3}}(?:of|OF) {_PLACE})",
    (
        rf"(?:(?:London|LONDON|Royal|ROYAL|Metropolitan|METROPOLITAN) (?:Borough|BOROUGH) (?:of"
        rf"|OF) {_PLACE}(?: {_COUNCIL_WORD})?)"
    ),
    (
        rf"(?:(?:City|CITY|Borough|BOROUGH|County|COUNTY|Corporation|CORPORATION) (?:of|OF) {_PLACE}"
        rf"(?: (?:Council|COUNCIL)|(?: (?:Metropolitan|METROPOLITAN|District|DISTRICT|Borough|BOROUGH|City"
        rf"|CITY)){{1,3}} {_COUNCIL_WORD})?)"
    ),
    rf"(?:{_NAME} {_COUNCIL_WORD})",
    rf"(?:{_NAME} (?:Combined|COMBINED) (?:County |COUNTY )?(?:Authority|AUTHORITY))",
    (
        rf"(?:{_NAME} (?:(?:National )?Park|Fire(?: and Rescue)?|Waste(?: Disposal)?|NATIONAL PARK"
        rf"|FIRE AND RESCUE) (?:Authority|AUTHORITY))"
    ),
    r"(?:(?:Greater London|GREATER LONDON) (?:Authority|AUTHORITY))",
)
_COUNCIL = re.compile(rf"(?<![\w'’-])(?:{'|'.join(_FORMS)})(?![\w-])")
_BOROUGH_LINE = re.compile(
    rf"(?:The |THE )?(?P<name>{_NAME} (?:(?:Metropolitan|METROPOLITAN|Royal|ROYAL) )?(?:Borough|BOROUGH"
    rf"|(?:Unitary |UNITARY )?(?:Authority|AUTHORITY)))"
)
_ALONE_AFTER = re.compile(r"\W*(?:\(|[-–—|:,]|\Z)")
_BEGINS = re.compile(
    r"(?:The|THE|At|To|That|For|In|Of|By|This|Your|Our|From|Welcome to|Logo of|Full|Special)[ \u00a0]+"
)
_NOT_A_NAME = re.compile(
    r"(?:the |this |that |each |any |every |full |county |city |borough |district |town |parish |metropolitan |unitary "
    r"|special |extraordinary |annual |meeting of |your |our |local |strategic |youth |general |other )*"
    r"(?:council|authority)\Z|.*\b(?:local government association|arts council|research council|national council"
    r"|youth council"
    r"|british council|school council|medical council|teaching council|tenants|works council|privy council"
    r"|funding council)\b",
    re.IGNORECASE,
)
_SMALL = frozenset(["of", "and", "the", "upon", "on", "in", "by", "under", "with", "le", "cum", "next", "at", "de"])
_HEAD_LINES = 40
_HEAD_CHARACTERS = 200_000
_CANDIDATES = 12


def find_council(text: str, lines: list[Line]) -> str | None:
    """Return the council's name with proper capitals, or None where the text names none.

    A line of the head that begins with the name goes before a name in running text.
    """
    for line in lines[:_HEAD_LINES]:
        words = plain(text[line.first : min(line.last, line.first + 160)])
        name = _at_line_start(words) or _borough_alone(words)
        if name:
            return _proper(name, text)
    candidates = _COUNCIL.finditer(text, 0, min(len(text), _HEAD_CHARACTERS))
    for match in islice(candidates, _CANDIDATES):
        name = _stripped(plain(match.group()))
        if name and not _NOT_A_NAME.match(name):
            return _proper(name, text)
    return None


def _borough_alone(words: str) -> str | None:
    """Return a borough's name without the word council that fills the line by itself."""
    match = _BOROUGH_LINE.fullmatch(words)
    return match["name"] if match else None


def _at_line_start(words: str) -> str | None:
    """Return the name that the line begins with, where little else stands on the line."""
    match = _COUNCIL.search(words)
    if not match:
        return None
    before, after = words[: match.start()], words[match.end() :]
    name = _stripped(match.group())
    if not name or _NOT_A_NAME.match(name):
        return None
    alone = sum(map(str.isalpha, before)) <= len("council: ") and (_ALONE_AFTER.match(after) or len(after) <= 60)
    return name if alone and len(words) <= 140 and not words.endswith((".", ";")) else None


def _stripped(name: str) -> str:
    """Return the name without a word before it that is no part of it."""
    name = name.strip(" .")
    while match := _BEGINS.match(name):
        name = name[match.end() :]
    return name


def _proper(name: str, text: str) -> str:
    """Return the name as a sentence would print it."""
    name = " ".join(name.split())
    if not name.isupper():
        return name
    again = re.search(re.escape(name).replace(r"\ ", r"\s"), text[:_HEAD_CHARACTERS].replace(name, ""), re.IGNORECASE)
    if again and again.group()[0].isupper() and not again.group().isupper() and again.group().split()[-1][0].isupper():
        return " ".join(again.group().split())
    words = name.split(" ")
    return " ".join(_proper_word(word, first=index == 0) for index, word in enumerate(words))


def _proper_word(word: str, *, first: bool) -> str:
    """Return one word of a name in capitals with the capitals that it keeps."""
    parts = word.split("-")
    return "-".join(
        part.lower() if part.lower() in _SMALL and not (first and index == 0) else _capital(part)
        for index, part in enumerate(parts)
    )


def _capital(part: str) -> str:
    """Return a part with its first letter large, and the one after "O'"."""
    lowered = part.lower()
    if len(lowered) > 2 and lowered[1] in "'’" and lowered[0] in "od":
        return lowered[0].upper() + lowered[1] + lowered[2:].capitalize()
    return lowered[:1].upper() + lowered[1:]
