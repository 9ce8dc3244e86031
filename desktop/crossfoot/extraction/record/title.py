"""The record's title: under a heading of its own, or the line of the head that is nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crossfoot.extraction.dates import find_dates
from crossfoot.extraction.record.head_lines import (
    is_no_title,
    lists_people,
    names_a_date,
    names_a_meeting,
    names_a_page,
    names_an_office,
    opens_the_body,
    runs_on,
    tells_only_when,
)
from crossfoot.extraction.record.headings import Mark
from crossfoot.extraction.record.lines import HEAD_LINES, LONGEST_HEADLINE, Line, plain, trimmed
from crossfoot.extraction.record.reference import ITEM
from crossfoot.extraction.unchanging import unchanging
from crossfoot.model import Section, SectionKind, Span

_BESIDE = re.compile(r"(?<=\S)[^\S\n]{3,}(?=(?:agenda\b|item\b|ref\b|date\b|\(?\d)[^\n]{0,40}\Z)", re.IGNORECASE)
"""The gap before what stands at the other edge of a head's line: "KESTONBURY COUNCIL        Agenda item 6"."""

_NUMBER_BEFORE = re.compile(r"(?:(?:agenda )?item (?:no\.? ?)?)?\d{1,3}[a-z]?\s*[-–—:]\s+(?=[A-Za-z])", re.IGNORECASE)
_REFERENCE_BEHIND = re.compile(
    r"\s*\((?:(?:forward plan|agenda|key decision|report|ref|reference|item|minute|decision)\b)"
    r"[^()]{0,60}\d[^()]{0,20}\)\Z",
    re.IGNORECASE,
)
"""What stands behind a title and is none of it: "(Forward Plan ref FP 09/61)", "(item 7; key decision KD5512)"."""

_OWN_HEADING = re.compile(r"[12][.)]\s")
"""What a report's own first headings carry: below a title, they and those that follow are no items of a meeting."""

_PARAGRAPH = re.compile(r"[A-H]\.?\d{1,2}")
"""What numbers the paragraphs of a lettered part: "A3. Where pupils with plans are taught"."""

_IS_CELLS = re.compile(r"\A;|;\S[^;]*;\S")
"""What only a row of a table has, whose cells semicolons part with no blank: "Registrations;141;129"."""

_LONGEST_TITLE = 300

_GOES_ON = re.compile(r"(?:[-–—:,&/]|\b(?:and|of|for|the|in|on|to|with|from|by|a|an|at))\Z", re.IGNORECASE)
_GOES_ON_BELOW = re.compile(r"(?:and|or|of|for|in|to|with|from|on|at|by|[-–—&(])", re.IGNORECASE)
"""What a line ends with, and what one begins with, of which the other line is the rest."""

_BEHIND_THE_COUNCIL = re.compile(r".{4,60}?\b(?:council|authority)\s*[–—|:-]\s+(?P<words>.{8,})\Z", re.IGNORECASE)

_KIND_OF_PAPER = re.compile(
    r"(?:the )?(?:[\w'’&-]+ ){0,3}?(?:annual|half[- ]year(?:ly)?|quarterly|six[- ]monthly|monthly|progress|mid[- ]year"
    r"|year[- ]end)\b.{0,60}\Z",
    re.IGNORECASE,
)
"""The second line of a title in two: "YOUTH JUSTICE SERVICE" and below it "ANNUAL REPORT 2020/21"."""

_SERVICE = re.compile(r".{0,60}\b(?:services?|agency|team|unit|board|partnership)\Z", re.IGNORECASE)
_A_TIME = re.compile(r"Q[1-4]|P\d{1,2}|FY\d\d", re.IGNORECASE)
"""What looks like the code of an item and is a stretch of time."""


def find_title(
    text: str, lines: list[Line], sections: Sequence[Section], marks: Sequence[Mark], head_end: int
) -> tuple[str | None, Span | None]:
    """Return the title on one line and the place of its words, or None twice.

    The section that is headed as the title goes first; else the first line of the head that is not
    the council, the meeting, a fact ("Decision maker: …") or the page's own name.
    """
    for section in sections:
        if section.kind is SectionKind.TITLE and section.span.end > section.span.start:
            span = _first_paragraph(text, section.span)
            words = plain(span.cut(text))
            number = _NUMBER_BEFORE.match(words)
            if number:
                words = words[number.end() :]
                at = text.find(words[:20], span.start, span.end)
                span = Span(at if at >= 0 else span.start, span.end)
            if words:
                return _without_reference(words), span
    return _title_of_head(text, lines, {mark.start for mark in marks}, head_end)


