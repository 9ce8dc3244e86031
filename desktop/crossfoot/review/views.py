"""Choices of facets and searches get names; they are the officer's, so they stand in the journal and can be undone."""

from __future__ import annotations

from collections.abc import Mapping

from crossfoot.model import Changes, WorldError
from crossfoot.model.views import SavedView, ViewKind
from crossfoot.review.ledger import NO_CHANGE, Ledger, view_entry
from crossfoot.review.shelf import Shelf


def views(shelf: Shelf, kind: ViewKind) -> tuple[SavedView, ...]:
    """Return what was given a name, by name."""
    with shelf.workspace.reading():
        return tuple(view for view in shelf.workspace.officer.views() if view.kind is kind)


def save(
    ledger: Ledger, kind: ViewKind, name: str, *, query: str = "", chosen: Mapping[str, tuple[str, ...]]
) -> Changes:
    """Keep a view or a search under a name, in the place of one of the same name; raise WorldError without a name."""
    name = " ".join(name.split())
    if not name:
        raise WorldError("A view needs a name: type one.")
    before = next((view for view in views(ledger.shelf, kind) if view.name.casefold() == name.casefold()), None)
    made = SavedView(before.id if before else ledger.next_id("v"), kind, name, query.strip(), dict(chosen))
    if made == before:
        return NO_CHANGE
    return ledger.act("save", [view_entry(made.id, before, made)])


def remove(ledger: Ledger, view_id: str) -> Changes:
    """Forget a name; undo brings it back. Raise WorldError where there is none such."""
    every = {view.id: view for kind in ViewKind for view in views(ledger.shelf, kind)}
    if view_id not in every:
        raise WorldError(f"There is no view {view_id}: it was removed already.")
    return ledger.act("forget", [view_entry(view_id, every[view_id], None)])
