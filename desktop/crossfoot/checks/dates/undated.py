"""Rule 16: levels of a stock that are given without their day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.outcome import Outcome, Rule, query
from crossfoot.checks.basis.passages import Sentence
from crossfoot.checks.dates.levels import LEVEL, is_state
from crossfoot.checks.dates.so_many_now import so_many_now
from crossfoot.model import Evidence, Figure, Measure, Nature, PeriodKind, Qualifier, Severity, Stage, Unit
from crossfoot.model.english import numbers_named

_MONTH = 31
_LEVEL_BESIDE = re.compile(
    r"\b(?:stood at|totall?ed|amounted to|remained at|reached|risen to|rose to|fallen to|fell to|was|were|had|numbered"
    r"|responsible for|looking after|supporting|caring for)\s+(?:now |only |about |some |around |a total of )*$|^\s*$"
)
_PLANNED = re.compile(r"\b(?:built|based|designed|planned|provided|room|capacity|funded|allowed)\s+(?:on|for)\s*$")
_TIME = re.compile(r"\s*(?:[a-z]+ )?(?:years?|months?|weeks?|days?|quarters?|times?|occasions?|meetings?)\b")
_OWN_DATE = re.compile(
    r"\b(?:at (?:the|this) (?:time|date|point|end)|to date|(?:this"
    r"|the) (?:quarter|month|year|period)|on that (?:date|day)|same (?:date|day|time)"
    r"|last (?:month|year)|in total|christmas|easter|half[- ]term|(?:year|month|quarter)[- ]end|new year|midsummer|ago"
    r"|(?:in|during) the (?:week|month|year|days?) (?:of|before|after)|on the day of"
    r"|(?:a|one) (?:year|month|week) later"
    r"|\d{4})\b"
)


def check_dated(context: Context) -> Iterator[Outcome]:
    """Ask about stocks that are given without a day, all of a record in one finding.

    A date in the same sentence, words such as "currently", a dated figure before it in the same paragraph, or a dated
    lead-in are enough of a date. Source: rule 16 of the list of checks ("stood at 287").
    """
    dated = {(f.value, f.indicator) for f in context.figures if f.indicator and _dated_here(context, f)}
    undated = [f for f in context.figures if not _dated_here(context, f) and _needs_date(context, f)]
    blocks = [context.passages.list_of(f) for f in undated]
    known = [b for f, b in zip(undated, blocks, strict=True) if b is not None and (f.value, f.indicator) in dated]
    undated = [
        f
        for f, block in zip(undated, blocks, strict=True)
        if (f.value, f.indicator) not in dated and not any(block is other for other in known)
    ]
    if not undated:
        return
    parts: list[Figure | str] = []
    for figure in undated[:8]:
        parts += [", " if parts else "no date of its own: ", figure]
    which = "A figure is" if len(undated) == 1 else f"{len(undated)} figures are"
    yield query(f"{which} given without a date; worth checking what day is meant.", *parts)


def _dated_here(context: Context, figure: Figure) -> bool:
    """Tell whether the figure's own paragraph, or the words that lead it in, date it."""
    told = next((e for e in figure.evidence if e.field == "period"), None)
    if not context.dates_itself(figure) or _is_of_another(context, figure, told):
        return False
    if told is None or told.rule != "the sentence before":
        return True
    sentence = context.passages.sentence_of(figure)
    before = context.passages.previous(sentence) if sentence else None
    return before is None or not before.figures or not all(_is_flow(context, f) for f in before.figures)


def _is_of_another(context: Context, figure: Figure, told: Evidence | None) -> bool:
    """Tell whether a figure's time is another one's: the paragraph's before, or of a year that is not over.

    "Budget Monitoring 2014/15" above a report of November tells no day on which 43 cases were open.
    """
    if told is None:
        return False
    meeting, period = context.record.meeting_date, figure.period
    ahead = meeting is not None and period is not None and period.end > meeting
    return told.rule == "the paragraph before" or (told.rule == "the heading" and ahead)


