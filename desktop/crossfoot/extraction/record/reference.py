"""The record's reference: a labelled one, Stockton's D-number, or the number that its item carries."""

from __future__ import annotations

import re

from crossfoot.extraction.record.lines import HEAD_LINES, LONGEST_HEADLINE, Line, plain

REFERENCE_ROW = re.compile(
    r"[\s>|*_#]*(?:</?\w+>)*(?:(?:unique )?(?:decision|key decision|report|record|minute|item|cabinet|executive"
    r"|forward plan|plan|notice|file|committee)s? ?)?"
    r"(?:(?:record|notice|sheet) )?(?:reference|ref|no|number|id)\b\.?(?: ?(?:no|number|code"
    r"|id)\b\.?)?[*_]*(?:</?\w+>)*"
    r"[ \t]*(?:[:#|\t]|(?=[A-Z]{1,5}[ /.-]?\d))[\s*_|]*(?:</?\w+>)*(?P<value>[A-Za-z0-9][^\n|\t]{0,60})",
    re.IGNORECASE,
)
"""A line that gives a reference under its label: "Decision ref: CAB/12"."""

_REFERENCE_SHAPE = re.compile(
    r"(?:[A-Za-z]{1,8}[A-Za-z0-9()]*[ ./–-]{0,2})*\(?\d[\w./()–-]*(?: ?[/-] ?[\w./-]+)*|[A-Z]{1,6}[/-][\w/-]*\d[\w/-]*"
)
_STOCKTON = re.compile(r"D(?<![A-Za-z0-9]D)\d{6}(?!\d)")
ITEM = re.compile(
    r"(?:(?P<minute>(?:minute|decision|item"
    r"|resolution)\s+(?:no\.?\s*)?(?P<number>[A-Z]{0,4}[./]?\d{1,5}(?:/\d{2,4})?)(?:\s?\([a-z]\))?)[.:)]?\s*[-–—:]?\s+"
    r"|(?P<code>(?-i:D\d{6}|[A-Z]{1,4}[./ ]\d{1,4}/\d{2}[-–]\d{2}(?!\d)"
    r"|[A-Z]{1,6}[ .]{0,2}\d{1,5}(?:/\d{1,4}){1,2}|[A-Z]{1,5}/\d{1,5}(?:/\d{1,4})?|[A-Z]{1,4}\.?\d{1,5}"
    r"|\d{1,5}/\d{2,4}(?![\d/])))[.:)]?\s*[-–—:]?\s+"
    r"|(?P<loose>(?:agenda\s+)?item\s*(?:no\.?\s*)?\d{1,3}(?:[a-z]|\s?\([a-z]\))?[.:)]?\s*[-–—:]?\s*"
    r"|\d{1,4}\s+(?:[-–—]\s+)?|\([a-z0-9]{1,3}\)\s+"
    r"|(?:(?:printed |key |cabinet |executive )?decision|report|item"
    r"|issues?(?:\s?-)?\s(?:details|history|items at meetings)"
    r"|(?:paper|enclosure|enc\.?)\s(?-i:[A-Z]?\d{0,3}))\s?[-–—:]\s+)|\d{1,4}[.)]\s+)(?=\S)",
    re.IGNORECASE,
)
"""What an item of a meeting carries before its name: a minute's number, a code, "Agenda item 7", a number."""

_YEARS = re.compile(r"(?:19|20)\d\d/(?:\d\d|(?:19|20)\d\d)")
_REFERENCE_HEAD = 6_000


def find_reference(text: str, lines: list[Line]) -> str | None:
    """Return the record's reference as printed, or None."""
    for line in lines:
        if line.first - line.start > 60 or line.end - line.start > 400:
            continue
        match = REFERENCE_ROW.match(text, line.start, line.end)
        if match:
            value = plain(match["value"])
            shape = _REFERENCE_SHAPE.match(value)
            if shape and shape.end() >= len(value.split("  ")[0].rstrip(" .")) - 1:
                return shape.group().rstrip(" .")
    head = _STOCKTON.search(text, 0, min(len(text), _REFERENCE_HEAD)) or _STOCKTON.search(
        text, max(0, len(text) - 2_000)
    )
    if head:
        return head.group()
    for line in lines[:HEAD_LINES]:
        words = plain(text[line.first : min(line.last, line.first + LONGEST_HEADLINE)])
        item = ITEM.match(words)
        if item and (item["code"] or item["minute"]) and not _YEARS.fullmatch(item["code"] or ""):
            return item["code"] or item["number"]
    return None
