"""Days of a decision that the text tells in passing: when it was taken, published, could be called in, took effect.

"The contracts board met on 10 October 2019, and the Proper Officer signed its record on 14 October." The words right
in front of a day, back to the day before it, tell what it is the day of; where none do, those behind it may. Days of a
table are told by the titles of their columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto

from crossfoot.checks.basis.context import Context
from crossfoot.checks.dates.calendar import MONTHS
from crossfoot.model import DateRole, Span


class Told(Enum):
    """What a day is told as; the order is that in which they come."""

    DECIDED = auto()
    SIGNED = auto()
    PUBLISHED = auto()
    DEADLINE = auto()
    EFFECT = auto()


@dataclass(frozen=True, slots=True)
class ToldDay:
    """A day, what it is told as, its place, the number of its sentence, and whether it is the record's own."""

    day: date
    told: Told
    span: Span
    sentence: int
    own: bool


CALLED_IN = r"call(?:s|ed|ing)?(?:[- ]?| (?:it|them|this|that|(?:the|this|that|its) (?:decision|matter)) )ins?\b"
_TIME = (
    r"(?:\d{1,2}(?:[.:]\d\d)?\s?(?:[ap]\.?m\.?|noon|hours|o'clock)|midnight|noon|(?:the )?close of (?:business|play))"
)
_AT = rf"(?:{_TIME},? )?(?:on |of )?(?:the )?(?:evening of )?"
_BODY = (
    r"(?:cabinet|executive|council|committee|sub-committee|board|panel|forum|commission|governors|trustees|members"
    r"|leader|mayor|director|portfolio holder|they|it|session)"
)
_LAST = (
    r"(?:deadline|last (?:day|date|moment|chance|opportunity|time)|final (?:day|date)|latest (?:day|date|time)"
    r"|time limit|(?:call[- ]in )?(?:period|window|time)|expiry(?: date)?|end date)"
)
_ENDS = (
    r"(?:expir(?:es?|ed|ing)|clos(?:es?|ed|ing)|end(?:s|ed|ing)?|(?:ran|runs?|running)(?: out)?|laps(?:es?|ed|ing)"
    r"|finish(?:es|ed)?|(?:was|is|were|being|had been|has been|fell|falls)|came to an end|come to an end)"
)
_BY = r"(?:by|until|till|before|up to|(?:no|not) later than|to)"
_MADE = r"(?:made|lodged|requested|executed|exercised|submitted|received|given)"
_DEADLINE = re.compile(
    rf"(?:\b{CALLED_IN}|\b{_LAST}\b)[^.;\n]{{0,90}}?\b(?:{_BY}|{_ENDS})(?: (?:to|on|at|in|{_BY}))?[,:]? "
    rf"(?:and including )?{_AT}$"
    rf"|(?:\b{CALLED_IN}[^.;\n]{{0,40}}\b{_LAST}|\b{_LAST}\b[^.;\n]{{0,40}}\b{CALLED_IN}|\b{_LAST}\b|\b{CALLED_IN})"
    rf"(?: (?:to be|must be|may be|can be) {_MADE}(?: by)?)?[^.;:\w]*(?:\([^()]*\))?[\s:,–—-]*{_AT}$"
    rf"|\b(?:had|have|g[ai]ve[sn]?|giving|allow(?:s|ed|ing)?|leaves?|left|leaving|open|(?:be|been) {_MADE})"
    rf"(?: [a-z]+)? (?:until|till|up to|(?:no|not) later than|by|to) {_AT}$"
    rf"|\b(?:took|takes?|taking|brought|brings?|bringing) (?:us|it|members|them|this) (?:up )?to {_AT}$"
    rf"|\b(?:let|inform|notify|tell|write|contact|reply|do so|respond|ask|say so)\b[^.;\d]{{0,40}}\bby {_AT}$"
    rf"|\b{CALLED_IN}[^.;\n]{{0,60}}\bdays?,? (?:on|to|until|by) {_AT}$"
    rf"|^\s*(?:that|this|the) (?:day|date|deadline) (?:is|was|fell on|falls on) {_AT}$"
    rf"|^[\s,)]*(?:expire[sd]|close[sd]|end(?:s|ed)|r[ua]ns? out|lapse[sd])(?: (?:on|at|to))?,? {_AT}$"
    rf"|\bworking days?\b[^.;\n]{{0,40}}\b{_ENDS}(?: (?:on|at|to))?,? {_AT}$"
)
"""Words in front of the last day for a call-in; the word itself stands in their block."""
_AS_THE_LAST = re.compile(rf"[,\s]*as (?:the |its )?{_LAST}\b[^.;\n]{{0,40}}\b{CALLED_IN}")
_PASSED_BY = re.compile(
    r"\b(?:was|were|been|be) called[- ]in\b[^.;\n]{0,60}\bon $"
    rf"|\b{CALLED_IN} (?:was |were )?(?:heard|made|received|lodged|considered) on $"
)
"""The day on which a decision was called in, or the call-in was heard."""
_NOT_OF_CALL_IN = re.compile(
    r"\b(?:consult\w*|tender\w*|bids?|appeals?|objections?|applications?|applicants?|lease|contract|licen[cs]e|school"
    r"|grant|nominations?|funding|claims?|responses?|representations?|comments|survey|vacanc\w+|advert\w*)\b"
)
"""What else has a last day."""
_SIGNED = re.compile(r"\bproper officer\b[^.;\n]{0,80}$|\bproper officer\b[^.;]{0,30}\n[^\n]{0,40}$")
_RECORD = (
    r"(?:(?:decision |the |cabinet |executive )?(?:record|minutes|decision notice|decision list|decision sheet)"
    r"|notice|(?:the|that|this|its|their|whose) decisions?|record of [a-z ]{3,40})"
)
_OUT = r"(?:published|issued|posted|publicised|circulated|notified|signed|dated|given)"
_RECORDED = re.compile(
    rf"\b{_RECORD}(?: (?:of|about|on|from) [^.;\d]{{3,60}})?,?(?: (?:which|that))?"
    rf"(?: (?:was|were|is|are|had been|has been|being|having been|went))? (?:[a-z]+ ){{0,3}}?"
    rf"(?:{_OUT}|out)\b[^.;\n\d]{{0,50}}$|\bnotice (?:of|dated) $"
    r"|^\s*(?:date of publication|publication date|date published)[\s:]*$"
)
"""Words in front of the day on which a decision's record was made known."""
_BEFORE_IT = re.compile(
    r"\b(?:intention|key decisions?|forward plan|proposed|draft|agenda|to be (?:taken|made)|(?:of|for) the meeting"
    r"|public notice|planning notice|order)\b"
)
"""What is made known before a decision is taken, or of something else."""
_PUBLISHED = re.compile(
    r"\b(?:publication|publication date|date of publication|published|notified|recorded|took place"
    r"|notice (?:was )?given|(?:went|sent|e-?mailed|delivered|circulated) (?:out )?to (?:all |the )?"
    r"(?:members|councillors)(?: of the [a-z]+)?)\b[^.;\n\w]*(?:to (?:all )?members )?(?:on|of|:|was|is|dated|-|–)?\s*$"
)
_NEXT = re.compile(r"\b(?:next|future|following|later|before|for|until|ahead of) (?:the |its |their |a )?meeting\b")
_DECIDED = re.compile(
    r"\b(?:met|sat|convened)\b(?: (?:again|last|first))?(?: (?:at|in) [^.;\d]{3,40})?,? on (?:the )?$"
    r"|\bmeeting\b(?:[^.;\d]{0,60}?\b(?:on|of|held|dated|was)|[^.;\d\w]*|[^.;\d\n]{0,60}:)\s*(?:the )?$"
    r"|\b(?:decided|determined|approved|agreed|resolved|authorised|adopted|accepted|endorsed|decision|decisions"
    r"|settled|confirmed|ratified|taken|took|made|reached)\b(?: (?:by|at) [^.;,\d]{3,60})?[\s:,]*"
    r"(?:(?:which |that )?(?:was |were )?(?:taken|made)(?: by [^.;,\d]{3,60})? )?"
    r"(?:on |of |dated |- |– |: ?)?(?:the )?$"
)
_EFFECT = re.compile(
    r"\b(?:com(?:es?|ing)|came|tak(?:es?|ing)|took|be|was|is|were|are)\s+(?:in)?(?:to )?"
    r"(?:force|effect|effective|implemented|acted upon)\b"
    rf"[^.;\d\n]{{0,30}}\b(?:on|from|after) {_AT}$"
    rf"|\b(?:implementation(?: date)?|effective (?:from|date))\b[\s:-]*{_AT}$"
)
_BEHIND = (
    (Told.SIGNED, re.compile(r"[,)\s]*(?:that |when |was the date on which )?(?:the )?proper officer\b(?!['’]s)")),
    (
        Told.DEADLINE,
        re.compile(rf"[,)\s]*(?:was|is|being|had been)? ?(?:the |as the )?{_LAST}\b[^.;\n]{{0,60}}\b{CALLED_IN}"),
    ),
    (
        Told.DECIDED,
        re.compile(
            rf"[,)\s]*(?:that |when )?(?:the )?(?:[a-z'’-]+ ){{0,3}}?{_BODY}\b(?: (?:had|then|also))? "
            r"(?:met|sat|decided|agreed|approved|resolved|determined|adopted|authorised)\b"
        ),
    ),
)
"""What a day that opens its clause is the day of, by the words behind it."""
_OPENS = re.compile(r"(?:^|[.;:(\n]|\bit was|,)\s*(?:(?:and|but) )?(?:on |by )?(?:the )?$")