def _needs_date(context: Context, figure: Figure) -> bool:
    """Tell whether a figure is the level of a stock on a day that the text does not tell."""
    behind, front = context.passages.after(figure, 60), context.passages.before(figure, 80)
    if _NO_STOCK.match(behind) or _CAME_IN.search(front) or _POPULATION.match(behind) or _TOLD_BEFORE.search(front):
        return False
    loose = figure.period is None or _stands_alone(context, figure)
    if loose and (_of_no_number(context, figure) or _is_stock_without_a_time(context, figure)):
        return True
    if not _is_of_a_day(context, figure):
        return False
    sentence = context.passages.sentence_of(figure)
    paragraph = context.passages.paragraph_of(figure)
    if sentence is None or paragraph is None or context.passages.in_list(figure) or context.is_subset(figure):
        return False
    before = context.passages.before(figure, 80)
    if not LEVEL.search(before) or re.search(r"\bof (?:all |the |our )*$", before) or _OWN_DATE.search(sentence.low):
        return False
    # What came in a month dates no level of another sentence; a level on a day does, and a year to its end.
    return not any(
        context.dates_itself(f)
        and f.span.start < figure.span.start
        and (f in sentence.figures or not _is_flow(context, f))
        for f in paragraph.figures
    )


def _stands_alone(context: Context, figure: Figure) -> bool:
    """Tell whether a figure is the only one of a paragraph of its own that names no time at all.

    What only the report as a whole dates may be of its last day where it stands among others; told by itself, no
    reader can tell.
    """
    paragraph, sentence = context.passages.paragraph_of(figure), context.passages.sentence_of(figure)
    if paragraph is None or sentence is None or paragraph.kind not in {"text", "short"}:
        return False
    if any(_is_beside(context, figure, other) for other in paragraph.figures if other is not figure):
        return False
    told = next((e for e in figure.evidence if e.field == "period"), None)
    if context.dates_itself(figure) and not _is_of_another(context, figure, told):
        return False
    if paragraph.kind == "short" and (context.passages.in_list(figure) or _dated_above(context, sentence)):
        return False
    end = paragraph.span.end if len(paragraph.figures) == 1 else sentence.span.end
    words = _NO_TIME.sub("_", context.passages.low[paragraph.span.start : end])
    timed = _ANY_TIME.search(words) or _OWN_DATE.search(words) or _NOT_ALONE.search(words)
    return timed is None and len(words) <= _ALONE


def _is_beside(context: Context, figure: Figure, other: Figure) -> bool:
    """Tell whether another figure of a paragraph is told with this one: not "the five centres", nor what came later."""
    low = context.passages.low
    if _THE_SO_MANY.search(low[max(0, other.span.start - 6) : other.span.end]):
        return False
    came = other.period is not None and other.period.kind is PeriodKind.DURING and context.dates_itself(other)
    return other.span.start < figure.span.start or not came


