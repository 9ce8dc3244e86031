"""Whole records one after another in a text: each begins with a head of its own.

A head is a line that names the council, or one that names the page of a decision, with a date and a title or a meeting
within the lines behind it. A running head that a page repeats has the date of the record that it belongs to, and the
items of one set of minutes have one head between them, so that neither begins a record here.
"""

from __future__ import annotations

import re

from crossfoot.model import Span

_LINE = re.compile(r"[^\n]+")
_MARKUP = " \t\ufeff*_#|"
_BODY = r"(?:council|authority|corporation)"
_COUNCIL = re.compile(
    rf"(?:the\s+)?(?:(?:london|royal|metropolitan)\s+)?(?:borough|city|county|corporation)\s+of\s+\S.{{0,50}}"
    rf"|[a-z][\w'’&.-]*(?:[ -][\w'’&.-]+){{0,7}}\s+(?:{_BODY}|(?:metropolitan|royal)\s+borough|borough)"
    rf"(?:\s*[-–—:|]?\s+.{{0,80}})?",
    re.IGNORECASE,
)
_PAGE = re.compile(
    r"(?:(?:printed\s+)?(?:decision|issue)\s+(?:details|notice)|cabinet\s+decision\s*:.{0,40})", re.IGNORECASE
)
_OCCASION = re.compile(
    r"\b(?:cabinet|executive|committee|board|minutes|decisions?|pro\s?forma|record|notice)\b", re.IGNORECASE
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_DATE = re.compile(
    rf"(\d{{1,2}})(?:st|nd|rd|th)?\s*(?:of\s+)?({_MONTH}),?\s+((?:19|20)\d\d)|\d{{1,2}}[/.]\d{{1,2}}[/.](?:19|20)\d\d",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"""\W{0,6}(?:(?:1|2|i|a)[.)]?\s+)?(?:<\w{1,6}>|\W){0,4}(?:
      title(?:\s+of\s+(?:the\s+)?(?:item|report))? | subject | decision[ -]?maker | decision\s+(?:status|type|reference)
    | record\s+of\s+(?:the\s+)?decision | date\s+of\s+decision | is\s+(?:this\s+a\s+)?key\s+decision | key\s+decision
    | wards?\s+affected | proforma | pro\s+forma | present\b | portfolio | reference
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_TITLE = re.compile(
    r"\W{0,6}(?:1[.)]?\s+)?(?:<\w{1,6}>|\W){0,4}title(?:\s+of|\W*$)|.{0,40}decision[ -]?maker", re.IGNORECASE
)
_LINES_OF_HEAD = 10
_LINES_OF_OCCASION = 4
_FIRST_HEAD = 1_500
_SHORTEST = 300
"""No record is shorter, in characters; what seems to be one is the rest of a head."""

_LONGEST_LINE = 110
"""A line of a head is not longer."""


def records_in(text: str) -> tuple[Span, ...]:
    """Return the stretches of ``text`` that are records, in order; together they are the whole text.

    A text in which no second head is found is one record. The time is linear in the text's length.
    """
    lines = [match.span() for match in _LINE.finditer(text) if not match[0].isspace()]
    begins = [0]
    for index, (start, end) in enumerate(lines):
        if end - start > _LONGEST_LINE or start - begins[-1] < _SHORTEST or not _may_open(text, start, end):
            continue
        opening = _first_line_of_head(text, lines, index)
        if opening - begins[-1] >= _SHORTEST and _is_head(text, lines, index, begins[-1]):
            begins.append(opening)
    return tuple(Span(a, b) for a, b in zip(begins, [*begins[1:], len(text)], strict=True))


def _may_open(text: str, start: int, end: int) -> bool:
    """Tell whether a line names a council or the page of a decision, and is no sentence."""
    line = text[start:end].strip(_MARKUP)
    if line.endswith((".", ";", ",")) or not line[:1].isupper():
        return False
    return _COUNCIL.fullmatch(line) is not None or _PAGE.fullmatch(line) is not None


def _first_line_of_head(text: str, lines: list[tuple[int, int]], index: int) -> int:
    """Return where the head begins that the line belongs to: with the line before it, where that opens one too."""
    if index and _may_open(text, *lines[index - 1]) and "\n\n\n" not in text[lines[index - 1][1] : lines[index][0]]:
        return lines[index - 1][0]
    return lines[index][0]


def _is_head(text: str, lines: list[tuple[int, int]], index: int, current: int) -> bool:
    """Tell whether the lines from ``index`` on are a head, and not the one of the ``current`` record again.

    A date and a title are, with a label of records. So are a meeting and its date, where it is another date than that
    of the record so far: a page repeats its own.
    """
    words = _words(text, lines, index, _LINES_OF_HEAD)
    labelled = sum(_LABEL.match(line) is not None for line in words)
    if labelled > 1 and any(_TITLE.match(line) for line in words):
        return any(_DATE.search(line) for line in words)
    near = words[:_LINES_OF_OCCASION]
    dates = {_date_of(match) for line in near for match in _DATE.finditer(line)}
    if not dates or not any(_OCCASION.search(line) for line in near):
        return False
    end = min(current + _FIRST_HEAD, lines[index][0])
    return not dates & {_date_of(match) for match in _DATE.finditer(text, current, end)}


def _words(text: str, lines: list[tuple[int, int]], index: int, count: int) -> list[str]:
    """Return some lines from ``index`` on, each up to a length that no line of a head exceeds."""
    return [text[start : min(end, start + 300)] for start, end in lines[index : index + count]]


def _date_of(match: re.Match[str]) -> str:
    """Return a date in one form, however its words are printed."""
    day, month, year = match.groups()
    return f"{int(day)} {month[:3].lower()} {year}" if day else match.group()
