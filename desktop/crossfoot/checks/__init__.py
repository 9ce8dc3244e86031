"""Figures and records → findings: relations that hold, and those worth an officer's look.

One small pure function per rule, listed in :data:`RULES`; the folders say what a rule is about.
Nothing is ever called wrong. A relation that holds is a finding too: it is evidence.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from crossfoot.checks.across.comparing import Comparison
from crossfoot.checks.across.order import by_council, in_order
from crossfoot.checks.across.sketch import Sketch, sketch
from crossfoot.checks.across.telling import Finish, Known, Said, as_it_is, say
from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.outcome import Rule, finding
from crossfoot.checks.basis.proved import without_proved
from crossfoot.checks.registry import ACROSS, RULES
from crossfoot.checks.settings import CallInCount, CallInRule, CheckInput, CheckSettings
from crossfoot.model import Finding, Severity, Span, Verdict
from crossfoot.model.collecting import nothing_collected

__all__ = [
    "ACROSS",
    "RULES",
    "CallInCount",
    "CallInRule",
    "CheckInput",
    "CheckSettings",
    "Comparison",
    "Known",
    "Rule",
    "Said",
    "Sketch",
    "check_across",
    "check_both",
    "check_council",
    "check_record",
    "check_sketches",
]

_FIRST = {Severity.HIGH: 0, Severity.MEDIUM: 1, Severity.LOW: 2}
_NOWHERE = Span(0, 0)


def check_record(given: CheckInput, settings: CheckSettings | None = None) -> tuple[Finding, ...]:
    """Return what the rules say of one record: queries first, the most severe first, then what holds.

    The same record gives the same findings with the same ids. Raises ValueError where a figure stands outside the text.
    """
    with nothing_collected():
        return _findings(Context.of(given, settings or CheckSettings()))


def check_both(given: CheckInput, settings: CheckSettings | None = None) -> tuple[tuple[Finding, ...], Sketch]:
    """Return what the rules say of one record, and its sketch for the rules over several; it is read once for both."""
    with nothing_collected():
        context = Context.of(given, settings or CheckSettings())
        return _findings(context), sketch(context)


def _findings(context: Context) -> tuple[Finding, ...]:
    """Return what the rules of single records say."""
    taken: set[str] = set()
    said = ((rule, outcome) for rule in RULES for outcome in rule.check(context))
    return _sorted([finding(rule, outcome, taken) for rule, outcome in without_proved(said)])


def check_across(inputs: Iterable[CheckInput], settings: CheckSettings | None = None) -> dict[str, tuple[Finding, ...]]:
    """Return what the rules over several records say, by the id of the document that each finding speaks of."""
    settings = settings or CheckSettings()
    return check_sketches(sketch(Context.of(given, settings)) for given in inputs)


def check_sketches(sketches: Iterable[Sketch]) -> dict[str, tuple[Finding, ...]]:
    """Return what the rules over several records say of their sketches, by document.

    Records without a meeting date have no place in the order and are left out. Figures of other records stand in
    the working as words, as a finding's figures are those of its own document.
    """
    found: dict[str, tuple[Finding, ...]] = {}
    for records in by_council(in_order(sketches)):
        found |= {document: tuple(said) for document, said in check_council(records).found.items()}
    return found


def check_council(records: Sequence[Sketch], finish: Finish = as_it_is, known: Known | None = None) -> Said:
    """Return what the rules over several records say of one council's, in the order of their meetings, by document.

    ``finish`` is told the document of each finding, and makes of it what is kept; ``known`` is what was said before of
    the same figures.
    """
    with nothing_collected():
        said = say(ACROSS, records, finish, known or {})
        return Said({document: _sorted(findings) for document, findings in said.found.items()}, said.known)


def _sorted(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings as they are shown: queries first, the most severe first, then by rule and place."""
    return tuple(
        sorted(found, key=lambda f: (f.verdict is Verdict.HOLDS, _FIRST[f.severity], f.rule, f.span or _NOWHERE))
    )
