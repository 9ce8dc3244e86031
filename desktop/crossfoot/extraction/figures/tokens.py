"""A stretch of text as tokens: words, numbers, codes and signs, each at its place.

Everything that decides on a number looks at the tokens around it, never at the raw text, so that
line breaks, non-breaking spaces and mark-up between two words change nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from crossfoot.readers.broken_numbers import is_one_number

_LETTER = r"[^\W\d_½¼¾⅓⅔]"
_LETTERS = rf"(?:[A-Za-z]+{_LETTER}*|{_LETTER}+)"
_BREAK = r"(?:,[ \t]*\n\s*|\xa0)"
_BROKEN_NUMBER = rf"\d{{1,3}}(?:,\d{{3}}){{0,3}}{_BREAK}\d{{3}}(?!\d)(?:(?:,|{_BREAK})\d{{3}}(?!\d)){{0,3}}(?:\.\d+)?"
"""A number with a line's end or a fixed blank in it: "1,<end of line>194,000", "1<fixed blank>194"."""

_TOKEN = re.compile(
    rf"""(?P<word>{_LETTERS}(?:['’]{_LETTER}+)*)(?P<digits>\d\w*)?                 # referrals  children's  KS2  s47
      | (?P<number>{_BROKEN_NUMBER}|\d+(?:[.,]\d+)*)(?P<suffix>[A-Za-z]+\d*)?  # 1,194  5.51m  13th  6.1.1  4Children
      | (?P<sign>[^\w\s]|[_½¼¾⅓⅔])                                            # half a number is a sign: 4½""",
    re.VERBOSE,
)
"""Words come first, as most tokens are; plain letters have a set of their own, in which one is looked up faster."""

_TAG = re.compile(r"</?[a-zA-Z]{1,6}\s?/?>")


class Kind(IntEnum):
    """What a token is."""

    WORD = 0
    NUMBER = 1
    CODE = 2
    SIGN = 3


WORD, NUMBER, CODE, SIGN = Kind.WORD, Kind.NUMBER, Kind.CODE, Kind.SIGN
"""The kinds by names of their own: asked of every token, a look-up in an enumeration costs more than the rest."""


class Token(NamedTuple):
    """One token: ``text`` as printed, ``low`` in lower case with straight apostrophes, and its place.

    A number's ``suffix`` are the letters that follow it without a space ("m" of "5.51m"), in lower
    case; ``low`` is then the number alone. A letter-and-digit mixture such as "KS2" is a code.
    """

    kind: Kind
    low: str
    start: int
    end: int
    suffix: str = ""
    capital: bool = False


def tokens_of(text: str, ranges: Iterable[tuple[int, int]]) -> list[Token]:
    """Return the tokens of ``text`` within ``ranges`` of offsets, in order; mark-up tags are left out."""
    found: list[Token] = []
    add, make = found.append, tuple.__new__  # a token by its name costs twice as long, and there are very many
    word_kind, number_kind, code_kind, sign_kind = WORD, NUMBER, CODE, SIGN
    for start, end in ranges:
        matches = _TOKEN.finditer(text, start, end)
        for match in _outside_tags(text, start, end, matches) if "<" in text[start:end] else matches:
            at, behind = match.span()
            group = match.lastgroup
            if group == "word":
                word = match.group()
                low = word.lower()
                if "’" in low:
                    low = low.replace("’", "'")
                add(make(Token, (word_kind, low, at, behind, "", word[0].isupper())))
            elif group == "sign":
                add(make(Token, (sign_kind, match.group(), at, behind, "", False)))
            elif group == "digits":
                code = match.group()
                add(make(Token, (code_kind, code.lower(), at, behind, "", code[0].isupper())))
            elif "\n" in match.group() and (parts := _parts_of(found, match)):
                found.extend(parts)
            elif group == "number":
                add(make(Token, (number_kind, _on_one_line(match.group()), at, behind, "", False)))
            else:
                number, suffix = _on_one_line(match.group("number")), match.group("suffix")
                add(make(Token, (number_kind, number, at, behind, suffix.lower(), suffix[0].isupper())))
    return found


def _outside_tags(text: str, start: int, end: int, matches: Iterable[re.Match[str]]) -> Iterator[re.Match[str]]:
    """Yield those of a stretch's ``matches`` that lie in no mark-up tag."""
    tags = {tag.start(): tag.end() for tag in _TAG.finditer(text, start, end)}
    skip = start
    for match in matches:
        skip = tags.get(match.start(), skip)
        if match.start() >= skip:
            yield match


def _parts_of(before: list[Token], match: re.Match[str]) -> list[Token]:
    """Return the tokens of what looks like a number broken by a line's end but is two, or none where it is one.

    Behind "quarter 1," at a line's end stands the next number.
    """
    words = match.group()
    head, _, tail = words.partition("\n")
    word = before[-1].low if before and before[-1].kind is WORD else ""
    if is_one_number(word, head.rstrip(), tail.lstrip()):
        return []
    if before and before[-1].low in {"£", "$", "€"}:
        return []
    number = head.rstrip().rstrip(",")
    at = match.start() + len(number)
    begin = match.end() - len(tail.lstrip())
    rest = _TOKEN.match(tail.lstrip())
    if rest is None or rest["number"] is None:
        return []
    suffix = rest["suffix"] or ""
    return [
        Token(NUMBER, number, match.start(), at),
        Token(SIGN, ",", at, at + 1),
        Token(NUMBER, rest["number"], begin, match.end(), suffix.lower(), suffix[:1].isupper()),
    ]


def _on_one_line(number: str) -> str:
    """Return the digits of a number that a line's end or fixed blanks stand in: "1,<end of line>204", "1 204"."""
    return "".join(number.split()) if "\n" in number or "\xa0" in number else number


_IRREGULAR = {
    "children": "child",
    "people": "person",
    "persons": "person",
    "men": "man",
    "women": "woman",
    "families": "family",
    "staff": "staff",
    "less": "less",
    "analyses": "analysis",
    "crises": "crisis",
    "bus": "bus",
    "buses": "bus",
    "homes": "home",
    "leavers": "leaver",
    "lives": "life",
    "halves": "half",
    "wives": "wife",
    "pence": "penny",
    "children's": "child",
    "child's": "child",
    "carers'": "carer",
    "process": "process",
    "status": "status",
    "basis": "basis",
    "this": "this",
    "was": "was",
    "is": "is",
    "has": "has",
    "as": "as",
    "its": "its",
    "news": "news",
    "across": "across",
    "plus": "plus",
    "minus": "minus",
    "various": "various",
    "previous": "previous",
}


@lru_cache(maxsize=8192)
def stem(low: str) -> str:
    """Return ``low`` without its plural ending and possessive, so that "plans" meets "plan"."""
    known = _IRREGULAR.get(low)
    if known is not None:
        return known
    low = low.removesuffix("'s")
    if len(low) < 4 or not low.endswith("s") or low.endswith(("ss", "us", "is")):
        return low
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("ches", "shes", "sses", "xes", "zes")):
        return low[:-2]
    return low[:-1]


def is_plural(low: str) -> bool:
    """Tell whether a word looks like a plural noun ("children", "cases", "people")."""
    return low in _PLURALS or (len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "is", "'s")))


_PLURALS = frozenset({"children", "people", "men", "women", "staff", "persons"})