_NOT_ALONE = re.compile(r"\b(?:average|mean|median|stands at (?:about |some |around |just |only )?£)")
"""An average is told beside what it is of; money that there is now is told in the present, and of the report's day."""
_THE_SO_MANY = re.compile(rf"\b(?:the|its|our|their|all) (?:{numbers_named(2, 12)})$")
_NO_TIME = re.compile(
    r"\b(?:long|short|medium|full|part|half|fixed|whole)[- ](?:term|time)\b"
    r"|\bfor (?:some|many|several|two|three|a few|more than a)? ?(?:years?|months?|weeks?)\b|\b(?:some|many) years\b"
)
_ALONE = 160
"""How long, in characters, a paragraph may be that tells of one thing alone."""
_TOLD_BEFORE = re.compile(r"(?:^|[.;]\s+)(?:the|these|those|all|of the|among the)\s+$")
"""What is said of "the 181 children" was told, with its day, before."""
_POPULATION = re.compile(
    r"\s*(?:[a-z]+ ){0,3}?(?:children|young people|people|residents|adults|pupils|inhabitants)"
    r"(?: aged [^.;]{1,20})? (?:live )?in (?:the|our) (?:borough|county|city|district|town|area|authority)\b"
)
"""Those who live somewhere are counted by others, once in a while."""
_NO_STOCK = re.compile(
    r"^\s*(?:[a-z]+ ){0,3}?(?:in the (?:[a-z]+ )?(?:cohort|sample|year group)|enquiries|applications had"
    r"|replies|responses|respondents|complaints|visits|votes|objections|between them|measures|indicators"
    r"|actions|targets)\b"
)
"""What is counted over some time, or makes up a group that was drawn for a purpose: it is the level of no day."""
_CAME_IN = re.compile(
    r"\b(?:enquir(?:y|ies)|applications|complaints|visits|responses|replies|admissions|departures|contacts|starts"
    r"|leavers|approvals|calls)\b[^.;,\d]{0,30}$"
)
"""What comes in over some time, told in front of its number: "enquiries were healthy at 398"."""
_STANDS = re.compile(
    r"\b(?:stood at|stands at|standing at|totall?ed|amounted to|amounts? to|numbered"
    r"|of (?:whom|which) there (?:were|are)|balances? (?:were|was|is)|(?<!and the )balances? of)\s+"
    r"(?:now |only |about |some |around |a total of )*£?$"
)
_IN_ALL = re.compile(
    r"\b(?:in|over|during|for|throughout|since|per|each|every|within|between) (?:the |a |this |last )?[a-z]*\s*"
    r"(?:year|quarter|month|week|period|day|term)s?\b"
)
_GOING_ON = re.compile(
    r"\b(?:waiting|under way|receiving|in care|on the|subject to|with an?|open|vacant|placed|living)\b"
)


def _is_stock_without_a_time(context: Context, figure: Figure) -> bool:
    """Tell whether a figure that nothing dates is a level: by its indicator, or by "stood at", "numbered".

    Cells and items of lists are levels where their indicator says so, or, with nothing else beside them, their words.
    """
    counted = figure.unit in {Unit.COUNT, Unit.FTE, Unit.GBP, None} and figure.value > 1
    bound = figure.qualifier in {Qualifier.OVER, Qualifier.UNDER, Qualifier.AVERAGE}
    sentence, before = context.passages.sentence_of(figure), context.passages.before(figure, 80)
    if not counted or bound or figure.nature not in {Nature.ACTUAL, None} or sentence is None:
        return False
    later = next((f.span.start for f in sentence.figures if f.span.start >= figure.span.end), sentence.span.end)
    timed = _IN_ALL.search(sentence.low[: later - sentence.span.start]) or _OWN_DATE.search(sentence.low)
    behind = context.passages.after(figure, 30)
    if timed or _TIME.match(behind) or _PER.match(behind) or _PLANNED.search(before[-40:]):
        return False
    if any(context.dates_itself(f) and f.span.start < figure.span.start for f in sentence.figures):
        return False  # "In June there were 211 referrals, and the number of plans was 287"
    stock = context.measure(figure) is Measure.STOCK and figure.unit is not Unit.FTE
    if context.passages.in_list(figure):
        told = stock or _GOING_ON.search(sentence.low) or _STOCK_HEAD.search(_line_above(context, sentence))
        return bool(told) and not _dated_above(context, sentence) and not _proposed(context, sentence)
    state = stock or is_state(context, figure) or _KEPT.match(behind)
    has = (_HAS.search(before) or _LABELLED.search(before)) and state
    now = so_many_now(f"{before}#{context.passages.after(figure, 90)}") and not _OF_SOME.search(before)
    if has or now or _STANDS.search(before) is not None or _HELD.search(before) is not None:
        return True
    level = _WERE.search(before) or _NAMED.search(before) or _GOING_ON_NOW.match(context.passages.after(figure, 60))
    there = _THERE.search(before) is not None and _IN_A_STATE.match(context.passages.after(figure, 90)) is not None
    waiting = _GOING_ON_NOW.match(context.passages.after(figure, 60)) is not None and is_state(context, figure)
    return ((stock and level is not None) or there or waiting) and not context.is_subset(figure)


