"""Errors planted one at a time in records without errors: what the rules must find, and what they must leave alone.

Three sources, all of invented text. ``planted/edits.tsv`` changes words that stand in an annotated record; each row of
``planted/insertions.tsv`` is a paragraph put into a record, once as it holds and once with the error; and the
functions of ``MUTATIONS`` do to any record what typing slips do: a weekday, a lost full stop, a sentence twice.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from crossfoot import assets
from crossfoot.checks import CheckInput, check_across, check_record
from crossfoot.checks.dates.calendar import MONTHS
from crossfoot.checks.dates.calendar import WEEKDAYS as _WEEKDAYS
from crossfoot.extraction.extractor import Extractor
from crossfoot.extraction.record import read_record
from crossfoot.model import DateRole, Record, SectionKind, Verdict

PLANTED = Path(__file__).parent / "planted"
RECORDS = Path(__file__).parents[1] / "extraction" / "gold" / "development"
_CHOICE = re.compile(r"\[([^\[\]|]*)\|([^\[\]|]*)\]")
_MONTHS = tuple(name.capitalize() for name in MONTHS)


@dataclass(frozen=True)
class Planting:
    """One error: the record without and with it, the rules that may find it, and the words that tell it."""

    rules: frozenset[int]
    record: str
    clean: str
    planted: str
    words: str


@dataclass(frozen=True)
class Asked:
    """A query as it is compared: its rule, what identifies it, and its sentence."""

    rule: int
    id: str
    message: str


class Asker:
    """Asks the whole way, from a text to its queries; a text asked twice is read once."""

    def __init__(self) -> None:
        self._extractor = Extractor(assets.dictionary())
        self._known: dict[tuple[str, ...], frozenset[Asked]] = {}

    def __call__(self, text: str) -> frozenset[Asked]:
        """Return the queries on a text."""
        return self.together(text)

    def together(self, *texts: str) -> frozenset[Asked]:
        """Return the queries on records, and on the records against each other where there are several."""
        if texts not in self._known:
            given = []
            for number, text in enumerate(texts, 1):
                found = self._extractor.extract(text)
                given.append(
                    CheckInput(f"d{number}", text, found.record, found.figures, found.statements, found.commitments)
                )
            findings = [finding for one in given for finding in check_record(one)]
            if len(given) > 1:
                findings += [finding for several in check_across(given).values() for finding in several]
            self._known[texts] = frozenset(
                Asked(f.rule, f.id, f.message) for f in findings if f.verdict is Verdict.QUERY
            )
        return self._known[texts]

    def finds(self, planting: Planting) -> bool:
        """Tell whether the planted error brings a query of its rules that was not there without it."""
        new = self(planting.planted) - self(planting.clean)
        return any(asked.rule in planting.rules for asked in new)

    def alarms(self, planting: Planting, host: str) -> list[Asked]:
        """Return the queries that a sound paragraph brings to its record."""
        before = {(asked.rule, asked.message) for asked in self(host)}
        return [asked for asked in self(planting.clean) if (asked.rule, asked.message) not in before]


def records() -> dict[str, str]:
    """Return the annotated records by name."""
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(RECORDS.glob("*.txt"))}


def _rows(name: str) -> Iterator[list[str]]:
    """Yield the rows of a table of plantings."""
    for line in (PLANTED / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t", 2)


def _rules(words: str) -> frozenset[int]:
    """Return the rules that a cell names."""
    return frozenset(int(number) for number in words.split(","))


def edits() -> Iterator[Planting]:
    """Yield the errors planted in the records' own words."""
    texts = records()
    for record, rules, words in _rows("edits.tsv"):
        text = texts[record]
        right, wrong = _CHOICE.sub(r"\1", words), _CHOICE.sub(r"\2", words)
        assert text.count(right) == 1, (record, right)
        yield Planting(_rules(rules), record, text, text.replace(right, wrong), words)


def insertions() -> list[tuple[frozenset[int], str]]:
    """Return the paragraphs to put into records, with their rules."""
    return [(_rules(rules), words) for rules, words in _rows("insertions.tsv")]


def inserted(words: str, rules: frozenset[int], record: str, text: str) -> Planting:
    """Return a paragraph put into a record behind the paragraph that ends nearest to a third of the text."""
    found = read_record(text)
    year = (found.meeting_date or date(2015, 6, 1)).year
    title = found.title or "Annual Report of the Service"
    names = {"y": str(year), "p": str(year - 1), "yy": f"{year % 100:02}", "title": title, "other": _renamed(title)}
    filled = re.sub(r"\{(\w+)\}", lambda m: names[m[1]], words).replace("¶", "\n").replace("⇥", "\t")
    at = _middle(text)
    right, wrong = (_CHOICE.sub(rf"\{side}", filled) for side in (1, 2))
    return Planting(rules, record, f"{text[:at]}{right}\n\n{text[at:]}", f"{text[:at]}{wrong}\n\n{text[at:]}", words)


def _renamed(title: str) -> str:
    """Return a title that is nearly the same: without its longest word."""
    longest = max(title.split(), key=len)
    return " ".join(title.replace(longest, "", 1).split()).strip(" :,-–")


