"""The bin: documents that were taken out, with everything decided on them, and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from crossfoot.model import Changes, Document, State, WorldError
from crossfoot.review.ledger import Ledger
from crossfoot.review.shelf import Shelf
from crossfoot.workspace import NOTHING, DocumentRow, Entry, TargetKind, dumps


@dataclass(frozen=True, slots=True)
class BinnedDocument:
    """A document in the bin. ``at`` and ``reviewer`` tell when it went there and by whom."""

    id: str
    title: str
    path: str
    meeting_date: date | None
    figures: int
    decided: int
    at: datetime
    reviewer: str


def binned(shelf: Shelf) -> tuple[BinnedDocument, ...]:
    """Return the documents in the bin, the one that went there last first."""
    with shelf.workspace.reading():
        rows = shelf.workspace.documents.rows(binned=True)
    return tuple(sorted((_binned(shelf, row) for row in rows), key=lambda each: each.at, reverse=True))


def remove(ledger: Ledger, document_id: str) -> Changes:
    """Put a document into the bin, with everything decided on it; undo brings it back."""
    if document_id in ledger.shelf.workspace.officer.binned():
        raise WorldError(f"{document_id} is in the bin already: nothing to do.")
    document: Document = ledger.shelf.document(document_id)
    return ledger.act("remove", [bin_entry(document_id, document.path, document.sha256, binned=True)])


def restore(ledger: Ledger, document_ids: Sequence[str]) -> Changes:
    """Take documents out of the bin again, in one act; raise WorldError where one is not in it."""
    rows = {row.id: row for row in ledger.shelf.workspace.documents.rows(binned=True)}
    missing = next((each for each in document_ids if each not in rows), None)
    if missing is not None:
        raise WorldError(f"{missing} is not in the bin: nothing to put back.")
    return ledger.act(
        "restore",
        [bin_entry(each, rows[each].path, rows[each].sha256, binned=False) for each in dict.fromkeys(document_ids)],
    )


def bin_entry(document_id: str, path: str, sha256: str, *, binned: bool, new: bool = False) -> Entry:
    """Return the entry that puts a document into the workspace or into its bin."""
    after = {"binned": binned, "path": path, "sha256": sha256}
    before = NOTHING if new else dumps({**after, "binned": not binned})
    return Entry(TargetKind.DOCUMENT, document_id, document_id, before, dumps(after))


def _binned(shelf: Shelf, row: DocumentRow) -> BinnedDocument:
    """Return what the bin shows of a document; the newest row of the journal about it put it there."""
    with shelf.workspace.reading():
        newest = shelf.workspace.journal.rows(target=row.id)[0]
    figures = shelf.sheet(row.id).figures.values()
    return BinnedDocument(
        id=row.id,
        title=row.name,
        path=row.path,
        meeting_date=row.meeting_date,
        figures=len(figures),
        decided=sum(figure.state is not State.UNREVIEWED for figure in figures),
        at=newest.at,
        reviewer=newest.reviewer,
    )