_REACH = 170
_BLOCK = re.compile(r"\n[^\S\n]*\n")
_STOP = re.compile(r"(?<=[a-z\d)])[.?!]\s+(?=[A-Z(])")
_GATE = re.compile(rf"\b{CALLED_IN}|\bproper officer\b|\bpubli(?:shed|cation)\b|\bsigned\b")
_YEARLESS = re.compile(
    rf"(?<![\d£.,/])(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{'|'.join(MONTHS)})\b(?!,? ?\d)(?! to\b)"
)


def told_days(context: Context) -> tuple[tuple[ToldDay, ...], ...]:
    """Return the days that each block of the text tells of a decision, those of each row of a table by themselves."""
    return context.once(_all_told)


def _all_told(context: Context) -> tuple[tuple[ToldDay, ...], ...]:
    low = context.passages.low
    if _GATE.search(low) is None:
        return ()
    found = []
    start = 0
    for end in [*(m.start() for m in _BLOCK.finditer(low)), len(low)]:
        if _GATE.search(low, start, end) is not None:
            found += [days for days in _of_block(context, start, end) if len(days) > 1]
        start = end
    return tuple(found)


def _days_between(context: Context, start: int, end: int) -> list[tuple[date, Span, bool]]:
    """Return the days printed between two places; one without a year is of the year that brings it nearest."""
    known = [
        (d.day, d.span, d.role is not DateRole.OTHER)
        for d in context.record.dates
        if d.day is not None and start <= d.span.start < end
    ]
    base = known[0][0] if known else context.record.meeting_date
    if base is None:
        return known
    for match in _YEARLESS.finditer(context.passages.low, start, end):
        span = Span(match.start(), match.end())
        day = _nearest(int(match["day"]), MONTHS.index(match["month"]) + 1, base)
        if day is not None and not any(span.overlaps(other) for _, other, _ in known):
            known.append((day, span, False))
    return sorted(known, key=lambda one: one[1].start)


