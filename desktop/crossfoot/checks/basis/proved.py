"""Numbers that other relations prove are asked about no more.

A rule that takes a rise, what came and what went for three parts of a level ("366 names … a rise of 24 … 158 names were
added and 134 were removed") asks about four numbers of which each already fits: 342 + 24 and 342 + 158 − 134 are both
366. A slip leaves its number without such a fit, so a query of which every number has one is a misreading.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from crossfoot.checks.basis.outcome import Outcome, Rule
from crossfoot.model import Unit, Verdict

_EXACT = frozenset({1, 5, 22})
"""Sums, changes and balances: they hold to the last digit. Shares are left out, as a slip of one or two can hide in
their rounding."""
_FEWEST = 3
"""A relation of two numbers (the same amount told twice) proves neither."""


def without_proved(said: Iterable[tuple[Rule, Outcome]]) -> Iterator[tuple[Rule, Outcome]]:
    """Yield outcomes but the queries of sums, changes and balances of which every number is proved by another such one.

    The order of the outcomes is kept.
    """
    outcomes = list(said)
    proved = {
        figure.id
        for rule, outcome in outcomes
        if outcome.verdict is Verdict.HOLDS and _is_exact(rule, outcome)
        for figure in outcome.figures
    }
    for rule, outcome in outcomes:
        asked = outcome.verdict is Verdict.QUERY and _is_exact(rule, outcome)
        if not (asked and proved.issuperset(figure.id for figure in outcome.figures)):
            yield rule, outcome


def _is_exact(rule: Rule, outcome: Outcome) -> bool:
    """Tell whether an outcome is of whole numbers that add up or not."""
    return (
        rule.number in _EXACT
        and len(outcome.figures) >= _FEWEST
        and all(figure.unit is not Unit.PERCENT for figure in outcome.figures)
    )
