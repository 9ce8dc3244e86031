"""The period of a number: what its own words say, or what it takes over from what stands around it."""

from __future__ import annotations

import re
from datetime import date

from crossfoot.extraction.figures.layout import Shape
from crossfoot.extraction.figures.periods import stretches
from crossfoot.extraction.figures.periods.binding import compares
from crossfoot.extraction.figures.periods.both_ends import (
    A_MONTH,
    OF_THEM,
    as_the_one_compared_before,
    at_the_end,
    dates_the_later,
    earlier_of_two,
    holds_at_a_day,
)
from crossfoot.extraction.figures.periods.conventions import since_april
from crossfoot.extraction.figures.periods.events import event_of
from crossfoot.extraction.figures.periods.handed_on import (
    IT_WAS,
    WAS,
    is_no_day_of_accounts,
    is_part_of,
    looks_back,
    names_nothing,
    of_previous,
)
from crossfoot.extraction.figures.periods.kinds import (
    counts_what_happened,
    counts_what_there_was,
    is_stock,
    says_what_there_was,
)
from crossfoot.extraction.figures.periods.known import MID_YEAR, Calendar, When, is_when_they_met
from crossfoot.extraction.figures.periods.leaning import (
    figure_leaned_on,
    found_by,
    has_like_end,
    is_of_a_later_time,
    is_of_an_earlier_time,
    is_said_again,
)
from crossfoot.extraction.figures.periods.question import (
    UNDATED,
    Dated,
    Question,
    words_before,
    year_of,
    year_of_budget,
)
from crossfoot.extraction.figures.periods.reporting import is_term_of_a_strategy
from crossfoot.extraction.figures.periods.sources import (
    BUDGET,
    EVENT,
    FIGURE,
    HEADING,
    IN_BRACKETS,
    ITEMS,
    LATEST,
    LEAD,
    PARAGRAPH,
    PREVIOUS,
    REPORTING,
    SINCE,
    WHOLE,
)
from crossfoot.extraction.figures.periods.stating import looks_ahead, stated
from crossfoot.extraction.figures.reading import Reading, says_when_decided
from crossfoot.extraction.figures.sight import Sight
from crossfoot.model import Measure, Nature, Period, PeriodKind, Span, Unit

_APRIL = 4
_SOURCES = frozenset({LEAD, PREVIOUS, HEADING, BUDGET, PARAGRAPH, REPORTING, LATEST})

_OF_A_YEAR = frozenset({Measure.PLAN, Measure.FORECAST, Measure.DERIVED, Measure.YEAR_FLOW})


def period_of(question: Question, when: When | None) -> Dated:
    """Return a number's period; ``when`` is the expression of its sentence that was found to date it."""
    if when is not None and when.rule == SINCE and not _has_happened_since(question, when):
        when = None
    if when is not None and (_is_a_condition(question.sight, when) or _is_a_day_of_the_next(question, when)):
        when = None
    again = _at_which_it_began(question) or _of_what_it_says_again(question.sight, when)
    if again is not None:
        return again
    bracketed = _of_brackets(question) if when is None or when.span.end <= _start_of_before(question.sight) else None
    if bracketed is not None:
        return bracketed
    like = _a_year_before_the_one_beside(question, when) or _like_the_figure_before(question, when) if when else None
    if like is not None:
        return like
    decided = when is not None and question.sight.number.money and says_when_decided(question.sight.sentence, when)
    if when is not None and when.period is not None and not decided:
        told = stated(question, when, when.period)
        spans = when.period.kind is PeriodKind.DURING and when.span.start >= question.sight.right
        if spans or dates_the_later(question.sight, when):
            told = earlier_of_two(question, told)
        return at_the_end(question, told)
    if decided and when is not None and when.period is not None and question.nature is Nature.BUDGET:
        coming = _year_decided_on(when.period)
        if coming is not None:
            return Dated(coming, BUDGET)
    taken = as_the_one_compared_before(question) or _taken_over(question)
    return taken if has_like_end(question.sight) else earlier_of_two(question, taken)


