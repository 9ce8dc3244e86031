"""What a record points at elsewhere: other meetings, minutes and records, by date or by number.

A meeting is told by a body and a date joined as such: "approved by Cabinet on 13 June 2013", "the Cabinet meeting of
9 May 2013", "On 13 June 2013 Cabinet agreed", "reported to Cabinet in June 2013". A date inside what the body said
("Cabinet noted that at 30 June …") joins nothing. A minute or a record is told by its number behind the word for it,
or by a number that can be nothing else (a letter and six digits). Each pattern is tried at the dates and at its own
first words alone and looks no further than a line or two, so the time is linear in the length of the text.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date

from crossfoot.extraction.quick import matches
from crossfoot.model import DateRole, PrintedDate, Reference, ReferenceKind, Span
from crossfoot.model.english import MONTH_NAMES

_REACH = 110
"""How many characters before a date may hold the body and what it did."""

_BODY = (
    r"(?:Cabinet|Executive(?:\s(?:Board|Committee|Cabinet))?|(?:[Ff]ull\s)?Council"
    r"|(?:[A-Z][\w’'&]+\s(?:and\s)?){0,5}(?:Committee|Board|Panel|Forum))"
)
_ACT = re.compile(
    r"\b(?:approv|agree|consider|resol|receiv|report|endors|note|decid|decision|present|submi|adopt|minute|meeting|met\b"
    r"|refer|paper|brought|taken|authoris|confirm|defer|postpon|reject|refus|recommend|discuss|welcom|scrutinis|ask|request"
    r"|instruct|heard|set\b|determin)",
    re.IGNORECASE,
)
_JOINED = re.compile(
    rf"\b(?P<body>{_BODY})(?P<between>(?:['’]s)?[^.;:|\n]{{0,36}}?(?:\n[^.;:|\n]{{0,24}}?)?)"
    r"(?:\b(?:on|of|dated|held)\s{1,2}(?:the\s)?|\(\s?|(?:(?<=Cabinet)|(?<=Council)|(?<=Board)|(?<=Committee)|(?<=Executive))\s)\Z"
)
_MEETING = re.compile(r"\bmeetings?\s(?:which\swas\s)?(?:held\s)?(?:on|of|dated)\s{1,2}(?:the\s)?\Z", re.IGNORECASE)
_OPENS = re.compile(r"\b[Oo]n\s{1,2}(?:the\s)?\Z")
_FOLLOWS = re.compile(
    rf",?\s{{1,2}}(?:the\s)?(?P<body>{_BODY})\s(?:(?:had|has|have|also|then|first)\s){{0,2}}(?P<act>[a-z]+ed|met|took|gave)\b"
)
_SAID = re.compile(r"\b(?:that|whether|how|as\sat|at\sthe\send|during|since|between)\b|\d", re.IGNORECASE)
"""What shows that a date belongs to what was said and not to the meeting."""

_MONTHS = "|".join(MONTH_NAMES)
_IN_MONTH = re.compile(
    rf"\b(?P<body>{_BODY})(?:['’]s)?\s(?:(?:meeting|report|decision)s?\s)?(?:held\s)?(?:in|of)\s"
    rf"(?P<month>{_MONTHS})\s(?P<year>(?:19|20)\d\d)\b"
)
_LATELY = re.compile(
    rf"\b(?!The\s)(?P<body>{_BODY})(?:['’]s)?\s(?:(?:had|has|have|also|then|first)\s){{0,2}}(?P<act>[a-z]+ed|met|took|gave|set)\b"
    rf"(?P<between>[^.;:\d\n]{{0,36}}?)\s(?:in\s(?P<month>{_MONTHS})(?:\s(?P<year>(?:19|20)\d\d))?"
    rf"|on\s(?:the\s)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<of>{_MONTHS}))\b(?!,?\s(?:19|20)\d\d)"
)
"""A body that did something in a month, or on a day without its year: "Council had adopted the Plan in June 2018"."""

_AT_A_MEETING = re.compile(
    rf"\b(?:its|their|last|(?:from|since|of|by|after)\sthe)\s(?P<month>{_MONTHS})(?:\s(?P<year>(?:19|20)\d\d))?\s(?:{_BODY}\s)?(?:meeting|Cabinet|Council)\b"
    rf"|\breports?\s(?:that\swas\s|which\swas\s)?(?:considered|presented|received|submitted|brought)\s(?:to|by)?\s?"
    rf"(?:(?:the\s)?{_BODY}\s)?in\s(?P<then>{_MONTHS})(?:\s(?P<in>(?:19|20)\d\d))?\b"
    rf"|\b[Ii]n\s(?P<first>{_MONTHS})\s(?P<when>(?:19|20)\d\d),?\s(?:the\s)?{_BODY}\s(?:(?:had|has|also|then)\s){{0,2}}"
    r"(?P<act>[a-z]+ed|met|took|gave|set)\b"
)
"""A meeting that is told by its month: "its July meeting", "the report considered in February"."""

_MINUTE = re.compile(
    r"\b(?:(?:Cabinet|Executive|Council)\s)?(?P<word>[Mm]inutes?|Min\.)\s(?:(?:[Nn]o|[Nn]umber|[Rr]ef(?:erence)?)s?\b\.?:?\s?)?"
    r"(?P<number>(?:[A-Z]{1,5}[\s./-]?)?\d{1,4}(?P<more>(?:\s?[/.-]\s?\d{1,4}){0,3}))\b(?P<refers>\s(?:refers?|above|below)\b)?"
)
_NUMBERED = re.compile(
    r"\b(?:[Dd]ecision|[Rr]ecord|[Rr]eport|[Rr]ef(?:erence)?|[Ii]tem)s?\b\.?\s?(?:(?:[Nn]o|[Nn]umber|[Rr]ef(?:erence)?)\b\.?)?:?\s?"
    r"(?P<number>[A-Z]{1,5}[\s./-]?\d{1,6}(?:[./-]\d{1,6}){0,3})(?![\w/])"
)
_ALONE = re.compile(r"(?<![\w/.-])(?P<number>[A-Z]\d{6})(?![\w/-])")
_MAY_BE_NUMBERED, _MAY_BE_ALONE = re.compile(r"[DdRrIi](?=e[cfp]|tem)"), re.compile(r"[A-Z](?=\d{6})")
_MAY_BE_A_BODY = re.compile(r"[A-Zf](?<!\w.)")
_MAY_BE_AT_A_MEETING = re.compile(r"[itlfsoarbI](?=ts\s|heir\s|ast\s|rom\s|ince\s|f\s|y\s|fter\s|eport|n\s)")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_BEHIND = 40
"""How many characters behind a date what the body did may begin: "The Cabinet of 11 July 2019 deferred the matter"."""

_STOP = re.compile(r"(?<=[a-z\d)’”])[.;?!]\s")


def find_references(
    text: str, dates: Sequence[PrintedDate], meeting: date | None, own: str | None
) -> tuple[Reference, ...]:
    """Return the references of ``text`` to other meetings, minutes and records, in order of place, none overlapping.

    ``meeting`` and ``own`` are the record's own meeting date and reference, which are no references to others.
    """
    found = [
        *_dated(text, dates, meeting),
        *_by_month(text, meeting),
        *_minutes(text),
        *_numbered(text, own),
    ]
    found.sort(key=lambda each: (each.span.start, -each.span.end))
    kept: list[Reference] = []
    for each in found:
        if not kept or each.span.start >= kept[-1].span.end:
            kept.append(each)
    return tuple(kept)


def number_key(number: str) -> str:
    """Return what a reference number is compared by: its letters and digits, in capitals."""
    return re.sub(r"[^A-Z0-9]", "", number.upper())


def _dated(text: str, dates: Sequence[PrintedDate], meeting: date | None) -> Iterator[Reference]:
    """Yield the meetings that are told by a full date."""
    for printed in dates:
        if printed.day is None or printed.role is not DateRole.OTHER or printed.day == meeting:
            continue
        place = _joined_before(text, printed.span) or _joined_behind(text, printed.span)
        if place is not None:
            yield Reference(ReferenceKind.MEETING, place, place.cut(text), printed.day, printed.day)


def _joined_before(text: str, span: Span) -> Span | None:
    """Return the place of body and date, where the body stands before the date."""
    start = _sentence_start(text, span.start)
    before = text[start : span.start]
    joined = _JOINED.search(before)
    if joined is not None:
        behind = re.split(r"[.;\n]", text[span.end : span.end + _BEHIND], maxsplit=1)[0]
        if _SAID.search(joined["between"]) or not (_ACT.search(before) or _ACT.search(behind)):
            return None
        return Span(start + joined.start("body"), span.end)
    meeting = _MEETING.search(before)
    return Span(start + meeting.start(), span.end) if meeting else None


def _joined_behind(text: str, span: Span) -> Span | None:
    """Return the place of date and body, where the date opens the sentence: "On 13 June 2013 Cabinet agreed"."""
    if not _OPENS.search(text[max(0, span.start - 8) : span.start]):
        return None
    follows = _FOLLOWS.match(text, span.end, min(len(text), span.end + _REACH))
    return Span(span.start, follows.end("body")) if follows and _ACT.match(follows["act"]) else None


def _sentence_start(text: str, end: int) -> int:
    """Return where the sentence that reaches ``end`` begins, as far as it is looked at."""
    start = max(0, end - _REACH)
    window = text[start:end]
    cuts = [match.end() for pattern in (_BLANK_LINE, _STOP) for match in pattern.finditer(window)]
    return start + max(cuts, default=0)


_FAR = 200
"""How many characters before or behind a month what a body did then may stand."""

_TELLS_OF_A_MEETING = re.compile(r"(?:Cabinet|Executive|Council|Committee|Board|Panel|Forum|meeting|reports?\b)")
"""What each way to tell a meeting by its month holds."""


def _by_month(text: str, meeting: date | None) -> Iterator[Reference]:
    """Yield the meetings that are told by a month; looked for around the months that the text names alone."""
    for start, end in _around_months(text):
        if _TELLS_OF_A_MEETING.search(text, start, end) is not None:
            yield from _in_a_month(text, start, end, meeting)
            yield from _lately(text, start, end, meeting)


def _around_months(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a text around the months it names, in order, those that touch as one."""
    places = sorted(place for name in MONTH_NAMES for place in _places(text, name))
    begin = end = 0
    for place in places:
        if place - _FAR > end:
            if end:
                yield begin, end
            begin = place - _FAR
        begin = max(begin, 0)
        end = min(place + _FAR, len(text))
    if end:
        yield begin, end


