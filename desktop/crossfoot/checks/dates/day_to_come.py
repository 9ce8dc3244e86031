"""Sentences that tell how things were at a day after the meeting, whatever figures they have, for rule 14.

"On 30 September 2019 we were looking after 212 children", "all had been answered by 31 August 2019", in the record of a
meeting of June: nobody could know. What was planned, expected or agreed for a later day is told in other words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from crossfoot.checks.basis.context import Context
from crossfoot.checks.dates.calendar import MONTHS, month_end
from crossfoot.model import Span

_AT_DAY = re.compile(
    rf"\b(?P<at>(?:as )?at|on|by|to|ended)\s(?:the end of |the )?(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)?\s)?"
    rf"(?P<month>{'|'.join(MONTHS)}),?\s(?P<year>\d{{4}})\b"
)
_STOOD = re.compile(
    r"\b(?:stood|there (?:was|were|are|is)|was|were|had|numbered|totalled|owned|held|showed|compared (?:with|to))\b"
    r"|\b(?:the|calendar) position (?:as )?at\b"
)
_MODAL = (
    r"will|would|shall|should|could|might|must|expect\w*|forecast\w*|project(?:ed|ion|ions)|estimat\w*|predict\w*"
    r"|anticipat\w*|plan(?:ned|ning)|plans? (?:to|for)|target\w*|aim\w*|until|propos\w*|intend\w*|to be|to run|if"
    r"|assum\w*|deadline|requir\w*|set (?:at|for|to)|agree\w*|approv\w*|schedul\w*|limit\w*|trajector\w*"
    r"|sought|wanted|promis\w*|undertak\w*|undertook|commit\w*|extend\w*|let for|for [a-z]+ years|resolv\w*|decid\w*"
    r"|(?:was|were|had) to"
)
_COMING = re.compile(
    rf"\b(?:{_MODAL}|(?<!\d )(?<!of )(?<!in )(?<!to )may(?! \d)|can|due|budget\w*|ambition|end(?:s|ing)|expir\w*"
    r"|clos(?:e|es|ing)|next|coming|future|meeting|start\w*|begin\w*|open(?:s|ing)|to open|balances? needed|outlook"
    r"|by (?:the |this |that |then|next |\d))\b"
)
"""Words of the same sentence that may tell of a day to come."""
_AHEAD = re.compile(
    rf"\b(?:{_MODAL}|due to be|budgeted|profiled?|ask\w*|request\w*|invit\w*|likely|hoped|supposed|needed|commission\w*"
    r"|contract\w*|tender\w*|wish\w*|maturing|payable)\b"
)
"""Words that look forward in the clause of a level itself."""
_KEPT = (
    r"(?:(?:was|were|had been) (?:looking after|caring for|supporting|paying|educating|employing|maintaining|housing"
    r"|accommodating|receiving|providing|running|monitoring|working with)|looked after|cared for|employed|supported"
    r"|housed|accommodated|educated|taught|served|maintained|had|held|stood at|numbered|totalled|was|were|had been)"
)
"""Verbs that tell of somebody or something what he had, or how many it were."""
_SO_MANY = r"(?:a total of |some |about |only |just |over |nearly |around |exactly |still )*£?\d[\d,.]*\d?(?:m|k|bn)?%?"
_LEVEL_BEFORE = re.compile(
    rf"\b(?:there (?:was|were|had been)|{_KEPT}|came to|amounted to|reached|remained at) {_SO_MANY}\b"
    r"(?:(?!\b(?:19|20)\d\d\b)[^.;]|\.\d){0,110}$"
    rf"|(?<![\d.,])\b{_SO_MANY} [a-z' -]{{3,50}}\b(?:was|were|had been) [^.;,\d]{{0,60}}$"
)
"""How many there were, told in front of the day."""
_LEVEL_BEHIND = re.compile(
    rf",? (?:there (?:was|were|had been)\b|(?:[a-z'’-]+ ){{1,12}}?{_KEPT}\b"
    r"|\d[\d,.]*%? [a-z' -]{3,60}\b(?:was|were|had been|had)\b)"
)
"""How many there were, told behind the day that opens its clause."""
_OPENS = re.compile(r"(?:^[\s\d.()•*–-]*|[,;:.\t)]|\bthat|\band|\bbut)\s*$")
_DONE = r"(?: been)?(?: [a-z]+ly)? [a-z]+(?:ed|en|t|d|un|ne)"
_HAD_HAPPENED = re.compile(
    rf"\b(?:had|has|have)(?: (?:all|both|each|already|now|since|only|not))*{_DONE}(?: [a-z]+){{0,3}} $"
)
"""What was done already, told right in front of "by 30 June 2019"."""
_HAD_DONE = re.compile(rf",? (?:[a-z'’-]+ ){{1,5}}?had(?: (?:all|both|each|already|only|not))*{_DONE}\b")
"""What somebody had done, told behind "By 30 June 2019"."""


_IN_A_STRETCH = re.compile(
    r"(?:^[\s\d.()•*–-]*|[,;:] |\bthat )(?:in|during|over) the (?:[a-z]+ )?(?:year|quarter|months?|weeks|period) \Z"
)
_DID = re.compile(r"\b(?:was|were|had been|had|received|dealt with|opened|closed|held|fell|rose|came|left)\b")
"""What was done "in the twelve months to 30 June 2019"."""


def told_at_a_day_to_come(context: Context) -> Iterator[tuple[Span, date, date]]:
    """Yield where a sentence tells how things were at a day after the meeting, whatever figures it has."""
    meeting = context.record.meeting_date
    if meeting is None:
        return
    low = context.passages.low
    for match in _AT_DAY.finditer(low):
        day = _day(match)
        if day is None or day <= meeting:
            continue
        sentence = context.passages.sentence_at(match.start())
        if sentence is None or context.passages.paragraphs[sentence.paragraph].is_row:
            continue
        front, behind = low[sentence.span.start : match.start()], low[match.end() : sentence.span.end]
        whole = match["at"] != "by" and match["day"] is not None
        if match["at"] in {"to", "ended"}:
            if _IN_A_STRETCH.search(front) and _DID.search(sentence.low) and not _AHEAD.search(sentence.low):
                yield Span(match.start(), match.end()), day, meeting
            continue
        if match["at"] == "on" and not _stood_before(context, match):
            whole = False
        told = whole and _STOOD.search(sentence.low) is not None and _COMING.search(sentence.low) is None
        if told or _is_told_beside(match["at"], front, behind):
            yield Span(match.start(), match.end()), day, meeting


def _is_told_beside(at: str, front: str, behind: str) -> bool:
    """Tell whether the words right beside a day tell what was there on it, or had been done by it."""
    clause = re.split(r"[;,:]\s|\bbut\b" if at == "by" else r"[;:]\s|\bbut\b", front)[-1]
    if at == "by":
        done = _HAD_HAPPENED.search(clause[-80:]) is not None and _AHEAD.search(clause) is None
        return done or (not clause.strip() and _HAD_DONE.match(behind) is not None)
    if _LEVEL_BEFORE.search(clause[-150:]) is not None and _AHEAD.search(clause[-190:]) is None:
        return True
    found = _LEVEL_BEHIND.match(behind) if _OPENS.search(front) else None
    return found is not None and _AHEAD.search(behind[: found.end() + 40]) is None


def _stood_before(context: Context, match: re.Match[str]) -> bool:
    """Tell whether a level stands right in front of "on 31 May": "stood at 36"."""
    return re.search(r"\bstood at [£\d][^.;]{0,30}$", context.passages.low[: match.start()][-60:]) is not None


def _day(match: re.Match[str]) -> date | None:
    """Return the day that words name, a month's last where they name none; None for one that is not in the calendar."""
    try:
        if match["day"] is None:
            return month_end(date(int(match["year"]), MONTHS.index(match["month"]) + 1, 1))
        return date(int(match["year"]), MONTHS.index(match["month"]) + 1, int(match["day"]))
    except ValueError:
        return None