def _middle(text: str) -> int:
    """Return where a long paragraph of the narrative ends, the one nearest to a third of the text."""
    ends = [m.end() for m in re.finditer(r"[^\n][^|\t]{150,}?\.[”\"]?\n\s*\n", text)]
    return min(ends, key=lambda end: abs(end - len(text) // 3)) if ends else text.index("\n\n") + 2


def mutations() -> Iterator[Planting]:
    """Yield the typing slips of every record that has the place for them."""
    for record, text in records().items():
        found = read_record(text)
        for rule, mutate in MUTATIONS:
            planted = mutate(text, found)
            if planted is not None and planted != text:
                yield Planting(frozenset({rule}), record, text, planted, mutate.__name__.strip("_").replace("_", " "))


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


def _another_weekday(text: str, found: Record) -> str | None:
    """A weekday beside a full date becomes the next but one."""
    day = rf"(?:the )?\d{{1,2}}(?:st|nd|rd|th)?,?\s+(?:of )?(?:{'|'.join(_MONTHS)}),?\s+\d{{4}}"
    for match in re.finditer(rf"\b({'|'.join(_WEEKDAYS)}),?\s+{day}", text):
        other = _WEEKDAYS[(_WEEKDAYS.index(match[1]) + 2) % 7]
        return text[: match.start()] + other + text[match.end(1) :]
    return None


def _a_deadline_two_days_early(text: str, found: Record) -> str | None:
    """The call-in deadline moves two working days to the front."""
    place, published = _dated(found, DateRole.CALL_IN), found.proper_officer_date
    if place is None or published is None or (place[2] - published).days > 14:
        return None
    day = place[2] - timedelta(days=2)
    while day.weekday() > 4:
        day -= timedelta(days=1)
    return _redated(text, found, DateRole.CALL_IN, day)


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


_RESOLUTION = r"(?m)^(\s*\(?)(\d{1,2}|[a-h])([.)]+)(\s)"


def _resolutions(text: str, found: Record) -> list[re.Match[str]]:
    """Return the markers of the numbered resolutions."""
    starts = [r.span for r in found.resolutions]
    if len(starts) < 3:
        return []
    low, high = starts[0].start - 12, starts[-1].end
    return [m for m in re.finditer(_RESOLUTION, text) if low <= m.start(2) <= high]


def _a_resolution_without_its_stop(text: str, found: Record) -> str | None:
    """A resolution loses what follows its number."""
    marks = [m for m in _resolutions(text, found) if m[3] == "." and m[2].isdigit()]
    return text[: marks[1].start(3)] + text[marks[1].end(3) :] if len(marks) > 2 else None


def _a_resolution_number_twice(text: str, found: Record) -> str | None:
    """A resolution repeats the number before it."""
    marks = _resolutions(text, found)
    return text[: marks[1].start(2)] + marks[0][2] + text[marks[1].end(2) :] if len(marks) > 2 else None


def _a_resolution_left_out(text: str, found: Record) -> str | None:
    """The numbers jump over one resolution."""
    marks = _resolutions(text, found)
    return text[: marks[1].start()].rstrip() + "\n" + text[marks[2].start() :].lstrip("\n") if len(marks) > 2 else None


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
        if section is None or len({s.kind for s in found.sections}) < 5:
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
    for match in re.finditer(r"(?<=[.!?] )([A-Z][a-z][^.!?\n|]{40,160}\.) (?=[A-Z])[^\n]*\n", text):
        sentence = match[1]
        section = found.section_at(match.start())
        if section in {SectionKind.DECISION, None} and not re.search(r"\d\.|\b[A-Z]\.", sentence):
            end = match.end() - 1
            return f"{text[:end].rstrip()} {sentence}{text[end:]}"
    return None


def _a_pound_lost(text: str, found: Record) -> str | None:
    """One of several sums of money in a paragraph loses its pound sign."""
    for paragraph in re.finditer(r"(?:[^\n]+\n?)+", text):
        signs = list(
            re.finditer(r"£(\d[\d,]*(?:\.\d+)?(?:m|k| million|,\d{3})|\d{1,3}(?:,\d{3})+)(?![\d/-])", paragraph.group())
        )
        if len(signs) >= 3 and "|" not in paragraph.group():
            at = paragraph.start() + signs[1].start()
            return text[:at] + text[at + 1 :]
    return None


MUTATIONS: tuple[tuple[int, Callable[[str, Record], str | None]], ...] = (
    (9, _another_weekday),
    (10, _a_deadline_two_days_early),
    (10, _a_deadline_before_the_meeting),
    (11, _published_before_the_meeting),
    (12, _published_on_the_deadline),
    (13, _a_31st_of_a_short_month),
    (13, _a_year_of_five_digits),
    (29, _a_resolution_without_its_stop),
    (29, _a_resolution_number_twice),
    (29, _a_resolution_left_out),
    (32, _without(SectionKind.REASONS)),
    (32, _without(SectionKind.ALTERNATIVES)),
    (32, _without(SectionKind.CONFLICTS)),
    (32, _without(SectionKind.DISPENSATIONS)),
    (32, _empty(SectionKind.REASONS)),
    (32, _empty(SectionKind.ALTERNATIVES)),
    (32, _empty(SectionKind.CONFLICTS)),
    (37, _a_sentence_twice),
    (38, _a_pound_lost),
)
"""The typing slips, by the rule that must find them."""
