"""What each printed date stands for: the meeting, the call-in deadline, the Proper Officer's date.

A date is told by its label: the words before it on its line, the cell before it or above it in a
table, or the last line with words above a date that stands alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from crossfoot.extraction.dates import find_dates, find_day_after
from crossfoot.extraction.record.lines import Line, plain
from crossfoot.extraction.record.markers import is_date_alone
from crossfoot.extraction.unchanging import unchanging
from crossfoot.model import DateRole, PrintedDate, Section, SectionKind

_BODY = (
    r"(?:the )?(?:[\w'’&,-]+ ){0,8}?(?:cabinet|executive|committee|sub-?committee|council|board|panel|commissioners?"
    r"|mayor|forum"
    r"|commission|combined authority|meeting)"
)
_DECISION_DATE = re.compile(
    r"(?:date|day)(?: and time)? (?:of|for)(?: the| this)?(?: [\w'’-]+){0,3}? ?(?:meeting|decisions?|cabinet"
    r"|executive|committee|decision making)"
    r"(?: meeting| (?:was |being )?(?:made|taken))?"
    r"|(?:(?:cabinet|executive|committee|council) )?(?:meeting|decision) date(?: and time)?"
    r"|date(?: (?:the )?decisions?)? (?:was |were )?(?:made|taken|decided|agreed)|decided (?:at )?(?:meeting|on)"
    r"|(?:decision )?(?:was )?(?:made|taken|agreed) on"
    r"|meeting of (?:the )?(?:[\w'’-]+ ){0,3}?(?:cabinet|executive|committee|council|board|panel)"
    r"|meeting|meeting (?:held )?(?:on|of)|date/time(?: of meeting)?|(?:cabinet|executive) (?:decision"
    r"|meeting)s?(?: held)?(?: on| of)?",
    re.IGNORECASE,
)
_MEETING_HEAD = re.compile(
    r"(?:(?:for|to|body|committee)\s?: ?)?"
    rf"(?:(?:[\w .,/()&'’–—-]{{0,60}}\b)?(?:minutes?|record|notice|decisions?|proceedings|summary|extract|statement"
    rf"|schedule|agenda|meeting|report|list)\b.{{0,80}}?)?"
    rf"{_BODY}\b.{{0,90}}",
    re.IGNORECASE,
)
_MEETING_LABEL = re.compile(r"(?:meeting|decision maker|decided by|decision taken by)\s?:", re.IGNORECASE)
"""What opens a line that names the body and the day: "Meeting: Executive (remote) - 22/06/2021"."""
_TAKEN_BY = re.compile(
    r"(?:(?:this |the )?(?:notice|record|list|summary|schedule|statement) of (?:the )?(?:executive |key )?)?"
    r"(?:decisions?|matters)"
    rf" (?:taken|made|agreed) by {_BODY}(?: at its meeting| at the meeting)?(?: held)?(?: on)?"
    rf"|(?:received|considered|approved|agreed|adopted) by (?:the )?(?:cabinet|executive|council|committee)(?: on)?",
    re.IGNORECASE,
)
"""What opens a line of the head that tells who decided and when."""

_MEETING_HELD = re.compile(
    r"(?:an? |the |at an? |minutes of (?:an? |the )?)?(?:[\w'’-]+ ){0,3}?"
    rf"meeting of {_BODY}\b.{{0,60}}?(?: (?:was|were))? held\b.{{0,80}}",
    re.IGNORECASE,
)
"""The sentence that opens minutes: "A meeting of Cabinet was held on Thursday, 8 October 2015"."""

_PROPER_OFFICER = re.compile(
    r".{0,40}\bproper officer\b.{0,80}"
    r"|(?:date of |date )?publi(?:cation|shed)(?: date)?(?: (?:of|for) .{0,40})?(?: on)?"
    r"|(?:(?:this|the) )?(?:cabinet |executive )?(?:record|decisions?|notice|decision notice|decision record"
    r"|record of decisions?|document|decision sheet|minutes)?"
    r" ?(?:(?:was|were|is|are) )?publi(?:shed|cation)(?: date)?(?: on| by .{0,60})?"
    r"|date (?:of )?(?:issued?|publishing)|issued(?: on)?|date (?:this )?(?:record|decision|notice) (?:was "
    r"|is )?(?:published|issued)"
    r"|publication date of (?:the )?(?:decision|record|notice)",
    re.IGNORECASE,
)
_OFFICER_BEFORE = re.compile(r"\bproper[^\S\n]+officer[^\S\n:,–—-]{0,12}\Z", re.IGNORECASE)
_PUBLISHED_ON = re.compile(
    r"(?:^|[(.;|\t]|[^\S\n]{3,})[^\S\n]*(?:(?:this|the|these)\s+)?(?:(?:cabinet|executive)\s+)?"
    r"(?:(?:decisions?|record|notice|minutes|statement)(?:\s+of\s+(?:the\s+)?decisions?)?\s+)?"
    r"(?:(?:was|were|is|are|has\s+been|have\s+been)\s+)?published(?:\s+by\s+[^.;\n]{1,60})?(?:\s+on)?\s*\Z"
    r"|\bnotice\s+of\s+(?:this|the|these)\s+decisions?\s+(?:was|were|is|has\s+been)\s+(?:given|issued|posted)(?:\s+on)?\s*\Z"
    r"|^[^\S\n]*signed\b[^.;\n]{0,90}(?:,|\s{2,}|\bon)\s*\Z|\bsigned\s+(?:and\s+dated|by\s+the\s+proper\s+officer)\b[^.;\n]{0,30}\Z",
    re.IGNORECASE | re.MULTILINE,
)
"""What stands right before the day on which the record was published or signed, wherever that is told."""

_OF_PUBLISHING = ("published", "notice", "signed")
"""Words one of which is in all such words."""

_CALL_IN = re.compile(
    r".{0,90}\bcall(?:ed)?[- ]?in\b.{0,90}|(?:the )?deadline.{0,60}"
    r"|(?:the )?decision (?:is |will be )?(?:effective|comes into (?:force|effect)|implemented).{0,60}",
    re.IGNORECASE,
)
_EFFECTIVE = re.compile(
    r"effective (?:from|date)|(?:date (?:of|for) |earliest )?implementation(?: date)?"
    r"|date (?:the )?decision.{0,20}(?:effective|implemented)"
    r"|.{0,60}(?:come|comes|take|takes) (?:into )?(?:force|effect).{0,40}",
    re.IGNORECASE,
)
_CALL_SENTENCE = re.compile(r"\bcall(?:ed|ing)?[- ]?in\b[^.\n]{0,140}\Z", re.IGNORECASE)
_CALL_DEADLINE = re.compile(
    r"\bcall(?:ed)?[- ]in\b[^\n]{0,60}?\b(?:by|until|before|on|expires?|ends?)\b(?:[^.\n]|\.(?=\d)){0,60}"
    r"|\b(?:implemented|effective|take effect|come into (?:force|effect))\b(?:[^.\n]|\.(?=\d)){0,60}"
    r"\bunless call(?:ed)?[- ]in",
    re.IGNORECASE,
)
"""A sentence that names the last day for a call-in: "may call in a decision by 4.30pm on Friday 4 December"."""

_OF_WHAT_WAS_CALLED_IN = re.compile(
    r"\b(?:decisions?|meetings?|publication|made|taken|received|lodged|considered|heard)(?: [a-z]+){0,2}?"
    r" (?:of|on|dated)\W*\Z",
    re.IGNORECASE,
)
"""What makes a day in a label on a call-in that of the decision, or of the request: "Call-in of the decision of"."""
_DEADLINE_BEFORE = re.compile(
    (
        r"(?:midnight|noon|\bby|until|before|later than|expir\w+|deadline|ends?|[ap]\.?m\.?|\d[.:]\d\d|hours)(?: on"
        r"| of| at)?[\s,:]*\Z"
    ),
    re.IGNORECASE,
)
_SIGNED_BELOW = re.compile(r"date|dated|date signed|signed on", re.IGNORECASE)
"""What stands before the day on the line below the Proper Officer's name."""
_DATE_LABEL = re.compile(r"(?:date|held|held on|on|dated|day and date)?", re.IGNORECASE)
_WORDS_OF_NARRATIVE = re.compile(
    r"\b(?:was|were|had|has|have|approved|agreed|considered|noted|received|confirmed|signed|that)\b", re.IGNORECASE
)
_END_OF_A_SPAN = re.compile(
    r"\b(?:(?:year|quarter|months?|weeks?|period|position|term)(?: \w+)?|as at|end(?:ed|ing)?|to|from|by|until|since"
    r"|before|after)\W*\Z",
    re.IGNORECASE,
)
"""What stands before the day that a report reaches to, or something happens by: no meeting's day."""
_SENTENCE_END = re.compile(r"(?<=[a-z\d)])\.[^\S\n]+(?=[A-Z])")
_OTHER_DAY = re.compile(
    r"\b(?:(?:last|page|content)\s(?:updated?|reviewed|modified|changed|amended)|next\s(?:meeting|review|update)"
    r"|printed|updated|reviewed)\b",
    re.IGNORECASE,
)
"""What stands with a day that is not the record's own: when a page was changed, when the next meeting is."""
_NEAR_BODY = re.compile(
    r"\b(?:cabinet|executive)\b(?: (?:report|meeting|agenda|minutes|decisions?))?[\s,:–-]{0,4}(?:on|of)?\s{0,2}\Z",
    re.IGNORECASE,
)
_IN_NARRATIVE = 10
"""How much less firmly a label tells a role inside the record of the decision, where other decisions are told of."""

