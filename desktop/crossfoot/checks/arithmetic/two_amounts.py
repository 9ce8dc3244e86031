"""Rule 28: two amounts for the same thing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.cues import content_words
from crossfoot.checks.basis.outcome import Outcome, Rule, query
from crossfoot.model import Figure, Severity, Unit
from crossfoot.model.wording import value_words

_THINGS = (
    r"grant|fund|funding|scheme|project|contract|award|loan|programme|contribution|investment"
    r"|bid|legacy|donation|subsidy|package|settlement"
)
_BEHIND = re.compile(
    rf"^\s+(?P<words>(?:(?!and\b|or\b|to\b|for\b|from\b|of\b|in\b"
    rf"|on\b)[a-z’'-]+ ){{0,3}}?)(?P<thing>{_THINGS})\b(?! (?:budget|from|team|manager))"
)
_BEFORE = re.compile(
    rf"\b(?P<words>(?:[a-z’'-]+ ){{0,3}})(?P<thing>{_THINGS})\b(?: \([^)]*\))?(?: (?:of|for|was|is|at|valued at"
    rf"|(?:would |will )?costs?|costing|(?:is|was) put at|estimated at|priced at"
    rf"|worth|totalling|amounting to|comes to|came to|,))+\s*(?:about |approximately |some "
    rf"|around )?$"
)
_DEFINITE = re.compile(r"\b(?:the|this|that|its|our)\s+$|\bthe\b")
_PARTIAL = re.compile(
    r"\b(?:further|additional|extra|another|second|remaining|balance|up to|minimum|maximum|per"
    r"|each|first|year|share|of which)\b"
)


def check_amounts(context: Context) -> Iterator[Outcome]:
    """Ask about an amount that comes back with another value: "a grant of £1.2m", later "the £1m grant".

    Both must be tied to the same noun by their place, the later one by "the"; words that tell two things apart (a
    name, a
    further part, another year) keep them apart. Source: rule 28 of the list of checks.
    """
    named: dict[str, list[tuple[Figure, frozenset[str], bool]]] = defaultdict(list)
    for figure in context.figures:
        if figure.unit is not Unit.GBP or context.passages.in_list(figure):
            continue
        found = _thing(context, figure)
        if found is None:
            continue
        thing, words, definite = found
        for other, other_words, _ in named[thing]:
            apart = words and other_words and not words & other_words
            years = figure.period != other.period and (_names_year(context, figure) or _names_year(context, other))
            if definite and not apart and not years and other.value != figure.value:
                yield query(
                    f"The {thing} is given as {value_words(other.value, other.unit)} and as "
                    f"{value_words(figure.value, figure.unit)}; "
                    "worth checking which is meant.",
                    other,
                    " and later ",
                    figure,
                    f" for the {thing}",
                )
                break
        named[thing].append((figure, words, definite))


_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\b(?:last|this|next|previous|current) year\b")


def _names_year(context: Context, figure: Figure) -> bool:
    """Tell whether the words near an amount say what year it is of."""
    return _YEAR.search(context.passages.before(figure, 60) + " " + context.passages.after(figure, 60)) is not None


def _thing(context: Context, figure: Figure) -> tuple[str, frozenset[str], bool] | None:
    """Return the noun that an amount is tied to, the words that narrow it, and whether it is spoken of as known."""
    before, after = context.passages.before(figure, 70), context.passages.after(figure, 50)
    behind = _BEHIND.match(after)
    if behind is not None:
        if _PARTIAL.search(before[-25:]):
            return None
        return (
            behind["thing"],
            content_words(behind["words"]),
            re.search(r"\b(?:the|this|that|its|our)\s+(?:[a-z]+ )?$", before) is not None,
        )
    front = _BEFORE.search(before)
    if front is None or _PARTIAL.search(front["words"]):
        return None
    return front["thing"], content_words(front["words"]), _DEFINITE.search(front["words"]) is not None


AMOUNTS = Rule(28, "two amounts for one thing", Severity.MEDIUM, "One thing is given one amount.", check_amounts)
