"""What an officer types into the search: words, phrases, beginnings, and fields with a value.

    referrals "core assessment" unallocat* -draft indicator:referrals value:>200 state:queried date:2013

All of it must hold. A word is found whole, whatever its case and accents; ``word*`` is the beginning of one;
words in quotes follow each other; what a minus stands before must not be there.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum

from crossfoot.model import WorldError


class Field(StrEnum):
    """What a value can be asked for. The first group are of figures, the last two of the record."""

    VALUE = "value"
    UNIT = "unit"
    INDICATOR = "indicator"
    STAGE = "stage"
    NATURE = "nature"
    SECTION = "section"
    STATE = "state"
    SURE = "sure"
    REVIEWER = "reviewer"
    DATE = "date"
    TAG = "tag"
    KIND = "kind"
    COUNCIL = "council"
    RECORD = "record"


@dataclass(frozen=True, slots=True)
class Term:
    """Words that follow each other, in small letters without accents. ``open`` lets the last one go on."""

    words: tuple[str, ...]
    open: bool = False

    def stands_in(self, words: Sequence[str]) -> bool:
        """Tell whether the term stands anywhere in a run of words that :func:`words_of` made."""
        *whole, last = self.words
        size = len(self.words)
        return any(
            list(words[at : at + size - 1]) == whole
            and (words[at + size - 1].startswith(last) if self.open else words[at + size - 1] == last)
            for at in range(len(words) - size + 1)
        )

    def match(self) -> str:
        """Return the term as an expression of FTS5."""
        return f'"{" ".join(self.words)}"' + ("*" if self.open else "")


@dataclass(frozen=True, slots=True)
class Asked:
    """One field with what was typed behind its colon."""

    field: Field
    text: str


@dataclass(frozen=True, slots=True)
class Query:
    """A search, read: terms that must stand there, terms that must not, and fields."""

    terms: tuple[Term, ...] = ()
    without: tuple[Term, ...] = ()
    fields: tuple[Asked, ...] = ()

    def match(self) -> str | None:
        """Return the terms as an expression of FTS5, or None where no words are looked for."""
        if not self.terms:
            return None
        wanted = " AND ".join(term.match() for term in self.terms)
        unwanted = " OR ".join(term.match() for term in self.without)
        return f"({wanted}) NOT ({unwanted})" if unwanted else wanted

    def holds(self, text: str) -> bool:
        """Tell whether a text has all the terms and none of those that must not be there."""
        words = words_of(text)
        return all(term.stands_in(words) for term in self.terms) and not any(
            term.stands_in(words) for term in self.without
        )


_PART = re.compile(r'(?P<minus>-)?(?:(?P<field>[A-Za-z]+):)?(?:"(?P<quoted>[^"]*)"?|(?P<plain>[^\s"]+))')
_WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> list[str]:
    """Return the words of a text as the index knows them: runs of letters and digits, folded."""
    return _WORD.findall(folded(text))


def folded(text: str) -> str:
    """Return a text in small letters and without accents."""
    small = text.casefold()
    if small.isascii():  # nearly all titles are, and ten thousand of them are asked for at each key
        return small
    parts = unicodedata.normalize("NFD", small)
    return "".join(char for char in parts if not unicodedata.combining(char))


def read_query(text: str) -> Query:
    """Return what was typed. Raise WorldError for a field that is not there, or where only words to avoid are named."""
    terms, without, fields = list[Term](), list[Term](), list[Asked]()
    for part in _PART.finditer(text):
        said = part["quoted"] if part["quoted"] is not None else part["plain"]
        if part["field"] and not said.startswith("//"):  # an address is words
            fields.append(Asked(_field(part["field"]), said))
            continue
        words = words_of(f"{part['field'] or ''} {said}")
        if words:
            term = Term(tuple(words), open=part["quoted"] is None and said.endswith("*"))
            (without if part["minus"] else terms).append(term)
    if without and not terms and not fields:
        raise WorldError("A search needs something to find: type a word without a minus as well.")
    return Query(tuple(terms), tuple(without), tuple(fields))


def _field(name: str) -> Field:
    """Return the field of a name; raise WorldError, with the nearest one, where there is none."""
    known = [field.value for field in Field]
    if name.casefold() in known:
        return Field(name.casefold())
    near = get_close_matches(name.casefold(), known, 1)
    advice = f"did you mean “{near[0]}:”?" if near else f"the fields are {', '.join(known)}."
    raise WorldError(f"“{name}:” is no field of the search: {advice} Put words with a colon in quotes.")
