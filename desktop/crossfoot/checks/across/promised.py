"""What a record promises: further reports at an interval, or one in so many months or by a time that is named.

An interval may be told by an adverb ("quarterly"), by "every" with a time or a meeting, by "twice a year" or by a
compound ("a two-monthly report"); one report by a stretch of time ahead ("in six weeks' time"), a month, a season, a
feast or the month of a meeting. Resolutions promise by themselves; running text and reasons must have a word of what
lies ahead, of a wish or of a habit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import ceil

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.cues import content_words
from crossfoot.checks.dates.calendar import MONTHS
from crossfoot.model import SectionKind, Span
from crossfoot.model.english import NUMBER_NAMED, numbers_named

_NUMBER = rf"(?:{numbers_named(1, 12)}|\d{{1,2}})"
_EACH = r"(?:every|each)"
_A_YEAR = rf"(?:(?:a|per|in the|in a|in {_EACH}|{_EACH}) year|yearly|annually)"
_MEETING = r"(?:ordinary |scheduled |cabinet )*(?:cabinets?|meetings?)"
_EVERY = (
    (1, "monthly", rf"(?<!bi)(?<!bi[ -])\bmonthly\b|\b{_EACH} month\b|\bonce a month\b"),
    (1, "at every meeting", rf"\b{_EACH} {_MEETING}\b"),
    (2, "every two months", rf"\bbi[- ]?monthly\b|\b{_EACH} (?:alternate|other|second) (?:{_MEETING}|months?)\b"),
    (3, "quarterly", rf"\bquarterly\b|\b(?:{_EACH}|once a) quarter\b"),
    (3, "four times a year", rf"\b(?:four|4) times {_A_YEAR}"),
    (3, "at every third meeting", rf"\b{_EACH} third (?:{_MEETING}|month)\b"),
    (4, "at every fourth meeting", rf"\b{_EACH} fourth (?:{_MEETING}|month)\b"),
    (4, "every term", rf"\btermly\b|\b(?:{_EACH}|once a) (?:school )?term\b|\b(?:three|3) times {_A_YEAR}"),
    (6, "every six months", rf"\bhalf[- ]yearly\b|\b{_EACH} half[- ]year\b"),
    (6, "twice a year", rf"\btwice {_A_YEAR}|\bbi-?annual\w*\b"),
    (
        12,
        "yearly",
        (
            r"(?<!bi)(?<!bi-)\bannual(?:ly\b| basis\b| (?:[a-z]+ )?(?:reports?|statements?|updates?|papers?)\b)"
            r"|(?<!half[- ])\byearly\b"
        ),
    ),
    (12, "once a year", rf"\b(?:{_EACH}|once (?:a|each|every|in every)) year\b"),
)
_COMPILED = tuple((months, name, re.compile(pattern)) for months, name, pattern in _EVERY)
_COUNTED = re.compile(
    rf"\b(?:{_EACH}|intervals? of|at) (?P<every>{_NUMBER}) (?P<of>week|month)s\b(?! (?:of|old))"
    rf"|\b(?P<compound>{_NUMBER})[- ](?P<ly>week|month)ly\b"
    rf"|\bbetween (?:each )?reports?(?: [a-z]+){{1,4}}? (?P<apart>{_NUMBER}) (?P<unit>week|month)s\b"
)
"""An interval that is told by a number."""
_SAID = {1: "monthly", 3: "quarterly", 12: "yearly"}
_REPORT = re.compile(
    r"\b(?:reports?|papers?|updates?|updated|reported|reporting|brought|bring|come back|briefings?"
    r"|bulletins?|briefed|progress|minutes|set out|looked at again|(?:considered|reviewed) again|brought back"
    r"|(?:monitoring |performance )?(?:figures|statistics|information|statements?|returns?|data|accounts?)"
    r"(?= (?:would|will|shall|to|be|is|are|each|every|on|at)\b))\b"
)
_PROMISED = re.compile(
    r"\b(?:would|will|shall|undertook to|agreed to|continue to|to be|be|is to|are to) (?:[a-z]+ ){0,3}?"
    r"(?:receiv(?:e|ed|ing)|report(?:ed)?|brought|submitted|presented|provided|given|updated|made|considered)\b"
    r"|\b(?:would|will|shall|undertook to|agreed to|is to|are to) (?:[a-z]+ ){0,2}?(?:bring|submit|present"
    r"|provide|give|supply"
    r"|circulate|come|return|produce|prepare|table|issue|furnish|hear|have|get|see)\b"
    r"|\b(?:reports?|updates?|papers?|briefings?|figures|statements?)\b[a-z ]{0,40}\b(?:is|are|come|comes|go|goes)\b"
    r"(?: [a-z]+)? ?(?:made|given|submitted|presented|received|brought|provided|produced|to)\b"
    r"|\b(?:be|being) kept (?:[a-z]+ )?(?:up to date|informed|updated|advised|briefed|abreast)\b"
    r"|\b(?:reports?|updates?|papers?) (?:should |to |will |shall |would )?(?:then )?(?:comes?|returns?|follows?)\b"
    r"|\b(?:asked|requested|instructed|invited|required|directed|expected|agreed|undertook|undertaken) "
    r"to (?:[a-z]+ ){0,2}?(?:report|bring|submit|provide|present|return|come back|update)\b"
)
"""Words by which running text promises a report; resolutions promise by themselves."""


_WISHED = re.compile(
    r"\b(?:ask(?:s|ed)?|wish(?:es|ed)?|wants?|wanted|called|calls?|intend\w*|desir\w+|expect\w*|requir\w+|undertak\w+)"
    r" (?:for|to|that|by)\b[^.;]*|\bbe (?:briefed|looked at|told|advised|informed|reported|set out)\b"
    r"|\b(?:it|they|members|cabinet|which) (?:now )?(?:receives?|considers?|sees?|hears?)\b"
    r"|\b(?:come|go)(?:es)? (?:before|to) (?:each|every|the)\b|\bis to be\b|\bwould have\b"
    r"|\b(?:is|are) (?:reported|briefed|updated|given|sent)\b"
)
"""Words by which running text wishes for a report, or tells of one that always comes."""
_NEXT_ONE = re.compile(
    r"\b(?:further|update|updated|progress|follow-up|another|new|second|fresh|final"
    r"|interim)\b[a-z ]{0,20}\breports?\b"
    r"|\b(?:reports?|reported|brought|come|comes|bring|submitted|presented) (?:[a-z]+ )?(?:back|again|to (?:the "
    r"|this |a )?"
    r"(?:cabinet|executive|meeting|council|committee|members))\b|\b(?:updates?|briefings?)\b"
    r"|\b(?:receive|consider|bring|submit|present|provide|make|be given) (?:an? |the )?(?:[a-z]+ ){0,2}?report\b"
)
"""Words of a resolution that ask for a report that is to come."""


_AT_HAND = 3
_NEXT_MEETING = 2
"""Within so many months a Cabinet meets again, its recess in the summer too."""
_ONCE = re.compile(
    rf"\b(?:in|within|after) (?:the next |the coming |a further |about |some )?(?P<number>an?|half an?|{_NUMBER}) "
    r"(?P<unit>week|month|quarter|year)s?(?:['’]s?)?(?: time| of [a-z]+)?(?![a-z'’])"
    r"|\b(?P<year>in the (?:coming|following|next) year|next year|in a year)\b"
    r"|\b(?P<next>(?:to|at|for) (?:the|its|their) (?:very )?next (?:ordinary |cabinet )?meeting)\b"
)
_SEASONS = {
    "spring": 5,
    "easter": 4,
    "summer": 8,
    "summer recess": 7,
    "autumn": 11,
    "christmas": 12,
    "new year": 1,
    "winter": 2,
}
"""The last month of each time of the year that is no month."""
_MONTH = re.compile(
    r"\b(?:in|by|before|(?:to|at|for) (?:the|its|their)|(?:by|at|before) the end of|this|next|the following)"
    rf" (?:the )?(?P<month>{'|'.join(MONTHS)}|{'|'.join(sorted(_SEASONS, key=len, reverse=True))})\b"
    r"(?: (?:of )?(?P<of>\d{4}))?(?! (?:to|and) )"
)
"""A time of the year in which one report is promised."""
_SHORT = {"week": 7 / 30.5, "month": 1.0, "quarter": 3.0, "year": 12.0}


@dataclass(frozen=True, slots=True)
class Promise:
    """How often a record's resolutions promise a further report: every so many months, in words, and where.

    ``once`` tells that one report is promised in so many months, and no more.
    """

    months: int
    words: str
    span: Span
    once: bool = False
    about: tuple[str, ...] = ()
    """The telling words of what is to be reported on, in one order."""


_OF_REPORTING = content_words(
    "report reports reported reporting paper update updates updated further progress cabinet executive member members "
    "committee meeting meetings council board panel director head officer officers lead service services agreed "
    "resolved noted note submitted submit brought bring received receive presented present given give made make come "
    "comes back asked ask requested request time times every each alternate second third fourth quarter quarterly "
    "month months monthly year yearly annual annually half twice once week weeks next following coming term termly "
    "regular regularly basis interval intervals would will shall being continue continues produced prepared before end "
    "beginning also again that this which what how with from into upon matter matters item position "
    "information figures figure statement statements briefing briefings circulate circulated consider considered "
    "progress outcome outcomes result results recommended recommend approved approve "
    "september october november december january february march april june july august spring summer autumn winter "
    "christmas easter six two three four twelve eighteen",
)
"""Words of promising and of times, which say nothing of what is to be reported on."""


def _resolved(context: Context) -> tuple[Promise | None, ...]:
    """Return what each resolution promises, looked for once for a record."""
    return tuple(
        _promised_in(context, resolution.text.lower(), resolution.span, resolved=True)
        for resolution in context.record.resolutions
    )


def promises(context: Context) -> tuple[Promise, ...]:
    """Return every report that a record promises and says on what, its resolutions first."""
    spans = [r.span for r in context.record.resolutions]
    told = [
        _promised_in(context, sentence.low, sentence.span)
        for sentence in context.passages.sentences
        if "report" in sentence.low
        and not any(span.contains(sentence.span) for span in spans)
        and (_PROMISED.search(sentence.low) or _WISHED.search(sentence.low))
    ]
    return tuple(found for found in (*context.once(_resolved), *told) if found is not None and found.about)


def promise(context: Context) -> Promise | None:
    """Return how often a further report is promised, by the resolutions first, or None for no such promise."""
    for found in context.once(_resolved):
        if found is not None:
            return found
    return next(
        (found for low, span in _promising(context) if (found := _promised_in(context, low, span)) is not None), None
    )


def _promising(context: Context) -> Iterator[tuple[str, Span]]:
    """Yield the sentences of the decision and its reasons that promise something, those that say so plainly first."""
    places = [context.record.section(kind) for kind in (SectionKind.DECISION, SectionKind.REASONS)]
    told = [
        sentence
        for place in places
        if place is not None
        for sentence in context.passages.sentences
        if place.span.contains(sentence.span)
    ]
    promised = [commitment.span for commitment in context.input.commitments]
    for sentence in told:
        ahead = _PROMISED.search(sentence.low) or _WISHED.search(sentence.low)
        if ahead or any(span.start < sentence.span.end and sentence.span.start < span.end for span in promised):
            yield sentence.low, sentence.span


def _promised_in(context: Context, low: str, span: Span, *, resolved: bool = False) -> Promise | None:
    """Return what the words of one resolution or sentence promise, or None."""
    found = _interval_in(context, low, span, resolved=resolved) if _REPORT.search(low) else None
    return found and replace(found, about=tuple(sorted(content_words(_ON.split(low)[-1]) - _OF_REPORTING)))


_ON = re.compile(r"\b(?:reports?|papers?|updates?|briefings?)(?: back)? (?:on|about|concerning|regarding|of|into)\b")
"""Behind these words stands what is reported on."""


def _interval_in(context: Context, low: str, span: Span, *, resolved: bool) -> Promise | None:
    """Return at what interval, or when, the words of a resolution or sentence promise a report, or None."""
    counted = _COUNTED.search(low)
    if counted is not None:
        number = _number(counted["every"] or counted["compound"] or counted["apart"])
        unit = counted["of"] or counted["ly"] or counted["unit"]
        months = max(1, ceil(number * _SHORT[unit]))
        return Promise(months, _SAID.get(months, counted.group()) if unit == "month" else counted.group(), span)
    for months, words, pattern in _COMPILED:
        if pattern.search(low):
            return Promise(months, words, span)
    once = _ONCE.search(low)
    if once is not None:
        return Promise(_months_ahead(once), once.group(), span, once=True)
    return _by_month(context, low, span, resolved=resolved)


def _by_month(context: Context, low: str, span: Span, *, resolved: bool) -> Promise | None:
    """Return the one report that is promised for a month or another time of the year."""
    named, meeting = _MONTH.search(low), context.record.meeting_date
    if named is None or meeting is None or not (_PROMISED.search(low) or (resolved and _NEXT_ONE.search(low))):
        return None
    month = _SEASONS.get(named["month"]) or MONTHS.index(named["month"]) + 1
    year = int(named["of"]) if named["of"] else meeting.year + (month <= meeting.month)
    ahead = (year - meeting.year) * 12 + month - meeting.month
    if named.group().startswith("next") and ahead < _AT_HAND:
        year, ahead = year + 1, ahead + 12  # "next summer", said in July
    words = f"for {named['month'].capitalize()} {year}"
    return Promise(ahead, words, span, once=True) if 0 < ahead <= 24 else None


def _months_ahead(once: re.Match[str]) -> int:
    """Return in how many months one report is promised."""
    if once["next"]:
        return _NEXT_MEETING
    if once["number"] is None:
        return 12
    number = _number(once["number"]) / (2 if once["number"].startswith("half") else 1)
    return max(1, ceil(number * _SHORT[once["unit"]]))


def _number(word: str) -> int:
    if word.isdecimal():
        return int(word)
    return NUMBER_NAMED.get(word, 1)
