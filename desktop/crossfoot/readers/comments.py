"""The comments that others left in a Word document: whose they are, what they are about and what they say.

They are no words of the record and stay out of its text; each is told in a note of its own, as its author's.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from crossfoot.readers.numbering import local, value

_MOST = 50
_LONGEST_QUOTE = 80
_LONGEST_COMMENT = 400
_GONE = frozenset({"del", "moveFrom"})


def comment_notes(comments: etree._Element | None, body: etree._Element) -> tuple[str, ...]:
    """Return a sentence for each comment, in their order; ``comments`` is the part that holds them, if there is one."""
    found = [each for each in comments if local(each) == "comment"] if comments is not None else []
    quotes = dict(_quotes(body)) if found else {}
    notes: list[str] = []
    for each in found[:_MOST]:
        words = " ".join("".join(t.text or "" for t in each.iter() if local(t) == "t").split())
        if not words:
            continue
        author = " ".join((value(each, "author") or "").split()) or "somebody not named"
        quote = quotes.get(value(each, "id") or "", "")
        about = f" on “{_short(quote, _LONGEST_QUOTE)}”" if quote else ""
        notes.append(f"Comment by {author}{about}: {_short(words, _LONGEST_COMMENT)}")
    if len(found) > _MOST:
        notes.append(f"{len(found) - _MOST} more comments are in the document itself.")
    return tuple(notes)


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