def _at_which_it_began(question: Question) -> Dated | None:
    """Return the time since which something moved, for what it moved away from: "from 15 to 4 since April"."""
    sight, text = question.sight, question.sight.sentence.text
    since = next((w for w in sight.reading.whens if w.rule == SINCE and w.span.start >= sight.right), None)
    if since is None or since.period is None or not is_of_an_earlier_time(sight):
        return None
    if _SINCE_THEN.fullmatch(text, sight.right, since.span.start) is None:
        return None
    day = any(character.isdigit() for character in since.span.cut(text).split()[0])
    start = since.period.start
    return Dated(stretches.as_at(start) if day else stretches.month(start.year, start.month), SINCE, since.span)


_SINCE_THEN = re.compile(r"\S+[^.;,]{0,40}\bsince\s+(?:the\s+)?", re.IGNORECASE)


def _of_what_it_says_again(sight: Sight, when: When | None) -> Dated | None:
    """Return the period of the figure before where a number says it in another unit: "overspent by £14.2m (2.5%)"."""
    before = sight.before
    if before is None or before.period is None or before.unit is sight.number.unit or not is_said_again(sight):
        return None
    own = when is not None and sight.end <= when.span.start and _CLOSED.match(sight.sentence.text, sight.end) is None
    return None if own and "(" in sight.sentence.text[before.span.end : sight.start] else Dated(before.period, FIGURE)


def _like_the_figure_before(question: Question, when: When) -> Dated | None:
    """Return the stretch of the last figure a year earlier for "A year earlier it was 92.4%", which goes on about it.

    Only for a part of a year: of a whole one "the year before" is itself the year.
    """
    sight, around = question.sight, question.sight.around
    told = around.previous[-1].told if around.previous else ()
    if sight.index or not told or when.rule not in {"ago", "lastyear"} or when.span.end > sight.start:
        return None
    last, text = told[-1], sight.sentence.text
    if last.period is None or last.period.kind is PeriodKind.AS_AT or stretches.is_year(last.period):
        return None
    if last.unit is not sight.number.unit or _A_YEAR_EARLIER.fullmatch(text, when.span.start, when.span.end) is None:
        return None
    alone = IT_WAS.search(sight.sentence.lowered) is not None
    return Dated(stretches.year_before(last.period), when.rule, when.span) if alone else None


def _a_year_before_the_one_beside(question: Question, when: When) -> Dated | None:
    """Return the time a year before the figure beside it, whose sentence states none: "£11.4m, a year earlier £10.5m".

    Whatever was last named in the sentences before, it is with the figure beside it that a number is compared.
    """
    before, text = question.sight.before, question.sight.sentence.text
    if before is None or before.period is None or before.unit is not question.sight.number.unit:
        return None
    if any(each.field == "period" and each.span is not None for each in before.evidence):
        return None
    words = when.span.cut(text).lower()
    if when.rule not in {"ago", "lastyear"} or _A_YEAR_EARLIER.fullmatch(words) is None:
        return None
    if words.endswith("year") and text[when.span.start - 1 : when.span.start] != "(":
        return None
    return Dated(stretches.shifted_back(before.period, 12), when.rule, when.span)


_A_YEAR_EARLIER = re.compile(
    r"(?:(?:a|one|the|twelve)\s+(?:year|months)\s+(?:earlier|before|ago|previously)|(?:last|the\s+previous)\s+year)",
    re.IGNORECASE,
)


