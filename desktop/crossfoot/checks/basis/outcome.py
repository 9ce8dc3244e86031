"""What a rule says, before it gets its number: a verdict, a sentence and the working behind it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from crossfoot.checks.basis.context import Context
from crossfoot.model import Figure, Finding, Severity, Span, Verdict, WorkingPart
from crossfoot.model.wording import value_words

_WIDEST = 600
"""The longest stretch of text, in characters, that is shown as the place of one finding."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One result of one rule. ``words`` are what else it is about, where the figures do not say it.

    ``severity`` is None where the rule's own is meant.
    """

    verdict: Verdict
    message: str
    working: tuple[WorkingPart, ...] = ()
    figures: tuple[Figure, ...] = ()
    span: Span | None = None
    words: str = ""
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """An outcome that is worded only where it is wanted; ``about`` are the objects that it follows from, each time."""

    about: tuple[object, ...]
    word: Callable[[], Outcome]


@dataclass(frozen=True, slots=True)
class Rule:
    """One check: its number in the list of checks, its short name, and the sentence that says what it asks.

    ``check`` is a pure function of one record. ``severity`` is how much its queries matter.
    """

    number: int
    name: str
    severity: Severity
    sentence: str
    check: Callable[[Context], Iterable[Outcome]]


def holds(
    message: str, *parts: Figure | str, figures: Iterable[Figure] = (), span: Span | None = None, words: str = ""
) -> Outcome:
    """Return a relation that holds; ``parts`` are its working, figures and words in turn."""
    return _outcome(Verdict.HOLDS, message, parts, extra=tuple(figures), span=span, words=words, severity=None)


def query(
    message: str,
    *parts: Figure | str,
    figures: Iterable[Figure] = (),
    span: Span | None = None,
    words: str = "",
    severity: Severity | None = None,
) -> Outcome:
    """Return something worth checking; ``parts`` are its working, figures and words in turn."""
    return _outcome(Verdict.QUERY, message, parts, extra=tuple(figures), span=span, words=words, severity=severity)


def _outcome(
    said: Verdict,
    message: str,
    parts: tuple[Figure | str, ...],
    *,
    extra: tuple[Figure, ...],
    span: Span | None,
    words: str,
    severity: Severity | None,
) -> Outcome:
    """Return an outcome with its figures and its place taken from the working where they are not given."""
    working = tuple(
        WorkingPart(part) if isinstance(part, str) else WorkingPart(value_words(part.value, part.unit), part.id)
        for part in parts
    )
    figures: dict[str, Figure] = {f.id: f for f in (*(p for p in parts if not isinstance(p, str)), *extra)}
    return Outcome(
        said, message, working, tuple(figures.values()), span or _place(tuple(figures.values())), words, severity
    )


def _place(figures: tuple[Figure, ...]) -> Span | None:
    """Return the stretch from the first figure to the last, or the last alone where that is too long."""
    if not figures:
        return None
    start = min(f.span.start for f in figures)
    end = max(f.span.end for f in figures)
    return Span(start, end) if end - start <= _WIDEST else max(figures, key=lambda f: f.span.start).span


class Named(Protocol):
    """What a finding takes from its rule, whether it looks at one record or at several."""

    @property
    def number(self) -> int:
        """Return the number in the list of checks."""
        ...

    @property
    def name(self) -> str:
        """Return the short name."""
        ...

    @property
    def severity(self) -> Severity:
        """Return how much its queries matter."""
        ...


def finding(rule: Named, outcome: Outcome, taken: set[str]) -> Finding:
    """Return the outcome as a finding of ``rule``; ``taken`` are the ids given before and gets the new one.

    The id is made from the rule, the verdict, the words and the figures' quotes, values and units, not
    from places: a dismissal outlives a change elsewhere in the text, and ends with a change of a figure.
    """
    said = [f"{f.quote}={f.value.normalize()}{f.unit or ''}" for f in outcome.figures]
    about = "|".join([str(rule.number), outcome.verdict, outcome.words, *said])
    if not outcome.figures and not outcome.words:
        about += outcome.message
    digest = hashlib.sha256(about.encode()).hexdigest()[:10]
    name = f"{rule.number}-{digest}"
    again = 2
    while name in taken:
        name = f"{rule.number}-{digest}-{again}"
        again += 1
    taken.add(name)
    return Finding(
        id=name,
        rule=rule.number,
        name=rule.name,
        verdict=outcome.verdict,
        severity=outcome.severity or rule.severity,
        message=outcome.message,
        figures=tuple(f.id for f in outcome.figures),
        span=outcome.span,
        working=outcome.working,
    )
