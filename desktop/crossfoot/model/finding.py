"""What a check says: a relation that holds, or one worth an officer's look."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from crossfoot.model.span import Span


class Verdict(StrEnum):
    """A check never says "wrong": a relation holds, or it is a query for the officer."""

    HOLDS = "holds"
    QUERY = "query"


class Severity(StrEnum):
    """How much an officer would want to look: arithmetic and dates first, form last."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class WorkingPart:
    """A piece of a check's working: words, and the figure they stand for where there is one."""

    text: str
    figure: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One result of one check.

    ``id`` is made from the rule and what it is about, so that a dismissal outlives a new run
    as long as the figures stay the same. ``rule`` is the number in the list of checks and
    ``name`` its short name. ``figures`` are figure ids of the same document. ``span`` is the
    place to show, or None where the finding is about something that is missing.
    ``working`` joined gives the arithmetic, "1,194 + 176 = 1,370 holds".
    """

    id: str
    rule: int
    name: str
    verdict: Verdict
    severity: Severity
    message: str
    figures: tuple[str, ...] = ()
    span: Span | None = None
    working: tuple[WorkingPart, ...] = ()