def _is_a_condition(sight: Sight, when: When) -> bool:
    """Tell whether a stretch only says what a part of those counted on a day had done.

    "Of the 2,960 on the register at the end of June, 1,204 had had a review in the past year".
    """
    before, text = sight.before, sight.sentence.text
    if when.rule != "half" or when.span.start < sight.end or _PAST.match(text, when.span.start) is None:
        return False
    if _BEFORE_THAT.search(text, sight.end, when.span.start) is not None:
        return True
    if sight.number.unit is Unit.PERCENT and _HAD_HAD.search(text, sight.end, when.span.start) is not None:
        return any(r.focus is not None and r.focus.kind is PeriodKind.AS_AT for r in sight.around.previous)
    if before is None or before.period is None:
        return False
    if before.period.kind is not PeriodKind.AS_AT:
        return False
    return _OF_THE_FIRST.search(text, max(sight.sentence.start, before.span.start - 16), before.span.start) is not None


def _is_a_day_of_the_next(question: Question, when: When) -> bool:
    """Tell whether a day is that of the number behind: "212 applications, of which 40 were open on 31 March".

    What happened takes no day that stands behind what there was.
    """
    sight, period = question.sight, when.period
    if period is None or period.kind is not PeriodKind.AS_AT or when.span.start < sight.right or sight.number.money:
        return False
    if question.nature is not Nature.ACTUAL or not counts_what_happened(sight):
        return False
    behind = sight.sentence.text[sight.right : when.span.start].lower()
    return _UP_TO.search(behind) is None and says_what_there_was(behind)


_UP_TO = re.compile(r"\b(?:to|by)\s+(?:the\s+)?(?:end\s+of\s+)?(?:the\s+)?$")
_HAD_HAD = re.compile(r"\b(?:had|have|has)\s+had\b", re.IGNORECASE)
_BEFORE_THAT = re.compile(
    r"\b(?:about|to|for|from|with|on|of)\s+(?:whom|which)\b[^.;]{0,60}\bhad\b|\bhad\b[^.;]{0,40}\b(?:before|previously|already)\b",
    re.IGNORECASE,
)
"""What makes the past year one that tells of whom a number is: "families about whom there had been a referral in"."""

_PAST = re.compile(r"(?:past|last|previous|preceding)\b", re.IGNORECASE)
_OF_THE_FIRST = re.compile(r"\bof\s+(?:the|these|those|our|all)\s+(?:about\s+)?$", re.IGNORECASE)


def _has_happened_since(question: Question, when: When) -> bool:
    """Tell whether a number is of what was done or changed since a time, and not of what there is now.

    "Since April 612 were let", "fallen by 31 since April", but not "fallen since April to 412".
    """
    sight = question.sight
    s = sight.sentence
    if question.measure in _FLOWS and "since" in s.lowered:
        return True
    if question.nature is Nature.CHANGE or _OPENS_SINCE.match(s.text, s.start, when.span.start) is not None:
        return True
    if question.nature is not Nature.ACTUAL or is_stock(question.measure) or is_of_a_later_time(sight):
        return False
    if when.span.end <= sight.start:
        return counts_what_happened(sight) or _DONE_SINCE.fullmatch(s.text, s.start, when.span.start) is not None
    parted = _PARTS_FROM_SINCE.search(sight.sentence.text, sight.end, when.span.start) is not None
    return counts_what_happened(sight) or not (parted or counts_what_there_was(sight))


_FLOWS = frozenset({Measure.FLOW, Measure.RATIO_OF_FLOW})
_DONE_SINCE = re.compile(
    r"\W*(?:[\w’'-]+\s+){1,5}[a-z]+(?:ed|built|made|sold|let|held|won|spent)\s+since\s+(?:the\s+)?", re.IGNORECASE
)
"""A line that names what was done since a time, before its number: "Jobs created since April: 44"."""

_PARTS_FROM_SINCE = re.compile(
    r"[,;)]|\b(?:and|but|up|down|higher|lower|more|fewer|than|some|many|most|rise|fall)\b", re.IGNORECASE
)
"""What stands between a number and a "since" that is of something else: "38 were waiting, some of them since June"."""

_OPENS_SINCE = re.compile(r"\W{0,4}(?:since|from)\b[^,.;]*\Z", re.IGNORECASE)
"""A sentence up to the time that it opens with: "Since the last report in May", of which the whole of it is."""


