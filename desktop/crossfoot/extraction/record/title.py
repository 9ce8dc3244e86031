"""The record's title: under a heading of its own, or the line of the head that is nothing else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crossfoot.extraction.dates import find_dates
from crossfoot.extraction.record.headings import Mark
from crossfoot.extraction.record.lines import HEAD_LINES, LONGEST_HEADLINE, Line, plain, trimmed
from crossfoot.extraction.record.markers import is_date_alone
from crossfoot.extraction.record.reference import ITEM, REFERENCE_ROW
from crossfoot.model import Section, SectionKind, Span

_NOT_A_TITLE = re.compile(
    r"(?:the )?(?:cabinet|executive(?: board| committee| member)?|committee|council|board|panel)\b(?: (?:decisions?"
    r"|meeting|minutes|recommendations?|report|agenda|"
    r"member|briefing|proforma|date|records?|resolutions?)\b.{0,60}|\W*)\Z"
    r"|.{0,60}\b(?:record|notice|statement|schedule|summary|list|register|minutes"
    r"|extract)s? of (?:the )?(?:[\w-]+ ){0,4}?(?:decisions?|cabinet|executive|meetings?|proceedings)\b.{0,60}\Z"
    r"|(?:pro ?forma|issue details.{0,20}|declarations? of .{0,60}|minutes of .{0,60}|chair(?:man)?(?:'s)? .{0,60}"
    r"|exclusion of .{0,60}|any other .{0,40}|cabinet recommendations?|recommendations?|decision(?:s)?(?: details"
    r"| notice| record| sheet| list| maker| made)?|issue details|minutes|agenda|public|"
    r"agenda item.{0,12}|item (?:no\.? ?)?\d.{0,8}|part [ab12i]+|open"
    r"|not for publication|confidential|draft|extract|page \d+.{0,20}|contents|home|print|search"
    r"|agenda (?:and|&) minutes|(?:printed |draft )minutes|issues?(?:(?:\s?-)?\s(?:history|meetings|items.{0,20}))?"
    r"|meeting(?: details)?|details|key decision|non[- ]key decision|"
    r"executive decision.{0,40}|officer decision.{0,40}|delegated decision.{0,40}|form .{0,30}|resolved\b.{0,40}"
    r"|agreed\b.{0,10}|present\b.{0,200}|apologies\b.{0,100}|"
    r"(?:held )?(?:at|on|in) (?:the )?.{0,100}|to:? .{0,40}|from:? .{0,40}|report (?:of|to|by)\b.{0,100}"
    r"|date\b.{0,60}|time\b.{0,60}|venue\b.{0,80}|minutes?\b.{0,40}|"
    r".{0,60}\b(?:sub-?committee|committee|cabinet|executive board|cabinet board|forum|commission)\W*"
    r"|(?:[\w&'’,-]+ ){1,6}(?-i:BOARD|PANEL|Board|Panel)\W*|.{0,40}\bcouncil\W*"
    r"|(?:the )?(?:[\w'’]+ ){0,2}(?:council chamber|(?:committee|meeting|conference) (?:room|suite)s?"
    r"|(?:town|county|shire|city|guild) ?hall|civic (?:centre|offices|suite))(?: \w{1,3})?(?:,.{0,60})?"
    r"|.{0,80}\b(?:a\.?m|p\.?m)\b.{0,40})\W*\Z",
    re.IGNORECASE,
)
_PEOPLE = re.compile(r"(?:also )?(?:present|in attendance|apologies|members)\b.{0,40}?[:;]", re.IGNORECASE)
_COUNCIL_LINE = re.compile(
    r"(?:the )?.{0,60}\b(?:council|authority|borough(?: of .{2,40})?|(?:city"
    r"|county) of .{2,40})(?:\s*[-–—|:,(]\s*.{0,60}|\s{2,}.{0,60}"
    r"|\s+page\s\d+)?\Z",
    re.IGNORECASE,
)
_MEETING_WORD = re.compile(
    r"\b(?:cabinet|meeting|minutes|committee|executive|board|date|panel|council)\b", re.IGNORECASE
)
_FACT_ROW = re.compile(r"[A-Za-z](?:(?!\d)[\w '’()/?-]){1,40}(?::\s|\s?\|\s|\t)")
_SUBJECT_LABEL = re.compile(
    r"[^:\n]{0,40}\b(?:performance|monitoring|review|strategy|outturn|update)\s*:\s", re.IGNORECASE
)
"""What stands before a colon in a title, not in a fact: "QUARTERLY PERFORMANCE: QUARTER 2"."""

_FACT_WORD = re.compile(
    r"\b(?:authors?|reports?|wards?|divisions?|members?|portfolio|cabinet|executive|officers?|holder|contact|dates?|director"
    r"|directorate|department|lead|leader|status|key|exempt|decisions?|ref|reference|no|number|reasons?|purpose|meeting|venue"
    r"|appendix|slide|table|figure|circulation|division|present|chair(?:man)?|councillors?|cllr|from|to|e-?mail|telephone|tel"
    r"|ext|presented|prepared|note|source|published?|issued?|deadline|apologies|attendance|responsible|relevant|scrutiny)\b",
    re.IGNORECASE,
)
"""What is said of a record before a colon: such a line is a fact and no title."""

_OPENS_BODY = re.compile(
    r"\W{0,8}(?:\d{1,2}(?:\.\d)?[.)]?\s+)?(?:(?:executive |report |management )?summary"
    r"|(?:main )?(?:purpose|introduction|background|context|overview|headlines|highlights|contents)"
    r"(?: (?:of|to) (?:the |this )?(?:report|paper|decision|proposals?))?"
    r"|background (?:information|as recorded|and context)|introduction and background|recommendations?|at a glance"
    r"|key (?:messages|points|facts|figures|headlines|findings|issues)|notes? (?:for|to) (?:members|readers)"
    r"|where we are(?: now)?|report|proposals?|conclusions?|(?:appendix|appendices|tables?|slides?)\b.{0,80}"
    r"|(?:current|present|overall|financial) (?:position|situation))\W{0,8}\Z",
    re.IGNORECASE,
)
"""A heading of the text below a head. A title stands above it."""

_BESIDE = re.compile(r"(?<=\S)[^\S\n]{3,}(?=(?:agenda\b|item\b|ref\b|date\b|\(?\d)[^\n]{0,40}\Z)", re.IGNORECASE)
"""The gap before what stands at the other edge of a head's line: "KESTONBURY COUNCIL        Agenda item 6"."""

