"""The period of a number: what its own words say, or what it takes over from what stands around it."""

from __future__ import annotations

import re

from crossfoot.extraction.figures.layout import Shape
from crossfoot.extraction.figures.periods import stretches
from crossfoot.extraction.figures.periods.at_occasion import of_occasion
from crossfoot.extraction.figures.periods.both_ends import (
    A_MONTH,
    OF_THEM,
    as_the_one_compared_before,
    at_the_end,
    between_the_ends,
    dates_the_later,
    earlier_of_two,
    holds_at_a_day,
    of_what_changed_between,
    of_what_changed_since,
)
from crossfoot.extraction.figures.periods.conventions import dates_others, since_april
from crossfoot.extraction.figures.periods.deeds import is_some_months_ago, is_when_it_was_foreseen
from crossfoot.extraction.figures.periods.events import event_of
from crossfoot.extraction.figures.periods.focus import says_when_decided
from crossfoot.extraction.figures.periods.handed_on import (
    IT_WAS,
    WAS,
    is_no_day_of_accounts,
    is_part_of,
    of_previous,
)
from crossfoot.extraction.figures.periods.kinds import (
    counts_what_happened,
    counts_what_there_was,
    is_stock,
)
from crossfoot.extraction.figures.periods.known import MID_YEAR, Calendar, When, is_when_they_met
from crossfoot.extraction.figures.periods.leaning import (
    figure_leaned_on,
    found_by,
    has_like_end,
    is_of_a_later_time,
    is_said_again,
)
from crossfoot.extraction.figures.periods.of_another import is_of_another
from crossfoot.extraction.figures.periods.parts import (
    like_the_first_part,
    like_the_item_before,
    of_those_just_counted,
    of_what_is_parted,
    of_what_the_list_parts,
    of_whole,
)
from crossfoot.extraction.figures.periods.question import (
    UNDATED,
    Dated,
    Question,
    words_before,
    year_of,
    year_of_budget,
)
from crossfoot.extraction.figures.periods.same_time import of_what_is_left, over_the_same_time
from crossfoot.extraction.figures.periods.since import at_which_it_began, has_happened_since
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
    SAID_BEFORE,
    SINCE,
    WHOLE,
)
from crossfoot.extraction.figures.periods.stating import looks_ahead, stated
from crossfoot.extraction.figures.periods.titled import is_term_of_a_strategy
from crossfoot.extraction.figures.reading import Reading
from crossfoot.extraction.figures.sight import Sight
from crossfoot.model import Measure, Nature, Period, PeriodKind, Span, Unit

_APRIL = 4
_SOURCES = frozenset({LEAD, PREVIOUS, HEADING, BUDGET, PARAGRAPH, REPORTING, LATEST})

_OF_A_YEAR = frozenset({Measure.PLAN, Measure.FORECAST, Measure.DERIVED, Measure.YEAR_FLOW})


def period_of(question: Question, when: When | None) -> Dated:
    """Return a number's period; ``when`` is the expression of its sentence that was found to date it."""
    if when is not None and when.rule == SINCE and not has_happened_since(question, when):
        when = None
    foreseen = question.sight.number.money and question.nature in {Nature.FORECAST, Nature.VARIANCE}
    if when is not None and (
        is_when_it_was_foreseen(question.sight.sentence, when)
        or (foreseen and is_some_months_ago(question.sight.sentence, when))
    ):
        when = None
    if when is not None and is_of_another(question, when):
        when = None
    again = (
        between_the_ends(question)
        or of_what_changed_between(question)
        or _at_an_end_of_the_year(question)
        or at_which_it_began(question)
        or of_what_is_left(question, when)
        or over_the_same_time(question)
        or _of_what_it_says_again(question.sight, when)
    )
    if again is not None:
        return again
    bracketed = _of_brackets(question) if when is None or when.span.end <= _start_of_before(question.sight) else None
    if bracketed is not None:
        return bracketed
    like = _a_year_before_the_one_beside(question, when) or _like_the_figure_before(question, when) if when else None
    like = like or (of_what_changed_since(question, when) if when is not None else None)
    like = like or _as_what_it_differs_from(question.sight, when)
    if like is not None:
        return like
    decided = when is not None and question.sight.number.money and says_when_decided(question.sight.sentence, when)
    if when is not None and when.period is not None and not decided:
        told = stated(question, when, when.period)
        spans = when.period.kind is PeriodKind.DURING and when.span.start >= question.sight.right
        if spans or dates_the_later(question.sight, when):
            told = earlier_of_two(question, told)
        return at_the_end(question, told)
    if decided and when is not None and when.period is not None and _is_of_a_budget(question):
        coming = _year_decided_on(when.period)
        if coming is not None:
            return Dated(coming, BUDGET)
    return as_the_one_compared_before(question) or _as_its_end_of_a_movement(question, _taken_over(question))


