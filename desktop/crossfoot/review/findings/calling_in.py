"""The rule by which a council's call-in deadline is counted, set by the officer."""

from __future__ import annotations

from crossfoot.checks import CallInRule
from crossfoot.model import Changes, WorldError
from crossfoot.model.judging import CouncilCallIn
from crossfoot.review.ledger import NO_CHANGE, Ledger
from crossfoot.workspace import NOTHING, Entry, TargetKind, dumps


def set_call_in(ledger: Ledger, council: str, rule: CallInRule | None) -> Changes:
    """Set the rule of a council, by its name as the records print it; None for the usual rules again."""
    name = " ".join(council.split())
    if not name:
        raise WorldError("Say which council the rule is of: its name as its records print it.")
    held = ledger.shelf.workspace.officer.call_in_rules().get(name.casefold())
    made = None if rule is None else CouncilCallIn(name, rule.count.value, rule.days)
    if made == held:
        return NO_CHANGE
    was, now = (NOTHING if each is None else dumps(each) for each in (held, made))
    return ledger.act("set call-in rule", [Entry(TargetKind.CALL_IN, name.casefold(), None, was, now)])