def _places(text: str, word: str) -> Iterator[int]:
    """Yield where a word stands in a text."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def _in_a_month(text: str, start: int, end: int, meeting: date | None) -> Iterator[Reference]:
    """Yield the meetings of a stretch of which only the month is told, other than the record's own."""
    for match in matches(_MAY_BE_A_BODY, _IN_MONTH, text, start, end):
        year, month = int(match["year"]), _month(match["month"])
        if meeting is not None and (meeting.year, meeting.month) == (year, month):
            continue
        if not _ACT.search(text[_sentence_start(text, match.start()) : match.end()]):
            continue
        last = monthrange(year, month)[1]
        yield Reference(
            ReferenceKind.MEETING,
            Span(*match.span()),
            match.group(),
            date(year, month, 1),
            date(year, month, last),
        )


def _lately(text: str, start: int, end: int, meeting: date | None) -> Iterator[Reference]:
    """Yield the meetings of a stretch that are told by what a body did in a month, or on a day, before this one."""
    for opening, pattern in ((_MAY_BE_A_BODY, _LATELY), (_MAY_BE_AT_A_MEETING, _AT_A_MEETING)):
        for match in matches(opening, pattern, text, start, end):
            told = match.groupdict()
            if told.get("act") and not _ACT.match(told["act"]):
                continue
            if _SAID.search(told.get("between") or ""):
                continue
            month = _month(told.get("month") or told.get("of") or told.get("then") or told.get("first") or "")
            year = told.get("year") or told.get("in") or told.get("when")
            span = _stretch(month, int(year) if year else None, int(told.get("day") or 0), meeting)
            if span is not None:
                yield Reference(ReferenceKind.MEETING, Span(*match.span()), match.group(), *span)