def _as_its_end_of_a_movement(question: Question, taken: Dated) -> Dated:
    """Return a period taken over, or the one before it for what a number only is compared with or moved away from."""
    return taken if has_like_end(question.sight) else earlier_of_two(question, taken)


def _at_an_end_of_the_year(question: Question) -> Dated | None:
    """Return the day of what a year began or ended with: "we began the year with 143 and ended it with 140"."""
    sight, known = question.sight, question.place.known
    s = sight.sentence
    if known.reporting is None or s.words.isdisjoint(_ENDS):
        return None
    said = _WITH.search(s.lowered, max(sight.left - s.start, 0), sight.start - s.start)
    if said is None or (said["alone"] and sight.number.unit is Unit.PERCENT):
        return None
    year = known.reporting if stretches.is_year(known.reporting) else year_of(known.reporting)
    begins = (said["verb"] or said["alone"]) in _BEGINNING
    if not s.words.isdisjoint(_OVER) and year.end > known.reporting.end:
        return None  # a year that was over when it is told of is another one
    return Dated(stretches.as_at(year.start if begins else year.end), "year end")


_BEGINNING = frozenset({"began", "begun", "started", "opened"})
_OVER = frozenset({"ended", "closed", "finished"})
_ENDS = _BEGINNING | _OVER
_WITH = re.compile(
    r"\b(?:(?P<verb>began|begun|started|opened|ended|closed|finished)\s+(?:(?:the|that|this)\s+(?:financial\s+|school\s+|academic\s+)?year|it)"
    r"|(?:it|(?:the|this)\s+(?:financial\s+)?year)\s+(?P<alone>began|started|opened|ended|closed|finished))\s+(?:with|on|at)\s+(?:about\s+|some\s+|only\s+)?£?$"
)


def _of_what_it_says_again(sight: Sight, when: When | None) -> Dated | None:
    """Return the period of the figure before where a number says it in another unit: "overspent by £14.2m (2.5%)"."""
    before = sight.before
    if before is None or before.period is None or before.unit is sight.number.unit or not is_said_again(sight):
        return None
    if found_by(before) == SAID_BEFORE and len(sight.told) > 1 and sight.told[-2].period is not None:
        before = sight.told[-2]  # "35 of the 268 (13.1%)" is the share of the 35
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
    alone = sight.sentence.says(IT_WAS)
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


def _as_what_it_differs_from(sight: Sight, when: When | None) -> Dated | None:
    """Return the period of the forecast or budget before for what it differs by: "£5.07m, which is £450,000 more"."""
    before = sight.before
    if (
        when is None
        or before is None
        or before.period is None
        or not sight.number.money
        or when.span.end > before.span.start
    ):
        return None
    if before.nature not in {Nature.FORECAST, Nature.BUDGET} or before.unit is not Unit.GBP:
        return None
    differs = _DIFFERS.fullmatch(sight.sentence.text, before.span.end, sight.start) is not None
    return Dated(before.period, FIGURE) if differs else None


_DIFFERS = re.compile(
    r",?[\s\xa0]+(?:which|that)[\s\xa0]+(?:is|was|would\s+be)[\s\xa0]+(?:about[\s\xa0]+|some[\s\xa0]+)?£?",
    re.IGNORECASE,
)


def _start_of_before(sight: Sight) -> int:
    """Return where the figure before begins, or 0."""
    return sight.before.span.start if sight.before is not None else 0


def _year_decided_on(decided: Period) -> Period | None:
    """Return the financial year that a budget is of which was fixed in the last months before it, or None."""
    in_a_month = decided.end.month < _APRIL and (decided.end - decided.start).days < A_MONTH
    return stretches.financial_year(decided.end.year) if in_a_month else None


def _is_of_a_budget(question: Question) -> bool:
    """Tell whether an amount that was decided on is a budget's or a programme's."""
    if question.nature is Nature.BUDGET:
        return True
    return question.nature is Nature.ACTUAL and _PROGRAMME.search(words_before(question.sight)) is not None


_PROGRAMME = re.compile(r"\b(?:budget|programme|estimates?)\b", re.IGNORECASE)


def _taken_over(question: Question) -> Dated:
    """Return the period that a number takes over from what stands around it, the nearest first."""
    return (
        _of_brackets(question)
        or (of_occasion(question) if question.place.occasions.phased else None)
        or _of_now_moved_to(question)
        or _of_the_year_under_way(question)
        or _of_so_far(question)
        or of_whole(question)
        or like_the_first_part(question)
        or like_the_item_before(question)
        or _of_figure_before(question)
        or _of_lead(question)
        or _of_event(question)
        or of_what_is_parted(question)
        or of_those_just_counted(question)
        or _of_the_amount_told_before(question)
        or of_previous(question)
        or _of_items(question)
        or (of_occasion(question) if question.place.occasions.told else None)
        or _of_heading(question)
        or _of_budget(question)
        or _of_record(question)
    )


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