_OF_SOME = re.compile(r"\b(?:of (?:these|those|them|which|whom|the [\d,]+)|including|include[sd]?)\b")
_THERE = re.compile(
    r"\bthere (?:is|are|was|were)\s+(?:now |currently |presently |only |about |some |around |a total of )*$"
)
_IN_A_STATE = re.compile(
    r"\s*(?:[a-z-]+ ){1,6}?(?:receiving|claiming|using|attending|renting|known to|with an?|waiting"
    r"|awaiting|living|placed|open to|subject to"
    r"|on (?:the|its|our)"
    r"|in (?:receipt|need|care|post|the (?:district|borough|county|city|area|council|register|scheme))|registered"
    r"|supported|looked after|vacant|unallocated|employed)\b"
)
"""What "there were 486 adults …" goes on with where it tells how things stand, and not what took place."""
_HELD = re.compile(
    r"\b(?:registers?|lists?|rolls?|caseloads?|stock|databases?|fleet|portfolio|membership|service|team|council|authority)"
    r"\b[a-z ]{0,20}\b(?:held|had|contains?|contained|numbered|comprised|carried|showed|listed|supporting|holding)\s+"
    r"(?:now |only |about |some |around |a total of )*$"
)
"""Words by which a register or a service is said to hold so many, which is so on a day alone."""
_HAS = re.compile(
    r"\b(?:services?|teams?|council|authority|borough|county|city|department|directorate|we|schools?|homes?|centres?|trust|unit"
    r"|academy|college|nursery|hostel|company|agency|library|register)"
    r"\b[a-z ]{0,20}\b(?:has|have|had|holds?|supports?|supported|employs?|employed|maintains?|maintained|looks after"
    r"|looked after|houses?|housed|accommodates?|accommodated|runs?|ran|owns?|owned|leases?|leased|manages?|managed"
    r"|lets?|rents?|rented|retains?|retained)\s+"
    r"(?:now |only |about |some |around |a total of )*$"
)
"""Words by which somebody has so many of what is counted on a day."""
_KEPT = re.compile(
    r"\s*(?:[a-z-]+ ){0,2}?(?:residents?|tenants|pupils|patients|clients|service users|carers|(?:empty|void|vacant)"
    r" (?:[a-z]+ )?(?:homes|properties|dwellings|shops|units|places|beds)|vacancies|employees|staff|apprentices)\b"
)
"""Those that somebody has in his care or his books for as long as they stay."""
_LABELLED = re.compile(r"(?:^|\n)\s*(?:[•*–-]\s*)?[a-z][a-z ,'’()-]{3,60}:\s*$")
"""A line of its own that names what its figure counts: "Plans maintained: 2,384"."""
_STOCK_HEAD = re.compile(
    r"\b(?:registered|provision|on roll|waiting|held|in post|in force|vacan\w+|occup\w+|stock|in stock|places available"
    r"|members?hip|staff in|fleet|holdings|on the (?:list|register)|open cases|in care|looked after)\b"
)
"""Words of the line above rows or items by which all of them are levels."""
_PLANS = re.compile(r"\b(?:would|will|proposed|proposal|planned|plans? to|new structure|establishment|as follows)\b")


def _line_above(context: Context, sentence: Sentence) -> str:
    """Return the line above the rows or items that a figure's one stands in, where it is a heading and no sentence."""
    index = context.passages.paragraphs[sentence.paragraph].index
    while index and (context.passages.paragraphs[index].is_row or context.passages.paragraphs[index].kind != "text"):
        index -= 1
    paragraph = context.passages.paragraphs[index]
    words = context.passages.low[paragraph.span.start : paragraph.span.end]
    return words if len(words) <= _HEADING and "." not in words else ""


_HEADING = 70


def _proposed(context: Context, sentence: Sentence) -> bool:
    """Tell whether the words that lead in rows or items speak of what is to be: a plan has no day."""
    index = context.passages.paragraphs[sentence.paragraph].index
    while index and (context.passages.paragraphs[index].is_row or context.passages.paragraphs[index].kind != "text"):
        index -= 1
    lead = context.passages.paragraphs[index].sentences
    return bool(lead) and _PLANS.search(lead[-1].low) is not None and "were as follows" not in lead[-1].low


_OF_WORDS = re.compile(r"^(?:out )?of (?:the|our|its|all|those|these) [^\d,.;]{4,60},\s*$")