_NUMBER_BEFORE = re.compile(r"(?:(?:agenda )?item (?:no\.? ?)?)?\d{1,3}[a-z]?\s*[-–—:]\s+(?=[A-Za-z])", re.IGNORECASE)
_REFERENCE_BEHIND = re.compile(
    r"\s*\((?:(?:forward plan|agenda|key decision|report|ref|reference|item|minute|decision)\b)"
    r"[^()]{0,60}\d[^()]{0,20}\)\Z",
    re.IGNORECASE,
)
"""What stands behind a title and is none of it: "(Forward Plan ref FP 09/61)", "(item 7; key decision KD5512)"."""

_TELLING = re.compile(
    r"\b(?:is|are|will|was|were|had|has|have|asked|considered|received|noted|agreed|approved|said|told|reported|submitted|presented"
    r"|that|runs?|provides?|sets? out)\b"
)
_OWN_HEADING = re.compile(r"[12][.)]\s")
"""What a report's own first headings carry: below a title, they and those that follow are no items of a meeting."""

_PARAGRAPH = re.compile(r"[A-H]\.?\d{1,2}")
"""What numbers the paragraphs of a lettered part: "A3. Where pupils with plans are taught"."""

_ENDS_IN_A_NUMBER = re.compile(r":\s*£?\d[\d.,]*\s?(?:%|[km]|bn|million)?(?:\s*\([^()]{1,40}\))?\Z")
"""A line that tells a number: "Admissions since April: 121"."""


_OPENS_ITEM = "(•-·–—*▪●◦"
"""What a line begins with that is an item of a list or an aside."""