def _title_of_head(text: str, lines: list[Line], marked: set[int], head_end: int) -> tuple[str | None, Span | None]:
    """Return the title that stands in a head without a heading for it.

    A line that carries the item's number or reference goes before one that carries none, and any line before one that
    only names an office or a time.
    """
    best: tuple[str, Span] | None = None
    spare: tuple[str, Span] | None = None
    own_heading = False
    for entry in _entries(text, lines, marked, head_end):
        if entry.heads_the_body:
            if best:
                break
            continue
        name = entry.name
        if entry.is_no_title(text, lines):
            best = best or (_behind_the_meeting(text, entry.line, entry.words) if entry.alone else None)
            spare = spare or _behind_the_council(text, entry.line, entry.words)
            continue
        at = text.find(name[:20], entry.line.first, entry.last)
        span = Span(*trimmed(text, at if at >= 0 else entry.line.first, entry.last))
        below = _second_line(text, lines, entry.index, marked, name) if best is None and entry.item is None else None
        if below is None and entry.item is None and (names_an_office(name) or tells_only_when(name)):
            spare = spare or (_without_reference(name), span)
            continue
        if below is not None:
            name, span = f"{name} {plain(text[below.first : below.last])}", Span(span.start, below.last)
        own_heading = own_heading or (best is not None and entry.is_own_heading)
        if entry.is_item and not (own_heading and entry.may_be_a_paragraph):
            return _without_reference(name), span
        best = best or (_without_reference(name), span)
    return best or spare or (None, None)


@unchanging(frozen=True, slots=True)
class _Entry:
    """A line of a head that may be the title: its place, its ``words`` up to ``last``, and the item it carries."""

    index: int
    line: Line
    last: int
    words: str
    item: re.Match[str] | None
    alone: bool
    heads_the_body: bool

    @property
    def name(self) -> str:
        """Return the words behind the item's number."""
        return (self.words[self.item.end() :] if self.item else self.words).rstrip(" .:")

    @property
    def is_item(self) -> bool:
        """Tell of an item's own number or reference, and not only "Item:" or a number that a paragraph may have."""
        return self.item is not None and not self.item["loose"]

    @property
    def may_be_a_paragraph(self) -> bool:
        """Tell whether the number may be one of the report's own paragraphs: "3.", "A3."."""
        code = self.item["code"] if self.item else None
        return self.words[0].isdigit() or _PARAGRAPH.fullmatch(code or "") is not None

    @property
    def is_own_heading(self) -> bool:
        """Tell of the first headings of a report, "1. Purpose": what follows them is no item of a meeting."""
        code = self.item["code"] if self.item else None
        return _OWN_HEADING.match(self.words) is not None or _PARAGRAPH.fullmatch(code or "") is not None

    def is_no_title(self, text: str, lines: list[Line]) -> bool:
        """Tell whether the line is something else, or the beginning of running text."""
        # "Minute No. 7" before a name says nothing against it
        whole = self.name if self.item and self.item["minute"] else self.words
        no_title = is_no_title(self.name, whole, numbered=self.item is not None, alone=self.alone)
        return no_title or runs_on(text, lines, self.index, self.words)


def _entries(text: str, lines: list[Line], marked: set[int], head_end: int) -> Iterator[_Entry]:
    """Yield the lines of a head that a title may stand on: no rows, no lists of people, no headings of sections."""
    skipping = False
    for index, line in enumerate(lines[:HEAD_LINES]):
        if line.start >= head_end:
            return
        if line.start in marked:
            words = plain(text[line.first : line.last])
            if opens_the_body(words):
                yield _Entry(index, line, line.last, words, None, alone=False, heads_the_body=True)
            continue
        edge = _BESIDE.search(text, line.first, line.last)
        last = edge.start() if edge and edge.start() > line.first else line.last
        words = plain(text[line.first : last])
        if not line.after_blank and skipping:
            continue
        skipping = lists_people(words)
        is_row = any(text.count(sign, line.first, last) > 1 for sign in "\t|") or _IS_CELLS.search(words) is not None
        if skipping or is_row or len(words) > LONGEST_HEADLINE or not any(map(str.isalpha, words)):
            continue
        item = ITEM.match(words)
        if item and item["code"] and _A_TIME.fullmatch(item["code"]):
            item = None
        begun = line.after_blank or (index > 0 and _is_no_part_of_a_title(text, lines[index - 1]))
        alone = begun and (index + 1 == len(lines) or _stands_apart(text, lines[index + 1]))
        yield _Entry(index, line, last, words, item, alone=alone, heads_the_body=opens_the_body(words))


