"""Documents come into the workspace and go to its bin."""

from __future__ import annotations

from pathlib import PurePath

from crossfoot.model import Changes, Document, WorldError
from crossfoot.review.ledger import Ledger
from crossfoot.review.preparing import Prepared
from crossfoot.workspace import NOTHING, Entry, TargetKind, dumps


def store(ledger: Ledger, prepared: Prepared) -> Changes:
    """Put a prepared document into the workspace; one that lies in the bin is taken out of it again.

    Raises WorldError where the same file is there already.
    """
    workspace = ledger.shelf.workspace
    known = workspace.documents.with_sha256(prepared.sha256)
    if known is not None:
        document_id, path = known
        if document_id not in workspace.officer.binned():
            raise WorldError(
                f"{prepared.path}: already in the workspace as {document_id} ({PurePath(path).name}): nothing to do."
            )
        return ledger.act("restore", [_entry(document_id, path, prepared.sha256, binned=False)])

    def add() -> list[Entry]:
        document_id = workspace.documents.add(
            prepared.path, prepared.data, prepared.reading, prepared.extraction, ledger.clock()
        )
        return [_entry(document_id, prepared.path, prepared.sha256, binned=False, new=True)]

    return ledger.act("import", add)


def remove(ledger: Ledger, document_id: str) -> Changes:
    """Put a document into the bin, with everything decided on it; undo brings it back."""
    if document_id in ledger.shelf.workspace.officer.binned():
        raise WorldError(f"{document_id} is in the bin already: nothing to do.")
    document: Document = ledger.shelf.document(document_id)
    return ledger.act("remove", [_entry(document_id, document.path, document.sha256, binned=True)])


def _entry(document_id: str, path: str, sha256: str, *, binned: bool, new: bool = False) -> Entry:
    """Return the entry that puts a document into the workspace or into its bin."""
    after = {"binned": binned, "path": path, "sha256": sha256}
    before = NOTHING if new else dumps({**after, "binned": not binned})
    return Entry(TargetKind.DOCUMENT, document_id, document_id, before, dumps(after))
