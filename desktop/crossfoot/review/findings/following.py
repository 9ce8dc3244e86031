"""Checks that follow when many records have come in: made elsewhere, and taken over a few at a time.

A record whose checks are awaited is there with all its figures. Whoever looks at it has its findings made at once;
what sums up many records leaves it out until they are in.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

from crossfoot.checks import CallInRule
from crossfoot.model import Changes, ReviewedFigure
from crossfoot.review.ledger import NO_CHANGE, Ledger
from crossfoot.review.overlay import reviewed
from crossfoot.review.prepared import Checked
from crossfoot.review.readying import checked_by
from crossfoot.review.shelf import Shelf
from crossfoot.workspace import StoredDocument


@dataclass(frozen=True, slots=True)
class Following:
    """What the checks say of a document of the workspace, as it is written."""

    document: str
    checked: Checked


def check_stored(stored: StoredDocument, call_in: Mapping[str, CallInRule]) -> Following:
    """Check a document of which nobody has changed a figure yet; for a child process.

    Raises DamagedError where it is not as it was written.
    """
    document = stored.read()
    figures: list[ReviewedFigure] = [reviewed(document.id, each, None) for each in document.extraction.figures]
    return Following(document.id, checked_by(document, figures, call_in))


def await_checks(shelf: Shelf) -> tuple[str, ...]:
    """Await the checks of all documents that no findings were ever stored of; return these in the order of the list.

    Nobody has changed a figure of them: with the first change a document is checked, and its findings are stored.
    """
    with shelf.workspace.reading():
        unchecked = shelf.workspace.findings.unchecked()
    shelf.awaiting.clear()
    shelf.awaiting.update(unchecked)
    return tuple(each for each in shelf.ids() if each in unchecked)


def take_over(
    ledger: Ledger, made: Sequence[Following], enough: Callable[[], bool] = lambda: False
) -> tuple[Changes, ...]:
    """Store what checks said, in one transaction until ``enough`` says that it has lasted long enough.

    Returns what each of the first changed. What is no longer awaited is passed over: someone has changed a figure
    meanwhile, or the call-in rules, and it was checked again with that. Raises WorldError where the workspace cannot be
    written; then nothing has changed.
    """
    shelf, findings = ledger.shelf, ledger.shelf.workspace.findings
    done: list[Changes] = []
    kept: list[Following] = []
    with shelf.workspace.transaction():
        for each in made:
            stands = each.document in shelf.awaiting and each.checked.call_in == shelf.settings.call_in_by_council
            if stands:
                findings.put(each.document, [each.document.join(item) for item in each.checked.findings])
                findings.put_sketch(each.document, each.document.join(each.checked.sketch))
                kept.append(each)
            done.append(Changes(findings_of=frozenset([each.document])) if stands else NO_CHANGE)
            if enough():
                break
    for each in kept:
        shelf.take_checks(each.document, each.checked.queries, each.document.join(each.checked.sketch))
    if kept:
        ledger.tell(reduce(or_, done))
    return tuple(done)
