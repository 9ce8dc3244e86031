"""Levels told as they were on a day that had not come when the meeting was held, for rule 14.

"There were 212 places at 31 March 2020" in the record of a meeting of June 2019: the year or the day was mistyped. What
is expected, planned or set for a later day is told in other words, and left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from crossfoot.checks.basis.context import Context
from crossfoot.checks.dates.calendar import MONTHS
from crossfoot.model import Figure, Nature, PeriodKind, Span, Unit

_PAST = re.compile(
    r"\b(?:was|were|stood|numbered|totalled|amounted|held|fell|rose|grew|dropped|came to|reached|remained|comprised"
    r"|had(?! to\b)|has|have|is|are|stands|numbers|contained|supported|employed)\b"
)
"""Verbs that tell how things stood, or stand: of a day to come nobody can say so."""
_AHEAD = re.compile(
    r"\b(?:will|would|shall|should|could|may (?:be|have|not|well|also|need)|might|can|must"
    r"|expect\w*|forecast\w*|project(?:ed|ion|ions)|estimat\w*"
    r"|predict\w*|anticipat\w*|planned|planning|plans? to|target\w*|aim\w*|by|until|from|before|after|due|propos\w*"
    r"|intend\w*|to be|budget\w*|set (?:at|for|to)|ambition|if|assum\w*|deadline|ends|ending|expir\w*|contract\w*"
    r"|closing|next|trajector\w*|need\w*|requir\w*|allocated to|available|profile\w*|agree\w*|schedul\w*|starts?"
    r"|begins?|open(?:s|ed|ing) (?:on|at|in)|coming|future|outlook|programme|grant\w*|award\w*|subject to approval"
    r"|was approved|were approved|maturing|mature\w*|repayable|payable|limit\w*|tariff|charges?|fees?|rates? of)\b"
)
"""Words that look forward, or speak of what is settled for a day to come."""
_COUNTED = frozenset({Unit.COUNT, Unit.FTE, Unit.PERCENT, None})
_YEAR = re.compile(r"\d{4}|\d[/.]\d{2}$")
_NAMED = re.compile(r"^[\s•*–-]*[a-z][a-z ,'’-]{3,60}:\s*$")


def after_the_meeting(context: Context) -> Iterator[tuple[Figure, date, date]]:
    """Yield the first level that the text dates to a day after the meeting as if it had come, with both days."""
    meeting = context.record.meeting_date
    if meeting is None:
        return
    known: set[date] = set()
    for figure in context.figures:
        period = figure.period
        if period is None or period.end <= meeting or period.end in known or period.kind is not PeriodKind.AS_AT:
            continue
        if figure.unit not in _COUNTED or figure.nature not in {Nature.ACTUAL, Nature.FORECAST, None}:
            continue
        if _is_told_as_past(context, figure):
            known.add(period.end)
            yield figure, period.end, meeting


_AT_DAY = re.compile(
    rf"\b(?P<at>(?:as )?at|on) (?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?P<month>{'|'.join(MONTHS)}),? "
    r"(?P<year>\d{4})\b"
)
_STOOD = re.compile(
    r"\b(?:stood|there (?:was|were|are|is)|was|were|had|numbered|totalled|owned|held|showed|compared (?:with|to))\b"
    r"|\b(?:the|calendar) position (?:as )?at\b"
)
_COMING = re.compile(
    r"\b(?:will|would|shall|should|could|may|might|can|must|expect\w*|forecast\w*|project(?:ed|ion|ions)|estimat\w*"
    r"|predict\w*|anticipat\w*|plan(?:s|ned|ning)?|target\w*|aim\w*|until|due|propos\w*|intend\w*|to be|budget\w*"
    r"|ambition|if|assum\w*|deadline|end(?:s|ing)|expir\w*|clos\w+|next|coming|future|meeting|start\w*|begin\w*"
    r"|open\w*|set (?:at|for|to)|approv\w*|agree\w*|schedul\w*|limit\w*|balances? (?:needed|required)|trajector\w*"
    r"|outlook|by)\b"
)
"""Words of the same sentence that may tell of a day to come."""


def told_at_a_day_to_come(context: Context) -> Iterator[tuple[Span, date, date]]:
    """Yield where a sentence tells how things were at a day after the meeting, whatever figures it has."""
    meeting = context.record.meeting_date
    if meeting is None:
        return
    for match in _AT_DAY.finditer(context.passages.low):
        day = _day(match)
        if day is None or day <= meeting or (match["at"] == "on" and not _stood_before(context, match)):
            continue
        sentence = next((s for s in context.passages.sentences if s.span.start <= match.start() < s.span.end), None)
        if sentence is None or context.passages.paragraphs[sentence.paragraph].is_row:
            continue
        if _STOOD.search(sentence.low) and not _COMING.search(sentence.low):
            yield Span(match.start(), match.end()), day, meeting


def _stood_before(context: Context, match: re.Match[str]) -> bool:
    """Tell whether a level stands right in front of "on 31 May": "stood at 36"."""
    return re.search(r"\bstood at [£\d][^.;]{0,30}$", context.passages.low[: match.start()][-60:]) is not None


def _day(match: re.Match[str]) -> date | None:
    """Return the day that words name, or None for one that is not in the calendar."""
    try:
        return date(int(match["year"]), MONTHS.index(match["month"]) + 1, int(match["day"]))
    except ValueError:
        return None


def _is_told_as_past(context: Context, figure: Figure) -> bool:
    """Tell whether a figure's own sentence names its day and tells it as what was, with nothing that looks ahead."""
    sentence = context.passages.sentence_of(figure)
    told = next((e.span for e in figure.evidence if e.field == "period"), None)
    if sentence is None or told is None or not sentence.span.contains(told):
        return False
    if _YEAR.search(told.cut(context.text)) is None:
        return False  # "on the last day of the year" says nothing of which
    if _AHEAD.search(sentence.low):
        return False
    front = sentence.low[: figure.span.start - sentence.span.start]
    if context.passages.paragraphs[sentence.paragraph].kind == "text" or "." in sentence.low.rstrip()[-1:]:
        return _PAST.search(sentence.low) is not None
    return _NAMED.match(front) is not None
