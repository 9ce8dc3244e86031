"""Rule 36: a later step of the process is not more frequent than the step before it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.outcome import Outcome, Rule, holds, query
from crossfoot.model import Figure, Nature, Period, Qualifier, Severity, Unit

_CHAINS = (
    ("contacts", "referrals", "initial_assessments", "core_assessments"),
    ("contacts", "referrals", "single_assessments"),
    ("referrals", "section_47_enquiries", "initial_child_protection_conferences", "child_protection_plans_starting"),
)


def check_funnel(context: Context) -> Iterator[Outcome]:
    """Say of the steps of a process within one period whether each is at most as frequent as the one before.

    Source: rule 36 of the list of checks ("more assessments than referrals in the same period").
    """
    asked: set[tuple[str, str]] = set()
    for chain in _CHAINS:
        for steps in _by_period(context, chain).values():
            ordered = [steps[key] for key in chain if key in steps]
            if len(ordered) < 2:
                continue
            wrong = [(a, b) for a, b in pairwise(ordered) if b.value > a.value]
            for before, after in wrong:
                if (before.id, after.id) not in asked:
                    asked.add((before.id, after.id))
                    yield query(
                        "A later step of the process is more frequent than the step before it in the same "
                        "period; worth checking.",
                        before,
                        " is less than ",
                        after,
                    )
            key = (ordered[0].id, ordered[-1].id)
            if not wrong and key not in asked:
                asked.add(key)
                parts: list[Figure | str] = []
                for figure in ordered:
                    parts += [" ≥ ", figure] if parts else [figure]
                yield holds("Each step is at most as frequent as the one before.", *parts, " holds")


def _by_period(context: Context, chain: tuple[str, ...]) -> dict[Period, dict[str, Figure]]:
    """Return the total counts of a chain's steps by the period they are of."""
    found: dict[Period, dict[str, Figure]] = {}
    for key in chain:
        for figure in context.by_indicator.get(key, ()):
            total = (
                figure.unit in {Unit.COUNT, None}
                and not context.is_subset(figure)
                and figure.qualifier in {Qualifier.NONE, Qualifier.APPROX}
            )
            if (
                total
                and figure.period is not None
                and context.dates_itself(figure)
                and figure.nature in {Nature.ACTUAL, None}
            ):
                found.setdefault(figure.period, {}).setdefault(key, figure)
    return found


FUNNEL = Rule(
    36, "funnel", Severity.MEDIUM, "No step of the process is more frequent than the one before.", check_funnel
)
