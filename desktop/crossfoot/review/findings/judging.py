"""What the officer decides on findings: to raise one with the record's author, or that it needs no look.

A decision holds as long as the figures of the finding are the same, for the finding's id is made of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.model import Changes, Finding, WorldError
from crossfoot.model.judging import FindingDecision, Judgement
from crossfoot.review.ledger import NO_CHANGE, Ledger
from crossfoot.workspace import NOTHING, Entry, TargetKind, dumps


def judge(
    ledger: Ledger, document_id: str, findings: Sequence[Finding], judgement: Judgement, reason: str = ""
) -> Changes:
    """Decide on findings of a document in one act; raise WorldError where one is dismissed without a reason."""
    reason = reason.strip()
    if judgement is Judgement.DISMISSED and not reason:
        raise WorldError("Say why this needs no look: the reason stands in the journal and in the summary.")
    held = ledger.shelf.sheet(document_id).decisions
    now = ledger.clock()
    entries = []
    for finding in findings:
        before = held.get(finding.id)
        was = (before.judgement, before.reason) if before else (Judgement.OPEN, reason)
        if was == (judgement, reason):
            continue
        after = (
            None
            if judgement is Judgement.OPEN
            else FindingDecision(document_id, finding.id, judgement, reason, finding.message, ledger.reviewer, now)
        )
        entries.append(decision_entry(document_id, finding.id, before, after))
    verb = {Judgement.RAISED: "raise", Judgement.DISMISSED: "dismiss", Judgement.OPEN: "take up again"}[judgement]
    return ledger.act(verb, entries, reason=reason, at=now) if entries else NO_CHANGE


def decision_entry(
    document_id: str, finding_id: str, before: FindingDecision | None, after: FindingDecision | None
) -> Entry:
    """Return the entry that makes, changes or takes back a decision on a finding."""
    was = NOTHING if before is None else dumps(before)
    return Entry(
        TargetKind.FINDING, f"{document_id}:{finding_id}", document_id, was, NOTHING if after is None else dumps(after)
    )
