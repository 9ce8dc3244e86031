"""Calendar dates as English councils print them, with the weekday beside them.

Every form names a day, a month and a year: "13th June 2013", "Friday, 21 June 2013", "June 13, 2013",
"13/06/2013", "13.06.13", "2013-06-13". A date that the calendar does not know ("31 June 2013", a year
of five digits, a year cut short) is found too, without a day, because a check asks about it. Day comes
before month in figures, as it does everywhere in England. Each pattern starts at a digit or a month's
name and holds no unbounded repetition, so the time is linear in the length of the text; a search skips to the digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from crossfoot.extraction.quick import matches
from crossfoot.model import PrintedDate, Span

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:r?uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_WEEKDAY = r"(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"

# Between the parts of a date stand blanks of any kind and at most one line break, never a blank line.
_GAP = r"(?:[^\S\n]{1,6}(?:\n[^\S\n]{0,30})?|\n[^\S\n]{0,30})"

# A full year; one of five digits or cut to three before the end of a phrase is caught to be asked about;
# two digits only where an apostrophe, a stroke or a shortened month shows that they are a year.
_YEAR = r"(?P<year>(?:19|20)\d{2,3}|(?:19|20)\d(?=[^\S\n]{0,3}(?:[\n.,;)]|\Z))|['’]\d{2})(?!\d)"

_DAY_FIRST = re.compile(
    rf"(?P<day>[0-9](?<![\d£$][0-9])(?<!\d[.,][0-9])\d?)(?:[^\S\n]?(?:st|nd|rd|th)\b\.?)?"
    rf"(?:{_GAP}day)?(?:{_GAP}of)?(?:{_GAP}|[-–/.,]|,{_GAP})?(?P<month>{_MONTH})(?![a-z])\.?"
    rf"(?:(?:,?{_GAP}|[-–/.,])?{_YEAR}|(?<![hyleri])(?:{_GAP}|[-–/.])(?P<short>\d{{2}})(?![\d,.:%/]\d|\d|%)"
    rf"|[-–/](?P<stroke>\d{{2}})(?![\d/%]))",
    re.IGNORECASE,
)
_YEARLESS = re.compile(
    rf"(?<![\d£$.,/])(?P<day>\d{{1,2}})(?:[^\S\n]?(?:st|nd|rd|th)\b)?(?:{_GAP}of)?{_GAP}(?P<month>{_MONTH})(?![a-z])"
    rf"(?!\.?,?{_GAP}['’]?\d)",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"(?=[jfmasond])(?<![^\W\d_])(?P<month>{_MONTH})(?![a-z])\.?{_GAP}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)"
    rf"(?:,{_GAP}?|{_GAP}){_YEAR}",
    re.IGNORECASE,
)
_FIGURES = re.compile(
    r"(?=\d)(?<![\d£$])(?<!\d[.,])(?<!\w[/-])(?:"
    r"(?P<iso>(?:19|20)\d\d)(?P<iso_mark>[-/.])(?P<iso_month>\d\d)(?P=iso_mark)(?P<iso_day>\d\d)(?!\d|[-/.]\d)"
    r"|(?P<day>\d{1,2})(?P<mark>[/.-]|[^\S\n]/[^\S\n])(?P<month>\d{1,2})(?P=mark)"
    r"(?P<year>(?:19|20)\d{2,3}|\d\d)(?!\d|[-/.]\d|%))"
)
_DIGITS = re.compile(r"[0-9](?<![0-9][0-9])")
_OPENS_A_MONTH = re.compile(r"[JFMASONDjfmasond](?=[AEPUCOaepuco][NBRYLGPTVCnbrylgptvc])(?<![^\W\d_].)")
"""Where a date in figures, or one that begins with its month, may begin at all: not within a word."""

_WEEKDAY_BEFORE = re.compile(
    rf"(?<![^\W_])(?P<weekday>{_WEEKDAY})\.?(?:,?{_GAP}|,|[-–])?(?:the{_GAP})?\Z",
    re.IGNORECASE,
)
_WEEKDAY_AFTER = re.compile(rf"{_GAP}?\((?P<weekday>{_WEEKDAY})\)", re.IGNORECASE)
_SECTION_BEFORE = re.compile(
    r"(?:\b(?:sections?|paragraphs?|paras?|clauses?|tables?|appendix|version|policy|rules?|items?)\.?|§)\s{1,3}\Z",
    re.IGNORECASE,
)

_LAST_DAY_TO_DOUBT = 39
"""A "day" up to here is a slip of the pen worth asking about; a higher number is no day at all."""


def find_dates(text: str, start: int = 0, end: int | None = None) -> tuple[PrintedDate, ...]:
    """Return the calendar dates of ``text[start:end]`` in the order of their places.

    Spans count characters of the whole ``text`` and take in the weekday printed beside the date.
    ``day`` is None where the calendar has no such day. Spans do not overlap; every ``role`` is OTHER.
    """
    stop = len(text) if end is None else min(end, len(text))
    found = [*_worded(text, start, stop), *_in_figures(text, start, stop)]
    found.sort(key=lambda each: (each.span.start, -each.span.end))
    kept: list[PrintedDate] = []
    for each in found:
        if not kept or each.span.start >= kept[-1].span.end:
            kept.append(each)
    return tuple(kept)


def find_day_after(text: str, start: int, end: int, first: date) -> PrintedDate | None:
    """Return the first date of ``text[start:end]`` without a year, as the next such day from ``first`` on, or None.

    A deadline after a meeting is often printed so: "by 4.30 pm on Friday 4 December".
    """
    match = _YEARLESS.search(text, start, end)
    if match is None or not _may_be_a_day(match["day"]):
        return None
    month, number = _month_number(match["month"]), int(match["day"])
    day = next(
        (each for year in (first.year, first.year + 1) if (each := _day(year, month, number)) and each >= first), None
    )
    return _printed(text, match, day, start, end)


def _worded(text: str, start: int, stop: int) -> Iterator[PrintedDate]:
    """Yield the dates whose month is a word."""
    for match in _DAY_FIRST.finditer(text, start, stop):
        year = match["year"] or match["short"] or match["stroke"]
        if _may_be_a_day(match["day"]):
            day = _day(_full_year(year), _month_number(match["month"]), int(match["day"]))
            yield _printed(text, match, day, start, stop)
    for match in matches(_OPENS_A_MONTH, _MONTH_FIRST, text, start, stop):
        if _may_be_a_day(match["day"]):
            day = _day(_full_year(match["year"]), _month_number(match["month"]), int(match["day"]))
            yield _printed(text, match, day, start, stop)


def _in_figures(text: str, start: int, stop: int) -> Iterator[PrintedDate]:
    """Yield the dates written in figures alone, leaving section numbers like 6.1.14 out."""
    for match in matches(_DIGITS, _FIGURES, text, start, stop):
        if match["iso"]:
            month, day = int(match["iso_month"]), int(match["iso_day"])
            if month <= 12 and _may_be_a_day(match["iso_day"]):
                yield _printed(text, match, _day(int(match["iso"]), month, day), start, stop)
            continue
        day, month, year = int(match["day"]), int(match["month"]), _full_year(match["year"])
        if len(match["year"]) == 2 and (_is_section_number(text, match, start) or _day(year, month, day) is None):
            continue
        if _may_be_a_day(match["day"]) and 1 <= month <= _LAST_DAY_TO_DOUBT:
            yield _printed(text, match, _day(year, month, day), start, stop)


def _is_section_number(text: str, match: re.Match[str], start: int) -> bool:
    """Tell whether three short numbers with stops or strokes between them number a part of a report."""
    if match["mark"] in ".-" and min(len(match["day"]), len(match["month"])) < 2:
        return True
    return _SECTION_BEFORE.search(text[max(start, match.start() - 16) : match.start()]) is not None


def _may_be_a_day(digits: str) -> bool:
    """Tell whether a number stands where a day of the month stands, rightly or by a slip."""
    return 1 <= int(digits) <= _LAST_DAY_TO_DOUBT


def _month_number(word: str) -> int:
    """Return 1 to 12 for a month's name or its short form."""
    return _MONTHS.index(word[:3].lower()) + 1


def _full_year(digits: str) -> int:
    """Return the year that the digits name; two digits from 60 on are of the last century."""
    digits = digits.lstrip("'’")
    if len(digits) > 2:
        return int(digits)
    return int(digits) + (1900 if int(digits) >= 60 else 2000)


def _day(year: int, month: int, day: int) -> date | None:
    """Return the day, or None where the calendar has no such day."""
    if not 1900 <= year <= 2099:
        return None
    try:
        return date(year, month, day)
    except ValueError:  # the calendar itself says so; what is printed is kept without a day
        return None


def _printed(text: str, match: re.Match[str], day: date | None, start: int, stop: int) -> PrintedDate:
    """Return the date with the weekday before or behind it taken into its span."""
    first, last = match.span()
    weekday = None
    window = max(start, first - 24)
    before = _WEEKDAY_BEFORE.search(text[window:first])
    if before:
        first = window + before.start()
        weekday = before["weekday"]
    elif after := _WEEKDAY_AFTER.match(text, last, stop):
        last = after.end()
        weekday = after["weekday"]
    return PrintedDate(
        span=Span(first, last),
        quote=text[first:last],
        day=day,
        weekday=None if weekday is None else _WEEKDAYS.index(weekday[:3].lower()),
    )