_GOES_ON = re.compile(r"[^\S\n]*[,;]?[^\S\n]*(?!(?:by|at|unless|subject|and will)\b)[a-z]")
"""How a sentence goes on behind a day that it tells in passing, where a label would end with it."""

_TELLS_ON = re.compile(
    r"\b(?:gave|gives|held|met|meetings?|which|who|decided|last (?:day|date)|deadline|call(?:ed|ing)?[- ]?in)\b"
)
"""Words behind the Proper Officer's name that tell of another day than his."""
_LEADERS = re.compile(r"(?:\.{2,}|…|_{2,})")
_LONGEST_LABEL = 140
_LONGEST_HEAD_LINE = 220


@unchanging(frozen=True, slots=True)
class RecordDates:
    """The printed dates with their roles, and the day of each role or None."""

    printed: tuple[PrintedDate, ...]
    meeting: date | None
    call_in: date | None
    proper_officer: date | None


@unchanging(frozen=True, slots=True)
class _Page:
    """What the role of each date is read from."""

    text: str
    lines: list[Line]
    starts: list[int]
    call_ins: list[Section]
    head_end: int
    dates: list[int]


@unchanging(frozen=True, slots=True)
class _Place:
    """What stands around a date: its label, whether the label is on its line, and that line."""

    label: str
    own_line: bool
    line: str