def _of_no_number(context: Context, figure: Figure) -> bool:
    """Tell whether a figure is a part of a whole without number and day: "Of the children in care, 96 were …"."""
    sentence = context.passages.sentence_of(figure)
    if sentence is None or figure.unit not in {Unit.COUNT, None} or figure.nature not in {Nature.ACTUAL, None}:
        return False
    first = sentence.figures[0] is figure
    lead = sentence.low[: figure.span.start - sentence.span.start]
    placed = re.match(
        r"^\s*(?:[a-z]+ ){0,2}?(?:were|are|was|is) (?:with|in|at|on|placed|living|supported|known"
        r"|vacant|unfilled|empty|open|overdue)\b",
        context.passages.after(figure, 40),
    )
    stock = first and _OF_WORDS.match(lead) is not None and placed is not None
    paragraph = context.passages.paragraphs[sentence.paragraph]
    return stock and not _ANY_TIME.search(context.passages.low, paragraph.span.start, sentence.span.end)


_ANY_TIME = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:january|february|march|april|june|july|august|september|october|november|december|quarter|year"
    r"|month|week|currently|now|time|date|term|period)s?\b"
)
_WERE = re.compile(
    r"\b(?:was|were|are|is|reached|remained at|(?:risen|rose|fallen|fell|increased|grown|reduced|decreased) to)\s+"
    r"(?:now |only |about |some |around |a total of )*$"
)
_PER = re.compile(r"^\s*(?:[a-z]+ )?(?:per|each|apiece)\b")
_NAMED = re.compile(r"[a-z]\s*:\s*$")
_GOING_ON_NOW = re.compile(
    r"^\s*(?:[a-z]+ ){1,3}?(?:(?:st[oa]nds?|stood|lie|lay|remain(?:s|ed)?) (?:empty|vacant|open|idle|unused|unlet"
    r"|outstanding|unfilled|to be (?:filled|let|done))|remain(?:s|ed)?$"
    r"|(?:were|are|was|is) (?:currently )?(?:[a-z]+ing|open|vacant|placed|looked after|in"
    r"|on|with|subject|the subject|under|registered|known|supported|employed|enrolled|housed|approved))\b"
)
_ANY_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def _dated_above(context: Context, sentence: Sentence) -> bool:
    """Tell whether one of the few lines above a row or an item names a year: its heading or its lead-in."""
    paragraph = context.passages.paragraphs[sentence.paragraph]
    index = paragraph.index
    while index and (context.passages.paragraphs[index].is_row or context.passages.paragraphs[index].kind != "text"):
        if _ANY_YEAR.search(context.passages.paragraphs[index].span.cut(context.text)):
            return True
        index -= 1
    return _ANY_YEAR.search(context.passages.paragraphs[index].span.cut(context.text)) is not None


def _is_of_a_day(context: Context, figure: Figure) -> bool:
    """Tell whether a figure counts what is there on a day, by its indicator or by the words beside it."""
    counted = figure.unit in {Unit.COUNT, None} and figure.value != 0 and figure.nature in {Nature.ACTUAL, None}
    bound = figure.qualifier in {Qualifier.OVER, Qualifier.UNDER} or _PLANNED.search(
        context.passages.before(figure, 40)
    )
    if not counted or bound or _TIME.match(context.passages.after(figure, 30)):
        return False
    indicator = context.indicator(figure)
    if indicator is None:
        beside = _LEVEL_BESIDE.search(context.passages.before(figure, 80)) is not None
        return beside and is_state(context, figure)
    return indicator.measure is Measure.STOCK and indicator.stage in {Stage.INPUTS, Stage.PROCESSES, Stage.OUTPUTS}


def _is_flow(context: Context, figure: Figure) -> bool:
    """Tell whether a figure counts what came or went in a month."""
    period = figure.period
    if period is None or period.kind is PeriodKind.AS_AT or (period.end - period.start).days > _MONTH:
        return False
    return context.measure(figure) is Measure.FLOW


DATED = Rule(16, "figure without a date", Severity.LOW, "A stock is given with its day.", check_dated)
