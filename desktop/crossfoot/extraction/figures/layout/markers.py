"""The labels of list items and numbered headings: "-", "(a)", "3.1", and the bare "12" that lost its stop."""

from __future__ import annotations

import re

from crossfoot.extraction.figures.words import word_set

_MARKUP = r"(?:\*\*|__|<u>|<b>|<strong>|#{1,6}\s)?"
BULLET = re.compile(r"\s*(?P<marker>[-–—•·▪◦●○*o])[ \t]+(?=\S)")
NUMBERED = re.compile(
    rf"\s*{_MARKUP}"
    r"(?P<marker>\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-Z]|[ivxIVX]{1,5})[.)](?:\d{1,3})?|\d{1,2}(?:\.\d{1,2})+)"
    r"\s+(?=\S)"
)

_BARE_NUMBER = re.compile(r"\s*(?P<marker>\d{1,2}(?:\.\d{1,2})*)\s+(?=[a-zA-Z])")
_BARE_HEADING = re.compile(r"^[ \t]*(\d{1,2})[ \t]{1,4}[A-Z][A-Za-z&,' -]{2,50}$", re.MULTILINE)
_FEWEST_HEADINGS = 3
_COUNTED = re.compile(
    r"(?:x|of|out|per|per\s?cent|percent|or|to|and|days?|weeks?|months?|years?|hours?)\b", re.IGNORECASE
)

_MEASURED = re.compile(
    r"(?:per\s?cent|percentage\spoints?|points?|%|per|days?|weeks?|months?|years?|hours?|million|FTE|x|of)\b"
)
"""What shows that a broken number at the beginning of a line is a figure: "94.1 per cent"."""

_SHARE = re.compile(r"in\s\d{1,3}\s")
"""What goes on "1 in 5 of"."""

_OPENING_WORDS = word_set("the that to a an this it authority in")
LETTERS = re.compile(r"[^\W\d_]+")


def numbered_headings(text: str) -> frozenset[int]:
    """Return where the lines begin whose bare number labels a heading: "1 Purpose", "2 Summary", "3 Finance" in turn.

    A line alone does not tell ("13 Inadequate" counts something); that three or more count on from 1 does.
    """
    found: list[int] = []
    for match in _BARE_HEADING.finditer(text):
        if int(match.group(1)) == len(found) + 1:
            found.append(match.start())
    return frozenset(found) if len(found) >= _FEWEST_HEADINGS else frozenset()


def marker_of(line: str, *, alone: bool, heading: bool) -> tuple[str, int] | None:
    """Return a list item's label and the length of the line up to its words, or None.

    A number without its stop counts as a label only where a block may begin, or of a ``heading``.
    """
    match = BULLET.match(line) or (NUMBERED.match(line) if alone or line[:1] == "(" else None)
    if match is not None and match.group("marker")[-1].isdigit() and _MEASURED.match(line, match.end()):
        match = None
    if match is None and alone:
        match = _BARE_NUMBER.match(line)
        if match is not None and not heading and not _bare_is_label(line, match):
            match = None
    if match is None:
        return None
    marker = match.group("marker")
    if marker == "o" and not line.lstrip().startswith("o "):
        return None
    return marker, match.end()


def _bare_is_label(line: str, match: re.Match[str]) -> bool:
    """Tell whether a line's first number, without a stop, is a list label and not a count.

    "12 the recruitment …" is a resolution that lost its stop; "13 Inadequate" counts something. A
    dotted number, or an article or an imperative phrase behind it, speaks for a label.
    """
    rest = line[match.end() :]
    if _SHARE.match(rest):
        return False
    if "." in match.group("marker"):
        return len(rest.split()) > 1 and _MEASURED.match(rest) is None
    if _COUNTED.match(rest):
        return False
    if rest.upper() == rest and len(rest.split()) > 1 and not any(map(str.isdigit, rest.split()[0])):
        return True  # the number of a heading in capitals
    first = LETTERS.match(rest)
    return first is not None and first.group().lower() in _OPENING_WORDS
