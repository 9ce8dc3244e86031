"""Times beside a number that are those of another: of the next one, of the one before, or of a condition.

What happened takes no day that stands behind what there was, and what there is takes no stretch of what was done.
"""

from __future__ import annotations

import re

from crossfoot.extraction.figures.periods.kinds import (
    counts_what_happened,
    counts_what_there_was,
    is_stock,
    says_what_happened,
    says_what_there_was,
)
from crossfoot.extraction.figures.periods.known import When
from crossfoot.extraction.figures.periods.question import Question
from crossfoot.extraction.figures.sight import Sight
from crossfoot.model import Nature, PeriodKind, Unit


def is_of_another(question: Question, when: When) -> bool:
    """Tell whether an expression of a number's sentence dates another number, or says what a part of those had done."""
    return (
        _is_a_day_of_the_next(question, when)
        or _is_a_while_of_a_change(question, when)
        or _is_a_while_of_the_next(question, when)
        or _is_a_while_of_the_one_before(question, when)
        or _is_behind_so_far(question.sight, when)
        or _is_of_a_concession(question.sight, when)
        or _is_a_condition(question.sight, when)
    )


def _is_a_condition(sight: Sight, when: When) -> bool:
    """Tell whether a stretch only says what a part of those counted on a day had done.

    "Of the 2,960 on the register at the end of June, 1,204 had had a review in the past year".
    """
    before, text = sight.before, sight.sentence.text
    if when.rule != "half" or when.span.start < sight.end or _PAST.match(text, when.span.start) is None:
        return False
    if any(words.search(text, sight.end, when.span.start) is not None for words in (_BEFORE_THAT, _WITHIN)):
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


def _is_a_while_of_the_next(question: Question, when: When) -> bool:
    """Tell whether a stretch is that of the number behind: "27 are in post, of whom six started in the quarter".

    What there is takes no stretch that stands behind what was done.
    """
    sight, period = question.sight, when.period
    if period is None or period.kind is PeriodKind.AS_AT or when.span.start < sight.right or sight.number.money:
        return False
    if question.nature is not Nature.ACTUAL or not counts_what_there_was(sight):
        return False
    return says_what_happened(sight.sentence.text[sight.right : when.span.start].lower())


def _is_of_a_concession(sight: Sight, when: When) -> bool:
    """Tell whether a time stands in a clause behind that grants something else: "8 of 163, though in May none"."""
    text, s = sight.sentence.text, sight.sentence
    if when.span.start < sight.end or s.words.isdisjoint(_CONCEDING):
        return False
    return _CONCEDES.search(text, sight.end, when.span.start) is not None


_CONCEDING = frozenset({"although", "though"})
_CONCEDES = re.compile(r",\s+(?:al)?though\s", re.IGNORECASE)


def _is_behind_so_far(sight: Sight, when: When) -> bool:
    """Tell whether a time is of the number behind, since this one is of all until now: "has cost £1m so far and"."""
    behind = when.span.start >= sight.right and sight.right < sight.sentence.end
    return behind and _SO_FAR.match(sight.sentence.text, sight.end) is not None


_SO_FAR = re.compile(
    r"(?:\s+[a-z]+)?\s+(?:(?:so|thus)\s+far|to\s+date)\b(?=\s*(?:,|and\b|but\b|with\b))", re.IGNORECASE
)


def _is_a_while_of_a_change(question: Question, when: When) -> bool:
    """Tell whether a stretch is that in which what there is changed: "valued at £41m, a rise of £2m in the quarter"."""
    sight, period = question.sight, when.period
    if period is None or period.kind is PeriodKind.AS_AT or when.span.start < sight.right:
        return False
    if question.nature is not Nature.ACTUAL or not (is_stock(question.measure) or counts_what_there_was(sight)):
        return False
    return _CHANGED.fullmatch(sight.sentence.text, sight.end, sight.right) is not None


_CHANGED = re.compile(
    r"(?:\s+[a-z-]+){0,3}(?:,|\s+[-–]|,?\s+which\s+(?:is|was))\s+an?\s+(?:[a-z]+\s+)?"
    r"(?:rise|fall|increase|decrease|reduction|drop|growth|gain|loss)\s+of\s+(?:about\s+|some\s+|just\s+)?£?",
    re.IGNORECASE,
)


def _is_a_while_of_the_one_before(question: Question, when: When) -> bool:
    """Tell whether a stretch closes a clause on what was done: "9 were approved in the half, and 11 are waiting"."""
    sight, period = question.sight, when.period
    before = sight.before
    if period is None or period.kind is PeriodKind.AS_AT or before is None or question.nature is not Nature.ACTUAL:
        return False
    between = before.span.end < when.span.start and when.span.end < sight.start
    if not between or _AND_BEHIND.fullmatch(sight.sentence.text, when.span.end, sight.start) is None:
        return False
    return counts_what_there_was(sight)


_AND_BEHIND = re.compile(r"[,;](?:\s+(?:and|but|while))?(?:\s+(?:an?|further|another|about|some))*\s+", re.IGNORECASE)
_UP_TO = re.compile(r"\b(?:to|by|including)\s+(?:the\s+)?(?:end\s+of\s+)?(?:the\s+)?$")
_HAD_HAD = re.compile(r"\b(?:had|have|has)\s+had\b", re.IGNORECASE)
_BEFORE_THAT = re.compile(
    r"\b(?:about|to|for|from|with|on|of)\s+(?:whom|which)\b[^.;]{0,60}\bhad\b|\bhad\b[^.;]{0,40}\b(?:before|previously|already)\b",
    re.IGNORECASE,
)
"""What makes the past year one that tells of whom a number is: "families about whom there had been a referral in"."""

_WITHIN = re.compile(r"\bwithin\s+the\s+$", re.IGNORECASE)
"""What makes the past year a limit: "21% concerned a child referred within the previous 12 months"."""

_PAST = re.compile(r"(?:past|last|previous|preceding)\b", re.IGNORECASE)
_OF_THE_FIRST = re.compile(r"\bof\s+(?:the|these|those|our|all)\s+(?:about\s+)?$", re.IGNORECASE)
