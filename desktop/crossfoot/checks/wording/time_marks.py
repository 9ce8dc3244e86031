"""Which of several values came first, by the words beside each: a year ago, in April, at the start, had been.

The words between two values belong to the first up to the last comma or "and", and to the second behind it. Values are
put in order by one scale that all of them have: their dates, turns back from now, months, the ends of a stretch.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.passages import Sentence
from crossfoot.checks.dates.calendar import MONTHS
from crossfoot.model import Figure

_SPAN = r"(?:year|quarter|month|week|term|season|spring|summer|autumn|winter|time|round|count|report|inspection|period)"
_AGO = r"(?:ago|earlier|before|previously)"
_LINK = re.compile(r"[,;:]|\b(?:and|but|against|than|where|compared (?:with|to)|as against|from)\b|[–—]| - ")
_YEAR = re.compile(r"\b(?P<year>(?:19|20)\d\d)(?:[/–-]\d{2,4})?\b")
_MONTH = re.compile(rf"\b(?P<month>{'|'.join(MONTHS)})\b")
_BACK = re.compile(
    rf"\b(?P<far>two|three|four|five) {_SPAN}s {_AGO}|\b(?:the )?{_SPAN} before (?:last|that)\b"
    rf"|\b(?P<near>last {_SPAN}(?!s)|(?:twelve|six|three) months {_AGO}|(?:a|one) {_SPAN} {_AGO}"
    rf"|(?:the|one) (?:same )?{_SPAN} (?:before|earlier)|(?:the |at the |our )?(?:previous|last) {_SPAN}"
    rf"|previously|formerly)\b"
)
_NOW = re.compile(rf"\b(?:now|today|currently|at present|this {_SPAN}|most recently|latest)\b")
_HAD = re.compile(r"\b(?:had been|having been|used to be|had stood|having stood|had numbered|had had|had held)\b")
_NTH = re.compile(r"\b(?:first|second|third|fourth|fifth)\b(?! (?:time|place))")
_ORDER = ("first", "second", "third", "fourth", "fifth")
_START = re.compile(
    r"\b(?:at (?:its|the|their) (?:start|beginning|outset|opening)|began|begun|opened|started|opening)\b"
)
_END = re.compile(r"\b(?:at (?:its|the|their) (?:end|close)|ended|closed|finished|closing|by the end)\b")
_TURN, _HALF_YEAR, _YEAR_LONG = 2, 6, 12


def in_order(context: Context, window: Sequence[Sentence], levels: Sequence[Figure]) -> Sequence[Figure]:
    """Return values in the order of their times, or none where the words beside them do not tell it."""
    marks = [_marks(front, behind) for front, behind in _words_beside(context, window, levels)]
    for figure, mark in zip(levels, marks, strict=True):
        if figure.period is not None:
            mark["period"] = figure.period.end.toordinal()
    for kind in ("year", "turn", "period", "end", "nth"):
        ranks = [mark.get(kind) for mark in marks]
        known = [rank for rank in ranks if rank is not None]
        if len(known) == len(ranks) and len(set(known)) == len(known):
            return [figure for _, figure in sorted(zip(known, levels, strict=True), key=lambda pair: pair[0])]
    if all("month" in mark for mark in marks):
        return _by_months(levels, [mark["month"] for mark in marks])
    back = [mark.get("turn", -1 if "had" in mark else 0) < 0 for mark in marks]
    if len(levels) == _TURN and back[0] is not back[1]:
        return levels if back[0] else levels[::-1]
    return ()


def _by_months(levels: Sequence[Figure], months: Sequence[int]) -> Sequence[Figure]:
    """Return values in the order of months without a year: those told next lie less than half a year on, or back."""
    steps = [(b - a) % _YEAR_LONG for a, b in pairwise(months)]
    if all(0 < step < _HALF_YEAR for step in steps):
        return levels
    return levels[::-1] if all(step > _HALF_YEAR for step in steps) else ()


def _words_beside(context: Context, window: Sequence[Sentence], levels: Sequence[Figure]) -> Sequence[tuple[str, str]]:
    """Return the words in front of each value and behind it that are its own."""
    low = context.passages.low
    beside: list[tuple[str, str]] = []
    for sentence in window:
        own = [f for f in levels if sentence.span.start <= f.span.start < sentence.span.end]
        if not own:
            continue
        lead, rest = low[sentence.span.start : own[0].span.start], low[own[-1].span.end : sentence.span.end]
        cuts = [_cut(low[a.span.end : b.span.start]) for a, b in pairwise(own)]
        fronts = [lead[-60:] if len(own) > 1 else lead, *(right for _, right in cuts)]
        tail = re.split(r"[,;](?! (?:at|in|on) )", rest, maxsplit=1)[0] if len(own) > 1 else rest
        beside += zip(fronts, [*(left for left, _ in cuts), tail], strict=True)
    return beside


def _cut(gap: str) -> tuple[str, str]:
    """Return the words between two values as those of the first and those of the second."""
    links = list(_LINK.finditer(gap))
    return (gap[: links[-1].start()], gap[links[-1].start() :]) if links else (gap, "")


def _marks(front: str, behind: str) -> dict[str, int]:
    """Return what the words beside a value say of its time, each on its own scale."""
    found: dict[str, int] = {}
    for words in (behind, front):
        years, months = _YEAR.findall(words), _MONTH.findall(words)
        if len(years) == 1:
            found.setdefault("year", int(years[0]) * _YEAR_LONG + (MONTHS.index(months[0]) if len(months) == 1 else 0))
        if len(months) == 1:
            found.setdefault("month", MONTHS.index(months[0]))
        back, now = _BACK.search(words), _NOW.search(words)
        if back is not None and now is None:
            far = back["far"]
            found.setdefault("turn", -1 if back["near"] else -_ORDER.index(_FAR[far]) - 1 if far else -2)
        elif now is not None and back is None:
            found.setdefault("turn", 0)
        if (start := _START.search(words)) is not None or _END.search(words):
            found.setdefault("end", 0 if start is not None else 1)
        nth = _NTH.findall(words)
        if len(nth) == 1:
            found.setdefault("nth", _ORDER.index(nth[0]))
        if _HAD.search(words[-30:] if words is front else ""):
            found["had"] = 1
    return found


_FAR = {"two": "second", "three": "third", "four": "fourth", "five": "fifth"}