def _is_no_part_of_a_title(text: str, above: Line) -> bool:
    """Tell whether the line above names the body or the day, so that a title may begin right below it."""
    words = plain(text[above.first : above.last])
    return names_a_page(words) or names_a_date(words)


def _stands_apart(text: str, below: Line) -> bool:
    """Tell whether a line is no more of the words above it: a blank line parts them, or it says who wrote."""
    return below.after_blank or names_a_page(plain(text[below.first : below.last]))


def _second_line(text: str, lines: list[Line], index: int, marked: set[int], name: str) -> Line | None:
    """Return the line right below a title that is the rest of it, or None: "… AND THE" / "CAPITAL PROGRAMME"."""
    if index + 1 >= len(lines):
        return None
    below = lines[index + 1]
    words = plain(text[below.first : below.last])
    whole = len(name) + len(words) < LONGEST_HEADLINE and (index + 2 >= len(lines) or lines[index + 2].after_blank)
    if below.after_blank or below.start in marked or not whole or ITEM.match(words):
        return None
    if is_no_title(words, words, numbered=False, alone=True) and not words[:1].islower():
        return None
    broken = _GOES_ON.search(name) is not None or _GOES_ON_BELOW.match(words + " ") is not None or words[:1].islower()
    of_a_service = _SERVICE.match(name) is not None and _KIND_OF_PAPER.match(words) is not None
    return below if (broken and name.isupper() == words.isupper()) or of_a_service else None


def _behind_the_meeting(text: str, line: Line, words: str) -> tuple[str, Span] | None:
    """Return the title in a line that begins with the meeting and its date, with its place; None for none."""
    behind = _words_behind_the_meeting(words)
    at = text.find(behind, line.first, line.last) if behind else -1
    return (_without_reference(behind), Span(at, at + len(behind))) if at >= 0 else None


def _behind_the_council(text: str, line: Line, words: str) -> tuple[str, Span] | None:
    """Return the title that stands behind the council's name: "CALVERLEY COUNCIL – PERFORMANCE DIGEST"; or None."""
    told = _BEHIND_THE_COUNCIL.match(words)
    name = told["words"] if told else ""
    at = text.find(name, line.first, line.last) if name else -1
    if at < 0 or is_no_title(name, name, numbered=False, alone=True) or names_an_office(name):
        return None
    return name, Span(at, at + len(name))


def _words_behind_the_meeting(words: str) -> str:
    """Return the title that stands behind the meeting and its date in one line: "Cabinet, 9 June 2014 - Quarter 4".

    Nothing where what stands there is the place, the time or another name of the meeting.
    """
    dates = find_dates(words)
    if not dates or not names_a_meeting(words[: dates[0].span.start]):
        return ""
    parted = _PARTED_BY.match(words, dates[-1].span.end)
    behind = words[parted.end() :].strip(" .") if parted is not None else ""
    unfit = len(behind.split()) < _FEWEST_WORDS or names_a_page(behind) or _PLACE.search(behind)
    return "" if unfit or names_a_meeting(behind) else behind


_PARTED_BY = re.compile(r"\s*(?:[-–—:|]|\.(?=\s))\s*(?:item\s+\d+[a-z]?\s*[-–—:.]\s*)?", re.IGNORECASE)
_FEWEST_WORDS = 2
_PLACE = re.compile(
    r"\b(?:hall|rooms?|chambers?|house|centre|suite|building|offices?|street|road|virtual(?:ly)?|online|remote|webcast|teams|zoom"
    r"|\d{1,2}[.:]\d\d|\d\s?[ap]\.?m|noon|public|page|agenda|chair\w*|councillors?|cllr)\b",
    re.IGNORECASE,
)
"""Words of where and when a meeting was held, and who was there."""


def _without_reference(words: str) -> str:
    """Return a title without the bracket behind it that gives its item or reference."""
    behind = _REFERENCE_BEHIND.search(words)
    return words[: behind.start()] if behind and behind.start() > 2 else words


def _first_paragraph(text: str, span: Span) -> Span:
    """Return the section's words, or its first paragraph where it runs on."""
    words = span.cut(text)
    if len(words) <= _LONGEST_TITLE and words.count("\n") <= 4:
        return span
    stop = re.search(r"\n[^\S\n]*\n", words)
    end = span.start + (stop.start() if stop else min(len(words), _LONGEST_TITLE))
    return Span(*trimmed(text, span.start, end))