def _nearest(day: int, month: int, base: date) -> date | None:
    """Return the day of a month that lies nearest to another day, or None where the calendar has none."""
    near = []
    for year in (base.year - 1, base.year, base.year + 1):
        try:
            near.append(date(year, month, day))
        except ValueError:
            continue
    return min(near, key=lambda one: abs(one - base), default=None)


def _of_block(context: Context, start: int, end: int) -> Iterator[tuple[ToldDay, ...]]:
    """Yield the days of a block that are told of a decision: those of each row of a table, and those of its words."""
    days = _days_between(context, start, end)
    if len(days) <= 1:
        return
    low = context.passages.low
    titles, rows = _rows(low, start, end)
    if titles:
        for row in rows:
            yield tuple(_of_row(low, row, titles, days))
        return
    stops = [m.start() for m in _STOP.finditer(context.text, start, end)]
    calls = re.search(rf"\b{CALLED_IN}", low[start:end]) is not None
    found = []
    for index, (day, span, own) in enumerate(days):
        first = max(days[index - 1][1].end if index else start, span.start - _REACH)
        last = min(days[index + 1][1].start if index + 1 < len(days) else end, span.end + _REACH)
        what = _told(low[first : span.start], low[span.end : last], calls=calls)
        if what is Told.PUBLISHED and _OF_THE_RECORD.search(low, max(start, span.start - 2 * _REACH), span.start):
            what = Told.SIGNED
        if what is not None:
            found.append(ToldDay(day, what, span, sum(stop < span.start for stop in stops), own))
    meeting = context.record.meeting_date
    if any(one.told is Told.DECIDED and one.day != meeting for one in found):
        found = [replace(one, own=False) for one in found]
    yield tuple(found)


