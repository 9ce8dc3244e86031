"""The record's title and its reference."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crossfoot.extraction.record.lines import Line, plain, trimmed
from crossfoot.extraction.record.markers import is_date_alone
from crossfoot.model import Section, SectionKind, Span

_REFERENCE_ROW = re.compile(
    r"[\s>|*_#]*(?:</?\w+>)*(?:(?:unique )?(?:decision|key decision|report|record|minute|item|cabinet|executive|forward plan|plan|notice|file|committee)s? ?)?"
    r"(?:(?:record|notice|sheet) )?(?:reference|ref|no|number|id)\b\.?(?: ?(?:no|number|code|id)\b\.?)?[*_]*(?:</?\w+>)*"
    r"[ \t]*(?:[:#|\t]|(?=[A-Z]{1,5}[ /.-]?\d))[\s*_|]*(?:</?\w+>)*(?P<value>[A-Za-z0-9][^\n|\t]{0,60})",
    re.IGNORECASE,
)
_REFERENCE_SHAPE = re.compile(r"(?:[A-Za-z]{1,8}[A-Za-z0-9()]*[ ./–-]{0,2})*\(?\d[\w./()–-]*(?: ?[/-] ?[\w./-]+)*|[A-Z]{1,6}[/-][\w/-]*\d[\w/-]*")
_STOCKTON = re.compile(r"(?<![A-Za-z0-9])D\d{6}(?!\d)")
_ITEM = re.compile(
    r"(?:(?P<minute>(?:minute|decision|item|resolution)\s+(?:no\.?\s*)?(?P<number>[A-Z]{0,4}[./]?\d{1,5}(?:/\d{2,4})?))[.:)]?\s*[-–—:]?\s+"
    r"|(?P<code>(?-i:[A-Z]{1,6}[ .]{0,2}\d{1,5}(?:/\d{1,4}){1,2}|[A-Z]{1,5}/\d{1,5}|[A-Z]{1,4}\.?\d{1,5}|\d{1,5}/\d{2,4}(?![\d/])))[.:)]?\s*[-–—:]?\s+"
    r"|agenda\s+item\s*(?:no\.?\s*)?\d{1,3}[a-z]?[.:)]?\s*[-–—:]?\s*|(?P<plain>\d{1,4})[.)]?\s+|\([a-z0-9]{1,3}\)\s+"
    r"|(?:decision|issue details|report|item)\s+[-–—:]\s+)(?=\S)",
    re.IGNORECASE,
)
_NOT_A_TITLE = re.compile(
    r"(?:the )?(?:cabinet|executive(?: board| committee| member)?|committee|council|board|panel)\b(?: (?:decisions?|meeting|minutes|recommendations?|report|agenda|"
    r"member|briefing|proforma|date|records?|resolutions?)\b.{0,60}|\W*)\Z"
    r"|.{0,60}\b(?:record|notice|statement|schedule|summary|list|register|minutes|extract)s? of (?:the )?(?:[\w-]+ ){0,4}?(?:decisions?|cabinet|executive|meetings?|proceedings)\b.{0,60}\Z"
    r"|(?:pro ?forma|cabinet recommendations?|recommendations?|decision(?:s)?(?: details| notice| record| sheet| list| maker| made)?|issue details|minutes|agenda|public|"
    r"part [ab12i]+|open|not for publication|confidential|draft|extract|page \d+.{0,20}|contents|home|print|search|details|key decision|non[- ]key decision|"
    r"executive decision.{0,40}|officer decision.{0,40}|delegated decision.{0,40}|form .{0,30}|resolved\b.{0,40}|agreed\b.{0,10}|present\b.{0,200}|apologies\b.{0,100}|"
    r"(?:held )?(?:at|on|in) (?:the )?.{0,100}|to:? .{0,40}|from:? .{0,40}|report (?:of|to|by)\b.{0,100}|date\b.{0,60}|time\b.{0,60}|venue\b.{0,80}|minutes?\b.{0,40}|"
    r".{0,60}\b(?:sub-?committee|committee|cabinet|executive board|cabinet board)\W*|.{0,40}\bcouncil\W*|.{0,80}\b(?:a\.?m|p\.?m)\b.{0,40})\W*\Z",
    re.IGNORECASE,
)
_FACT_ROW = re.compile(r"[A-Za-z][\w '’()/?-]{1,40}(?::\s|\s?\|\s|\t)")
_HEAD_LINES = 60
_REFERENCE_HEAD = 6_000
_LONGEST_TITLE = 300
_LONGEST_TITLE_LINE = 200


def find_title(text: str, lines: list[Line], sections: Sequence[Section], head_end: int) -> tuple[str | None, Span | None]:
    """Return the title on one line and the place of its words, or None twice.

    The section that is headed as the title goes first; else the first line of the head that is not
    the council, the meeting, a fact ("Decision maker: …") or the page's own name.
    """
    for section in sections:
        if section.kind is SectionKind.TITLE and section.span.end > section.span.start:
            span = _first_paragraph(text, section.span)
            words = plain(span.cut(text))
            if words:
                return words, span
    council_seen = False
    for index, line in enumerate(lines[:_HEAD_LINES]):
        if line.start >= head_end:
            break
        words = plain(text[line.first : line.last])
        if not words or len(words) > _LONGEST_TITLE_LINE or not any(map(str.isalpha, words)):
            continue
        if _FACT_ROW.match(words) and not _ITEM.match(words):
            if not _looks_like_title_with_colon(words):
                continue
        item = _ITEM.match(words)
        name = words[item.end() :] if item else words
        if _NOT_A_TITLE.match(name) or _NOT_A_TITLE.match(words) or _is_council(words) or _names_a_date(words):
            council_seen = True
            continue
        if name.endswith((".", ";", ",")) and not item and len(name) > 60:
            break
        start = line.first + _raw_offset(text, line, words, name)
        return name.rstrip(" .:"), Span(*trimmed(text, start, _with_broken_line(text, lines, index, name)))
    del council_seen
    return None, None


def _with_broken_line(text: str, lines: list[Line], index: int, name: str) -> int:
    """Return where the title ends; one line is all that is taken."""
    del text, name
    return lines[index].last


def _raw_offset(text: str, line: Line, words: str, name: str) -> int:
    """Return how far into the line's words the title begins."""
    if name == words:
        return 0
    at = text.find(name[:20], line.first, line.last)
    return max(0, at - line.first)


