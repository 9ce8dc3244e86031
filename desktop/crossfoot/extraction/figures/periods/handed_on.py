"""What the sentences before a number hand on to it: the time that they are about, unless they tell of something else.

A sentence that only says what had been, what others have, when something was done or what is set for a time to come
hands no time on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from crossfoot.extraction.figures.periods import stretches
from crossfoot.extraction.figures.periods.both_ends import A_MONTH
from crossfoot.extraction.figures.periods.comparisons import SAID
from crossfoot.extraction.figures.periods.expressions import COUNT
from crossfoot.extraction.figures.periods.kinds import (
    counts_what_there_was,
    says_what_there_was,
)
from crossfoot.extraction.figures.periods.question import (
    Dated,
    Question,
)
from crossfoot.extraction.figures.periods.sources import (
    PREVIOUS,
)
from crossfoot.extraction.figures.reading import LONG_AGO, Reading
from crossfoot.extraction.figures.sight import Sight
from crossfoot.model import Nature, Period, PeriodKind, Unit

_OF_THE = re.compile(r"\s+of\s+(?:the|these|those)\b", re.IGNORECASE)


def of_previous(question: Question) -> Dated | None:
    """Return the period of a sentence before, unless it only named a part of the reporting period in passing."""
    reporting, around = question.place.known.reporting, question.sight.around
    for reading in reversed(around.previous):
        nearest = reading is around.previous[-1]
        opens = nearest and (around.points_back or question.nature is Nature.BENCHMARK)
        if reading.focus is None or looks_back(reading, around.previous, reporting):
            continue
        if is_no_day_of_accounts(question, reading.focus) or _was_long_ago(question, reading):
            continue
        if _dates_only_money(question, reading) or _is_of_now(question, reading):
            continue
        if _is_planned_from_the_past(question, reading.focus):
            return None
        if _is_only_set_for_later(question, reading):
            continue
        if reading.firm or reporting is None or opens:
            pointed = opens or around.points_back or _goes_on_about_it(question.sight) or _tells_of_an_occasion(reading)
            if not pointed and is_part_of(reading.focus, reporting):
                return None
            if _is_part_of_those_told(question.sight, reading):
                return Dated(reading.focus, PREVIOUS)
            return question.taken(reading.focus, PREVIOUS, reading.sentence)
    return _of_the_time_told(question)


def _is_part_of_those_told(sight: Sight, reading: Reading) -> bool:
    """Tell whether a number is "57 of the children" that a sentence counted in a while, whatever else these are."""
    if sight.number.unit is not Unit.COUNT or _OF_THE.match(sight.sentence.text, sight.end) is None:
        return False
    if says_what_there_was(sight.sentence.text[sight.end : sight.right].lower()):
        return False
    counted = (f for f in reading.told if f.unit is Unit.COUNT and f.period == reading.focus)
    return any(f.period.kind is PeriodKind.DURING and f.value >= sight.number.value for f in counted if f.period)


def _tells_of_an_occasion(reading: Reading) -> bool:
    """Tell whether a sentence tells of an occasion at which what its paragraph goes on with was counted."""
    return any(each.kind.of_all_behind for each in reading.occasions)


def _is_planned_from_the_past(question: Question, focus: Period) -> bool:
    """Tell whether an amount is proposed in a record of a year to come, behind a sentence about what is over."""
    known = question.place.known
    if known.meeting is None or known.reporting is None or question.nature is not Nature.PROPOSED:
        return False
    return question.sight.number.money and focus.end <= known.meeting < known.reporting.end


def _dates_only_money(question: Question, reading: Reading) -> bool:
    """Tell whether a sentence only dates money by a day or a month, while the number is none.

    "A grant of £0.4m was received in May.": what is counted behind it is of what the record reports on.
    """
    sight, focus, reporting = question.sight, reading.focus, question.place.known.reporting
    if focus is None or reporting is None or sight.number.money or sight.around.points_back:
        return False
    dated = [figure for figure in reading.told if figure.period == focus]
    short = (focus.end - focus.start).days < A_MONTH
    return short and bool(dated) and all(figure.unit is Unit.GBP for figure in dated)


def _is_of_now(question: Question, reading: Reading) -> bool:
    """Tell whether a number is of now, while a sentence told of a time that was over when what is reported ended."""
    focus, reporting = reading.focus, question.place.known.reporting
    if focus is None or reporting is None or focus.end >= reporting.end:
        return False
    return not question.sight.sentence.words.isdisjoint(_NOW) and question.sight.sentence.words.isdisjoint(WAS)


_NOW = frozenset({"now", "currently", "presently", "today"})


def _was_long_ago(question: Question, reading: Reading) -> bool:
    """Tell whether a sentence only told of an event of a day or a month long before the meeting.

    "At the last inspection, in June 2010, there were 12 recommendations.": what stands behind it is not of then.
    """
    focus, meeting, reporting = reading.focus, question.place.known.meeting, question.place.known.reporting
    if focus is None or meeting is None or reporting is None or question.sight.around.points_back:
        return False
    short = (focus.end - focus.start).days < A_MONTH and focus.end < reporting.start
    goes_on = _goes_on_about_it(question.sight) or names_nothing(question.sight)
    s = reading.sentence
    return short and s.text[s.end - 1 : s.end] == "." and not goes_on and (meeting - focus.end).days > LONG_AGO


def _is_only_set_for_later(question: Question, reading: Reading) -> bool:
    """Tell whether a sentence only set or foresaw something for a time to come, while a number tells what was.

    "The Board has agreed a ceiling of 150 for 2021/22. Disposals were given in 77 cases."
    """
    known, focus = question.place.known, reading.focus
    if question.nature is not Nature.ACTUAL or focus is None or known.meeting is None or known.reporting is None:
        return False
    if question.sight.around.points_back or not known.reporting.end < focus.end or focus.end <= known.meeting:
        return False
    words = question.sight.sentence.words
    if not words.isdisjoint(_IF) or (question.sight.number.money and words.isdisjoint(WAS)):
        return False
    return known.reporting.end <= known.meeting and all(
        figure.nature is not Nature.ACTUAL for figure in reading.told if figure.period == focus
    )


_IF = frozenset({"if", "would"})
"""Words of what is only thought of, which goes on about a time to come: "if fees were raised, £20,000 would"."""


def _goes_on_about_it(sight: Sight) -> bool:
    """Tell whether a number parts what was counted before: "5 of the …", "52 were planned", "Of the other ones, 38"."""
    text, s = sight.sentence.text, sight.sentence
    if _OF_THE.match(text, sight.end) is not None or _OF_THE_OTHERS.match(text, s.start, sight.start) is not None:
        return True
    bare = sight.phrase.close == sight.phrase.first and not sight.number.money
    return bare and sight.start - s.start < _FIRST and _WERE.match(text, sight.end) is not None


_OF_THE_OTHERS = re.compile(r"\W{0,3}of\s+the\s+(?:[\w-]+\s+){0,2}(?:ones|others?|rest|remainder)\b", re.IGNORECASE)
_WERE = re.compile(
    r"[\s\xa0]*(?:%|per[\s\xa0]cent|\([\s\xa0]*\d[\d.]*[\s\xa0]*(?:%|per[\s\xa0]cent)[\s\xa0]*\))?[\s\xa0]+(?:were|was|had|have)\b",
    re.IGNORECASE,
)
_FIRST = 4
"""Within how many characters of a sentence's beginning its first number stands."""


