"""The comments that others left in a document: whose they are, what they are about and what they say.

They are no words of the record and stay out of its text; each is told in a note of its own, as its author's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lxml import etree

from crossfoot.model.reading_notes import COMMENT, MORE_COMMENTS
from crossfoot.readers.numbering import local, value

_MOST = 50
_LONGEST_QUOTE = 80
_LONGEST_COMMENT = 400
_GONE = frozenset({"del", "moveFrom"})


class Comment(NamedTuple):
    """One comment: who left it, the words that it is about, and what it says; each but the last may be empty."""

    author: str
    quote: str
    words: str


def told(comments: Iterable[Comment]) -> tuple[str, ...]:
    """Return a sentence for each comment that says something, in their order, and one for those too many to tell."""
    found = [each for each in comments if each.words.strip()]
    notes = [
        f"{COMMENT}{' '.join(each.author.split()) or 'somebody not named'}{_about(each.quote)}: "
        f"{_short(' '.join(each.words.split()), _LONGEST_COMMENT)}"
        for each in found[:_MOST]
    ]
    if len(found) > _MOST:
        notes.append(f"{len(found) - _MOST} {MORE_COMMENTS}")
    return tuple(notes)


def comment_notes(comments: etree._Element | None, body: etree._Element) -> tuple[str, ...]:
    """Return a sentence for each comment of a Word document; ``comments`` is the part that holds them, if any."""
    found = [each for each in comments if local(each) == "comment"] if comments is not None else []
    quotes = dict(_quotes(body)) if found else {}
    return told(
        Comment(
            value(each, "author") or "",
            quotes.get(value(each, "id") or "", ""),
            "".join(t.text or "" for t in each.iter() if local(t) == "t"),
        )
        for each in found
    )


def _about(quote: str) -> str:
    """Return the part of a sentence that says what a comment is about."""
    words = " ".join(quote.split())
    return f" on “{_short(words, _LONGEST_QUOTE)}”" if words else ""


def _quotes(body: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield the identifiers of comments with the words that they are about."""
    open_ones: dict[str, list[str]] = {}
    for each in body.iter():
        name = local(each)
        key = value(each, "id") or ""
        if name == "commentRangeStart":
            open_ones[key] = []
        elif name == "commentRangeEnd" and key in open_ones:
            yield key, " ".join("".join(open_ones.pop(key)).split())
        elif name == "t" and open_ones and not any(local(parent) in _GONE for parent in each.iterancestors()):
            for pieces in open_ones.values():
                pieces.append(each.text or "")
        elif name == "p":
            for pieces in open_ones.values():
                pieces.append(" ")


def _short(words: str, longest: int) -> str:
    """Return words, cut where they are long."""
    return words if len(words) <= longest else f"{words[: longest - 1].rstrip()}…"
