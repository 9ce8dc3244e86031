"""On which side of its budget an amount is said to lie, against the budget and the spending about it, or a total.

"Spending is projected to be £21.4m against a budget of £20.6m. The underspending of £0.8m …": the two amounts are told
by what they are, a budget and what was or will be spent, and lie as far apart as the third. "The Council is forecast to
overspend by £0.6m" with a table whose total is £585,000 under.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.interval import reach
from crossfoot.checks.basis.outcome import Outcome, holds, query
from crossfoot.checks.basis.passages import Table
from crossfoot.checks.wording.budget_sides import Told, side_told
from crossfoot.model import Figure, Nature, Qualifier, Unit
from crossfoot.model.wording import value_words

_SIDES = {"over": True, "under": False}
_SPENT = frozenset({Nature.ACTUAL, Nature.FORECAST})
_TOTAL = re.compile(r"^\s*(?:(?:grand |sub-?)?total|general fund|overall|net (?:budget|total|expenditure)|all )")
_OF_ALL = re.compile(r"\b(?:council|authority|general fund|overall|net|total|county|borough|city|district)\b")
_MONEY_IN = re.compile(r"\b(?:income|receipts?|fees|sales|grants?|savings?|target)\b")
_BACK = 2
_FINE = 2


def sides_by_nature(context: Context) -> Iterator[Outcome]:
    """Yield whether the word for a variance goes by its budget and spending, or by the total of a table."""
    totals = [one for table in context.passages.tables for one in _totals(table)]
    for figure in context.figures:
        if figure.unit is not Unit.GBP or figure.value <= 0 or figure.qualifier is Qualifier.AVERAGE:
            continue
        paragraph = context.passages.paragraph_of(figure)
        if paragraph is None or paragraph.is_row:
            continue
        told = side_told(context, figure)
        if told is None or told.side not in _SIDES:
            continue
        found = _beside(context, told) or _of_total(context, told, totals)
        if found is not None:
            yield _said(told, *found)


def _beside(context: Context, told: Told) -> tuple[Figure, Figure] | None:
    """Return the budget and the spending near by that lie as far apart as the amount, the only two that do."""
    sentence = context.passages.sentence_of(told.figure)
    if sentence is None or _MONEY_IN.search(sentence.low):
        return None
    places = [
        s
        for s in context.passages.sentences[max(0, sentence.index - _BACK) : sentence.index + 1]
        if s.paragraph == sentence.paragraph
    ]
    if any(_MONEY_IN.search(place.low) for place in places):
        return None
    money = [f for s in places for f in s.figures if f.unit is Unit.GBP and f is not told.figure]
    pairs = [
        (budget, spent)
        for budget in money
        for spent in money
        if budget.nature is Nature.BUDGET
        and spent.nature in _SPENT
        and budget.value != spent.value
        and (reach(budget) - reach(spent)).size().meets(reach(told.figure))
    ]
    return pairs[0] if len(pairs) == 1 else None


def _totals(table: Table) -> Iterator[tuple[Figure, Figure, Figure]]:
    """Yield budget, spending and variance of the total rows of a table, told by what they are."""
    for label, row in zip(table.labels, table.rows, strict=True):
        if _TOTAL.match(label.lower()):
            cells = [f for f in row if f is not None and f.unit is Unit.GBP]
            for budget, spent, apart in zip(cells, cells[1:], cells[2:], strict=False):
                apart_by = abs(spent.value - budget.value)
                if budget.nature is Nature.BUDGET and apart_by == abs(apart.value) and apart_by:
                    yield budget, spent, apart


def _of_total(
    context: Context, told: Told, totals: list[tuple[Figure, Figure, Figure]]
) -> tuple[Figure, Figure] | None:
    """Return budget and spending of the total whose variance is the amount, as far as it is printed."""
    sentence = context.passages.sentence_of(told.figure)
    for budget, spent, apart in totals:
        same = abs(abs(apart.value) - told.figure.value) <= told.figure.step / 2
        fine = told.figure.value / told.figure.step >= 10**_FINE
        if same and (fine or (sentence is not None and _OF_ALL.search(sentence.low))):
            return budget, spent
    return None


def _said(told: Told, budget: Figure, spent: Figure) -> Outcome:
    """Return whether an amount lies on the side of its budget on which the words put it."""
    over = spent.value > budget.value
    working: tuple[Figure | str, ...] = (budget, " and ", spent, f": “{told.side}” by ", told.figure)
    if over is _SIDES[told.side]:
        return holds("The word for the variance agrees with the amounts.", *working, " holds")
    side = "above" if over else "below"
    return query(
        f"The outturn of {value_words(spent.value, Unit.GBP)} is {side} the budget, but “{told.side}” is said; "
        "worth checking.",
        *working,
    )
