"""What a record tells of a report that Members were to have: that it has not come, or on what day one came.

"Members have not yet seen the review", "the review is still awaited", "no report on the fleet has been made since May",
"this is the first report on the fleet since May", "the fleet was last reported on in May", "the fleet has gone
unreported for a year". Whether that is late, what was promised tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from crossfoot.checks.across.subject import PAPER, subject
from crossfoot.checks.basis.context import Context
from crossfoot.checks.dates.calendar import MONTHS, month_end
from crossfoot.model import Span
from crossfoot.model.english import NUMBER_NAMED, numbers_named

_DONE = (
    r"(?:reported|presented|brought|received|seen|considered|submitted|made|given|circulated|produced|published|tabled"
    r"|provided|issued|heard|supplied|shown|laid|sent|prepared|furnished|put|come|came|appeared|arrived|followed"
    r"|materialised|reached|returned|updated|briefed|informed|told|forthcoming|had|discussed|looked at|taken"
    r"|come forward|completed|delivered|answered|carried out|begun)"
)
_DO = (
    r"(?:be|come|appear|arrive|follow|materialise|reach|return|see|receive|hear|have|consider|report|get|happen|reappear"
    r"|present|bring|submit|take place|emerge)"
)
_SO_FAR = (
    r"(?:yet|so far|since|as yet|been|be|then|to date|again|ever|in fact|still|actually|being|now|had|once|before)"
)
_NOT_COME = re.compile(
    rf"\b(?:has|have|had|was|were|is|are)(?: (?:still|as yet|so far))* (?:not|never|yet)\b(?: (?:to|{_SO_FAR}))*"
    rf" {_DONE}\b"
    rf"|\b(?:has|have|had|is|are|was|were) (?:still |as )?yet to {_DO}\b"
    rf"|\b(?:did|does|do) not (?:then |in fact |ever )?{_DO}\b"
    r"|\bnever (?:came|appeared|arrived|followed|materialised)\b"
    r"|\bfailed to (?:come|appear|arrive|follow|materialise|reach)\b"
    rf"|\b(?:no|neither) (?:[a-z-]+ ){{0,2}}?{PAPER}\b[^.;]{{0,80}}?\b(?:has|have|had|was|were|came|followed|appeared"
    r"|reached|is|are|arrived|received|made|seen)\b"
    r"|\bnone (?:of (?:it|them|these|this) )?(?:has|have|had|was|were|came|appeared|followed|is|arrived)\b"
    r"|\b(?:still|long) (?:awaited|outstanding|owed|overdue|due|waiting|to (?:come|be|receive|see|hear|have))\b"
    rf"|\b(?:has|have|had) {_DONE} nothing\b|\bno (?:more|further) has been {_DONE}\b|\bwhat (?:had|has) become of\b"
    rf"|\b{PAPER}\b[^.;]{{0,80}}?(?:\b(?:is|was|were|are|been|be) (?:[a-z]+ )?(?:delayed|deferred|postponed"
    r"|rescheduled|put (?:back|off)|held (?:over|back)|withdrawn|carried over|dropped|overlooked|forgotten|mislaid"
    r"|abandoned|late|omitted|not ready)\b|\bslipped\b|\bwill now (?:be|come|follow|go)\b)"
    r"|(?<!nothing )(?<!none )\b(?:is|are|was|were|being|remains?|remained) (?:[a-z]+ )?(?:overdue|outstanding|awaited"
    r"|owing|owed|missing)\b"
    r"|\b(?:still )?(?:awaits?|awaiting|waiting for|waits? for)\b|\bgone unreported\b|\bwithout (?:a|any) report\b"
    rf"|\bnothing (?:further |more |else )?(?:has|had|was) (?:since )?(?:been )?{_DONE}\b"
    r"|\bthere (?:was|is|were|are) (?:nothing|no (?:word|report|paper|update))\b"
    r"|\b(?:there (?:has|have|had) been|(?:has|have|had)(?: since)? (?:had|received|seen)) (?:no|nothing)\b"
)
"""Words by which something has not come that was to come."""
_FIRST = re.compile(
    rf"\bfirst (?:[a-z-]+ ){{0,2}}?(?:{PAPER}|time)\b[^.;]{{0,90}}?\b(?:since|for|in)\b"
    rf"|\b(?:last|previous|most recent) (?:[a-z-]+ ){{0,2}}?{PAPER}\b[^.;]{{0,90}}?\b(?:was|were|came|is|dates?|having"
    rf"|goes|being|had)\b"
    rf"|\b(?:last|previous|most recent) (?:[a-z-]+ ){{0,2}}?{PAPER}\b(?: on [^.;,]{{3,50}})?,? (?:of|dated|in|at|on)\b"
    r"|\bfor the last time\b|\blast (?:before|in front of|on the agenda|an item)\b|\blast (?:had|saw|heard|came|went)\b"
    rf"|\blast (?:been )?{_DONE}\b"
    r"|\bsince (?:members|cabinet|the (?:cabinet|committee|executive|panel|board)|it|they|we|councillors)"
    rf" (?:was |were |had )?(?:last )?{_DONE}\b|\bsince the last (?:[a-z-]+ ){{0,2}}?{PAPER}\b"
)
"""Words that tell when the last report came, which a day or a stretch of time must follow."""
_CAME = re.compile(
    rf"\b(?:was|were|had been|has been|have been|being) (?:[a-z]+ ){{0,2}}?{_DONE}\b|\b(?:came|went|followed|received"
    r"|considered|saw|heard|reported|reached|had)\b"
)
_TO_MEMBERS = re.compile(
    rf"\b{PAPER}\b|\breported\b|\b(?:to|before|by|for) (?:the |this )?(?:members|cabinet|executive|council|committee"
    r"|panel|board|meeting|councillors)\b"
    r"|\b(?:members|cabinet|executive|committee|panel|board|councillors) (?:[a-z]+ )?(?:saw|received|considered|had"
    r"|heard|seen)\b"
)
"""Words of reports and of those who get them: what came in May must have come to somebody."""
_EXPECTED = re.compile(
    r"\b(?:promised|due|asked for|requested|undertaken|overdue|date had been set|last time|this meeting|apologised)\b"
)
_OTHERS = re.compile(
    r"\s*(?:[\d.()]+\s+)?(?:the |his |her )?(?:ofsted|government|department for|minister|secretary of state|inspect\w+"
    r"|audit(?:or|ors| commission)|commission(?:er)?|court|ombudsman|police|home office|treasury|regulator)\b"
)
"""Those outside the council at the head of a sentence: what they have not reported was not promised here."""
_SPOKEN = (
    *(
        "report",
        "updat",
        "brief",
        "paper",
        "bulletin",
        "present",
        "receiv",
        "seen",
        "shown",
        "brought",
        "submit",
        "await",
    ),
    *(
        "circulat",
        "consider",
        " come",
        " came",
        "heard",
        "overdue",
        "outstanding",
        "appear",
        "arriv",
        "material",
        "return",
    ),
    *(
        " saw ",
        "produced",
        "tabled",
        "follow",
        "provided",
        "forthcoming",
        "told",
        " last ",
        "delay",
        "defer",
        "slipp",
        "nothing",
        " put ",
        "answered",
        "become",
    ),
)
"""One of these stands in every sentence that tells whether a report came."""
_DAY = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?)?(?P<month>{'|'.join(MONTHS)})\b(?:,? (?P<year>(?:19|20)\d\d))?"
)
_LONG = re.compile(
    r"\b(?P<number>an?|several|many|some|half a|(?:a )?couple of|\d{1,2}|"
    rf"{numbers_named(1, 18)}) (?:full |whole |long )?(?P<unit>week|month|quarter|year)s?\b"
)
_LENGTH = {"week": 7, "month": 30, "quarter": 91, "year": 365}
_COUNTED = {"several": 3, "many": 3, "some": 3, "half a": 0.5, "couple of": 2, "a couple of": 2}


@dataclass(frozen=True, slots=True)
class Owed:
    """What a record tells of a report: on what, in which words, where, and the day of the last one, if it names one.

    ``came`` tells that the day is the one of the report itself, so that it may have come late; otherwise there has been
    none since that day, or, without a day, none at all. ``named`` tells that the words speak of a report or of Members,
    ``due`` that they say themselves that it was to come.
    """

    about: tuple[str, ...]
    words: str
    span: Span
    last: date | None = None
    came: bool = False
    named: bool = True
    due: bool = False


def owed(context: Context) -> tuple[Owed, ...]:
    """Return what a record tells of reports that have not come, or of the days on which they came."""
    meeting = context.record.meeting_date
    if meeting is None:
        return ()
    return tuple(_owed(context, meeting))


def _owed(context: Context, meeting: date) -> Iterator[Owed]:
    for sentence in context.passages.sentences:
        low = sentence.low
        if not any(word in low for word in _SPOKEN) or _OTHERS.match(low):
            continue
        found = _NOT_COME.search(low)
        last, came = None, False
        if found is not None:
            last = _day_in(low, meeting, found.start(), since=True)
        else:
            found = _FIRST.search(low)
            last = None if found is None else _day_in(low, meeting, found.start()) or _ago(low, meeting)
            if last is None:
                found = _CAME.search(low) if _TO_MEMBERS.search(low) else None
                last, came = (None if found is None else _day_in(low, meeting, found.end(), first=True)), True
            if last is None:
                continue
        about = subject(low, found.start()) if found is not None else ()
        if about and found is not None:
            named, due = _TO_MEMBERS.search(low) is not None, _EXPECTED.search(low) is not None
            yield Owed(about, found.group(), sentence.span, last, came, named, due)


_SINCE = re.compile(r"\b(?:since|after|from|later than|than (?:in|on|at)|until)\b")


def _day_in(low: str, meeting: date, start: int, *, since: bool = False, first: bool = False) -> date | None:
    """Return the day that words name first from a place on, none after the meeting; a month by its end.

    With ``since`` it must stand behind a word for what was the last time; with ``first`` a month is its first day.
    """
    if since:
        mark = _SINCE.search(low)
        if mark is None:
            return None
        start = mark.end()
    named = _DAY.search(low, start)
    if named is None:
        return None
    month = MONTHS.index(named["month"]) + 1
    year = int(named["year"]) if named["year"] else meeting.year - (month > meeting.month)
    begins = date(year, month, 1)
    try:
        day = begins.replace(day=int(named["day"])) if named["day"] else begins if first else month_end(begins)
    except ValueError:
        return None
    return day if day <= meeting else None


def _ago(low: str, meeting: date) -> date | None:
    """Return the day that lies as long before the meeting as words say: "the first report for nine months"."""
    told = _LONG.search(low)
    if told is None:
        return None
    word = told["number"]
    number = int(word) if word.isdecimal() else NUMBER_NAMED.get(word, _COUNTED.get(word, 1))
    return meeting - timedelta(days=int(number * _LENGTH[told["unit"]]))
