"""Changes told since a time whose value stands elsewhere in the record: "388 children, 27 more than a year ago".

The value now stands beside the change. The earlier one is that of the same indicator at the time which the words name,
counted back from the value now: a year ago, the previous quarter, the end of March. As measure and time agree, the
three are meant to go together, however far apart they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.passages import Sentence
from crossfoot.checks.dates.calendar import MONTHS
from crossfoot.model import Figure, Nature, Qualifier, Unit

_SINCE = re.compile(
    rf"^\s*(?:[a-z]+ )?(?P<way>more|fewer|less|higher|lower|up|down|above|below)\b[^.;,()\d]{{0,20}}?"
    rf"\b(?:than|since|on|from|over|compared with)\b (?:it was |at |in |the |there were |end of |figure )*"
    rf"(?:(?P<year>a year (?:ago|earlier|before)|(?:same|this|corresponding)"
    rf" (?:time|point|date|day|month|period|quarter) (?:of )?(?:last year|a year (?:ago|earlier))"
    rf"|last year|previous year|twelve months (?:ago|earlier|before))"
    rf"|(?P<quarter>(?:previous|last|preceding) quarter|three months (?:ago|earlier|before)|a quarter (?:ago|earlier))"
    rf"|(?P<month>{'|'.join(MONTHS)})(?: (?P<of>(?:19|20)\d\d))?\b)"
)
_LEVELS = frozenset({Nature.ACTUAL, Nature.PROPOSED, None})
_COUNTS = frozenset({Unit.COUNT, Unit.FTE, None})
_DAYS_APART = 10
_YEAR, _QUARTER = timedelta(days=365), timedelta(days=91)


@dataclass(frozen=True, slots=True)
class Since:
    """The value at an earlier time, what it changed by, and the value now; ``up`` tells which way the words say."""

    opening: Figure
    change: Figure
    closing: Figure
    up: bool


def changes_since(context: Context) -> Iterator[Since]:
    """Yield the changes since a time with the values then and now."""
    for sentence in context.passages.sentences:
        if context.passages.paragraphs[sentence.paragraph].is_row:
            continue
        for change in sentence.figures:
            said = _SINCE.match(context.passages.after(change, 90)) if change.unit in _COUNTS else None
            closing = None if said is None else _now(context, sentence, change)
            opening = None if said is None or closing is None else _then(context, closing, said)
            if said is not None and closing is not None and opening is not None:
                yield Since(opening, change, closing, said["way"] in {"more", "higher", "up", "above"})


def _now(context: Context, sentence: Sentence, change: Figure) -> Figure | None:
    """Return the value that a change leads to: the last one before it in its sentence, of a known indicator and day."""
    front = [f for f in sentence.figures if f.span.end <= change.span.start]
    if not front or front[-1].indicator is None or front[-1].period is None or not _is_level(front[-1]):
        return None
    gap = context.passages.between(front[-1], change)
    near = same_kind(front[-1], change) and change.value < front[-1].value
    return front[-1] if near and re.fullmatch(r"[^.;:£]{0,60}", gap) else None


def _is_level(figure: Figure) -> bool:
    told = figure.qualifier is Qualifier.NONE and figure.unit in _COUNTS
    return told and figure.nature in _LEVELS and figure.value > 0


def _then(context: Context, closing: Figure, said: re.Match[str]) -> Figure | None:
    """Return the one value of the same indicator at the time that the words name, or None."""
    if closing.period is None or closing.indicator is None:
        return None
    due = _day(closing.period.end, said)
    found = [
        f
        for f in context.by_indicator[closing.indicator]
        if f is not closing
        and _is_level(f)
        and f.period is not None
        and f.period.kind is closing.period.kind
        and abs((f.period.end - due).days) <= _DAYS_APART
        and not context.is_subset(f)
    ]
    return found[0] if len({f.value for f in found}) == 1 else None


def _day(now: date, said: re.Match[str]) -> date:
    """Return the day that words such as "a year ago" or "at the end of March" name, seen from the value now."""
    if said["year"]:
        return now - _YEAR
    if said["quarter"]:
        return now - _QUARTER
    month = MONTHS.index(said["month"]) + 1
    year = int(said["of"]) if said["of"] else now.year if month < now.month else now.year - 1
    after = date(year + month // 12, month % 12 + 1, 1)
    return after - timedelta(days=1)
