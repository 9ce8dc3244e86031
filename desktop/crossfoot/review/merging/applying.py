"""A merge is one act: what the colleague decided comes in under the colleague's initials, and undo takes it back."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from crossfoot.model import Changes, WorldError
from crossfoot.review.decisions import held
from crossfoot.review.findings.judging import decision_entry
from crossfoot.review.ledger import (
    NO_CHANGE,
    Ledger,
    annotation_entry,
    figure_entry,
    second_check_entry,
)
from crossfoot.review.merging.plan import MergePlan
from crossfoot.review.shelf import document_of
from crossfoot.workspace import Entry


def apply(ledger: Ledger, plan: MergePlan, theirs: Collection[str]) -> Changes:
    """Bring in what a plan says, and of its conflicts the other copy's decision for the figures in ``theirs``.

    Raises WorldError where a figure was named that is in no conflict.
    """
    contested = {conflict.mine.id: conflict for conflict in plan.conflicts}
    unknown = next((figure for figure in theirs if figure not in contested), None)
    if unknown is not None:
        raise WorldError(f"{unknown} is decided alike in both copies: there is nothing to choose.")
    states = {**plan.figures, **{figure: contested[figure].state for figure in dict.fromkeys(theirs)}}

    def entries() -> list[Entry]:
        made = []
        for figure_id, state in states.items():
            document = document_of(figure_id)
            mine = ledger.shelf.sheet(document).figures.get(figure_id)
            made.append(figure_entry(figure_id, document, held(mine) if mine else None, state))
        made += [second_check_entry(check.figure, check.document, None, check) for check in plan.checks]
        made += [decision_entry(each.document, each.finding, None, each) for each in plan.judgements]
        for mark in plan.edited:
            made.append(annotation_entry(mark.id, mark.document, ledger.shelf.annotation(mark.id), mark))
        first = ledger.shelf.workspace.journal.next_seq()
        for number, mark in enumerate(plan.annotations, first + len(made)):
            # numbered like the rows that make them, so that no other act can have made the same id
            new = replace(mark, id=f"a{number}")
            made.append(annotation_entry(new.id, new.document, None, new))
        return made

    if not (states or plan.checks or plan.judgements or plan.edited or plan.annotations):
        return NO_CHANGE
    return ledger.act("merge", entries, reason=f"from {plan.name}")