def read_dates(text: str, lines: list[Line], sections: Sequence[Section], head_end: int) -> RecordDates:
    """Return all dates of the text, each with its role.

    ``head_end`` is where the record's narrative begins; a meeting is named before it unless a label says so.
    """
    printed = find_dates(text)
    page = _Page(
        text,
        lines,
        [line.start for line in lines],
        [section for section in sections if section.kind is SectionKind.CALL_IN],
        head_end,
        [each.span.start for each in printed],
    )
    decision = next((each.span for each in sections if each.kind is SectionKind.DECISION), None)
    best: dict[DateRole, tuple[int, int]] = {}
    labels: dict[DateRole, list[int]] = {}
    for index, each in enumerate(printed):
        role, rank = _role(page, each)
        if role is DateRole.OTHER:
            continue
        if decision and decision.start <= each.span.start < decision.end:
            if rank > 1 or _GOES_ON.match(text, each.span.end):
                continue
            rank += _IN_NARRATIVE
        labels.setdefault(role, []).append(index)
        if role not in best or rank < best[role][0]:
            best[role] = (rank, index)
    roles: dict[int, DateRole] = {}
    for role, (_, chosen) in best.items():
        for index in labels[role]:
            if index == chosen or (printed[index].day == printed[chosen].day and printed[index].day is not None):
                roles.setdefault(index, role)
    meeting, call_in = _day_of(printed, best, DateRole.MEETING), _day_of(printed, best, DateRole.CALL_IN)
    if meeting is not None and call_in is None and DateRole.CALL_IN not in best:
        yearless = _deadline_without_year(page, meeting)
        call_in = yearless.day if yearless is not None else None
    else:
        yearless = None
    told = [replace(each, role=roles[i]) if i in roles else each for i, each in enumerate(printed)]
    if yearless is not None:
        told.append(yearless)
        told.sort(key=lambda each: each.span.start)
    return RecordDates(
        printed=tuple(told),
        meeting=meeting,
        call_in=call_in,
        proper_officer=_day_of(printed, best, DateRole.PROPER_OFFICER),
    )


def _deadline_without_year(page: _Page, meeting: date) -> PrintedDate | None:
    """Return the day by which a decision may be called in where it is printed without its year, or None."""
    for section in page.call_ins:
        found = find_day_after(page.text, section.span.start, section.span.end, meeting)
        if found is not None:
            return replace(found, role=DateRole.CALL_IN)
    for sentence in _CALL_DEADLINE.finditer(page.text) if "call" in page.text.lower() else ():
        found = find_day_after(page.text, sentence.start(), sentence.end(), meeting)
        if found is not None:
            return replace(found, role=DateRole.CALL_IN)
    return None


