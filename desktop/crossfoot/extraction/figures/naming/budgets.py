"""Whose budget an amount is, and what it is worth of."""

from __future__ import annotations

import re

from crossfoot.extraction.figures.folding import WORD
from crossfoot.extraction.figures.indicators.choice import Choice
from crossfoot.extraction.figures.naming.runs import CLAUSE_WORDS, clean, words_of
from crossfoot.extraction.figures.sight import Sight
from crossfoot.extraction.figures.words import AUXILIARIES, PREPOSITIONS, word_set
from crossfoot.model import Figure, Unit

_BUDGET_WORDS = re.compile(
    rf"{WORD}(?:the|projected|forecast|actual|final|outturn|budgets?|spend|spending|position|year|end|net|gross|total|overall|"
    r"firstly|secondly|thirdly|finally|a|an|of|saving|overspend|underspend|variance|together|combined)\b",
    re.IGNORECASE,
)
_SUMMED = re.compile(r"\b(?:together|combined|total|overall|all)\b", re.IGNORECASE)
_HEDGES = word_set("approximately about around some nearly almost just over under circa roughly")
_WORTH = word_set("totalling worth of costing")
_ARTICLES = word_set("a an the this its their our any no")


def budget_heading(clause: str, named: Choice | None) -> str:
    """Return whose budget an amount is, from its clause's subject: "in-house fostering budget"."""
    heading = _BUDGET_WORDS.sub("", clause).strip()
    own = named is not None and not named.indicator.endswith(("_budget", "outturn", "variance"))
    return "" if own or not heading else clean(heading)


def same_heading(last: Figure, clause: str) -> bool:
    """Tell whether an amount goes on with the heading of the one before it: "The projected outturn was"."""
    summed = _SUMMED.search(clause) is not None
    return last.unit is Unit.GBP and bool(last.subject) and not summed and not _BUDGET_WORDS.sub("", clause).strip()


def thing_worth(sight: Sight) -> str:
    """Return the thing whose worth an amount is: "discounts totalling £113k", "a grant of £2m"."""
    s, i = sight.sentence, sight.number.first
    while i and (s.low(i - 1) in _HEDGES or s.low(i - 1) == "("):
        i -= 1
    if i == 0 or s.low(i - 1) not in _WORTH:
        return ""
    end = i - 1
    first = end
    while first and s.is_word(first - 1) and end - first < 4 and not _ends_thing(s.low(first - 1)):
        first -= 1
    return _BUDGET_WORDS.sub("", words_of(sight, first, end)).strip()


def _ends_thing(low: str) -> bool:
    """Tell whether a word stands before a thing and is no part of its name."""
    return (
        low in AUXILIARIES
        or low in PREPOSITIONS
        or low in CLAUSE_WORDS
        or low in _ARTICLES
        or low.endswith(("ed", "ly"))
    )