def _of_the_time_told(question: Question) -> Dated | None:
    """Return the time that the paragraph was last said to be about, where that is none within what is reported.

    Where the record is said to report on a time, a paragraph of its own time names a year.
    """
    told, reporting = question.sight.around.dated, question.place.known.reporting
    time = told.focus if told is not None else None
    if told is None or time is None or looks_back(told, question.sight.around.previous, reporting):
        return None
    if _is_only_set_for_later(question, told):
        return None
    if reporting is not None and (not stretches.is_year(time) or is_part_of(time, reporting)):
        return None
    return question.taken(time, PREVIOUS, told.sentence)


IT_WAS = re.compile(
    rf"\b(?:it|we|this|that|figures?|numbers?|rates?)\s+{SAID}\b|\b(?:had\s+been|compared)\b"
    rf"|\bthe\s+(?:figure|number|rate|total)\b[^.;\d]{{0,40}}\b{SAID}\b"
)


def looks_back(reading: Reading, previous: Sequence[Reading], reporting: Period | None) -> bool:
    """Tell whether a sentence only says what had been before: "In January it was 688", behind what is so now.

    Or what others have: "The average of similar councils in 2013/14 was 9,000".
    """
    focus = reading.focus
    if focus is None:
        return False
    dated = [figure for figure in reading.told if figure.period == focus] or reading.told
    if dated and all(figure.nature is Nature.BENCHMARK for figure in dated):
        return True
    words = reading.sentence.lowered
    so_long = _SO_LONG_BEFORE.match(words) is not None and reporting is not None and focus.end < reporting.end
    if so_long or _is_the_same_of_an_earlier_year(reading, previous):
        return True
    had = _IT_HAD.search(words) is not None
    if not had and IT_WAS.search(words) is None:
        return False
    if any(other.focus is not None and other.focus.end > focus.end for other in previous if other is not reading):
        return True
    back = (had and reading is not previous[0]) or _BEFORE.match(words) is not None
    then = reporting is not None and focus.end < reporting.start and _WE_WERE.search(words) is not None
    back = back or (then and reading is not previous[0])
    return back and reporting is not None and focus.end < reporting.end