def _start_of_before(sight: Sight) -> int:
    """Return where the figure before begins, or 0."""
    return sight.before.span.start if sight.before is not None else 0


def _year_decided_on(decided: Period) -> Period | None:
    """Return the financial year that a budget is of which was fixed in the last months before it, or None."""
    return stretches.financial_year(decided.end.year) if decided.end.month < _APRIL else None


def _taken_over(question: Question) -> Dated:
    """Return the period that a number takes over from what stands around it, the nearest first."""
    return (
        _of_brackets(question)
        or _of_now_moved_to(question)
        or _of_the_year_under_way(question)
        or _of_so_far(question)
        or _of_whole(question)
        or _like_the_first_part(question)
        or _of_figure_before(question)
        or _of_lead(question)
        or _of_event(question)
        or _of_what_is_parted(question)
        or _of_those_just_counted(question)
        or of_previous(question)
        or _of_items(question)
        or _of_heading(question)
        or _of_budget(question)
        or _of_record(question)
    )


def _like_the_first_part(question: Question) -> Dated | None:
    """Return the period of the figures before in a sentence that parts a whole: "Of the 82 late ones 51 were …, 20 …".

    Each part is of the time of the whole, whatever its own words tell of.
    """
    sight, s = question.sight, question.sight.sentence
    if question.nature is not Nature.ACTUAL or s.low(0) != "of" or sight.number.unit not in _PARTS or not sight.told:
        return None
    first = sight.told[0]
    alike = all(f.period == first.period and f.nature is Nature.ACTUAL and f.unit in _PARTS for f in sight.told)
    if first.period is None or first.unit is not Unit.COUNT or not alike or is_of_an_earlier_time(sight):
        return None
    now = not s.words.isdisjoint(_NOW) or compares(s.text, sight.told[-1].span.end, sight.start)
    return None if now or sight.number.value > first.value else Dated(first.period, WHOLE)


_PARTS = frozenset({Unit.COUNT, Unit.PERCENT})
_NOW = frozenset({"now", "currently", "today", "since"})


def _of_figure_before(question: Question) -> Dated | None:
    """Return the period of the figure before in the sentence, unless this number is of another time."""
    figure = figure_leaned_on(question.sight, question.nature)
    if figure is None or figure.period is None:
        return None
    how = found_by(figure)
    if question.sight.number.money and _OUT_OF_A_WHOLE.search(words_before(question.sight)) is not None:
        part = figure.period.kind is PeriodKind.DURING and not stretches.is_year(figure.period)
        part = part and not question.is_profiled(figure.period)
        if part and figure.value < question.sight.number.value and figure.nature is Nature.ACTUAL:
            return Dated(year_of(figure.period), BUDGET)
    if how == WHOLE or OF_THEM.match(question.sight.sentence.text, question.sight.end):
        return Dated(figure.period, WHOLE)
    if (
        figure.period.kind is PeriodKind.AS_AT
        and is_stock(question.measure)
        and figure.unit is question.sight.number.unit
    ):
        return Dated(figure.period, how if how in _SOURCES else FIGURE)
    return question.taken(figure.period, how if how in _SOURCES else FIGURE)


_OUT_OF_A_WHOLE = re.compile(
    r"\b(?:out\s+of|from|against)\s+(?:an?|the|its|our)\s+(?:[\w-]+\s+){0,3}"
    r"(?:budget|grant|allocation|fund|pot|provision|total|target)"
    r"(?:\s+of)?\s+£?$|^[^.;\w]*\bof\s+(?:the\s+)?£?$",
    re.IGNORECASE,
)
"""What leads from what was spent so far to what there is for the year: "£88,000 out of a grant of £171,000"."""


