"""A merge is one act: what the colleague decided comes in under the colleague's initials, and undo takes it back."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from crossfoot.model import Annotation, Changes, WorldError
from crossfoot.model.merging import KeptChoice
from crossfoot.review.decisions import held
from crossfoot.review.ledger import (
    NO_CHANGE,
    Ledger,
    annotation_entry,
    figure_entry,
)
from crossfoot.review.merging.kinds import KINDS
from crossfoot.review.merging.marks import MERGE
from crossfoot.review.merging.plan import Arrival, MergePlan
from crossfoot.review.shelf import document_of
from crossfoot.workspace import NOTHING, Entry, TargetKind, dumps


def apply(ledger: Ledger, plan: MergePlan, theirs: Collection[str], here: Collection[str] = ()) -> Changes:
    """Bring in what a plan says, and of what differs the other copy's side for the choices in ``theirs``.

    The choices in ``here`` were looked at and are kept as they are; that is remembered, so that the next merge asks
    about them only where either side has said something else since.
    Raises WorldError where something was named that is no choice of the plan.
    """
    chosen = dict.fromkeys(theirs)
    unknown = next((each for each in (*chosen, *here) if each not in plan.choices), None)
    if unknown is not None:
        raise WorldError(f"{unknown} is decided alike in both copies: there is nothing to choose.")
    states = dict(plan.figures) | {each.mine.id: each.state for each in plan.conflicts if each.mine.id in chosen}
    taken = [each.arrival for each in plan.differences if each.key in chosen]
    marks: dict[str, tuple[str, Annotation | None]] = {mark.id: (mark.document, mark) for mark in plan.edited}
    for each in taken:
        if each.kind is TargetKind.ANNOTATION and each.document is not None:
            marks[each.target] = each.document, each.value
    arrivals = [*plan.arrivals, *(each for each in taken if each.kind is not TargetKind.ANNOTATION)]

    def entries() -> list[Entry]:
        made = []
        for figure_id, state in states.items():
            document = document_of(figure_id)
            mine = ledger.shelf.sheet(document).figures.get(figure_id)
            made.append(figure_entry(figure_id, document, held(mine) if mine else None, state))
        for mark_id, (document, after) in marks.items():
            before = ledger.shelf.sheet(document).annotations.get(mark_id)
            made.append(annotation_entry(mark_id, document, before, after))
        first = ledger.shelf.workspace.journal.next_seq()
        for number, mark in enumerate(plan.annotations, first + len(made)):
            # numbered like the rows that make them, so that no other act can have made the same id
            new = replace(mark, id=f"a{number}")
            made.append(annotation_entry(new.id, new.document, None, new))
        for arrival in arrivals:
            made.append(_entry(arrival, first + len(made)))
        return [*made, *remembered]

    remembered = [
        Entry(TargetKind.KEPT_CHOICE, seal, None, NOTHING, dumps(KeptChoice(what, plan.name)))
        for key, seal, what in _sealed(plan)
        if key in here and key not in chosen
    ]
    if not (states or arrivals or marks or plan.annotations or remembered):
        return NO_CHANGE
    return ledger.act(MERGE, entries, reason=f"from {plan.name}")


def _sealed(plan: MergePlan) -> Iterator[tuple[str, str, str]]:
    """Yield every choice of a plan with what it is remembered by and the name of what it is about."""
    for conflict in plan.conflicts:
        yield conflict.mine.id, conflict.seal, conflict.mine.printed.quote
    for difference in plan.differences:
        yield difference.key, difference.seal, difference.arrival.name


def _entry(arrival: Arrival, number: int) -> Entry:
    """Return the entry that brings something in; ``number`` is that of its row, for an id of its own."""
    target, value = arrival.target, arrival.value
    if not target:
        target = f"{KINDS[arrival.kind].letter}{number}"
    if value is not None and KINDS[arrival.kind].letter:
        value = replace(value, id=target)
    after = NOTHING if value is None else dumps(value)
    return Entry(arrival.kind, target, arrival.document, arrival.before, after)