def _is_the_same_of_an_earlier_year(reading: Reading, previous: Sequence[Reading]) -> bool:
    """Tell whether a sentence is of the stretch or day that one before it told of, years before: it compares."""
    focus = reading.focus
    for other in previous:
        if other is reading:
            return False
        if focus is not None and other.focus is not None and is_so_many_years_before(focus, other.focus):
            return True
    return False


def is_so_many_years_before(period: Period, later: Period) -> bool:
    """Tell whether a day or a part of a year is the same as a later one of a year after it."""
    years = later.end.year - period.end.year
    if years < 1 or period.kind is not later.kind or stretches.is_year(period):
        return False
    return stretches.shifted_back(later, 12 * years) == period


_SO_LONG_BEFORE = re.compile(
    rf"\W{{0,3}}(?:(?:just|only|about|some)\s+)?(?:an?|{COUNT})\s+(?:years?|terms?|quarters?|months?|weeks?)"
    r"\s+(?:earlier|before|previously|ago)\b"
)
_WE_WERE = re.compile(r"\b(?:it|we|they|this|that)\s+(?:was|were|stood|had|managed|achieved|reached)\b")
_BEFORE = re.compile(r"\W{0,3}(?:before|until|prior\s+to|previously|formerly)\b")
_IT_HAD = re.compile(
    r"\d\s+had\s+been\b\s*(?:[,;)]|\.(?!\d))|\b(?:it|we|this|that|they|these|figures?|numbers?|rates?)\s+had\b"
)


def is_no_day_of_accounts(question: Question, period: Period) -> bool:
    """Tell whether a day is none up to which money is accounted for, but one on which something was said or decided."""
    if period.kind is not PeriodKind.AS_AT or not question.sight.number.money or counts_what_there_was(question.sight):
        return False
    return period.end.day not in {1, stretches.month_end(period.end.year, period.end.month).day}


def is_part_of(focus: Period, reporting: Period | None) -> bool:
    """Tell whether a stretch is a shorter part of the reporting period."""
    if reporting is None or focus.kind is PeriodKind.AS_AT:
        return False
    return reporting.start <= focus.start and focus.end <= reporting.end and focus != reporting


_OTHERS = re.compile(r"(?:\b(?:the\s+(?:remaining|other)|all\s+but|another|a\s+further)[\s\xa0]+)$", re.IGNORECASE)


def names_nothing(sight: Sight) -> bool:
    """Tell whether a number has no noun of its own: "61 were in work", "all but seven", "the remaining 47"."""
    if sight.phrase.close != sight.phrase.first:
        return False
    s = sight.sentence
    if _COMES_TO.search(s.text, max(s.start, sight.start - 20), sight.start) and _ENDS.match(s.text, sight.end):
        return True
    opens = sight.start - s.start < _FIRST and _WERE.match(s.text, sight.end) is not None
    return opens or _OTHERS.search(s.text, s.start, sight.start) is not None


_COMES_TO = re.compile(r"\b(?:comes?|came)\s+to\s+(?:only\s+|just\s+|about\s+)?$", re.IGNORECASE)
_ENDS = re.compile(r"[\s\xa0]*(?:[,;]|\.(?!\d)|\band\b|$)")
"""What stands around a number that only goes on with what was counted: "Physical injury comes to 31"."""

WAS = frozenset({"was", "were", "had"})
