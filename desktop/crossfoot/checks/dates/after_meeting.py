"""Levels told as they were on a day that had not come when the meeting was held, for rule 14.

"There were 212 places at 31 March 2020" in the record of a meeting of June 2019: the year or the day was mistyped. What
is expected, planned or set for a later day is told in other words, and left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from crossfoot.checks.basis.context import Context
from crossfoot.model import Figure, Nature, PeriodKind, Unit

_PAST = re.compile(
    r"\b(?:was|were|stood|numbered|totalled|amounted|held|fell|rose|grew|dropped|came to|reached|remained|comprised"
    r"|had(?! to\b)|has|have|is|are|stands|numbers|contained|supported|employed)\b"
)
"""Verbs that tell how things stood, or stand: of a day to come nobody can say so."""
_AHEAD = re.compile(
    r"\b(?:will|would|shall|should|could|may (?:be|have|not|well|also|need)|might|can|must"
    r"|expect\w*|forecast\w*|project(?:ed|ion|ions)|estimat\w*"
    r"|predict\w*|anticipat\w*|planned|planning|plans? (?:to|for)|target\w*|aim\w*|by|until|from|before|after|due"
    r"|propos\w*|intend\w*|to be|budget\w*|set (?:at|for|to)|ambition|if|assum\w*|deadline|ends"
    r"|ending|expir\w*|contract\w*|closing|next|trajector\w*|need\w*|requir\w*|allocated to|available|profile\w*"
    r"|agree\w*|schedul\w*|starts?"
    r"|begins?|open(?:s|ed|ing) (?:on|at|in)|coming|future|outlook|programme|grant\w*|award\w*|subject to approval"
    r"|(?:was|were|had) to|the (?:last|first|final|other) (?:on|at)|was approved|were approved|maturing"
    r"|mature\w*|repayable|payable|limit\w*|tariff|charges?|fees?|rates? of)\b"
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