def _of_the_amount_told_before(question: Question) -> Dated | None:
    """Return the period of an amount told before that a decision repeats: "notes the forecast overspend of £2.35m"."""
    sight = question.sight
    if not sight.number.money or not sight.sentence.says(_DECIDES):
        return None
    said = question.place.by_value.get((sight.number.value, sight.number.unit))
    alike = said is not None and said.nature is question.nature and said.period is not None
    return Dated(said.period, SAID_BEFORE) if alike and said is not None else None


_DECIDES = re.compile(r"\b(?:note[sd]?|approve[sd]?|confirm(?:s|ed)?|endorse[sd]?|receive[sd]?)\b")

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


_TIMES = frozenset({Unit.DAYS, Unit.WEEKS, Unit.MONTHS, None})
_OPENED = re.compile(r"(?:[\s\xa0]+[a-z-]+){0,4}[\s\xa0]*\([\s\xa0£]*")
_CLOSED = re.compile(r"[\s\xa0]*\)")
_CLOSED_BEFORE = re.compile(r"[\s\xa0]*(?:(?:before|previously|formerly)[\s\xa0]*)?\)", re.IGNORECASE)


def _of_brackets(question: Question) -> Dated | None:
    """Return the period of a number alone in brackets behind another one, where the record says of when these are."""
    sight, said = question.sight, question.place.bracketed
    before, text = sight.before, sight.sentence.text
    if before is None or before.period is None:
        return None
    bare = sight.number.unit is Unit.COUNT and before.unit in _TIMES  # "212 seconds (148)" leaves its unit out
    if before.unit is not sight.number.unit and not bare:
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
    parted = of_what_the_list_parts(question)
    if parted is not None:
        return parted
    period = (lead.focus or question.place.lead_period) if lead is not None else None
    if lead is not None and lead.focus is None and period is not None and _is_told_in_passing(question, period):
        return None
    if period is None or is_no_day_of_accounts(question, period):
        return None
    return Dated(_as_flowed(question, period), LEAD)


def _as_flowed(question: Question, period: Period) -> Period:
    """Return the stretch up to a lead-in's day for an amount told under it: "By the end of Period 6: £1.1m was saved".

    What has been done by then was done since April; what is still to come, of what is counted by the year, is of it.
    """
    flows = period.kind is PeriodKind.AS_AT and question.measure in _OF_A_YEAR and question.nature is Nature.ACTUAL
    if not flows or holds_at_a_day(question):
        return period
    return since_april(period) if counts_what_happened(question.sight) else year_of(period)


def _is_told_in_passing(question: Question, period: Period) -> bool:
    """Tell whether a month before a list's lead-in only says when something was foreseen, in the account of a year."""
    reporting = question.place.known.reporting
    if not question.sight.number.money or reporting is None or not stretches.is_year(reporting):
        return False
    return (period.end - period.start).days < A_MONTH and is_part_of(period, reporting)


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
    if is_term_of_a_strategy(s.text, Span(s.start, s.end), heading.focus) or dates_others(s.lowered):
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
    now = looks_ahead(question) or _is_set_now(question)
    if reporting is None and meeting is not None and (named is None or named.end < meeting) and now:
        period = stretches.as_at(meeting)
    if period is None:
        return None
    return Dated(year_of(period), BUDGET)


def _is_set_now(question: Question) -> bool:
    """Tell whether a budget is told of as one that there is: "the Council pays for 23 services out of £1.42m"."""
    words = question.sight.sentence.words
    return question.nature is Nature.BUDGET and words.isdisjoint(WAS) and words.isdisjoint(_TO_COME)


_TO_COME = frozenset({"would", "will", "shall", "proposed", "recommended", "approve", "approved", "agreed", "set"})


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
        if question.sight.number.money and not balance and not _flowed(question):
            return Dated(year_of_budget(place.known.reporting), REPORTING)
        return question.taken(place.known.reporting, REPORTING)
    if place.focus is not None:
        coming = _coming_year(place.known) if question.nature is Nature.PROPOSED else None
        over = question.sight.number.money and _is_over(place.focus, place.known)
        return Dated(coming, BUDGET) if coming is not None and over else question.taken(place.focus, LATEST)
    return UNDATED


def _flowed(question: Question) -> bool:
    """Tell whether an amount is told to have been paid, found or the like: it was so in no more than is reported."""
    sight = question.sight
    if question.nature is not Nature.ACTUAL or sight.sentence.words.isdisjoint(WAS):
        return False
    return _PAID.match(sight.sentence.text, sight.end, sight.right) is not None


_PAID = re.compile(
    r"(?:[\s\xa0]+[a-z-]+){0,6}?[\s\xa0]+(?:was|were)[\s\xa0]+(?:paid|made|identified|recovered|collected|received|spent|raised"
    r"|claimed|refunded|repaid|written[\s\xa0]off|earned|lent|billed|awarded[\s\xa0]to)\b",
    re.IGNORECASE,
)


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
