"""The period that a record reports on, from its title or its first sentences about data."""

from __future__ import annotations

import re
from datetime import date

from crossfoot.extraction.figures import calendar
from crossfoot.extraction.figures.layout import Shape, TextBlock
from crossfoot.extraction.figures.periods import Calendar, When, find_whens
from crossfoot.model import Period, PeriodKind, Record

_CUE = re.compile(
    r"\b(?:data|information|position|performance|monitoring|period|update[ds]?|activity|outturn|cover(?:s|ed|ing)?|report(?:s|ed|ing)?|quarter|statistics|figures|results|return|budget|forecast|accounts|review(?:ed)?|year)\b",
    re.IGNORECASE,
)
_PAST = re.compile(r"\b(?:approved|agreed|considered|inspection|meeting|minute|resolved|previous|last\s+met|decided|act|regulations?|published)\b", re.IGNORECASE)
_FAR = 60
"""How many blocks from the beginning are looked at: a record says early what it reports on."""


def reporting_period(text: str, blocks: list[TextBlock], record: Record, known: Calendar) -> Period | None:
    """Return the period that the record says it reports on, or None where it says none."""
    probe = Calendar(meeting=known.meeting)
    best: tuple[int, Period] | None = None
    titled = _of_title(record, probe)
    if titled is not None:
        return titled
    for index, block in enumerate(blocks[:_FAR]):
        if block.shape is Shape.ROW:
            continue
        probe.last = None
        whens = find_whens(text, block.start, block.end, probe)
        for position, when in enumerate(whens):
            score = _score(text, block, when, known.meeting, index)
            if score is None:
                continue
            period = _stretch(whens, position)
            if best is None or score > best[0]:
                best = (score, period)
    return best[1] if best else None


def _of_title(record: Record, known: Calendar) -> Period | None:
    """Return the period that the record's title names: "Performance, Quarter 1 2019/20"; None for none."""
    if not record.title or len(record.title) > 160:
        return None
    title = record.title
    whens = [w for w in find_whens(title, 0, len(title), known) if w.period is not None and not w.weak and not w.compares]
    if known.meeting is not None:
        whens = [w for w in whens if w.period is not None and w.period.start <= known.meeting]
    if not whens:
        return None
    best = min(whens, key=lambda w: (w.rule == "year", (w.period.end - w.period.start).days if w.period else 0))
    period = _stretch(whens, whens.index(best))
    if best.rule == "split" and re.search(r"\b(?:mid[\s-]?year|half[\s-]?year(?:ly)?|six[\s-]month(?:ly)?)\b", title, re.IGNORECASE):
        start = calendar.financial_start(period.start)
        return Period(calendar.quarter(start, 1).start, calendar.quarter(start, 2).end, PeriodKind.DURING)
    return period


def _stretch(whens: list[When], position: int) -> Period:
    """Return the expression's stretch; "quarter 1 (30 June 2015)" is the quarter, not its last day."""
    when = whens[position]
    assert when.period is not None  # noqa: S101 - the caller has scored it, which needs a period
    period = when.period
    if when.rule == "end of quarter":
        start = calendar.financial_start(period.end)
        return next((q for n in (1, 2, 3, 4) if (q := calendar.quarter(start, n)).end == period.end), period)
    if when.rule == "end of month":
        return calendar.month(period.end.year, period.end.month)
    return period


def _score(text: str, block: TextBlock, when: When, meeting: date | None, index: int) -> int | None:
    """Return how well an expression serves as the reporting period; None where it cannot."""
    period = when.period
    if period is None or when.weak or when.rule in {"lastyear", "same", "now", "lastmonth", "lastquarter"}:
        return None
    if meeting is not None and (period.start > meeting or (meeting - period.end).days > 900):
        return None
    start = max(block.start, text.rfind(".", block.start, when.span.start) + 1)
    around = text[start : min(block.end, when.span.end + 60)]
    lead = text[max(start, when.span.start - 90) : when.span.end + 30]
    if period.kind is PeriodKind.AS_AT and meeting is not None and period.end == meeting:
        return None
    if meeting is not None and when.rule in {"monthyear", "month"} and period.start <= meeting <= period.end:
        return None
    score = 0
    if when.rule == "year":
        score -= 12
    if block.shape is Shape.HEADING or block.end - block.start < 120:
        score += 30
    if _CUE.search(lead):
        score += 30
    if _PAST.search(lead):
        score -= 25
    if when.rule in {"quarter", "end of quarter", "yearto", "monthspan", "half", "datespan"}:
        score += 12
    if period.kind is PeriodKind.AS_AT and "as at" not in around.lower() and "end of" not in around.lower():
        score -= 15
    score -= 2 * index
    return score if score >= 20 else None
