"""A level's day against the stretch of time told right beside it, for rule 14.

"For the quarter ended 30 September 2013 the caseload was 92 families at 31 July 2013": the words in front say up to
which day what follows goes, and the level is of another one. The stretch may be told in the sentence before, and by
its name alone: "a snapshot on the last day of the quarter. On 31 October 2018 there were 47".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.cues import COMPARISON
from crossfoot.checks.basis.outcome import Outcome, query
from crossfoot.checks.basis.passages import Sentence
from crossfoot.checks.dates.calendar import MONTHS, long_day, month_end
from crossfoot.checks.dates.reported import DAY, printed_day
from crossfoot.model import Span

_END = (
    rf"(?:on )?(?:the )?(?:end of |close of |position at )?(?:(?:quarter \d|q\d|the quarter)(?:,? that is,?|,) )?{DAY}"
)
_FRAME = re.compile(
    r"\b(?:information|figures?|data|statistics|returns?|picture|snapshot|section|chapter|paragraphs?|below"
    r"|following|account|tables?|numbers)\b[^.;\d]{0,70}?\b"
    r"(?:up to|to|as at|at|for|of|covers?|covering|is|was|are|were)\s"
    r"(?:those (?:for|of|at) |for |at )?(?:the )?(?:end of )?(?:quarter \d,? )?(?:(?:that|which) is,? |i\.e\.,? )?"
    rf"{_END}"
    r"|\b(?:quarter|three months|six months|nine months|half[- ]year|twelve months|period|month|year|term|weeks?)\s"
    r"(?:up to|to|ended|ending|which ended|that ended|which ends|closing)\s" + _END.replace("(?P<", "(?P<e_")
)
_LEVEL_BEHIND = re.compile(
    rf"\b(?:was|were|stood|numbered|totalled|had|held|came to|amounted to|there (?:was|were))\b[^.;]{{0,90}}?"
    rf"\b(?:as at|at|on)\s(?:the end of )?{DAY}"
)
_LEVEL_FIRST = re.compile(
    r"^[\s\d.()•*–-]*(?:(?:at|on) the (?:close|end|last day) of (?:the|each) (?:[a-z-]+ )?(?:quarter|month|year),? )?"
    rf"(?:as at|at|on)\s(?:the end of )?{DAY},? (?:[a-z'’-]+ ){{0,8}}?"
    r"(?:was|were|had|stood|numbered|held)\b"
)
_NOT_A_LEVEL = re.compile(
    r"\b(?:since|update\w*|currently|now|latest|most recent|subsequently|later|will|would|expected|forecast|target|from"
    r"|opened|closed|began|started|ended|left|joined|resigned|retired|took|census|held on|met|published|inspect\w*"
    r"|visit\w*|agreed|approved|by then|previous\w*|earlier|before|after|opening|beginning|again|budget)\b"
)
"""Words by which a level is told for another reason, or a day is that of a deed."""
_NAMED_END = re.compile(
    r"\b(?:last day|end|close) of (?:the|that|each|this) "
    r"(?P<what>quarter|month|financial year|calendar year|half[- ]year)\b"
    r"|\b(?P<ends>quarter|month|year)[- ]end\b"
)
_NEAR, _FAR = timedelta(days=5), timedelta(days=400)
_QUARTER_ENDS = frozenset({(3, 31), (6, 30), (9, 30), (12, 31)})
_YEAR_ENDS = {"financial year": (3, 31), "calendar year": (12, 31)}
_MAY_FRAME = re.compile(
    r"\b(?:quarter|months?|period|year|information|figures?|data|snapshot|section|below|following)\b"
)


_TIMED = re.compile(rf"\b(?:at|on)\s(?:the end of )?(?:\d|{'|'.join(MONTHS)})")


@dataclass(frozen=True, slots=True)
class _Level:
    """The day of a level and its place."""

    day: date
    span: Span


def out_of_frame(context: Context) -> Iterator[Outcome]:
    """Yield a query for a level whose day is not that of the stretch which its own words, or those before, tell."""
    low, sentences = context.passages.low, context.passages.sentences
    asked: set[int] = set()
    for timed in _TIMED.finditer(low) if _MAY_FRAME.search(low) is not None else ():
        sentence = context.passages.sentence_at(timed.start())
        if sentence is None or sentence.index in asked:
            continue
        asked.add(sentence.index)
        before = sentences[sentence.index - 1] if sentence.index else None
        first = before if before is not None and before.paragraph == sentence.paragraph else None
        frames = [s for s in (sentence, first) if s is not None and _MAY_FRAME.search(s.low)]
        if not frames or COMPARISON.search(sentence.low):
            continue
        level = _level(context, sentence.span)
        if level is None or context.passages.paragraphs[sentence.paragraph].is_row:
            continue
        if sum(printed.day == level.day for printed in context.record.dates) > 1:
            continue  # a day that is told of again is meant
        for told in frames:
            frame = _frame(context, told, level)
            if frame is not None:
                words, end = frame
                if not _NOT_A_LEVEL.search(low, max(end, sentence.span.start), sentence.span.end):
                    yield _out(level, words)
                break


def _level(context: Context, span: Span) -> _Level | None:
    """Return the one day of a level that a sentence tells, or None."""
    low = context.passages.low[span.start : span.end]
    match = _LEVEL_FIRST.search(low) or _LEVEL_BEHIND.search(low)
    day = printed_day(match) if match is not None else None
    if match is None or day is None:
        return None
    start = match.start("month") if match["month"] else match.start("dd")
    start = match.start("day") if match["day"] else start
    end = match.end("year") if match["year"] else match.end("yy")
    return _Level(day, Span(span.start + start, span.start + end))


def _frame(context: Context, told: Sentence, level: _Level) -> tuple[str, int] | None:
    """Return the last day of the stretch that a sentence tells and a level is not of, with where its words end."""
    low, start, end = context.passages.low, told.span.start, min(told.span.end, level.span.start)
    found = []
    for match in _FRAME.finditer(low, start, end):
        day = _day({key.removeprefix("e_"): value for key, value in match.groupdict().items() if value is not None})
        if day is not None:
            found.append((day, match.end()))
    if not found:
        named = _named_end(low[start:end], level.day)
        return (named, start) if named else None
    day, place = found[0]
    alike = (day == month_end(day)) == (level.day == month_end(level.day))
    return (long_day(day), place) if len(found) == 1 and alike and _NEAR < abs(day - level.day) < _FAR else None


def _day(told: dict[str, str]) -> date | None:
    """Return the day of the parts of a date, the month's last where there is none; None for no day."""
    if "month" not in told:
        return None
    month, year = MONTHS.index(told["month"]) + 1, int(told["year"])
    if "day" not in told:
        return month_end(date(year, month, 1))
    try:
        return date(year, month, int(told["day"]))
    except ValueError:
        return None


def _named_end(low: str, day: date) -> str:
    """Return the end that a passage names and a day is not: "the last day of a quarter"; nothing where it is."""
    match = _NAMED_END.search(low)
    if match is None:
        return ""
    what = match["what"] or match["ends"]
    wrong = {
        "quarter": (day.month, day.day) not in _QUARTER_ENDS,
        "month": day != month_end(day),
    }.get(what, (day.month, day.day) != _YEAR_ENDS.get(what, (day.month, day.day)))
    return f"the end of a {what}" if wrong else ""


def _out(level: _Level, of: str) -> Outcome:
    """Return the query on a level of another day than the stretch beside it."""
    return query(
        f"The day of the level, {long_day(level.day)}, is not that of the stretch told beside it, {of}; worth "
        "checking.",
        f"{long_day(level.day)}, beside {of}",
        span=level.span,
        words=f"{level.day}|{of}",
    )