_LONG = 180
"""Characters of a paragraph that is no title broken by a line's end."""
_LONGEST_FACT = 40
_LONGEST_TITLE = 300


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

    A line that carries the item's number or reference goes before one that carries none.
    """
    best: tuple[str, Span] | None = None
    skipping = own_heading = False
    for index, line in enumerate(lines[:HEAD_LINES]):
        if line.start >= head_end:
            break
        if line.start in marked:
            if best and _OPENS_BODY.match(plain(text[line.first : line.last])):
                break
            continue
        edge = _BESIDE.search(text, line.first, line.last)
        last = edge.start() if edge and edge.start() > line.first else line.last
        words = plain(text[line.first : last])
        if not line.after_blank and skipping:
            continue
        skipping = bool(_PEOPLE.match(words))
        if text.count("\t", line.first, last) > 1 or text.count("|", line.first, last) > 1:
            continue  # a row of a table
        if skipping or not words or len(words) > LONGEST_HEADLINE or not any(map(str.isalpha, words)):
            continue
        if _OPENS_BODY.match(words):
            if best:
                break
            continue
        item = ITEM.match(words)
        name = (words[item.end() :] if item else words).rstrip(" .:")
        alone = line.after_blank and (index + 1 == len(lines) or lines[index + 1].after_blank)
        whole = name if item and item["minute"] else words  # "Minute No. 7" before a name says nothing against it
        if _is_no_title(name, whole, numbered=item is not None, alone=alone) or _runs_on(text, lines, index, words):
            best = best or (_behind_the_meeting(text, line, words) if alone else None)
            continue
        at = text.find(name[:20], line.first, last)
        span = Span(*trimmed(text, at if at >= 0 else line.first, last))
        own_heading = own_heading or (best is not None and _OWN_HEADING.match(words) is not None)
        code = item["code"] if item else None
        if best and code and _PARAGRAPH.fullmatch(code):
            own_heading = True
        if (
            item
            and not item["loose"]
            and not (own_heading and (words[0].isdigit() or _PARAGRAPH.fullmatch(code or "")))
        ):
            return _without_reference(name), span
        best = best or (_without_reference(name), span)
    return best or (None, None)


def _behind_the_meeting(text: str, line: Line, words: str) -> tuple[str, Span] | None:
    """Return the title in a line that begins with the meeting and its date, with its place; None for none."""
    behind = _words_behind_the_meeting(words)
    at = text.find(behind, line.first, line.last) if behind else -1
    return (_without_reference(behind), Span(at, at + len(behind))) if at >= 0 else None


def _words_behind_the_meeting(words: str) -> str:
    """Return the title that stands behind the meeting and its date in one line: "Cabinet, 9 June 2014 - Quarter 4".

    Nothing where what stands there is the place, the time or another name of the meeting.
    """
    dates = find_dates(words)
    if not dates or _MEETING_WORD.search(words, 0, dates[0].span.start) is None:
        return ""
    parted = _PARTED_BY.match(words, dates[-1].span.end)
    behind = words[parted.end() :].strip(" .") if parted is not None else ""
    unfit = len(behind.split()) < _FEWEST_WORDS or _NOT_A_TITLE.match(behind) or _PLACE.search(behind)
    return "" if unfit or _MEETING_WORD.search(behind) else behind


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


def _runs_on(text: str, lines: list[Line], index: int, words: str) -> bool:
    """Tell whether a line is a sentence that tells what somebody did, or begins a paragraph that lines break."""
    last = index
    while last + 1 < len(lines) and not lines[last + 1].after_blank and lines[last].last - lines[index].first < _LONG:
        last += 1
    telling = _TELLING.search(words) is not None
    if last == index:
        return telling and words.endswith(".")
    below = text[lines[index + 1].first : lines[index + 1].last]
    apart = _FACT_ROW.match(below) is not None or below.startswith("(") or _names_a_date(plain(below))
    wrapped = len(words) > _LONGEST_FACT and not apart and not words.isupper()
    is_long = lines[last].last - lines[index].first >= _LONG
    return (telling and (words.endswith(".") or below[:1].islower())) or (wrapped and is_long)


def _is_no_title(name: str, words: str, *, numbered: bool, alone: bool) -> bool:
    """Tell whether a line of the head is something else: the council, the meeting, a fact, running text."""
    if (
        REFERENCE_ROW.match(words)
        or _NOT_A_TITLE.match(name)
        or _NOT_A_TITLE.match(words)
        or _COUNCIL_LINE.match(words)
        or _names_a_date(words)
    ):
        return True
    if not numbered and _ENDS_IN_A_NUMBER.search(words):
        return True
    before_colon = words.partition(":")[0]
    subject = " " in before_colon and not _FACT_WORD.search(before_colon)
    titled = subject or (alone and (len(words) > _LONGEST_FACT or _SUBJECT_LABEL.match(words) is not None))
    if not numbered and ((_FACT_ROW.match(words) and not titled) or words[:1] in _OPENS_ITEM or words[:1].islower()):
        return True
    return len(name) < 3 or (words.endswith((".", ";", ",")) and (not numbered or len(name) > 100))


def _first_paragraph(text: str, span: Span) -> Span:
    """Return the section's words, or its first paragraph where it runs on."""
    words = span.cut(text)
    if len(words) <= _LONGEST_TITLE and words.count("\n") <= 4:
        return span
    stop = re.search(r"\n[^\S\n]*\n", words)
    end = span.start + (stop.start() if stop else min(len(words), _LONGEST_TITLE))
    return Span(*trimmed(text, span.start, end))


def _names_a_date(words: str) -> bool:
    """Tell whether the line is the meeting's date, alone or behind the meeting's name."""
    if is_date_alone(words):
        return True
    dates = find_dates(words)
    if not dates:
        return False
    before = words[: dates[0].span.start]
    return not before.strip() or _MEETING_WORD.search(before) is not None