def _day_of(printed: Sequence[PrintedDate], best: dict[DateRole, tuple[int, int]], role: DateRole) -> date | None:
    """Return the day chosen for a role, or None where there is none or the calendar has no such day."""
    return printed[best[role][1]].day if role in best else None


def _role(page: _Page, each: PrintedDate) -> tuple[DateRole, int]:
    """Return the role that the date's surroundings give it, and how firmly (0 is firmest)."""
    text = page.text
    if _OFFICER_BEFORE.search(text[max(0, each.span.start - 40) : each.span.start]):
        return DateRole.PROPER_OFFICER, 0
    first = max(0, each.span.start - _LONGEST_LABEL)
    near = text[first : each.span.start].lower()
    if (
        any(word in near for word in _OF_PUBLISHING)
        and _PUBLISHED_ON.search(text, first, each.span.start)
        and not _TELLS_ON.search(near.partition("proper officer")[2])
    ):
        return DateRole.PROPER_OFFICER, 1
    at = bisect_right(page.call_ins, each.span.start, key=lambda section: section.span.start) - 1
    if at >= 0 and each.span.start < page.call_ins[at].span.end:
        return DateRole.CALL_IN, _call_in_rank(text, each, page.call_ins[at])
    place = _place_of(text, each, page.lines, page.starts)
    found = _by_label(place)
    if found is None and each.span.start < page.head_end and _TAKEN_BY.fullmatch(place.label):
        found = DateRole.MEETING, 2
    if found is None and is_end_of_a_span(text, each):
        return DateRole.OTHER, 9
    if found is None and each.span.start < page.head_end and _MEETING_HELD.fullmatch(_opening(page, each)):
        found = DateRole.MEETING, 2
    if found is None and len(place.line) <= _LONGEST_HEAD_LINE and not _WORDS_OF_NARRATIVE.search(place.line):
        before = text[max(0, each.span.start - 40) : each.span.start]
        found = _by_line(place, before, in_head=each.span.start < page.head_end, alone=not _heads_a_column(page, each))
    if found is None and _CALL_SENTENCE.search(text[max(0, each.span.start - 160) : each.span.start]):
        found = DateRole.CALL_IN, 4
    return found or (DateRole.OTHER, 9)


def is_end_of_a_span(text: str, each: PrintedDate) -> bool:
    """Tell whether a dash parts a day from another: "1 April 2015 - 31 March 2016" dates no meeting."""
    behind = _TO_ANOTHER.match(text, each.span.end)
    return behind is not None or _FROM_ANOTHER.search(text, max(0, each.span.start - 40), each.span.start) is not None


_TO_ANOTHER = re.compile(
    r"\s*(?:[-–—]|to\b|until\b)\s*(?:the\s+)?(?:\w+day,?\s+)?\d{1,2}(?:st|nd|rd|th)?[\s/.]", re.IGNORECASE
)
_FROM_ANOTHER = re.compile(r"\d{2}\s*(?:[-–—]|to|until)\s*\Z", re.IGNORECASE)


def _opening(page: _Page, each: PrintedDate) -> str:
    """Return the words before a date back to the start of its paragraph, which lines may break."""
    index = bisect_right(page.starts, each.span.start) - 1
    while (
        index > 0 and not page.lines[index].after_blank and each.span.start - page.lines[index].start < _LONGEST_LABEL
    ):
        index -= 1
    return _label(_SENTENCE_END.split(page.text[page.lines[index].start : each.span.start])[-1].rpartition("\t")[2])


def _by_label(place: _Place) -> tuple[DateRole, int] | None:
    """Return the role that a date's label names."""
    label = place.label
    if not label or len(label) > _LONGEST_LABEL:
        return None
    if _PROPER_OFFICER.fullmatch(label) and not _TELLS_ON.search(label.lower().rpartition("proper officer")[2]):
        return DateRole.PROPER_OFFICER, 0 if place.own_line else 1
    if _DECISION_DATE.fullmatch(label):
        return DateRole.MEETING, 0
    return _by_words_of(label)


