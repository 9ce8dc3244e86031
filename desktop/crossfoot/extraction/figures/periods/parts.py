"""The time of a part, which is that of the whole that it is a part of, whatever its own words tell of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from crossfoot.extraction.figures.periods.binding import compares
from crossfoot.extraction.figures.periods.both_ends import OF_THEM
from crossfoot.extraction.figures.periods.handed_on import looks_back, names_nothing
from crossfoot.extraction.figures.periods.kinds import counts_what_happened, counts_what_there_was
from crossfoot.extraction.figures.periods.leaning import found_by, is_of_an_earlier_time
from crossfoot.extraction.figures.periods.question import Dated, Question
from crossfoot.extraction.figures.periods.sources import LEAD, WHOLE
from crossfoot.extraction.figures.reading import Reading
from crossfoot.extraction.figures.sight import Sight
from crossfoot.model import Nature, PeriodKind, Unit


def of_whole(question: Question) -> Dated | None:
    """Return the period of the whole that a number says it is a part of: "7 of the 188", where 188 stood before."""
    sight, reading = question.sight, question.sight.reading
    if sight.index + 1 == len(reading.numbers):
        return None
    start = sight.sentence.tokens[reading.numbers[sight.index + 1].first].start
    if _OF_THE_WHOLE.fullmatch(sight.sentence.text, sight.end, start) is None:
        return None
    said = question.place.by_value.get((reading.numbers[sight.index + 1].value, Unit.COUNT))
    return Dated(said.period, WHOLE) if said is not None and said.period is not None else None


_OF_THE_WHOLE = re.compile(r"[\s\xa0]+of[\s\xa0]+(?:the|these|those|our|all)[\s\xa0]+", re.IGNORECASE)


def like_the_item_before(question: Question) -> Dated | None:
    """Return the period of the item before in a row behind a colon: "Reasons for leaving: retirement 5; moved 2"."""
    sight, before = question.sight, question.sight.before
    if before is None or before.period is None or before.unit is not sight.number.unit:
        return None
    if question.nature is not before.nature or sight.number.unit not in _PARTS:
        return None
    text, s = sight.sentence.text, sight.sentence
    behind = _ITEM_BEHIND.fullmatch(text, before.span.end, sight.start)
    if behind is None or not _ENDS_ITEM.match(text, sight.end):
        return None
    first = text.find(":", s.start, before.span.start)
    return Dated(before.period, found_by(before)) if first > 0 else None


_ITEM_BEHIND = re.compile(r"[\s\xa0]*;[\s\xa0]+[A-Za-z][^.;:\d]{2,60}[\s\xa0,–-]+")
_ENDS_ITEM = re.compile(r"[\s\xa0]*(?:[;,]|\.(?!\d)|$)")
"""What stands between two items of such a row, its number last, and behind the second."""


def like_the_first_part(question: Question) -> Dated | None:
    """Return the period of the figures before in a sentence that parts a whole: "Of the 82 late ones 51 were …, 20 …".

    Each part is of the time of the whole, whatever its own words tell of.
    """
    sight, s = question.sight, question.sight.sentence
    opens = s.low(0) == "of" or _THE_OTHER.search(s.text, max(s.start, sight.start - 24), sight.start) is not None
    opens = opens or (bool(sight.told) and found_by(sight.told[0]) == WHOLE and names_no_noun(sight))
    if question.nature is not Nature.ACTUAL or not opens or sight.number.unit not in _PARTS or not sight.told:
        return None
    first = sight.told[0]
    alike = all(f.period == first.period and f.nature is Nature.ACTUAL and f.unit in _PARTS for f in sight.told)
    if first.period is None or first.unit is not Unit.COUNT or not alike or is_of_an_earlier_time(sight):
        return None
    now = not s.words.isdisjoint(_NOW) or compares(s.text, sight.told[-1].span.end, sight.start)
    return None if now or sight.number.value > max(f.value for f in sight.told) else Dated(first.period, WHOLE)


def names_no_noun(sight: Sight) -> bool:
    """Tell whether a number goes on with a verb at once: "nine of the 146 lived outside it, and 31 were single"."""
    return sight.phrase.close == sight.phrase.first and _GOES_ON.match(sight.sentence.text, sight.end) is not None


_GOES_ON = re.compile(r"[\s\xa0]+(?:were|was|had|have|are|came|went|[a-z]+ed)\b")

_THE_OTHER = re.compile(r"\bthe\s+(?:other|remaining|rest)\s+$", re.IGNORECASE)
_PARTS = frozenset({Unit.COUNT, Unit.PERCENT})
_NOW = frozenset({"now", "currently", "today", "since"})


_PARTS_OPENING = re.compile(r"[\W\d]{0,6}(?:of|among)\s+(?:these|those|them)\b", re.IGNORECASE)
_WHO_DID = re.compile(
    r"\W{0,6}of\s+(?:those|the\s+\w+)\s+who\s+(?:left|joined|came|went|began|[a-z]+ed)\b", re.IGNORECASE
)
"""What opens a sentence on those who did something, not on those who were left: "Of those who left, eight were"."""

_IS = (
    r"(?:is|was|equates|represents|gives|gave|equals|makes|made|amounts|comes|came|works\s+out|worked\s+out)\s+(?:to\s+|at\s+)?"
    r"(?:an?\s+(?:rate|average|share|proportion)\s+of\s+)?(?:(?:only|just|about|nearly|almost|over|under|exactly)\s+)*"
)
_AS_A_SHARE = re.compile(
    r"\W{0,3}(?:"
    rf"(?:(?:expressed\s+)?as\s+an?\s+(?:rate|percentage|proportion|share)\b[^.;\d]{{0,30}})?(?:it|this|that)\s+{_IS}"
    rf"|(?:per|for\s+(?:each|every))\s+(?:thousand|1,?000|10,?000|100,?000)\b[^.;\d]{{0,40}}\b(?:it|this|that|the\s+rate)\s+{_IS}"
    r"|put\s+(?:another\s+way|differently),?\s+"
    r"|(?:expressed\s+)?in\s+(?:money|cash|percentage|proportional)\s+terms,?\s+(?:(?:it|this|that)\s+(?:is|was)\s+)?£?"
    r")",
    re.IGNORECASE,
)
"""What leads up to a share that says the number of the sentence before again: "This is 93.0%"."""

_SAID_AGAIN = re.compile(
    r"\W{0,3}(?:it|this|that)\s+(?:is|equates|represents|gives|equals|makes)\s+(?:to\s+)?(?:an?\s+)?(?:rate|average|share)\b",
    re.IGNORECASE,
)


def of_what_is_parted(question: Question) -> Dated | None:
    """Return the period of what was counted in the sentence before, where this one parts it: "Of these, 9 were".

    The part is of the same time as the whole, whether that was counted on a day or over a stretch.
    """
    sight, around = question.sight, question.sight.around
    text, end = sight.sentence.text, sight.end
    if sight.told and OF_THEM.match(text, end) and sight.told[-1].period is not None:
        return Dated(sight.told[-1].period, WHOLE) if sight.told[-1].unit is Unit.COUNT else None
    if not around.previous:
        return None
    parted = _PARTS_OPENING.match(text, sight.sentence.start, end) or OF_THEM.match(text, end)
    share = (
        sight.number.unit is Unit.PERCENT and _AS_A_SHARE.fullmatch(text, sight.sentence.start, sight.start) is not None
    )
    again = share or _SAID_AGAIN.match(text, sight.sentence.start, sight.start) is not None
    if parted is None and (sight.index or not again):
        return None
    reporting = question.place.known.reporting
    money = sight.number.money
    wholes = (
        [f for f in r.told if f.period and f.nature is Nature.ACTUAL and (f.unit is Unit.GBP) is money]
        for r in reversed(around.previous)
        if not looks_back(r, around.previous, reporting) and not _only_compares(r, around.previous)
    )
    groups = [told for told in wholes if told]
    if not groups:
        return None
    counted = [figure for told in groups for figure in told] if again and parted is None else groups[0]
    if _WHO_DID.match(text, sight.sentence.start, end) is not None:
        counted = [f for f in counted if f.period is not None and f.period.kind is PeriodKind.DURING] or counted
    whole = max(reversed(counted), key=lambda figure: figure.period.end if figure.period is not None else date.min)
    return Dated(whole.period, WHOLE)


def of_those_just_counted(question: Question) -> Dated | None:
    """Return the period of those counted in the sentence before, for a number that names nothing of its own.

    "There were 124 care leavers. The Council was in touch with all but seven. 61 (49%) were in work".
    """
    sight, around = question.sight, question.sight.around
    if question.nature is not Nature.ACTUAL or not around.previous or sight.number.unit not in _COUNTED:
        return None
    last = around.previous[-1]
    if sight.told or not names_nothing(sight) or looks_back(last, around.previous, question.place.known.reporting):
        return None
    counted = [f for f in last.told if f.unit is Unit.COUNT]
    period = counted[0].period if any(f.value >= sight.number.value for f in counted) else None
    if period is None or any(f.period != period or f.nature is not Nature.ACTUAL for f in counted):
        return None
    only_compared = any(reading.focus is not None and reading.focus.end > period.end for reading in around.previous)
    day = period.kind is PeriodKind.AS_AT
    of_another_kind = counts_what_happened(sight) if day else counts_what_there_was(sight)
    return None if only_compared or of_another_kind else Dated(period, WHOLE)


def _only_compares(reading: Reading, previous: Sequence[Reading]) -> bool:
    """Tell whether a sentence only sets what was counted before it beside an earlier count, of which it tells.

    "This was five fewer than at the end of August, when it had reached 334."
    """
    s = reading.sentence
    if _IT.match(s.text, s.start) is None or not compares(s.text, s.start, s.end):
        return False
    ends = [f.period.end for f in reading.told if f.period is not None and f.nature is Nature.ACTUAL]
    before = [f.period.end for r in previous if r.sentence.start < s.start for f in r.told if f.period is not None]
    return bool(ends) and bool(before) and max(ends) < max(before)


_IT = re.compile(r"\W{0,3}(?:this|that|it|they|which)\s+(?:is|was|were|are|had|compares?|compared)\b", re.IGNORECASE)

_COUNTED = frozenset({None, Unit.COUNT})


def of_what_the_list_parts(question: Question) -> Dated | None:
    """Return the period of what was counted before a list that gives its parts, where the lead-in names none.

    "Twenty households left us. The reasons were:": each reason counts households that left.
    """
    sight, around = question.sight, question.sight.around
    lead, source = around.lead, around.lead_source
    if lead is None or source is None or lead.focus is not None or source.period is None:
        return None
    if source.unit is not Unit.COUNT or sight.number.unit not in _COUNTED or question.nature is not source.nature:
        return None
    return Dated(source.period, LEAD) if not sight.told and sight.number.value <= source.value else None
