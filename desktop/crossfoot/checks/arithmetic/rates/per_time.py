"""So much in a time and so much in a part of it: "Over the 12 months 5,400 calls, an average of 450 a month".

A total of a year, a half-year or a quarter and what it comes to a month, a week or a quarter go by how often the one
time goes into the other. A week goes into a year 52 times and a bit, and working days are counted in several ways, so
that days are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.interval import Interval, reach, rounded_like
from crossfoot.checks.basis.outcome import Outcome, holds, query
from crossfoot.checks.basis.passages import Sentence
from crossfoot.checks.basis.slips import is_slip
from crossfoot.model import Figure, Nature, Qualifier, Unit
from crossfoot.model.wording import value_words

_EACH = re.compile(
    r"^\s*(?:[a-z]+ ){0,2}?(?:a|an|per|each|every) (?P<unit>week|month|quarter)\b(?! (?:ago|earlier|later|in)\b)"
)
_HAS_EACH = re.compile(r"\b(?:a|per|each|every) (?:week|month|quarter)\b")
_WHOLE = re.compile(
    r"\b(?:(?:over|in|during|for|across) (?:the |a |that |this |its |last )?(?:(?:full |whole |last |past )?"
    r"(?P<span>12 months|twelve months|year|six months|half[- ]year|quarter|three months))"
    r"|(?:a|the|that|this|last) (?P<own>year|quarter|half-year)['’]s)\b"
)
_A_YEAR = re.compile(
    r"^\s*(?:[a-z]+ ){0,2}?(?:(?:a|per|each|every) year|per annum|annually|(?:in|over|for) the year|last year)\b"
)
_DURING = re.compile(
    r"\b(?:in|during|over|of) (?:\w+ ){0,4}?(?:20\d\d/\d\d|(?:the )?(?:calendar |financial )?year|20\d\d)\b"
    r"|\b(?:19|20)\d\d[/-]\d\d\b"
)
_TIED = re.compile(
    r"\b(?:(?:an |on )?average|averag(?:ing|ed)|that is|or|which is|equal to|equivalent to|com(?:es?|ing) to|came to"
    r"|works? out|i\.e\.|amount(?:s|ing|ed) to|in other words)\b[^.;£\d]{0,30}£?$"
)
_TIMES = {
    ("year", "month"): Decimal(12),
    ("year", "week"): Decimal(52),
    ("year", "quarter"): Decimal(4),
    ("half", "month"): Decimal(6),
    ("half", "week"): Decimal(26),
    ("half", "quarter"): Decimal(2),
    ("quarter", "month"): Decimal(3),
    ("quarter", "week"): Decimal(13),
}
_NAMES = {
    "12": "year",
    "twelve": "year",
    "year": "year",
    "six": "half",
    "half": "half",
    "quarter": "quarter",
    "three": "quarter",
}
_WEEKS = Decimal("0.02")
"""How far, as a share, weeks may be off: a year has 52 of them and a day or two."""
_LOOSE = Decimal("0.06")
_FACTOR = 4
_COUNTED = frozenset({Unit.COUNT, Unit.GBP, None})


def per_time(context: Context) -> Iterator[Outcome]:
    """Yield whether what comes to a month, a week or a quarter goes by the total told with it, for rule 24."""
    for sentence in context.passages.sentences:
        if not sentence.figures or context.passages.paragraphs[sentence.paragraph].is_row:
            continue
        if len(sentence.figures) > 1 and _HAS_DAY.search(sentence.low) is not None:
            yield from _by_day(context, sentence)
        if _HAS_EACH.search(sentence.low) is None:
            continue
        for place, each in enumerate(sentence.figures):
            unit = _EACH.match(context.passages.after(each, 40))
            if unit is None or not _plain(each):
                continue
            found = _total(context, sentence, place, unit["unit"])
            if found is not None:
                yield from _said(each, *found)


_HAS_DAY = re.compile(r"\b(?:a|per|each|every) day\b")
_A_DAY = re.compile(r"^\s*(?:[a-z]+ ){0,2}?(?:a|per|each|every) day\b")
_MONTH, _LONGEST = 28, 366
_LONG = 100


def _by_day(context: Context, sentence: Sentence) -> Iterator[Outcome]:
    """Yield whether so many a day go by the total told right before and the days that its time has in the calendar."""
    for total, each in pairwise(sentence.figures):
        if _A_DAY.match(context.passages.after(each, 40)) is None or not _plain(each):
            continue
        gap = context.passages.between(total, each)
        alike = (same_kind(total, each) and _plain(total)) or (total.unit is Unit.DAYS and each.unit is not Unit.GBP)
        if total.period is None or _TIED.search(gap) is None or "." in gap or not alike:
            continue
        days = (total.period.end - total.period.start).days + 1
        if not _MONTH <= days <= _LONGEST:
            continue
        due = total.value / days
        slack = each.step / 2 * (3 if each.qualifier is Qualifier.APPROX else 1)
        working: tuple[Figure | str, ...] = (total, f" ÷ {days} = ")
        if abs(due - each.value) <= slack:
            yield holds("The average goes by the total of the time.", *working, each, " holds")
        elif each.step > 0 and each.value / each.step >= _LONG and is_slip(each, rounded_like(due, each)):
            shown = value_words(rounded_like(due, each), each.unit)
            yield query(
                f"The total gives {shown} a day on average, but {value_words(each.value, each.unit)} is printed; worth "
                "checking.",
                *working,
                f"{shown}, ",
                each,
                " is printed",
            )


def _plain(figure: Figure) -> bool:
    told = figure.qualifier in {Qualifier.NONE, Qualifier.APPROX, Qualifier.AVERAGE} and figure.value > 0
    return figure.unit in _COUNTED and told and figure.nature not in {Nature.TARGET, Nature.BENCHMARK, Nature.CHANGE}


def _total(context: Context, sentence: Sentence, place: int, unit: str) -> tuple[Figure, str, Decimal] | None:
    """Return the total told right before so much a month, the time it is of, and how often the month goes into it."""
    each = sentence.figures[place]
    before = [f for f in sentence.figures[:place] if f.unit in _COUNTED and f.value > 1]
    if len(before) > 1 and _EACH.match(context.passages.after(before[-1], 40)) is not None:
        before.pop()  # "62,400 calls, which is 5,200 every month or 1,200 every week"
    if not before or not same_kind(before[-1], each) or not _plain(before[-1]) or before[-1].value <= each.value:
        return None
    total = before[-1]
    gap = context.passages.between(total, each)
    if _TIED.search(gap) is None or "." in gap or ";" in gap:
        return None
    span = _span(context, sentence, total, each)
    times = _TIMES.get((span or "", unit))
    return None if span is None or times is None else (total, span, times)


def _span(context: Context, sentence: Sentence, total: Figure, each: Figure) -> str | None:
    """Return whether a total is of a year, a half of one or a quarter, by the words beside it."""
    low = context.passages.low
    if _A_YEAR.match(low[total.span.end : each.span.start]):
        return "year"
    front = low[sentence.span.start : total.span.start]
    found = _WHOLE.search(front) or _WHOLE.search(low[total.span.end : each.span.start])
    if found is not None:
        return _NAMES[re.split(r"[ -]", found["span"] or found["own"])[0]]
    return "year" if _DURING.search(low[sentence.span.start : each.span.start]) else None


def _said(each: Figure, total: Figure, span: str, times: Decimal) -> Iterator[Outcome]:
    """Yield whether a total over its time is what comes to the part of it, where the two were meant for each other."""
    due = total.value / times
    slack = each.step / 2 if each.step >= 1 or "." in each.quote else Decimal(0)
    loose = _LOOSE if each.qualifier is Qualifier.APPROX else _WEEKS if times in {52, 26, 13} else Decimal(0)
    told = Interval(each.value * (1 - loose) - slack, each.value * (1 + loose) + slack)
    made = Interval(reach(total).low / times, reach(total).high / times)
    working: tuple[Figure | str, ...] = (total, f" ÷ {times} = ")
    if told.meets(made):
        yield holds("The average goes by the total of the time.", *working, each, " holds")
        return
    if not due / _FACTOR <= each.value <= due * _FACTOR and not is_slip(each, due):
        return
    shown = value_words(rounded_like(due, each, finer=0), each.unit)
    yield query(
        f"The total of the {span if span != 'half' else 'half-year'} gives {shown} on average, but "
        f"{value_words(each.value, each.unit)} is printed; worth checking.",
        *working,
        f"{shown}, ",
        each,
        " is printed",
    )