def _by_words_of(label: str) -> tuple[DateRole, int] | None:
    """Return the role that a label's words speak of, where it is none of those that only name a date."""
    if _MEETING_LABEL.match(label) and _MEETING_HEAD.fullmatch(label):
        return DateRole.MEETING, 1
    if _EFFECTIVE.fullmatch(label):
        return DateRole.CALL_IN, 3
    if _CALL_IN.fullmatch(label) and not (_WORDS_OF_NARRATIVE.search(label) or _OF_WHAT_WAS_CALLED_IN.search(label)):
        return DateRole.CALL_IN, 1
    return None


def _heads_a_column(page: _Page, each: PrintedDate) -> bool:
    """Tell whether a date heads one of a table's columns: others stand in the cells of its line."""
    line = page.lines[bisect_right(page.starts, each.span.start) - 1]
    dates = page.dates[bisect_left(page.dates, line.start) : bisect_left(page.dates, line.end)]
    return len(dates) > 1 and any(sign in page.text[dates[0] : dates[-1]] for sign in "|\t")


def _by_line(place: _Place, before: str, *, in_head: bool, alone: bool) -> tuple[DateRole, int] | None:
    """Return the meeting's role for a date of the head, or for one that stands right behind the Cabinet's name."""
    if in_head and not _OTHER_DAY.search(place.line) and not _END_OF_A_SPAN.search(place.label):
        if place.label and _MEETING_HEAD.fullmatch(place.label):
            return DateRole.MEETING, 2
        if (alone or place.label) and _DATE_LABEL.fullmatch(place.label):
            return DateRole.MEETING, 3
        if alone and len(place.line) <= _LONGEST_LABEL:
            return DateRole.MEETING, 4
    return (DateRole.MEETING, 6) if _NEAR_BODY.search(before) else None


def _call_in_rank(text: str, each: PrintedDate, section: Section) -> int:
    """Return how firmly a date of the call-in section is the deadline: one after "midnight on" or "by" most."""
    before = text[max(section.span.start, each.span.start - 40) : each.span.start]
    firm = 0 if "call" in section.heading.lower() else 2
    return firm if not before.strip() or _DEADLINE_BEFORE.search(before) else firm + 1


def _place_of(text: str, each: PrintedDate, lines: list[Line], starts: list[int]) -> _Place:
    """Return what stands around the date."""
    index = bisect_right(starts, each.span.start) - 1
    line = lines[index]
    whole = text[line.start : min(line.end, line.start + 4 * _LONGEST_HEAD_LINE)]
    before = text[max(line.start, each.span.start - 4 * _LONGEST_LABEL) : each.span.start]
    cells = re.split(r"\||\t", _SENTENCE_END.split(before)[-1])
    label = _label(cells[-1])
    # Of two columns set by blanks, "Executive Board      Date of meeting: 5 September", the last is the label.
    last = _label(cells[-1].rstrip().rpartition("   ")[2])
    if _DECISION_DATE.fullmatch(last):
        label = last
    own_line = True
    if not label and len(cells) > 1:
        label = _label(cells[-2]) or _above(text, lines, index, len(cells) - 1)
    if (
        _SIGNED_BELOW.fullmatch(label)
        and index
        and "proper officer" in text[lines[index - 1].start : lines[index - 1].end].lower()
    ):
        label = f"proper officer {label}"
    if not label and not before.strip(" \t|*_#>"):
        own_line = False
        label = _label_above(text, lines, index)
    return _Place(label, own_line, whole)


def _label(words: str) -> str:
    """Return a label without marks, leaders and a time of day."""
    return plain(_LEADERS.sub(" ", words)).strip(" .:;,-–—?|•>")


def _above(text: str, lines: list[Line], index: int, column: int) -> str:
    """Return the cell above in a table, or an empty text."""
    if index == 0 or "|" not in text[lines[index - 1].start : lines[index - 1].end]:
        return ""
    cells = text[lines[index - 1].start : lines[index - 1].end].split("|")
    return _label(cells[column]) if column < len(cells) else ""


def _label_above(text: str, lines: list[Line], index: int) -> str:
    """Return the short line above a date that stands alone, or its column's heading."""
    if "|" in text[lines[index].start : lines[index].end]:
        return _above(text, lines, index, 0)
    for step in range(1, min(4, index + 1)):
        line = lines[index - step]
        words = text[line.first : min(line.last, line.first + _LONGEST_LABEL)]
        if is_date_alone(words):
            return ""
        label = _label(words)
        # A name may stand between "Proper Officer" and the date.
        if (step == 1 or "proper officer" in label.lower()) and (
            step > 1 or _PROPER_OFFICER.fullmatch(label) or _DECISION_DATE.fullmatch(label) or _CALL_IN.fullmatch(label)
        ):
            return label
    return ""
