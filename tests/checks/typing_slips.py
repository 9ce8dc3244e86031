"""What typing slips do to a record: a weekday, a lost full stop, a number twice, a sentence twice.

Each function is given a record's text and what was read of it, and returns the text with one slip of its kind, or None
where the record has no place for it. A slip is planted only where it makes a provable error: a deadline stays no
council's rule, a list had been in order, and a section is one that the law or the record's own form asks for.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from crossfoot.checks.dates.calendar import MONTHS, call_in_deadline, is_working_day
from crossfoot.checks.dates.calendar import WEEKDAYS as _WEEKDAYS
from crossfoot.checks.settings import USUAL_RULES
from crossfoot.model import DateRole, Record, SectionKind

_MONTHS = tuple(name.capitalize() for name in MONTHS)
Slip = Callable[[str, Record], str | None]


def _dated(found: Record, role: DateRole) -> tuple[int, int, date] | None:
    """Return where the date of a role stands and what it is."""
    own = {
        DateRole.CALL_IN: found.call_in,
        DateRole.PROPER_OFFICER: found.proper_officer_date,
        DateRole.MEETING: found.meeting_date,
    }[role]
    spans = [d.span for d in found.dates if d.role is role]
    return (spans[-1].start, spans[-1].end, own) if spans and own else None


def _redated(text: str, found: Record, role: DateRole, day: date) -> str | None:
    """Return the text with the date of a role printed as another day, its weekday made to fit."""
    place = _dated(found, role)
    if place is None:
        return None
    start, end, own = place
    words = text[start:end]
    numeric = re.search(r"\d{1,2}([/.])\d{1,2}\1(\d{4}|\d{2})", words)
    if numeric:
        year = f"{day.year}" if len(numeric[2]) == 4 else f"{day.year % 100:02}"
        words = words.replace(numeric.group(), f"{day.day:02}{numeric[1]}{day.month:02}{numeric[1]}{year}")
        return text[:start] + words + text[end:]
    words = re.sub(rf"\b0?{own.day}(st|nd|rd|th)?\b", f"{day.day}", words, count=1)
    words = re.sub(_MONTHS[own.month - 1], _MONTHS[day.month - 1], words)
    words = words.replace(str(own.year), str(day.year))
    before = text[max(0, start - 14) : start]
    for name in _WEEKDAYS:
        before, words = (part.replace(name, _WEEKDAYS[day.weekday()]) for part in (before, words))
    return text[: max(0, start - 14)] + before + words + text[end:]


def _another_weekday(which: int) -> Slip:
    """Return the slip by which the weekday beside a full date, the first or a later one, becomes the next but one."""

    def slip(text: str, found: Record) -> str | None:
        day = rf"(?:the )?\d{{1,2}}(?:st|nd|rd|th)?,?\s+(?:of )?(?:{'|'.join(_MONTHS)}),?\s+\d{{4}}"
        dated = list(re.finditer(rf"\b({'|'.join(_WEEKDAYS)}),?\s+{day}", text))
        if len(dated) <= which:
            return None
        other = _WEEKDAYS[(_WEEKDAYS.index(dated[which][1]) + 2) % 7]
        return text[: dated[which].start()] + other + text[dated[which].end(1) :]

    slip.__name__ = f"another_weekday_{which + 1}"
    return slip


def _a_deadline_two_days_early(text: str, found: Record) -> str | None:
    """The call-in deadline moves two working days to the front, or more where two would still be a council's rule."""
    place, published = _dated(found, DateRole.CALL_IN), found.proper_officer_date
    if place is None or published is None or (place[2] - published).days > 14:
        return None
    lawful = {call_in_deadline(rule, found.meeting_date, published, frozenset()) for rule in USUAL_RULES}
    day, moved = place[2], 0
    while moved < 2 or day in lawful or day - timedelta(days=1) in lawful:
        day -= timedelta(days=1)
        moved += is_working_day(day)
    return _redated(text, found, DateRole.CALL_IN, day) if day > published else None


def _a_deadline_before_the_meeting(text: str, found: Record) -> str | None:
    """The call-in deadline falls into the month before the meeting."""
    return (
        _redated(text, found, DateRole.CALL_IN, found.meeting_date - timedelta(days=9)) if found.meeting_date else None
    )


