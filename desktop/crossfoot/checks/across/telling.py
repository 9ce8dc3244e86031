"""What a rule over several records says, worded only where that was not done before.

A correction in one of a thousand records changes what is said of a few of ten thousand pairs of figures; wording the
others anew would take most of the time that a comparison takes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from crossfoot.checks.across.order import AcrossRule
from crossfoot.checks.across.sketch import Sketch
from crossfoot.checks.basis.outcome import Told, finding
from crossfoot.model import Finding

Known = Mapping[tuple[int, ...], tuple[tuple[object, ...], Finding]]
"""Findings by the identity of what they follow from, which is held with them so that it stays the same."""
Finish = Callable[[str, Finding], Finding]
"""Makes of what is found in a document what is kept of it."""


def as_it_is(_: str, found: Finding) -> Finding:
    """Keep a finding as it is found."""
    return found


@dataclass(frozen=True, slots=True)
class Said:
    """What was found, by document, and the findings that need not be worded again."""

    found: Mapping[str, Sequence[Finding]]
    known: Known


def say(rules: Iterable[AcrossRule], records: Sequence[Sketch], finish: Finish, known: Known) -> Said:
    """Return what rules say of records; what is ``known`` is taken from there."""
    found: dict[str, list[Finding]] = {}
    taken: dict[str, set[str]] = {}
    kept: dict[tuple[int, ...], tuple[tuple[object, ...], Finding]] = {}
    for rule in rules:
        for document, outcome in rule.check(records):
            ids = taken.setdefault(document, set())
            if not isinstance(outcome, Told):
                found.setdefault(document, []).append(finish(document, finding(rule, outcome, ids)))
                continue
            key = (rule.number, *map(id, outcome.about))
            held = known.get(key)
            if held is not None and held[1].id not in ids:
                ids.add(held[1].id)
                made = held[1]
            else:
                made = finish(document, finding(rule, outcome.word(), ids))
            kept[key] = outcome.about, made
            found.setdefault(document, []).append(made)
    return Said(found, kept)