def _month(name: str) -> int:
    """Return the number of a month."""
    return MONTH_NAMES.index(name) + 1


def _stretch(month: int, year: int | None, day: int, meeting: date | None) -> tuple[date, date] | None:
    """Return the first and the last day that are meant, before the record's own meeting; None where there is none.

    A month or day whose year is not told is the last one before it.
    """
    if year is None:
        if meeting is None:
            return None
        year = meeting.year - ((month, day) >= (meeting.month, meeting.day if day else 0))
    last = monthrange(year, month)[1]
    if day > last:
        return None
    first, end = date(year, month, day or 1), date(year, month, day or last)
    own = meeting is not None and (first <= meeting <= end or first > meeting)
    return None if own else (first, end)


def _minutes(text: str) -> Iterator[Reference]:
    """Yield minutes by number; a small "minute 5" needs a year or "refers" beside it, or it may be a time."""
    if "inute" not in text and "Min." not in text:
        return
    for match in _MINUTE.finditer(text):
        capital = match["word"][0] == "M"
        letters = match["number"][0].isalpha()
        bracketed = capital and text[match.start() - 1 : match.start()] == "("
        numbered = capital and _is_numbered(match.group())
        if match["more"] or match["refers"] or letters or bracketed or numbered:
            end = match.end("number")
            yield Reference(
                ReferenceKind.MINUTE, Span(match.start(), end), text[match.start() : end], number=match["number"]
            )


def _is_numbered(words: str) -> bool:
    """Tell whether the word for a number stands among the words: "Minute No. 45"."""
    return re.search(r"\b(?:no|number|ref)", words, re.IGNORECASE) is not None


def _numbered(text: str, own: str | None) -> Iterator[Reference]:
    """Yield records by their reference number, but for the record's own."""
    mine = number_key(own or "")
    for opening, pattern in ((_MAY_BE_NUMBERED, _NUMBERED), (_MAY_BE_ALONE, _ALONE)):
        for match in matches(opening, pattern, text):
            key = number_key(match["number"])
            if key != mine and sum(each.isdigit() for each in key) >= 4:
                start, end = match.span("number")
                yield Reference(ReferenceKind.RECORD, Span(start, end), match["number"], number=match["number"])