_OF_THE_RECORD = re.compile(
    r"\b(?:record|statement|minutes|note) of (?:what|the|its|decisions?|all)\b[^;]*\b(?:it|they|this) "
    r"(?:was|were|had been) (?:published|issued|signed)[^.;\d]*\Z"
)
"""A record spoken of in front of "it was published on"."""
_CELLS = re.compile(r"[|\t]")
_TITLES = (
    (Told.DEADLINE, re.compile(rf"\b{CALLED_IN}")),
    (Told.SIGNED, re.compile(r"\bproper officer|\bsigned|\bpubli(?:shed|cation)|\bissued|\bnotice\b")),
    (Told.EFFECT, re.compile(r"\b(?:effective|in force|takes effect|implement\w*)\b")),
    (
        Told.DECIDED,
        re.compile(r"\b(?:decided|date of decision|decision date|date of meeting|meeting|taken|agreed|met)\b"),
    ),
)
"""What the days of a column are, by its title."""


def _rows(low: str, start: int, end: int) -> tuple[tuple[Told | None, ...], list[Span]]:
    """Return what the columns of a block's table are the days of, and its rows; nothing where it is no such table."""
    titles: tuple[Told | None, ...] = ()
    rows = []
    for line in re.finditer(r"[^\n]+", low[start:end]):
        cells = _CELLS.split(line.group())
        if titles:
            rows.append(Span(start + line.start(), start + line.end()))
        elif len(cells) > _FEWEST:
            told = tuple(next((told for told, words in _TITLES if words.search(cell)), None) for cell in cells)
            if sum(one is not None for one in told) > 1 and re.search(r"\d", line.group()) is None:
                titles = told
    return titles, rows


_FEWEST = 2


def _of_row(
    low: str, row: Span, titles: tuple[Told | None, ...], days: list[tuple[date, Span, bool]]
) -> Iterator[ToldDay]:
    """Yield the days of a row by the titles of the columns that they stand in."""
    for day, span, own in days:
        at = len(_CELLS.findall(low[row.start : span.start])) if row.contains(span) else len(titles)
        told = titles[at] if at < len(titles) else None
        if told is not None:
            yield ToldDay(day, told, span, 0, own)


_OF_THE = re.compile(r"\b(?:of|at|from|after|since) (?:the|its|their) \Z")
_ITS_MEETING = re.compile(r" (?:[a-z]+ ){0,2}meeting\b")
"""What stands around the day of "the 13 March 2001 meeting"."""
_CLAUSE_END = re.compile(r"(?<!\b[ap]\.m)[.;]\s|\n")


def _told(front: str, behind: str, *, calls: bool) -> Told | None:
    """Return what a day is told as by the words in front of it, or else by those behind it."""
    clause = _CLAUSE_END.split(front)[-1]
    if calls and (_AS_THE_LAST.match(behind) or _is_deadline(clause)):
        return Told.DEADLINE
    if _EFFECT.search(clause):
        return Told.EFFECT
    signed = _SIGNED.search(front) and not _DECIDED.search(front.rpartition("proper officer")[2])
    if signed or (_RECORDED.search(clause) and not _BEFORE_IT.search(clause)):
        return Told.SIGNED
    if _PUBLISHED.search(clause):
        return Told.PUBLISHED
    named = _OF_THE.search(front) is not None and _ITS_MEETING.match(behind) is not None
    decided = Told.DECIDED if named or (_DECIDED.search(clause) and not _NEXT.search(clause)) else None
    if decided is None and _OPENS.search(front):
        return next((told for told, words in _BEHIND if words.match(behind)), None)
    return decided


def _is_deadline(clause: str) -> bool:
    """Tell whether the words in front of a day make it the last one for a call-in."""
    found = list(_OF_CALL_IN.finditer(clause))
    behind = clause[found[-1].end() :] if found else clause
    other = _PASSED_BY.search(clause) or _NOT_OF_CALL_IN.search(behind)
    return other is None and _DEADLINE.search(clause) is not None


_OF_CALL_IN = re.compile(rf"\b{CALLED_IN}|\b{_LAST}\b")


def of_another(context: Context, place: Span) -> bool:
    """Tell whether the words around a place tell of a decision of another day than the record's own meeting."""
    meeting = context.record.meeting_date
    return any(
        any(one.span.overlaps(place) for one in days)
        and any(one.told is Told.DECIDED and one.day != meeting for one in days)
        for days in told_days(context)
    )
