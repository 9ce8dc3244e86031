"""Places told by their number in words, "the fifth phase", of things that the record counts, "in three phases".

The count stands before it in the same section of the record: "three sites were looked at", "(i) … (iii)", "the five
recommendations". Asked about is a place behind the last, where the record tells one count alone of that noun.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.checks.basis.context import Context
from crossfoot.model import Span
from crossfoot.model.english import NUMBER_NAMED, numbers_named

_ORDER = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_NOUN = (
    r"phase|stage|objective|recommendation|option|proposal|priority|priorities|aim|theme|site|criterion|criteria|lot"
    r"|condition|request|amendment|principle|outcome|strand|action|task|step|scheme|tranche|round|instalment|petition"
    r"|motion|measure|issue|point|part|standard|target|scenario|bidder|tenderer|provider"
)
_COUNT = re.compile(
    rf"\b(?P<number>{numbers_named(2, 10)}) (?P<words>(?:(?!of\b)[a-z-]+ ){{0,2}}?)(?P<noun>{_NOUN})(?P<many>s)?\b"
)
_NTH = re.compile(
    rf"\bthe (?P<nth>{'|'.join(_ORDER)}) (?:and (?:final|last) |of (?:the |these |those )?(?:[a-z]+ )?)?"
    rf"(?P<noun>{_NOUN})s?\b"
)
_TO = re.compile(
    rf"\b(?P<noun>{_NOUN})s (?:[1-9]\d?(?:, ?[1-9]\d?)*,? (?:to|and|or|–|-) ?)(?P<last>[1-9]\d?)\b(?![.,/]\d|%)"
)
_NOT_ALL = re.compile(r"\b(?:another|further|other|additional|first|last|next|more|than|least|only|all but)\b")


def places_beyond(context: Context) -> Iterator[tuple[Span, str, int]]:
    """Yield where words point at a place behind the last of what was counted, the place, and the count."""
    low = context.passages.low
    pointed = [(m, _ORDER.index(m["nth"]) + 1, m["nth"]) for m in _NTH.finditer(low)] if "the " in low else []
    pointed += [(m, int(m["last"]), m["last"]) for m in _TO.finditer(low)]
    if not pointed:
        return
    counts: dict[str, list[tuple[int, int]]] = {}
    for told in _COUNT.finditer(low):
        noun = _singular(told["noun"])
        if _NOT_ALL.search(low[max(0, told.start() - 12) : told.start()]) or _NOT_ALL.search(told["words"]):
            counts.setdefault(noun, []).append((told.start(), len(_ORDER)))
        else:
            counts.setdefault(noun, []).append((told.start(), NUMBER_NAMED[told["number"]]))
    for match, place, word in pointed:
        own = counts.get(_singular(match["noun"]), [])
        if match.re is _NTH and re.search(rf"\ba {word} {match['noun']}", low):
            continue  # "a fourth option has since come up"
        if own and place > max(count for _, count in own) and own[0][0] < match.start() <= own[-1][0] + _FAR:
            yield Span(match.start(), match.end()), word, own[-1][1]


_FAR = 700
"""So many characters behind the count a place may be pointed at."""
_PLURALS = {"priorities": "priority", "criteria": "criterion"}


def _singular(noun: str) -> str:
    return _PLURALS.get(noun, noun)
