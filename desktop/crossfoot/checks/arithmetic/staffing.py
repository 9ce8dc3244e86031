"""Rule 27: the posts of a team add up to its staff."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.checks.arithmetic.groups import groups
from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.outcome import Outcome, Rule, holds, query
from crossfoot.checks.basis.sums import added, adds_up, sum_outcome
from crossfoot.model import Severity
from crossfoot.model.wording import value_words


def check_staffing(context: Context) -> Iterator[Outcome]:
    """Say of every total of staff whether the posts named beside it add up to it.

    A post named by "a" or "an" counts as one. Source: rule 27 of the list of checks ("8 + 1 + 1 = 10").
    """
    for group in groups(context):
        if not group.staff:
            continue
        if not group.implied:
            if group.complete or adds_up(group.parts, group.whole):
                yield sum_outcome(group.parts, group.whole, "The posts")
            continue
        value, working = added(group.parts)
        value += group.implied
        working += [" + 1"] * group.implied
        printed = value_words(group.whole.value, group.whole.unit)
        if value == group.whole.value:
            yield holds(f"The posts add up to {printed}.", *working, " = ", group.whole, " holds")
        elif group.complete:
            said = value_words(value, group.whole.unit)
            yield query(
                f"The posts named add up to {said}, but {printed} is printed; worth checking which is meant.",
                *working,
                f" = {said}, ",
                group.whole,
                " is printed",
            )


STAFFING = Rule(27, "staffing", Severity.HIGH, "The posts of a team add up to its staff.", check_staffing)
