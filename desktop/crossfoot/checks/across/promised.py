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

from crossfoot.checks.across.subject import subject
from crossfoot.checks.basis.context import Context
from crossfoot.checks.dates.calendar import MONTHS
from crossfoot.model import SectionKind, Span
from crossfoot.model.english import NUMBER_NAMED, either, numbers_named

_NUMBER = rf"(?:{numbers_named(1, 12)}|\d{{1,2}})"
_EACH = r"(?:every|each)"
_A_YEAR = rf"(?:(?:a|per|in the|in a|in {_EACH}|{_EACH}) year|yearly|annually)"
_MEETING = r"(?:ordinary |scheduled |cabinet )*(?:cabinets?|meetings?)"
_EVERY = (
    (1, "monthly", rf"(?<!bi)(?<!bi[ -])\bmonthly\b|\b{_EACH} month\b|\bonce a month\b"),
    (1, "at every meeting", rf"\b{_EACH} {_MEETING}\b"),
    (2, "every two months", rf"\bbi[- ]?monthly\b|\b{_EACH} (?:alternate|other|second) (?:{_MEETING}|months?)\b"),
    (24, "every two years", rf"\balternate years\b|\bbiennial\w*|\b{_EACH} (?:other|second) year\b"),
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
    (
        0,
        "when asked",
        (
            r"\bonly (?:when|if|as) (?:asked|required|requested|needed|necessary)\b|\bon request\b|\bby exception\b"
            r"|\b(?:when|once) (?:it|they|the works?|the project) (?:is|are) (?:finished|complete\w*|done|over)\b"
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
_IN_MONTHS = re.compile(
    rf"\bin (?P<months>(?:{either(MONTHS)})(?:(?:, | and |, and )(?:{either(MONTHS)}))*)"
    r",? (?:(?:of|in) )?(?:each|every) year\b"
)
"""The months in which a report is made every year: "in May and November of each year"."""
_SAID = {1: "monthly", 3: "quarterly", 12: "yearly"}
_REPORT = re.compile(
    r"\b(?:reports?|papers?|updates?|updated|reported|reporting|brought|bring|come back|briefings?"
    r"|bulletins?|briefed|progress|minutes|set out|looked at again|(?:considered|reviewed) again|brought back"
    r"|(?:monitoring |performance )?(?:figures|statistics|information|statements?|returns?|data|accounts?)"
    r"(?= (?:would|will|shall|to|be|is|are|each|every|on|at)\b))\b"
)
_PROMISED = re.compile(
    r"\b(?:would|will|shall|undertook to|agreed to|continue to|to be|be|is to|are to) (?:[a-z]+ ){0,3}?"
    r"(?:receiv(?:e|ed|ing)|report(?:ed)?|brought|submitted|presented|provided|given|updated|made|considered|circulated"
    r"|supplied|issued|tabled|shown|sent|laid)\b"
    r"|\b(?:would|will|shall|undertook to|agreed to|is to|are to) (?:[a-z]+ ){0,2}?(?:bring|submit|present"
    r"|provide|give|supply|answer|reply"
    r"|circulate|come|return|produce|prepare|table|issue|furnish|hear|have|get|see)\b"
    r"|\b(?:reports?|updates?|papers?|briefings?|figures|statements?)\b[a-z ]{0,40}\b(?:is|are|come|comes|go|goes)\b"
    r"(?: [a-z]+)? ?(?:made|given|submitted|presented|received|brought|provided|produced|to)\b"
    r"|\b(?:be|being) kept (?:[a-z]+ )?(?:up to date|informed|updated|advised|briefed|abreast)\b"
    r"|\b(?:reports?|updates?|papers?) (?:should |to |will |shall |would )?(?:then )?(?:comes?|returns?|follows?)\b"
    r"|\bthat (?:the |its |a |an )?[a-z' ]{3,40}? (?:report|submit|bring|present|lay|hear|provide) (?:back|on|to|a|the"
    r"|before|about|in)\b"
    r"|\breports?\b[^.;]{0,60}\b(?:should|would|will|must|to) (?:also )?(?:cover|include|deal with|contain|address)\b"
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


_AT_HAND, _FAR_AHEAD = 3, 24
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
    "financial year": 3,
    "municipal year": 5,
    "school year": 7,
    "academic year": 7,
    "calendar year": 12,
}
"""The last month of each time of the year that is no month."""
_MONTH = re.compile(
    r"\b(?:in|by|before|during|(?:no|not) later than|(?:to|at|for) (?:the|its|their)|(?:early|late) in"
    r"|(?:by|at|before|towards) the (?:end|beginning|start) of|this|next|the following"
    r"|(?:due|promised|planned|expected|arranged|set) for|(?:on|of|for|until)(?= (?:the )?\d))"
    rf" (?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?)?(?:early |late |mid-?)?"
    rf"(?P<month>{'|'.join(MONTHS)}|{'|'.join(sorted(_SEASONS, key=len, reverse=True))})\b"
    r"(?:,? (?:of )?(?P<of>\d{4}))?(?! (?:to|and) )"
)
"""A time of the year in which one report is promised."""
_SPOKEN = (
    *("report", "updat", "brief", "bulletin", "paper", "present", "receiv", "come", "goes", "see ", "shown"),
    *(
        "statement",
        "figures",
        "return",
        "brought",
        "submit",
        "circulat",
        "supplied",
        "consider",
        "inform",
        " item",
        *("hear", "answer"),
    ),
)
"""One of these stands in every sentence that tells when something is put before Members."""
_WHEN = re.compile(
    r"asked|required|request|exception|finished|complete|month|quarter|year|annual|term|meeting|cabinet|week|recess"
    rf"|{'|'.join((*MONTHS, *_SEASONS))}"
)
_HABIT = re.compile(
    r"\b(?:be|is|are|was|were|been|being) (?:[a-z]+ ){0,2}?(?:reported|made|presented|brought|received|considered"
    r"|circulated|submitted|provided|given|produced|issued|sent|supplied|the subject of|one of|required|updated|briefed"
    r"|informed|advised|due|tabled|put|laid|standing item|item)\b"
    r"|\b(?:comes?|goes|reports? (?:to|on)|reported|returns? to|receives?|gets?|hears?|sees?|considers?"
    r"|lays? before|has|have|had)\b"
)
"""Words by which running text tells that reports come, which is a habit where it tells at what interval as well."""
_NAMED_BY = re.compile(
    r"(?:^|:|\.)\s*(?:[a-z]+ \d+[.:]? )?(?:[a-z]+[- ])?(?:annual|yearly|quarterly|monthly|termly) (?=(?:[a-z]+ ){0,3}?"
    r"(?:report|statement|update|paper|bulletin|return)\b)"
    r"|\b(?:the|this|that|its|their|our|last|first|second|third|fourth|latest|previous|[\d/]+) (?:[a-z]+ )?"
    r"(?:annual|yearly|half[- ]yearly|quarterly|monthly|termly) (?=(?:[a-z]+ ){0,3}?(?:report|statement|update"
    r"|paper|bulletin|return|figures|information|account|briefing|meetings?)\b)"
)
"""An interval in the name of one report, which tells no habit: a council may have a quarterly and an annual report."""
_PUT = re.compile(
    r"\b(?:reports?|reported|reporting|updates?|updated|briefings?|briefed|papers?|bulletins?|presented|present|brought"
    r"|bring|submitted|submit|shown|considered|considers?|seen|sees?|come|comes|came|goes|receives?|received|returns?"
    r"|circulated|supplied|given|provided|informed|advised|standing item|item|hears?|put|laid|lays?|answer|reply)\b"
)
"""Words of what is put before somebody."""
_BODY = re.compile(
    r"\b(?:to|before|by) (?:the |this |each |every |its |all )?(?:[a-z]+ )?(?:cabinet|members|executive|council"
    r"|committee|panel|board|councillors|forum|meeting|them|us)\b"
    r"|\bkept (?:[a-z]+ )?(?:informed|advised)\b|\bstanding item\b"
    r"|\b(?:cabinet|members|executive|council|committee|panel|board|councillors) (?:[a-z]+ )?(?:receives?|received"
    r"|sees?|saw|hears?|gets?|considers?|has|have|had)\b"
)
"""Those before whom reports are put."""
_ELSEWHERE = re.compile(
    r"\b(?:reports?|reported|returns?|figures|statements?|accounts?|submit\w*|publish\w*|made|answer)\b[^.;,]{0,30}"
    r"\b(?:to|by|before|with|from) (?:the )?(?:minister|secretary of state|government|ofsted|inspectorate|commission\b"
    r"|department for|dfe|dfes|treasury|regulator|auditors?|ombudsman|court)"
    r"|^\s*(?:the )?(?:government|ofsted|department for|audit commission|minister)"
)
"""Those outside the council, whose reports are not put before its Members."""
_CHANGED = re.compile(
    r"\b(?:instead of|rather than|in place of|no longer|changed? (?:from|to)|mov(?:e|ed|ing) (?:from|to)|hitherto"
    r"|replac\w+|(?:more|less) (?:often|frequent(?:ly)?)|frequency of|switch\w*|used to|formerly"
    r"|previously (?:quarterly|monthly|annual\w*))\b"
)
"""Words by which a record tells itself that the interval is another one now."""
_ON_A_DAY = re.compile(r"(?:on|of|for|until)\b")
"""With a day behind these and no year, it may be one that is past."""
_SHORT = {"week": 7 / 30.5, "month": 1.0, "quarter": 3.0, "year": 12.0}


@dataclass(frozen=True, slots=True)
class Promise:
    """How often a record's resolutions promise a further report: every so many months, in words, and where.

    ``once`` tells that one report is promised in so many months, and no more.
    ``loose`` tells that what is to come is no report by name, or comes as a habit.
    """

    months: int
    words: str
    span: Span
    once: bool = False
    about: tuple[str, ...] = ()
    """The telling words of what is to be reported on, in one order."""
    loose: bool = False


def _resolved(context: Context) -> tuple[Promise | None, ...]:
    """Return what each resolution promises, looked for once for a record."""
    return tuple(
        _resolved_in(context, resolution.text.lower(), resolution.span) for resolution in context.record.resolutions
    )


def _resolved_in(context: Context, low: str, span: Span) -> Promise | None:
    """Return what one resolution promises, a report by name or something else that is to be put before Members."""
    loose = not _REPORT.search(low) and _PUT.search(low) and (_PROMISED.search(low) or _HABIT.search(low))
    return _promised_in(context, low, span, resolved=True, loose=bool(loose))


def promises(context: Context) -> tuple[Promise, ...]:
    """Return every report that a record promises, or says to come as a habit, and on what, its resolutions first."""
    spans = [r.span for r in context.record.resolutions]
    told = [
        _told_in(context, sentence.low, sentence.span)
        for sentence in context.passages.sentences
        if _WHEN.search(sentence.low)
        and any(word in sentence.low for word in _SPOKEN)
        and not any(span.contains(sentence.span) for span in spans)
    ]
    return tuple(found for found in (*context.once(_resolved), *told) if found is not None and found.about)


def _told_in(context: Context, low: str, span: Span) -> Promise | None:
    """Return what a sentence promises or tells as a habit; without a report by name, to a body that it names."""
    plain = _PROMISED.search(low) or _WISHED.search(low)
    if _ELSEWHERE.search(low):
        return None
    if not plain and not _HABIT.search(low):
        return None
    words = low if plain else _NAMED_BY.sub(lambda name: "_" * len(name.group()), low)
    if "report" in low and plain:
        return _promised_in(context, words, span)
    if not _PUT.search(low):
        return None
    found = _promised_in(context, words, span, loose=True)
    if found is None or (found.once and not plain):
        return None
    return found if found.once or _REPORT.search(low) or _BODY.search(low) else None


def promise(context: Context) -> Promise | None:
    """Return how often a further report is promised, by the resolutions first, or None for no such promise."""
    for found in context.once(_resolved):
        if found is not None and found.months and not found.loose:
            return found
    return next(
        (found for low, span in _promising(context) if (found := _promised_in(context, low, span)) and found.months),
        None,
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


def _promised_in(
    context: Context, low: str, span: Span, *, resolved: bool = False, loose: bool = False
) -> Promise | None:
    """Return what the words of one resolution or sentence promise, or None; ``loose`` asks for no report by name."""
    found = _interval_in(context, low, span, resolved=resolved) if loose or _REPORT.search(low) else None
    if found is None:
        return None
    promised, at = found
    if not promised.once and _CHANGED.search(low):
        return None
    return replace(promised, about=subject(low, at), loose=loose)


def _interval_in(context: Context, low: str, span: Span, *, resolved: bool) -> tuple[Promise, int] | None:
    """Return at what interval, or when, a resolution or sentence promises a report, and where it says so."""
    counted = _COUNTED.search(low)
    if counted is not None:
        number = _number(counted["every"] or counted["compound"] or counted["apart"])
        unit = counted["of"] or counted["ly"] or counted["unit"]
        months = max(1, ceil(number * _SHORT[unit]))
        words = _SAID.get(months, counted.group()) if unit == "month" else counted.group()
        return Promise(months, words, span), counted.start()
    yearly = _IN_MONTHS.search(low)
    if yearly is not None:
        often = len(re.findall(either(MONTHS), yearly["months"]))
        return Promise(12 // often, yearly.group(), span), yearly.start()
    for months, words, pattern in _COMPILED:
        every = pattern.search(low)
        if every is not None:
            return Promise(months, words, span), every.start()
    once = _ONCE.search(low)
    if once is not None:
        return Promise(_months_ahead(once), once.group(), span, once=True), once.start()
    return _by_month(context, low, span, resolved=resolved)


def _by_month(context: Context, low: str, span: Span, *, resolved: bool) -> tuple[Promise, int] | None:
    """Return the one report that is promised for a month or another time of the year, and where that is told.

    "Members asked in March" tells when they asked; with its year a month that lies ahead is the report's.
    """
    named, meeting = _MONTH.search(low), context.record.meeting_date
    if named is None or meeting is None or (named["of"] is None and _ON_A_DAY.match(named.group())):
        return None
    wished = named["of"] is not None and _WISHED.search(low)
    if not (wished or _PROMISED.search(low) or (resolved and _NEXT_ONE.search(low))):
        return None
    month = _SEASONS.get(named["month"]) or MONTHS.index(named["month"]) + 1
    year = int(named["of"]) if named["of"] else meeting.year + (month <= meeting.month)
    ahead = (year - meeting.year) * 12 + month - meeting.month
    if named.group().startswith("next") and ahead < _AT_HAND:
        year, ahead = year + 1, ahead + 12  # "next summer", said in July
    words = f"for {named['month'].capitalize()} {year}"
    return (Promise(ahead, words, span, once=True), named.start()) if 0 < ahead <= _FAR_AHEAD else None


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
