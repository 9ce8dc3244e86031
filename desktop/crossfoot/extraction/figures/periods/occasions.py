"""Occasions at which all of something was counted: a census, a survey, an audit, an auction, the day of school offers.

A record tells once when it was, often in a sentence that counts nothing ("The street count took place on 14 November
2019."), and then what was counted, in sentences, lists and tables that name no time. A deed of a day ("The contract
was let in October 2012.") is no such occasion: nothing was counted at it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from crossfoot.extraction.figures.folding import folded
from crossfoot.extraction.figures.periods.known import When
from crossfoot.extraction.figures.periods.occasion_kinds import KINDS, MAY_TELL, OccasionKind
from crossfoot.extraction.figures.sentences import Sentence
from crossfoot.model import Period, PeriodKind


class Phase(StrEnum):
    """Which schools an occasion is of, where those of children of two ages have days of their own."""

    NONE = ""
    PRIMARY = "primary"
    SECONDARY = "secondary"


@dataclass(frozen=True, slots=True)
class Occasion:
    """One occasion: when it was, of what kind it is, and of which schools, if it is of some alone."""

    period: Period
    kind: OccasionKind
    phase: Phase = Phase.NONE


_DATES = frozenset(
    {"date", "shortdate", "month", "monthyear", "monthspan", "dayspan", "datespan", "shortspan", "weekof", "monthago"}
)
_LONGEST = 100
"""How many days an occasion takes at most: twelve weeks of consultation."""

_NOT_HELD = re.compile(
    r"\b(?:will|would|shall|should|may|might|is\s+to|are\s+to|to\s+be|due|planned|scheduled|intended|expected|proposed|next"
    r"|last\s+(?!round|cycle|window|taken|month|week|autumn|summer|spring|winter|year)|previous"
    r"|earlier\s+(?:survey|inspection|audit|count))\b"
)
"""Words of an occasion to come, or of one that was before: nothing behind them was counted at it."""

_UNTIL = re.compile(
    r"\b(?:by|until|till|before|after|since|following|publish\w*|reports?|reported"
    r"|letter\s+of|wrote|approved|agreed|considered|meeting)\b[^.;]{0,24}$"
)
"""Words before a time that make it no time of the occasion itself."""

_OPENING = 14
_REACH = 150
"""How many characters before a time, or behind one that opens the sentence, tell of the occasion."""


def occasions_of(s: Sentence, whens: Sequence[When], meeting: date | None) -> list[Occasion]:
    """Return the occasions that a sentence tells of, with the time of each."""
    if s.words.isdisjoint(MAY_TELL):
        return []
    kinds = [kind for kind in KINDS.values() if not s.words.isdisjoint(kind.words)]
    found: list[Occasion] = []
    for when in whens:
        period = when.period
        if period is None or not _may_be_of_one(when, period, meeting):
            continue
        kind = _kind_at(s, when, kinds)
        if (
            kind is KINDS["survey"]
            and period.start == period.end
            and _CLOSED.search(s.lowered, 0, when.span.start - s.start)
        ):
            continue
        if kind is not None:
            found.append(Occasion(_as_counted(period), kind, _phase_at(s, when, kind)))
        elif found and _AND_ANOTHER.fullmatch(s.lowered, _behind(found, whens, s), when.span.start - s.start):
            found.append(Occasion(_as_counted(period), found[-1].kind, _phase_at(s, when, found[-1].kind)))
    return found


_CLOSED = re.compile(
    r"\b(?:closed|ended|finished|came\s+to\s+an\s+end)\s+(?:on|at)\s+(?:the\s+)?(?:\w+day,?\s+)?(?:the\s+)?$"
)
"""What makes a day the last one of weeks in which people answered."""


def _behind(found: Sequence[Occasion], whens: Sequence[When], s: Sentence) -> int:
    """Return where in its sentence the words end that name the time of the last occasion found."""
    last = found[-1].period
    return next(w.span.end for w in whens if w.period is not None and _as_counted(w.period) == last) - s.start


_AND_ANOTHER = re.compile(r"[^.;\d]{0,30}\band\b[^.;\d]{0,50}")
"""What stands between the times of two occasions of a kind: "1 March for secondary and 16 April for primary"."""


def _may_be_of_one(when: When, period: Period, meeting: date | None) -> bool:
    """Tell whether an expression may be the time of an occasion: a day, a month or some weeks before the meeting."""
    if when.weak or when.compares or when.rule.removeprefix("end of ") not in _DATES:
        return False
    if (period.end - period.start).days > _LONGEST:
        return False
    return meeting is None or period.start < meeting


def _as_counted(period: Period) -> Period:
    """Return the time of an occasion, a single day as one at which something was counted."""
    return Period(period.start, period.end, PeriodKind.AS_AT) if period.start == period.end else period


def _kind_at(s: Sentence, when: When, kinds: Sequence[OccasionKind]) -> OccasionKind | None:
    """Return of which kind the occasion is that a sentence gives a time, or None for no occasion."""
    start, end = when.span.start - s.start, when.span.end - s.start
    before, behind = folded(s.lowered[max(0, start - _REACH) : start]), folded(s.lowered[end : end + _REACH])
    opens = start < _OPENING
    if _NOT_HELD.search(before) is not None or (opens and _NOT_HELD.search(behind[:_SOON]) is not None):
        return None
    if _UNTIL.search(before) is not None:
        return None
    for kind in kinds:
        if kind.before.search(before) is not None or (opens and kind.behind.match(behind) is not None):
            return kind
    return None


_SOON = 80
_PHASES = {
    Phase.SECONDARY: re.compile(
        r"\b(?:secondary|year\s+(?:7|seven)|high\s+schools?|senior\s+schools?|transfer(?:ring|red)?)\b"
    ),
    Phase.PRIMARY: re.compile(
        r"\b(?:primary|reception|infants?|juniors?|first\s+schools?|starting\s+school|year\s+(?:r|3|three))\b"
    ),
}


def _phase_of(words: str, *, last: bool = False) -> Phase:
    """Return which schools some words in lower case name, the first of them or the last."""
    places = [(found.start(), phase) for phase, named in _PHASES.items() for found in named.finditer(words)]
    if not places:
        return Phase.NONE
    return max(places)[1] if last else min(places)[1]


def _phase_at(s: Sentence, when: When, kind: OccasionKind) -> Phase:
    """Return which schools an occasion is of by the words around its time: "16 April for primary", "(primary)"."""
    if kind is not KINDS["offer"]:
        return Phase.NONE
    start, end = when.span.start - s.start, when.span.end - s.start
    behind = _FOR_WHOM.match(s.lowered, end)
    if behind is not None:
        return _phase_of(behind.group())
    return _phase_of(s.lowered[:start], last=True)


_FOR_WHOM = re.compile(
    r"[\s\xa0]*(?:\(|for[\s\xa0]+)(?:[a-z]+[\s\xa0]+){0,2}?(?:secondary|primary|reception|year[\s\xa0]+(?:7|seven|r))\b"
)


@dataclass(slots=True)
class Occasions:
    """The occasions that a record has told of: in the paragraph before, in this part of it, and of all of it.

    ``title`` are the words in lower case of the record's title, ``heading`` is the part's. ``told`` says whether
    there are any, ``phased`` whether some are of schools of one age alone.
    """

    title: str = ""
    heading: str = ""
    _told: list[Occasion] = field(default_factory=list)
    _near: list[Occasion] = field(default_factory=list)
    _of_part: list[Occasion] = field(default_factory=list)
    _of_all: list[Occasion] = field(default_factory=list)
    told: bool = False
    phased: bool = False

    def note(self, found: Iterable[Occasion]) -> None:
        """Take note of the occasions that a sentence tells of; a later one of its kind takes the place of another."""
        for each in found:
            self.told, self.phased = True, self.phased or each.phase is not Phase.NONE
            self._told.append(each)
            for kept in (self._of_part, self._of_all):
                kept[:] = [other for other in kept if other.kind is not each.kind or other.phase is not each.phase]
                kept.append(each)

    def enter(self, heading: str) -> None:
        """Take note that a part of its own begins under a ``heading``."""
        self.heading = heading
        if self.told:
            self._told, self._near, self._of_part = [], [], []

    def pass_paragraph(self) -> None:
        """Take note that a paragraph has ended: what hangs on it is of the occasions that it told of."""
        if self.told:
            self._near, self._told = self._told, []

    def leave(self) -> None:
        """Take note that a paragraph begins, on which nothing hangs that the one before tells of."""
        self._near = []

    def over(self, words: str, reporting: Period | None, *, money: bool, beside: str = "") -> Period | None:
        """Return the time of the occasion at which a number was counted, or None where it is of none.

        ``words`` are those of its sentence or its table, ``beside`` the nearest to it, in lower case; ``reporting`` is
        what the record reports on.
        """
        of_part = (each for each in self._of_part if self._in_its_part(each, reporting, words))
        of_all = (each for each in self._of_all if self._in_its_record(each, reporting, words))
        for kept in (self._near, of_part, of_all):
            fit = [each for each in kept if each.kind.of_money or not money]
            if fit:
                return self._of_its_phase(fit, words, beside)
        return None

    def _of_its_phase(self, fit: Sequence[Occasion], words: str, beside: str) -> Period | None:
        """Return the time of the latest occasion, of those of the schools that the words name."""
        phased = [each for each in fit if each.phase is not Phase.NONE]
        if not phased:
            return fit[-1].period
        phase = _phase_of(beside) or _phase_of(words, last=True) or _phase_of(self.heading.lower())
        if phase is Phase.NONE:
            return phased[0].period if len(phased) == 1 else None
        return next((each.period for each in reversed(phased) if each.phase is phase), None)

    def _in_its_part(self, each: Occasion, reporting: Period | None, words: str) -> bool:
        """Tell whether an occasion is of what its part of the record tells further down.

        It is where the heading is about such, or where the record reports on no time of its own.
        """
        kind = each.kind
        if not kind.of_all_behind and (kind.counts is None or kind.counts.search(words) is None):
            return False
        return (
            reporting is None
            or kind.about.search(self.heading.lower()) is not None
            or self._in_its_record(each, reporting, words)
        )

    def _in_its_record(self, each: Occasion, reporting: Period | None, words: str) -> bool:
        """Tell whether an occasion is of what all the record tells: where its title is about such.

        A record that reports on a time must name what is counted at such an occasion.
        """
        kind = each.kind
        if kind.about.search(self.title) is None:
            return False
        names = kind.counts is not None and kind.counts.search(words) is not None
        return names or (kind.counts is None and reporting is None)