def _published_before_the_meeting(text: str, found: Record) -> str | None:
    """The Proper Officer's date moves to three weeks before the meeting."""
    if found.meeting_date is None:
        return None
    return _redated(text, found, DateRole.PROPER_OFFICER, found.meeting_date - timedelta(days=21))


def _published_on_the_deadline(text: str, found: Record) -> str | None:
    """The deadline becomes the day of publication."""
    if found.proper_officer_date is None:
        return None
    return _redated(text, found, DateRole.CALL_IN, found.proper_officer_date)


def _a_31st_of_a_short_month(text: str, found: Record) -> str | None:
    """A date in the text gets a day that its month does not have."""
    for match in re.finditer(r"\b(\d{1,2})(?:st|nd|rd|th)? (April|June|September|November) \d{4}", text):
        return text[: match.start(1)] + "31" + text[match.end(1) :]
    return None


def _a_year_of_five_digits(text: str, found: Record) -> str | None:
    """The last full date of the text gets a digit too many."""
    dates = list(re.finditer(rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:{'|'.join(_MONTHS)}) (\d{{4}})\b", text))
    return text[: dates[-1].end()] + "0" + text[dates[-1].end() :] if dates else None


_ITEM = re.compile(r"^[ \t]*(?P<open>\(?)(?P<label>\d{1,2}|[a-h])(?P<stop>[.)])[ \t]+(?=\S)", re.MULTILINE)
_PARAGRAPH = re.compile(r"^[ \t]*(?P<open>\d{1,2}\.)(?P<label>\d{1,2})(?P<stop>\.?)[ \t]+(?=[A-Z])", re.MULTILINE)
_MINUTE = re.compile(
    r"^[ \t]*(?P<open>(?:[A-Z]{1,4}[. ])?)(?P<label>\d{1,3})(?P<stop>\.?)[ \t]+(?=[A-Z][A-Z ,&'’/:-]{4,}(?![a-z]))",
    re.MULTILINE,
)
_Row = list[re.Match[str]]


def _rows(pattern: re.Pattern[str], text: str) -> list[_Row]:
    """Return the rows of three marks or more that count on without a gap, every mark printed like the others."""
    rows: list[_Row] = []
    for mark in pattern.finditer(text):
        last = rows[-1][-1] if rows else None
        alike = last is not None and (last["open"], last["stop"]) == (mark["open"], mark["stop"])
        if last is not None and alike and _place(mark["label"]) == _place(last["label"]) + 1:
            rows[-1].append(mark)
        else:
            rows.append([mark])
    return [row for row in rows if len(row) > 2 and (pattern is _MINUTE or _place(row[0]["label"]) == 1)]


def _place(label: str) -> int:
    """Return which in its row a number or letter is, a letter counted apart from numbers."""
    return int(label) if label.isdecimal() else ord(label) - ord("a") + 1


def _resolutions(text: str, found: Record) -> _Row:
    """Return the markers of the first list of resolutions in order, or none."""
    starts = [r.span for r in found.resolutions]
    low, high = (starts[0].start - 12, starts[-1].end) if len(starts) > 2 else (0, 0)
    return next((row for row in _rows(_ITEM, text) if low <= row[0].start("label") <= row[-1].start() <= high), [])


def _another_list(text: str, found: Record) -> _Row:
    """Return the markers of the first list that are no resolutions, or none."""
    inside = [(r.span.start - 12, r.span.end) for r in found.resolutions]
    rows = _rows(_ITEM, text)
    return next((r for r in rows if not any(a <= m.start("label") < b for m in r for a, b in inside)), [])


def _paragraphs(text: str, found: Record) -> _Row:
    """Return the numbers of the first section's paragraphs, "2.1 … 2.4", or none."""
    return next(iter(_rows(_PARAGRAPH, text)), [])


def _minutes(text: str, found: Record) -> _Row:
    """Return the numbers of the minutes or numbered sections, four at the least, or none."""
    return next((row for row in _rows(_MINUTE, text) if len(row) > 3), [])


def _stop_lost(name: str, row_of: Callable[[str, Record], _Row]) -> Slip:
    """Return the slip that takes away what follows a number of a row."""

    def slip(text: str, found: Record) -> str | None:
        row = [mark for mark in row_of(text, found) if mark["stop"] == "." and mark["label"].isdigit()]
        return text[: row[1].start("stop")] + text[row[1].end("stop") :] if row else None

    slip.__name__ = f"{name}_without_its_stop"
    return slip


def _number_twice(name: str, row_of: Callable[[str, Record], _Row]) -> Slip:
    """Return the slip by which an item repeats the number before it."""

    def slip(text: str, found: Record) -> str | None:
        row = row_of(text, found)
        return text[: row[1].start("label")] + row[0]["label"] + text[row[1].end("label") :] if row else None

    slip.__name__ = f"{name}_number_twice"
    return slip


def _left_out(name: str, row_of: Callable[[str, Record], _Row]) -> Slip:
    """Return the slip that loses an item of a row."""

    def slip(text: str, found: Record) -> str | None:
        row = row_of(text, found)
        return text[: row[1].start()].rstrip() + "\n" + text[row[2].start() :].lstrip("\n") if row else None

    slip.__name__ = f"{name}_left_out"
    return slip


def _section(found: Record, kind: SectionKind) -> tuple[int, int, int] | None:
    """Return where a section's heading begins, and its body from start to end."""
    section = found.section(kind)
    return (
        None if section is None or not section.heading else (section.span.start, section.span.start, section.span.end)
    )


def _without(kind: SectionKind) -> Callable[[str, Record], str | None]:
    """Return the slip that leaves a section's heading and body out."""

    def left_out(text: str, found: Record) -> str | None:
        section = found.section(kind)
        if section is None or len({s.kind for s in found.sections}) < 5 or not _is_asked_for(kind, text, found):
            return None
        heading = text.rfind(section.heading, 0, section.span.start + 1)
        start = text.rfind("\n", 0, heading) + 1
        kinds = [s.kind for s in found.sections]
        alone = not any(c.isalpha() for c in text[start:heading]) and "\n" in text[heading : section.span.end]
        if not alone or kinds.count(SectionKind.REASONS) > 1 or _shares_line(found, section.span.end, text):
            return None
        return text[:start] + text[section.span.end :].lstrip() if start > 0 else None

    left_out.__name__ = f"without_{kind.value}"
    return left_out


def _is_asked_for(kind: SectionKind, text: str, found: Record) -> bool:
    """Tell whether a record without a section would be wrong: the law asks for conflicts where there were any.

    A dispensation is granted for an interest that was declared; a form whose headings are numbered has all of them.
    """
    if kind not in {SectionKind.CONFLICTS, SectionKind.DISPENSATIONS}:
        return True
    if sum(_is_numbered(text, s.heading, s.span.start) for s in found.sections) > 2:
        return True
    conflicts = found.section(SectionKind.CONFLICTS)
    declared = conflicts is not None and re.search(r"Councillor|Cllr", conflicts.span.cut(text)) is not None
    kinds = {s.kind for s in found.sections}
    return {SectionKind.CONFLICTS, SectionKind.DISPENSATIONS} <= kinds and (kind is SectionKind.CONFLICTS or declared)


def _is_numbered(text: str, heading: str, body: int) -> bool:
    """Tell whether the line of a heading begins with its number."""
    line = text.rfind("\n", 0, text.rfind(heading, 0, body + 1) + 1) + 1
    return bool(heading) and re.match(r"\s*\d", text[line : line + 8]) is not None


def _shares_line(found: Record, end: int, text: str) -> bool:
    """Tell whether another section's heading stands on the line where a section ends."""
    line = text.rfind("\n", 0, end)
    return any(line < s.span.start - len(s.heading) < end for s in found.sections if s.heading)


def _empty(kind: SectionKind) -> Callable[[str, Record], str | None]:
    """Return the slip that leaves a section without words."""

    def emptied(text: str, found: Record) -> str | None:
        section = found.section(kind)
        kinds = [s.kind for s in found.sections]
        if section is None or len(set(kinds)) < 5 or kinds.count(SectionKind.REASONS) > 1:
            return None
        if "\n" not in text[section.span.end - 3 :][:6]:
            return None
        return text[: section.span.start] + "\n\n" + text[section.span.end :].lstrip()

    emptied.__name__ = f"nothing_under_{kind.value}"
    return emptied


def _a_sentence_twice(text: str, found: Record) -> str | None:
    """A full sentence of the narrative comes again at the end of its paragraph."""
    for match in re.finditer(r"(?<=[.!?] )([A-Z][a-z][^.!?\n|]{40,160}\.) (?=[A-Z])[^\n]*[.!?]\n", text):
        sentence = match[1]
        section = found.section_at(match.start())
        if section in {SectionKind.DECISION, None} and not re.search(
            r"\d\.|\b(?:[A-Z]|Mrs|Ms|Mr|Dr|St|Cllr)\.", sentence
        ):
            end = match.end() - 1
            return f"{text[:end].rstrip()} {sentence}{text[end:]}"
    return None


def _a_pound_lost(which: int) -> Slip:
    """Return the slip by which one of the sums of money in a paragraph with three or more loses its pound sign."""

    def slip(text: str, found: Record) -> str | None:
        amount = r"£(\d[\d,]*(?:\.\d+)?(?:m|k| million|,\d{3})|\d{1,3}(?:,\d{3})+)(?![\d/-])"
        for paragraph in re.finditer(r"(?:[^\n]+\n?)+", text):
            signs = list(re.finditer(amount, paragraph.group()))
            if len(signs) >= max(3, which + 1) and "|" not in paragraph.group():
                at = paragraph.start() + signs[which].start()
                return text[:at] + text[at + 1 :]
        return None

    slip.__name__ = f"pound_{which + 1}_lost"
    return slip


def _a_day_after_the_meeting(text: str, found: Record) -> str | None:
    """The day that a level is told of falls a year later, after the meeting."""
    meeting = found.meeting_date
    day = rf"(\d{{1,2}})(?:st|nd|rd|th)? ({'|'.join(_MONTHS)}),? (\d{{4}})"
    pattern = rf"\b[Aa]t {day}(?= (?:there (?:was|were)|the Council (?:was|had)))"
    for match in re.finditer(pattern, text) if meeting else ():
        if meeting and (int(match[3]) + 1, _MONTHS.index(match[2]) + 1) > (meeting.year, meeting.month):
            return f"{text[: match.start(3)]}{int(match[3]) + 1}{text[match.end(3) :]}"
    return None


def _another_quarter(text: str, found: Record) -> str | None:
    """A quarter of the financial year is given the number of the next one, its months unchanged."""
    months = (
        "April (?:to|-|–) June",
        "July (?:to|-|–) September",
        "October (?:to|-|–) December",
        "January (?:to|-|–) March",
    )
    for number, named in enumerate(months, 1):
        match = re.search(rf"\b(?:[Qq]uarter |Q)({number})(?: \d{{4}}[/-]\d{{2}})? ?[(,:–-] ?{named}", text)
        if match:
            return f"{text[: match.start(1)]}{number % 4 + 1}{text[match.end(1) :]}"
    return None


_TURNED = {
    "rose": "fell",
    "fell": "rose",
    "increased": "decreased",
    "risen": "fallen",
    "fallen": "risen",
    "decreased": "increased",
}


def _the_other_way(text: str, found: Record) -> str | None:
    """Where two values are told with a verb between them, the verb tells the other way."""
    pattern = rf"\b({'|'.join(_TURNED)}) from (£?[\d,.]*\d)(%|m)? to (£?[\d,.]*\d)(%|m)?"
    for match in re.finditer(pattern, text):
        one, two = (float(match[i].strip("£").replace(",", "")) for i in (2, 4))
        if match[3] == match[5] and (two > one) == (match[1] in {"rose", "increased", "risen"}):
            return text[: match.start(1)] + _TURNED[match[1]] + text[match.end(1) :]
    return None


def _a_row_copied(text: str, found: Record) -> str | None:
    """A row of a table is given the values of the row above it."""
    label, cells = r"([A-Z][^\n\t|\d]{3,40})[\t|]", r"((?:[^\n\t|]*[\t|]){1,4}[^\n\t|]*)"
    for match in re.finditer(rf"(?m)^{label}{cells}\n{label}{cells}$", text):
        above, own = match[2], match[4]
        telling = len(re.findall(r"\d[\d,.]*\d", above)) >= 2 and len(re.findall(r"\d", own)) >= 4
        if telling and above != own and len(re.split(r"[\t|]", above)) == len(re.split(r"[\t|]", own)):
            return text[: match.start(4)] + above + text[match.end(4) :]
    return None


def _a_section_that_is_not_there(text: str, found: Record) -> str | None:
    """A sentence at the end of a paragraph points at a section far behind the last one."""
    numbers = [int(mark["label"]) for row in _rows(_MINUTE, text) for mark in row if row[0]["label"] == "1"]
    end = next((m.end() for m in re.finditer(r"[^\n|\t]{120,}\.(?=\n)", text)), None)
    told = f" The details are in section {max(numbers, default=0) + 6} above."
    return text[:end] + told + text[end:] if end and len(numbers) > 3 else None


def _an_appendix_that_is_not_there(text: str, found: Record) -> str | None:
    """A sentence at the end of a paragraph cites an appendix that nothing else names."""
    end = next((m.end() for m in re.finditer(r"[^\n|\t]{120,}\.(?=\n)", text)), None)
    return f"{text[:end]} The details are set out in Appendix Q.{text[end:]}" if end else None


def _another_title(text: str, found: Record) -> str | None:
    """The record bears the title of another one."""
    title = found.title or ""
    at = text.find(title)
    one_decision = sum(s.kind is SectionKind.DECISION for s in found.sections) == 1
    if len(title) < 20 or at < 0 or text.count(title) > 1 or not one_decision or "\n" in title:
        return None
    return f"{text[:at]}Allotment Rents and Hackney Carriage Licences{text[at + len(title) :]}"


def _nothing_under_a_heading(text: str, found: Record) -> str | None:
    """A numbered heading in the middle of a paper loses all that stands under it."""
    row = next((r for r in _rows(_MINUTE, text) if len(r) > 3 and r[0]["label"] == "1"), [])
    line = text.find("\n", row[1].start()) if row else -1
    return f"{text[:line]}\n\n{text[row[2].start() :]}" if line > 0 and row[2].start() - line > 80 else None


def _a_bracket_lost(text: str, found: Record) -> str | None:
    """An item "(b)" of a list loses the bracket in front of it."""
    row = next((r for r in _rows(_ITEM, text) if r[0]["open"]), [])
    return text[: row[1].start("open")] + text[row[1].end("open") :] if row else None


MUTATIONS: tuple[tuple[int, Slip], ...] = (
    *((9, _another_weekday(which)) for which in range(4)),
    (10, _a_deadline_two_days_early),
    (10, _a_deadline_before_the_meeting),
    (11, _published_before_the_meeting),
    (12, _published_on_the_deadline),
    (13, _a_31st_of_a_short_month),
    (13, _a_year_of_five_digits),
    (14, _a_day_after_the_meeting),
    (15, _another_quarter),
    (17, _the_other_way),
    (25, _a_row_copied),
    (29, _stop_lost("a_resolution", _resolutions)),
    (29, _number_twice("a_resolution", _resolutions)),
    (29, _left_out("a_resolution", _resolutions)),
    (29, _number_twice("a_list_item", _another_list)),
    (29, _left_out("a_list_item", _another_list)),
    (29, _number_twice("a_paragraph", _paragraphs)),
    (29, _left_out("a_paragraph", _paragraphs)),
    (29, _stop_lost("a_minute", _minutes)),
    (29, _number_twice("a_minute", _minutes)),
    (29, _left_out("a_minute", _minutes)),
    (29, _a_bracket_lost),
    (30, _a_section_that_is_not_there),
    (31, _an_appendix_that_is_not_there),
    (32, _without(SectionKind.REASONS)),
    (32, _without(SectionKind.ALTERNATIVES)),
    (32, _without(SectionKind.CONFLICTS)),
    (32, _without(SectionKind.DISPENSATIONS)),
    (32, _empty(SectionKind.REASONS)),
    (32, _empty(SectionKind.ALTERNATIVES)),
    (32, _empty(SectionKind.CONFLICTS)),
    (32, _nothing_under_a_heading),
    (33, _another_title),
    (37, _a_sentence_twice),
    *((38, _a_pound_lost(which)) for which in (1, 2, 4)),
)
"""The typing slips, by the rule that must find them."""