def _of_now_moved_to(question: Question) -> Dated | None:
    """Return what is reported for what a stock came to from one of an earlier day: "from 58 in April to 71"."""
    before, reporting = question.sight.before, question.place.known.reporting
    if before is None or before.period is None or reporting is None or before.unit is not question.sight.number.unit:
        return None
    stated_day = any(e.field == "period" and e.span is not None for e in before.evidence)
    short = (before.period.end - before.period.start).days <= A_MONTH
    if not stated_day or not short or before.period.end >= reporting.end or not is_of_a_later_time(question.sight):
        return None
    return question.taken(stretches.as_at(reporting.end), REPORTING)


_OPENED = re.compile(r"(?:[\s\xa0]+[a-z-]+){0,4}[\s\xa0]*\([\s\xa0£]*")
_CLOSED = re.compile(r"[\s\xa0]*\)")
_CLOSED_BEFORE = re.compile(r"[\s\xa0]*(?:(?:before|previously|formerly)[\s\xa0]*)?\)", re.IGNORECASE)


def _of_brackets(question: Question) -> Dated | None:
    """Return the period of a number alone in brackets behind another one, where the record says of when these are."""
    sight, said = question.sight, question.place.bracketed
    before, text = sight.before, sight.sentence.text
    if before is None or before.period is None or before.unit is not sight.number.unit:
        return None
    if not _OPENED.fullmatch(text, before.span.end, sight.start) or not _CLOSED_BEFORE.match(text, sight.end):
        return None
    if said is not None:
        return Dated(said.of(before.period), IN_BRACKETS)
    alike = (
        question.nature is before.nature is Nature.ACTUAL and before.value / 2 <= sight.number.value <= before.value * 2
    )
    return Dated(stretches.year_before(before.period), IN_BRACKETS) if alike and before.value else None


def _of_so_far(question: Question) -> Dated | None:
    """Return the stretch that a part of a year is told of with "to date" or "twelve-month" beside a number.

    "Capital spend to date £31.4m" is since April, "twelve-month turnover 23.8%" of the twelve months.
    """
    sight, reporting = question.sight, question.place.known.reporting
    if reporting is None or question.nature is not Nature.ACTUAL or stretches.is_year(reporting):
        return None
    own = sight.sentence.lowered
    if "month" in own and _TWELVE_MONTHS.search(words_before(sight)) is not None:
        return Dated(Period(stretches.back(reporting.end, 12), reporting.end, PeriodKind.DURING), REPORTING)
    if not any(word in own for word in ("to date", "so far", "thus far", "cumulative")):
        return None
    behind = sight.sentence.text[sight.end : min(sight.right, sight.end + _REACH)]
    flowed = sight.number.money or counts_what_happened(sight)
    told = _SO_FAR_BEFORE.search(words_before(sight)) or _SO_FAR_BEHIND.match(behind)
    return Dated(since_april(reporting), REPORTING) if told and flowed and not holds_at_a_day(question) else None


_REACH = 60
_TWELVE_MONTHS = re.compile(r"\b(?:12|twelve)[\s-]month\s+(?:[a-z]+\s+){1,3}[^\d]{0,12}$", re.IGNORECASE)
_SO_FAR_BEFORE = re.compile(
    r"\b(?:to\s+date|(?:so|thus)\s+far|cumulative(?:ly)?(?!\s+(?:deficit|balance|surplus)))\b[^.;\d]{0,30}$",
    re.IGNORECASE,
)
_SO_FAR_BEHIND = re.compile(r"[^.;\d]{0,50}\b(?:to\s+date|(?:so|thus)\s+far)(?=[\s]*(?:[,.;)]|$))", re.IGNORECASE)


def _of_whole(question: Question) -> Dated | None:
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


def _of_event(question: Question) -> Dated | None:
    """Return when the consultation, inspection or audit was that a sentence tells the numbers of."""
    events = question.place.events
    if not events or question.sight.number.money or question.nature is not Nature.ACTUAL:
        return None
    period = event_of(question.sight.sentence, events)
    return Dated(period, EVENT) if period is not None else None