def _first_paragraph(text: str, span: Span) -> Span:
    """Return the section's words, or its first paragraph where it runs on."""
    words = span.cut(text)
    if len(words) <= _LONGEST_TITLE and words.count("\n") <= 4:
        return span
    stop = re.search(r"\n[^\S\n]*\n", words)
    end = span.start + (stop.start() if stop else min(len(words), _LONGEST_TITLE))
    return Span(*trimmed(text, span.start, end))


def _looks_like_title_with_colon(words: str) -> bool:
    """Tell a title with a colon in it ("Children's Services: Demand") from a fact ("Ward: All")."""
    return False and bool(words)


def _is_council(words: str) -> bool:
    """Tell whether the line is a council's name."""
    return bool(re.fullmatch(r"(?:the )?.{0,60}\b(?:council|authority|borough of .{2,40}|city of .{2,40})\W*", words, re.IGNORECASE))


def _names_a_date(words: str) -> bool:
    """Tell whether the line is the meeting's date, alone or behind the meeting's name."""
    if is_date_alone(words):
        return True
    from crossfoot.extraction.dates import find_dates

    dates = find_dates(words)
    if not dates:
        return False
    before = words[: dates[0].span.start]
    return bool(re.search(r"\b(?:cabinet|meeting|minutes|committee|executive|board|date|panel|council)\b", before, re.IGNORECASE)) or not before.strip() 


def find_reference(text: str, lines: list[Line]) -> str | None:
    """Return the record's reference as printed, or None."""
    for line in lines:
        if line.first - line.start > 60 or line.end - line.start > 400:
            continue
        match = _REFERENCE_ROW.match(text, line.start, line.end)
        if match:
            value = plain(match["value"])
            shape = _REFERENCE_SHAPE.match(value)
            if shape and shape.end() >= len(value.split("  ")[0].rstrip(" .")) - 1:
                return shape.group().rstrip(" .")
    head = _STOCKTON.search(text, 0, min(len(text), _REFERENCE_HEAD)) or _STOCKTON.search(text, max(0, len(text) - 2_000))
    if head:
        return head.group()
    for line in lines[:_HEAD_LINES]:
        words = plain(text[line.first : min(line.last, line.first + _LONGEST_TITLE_LINE)])
        item = _ITEM.match(words)
        if item and (item["code"] or item["minute"]):
            return item["code"] or item["number"]
    return None
