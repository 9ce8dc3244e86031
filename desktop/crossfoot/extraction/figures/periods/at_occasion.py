"""The time of what was counted at an occasion that the text before a number tells of: a census, an auction."""

from __future__ import annotations

from crossfoot.extraction.figures.periods.question import Dated, Question
from crossfoot.extraction.figures.periods.sources import EVENT
from crossfoot.extraction.figures.sight import Sight
from crossfoot.model import Nature

_OF_WHAT_WAS = frozenset({Nature.ACTUAL, Nature.BENCHMARK})


def of_occasion(question: Question) -> Dated | None:
    """Return when the census, the survey, the auction was at which a number was counted that names no time.

    Where schools of two ages have their days of offers, it is the one of the schools that the number is of.
    """
    sight, known, occasions = question.sight, question.place.known, question.place.occasions
    if question.nature not in _OF_WHAT_WAS:
        return None
    period = occasions.over(
        sight.sentence.lowered, known.reporting, money=sight.number.money, beside=_words_beside(sight)
    )
    return Dated(period, EVENT) if period is not None else None


def _words_beside(sight: Sight) -> str:
    """Return the words between a number and the next, and then those between the one before and it, in lower case."""
    text = sight.sentence.text
    return f"{text[sight.end : sight.right]} | {text[sight.left : sight.start]}".lower()