def _of_lead(question: Question) -> Dated | None:
    """Return the period of a list's lead-in, stated for all its items."""
    lead = question.sight.around.lead
    parted = _of_what_the_list_parts(question)
    if parted is not None:
        return parted
    period = (lead.focus or question.place.lead_period) if lead is not None else None
    if lead is not None and lead.focus is None and period is not None and _is_told_in_passing(question, period):
        return None
    if period is None or is_no_day_of_accounts(question, period):
        return None
    return Dated(period, LEAD)


def _of_what_the_list_parts(question: Question) -> Dated | None:
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


def _is_told_in_passing(question: Question, period: Period) -> bool:
    """Tell whether a month before a list's lead-in only says when something was foreseen, in the account of a year."""
    reporting = question.place.known.reporting
    if not question.sight.number.money or reporting is None or not stretches.is_year(reporting):
        return False
    return (period.end - period.start).days < A_MONTH and is_part_of(period, reporting)


_PARTS_OPENING = re.compile(r"[\W\d]{0,6}(?:of|among)\s+(?:these|those|them)\b", re.IGNORECASE)
_SAID_AGAIN = re.compile(
    r"\W{0,3}(?:it|this|that)\s+(?:is|equates|represents|gives|equals|makes)\s+(?:to\s+)?(?:an?\s+)?(?:rate|average|share)\b",
    re.IGNORECASE,
)


def _of_what_is_parted(question: Question) -> Dated | None:
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
    if parted is None and (sight.index or _SAID_AGAIN.match(text, sight.sentence.start, sight.start) is None):
        return None
    reporting = question.place.known.reporting
    money = sight.number.money
    wholes = (
        [f for f in r.told if f.period and f.nature is Nature.ACTUAL and (f.unit is Unit.GBP) is money]
        for r in reversed(around.previous)
        if not looks_back(r, around.previous, reporting)
    )
    counted = next((told for told in wholes if told), None)
    if counted is None:
        return None
    whole = max(reversed(counted), key=lambda figure: figure.period.end if figure.period is not None else date.min)
    return Dated(whole.period, WHOLE)


def _of_those_just_counted(question: Question) -> Dated | None:
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
    period = counted[0].period if counted else None
    if period is None or any(f.period != period or f.nature is not Nature.ACTUAL for f in counted):
        return None
    only_compared = any(reading.focus is not None and reading.focus.end > period.end for reading in around.previous)
    day = period.kind is PeriodKind.AS_AT
    of_another_kind = counts_what_happened(sight) if day else counts_what_there_was(sight)
    return None if only_compared or of_another_kind else Dated(period, WHOLE)


_COUNTED = frozenset({None, Unit.COUNT})


_OF_THE_COUNTED = re.compile(r"\bof\s+(?:them|(?:these|those|the)\b(?!\s+(?:year|quarter|month)))")
"""How an item goes on about what the one before it counted: "24% of those leaving"."""


def _of_items(question: Question) -> Dated | None:
    """Return the period of the items before it for an item of a list that has no lead-in, as on a slide."""
    place = question.place
    sentence, reporting = question.sight.sentence, place.known.reporting
    if sentence.block.shape is not Shape.ITEM:
        return None
    goes_on = _OF_THE_COUNTED.search(sentence.lowered) is not None
    time = place.items.over(sentence.block.marker, reported=reporting is not None, goes_on=goes_on)
    if time is None:
        return None
    last_day = reporting is not None and reporting.end == time.end
    parts = OF_THEM.match(question.sight.sentence.text, question.sight.end) is not None
    if time.kind is PeriodKind.AS_AT and last_day and not parts:
        return None
    return question.taken(time, ITEMS)


