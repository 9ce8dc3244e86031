"""The comments that others left in an OpenDocument text, with the words that they are about."""

from __future__ import annotations

from lxml import etree

from crossfoot.readers.comments import Comment, told
from crossfoot.readers.numbering import local, value

_APART = frozenset({"p", "h", "tab", "line-break", "s"})


def annotation_notes(body: etree._Element) -> tuple[str, ...]:
    """Return a sentence for each comment, in their order."""
    found: list[tuple[str, str, str]] = []
    open_ones: dict[str, list[str]] = {}
    quotes: dict[str, str] = {}
    inside = 0
    for event, element in etree.iterwalk(body, events=("start", "end")):
        name = local(element)
        key = value(element, "name") or ""
        if name == "annotation":
            if event == "start":
                found.append((_author(element), key, _said(element)))
                inside += 1
            else:
                inside -= 1
                open_ones[key] = []
        elif name == "annotation-end" and event == "end" and key in open_ones:
            quotes[key] = " ".join("".join(open_ones.pop(key)).split())
        if inside or not open_ones or name == "tracked-changes":
            continue
        words = element.text if event == "start" and name != "annotation" else element.tail if event == "end" else ""
        blank = " " if name in _APART else ""
        for pieces in open_ones.values():
            pieces.append(f"{blank}{words or ''}")
    return told(Comment(author, quotes.get(key, ""), words) for author, key, words in found)


def _author(annotation: etree._Element) -> str:
    """Return who left a comment, as far as it says."""
    return next((each.text or "" for each in annotation if local(each) == "creator"), "")


def _said(annotation: etree._Element) -> str:
    """Return a comment's words."""
    return " ".join("".join(map(str, each.itertext())) for each in annotation.iter() if local(each) in {"p", "h"})