def _of_heading(question: Question) -> Dated | None:
    """Return the period that the heading names."""
    heading = question.sight.around.heading
    if heading is None or heading.focus is None:
        return None
    s = heading.sentence
    if is_term_of_a_strategy(s.text, Span(s.start, s.end), heading.focus):
        return None
    focus, known = heading.focus, question.place.known
    if known.reporting is not None and (
        is_when_they_met(focus, known)
        or (is_part_of(known.reporting, focus) and _names_the_part(heading, known.reporting))
    ):
        return None
    if any(when.period == focus and when.rule == "end of split" for when in heading.whens):
        focus = year_of(focus)  # "Year end 2017/18" heads what was over the year, too
    return question.taken(focus, HEADING)


def _names_the_part(heading: Reading, reporting: Period) -> bool:
    """Tell whether a heading that names a year says which part of it is reported: "2016/17 - April to December"."""
    if MID_YEAR.search(heading.sentence.lowered) is not None:
        return True
    return any(when.rule == "monthspan" and when.period == reporting for when in heading.whens)


def _of_budget(question: Question) -> Dated | None:
    """Return the financial year of the budget spoken of, for amounts and what is counted by the year."""
    if question.measure not in _OF_A_YEAR and question.nature not in {Nature.BUDGET, Nature.VARIANCE}:
        return None
    reporting = question.place.known.reporting
    meeting = question.place.known.meeting
    named = question.place.budget_period
    period = reporting or named
    if reporting is None and meeting is not None and (named is None or named.end < meeting) and looks_ahead(question):
        period = stretches.as_at(meeting)
    if period is None:
        return None
    return Dated(year_of(period), BUDGET)


def _of_record(question: Question) -> Dated:
    """Return the period of the paragraph that is pointed back to, or else what the record reports on."""
    place = question.place
    part = is_part_of(place.focus, place.known.reporting) if place.focus is not None else True
    if question.sight.around.points_back and place.focus is not None and not part:
        return question.taken(place.focus, PARAGRAPH)
    marker = question.sight.sentence.block.marker
    told = place.items.over(marker, reported=False, goes_on=True) or place.focus
    if told is not None and _is_told_of_a_year_to_come(question) and _is_over(told, place.known):
        return question.taken(told, LATEST)
    if place.known.reporting is not None:
        balance = counts_what_there_was(question.sight) and question.nature is Nature.ACTUAL
        if question.sight.number.money and not balance:
            return Dated(year_of_budget(place.known.reporting), REPORTING)
        return question.taken(place.known.reporting, REPORTING)
    if place.focus is not None:
        coming = _coming_year(place.known) if question.nature is Nature.PROPOSED else None
        over = question.sight.number.money and _is_over(place.focus, place.known)
        return Dated(coming, BUDGET) if coming is not None and over else question.taken(place.focus, LATEST)
    return UNDATED


def _of_the_year_under_way(question: Question) -> Dated | None:
    """Return the year under way for an amount that is so "at present" in a record that plans the year to come."""
    known = question.place.known
    if known.meeting is None or known.reporting is None or known.reporting.start <= known.meeting:
        return None
    present = question.sight.number.money and _AT_PRESENT.search(words_before(question.sight)) is not None
    year = stretches.financial_year(stretches.financial_start(known.meeting))
    return Dated(year, REPORTING) if present else None


_AT_PRESENT = re.compile(r"\b(?:at\s+present|currently|presently|now)\b(?:\s+[a-z]+){0,3}\s+£?$", re.IGNORECASE)


def _coming_year(known: Calendar) -> Period | None:
    """Return the financial year for which a meeting proposes: in its last months the one to come."""
    return stretches.financial_year(known.meeting.year) if known.meeting is not None else None


def _is_told_of_a_year_to_come(question: Question) -> bool:
    """Tell whether a record plans a year that had not begun at its meeting, while a number tells what there was."""
    known = question.place.known
    planned = known.meeting is not None and known.reporting is not None and known.reporting.start > known.meeting
    was = not question.sight.sentence.words.isdisjoint(WAS)
    return planned and known.outturn is None and was and question.nature is Nature.ACTUAL


def _is_over(period: Period, known: Calendar) -> bool:
    """Tell whether a period was over at the meeting."""
    return known.meeting is not None and period.end <= known.meeting
